"""Who speaks under which names: a report, its maker, its author and a spokesman of its maker are one voice.

Found inside one document, from the ways in which texts introduce speakers; the
same key in two documents is the same voice.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from firsthand.lexicon import words
from firsthand.links.makers import is_body, is_office, maker
from firsthand.links.rare_names import rare_names
from firsthand.links.rarity import UNLISTED, rarity
from firsthand.records import STORY, Claim, Document, Span, Step, Voice, Voices

GAP = r"[^\S\n]+"
WORD = r"(?:(?:[A-Z]\.){2,4}|[A-Z](?!\w*-(?:based|led|backed|run)\b)[\w'’&-]*(?:\.(?=[A-Z]))?)"
NAME = rf"{WORD}(?:{GAP}(?:(?:of|for|the|and|in|on|de|al|&){GAP}){{0,2}}{WORD})*"
SMALL = rf"(?:the{GAP}|an?{GAP})?(?:(?:[a-z][\w-]*|\w+-(?:based|led|backed|run)){GAP}){{0,5}}?"


OFFICE = re.compile(
    r"^(?P<body>[A-Z][^\n,;:.|]{5,70}?)\s+[-–—|]\s+(?P<office>[A-Z][^\n,;:.|]{5,70})$", re.MULTILINE
)
"""A line that gives a body and one of its offices."""

UNIT = re.compile(
    rf"^(?P<unit>[A-Z]\w+{GAP}[^\n,;:.|]{{3,60}}),{GAP}(?:the{GAP})?(?P<body>{NAME})(?=[\n|,;.]|{GAP}[|–—-]|$)",
    re.MULTILINE,
)
"""A line that begins with a part of a university and its university: "School of Ports, University of Halden"."""

JOINING = frozenset({"of", "to", "in", "from", "for"})
"""Words behind which a name goes on, or a year stands: "Commission of Inquiry", "Commission of 2021 to 2024"."""

HEAD = 600
"""Characters of a paper in which its letterhead stands."""


@lru_cache(maxsize=8192)
def voice_key(name: str) -> str:
    """Return a name as it is compared: lower case, without article, title or the kind of work.

    >>> voice_key("the Open Harbour Watch report") == voice_key("Open Harbour Watch (OHW)")
    True
    >>> voice_key("Ministry of Ports statistics"), voice_key("National Statistics")
    ('ministry of ports', 'national statistics')
    >>> voice_key("doctors of the Port Health Board"), voice_key("the Minister of Ports")
    ('port health board', 'ministry of ports')
    >>> voice_key("a survey that the Port Health Board released on Monday")
    'port health board'
    >>> voice_key("Harbour Committee of 2021 to 2024"), voice_key("Board of Inquiry report")
    ('harbour committee', 'board of inquiry')
    """
    made = _released().search(name)
    if made is not None and is_name(made["body"]):
        return voice_key(made["body"])
    bare = re.sub(r"\([^)]*\)|[“”\"«»]", " ", name).replace("’", "'").strip()
    bare = without_own_things(bare).casefold()
    tokens = [re.sub(r"'s?$", "", token) for token in re.findall(r"[\w'&.-]+", bare)]
    while tokens and (tokens[0] in _leading() or (tokens[0].isdigit() and len(tokens) > 1)):
        tokens.pop(0)
    if (
        len(tokens) > 2
        and tokens[0] in words("en", "voices", "members")
        and tokens[1] in ("of", "at", "from")
    ):
        return voice_key(" ".join(tokens[2:]))
    if len(tokens) > 2 and tokens[0] == "minister" and tokens[1] in ("of", "for"):
        tokens = ["ministry", "of", *tokens[2:]]
    while len(tokens) > 1 and _ends_behind_name(tokens):
        tokens.pop()
    return " ".join(token for token in tokens if token).strip(". ")


def _ends_behind_name(tokens: Sequence[str]) -> bool:
    """Whether the last word is no part of a name: "team", a year, or what stands before one; "inquiry" is in "Commission of Inquiry"."""
    last, before = tokens[-1].strip("."), tokens[-2]
    if last.isdigit() or (last in JOINING):
        return True
    return last in _trailing() and before not in JOINING


def without_own_things(name: str) -> str:
    """Return a name without what its body keeps or wrote: "Ministry of Ports statistics" are those of the Ministry of Ports."""
    return _own_things().sub("", name)


def voices(document: Document) -> Voices:
    """Return the voices that a document names, and who stands behind whom."""
    text = document.text
    zones = [zone.span for zone in document.zones if zone.kind in STORY]
    works, bodies = _introduced(text, zones)
    told = (
        _titles(text, zones),
        _authors(text, zones, works),
        _short_forms(text, zones),
        _offices(text, zones),
    )
    for key, body in chain.from_iterable(told):
        bodies.setdefault(key, body)
    first = {voice.key: voice for voice in reversed(works)}
    ordered = sorted(first.values(), key=lambda voice: voice.span)
    return Voices(tuple(ordered), bodies, rare_names(text, zones))


def _introduced(text: str, zones: list[Span]) -> tuple[list[Voice], dict[str, str]]:
    """Every place where a text names who made a work, in order; and the bodies for which named persons speak."""
    works: list[Voice] = []
    bodies: dict[str, str] = {}
    for pattern, is_work in _patterns():
        for zone in zones:
            for match in pattern.finditer(text, zone.start, zone.end):
                body = maker(match["body"]) if is_work else match["body"]
                key = voice_key(body or "")
                if not body or not key or key in words("en", "voices", "calendar") or not is_name(body, text):
                    continue
                if is_work and not _goes_on(match):
                    name = _titled(match) if body == match["body"] else body
                    works.append(Voice(key, _shown(name), Span(match.start(), match.end()), True))
                elif is_work:
                    continue
                else:
                    bodies.setdefault(voice_key(match["person"]), key)
    return sorted(works, key=lambda voice: voice.span), bodies


def _goes_on(match: re.Match[str]) -> bool:
    """Whether the word for a work is a part of a longer name: "the Harbour Cases Review Commission"."""
    last = match.group().split()[-1]
    return last.istitle() and re.match(rf"{GAP}{WORD}", match.string[match.end() :]) is not None


def _titled(match: re.Match[str]) -> str:
    """The body that a match names, with the kind of its work where that is part of a title: "Harbour Wages Index"."""
    behind = match.string[match.end("body") : match.end()].split()
    return (
        f"{match['body']} {behind[0]}"
        if len(behind) == 1 and (behind[0].istitle() or behind[0].isupper())
        else match["body"]
    )


def named(claim: Claim, known: Voices) -> tuple[str, ...]:
    """Return the keys of the bodies in a claim's chain behind the outlet, the furthest last."""
    keys = (known.body(voice_key(step.name)) for step in claim.chain if step.name and step.role != "outlet")
    return tuple(dict.fromkeys(filter(None, keys)))


def furthest(claim: Claim) -> Step | None:
    """Return the furthest named voice of a claim behind the outlet, None when no one is named."""
    return next((step for step in reversed(claim.chain) if step.name and step.role != "outlet"), None)


def capitalised(key: str) -> str:
    """Return the key of a voice as a name is written.

    >>> capitalised("ministry of ports"), capitalised("Open Harbour Watch")
    ('Ministry of Ports', 'Open Harbour Watch')
    """
    small = {"of", "for", "the", "and", "in", "on", "de", "al"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in key.split())


def is_name(phrase: str, text: str = "") -> bool:
    """Whether a phrase is a proper name and no ordinary word with a capital letter.

    Letters for a name and several capitalised words are one; of a single word it must not be a common one, and
    ``text`` must not write it small elsewhere.

    >>> is_name("Open Harbour Watch"), is_name("OHW"), is_name("Final"), is_name("title 22 foreign relations")
    (True, True, False, False)
    """
    capital = [word for word in re.findall(r"[^\W\d_][\w'’&-]*", phrase) if word[0].isupper()]
    telling = [word for word in capital if word.casefold() not in _leading() | _trailing()]
    if len(capital) > 1 and telling:
        return True
    if not telling:
        return False
    word = telling[0]
    return word.isupper() or (
        rarity(word.casefold()) >= UNLISTED
        and re.search(rf"(?<![\w.@/-]){re.escape(word.casefold())}(?!\w)", text) is None
    )


def _titles(text: str, zones: list[Span]) -> Iterator[tuple[str, str]]:
    """ "TITLE, a report by NAME", "NAME said in its TITLE Index": the title stands for the maker."""
    for pattern in _title_patterns():
        for zone in zones:
            for match in pattern.finditer(text, zone.start, zone.end):
                yield voice_key(match["title"]), voice_key(match["body"])


def _authors(text: str, zones: list[Span], works: list[Voice]) -> Iterator[tuple[str, str]]:
    """ "The report's author NAME" speaks for the maker of the work that the text named last."""
    for zone in zones:
        for said, pattern in _author_patterns():
            if said not in text:
                continue
            for match in pattern.finditer(text, zone.start, zone.end):
                before = [voice for voice in works if voice.span.start <= match.end()]
                nearest = before[-1:] or works[:1]
                person = voice_key(match["person"])
                if person and nearest:
                    yield person, nearest[0].key


def _short_forms(text: str, zones: list[Span]) -> Iterator[tuple[str, str]]:
    """ "Open Harbour Watch (OHW)": the letters stand for the name."""
    for zone in zones:
        for match in re.finditer(
            rf"(?P<name>{NAME}){GAP}\((?P<short>[A-Z][A-Za-z]{{1,7}})\)", text[zone.start : zone.end]
        ):
            initials = "".join(word[0] for word in re.findall(r"[A-Z][\w'’-]*", match["name"]))
            if len(match["short"]) > 1 and initials.casefold().endswith(match["short"].casefold()):
                yield match["short"].casefold(), voice_key(match["name"])


def _offices(text: str, zones: list[Span]) -> Iterator[tuple[str, str]]:
    """Offices and parts at the head of a paper: "Ministry of the Interior - Directorate of Public Communication" is of the ministry."""
    for match in OFFICE.finditer(text, 0, min(HEAD, zones[-1].end) if zones else 0):
        desk = match["office"].casefold() in words("en", "bodies", "desks")
        if is_body(match["body"]) and (desk or is_office(match["office"])):
            body = voice_key(match["body"])
            yield voice_key(match["office"]), body
            yield voice_key(match[0]), body
    for match in UNIT.finditer(text, 0, min(HEAD, zones[-1].end) if zones else 0):
        first, names = match["unit"].split()[0].casefold(), set(match["body"].casefold().split())
        if first in words("en", "bodies", "units") and names & words("en", "bodies", "parents"):
            yield voice_key(match["unit"]), voice_key(match["body"])


def _shown(name: str) -> str:
    return re.sub(r"['’]s$", "", " ".join(name.split()).strip(" ,.;:"))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    works = "|".join(sorted(words("en", "voices", "works"), key=len, reverse=True))
    acts = "|".join(sorted(words("en", "voices", "acts"), key=len, reverse=True))
    done = "|".join(sorted(words("en", "voices", "done"), key=len, reverse=True))
    posts = "|".join(sorted(words("en", "voices", "posts"), key=len, reverse=True))
    steered = "".join(rf"(?<!\b{word}\s)" for word in sorted(words("en", "voices", "steered")))
    return (
        (re.compile(rf"\b(?i:{works})\b[^.;“”\n]{{0,50}}?\b{steered}by{GAP}{SMALL}(?P<body>{NAME})"), True),
        (
            re.compile(
                rf"\b(?!(?i:statement|letter|speech))(?i:{acts}){GAP}(?:{done}){GAP}by{GAP}{SMALL}(?P<body>{NAME})"
            ),
            True,
        ),
        (
            re.compile(
                rf"\b(?:[Tt]he|[Aa]n?|[Ii]n|[Tt]o|[Tt]his|[Bb]y){GAP}(?:\d{{4}}{GAP})?(?P<body>{NAME})(?:['’]s?)?{GAP}(?:\d{{4}}{GAP})?(?i:{works})\b(?<!(?<!['’]s) [Rr]eports(?!{GAP}(?:on|of|into|about)\b))"
            ),
            True,
        ),
        (
            re.compile(
                rf"(?P<person>{NAME}),{GAP}{SMALL}(?i:{posts}){GAP}(?:of|for|at|with){GAP}(?:the{GAP})?(?P<body>{NAME})"
            ),
            False,
        ),
        (
            re.compile(
                rf"(?P<body>{NAME})['’]s?{GAP}(?:[\w-]+{GAP}){{0,2}}?(?i:{posts}),?{GAP}(?P<person>{NAME})"
            ),
            False,
        ),
        (re.compile(rf"(?P<body>{NAME}){GAP}(?i:{posts}){GAP}(?P<person>{NAME})"), False),
    )


@cache
def _title_patterns() -> tuple[re.Pattern[str], ...]:
    works = "|".join(sorted(words("en", "voices", "works"), key=len, reverse=True))
    titled = "|".join(
        sorted((work.title() for work in words("en", "voices", "works")), key=len, reverse=True)
    )
    says = "|".join(sorted(words("en", "voices", "stating")))
    return (
        re.compile(
            rf"(?P<title>{NAME}),{GAP}{SMALL}(?:{works}){GAP}(?:[a-z]+{GAP}){{0,3}}?(?:by|of|from){GAP}(?:the{GAP})?{SMALL}(?P<body>{NAME})"
        ),
        re.compile(
            rf"(?P<body>{NAME}){GAP}(?:{says}){GAP}in{GAP}(?:its|their){GAP}(?:[a-z]+{GAP})?(?:\d{{4}}{GAP})?(?P<title>{NAME}{GAP}(?:{titled}))\b"
        ),
    )


@cache
def _author_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each pattern with a word without which it need not be looked for."""
    works = "|".join(sorted(words("en", "voices", "works"), key=len, reverse=True))
    return (
        (
            "author",
            re.compile(
                rf"\b(?i:{works})['’]s{GAP}(?:lead{GAP}|main{GAP}|co-?)?authors?,?{GAP}(?P<person>{NAME})"
            ),
        ),
        (
            "author",
            re.compile(
                rf"(?P<person>{NAME}),\s+(?:the|an?|its|one\s+of\s+the)\s+(?:(?i:{works})['’]s\s+)?(?:lead\s+|main\s+|co-?)?authors?\b"
            ),
        ),
        (
            "who",
            re.compile(rf"(?P<person>{NAME}),\s+who\s+(?:wrote|compiled|led|edited)\s+the\s+(?i:{works})\b"),
        ),
    )


@cache
def _released() -> re.Pattern[str]:
    """A work of which it is told whose it is: "a survey that the Port Health Board released"."""
    works = "|".join(sorted(words("en", "voices", "works"), key=len, reverse=True))
    verbs = "|".join(sorted(words("en", "voices", "releasing")))
    given = rf"(?:that|which)\s+(?:the\s+)?(?P<body>{NAME})\s+(?:has\s+|had\s+)?(?:{verbs})\b"
    return re.compile(rf"^(?:[a-z-]+\s+){{0,3}}?(?:{works}|figures|findings|statistics)\s+{given}")


@cache
def _own_things() -> re.Pattern[str]:
    """What a body keeps or wrote, in small letters behind its name, so that it is no part of the name."""
    things = words("en", "voices", "kept") | words("en", "voices", "works")
    return re.compile(rf"(?<=\w)\s+(?:{'|'.join(sorted(things))})$")


@cache
def _leading() -> frozenset[str]:
    return words("en", "voices", "leading")


@cache
def _trailing() -> frozenset[str]:
    kinds = words("en", "voices", "works") | words("en", "voices", "acts") | words("en", "voices", "trailing")
    return kinds | words("en", "bodies", "companies")
