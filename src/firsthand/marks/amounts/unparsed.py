"""Numbers that are no quantities where a language has no parse here: dates, years, parts of names, list numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.lexicon import load, words
from firsthand.marks.amounts.bounded import Amount
from firsthand.marks.numerals.lexemes import Lexeme, text_at

YEARS = range(1500, 2100)
LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The words of one language around dates, and the nouns before the number of a name."""

    months: frozenset[str]
    of: frozenset[str]
    year_after: frozenset[str]
    maybe_after: frozenset[str]
    never_counted: frozenset[str]
    named: frozenset[str]
    units_of_day: frozenset[str]
    articles: frozenset[str]


@cache
def calendar_words(language: str) -> CalendarWords:
    """Return the words around the dates of a language."""
    table = load(language, "numbers")["years"]
    months = frozenset(name for name in load(language, "dates")["months"] if name != "why")
    return CalendarWords(
        months,
        frozenset(table["of"]),
        frozenset(table["after"]),
        frozenset(table["maybe_after"]),
        frozenset(table["never_counted"]),
        words(language, "numbers", "named"),
        frozenset(table["times_of_day"]),
        words(language, "numbers", "articles"),
    )


def without_dates(line: list[Lexeme], known: CalendarWords, closed: str) -> list[Lexeme]:
    """Return the line with the numbers of dates and years put out of reach of the grammar, as ``closed``."""
    dated = {
        at
        for at, lexeme in enumerate(line)
        if lexeme.kind == "number" and lexeme.text.isdecimal() and _in_date(line, at, known)
    }
    return [
        lexeme._replace(kind="other", text=closed) if at in dated else lexeme
        for at, lexeme in enumerate(line)
    ]


def is_bare_amount(line: Sequence[Lexeme], amount: Amount, known: CalendarWords) -> bool:
    """Whether an amount that only its number speaks for is a quantity."""
    number = line[amount.core[0] : amount.core[1]]
    if len(number) == 1 and number[0].text in known.articles and amount.hedge == "exact" and not amount.per:
        return False  # "un día" is one day or some day
    if not amount.plain:
        return True
    before, behind = text_at(line, amount.first - 1), text_at(line, amount.end)
    if before in known.named or (before == "." and text_at(line, amount.first - 2) in known.named):
        return False
    if amount.first == 0 and behind in (".", ")") and len(line) > amount.end + 1:
        return False
    return line[amount.core[0]].kind == "number" or amount.high != 1


def _in_date(line: Sequence[Lexeme], at: int, known: CalendarWords) -> bool:
    """Whether digits are the day or year of a date, a bare year, or a time of day."""
    before, behind = text_at(line, at - 1), text_at(line, at + 1)
    number = int(line[at].text) if len(line[at].text) <= len("2019") else 0
    month = behind in known.months or (behind in known.of and text_at(line, at + 2) in known.months)
    if 0 < number <= LAST_DAY:
        return month or (text_at(line, at - 2) in known.units_of_day and before in known.year_after)
    if number not in YEARS:
        return False
    dated = before in known.months or (before in known.of and text_at(line, at - 2) in known.months)
    if dated or before in known.year_after:
        return True
    noun = at + 1 < len(line) and line[at + 1].kind == "word" and behind not in known.never_counted
    return before in known.maybe_after and not noun
