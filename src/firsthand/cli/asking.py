"""Commands that answer questions: findings, claims, show, search, check."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from firsthand.cli.opening import DOSSIER, JSON, document_meant, meant, quoted, settled
from firsthand.errors import WrongUse
from firsthand.exports import STYLES
from firsthand.records import QuantityKind

if TYPE_CHECKING:
    from firsthand.dossier import Dossier

KINDS = get_args(QuantityKind)


@click.command(short_help="What to read first, and figures with their origins.")
@DOSSIER
@JSON
@click.option("--kind", "kinds", multiple=True, help="Only findings of this kind: conflict, drift ...")
@click.option(
    "--most",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    help="How many findings, and how many figures.",
)
def findings(dossier: Path, as_json: bool, kinds: tuple[str, ...], most: int) -> None:
    """Show what to read first: findings with their words, and figures with their origins.

    Findings are numbered; `firsthand show DOSSIER 3` shows the third in its paragraphs. With --kind, figures are left out.
    """
    from firsthand import interface

    with settled(dossier) as found:
        if as_json:
            for piece in interface.stream(_everything(found)):
                sys.stdout.write(piece)
            return
        from firsthand.cli import lists

        lists.findings(found, most, kinds)
        if not kinds:
            lists.figures(found, most)
            lists.unchecked(found)


@click.command(short_help="The claims, or those in which all WORDS stand.")
@DOSSIER
@click.argument("words", nargs=-1)
@click.option("--document", help="Only claims of this document: its id, or the name of its file.")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    metavar="KIND",
    help=f"Only claims on a quantity of this kind: {', '.join(KINDS)}.",
)
@click.option(
    "--first-hand", is_flag=True, help="Only claims whose furthest voice was there or made the figure."
)
@click.option(
    "--most", type=click.IntRange(0), default=50, show_default=True, help="How many claims are shown."
)
@JSON
def claims(
    dossier: Path,
    words: tuple[str, ...],
    document: str | None,
    kind: str | None,
    first_hand: bool,
    **shown: Any,
) -> None:
    """Show the claims, or those in which all WORDS stand: what is said, by whom, and how they know."""
    from firsthand import interface

    with settled(dossier) as asked:
        wanted = document_meant(asked, document) if document else None
        found = (
            claim
            for claim in asked.claims(" ".join(words))
            if wanted in (None, claim.document)
            and (kind is None or (claim.quantity is not None and claim.quantity.kind == kind))
            and (claim.first_hand or not first_hand)
        )
        if shown["as_json"]:
            for claim in found:
                sys.stdout.write(json.dumps(interface.claim_line(claim), ensure_ascii=False) + "\n")
            return
        from firsthand.cli import lists

        lists.claims(asked, found, shown["most"])


@click.command(short_help="A finding, claim, figure or document in its context.")
@DOSSIER
@click.argument("identifier", metavar="[ID]", required=False)
@click.option(
    "--cite", is_flag=True, help="Print a claim with its footnote, or a document's entry, to be pasted."
)
@click.option(
    "--style",
    type=click.Choice(STYLES),
    default=STYLES[0],
    show_default=True,
    help="How --cite cites.",
)
def show(dossier: Path, identifier: str | None, cite: bool, style: str) -> None:
    """Show one finding, claim, figure or document in its context; without ID, list the documents.

    ID is the number of a finding, the name of a document's file, or an id; the beginning of an id is enough.
    """
    from firsthand.cli import context, lists

    with settled(dossier) as asked:
        if cite:
            click.echo(_cited(asked, identifier, style))
        elif identifier is None:
            lists.documents(asked)
        else:
            context.show(asked, *meant(asked, identifier))


@click.command(short_help="Full text: the paragraphs in which the words stand.")
@DOSSIER
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--most", type=click.IntRange(0), default=20, show_default=True, help="How many passages are shown."
)
@JSON
def search(dossier: Path, words: tuple[str, ...], most: int, as_json: bool) -> None:
    """Search the full text of all documents and show the passages, the best first.

    All words must stand in a passage; '"in quotation marks"' they must stand together, and a word that ends in * stands for
    every word that begins so.
    """
    with settled(dossier) as asked:
        found = asked.search(" ".join(words), most)
        if as_json:
            for hit in found:
                place = {"document": hit.document, "start": hit.span.start, "end": hit.span.end}
                sys.stdout.write(json.dumps({**place, "text": hit.text}, ensure_ascii=False) + "\n")
            return
        from firsthand.cli import context

        context.hits(asked, found, words, most)


@click.command(short_help="What the dossier says of each figure in a draft of yours.")
@DOSSIER
@click.argument("draft", type=click.Path(path_type=Path))
@JSON
def check(dossier: Path, draft: Path, as_json: bool) -> None:
    """Check a draft of yours against a dossier: each figure and quotation with a verdict and its footnote.

    supported: the same stands in the dossier, and somebody is named who produced it. repeated only: the same
    stands there, and nobody says from whom. drifted: something differs. conflicting: no number fits both. without a
    source: nothing in the dossier speaks of it. That says nothing about whether a figure is true.

    DRAFT is a text, Markdown or DOCX file, or whatever else can be read; nothing of it is kept. The exit status is 0
    when all is supported.
    """
    from firsthand import interface

    if not draft.exists():
        raise WrongUse(f"there is no file {draft}; nothing was checked")
    with settled(dossier) as asked:
        done = asked.check(draft)
        if as_json:
            sys.stdout.write(json.dumps(interface.check_line(done), ensure_ascii=False) + "\n")
        else:
            from firsthand.cli import checked

            checked.show(done, quoted(dossier))
    if not done.is_supported():
        click.get_current_context().exit(1)


def _cited(asked: Dossier, identifier: str | None, style: Any) -> str:
    kind, id_ = meant(asked, identifier) if identifier else ("", "")
    if kind == "claim":
        return asked.cite(id_, style).text
    if kind == "document":
        return asked.cite_document(id_, style)
    raise WrongUse("--cite needs the id of a claim, or the id or file name of a document")


def _everything(opened: Dossier) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    from firsthand import interface

    yield "documents", (interface.document_line(d, opened.name_of(d.id)) for d in opened.documents())
    yield "claims", (interface.claim_line(claim) for claim in opened.claims())
    yield (
        "figures",
        (
            interface.figure_line(figure, [opened.claim(claim) for claim in figure.claims])
            for figure in opened.figures()
        ),
    )
    yield "links", (interface.link_line(link) for link in opened.links())
    yield "reuse", (interface.reuse_line(reuse) for reuse in opened.reuses())
    yield "findings", (interface.finding_line(finding) for finding in opened.findings())
    yield "unchecked", (interface.unchecked_line(each) for each in opened.unchecked())
