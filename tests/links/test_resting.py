"""Documents that have several numbers from the report of a body, and figures of which they do not say whose they are."""

from dataclasses import replace
from decimal import Decimal

import pytest

from firsthand.links.resting import Numbers, resting

from .dossier import settled
from .plain import sheet

SAID = "{{{0} | count exact {0}}} [{1}] <were counted> at the port of Vessany."
REPORT = [(87, "packers"), (648, "barges"), (1905, "drivers")]


def gathered(**documents):
    numbers = Numbers()
    for name, told in documents.items():
        numbers.add(name, (("count", Decimal(number), float(len(str(number)))) for number in told))
    return numbers


def rests(report, article, *, number=871, other=(), published="2024-03-02", others=0):
    """The giver of a number in an article beside the reports of two bodies, among so many other documents."""
    more = {f"page {each}": () for each in range(others)}
    numbers = gathered(report=report, other=other, article=article, **more)
    made = [("report", "watch", "2024-03-01"), ("other", "ministry", "2024-02-01")]
    found = resting(numbers, made, [*made, ("article", "herald", published)])
    return found.giver("article", published, ("count", Decimal(number), float(len(str(number)))))


@pytest.mark.parametrize(
    ("article", "body"),
    [
        ([87, 648, 1905, 12], "watch"),
        ([87, 648, 33], None),
        ([87, 12, 33], None),
        ([87, 648, 1905, *range(100, 140)], None),
    ],
    ids=["several", "two", "one", "few of many"],
)
def test_several_numbers_of_one_body(article, body):
    assert rests([87, 648, 1905], article, number=87) == body


@pytest.mark.parametrize(("others", "body"), [(0, "watch"), (60, None)], ids=["few documents", "many"])
def test_among_few_documents_one_number_of_three_digits_does(others, body):
    assert rests([871, 648], [871, 12], others=others) == body


def test_a_number_that_two_bodies_gave_is_of_neither():
    assert rests([871, 648, 1905, 77], [871, 648, 1905, 77], other=[871]) is None


def test_who_printed_a_number_before_has_it_from_elsewhere():
    assert rests([871, 648, 1905], [871, 648, 1905], published="2024-02-11") is None


def documents(*lines):
    report = sheet([SAID.format(*each) for each in REPORT], "a", "2024-03-01", "Open Harbour Watch")
    own = tuple(replace(claim, first_hand=True, basis="made") for claim in report.claims)
    report = replace(report, claims=own, document=replace(report.document, kind="report"))
    told = [
        SAID.format(*each).replace("were counted> at the port of Vessany", "sang> at the fair of Osmere")
        for each in lines
    ]
    return [report, sheet(told, "b", "2024-03-02", "The Osmere Herald")]


@pytest.mark.parametrize(("last", "named"), [(1905, ["Open Harbour Watch"]), (1777, [])])
def test_a_figure_of_nobody_is_of_who_gave_its_number_and_others(last, named):
    found, _ = settled(documents((87, "fishwives"), (648, "ferries"), (last, "coaches")))
    [figure] = [figure for figure in found if "fishwives" in figure.label]
    assert [origin.name for origin in figure.origins] == named
    assert all("gave the number before" in because for each in figure.origins for because in each.because)
