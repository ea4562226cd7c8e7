"""A claim in normal form, for people: what its number may be, and in what."""

from decimal import Decimal

from firsthand.interface import number
from firsthand.records import Quantity

SIGNS = {
    "about": "about ",
    "more than": "more than ",
    "less than": "less than ",
    "order of magnitude": "at least ",
}


def value(quantity: Quantity) -> str:
    """Return what a quantity's words allow, with its unit.

    >>> from firsthand.records import Span
    >>> value(Quantity(Span(0, 1), "share", Decimal("0.6"), Decimal("0.6"), "about"))
    'about 60%'
    """
    low, high = quantity.low, quantity.high
    unit = _unit(quantity)
    change = {"up": ", a rise", "down": ", a fall"}.get(quantity.direction or "", "")
    if low is None and high is None:
        return "no number"
    if low == high and low is not None:
        said = f"{SIGNS.get(quantity.hedge, '')}{_written(low, quantity)}"
    elif high is None and low is not None:
        said = f"{SIGNS.get(quantity.hedge, 'at least ')}{_written(low, quantity)}, no upper end"
    elif low is None and high is not None:
        word = "less than " if quantity.hedge == "less than" else "at most "
        said = f"{word}{_written(high, quantity)}, no lower end"
    else:
        said = f"{_written(low or Decimal(0), quantity)} to {_written(high or Decimal(0), quantity)}"
    return (_with_unit(said, unit) if unit else said) + change


def _with_unit(said: str, unit: str) -> str:
    for end in (", no upper end", ", no lower end"):
        if said.endswith(end):
            return f"{said.removesuffix(end)} {unit}{end}"
    return f"{said} {unit}"


def _written(amount: Decimal, quantity: Quantity) -> str:
    if quantity.kind == "share" and not quantity.unit:
        return f"{_grouped(amount * 100)}%"
    return _grouped(amount)


def _grouped(amount: Decimal) -> str:
    plain = number(amount) or "0"
    whole, point, rest = plain.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else plain


def _unit(quantity: Quantity) -> str:
    unit = quantity.unit or ""
    return f"{unit} per {quantity.per}".strip() if quantity.per else unit
