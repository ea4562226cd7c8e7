"""The words under which a claim is looked up, and what leads from it to others that may be its like."""

import itertools
from collections.abc import Iterator

from firsthand.links.aspects import Aspects, aspects, is_of_days, root
from firsthand.links.near_values import MATTER
from firsthand.links.ratios import LEAST_WHOLE, as_share, number_of_whole
from firsthand.links.said import label_of, quoted
from firsthand.links.terms import content, stem, weight
from firsthand.links.tolls import tallied
from firsthand.links.values import MEASURED, PHYSICAL, distinction, figures
from firsthand.links.voices import voice_key
from firsthand.records import OF_EVENTS, Claim, identity

KEY_WORDS = 5
"""Of a claim's words, the rarest that serve for looking up candidates."""

LABEL_WORDS = 3
"""Of a label's words, the rarest that serve for looking up the same series under another name."""

TELLING = 4.5
"""Weight that words must have together to be a key: two rare ones, or three of which one is common."""

SPEAKING = 1.5
"""Weight from which a word says something beside others: "killed" does, "people" and "women" do not."""

PLAIN = 1.0
"""Weight from which two words together say something where no rarer one is there."""

UNMISTAKABLE = 3
"""Distinction from which a number is a key by itself: "1,847", "64.2 million"."""


def keys(claim: Claim) -> tuple[str, ...]:
    """Return the words under which a claim is looked up as a candidate for a link, sorted.

    Two claims that could be linked share a key: two or three of their rarest content words that
    together are rare enough, or a number with as many words as it takes to tell it apart from
    the same number elsewhere. The kind of the quantity is part of each. What is rare is
    said by the language at large, never by the dossier. With ``OF_EVENTS`` begins what leads to all who count one event.
    """
    found = aspects(claim)
    label = label_of(claim)
    kind = claim.quantity.kind if claim.quantity else "statement"
    rare = _rarest(found)
    made = {" ".join((kind, *sorted(group))) for group in _telling(rare)}
    if (
        not made and claim.chain and claim.chain[0].name
    ):  # of common words: only in the next edition of the same paper
        made.add(f"{kind} {voice_key(claim.chain[0].name)} {identity(*sorted(found.clause))}")
    if (
        label is not None and claim.place
    ):  # prose about the same place; values of one series meet by their label
        here = content(claim.place)
        made = {key for key in made if here.intersection(key.split())}
    if label is not None:
        made.add(f"line {identity(root(claim.place or ''), *sorted(label.tokens))}")
        if claim.place:  # a series may have another name in another edition
            told = sorted(label.head, key=lambda word: (-weight(word), word))[:LABEL_WORDS]
            made |= {
                f"line {root(claim.place)} {' '.join(sorted(two))}" for two in itertools.combinations(told, 2)
            }
    if as_share(claim) is not None:
        made |= {" ".join(("share", *sorted(group))) for group in _telling(rare)}
    if kind == "count" and is_of_days(claim.period) and found.of("outcome"):
        made.add(
            f"{OF_EVENTS}{kind} on {claim.period} {' '.join(sorted(found.of('outcome')))}"
        )  # the toll of one day
    tolls = " ".join(sorted(tallied(found, claim)))
    if (
        tolls and label is None
    ):  # in a crowd of tolls this leads to the earliest ones, and beside it those of one place and time
        made.add(f"{OF_EVENTS}{kind} of {tolls}")
        made |= {
            f"{OF_EVENTS}{kind} of {tolls} {what}"
            for what in (claim.place and root(claim.place), claim.period)
            if what
        }
    made |= {
        number if number.startswith("measured ") else f"{kind} {number}" for number in _numbers(claim, rare)
    }
    if claim.spoken and quoted(claim.text):
        made.add(f"{kind} said {identity(*quoted(claim.text))}")
    side = found.extreme or _vague_side(claim)
    if side:
        made |= {
            f"{kind} {side} {voice_key(step.name)}"
            for step in claim.chain
            if step.name and step.role != "outlet"
        }
    return tuple(sorted(made))


def _rarest(found: Aspects) -> list[str]:
    """The rarest content words of a claim, the rarest first; a people and its country are one word."""
    people = {stem(name): name for name in found.names}
    topic = {next((root for root in people if word.startswith(root)), word) for word in found.topic}
    return sorted(topic | people.keys(), key=lambda word: (-weight(word), word))[:KEY_WORDS]


def _telling(rare: list[str]) -> Iterator[tuple[str, ...]]:
    """The pairs of words that are rare enough together, and for others a third word that makes them so."""
    weights = {word: weight(word) for word in rare}
    for one, other in itertools.combinations(rare, 2):
        together = weights[one] + weights[other]
        if together >= TELLING:
            yield one, other
            continue
        for third in rare[rare.index(other) + 1 :]:
            if weights[other] >= SPEAKING and together + weights[third] >= TELLING:
                yield one, other, third


def _numbers(claim: Claim, rare: list[str]) -> Iterator[str]:
    """The number of a claim, alone if it is seldom the same by chance, else with words."""
    quantity = claim.quantity
    value = None if quantity is None else quantity.high if quantity.low is None else quantity.low
    if quantity is None or value is None:
        return
    number, known_by = f"={value.normalize():f}", distinction(quantity)
    whole = number_of_whole(claim)
    if whole is not None and whole >= LEAST_WHOLE and whole != value:
        yield f"{number} of {whole.normalize():f}"
    if known_by >= UNMISTAKABLE:
        yield number
        yield from (f"{figures(value)} {word}" for word in rare[:5])
        if quantity.kind in PHYSICAL:
            yield from (f"measured {number} {word}" for word in rare[:2])
    elif known_by >= 1:
        if quantity.kind in PHYSICAL:
            yield from (f"measured {number} {word}" for word in rare[:2])
            if known_by >= MEASURED and quantity.kind in MATTER:
                yield f"measured {number}"
        telling = [word for word in rare if weight(word) >= SPEAKING]
        yield from (f"{figures(value)} {word}" for word in telling)
        said = sorted(word for word in aspects(claim).what if weight(word) >= PLAIN)
        if len(said) > 1:  # "questioned without a lawyer": common words, but all that is measured
            yield f"{figures(value)} {' '.join(said)}"
        source = next(
            (step.name for step in reversed(claim.chain) if step.name and step.role != "outlet"), None
        )
        if source:
            yield f"{number} {voice_key(source)}"
    else:
        for pair in itertools.combinations(sorted(rare), 2):
            if sum(map(weight, pair)) >= 2 * SPEAKING:
                yield f"{number} {' '.join(pair)}"


def _vague_side(claim: Claim) -> str | None:
    """The side on which an amount that is only told by its size is bounded: "millions of dollars" are at least some."""
    quantity = claim.quantity
    vague = quantity is not None and quantity.kind == "money" and quantity.hedge == "order of magnitude"
    return "low" if vague else None
