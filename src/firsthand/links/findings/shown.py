"""A claim in a few words, for the sentences of findings, of a witness only the number; and where its number stands."""

from firsthand.links.case import Case
from firsthand.links.comparison import general
from firsthand.links.shelf import Brief
from firsthand.links.terms import content
from firsthand.records import Span


def shown(case: Case, claim: str) -> str:
    """Return a claim's number in quotation marks with whom it is about, or its clause where that is not said."""
    found = case.brief(claim)
    if not found.witness and content(found.population or "") <= general():  # "people" tell nothing of whom
        return f"“{found.label}”"
    people = None if found.witness else found.population
    number = found.shown or "a statement"
    return f"“{number}”" + (f" ({people})" if people and people not in number and len(people) < 80 else "")


def where_shown(text: str, brief: Brief) -> Span | None:
    """Return where the number of a claim stands in the text of its document; None where the text has it in other words."""
    at = text.find(brief.shown, brief.span.start, brief.span.end) if brief.shown else -1
    return Span(at, at + len(brief.shown or "")) if at >= 0 else None
