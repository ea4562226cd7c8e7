"""Lines that say who issued a document: the letterhead over it, and the imprint of a title page."""

from __future__ import annotations

import re
from functools import cache
from string import capwords

from firsthand.lexicon import words
from firsthand.readers.zoning.lines import Line
from firsthand.readers.zoning.shapes import DATE, DAY, LONGEST_LINE

LONGEST_BODY = 10
"""Words of a body's name."""

LONGEST_PIECE = 6
"""Words of a place, a person or an edition beside it."""

LONGEST_IMPRINT = 30
"""Words of a line that says who issued a document, where, when and by whom."""

JOINING = frozenset(
    {
        "of",
        "for",
        "and",
        "the",
        "on",
        "in",
        "to",
        "&",
        "de",
        "van",
        "von",
        "do",
        "da",
        "dos",
        "das",
        "del",
        "di",
    }
)
STREET = re.compile(r"\d+[a-z]? .*\b(?:road|street|lane|avenue|square|quay|row|way|place)", re.IGNORECASE)
"""An address: "9 Court Road"."""

SMALL = JOINING | {"into"}
"""Words that are small in a name that was set in capitals."""

APART = re.compile(r"\s*[|·•–—\n]+\s*|\s+--?\s+|(?<=\w{3})\.\s+|(?<=[)\]])\.\s+|;\s+")
COMMA = re.compile(r",\s+")
DATED = re.compile(rf"(?:{DAY}(?:day)?,?\s+)?{DATE}", re.IGNORECASE)
SHORT_FORM = re.compile(r"\s*[(\[][A-Z][\w&-]{1,11}[)\]]$")
ISSUED = re.compile(
    r"(?:(?:an? |the )?(?:\w+ ){0,2}(?:report|study|briefing|brief|survey|statement|publication|investigation|assessment|update) "
    r"(?:by|of|from)|(?:published|issued|prepared|released|produced|compiled)(?: jointly)?(?:,? (?:on )?\d{1,2} \w+ \d{4},?)? by|publisher|issuer|issued by)[: ]+(?:the )?",
    re.IGNORECASE,
)
LABEL = re.compile(r"[A-Z][\w ()/-]{1,30}:\s*\S|(?:No|Nr|Ref|Vol|Issue|Edition|Reference)\.?[ :]*[\dA-Z]")
MARKS = "*_# \t\r\n.,:"


def body_of(text: str) -> str | None:
    """Return the name of a body that a piece of text is, also behind "Published by", None when it is none.

    >>> body_of("Joint Relief Office (JRO)"), body_of("A report by the Open Harbour Watch"), body_of("Nets and boats")
    ('Joint Relief Office', 'Open Harbour Watch', None)
    >>> body_of("Free Hands Karvelia (FHK)"), body_of("Free Hands Karvelia")
    ('Free Hands Karvelia', None)
    """
    whole = text.strip(MARKS)
    bare = SHORT_FORM.sub("", whole)
    issued = ISSUED.match(bare)
    named = bare[issued.end() if issued else 0 :].split()
    plain = named[1:] if named[:1] in (["The"], ["THE"], ["the"]) else named
    if not 2 <= len(plain) <= LONGEST_BODY or not _are_capital(plain) or STREET.fullmatch(bare):
        return None
    lower = [word.lower() for word in plain]
    if plain != named and _heads(lower) & words("en", "furniture", "outlet_names") - _authorities():
        return None  # "The Halden Monitor" is a newspaper
    if not _heads(lower) & _bodies() and not _is_shortened(plain, whole[len(bare) :]):
        return None
    name = " ".join(named)
    return _spelled(name) if name.isupper() else name


def issuer_of(line: str) -> str | None:
    """Return the body that a line begins with, None when it begins with none: "Open Harbour Watch, Lindhavn. 3 May 2019"."""
    for piece in _pieces(line)[:2]:
        name, *others = COMMA.split(piece)
        is_list = any(" and " in other for other in others)
        found = body_of(piece) if is_list else body_of(name)
        if found or (found := body_of(name)):
            return found
    return None


def is_letterhead(line: Line) -> bool:
    """Whether a line names a body or a state and, beside it, at most a place or an edition."""
    if line.words > LONGEST_IMPRINT // 2 or len(line.text) > LONGEST_LINE or line.text[-1] in "?!:":
        return False
    first, *others = _pieces(line.text) or [""]
    name, *places = COMMA.split(first)
    if not (body_of(first) or ((body_of(name) or _is_state(name)) and all(map(_is_beside, places)))):
        return False
    return all(_is_beside(piece) for piece in others)


def is_address(line: Line) -> bool:
    """Whether a line is nothing but places, with a comma or a number: "Pier 4, Lindhavn"."""
    if line.words > LONGEST_IMPRINT // 2 or line.is_sentence or not re.search(r",|\d", line.text):
        return False
    return all(_is_beside(part) for piece in _pieces(line.text) for part in COMMA.split(piece))


def is_imprint(line: Line) -> bool:
    """Whether a line says when and where a document was issued or by whom, and nothing else.

    >>> from firsthand.readers.zoning.lines import line_of
    >>> is_imprint(line_of("Open Harbour Watch, Lindhavn. Author: Mara Lind. 11 March 2024"))
    True
    >>> is_imprint(line_of("Vessany fell on 11 March 2024."))
    False
    """
    if line.words > LONGEST_IMPRINT or len(line.text) > LONGEST_LINE:
        return False
    bare, dates = DATED.subn(" | ", " ".join(line.text.split()).strip(MARKS))
    if dates != 1 or not re.search(r"\d{4}", line.text):
        return False
    pieces = [
        part for piece in _pieces(bare) for part in ([piece] if LABEL.match(piece) else COMMA.split(piece))
    ]
    bare_pieces = (_writers().sub("", piece) for piece in pieces if piece)
    return all(LABEL.match(piece) or body_of(piece) or _is_beside(piece) for piece in bare_pieces)


def _pieces(text: str) -> list[str]:
    return [bare for piece in APART.split(text) if (bare := piece.strip(MARKS))]


def _is_beside(piece: str) -> bool:
    """Whether a piece could be a place, a person or an edition: a few words with capitals, numbers among them."""
    named = piece.strip(MARKS).split()
    return len(named) <= LONGEST_PIECE and _are_capital(named)


def _are_capital(named: list[str]) -> bool:
    forms = words("en", "bodies", "companies")
    return bool(named) and all(
        word[0].isupper() or word[0].isdigit() or word in JOINING or (place and word in forms)
        for place, word in enumerate(named)
    )


def _is_shortened(named: list[str], short: str) -> bool:
    """Whether the letters in brackets behind a name are its initials: nobody shortens the name of a person so."""
    letters = "".join(word[0] for word in named if word[0].isupper())
    return len(letters) > 1 and re.sub(r"[^A-Z]", "", short) == letters


def _heads(lower: list[str]) -> set[str]:
    """The word that says what the thing is: the one before "of" or "for", else the last one."""
    places = [place for place, word in enumerate(lower) if word in ("of", "for", "on") and place]
    if places:
        return {lower[places[0] - 1]}
    return {lower[-1], *_before_its_town(lower)}


def _before_its_town(lower: list[str]) -> list[str]:
    """The word before the last one where that may be the town of an office: "District Health Office Vessany"."""
    return lower[-2:-1] if len(lower) > 2 and lower[-2] in _offices() and lower[-1] not in _posts() else []


def _is_state(piece: str) -> bool:
    lower = piece.strip(MARKS).lower().split()
    return (
        "of" in lower[1:]
        and lower[lower.index("of", 1) - 1] in words("en", "bodies", "states")
        and _is_beside(piece)
    )


def _spelled(name: str) -> str:
    """A name that was set in capitals as it is written in a sentence."""
    return " ".join(map(_written, name.split()))


def _written(word: str) -> str:
    if "." in word or word.lower() in words("en", "bodies", "in_capitals"):
        return word
    return word.lower() if word.lower() in SMALL else capwords(word)


@cache
def _writers() -> re.Pattern[str]:
    listed = sorted(words("en", "document_kinds", "writers"), key=lambda word: (-len(word), word))
    return re.compile(rf"^(?:{'|'.join(map(re.escape, listed))})[: ]\s*(?=[A-ZÀ-Þ])", re.IGNORECASE)


@cache
def _authorities() -> frozenset[str]:
    """Words in the names of papers that are as often those of bodies."""
    return words("en", "bodies", "bodies") | {"agency", "network"}


@cache
def _offices() -> frozenset[str]:
    return words("en", "bodies", "offices")


@cache
def _posts() -> frozenset[str]:
    """Words behind that of an office that make it the post of a person: "Press Office Manager"."""
    return (
        words("en", "roles", "official")
        | words("en", "voices", "posts")
        | words("en", "roles", "organisation")
    )


@cache
def _bodies() -> frozenset[str]:
    return (
        words("en", "bodies", "bodies")
        | words("en", "bodies", "companies")
        | words("en", "roles", "organisation")
    )
