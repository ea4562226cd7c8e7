"""One claim, as the panel beside a document shows it: its normal form, its figure and origins, and the claims like it."""

from dataclasses import dataclass

from firsthand.dossier import Dossier
from firsthand.records import Claim, Document, Figure, Link, Origin

MOST = 8
"""Links to other claims that are shown."""

GRAVITY = {"impossible": 0, "conflict": 1, "drift": 2, "update": 3, "same": 4}


@dataclass(frozen=True, slots=True)
class Tie:
    """How a claim stands to another one; ``earlier`` says that the other one is the earlier."""

    link: Link
    other: Claim
    document: Document | None
    earlier: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A claim with its document, the figure to which it belongs, the origins that it leads to, and its ties.

    ``more`` is how many ties are not shown.
    """

    claim: Claim
    document: Document | None
    figure: Figure | None
    origins: tuple[Origin, ...]
    ties: tuple[Tie, ...]
    more: int


def card(dossier: Dossier, claim_id: str) -> Card:
    """Return the card of a claim. Raises UnknownId."""
    claim = dossier.claim(claim_id)
    figure = dossier.figure_of(claim_id)
    links = sorted(dossier.links_of(claim_id), key=lambda link: (GRAVITY[link.kind], -link.weight))
    others = {
        link: dossier.claim(link.later if link.earlier == claim_id else link.earlier) for link in links[:MOST]
    }
    heads = dossier.browse.heads([claim.document, *(other.document for other in others.values())])
    ties = tuple(
        Tie(link, other, heads.get(other.document), link.later == claim_id) for link, other in others.items()
    )
    origins = tuple(origin for origin in figure.origins if claim_id in origin.claims) if figure else ()
    return Card(claim, heads.get(claim.document), figure, origins, ties, len(links) - len(ties))
