"""The body that signs a document where its name could be that of a person: "Open Cell", "Free Hands Karvelia"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from string import capwords

from firsthand.lexicon import words
from firsthand.readers.zoning.imprint import DATED, body_of, issuer_of
from firsthand.records import DocumentKind

TITLE_PAGE = 1_500
"""Characters at the beginning in which a document says who issued it."""

HEAD, SENTENCE = 6, 12
"""Lines at the beginning in which a paper names who issued it, and words from which a line is a sentence."""

LONGEST_LINE = 240
"""Characters of a line that says who issued a document."""

NAME = r"[A-ZÀ-Þ][\w&'’-]*(?: (?:(?:of|for|the|and|de|&) )*[A-ZÀ-Þ][\w&'’-]*){0,5}"
SIGNED = re.compile(rf"(?P<name>{NAME}), (?=[^.]*\d)[^.]{{3,80}}\. ")
"""A name with an address behind it."""


BESIDE = re.compile(rf"(?P<name>{NAME}) \((?P<person>{NAME} {NAME})\)")
"""A name with that of a person in brackets behind it, as a file gives its author."""

CAPITALS = re.compile(r"[^a-zà-þ]+")


def signing_body(authors: Sequence[str], text: str, kind: DocumentKind) -> str | None:
    """Return the body that issued a document by its imprint or as the sender of a release, None when none is told.

    ``authors`` are those that the file gives. A line that begins with a name and says by whom the
    document was written names a body; so does the letterhead of a release that repeats its sender.
    """
    if kind != "press article":
        for line in _head(text):
            found = body_of(line) or issuer_of(line)
            if found:
                return found
    for line in _lines(text):
        written = _by_others().search(line)
        if written and DATED.search(line):
            signed = SIGNED.match(line)
            if signed and signed.end() <= written.start() and " " in signed["name"]:
                return signed["name"]
            named = next((name for name in authors if line.startswith(name)), None)
            if named and line.find(named, len(named)) < 0:
                return named
        if kind == "press release" and line in authors:
            return line
    return None


def body_among(authors: Sequence[str]) -> str | None:
    """Return the one body among those whom a file gives as its authors, None where all are persons or several are bodies.

    >>> body_among(["Dockworkers’ Union of Vessany"]), body_among(["Mara Lind"])
    ('Dockworkers’ Union of Vessany', None)
    """
    found = list(dict.fromkeys(filter(None, map(body_of, authors))))
    return found[0] if len(found) == 1 else None


def paper_of(authors: Sequence[str], text: str) -> str | None:
    """Return the paper or station that a text says it is from, or that a file gives with its author; else None."""
    beside = next(filter(None, map(BESIDE.fullmatch, authors)), None)
    if beside:
        return beside["name"]
    found = next(filter(None, map(_periodical().match, _lines(text))), None)
    if found:
        return _spelled(found["name"] or found["station"])
    told = next(filter(None, map(_tells_of_itself().match, text.splitlines())), None)
    return told["name"] if told and told["name"] in text[:TITLE_PAGE] else None


def _head(text: str) -> Iterator[str]:
    """The short lines before the first sentence, and with that a line that begins with the name of a body alone."""
    for place, line in enumerate(_lines(text)):
        first, full_stop, _ = line.partition(". ")
        if place < HEAD and full_stop and body_of(first):
            yield first
        if place >= HEAD or (line.endswith((".", "?", "!")) and len(line.split()) > SENTENCE):
            return
        if not line.startswith(("-", ">", "|")):
            yield line


def _lines(text: str) -> Iterator[str]:
    for line in text[:TITLE_PAGE].splitlines():
        bare = " ".join(line.strip("*_# \t").split())
        if bare and len(bare) <= LONGEST_LINE:
            yield bare


def _spelled(name: str) -> str:
    return capwords(name) if CAPITALS.fullmatch(name) else name


@cache
def _tells_of_itself() -> re.Pattern[str]:
    """ "Bread Line is a campaign", in a line at its beginning."""
    kinds = (
        words("en", "document_kinds", "periodicals")
        | words("en", "roles", "organisation")
        | words("en", "bodies", "bodies")
    )
    listed = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    return re.compile(rf"[*_ ]*(?:The )?(?P<name>{NAME}) is an? (?:[\w-]+ ){{0,3}}?(?:{listed})\b")


@cache
def _by_others() -> re.Pattern[str]:
    """Words before the persons who wrote, so that the name before them is not theirs."""
    listed = "|".join(sorted(map(re.escape, words("en", "document_kinds", "writers")), key=len, reverse=True))
    return re.compile(rf"\b(?i:{listed}):? (?=[A-ZÀ-Þ])")


@cache
def _periodical() -> re.Pattern[str]:
    """ "The Lamp Post, a blog", "RADIO OSSEN - EVENING ROUND": a name with what it is behind it, or in it."""
    kinds = "|".join(sorted(map(re.escape, words("en", "document_kinds", "periodicals"))))
    stations = "|".join(sorted(map(re.escape, words("en", "document_kinds", "stations"))))
    return re.compile(
        rf"(?:(?P<name>{NAME}), an? (?:\w+ ){{0,2}}(?:{kinds})\b"
        rf"|(?P<station>(?i:{stations}) {NAME}|{NAME} (?i:{stations}))(?: \d{{2,3}}(?:[.,]\d)?(?: ?(?:FM|AM|MHz))?)?(?:\s+[-–—|:]\s|,|$))"
    )
