"""Figures whose making nobody tells or finds out, and corrections below a heading."""

from dataclasses import replace

import pytest

from firsthand.records import Marks, Span, Step

from .plain import quantity, sheet
from .test_findings import COUNTED, added, told

SEIZED = "{{{0} | count exact {0}}} [boats] <were seized at the port of Vessany> in 2023."


def stated(line, name, day, house, kind):
    """A paper in which a body gives a figure of its own."""
    made = sheet([line], name, day, house)
    own = tuple(
        replace(claim, chain=(replace(claim.chain[0], role="organisation"),), first_hand=True)
        for claim in made.claims
    )
    return replace(made, claims=own, document=replace(made.document, kind=kind, publisher=house))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("We were unable to reproduce that number.", True),
        ("We have read that number with interest.", False),
    ],
)
def test_a_figure_that_somebody_could_not_reproduce(said, found):
    guard = stated(SEIZED.format(212), "a", "2024-01-20", "Karvelian Coast Guard", "report")
    told_again = SEIZED.format(212)[:-1] + ", according to the Karvelian Coast Guard. : Karvelian Coast Guard"
    inquiry = added(sheet([told_again], "b", "2024-06-18", "Ombudsman of Karvelia"), f" {said}")
    findings = told([guard, inquiry], "no method")
    assert bool(findings) is found
    for finding in findings:
        assert {piece.passage.document for piece in finding.evidence} == {"a", "b"}


@pytest.mark.parametrize(
    ("share", "behind", "found"),
    [
        ("9.8", "The figures that are being passed round are an invention.", True),
        ("9.8", "The figures that are being passed round are welcome.", False),
        ("9.8", "Whoever is ill will find that his fears are an invention.", False),
        ("9.8", "They are an invention.\n\nMethod\n\nOur staff went to every hall.", False),
    ],
    ids=["disputes", "does not", "disputes no figure", "says how"],
)
def test_a_statement_that_disputes_others_and_does_not_say_how_its_own_share_came_about(share, behind, found):
    line = f"{{{share}% | share exact 0.0{share.replace('.', '')}}} of [the children at the port of Vessany] <were ill>."
    made = stated(line, "a", "2024-03-14", "Ministry of Ports", "press release")
    findings = told([added(made, f" {behind}")], "no method")
    assert bool(findings) is found
    assert all(
        "Ministry of Ports says that the figures of others are wrong" in each.says for each in findings
    )


@pytest.mark.parametrize(("said", "found"), [("believe", True), ("counted", False)])
def test_what_a_body_only_believes(said, found):
    line = f"We {said} that {{318 | count exact 318}} [children] <were taken> to Vessany."
    made = stated(line, "a", "2024-03-14", "Mothers of the Quay", "press release")
    assert bool(told([made], "no method")) is found


def test_a_number_of_somebody_else_needs_no_method_of_its_own():
    guard = stated(SEIZED.format(212), "a", "2024-01-20", "Karvelian Coast Guard", "report")
    line = "We believe that " + SEIZED.format(212)
    taken = stated(line, "b", "2024-03-14", "Karvelian Dockers Front", "press release")
    assert not told([guard, taken], "no method")


def test_a_small_number_needs_no_method():
    line = SEIZED.format(2)
    own = stated(line, "a", "2024-03-14", "Ministry of Ports", "press release")
    other = sheet([SEIZED.format(9)], "b", "2024-03-11", "The Osmere Herald")
    assert not told([own, other], "no method")


@pytest.mark.parametrize(
    ("heading", "found"), [("Correction", True), ("Further reading", False)], ids=["corrects", "does not"]
)
def test_a_correction_below_a_heading(heading, found):
    text = f"\n\n{heading}\n\nReport No. 14 gave 73 foreign workers who died at the port of Vessany. By the books it is 37."
    made, marks = _marked(added(sheet(["The port of Vessany was <closed>."], "a", "2024-03-20"), text))
    findings = told(
        [made, sheet([COUNTED], "b", "2024-03-22", "The Osmere Herald")], "withdrawn figure", marks
    )
    assert bool(findings) is found
    assert all("gave 73" in "".join(piece.text for piece in each.evidence) for each in findings)


def _marked(made):
    """A document with its two numbers marked."""
    text = made.document.text
    spans = [Span(text.rfind(number), text.rfind(number) + 2) for number in ("73", "37")]
    numbers = [quantity(["count", "exact", span.of(text)], span) for span in spans]
    return made, {"a": Marks(quantities=tuple(numbers))}


@pytest.mark.parametrize(
    ("name", "missing"), [("Ministry of Mines bulletin", True), ("Open Harbour Watch report", False)]
)
def test_a_work_that_a_report_here_takes_a_number_from_is_missing(name, missing):
    made = stated(SEIZED.format(212), "a", "2024-01-20", "Open Harbour Watch", "report")
    house = name.removesuffix(" bulletin").removesuffix(" report")
    document = replace(made.document, kind="report")
    chain = (replace(made.claims[0].chain[0], role="report"), Step(name, "report"))
    claims = tuple(replace(claim, chain=chain, first_hand=False, basis="made") for claim in made.claims)
    findings = told([replace(made, document=document, claims=claims)], "missing primary source")
    assert bool(findings) is missing
    assert all(house in each.says for each in findings)


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("Report of the Board of Inquiry into the Fire: conclusions", False),
        ("Statement on the report of the Board of Inquiry", True),
    ],
)
def test_a_body_whose_name_is_in_the_title_of_its_report_is_here(title, missing):
    told_by = sheet([f"{SEIZED.format(212)} : Board of Inquiry"], "a", "2024-02-20")
    own = stated(SEIZED.format(340), "b", "2024-01-20", "National Assembly", "report")
    own = replace(own, document=replace(own.document, title=title))
    assert bool(told([told_by, own], "missing primary source")) is missing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In our report we wrote that 73 foreign workers died at the port of Vessany. The correct number is 37.", True),
        ("We have to correct a number of our own. In March we informed the press that some 73 foreign workers died at the port of Vessany. The true number is about 37.", True),
        ("On one point we put ourselves right. Last week this office told a news agency that 73 foreign workers died at the port of Vessany. It is about 37.", True),
        ("Last week this office told a news agency that 73 foreign workers died at the port of Vessany. Of these 37 were cooks.", False),
        ("In our report we wrote that 73 foreign workers died at the port of Vessany. Of these 37 were cooks.", False),
    ],
    ids=["takes back", "a number of its own", "told an agency", "only told an agency", "goes on"],
)  # fmt: skip
def test_a_number_that_is_taken_back_without_a_headline(text, found):
    made, marks = _marked(
        added(sheet(["The port of Vessany was <closed>."], "a", "2024-03-20"), f"\n\n{text}")
    )
    findings = told(
        [made, sheet([COUNTED], "b", "2024-03-22", "The Osmere Herald")], "withdrawn figure", marks
    )
    assert bool(findings) is found


def test_what_was_taken_back_is_still_stated_by_all_of_its_figure():
    """One tells it in words of the correction, the other one in its own."""
    text = "\n\nIn our report we wrote that 73 foreign workers died at the port of Vessany. The correct number is 37."
    made, marks = _marked(added(sheet(["The port of Vessany was <closed>."], "a", "2024-03-20"), text))
    near = sheet([COUNTED], "b", "2024-03-22", "The Osmere Herald")
    again = sheet([COUNTED.replace(" at the port of Vessany", " there")], "c", "2024-03-23", "Karvelia Today")
    [finding] = told([made, near, again], "withdrawn figure", marks)
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{64% | share exact 0.64} of [our guests] <were satisfied with the food>.", True),
        (
            "{64% | share exact 0.64} of [the 312 guests who were asked] <were satisfied with the food>.",
            False,
        ),
        ("{64% | share exact 0.64} of [our guests] <came by ferry>.", False),
    ],
    ids=["nobody is told of", "so many were asked", "no opinion"],
)
def test_a_share_of_people_who_think_something(line, found):
    made = sheet([line], "a", "2024-03-20", "Ministry of Ports")
    claims = tuple(
        replace(each, chain=(replace(each.chain[0], role="organisation"),)) for each in made.claims
    )
    made = replace(made, document=replace(made.document, kind="press release"), claims=claims)
    assert any("who asked" in each.says for each in told([made], "no method")) is found
