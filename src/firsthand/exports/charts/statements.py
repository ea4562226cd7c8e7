"""The statements of a figure in the order of publication, each as the interval that its words allow."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from firsthand.exports.charts import dates, scale
from firsthand.exports.charts.origins import Look, looks
from firsthand.exports.wording import clean
from firsthand.records import Claim, Document, DocumentKind, Figure, Quantity

BEYOND = {"more than", "less than"}
"""Hedges whose bound is not itself among the numbers that the words allow."""

ROUGH = {"about", "order of magnitude"}

STAGES: tuple[tuple[DocumentKind, ...], ...] = (
    ("testimony", "report", "press release"),
    ("press article", "other"),
    ("encyclopedia article",),
)
"""How far a kind of document usually stands from where a figure is made; it orders what came out on one day."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as it is drawn; ``days`` is when its document came out, None when that is not known.

    ``alike`` counts the later statements that it stands for, because they say the same by the same origin.
    """

    claim: Claim
    document: Document
    days: dates.Days | None
    look: Look
    alike: int = 0

    @property
    def quantity(self) -> Quantity | None:
        """What is stated; None where the words bound it at neither end."""
        quantity = self.claim.quantity
        return None if quantity is None or quantity.vague else quantity


def statements(
    figure: Figure, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> list[Statement]:
    """Return the statements of a figure, the first published first and those without a date last."""
    look = looks(figure)
    found = [
        Statement(
            claims[name],
            documents[claims[name].document],
            dates.days(documents[claims[name].document].published),
            look[name],
        )
        for name in dict.fromkeys(figure.claims)
    ]
    return sorted(found, key=_order)


def gathered(found: list[Statement], most: int) -> list[Statement]:
    """Return at most so many statements: where there are more, the first of those that say the same by the same origin."""
    if len(found) <= most:
        return found
    count = Counter(_sameness(each) for each in found)
    firsts = {_sameness(each): each for each in reversed(found)}
    kept = sorted(firsts.values(), key=_order)[:most]
    return [replace(each, alike=count[_sameness(each)] - 1) for each in kept]


def common_unit(found: list[Statement]) -> tuple[str, str]:
    """Return the kind and unit of most statements; only these share one number line."""
    units = Counter(_unit(each.quantity) for each in found if each.quantity)
    return max(units, key=lambda unit: (units[unit], unit), default=("count", ""))


def on_line(each: Statement, unit: tuple[str, str]) -> bool:
    """Whether a statement has a place on the number line of this kind and unit."""
    return each.quantity is not None and _unit(each.quantity) == unit


def bounds(found: list[Statement], unit: tuple[str, str]) -> Iterator[Quantity]:
    """Yield the quantities that stand on the number line."""
    return (each.quantity for each in found if each.quantity is not None and on_line(each, unit))


def line_of(found: list[Statement], unit: tuple[str, str], most: int = 6) -> scale.NumberLine:
    """Return the number line for these statements."""
    quantities = list(bounds(found, unit))
    ends = [end for quantity in quantities for end in (quantity.low, quantity.high) if end is not None]
    room = scale.Room(
        any(each.low is None for each in quantities), any(each.high is None for each in quantities)
    )
    return scale.number_line(ends, unit[1], room, most)


def stage(document: Document) -> int:
    """Return the place of a document's kind in ``STAGES``."""
    return next(n for n, kinds in enumerate(STAGES) if document.kind in kinds)


def called(document: Document) -> str:
    """Return how a document is called: by who published it, else by its title."""
    return clean(document.publisher or "") or clean(document.title or "") or untitled(document.kind)


def untitled(kind: DocumentKind) -> str:
    """Return how a document without a name is called."""
    return f"untitled {'document' if kind == 'other' else kind}"


def _unit(quantity: Quantity) -> tuple[str, str]:
    return ("change" if quantity.direction else "level"), scale.unit_of(quantity)


def _order(each: Statement) -> tuple[object, ...]:
    known = each.days is not None
    first = each.days[0].toordinal() if each.days else 0
    own = each.document.publisher == each.look.name
    where = called(each.document), each.claim.document, each.claim.span.start, each.claim.id
    return not known, first, not own, stage(each.document), *where


def _sameness(each: Statement) -> tuple[object, ...]:
    quantity = each.claim.quantity
    said = (
        (quantity.low, quantity.high, quantity.hedge, _unit(quantity))
        if quantity
        else each.claim.quantity_text
    )
    return said, each.look
