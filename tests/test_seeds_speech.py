"""Who says what in the annotated real documents, against the gold. Left out where the shared data are not there."""

import json

import pytest

from firsthand.claims.chains import Chains
from firsthand.dossier import inspect
from firsthand.language import stretches
from firsthand.marks.reporting.quotations import outermost, quotations
from firsthand.records import Span

pytestmark = pytest.mark.shared

EDGES = " \n.,;:"
OWN_GROUNDS = {"witness": {"witnessed"}, "author": {"made", "repeated"}, "second-hand": {"made", "repeated", "not named"},
               "unknown": {"repeated", "not named"}}  # fmt: skip


@pytest.fixture(scope="module")
def gold(shared):
    folder = shared / "gold" / "seeds"
    return {
        name: json.loads((folder / f"{name}.json").read_text("utf-8"))
        for name in ("documents", "attributions")
    }


@pytest.fixture(scope="module")
def read(shared, gold):
    """Extraction and chains of each annotated document."""
    found = {}
    for each in gold["documents"]["documents"]:
        (extraction,) = inspect([shared / "corpus" / "seeds" / each["file"]])
        found[each["doc"]] = extraction, Chains(extraction.document, extraction.marks)
    return found


@pytest.fixture(scope="module")
def pairs(gold, read):
    """Each attribution of the gold that is not weak with the one found that shares most of its content and its cue."""
    return [
        (each, _best(each, read[each["doc"]][0]))
        for each in gold["attributions"]["attributions"]
        if not each["weak"]
    ]


def _spans(pieces):
    return [Span(piece["start"], piece["end"]) for piece in pieces]


def _shared(one, other):
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _best(each, extraction):
    wanted, cue = _spans(each["content"]), _spans(each["cue"])
    fitting = [
        found
        for found in extraction.marks.attributions
        if _shared(wanted, found.content) and (not cue or _shared(cue, found.cue))
    ]
    return max(fitting, key=lambda found: _shared(wanted, found.content), default=None)


def _direct(pairs):
    return [(each, found) for each, found in pairs if each["type"] == "direct"]


def test_every_direct_quotation_with_its_whole_content(pairs, read):
    direct = _direct(pairs)
    assert len(direct) >= 20
    for each, found in direct:
        text = read[each["doc"]][0].document.text
        assert found is not None, each["id"]
        assert found.kind == "direct", each["id"]
        assert [span.of(text).strip(EDGES) for span in found.content] == [
            span.of(text).strip(EDGES) for span in _spans(each["content"])
        ], each["id"]


def test_the_speaker_of_nine_direct_quotations_in_ten(pairs, gold):
    direct = _direct(pairs)
    right = [each["id"] for each, found in direct if _names(found.source, each["source_entity"], gold)]
    assert len(right) >= 0.9 * len(direct)


def _names(source, key, gold):
    """Whether a source was resolved to an entity of the gold or the body that it is a part of."""
    entities = gold["attributions"]["entities"]
    said = (source.resolved or "").lower() if source else ""
    for entity in filter(None, (entities[key], entities.get(entities[key].get("part_of")))):
        listed = [entity["name"].split(" (")[0].split(",")[0], *entity.get("aliases", [])]
        if any(said and (name.lower() in said or said in name.lower()) for name in listed):
            return True
    return False


def test_the_words_of_survivors_stand_within_the_report(pairs, read):
    nested = [
        pair for pair in pairs if pair[0]["chain"][1:2] == ["E-REPORT"] and pair[0]["first_hand"] == "witness"
    ]
    assert len(nested) > 5
    for each, found in nested:
        voice = read[each["doc"]][1].of(Span(found.content[0].start, found.content[0].start + 1))
        assert [step.role for step in voice.chain] == ["outlet", "report", "witness"], each["id"]


def test_no_scare_quote_is_speech(gold, read):
    for each in gold["documents"]["documents"]:
        extraction, _ = read[each["doc"]]
        text = extraction.document.text
        spoken = [
            span
            for told in gold["attributions"]["attributions"]
            if told["doc"] == each["doc"]
            for span in [*_spans(told["content"]), *_spans(told["quoted_part"])]
        ]
        main = _spans(each["main"])
        for quotation in outermost(quotations(text, list(stretches(text, Span(0, len(text)))))):
            in_main = any(span.holds(quotation.span) for span in main)
            if in_main and not any(span.meets(quotation.span) for span in spoken):
                assert not any(
                    found.kind == "direct" and quotation.span.meets(found.content[0])
                    for found in extraction.marks.attributions
                ), quotation.span


def test_who_was_there_and_the_reason(pairs, read):
    for each, found in pairs:
        if found is None or each["first_hand"] not in OWN_GROUNDS:
            continue
        voice = read[each["doc"]][1].of(Span(found.content[0].start, found.content[0].start + 1))
        assert voice.basis in OWN_GROUNDS[each["first_hand"]], (each["id"], voice.basis)
        assert voice.because


def test_most_of_what_an_author_says_of_the_own_work_was_made(pairs, read):
    own = [(each, found) for each, found in pairs if found is not None and each["first_hand"] == "author"]
    made = [
        each["id"]
        for each, found in own
        if read[each["doc"]][1].of(Span(found.content[0].start, found.content[0].start + 1)).basis == "made"
    ]
    assert len(made) >= 0.8 * len(own)
