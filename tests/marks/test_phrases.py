"""The hard phrases of the shared gold data, right in every field. Left out where the shared data are not there."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from tests.marks.quantities_in_words import marks

from firsthand.records import Conversion, Quantity, Span

pytestmark = pytest.mark.shared

ENDS = ("low", "high")


def fields(quantity: Quantity | Conversion, text: str, wanted: dict[str, Any]) -> dict[str, Any]:
    """What a quantity says of the fields that the gold has, in the form of the gold."""
    found: dict[str, Any] = {}
    for name in wanted:
        value = quantity.span if name == "text" else getattr(quantity, name)
        if isinstance(value, Span):
            value = value.of(text)
        elif isinstance(value, Conversion):
            value = fields(value, text, wanted[name])
        elif isinstance(value, Decimal):
            value = f"{value.normalize():f}"
        found[name] = value
    return found


def test_every_phrase_is_right_in_every_field(shared) -> None:
    rows = [json.loads(row) for row in (shared / "gold" / "phrases.jsonl").read_text("utf-8").splitlines()]
    assert rows
    wrong = []
    for number, row in enumerate(rows):
        found = [each for each in marks(row["text"]) if each.low is not None or each.high is not None]
        said = [
            fields(each, row["text"], wanted) for each, wanted in zip(found, row["quantities"], strict=False)
        ]
        if said != row["quantities"] or len(found) != len(row["quantities"]):
            wrong.append((number, said))
    assert not wrong
