"""E-mail -> document: subject, headers, the text with quoted replies and signature told apart; files as parts.

``parts`` takes the bytes apart into headers, texts and files; ``replies`` cuts a
text into what the sender wrote and what is answered, forwarded or signed; an
HTML text goes through the reader for pages. The text is put together here.
"""

import re
from collections.abc import Iterator
from email.utils import parseaddr, parsedate_to_datetime

from firsthand.errors import UnreadableOriginal
from firsthand.readers import document_id, reader_for
from firsthand.readers.archives import inner_name
from firsthand.readers.assembly import Assembly
from firsthand.readers.facts import Stated, composed, dates
from firsthand.readers.facts.properties import sent
from firsthand.readers.mail.parts import File, Letter, letter, messages, text_of
from firsthand.readers.mail.replies import Stretch, stretches
from firsthand.records import Arrival, FoundDate, Original, Problem, Reading, Span

SHOWN = ("From", "To", "Cc", "Date")
"""The headers that a mail program shows over the text."""

DATE_WEIGHT = 90
"""A mail program has written the date when the message was sent; dates in its text are often those of what it tells."""

QUOTED_PAGE = re.compile(
    rb"<(?:div|blockquote|span|hr)[^>]{0,300}?(?:class=[\"']?(?:gmail_quote|moz-cite-prefix|yahoo_quoted|protonmail_quote)"
    rb"|type=[\"']?cite|id=[\"']?(?:appendonsend|divRplyFwdMsg|stopSpelling))",
    re.IGNORECASE,
)
"""Where mail programs begin the message that is answered."""

SUFFIXES = {"application/pdf": "pdf", "message/rfc822": "eml", "text/plain": "txt", "text/html": "html", "image/jpeg": "jpg",
            "image/png": "png"}  # fmt: skip


def read(original: Original, content: bytes) -> Reading:
    """Read a message; the files in it, and the further messages of a mailbox file, are ``parts``.

    The subject is the title, the sender an author, the date that of the header.
    Quoted replies are ``related``, signatures ``boilerplate``, headers
    ``metadata``.

    Raises UnreadableOriginal when the message is encrypted, nested too deep, or
    empty.
    """
    first, *others = messages(content)
    found = letter(first)
    if found.encrypted and not any(b"BEGIN PGP" not in text for _, text in found.texts):
        raise UnreadableOriginal(
            "the message is encrypted; decrypt it in a mail program and save its text in a new file"
        )
    parts = (*_arrivals(original, found.files), *_others(original, others))
    problems = _problems(document_id(original), found)
    if _is_saved_page(found):
        return _page(original, found, problems)
    assembly = Assembly()
    told = [(media_type, content, _told(found, media_type, content)) for media_type, content in found.texts]
    headed = any(stretch.kind == "title" for _, _, own in told for stretch in own)
    date = _head(assembly, found, headed)
    for media_type, content, own in told:
        for stretch in own:
            assembly.add(stretch.text, stretch.kind, "\n" if stretch.near else "\n\n")
        if _is_html(media_type):
            problems.extend(_pages(assembly, media_type, content, original))
    if not assembly.length:
        raise UnreadableOriginal(
            "the message has neither headers nor text; save it again from the mail program"
        )
    return composed(original, assembly, _stated(found, date), _further_headers(found), problems, parts)


def _told(found: Letter, media_type: str, content: bytes) -> list[Stretch]:
    """The stretches of a text, none of a page."""
    if _is_html(media_type):
        return []
    text = text_of(media_type, content).replace("\r\n", "\n").replace("\r", "\n")
    return stretches(text, found.header("Subject"))


def _is_html(media_type: str) -> bool:
    return media_type.startswith("text/html")


def _head(assembly: Assembly, found: Letter, headed: bool) -> FoundDate | None:
    """Add the subject and the headers that are shown; return the date of sending with its place.

    The subject is the title, unless the text has a headline that it repeats.
    """
    if not headed:
        assembly.add(found.header("Subject"), "title")
    date: FoundDate | None = None
    for name in ("Subject", *SHOWN) if headed else SHOWN:
        value = found.header(name)
        if not value:
            continue
        span = assembly.add(f"{name}: {value}", "metadata", "\n" if name != "From" or headed else "\n\n")
        day = _day(value) if name == "Date" else None
        if day:
            date = FoundDate(day, "header", Span(span.start + len("Date: "), span.end))
    return date


def _day(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _sender(value: str) -> tuple[str, str]:
    """The name and the address of a sender; a comma in a name without quotation marks does not end it."""
    name, address = parseaddr(value)
    if "@" in address or value.count("<") != 1:
        return name, address
    name, _, address = value.partition("<")
    return parseaddr(f'"{name.strip()}" <{address}')


def _stated(found: Letter, date: FoundDate | None) -> Stated:
    sender = _sender(found.header("From"))
    dated = (dates.Candidate(date, DATE_WEIGHT, "the message was sent on that day"),) if date else ()
    return Stated(last=sent(found.header("Subject"), *sender), dates=dated)


def _further_headers(found: Letter) -> str:
    return "\n".join(
        f"{key}: {value}" for key, value in found.headers if key.title() not in {*SHOWN, "Subject"} and value
    )


def _pages(assembly: Assembly, media_type: str, content: bytes, original: Original) -> Iterator[Problem]:
    """Add an HTML part: what the sender wrote as a page is zoned, and below it the message that is answered."""
    reply = QUOTED_PAGE.search(content)
    own, answered = (content[: reply.start()], content[reply.start() :]) if reply else (content, b"")
    page = _as_page(original, media_type, own)
    if isinstance(page, Problem):
        own, answered = content, b""
        page = _as_page(original, media_type, own)
    if isinstance(page, Problem):
        yield page
        return
    for zone in page.document.zones:
        assembly.add(page.document.words(zone.span), "main" if zone.kind == "title" else zone.kind)
    below = _as_page(original, media_type, answered) if answered else None
    if isinstance(below, Reading):
        for zone in below.document.zones:
            assembly.add(
                below.document.words(zone.span), "metadata" if zone.kind == "metadata" else "related"
            )


def _as_page(original: Original, media_type: str, content: bytes) -> Reading | Problem:
    """The HTML part of a message, read as a page is; its encoding is the one that the message declares."""
    reader = reader_for("text/html")
    charset = media_type.partition("; charset=")[2]
    if charset and charset.lower() not in {"utf-8", "us-ascii"}:
        content = text_of(media_type, content).encode("utf-8", "replace")
    try:
        if reader is not None:
            return reader(original, content)
    except UnreadableOriginal:
        pass
    return Problem(document_id(original), "the HTML part of the message holds no text that can be read")


def _is_saved_page(found: Letter) -> bool:
    """Whether the message is a web page that a browser saved with its pictures (MHTML, RFC 2557)."""
    saved = found.header("Snapshot-Content-Location") or "saved by" in found.header("From").lower()
    return bool(saved) and any(_is_html(kind) for kind, _ in found.texts)


def _page(original: Original, found: Letter, problems: list[Problem]) -> Reading:
    """The saved page; its style sheets and scripts are no files of their own."""
    media_type, content = next(text for text in found.texts if _is_html(text[0]))
    page = _as_page(original, media_type, content)
    if isinstance(page, Problem):
        raise UnreadableOriginal(
            "the saved page holds no text that can be read; save it again as HTML or PDF"
        )
    return Reading(page.document, (*page.problems, *problems))


def _arrivals(original: Original, files: list[File]) -> Iterator[Arrival]:
    names: set[str] = set()
    for place, file in enumerate(files, 1):
        if not file.content:
            continue
        wanted = (
            inner_name((file.name or "").replace("/", "_"))
            or f"part {place}.{SUFFIXES.get(file.media_type, 'bin')}"
        )
        name, copy = wanted, 1
        while name in names:
            copy += 1
            name = f"{wanted} ({copy})"
        names.add(name)
        yield Arrival(f"{original.name}/{name}", file.content, original.sha256)


def _others(original: Original, others: list[bytes]) -> Iterator[Arrival]:
    for place, content in enumerate(others, 2):
        yield Arrival(f"{original.name}/message {place}.eml", content, original.sha256)


def _problems(where: str, found: Letter) -> list[Problem]:
    says = []
    if found.faults:
        says.append("the message is not well formed; what could be read is here")
    if found.encrypted:
        says.append("a part of the message is encrypted and was not read")
    if found.cut:
        says.append("the message has too many parts; the rest was not read")
    if found.pictures:
        says.append(f"the message shows {found.pictures} picture(s), whose words were not read")
    empty = sum(not file.content for file in found.files)
    if empty:
        says.append(f"{empty} attached file(s) have no bytes")
    return [Problem(where, sentence) for sentence in says]
