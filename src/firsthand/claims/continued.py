"""Elliptical statements: what "the ministry speaks of 61" or "22 of these were on leave" takes from the one it goes on from.

Only what is measured, of whom, of what whole, where and when is taken, and only from a statement that is
surely meant: the one of its kind in the same sentence, else in the sentence before. The clause keeps its own words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal

from firsthand.claims.clause import Clause
from firsthand.claims.gapped import is_gapped
from firsthand.claims.normal import Normal, content_lemmas
from firsthand.claims.told import (
    Told,
    as_before,
    candidates,
    gapped,
    is_headless,
    is_number_of,
    numbered,
    only,
    part_of,
    tells_what_befell,
)
from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.records import Document, Marks, Quantity, Span

BARE = ("count", "share")
"""Kinds of quantity that stand without their noun; an amount of anything else names its unit."""

BODIES = ("official", "organisation", "report", "data set", "outlet")
"""Roles of speakers that count and are never what is counted."""

PART_BEHIND = re.compile(
    r"\s(?:\([^()]{1,12}\)\s)?of (?:(?:them|these|whom|which)\b|those(?=[.,;:)]| (?:are|were|have|had)\b))",
    re.IGNORECASE,
)
PART_BEFORE = re.compile(r"\bof (?:them|these|those|whom|which)[\s,(]+$", re.IGNORECASE)
DIFFERENCE = re.compile(r"\s(?:more|fewer|less|higher|lower|above|below)\b", re.IGNORECASE)
DEFINITE = re.compile(r"\b(?:the|these|those|all) $", re.IGNORECASE)
TWICE = re.compile(
    r"(?:[^,.;:()?!]|(?<=\d),(?=\d)){0,80}(?: \(|, or |,? that is,? |, i\.e\.,? |: |,? (?:– |- )|, which (?:is|makes|gives|means) )"
    r"(?:an? (?:share|rate|ratio|proportion|prevalence|total) of )?(?:about |some |roughly |nearly |almost )?"
)
"""What stands between a count and the share that says it again: "196 people have died, that is 2.7%"."""
AS_SHARE = re.compile(
    r"[^.;?!]{0,200}, (?:an?|which (?:is|makes|gives) an?) (?:share|rate|ratio|proportion|prevalence) of "
)
CLOSE = Decimal("0.006")
"""How far a part divided by its whole may lie from the share that is told of it."""
OWN_WHOLE = re.compile(r" of (?!them|these|those|whom|which)")
THESE = re.compile(r"(?:these|those|such) (?=[a-z])", re.IGNORECASE)
REACH = 400
"""Characters of the longest name of a source."""
SHORT = 3
"""Words of a clause that is only a number and the verb by which it is told."""
BELOW = frozenset({"pobj", "dobj", "attr", "compound", "poss", "nmod", "dative", "npadvmod"})
NEAR = 16
"""Characters beside a number in which it is said that it is a part of what was told before."""


class Continued:
    """Gives elliptical statements what they take from the one before; to be asked in the order of the text."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self._document = document
        sources = [
            (span, each.source.role)
            for each in marks.attributions
            if each.source
            for span in each.source.spans
        ]
        self._bodies = sorted(span for span, role in sources if role in BODIES)
        cues = (span for each in marks.attributions for span in each.cue)
        self._voices = sorted({*(span for span, _ in sources), *cues})
        self._paragraph: Paragraph | None = None
        self._told: list[Told] = []
        self._before: list[Told] = []
        self._known: dict[object, Told] = {}

    def taken_up(
        self, paragraph: Paragraph, clause: Clause, quantity: Quantity, normal: Normal, near: Marks
    ) -> Normal:
        """Return what a quantity states, with what it takes from the statement on which it goes on."""
        if paragraph is not self._paragraph:
            self._paragraph, self._before, self._told = paragraph, self._told or self._before, []
        sentence = paragraph.sentence_at(quantity.span.start)
        if sentence is None or quantity.kind not in BARE:
            return normal
        if DIFFERENCE.match(self._document.text, quantity.span.end):
            return normal  # "twelve more than the 61" tells of neither
        part, before = self._is_part(quantity), None
        named = self._names_its_own(quantity) and not is_gapped(quantity, paragraph)
        if part:
            before = self._same(quantity) or self._fitting(quantity, near)
            before = before or self._meant(paragraph, quantity, sentence, part=True)
            of_all = part_of(normal, before, named=True) if before else None
            normal = of_all or _of_plural(paragraph, sentence, quantity, normal)
        elif named:
            normal = self._of_known_whole(normal, quantity, near) if quantity.whole else normal
        else:
            normal, before = self._taken(paragraph, clause, quantity, normal, near, sentence)
        normal = self._said_twice(quantity, normal)
        told = Told(
            quantity,
            normal,
            clause,
            near,
            self._document.words(quantity.span),
            sentence,
            part or quantity.whole is not None or (not named and normal.whole is not None),
            named
            or before is not None
            or is_number_of(normal.population)
            or tells_what_befell(clause, quantity),
        )
        self._told.append(told)
        if told.named and normal.population and quantity.kind == "count":
            self._known.setdefault((quantity.low, quantity.high), told)
        return normal

    def _taken(
        self,
        paragraph: Paragraph,
        clause: Clause,
        quantity: Quantity,
        normal: Normal,
        near: Marks,
        sentence: Span,
    ) -> tuple[Normal, Told | None]:
        """What a number without a noun states, and the statement on which it goes on."""
        if is_gapped(quantity, paragraph):
            last = next(
                (each for each in reversed(self._told) if each.sentence == sentence and self._is_new(each)),
                None,
            )
            if last is not None and last.quantity.kind == quantity.kind:
                return gapped(normal, last), last
        total = self._total(quantity, normal) or self._share(quantity, normal)
        if total is not None:
            return as_before(normal, total, total.normal.terms), total
        own = () if self._is_such(quantity) else self._own_words(clause, near)
        if own and is_headless(clause, quantity):
            before = self._same(quantity) or self._meant(paragraph, quantity, sentence, part=True)
            normal = replace(normal, population=None)
            return (part_of(normal, before, named=False) if before else normal), before
        if own or quantity.direction is not None:
            return normal, None
        normal = self._untold(clause, normal)
        before = self._same(quantity) or self._meant(paragraph, quantity, sentence, part=False)
        if before is not None:
            terms = self._own_words(before.clause, before.near) or before.normal.terms
            return as_before(normal, before, terms), before
        counted = None if self._is_of_body(quantity.counted) else normal.population
        return self._as_named(paragraph, replace(normal, population=counted), sentence), None

    def _fitting(self, quantity: Quantity, near: Marks) -> Told | None:
        """The number of which "49 of them, or 5.6%" is this share; None where no share is given or several fit."""
        share = next((each for each in near.quantities if each.span.start > quantity.span.end), None)
        part = quantity.low
        if share is None or share.kind != "share" or part is None or share.low is None or not share.low:
            return None
        if not TWICE.fullmatch(self._document.text, quantity.span.end, share.span.start):
            return None
        fits = [
            told
            for told in (*self._before, *self._told)
            if told.quantity.kind == "count"
            and told.quantity.low
            and told.normal.population
            and abs(part / told.quantity.low - share.low) <= CLOSE
        ]
        return fits[-1] if len({told.quantity.low for told in fits}) == 1 else None

    def _total(self, quantity: Quantity, normal: Normal) -> Told | None:
        """The last number of all that is meant by "for 2019 the minimum had been 73", with parts of it between."""
        if not _is_definite(normal, "totals") or not any(told.part for told in self._told):
            return None
        whole = [
            told
            for told in self._told
            if told.quantity.kind == quantity.kind and not told.part and told.named
        ]
        return whole[-1] if whole else None

    def _share(self, quantity: Quantity, normal: Normal) -> Told | None:
        """The last share of whom the text tells, which "in 2019 the share had been 12%" takes up."""
        if quantity.kind != "share" or not _is_definite(normal, "share nouns"):
            return None
        before = (told for told in reversed(self._told) if told.quantity.kind == "share")
        return next((told for told in before if told.normal.whole), None)

    def _is_new(self, told: Told) -> bool:
        """Whether a statement gives a number of its own, and is not "the two" of something."""
        start = told.quantity.span.start
        return not DEFINITE.search(self._document.text[max(0, start - 8) : start])

    def _same(self, quantity: Quantity) -> Told | None:
        """What was told before with the number to which "the 94" and "all eight" point back."""
        before = self._document.text[max(0, quantity.span.start - 8) : quantity.span.start]
        return self._known.get((quantity.low, quantity.high)) if DEFINITE.search(before) else None

    def _of_known_whole(self, normal: Normal, quantity: Quantity, near: Marks) -> Normal:
        """Of whom the whole is that is told by its number alone: "31 of the 94"."""
        whole = quantity.whole
        if whole and THESE.match(self._document.words(whole)):
            return self._of_these(normal, self._document.words(whole))
        number = next((each for each in near.quantities if whole and whole.end == each.span.end), None)
        if whole is None or number is None or self._names_its_own(number):
            return normal
        told = self._known.get((number.low, number.high))
        if told is None or told.normal.population is None:
            return normal
        said = numbered(self._document.words(number.span), told.normal.population)
        return replace(normal, whole=said, population=told.normal.population)

    def _of_these(self, normal: Normal, said: str) -> Normal:
        """Of whom the whole is that "of these children" takes up: the last number of children before."""
        noun = said.split()[-1].lower()
        for told in (*reversed(self._told), *reversed(self._before)):
            population = (told.normal.population or "").lower()
            if (
                told.quantity.kind == "count"
                and not told.part
                and re.search(rf"\b{re.escape(noun)}\b", population)
            ):
                whole = numbered(told.shown, told.normal.population or "")
                return replace(normal, whole=whole, population=told.normal.population)
        return normal

    def _said_twice(self, quantity: Quantity, normal: Normal) -> Normal:
        """The share in "43 of the 68 (63%)" with the whole of the number before it, or with whom it tells of."""
        if quantity.kind != "share":
            return normal
        for last in reversed(self._told[-3:]):
            between = self._document.text[last.quantity.span.end : quantity.span.start]
            if last.quantity.kind != "count" or not last.normal.population or not self._is_new(last):
                continue
            if not (TWICE.fullmatch(between) or AS_SHARE.fullmatch(between)):
                continue
            whole = last.normal.whole or normal.whole
            if quantity.whole and not (whole and last.normal.whole):
                return normal
            if last.normal.whole is None and OWN_WHOLE.match(self._document.text, quantity.span.end):
                return normal
            told = last.normal.measure
            return replace(
                normal,
                whole=whole,
                population=last.normal.population or whole,
                measure=told if told not in BARE or normal.measure in BARE else normal.measure,
                terms=tuple(dict.fromkeys((*last.normal.terms, *normal.terms))),
            )
        return normal

    def _is_part(self, quantity: Quantity) -> bool:
        """Whether a number is said to be of what was told before: "19 of them", "of whom 38%"."""
        text, span = self._document.text, quantity.span
        behind = PART_BEHIND.match(text, span.end, span.end + NEAR + 12)
        return bool(behind or PART_BEFORE.search(text[max(0, span.start - NEAR) : span.start]))

    def _is_such(self, quantity: Quantity) -> bool:
        """Whether a number is one of "such" as were told of before: "found 8,700 such cases"."""
        counted = quantity.counted
        return counted is not None and self._document.words(counted).lower().startswith("such ")

    def _is_of_body(self, span: Span | None) -> bool:
        """Whether what seems to be counted is who tells the number: "the ministry speaks of 61"."""
        return span is not None and any(body.meets(span) for body in _meeting(self._bodies, span))

    def _names_its_own(self, quantity: Quantity) -> bool:
        """Whether a noun stands behind a number or is the whole of which it is: it is a number of that."""
        if quantity.whole is not None:
            return True
        behind = quantity.counted is not None and quantity.counted.start >= quantity.span.end
        return behind and not self._is_such(quantity) and not self._is_of_body(quantity.counted)

    def _own_words(self, clause: Clause, near: Marks) -> tuple[str, ...]:
        """What a clause says beside its number, its speaker and its time."""
        span, start = clause.span, clause.paragraph.start
        edges = [(one.start, one.end) for one in _meeting(self._voices, span)]
        edges += [(one.start, one.end) for one in _meeting(_spans(near), span)]
        own = (
            token
            for token in clause.tokens
            if not any(
                first < start + token.idx + len(token) and start + token.idx < end for first, end in edges
            )
        )
        return tuple(word for word in content_lemmas(own) if word not in words("en", "claims", "pointing"))

    def _meant(self, paragraph: Paragraph, quantity: Quantity, sentence: Span, *, part: bool) -> Told | None:
        """The one statement in this sentence, else in the one before, of which a number can be a part or to which it is another."""
        kind, before = "count" if part else quantity.kind, list[Told]()
        for number, place in enumerate(self._where(paragraph, sentence)):
            if part and number == 2 and not self._goes_on(before):
                break
            before = [each for each in self._told if each.sentence == place]
            alone = candidates(before, kind, quantity, part)
            if alone:
                return only(alone)
        opens = part and paragraph.text[: sentence.start - paragraph.start].strip() == ""
        return only(candidates(self._before, kind, quantity, part)) if opens else None

    def _goes_on(self, told: list[Told]) -> bool:
        """Whether a sentence itself only goes on from the one before it: "Twenty-five survived. | Twenty-nine died"."""
        return bool(told) and all(each.quantity.counted is None for each in told)

    def _untold(self, clause: Clause, normal: Normal) -> Normal:
        """A statement without the day on which it was told, where its clause is only "since Friday, says 66" or "66"."""
        sentence = clause.paragraph.sentence_at(clause.span.start)
        dated = sentence is not None and (normal.period or "-")[:4] in self._document.words(sentence)
        only = len(clause.tokens) <= SHORT and not dated
        return replace(normal, period=None) if only else normal

    def _where(self, paragraph: Paragraph, sentence: Span) -> tuple[Span, ...]:
        """The sentence and the two before it, the nearest first."""
        before = paragraph.sentence_at(sentence.start - 2)
        if before is None:
            return (sentence,)
        first = paragraph.sentence_at(before.start - 2)
        return (sentence, before) if first is None else (sentence, before, first)

    def _as_named(self, paragraph: Paragraph, normal: Normal, sentence: Span) -> Normal:
        """What "And the number of the dead? It was 73" states: that of which the sentence before names the number."""
        before = paragraph.sentence_at(sentence.start - 2)
        if before is None or any(before.holds(each.quantity.span) for each in self._told):
            return normal
        for token in Clause.of(paragraph, before).tokens:
            of = next((child for child in token.children if child.lower_ == "of"), None)
            if token.lemma_.lower() in words("en", "claims", "counting nouns") and of is not None:
                phrase = next((child for child in of.children if child.dep_ == "pobj"), None)
                if phrase is not None:
                    tokens = list(phrase.subtree)
                    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
                        tokens.pop()
                    said = paragraph.doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""
                    return replace(normal, population=said or None, terms=content_lemmas(tokens))
        return normal


def _is_definite(normal: Normal, nouns: str) -> bool:
    """Whether what is counted is only called by one of some nouns, as something known: "the minimum", "that share"."""
    said = (normal.population or "").lower().split()
    definite, listed = words("en", "claims", "definite"), words("en", "claims", nouns)
    return len(said) == 2 and said[0] in definite and said[1] in listed


def _of_plural(paragraph: Paragraph, sentence: Span, quantity: Quantity, normal: Normal) -> Normal:
    """Whom "300 of them" are of, where nothing was counted: the plural that the sentence tells of, or the one before.

    That is its first one that hangs on no preposition or verb before it: a small parser may miss the subject behind a dateline.
    """
    if (normal.population or "").lower() not in words("en", "counting", "pointing"):
        return normal
    before = paragraph.sentence_at(sentence.start - 2)
    for place in (Span(sentence.start, quantity.span.start), before):
        if place is None or place.start >= place.end:
            continue
        for token in Clause.of(paragraph, place).tokens:
            if token.tag_ in ("NNS", "NNPS") and token.dep_ not in BELOW:
                said = paragraph.doc[token.left_edge.i : token.i + 1].text
                return replace(normal, population=said, whole=said)
    return normal


def _spans(near: Marks) -> list[Span]:
    return sorted(mark.span for marks in (near.quantities, near.times, near.citations) for mark in marks)


def _meeting(spans: list[Span], place: Span) -> list[Span]:
    """Those of some spans, in order, that a stretch of text may touch: they begin in it or not long before."""
    first = bisect_left(spans, place.start - REACH, key=lambda span: span.start)
    last = bisect_left(spans, place.end, key=lambda span: span.start)
    return [span for span in spans[first:last] if span.end > place.start]
