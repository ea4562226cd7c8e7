"""bytes -> document: one module or package per format, and what they share.

    how files come in     folders, archives, sniff
    one door per format   text, markdown, html, pdf, docx, mail
    what they share       encoding (bytes to characters), assembly (blocks to one text with zones),
                          zoning (story and furniture), facts (title, publisher, authors, kind, dates)

A reader takes an ``Original`` and its bytes and gives a ``Reading``. The same
bytes give the same text, always. To add one: a module with ``read`` and a line
in ``READERS``; other packages add theirs under the entry point
``firsthand.readers``.
"""

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from pkgutil import resolve_name

from firsthand.errors import UnreadableOriginal
from firsthand.records import Original, Reading, identity

Reader = Callable[[Original, bytes], Reading]

READERS: Mapping[str, str] = {
    "text/plain": "firsthand.readers.text:read",
    "text/markdown": "firsthand.readers.markdown:read",
    "text/html": "firsthand.readers.html:read",
    "application/pdf": "firsthand.readers.pdf:read",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "firsthand.readers.docx:read",
    "message/rfc822": "firsthand.readers.mail:read",
}
"""Media type to reader, by name, so that a format's libraries are loaded only when such a file comes."""


def reader_for(media_type: str) -> Reader | None:
    """Return the reader for a media type, None when there is none."""
    if media_type in READERS:
        reader: Reader = resolve_name(READERS[media_type])
        return reader
    for entry in entry_points(group="firsthand.readers", name=media_type):
        added: Reader = entry.load()
        return added
    return None


def read(original: Original, content: bytes) -> Reading:
    """Read a file with the reader for its kind.

    Raises UnreadableOriginal when there is no reader or no text can be taken.
    """
    reader = reader_for(original.media_type)
    if reader is None:
        raise UnreadableOriginal(
            f"there is no reader for files of the type {original.media_type}; what can be read is plain text, Markdown, "
            "web pages, PDF, DOCX, e-mail, and ZIPs of these"
        )
    return reader(original, content)


def document_id(original: Original) -> str:
    """Return the id of the document that an original becomes: its bytes and the name it came under."""
    return identity("document", original.sha256, original.name)
