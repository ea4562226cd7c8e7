"""The clause that states a figure: from its words up to the verb that says something of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.claims.gapped import between_gapped
from firsthand.language import Paragraph
from firsthand.records import Marks, Quantity, Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

CLAUSES = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "pcomp", "xcomp", "dep", "appos"}
)
APART = frozenset({"advcl", "relcl", "conj", "parataxis", "ccomp", "acl"})
DATELINE = re.compile(
    r"[A-Z][A-Z .,'’/-]{2,40}(?:,? [A-Z][\w. ]{2,20})?\s?(?:\([\w .&-]{2,30}\)\s?)?\s[-–—]{1,2}\s+(?=[A-Z“\"])"
)
COMPLEMENT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADV"})
SHORT = 3
"""Words of what a group is said to be: "men", "under eighteen", "mostly seasonal workers"."""

OBJECT = 80
"""Characters of a phrase that somebody is said to have counted."""

SUBJECT = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"VERB", "AUX"})


@dataclass(frozen=True)
class Clause:
    """A clause: where it stands, its words, and the verb (or noun) that it hangs on, None for whole passages."""

    paragraph: Paragraph
    span: Span
    tokens: tuple[Token, ...]
    head: Token | None = None

    @classmethod
    def of(cls, paragraph: Paragraph, span: Span, head: Token | None = None) -> Clause:
        """Return the clause of all words of a paragraph within a span."""
        return cls(paragraph, span, tuple(_between(paragraph, span)), head)


def stated_in(paragraph: Paragraph, quantity: Quantity, marks: Marks, content: Span | None) -> Clause:
    """Return the clause that states a quantity, within the words of the one who is quoted with it."""
    inner = list(_between(paragraph, quantity.span))
    if not inner:
        return Clause.of(paragraph, content or quantity.span)
    beside = _others(quantity, marks)
    of_all = next((each.whole for each in beside if each.whole and _parts(each, quantity)), None)
    if of_all is not None and (content is None or content.holds(of_all)):
        return Clause.of(paragraph, of_all)  # what is said is said of the part
    others = [each.span for each in beside]
    head = _verb_above(_top(inner), content, paragraph, others)
    if content is not None and _stands_behind_object(head, content, quantity, paragraph):
        return Clause.of(paragraph, content, head)
    kept = _own_words(head, quantity.span, others, paragraph)
    span = _whole(_around(kept, quantity.span, paragraph), quantity.span, paragraph)
    if content is not None and head.pos_ not in FINITE and not _is_subject(paragraph, content):
        span = _object_in(content, quantity, others, paragraph) or span
    apart = between_gapped(span, quantity, beside, paragraph)
    if apart != span:
        span = apart
        head = head if span.holds(paragraph.place(head)) else _top(list(_between(paragraph, span)))
    sentence = _past_dateline(span, quantity.span.start, paragraph)
    if sentence != span:
        span = sentence
        head = head if span.holds(paragraph.place(head)) else _top(list(_between(paragraph, span)))
    alone = _within_stops(span, quantity.span, paragraph)
    if alone != span:
        span = alone
        head = head if span.holds(paragraph.place(head)) else _top(list(_between(paragraph, span)))
    clear = content is not None and content.meets(span) and not _is_bare_phrase(paragraph, content)
    if clear and content is not None and content.holds(quantity.span):
        opening = next(iter(_between(paragraph, Span(content.start, content.start + 1))), None)
        start = content.start + (5 if opening is not None and opening.text == "that" else 0)
        span = Span(min(max(span.start, start), quantity.span.start), min(span.end, content.end))
    span = Span(_past_markers(span, quantity.span.start, paragraph, marks), span.end)
    return Clause.of(paragraph, span, head)


def _stands_behind_object(head: Token, content: Span, quantity: Quantity, paragraph: Paragraph) -> bool:
    """Whether a number stands behind "at" and what is put there before it, and the verb outside: "put | the loss at 73"."""
    return (
        head.dep_ == "prep"
        and content.holds(quantity.span)
        and not content.holds(paragraph.place(head.head))
        and content.start < paragraph.place(head).start
    )


def _object_in(content: Span, quantity: Quantity, others: list[Span], paragraph: Paragraph) -> Span | None:
    """All that somebody counted, where it is a phrase and no clause, up to the next number: "has recorded | 1,904 dead and missing"."""
    if not content.holds(quantity.span) or any(
        content.holds(o) and o.start < quantity.span.start for o in others
    ):
        return None
    behind = min((other.start for other in others if content.holds(other)), default=content.end)
    end = content.end
    if behind < end:
        said = paragraph.text[quantity.span.end - paragraph.start : behind - paragraph.start]
        cut = max(said.rfind(", "), said.rfind(" and "), said.rfind("; "))
        end = quantity.span.end + cut
        if cut < 0:
            return None
    span = Span(content.start, end)
    stated = any(token.pos_ in FINITE and token.tag_ != "VBN" for token in _between(paragraph, span))
    return None if stated or span.end - span.start > OBJECT else span


def _within_stops(span: Span, quantity: Span, paragraph: Paragraph) -> Span:
    """A clause up to a colon or a semicolon beside which another sentence stands: "It was withdrawn: the guard had said 46"."""
    text, start = paragraph.text, span.start - paragraph.start
    before = max(text.rfind(stop, start, quantity.start - paragraph.start) for stop in (": ", "; "))
    if (
        before >= 0
        and _is_sentence(Span(paragraph.start + before + 2, span.end), paragraph)
        and _is_sentence(Span(span.start, paragraph.start + before), paragraph)
    ):
        span = Span(paragraph.start + before + 2, span.end)
    behind = text.find("; ", quantity.end - paragraph.start, span.end - paragraph.start)
    if behind >= 0 and _is_sentence(Span(paragraph.start + behind + 2, span.end), paragraph):
        span = Span(span.start, paragraph.start + behind)
    return span


def _is_sentence(span: Span, paragraph: Paragraph) -> bool:
    """Whether some words hold a verb with its subject, or are a headline's that need none."""
    said = [token for token in _between(paragraph, span) if paragraph.place(token).start >= span.start]
    return any(
        token.pos_ in FINITE
        and any(child.dep_ in SUBJECT and child.i >= said[0].i for child in token.children)
        for token in said
    )


def _is_bare_phrase(paragraph: Paragraph, content: Span) -> bool:
    """Whether what is said to be known, confirmed or denied is only a noun: its verb is the cue."""
    inside = _between(paragraph, content)
    return not any(token.pos_ in FINITE for token in inside) and _is_subject(paragraph, content)


def _is_subject(paragraph: Paragraph, content: Span) -> bool:
    inside = list(_between(paragraph, content))
    return bool(inside) and _top(inside).dep_ in SUBJECT


def _parts(part: Quantity, whole: Quantity) -> bool:
    """Whether a quantity is of a whole that is itself counted by the other one: "2,150 of the 8,600 workers"."""
    return part.whole is not None and part.whole.holds(whole.span) and not part.span.meets(whole.span)


def _past_markers(span: Span, until: int, paragraph: Paragraph, marks: Marks) -> int:
    """Where a clause begins behind the citation markers of the sentence before it."""
    start = span.start
    for citation in marks.citations:
        if citation.span.start == start and citation.span.end < until:
            behind = paragraph.text[citation.span.end - paragraph.start :]
            start = citation.span.end + len(behind) - len(behind.lstrip())
    return start


def _past_dateline(span: Span, until: int, paragraph: Paragraph) -> Span:
    """A clause without the place and agency before a report: "VESSANY (MPA) - Floods killed ..."."""
    line = DATELINE.match(paragraph.text)
    end = paragraph.start + line.end() if line else paragraph.start
    return Span(end, span.end) if span.start < end <= until else span


def _between(paragraph: Paragraph, span: Span) -> Iterable[Token]:
    first, last = _range(paragraph, span)
    return list(paragraph.doc[first:last])


def _range(paragraph: Paragraph, span: Span) -> tuple[int, int]:
    """The places of the first word that touches a span and of the one behind the last."""
    starts, start = paragraph.starts, paragraph.start
    return max(0, bisect_right(starts, span.start - start) - 1), bisect_left(starts, span.end - start)


def _top(tokens: list[Token]) -> Token:
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.head.i not in inside or token.head.i == token.i:
            return token
    return tokens[0]


def _others(quantity: Quantity, marks: Marks) -> list[Quantity]:
    """The other quantities near one, so that a clause with two of them can be cut between them."""
    place = bisect_left(marks.quantities, quantity.span.start, key=lambda each: each.span.start)
    near = marks.quantities[max(0, place - 12) : place + 13]
    return [each for each in near if each.span != quantity.span]


def _verb_above(token: Token, content: Span | None, paragraph: Paragraph, others: list[Span]) -> Token:
    """The nearest word above that makes a statement; never out of the words that are quoted."""
    while token.dep_ != "ROOT":
        states = token.pos_ in FINITE and token.dep_ in CLAUSES
        if states and (not _is_bare(token) or _is_split(token, paragraph, others)):
            return token
        above = token.head
        if content is not None and not content.holds(paragraph.place(above)):
            return token
        token = above
    return token


def _is_split(token: Token, paragraph: Paragraph, others: list[Span]) -> bool:
    """Whether a verb form without a subject has a figure of its own beside another: "..., sold for 9 marks"."""
    start, end = paragraph.place(token.left_edge).start, paragraph.place(token.right_edge).end
    sentence = paragraph.sentence_at(start)
    if sentence is None or token.tag_ != "VBN" or any(start <= other.start < end for other in others):
        return False
    above = token.head
    if above.pos_ not in FINITE and above.head.pos_ not in FINITE:
        return False
    return any(sentence.holds(other) and other.end <= start for other in others)


def _is_bare(token: Token) -> bool:
    """Whether a verb form states nothing alone: "forced" in "women forced to", "to sell"."""
    if token.dep_ in ("xcomp", "pcomp", "acl"):
        return True
    if token.dep_ == "advcl" and not any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in token.children):
        return True
    return (
        token.dep_ == "conj"
        and token.head.dep_ in ("xcomp", "pcomp", "acl")
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    )


def _own_words(head: Token, quantity: Span, others: list[Span], paragraph: Paragraph) -> list[Token]:
    """The words of the clause without joined clauses that state something else."""
    barred: set[int] = set()
    subtree = list(head.subtree)
    for child in subtree:
        if child.pos_ in FINITE and child.dep_ in APART and child.i != head.i and child.i not in barred:
            span = Span(paragraph.place(child.left_edge).start, paragraph.place(child.right_edge).end)
            if _is_alternative(child) and not any(span.holds(other) for other in others):
                continue  # "341 people died or vanished"
            joined = child.dep_ in ("conj", "parataxis") and child.head.i == head.i
            if child.dep_ in ("relcl", "acl") and _is_amid(span, quantity, paragraph.place(head)):
                continue  # "71% of those who live within two miles of it are ill"
            if (
                child.dep_ == "ccomp"
                and quantity.end <= span.start
                and _is_in_joined(child, others, paragraph)
            ):
                continue  # only what is joined to what is said holds another figure
            if not span.meets(quantity) and (joined or any(span.holds(other) for other in others)):
                barred |= {token.i for token in child.subtree}
    return [token for token in subtree if token.i not in barred] if barred else subtree


def _is_alternative(verb: Token) -> bool:
    """Whether a verb is told of the same people as the one to which "or" joins it: "died or are missing"."""
    if verb.dep_ != "conj" or _has_subject(verb):
        return False
    joins = [child for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i]
    return bool(joins) and joins[-1].lower_ == "or"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECT for child in verb.children)


def _is_in_joined(clause: Token, others: list[Span], paragraph: Paragraph) -> bool:
    """Whether each other figure within a clause stands in one that is joined to it and has its own subject."""
    joined = [
        child for child in clause.children if child.dep_ in ("conj", "parataxis") and _has_subject(child)
    ]
    spans = [
        Span(paragraph.place(one.left_edge).start, paragraph.place(one.right_edge).end) for one in joined
    ]
    whole = Span(paragraph.place(clause.left_edge).start, paragraph.place(clause.right_edge).end)
    inside = [other for other in others if whole.holds(other)]
    return bool(inside) and all(any(span.holds(other) for span in spans) for other in inside)


def _is_amid(span: Span, quantity: Span, head: Span) -> bool:
    """Whether a clause stands between a quantity and the verb that says something of it."""
    return quantity.end <= span.start and span.end <= head.start


def _whole(span: Span, quantity: Span, paragraph: Paragraph) -> Span:
    """A clause with what "were" joins to it, where a parser parted two of one form: "62% were | men and 47% | were women"."""
    begins, ends = _range(paragraph, span)
    if begins >= ends:
        return span
    doc, first, last = paragraph.doc, paragraph.doc[begins], paragraph.doc[ends - 1]
    start, end = span.start, span.end
    behind = doc[last.i + 1] if last.i + 1 < len(doc) else None
    before = doc[first.i - 1] if first.i else None
    if _joins(last):
        end = _complement_end(last, paragraph)
    elif behind is not None and _joins(behind):
        cut = next(
            (
                token
                for token in reversed(list(doc[max(begins, ends - 2 * SHORT) : ends]))
                if token.pos_ in ("CCONJ", *FINITE)
            ),
            None,
        )
        if cut is not None and cut.pos_ == "CCONJ":
            if paragraph.place(cut).start > quantity.end:
                end = paragraph.place(doc[cut.i - 1]).end
            else:
                start, end = paragraph.place(doc[cut.i + 1]).start, _complement_end(behind, paragraph)
    if before is not None and _joins(before):
        joined = next(
            (token for token in doc[begins + 1 : min(ends, begins + SHORT + 1)] if token.pos_ == "CCONJ"),
            None,
        )
        if joined is not None and paragraph.place(doc[joined.i + 1]).start <= quantity.start:
            start = paragraph.place(doc[joined.i + 1]).start
    return Span(min(start, quantity.start), max(end, quantity.end))


def _joins(token: Token) -> bool:
    return token.pos_ == "AUX" and token.lemma_ == "be"


def _complement_end(verb: Token, paragraph: Paragraph) -> int:
    """Where what a group is said to be ends."""
    doc, at = paragraph.doc, verb.i + 1
    while at < len(doc) and doc[at].pos_ in COMPLEMENT and at - verb.i <= SHORT:
        at += 1
    return paragraph.place(doc[at - 1]).end


def _opens(token: Token) -> bool:
    """Whether a word only joins a clause to the one above: "that" before what is said."""
    return token.lower_ == "that" and token.dep_ == "mark"


def _runs(numbers: list[int]) -> list[list[int]]:
    runs = [[numbers[0]]]
    for number in numbers[1:]:
        if number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _around(kept: list[Token], quantity: Span, paragraph: Paragraph) -> Span:
    """The unbroken run of words that holds the quantity, without joining words and marks at its ends."""
    if not kept:
        return quantity
    numbers = [token.i for token in kept]
    runs = [numbers] if numbers[-1] - numbers[0] == len(numbers) - 1 else _runs(numbers)
    doc = paragraph.doc
    for run in runs:
        while (
            run
            and (doc[run[-1]].is_punct or doc[run[-1]].pos_ == "CCONJ" or doc[run[-1]].is_space)
            and doc[run[-1]].text not in ")]%"
        ):
            run = run[:-1]
        while (
            run
            and (doc[run[0]].is_punct or doc[run[0]].pos_ == "CCONJ" or _opens(doc[run[0]]))
            and doc[run[0]].text not in "(["
        ):
            run = run[1:]
        if run:
            span = Span(paragraph.place(doc[run[0]]).start, paragraph.place(doc[run[-1]]).end)
            if span.meets(quantity):
                return Span(min(span.start, quantity.start), max(span.end, quantity.end))
    return quantity
