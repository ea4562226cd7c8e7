"""Units of measure against each other, by the tables of the pint library: the ratio that "12 miles (19 km)" implies.

pint is loaded at the first question, because few documents ask one.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from firsthand.lexicon import load

if TYPE_CHECKING:
    from pint import UnitRegistry


def implied_ratio(unit: str, value: Decimal | None, other_unit: str, other: Decimal | None) -> Decimal | None:
    """Return how many times as much the second amount is as the first one, 1 where both are the same.

    None where the units do not measure the same thing or are not in the tables (currencies), and where a value is
    missing or zero.

    >>> round(implied_ratio("mile", Decimal(12), "km", Decimal(19)), 2)
    Decimal('0.98')
    """
    if value is None or other is None or not value:
        return None
    converted = in_unit(value, unit, other_unit)
    return None if not converted else other / converted


def in_unit(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """Return a value in another unit, None where the units do not measure the same thing."""
    names = pint_names()
    if unit not in names or wanted not in names:
        return None
    registry = _registry()
    source = registry.Quantity(value, names[unit])
    if not source.is_compatible_with(names[wanted]):
        return None
    return Decimal(str(source.to(names[wanted]).magnitude))


@cache
def pint_names() -> dict[str, str]:
    """Return the names of units as quantities carry them, with the names that pint knows them by."""
    names: dict[str, str] = load("en", "units")["conversion"]["values"]
    return names


@cache
def _registry() -> UnitRegistry[Decimal]:
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Decimal)
