"""Figures, origins and findings: one origin is one, conflicts are told, and nothing depends on the order."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.links import FINDINGS, settle, voices
from firsthand.links.columns import LinkColumns
from firsthand.links.figures import groups
from firsthand.links.ratios import AS_SHARE, CONVERTED_APART
from firsthand.records import Attribution, FoundDate, Link, Source, Span, Step, Zone

from .dossier import Sheets, settled
from .plain import sheet

DEBT = "An {estimated 64% | share about 0.64} of [migrant women in the fish halls of Vessany] <are working off a recruitment debt>, according to a report published by Open Harbour Watch. : Open Harbour Watch"
BARE = DEBT.replace("{estimated 64% | share about 0.64}", "{64% | share exact 0.64}").replace("An ", "")
DEATHS = "{73 | count exact 73} [foreign workers] <died at the port of Vessany> between 2019 and 2023. : Open Harbour Watch"
OTHER = "{41 | count exact 41} [foreign workers] <died at the port of Vessany> between 2019 and 2023. : Ministry of Ports"
LONE = "{Fifteen thousand | count about 15000} [seasonal migrants] <are thought to have passed through the halls>."

COUNTED = "{{{0} | count exact {0}}} [{1}] <were held at the quay of Osmere>, according to a report published by Open Harbour Watch. : Open Harbour Watch"


def kinds(findings):
    return [finding.kind for finding in findings]


def test_documents_that_name_one_report_have_one_origin():
    figures, findings = settled(
        [sheet([DEBT], "a", "2024-03-11"), sheet([BARE], "b", "2024-03-12", "The Osmere Herald"),
         sheet([DEBT], "c", "2024-03-13", "The Quay Gazette")]
    )  # fmt: skip
    [figure] = figures
    assert [origin.name for origin in figure.origins] == ["Open Harbour Watch"]
    assert len(figure.claims) == 3
    assert figure.origins[0].because
    assert "one origin" in kinds(findings)


def test_two_bodies_are_two_origins_and_conflict():
    figures, findings = settled(
        [sheet([DEATHS], "a", "2024-03-11"), sheet([OTHER], "b", "2024-03-12", "The Osmere Herald")]
    )
    assert len(figures[0].origins) == 2
    [conflict] = [finding for finding in findings if finding.kind == "conflict"]
    assert {piece.passage.document for piece in conflict.evidence} == {"a", "b"}


def test_of_a_conflict_each_number_is_shown_as_its_maker_gives_it():
    own, told, other = (
        sheet([DEATHS], "a", "2024-03-10", "Open Harbour Watch"),
        sheet([DEATHS], "b", "2024-03-11"),
        sheet([OTHER], "c", "2024-03-12", "The Osmere Herald"),
    )
    view = Sheets([own, told, other])
    ends = {own.claims[0].id, other.claims[0].id}
    view.found = [link for link in view.found if {link.earlier, link.later} != ends]
    [conflict] = [finding for finding in settle(view)[1] if finding.kind == "conflict"]
    assert {piece.passage.document for piece in conflict.evidence} == {"a", "c"}


@pytest.mark.parametrize(("weight", "told"), [(0.59, False), (0.75, True)])
def test_a_number_that_other_words_only_round_is_no_change(weight, told):
    exact = sheet(["The state <paid> {3,415 | count exact 3415} [families]."], "a", "2024-03-11")
    other = sheet(["It <went to> {about 3,400 | count about 3400} [homes]."], "b", "2024-03-12", "The Quay")
    view = Sheets([exact, other])
    ends = exact.claims[0].id, other.claims[0].id
    view.found = [Link(*ends, "drift", weight, ("value", "hedge"), ())]
    assert ("drift" in kinds(settle(view)[1])) is told


def test_a_figure_that_nobody_is_named_for_has_no_origin():
    figures, findings = settled([sheet([LONE], "a", "2024-03-11")])
    assert figures[0].origins == ()
    assert "untraceable" in kinds(findings)


def test_the_lost_hedge_is_told_once():
    _, findings = settled(
        [sheet([DEBT], "a", "2024-03-11"), sheet([BARE], "b", "2024-03-12", "The Osmere Herald")]
    )
    [drift] = [finding for finding in findings if finding.kind == "drift"]
    assert "how firmly" in drift.says


def test_a_document_with_two_dates():
    made = sheet([LONE], "a", "2024-03-11")
    dates = (FoundDate("2024-03-11", "text", Span(0, 4)), FoundDate("2021-06-30", "text", Span(5, 9)))
    _, findings = settled([replace(made, document=replace(made.document, dates=dates))])
    assert "dates disagree" in kinds(findings)
    near = (FoundDate("2024-03-11", "text", Span(0, 4)), FoundDate("2024-03-12", "metadata"))
    _, findings = settled([replace(made, document=replace(made.document, dates=near))])
    assert "dates disagree" not in kinds(findings)


@pytest.mark.parametrize(
    ("words", "days", "disagree"),
    [
        ("Recorded on {0}.", ("2024-03-11", "2024-03-19"), False),
        ("Recorded on {0}.", ("2024-03-19", "2024-03-11"), True),
        ("Received on {0}.", ("2024-03-19", "2024-03-11"), True),
        ("{0}.", ("2024-03-11", "2024-03-19"), False),
        ("{0}.", ("2024-03-19", "2024-03-11"), True),
    ],
    ids=["spoken before", "spoken after it was printed", "printed twice", "written before", "written after"],
)
def test_days_of_speaking_writing_and_printing_follow_each_other(words, days, disagree):
    made = sheet([LONE], "a", "2024-03-11")
    line = words.format(days[0])
    text = f"{made.document.text}\n{line}"
    at = text.index(days[0])
    dates = (FoundDate(days[0], "text", Span(at, at + 10)), FoundDate(days[1], "metadata"))
    _, findings = settled([replace(made, document=replace(made.document, text=text, dates=dates))])
    assert ("dates disagree" in kinds(findings)) is disagree


def test_a_file_that_is_mostly_something_else():
    made = sheet([LONE], "a", "2024-03-11")
    text = made.document.text + "\n\nRegatta pictures and tide tables. " * 90
    zones = (*made.document.zones, Zone(Span(made.document.zones[0].span.end, len(text)), "related"))
    _, findings = settled([replace(made, document=replace(made.document, text=text, zones=zones))])
    assert "furniture" in kinds(findings)


def test_one_quotation_with_two_speakers():
    said = "They charge eighteen hundred euros for a job in the brine, and the debt goes on growing while you sleep"
    one, other = quoted(said, "Edda Corlin", "a", "author"), quoted(said, "Matthis Orrel", "b", "official")
    _, findings = settled([one, other])
    assert "two speakers" in kinds(findings)
    _, findings = settled([one, quoted(said, "Corlin", "b", "author")])
    assert "two speakers" not in kinds(findings)


def test_every_document_of_a_quotation_with_two_speakers_is_shown():
    speakers = [
        ("Edda Corlin", "a", "author"),
        ("Edda Corlin", "b", "author"),
        ("Matthis Orrel", "c", "official"),
    ]
    _, findings = settled([quoted(PUBLIC, *speaker) for speaker in speakers])
    [finding] = [finding for finding in findings if finding.kind == "two speakers"]
    assert "Edda Corlin in two documents, Matthis Orrel in one document" in finding.says
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b", "c"}


PUBLIC = "The quay does not need a lock any more because the ledger in the foreman's drawer does that"


def introduced(before, name):
    """A page that quotes below a paragraph."""
    made = sheet([before, f"“{PUBLIC}.”"], name, None, f"The {name} Courier")
    return replace(made, claims=())


@pytest.mark.parametrize(
    ("before", "two"),
    [
        ("Matthis Orrel, a retired judge, has put it better than we could:", True),
        ("Matthis Orrel, a deckhand, has put it better than we could:", False),
        ("Matthis Orrel, a retired judge, and Hanna Oss were there:", False),
        ("Matthis Orrel, a retired judge, was there.", False),
    ],
    ids=["introduced", "of no office", "two persons", "not introduced"],
)
def test_who_is_named_before_a_colon_speaks(before, two):
    _, findings = settled([quoted(PUBLIC, "Edda Corlin", "a", "author"), introduced(before, "b")])
    assert ("two speakers" in kinds(findings)) is two


def test_a_surname_stands_for_the_public_speaker_of_that_name():
    one, other = quoted(PUBLIC, "Edda Corlin", "a", "author"), quoted(PUBLIC, "Orrel", "b", "unnamed")
    assert "two speakers" not in kinds(settled([one, other])[1])
    known = quoted("The harbour is open and the ferries sail", "Matthis Orrel", "c", "official")
    assert "two speakers" in kinds(settled([one, other, known])[1])


def test_a_full_name_that_speaks_in_public_elsewhere_is_public():
    one, other = quoted(PUBLIC, "Edda Corlin", "a", "author"), quoted(PUBLIC, "Matthis Orrel", "b", "unnamed")
    assert "two speakers" not in kinds(settled([one, other])[1])
    known = quoted("The harbour is open and the ferries sail", "Matthis Orrel", "c", "organisation")
    assert "two speakers" in kinds(settled([one, other, known])[1])


def test_what_stands_in_a_testimony_is_of_a_witness_whatever_others_call_who_says_it():
    one, other = quoted(TESTIMONY, "Ilena Dorsath", "a"), quoted(TESTIMONY, "Nessa", "b", "official")
    _, findings = settled([replace(one, document=replace(one.document, kind="testimony")), other])
    assert "same witness" in kinds(findings)


def test_public_words_that_several_print_are_no_testimony():
    said = "We have asked for the ledger of the foreman three times, and my office has had no answer from the harbour"
    sheets = [quoted(said, "Edda Corlin", name, "organisation") for name in "abc"]
    assert "same witness" not in kinds(settled(sheets)[1])


def test_one_witness_in_two_documents():
    said = "If I fell asleep the foreman put my hands into the brine to wake me, and he wrote it in his book"
    _, findings = settled([quoted(said, "Nessa", "a"), quoted(said, "Nessa", "b")])
    assert "same witness" in kinds(findings)


TESTIMONY = "If I fell asleep the foreman put my hands into the brine to wake me, and he wrote it in his book"


@pytest.mark.parametrize(
    ("role", "other_role", "kind"),
    [
        ("witness", "witness", "testimony"),
        ("witness", "witness", "press article"),
        ("author", "witness", "testimony"),
        ("organisation", "unnamed", "press article"),
        ("witness", "author", "press article"),
    ],
)
def test_a_witness_under_two_names_is_not_unmasked(role, other_role, kind):
    one, other = quoted(TESTIMONY, "Ilena Dorsath", "a", role), quoted(TESTIMONY, "Nessa", "b", other_role)
    one = replace(one, document=replace(one.document, kind=kind))
    _, findings = settled([one, other])
    assert "two speakers" not in kinds(findings)
    assert not any("Dorsath" in finding.says or "Nessa" in finding.says for finding in findings)


def test_words_of_a_witness_stay_a_witness_in_a_third_document():
    speakers = [
        ("Ilena Dorsath", "a", "witness"),
        ("Edda Corlin", "b", "author"),
        ("Matthis Orrel", "c", "official"),
    ]
    _, findings = settled([quoted(TESTIMONY, *speaker) for speaker in speakers])
    assert "two speakers" not in kinds(findings)


def test_a_witness_is_one_origin_without_a_name():
    line = (
        "{1,800 euros | money exact 1800 EUR} <were owed for the bus, the bed and the boots at the mill>. : "
    )
    sheets = [told_by(line, "Ilena Dorsath", "a"), told_by(line, "Nessa", "b")]
    figures, findings = settled(sheets)
    [figure] = figures
    assert [origin.name for origin in figure.origins] == ["a witness"]
    shown = repr(
        (figures, [finding.says for finding in findings], [link.because for link in Sheets(sheets).links()])
    )
    assert "Dorsath" not in shown
    assert "Nessa" not in shown


def told_by(line, name, document):
    made = sheet([line + name], document, None, f"The {document} Courier")
    return replace(
        made,
        claims=tuple(
            replace(claim, chain=(claim.chain[0], Step(name, "witness")), basis="witnessed")
            for claim in made.claims
        ),
    )


def quoted(said, speaker, name, role="witness"):
    made = sheet([f"“{said},” said {speaker}."], name, None, f"The {name} Courier")
    text = made.document.text
    content = Span(1, text.index(",”"))
    source = Source((Span(text.index(speaker), text.index(speaker) + len(speaker)),), speaker, role)
    cue = Span(text.index("said "), text.index("said ") + 4)
    return replace(made, claims=(), attributions=(Attribution("direct", source, (cue,), (content,)),))


def test_every_finding_has_evidence_and_a_sentence():
    _, findings = settled(
        [
            sheet([DEBT, DEATHS, LONE], "a", "2024-03-11"),
            sheet([BARE, OTHER], "b", "2024-03-12", "The Osmere Herald"),
        ]
    )
    assert findings
    for finding in findings:
        assert finding.kind in FINDINGS
        assert finding.says.endswith(".")
        assert 0 < finding.weight <= 1
        assert finding.evidence
        assert all(0 < len(piece.text) < 600 for piece in finding.evidence)
    assert [finding.weight for finding in findings] == sorted(
        (finding.weight for finding in findings), reverse=True
    )


def test_the_order_of_documents_does_not_matter():
    sheets = [
        sheet([DEBT, DEATHS, LONE], "a", "2024-03-11"),
        sheet([BARE, OTHER], "b", "2024-03-12", "The Osmere Herald"),
        sheet([DEBT, DEATHS], "c", None, "The Quay Gazette"),
    ]
    assert len({repr(settled(list(order))) for order in permutations(sheets)}) == 1


ids = st.sampled_from("abcdefgh")
some_links = st.lists(
    st.builds(
        Link,
        ids,
        ids,
        st.sampled_from(["same", "drift", "update", "conflict", "impossible"]),
        st.sampled_from([AS_SHARE, 0.55, 0.7, 0.9]),
    ),
    max_size=12,
)


@given(some_links, st.randoms())
def test_groups_do_not_depend_on_the_order_of_links(links, random):
    shuffled = list(links)
    random.shuffle(shuffled)
    leaders = gathered("abcdefgh", links)
    assert leaders == gathered("abcdefgh", shuffled)
    assert all(leaders[first] == first <= claim for claim, first in enumerate(leaders))


def gathered(ids, links):
    """Return the place of each claim's leader."""
    return list(groups(len(ids), LinkColumns(ids, links)))


def test_doubtful_steps_do_not_chain_two_groups():
    sure = [Link("a", "b", "same", 0.9), Link("c", "d", "same", 0.9)]
    assert gathered("abcd", [*sure, Link("b", "c", "drift", 0.6)]) == [0, 0, 2, 2]
    assert gathered("abcd", [*sure, Link("b", "c", "same", 0.9)]) == [0, 0, 0, 0]


def test_a_share_and_its_count_are_one_figure_only_where_neither_is_told_elsewhere():
    in_one_clause = Link("a1", "a2", "same", AS_SHARE)
    assert gathered(["a1", "a2"], [in_one_clause]) == [0, 0]
    told_again = Link("a2", "b1", "same", 0.9)
    assert gathered(["a1", "a2", "b1"], [in_one_clause, told_again]) == [0, 1, 1]


@pytest.mark.parametrize(("weight", "expected"), [(CONVERTED_APART, [0, 0]), (0.7, [0, 1])])
def test_one_amount_with_two_conversions_is_one_figure_and_nothing_else_that_is_impossible(weight, expected):
    assert gathered(["a1", "b1"], [Link("a1", "b1", "impossible", weight)]) == expected


@pytest.mark.parametrize(("drift", "expected"), [(("measure",), [0, 0, 0, 0]), (("value",), [0, 0, 2, 2])])
def test_one_number_told_in_other_words_joins_two_groups(drift, expected):
    links = [
        Link("a1", "a2", "same", 0.9),
        Link("b1", "b2", "same", 0.9),
        Link("a1", "b1", "drift", 0.75, drift),
    ]
    assert gathered(["a1", "a2", "b1", "b2"], links) == expected


def test_evidence_of_one_origin_leaves_out_who_contradicts_it():
    lines = [sheet([DEATHS], name, "2024-03-11", f"The {name} Gazette") for name in "abcdef"]
    figures, findings = settled([*lines, sheet([OTHER], "g", "2024-03-12", "The Osmere Herald")])
    told = [finding for finding in findings if finding.kind == "one origin"]
    assert told
    assert all(piece.passage.document != "g" for finding in told for piece in finding.evidence)
    assert len(figures) == 1


def test_an_unnamed_part_does_not_hide_a_name():
    made = sheet([DEBT], "a", "2024-03-11")
    named = [
        replace(claim, chain=(claim.chain[0], Step("Matthis Orrel", "unnamed"))) for claim in made.claims
    ]
    figures, _ = settled([replace(made, claims=tuple(named))])
    assert [origin.name for origin in figures[0].origins] == ["Matthis Orrel"]


@pytest.mark.parametrize("word", ["Final", "Persons", "title 22 foreign relations"])
def test_an_ordinary_word_is_no_origin(word):
    line = DEBT.replace("Open Harbour Watch", word)
    sheets = [sheet([line], name, "2024-03-11", f"The {name} Gazette") for name in "abcdefg"]
    figures, findings = settled(sheets)
    assert figures[0].origins == ()
    assert "one origin" not in kinds(findings)


def test_one_origin_of_two_documents_shows_the_words_that_attribute():
    sheets = [sheet([LONE, DEBT], name, "2024-03-11", f"The {name} Gazette") for name in "ab"]
    _, findings = settled(sheets)
    [told] = [finding for finding in findings if finding.kind == "one origin"]
    assert {piece.text for piece in told.evidence} == {"report published by Open Harbour Watch"}


def test_the_origins_own_document_shows_its_title():
    own = sheet([BARE], "a", "2024-03-11", "Open Harbour Watch")
    text = "Cold Hands\n\n" + own.document.text
    moved = [replace(claim, span=Span(claim.span.start + 12, claim.span.end + 12)) for claim in own.claims]
    zones = (Zone(Span(0, 10), "title"), Zone(Span(12, len(text)), "main"))
    own = replace(own, document=replace(own.document, text=text, zones=zones), claims=tuple(moved))
    lines = {"b": DEBT, "c": COUNTED.format(1912, "crates"), "d": COUNTED.format(3418, "drivers")}
    others = [sheet([line], name, "2024-03-12", f"The {name} Gazette") for name, line in lines.items()]
    _, findings = settled([own, *others])
    [told] = [finding for finding in findings if finding.kind == "one origin"]
    assert told.evidence[0].text == "Cold Hands"


def test_one_origin_shows_the_figure_that_most_documents_repeat():
    silent = DEBT.replace(
        ", according to a report published by Open Harbour Watch. : Open Harbour Watch", "."
    )
    own = sheet([BARE], "o", "2024-03-10", "Open Harbour Watch")
    sheets = [sheet([LONE, DEBT], name, "2024-03-11", f"The {name} Gazette") for name in "ab"]
    _, findings = settled([own, *sheets, sheet([silent], "c", "2024-03-12", "The Osmere Herald")])
    [told] = [finding for finding in findings if finding.kind == "one origin"]
    assert {piece.passage.document for piece in told.evidence} == {"o", "a", "b", "c"}
    assert "Four documents repeat: " in told.says
    assert told.says.endswith("One of them does not say so.")


def test_documents_that_do_not_say_whose_a_figure_is_are_told_as_such():
    said = [sheet([DEBT], name, "2024-03-11", f"The {name} Gazette") for name in "abcdef"]
    silent = DEBT.replace(
        ", according to a report published by Open Harbour Watch. : Open Harbour Watch", "."
    )
    figures, findings = settled([*said, sheet([silent], "g", "2024-03-13", "brackish-blog")])
    assert len(figures[0].claims) == 7
    [told] = [finding.says for finding in findings if finding.kind == "one origin"]
    assert "Seven documents repeat" in told
    assert "One of them does not say so" in told


ASKED = "{1,912 | count exact 1912} [packers] <were asked for it>, according to a report published by Open Harbour Watch. : Open Harbour Watch"


def test_how_many_an_origin_asked_is_not_the_figure_that_documents_repeat():
    said = [sheet([ASKED, DEBT], name, "2024-03-11", f"The {name} Gazette") for name in "abcdef"]
    [told] = [finding for finding in settled(said)[1] if finding.kind == "one origin"]
    assert all("64%" in piece.text for piece in told.evidence)


TALKED = "We <spoke to> {1,912 | count exact 1912} [packers] in Vessany. : Open Harbour Watch"
HEARD = "{1,912 | count exact 1912} [packers] told it, according to a report published by Open Harbour Watch. : Open Harbour Watch"


def test_to_how_many_the_maker_spoke_is_no_figure_that_documents_repeat():
    own = sheet([TALKED, BARE], "o", "2024-03-10", "Open Harbour Watch")
    said = [sheet([HEARD, DEBT], name, "2024-03-11", f"The {name} Gazette") for name in "abcdef"]
    [told] = [finding for finding in settled([own, *said])[1] if finding.kind == "one origin"]
    assert all("64%" in piece.text for piece in told.evidence)


def test_reasons_are_plain_sentences_and_names_have_capitals():
    because = [reason for link in Sheets(
        [sheet([DEBT], "a", "2024-03-11"), sheet([BARE], "b", "2024-03-12", "The Osmere Herald")]
    ).links() for reason in link.because]  # fmt: skip
    assert "both go back to Open Harbour Watch" in because
    assert not any("differ in" in reason for reason in because)


def test_whom_a_testimony_is_about_is_not_set_beside_another_name():
    line = "[{name}] <had paid> {{1,847 euros | money exact 1847 EUR}} <for the bus, the bed and the boots of the mill>."
    one, other = sheet([line.format(name="Ilena Dorsath")], "a"), sheet([line.format(name="Nessa")], "b")
    other = replace(
        other, claims=tuple(replace(c, quantity=replace(c.quantity, hedge="about")) for c in other.claims)
    )
    one = replace(one, document=replace(one.document, kind="testimony", published="2023-01-01"))
    told = replace(one.claims[0], id="told", chain=(*one.claims[0].chain, Step("Ilena Dorsath", "witness")), basis="witnessed", quantity=None, text="the mill was cold", terms=("mill", "cold"))  # fmt: skip
    one = replace(one, claims=(*one.claims, told))
    links = list(Sheets([one, other]).links())
    figures, findings = settled([one, other])
    assert links
    assert not any(
        "Dorsath" in f"{figure.label} {figure.population}" for figure in figures if len(figure.claims) > 1
    )
    for finding in findings:
        shown = finding.says + " ".join(piece.text for piece in finding.evidence)
        assert "Dorsath" not in shown or "Nessa" not in shown
    assert "drift" in kinds(findings)
    for says in [*(" ".join(link.because) for link in links), *(finding.says for finding in findings)]:
        assert "Dorsath" not in says or "Nessa" not in says


def test_a_body_stands_behind_the_index_that_it_speaks_in():
    text = "The Halden Wages Trust said in its 2023 Harbour Wages Index that pay has fallen.\n\n"
    lines = [
        "{2.6 million | count exact 2600000} [dockers of Karvelia] <live below the line>. : Halden Wages Trust",
        "{2.6 million | count exact 2600000} [dockers of Karvelia] <live below the line>. : Harbour Wages Index",
    ]
    made = sheet(lines, "a")
    whole = made.document.text + text
    document = replace(made.document, text=whole, zones=(Zone(Span(0, len(whole)), "main"),))
    figures, _ = settled([replace(made, document=document, voices=voices(document))])
    assert len({origin.name for figure in figures for origin in figure.origins}) == 1


def test_sentences_show_what_differs():
    _, findings = settled(
        [sheet([DEATHS], "a", "2024-03-11"), sheet([OTHER], "b", "2024-03-12", "The Osmere Herald")]
    )
    [conflict] = [finding for finding in findings if finding.kind == "conflict"]
    assert "“73” and “41”" in conflict.says or "“41” and “73”" in conflict.says


def test_dates_some_days_apart_are_told_at_once():
    dates = (FoundDate("2024-03-11", "text", Span(0, 4)), FoundDate("2024-03-19", "text", Span(5, 9)))
    sheets = [sheet([LONE], name, "2024-03-11") for name in "abc"]
    _, findings = settled([replace(each, document=replace(each.document, dates=dates)) for each in sheets])
    [found] = [finding for finding in findings if finding.kind == "dates disagree"]
    assert found.says.startswith("Three documents")
    assert len(found.evidence) == 3


def test_many_files_that_are_mostly_something_else_are_told_at_once():
    sheets = []
    for name in "abc":
        made = sheet([LONE], name, "2024-03-11")
        text = made.document.text + "\n\nRegatta pictures and tide tables. " * 90
        zones = (*made.document.zones, Zone(Span(made.document.zones[0].span.end, len(text)), "related"))
        sheets.append(replace(made, document=replace(made.document, text=text, zones=zones)))
    _, findings = settled(sheets)
    [found] = [finding for finding in findings if finding.kind == "furniture"]
    assert found.says.startswith("Of three files less than half is their story")


def test_numbers_that_are_carried_on_to_other_years_are_told_at_once():
    lines = [
        "{1,912 | count exact 1912} [people] <live in the shelters on the south quay of Vessany>.",
        "{64.2% | share exact 0.642} of [migrant women in the fish halls of Vessany] <work off a recruitment debt>.",
        "{18,472 tonnes | mass exact 18472 t} of [herring] <were landed at the auction of Lindhavn>.",
        "{731 | count exact 731} [dredgers] <are registered at the harbour office of Osmere>.",
    ]

    def edition(year, name):
        return sheet([f"{line} ~ {year}" for line in lines], name, f"{year}-12-01", "Karvelian Yearbook")

    _, findings = settled([edition(2019, "a"), edition(2022, "b")])
    [drift] = [finding for finding in findings if finding.kind == "drift"]
    assert drift.says.startswith("Four figures have the same number in two documents")
    assert "2019" in drift.says and "2022" in drift.says


def test_values_of_several_editions_are_told_at_once():
    def edition(number, year):
        line = f"{{{number:,} | count exact {number}}} [people] <live in the shelters on the south quay of Vessany>. ~ {year}"
        return sheet([line], str(year), f"{year}-12-01", "Karvelian Yearbook")

    _, findings = settled([edition(1912, 2019), edition(2044, 2020), edition(2317, 2021)])
    [found] = [finding for finding in findings if finding.kind == "update"]
    assert "of three documents" in found.says
