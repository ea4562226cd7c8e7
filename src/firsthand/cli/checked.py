"""A checked draft in the terminal: each figure in its sentence, the verdict, the footnote; counts at the end."""

from __future__ import annotations

from typing import get_args

from rich.text import Text

from firsthand.cli.context import CLOSE, OPEN
from firsthand.cli.screen import CONSOLE, SHORT, counted, line, row, words
from firsthand.dossier.wording import CHANGED
from firsthand.records import Check, Checked, Difference, Document, Footnote, Verdict

STYLES: dict[Verdict, str] = {
    "supported": "green", "repeated only": "yellow", "drifted": "yellow", "conflicting": "bold red",
    "without a source": "bold red",
}  # fmt: skip

WIDE = max(map(len, get_args(Verdict)))
"""Columns of the verdict."""

MOST_QUOTED = 320
"""Characters of the words in a footnote that are shown."""


def show(check: Check, path: str) -> None:
    """Print a checked draft; ``path`` is the dossier's, quoted."""
    for problem in check.problems:
        line(f"doubtful: {problem.says}", "yellow")
    everything = sorted((*check.figures, *check.quotations), key=lambda each: each.span)
    for each in everything:
        _checked(check.draft, each)
        CONSOLE.print()
    for missed in check.unchecked:
        said = Text(words(missed.text, 200))
        said.append(f"\n{missed.says}", style="dim")
        row((WIDE, Text("not checked", style="dim")), (0, said))
        CONSOLE.print()
    counts = {verdict: sum(each.verdict == verdict for each in everything) for verdict in get_args(Verdict)}
    says = ", ".join(f"{number} {verdict}" for verdict, number in counts.items() if number)
    size = counted(len(check.figures), "figure")
    if check.quotations:
        size += f" and {counted(len(check.quotations), 'quotation')}"
    line(f"{size}: {says}" if everything else "no figures in the draft")
    if check.unchecked:
        line(f"{counted(len(check.unchecked), 'sentence')} not checked")
    if any(each.footnote and each.footnote.claim for each in everything):
        line(f"firsthand show {path} ID shows a claim in its paragraph, with all reasons", "dim")


def _checked(draft: Document, each: Checked) -> None:
    row((WIDE, Text(each.verdict, style=STYLES[each.verdict])), (0, _in_sentence(draft, each)))
    for difference in each.differs:
        _beside((0, Text(_differs(difference))))
    if each.footnote:
        _footnote(each.footnote)
    for note in each.notes:
        _beside((0, Text(note)))


def _in_sentence(draft: Document, each: Checked) -> Text:
    before = draft.text[each.sentence.start : each.span.start]
    behind = draft.text[each.span.end : max(each.sentence.end, each.span.end)]
    return Text.assemble(
        _flat(before), (f"{OPEN}{_flat(draft.words(each.span))}{CLOSE}", "bold"), _flat(behind)
    )


def _differs(difference: Difference) -> str:
    if difference.aspect == "wording":
        return f"differs in {CHANGED['wording']}; the dossier has:"
    here, there = (
        words(said, 160) if said else "not said" for said in (difference.draft, difference.dossier)
    )
    return f"differs in {CHANGED[difference.aspect]}: your draft {here}, the dossier {there}"


def _footnote(footnote: Footnote) -> None:
    said = Text(f"{footnote.origin or 'nobody named'}: ")
    said.append(words(footnote.text, MOST_QUOTED) if footnote.text else "(words left out)")
    where = [
        footnote.title,
        footnote.publisher,
        footnote.published,
        footnote.file,
    ]
    where.append(f"page {footnote.page}" if footnote.page else None)
    where.append(f"claim {footnote.claim[:SHORT]}" if footnote.claim else None)
    said.append("\n" + ", ".join(filter(None, where)), style="dim")
    _beside((0, said))


def _beside(cell: tuple[int, Text]) -> None:
    row((WIDE, None), (1, Text("-", style="dim")), cell)


def _flat(phrase: str) -> str:
    return phrase.replace("\n", " ")
