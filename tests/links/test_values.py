"""How two quantities stand to each other where their units differ."""

from decimal import Decimal

import pytest

from firsthand.links.values import stand
from firsthand.records import Quantity, Span


def quantity(kind: str, value: str, unit: str, direction: str | None = None) -> Quantity:
    number = Decimal(value)
    return Quantity(Span(0, 1), kind, number, number, "exact", unit, None, direction)


CASES = [
    ("a fall by points, a fall by per cent", ("share", "0.12", "percentage point", "down"), ("share", "0.12", "", "down"), "equal"),
    ("a fall by points, a level", ("share", "0.12", "percentage point", "down"), ("share", "0.12", ""), "incomparable"),
    ("cubic metres, tonnes", ("volume", "1400000", "m³"), ("mass", "1400000", "t"), "apart"),
    ("cubic metres, other tonnes", ("volume", "1400000", "m³"), ("mass", "300", "t"), "incomparable"),
    ("a length, a duration", ("length", "40", "km"), ("duration", "40", "minute"), "incomparable"),
    ("hectares, acres", ("area", "1.8", "ha"), ("area", "1.8", "acre"), "apart"),
    ("metres, feet", ("length", "41", "m"), ("length", "41", "foot"), "apart"),
    ("litres, cubic metres", ("volume", "2000", "litre"), ("volume", "2", "m³"), "equal"),
    ("minutes, hours", ("duration", "15", "minute"), ("duration", "0.25", "hour"), "equal"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_how_two_quantities_stand(one, other, wanted):
    assert stand(quantity(*one), quantity(*other)) == wanted
