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

NUMBERED = r"(?: ?(?:no\.?|number|nr\.?|#|ID))?(?: (?:is|was|has|the|of|with|number|card|to|under))*[:.]? ?"
VALUE = r"(?P<value>(?=[\w /-]*\d)[A-Z]{0,4}[ -]?\d[\dA-Z]*(?:[ /.-]?[\dA-Z]*\d[\dA-Z]*)*)"

PATTERNS: tuple[tuple[IdentifierCategory, str, str, re.Pattern[str]], ...] = (
    ("contact", "an e-mail address", "@", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("contact", "the name of an account in a network", "@", re.compile(r"(?<![\w@.])@\w{3,}")),
    ("contact", "a telephone number", "", re.compile(r"(?<![\w.,/-])\+\d{1,3}[ ./-]?(?:\(?\d{1,4}\)?[ ./-]?){2,6}\d\d(?![\w])|(?<![\w.,/-])0\d{2,4}(?:[ /-]\d{2,4}){1,4}(?!\w|[.,/-]\d)")),
    ("contact", "a telephone number", "", re.compile(r"(?i:\b(?:telephone|phone|mobile|cell|whatsapp|signal|call|tel)\b)[^.\n\d]{0,25}(?P<value>\+?\d[\d ()/-]{4,16}\d)")),
    ("account", "the number of an account", "", re.compile(rf"(?i:\b(?:bank account|account|iban|wallet|card|sort code)\b){NUMBERED}{VALUE}")),
    ("account", "the number of an account", "", re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b")),
    ("number", "the number of a paper, a case or a vehicle", "", re.compile(rf"(?i:\b(?:passport|identity card|identity|id card|ID|national insurance|social security|driving licence|licen[cs]e|licen[cs]e plate|number plate|plate|registration|badge|prisoner|inmate|case|file|docket|complaint|application|permit|visa|ticket|IMEI|SIM|refugee card|ration card|student card|membership)\b){NUMBERED}\(?{VALUE}")),
    ("address", "the address of a house", "", re.compile(rf"(?:\b[Nn]umber )?\b\d{{1,4}}[a-z]?,? (?:[{UPPER}][\w’'-]+ ){{1,3}}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Drive|Alley|Close|Court|Row|Terrace|Way|Boulevard|Quay|Hill|Place|Crescent)\b(?:, (?:[{UPPER}][\w’'-]+ ?){{1,3}}\b)?")),
    ("address", "the address of a house", "", re.compile(rf"\b[{UPPER}][\w’'-]*(?:straße|strasse|gasse|weg|platz|gata|gatan|sokak|caddesi) \d{{1,4}}[a-z]?\b")),
    ("address", "a point on the map", "", re.compile(r"(?<![\d.])-?\d{1,2}\.\d{3,}°?(?: ?[NS])?[,;] ?-?\d{1,3}\.\d{3,}°?(?: ?[EW])?|\d{1,2}°\d{1,2}[′'](?:\d{1,2}[″\"])? ?[NS],? ?\d{1,3}°\d{1,2}[′'](?:\d{1,2}[″\"])? ?[EW]")),
    ("contact", "the address of a device", "", re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")),
)  # fmt: skip
"""Category, why, a letter without which nothing can match, and how it is written."""


def contacts(document: Document) -> Iterator[Identifier]:
    """Yield the contacts and numbers of persons, in every zone but those in which a publisher speaks of itself."""
    for zone in document.zones:
        if zone.kind in PUBLIC_ZONES:
            continue
        text = zone.span.of(document.text)
        digits = any(map(str.isdigit, text))
        for category, why, needed, pattern in PATTERNS:
            if needed in text if needed else digits:
                for match in pattern.finditer(text):
                    group: int | str = "value" if pattern.groupindex else 0
                    span = Span(zone.span.start + match.start(group), zone.span.start + match.end(group))
                    if not (category == "contact" and _public_mailbox(match[0])):
                        yield Identifier(span, "direct", None, category, why)


def _public_mailbox(address: str) -> bool:
    """Whether it is the address of an office, or the number of a message."""
    local = address.split("@")[0].lower()
    return "@" in address and (local in _mailboxes() or re.match(r"\d{8}|[\da-f-]{20}", local) is not None)


@cache
def _mailboxes() -> frozenset[str]:
    return words("en", "identifiers", "public mailboxes")
