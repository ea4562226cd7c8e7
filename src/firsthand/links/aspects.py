"""A claim taken apart for comparison: what is measured, of whom with which restrictions, where, when, by whose word."""

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.lexicon import load, words
from firsthand.links.terms import content, form, forms
from firsthand.records import Claim

CAPITAL = re.compile(r"\b[A-Z][^\W\d_]+(?:['’]s)?")
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

BESIDE = re.compile(
    r",\s+(?:as|because|since|although|though|whereas|while|which|who|whose|but)\s+(?!well\b)"
)
"""With which a reason, or what else is so, follows behind a comma."""

THAN = re.compile(r"\b(?:more|other) than\b", re.IGNORECASE)
TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PART = re.compile(
    r"\d\s?%|\bper ?cent\b|\b(?<!first )(?<!second )(?<!latter )(?<!other )(?<!later )(?:half|thirds?|quarters?)\b"
    r"|(?:^|\b(?:of|among) )(?:those|them|whom)\b",
    re.IGNORECASE,
)
"""Words of a whole that is itself a share, or is told elsewhere; the second half of a month is neither."""

ACROSS = re.compile(r"\b(?:across|throughout|all over) [A-Z]")
"""With which a country is named of which something holds everywhere."""

OF_A_PART = re.compile(
    r"\bthe country's (?:far |own )?(?:[a-z]+ern|north|south|east|west|capital|[a-z]+est|main|only|second|third|supreme|central)\b"
)
"""With which one part or one thing of a country is named, and not all of it."""

TAKING = frozenset({"take", "hold", "put", "keep", "remand"})
"""What is done to people with "custody" behind it: of deaths in custody it is not told."""

ADJECTIVE = re.compile(r"(?:ians?|eans?|ans?|ese|ish|ia|ea|a|e|n|is?)$")
DIMENSIONS = ("sex", "age", "status", "outcome", "extra", "measure")
NOTHING: tuple[frozenset[str], ...] = (frozenset(),) * len(DIMENSIONS)
"""What is restricted by words that restrict nothing."""

STATUS = frozenset({"suspected", "confirmed"})
"""Outcomes that say how sure something is."""

HOMES = "home"
"""What is counted like people, and is a thing: houses."""

JOINED = 3
"""Words without content that make a sentence of numbers: "were", "in", "between", "and"."""

DAY = 10
"""Characters of a period that is one day."""


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
    the capitalised words in it and in its population, ``sample`` that it speaks of those who were asked or examined, ``widely`` that
    it speaks of all of a country, ``running`` the words with which it tells since when or up to when was
    counted, ``figure`` that it speaks of a figure and does not say of what.
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
    widely: bool
    running: frozenset[str]
    figure: bool

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
    figure = _is_figure(people)
    if figure:
        who = frozenset()
    at, shown, kind = number
    counted = THAN.sub(" ", f"{' '.join(text[:at].split()[-2:])} {shown}")
    measured = f"{measure} {population}" if kind == "money" else measure
    said = set(TOKEN.findall((INSTEAD.sub(" ", text) if "not" in text else text).casefold()))
    are_people = of_people(people)
    clause = forms(terms) or content(text)
    return Aspects(
        what=what - who,
        who=who,
        whole=content(whole),
        topic=what | who | clause | content(place),
        where=content(place) - what - who - clause,
        clause=clause,
        part=PART.search(people) is not None,
        people=are_people,
        names=names(people),
        places=names(place),
        inside=_places_of(people),
        kinds=_restrictions(people.partition(" including ")[0], measured, counted),
        denies=_is_denied(text, at),
        extreme=extreme,
        own=bool((said - _abbreviated(text)) & words("en", "comparing", "own")),
        of_someone=bool(said & words("en", "comparing", "someone")),
        row=_is_row(text),
        cell=text.count("\t") > 1 and not are_people,
        now=bool(said & words("en", "comparing", "now")),
        persons=_persons(text, people),
        sample=bool(said & words("en", "comparing", "sample")),
        widely=_is_of_a_country(text),
        running=frozenset(map(str.casefold, _running().findall(text))),
        figure=figure,
    )


def _is_denied(text: str, at: int) -> bool:
    """Whether what is said of the number holds a negation; "1,400 were lost, as there was no time to gather them" denies nothing."""
    said, behind = text[:at], text[at:]
    begun = max((found.end() for found in BESIDE.finditer(said)), default=0)
    told = f"{said[begun:]}{BESIDE.split(behind, maxsplit=1)[0]}".casefold().replace("’", "'")
    told = INSTEAD.sub(" ", told) if "not" in told else told
    return "n't" in told or not words("en", "comparing", "negation").isdisjoint(TOKEN.findall(told))


def _abbreviated(text: str) -> frozenset[str]:
    """The words that a clause writes in capitals alone: "64 million US dollars" is not said of "us"."""
    if text.isupper():
        return frozenset()
    return frozenset(word.casefold() for word in TOKEN.findall(text) if len(word) > 1 and word.isupper())


def _places_of(people: str) -> frozenset[str]:
    """The names behind "in" in a population: "households in the Teld district"; none where it is of a people too."""
    found = IN_NAME.findall(people)
    return (
        frozenset().union(*map(names, found))
        if found and names(people) == names(" ".join(found))
        else frozenset()
    )


def _is_figure(people: str) -> bool:
    """Whether what is counted is only called a figure, "our minimum", "the figure"."""
    said = {token.casefold() for token in TOKEN.findall(people)}
    plain = words("en", "comparing", "figure")
    return bool(said & plain) and said <= plain | words("en", "comparing", "empty")


def _is_of_a_country(text: str) -> bool:
    """Whether a clause speaks of all of a country."""
    told = OF_A_PART.sub(" ", text.casefold().replace("’", "'"))
    return ACROSS.search(text) is not None or any(
        phrase in told for phrase in words("en", "comparing", "everywhere")
    )


@cache
def _running() -> re.Pattern[str]:
    """With which the beginning or the end of a count is told, and not the time in which all of it happened."""
    told = [re.escape(phrase) for phrase in sorted(words("en", "comparing", "counted_up"))]
    days = "|".join(sorted(words("en", "voices", "calendar")))
    return re.compile(rf"\b(?:{'|'.join(told)}|by (?:mid-?)?(?:\d|(?:{days})\b))", re.IGNORECASE)


def _persons(text: str, people: str) -> frozenset[str]:
    """The capitalised words in a clause and in its population, but for the one with which the clause begins."""
    inside = {match[0] for match in NAME.finditer(text, 1)}
    first = NAME.match(text)
    return frozenset(inside | ({match[0] for match in NAME.finditer(people)} - {first[0] if first else ""}))


def _is_row(text: str) -> bool:
    """Whether a clause is mainly numbers and so a row of a table whose heads are not known: "Total 4,997 4,939 411"."""
    if "\t" in text:
        return False
    if SIDE_BY_SIDE.search(text) is None:
        return False  # "73 prisoners died in 2024"
    numbers, said = len(NUMBER.findall(text)), TOKEN.findall(text)
    if numbers < 2 or len(said) > 2 * numbers or ":" in text:
        return False
    return sum(token.casefold() in words("en", "comparing", "empty") for token in said) < JOINED


def is_of_days(period: str | None) -> bool:
    """Return whether a period is one day, or from one day to another."""
    return period is not None and (len(period) == DAY or (len(period) == 2 * DAY + 1 and period[DAY] == "/"))


def names(phrase: str) -> frozenset[str]:
    """Return the names in a phrase, peoples and their countries alike.

    >>> names("Karvelian refugees") == names("refugees from Karvelia")
    True
    """
    return frozenset(root(word) for word in CAPITAL.findall(phrase) if not _ordinary(word))


def root(name: str) -> str:
    """Return what a country's name and the name of its people have in common."""
    word = re.sub(r"['’]s$", "", name).casefold()
    bare = ADJECTIVE.sub("", word)
    bare = ADJECTIVE.sub("", bare) if len(bare) > 4 else bare
    return bare if len(bare) >= 3 else word


def _ordinary(word: str) -> bool:
    """Whether a capital letter is only that of the first word of a sentence."""
    plain = word.casefold().removesuffix("'s").removesuffix("’s")
    return (
        plain in words("en", "comparing", "empty")
        or plain in words("en", "voices", "calendar")
        or plain in _restricting()
    )


def _restrictions(people: str, measure: str, number: str) -> tuple[frozenset[str], ...]:
    """The restrictions in each dimension, each said of the people if not of what is measured or counted."""
    phrases = {
        "measure": measure,
        "outcome": f"{people} {measure} {_ended(people, measure)}",
        "extra": f"{number} {people}",
    }
    of_them = _said_in(people)
    return tuple(
        _said_in(phrases[dimension])[place] if dimension in phrases else of_them[place]
        for place, dimension in enumerate(DIMENSIONS)
    )


def _ended(people: str, measure: str) -> str:
    """What happened where its words stand apart: "the loss of nine lives", "police took 412 people into custody"."""
    said = measure.split()
    found = [f"lives {word}" for word in said] if people.strip().endswith("lives") else []
    return " ".join(found + ["take custody"] * ("custody" in said and not TAKING.isdisjoint(said)))


@lru_cache(maxsize=4096)
def _said_in(phrase: str) -> tuple[frozenset[str], ...]:
    """What the words of a phrase, and each two that follow each other, restrict in each dimension."""
    said = TOKEN.findall(phrase.casefold())
    beginning, known = _beginning_two(), _restricted_by()
    two = (f"{word} {after}" for word, after in itertools.pairwise(said) if word in beginning)
    telling = known.keys() & {*said, *two}
    if not telling:
        return NOTHING
    found: list[set[str]] = [set() for _ in DIMENSIONS]
    for word in telling:
        for place, kind in known[word]:
            found[place].add(kind)
    return tuple(map(frozenset, found))


@cache
def _beginning_two() -> frozenset[str]:
    """The first words of those that restrict something together."""
    return frozenset(word.partition(" ")[0] for word in _restricted_by() if " " in word)


@cache
def _restricted_by() -> dict[str, list[tuple[int, str]]]:
    """From a word to the dimensions that it restricts, each with the kind that it leaves."""
    by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, dimension in enumerate(DIMENSIONS):
        for word, kind in _kinds()[dimension].items():
            by_word[word].append((place, kind))
    return dict(by_word)


def of_people(phrase: str) -> bool:
    """Return whether a phrase speaks of persons."""
    said = TOKEN.findall(phrase.casefold())
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


@cache
def _kinds() -> dict[str, dict[str, str]]:
    lists = load("en", "comparing")
    return {
        dimension: {word: kind for kind, group in lists[dimension].items() if kind != "why" for word in group}
        for dimension in DIMENSIONS
    }


@cache
def capacity_words(capacities: frozenset[str]) -> frozenset[str]:
    """Return the words for people in some capacities, in one form: for the displaced, for workers."""
    return frozenset(form(word) for word, kind in _kinds()["status"].items() if kind in capacities)


@cache
def _restricting() -> frozenset[str]:
    return frozenset(word for groups in _kinds().values() for word in groups) | words(
        "en", "comparing", "people"
    )
