"""Ten thousand quotation marks: the marks of speech and the chains round them take time in proportion."""

from dataclasses import replace

import pytest
from tests.timing import quickest

from firsthand.claims.chains import Chains
from firsthand.language import Parse, parse
from firsthand.marks import attributions, provenance
from firsthand.records import Document, Marks, Original, Span, Zone


@pytest.mark.parametrize("unit", ["“We left,” she said. ", "“We left,” said Mara Osk of the port. "])
def test_ten_thousand_quotation_marks(unit: str) -> None:
    block = (unit * 10).strip()
    seconds(block, 100)
    small, large = seconds(block, 1_000), seconds(block, 10_000)
    assert large < 25 * small + 0.2


def seconds(block: str, marks: int) -> float:
    """Time for a document with so many quotation marks; one paragraph is parsed and stands again and again."""
    times, width = marks // block.count("“") // 2, len(block) + 2
    text = f"{block}\n\n" * times
    one = document(text)
    (paragraph,) = parse(document(block)).paragraphs
    spans = (Span(at * width, at * width + len(block)) for at in range(times))
    parsed = Parse(tuple(replace(paragraph, span=span) for span in spans), "test")
    assert speakers(one, parsed) > marks // 20
    return quickest(lambda: speakers(one, parsed))


def speakers(one: Document, parsed: Parse) -> int:
    """How many statements are given to somebody, each with the chain of those who passed it on."""
    found = Marks(attributions=attributions.find(one, parsed, Marks()))
    found = replace(found, provenance=provenance.find(one, parsed, found))
    chains = Chains(one, found)
    for each in found.attributions:
        chains.of(each.content[0])
    return len(found.attributions)


def document(text: str) -> Document:
    original = Original("d.txt", "0" * 64, "text/plain", len(text))
    return Document("d", original, text, (Zone(Span(0, len(text)), "main"),))
