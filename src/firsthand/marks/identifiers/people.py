"""The people whom a document names: who must be protected, and who stands there in a public role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from firsthand.language import Paragraph, Parse
from firsthand.lexicon.people import without_title
from firsthand.marks.identifiers.features import is_state
from firsthand.marks.identifiers.patterns import NAME_WORD, TITLE, TITLED, UPPER
from firsthand.marks.identifiers.settings import MESSAGE, Setting
from firsthand.marks.identifiers.wordings import anyof, holds, single, tokens_of
from firsthand.records import Document, Marks, Role, Span

if TYPE_CHECKING:
    from firsthand.language.tokens import TokenSpan

Standing = Literal["protected", "public", "kin", "unknown"]
"""Kin are protected with those whose kin they are."""

NAME = rf"(?:(?:{TITLE}\.? )?{NAME_WORD}(?:[ ‑-](?:(?:de|van|von|bin|al|el|ben|der) )?{NAME_WORD}){{0,3}})"
BEFORE, BEHIND = 70, 110
"""Characters beside a name that tell who its bearer is."""

LIFE = re.compile(
    r"(?: [A-Z]\w*){0,2} \((?:born\b|[^()]{0,60}\b\d{3,4}\b[^()]{0,12}[–-][^()]{0,40}\b\d{3,4}\b)"
)
"""The years of a life behind a name, as encyclopedias give them."""

PUBLIC_ROLES: frozenset[Role] = frozenset(
    {"official", "organisation", "author", "outlet", "report", "data set"}
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a document names: the fullest name, where each form of it stands, and what follows from its words."""

    name: str
    standing: Standing
    spans: tuple[Span, ...]
    pseudonym: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Sign:
    """What the words beside one mention say of its bearer."""

    standing: Standing
    why: str


def people(document: Document, parse: Parse, found: Marks, setting: Setting) -> tuple[Person, ...]:
    """Return the people whom a document names, in order of their first mention.

    Who says that it happened to him or her, whose name is told to be changed, and
    who is kin to such a one is protected; so is everybody named in an account of
    a life who holds no office. Elsewhere a name with no sign is "unknown".
    """
    text = document.text
    mentions = sorted(set(_mentions(document, parse, found)), key=lambda span: (span.start, -span.end))
    places = {span.of(text) for span in mentions if _is_place(text, span.start, span.end)}
    groups = _groups(text, _outermost([span for span in mentions if span.of(text) not in places]))
    voices = _voices(found)
    renamed = frozenset(_renamed(document, found))
    made = [
        _person(document, name, spans, setting, voices.get(without_title(name).lower()), renamed)
        for name, spans in groups.items()
    ]
    at_risk = (
        setting != "other"
        or any(person.standing == "protected" for person in made)
        or "witness" in voices.values()
    )
    kin: Standing = "protected" if at_risk else "unknown"
    return tuple(replace(person, standing=kin) if person.standing == "kin" else person for person in made)


def _mentions(document: Document, parse: Parse, found: Marks) -> Iterator[Span]:
    for paragraph in parse.paragraphs:
        for entity in paragraph.doc.ents:
            if entity.label_ == "PERSON" and not re.search(r"[\d|@]", entity.text):
                start, end = _of_entity(paragraph, entity)
                if end > start:
                    yield Span(paragraph.start + start, paragraph.start + end)
        tokens = tokens_of(paragraph.text)
        for needed, pattern, group in _introducing():
            if needed and tokens.isdisjoint(needed):
                continue
            for match in pattern.finditer(paragraph.text):
                yield Span(paragraph.start + match.start(group), paragraph.start + match.end(group))
    for message in MESSAGE.finditer(document.text):
        yield Span(*message.span("name"))
    named = {each.source.resolved for each in found.attributions if each.source}
    for name in filter(None, named):
        if re.fullmatch(NAME, name):
            yield from _everywhere(name, document.text)


def _everywhere(name: str, text: str) -> Iterator[Span]:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield Span(at, end)
        at = text.find(name, end)


@cache
def _introducing() -> tuple[tuple[frozenset[str], re.Pattern[str], int], ...]:
    """Phrases that bring a name in, so that it is one whatever the parser makes of it; before each the words of which it needs one."""
    kin = anyof("relatives")
    return (
        (TITLES, TITLED, 0),
        (frozenset({"called", "named", "name", "known", "identified", "calls", "nicknamed", "alias"}), re.compile(rf"\b(?:called|named|name (?:is|was)|known as|identified as|calls|nicknamed|alias) [“\"‘']?({NAME})"), 1),
        (single("relatives"), re.compile(rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir) (?:\w+ )?(?:{kin}),? ({NAME})"), 1),
        (frozenset({"i"}), re.compile(rf"\bI, ({NAME}),"), 1),
        (single("private persons", "occupations"), re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ )?(?:{anyof('private persons', 'occupations')}),? ({NAME})(?=[,.;]|’s| who\b| was\b| from\b)"), 1),
        (frozenset(), re.compile(rf"(?:^|[|\n]\s?)({NAME_WORD} {NAME_WORD}(?: {NAME_WORD})?)(?=(?:, | \| | \()(?:aged )?\d{{1,2}}\b)"), 1),
        (frozenset({"not", "pseudonym", "name"}), re.compile(rf"[“\"‘']((?:{UPPER_WORD} ?){{1,3}})[,”\"’']+,? (?=not |a pseudonym|name )"), 1),
        (frozenset({"not", "whose", "pseudonym", "changed"}), re.compile(rf"\b({NAME})(?=[”\"’',]* \(?(?:not (?:her|his|their) real|whose real|a pseudonym|name changed))"), 1),
    )  # fmt: skip


TITLES = frozenset(title.lower() for title in re.findall(r"\w+", TITLE.removeprefix("(?:")))
UPPER_WORD = rf"[{UPPER}][\w’'-]+"


def _of_entity(paragraph: Paragraph, entity: TokenSpan) -> tuple[int, int]:
    """A name without the verb that begins its sentence, and without the possessive behind it."""
    start, end = entity.start_char, entity.end_char
    if len(entity) > 1 and entity[0].pos_ in ("VERB", "ADV", "ADP", "AUX"):
        start = entity[1].idx
    if paragraph.text[start:end].endswith(("’s", "'s")):
        end -= 2
    return (start, end) if paragraph.text[start : start + 1].isupper() else (start, start)


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether what the parser takes for a person stands where a place does, or is a street or a state."""
    before, behind = text[max(0, start - 30) : start], text[end : end + 14]
    return bool(
        re.search(r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|above|below|around) (?:the )?$", before)
        or re.search(
            r"\b(?:com\w+|came|is|am|was|were|from|people|woman|man|girl|boy|source|fled|moved|went|travelled|lives?) (?:from|to) $",
            before,
        )
        or re.match(
            r" (?:bridge|valley|river|pass|prison|village|district|county|province|street|station|mill|cannery)\b",
            behind,
        )
        or re.search(
            r"(?:Street|Road|Lane|Avenue|Square|Bridge|Valley|River|Prison|Hospital|University)$",
            text[start:end],
        )
        or is_state(text[start:end])
    )


def _outermost(mentions: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in mentions:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _groups(text: str, mentions: Sequence[Span]) -> dict[str, list[Span]]:
    """Mentions by the fullest name that they are a part of, in order of place."""
    bare = {span: without_title(" ".join(span.of(text).split())) for span in mentions}
    full: dict[str, str] = {}
    for name in sorted(set(bare.values()), key=lambda name: (-len(name.split()), name)):
        parts = name.lower().split()
        held = full.get(" ".join(parts), name)
        for part in (" ".join(parts), *(parts if len(parts) > 1 else ())):
            if len(part.strip(".")) > 1:
                full.setdefault(part, held)
    groups: dict[str, list[Span]] = {}
    for span, name in bare.items():
        groups.setdefault(full.get(name.lower(), name), []).append(span)
    return groups


def _voices(found: Marks) -> dict[str, Role]:
    """In which role each named source speaks; a witness stays one."""
    voices: dict[str, Role] = {}
    for each in found.attributions:
        if each.source and each.source.resolved:
            key = without_title(each.source.resolved).lower()
            if voices.get(key) != "witness":
                voices[key] = each.source.role
    return voices


def _renamed(document: Document, found: Marks) -> Iterator[str]:
    """The names of those who ask not to be named: "who asked the paper not to use her real name"."""
    for each in found.attributions:
        if each.source and each.source.resolved:
            words_said = " ".join(span.of(document.text) for span in (*each.source.spans, *each.content))
            if holds(words_said, "not the real name"):
                yield without_title(each.source.resolved)


def _person(
    document: Document,
    name: str,
    spans: Sequence[Span],
    setting: Setting,
    role: Role | None,
    renamed: frozenset[str],
) -> Person:
    signs = [sign for span in spans if (sign := _sign(document, span, setting))]
    pseudonym = any(_is_pseudonym(document.text, span) for span in spans)
    if name in renamed:
        pseudonym = True
    authors = {without_title(author).lower() for author in document.authors}
    if pseudonym:
        return Person(name, "protected", tuple(spans), True, "a name that is told not to be the real one")
    public = next((sign for sign in signs if sign.standing == "public"), None)
    private = min(
        (sign for sign in signs if sign.standing != "public"),
        key=lambda sign: sign.standing == "kin",
        default=None,
    )
    if public and not (private and role == "witness"):
        return Person(name, "public", tuple(spans), why=public.why)
    if role == "witness":
        return Person(name, "protected", tuple(spans), why="somebody who tells what happened to him or her")
    if private:
        return Person(name, private.standing, tuple(spans), why=private.why)
    if role in PUBLIC_ROLES or (setting != "account" and name.lower() in authors):
        return Person(name, "public", tuple(spans), why="speaks or writes in public")
    if setting in ("account", "record"):
        return Person(
            name, "protected", tuple(spans), why="named in an account of a life, and holds no office"
        )
    return Person(name, "unknown", tuple(spans))


def _sign(document: Document, span: Span, setting: Setting) -> _Sign | None:
    before = document.text[max(0, span.start - BEFORE) : span.start]
    behind = document.text[span.end : span.end + BEHIND]
    own = span.of(document.text)
    titled, described, credited, private = _beside()
    before = re.split(r"[.!?|]\s|\n", before)[-1]
    if (
        credited.search(before)
        or re.fullmatch(r"\W*By ", before)
        or titled.search(before)
        or titled.search(own.split(" ")[0] + " ")
    ):
        return _Sign("public", "holds an office, speaks or writes in public")
    if LIFE.match(behind):
        return _Sign("public", "somebody whose life is published with its years")
    if re.search(r"(?:My name is|\bI,) $", before) or _one_private().search(before):
        return _Sign("protected", "tells of his or her own life, or is told of as one of many")
    if private.search(before):
        return _Sign("kin", "kin to somebody at risk")
    if described.match(behind) or (setting == "other" and _calling().search(before)):
        return _Sign("public", "holds an office, speaks or writes in public")
    if setting == "other" and (_calling_behind().match(behind)):
        return _Sign("public", "is known for public work")
    if _named_private().match(behind) or re.search(r"\bidentified (?:only )?as $", before):
        return _Sign("protected", "is described as somebody to whom it happened")
    return None


@cache
def _beside() -> tuple[re.Pattern[str], ...]:
    titles, credits = anyof("public titles"), anyof("credits")
    kin = anyof("relatives")
    return (
        re.compile(rf"\b(?:{titles})(?: of(?: the)?(?: [A-Z][\w-]+){{1,4}})?,? $", re.IGNORECASE),
        re.compile(rf"(?:,| \(| is| was|, who is)(?: [\w’'-]+){{0,6}}? (?:{titles})\b", re.IGNORECASE),
        re.compile(rf"(?:^|[^\w])(?:{credits})(?: and|:)? (?:{NAME} and )?$", re.IGNORECASE),
        re.compile(rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) (?:\w+ )?(?:{kin}),? $"),
    )


@cache
def _one_private() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ )?(?:{anyof('private persons')}),? $")


@cache
def _calling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{anyof('public callings')}) $", re.IGNORECASE)


@cache
def _calling_behind() -> re.Pattern[str]:
    return re.compile(
        rf", (?:an?|the|its)(?: [\w’'-]+){{0,4}}? (?:{anyof('public callings')})\b", re.IGNORECASE
    )


@cache
def _named_private() -> re.Pattern[str]:
    return re.compile(
        rf"(?:, | \()(?:\d{{1,2}}(?=[,.)])|aged? \d|(?:an?|the)(?: [\w’'-]+){{0,3}}? (?:{anyof('private persons')})\b)",
        re.IGNORECASE,
    )


def _is_pseudonym(text: str, span: Span) -> bool:
    behind = re.split(r"(?<=[a-z])[.!?](?:\s|$)", text[span.end : span.end + 90])[0]
    before = re.split(r"[.!?]\s", text[max(0, span.start - 50) : span.start])[-1]
    return bool(_not_real().match(behind) or _renamed_before().search(before))


@cache
def _not_real() -> re.Pattern[str]:
    return re.compile(
        rf"[”\"’',]{{0,3}} ?\(?\[?(?:which is )?(?:{anyof('not the real name')})", re.IGNORECASE
    )


@cache
def _renamed_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{anyof('not the real name')})[:,]? [“\"‘']?$|\b(?:{anyof('private persons')}) (?:who is |only )?known (?:only )?as [“\"‘']?$",
        re.IGNORECASE,
    )
