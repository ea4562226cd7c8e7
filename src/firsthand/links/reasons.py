"""Why two claims were linked, in sentences that a person can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.links.ratios import as_share
from firsthand.links.voices import capitalised, voice_key
from firsthand.records import Claim

if TYPE_CHECKING:
    from firsthand.links.comparison import Comparison

DIFFER = {
    "sex": "one is about women, the other about men or about all",
    "age": "one is about children, the other about adults or about all",
    "status": "they count people in different capacities, such as workers and refugees",
    "extra": "one number comes on top of another, the other stands for itself",
    "outcome": "they tell of different things that happened to people",
    "measure": "they measure different things",
    "names": "they are about different peoples or countries",
    "place": "they are about different places",
    "whole": "they are shares of different wholes",
    "period": "they are about different times",
}
"""What it means that two claims contradict each other in an aspect."""

UNSAID = {
    "sex": "only one of them is restricted to women or to men",
    "age": "only one of them is restricted to children or to adults",
    "status": "only one of them says in what capacity people are counted",
    "extra": "only one of them comes on top of another number",
    "outcome": "only one of them says what happened to the people",
    "measure": "only one of them says what exactly is measured",
    "names": "only one of them names the people or country",
    "place": "only one of them names the place",
    "whole": "only one of them says of what it is a share",
    "period": "only one of them says when",
}
"""What it means that only one of two claims states an aspect."""


def reasons(laid: Comparison) -> tuple[str, ...]:
    """Return what agrees and what differs between two claims, agreement first."""
    one, other = laid.earlier.claim, laid.later.claim
    found = []
    if laid.verbatim:
        found.append("the two clauses have the same words")
    shared = sorted(laid.a.topic & laid.b.topic)
    if shared:
        found.append(f"both speak of: {', '.join(shared[:8])}")
    if one.quantity and other.quantity:
        found.append(_value(laid))
    private = any(
        said.testimony or any(step.role == "witness" for step in said.claim.chain)
        for said in (laid.earlier, laid.later)
    )
    if (
        one.population
        and other.population
        and not private
        and not laid.against & {"sex", "age", "status", "names"}
    ):
        found.append(f"same population: “{one.population}” and “{other.population}”")
    if laid.same_voice and not private:
        found.append(f"both go back to {_voice(laid.same_voice, one, other)}")
    found.extend(
        DIFFER[aspect] + ("" if private else f": {_both(aspect, one, other)}")
        for aspect in sorted(laid.against)
    )
    found.extend(UNSAID[aspect] for aspect in sorted(laid.open))
    return tuple(found)


def _voice(key: str, one: Claim, other: Claim) -> str:
    """The fullest name by which one of the claims calls a voice; with capitals where both call it otherwise."""
    names = {
        step.name
        for claim in (one, other)
        for step in claim.chain
        if step.name and voice_key(step.name) == key
    }
    return min(names, key=lambda name: (-len(name), name), default=capitalised(key))


def _value(laid: Comparison) -> str:
    one, other = laid.earlier.claim.number, laid.later.claim.number
    if laid.by_ratio:
        shares = " and ".join(map(_as_share, (laid.earlier.claim, laid.later.claim)))
        return f"as shares of the whole: {shares}"
    if laid.stand == "equal":
        return f"same number: “{one}” and “{other}”"
    if laid.stand == "fits":
        return f"a number can fit both “{one}” and “{other}”"
    return f"no number fits both “{one}” and “{other}”"


def _both(aspect: str, one: Claim, other: Claim) -> str:
    pairs = {
        "place": (one.place, other.place),
        "period": (one.period, other.period),
        "whole": (one.whole, other.whole),
        "measure": (one.measure, other.measure),
    }
    a, b = pairs.get(aspect, (one.population, other.population))
    return f"“{a or 'not said'}” and “{b or 'not said'}”"


def _as_share(claim: Claim) -> str:
    """A number with its whole, and what share that is."""
    share = as_share(claim)
    if share is None:
        return f"“{claim.number}”"
    end = share.low if share.low is not None else share.high
    return f"“{claim.number}” of “{claim.whole}” ({float(end or 0):.1%})"
