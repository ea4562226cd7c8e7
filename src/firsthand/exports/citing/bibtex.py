"""The documents of a release as a BibTeX file, for LaTeX and for programs that keep literature."""

from firsthand.exports.citing.works import Work, keys, work
from firsthand.exports.wording import clean
from firsthand.records import DocumentKind, Release

TYPES: dict[DocumentKind, str] = {
    "press article": "article",
    "report": "techreport",
    "encyclopedia article": "incollection",
}
"""Kind of document to type of entry; all others are ``misc``."""

HOLDERS = {
    "article": "journal",
    "techreport": "institution",
    "incollection": "booktitle",
    "misc": "organization",
}
"""Type of entry to the field that holds who published it."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
}  # fmt: skip
"""A brace counts for BibTeX even behind a backslash, so braces become commands."""


def write(release: Release) -> bytes:
    """Return one entry for each document in UTF-8; the first lines name the profile and what was withheld.

    Names stand in braces as the documents give them, so that no program cuts them apart.
    """
    works = {document.id: work(document, release.names[document.id]) for document in release.documents}
    called = keys(works)
    head = f"Release profile: {release.profile}. {release.says} Withheld: {'; '.join(release.withheld)}. Made: {release.made}"
    entries = [_entry(called[name], each) for name, each in works.items()]
    return "\n".join([f"% {clean(head)}", *entries]).encode("utf-8", "replace") + b"\n"


def _entry(key: str, each: Work) -> str:
    kind = TYPES.get(each.kind, "misc")
    fields = {
        "author": " and ".join(f"{{{escaped(name)}}}" for name in each.authors),
        "title": f"{{{escaped(each.called)}}}",
        HOLDERS[kind]: f"{{{escaped(each.publisher)}}}" if each.publisher else "",
        "howpublished": each.kind.capitalize() if kind == "misc" and each.kind != "other" else "",
        "date": "-".join(f"{part:04d}" if n == 0 else f"{part:02d}" for n, part in enumerate(each.date)),
        "year": f"{each.date[0]:04d}" if each.date else "",
        "language": each.language,
        "note": escaped(f"File {each.file}" + (f", SHA-256 {each.sha256}" if each.sha256 else "")),
    }
    lines = [f"  {name} = {{{words}}}," for name, words in fields.items() if words]
    if len(each.date) > 1 and 1 <= each.date[1] <= 12:
        lines.append(f"  month = {MONTHS[each.date[1] - 1]},")
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def escaped(words: str) -> str:
    """Return words that LaTeX prints as they are.

    >>> escaped("50% {of} $4")
    '50\\\\% \\\\textbraceleft{}of\\\\textbraceright{} \\\\$4'
    """
    return "".join(ESCAPED.get(letter, letter) for letter in clean(words))
