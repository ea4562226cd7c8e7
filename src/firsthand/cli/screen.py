"""What people see in the terminal: lines that fit its width and need no colour, and progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import zip_longest

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from firsthand.dossier import Added, Dossier, Progress
from firsthand.records import Document, Problem

CONSOLE = Console(highlight=False)
ERRORS = Console(stderr=True, highlight=False)

SHORT = 8
"""Characters of an id that are shown; commands take the beginning of an id."""

WIDEST = 120
"""Columns that are used at most: longer lines are hard to read."""

DOUBTS = 12
"""Lines of problems of one sort that are shown when files were read."""

NAMED = 3
"""Files that are named when many have the same problem."""

EVERY = 100
"""Without a terminal, progress is a line for so many files."""


@contextmanager
def counting(verb: str) -> Iterator[Callable[[Progress], None]]:
    """Show how many files are done while the work goes on; gives the function to call after each."""
    done = known = compared = 0
    columns = (SpinnerColumn("line"), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=ERRORS, transient=True, disable=not ERRORS.is_terminal) as bar:
        task = bar.add_task("looking for files")

        def watch(progress: Progress) -> None:
            """Count what became of a file, and show it."""
            nonlocal done, known, compared
            compared += progress.state == "compared"
            done += progress.state != "compared"
            known += progress.state == "known"
            says = f"{counted(done, 'file')} {verb}" + (f", {known} known already" if known else "")
            says += f", {compared} compared with the others" if compared else ""
            bar.update(task, description=f"{says}: {escape(progress.name[-40:])}")
            if not ERRORS.is_terminal and (done + compared) % EVERY == 0:
                ERRORS.print(says)

        yield watch


def added(done: Added) -> None:
    """Print what an ``add`` did, which files could not be read, and what was doubtful in others."""
    says = f"{counted(done.read, 'file')} read"
    if done.known:
        says += f", {done.known} known already"
    if done.failed:
        says += f", {len(done.failed)} not read"
    line(says)
    failed = set(done.failed)
    problems("not read", (p for p in done.problems if p.where in failed))
    problems("doubtful", (p for p in done.problems if p.where not in failed))


def problems(title: str, found: Iterable[Problem]) -> None:
    """Print problems under a title; those that say the same are one line with a count."""
    alike: dict[str, list[str]] = {}
    for problem in found:
        alike.setdefault(problem.says, []).append(problem.where)
    if len(alike) > DOUBTS:  # those of many files first
        alike = dict(sorted(alike.items(), key=lambda item: -len(item[1])))
    for says, names in list(alike.items())[:DOUBTS]:
        where = names[0]
        if len(names) > 1:
            more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            where = f"{len(names)} files ({', '.join(names[:NAMED])}{more})"
        row((2, None), (8, Text(title, style="yellow")), (0, Text(f"{where}: {says}")))
    rest = len(alike) - DOUBTS
    if rest > 0:
        says = f"and {rest} more; `firsthand show DOSSIER` lists all with their documents"
        row((2, None), (8, Text(title, style="yellow")), (0, Text(says)))


def line(says: str, style: str = "") -> None:
    """Print a line of prose, wrapped."""
    row((0, Text(says, style=style)))


def row(*cells: tuple[int, Text | None]) -> None:
    """Print cells side by side, each wrapped to its width in columns; the last one takes what is left.

    A width of 0 belongs to the last cell. None is an empty cell.
    """
    taken = sum(width for width, _ in cells[:-1]) + 2 * sum(1 for _, text in cells[:-1] if text is not None)
    room = max(20, width() - taken)
    columns = [list((text or Text()).wrap(CONSOLE, size or room, overflow="fold")) for size, text in cells]
    for parts in zip_longest(*columns):
        joined = Text()
        for (size, text), part in zip(cells, parts, strict=True):
            piece = part or Text()
            piece.rstrip()
            joined.append_text(piece)
            if size:
                joined.pad_right(size - piece.cell_len + (2 if text is not None else 0))
        joined.rstrip()
        CONSOLE.print(joined, soft_wrap=True)


def width() -> int:
    """Return how many columns are used."""
    return min(CONSOLE.width, WIDEST)


def label(document: Document, name: str) -> str:
    """Return how a document is called in a list: its publisher and date, else the name of its file."""
    called = document.publisher or short_name(name)
    return f"{called}, {document.published}" if document.published else called


def full_label(called: str, name: str) -> str:
    """Return a document's label together with the whole name of its file.

    >>> full_label("The Halden Courier, 2024", "courier.txt")
    'courier.txt, The Halden Courier, 2024'
    >>> full_label("note.txt, 2024", "mail.eml/note.txt")
    'mail.eml/note.txt, 2024'
    """
    short = short_name(name)
    return f"{name}{called.removeprefix(short)}" if called.startswith(short) else f"{name}, {called}"


def labels(opened: Dossier) -> Callable[[str], str]:
    """Return a function that gives a document's label by its id, and remembers it."""
    known: dict[str, str] = {}

    def of(document_id: str) -> str:
        """Return the label of a document, made once."""
        if document_id not in known:
            known[document_id] = label(opened.document(document_id), opened.name_of(document_id))
        return known[document_id]

    return of


def short_name(name: str, most: int = 34) -> str:
    """Return a file's name without its folders, the end of it when it is long.

    >>> short_name("letters.zip/one.txt")
    'one.txt'
    """
    last = name.rsplit("/", 1)[-1]
    return last if len(last) <= most else f"…{last[1 - most :]}"


def words(text: str, most: int = 0) -> str:
    """Return words on one line in quotation marks, cut at ``most`` characters; 0 cuts nothing.

    >>> words("as young\\nas 14", 9)
    '“as young…”'
    >>> words("he said so,”")
    '“he said so,”'
    """
    said = " ".join(text.split())
    if most and len(said) > most:
        said = f"{said[: most - 1].rstrip()}…"
    # Words that bring one of their quotation marks along do not get it twice.
    opens = "" if said.startswith("“") and said.count("“") > said.count("”") else "“"
    closes = "" if said.endswith("”") and said.count("”") > said.count("“") else "”"
    return f"{opens}{said}{closes}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "file"), counted(1200, "file")
    ('1 file', '1,200 files')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
