"""A claim with what must be known of its document to compare it, and the label behind which its number stands."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from firsthand.lexicon import words
from firsthand.links.terms import form
from firsthand.records import Claim

TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")


WORD = re.compile(r"\w+(?:['.,]\w+)*")
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")

STROKE = " | "
"""What stands between two cells where a table is typed."""

QUOTED = 5
"""Words from which a spoken clause is not said twice by chance."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label with what stands before the number among its values, in words that can be compared.

    ``head`` holds the words of the label itself, ``tokens`` those and what stands before the number.
    """

    shown: str
    head: frozenset[str]
    tokens: frozenset[str]


class Said(NamedTuple):
    """A claim with what is known of its document: date, the bodies behind its chain, whether it is a testimony.

    ``subject`` holds the names in the document's title where it is nothing but a name, ``title`` its content
    words; ``label`` is that of a value in a list or table; ``known`` are the rare names in the document's story.
    ``around`` holds the words round the claim where they were looked up, ``beside`` the links of the claims next to it;
    ``once`` says that its number stands once in each of the two documents.
    """

    claim: Claim
    published: str | None
    bodies: tuple[str, ...]
    outlet: str | None
    testimony: bool = False
    subject: frozenset[str] = frozenset()
    title: frozenset[str] = frozenset()
    label: Label | None = None
    known: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    once: bool = False


def same_words(one: Claim, other: Claim) -> bool:
    """Return whether two clauses are the same to the letter and one of them is spoken; what stands in brackets aside."""
    return (one.spoken or other.spoken) and bool(quoted(one.text)) and quoted(one.text) == quoted(other.text)


@lru_cache(maxsize=4096)
def quoted(text: str) -> tuple[str, ...]:
    """Return the words of a clause without what stands in brackets; none where they are few."""
    found = tuple(WORD.findall(BRACKETS.sub(" ", text).casefold().replace("’", "'")))
    return found if len(found) >= QUOTED else ()


def is_row(claim: Claim) -> bool:
    """Return whether a clause is a row of a table, also of one that is drawn with strokes: its cells say little in words."""
    return "\t" in claim.text or STROKE in claim.text


def label_of(claim: Claim) -> Label | None:
    """Return the label behind which a claim's number stands, None for prose.

    The measure of such a claim is the label in the words of the text: "Area, land", "Religions: Buddhist".
    """
    if claim.quantity is None or ":" not in claim.text:
        return None
    head = claim.measure.partition(": ")[0]
    text = " ".join(claim.text[: len(head) + 40].split())
    return _label(claim.measure) if head and text.startswith(f"{head}:") else None


@lru_cache(maxsize=4096)
def _label(measure: str) -> Label:
    return Label(measure, _tokens(measure.partition(": ")[0]), _tokens(measure))


def _tokens(phrase: str) -> frozenset[str]:
    empty = words("en", "comparing", "label")
    found = (token.casefold().replace(",", "") for token in TOKEN.findall(phrase))
    return frozenset(token if token[0].isdigit() else form(token) for token in found if token not in empty)
