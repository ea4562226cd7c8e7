"""What the dossier says of one figure of a draft: the claims that speak of the same, and the verdict from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from firsthand.records import Claim, Document, Figure, Link, Verdict

NEARER = {"same": 0, "drift": 1, "update": 2, "conflict": 3, "impossible": 4}
"""The order in which links are near."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim of the draft stands to one of the dossier, with the figure and the named origin of that one.

    ``own`` says that it stands in a document of the origin itself.
    """

    link: Link
    claim: Claim
    document: Document
    figure: Figure | None
    origin: str | None
    own: bool

    @property
    def traced(self) -> bool:
        """Whether somebody is named who produced it, or who tells it was there."""
        return self.origin is not None or self.claim.first_hand


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and the claim on which it rests, None when nothing in the dossier speaks of it."""

    verdict: Verdict
    rests_on: Standing | None

    @property
    def rank(self) -> int:
        """Its place among the verdicts, the most favourable first."""
        return get_args(Verdict).index(self.verdict)


def verdict(found: Iterable[Standing]) -> Judged:
    """Return the most favourable verdict that is true.

    What documents print in other words than their origin is not supported by that origin: where the origin's own
    words are in the dossier and differ, the draft has drifted from them, however many papers drifted before.
    """
    ordered = sorted(found, key=_nearness)
    same = [each for each in ordered if each.link.kind == "same"]
    others = [each for each in ordered if each.link.kind != "same"]
    traced = [each for each in same if each.traced]
    if any(each.own for each in traced):
        return Judged("supported", _to_cite(traced))
    figures = {each.figure.id for each in same if each.figure}
    origins = {each.origin for each in traced}
    drifted = [
        each
        for each in others
        if (each.own and each.origin in origins and each.link.kind in ("drift", "conflict"))
        or (
            not traced
            and each.traced
            and each.link.kind == "drift"
            and each.figure
            and each.figure.id in figures
        )
    ]
    if same and not drifted:
        return Judged("supported", _to_cite(traced)) if traced else Judged("repeated only", same[0])
    nearest = drifted or others
    if not nearest:
        return Judged("without a source", None)
    changed = nearest[0].link.kind in ("drift", "update")
    return Judged("drifted" if changed else "conflicting", nearest[0])


def _to_cite(traced: list[Standing]) -> Standing:
    """The nearest claim that can be cited: what a document says before what a witness told in confidence."""
    told = [each for each in traced if each.document.kind != "testimony"]
    same = [each for each in told if each.own == told[0].own]
    return next((each for each in same if "\t" not in each.claim.text), told[0] if told else traced[0])


def _nearness(each: Standing) -> tuple[bool, bool, int, bool, int, float, str, str]:
    """The order of claims: the origin's own words first, then those that lead to an origin, then by what differs."""
    link = each.link
    return (
        not each.own, not each.traced, NEARER[link.kind], "value" in link.drift, len(link.drift), -link.weight,
        each.document.published or "9999", each.claim.id,
    )  # fmt: skip
