"""What a text says of itself in its furniture: title, outlet, authors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from string import capwords

from firsthand.lexicon import load, words
from firsthand.readers.zoning.front import CRAWLER, SEPARATOR, is_masthead, printed_head
from firsthand.readers.zoning.imprint import body_of, issuer_of
from firsthand.readers.zoning.lines import line_of, lines_of, plain
from firsthand.readers.zoning.shapes import DATE, MONTH, is_date_line
from firsthand.records import Zone, ZoneKind

LONGEST_NAME = 5
"""Words of an outlet's name."""

TITLE_PAGE = 1_500
"""Characters at the beginning in which a document says who issued it."""

RUNNING = 2
"""Lines of furniture that begin with the same body's name, so that they are running heads."""

LOOKED_AT = 20_000
"""Characters at either end of a text that are searched for its outlet."""

DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][\w .,/'’-]{2,60}\((?P<name>[A-Z][\w &.'’-]{1,40})\)\s*(?:[—–-]|--)", re.MULTILINE
)
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[\s©]*(?:\([cC]\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?,?\s*(?:by )?(?P<name>(?:The )?[A-Z][\w&'’. -]{1,60}?)"
    r"(?:\s+(?:19|20)\d\d)?(?=[,.;|]|\s+(?:[Aa]ll|ALL) |\s*$|\n)"
)
SERVICE = re.compile(
    r"\b(?P<name>[A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,3})[’']s [A-Z]\w+ (?:Service|service|bureau|Bureau|newsroom|correspondent)\b"
)
TRUSTED = re.compile(
    r"\b(?:asked|requested that) (?:the )?(?P<name>[A-Z]\w*(?: [A-Z]\w+){0,3}) (?:not )?to "
    r"(?:use|withhold|change|publish|reveal|disclose|identify|name|give|print|conceal|protect|keep|refer)\b"
    r"[^.]{0,60}\b(?:name|names|identity|identities|anonym\w*|pseudonym|identified)\b"
)
FOOT = re.compile(
    r"\b(?P<name>[A-Z]{2,6})(?:[’']?s)? (?:editors|Terms of Use|terms of use|newsletter|is not responsible)\b"
)
CONTINUE = re.compile(
    r"^(?:Continue [Rr]eading|Read (?:more|on)|Originally published) (?:at|on|in) (?P<name>(?:the |The )?[A-Z][\w .&'’-]{1,40})$",
    re.MULTILINE,
)
BY = re.compile(
    r"^(?:(?:[Ww]ritten|[Tt]ext|[Ss]tory|[Ww]ords|[Pp]osted|[Pp]ublished|[Rr]eported)? ?[Bb][Yy]|BY|Authors?:|Reporters?:)\s+",
    re.MULTILINE,
)
BY_WITHIN = re.compile(r"\b(?:Authors?:|(?:[Ww]ritten )?[Bb]y:?)\s+(?=[A-ZÀ-Þ])")
SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.\s")
"""Where the names of a byline are over: "Asa Lind and Emre Sall. Osmer, 14 November"."""
PLACE_AND_DAY = re.compile(rf"^\s*[A-ZÀ-Þ][\w ]{{2,40}},? (?:{DATE})\.\s+", re.IGNORECASE)
"""What may stand before the names: "Osmer, 26 March 2024. Ilse Morvan, Dag Ferrin"."""
AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
PERSON = re.compile(
    r"(?:(?:Dr|Prof|Sir|Dame)\.? )?[A-ZÀ-Þ][\w'’-]*\.?(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|de|van|von|der|bin|al|el|la|da|dos)){1,3}"
)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a document, as far as they are known."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()


def title_of(text: str, zones: Sequence[Zone]) -> str | None:
    """Return the headline on one line, None when the text has none."""
    found = next((zone.span.of(text) for zone in zones if zone.kind == "title"), None)
    return " ".join(found.split()) if found else None


def authors_of(text: str, zones: Sequence[Zone]) -> tuple[str, ...]:
    """Return the persons whom the bylines name, in order; credits of pictures and translators are not among them."""
    found: list[str] = []
    for zone in zones:
        if zone.kind == "byline":
            found.extend(name for line in zone.span.of(text)[:2_000].splitlines() for name in _persons(line))
    return tuple(dict.fromkeys(found))


def publisher_of(text: str, zones: Sequence[Zone]) -> str | None:
    """Return the outlet as the text names it, None when it does not or when two names are equally good.

    The signs, the strongest first: the title line of a page, a masthead, a wire's
    dateline, a copyright line, a desk of the outlet, what a witness asked it,
    its own notices at the foot, the head of a printed paper.
    """
    title = title_of(text, zones) or ""
    edges = text if len(text) <= 2 * LOOKED_AT else text[:LOOKED_AT] + "\n" + text[-LOOKED_AT:]
    furniture = "\n".join(_outside(text, zones))
    story = _start_of_story(text, zones)
    for names in (
        _in_page_title(_front_lines(text, zones), title),
        _named(DATELINE, story, match=True),
        _named(COPYRIGHT, furniture),
        (name for name in _named(SERVICE, edges) if plain(name) not in words("en", "furniture", "whose")),
        _named(TRUSTED, edges),
        _named(CONTINUE, furniture),
        _named(FOOT, furniture),
        _issuers(text, zones),
        _repeated_issuers(furniture),
        _in_printed_head(text),
    ):
        distinct = list(dict.fromkeys(names))
        if len(distinct) == 1:
            return distinct[0]
    return None


def _persons(line: str) -> Iterator[str]:
    by = BY.search(line)
    if not by and issuer_of(line):
        by = BY_WITHIN.search(line)
        line = re.split(r"(?<=\w{3})\. ", line[by.start() :])[0] if by else ""
        by = BY.match(line)
    bare = line[by.end() :] if by else line
    bare = PLACE_AND_DAY.sub("", bare)
    bare = re.split(r"\s[|•·–—]\s|\s-\s|\s{3,}|\t| in (?=[A-Z])| for (?=[A-Z])", bare, maxsplit=1)[0]
    bare = re.sub(rf"\(.*?\)|{DATE}", " ", bare, flags=re.IGNORECASE)
    bare = SENTENCE_END.split(bare, maxsplit=1)[0]
    for piece in AND.split(bare):
        name = " ".join(piece.strip(" .,|").split())
        if plain(name) in _release_labels():
            return
        name = name.title() if name.isupper() else name
        if PERSON.fullmatch(name) and not set(plain(name).split()) & _not_persons() and not body_of(name):
            yield name
        elif by and not name:
            continue
        else:
            return


def _in_page_title(front: Sequence[str], title: str) -> Iterator[str]:
    for line in front:
        holds_title = bool(title) and plain(title)[:60] in plain(line) and len(line) > len(title) + 2
        if (holds_title or CRAWLER.match(line.strip())) and SEPARATOR.search(line):
            pieces = [piece.strip() for piece in SEPARATOR.split(line)]
            fit = [piece for piece in pieces[1:] if _could_be_outlet(piece, title)]
            if not fit and plain(pieces[-1]) == plain(title):
                fit = [piece for piece in pieces[:-1] if _could_be_outlet(piece, title)][:1]  # a running head
            if fit:
                yield fit[-1]
                return
    for line in front:
        if is_masthead(line_of(line)):
            name = " ".join(line.split())
            yield capwords(name) if name.isupper() else name
            return


def _in_printed_head(text: str) -> Iterator[str]:
    """Yield the name in the head of a printed paper."""
    lines = lines_of(text[:TITLE_PAGE])
    if printed_head(lines):
        yield capwords(" ".join(SEPARATOR.split(lines[0].text)[0].split()))


def _could_be_outlet(piece: str, title: str) -> bool:
    key = plain(piece)
    if not key or len(key.split()) > LONGEST_NAME or key in plain(title) or is_date_line(line_of(piece)):
        return False
    return key not in _labels() and not re.search(rf"\d|\b(?:by|{MONTH})\b", key)


def _named(pattern: re.Pattern[str], text: str, match: bool = False) -> Iterator[str]:
    first = pattern.match(text) if match else None
    for each in [first] if match else pattern.finditer(text):
        if each:
            name = " ".join(each["name"].split()).strip(" .,")
            name = re.sub(r"^the ", "", name)
            if name and len(name.split()) <= LONGEST_NAME and plain(name) not in _labels():
                yield name


def _issuers(text: str, zones: Sequence[Zone]) -> Iterator[str]:
    """Yield the body that the letterhead or the imprint names first."""
    for zone in zones:
        if zone.kind in ("boilerplate", "byline") and zone.span.start < TITLE_PAGE:
            for line in zone.span.of(text)[:TITLE_PAGE].splitlines():
                issuer = issuer_of(line)
                if issuer:
                    yield issuer
                    return


def _repeated_issuers(furniture: str) -> Iterator[str]:
    """Yield the body that the running heads of a printed document name."""
    named = Counter(issuer for line in furniture.splitlines() if (issuer := issuer_of(line)))
    yield from (issuer for issuer, times in named.items() if times >= RUNNING)


def _front_lines(text: str, zones: Sequence[Zone]) -> list[str]:
    """Return the furniture before the first paragraph, line by line, the title included."""
    first = next((zone.span.start for zone in zones if zone.kind == "main"), len(text))
    found: list[str] = []
    for zone in zones:
        if zone.span.start > first:
            break
        if zone.kind in ("boilerplate", "title", "byline"):
            found.extend(line for line in zone.span.of(text)[:LOOKED_AT].splitlines() if line.strip())
    return found[:100]


def _outside(text: str, zones: Sequence[Zone]) -> Iterator[str]:
    kinds: set[ZoneKind] = {"boilerplate", "comments"}
    for zone in [*zones[:20], *zones[20:][-20:]]:
        if zone.kind in kinds:
            yield zone.span.of(text)[:LOOKED_AT]


def _start_of_story(text: str, zones: Sequence[Zone]) -> str:
    for zone in zones:
        if zone.kind == "main":
            for line in zone.span.of(text)[:3_000].splitlines():
                if DATELINE.match(line):
                    return line
    return ""


@cache
def _labels() -> frozenset[str]:
    lists = load("en", "furniture")
    return frozenset(word for name in ("sections", "buttons") for word in lists[name]["words"]) | {
        "home page",
        "all",
    }


@cache
def _not_persons() -> frozenset[str]:
    """Words of which no person's name is made."""
    return words("en", "furniture", "outlet_names") | words("en", "furniture", "not_persons")


@cache
def _release_labels() -> frozenset[str]:
    return words("en", "furniture", "release_labels") | words("en", "document_kinds", "release_labels")
