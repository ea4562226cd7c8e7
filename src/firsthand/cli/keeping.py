"""Commands that keep a dossier in order and take something out of it: export, forget, verify, doctor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from firsthand.cli.opening import DOSSIER, document_meant, opened
from firsthand.errors import WrongUse
from firsthand.exports import EXPORTS, STYLES

FORMS = (*EXPORTS, "dossier", "originals")

DOCUMENT = click.argument("identifier", metavar="ID")


@click.command(short_help="Write a page or table for an audience, in an open format.")
@DOSSIER
@click.option(
    "--as", "form", required=True, metavar="FORMAT", help=f"The format of the file: {', '.join(FORMS)}."
)
@click.option(
    "--for",
    "profile",
    default="internal",
    show_default=True,
    help="The audience: internal, partners, court, public, or a profile file of your own that ends in .toml.",
)
@click.option(
    "--style", type=click.Choice(STYLES), help=f"How a report cites: {', '.join(STYLES)} [{STYLES[0]}]."
)
@click.option("--out", type=click.Path(path_type=Path), help="The file to write [standard output].")
@click.option("--leave-out", is_flag=True, help="Leave out documents whose consent the release would break.")
def export(dossier: Path, out: Path | None, **order: Any) -> None:
    """Make a release for an audience and write it in an open format.

    report is one HTML page to read and print, with plots and footnotes, that needs nothing else; report-markdown and pdf
    say the same. csv, json, markdown and html hold every claim and figure; bibtex and csl-json the documents.

    The file names its profile and says what was withheld and why, never what it was. The finished file is searched for
    everything that it must not hold; when something is found, or when a consent would be broken, nothing is written.
    That a release was made, or refused, is kept in the history.
    """
    from firsthand.dossier.releasing import Order

    _may_be_written(out, dossier)
    with opened(dossier) as kept:
        kept.settle()
        handed = kept.export(Order(out=out, **order))
    if out is None:
        sys.stdout.buffer.write(handed.content)
        return
    click.echo(f"{out}: {len(handed.content):,} bytes, profile {handed.release.profile}")
    for line in handed.release.withheld:
        click.echo(f"  withheld: {line}")


@click.command(short_help="Erase a document and its original for good.")
@DOSSIER
@DOCUMENT
@click.option(
    "--reason",
    default="withdrawn or added by mistake",
    show_default=True,
    help="Why; it is kept in the history.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(dossier: Path, identifier: str, reason: str, yes: bool) -> None:
    """Erase a document and its original for good; the history still verifies.

    ID is the document's id or the name of its file. Nothing brings it back, and the same file is not taken in again. Files
    outside of the dossier, such as your folder and what was exported, are not touched.
    """
    with opened(dossier) as kept:
        whole = document_meant(kept, identifier)
        name = kept.name_of(whole)
        if not yes and not _agreed(f"Erase {name} (document {whole[:8]}) for good?"):
            raise WrongUse("nothing was erased; --yes erases without asking")
        kept.forget(whole, reason)
        click.echo(f"{name} (document {whole[:8]}) is erased")


@click.command(short_help="Check that a dossier is what it was; read only.")
@DOSSIER
def verify(dossier: Path) -> None:
    """Check that originals, texts, spans and history are what they were; read only."""
    wrong = 0
    with opened(dossier, writable=False) as kept:
        for problem in kept.verify():
            wrong += 1
            click.echo(f"{problem.where}: {problem.says}")
        documents, claims = kept.count("documents"), kept.count("claims")
    if wrong:
        click.echo(f"{wrong} thing{'' if wrong == 1 else 's'} not as it was")
        click.get_current_context().exit(1)
    click.echo(
        f"all is as it was: {documents:,} documents, {claims:,} claims, every span and the whole history checked"
    )


@click.command(short_help="What is installed, what is missing and how to get it.")
def doctor() -> None:
    """Say what is installed, which language model is used, what is missing and how to get it."""
    from firsthand.cli import checkup

    complete = True
    for line in checkup.lines():
        complete = complete and line.well
        click.echo(f"{'ok  ' if line.well else 'MISS'} {line.what}: {line.says}")
    click.echo("all is there" if complete else "what is marked MISS is needed")
    if not complete:
        click.get_current_context().exit(1)


def _may_be_written(out: Path | None, dossier: Path) -> None:
    """Stop before a release is made and noted in the history, when it could not be written or would destroy a dossier."""
    if out is None:
        return
    if out.is_dir() or not out.parent.is_dir():
        raise WrongUse(f"{out} cannot be written: it needs the name of a file in a folder that is there")
    if out.exists() and (out.suffix == ".dossier" or out.samefile(dossier)):
        raise WrongUse(f"{out} is a dossier and is not overwritten; choose another file with --out")


def _agreed(question: str) -> bool:
    try:
        return click.confirm(question)
    except click.Abort:  # no answer is no
        click.echo()
        return False
