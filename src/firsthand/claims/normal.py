"""A statement in normal form: what is measured, of whom, of what whole, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from firsthand.claims.clause import Clause
from firsthand.claims.periods import period
from firsthand.lexicon import load, words
from firsthand.records import Document, Marks, Place, Quantity, Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
BETWEEN = re.compile(r"[\s.,;:!?”\"’')\]]*")


PART = re.compile(r" of (?:them|whom|which)\b")


Word = tuple[int, int, str]
"""A word that carries content: where it begins and ends in the document, and its dictionary form."""


@dataclass(frozen=True, slots=True)
class Normal:
    """The parts of a statement; what the text does not say is None."""

    measure: str
    population: str | None
    whole: str | None
    place: str | None
    period: str | None
    terms: tuple[str, ...]
    citations: tuple[str, ...]


def normal_form(document: Document, clause: Clause, quantity: Quantity | None, marks: Marks) -> Normal:
    """Return what a clause states, taken from its own words and, for place and time, from its sentence."""
    number = {quantity.span} if quantity else set()
    if quantity and quantity.converted:
        number.add(quantity.converted.span)
    numbers = number | {each.span for each in marks.quantities}
    whole = _restricted(document, clause, quantity.whole, numbers) if quantity else None
    counted = _restricted(document, clause, quantity.counted, numbers) if quantity else None
    if quantity and quantity.whole and whole and not clause.span.meets(quantity.whole):
        whole = _of_those(clause, quantity.whole, whole)
    of_whom = whole if quantity and quantity.kind == "share" and whole else counted
    left_out = numbers | {place.span for place in marks.places} | {time.span for time in marks.times}
    if quantity:
        left_out |= {span for span in (quantity.counted, quantity.whole) if span}
    content = _content(clause)
    return Normal(
        measure=_measure(clause, list(_terms(content, left_out)), quantity),
        population=_valued(clause, quantity)
        or _ourselves(quantity, of_whom)
        or of_whom
        or (None if _stands_for_people(clause, quantity) else _subject(clause, numbers)),
        whole=whole,
        place=_place(document, clause, _beside_parts(document, quantity, marks)),
        period=period(document, clause, quantity, marks),
        terms=(*_terms(content, numbers | {time.span for time in marks.times}), *_currency(quantity)),
        citations=_behind(document, clause, marks),
    )


def _valued(clause: Clause, quantity: Quantity | None) -> str | None:
    """What is said to be something that is worth an amount: the fines in "the fines are a business worth 2 million"."""
    span = quantity.counted if quantity and quantity.kind == "money" else None
    if span is None:
        return None
    start = clause.paragraph.start
    phrase = clause.paragraph.doc.char_span(span.start - start, span.end - start, alignment_mode="expand")
    verb = clause.paragraph.doc[phrase.start - 1] if phrase is not None and phrase.start else None
    if verb is None or verb.lemma_ != "be":
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    return plain(clause.paragraph.doc[subject.left_edge.i : subject.right_edge.i + 1].text)


def _currency(quantity: Quantity | None) -> tuple[str, ...]:
    """The name of a currency that no list holds: it tells of which country a sum is."""
    unit = quantity.unit if quantity and quantity.kind == "money" else None
    listed = load("en", "currencies")["shared"]
    return (unit,) if unit and unit.isalpha() and unit.islower() and unit not in listed else ()


def _ourselves(quantity: Quantity | None, counted: str | None) -> str | None:
    """People, where some of those who speak are counted: "he took six of us"."""
    if quantity is None or quantity.kind != "count" or counted is None:
        return None
    return "people" if counted.lower() in words("en", "claims", "ourselves") else None


def _stands_for_people(clause: Clause, quantity: Quantity | None) -> bool:
    """Whether a bare number is of people whom nothing names, behind what they have: "put names to the remains of 12"."""
    if quantity is None or quantity.kind != "count" or quantity.counted is not None:
        return False
    number = Clause.of(clause.paragraph, quantity.span).tokens
    if not number or number[0].i < 2:
        return False
    before, noun = number[0].nbor(-1), number[0].nbor(-2)
    return before.lower_ == "of" and noun.lemma_.lower() in words("en", "counting", "of people")


def _restricted(document: Document, clause: Clause, span: Span | None, numbers: set[Span]) -> str | None:
    """The words of who is counted with what narrows them down: "all sailors | held in the port"."""
    if span is None:
        return None
    first, last = span.start - clause.paragraph.start, span.end - clause.paragraph.start
    inner = [token for token in clause.tokens if first <= token.idx and token.idx + len(token) <= last]
    end = span.end
    head = next((token for token in reversed(inner) if token.pos_ in ("NOUN", "PROPN")), None)
    if head is not None:
        for child in head.children:
            behind = clause.paragraph.place(child.left_edge).start
            until = clause.paragraph.place(child.right_edge).end
            if child.i > head.i and child.dep_ in ("prep", "acl") and behind <= end + 1:
                end = end if any(number.meets(Span(end, until)) for number in numbers) else max(end, until)
    return plain(document.words(Span(span.start, end)))


def _of_those(clause: Clause, span: Span, said: str) -> str:
    """The people whom "of whom" takes up, with those of whom they are: "80% of the packers were women, half of whom ..."."""
    start = span.start - clause.paragraph.start
    found = clause.paragraph.doc.char_span(start, span.end - clause.paragraph.start, alignment_mode="expand")
    head = found.root if found is not None else None
    if head is None or head.dep_ != "attr" or head.head.lemma_ != "be":
        return said
    subject = next((child for child in head.head.children if child.dep_ == "nsubj"), None)
    if subject is None:
        return said
    part = next((child for child in subject.children if child.lower_ == "of"), None)
    above = next((child for child in part.children if child.dep_ == "pobj"), None) if part else subject
    if above is None or above.pos_ not in ("NOUN", "PROPN"):
        return said
    named = plain(clause.paragraph.doc[above.left_edge.i : above.i + 1].text)
    return f"{said} among {named}" if named else said


def plain(said: str) -> str | None:
    """Return words without citation markers, quotation marks and line breaks; None where nothing is left."""
    said = re.sub(
        r"\[(?:note |n )?\d[^\]]*\]?|[“”\"«»„]|(?<!\w)[‘'](?=\w)|(?<=\w)[’'](?!\w)(?<!s[’'])", "", said
    )
    return " ".join(said.split()).strip(" ,.;:|([–—-") or None


def content_lemmas(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Return the lower-case dictionary forms of the words that carry content, each once."""
    found: dict[str, None] = {}
    for token in tokens:
        lemma = _content_lemma(token)
        if lemma:
            found[lemma] = None
    return tuple(found)


def _content_lemma(token: Token) -> str | None:
    if token.pos_ not in CONTENT:
        return None
    lemma = token.lemma_.lower()
    return lemma if _carries_content(lemma) else None


@lru_cache(maxsize=16_384)
def _carries_content(lemma: str) -> bool:
    written = (lemma.isalpha() or "-" in lemma) and lemma.strip("-")
    return bool(written) and lemma not in words("en", "claims", "empty")


def _content(clause: Clause) -> list[Word]:
    found = []
    for token in clause.tokens:
        lemma = _content_lemma(token)
        if lemma and not _says_death(token.head, token):
            start = clause.paragraph.start + token.idx
            died = any(_says_death(token, child) for child in token.children)
            found.append((start, start + len(token), "die" if died else lemma))
    return found


def _says_death(verb: Token, with_it: Token) -> bool:
    """Whether two words say together that somebody died: "lost their lives", "passed away"."""
    return with_it.lemma_.lower() in load("en", "claims")["dying"]["verbs"].get(verb.lemma_.lower(), ())


def _terms(content: Sequence[Word], without: Iterable[Span]) -> tuple[str, ...]:
    """The dictionary forms of a clause's words that touch none of the spans, each once."""
    # Numbers that are compared, and no span is made: every word of every clause comes by here.
    if not content:
        return ()
    first, last = content[0][0], content[-1][1]
    edges = [(span.start, span.end) for span in without if span.start < last and first < span.end]
    if not edges:
        return tuple(dict.fromkeys(lemma for _, _, lemma in content))
    return tuple(dict.fromkeys(lemma for first, end, lemma in content if not _touches(first, end, edges)))


def _touches(first: int, end: int, edges: Sequence[tuple[int, int]]) -> bool:
    return any(start < end and first < stop for start, stop in edges)


def _measure(clause: Clause, rest: list[str], quantity: Quantity | None) -> str:
    """The dictionary forms of what is said of the population: first the verb, then what stands by it.

    A verb that only reports or hedges ("are said to be held", "began to leave")
    gives way to the one that it leads to.
    """
    head = clause.head
    leading = words("en", "claims", "leading")
    while head is not None and head.lemma_.lower() in leading:
        below = next((child for child in head.children if child.dep_ in ("xcomp", "ccomp")), None)
        if below is None:
            break
        if head.lemma_.lower() in rest:
            rest.remove(head.lemma_.lower())
        head = below
    if head is not None and head.lemma_.lower() in rest:
        rest.remove(head.lemma_.lower())
        rest.insert(0, head.lemma_.lower())
    return " ".join(rest) or (quantity.kind if quantity else "statement")


def _subject(clause: Clause, numbers: Iterable[Span]) -> str | None:
    """The subject of the clause, where a quantity names nothing that it counts."""
    head = clause.head
    while head is not None:
        for child in head.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN"):
                span = Span(clause.paragraph.place(child.left_edge).start, clause.paragraph.place(child).end)
                if clause.span.meets(span) and not any(number.meets(span) for number in numbers):
                    return plain(clause.paragraph.doc[child.left_edge.i : child.i + 1].text)
        head = head.head if head.dep_ in ("conj", "xcomp", "advcl") and head.head.i != head.i else None
    return None


def _place(document: Document, clause: Clause, marks: Marks) -> str | None:
    """The place where something happens: behind "in", in the clause, else alone in its sentence."""
    within = [
        place for place in marks.places if clause.span.holds(place.span) and not _is_of_people(clause, place)
    ]
    lead = words("en", "claims", "places")
    for place in reversed(within):
        before = document.text[max(0, place.span.start - 60) : place.span.start].lower().split()[-4:]
        if any(word in lead for word in before):
            return place.name or document.words(place.span)
    sentence = clause.paragraph.sentence_at(clause.span.start)
    if not within and sentence:
        around = [
            place for place in marks.places if sentence.holds(place.span) and not _is_of_people(clause, place)
        ]
        names = {place.name or document.words(place.span) for place in around}
        behind = (
            document.text[max(0, around[0].span.start - 10) : around[0].span.start].lower().split()
            if around
            else []
        )
        if len(names) == 1 and any(word in lead for word in behind):
            return next(iter(names))
    return None


def _beside_parts(document: Document, quantity: Quantity | None, marks: Marks) -> Marks:
    """The marks without the places of which only a part is told: "nine deaths in the country, three of them in Vessany"."""
    parts = [
        each.span.end
        for each in marks.quantities
        if quantity is not None
        and each.span.start >= quantity.span.end
        and PART.match(document.text, each.span.end)
    ]
    if not parts:
        return marks
    return replace(marks, places=tuple(place for place in marks.places if place.span.start < parts[0]))


def names_place(clause: Clause, marks: Marks) -> bool:
    """Whether a clause or its sentence names a place, if only as that of a people."""
    sentence = clause.paragraph.sentence_at(clause.span.start) or clause.span
    return any(sentence.holds(place.span) or clause.span.holds(place.span) for place in marks.places)


def _is_of_people(clause: Clause, place: Place) -> bool:
    """Whether a name is that of a people or a language and not of a place: "in Karvelian"."""
    doc, start = clause.paragraph.doc, place.span.start - clause.paragraph.start
    token = doc.char_span(start, start + 1, alignment_mode="expand")
    last = doc.char_span(start, place.span.end - clause.paragraph.start, alignment_mode="expand")
    if token is None or last is None:
        return False
    word = last[-1]
    return word.ent_type_ in ("NORP", "LANGUAGE") or (word.pos_ == "ADJ" and word.text[:1].isupper())


def _behind(document: Document, clause: Clause, marks: Marks) -> tuple[str, ...]:
    """The citation markers within a clause and directly behind it, else the next ones in its sentence."""
    span = clause.span
    found: list[str] = []
    end = span.end
    last = clause.paragraph.sentence_at(span.end - 1)
    until = max(end, last.end if last else end)
    for citation in marks.citations:
        if span.holds(citation.span):
            found.append(document.words(citation.span))
        elif citation.span.start >= end:
            directly = BETWEEN.fullmatch(document.text, end, citation.span.start)
            later = not found and (
                citation.span.end <= until or BETWEEN.fullmatch(document.text, until, citation.span.start)
            )
            if not directly and not later:
                break
            found.append(document.words(citation.span))
            end = citation.span.end
    return tuple(found)
