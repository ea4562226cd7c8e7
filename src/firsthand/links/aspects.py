"""A claim taken apart for comparison: what is measured, of whom with which restrictions, where, when, by whose word."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.lexicon import load, words
from firsthand.links.ratios import as_share
from firsthand.links.said import label_of, quoted
from firsthand.links.terms import content, forms, stem, weight
from firsthand.links.values import PHYSICAL, distinction, figures
from firsthand.links.voices import voice_key
from firsthand.records import Claim, Quantity, identity

NAME = re.compile(r"(?<![.!?]\s)\b[A-Z][\w'’-]*[^\W\d_]")
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*")
SIDE_BY_SIDE = re.compile(r"\d%?[\s|/]+\d")
"""Two numbers with nothing between them."""

IN_NAME = re.compile(
    r"\b(?:in|near|around|across) (?:the )?((?:[A-Z][\w’'-]+ ?)+)(?:district|province|county|region|valley|state|island|islands|city|town)?"
)
INSTEAD = re.compile(
    r"\b(?:and )?(?:not|rather than|instead of) (?:the )?(?=\d|[a-z]+(?:teen|ty|elve|even)\b)", re.IGNORECASE
)
"""Words that rule out another number, and deny nothing of what is said."""

THAN = re.compile(r"\b(?:more|other) than\b", re.IGNORECASE)
TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PART = re.compile(
    r"\d\s?%|\bper ?cent\b|\b(?:half|thirds?|quarters?)\b|(?:^|\b(?:of|among) )(?:those|them|whom)\b",
    re.IGNORECASE,
)
PART_BEHIND = re.compile(r"\s*(?:of|among)\s+(?:them|these|those|whom|which|the|all|our)\b")
PART_BEFORE = re.compile(r"\b(?:of|among)\s+(?:them|these|those|whom|which)\b[^.;]*$", re.IGNORECASE)
"""Words behind and before the number of some of those who were counted."""

SUMS = re.compile(r"(?:grand |sub-?)?(?:total|all|sum|altogether|overall)\b", re.IGNORECASE)
"""With which the row of a table begins that counts all."""

TAKING = frozenset({"take", "hold", "put", "keep", "remand"})
"""What is done to people with "custody" behind it: of deaths in custody it is not told."""

ADJECTIVE = re.compile(r"(?:ians?|eans?|ans?|ese|ish|ia|ea|a|e|n|is?)$")
DIMENSIONS = ("sex", "age", "status", "outcome", "extra", "measure")
STATUS = frozenset({"suspected", "confirmed"})
"""Outcomes that say how sure something is."""

HOMES = "home"
"""What is counted like people, and is a thing: houses."""

KEY_WORDS = 7
"""Of a claim's words, the rarest that serve for looking up candidates."""

LABEL_WORDS = 3
"""Of a label's words, the rarest that serve for looking up the same series under another name."""

TELLING = 4.5
"""Weight that words must have together to be a key: two rare ones, or three of which one is common."""

SPEAKING = 1.5
"""Weight from which a word says something beside others: "killed" does, "people" and "women" do not."""

PLAIN = 1.0
"""Weight from which two words together say something where no rarer one is there."""

JOINED = 3
"""Words without content that make a sentence of numbers: "were", "in", "between", "and"."""

DAY = 10
"""Characters of a period that is one day."""

UNMISTAKABLE = 3
"""Distinction from which a number is a key by itself: "1,847", "64.2 million"."""


@dataclass(frozen=True, slots=True)
class Aspects:
    """What a claim says, in words that can be compared.

    ``who``, ``what`` and ``whole`` are content words of population, measure and
    whole; ``topic`` is all of them with the clause's terms and the place, ``where`` what the place adds to it. ``kinds`` holds the
    restrictions of each dimension (sex, age, status, outcome, extra, measure), ``names`` the places and
    peoples of the population, ``inside`` those that its words say are places, ``part`` that the whole is itself a share of something,
    ``people`` that the population is persons, ``denies`` that the clause holds a negation and
    ``extreme`` on which side a bound states that the extreme was reached. ``own`` says that somebody tells of
    himself ("I was nineteen"), ``of_someone`` that only the document knows of whom it is told ("she was nineteen"),
    ``row`` that the clause is a row of numbers without heads, ``cell`` that it is one of a table and not said to count people, ``now`` that it tells how it is "now"; ``persons`` are
    the capitalised words in it and in its population, ``sample`` that it speaks of those who were asked or examined.
    """

    what: frozenset[str]
    who: frozenset[str]
    whole: frozenset[str]
    topic: frozenset[str]
    where: frozenset[str]
    clause: frozenset[str]
    part: bool
    people: bool
    names: frozenset[str]
    places: frozenset[str]
    inside: frozenset[str]
    kinds: tuple[frozenset[str], ...]
    denies: bool
    extreme: str | None
    own: bool
    of_someone: bool
    row: bool
    cell: bool
    now: bool
    persons: frozenset[str]
    sample: bool

    def of(self, dimension: str) -> frozenset[str]:
        """Return the restrictions in one dimension."""
        return self.kinds[DIMENSIONS.index(dimension)]


def aspects(claim: Claim) -> Aspects:
    """Return a claim taken apart; kept at hand for the last claims with these words."""
    quantity = claim.quantity
    at = quantity.span.start - claim.span.start if quantity else 0
    return _aspects(
        (claim.population or "", claim.whole or "", claim.measure, claim.place or ""),
        claim.text,
        claim.terms,
        (max(0, at), claim.quantity_text or "", quantity.kind if quantity else "statement"),
        _extreme(claim),
    )


@lru_cache(maxsize=4096)
def _aspects(
    phrases: tuple[str, str, str, str],
    text: str,
    terms: tuple[str, ...],
    number: tuple[int, str, str],
    extreme: str | None,
) -> Aspects:
    population, whole, measure, place = phrases
    people = f"{population} {whole}"
    what, who = content(measure), content(people)
    at, shown, kind = number
    counted = THAN.sub(" ", f"{' '.join(text[:at].split()[-2:])} {shown}")
    measured = f"{measure} {population}" if kind == "money" else measure
    said = {token.casefold() for token in TOKEN.findall(INSTEAD.sub(" ", text) if "not" in text else text)}
    clause = forms(terms) or content(text)
    return Aspects(
        what=what - who,
        who=who,
        whole=content(whole),
        topic=what | who | clause | content(place),
        where=content(place) - what - who - clause,
        clause=clause,
        part=PART.search(people) is not None,
        people=_are_people(people),
        names=names(people),
        places=names(place),
        inside=_places_of(people),
        kinds=_restrictions(people, measured, counted),
        denies=bool(said & words("en", "comparing", "negation")) or "n't" in text.replace("’", "'"),
        extreme=extreme,
        own=bool(said & words("en", "comparing", "own")),
        of_someone=bool(said & words("en", "comparing", "someone")),
        row=_is_row(text),
        cell=text.count("\t") > 1 and not _are_people(people),
        now=bool(said & words("en", "comparing", "now")),
        persons=_persons(text, people),
        sample=bool(said & words("en", "comparing", "sample")),
    )


def _places_of(people: str) -> frozenset[str]:
    """The names behind "in" in a population: "households in the Teld district"; none where it is of a people too."""
    found = IN_NAME.findall(people)
    return (
        frozenset().union(*map(names, found))
        if found and names(people) == names(" ".join(found))
        else frozenset()
    )


def _persons(text: str, people: str) -> frozenset[str]:
    """The capitalised words in a clause and in its population, but for the one with which the clause begins."""
    inside = {match[0] for match in NAME.finditer(text, 1)}
    first = NAME.match(text)
    return frozenset(inside | ({match[0] for match in NAME.finditer(people)} - {first[0] if first else ""}))


def _is_row(text: str) -> bool:
    """Whether a clause is mainly numbers and so a row of a table whose heads are not known: "Total 4,997 4,939 411"."""
    if "\t" in text:
        return False
    numbers, said = len(NUMBER.findall(text)), TOKEN.findall(text)
    if SIDE_BY_SIDE.search(text) is None:
        return False  # "73 prisoners died in 2024"
    if numbers < 2 or len(said) > 2 * numbers or ":" in text:
        return False
    return sum(token.casefold() in words("en", "comparing", "empty") for token in said) < JOINED


def keys(claim: Claim) -> tuple[str, ...]:
    """Return the words under which a claim is looked up as a candidate for a link, sorted.

    Two claims that could be linked share a key: two or three of their rarest content words that
    together are rare enough, or a number with as many words as it takes to tell it apart from
    the same number elsewhere. The kind of the quantity is part of each. What is rare is
    said by the language at large, never by the dossier.
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
        made.add(f"{kind} on {claim.period} {' '.join(sorted(found.of('outcome')))}")  # the toll of one day
    tolls = " ".join(sorted(tallied(found, claim)))
    if (
        tolls and label is None
    ):  # in a crowd of tolls this leads to the earliest ones, and beside it those of one place and time
        made.add(f"{kind} of {tolls}")
        made |= {
            f"{kind} of {tolls} {what}" for what in (claim.place and root(claim.place), claim.period) if what
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


def tallied(found: Aspects, claim: Claim) -> frozenset[str]:
    """Return what happened to all whom a claim counts, established or not: killed, hurt, detained.

    Nothing where it counts some of those of whom its text tells, a change, or one row of a table.
    """
    quantity = claim.quantity
    if quantity is None or quantity.kind != "count" or quantity.direction is not None:
        return frozenset()
    outcome = found.of("outcome") - STATUS
    return frozenset() if not outcome or _is_part(claim, quantity) else outcome


def _is_part(claim: Claim, quantity: Quantity) -> bool:
    """Whether a claim counts some of those of whom its text tells: "11 of them", "of which 11"."""
    if claim.whole:
        return True
    if "\t" in claim.text:
        return SUMS.match(claim.text.strip()) is None
    at, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    return (
        PART_BEHIND.match(claim.text[end:]) is not None
        or PART_BEFORE.search(claim.text[: max(0, at)]) is not None
    )


def is_of_days(period: str | None) -> bool:
    """Return whether a period is one day, or from one day to another."""
    return period is not None and (len(period) == DAY or (len(period) == 2 * DAY + 1 and period[DAY] == "/"))


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
    if known_by >= UNMISTAKABLE:
        yield number
        yield from (f"{figures(value)} {word}" for word in rare[:5])
        if quantity.kind in PHYSICAL:
            yield from (f"measured {number} {word}" for word in rare[:2])
    elif known_by >= 1:
        if quantity.kind in PHYSICAL:
            yield from (f"measured {number} {word}" for word in rare[:2])
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


def names(phrase: str) -> frozenset[str]:
    """Return the names in a phrase, peoples and their countries alike.

    >>> names("Karvelian refugees") == names("refugees from Karvelia")
    True
    """
    return frozenset(
        root(word) for word in re.findall(r"\b[A-Z][^\W\d_]+(?:['’]s)?", phrase) if not _ordinary(word)
    )


def root(name: str) -> str:
    """Return what a country's name and the name of its people have in common."""
    word = re.sub(r"['’]s$", "", name).casefold()
    bare = ADJECTIVE.sub("", word)
    bare = ADJECTIVE.sub("", bare) if len(bare) > 4 else bare
    return bare if len(bare) >= 3 else word


def _ordinary(word: str) -> bool:
    """Whether a capital letter is only that of the first word of a sentence."""
    return word.casefold() in words("en", "comparing", "empty") or word.casefold() in _restricting()


def _restrictions(people: str, measure: str, number: str) -> tuple[frozenset[str], ...]:
    """The restrictions in each dimension, each said of the people if not of what is measured or counted."""
    phrases = {
        "measure": measure,
        "outcome": f"{people} {measure} {_ended(people, measure)}",
        "extra": f"{number} {people}",
    }
    return tuple(
        _said_in(phrases.get(dimension, people))[place] for place, dimension in enumerate(DIMENSIONS)
    )


def _ended(people: str, measure: str) -> str:
    """What happened where its words stand apart: "the loss of nine lives", "police took 412 people into custody"."""
    said = measure.split()
    found = [f"lives {word}" for word in said] if people.strip().endswith("lives") else []
    return " ".join(found + ["take custody"] * ("custody" in said and not TAKING.isdisjoint(said)))


@lru_cache(maxsize=4096)
def _said_in(phrase: str) -> tuple[frozenset[str], ...]:
    """What the words of a phrase, and each two that follow each other, restrict in each dimension."""
    said = [token.casefold() for token in TOKEN.findall(phrase)]
    found: list[set[str]] = [set() for _ in DIMENSIONS]
    for word in (*said, *(f"{a} {b}" for a, b in itertools.pairwise(said))):
        for place, kind in _restricted_by().get(word, ()):
            found[place].add(kind)
    return tuple(map(frozenset, found))


@cache
def _restricted_by() -> dict[str, list[tuple[int, str]]]:
    """From a word to the dimensions that it restricts, each with the kind that it leaves."""
    by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, dimension in enumerate(DIMENSIONS):
        for word, kind in _kinds()[dimension].items():
            by_word[word].append((place, kind))
    return dict(by_word)


def _are_people(phrase: str) -> bool:
    said = [token.casefold() for token in TOKEN.findall(phrase)]
    return not _persons_named().isdisjoint(said) or (bool(said) and said[-1].endswith("ans"))


@cache
def _persons_named() -> frozenset[str]:
    """Words for people, by what they do and in what capacity they are counted."""
    told = (_kinds()[dimension].items() for dimension in ("sex", "age", "status"))
    kinds = (word for groups in told for word, kind in groups if kind != HOMES)
    return words("en", "comparing", "people") | words("en", "comparing", "occupations") | frozenset(kinds)


def _extreme(claim: Claim) -> str | None:
    """On which side the words of a bound say that the extreme was reached."""
    quantity = claim.quantity
    if quantity is None or quantity.hedge not in ("at least", "at most"):
        return None
    return "low" if quantity.hedge == "at least" else "high"


def _vague_side(claim: Claim) -> str | None:
    """The side on which an amount that is only told by its size is bounded: "millions of dollars" are at least some."""
    quantity = claim.quantity
    vague = quantity is not None and quantity.kind == "money" and quantity.hedge == "order of magnitude"
    return "low" if vague else None


@cache
def _kinds() -> dict[str, dict[str, str]]:
    lists = load("en", "comparing")
    return {
        dimension: {word: kind for kind, group in lists[dimension].items() if kind != "why" for word in group}
        for dimension in DIMENSIONS
    }


@cache
def _restricting() -> frozenset[str]:
    return frozenset(word for groups in _kinds().values() for word in groups) | words(
        "en", "comparing", "people"
    )
