"""Three ways to write a citation: Chicago (notes and bibliography, 17th ed.), APA (7th ed.), and a plain one."""

from collections.abc import Callable
from typing import Literal, get_args

from firsthand.exports.citing.works import Work

Style = Literal["chicago", "apa", "plain"]

STYLES: tuple[Style, ...] = get_args(Style)
"""The styles, the usual one first."""

Run = tuple[str, bool]
"""Words, and whether they stand in italics."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

IN_A_LARGER_WORK = {"press article", "encyclopedia article"}
"""Kinds that appear within something of another name, which then stands in italics instead of their own title."""

SAID_AS = {
    "press release": "press release",
    "testimony": "testimony",
    "encyclopedia article": "encyclopedia article",
}
"""Kinds that a reader must be told of, and how."""


def entry(work: Work, style: Style) -> tuple[Run, ...]:
    """Return a document's entry in the list of documents, ending in a full stop."""
    return ENTRIES[style](work)


def note(work: Work, style: Style, place: str, *, again: bool = False) -> tuple[Run, ...]:
    """Return the footnote to a passage, without a full stop; ``again`` shortens it where the document was cited before.

    ``place`` is where in the document it stands, as ``locator`` gives it.
    """
    return _joined([*(SHORT if again else NOTES)[style](work), [(place, False)]])


def plain_text(runs: tuple[Run, ...]) -> str:
    """Return a citation without italics."""
    return "".join(words for words, _ in runs)


def _chicago_note(work: Work) -> list[list[Run]]:
    title = _title(work)
    own = not work.authors and work.kind not in IN_A_LARGER_WORK
    first = _listed(work.authors, "and") or (work.publisher if own else None)
    maker = [[(work.publisher, work.kind in IN_A_LARGER_WORK)]] if work.publisher and not own else []
    return [
        [(first, False)] if first else [],
        title,
        *_as(work),
        *maker,
        [(_american(work.date) or "n.d.", False)],
    ]


def _chicago_entry(work: Work) -> tuple[Run, ...]:
    maker = _listed(work.authors, "and") or ("" if work.kind in IN_A_LARGER_WORK else work.publisher or "")
    title = _title(work, end=".")
    where = (
        [(work.publisher, work.kind in IN_A_LARGER_WORK)]
        if work.publisher and work.publisher != maker
        else []
    )
    last = _joined([*_as(work, upper=True), where, [(_american(work.date) or "n.d.", False)]])
    return _sentences([[(maker, False)] if maker else [], title, list(last)])


def _chicago_short(work: Work) -> list[list[Run]]:
    maker = _listed(work.authors[:1], "and") or work.publisher
    title = _title(work, brief=True)
    return [[(maker, False)] if maker else [], title]


def _apa_note(work: Work) -> list[list[Run]]:
    maker = _listed(work.authors, "&") or work.publisher
    date = _apa_date(work.date)
    return [
        [(f"{maker} ({date})" if maker else f"{plain_text(tuple(_title(work, brief=True)))} ({date})", False)]
    ]


def _apa_entry(work: Work) -> tuple[Run, ...]:
    maker = _listed(work.authors, "&") or work.publisher or ""
    date: list[Run] = [(f"({_apa_date(work.date)})", False)]
    said = f" [{SAID_AS[work.kind].capitalize()}]" if work.kind in SAID_AS else ""
    title: list[Run] = [(work.called, _alone(work)), *([(said, False)] if said else [])]
    where: list[Run] = (
        [(work.publisher, work.kind in IN_A_LARGER_WORK)]
        if work.publisher and work.publisher != maker
        else []
    )
    head: list[Run] = [(f"{maker} ", False), *date] if maker else title
    return _sentences([head, title if maker else date, where])


def _plain_note(work: Work) -> list[list[Run]]:
    maker = [[(work.publisher, False)]] if work.publisher else []
    names = [[(f"by {_listed(work.authors, 'and')}", False)]] if work.authors else []
    return [
        *maker,
        _title(work, always=True),
        *names,
        *_as(work),
        [(_plain_date(work.date) or "no date", False)],
    ]


def _plain_short(work: Work) -> list[list[Run]]:
    return [[(work.publisher, False)] if work.publisher else [], _title(work, brief=True, always=True)]


def _plain_entry(work: Work) -> tuple[Run, ...]:
    return _sentences([list(_joined(_plain_note(work)))])


NOTES: dict[Style, Callable[[Work], list[list[Run]]]] = {
    "chicago": _chicago_note,
    "apa": _apa_note,
    "plain": _plain_note,
}
SHORT: dict[Style, Callable[[Work], list[list[Run]]]] = {
    "chicago": _chicago_short,
    "apa": _apa_note,
    "plain": _plain_short,
}
ENTRIES: dict[Style, Callable[[Work], tuple[Run, ...]]] = {
    "chicago": _chicago_entry,
    "apa": _apa_entry,
    "plain": _plain_entry,
}


def _alone(work: Work) -> bool:
    return work.kind == "report"


def _as(work: Work, *, upper: bool = False) -> list[list[Run]]:
    said = SAID_AS.get(work.kind)
    return (
        [[(said.capitalize() if upper else said, False)]]
        if said and work.kind not in IN_A_LARGER_WORK
        else []
    )


def _listed(names: tuple[str, ...], last: str) -> str:
    if len(names) > 3:
        return f"{names[0]} et al."
    return (
        f", {last} ".join((", ".join(names[:-1]), names[-1])).replace(
            f", {last}", f" {last}", len(names) == 2
        )
        if len(names) > 1
        else "".join(names)
    )


def _american(date: tuple[int, ...]) -> str:
    year = "".join(map(str, date[:1]))
    if len(date) < 2 or not 1 <= date[1] <= 12:
        return year
    month = MONTHS[date[1] - 1]
    return f"{month} {date[2]}, {year}" if len(date) > 2 else f"{month} {year}"


def _plain_date(date: tuple[int, ...]) -> str:
    year = "".join(map(str, date[:1]))
    if len(date) < 2 or not 1 <= date[1] <= 12:
        return year
    return " ".join([*map(str, date[2:]), MONTHS[date[1] - 1], year])


def _apa_date(date: tuple[int, ...]) -> str:
    if not date:
        return "n.d."
    if len(date) < 2 or not 1 <= date[1] <= 12:
        return str(date[0])
    return f"{date[0]}, {' '.join([MONTHS[date[1] - 1], *map(str, date[2:])])}"


def _shortened(title: str, words: int = 5) -> str:
    parts = title.split()
    return title if len(parts) <= words + 1 else " ".join(parts[:words]).rstrip(",;:–-") + " …"


def _title(work: Work, *, brief: bool = False, end: str = "", always: bool = False) -> list[Run]:
    """A title as a note has it; ``end`` goes inside of quotation marks, ``always`` sets them for every kind."""
    title = _shortened(work.called) if brief else work.called
    if _alone(work) and not always:
        return [(title, True)]
    return [(_quoted(f"{title}{end}") if work.title else title, False)]


def _quoted(title: str) -> str:
    """A title in quotation marks, with single ones for those inside."""
    return f"“{title.translate(str.maketrans('“”', '‘’'))}”"


def _joined(parts: list[list[Run]]) -> tuple[Run, ...]:
    """Parts with commas between them; a comma goes inside a closing quotation mark."""
    found: list[Run] = []
    for part in filter(None, parts):
        if found:
            words, italic = found[-1]
            close = next(
                (end for end in ("’”", "”") if words.endswith(end) and (end == "”" or "‘" in words)), ""
            )
            inside = bool(close) and words.removesuffix(close)[-1:] not in (".", "?", "!")
            found[-1] = (f"{words.removesuffix(close)},{close}", italic) if inside else (words, italic)
            found.append((" " if inside else ", ", False))
        found += part
    return _merged(found)


def _sentences(parts: list[list[Run]]) -> tuple[Run, ...]:
    """Parts with full stops between and behind them."""
    found: list[Run] = []
    for part in filter(None, parts):
        end = part[-1][0]
        stop = "" if end.endswith((".", "?", "!", ".”", "?”", "!”")) else "."
        found += [*([(" ", False)] if found else []), *part, *([(stop, False)] if stop else [])]
    return _merged(found)


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    found: list[Run] = []
    for words, italic in runs:
        if found and found[-1][1] == italic:
            found[-1] = (found[-1][0] + words, italic)
        elif words:
            found.append((words, italic))
    return tuple(found)
