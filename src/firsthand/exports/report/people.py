"""Who speaks, in what role, how often, and whether at first hand."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from firsthand.exports.report.index import Index
from firsthand.records import Role

MOST = 120


@dataclass(slots=True)
class _Speaker:
    """What is counted of one name."""

    roles: Counter[Role] = field(default_factory=Counter)
    claims: int = 0
    first_hand: int = 0
    passed_on: int = 0
    documents: set[str] = field(default_factory=set)
    figures: set[str] = field(default_factory=set)


def content(found: Index) -> dict[str, Any]:
    """Return a row for each name that speaks, those with most claims first, and what is to be known about the rest.

    A claim counts for its furthest voice; whoever stands before it in the chain passes it on.
    """
    speakers: dict[str, _Speaker] = defaultdict(_Speaker)
    unnamed = 0
    for claim in found.release.claims:
        if not claim.chain or claim.chain[-1].name is None:
            unnamed += 1
        for n, step in enumerate(claim.chain):
            if step.name is None:
                continue
            speaker = speakers[" ".join(step.name.split())]
            speaker.roles[step.role] += 1
            speaker.documents.add(claim.document)
            if n < len(claim.chain) - 1:
                speaker.passed_on += 1
                continue
            speaker.claims += 1
            speaker.first_hand += claim.first_hand
            if claim.id in found.figure_of:
                speaker.figures.add(found.figure_of[claim.id].id)
    ranked = sorted(speakers.items(), key=lambda item: (-item[1].claims, -item[1].passed_on, item[0]))
    return {
        "rows": [_row(*item) for item in ranked[:MOST]],
        "more": max(0, len(ranked) - MOST),
        "unnamed": unnamed,
    }


def _row(name: str, speaker: _Speaker) -> dict[str, Any]:
    return {
        "name": name,
        "roles": ", ".join(
            role for role, _ in sorted(speaker.roles.items(), key=lambda item: (-item[1], item[0]))
        ),
        "claims": speaker.claims,
        "first_hand": speaker.first_hand,
        "passed_on": speaker.passed_on,
        "documents": len(speaker.documents),
        "figures": len(speaker.figures),
    }
