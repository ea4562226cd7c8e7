"""The printed JSON has the documented shape, and every text in it stands at its offsets."""

from decimal import Decimal

from firsthand import interface
from firsthand.records import (
    Attribution,
    Claim,
    Conversion,
    Document,
    Extraction,
    Marks,
    Original,
    Problem,
    Quantity,
    Source,
    Span,
    Time,
    Zone,
)

TEXT = "The office said 30 karvels ($4) were paid in 2019."


def extraction() -> Extraction:
    document = Document(
        "d", Original("a.txt", "0" * 64, "text/plain", len(TEXT)), TEXT, (Zone(Span(0, len(TEXT)), "main"),)
    )
    quantity = Quantity(
        Span(16, 26), "money", Decimal("30"), Decimal("30.0"), "exact", "KRV",
        converted=Conversion(Span(28, 30), Decimal(4), Decimal(4), "USD"),
    )  # fmt: skip
    said = Attribution(
        "indirect", Source((Span(0, 10),), "the office", "official"), (Span(11, 15),), (Span(16, 49),)
    )
    claim = Claim(
        "c",
        "d",
        Span(16, 49),
        TEXT[16:49],
        quantity,
        "30 karvels",
        "pay",
        None,
        None,
        None,
        "2019",
        (),
        False,
        "not named",
        "because",
    )
    return Extraction(
        document,
        Marks(quantities=(quantity,), attributions=(said,), times=(Time(Span(45, 49), "2019"),)),
        (claim,),
        (),
        "test",
    )


def every_span(value):
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from every_span(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from every_span(inner)


def test_every_text_stands_at_its_offsets():
    spans = list(every_span(interface.inspection(extraction())))
    assert len(spans) == 4
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in spans)


def test_numbers_are_decimal_strings_and_open_ends_null():
    quantity = interface.inspection(extraction())["quantities"][0]
    assert (quantity["low"], quantity["high"]) == ("30", "30")
    assert quantity["converted"]["unit"] == "USD"
    assert interface.number(None) is None
    assert interface.number(Decimal("0.60")) == "0.6"
    assert interface.number(Decimal("100")) == "100"


def test_a_claim_points_to_its_quantity():
    assert interface.inspection(extraction())["claims"][0]["quantity"] == 0


def test_a_file_that_cannot_be_read_has_the_same_fields():
    whole, none = (
        interface.inspection(extraction()),
        interface.unread("a.pdf", [Problem("a.pdf", "is encrypted")]),
    )
    assert whole.keys() == none.keys()
    assert whole["document"].keys() == none["document"].keys()
    assert none["document"]["id"] is None
    assert none["document"]["text"] == ""
    assert none["problems"] == [{"where": "a.pdf", "says": "is encrypted"}]
