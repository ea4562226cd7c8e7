"""What kind of file some bytes are: told from the bytes, not from the suffix of the name."""

import re
from email.utils import parsedate
from itertools import takewhile

HEAD = 4096
"""Bytes at the beginning that are looked at for tags and header lines."""

ZIP = "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"\0\0\1\xba", "video/mpeg"),
    (b"{\\rtf", "application/rtf"),
    (b"\xffWPC", "application/vnd.wordperfect"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"age-encryption.org/v1", "application/age"),
    (b"-----BEGIN PGP MESSAGE", "application/pgp-encrypted"),
    (b"\x7fELF", "application/x-executable"),
    (b"%!PS", "application/postscript"),
    (b"!BDN", "application/vnd.ms-outlook-pst"),
)
"""First bytes of files for which there is no reader, so that the error can say what they are."""

OFFICE = ((b"word/", DOCX),
          (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"))  # fmt: skip

RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}

BEFORE_TAGS = re.compile(r"\s+|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta|base|link|script|style)\b", re.IGNORECASE)
PART_OF_PAGE = re.compile(
    r"<(?:article|main|section|header|nav|div|span|p|h[1-6]|table|ul|ol|blockquote|center|font|a|b|br|hr|img|form)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
XML = re.compile(r"\s*<\?xml\b")
HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?:[ \t]|$)(.*)")
OF_THE_POST = {"received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature",
               "content-transfer-encoding", "x-mailer"}  # fmt: skip
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1a\x1b")) + b"\x7f"


def media_type(name: str, content: bytes) -> str:
    """Return the media type of a file as its bytes show it.

    The name decides one thing only: whether a plain text is Markdown.

    >>> media_type("report.txt", b"%PDF-1.7 ...")
    'application/pdf'
    >>> media_type("notes.md", b"# Notes")
    'text/markdown'
    """
    return _by_signature(content) or _by_words(name.lower().endswith((".md", ".markdown")), content)


def _by_signature(content: bytes) -> str | None:
    if _is_pdf(content):
        return "application/pdf"
    if content.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08PK\3\4")):
        return _packed(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(content)
    if content.startswith(b"RIFF"):
        return RIFF.get(content[8:12], "application/octet-stream")
    if content[4:8] == b"ftyp":
        return "image/heic" if content[8:12] in {b"heic", b"heix", b"mif1", b"avif"} else "video/mp4"
    if content.startswith((b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")):
        return "audio/mpeg"
    if content.startswith(b"BM") and content[6:10] == b"\0\0\0\0":
        return "image/bmp"
    return next((kind for first, kind in SIGNATURES if content.startswith(first)), None)


def _is_pdf(content: bytes) -> bool:
    """Whether a PDF begins in the first 1,024 bytes, as ISO 32000 readers accept it.

    A text that merely speaks of PDF has no objects.
    """
    place = content.find(b"%PDF-", 0, 1024)
    return place == 0 or (place > 0 and b" obj" in content)


def _packed(content: bytes) -> str:
    """What a ZIP holds, by the names in its directory or, if that was cut off, before its members."""
    names = re.findall(rb"PK\x03\x04.{22}(..)..(?=(.{0,120}))", content[:200_000], re.DOTALL)
    named = [after[: int.from_bytes(size, "little")] for size, after in names]
    if named and named[0] == b"mimetype":
        declared = re.match(rb"application/[\w.+-]+?(?=PK\x03|PK\x07|\Z)", names[0][1][8:])
        return declared.group().decode("ascii") if declared else ZIP
    tail = content[-200_000:]
    if {b"[Content_Types].xml", b"_rels/.rels"} & set(named) or b"[Content_Types].xml" in tail:
        for folder, kind in OFFICE:
            if any(name.startswith(folder) for name in named) or b"\0" + folder in tail:
                return kind
    return DOCX if b"word/document.xml" in named else ZIP


def _compound(content: bytes) -> str:
    """Old Office files are all one container; the name of a stream in it tells which."""
    for stream, kind in (
        ("WordDocument", "application/msword"),
        ("Workbook", "application/vnd.ms-excel"),
        ("PowerPoint Document", "application/vnd.ms-powerpoint"),
        ("__properties_version1.0", "application/vnd.ms-outlook"),
        ("EncryptedPackage", "application/x-encrypted-office"),
    ):
        if stream.encode("utf-16-le") in content:
            return kind
    return "application/x-ole-storage"


def _by_words(markdown: bool, content: bytes) -> str:
    text = _beginning(content)
    if text is None:
        return "application/octet-stream"
    plain = "text/markdown" if markdown else "text/plain"
    rest = _without_comments(text)
    if PAGE.match(rest):
        return "text/html"
    if rest.startswith("<svg"):
        return "image/svg+xml"
    if XML.match(text) and re.match(r"<[A-Za-z!]", rest):
        return "text/html" if "<html" in rest[:HEAD].lower() else "application/xml"
    if not markdown and PART_OF_PAGE.match(rest):
        return "text/html"
    return "message/rfc822" if not markdown and _is_mail(text) else plain


def _beginning(content: bytes) -> str | None:
    """The first characters of a text, None when the bytes are no text."""
    for mark, encoding in UTF16.items():
        if content.startswith(mark):
            return content[2 : 4 * HEAD].decode(encoding, "replace")
    head = content[: 4 * HEAD]
    wide = _wide(head)
    if wide:
        return head.decode(wide, "replace")
    if len(head) - len(head.translate(None, CONTROL)) > len(head) * 0.02:
        return None
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _wide(head: bytes) -> str | None:
    """The encoding of two-byte text without a mark: every other byte of Latin letters is zero."""
    half = len(head) // 2
    if half >= 4:
        if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.05 * half:
            return "utf-16-le"
        if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.05 * half:
            return "utf-16-be"
    return None


def _without_comments(text: str) -> str:
    place = 0
    while found := BEFORE_TAGS.match(text, place):
        if found.end() == place:
            break
        place = found.end()
    return text[place:]


def _is_mail(text: str) -> bool:
    """Whether the text begins with a block of header lines that a mail program has written.

    A memorandum begins with "From:" and "Date:" too: a message has a line of
    the post, or an address and a date of RFC 5322.
    """
    lines = text.lstrip("\r\n").splitlines()
    if lines and re.match(r">?From \S", lines[0]):
        lines = lines[1:]
    fields: dict[str, str] = {}
    for line in takewhile(bool, lines):
        header = HEADER.match(line)
        if header:
            fields.setdefault(header[1].lower(), header[2].strip())
        elif not fields or not line.startswith((" ", "\t")):
            return False
    known = fields.keys() & {"from", "to", "date", "subject", "cc", "reply-to", "sender", "content-type"}
    if known and OF_THE_POST & fields.keys():
        return True
    date = parsedate(fields.get("date", ""))
    return len(known) >= 2 and "@" in fields.get("from", "") and ("subject" in known or date is not None)
