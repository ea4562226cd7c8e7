"""Text -> lexemes: digits, words and signs with their places, the alphabet of the number grammar.

Own and not spaCy's tokens, because "$1.2-1.5bn" and "36-year-old" must fall into the same parts everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from firsthand.lexicon import load
from firsthand.marks.numerals.digits import Writing

LexemeKind = Literal["number", "word", "sign", "other"]

LONGEST_NUMBER = 24
"""Digits of a number; a longer run of digits is a code, not an amount."""

# No group is possessive here, only single characters are: before Python 3.11.5 a group that gave up in the middle
# of a repetition kept what it had read (CPython issue 106052).
# For speed white space is passed over before any form is tried, and words come first: most lexemes are words, and no
# other form begins with a letter.
LEXEME = r"""
  (?!\s)(?:
    (?P<abbreviation> (?:[^\W\d_]\.){{2,}} )
  | (?P<word> [^\W\d_]++(?:['’][^\W\d_]++)? )
  | (?P<code>
        (?:\+\d{{1,3}}[\ (]|\(0\d{{1,4}}\)\ ?|(?<![\d.,])0\d{{1,4}}[\ /-])[\d\ ()/-]{{4,20}}\d  # a telephone number
      | (?<![\d./])(?:(?:19|20)\d\d/\d{{1,5}}|\d{{2,5}}/(?:19|20)\d\d)(?![\d/]) # the number of a paper, a season
      | (?<![\d.,])0\d{{2,}}+(?![.,]?\d)                         # a code
    )
  | (?P<number>
        (?<![\d.,])(?:\d{{1,9}}(?:[.,]\d{{1,9}})?\s?[x×*·⋅]\s?)10(?:\^[-−–+]?\d{{1,2}}|[-−–]\d{{1,2}}|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})(?!\w) # 1.5 × 10^6
      | (?<![\d.,])10\^[-−–+]?\d{{1,2}}(?!\w)                  # 10^6
      | (?<![\d.,])\d{{1,9}}[.,]\d{{1,9}}e[-+]?\d{{1,2}}(?!\w) # 1.5e6
      | \d{{1,3}}+(?:\.\d{{3}}){{2,6}}(?:,\d{{1,2}}+)?(?![.]?\d)  # 1.234.567,50
      | \d{{1,3}}+(?:,\d{{2,3}}){{0,7}},\d{{3}}(?:\.\d++)?(?!\d) # 1,978 and 1,00,000
      | (?<!\d\ )\d{{1,3}}+(?:[\ \u2009\u202f]\d{{3}}(?!\d)){{1,6}}(?![\ \u2009\u202f]\d{{3}}(?!\d))(?:[.,]\d++)?(?![\d,]) # 24 000
      | {decimals}
    )
  | (?P<other>
        \d++(?:[./:]\d++){{2,}} | \d++(?:-\d++){{2,}}            # dates, versions, telephone numbers
      | \d{{1,2}}:\d\d(?!\d)                                     # a time of day
      | \d++(?:\.?(?:{ordinals}))(?!\w)                            # an ordinal
      | \d++[^\W\d_]++\d[\w]*+
    )
  | (?P<plain> \d++(?:\.\d++)? | (?<![\w.])\.\d++ )
  | (?P<sign> [^\w\s] | _ )
  )
    """

DECIMALS: dict[Writing, str] = {
    "point": r"\d++,\d\d(?![\d,]|\.\d)",
    "comma": r"\d{1,3}+\.\d{3}(?:,\d++)?(?![.,]?\d) | \d++,\d++(?![.,]?\d)",
    "open": r"\d{1,3}+\.\d{3}(?:,\d++)?(?![.,]?\d) | \d++,\d++(?![.,]?\d)",
}
"""What else is one number: decimals with a comma, with two digits also where the comma is not usual (€2,50)."""

KINDS: dict[str, LexemeKind] = {
    "number": "number", "plain": "number", "other": "other", "code": "other", "abbreviation": "word", "word": "word", "sign": "sign",
}  # fmt: skip


class Lexeme(NamedTuple):
    """One part of a text; ``text`` is in lower case, ``start`` and ``end`` count in the text it was read from."""

    kind: LexemeKind
    text: str
    start: int
    end: int


def lexemes(text: str, language: str = "en", writing: Writing = "point") -> list[Lexeme]:
    """Return the lexemes of a text in order; white space separates and is left out.

    >>> [one.text for one in lexemes("$1.2-1.5bn for 24 000 women")]
    ['$', '1.2', '-', '1.5', 'bn', 'for', '24 000', 'women']
    """
    found = []
    for match in _pattern(language, writing).finditer(text):
        kind = KINDS[match.lastgroup or "sign"]
        if kind == "number" and match.end() - match.start() > LONGEST_NUMBER:
            kind = "other"
        found.append(Lexeme(kind, match.group().lower(), match.start(), match.end()))
    return found


def phrase(words: str) -> tuple[str, ...]:
    """Return the lexemes' texts of some words, as keys of a table are stored."""
    return tuple(lexeme.text for lexeme in lexemes(words))


def by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their first lexeme, the longer ones first: at most places of a text none has to be tried."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for each in sorted(phrases, key=len, reverse=True):
        found[each[0]] = (*found.get(each[0], ()), each)
    return found


def glued(line: Sequence[Lexeme], at: int) -> bool:
    """Whether no white space stands before the lexeme ``at``."""
    return 0 < at < len(line) and line[at - 1].end == line[at].start


def text_at(line: Sequence[Lexeme], at: int) -> str:
    """Return the text of the lexeme ``at``, "" outside of the line."""
    return line[at].text if 0 <= at < len(line) else ""


def starts_with(line: Sequence[Lexeme], at: int, wanted: tuple[str, ...]) -> bool:
    """Whether the lexemes from ``at`` on are the wanted texts."""
    if at < 0 or at + len(wanted) > len(line):
        return False
    return all(line[step].text == text for step, text in enumerate(wanted, at))


@cache
def _pattern(language: str, writing: Writing) -> re.Pattern[str]:
    endings = "|".join(load(language, "numbers")["ordinal_endings"]["words"])
    return re.compile(LEXEME.format(decimals=DECIMALS[writing], ordinals=endings), re.VERBOSE | re.IGNORECASE)
