"""The one function through which every string of a release goes, and the texts with what is withheld taken out."""

import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate

from firsthand.protection.coarser import Wider, coarser, withheld
from firsthand.protection.decisions import Decision
from firsthand.protection.folding import letters
from firsthand.protection.people import (
    NAMES,
    Detail,
    Person,
    Texts,
    bare_name,
    is_distinctive,
    is_ordinary,
    telling,
    term_of,
)
from firsthand.protection.profiles import Profile
from firsthand.protection.terms import Match, Term, Terms, term
from firsthand.records import Span, identity

ELSEWHERE = 2
"""Documents that may hold a place or a job without saying whose it is; in more it is what the dossier is about."""

NEAR = 240
"""Characters around a claim in which a common detail may have gone into what the claim was made of."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a document's text and what stands in its place."""

    span: Span
    instead: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done with one detail, what stands in its place, and on whose word: "profile" or "reviewer"."""

    rule: str
    instead: str
    by: str


@dataclass(frozen=True, slots=True)
class Rules:
    """All that decides what stands in the place of a detail."""

    profile: Profile
    decisions: Mapping[str, Decision]
    pseudonyms: Mapping[str, str]
    wider: Callable[[Detail], Wider]

    def choice(self, detail: Detail) -> Choice | None:
        """Return what is done with a detail, None when it stays."""
        decision = self.decisions.get(detail.id) or self._of_person(detail)
        rule: str = decision.do if decision else self.profile.rule(detail.danger, detail.category)
        by = "reviewer" if decision else "profile"
        if rule == "keep":
            return None
        if rule == "replace" and decision is not None:
            return Choice(rule, decision.instead, by)
        if (
            rule == "pseudonym"
            and detail.category in NAMES
            and (name := self.pseudonyms.get(detail.person or ""))
        ):
            return Choice(rule, name, by)
        if rule == "coarser":
            return Choice(rule, coarser(detail.words, detail.category, self.profile, self.wider(detail)), by)
        return Choice("mask", withheld(detail.category), by)

    def _of_person(self, detail: Detail) -> Decision | None:
        """Return a decision about the whole person; another name for it says nothing about the place or the age."""
        decision = self.decisions.get(detail.person or "")
        named = decision is not None and decision.do in ("replace", "pseudonym")
        return None if named and detail.category not in NAMES else decision


@dataclass(slots=True)
class Mask:
    """Takes out of texts and strings what a release must not hold.

    ``terms`` is everything that is looked for everywhere. ``counts`` says how often something was taken out, by category,
    rule and on whose word.
    """

    terms: Terms
    edits: dict[str, tuple[Edit, ...]]
    common: Mapping[str, tuple[tuple[Span, Term], ...]]
    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _shifts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _nearest: tuple[tuple[str, Span] | None, Terms] = (None, Terms(()))

    def words(self, said: str) -> str:
        """Return a string without what is withheld."""
        return self.terms.replaced(said)

    def near(self, said: str, document: str, span: Span) -> str:
        """Return words that were made of a passage, without what is withheld of anybody near it, common details too."""
        if self._nearest[0] != (document, span):  # a claim asks for its parts one after the other
            self._nearest = (document, span), Terms(self._common_near(document, span))
        return self._nearest[1].replaced(self.words(said))

    def is_near(self, document: str, span: Span) -> bool:
        """Whether something was taken out at or near a passage."""
        edits = self.edits.get(document, ())
        first = bisect.bisect_left(edits, span.start - NEAR, key=lambda edit: edit.span.end)
        return first < len(edits) and edits[first].span.start <= span.end + NEAR

    def meets(self, document: str, span: Span) -> bool:
        """Whether something was taken out of a passage itself."""
        edits = self.edits.get(document, ())
        first = bisect.bisect_right(edits, span.start, key=lambda edit: edit.span.end)
        return first < len(edits) and edits[first].span.start < span.end

    def cut(self, document: str, spans: Iterable[Span]) -> None:
        """Take whole stretches out of a document: nothing looked for identifiers in them."""
        cuts = [Edit(span, "\n") for span in spans if span.end > span.start]
        self.edits[document] = tuple(_merged([*self.edits.get(document, ()), *cuts]))
        self._shifts.pop(document, None)

    def text(self, document: str, text: str) -> str:
        """Return a document's text without what is withheld."""
        pieces, place = [], 0
        for edit in self.edits.get(document, ()):
            pieces += [text[place : edit.span.start], edit.instead]
            place = edit.span.end
        return "".join((*pieces, text[place:]))

    def span(self, document: str, span: Span) -> Span:
        """Return where a stretch of a document's text stands in the text without what is withheld."""
        return Span(self._moved(document, span.start, end=False), self._moved(document, span.end, end=True))

    def _moved(self, document: str, place: int, *, end: bool) -> int:
        edits = self.edits.get(document, ())
        if document not in self._shifts:
            grown = (len(edit.instead) - (edit.span.end - edit.span.start) for edit in edits)
            self._shifts[document] = (0, *accumulate(grown))
        n = bisect.bisect_right(edits, place if not end else place - 1, key=lambda edit: edit.span.end)
        moved = place + self._shifts[document][n]
        if n < len(edits) and edits[n].span.start < place:  # within: the whole of what stands there now
            return moved - (place - edits[n].span.start) + (len(edits[n].instead) if end else 0)
        return moved

    def _common_near(self, document: str, span: Span) -> Iterator[Term]:
        common = self.common.get(document, ())
        first = bisect.bisect_left(common, span.start - NEAR, key=lambda each: each[0].end)
        for where, found in common[first:]:
            if where.start > span.end + NEAR:
                return
            yield found


def masks(texts: Texts, people: Iterable[Person], rules: Rules) -> Mask:
    """Return what masks a release: the details of all persons, wherever in the dossier they stand.

    A detail whose words are telling is taken out everywhere, unless more than ``ELSEWHERE`` documents speak of it without
    saying whose it is. A common one is taken out where it stands, and where the words around it were copied to.
    """
    people = tuple(people)
    chosen = _chosen(people, rules)
    known = {person.id for person in people} | {detail.id for person in people for detail in person.details}
    added = tuple(_added(rules, known))
    terms = Terms((*_terms(people, chosen, texts), *added))
    chosen = [(detail, _telling_nothing(detail, choice, terms)) for detail, choice in chosen]
    terms = Terms((*_terms(people, chosen, texts), *added))
    found = {head.id: list(terms.all(texts.document(head.id).text)) for head in texts.documents()}
    own: dict[str, list[tuple[Detail, Choice]]] = {}
    for detail, choice in chosen:
        own.setdefault(detail.document, []).append((detail, choice))
    public = _public(terms, found, own)
    terms = Terms(each for each in terms.terms if each not in public)
    counts: Counter[tuple[str, str, str]] = Counter(
        (detail.category, choice.rule, choice.by) for detail, choice in chosen
    )
    edits = {
        document: tuple(_edits(own.get(document, ()), [m for m in matches if m.term not in public]))
        for document, matches in found.items()
    }
    common = {
        document: tuple(sorted(_common(own.get(document, ()), matches), key=lambda each: each[0]))
        for document, matches in found.items()
    }
    return Mask(terms, edits, common, counts)


def pseudonyms(
    people: Iterable[Person], key: Callable[[str], str], witnesses: frozenset[str]
) -> dict[str, str]:
    """Return a pseudonym for each person with a name: "Witness A"; their order is that of a keyed hash, new in each release.

    ``witnesses`` holds the letters of the names of those who testify.
    """
    named = sorted((person for person in people if person.names), key=lambda person: key(person.id))
    return {
        person.id: f"{'Witness' if any(letters(name) in witnesses for name in person.names) else 'Person'} {_lettered(n)}"
        for n, person in enumerate(named)
    }


def _lettered(n: int) -> str:
    """Return A to Z, then AA, AB ..."""
    return (_lettered(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)


def _chosen(people: Iterable[Person], rules: Rules) -> list[tuple[Detail, Choice]]:
    every = (detail for person in people for detail in person.details)
    return [(detail, choice) for detail in every if (choice := rules.choice(detail)) is not None]


def _telling_nothing(detail: Detail, choice: Choice, terms: Terms) -> Choice:
    """Return a choice whose words do not tell another detail: a province may itself be one that is withheld."""
    return replace(choice, instead=withheld(detail.category)) if terms.find(choice.instead) else choice


def _terms(
    people: tuple[Person, ...], chosen: Iterable[tuple[Detail, Choice]], texts: Texts
) -> Iterator[Term]:
    """Yield what the details are looked for by: their words, and the parts of names that nobody in public bears."""
    public = _public_names(texts, {bare_name(name) for person in people for name in person.names})
    parts: dict[str, set[str]] = {}
    for detail, choice in chosen:
        if detail.category in NAMES:
            if len(bare_name(detail.words)) > 1 or not public & {*bare_name(detail.words)}:
                yield from _standing_for(term_of(detail), choice.instead)
            for piece in _parts(detail.words):
                if letters(piece) not in public:
                    parts.setdefault(piece, set()).add(choice.instead)
        else:
            yield from _standing_for(term_of(detail), choice.instead)
    for piece, instead in parts.items():
        one = next(iter(instead)) if len(instead) == 1 else withheld("name")
        yield from _standing_for(term(piece, "name", "direct", detail=identity("part", piece)), one)


def _parts(name: str) -> Iterator[str]:
    """Yield the words of a name that tell of it alone, and the name turned round."""
    pieces = [piece for piece in name.replace("’s", "").replace("'s", "").split() if len(letters(piece)) > 1]
    if len(pieces) == 2 and not any(is_ordinary(piece) for piece in pieces):
        yield f"{pieces[1]} {pieces[0]}"
    yield from (
        piece for piece in pieces if len(pieces) > 1 and not is_ordinary(piece) and piece[0].isupper()
    )


def _standing_for(found: Term | None, instead: str) -> Iterator[Term]:
    if found is not None:
        yield Term(
            found.letters,
            found.words,
            found.category,
            found.danger,
            instead,
            found.inner,
            found.cased,
            found.detail,
        )


def _added(rules: Rules, known: set[str]) -> Iterator[Term]:
    """Yield the words that a reviewer wants out though no mark stands on them, or none any more."""
    for decision in rules.decisions.values():
        if decision.do == "keep" or decision.subject in known or not telling(decision.words):
            continue
        instead = decision.instead or rules.pseudonyms.get(decision.subject) or withheld(decision.category)
        yield from _standing_for(
            term(decision.words, decision.category, "direct", detail=decision.subject), instead
        )


def _public_names(texts: Texts, protected: set[tuple[str, ...]]) -> frozenset[str]:
    """Return the words of the names of those who speak in public: they are nobody's secret, also where somebody shares one.

    A name that is no more than a part of a protected one is not taken for another person's.
    """
    names: set[str] = set()
    for document in texts.documents():
        if document.kind != "testimony":
            names.update(filter(None, (document.publisher, *document.authors)))
    for claim in texts.claims():
        names.update(step.name for step in claim.chain if step.name and step.role in PUBLIC)
    bare = {bare_name(name) for name in names}
    holding: dict[str, list[frozenset[str]]] = {}
    for name in protected:
        for piece in name:
            holding.setdefault(piece, []).append(frozenset(name))
    parts = {
        name for name in bare if name and any(each.issuperset(name) for each in holding.get(name[0], ()))
    }
    return frozenset(piece for name in bare - parts for piece in name)


PUBLIC = frozenset({"official", "organisation", "report", "outlet", "data set", "author"})
"""Roles in which somebody speaks in public."""


def _public(
    terms: Terms, found: Mapping[str, list[Match]], own: Mapping[str, list[tuple[Detail, Choice]]]
) -> frozenset[Term]:
    """Return the terms of which many documents speak without saying whose they are."""
    elsewhere: Counter[Term] = Counter()
    for document, matches in found.items():
        marked = [detail.span for detail, _ in own.get(document, ())]
        free = {
            match.term
            for match in matches
            if not any(span.meets(Span(match.start, match.end)) for span in marked)
        }
        elsewhere.update(each for each in free if each.danger != "direct" and not each.is_trace)
    return frozenset(each for each in terms.terms if elsewhere[each] > ELSEWHERE)


def _edits(own: Iterable[tuple[Detail, Choice]], matches: Iterable[Match]) -> Iterator[Edit]:
    meant = [Edit(detail.span, choice.instead) for detail, choice in own]
    meant += [Edit(Span(match.start, match.end), match.term.stands_for) for match in matches]
    return _merged(meant)


def _merged(edits: list[Edit]) -> Iterator[Edit]:
    """Yield edits in order; where several meet, the widest of them says what stands there."""
    last: Edit | None = None
    for edit in sorted(edits, key=lambda each: (each.span.start, -each.span.end)):
        if last is None or edit.span.start >= last.span.end:
            if last is not None:
                yield last
            last = edit
        elif edit.span.end > last.span.end:
            last = Edit(Span(last.span.start, edit.span.end), last.instead)
    if last is not None:
        yield last


def _common(own: Iterable[tuple[Detail, Choice]], matches: Iterable[Match]) -> Iterator[tuple[Span, Term]]:
    """Yield what common details are looked for by in words that were made of the passage where they stand."""
    for detail, choice in own:
        found = None if is_distinctive(detail) else term(detail.words, detail.category, detail.danger)
        yield from ((detail.span, each) for each in _standing_for(found, choice.instead))
    yield from ((Span(m.start, m.end), m.term.alone) for m in matches if m.term.is_trace)
