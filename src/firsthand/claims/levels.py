"""Two levels told as one range: "rose from 310 to 480 crowns" states 310 crowns and 480."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from firsthand.lexicon import load
from firsthand.records import Document, Quantity, Span

REACH = 70
"""Characters before "from" in which it is said that something changed."""

KINDS = ("count", "share", "money")
ENDS = re.compile(
    r"(?P<from>from )(?P<first>\D{0,3}\d[\d.,]*\d|\d)(?P<unit>[^\d,.;]{0,20}?) to (?P<second>\D{0,3}\d[\d.,]*\d|\d)(?P<rest>.*)",
    re.DOTALL,
)


def levels(document: Document, quantity: Quantity) -> tuple[Quantity, ...]:
    """Return the two levels of a quantity that changed "from 310 to 480", else the quantity alone.

    Only where a word of change stands before "from" in its clause: "children from
    6 to 12" and "between 310 and 480" stay ranges.
    """
    start = quantity.span.start - (0 if document.text.startswith("from ", quantity.span.start) else 5)
    said = document.text[max(0, start) : quantity.span.end]
    ends = ENDS.fullmatch(said) if quantity.hedge == "range" and quantity.kind in KINDS else None
    if ends is None or quantity.low is None or quantity.high is None:
        return (quantity,)
    before = re.split(r"[.;:?!]", document.text[max(0, start - REACH) : start].lower())[-1]
    if _changing().search(before) is None:
        return (quantity,)
    one, other = (Decimal(re.sub(r"[^\d.]", "", ends[name])) for name in ("first", "second"))
    first, second = (quantity.low, quantity.high) if one <= other else (quantity.high, quantity.low)
    return (
        replace(quantity, span=Span(start + ends.start("first"), start + ends.end("unit")), low=first, high=first, hedge="exact", converted=None),
        replace(quantity, span=Span(start + ends.start("second"), quantity.span.end), low=second, high=second, hedge="exact"),
    )  # fmt: skip


@cache
def _changing(language: str = "en") -> re.Pattern[str]:
    table = load(language, "changes")
    told = {*table["up"]["words"], *table["down"]["words"], *table["moving"]["words"]}
    told |= {*table["nouns"]["up"], *table["nouns"]["down"]}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, told)))})\b")
