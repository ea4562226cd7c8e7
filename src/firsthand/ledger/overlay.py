"""A claim as it holds: what was extracted, with what reviewers set right laid over it."""

from dataclasses import replace
from typing import Any

import msgspec

from firsthand.ledger.json_text import from_json
from firsthand.records import Basis, Claim, Reviewed, Step

BY_REVIEWER = "by the decision of a reviewer"

PLAIN = ("measure", "population", "whole", "place", "period")
"""Fields of a claim that are words, or None where nothing is said."""

FIELDS = ("value", *PLAIN, "chain")
"""What a person may set right of a claim; ``value`` is low, high, hedge and unit of its quantity."""


def reviewed(claim: Claim, standing: Any, changes: str) -> Claim:
    """Return a claim with the fields that a person set right; ``changes`` is the JSON of the table ``reviewed``."""
    said = from_json(dict[str, Any], changes)
    if standing is None and not said:
        return claim
    found: dict[str, Any] = {field: said[field] for field in PLAIN if field in said}
    if "value" in said and claim.quantity is not None:
        found["quantity"] = msgspec.convert(
            {**msgspec.to_builtins(claim.quantity), **said["value"]}, type(claim.quantity), strict=False
        )
    if "chain" in said:
        found.update(_spoken_by(claim, msgspec.convert(said["chain"], tuple[Step, ...])))
    corrected = tuple(field for field in FIELDS if field in said)
    return replace(claim, **found, reviewed=Reviewed(standing, corrected))


def _spoken_by(claim: Claim, chain: tuple[Step, ...]) -> dict[str, Any]:
    """Return the chain with what follows from it: how the furthest voice knows."""
    basis, first_hand = claim.basis, claim.first_hand
    last = chain[-1] if chain else None
    if last is None or (last.name is None and last.role == "unnamed"):
        basis, first_hand = _known("not named"), False
    elif last.role == "witness":
        basis, first_hand = _known("witnessed"), True
    elif basis == "not named":
        basis = _known("repeated")
    return {"chain": chain, "basis": basis, "first_hand": first_hand, "because": BY_REVIEWER}


def _known(basis: Basis) -> Basis:
    return basis
