"""Lists in the terminal: the overview, findings with their words, figures with their origins, claims, documents."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from rich.text import Text

from firsthand.cli.opening import name_of
from firsthand.cli.screen import (
    CONSOLE,
    SHORT,
    counted,
    full_label,
    labels,
    line,
    row,
    short_name,
    width,
    words,
)
from firsthand.dossier import STATES, Dossier
from firsthand.dossier.wording import voice
from firsthand.records import Claim, Evidence, Figure, Finding, Ruling

FIRST = 5
"""Findings that are shown when a folder was read."""

UNREAD = 8
"""Documents and files without an analysis that are named below the findings."""

GRAVE = ("conflict", "impossible")
"""Findings that are shown in red where there is colour."""


def overview(opened: Dossier, path: str) -> None:
    """Print the size of a dossier, the findings that come first, and what to ask next; ``path`` is quoted."""
    counts = ", ".join(counted(opened.count(f"{what}s"), what) for what in ("document", "claim", "figure"))
    CONSOLE.print(Text(f"\n{path}: {counts}", style="bold"), soft_wrap=True)
    for number, finding in enumerate(islice(opened.findings(), FIRST), 1):
        if number == 1:
            CONSOLE.print("\nWhat comes first", style="bold")
        _finding(opened, finding, number, 2)
    total = opened.count("findings")
    if not total:
        CONSOLE.print()
        line("There are no findings; that says nothing about whether the figures are true.\n")
    further = f"all {counted(total, 'finding')}, and the figures" if total > FIRST else "findings and figures"
    asks = {
        f"firsthand open {path}": "all of it as a page in your browser, on this machine only",
        f"firsthand findings {path}": further,
        f"firsthand show {path} 1": "a finding in its paragraphs, by its number",
        f"firsthand claims {path} WORDS": "the claims in which the words stand",
        f"firsthand search {path} WORDS": "full text",
    }
    for command, gives in asks.items() if opened.count("documents") else ():
        CONSOLE.print(Text.assemble(f"{command:<{max(map(len, asks))}}  ", (gives, "dim")), soft_wrap=True)


def findings(opened: Dossier, most: int, kinds: tuple[str, ...]) -> None:
    """Print the findings with their words, those of ``kinds`` only where any are given, by their number in the whole list."""
    chosen = [(n, found) for n, found in enumerate(opened.findings(), 1) if not kinds or found.kind in kinds]
    for number, finding in chosen[:most]:
        _finding(opened, finding, number, 6)
    if not chosen:
        there = ", ".join(dict.fromkeys(found.kind for found in opened.findings()))
        kinds_there = f" of the kind {', '.join(kinds)}; there are: {there}" if kinds and there else ""
        line(f"no findings{kinds_there}\n")
    if len(chosen) > most:
        line(f"{len(chosen) - most} more findings (--most {len(chosen)} shows all)\n")


def figures(opened: Dossier, most: int) -> None:
    """Print the figures that several claims state, those of most claims first, with their values and origins."""
    shared = sorted((f for f in opened.figures() if len(f.claims) > 1), key=lambda f: (-len(f.claims), f.id))
    if not opened.count("figures"):
        return
    if shared and most:
        CONSOLE.print("Figures that more than one claim states\n", style="bold")
    for figure in shared[:most]:
        _figure(opened, figure)
    alone = opened.count("figures") - len(shared)
    shown = f"{min(most, len(shared))} of {counted(len(shared), 'figure')} that more than one claim states"
    CONSOLE.print()
    line(f"{shown}; {alone:,} more are stated once")


def unchecked(opened: Dossier) -> None:
    """Print what was compared with nothing: sentences with a number and no claim by document, and what was not analysed."""
    sentences: dict[str, int] = {}
    wholes: dict[str, str] = {}
    for each in opened.unchecked():
        if each.span is None:
            wholes[each.document] = each.says
        else:
            sentences[each.document] = sentences.get(each.document, 0) + 1
    if not sentences and not wholes:
        return
    CONSOLE.print("\nNot checked\n", style="bold")
    if sentences:
        number = counted(sum(sentences.values()), "sentence")
        line(
            f"{number} with a number in {counted(len(sentences), 'document')}: no claim was made of it (--json lists them)"
        )
    for id_, says in list(wholes.items())[:UNREAD]:
        said = Text(name_of(opened, id_) or "a file that could not be opened")
        said.append(f"\n{says}", style="dim")
        row((SHORT, Text(id_[:SHORT])), (0, said))
    if len(wholes) > UNREAD:
        line(
            f"{len(wholes) - UNREAD:,} more documents and files were not analysed (`firsthand show DOSSIER` lists them)"
        )


def claims(opened: Dossier, found: Iterable[Claim], most: int) -> None:
    """Print claims, the first ``most`` of them: id, figure as written, statement, document, furthest voice, basis."""
    named, count = labels(opened), 0
    size = 14 if width() < 100 else 20
    for claim in found:
        count += 1
        if count == 1 and most:
            heads = ("id", "figure", "statement; document; furthest voice and how it knows")
            row(*((s, Text(h, style="bold")) for s, h in zip((SHORT, size, 0), heads, strict=True)))
        if count <= most:
            said = Text(" ".join(claim.text.split()))
            where = full_label(named(claim.document), opened.name_of(claim.document))
            said.append(f"\n{where}; furthest voice: {voice(claim)} ({claim.basis})", style="dim")
            row((SHORT, Text(claim.id[:SHORT])), (size, Text(claim.quantity_text or "")), (0, said))
    more = f" (--most {count} shows all)" if count > most else ""
    line(f"{min(count, most)} of {counted(count, 'claim')}{more}")


def documents(opened: Dossier) -> None:
    """Print the documents, the oldest first, with what is doubtful about them, and the files that could not be read."""
    doubts: dict[str, list[str]] = {}
    for problem in opened.problems():
        doubts.setdefault(problem.where, []).append(problem.says)
    found = sorted(opened.documents(), key=lambda d: (d.published or "", opened.name_of(d.id)))
    for document in found:
        about = "; ".join(filter(None, (document.publisher, document.kind, document.title)))
        said = Text(opened.name_of(document.id))
        said.append(f"\n{about}", style="dim")
        for doubt in doubts.pop(document.id, ()):
            said.append(f"\ndoubtful: {doubt}", style="yellow")
        date = Text(document.published or "no date")
        row((SHORT, Text(document.id[:SHORT])), (10, date), (0, said))
    for id_, says in doubts.items():
        said = Text(name_of(opened, id_) or "a file that could not be opened")
        said.append(f"\n{'; '.join(says)}", style="yellow")
        row((SHORT, Text(id_[:SHORT])), (10, Text("no text")), (0, said))
    unread = f"; {counted(len(doubts), 'file')} with no text" if doubts else ""
    line(f"{counted(len(found), 'document')}{unread}")


def decisions(found: Iterable[Ruling]) -> None:
    """Print what was decided: about what, by whom, when and why, and whether it holds."""
    count = 0
    for count, each in enumerate(found, 1):  # noqa: B007  # the count is used behind the loop
        judgement = each.judgement
        said = Text.assemble((each.says, "bold" if each.state == "holds" else ""))
        about = " and ".join(id_[:SHORT] for id_ in (each.subject, each.other) if id_)
        said.append(
            f"\n{each.about} {about}: {judgement.reviewer}, {judgement.at[:16].replace('T', ' ')} UTC",
            style="dim",
        )
        if judgement.reason:
            said.append(f"\nbecause: {judgement.reason}")
        if each.state != "holds":
            said.append(f"\n{STATES[each.state]}", style="yellow")
        for piece in each.words:
            said.append(f"\n{words(piece, 120)}", style="dim")
        row((SHORT, Text(judgement.id[:SHORT])), (0, said))
    line(counted(count, "decision"))


def grave(kind: str) -> str:
    """Return the style in which a kind of finding or link is shown."""
    return "bold red" if kind in GRAVE else "bold"


def _finding(opened: Dossier, finding: Finding, number: int, most: int) -> None:
    says = Text.assemble((finding.kind, grave(finding.kind)), f": {finding.says}")
    row((3, Text(f"{number:>3}", style="dim")), (0, says))
    _evidence(opened, finding.evidence[:most])
    more = len(finding.evidence) - most
    if more > 0:
        row((7, None), (0, Text(f"and {counted(more, 'more place')}", style="dim")))
    CONSOLE.print()


def _evidence(opened: Dossier, pieces: tuple[Evidence, ...]) -> None:
    named = labels(opened)
    called = {piece.passage.document: named(piece.passage.document) for piece in pieces}
    for document_id, name in called.items():
        if list(called.values()).count(name) > 1:
            called[document_id] = f"{name} ({short_name(opened.name_of(document_id))})"
    broken = [line for name in called.values() for line in Text(name).wrap(CONSOLE, width() // 3)]
    size = max((len(line.plain.rstrip()) for line in broken), default=0)
    for piece in pieces:
        where = Text(called[piece.passage.document], style="dim")
        row((7, None), (size, where), (0, Text(words(piece.text, 160))))


def _figure(opened: Dossier, figure: Figure) -> None:
    stated = [opened.claim(claim) for claim in figure.claims]
    values = {(claim.quantity_text or "").casefold(): claim.quantity_text or "" for claim in stated}
    origins = "; ".join(origin.name for origin in figure.origins) or "none named"
    documents = len({claim.document for claim in stated})
    said = Text(figure.label)
    said.append(
        f"\n{'; '.join(values.values())} | {counted(len(stated), 'claim')}, {counted(documents, 'document')} | origin: {origins}",
        style="dim",
    )
    row((SHORT, Text(figure.id[:SHORT])), (0, said))
