"""Lines that stand under a picture, and the credits of pictures."""

from __future__ import annotations

import re
from functools import cache

from firsthand.lexicon import load
from firsthand.readers.zoning.lines import Line
from firsthand.readers.zoning.shapes import LONGEST_LINE, NAME

NAMES = rf"{NAME}(?:[ ,]+(?:{NAME}|of|the|for|via|and|de|van|von|der|al|bin|/))*"
CREDIT_LABEL = r"(?:photograph|photo|picture|image|illustration|graphic|credit|courtesy|file)(?:s|graph)?"
SLASHED = re.compile(rf"{NAME}(?: {NAME}){{0,3}}(?: ?/ ?{NAME}(?: {NAME}){{0,3}})+")
SIGNED = re.compile(
    rf"(?:©|\(c\)|{CREDIT_LABEL} ?(?:by|courtesy of|credit|from|via)?:?) ?{NAMES}(?: ?/ ?{NAMES})*",
    re.IGNORECASE,
)
IMAGE_FILE = re.compile(r"[^\s/]+\.(?:jpe?g|png|gif|webp|tiff?|bmp)(?:\s|$)", re.IGNORECASE)
BRACKETED_END = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\.?$")
SIGNED_END = re.compile(
    rf"(?:\s©|\s\(c\)|Credit(?:\.\.\.|…)|\b(?:Photo(?:graph)?s?|Pictures?|Images?|Photo credit|Image credit|Picture credit|Credits?):|"
    rf"\b(?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|Illustration) (?:by|courtesy of|via)) ?"
    rf"{NAME}(?:[ /,]+{NAME}){{0,6}}\.?$"
)
SLASHED_END = re.compile(rf"(?:[.!?”\"’)]|\s[-–—|])\s+((?:{NAME} ){{0,3}}{NAME} ?/ ?(?:{NAME} ?){{1,4}})$")


def is_caption(line: Line) -> bool:
    """Whether a line says that it stands under a picture: a credit at its end, or brackets round one."""
    if line.words > 110 or line.key.startswith("(reporting by"):
        return False
    bracket = BRACKETED_END.search(line.tail)
    if bracket and _credits(bracket[1].strip(), line):
        return True
    signed = SIGNED_END.search(line.tail)
    if signed and signed.start() and not re.search(r"\d{4}", signed[0]):
        return True
    slashed = SLASHED_END.search(line.tail)
    return (
        slashed is not None
        and line.words <= 60
        and (_agency_in(slashed[1]) or slashed[1].split("/")[-1].isupper())
    )


def is_credit(line: Line) -> bool:
    """Whether a line is nothing but the credit of a picture: "Lena Korda/MPA", "© Meridian", "Getty Images"."""
    if line.words > 9 or len(line.text) > LONGEST_LINE or (line.is_sentence and not line.text.endswith(")")):
        return False
    text = line.text.strip("()[] ")
    if re.search(r"\d{4}", text) or not text:
        return False
    if SLASHED.fullmatch(text) and (_agency_in(text) or _is_person_and_agency(text, line)):
        return True
    if any(_is_agency(piece) for piece in re.split(r" \| | - | – ", text)[1:]):
        return True
    return bool(SIGNED.fullmatch(text)) or _is_agency(text) or (" via " in text and _agency_in(text))


def _credits(inside: str, line: Line) -> bool:
    """Whether the brackets at the end of a line hold the credit of a picture."""
    if len(inside.split()) > 9 or re.search(r"\d", inside):
        return False
    if SIGNED.fullmatch(inside) and re.match(
        r"©|\(c\)|photo|picture|image|credit|courtesy|illustration|file:", inside, re.I
    ):
        return True
    if SLASHED.fullmatch(inside):
        person, _, agency = inside.partition("/")
        named = " " in person.strip() or agency.rpartition("/")[2].isupper()
        return _agency_in(inside) or (named and not line.text.endswith("."))
    return (
        line.words <= 45
        and not line.text.endswith(".")
        and (_is_agency(inside) or (" via " in inside and _agency_in(inside)))
    )


def _is_person_and_agency(text: str, line: Line) -> bool:
    """Whether a name and, behind the slash, an abbreviation stand there; directly under a line any name will do."""
    person, _, agency = (piece.strip() for piece in text.partition("/"))
    return " " in person and " /" not in text and (line.gap == 0 or (agency.isupper() and len(agency) <= 6))


def _is_agency(text: str) -> bool:
    return text in _agencies()


def _agency_in(text: str) -> bool:
    return any(piece.strip() in _agencies() for piece in re.split(r"/| via |, | for ", text))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(load("en", "furniture")["agencies"]["words"])
