"""The documents of a release as CSL-JSON, the format of Zotero, Pandoc and other programs that write bibliographies."""

import json
from typing import Any

from firsthand.exports.citing.works import Work, keys, work
from firsthand.records import DocumentKind, Release

TYPES: dict[DocumentKind, str] = {
    "press article": "article-newspaper",
    "report": "report",
    "encyclopedia article": "entry-encyclopedia",
    "testimony": "interview",
    "press release": "document",
    "other": "document",
}
"""Kind of document to type of item (CSL 1.0.2 knows no press release)."""

WITHIN = {"press article", "encyclopedia article"}


def write(release: Release) -> bytes:
    """Return a list of items in UTF-8, one for each document, each with the profile of the release under ``custom``.

    Names are literal, as the documents give them.
    """
    works = {document.id: work(document, release.names[document.id]) for document in release.documents}
    called = keys(works)
    about = {
        "profile": release.profile,
        "says": release.says,
        "withheld": list(release.withheld),
        "made": release.made,
    }
    items = [{**_item(called[name], each), "custom": {"release": about}} for name, each in works.items()]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _item(key: str, each: Work) -> dict[str, Any]:
    genre = each.kind.capitalize() if each.kind in ("press release", "testimony") else None
    holder = "container-title" if each.kind in WITHIN else "publisher"
    fields = {
        "id": key,
        "citation-key": key,
        "type": TYPES[each.kind],
        "title": each.called,
        "author": [{"literal": name} for name in each.authors],
        holder: each.publisher,
        "genre": genre,
        "issued": {"date-parts": [list(each.date)]} if each.date else None,
        "language": each.language,
        "archive_location": each.file,
        "note": f"SHA-256: {each.sha256}" if each.sha256 else None,
    }
    return {name: value for name, value in fields.items() if value}
