"""Whose details stand where: the persons of a whole dossier, each with what could give them away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Protocol

from firsthand.lexicon import words
from firsthand.protection.folding import letters
from firsthand.protection.terms import WORD, Term, Terms, term, trace
from firsthand.records import (
    Claim,
    Document,
    Identifier,
    IdentifierCategory,
    IdentifierClass,
    Marks,
    Span,
    identity,
)

NAMES: frozenset[IdentifierCategory] = frozenset({"name", "pseudonym"})
"""Categories that are a name of a person."""

COMMON: frozenset[IdentifierCategory] = frozenset({"age", "date", "amount", "nationality", "relative"})
"""Categories whose words say nothing without what stands around them."""

AROUND = 3
"""Words on each side by which a common detail is known again in a copied passage."""

REACH = 60
"""Characters in which these words are looked for."""

LONG_NUMBER = 5
"""Digits from which a number is telling by itself."""


class Texts(Protocol):
    """What persons are gathered from; the ledger gives it."""

    def documents(self) -> Iterator[Document]:
        """Yield the documents, in any order."""

    def document(self, document_id: str, /) -> Document:
        """Return a document with its text."""

    def marks(self, document_id: str, /) -> Marks:
        """Return what is underlined in a document."""

    def claims(self) -> Iterator[Claim]:
        """Yield the claims."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One identifier where it stands; ``id`` is the same for the same words of the same category everywhere.

    ``person`` is the id of whose it is, None where that is not known. ``around`` is the words before and behind it.
    """

    id: str
    document: str
    span: Span
    words: str
    danger: IdentifierClass
    category: IdentifierCategory
    person: str | None
    why: str = ""
    around: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to be protected: the names under which the documents speak of them, and their details."""

    id: str
    names: tuple[str, ...]
    details: tuple[Detail, ...]
    label: str

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents that hold a detail of the person."""
        return frozenset(detail.document for detail in self.details)


def gather(texts: Texts) -> tuple[Person, ...]:
    """Return the persons of a dossier, joined across its documents, those with most details first.

    Two groups are one person when they share a name, and when a passage with a detail of the one stands, word for
    word, round a detail of the other. Details of nobody in particular are those of a person without a name, one for
    each document.
    """
    details = list(_details(texts))
    joined = _Joined()
    _join_names(details, joined)
    _join_copies(details, texts, joined)
    groups: dict[str, list[Detail]] = {}
    for detail in details:
        groups.setdefault(joined.root(detail.person or ""), []).append(detail)
    people = (_person(members) for members in groups.values())
    return tuple(sorted(people, key=lambda person: (-len(person.details), person.id)))


def detail_id(category: IdentifierCategory, said: str) -> str:
    """Return the id of a detail by its category and its words."""
    return identity("detail", category, letters(said))


def telling(said: str) -> list[str]:
    """Return the words of a text that are not in everybody's mouth: names, rare words, long numbers."""
    return [piece for piece in WORD.findall(said) if not is_ordinary(piece)]


def is_ordinary(word: str) -> bool:
    """Whether a word says little by itself: one of the commonest of English, a title, a particle, a short number."""
    folded = letters(word)
    if folded.isdigit():
        return len(folded) < LONG_NUMBER
    return len(folded) < 2 or folded in _ordinary()


def is_distinctive(detail: Detail) -> bool:
    """Whether a detail's words alone would tell of the person, so that they are looked for in every text."""
    if detail.danger == "direct" and detail.category not in COMMON:
        digits = sum(character.isdigit() for character in detail.words)
        return bool(telling(detail.words)) or detail.category in NAMES or digits >= LONG_NUMBER
    if detail.category in COMMON:
        return False
    found = telling(detail.words)
    named = any(piece[0].isupper() or piece.isdigit() or not piece.isascii() for piece in found)
    return named or len(found) > 1


def term_of(detail: Detail) -> Term | None:
    """Return what a detail is looked for by, None when it has no letters to look for.

    A distinctive one is looked for alone, another one with the words around it.
    """
    ordinary = not telling(detail.words)
    found = term(detail.words, detail.category, detail.danger, cased=ordinary, detail=detail.id)
    if found is None or is_distinctive(detail):
        return found
    before, behind = detail.around
    return trace(before, found, behind) if before or behind else None


def _details(texts: Texts) -> Iterator[Detail]:
    names_of = _who_tell(texts)
    for head in sorted(texts.documents(), key=lambda document: document.id):
        identifiers = texts.marks(head.id).identifiers
        names = names_of.get(head.id, ())
        if identifiers or names:
            text = texts.document(head.id).text
            for mark in (*identifiers, *_unmarked(text, identifiers, names)):
                yield _detail(head.id, text, mark)


def _who_tell(texts: Texts) -> Mapping[str, set[str]]:
    """Return by document the names of those who tell in it what they lived through."""
    kinds = {document.id: document.kind for document in texts.documents()}
    found: dict[str, set[str]] = {}
    for claim in texts.claims():
        last = next((step for step in reversed(claim.chain) if step.name and step.role != "outlet"), None)
        if last is None or not last.name or claim.basis != "witnessed" or not _is_name(last.name):
            continue
        if kinds.get(claim.document) == "testimony" or last.role == "witness":
            found.setdefault(claim.document, set()).add(last.name)
    return found


def _is_name(said: str) -> bool:
    """Whether words look like the name of a person: each begins with a capital, and not all are ordinary words."""
    pieces = said.split()
    return bool(telling(said)) and all(piece[:1].isupper() or is_ordinary(piece) for piece in pieces)


def _unmarked(text: str, identifiers: Iterable[Identifier], names: Iterable[str]) -> Iterator[Identifier]:
    """Yield a mark for each place where such a name stands and none is."""
    taken = [mark.span for mark in identifiers]
    for name in sorted(names):
        found = term(name, "name", "direct")
        for match in Terms([found] if found else []).find(text):
            span = Span(match.start, match.end)
            if not any(span.meets(other) for other in taken):
                yield Identifier(span, "direct", name, "name", "tells what happened to them")


def _detail(document: str, text: str, mark: Identifier) -> Detail:
    said = mark.span.of(text)
    before = text[max(0, mark.span.start - REACH) : mark.span.start]
    behind = text[mark.span.end : mark.span.end + REACH]
    left = [found.start() for found in WORD.finditer(before)][-AROUND:]
    right = [found.end() for found in WORD.finditer(behind)][:AROUND]
    return Detail(
        detail_id(mark.category, said),
        document,
        mark.span,
        said,
        mark.danger,
        mark.category,
        f"{document}/{mark.person or ''}",
        mark.why,
        (before[left[0] :] if left else "", behind[: right[-1]] if right else ""),
    )


@dataclass(slots=True)
class _Joined:
    """Groups that turned out to be one (union-find)."""

    above: dict[str, str] = field(default_factory=dict)

    def root(self, group: str) -> str:
        """Return the group that stands for all that a group was joined with."""
        while group in self.above:
            group = self.above[group]
        return group

    def join(self, one: str, other: str) -> None:
        """Make two groups one, called by the first of their names."""
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self.above[second] = first


def _join_names(details: Iterable[Detail], joined: _Joined) -> None:
    """Join groups under one name; a single name joins the only full name that holds it."""
    holders: dict[tuple[str, ...], str] = {}
    for detail in details:
        if detail.category in NAMES and detail.person and (name := bare_name(detail.words)):
            joined.join(holders.setdefault(name, detail.person), detail.person)
    full: dict[str, set[tuple[str, ...]]] = {}
    for name in holders:
        for piece in name if len(name) > 1 else ():
            full.setdefault(piece, set()).add(name)
    for name, person in holders.items():
        longer = full.get(name[0], set()) if len(name) == 1 else set()
        if len(longer) == 1:
            joined.join(holders[next(iter(longer))], person)


def _join_copies(details: Iterable[Detail], texts: Texts, joined: _Joined) -> None:
    """Join groups of which the one holds a detail within the very words that stand round a detail of the other."""
    traces: dict[Term, str] = {}
    places: dict[str, list[Detail]] = {}
    for detail in details:
        places.setdefault(detail.document, []).append(detail)
        found = term(detail.words, detail.category, detail.danger, detail=detail.id)
        if found and detail.person and all(detail.around):
            traces.setdefault(trace(detail.around[0], found, detail.around[1]), detail.person)
    terms = Terms(traces)
    for document, held in places.items():
        for match in terms.all(texts.document(document).text):
            for detail in held:
                if detail.person and detail.span.meets(Span(match.start, match.end)):
                    joined.join(traces[match.term], detail.person)


def bare_name(said: str) -> tuple[str, ...]:
    """Return the letters of each word of a name without titles and initials."""
    pieces = (letters(piece) for piece in said.replace("’s", "").replace("'s", "").split())
    return tuple(
        piece for piece in pieces if len(piece) > 1 and piece not in words("en", "protection", "titles")
    )


def _person(members: list[Detail]) -> Person:
    said = {letters(d.words): d.words for d in members if d.category in NAMES}
    names = tuple(sorted(said.values(), key=lambda name: (-len(bare_name(name)), -len(name), name)))
    label = names[0] if names else min(d.person.partition("/")[2] for d in members if d.person)
    known = (letters(names[0]),) if names else (min(d.document for d in members), label)
    id_ = identity("person", *known)
    return Person(
        id_,
        names,
        tuple(
            Detail(d.id, d.document, d.span, d.words, d.danger, d.category, id_, d.why, d.around)
            for d in members
        ),
        label,
    )


@cache
def _ordinary() -> frozenset[str]:
    text = files("firsthand.lexicon").joinpath("en", "rarity.txt").read_text("utf-8")
    listed = {line.partition("\t")[0] for line in text.splitlines() if not line.startswith("#")}
    return frozenset(listed) | words("en", "protection", "titles") | words("en", "protection", "particles")
