"""Words that could identify or endanger a person: direct, quasi (only together with others), operational.

``settings`` tells whether a document is about one life or only tells of people in
places, ``people`` who of those named must be protected and who stands there in a
public role, ``scopes`` which sentences tell of somebody at risk; ``details`` and
``deeds`` find what such a sentence gives away. In a file on a party ("the
applicant") learnt weights decide about each name, date and amount
(``candidates``, ``features``, ``weighing``). ``contacts`` are found anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from firsthand.language import Parse
from firsthand.lexicon import words
from firsthand.lexicon.people import without_title
from firsthand.marks.identifiers.candidates import Candidate, candidates
from firsthand.marks.identifiers.columns import fields, rows
from firsthand.marks.identifiers.contacts import contacts
from firsthand.marks.identifiers.deeds import deeds
from firsthand.marks.identifiers.details import OF_KIND, WHYS, details
from firsthand.marks.identifiers.features import is_republic
from firsthand.marks.identifiers.hidden import hidden
from firsthand.marks.identifiers.named import elsewhere, names
from firsthand.marks.identifiers.people import Person, people
from firsthand.marks.identifiers.pictures import pictured
from firsthand.marks.identifiers.scopes import Scope, Teller, scopes
from firsthand.marks.identifiers.settings import Setting, setting_of
from firsthand.marks.identifiers.singles import individuals, singles
from firsthand.marks.identifiers.voices import Voice, teller_of, voices
from firsthand.marks.identifiers.weighing import likely
from firsthand.marks.identifiers.wordings import holds, said
from firsthand.records import Document, Identifier, Marks, Quantity, Span


def find(document: Document, parse: Parse, found: Marks) -> tuple[Identifier, ...]:
    """Find the identifiers of a document, in order of place; one may lie inside of another.

    Public officials, authors, spokespersons, courts and states are none. In a
    document that tells of nobody at risk there are contacts only.
    """
    made = list(contacts(document))
    if document.language == "en" and parse.paragraphs:
        setting = setting_of(document, parse, found)
        if setting == "case":
            made += _of_case(parse, found)
            made += elsewhere(document, made)
        else:
            made += _of_people(document, parse, found, setting)
    return _in_order(document, made)


def _of_case(parse: Parse, found: Marks) -> Iterator[Identifier]:
    """What the weights say of every candidate of a file on a party, and how the party got away."""
    every = [
        each
        for paragraph in parse.paragraphs
        for each in candidates(paragraph, _within(found, paragraph.span))
    ]
    party = _party(every)
    own = set(party.lower().split())
    for each in likely([each for each in every if not is_republic(each.text)]):
        is_direct = each.kind == "code" or (
            each.kind == "person" and bool(own & set(each.text.lower().split()))
        )
        category = OF_KIND[each.kind]
        person = party if is_direct or category != "name" else without_title(each.text)
        why = (
            "names the case or its party"
            if is_direct
            else WHYS.get(category, "took part in the case of somebody at risk")
        )
        yield Identifier(each.span, "direct" if is_direct else "quasi", person, category, why)
    yield from _ways_out(parse, party)


def _ways_out(parse: Parse, party: str) -> Iterator[Identifier]:
    """How the party of a case got away, where the case is about a flight."""
    if not any(holds(paragraph.text, "flight") for paragraph in parse.paragraphs):
        return
    for paragraph in parse.paragraphs:
        if said(paragraph.text, ("ways out", "hiding", "methods", "helpers")):
            for sentence in paragraph.sentences:
                scope = Scope(paragraph, sentence.start_char, sentence.end_char, party, planned=True)
                yield from (each for each in deeds(scope) if each.danger == "operational")


def _party(every: Sequence[Candidate]) -> str:
    """The party of a case: the first name behind which the text says who it is, else the first name with a title."""
    people_named = [each for each in every if each.kind == "person"]
    for each in people_named:
        behind = each.paragraph.text[each.end : each.end + 60].lower()
        if any(f"the {noun}" in behind for noun in words("en", "identifiers", "party to a case")):
            return without_title(each.text)
    return without_title(people_named[0].text) if people_named else "the party"


def _of_people(document: Document, parse: Parse, found: Marks, setting: Setting) -> list[Identifier]:
    known = people(document, parse, found, setting)
    heard, alone = voices(found, known, document.text), singles(parse)
    teller = _teller(setting, found, known, heard)
    told = scopes(parse, teller, known, heard, alone)
    made = [*names(known, told), *individuals(parse, alone, heard), *pictured(document, parse, known)]
    public = _public(document, found, known)
    states = _states(document.text, found) if told else frozenset()
    every = {scope.paragraph.start: scope.paragraph for scope in told}
    of_paragraph = {at: candidates(each, _within(found, each.span)) for at, each in every.items()}
    for scope in told:
        inside = [
            each
            for each in of_paragraph[scope.paragraph.start]
            if scope.start <= each.start and each.end <= scope.end
        ]
        made += details(scope, inside, _times(scope, found), public | states)
        made += deeds(scope)
    if setting == "record":  # the head of a column knows better than the parser what a single word is
        cells = [*rows(document), *fields(document)]
        settled = {cell.span for cell in cells}
        made = [*cells, *(each for each in made if each.span not in settled)]
    return [*made, *elsewhere(document, made), *(hidden(document, public) if made else ())]


def _teller(setting: Setting, found: Marks, known: Sequence[Person], heard: Sequence[Voice]) -> Teller | None:
    """Whose file the document is, None where it only tells of people in places."""
    if setting == "other":
        return None
    asked = (each.content for each in found.attributions if each.source and each.source.role == "author")
    tells = setting == "account" and not heard
    return Teller(teller_of(known, heard), tells, tuple(span for content in asked for span in content))


def _public(document: Document, found: Marks, known: Sequence[Person]) -> frozenset[str]:
    """Names that stay: people in public roles, bodies that speak, the publisher."""
    bodies = {
        each.source.resolved
        for each in found.attributions
        if each.source
        and each.source.resolved
        and each.source.role in ("official", "organisation", "outlet", "report", "data set")
    }
    people_named = {span.of(document.text) for person in known for span in person.spans}
    return frozenset(
        name.lower() for name in (*bodies, *people_named, *document.authors, document.publisher or "") if name
    )


def _states(text: str, found: Marks) -> frozenset[str]:
    """Countries that no list knows: those after whose people or government the text also names something, "Karvelian"."""
    places = {place.span.of(text).removeprefix("the ") for place in found.places}
    tokens = set(re.findall(r"[^\W\d_]+", text)) if places else set()
    return frozenset(
        name.lower() for name in places if name[:1].isupper() and _is_country(name, text, tokens)
    )


def _is_country(name: str, text: str, tokens: set[str]) -> bool:
    stem = name[:-1] if name[-1] in "aeyo" else name
    if {f"{name}n", f"{name}ns", *(stem + ending for ending in PEOPLES)} & tokens:
        return True
    return f" of {name}" in text and bool(re.search(rf"\b{STATE} of {re.escape(name)}\b", text))


STATE = r"(?:Republic|Kingdom|State|Government|Parliament|Constitution|(?:Ministry|Minister) of [A-Z]\w+)"
PEOPLES = ("an", "ans", "ian", "ians", "ese", "ish")
"""How the names of peoples end."""


def _times(scope: Scope, found: Marks) -> list[Span]:
    start, end = scope.at(0, 0).start, scope.at(0, scope.end - scope.start).end
    first = bisect_left(found.times, start, key=lambda each: each.span.start)
    behind = bisect_left(found.times, end, key=lambda each: each.span.start)
    return [each.span for each in found.times[first:behind] if each.span.end <= end]


def _within(found: Marks, span: Span) -> list[Quantity]:
    return [each for each in found.quantities if span.holds(each.span)]


def _in_order(document: Document, made: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Each stretch once for each class, direct before quasi; nothing that an equal one already holds."""
    order = {"direct": 0, "quasi": 1, "operational": 2}
    ranked = sorted(made, key=lambda each: (each.span.start, -each.span.end, order[each.danger]))
    kept: list[Identifier] = []
    for each in ranked:
        same = next(
            (
                k
                for k in reversed(kept[-12:])
                if k.span.holds(each.span)
                and k.danger == each.danger
                and (k.category == each.category or k.span == each.span)
            ),
            None,
        )
        if same is None and not any(k.span == each.span and k.danger == "direct" for k in kept[-6:]):
            kept.append(each)
    return tuple(kept)
