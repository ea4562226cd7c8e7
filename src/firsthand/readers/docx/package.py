"""The parts of a DOCX: unpacked in memory within bounds, parsed without entities."""

import posixpath
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from firsthand.errors import UnreadableOriginal
from firsthand.readers.archives import CHUNK, DAMAGE, salvaged

MOST_BYTES = 256 * 1024 * 1024
"""Bytes that a whole DOCX, pictures included, may unpack to."""

MOST_XML = 32 * 1024 * 1024
"""Bytes of one part that is parsed; the text of a thousand pages has about 10 MiB."""

MOST_RATIO = 200
FREE = 8 * 1024 * 1024
MOST_MEMBERS = 10_000

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

TOO_MUCH = (
    f"the DOCX unpacks to more than {MOST_BYTES // 2**20} MiB or {MOST_RATIO} times its size and is not opened; "
    "save its text in a new file"
)


@dataclass(slots=True)
class Package:
    """A DOCX that was found to be within bounds; ``damaged`` says that it was cut off or changed."""

    archive: ZipFile | None
    rescued: dict[str, bytes]
    damaged: bool = False

    def tree(self, name: str) -> etree._Element | None:
        """Return a part as XML, None when it is not there or is no XML.

        Raises UnreadableOriginal for a part that is too large or that declares
        entities.
        """
        content = self._content(name)
        if content is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            self.damaged = True
            return None
        if root is None:
            self.damaged = True
            return None
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableOriginal(
                "the DOCX declares entities of its own, as no word processor does, and is not opened; save its text in a new file"
            )
        self.damaged = self.damaged or len(parser.error_log) > 0
        return root

    def related(self, name: str) -> dict[str, list[str]]:
        """Return the parts to which a part points, by the last word of their kind ("footnotes")."""
        folder, _, base = name.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, list[str]] = {}
        for relation in () if root is None else root.iter(RELATIONS):
            if relation.get("TargetMode") != "External":
                kind = (relation.get("Type") or "").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
                found.setdefault(kind, []).append(target.lstrip("/"))
        return found

    def _content(self, name: str) -> bytes | None:
        if self.archive is None:
            return self.rescued.get(name)
        content = bytearray()
        try:
            with self.archive.open(name) as stream:
                while len(content) <= MOST_XML and (chunk := stream.read(CHUNK)):
                    content += chunk
        except KeyError:
            return None
        except DAMAGE:
            self.damaged = True
        if len(content) > MOST_XML:
            raise UnreadableOriginal(
                f"a part of the DOCX has more than {MOST_XML // 2**20} MiB of XML and is not opened; cut it into smaller files"
            )
        return bytes(content) or None


def opened(content: bytes) -> Package:
    """Return the package of a DOCX; one without its directory is read as far as it goes.

    Raises UnreadableOriginal when it would unpack to far more than a document
    has.
    """
    if content.count(b"PK\1\2") > MOST_MEMBERS:
        raise UnreadableOriginal(TOO_MUCH)
    try:
        archive = ZipFile(BytesIO(content))
        declared = sum(member.file_size for member in archive.infolist())
    except DAMAGE:
        most = min(MOST_BYTES, FREE + MOST_RATIO * len(content))
        rescued = {name: taken for name, taken in salvaged(content, most) if isinstance(taken, bytes)}
        return Package(None, rescued, damaged=True)
    if declared > min(MOST_BYTES, FREE + MOST_RATIO * len(content)):
        raise UnreadableOriginal(TOO_MUCH)
    return Package(archive, {})
