"""Open a dossier and find what a user means by a word: errors here name the file and say what would work."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.passphrase import key_for
from firsthand.errors import DossierError, UnknownId

if TYPE_CHECKING:
    from firsthand.dossier import Dossier

DOSSIER = click.argument("dossier", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")

NUMERALS = 3
"""Digits of the longest number that is that of a finding; what is longer is read as an id first."""

LEAST = 4
"""Characters of an id that must be given."""


def opened(path: Path, *, writable: bool = True) -> Dossier:
    """Return the dossier at ``path``; DossierError that names the path when it cannot be opened."""
    from firsthand.dossier import Dossier

    must_be_dossier(path)
    try:
        return Dossier.open(path, writable=writable, key=key_for(path))
    except DossierError as error:
        raise type(error)(f"{path}: {error}") from error


def must_be_dossier(path: Path) -> None:
    """Raise DossierError with what would work when there is no file at ``path``."""
    if not path.exists():
        raise DossierError(_not_there(path))
    if path.is_dir():
        raise DossierError(f"{path} is a folder; `firsthand read {quoted(path)}` makes a dossier of it")


def settled(path: Path) -> Dossier:
    """Return the dossier at ``path`` to be asked, with figures and findings of all its documents.

    What an interrupted run, or one that left it for later, did not work out is worked out now. Where that
    cannot be (another run writes to it, the disk may not be written), it is said that they are not complete.
    """
    from firsthand.cli import screen

    found = opened(path, writable=False)
    if found.is_settled():
        return found
    with found:
        pass
    try:
        with opened(path) as kept, screen.counting("read") as watch:
            kept.settle(watch)
    except DossierError as error:
        click.echo(f"figures and findings are not complete: {error}", err=True)
    return opened(path, writable=False)


def meant(opened: Dossier, word: str) -> tuple[str, str]:
    """Return the kind and the id, or number, of what a word stands for.

    A short number is that of a finding in the list, the name of a file its
    document; anything else is an id or its beginning. Raises UnknownId.
    """
    if word.isdecimal() and len(word) <= NUMERALS:
        total = opened.count("findings")
        if not 1 <= int(word) <= total:
            raise UnknownId(f"there is no finding {word}; the findings are 1 to {total}")
        return "finding", word
    named = {id_ for id_ in _received(opened) if name_of(opened, id_) == word}
    if len(named) > 1:
        ids = ", ".join(sorted(id_[:8] for id_ in named))
        raise UnknownId(f"several documents came as {word}; give one of their ids: {ids}")
    if not named and len(word) < LEAST:
        raise UnknownId(
            f"{word!r} stands for nothing here; give the number of a finding, the name of a document's file, or at least "
            f"{LEAST} characters of an id"
        )
    return ("document", named.pop()) if named else opened.find(word)


def document_meant(opened: Dossier, word: str) -> str:
    """Return the id of the document that a word stands for; UnknownId when it stands for something else."""
    kind, whole = meant(opened, word)
    if kind != "document":
        raise UnknownId(
            f"{word} stands for a {kind}; give the id or the file name of a document (`firsthand show DOSSIER` lists them)"
        )
    return whole


def name_of(opened: Dossier, document_id: str) -> str | None:
    """Return the name under which a file came, None for one that could not even be opened: of that no name is kept."""
    try:
        return opened.name_of(document_id)
    except UnknownId:
        return None


def quoted(path: Path) -> str:
    """Return a path as it can be pasted into a terminal."""
    return shlex.quote(str(path))


def _received(opened: Dossier) -> Iterator[str]:
    """Yield the ids of documents, and of files that could not be read: these can be forgotten as well."""
    yield from (document.id for document in opened.documents())
    yield from (problem.where for problem in opened.problems())


def _not_there(path: Path) -> str:
    beside = path.with_name(f"{path.name}.dossier")
    if beside.exists():
        return f"there is no {path}; did you mean {beside}?"
    near = sorted(str(found) for found in path.parent.glob("*.dossier")) if path.parent.is_dir() else []
    known = (
        f"there is {', '.join(near[:5])}" if near else "`firsthand read FOLDER` makes a dossier of a folder"
    )
    return f"there is no dossier {path}; {known}"
