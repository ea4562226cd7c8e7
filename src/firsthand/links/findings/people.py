"""What those who speak asked for: a word not to be used of them, a name not to be told."""

import re
from collections.abc import Iterator

from firsthand.lexicon import words
from firsthand.links.briefs import Paper
from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.sentences import sentence
from firsthand.links.voices import voice_key
from firsthand.links.words import within_quotation_marks
from firsthand.records import STORY, Finding, Passage, Span

SHOWN = 6

ENDING = ("ed", "en", "ld", "nt", "wn", "ght", "pt")
"""Endings of words that tell what was done to somebody: they count where they do that, others wherever they stand."""

PERSON = re.compile(
    r"\b(?:she|he|they|we|I|who|whom|women|woman|girls?|boys?|m[ae]n|people|persons?|workers?|children|child|survivors?|[A-Z][^\W\d_]+,?)(?:[ ,]+\w+){0,3}\s*$"
)

INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,4}")
"""Letters that stand for a name and do not tell it."""

PIECES = 4
"""Pieces of a testimony by which it would be known that are shown."""


def rejected_word(case: Case) -> Iterator[Finding]:
    """Say which words a source asks not to be used and where other documents use them."""
    refusing: dict[str, list[Passage]] = {}
    for paper in sorted(case.known.papers.values(), key=lambda paper: paper.order):
        for word, where in paper.looks.refused:
            refusing.setdefault(word, []).append(Passage(paper.id, where))
    for word, places in sorted(refusing.items()):
        sources = {place.document for place in places}
        near = set().union(*(_near(case, document) for document in sources)) - sources
        used = [use for other in sorted(near) if (use := _used(case, other, word)) is not None]
        if used:
            says = f"A source rejects the word “{word}”; {several(len(used), 'other document')} {'use' if len(used) > 1 else 'uses'} it."
            first = {place.document: place for place in reversed(places)}
            yield Finding("rejected word", says, 0.64, case.evidence([*first.values(), *used[:SHOWN]]))


def _near(case: Case, document: str) -> set[str]:
    """The documents that share figures or words with one, or with one that does; all where there are only few."""
    if len(case.known.papers) <= 50:
        return set(case.known.papers) - {document}
    beside = case.beside(document)
    return {*beside.union(*(case.beside(each) for each in beside))} - {document}


def _used(case: Case, document: str, word: str) -> Passage | None:
    """The first sentence in which a document uses a word of somebody, in its own voice."""
    read = case.document(document)
    doing = word.endswith(ENDING)
    pattern = re.compile(
        rf"\b(?:was|were|been|being|is|are|be|got)\s+(?:\w+ly\s+)?{re.escape(word)}\b"
        if doing
        else rf"\b{re.escape(word)}s?\b"
    )
    for zone in read.zones if word in read.text.casefold() else ():
        if zone.kind not in STORY:
            continue
        for match in pattern.finditer(read.text, zone.span.start, zone.span.end):
            where = sentence(read.text, Span(match.start(), match.end()))
            before = read.text[max(where.start, match.start() - 60) : match.start()]
            if doing and not PERSON.search(before):
                continue
            if not _quoted(case, document, Span(match.start(), match.end())):
                return Passage(document, where)
    return None


def _quoted(case: Case, document: str, span: Span) -> bool:
    return within_quotation_marks(case.document(document).text, span) == span.end - span.start


def at_risk(case: Case) -> Iterator[Finding]:
    """Say where a document would give away somebody whose name another one, or it itself, keeps back."""
    yield from _named_testimonies(case)
    for paper in sorted(case.known.papers.values(), key=lambda paper: paper.id):
        if paper.looks.unseen:
            says = "A document that keeps a name back holds one in the description of a picture, which its page does not show. Take care when the file itself is passed on."
            yield Finding(
                "at risk",
                says,
                0.8,
                case.evidence(Passage(paper.id, span) for span in paper.looks.unseen[:SHOWN]),
            )


def _named_testimonies(case: Case) -> Iterator[Finding]:
    """Testimonies with a name whose words others print without it."""
    printed: dict[str, set[str]] = {}
    for pair in case.reuses.documents():
        for one, other in (pair, pair[::-1]):
            paper = case.known.papers[one]
            if (
                paper.kind == "testimony"
                and case.known.papers[other].kind != "testimony"
                and not _is_public(paper)
            ):
                printed.setdefault(one, set()).add(other)
    names: dict[str, set[str]] = {}
    for brief in (brief for document in printed for brief in case.known.claims.of(document)):
        asking = case.known.papers[brief.document].authors
        told = brief.basis == "witnessed" and brief.names and voice_key(brief.names[-1]) not in asking
        if told and _is_told(brief.names[-1]):
            names.setdefault(brief.document, set()).add(brief.names[-1])
    for document in sorted(names):
        without = [
            other
            for other in printed[document]
            if not any(name in case.document(other).text for name in names[document])
        ]
        if without:
            says = f"A testimony gives the name of somebody whose words {several(len(without), 'other document')} {'print' if len(without) > 1 else 'prints'} without it. Whoever has both can tell who speaks: keep this file apart."
            yield Finding("at risk", says, 0.84, case.evidence(_telling(case, document, names[document])))


def _is_told(name: str) -> bool:
    """Whether a name is one, and not letters that stand for it or the office for which somebody signs."""
    return (
        not INITIALS.fullmatch(name)
        and name[:1].isupper()
        and all(word[:1].isupper() for word in name.split()[:2])
    )


def _is_public(paper: Paper) -> bool:
    """Whether who testifies did so in public, in a broadcast or in print, under the name that is there."""
    named = (paper.publisher or "").casefold().split()
    return not words("en", "roles", "outlet").isdisjoint(named)


def _telling(case: Case, document: str, names: set[str]) -> list[Passage]:
    """The first sentences that hold a name, or the first names of kin."""
    text = case.document(document).text
    found: list[Passage] = []
    parts = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    kin = r"\b[Mm]y (?:sister|brother|mother|father|husband|wife|son|daughter|cousin|uncle|aunt|friend),? [A-Z][a-z]+"
    zones = [zone.span for zone in case.document(document).zones if zone.kind in STORY]
    within = rf"(?:{parts})(?!\s?:)"  # the label of a turn tells nothing further
    for pattern, most in ((parts, 1), (kin, PIECES - 2), (within, PIECES)):
        for zone in zones:
            for match in re.finditer(pattern, text[zone.start : zone.end]):
                where = sentence(text, Span(zone.start + match.start(), zone.start + match.end()))
                passage = Passage(document, where)
                if len(found) < most + (0 if pattern != kin else len(found)) and not any(
                    where.meets(known.span) for known in found
                ):
                    found.append(passage)
    return found[:PIECES]
