"""DOCX -> document: paragraphs and tables in order, notes, and at the end what is not shown.

``package`` opens the file within bounds and parses its parts; ``body`` walks
through a part and gives its paragraphs and tables. Zones come from the styles,
else from ``zoning``; the text is put together here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from firsthand.errors import UnreadableOriginal
from firsthand.readers import document_id
from firsthand.readers.assembly import Assembly
from firsthand.readers.docx.body import Block, Body, W, as_transitional, local_name, styles_of
from firsthand.readers.docx.package import Package, opened
from firsthand.readers.facts import Stated, composed, dates
from firsthand.readers.facts.properties import declared
from firsthand.readers.facts.written_dates import iso_day
from firsthand.readers.zoning import kinds_of
from firsthand.records import FoundDate, Original, Problem, Reading, ZoneKind

STYLED: tuple[tuple[re.Pattern[str], ZoneKind], ...] = (
    (re.compile(r"title$"), "title"),
    (re.compile(r"caption|figure|table title"), "caption"),
    (re.compile(r"toc|table of|contents|header$|footer$|page number"), "boilerplate"),
    (re.compile(r"footnote|endnote|bibliography|references"), "references"),
    (re.compile(r"author|byline"), "byline"),
)
"""The zone of a paragraph by the name of its style."""

REFERENCES = re.compile(
    r"(?:\d+\.?\s+)?(?:references|bibliography|works cited|sources|notes|endnotes)\W*", re.IGNORECASE
)
MADE_WEIGHT, SAVED_WEIGHT = 35, 15
"""A file may be made from an older one, and saved long after; any date line is better support."""

TEMPLATE = "2013-12-23T23:15:00Z"
"""When the template was made with which a common library writes Word files: it stands in all that nobody has dated."""

PROPERTIES = {"title": "Title", "creator": "Author", "lastModifiedBy": "Last saved by", "created": "Created",
              "modified": "Saved", "subject": "Subject", "keywords": "Keywords", "description": "Description",
              "category": "Category", "Company": "Company", "Manager": "Manager"}  # fmt: skip


@dataclass(slots=True)
class _Parts:
    """What was taken from the file, before it becomes one text."""

    heads: list[str]
    blocks: list[Block]
    notes: list[str]
    feet: list[str]
    unseen: list[str]
    properties: dict[str, str]


def read(original: Original, content: bytes) -> Reading:
    """Read a DOCX: shown text in order, notes as references; comments, hidden and deleted text as metadata.

    Raises UnreadableOriginal when the file is no DOCX, holds no text, or would
    unpack to far more than a document has.
    """
    package = opened(content)
    name = next(iter(package.related("").get("officeDocument", [])), "word/document.xml")
    root = package.tree(name)
    if root is None:
        root = package.tree("word/document.xml")
    if root is None:
        raise UnreadableOriginal(
            "the DOCX is damaged and its text cannot be found; open it in a word processor and save it again"
        )
    parts = _taken(package, name, as_transitional(root))
    if not any(block.text.strip() for block in parts.blocks):
        raise UnreadableOriginal("the DOCX holds no text; if it holds pictures of pages, OCR them first")
    problems = []
    if package.damaged:
        problems.append(
            Problem(
                document_id(original),
                "the DOCX is damaged; what could be read is here, and some may be missing",
            )
        )
    return _compose(original, parts, problems)


def _taken(package: Package, name: str, root: etree._Element) -> _Parts:
    related = package.related(name)
    body = Body(styles_of(_first(package, related, "styles")))
    main = root.find(f"{W}body")
    blocks = list(body.blocks(root if main is None else main))
    numbered = list(body.notes)
    heads = _distinct(package, related.get("header", []), body)
    feet = _distinct(package, related.get("footer", []), body)
    notes = list(_notes(package, related, numbered, body))
    unseen = [
        *_comments(_first(package, related, "comments"), body),
        *(f"Deleted: {text}" for text in body.deleted if text.strip()),
        *(f"Hidden: {text}" for text in body.hidden if text.strip()),
        *(f"Picture: {text}" for text in body.alternatives if text.strip()),
    ]
    return _Parts(heads, blocks, notes, feet, unseen, _properties(package))


def _first(package: Package, related: dict[str, list[str]], kind: str) -> etree._Element | None:
    for name in related.get(kind, []):
        root = package.tree(name)
        if root is not None:
            return as_transitional(root)
    return None


def _distinct(package: Package, names: list[str], body: Body) -> list[str]:
    """The texts of headers or footers, each once."""
    found: dict[str, None] = {}
    for name in names[:100]:
        root = package.tree(name)
        if root is not None:
            text = "\n".join(block.text for block in body.blocks(as_transitional(root)) if block.text.strip())
            found[text] = None
    return [text for text in found if text.strip()]


def _notes(
    package: Package, related: dict[str, list[str]], numbered: list[tuple[str, str]], body: Body
) -> Iterator[str]:
    """Footnotes and endnotes in the order of their marks, "[n]" before each."""
    texts: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        root = _first(package, related, f"{kind}s")
        for note in () if root is None else root.iter(f"{W}{kind}"):
            if note.get(f"{W}type") in {None, "normal"}:
                words = "\n".join(block.text.strip() for block in body.blocks(note) if block.text.strip())
                texts[kind, note.get(f"{W}id") or ""] = words
    for number, key in enumerate(numbered, 1):
        if texts.get(key):
            yield f"[{number}] {texts[key]}"


def _comments(root: etree._Element | None, body: Body) -> Iterator[str]:
    for comment in () if root is None else root.iter(f"{W}comment"):
        text = " ".join(block.text for block in body.blocks(comment) if block.text.strip())
        who = ", ".join(filter(None, (comment.get(f"{W}author"), (comment.get(f"{W}date") or "")[:10])))
        if text:
            yield f"Comment ({who}): {text}" if who else f"Comment: {text}"


def _properties(package: Package) -> dict[str, str]:
    found = {}
    for name in ("docProps/core.xml", "docProps/app.xml"):
        root = package.tree(name)
        for element in () if root is None else root:
            key = local_name(element.tag)
            if key in PROPERTIES and element.text and element.text.strip():
                found[key] = " ".join(element.text.split())
    return found


def _zones(blocks: list[Block]) -> list[ZoneKind]:
    """The zone of each block: by its style, by the heading over it, else as in text without tags."""
    guessed = kinds_of([block.text for block in blocks])
    styled = [_by_style(block) for block in blocks]
    has_title = "title" in styled
    first = next(
        (place for place, block in enumerate(blocks) if block.level == 0 and block.text.strip()), None
    )
    if not has_title and first is not None and first < 10:
        styled[first], has_title = "title", True
    found: list[ZoneKind] = []
    listing: int | None = None
    for block, by_style, guess in zip(blocks, styled, guessed, strict=True):
        level = block.level
        if level is not None and block.text.strip():
            listing = (
                level
                if REFERENCES.fullmatch(block.text.strip())
                else listing
                if listing is not None and level > listing
                else None
            )
        if by_style:
            found.append(by_style)
        elif listing is not None:
            found.append("references")
        elif block.style == "table" or level is not None or (guess == "title" and has_title):
            found.append("main")
        else:
            found.append(guess)
    return found


def _by_style(block: Block) -> ZoneKind | None:
    return next((kind for pattern, kind in STYLED if pattern.match(block.style)), None)


def _compose(original: Original, parts: _Parts, problems: list[Problem]) -> Reading:
    assembly = Assembly()
    for head in parts.heads:
        assembly.add(head, "boilerplate")
    zones = _zones(parts.blocks)
    for block, kind in zip(parts.blocks, zones, strict=True):
        assembly.add(block.text, kind)
    for note in parts.notes:
        assembly.add(note, "references")
    for foot in parts.feet:
        assembly.add(foot, "boilerplate")
    told = [f"{PROPERTIES[key]}: {value}" for key, value in parts.properties.items()]
    stated = Stated(
        last=declared(parts.properties.get("title", ""), parts.properties.get("creator", "")),
        dates=tuple(_dates(parts.properties)),
        marked=True,
    )
    return composed(original, assembly, stated, "\n".join((*parts.unseen, *told)), problems)


def _dates(properties: dict[str, str]) -> Iterator[dates.Candidate]:
    made, saved = (
        iso_day(properties.get(key, "")) if properties.get(key) != TEMPLATE else None
        for key in ("created", "modified")
    )
    if made:
        yield dates.Candidate(FoundDate(made, "metadata"), MADE_WEIGHT, "the file was made on that day")
    if saved:
        found = FoundDate(saved, "metadata", None, "updated")
        yield dates.Candidate(found, SAVED_WEIGHT, "the file was saved on that day")
