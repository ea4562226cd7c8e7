"""Ways to reach somebody and numbers that only one person has: addresses, telephones, accounts, papers, plates, coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firsthand.lexicon import words
from firsthand.marks.identifiers.patterns import UPPER
from firsthand.records import Document, Identifier, IdentifierCategory, Span, ZoneKind

PUBLIC_ZONES: frozenset[ZoneKind] = frozenset({"boilerplate", "related", "references"})
"""Where a publisher tells how to reach itself."""

VALUE = re.compile(r"(?<![\w.,+])(?:[A-Z]{1,4}[ /-]?)?\d[\dA-Z]*(?:[ /.-]?[\dA-Z]*\d[\dA-Z]*)*")
"""A number of a paper or an account, with the letters that belong to it."""

LINKED = r"(?: ?(?:no\.?|number|nr\.?|#|ID))?(?: (?:is|was|has|the|of|with|number|card|to|under))*[:.]? ?\(?(?:no\. )?$"
DIGIT = re.compile(r"\d")
SHORTEST = 4
YEAR = re.compile(r"(?:19|20)\d\d")
BEFORE = 48
"""Characters before a number in which its kind is told."""

CUED: tuple[tuple[IdentifierCategory, str, re.Pattern[str]], ...] = (
    ("contact", "a telephone number", re.compile(r"(?i:\b(?:telephone|phone|mobile|cell|whatsapp|signal|tel)\b)[^.\n\d]{0,25}\+?$")),
    ("account", "the number of an account", re.compile(rf"(?i:\b(?:account|iban|wallet|card|sort code)\b){LINKED}")),
    ("number", "the number of a paper, a case or a vehicle", re.compile(rf"(?i:\b(?:passport|identity|ID|insurance|social security|licen[cs]e|plate|registration|badge|prisoner|inmate|case|file|docket|complaint|application|permit|visa|ticket|IMEI|SIM|card|membership)\b){LINKED}")),
)  # fmt: skip
"""What is written before a number that only one person has."""

STREET = "Street|St|Road|Rd|Lane|Avenue|Ave|Square|Drive|Alley|Close|Court|Row|Terrace|Way|Boulevard|Quay|Hill|Place|Crescent"
STREETS = ("straße", "strasse", "gasse", "weg ", "platz", "gata", "sokak", "caddesi")

PATTERNS: tuple[tuple[IdentifierCategory, str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("contact", "an e-mail address", ("@",), re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("contact", "the name of an account in a network", ("@",), re.compile(r"(?<![\w@.])@\w{3,}")),
    ("contact", "a telephone number", ("+",), re.compile(r"(?<![\w.,/-])\+\d{1,3}[ ./-]?(?:\(?\d{1,4}\)?[ ./-]?){2,6}\d\d(?![\w])")),
    ("contact", "a telephone number", ("0",), re.compile(r"(?<![\w.,/-])0\d{2,4}(?:[ /-]\d{2,4}){1,4}(?!\w|[.,/-]\d)")),
    ("account", "the number of an account", (), re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b")),
    ("address", "the address of a house", tuple(STREET.split("|")), re.compile(rf"\b\d{{1,4}}[a-z]?,? (?:[{UPPER}][\w’'-]+ ){{1,3}}(?:{STREET})\b(?:, (?:[{UPPER}][\w’'-]+ ?){{1,3}}\b)?")),
    ("address", "the address of a house", STREETS, re.compile(rf"\b[{UPPER}][\w’'-]*(?:straße|strasse|gasse|weg|platz|gata|gatan|sokak|caddesi) \d{{1,4}}[a-z]?\b")),
    ("address", "a point on the map", ("°", "."), re.compile(r"(?<![\d.])-?\d{1,2}\.\d{3,}°?(?: ?[NS])?[,;] ?-?\d{1,3}\.\d{3,}°?(?: ?[EW])?|\d{1,2}°\d{1,2}[′'](?:\d{1,2}[″\"])? ?[NS],? ?\d{1,3}°\d{1,2}[′'](?:\d{1,2}[″\"])? ?[EW]")),
    ("contact", "the address of a device", (), re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")),
)  # fmt: skip
"""Category, why, letters of which one must be there for it to match where there are any, and how it is written."""


def contacts(document: Document) -> Iterator[Identifier]:
    """Yield the contacts and numbers of persons, in every zone but those in which a publisher speaks of itself."""
    for zone in document.zones:
        if zone.kind in PUBLIC_ZONES:
            continue
        text, at = zone.span.of(document.text), zone.span.start
        if DIGIT.search(text) is None and "@" not in text:
            continue
        for category, why, needed, pattern in PATTERNS:
            if not needed or any(each in text for each in needed):
                for match in pattern.finditer(text):
                    if not (category == "contact" and _public_mailbox(match[0])):
                        yield Identifier(
                            Span(at + match.start(), at + match.end()), "direct", None, category, why
                        )
        for match in VALUE.finditer(text):
            if len(match[0]) < SHORTEST or YEAR.fullmatch(match[0]):
                continue
            before = text[max(0, match.start() - BEFORE) : match.start()]
            for category, why, pattern in CUED:
                if pattern.search(before) and (category != "contact" or sum(map(str.isdigit, match[0])) > 5):
                    yield Identifier(
                        Span(at + match.start(), at + match.end()), "direct", None, category, why
                    )
                    break


def _public_mailbox(address: str) -> bool:
    """Whether it is the address of an office, or the number of a message."""
    local = address.split("@")[0].lower()
    return "@" in address and (local in _mailboxes() or re.match(r"\d{8}|[\da-f-]{20}", local) is not None)


@cache
def _mailboxes() -> frozenset[str]:
    return words("en", "identifiers", "public mailboxes")
