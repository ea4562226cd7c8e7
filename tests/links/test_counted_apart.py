"""Conflicts between papers that share no link: what several bodies count for themselves."""

from dataclasses import replace

import pytest

from firsthand.links import settle
from firsthand.records import Link, Marks, Time

from .dossier import Sheets
from .plain import sheet
from .test_findings import told
from .test_repeating import released

POLICE, WATCH, CLINIC = "Karvelian Police", "Open Harbour Watch", "Saint Luce Clinic"


def paper(line, name, house, day="2024-03-20"):
    return released(f"{line} : {house}", name, day, house, "report")


def apart(*papers, marks=None):
    """Return the sentences that say what several bodies count for themselves."""
    found = told(list(papers), "conflict", marks)
    return [finding.says for finding in found if "for themselves" in finding.says]


DEAD = "{38 | count exact 38} [people] <died> in the course of the events."


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("We have recorded the <deaths> of {96 | count exact 96} [people].", 1),
        ("{96 | count exact 96} [people] have been <killed> since election night.", 1),
        ("{96 | count exact 96} [people] <died> there.", 0),
        ("{96 | count exact 96} [people] <died> of it.", 0),
        ("{96 | count exact 96} [people] <drowned in the harbour basin>.", 0),
        ("{96 | count exact 96} [women] <died>.", 0),
        ("{96 | count exact 96} [people] <died>. ~ 2019", 0),
        ("{9,600 | count exact 9600} [people] <died>.", 0),
        ("{At least 30 | count at least 30} [people] <died>.", 0),
        ("{96 | count exact 96} [people] were <injured>.", 0),
        ("In May we first reported {96 | count exact 96} [deaths].", 0),
    ],
)
def test_two_bodies_count_all_the_dead_of_whom_they_tell(other, found):
    says = apart(paper(DEAD, "a", POLICE), paper(other, "b", WATCH))
    assert len(says) == found
    assert all("Two bodies count the same for themselves" in each and "38" in each for each in says)


def test_three_bodies_are_told_in_one_finding():
    lines = DEAD, DEAD.replace("38", "96"), DEAD.replace("38", "140")
    papers = [
        paper(line, name, house)
        for line, name, house in zip(lines, "abc", (POLICE, WATCH, CLINIC), strict=True)
    ]
    [says] = apart(*papers)
    assert says.startswith("Three bodies")


def test_what_a_body_says_twice_or_a_newspaper_tells_is_no_count_of_its_own():
    assert not apart(paper(DEAD, "a", POLICE), paper(DEAD.replace("38", "96"), "b", POLICE))
    article = paper(DEAD.replace("38", "96"), "b", "The Osmere Herald")
    article = replace(article, document=replace(article.document, kind="press article"))
    assert not apart(paper(DEAD, "a", POLICE), article)


HOMES = "The company <moved> {104 | count exact 104} [households in permanent homes]."


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("We found {47 | count exact 47} [households in permanent homes] <>.", 1),
        ("So far {47 | count exact 47} [households in permanent homes] <>.", 0),
        ("We found {47 | count exact 47} [households in permanent homes] (of 312 households) <>.", 0),
        ("We found {47 | count exact 47} [boats] in the <harbour>.", 0),
    ],
)
def test_two_bodies_count_one_thing_in_the_same_words(other, found):
    says = apart(paper(HOMES, "a", POLICE), paper(other, "b", WATCH))
    assert len(says) == found


WATER = "We found {47 micrograms | measure exact 47 microgram} of [lead in the water of the wells] <>."


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("We found {31 micrograms | measure exact 31 microgram} of [lead in the water of the wells] <>.", 1),
        ("We found {less than 20 micrograms | measure less than 20 microgram} of [lead in the water of the wells] <>.", 0),
    ],
    ids=["another measurement", "a limit"],
)  # fmt: skip
def test_a_limit_of_what_is_measured_is_no_rival(other, found):
    assert len(apart(paper(WATER, "a", POLICE), paper(other, "b", WATCH))) == found


SHOT = "It was on the bridge of Osmere on 25 January. {Eleven | count exact 11} [people] <died>."
COURT = "On 25 January the unit stood on the bridge of Osmere. As a result {nine | count exact 9} [persons] <died>."


@pytest.mark.parametrize(("days", "found"), [(("25", "25"), 1), (("25", "26"), 0)])
def test_two_bodies_count_whom_one_day_killed_in_one_place(days, found):
    papers = paper(SHOT, "a", WATCH), paper(COURT, "b", "Regional Court")
    marks = {}
    for each, day in zip(papers, days, strict=True):
        start = each.document.text.index("25 January")
        span = replace(each.claims[0].span, start=start, end=start + len("25 January"))
        marks[each.document.id] = Marks(times=(Time(span, f"2024-01-{day}"),))
    assert len(apart(*papers, marks=marks)) == found


@pytest.mark.parametrize(("house", "found"), [(POLICE, 1), (WATCH, 0)])
def test_what_two_bodies_count_for_themselves_are_no_values_of_one_series(house, found):
    first = "{38 | count exact 38} [deckhands in Vessany] <were held since the strike began>."
    one, other = paper(first, "a", POLICE), paper(first.replace("38", "41"), "b", house, "2024-05-20")
    link = Link(one.claims[0].id, other.claims[0].id, "update", 0.7)
    retold = sheet([f"{first.replace('38', '41')} : {POLICE}"], "c", "2024-05-21")
    view = Sheets([one, other, retold])
    same = Link(other.claims[0].id, retold.claims[0].id, "same", 0.9)
    view.found = [link, same]
    assert len([finding for finding in settle(view)[1] if finding.kind == "update"]) == found
