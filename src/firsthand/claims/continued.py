"""Elliptical statements: what "the ministry speaks of 61" or "22 of these were on leave" takes from the one it goes on from.

Only what is measured, of whom, of what whole, where and when is taken, and only from a statement that is
surely meant: the one of its kind in the same sentence, else in the sentence before. The clause keeps its own words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from firsthand.claims.clause import Clause
from firsthand.claims.normal import Normal, content_lemmas
from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.records import Document, Marks, Quantity, Span

BARE = ("count", "share")
"""Kinds of quantity that stand without their noun; an amount of anything else names its unit."""

HEADLESS = ("nsubj", "nsubjpass", "dobj")
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
    r"(?: of (?:[^,.;:()]|(?<=\d),(?=\d)){2,60})?(?: \(|, or |, that is,? |, i\.e\.,? )(?:about |some |roughly |nearly )?"
)
REACH = 400
"""Characters of the longest name of a source."""
SHORT = 3
"""Words of a clause that is only a number and the verb by which it is told."""
NEAR = 16
"""Characters beside a number in which it is said that it is a part of what was told before."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement on which a later one may go on: its number, what it states without its speaker, where it stands."""

    quantity: Quantity
    normal: Normal
    clause: Clause
    near: Marks
    shown: str
    sentence: Span
    part: bool
    named: bool


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
        named = self._names_its_own(quantity)
        if part:
            before = self._same(quantity) or self._meant(paragraph, quantity, sentence, part=True)
            normal = _part_of(normal, before, named=True) if before else normal
        elif named:
            normal = self._of_known_whole(normal, quantity, near) if quantity.whole else normal
        else:
            normal, before = self._taken(paragraph, clause, quantity, normal, near, sentence)
        normal = self._said_twice(quantity, normal)
        named = named or before is not None or _is_number_of(normal.population)
        told = Told(
            quantity,
            normal,
            clause,
            near,
            self._document.words(quantity.span),
            sentence,
            part or quantity.whole is not None,
            named or _tells_what_befell(clause, quantity),
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
        own = () if self._is_such(quantity) else self._own_words(clause, near)
        if own and _is_headless(clause, quantity):
            before = self._same(quantity) or self._meant(paragraph, quantity, sentence, part=True)
            normal = replace(normal, population=None)
            return (_part_of(normal, before, named=False) if before else normal), before
        if own or quantity.direction is not None:
            return normal, None
        normal = self._untold(clause, normal)
        before = self._same(quantity) or self._meant(paragraph, quantity, sentence, part=False)
        if before is not None:
            terms = self._own_words(before.clause, before.near) or before.normal.terms
            return _as_before(normal, before, terms), before
        counted = None if self._is_of_body(quantity.counted) else normal.population
        return self._as_named(paragraph, replace(normal, population=counted), sentence), None

    def _same(self, quantity: Quantity) -> Told | None:
        """What was told before with the number to which "the 94" and "all eight" point back."""
        before = self._document.text[max(0, quantity.span.start - 8) : quantity.span.start]
        return self._known.get((quantity.low, quantity.high)) if DEFINITE.search(before) else None

    def _of_known_whole(self, normal: Normal, quantity: Quantity, near: Marks) -> Normal:
        """Of whom the whole is that is told by its number alone: "31 of the 94"."""
        whole = quantity.whole
        number = next((each for each in near.quantities if whole and whole.end == each.span.end), None)
        if whole is None or number is None or self._names_its_own(number):
            return normal
        told = self._known.get((number.low, number.high))
        if told is None or told.normal.population is None:
            return normal
        said = _numbered(self._document.words(number.span), told.normal.population)
        return replace(normal, whole=said, population=told.normal.population)

    def _said_twice(self, quantity: Quantity, normal: Normal) -> Normal:
        """The share in "43 of the 68 (63%)" with the whole of the number before it."""
        if quantity.kind != "share" or quantity.whole:
            return normal
        for last in reversed(self._told[-2:]):
            between = self._document.text[last.quantity.span.end : quantity.span.start]
            whole = last.normal.whole
            if last.quantity.kind == "count" and whole is not None and TWICE.fullmatch(between):
                bare = normal.measure in ("share", "count")
                return replace(
                    normal,
                    whole=whole,
                    population=last.normal.population or whole,
                    measure=last.normal.measure if bare else normal.measure,
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
        kind = "count" if part else quantity.kind
        for place in self._where(paragraph, sentence, part=part):
            alone = _candidates([each for each in self._told if each.sentence == place], kind, quantity, part)
            if alone:
                return _only(alone)
        opens = part and paragraph.text[: sentence.start - paragraph.start].strip() == ""
        return _only(_candidates(self._before, kind, quantity, part)) if opens else None

    def _untold(self, clause: Clause, normal: Normal) -> Normal:
        """A statement without the day on which it was told, where its clause is only "since Friday, says 66" or "66"."""
        days = [token for token in clause.tokens if token.ent_type_ == "DATE" and token.is_alpha]
        only = len(clause.tokens) <= SHORT and not any(token.text[:4].isdigit() for token in days)
        return replace(normal, period=None) if only else normal

    def _where(self, paragraph: Paragraph, sentence: Span, *, part: bool) -> tuple[Span, ...]:
        """The sentence and the one before it; for another number also the one before that, if no number stands between."""
        before = paragraph.sentence_at(sentence.start - 2)
        if before is None:
            return (sentence,)
        first = None if part else paragraph.sentence_at(before.start - 2)
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


def _spans(near: Marks) -> list[Span]:
    return sorted(mark.span for marks in (near.quantities, near.times, near.citations) for mark in marks)


def _meeting(spans: list[Span], place: Span) -> list[Span]:
    """Those of some spans, in order, that a stretch of text may touch: they begin in it or not long before."""
    first = bisect_left(spans, place.start - REACH, key=lambda span: span.start)
    last = bisect_left(spans, place.end, key=lambda span: span.start)
    return [span for span in spans[first:last] if span.end > place.start]


def _candidates(told: list[Told], kind: str, quantity: Quantity, part: bool) -> list[Told]:
    """The statements of a kind, parts of others only where there is nothing else; of a part those that are not less."""
    found = [each for each in told if each.quantity.kind == kind]
    found = [each for each in found if not part or _may_be(each.quantity, quantity)]
    return [each for each in found if not each.part] or found


def _only(told: list[Told]) -> Told | None:
    """The statement that is meant, where all are of the same people or things."""
    alone = len({each.normal.population for each in told}) == 1
    return told[0] if alone and told[0].named else None


def _may_be(whole: Quantity, part: Quantity) -> bool:
    return whole.high is None or part.low is None or part.low <= whole.high


def _is_headless(clause: Clause, quantity: Quantity) -> bool:
    """Whether a bare number stands where its noun would: "15 are still open", "and charged 138"."""
    number = Clause.of(clause.paragraph, quantity.span).tokens
    if not number or number[-1].pos_ != "NUM" or number[-1].dep_ not in HEADLESS:
        return False
    counted = quantity.counted
    return counted is None or (number[-1].dep_ == "dobj" and counted.end <= quantity.span.start)


def _as_before(normal: Normal, before: Told, terms: tuple[str, ...]) -> Normal:
    """Another number for what was told before."""
    told = before.normal
    return replace(
        normal,
        measure=_without_change(told.measure, before.quantity),
        population=told.population,
        whole=told.whole,
        place=normal.place or told.place,
        period=normal.period or told.period,
        terms=tuple(dict.fromkeys((*terms, *normal.terms))),
    )


def _without_change(measure: str, quantity: Quantity) -> str:
    """A measure without the verb by which it rose or fell, where the number before was such a change."""
    kept = [word for word in measure.split() if word not in words("en", "claims", "pointing")]
    return (" ".join(kept) or quantity.kind) if quantity.direction else measure


def _tells_what_befell(clause: Clause, quantity: Quantity) -> bool:
    """Whether a number stands before what became of people and for them: "nine dead", "17 injured"."""
    number = Clause.of(clause.paragraph, quantity.span).tokens
    doc, at = clause.paragraph.doc, number[-1].i + 1 if number else 0
    return bool(number) and at < len(doc) and doc[at].tag_ in ("JJ", "VBN")


def _is_number_of(population: str | None) -> bool:
    """Whether what is counted is named with the noun for its number: "the number of deaths"."""
    said = (population or "").lower().removeprefix("the ").split(" of ")
    return len(said) > 1 and said[0] in words("en", "claims", "counting nouns")


def _part_of(normal: Normal, before: Told, *, named: bool) -> Normal:
    """Some of those who were told of before; ``named`` says that the text says so: "of them"."""
    told = before.normal
    pointing = words("en", "counting", "pointing")
    open_ = normal.population is None or normal.population.lower() in pointing
    population = told.population if open_ else normal.population
    if not named:
        return replace(normal, population=population)
    whole = _numbered(before.shown, told.population) if told.population else normal.whole
    return replace(
        normal,
        population=population,
        whole=whole,
        place=normal.place or told.place,
        period=normal.period or told.period,
    )


def _numbered(shown: str, population: str) -> str:
    """A number with what it counts: "66 prisoners", "450 of these complaints", "the 17 women"."""
    if re.match(r"(?:the )?\d", population):
        return population
    definite = population.split()[0].lower() in words("en", "claims", "definite")
    return f"{shown} of {population}" if definite else f"{shown} {population}"
