"""Values behind a label, as reference works and fact sheets give them: "Area, land: 653,508 sq km".

Two of them are of one series when their labels say the same and their documents are about the same
place or subject. Then another number is a later value of the series, or a conflict.
"""

from dataclasses import replace

from firsthand.links.said import Label, Said
from firsthand.links.terms import is_kin, overlap, weight, with_kin
from firsthand.links.values import Stand, distinction, point, stand
from firsthand.records import Claim, Drift, Link, LinkKind

SPEAKING = 6.0
"""Rarity of a label's words from which it is taken for the same outside of one reference work."""

TELLING = 3.0
"""Distinction from which a number is seldom the same by chance."""

ALIKE = 0.45
"""Likeness from which two labels of one work may name one series, where the rarest word of the shorter is in both."""

RELABELLED = 0.6
"""How sure it is that a label has another name in another edition."""

RENAMED = "neither document has the label of the other; the series may have been renamed"


def in_series(earlier: Said, later: Said) -> Link | None:
    """Return how a value behind a label stands to an earlier one, None when they are not of one series."""
    one, other = earlier.label, later.label
    if one is None or other is None or one.tokens != other.tokens:
        return None
    return _linked(earlier, later, one)


def relabelled(earlier: Said, later: Said) -> tuple[float, Link] | None:
    """Return how alike two labels of one work are that are not the same, and the link if they name one series.

    Whether they do, only the two documents can tell: neither may hold the label of the other.
    """
    one, other = earlier.label, later.label
    if (
        one is None
        or other is None
        or one.head == other.head
        or one.tokens - one.head != other.tokens - other.head
    ):
        return None
    if not _one_work(earlier, later) or _figures(one) != _figures(other):
        return None
    found = with_kin(one.head, other.head)
    shorter = min(one.head, other.head, key=lambda head: (_sum(head), sorted(head)))
    rarest = max(sorted(shorter), key=_weight)
    longer = other.head if shorter is one.head else one.head
    likeness = found.likeness if any(is_kin(rarest, word) for word in longer) else 0.0
    if likeness < ALIKE:
        return None
    link = _linked(earlier, later, one)
    return (likeness, replace(link, weight=RELABELLED, because=(*link.because, RENAMED))) if link else None


def _linked(earlier: Said, later: Said, label: Label) -> Link | None:
    """How two values of one label stand to each other, None when their documents are not about the same."""
    a, b = earlier.claim, later.claim
    if a.quantity is None or b.quantity is None or _elsewhere(earlier, later):
        return None
    how = stand(a.quantity, b.quantity)
    if how == "incomparable" and not _one_work(earlier, later):
        return None
    scoped = _one_work(earlier, later) or bool(a.place and a.place == b.place)
    if not scoped and (how != "equal" or distinction(a.quantity) < TELLING or _sum(label.tokens) < SPEAKING):
        return None
    kind, sure, drift = _judged(earlier, later, how)
    return Link(a.id, b.id, kind, sure, drift, _reasons(label, a, b, how, drift))


def apart(earlier: Said, later: Said) -> bool:
    """Whether the titles of two documents are the names of two subjects."""
    x, y = earlier.subject, later.subject
    return bool(x and y) and overlap(x, y).containment < 0.5


def _elsewhere(earlier: Said, later: Said) -> bool:
    """Whether the two are about different places, or their documents about different subjects."""
    one, other = earlier.claim.place, later.claim.place
    if one and other:
        return one != other
    return apart(earlier, later)


def _one_work(earlier: Said, later: Said) -> bool:
    """Whether two documents are editions of one work: of the same publisher, or under the same title."""
    return bool(earlier.outlet and earlier.outlet == later.outlet) or bool(
        earlier.subject and earlier.subject == later.subject
    )


def _judged(earlier: Said, later: Said, how: Stand) -> tuple[LinkKind, float, tuple[Drift, ...]]:
    a, b = earlier.claim, later.claim
    dated = bool(a.period and b.period)
    same_date = dated and a.period == b.period
    if how == "incomparable" and not _same_digits(a, b):
        return "update", 0.7, ()
    if how in ("equal", "incomparable") and a.quantity and b.quantity:
        drift: list[Drift] = ["hedge"] if a.quantity.hedge != b.quantity.hedge else []
        if a.quantity.unit and b.quantity.unit and a.quantity.unit != b.quantity.unit:
            drift.append("unit")
        if dated and not same_date:
            drift.append("period")
        return ("drift" if drift else "same", 0.9 if drift else 0.97 if same_date else 0.95, tuple(drift))
    if _one_work(earlier, later) or not same_date:
        return "update", 0.85 if same_date else 0.8, ()
    return ("drift", 0.8, ("value",)) if how == "fits" else ("conflict", 0.8, ())


def _same_digits(a: Claim, b: Claim) -> bool:
    """Whether two quantities name one number, and not two units: "$9 billion" and "9 billion", "8 years" and "8"."""
    if a.quantity is None or b.quantity is None or "share" in (a.quantity.kind, b.quantity.kind):
        return False
    return point(a.quantity) == point(b.quantity)


def _reasons(label: Label, a: Claim, b: Claim, how: Stand, drift: tuple[Drift, ...]) -> tuple[str, ...]:
    found = [f"both stand behind the same label: “{label.shown}”"]
    if a.place and a.place == b.place:
        found.append(f"both are about the same place: {a.place}")
    number = "same number" if how == "equal" else "other numbers"
    found.append(f"{number}: “{a.number}” and “{b.number}”")
    if "period" in drift:
        found.append(f"they are about different times: “{a.period}” and “{b.period}”")
    return tuple(found)


def _figures(label: Label) -> frozenset[str]:
    return frozenset(token for token in label.tokens if token[0].isdigit())


def _sum(tokens: frozenset[str]) -> float:
    return sum(map(_weight, sorted(tokens)))


def _weight(token: str) -> float:
    return 0.0 if token[0].isdigit() else weight(token)
