"""What is told of two claims by their outlines alone: never that they cannot meet where they would be linked."""

from itertools import combinations

import pytest

from firsthand.links import akin, between, choosing, outline
from firsthand.links.compare import compare
from firsthand.links.meeting import meeting
from firsthand.links.outline import outlined
from firsthand.links.pairing import _when
from firsthand.links.side import Side
from firsthand.records import Doubt, Sheet
from links.invented import DOSSIERS, extracted
from links.plain import claim


@pytest.mark.parametrize("name", DOSSIERS)
def test_no_two_claims_are_linked_whose_outlines_cannot_meet(name: str) -> None:
    sheets = [each.sheet for each in extracted(name)]
    refused = []
    for one, other in combinations(sorted(sheets, key=_when), 2):
        earlier = Side(one, one.voices.with_those_of(other.voices))
        later = Side(other, other.voices.with_those_of(one.voices))
        for a, b in _refused(one, other):
            first, second = earlier.said(a), later.said(b)
            if compare(first, second) or compare(first, second, related=True):
                refused.append((first.claim.text, second.claim.text))
    assert refused == []


def _refused(one: Sheet, other: Sheet) -> list[tuple[int, int]]:
    first, second = list(map(outlined, one.claims)), list(map(outlined, other.claims))
    return [
        (a, b) for a in range(len(first)) for b in range(len(second)) if meeting(first[a], second[b]) is None
    ]


def test_no_two_documents_are_linked_that_are_not_akin() -> None:
    found = [each for name in DOSSIERS for each in extracted(name)]
    refused, linked = 0, []
    for one, other in combinations(found, 2):
        pairs = [(a, b) for a in range(len(one.claims)) for b in range(len(other.claims))]
        chosen = choosing(one.outlines)([(a, b, other.outlines[b]) for a, b in pairs])
        if chosen.doubt is None or akin(one.sheet.subject, other.sheet.subject, chosen.doubt):
            continue
        refused += 1
        linked += between(one.sheet, other.sheet, chosen)
    assert linked == []
    assert refused > 20


FIRST = (
    "About {640 | count exact 640} [dock workers] <were dismissed> in Vessany @ Vessany : Open Harbour Watch"
)


def chosen(*lines: str) -> list[int]:
    """Return which of some claims may be linked to the first one."""
    one, *others = (claim(line, f"document {n}")[0] for n, line in enumerate((FIRST, *lines)))
    near = [(0, n, outline(other)) for n, other in enumerate(others)]
    return [there for _, there in choosing([outline(one)])(near).pairs]


def test_the_same_number_of_the_same_people_may_be_linked():
    assert chosen("Some {640 | count about 640} [dock workers] <lost their jobs> in Vessany @ Vessany") == [0]


def test_another_number_of_other_people_may_not():
    assert (
        chosen("The {71 | count exact 71} [lawyers] of the union <were questioned> in Vessany @ Vessany")
        == []
    )


def test_numbers_of_two_kinds_may_not():
    assert chosen("They lost {640 | money exact 640 USD} each when [dock workers] <were dismissed>") == []


def test_a_claim_without_an_outline_of_this_version_may_be_linked():
    one = outline(claim(FIRST)[0])
    other = outline(claim("They lost {5 | money exact 5 USD}", "two")[0])
    assert choosing([one])([(0, 0, None), (0, 1, b"\x91\x01"), (0, 2, other)]).pairs == [(0, 0), (0, 1)]
    assert choosing([None])([(0, 0, other)]).pairs == [(0, 0)]


def test_one_sum_before_two_currencies_may_be_one_where_the_papers_share_a_name():
    one = outline(claim("The bill was {3.6 million crowns | money exact 3600000 crown} for [glass]")[0])
    other = outline(
        claim("They <asked> {3.6 million dollars | money exact 3600000 USD} for [windows]", "two")[0]
    )
    found = choosing([one])([(0, 0, other)])
    assert found.pairs == [(0, 0)]
    assert found.doubt
    assert found.doubt.name


def doubt_of(first: str, second: str) -> Doubt | None:
    """Return what two documents must have in common for two claims to be linked."""
    one, other = claim(first)[0], claim(second, "two")[0]
    found = choosing([outline(one)])([(0, 0, outline(other))])
    assert found.pairs == [(0, 0)]
    return found.doubt


def test_a_common_number_asks_for_more_than_a_few_words_in_common():
    first = "Some {60 | count about 60} [dock workers] <were dismissed>"
    asked = doubt_of(
        first, "At least {60 | count at least 60} [dock workers] <were dismissed> by the harbour"
    )
    assert asked
    assert asked.sure


def test_a_seldom_number_of_the_same_asks_for_nothing_more():
    first = "In all {1,847 | count exact 1847} [dock workers] <were dismissed> by the harbour board"
    assert doubt_of(first, first) is None


def test_another_number_is_of_one_thing_where_a_place_is_named_in_both():
    first = "The {640 | count exact 640} [dock workers] <were dismissed by the harbour board> in {place} @ {place}"
    second = "The {712 | count exact 712} [dock workers] <were dismissed by the harbour board> in {place} @ {place}"
    here, there = (text.replace("{place}", "Vessany") for text in (first, second))
    assert doubt_of(here, there) is None
    elsewhere = doubt_of(here, second.replace("{place}", "Orlo"))
    assert elsewhere
    assert elsewhere.sure
