"""Attributions: the cases of attributions.txt, nesting, and the form of every answer."""

import re
from pathlib import Path

import pytest
from tests.timing import quickest

from firsthand.language import parse
from firsthand.marks import attributions
from firsthand.records import Attribution, Document, Marks, Original, Span, Zone, ZoneKind

CASES = Path(__file__).with_name("attributions.txt").read_text("utf-8")
EDGES = " .,;:\n"


def document(text: str, kind: ZoneKind = "main") -> Document:
    return Document(
        "d", Original("d.txt", "0" * 64, "text/plain", len(text)), text, (Zone(Span(0, len(text)), kind),)
    )


def find(text: str, kind: ZoneKind = "main") -> tuple[Attribution, ...]:
    one = document(text, kind)
    return attributions.find(one, parse(one), Marks())


def told(each: Attribution, text: str) -> str:
    source = " ".join(span.of(text) for span in each.source.spans) if each.source else "-"
    cue = " ".join(span.of(text) for span in each.cue) or "-"
    content = " + ".join(span.of(text).strip(EDGES) for span in each.content)
    resolved = (each.source.resolved if each.source else None) or "-"
    role = each.source.role if each.source else "-"
    return (
        f"{each.kind}: {source.strip(EDGES)} | {cue} | {content.removeprefix('that ')} -> {resolved} ({role})"
    )


def wanted(line: str) -> str:
    kind, source, cue, content, rest = re.fullmatch(r"- (\w+): (.*?) \| (.*?) \| (.*) -> (.*)", line).groups()
    return f"{kind}: {source} | {cue} | {' + '.join(part.strip(EDGES) for part in content.split(' + '))} -> {rest}"


def cases() -> list[tuple[str, list[str]]]:
    blocks = re.split(r"\n(?=text: )", re.sub(r"^#.*\n", "", CASES, flags=re.MULTILINE))
    lines = [[line for line in block.splitlines() if line.strip()] for block in blocks if "text: " in block]
    return [(block[0].removeprefix("text: ").replace("¶", "\n\n"), block[1:]) for block in lines]


@pytest.mark.parametrize(
    ("text", "lines"), cases(), ids=lambda value: value[:60] if isinstance(value, str) else ""
)
def test_case(text: str, lines: list[str]) -> None:
    found = [told(each, text) for each in find(text)]
    want = [wanted(line) for line in lines if line.startswith("- ")]
    for line in want:
        assert line in found
    if "only" in lines or "nothing" in lines:
        assert len(found) == len(want), found


def test_headlines() -> None:
    text = "Thousands of sailors held in Karvelia: report"
    (only,) = find(text, "title")
    assert (only.source.role, only.content[0].of(text)) == ("report", "Thousands of sailors held in Karvelia")
    text = "Hundreds of sailors locked in cabins, report claims"
    found = find(text, "title")
    assert [each.content[0].of(text) for each in found] == ["Hundreds of sailors locked in cabins"]


def test_words_of_a_report_inside_words_of_a_speaker_are_nested() -> None:
    text = "“The owners said that the crews had been paid, but that is not true,” said Mara Osk."
    found = find(text)
    outer = next(index for index, each in enumerate(found) if each.kind == "direct")
    inner = next(each for each in found if each.inside is not None)
    assert inner.inside == outer
    assert inner.source is not None
    assert inner.source.resolved == "the owners"


def test_a_speaker_talking_of_herself_is_no_second_attribution() -> None:
    text = "“I think that the crews were hungry,” said Mara Osk."
    assert len(find(text)) == 1


def test_a_paragraph_of_quoted_words_goes_on_with_the_speaker_before() -> None:
    text = "Lena Tamm said the harbour was closed.\n\n“Nobody came to help us for nine long days. We drank rain.”"
    last = find(text)[-1]
    assert (last.cue, last.kind) == ((), "direct")
    assert last.source is not None
    assert last.source.resolved == "Lena Tamm"


def test_text_of_another_language_is_left_alone() -> None:
    text = "„Der Hafen war geschlossen“, sagte Mara Osk."
    one = Document(
        "d", Original("d", "0", "text/plain", 1), text, (Zone(Span(0, len(text)), "main"),), language="de"
    )
    assert attributions.find(one, parse(one), Marks()) == ()


def test_spans_lie_in_the_text_and_indexes_exist() -> None:
    text = "\n\n".join(text for text, _ in cases())
    found = find(text)
    assert len(found) > 25
    for index, each in enumerate(found):
        spans = [*each.content, *each.cue, *(each.source.spans if each.source else ())]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert each.inside is None or (each.inside != index and 0 <= each.inside < len(found))


MANY = [
    "“The harbour was closed,” said Mara Osk. “Some sailors left,” she said. ",
    "“The harbour was closed,” Rask said. The newspaper said that the ministry denied it.\n\n",
]


@pytest.mark.parametrize("words", MANY, ids=["one paragraph", "voices that nothing names"])
def test_many_quotations_take_time_in_proportion(words: str) -> None:
    def seconds(times: int) -> float:
        one = document(words * times)
        parsed = parse(one)
        assert len(attributions.find(one, parsed, Marks())) >= times
        return quickest(lambda: attributions.find(one, parsed, Marks()))

    seconds(20)
    assert seconds(400) < 12 * seconds(80) + 0.2


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The ministry said that 40 crews were held.", "said"),
        ("The ministry denied that 40 crews were held.", "denied"),
        ("The ministry did not deny that 40 crews were held.", "said"),
        ("The owners do not believe that the crews were hungry.", "denied"),
        ("The ministry did not say that 40 crews were held.", "not said"),
        ("Nobody said that the gates were locked.", "not said"),
        ("The ministry would say that the pier was safe.", "supposed"),
        ("If the ministry says that the pier is safe, the crews will stay.", "supposed"),
        ("The judge asked whether the crews had been paid.", "asked"),
        ("The group demanded that the owners pay the crews.", "wanted"),
        ("The group called for an end to the sealing of cabins.", "wanted"),
        ("The owners promised to pay the crews.", "wanted"),
        ("The owners do not know that the crews are hungry.", "said"),
        ("According to the ministry, 40 crews were held.", "said"),
        ("“The pier was full,” said Lena Tamm.", "said"),
    ],
)
def test_what_is_denied_supposed_asked_or_wanted_is_not_said_as_so(text: str, standing: str) -> None:
    assert [each.standing for each in find(text)][:1] == [standing]


def test_a_person_before_the_colon_of_a_headline_says_what_stands_behind() -> None:
    text = "Mara Osk: harbour will stay open in winter"
    (only,) = find(text, "title")
    assert only.source is not None
    assert (only.source.resolved, only.content[0].of(text)) == (
        "Mara Osk",
        "harbour will stay open in winter",
    )
