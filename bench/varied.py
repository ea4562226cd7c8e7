"""Many extracted documents out of the few of two invented dossiers, without reading each: for benchmarks of what comes after.

Copy after copy every word that is not very common gives its place to another one of the same length and about the same
rarity, and every digit but 0 to another digit, in the text and in all that was found in it: every span still fits its
words. Within one copy the documents stay related as they are; each copy tells another story in another year.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any

from bench.many import DOSSIERS, SYLLABLES, YEARS
from firsthand import dossier, ledger, links, readers
from firsthand.links.rarity import COMMON, UNLISTED, listed, rarity
from firsthand.records import Arrival, Extraction, Original, identity

WORD = re.compile(r"[^\W\d_]+|\d+")
OWN_WORDS = frozenset(
    {"text", "quantity_text", "measure", "population", "whole", "place", "period", "terms", "citations", "name", "key",
     "resolved", "title", "publisher", "authors", "published", "date", "bodies", "names"}
)  # fmt: skip
"""Fields that hold words of a document; others hold words of the program."""

POOL, NAMES = 40, 30
"""Words of one length and rarity, and names of one length, among which a copy chooses; with more of them two stories share
less. With so many about one pair of unrelated documents in twenty shares a key, as of real articles about one election."""


def store(into: ledger.Ledger, count: int, first: int = 0) -> None:
    """Keep ``count`` extracted documents in a dossier, from the number ``first`` on; the same every time."""
    for name, text, found in extractions(count, first):
        into.receive(Arrival(name, text.encode()), "text/plain")
        into.keep(found)


def models() -> int:
    """Return how many documents one story has."""
    return len(_models())


def extractions(count: int, first: int = 0) -> Iterator[tuple[str, str, Extraction]]:
    """Yield the name, the text and the extraction of so many documents."""
    found = _models()
    for number in range(first, first + count):
        yield _varied(found[number % len(found)], number // len(found), number)


@lru_cache(maxsize=1)
def _models() -> list[Extraction]:
    return [each for each in dossier.inspect(DOSSIERS) if isinstance(each, Extraction) and each.claims]


def _varied(model: Extraction, copy: int, number: int) -> tuple[str, str, Extraction]:
    found = _in_copy(model, copy)
    text, name = found.document.text, f"{number:06}.txt"
    content = text.encode()
    original = Original(name, sha256(content).hexdigest(), "text/plain", len(content))
    document = replace(found.document, id=readers.document_id(original), original=original)
    claims = tuple(
        replace(claim, id=identity("claim", document.id, str(n)), document=document.id)
        for n, claim in enumerate(found.claims)
    )
    return (
        name,
        text,
        replace(
            found,
            document=document,
            claims=claims,
            problems=(),
            keys=tuple(links.keys(claim) for claim in claims),
            outlines=tuple(links.outline(claim) for claim in claims),
            prints=links.fingerprints(document),
            story=links.kept_story(document),
        ),
    )


def _in_copy(value: Any, copy: int, named: str = "") -> Any:
    """A record with its words and numbers as they are in a copy."""
    if isinstance(value, str):
        return WORD.sub(lambda word: _other(word[0], copy), value) if named in OWN_WORDS else value
    if isinstance(value, Decimal):
        mantissa, mark, exponent = str(value).partition("E")
        return Decimal(mantissa.translate(str.maketrans("0123456789", _digits(copy))) + mark + exponent)
    if isinstance(value, tuple | frozenset):
        return type(value)(_in_copy(each, copy, named) for each in value)
    if isinstance(value, dict):
        return {_in_copy(key, copy, named): _in_copy(each, copy, named) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type) and not hasattr(value, "start"):
        changed = {each.name: _in_copy(getattr(value, each.name), copy, each.name) for each in fields(value)}
        return replace(value, **changed)
    return value


@lru_cache(maxsize=200_000)
def _other(word: str, copy: int) -> str:
    if word.isdigit():
        if re.fullmatch(r"(19|20)\d\d", word):
            return str(int(word) - copy % YEARS)
        return word.translate(str.maketrans("0123456789", _digits(copy)))
    small = word.casefold()
    if not copy or rarity(small) <= COMMON or len(small) != len(word):
        return word
    chance = random.Random(f"{small} {copy}")
    pool = _pool(len(small), round(rarity(small)))
    if rarity(small) >= UNLISTED or not pool:  # a name, or a word of the trade
        chance = random.Random(f"{chance.randrange(NAMES)} {len(small)}")
        other = "".join(chance.choice(SYLLABLES) for _ in range(len(small)))[: len(small)]
    else:
        other = chance.choice(pool)
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


@lru_cache(maxsize=1024)
def _digits(copy: int) -> str:
    digits = list("123456789")
    if copy:
        random.Random(copy).shuffle(digits)
    return "0" + "".join(digits)


@lru_cache(maxsize=256)
def _pool(length: int, rare: int) -> list[str]:
    alike = [word for word, value in listed().items() if len(word) == length and round(value) == rare]
    found = sorted(word for word in alike if word.isalpha() and word.isascii())
    random.Random(f"{length} {rare}").shuffle(found)
    return found[:POOL]
