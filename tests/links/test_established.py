"""Numbers that one document has as established and another one only as reported."""

from dataclasses import replace

import pytest

from .plain import sheet
from .test_findings import told


def paper(text, name, outlet="The Halden Courier"):
    """A document in whose sentence 94 injuries stand."""
    made = sheet(
        ["{94 | count exact 94} [injuries] <to dockers at the port of Vessany>."],
        name,
        f"2024-03-2{name == 'b'}",
        outlet,
    )
    whole = text.replace("94", made.claims[0].text.rstrip("."))
    at = whole.index(made.claims[0].text.rstrip("."))
    moved = made.claims[0].span.start + at
    claims = tuple(
        replace(
            each,
            span=replace_span(each.span, moved),
            quantity=replace(each.quantity, span=replace_span(each.quantity.span, moved)),
        )
        for each in made.claims
    )
    zones = (replace(made.document.zones[0], span=replace_span(made.document.zones[0].span, 0, len(whole))),)
    return replace(made, document=replace(made.document, text=whole, zones=zones), claims=claims)


def replace_span(span, by, end=None):
    return type(span)(span.start + by, span.end + by if end is None else end)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Parents spoke of 94.", "It is confirmed that there were 94.", True),
        ("Parents spoke of 94.", "It is not confirmed that there were 94.", False),
        ("The doctors proved 94.", "It is confirmed that there were 94.", False),
        ("There were 94.", "It is confirmed that there were 94.", False),
    ],
    ids=["only reported", "denied", "known before", "plainly said"],
)
def test_a_number_that_is_told_as_established(first, second, found):
    papers = [paper(first, "a"), paper(second, "b", "The Osmere Herald")]
    findings = [each for each in told(papers, "drift") if "as established" in each.says]
    assert bool(findings) is found
    assert all(len(each.evidence) == 2 for each in findings)
