"""Whether two documents are known to tell of one thing, by the rare names in their stories."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from firsthand.links.aspects import aspects
from firsthand.links.comparison import SPEAKING, general
from firsthand.links.rare_names import rare_names
from firsthand.links.said import Said
from firsthand.links.terms import forms, weight
from firsthand.links.values import distinction, point, stand
from firsthand.links.voices import voice_key
from firsthand.records import Quantity, Sheet, Span, Subject

LEAST = 2
OF_FEWER, OF_MORE = 0.3, 0.1
"""Names that two stories share at least: as a number, and as a part of those of the one with fewer and with more."""

OF_NUMBER, UNMISTAKABLE = 2.0, 3.0
"""Distinction from which a number that two documents give of something says that they tell of one thing: two such
numbers, or one of the second kind beside a name."""

BY_ITSELF = 4.0
"""Distinction of a number like 2,318, which no word need say of what it is."""

SEVERAL = 2
"""Such numbers that are enough without a name."""

CITING = 1
"""Names that are enough where one of the two speaks of a work by the publisher of the other."""


def of_one_theme(one: Subject, other: Subject) -> bool:
    """Return whether two documents tell of one thing: they share so many rare names, or one cites a work of the other's publisher."""
    a, b = one.voices.names, other.voices.names
    if one.publisher != other.publisher:
        a, b = a | _names_of(one.publisher), b | _names_of(other.publisher)
    fewer, more = sorted((len(a), len(b)))
    if fewer < CITING:
        return False
    shared = len(a & b)
    if shared >= max(LEAST, OF_FEWER * fewer, OF_MORE * more):
        return True
    return shared >= CITING and (_cites(one, other) or _cites(other, one))


@lru_cache(maxsize=1024)
def _names_of(publisher: str | None) -> frozenset[str]:
    """The rare names in the name of a publisher: "Forensic", "Anthropology"."""
    told = f"the {publisher or ''}"
    return rare_names(told, [Span(0, len(told))])


def tell_one_story(one: Sheet, other: Sheet, laid: Iterable[tuple[Said, Said]]) -> bool:
    """Return whether two documents give so many seldom numbers of the same things that they tell one story.

    Two numbers like 73 and 34% are enough, or one like 312 where the stories share a rare name.
    """
    named = not one.voices.names.isdisjoint(other.voices.names)
    given = [(two, says) for two in laid if (says := _given_twice(two)) >= OF_NUMBER]
    if not _are_enough({_number(two): says for two, says in given}, named=named):
        return False  # whatever they say of it
    return _are_enough(
        {_number(two): says for two, says in given if says >= BY_ITSELF or _tell_of_what(two)}, named=named
    )


def _are_enough(given: Mapping[Decimal | None, float], *, named: bool) -> bool:
    """Whether so many numbers, each with how seldom it is, say that two documents, perhaps ``named`` alike, tell of one thing."""
    return len(given) >= SEVERAL or (named and max(given.values(), default=0.0) >= UNMISTAKABLE)


def _number(two: tuple[Said, Said]) -> Decimal | None:
    quantity = two[0].claim.quantity
    return None if quantity is None else point(quantity)


def gives_a_number_again(laid: Iterable[tuple[Said, Said]]) -> bool:
    """Return whether one of two documents gives a seldom number of the other again, of something of which both speak.

    Of an unmistakable one the words around it may say so.
    """
    return any(
        (says := _given_twice(two)) >= UNMISTAKABLE or (says >= OF_NUMBER and _tell_of_what(two))
        for two in laid
    )


def _tell_of_what(two: tuple[Said, Said]) -> bool:
    """Whether two claims, with the words around them, share a word that says of what they are; names of persons do not."""
    one, other = (aspects(said.claim) for said in two)
    told = (one.topic & (other.topic | two[1].around)) | (other.topic & two[0].around)
    shared = {word for word in told - general() if weight(word) >= SPEAKING}
    return bool(shared) and not shared <= forms(map(str.casefold, one.persons | other.persons))


def _given_twice(two: tuple[Said, Said]) -> float:
    """How seldom the number is that two claims both give, 0 where they give two."""
    earlier, later = (said.claim.quantity for said in two)
    if earlier is None or later is None or earlier.kind != later.kind:
        return 0.0
    if earlier.unit == later.unit and not _one(earlier, later):
        return 0.0
    says = distinction(earlier) - (earlier.kind == "money")
    return says if says >= OF_NUMBER and stand(earlier, later) == "equal" else 0.0


def _one(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers in one unit are equal, told at once."""
    return (a.low == b.low and a.high == b.high) or point(a) == point(b)


def _cites(one: Subject, other: Subject) -> bool:
    """Whether a document names the publisher of another one as the maker of a work, or in its title."""
    publisher = voice_key(other.publisher or "")
    if not publisher:
        return False
    titled = len(publisher.split()) > 1 and publisher in (one.title or "").casefold()
    return titled or any(voice.report and voice.key == publisher for voice in one.voices.named)
