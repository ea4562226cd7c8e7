"""The bytes of a saved page -> its markup as text; markup -> the tree of its elements, or its paragraphs without a tree."""

import re
from codecs import lookup
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from firsthand.readers.encoding import BYTE_ORDER_MARKS

DECLARATION = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|encoding=[\"']([\w.:-]{2,40})", re.IGNORECASE
)
DECLARED_WITHIN = 4_096
GUESSED_FROM = 65_536
"""Bytes from which an undeclared encoding is guessed."""

NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Control characters, which no tree can hold and no reader sees."""

SURROGATES = re.compile("[\ud800-\udfff]")


UNSEEN = re.compile(r"<(script|style|template|head|noscript|iframe|svg)\b|<!--", re.IGNORECASE)
WITHIN_LINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|em|font|i|ins|kbd|label|mark|q|s|small|span|strong|sub|sup|time|tt|u|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
TAG = re.compile(r"</?[a-z][^<>]*>|<[!?][^<>]*>|\]\]>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's markup; ``lost`` counts the places that could not be decoded and show as U+FFFD."""

    text: str
    encoding: str
    lost: int = 0


def decode(content: bytes) -> Markup:
    """Return the markup of a page.

    The encoding is that of the byte order mark, UTF-8 where the bytes are valid
    UTF-8, what the page declares, or what charset-normalizer finds, in that order.
    """
    for bom, encoding in BYTE_ORDER_MARKS:
        if content.startswith(bom):
            return _decoded(content[len(bom) :], encoding)
    try:
        return Markup(NO_TEXT.sub("", content.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _decoded(content, _declared(content) or _guessed(content))


def tree_of(markup: str) -> HtmlElement | None:
    """Return the root of the page's elements, None when the markup has none or is nested too deeply to be one tree.

    Nothing is fetched and no entity but those of HTML is replaced.
    """
    # A tree of its own limits: depth (256) and size, which libxml2 enforces without huge_tree.
    parser = HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = document_fromstring(markup.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (LxmlError, ValueError, AssertionError):
        return None
    cut_short = any(
        entry.type_name in ("ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG", "ERR_NO_MEMORY")
        for entry in parser.error_log
    )
    return None if cut_short else root


def paragraphs(markup: str) -> list[str]:
    """Return the visible paragraphs of a page, found by its tags alone, in time that grows with its length only.

    >>> paragraphs("<div><p>The <b>port</b> closed.<p>Nobody &amp; nothing<script>x()</script></div>")
    ['The port closed.', 'Nobody & nothing']
    """
    text = TAG.sub("\n\n", WITHIN_LINE.sub("", " ".join(_seen(markup))))
    pieces = (" ".join(unescape(piece).split()) for piece in text.split("\n\n"))
    return [piece for piece in pieces if piece]


def _decoded(content: bytes, encoding: str) -> Markup:
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return Markup(NO_TEXT.sub("", SURROGATES.sub("\ufffd", text)), encoding, lost)


def _declared(content: bytes) -> str | None:
    match = DECLARATION.search(content[:DECLARED_WITHIN])
    if not match:
        return None
    try:
        name = lookup((match[1] or match[2]).decode("ascii", "replace")).name
    except LookupError:
        return None
    # Pages that say ISO 8859-1 are read as Windows-1252, as browsers do (WHATWG Encoding Standard).
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _guessed(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:GUESSED_FROM]).best()
    return best.encoding if best else "cp1252"


def _seen(markup: str) -> Iterator[str]:
    """Yield what stands between scripts, styles, comments and the like; one that is never closed hides nothing."""
    lower, place, unclosed = markup.lower(), 0, set[str]()
    if len(lower) != len(markup):
        lower = markup
    for match in UNSEEN.finditer(markup):
        closing = f"</{match[1].lower()}" if match[1] else "-->"
        if match.start() < place or closing in unclosed:
            continue
        end = lower.find(closing, match.end())
        if end < 0:
            unclosed.add(closing)
            continue
        yield markup[place : match.start()]
        place = end + len(closing) if closing == "-->" else end
    yield markup[place:]
