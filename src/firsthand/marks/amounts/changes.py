"""Whether an amount is a change: "rose by 50%", "up 19 cents", "a 40 % rise"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from firsthand.lexicon import load, words
from firsthand.marks.numerals.lexemes import Lexeme, text_at
from firsthand.records import Direction

if TYPE_CHECKING:
    from firsthand.marks.amounts.bounded import Amount

REACH = 5
"""Lexemes that may stand between the verb of change and the amount, all of them listed words."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """The words of change of one language."""

    before: Mapping[str, Direction]
    behind: Mapping[str, Direction]
    nouns: Mapping[str, Direction]
    between: frozenset[str]
    of: frozenset[str]
    by: frozenset[str]
    particles: frozenset[str]
    levels: frozenset[str]
    phrasal: Mapping[str, frozenset[str]]


@cache
def change_words(language: str = "en") -> ChangeWords:
    """Return the words of change of a language."""
    table = load(language, "changes")

    def pair(up: Sequence[str], down: Sequence[str]) -> dict[str, Direction]:
        """Return the words of two lists, each with its direction."""
        found: dict[str, Direction] = dict.fromkeys(up, "up")
        return found | dict.fromkeys(down, "down")

    return ChangeWords(
        pair(table["up"]["words"], table["down"]["words"]),
        pair(table["after_up"]["words"], table["after_down"]["words"]),
        pair(table["nouns"]["up"], table["nouns"]["down"]),
        words(language, "changes", "between"), words(language, "changes", "of"), words(language, "changes", "by"),
        words(language, "changes", "particles"), words(language, "changes", "levels"),
        {way: frozenset(table["phrasal"][way]) for way in ("up", "down")},
    )  # fmt: skip


def direction_of(line: Sequence[Lexeme], amount: Amount, known: ChangeWords) -> Direction | None:
    """Return where a change goes, None for a level.

    "Rose by 50%" and "fell 3 points" are changes; "rose to 50%" is a level.
    """
    if amount.kind in ("age", "ratio"):
        return None
    return _behind(line, amount, known) or _before(line, amount, known)


def change_before(line: Sequence[Lexeme], first: int, known: ChangeWords) -> Direction | None:
    """Return where the verb of change directly before an amount goes ("rose by", "up"), None without one."""
    at = first - 1
    for _ in range(REACH):
        word = text_at(line, at)
        direction = known.before.get(word)
        if direction and word in known.particles and _is_phrasal(line, at, first, known):
            return None
        if direction and (word not in known.particles or text_at(line, at + 1) not in known.levels):
            return direction
        if word not in known.between:
            return None
        at -= 1
    return None


def _is_phrasal(line: Sequence[Lexeme], particle: int, first: int, known: ChangeWords) -> bool:
    """Whether "up" or "down" belongs to a verb that tells of no change: "rounded up 40", "make up 38%"; "cut down by 12%" does."""
    return text_at(line, first - 1) not in known.by and text_at(line, particle - 1) in known.phrasal.get(
        text_at(line, particle), ()
    )


def _before(line: Sequence[Lexeme], amount: Amount, known: ChangeWords) -> Direction | None:
    at = amount.first - 1
    if text_at(line, at) in known.of:
        return known.nouns.get(text_at(line, at - 1)) if amount.unit or amount.kind == "share" else None
    direction = change_before(line, amount.first, known)
    if text_at(line, at) in known.by:
        return direction or _with_object(line, at, known)
    if direction and (_measured(amount) or text_at(line, at) in known.particles):
        return direction
    return None


def _with_object(line: Sequence[Lexeme], by: int, known: ChangeWords) -> Direction | None:
    """The verb with its object before "by": "grow sales by 35 per cent"."""
    for lexeme in reversed(line[max(0, by - REACH - 1) : by]):
        if lexeme.kind == "sign":
            return None
        if lexeme.text in known.before:
            return known.before[lexeme.text]
    return None


def _measured(amount: Amount) -> bool:
    """Whether the amount has a unit: "lost 30 men" and "cut 5 trees" are no changes of a level."""
    return (bool(amount.unit) and amount.kind not in ("duration", "length", "mass")) or amount.kind == "share"


def _behind(line: Sequence[Lexeme], amount: Amount, known: ChangeWords) -> Direction | None:
    if amount.kind not in ("share", "rate") and amount.unit != "point":
        return None
    return known.behind.get(text_at(line, amount.end))
