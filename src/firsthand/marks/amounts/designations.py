"""Numbers that designate and do not count: paragraphs of a law, pages, judgments, houses, telephones, versions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from firsthand.lexicon import load
from firsthand.records import Span

FORMS: Mapping[str, str] = {
    # https://www.example.org/2019/05, harbour@example.org, doi:10.1000/182
    "address": r"(?:https?://|www\.)[^\s<>]+|(?<!\S)[^\s@<>]{{1,64}}@[^\s@<>]+\.\w+|\b10\.\d{{4,9}}/\S+",
    # § 12, §§ 12(a), 14 and 15b
    "sign": r"[§¶]+\s?{label}{more}",
    # sections 12(a) and 14; page 3; No. 21-800
    "section": r"(?<![\w.-])(?:{section})(?!\w)\.?[\s#:_]{{0,40}}{label}{more}(?:\sof\s\d+\b)?",
    # 12(a), 7(2)(iv): nobody writes an amount so
    "lettered": r"(?<![\w.,$€£])\d+[A-Za-z]?(?:\(\d{{1,2}}\)(?=\([a-zA-Z]))?\((?!(?:{not_roman})\))(?:[ivxl]{{1,4}}|[A-Za-z]{{1,2}})\)(?:\([A-Za-z0-9]{{1,4}}\))*",
    # 12 Karv. Rep. 345, 347; 9 U.S.C. 12: a volume, a shortened series, a page
    "reporter": r"(?<![\w.,$€£])\d{{1,4}}\s(?!(?:{not_series})\b)(?:(?:[A-Z][A-Za-z’']{{0,6}}\.\s?){{1,5}}(?:\d(?:d|th|st|nd|rd)\.?\s?)?(?:App\.|§+\s?[\w.-]+|\*?\d+(?:\([A-Za-z0-9]{{1,4}}\))*|,?\sat\b(?:\s\*?\d+)?)|(?:{reporter})\s\*?\d+)(?:(?:,\s?|\s?[-–]\s?)\*?\d+(?![\w%]))*",
    # Id. at 12-14; at *3; n.9
    "again": r"(?<!\w)(?:{again})\.?,?\s(?:note\s\d+,?\s)?at\s\*?\d+(?:[-–,\s]{{1,2}}\*?\d+)*|\bat\s\*\d+(?:[-–]\d+)?|(?<!\w)nn?\.\s?\d+\b",
    # 14 Harbour Street; Vessany, KV 20210-1234
    "house": r"(?<![\w.,$€£])\d+[A-Za-z]?\s(?:(?:[A-Z][\w.'’-]*|\d+(?:st|nd|rd|th))\s){{1,3}}(?:{street})\b\.?(?!\s[a-z]+s\b)|,\s[A-Z]\.?\s?[A-Z]\b\.?,?\s\d{{5}}(?:-\d{{4}})?\b",
    # (040) 555-0123, +49 40 5550123, 555-012-3456, tel. 5550 123
    "telephone": r"\(\d{{2,5}}\)[\s.-]?\d{{2,4}}[\s.-]\d{{3,4}}(?!\d)|(?<!\w)\+\d[\d\s().-]{{6,18}}\d|(?<![\w.,-])\d{{3}}[-.]\d{{3}}[-.]\d{{4}}(?!\d)|\b(?:{telephone})\b[.:]{{0,2}}\s(?:us\s|at\s|on\s)?[+(]?\d[\d\s().-]{{7,18}}\d",
    # version 2, v2.0
    "version": r"\b(?:(?:{version})\s|v\.?(?=\d))\d+(?:\.\d+)*[a-z]?\b",
    # application 41206/98: its number and its year
    "application": r"(?<![\w.,$€£/-])\d{{3,6}}/(?:\d{{2}}|(?:19|20)\d{{2}})(?![\w/%-])(?!\s[a-z]+s\b)",
    # the rifle HK-47, the tank V-12-85
    "type": r"(?<![\w.-])[A-Z]{{1,3}}-\d{{1,3}}[A-Z]?(?:-\d{{1,3}})?(?![\w%.,]*\d)(?![\w%])",
    # 20240302: a day without strokes
    "day": r"(?<![\w.,$€£/-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w%]|[.,]\d)",
    # the boat class HB.3
    "model": r"(?<![\w.])[A-Z]{{1,5}}\.\d{{1,3}}(?![\w.,]*\d)(?![\w%])",
    # 24/7: no part of one
    "stroke": r"(?<![\w.,$€£/])(?:{stroke})(?![\w/])(?!\sof\b)",
    # ’08, in '08: a year
    "year": r"(?<!\w)’\d\d(?!\w)(?!\s[a-z]+s\b)|(?<=\b(?:in|of)\s)'\d\d(?!\w)(?!\s[a-z]+s\b)",
    # <entry id="12">
    "attribute": r"(?<=\w=[\"'“”])[\w.-]*\d[\w.-]*(?=[\"'“”])",
    # 1:17-cv-06761
    "docket": r"(?<!\w)\d{{1,2}}:\d{{2}}-[a-z]{{2,4}}-\d+",
    # the mark of a footnote behind the end of a sentence: said.12
    "footnote": r"(?<=[a-z)][.,;:”’])\d{{1,3}}(?=\s+[A-Z“\"(]|\s*$)|(?<=[a-z][.,][”’\"])\d{{1,3}}(?=\s|$)",
}
"""Name of a form to its pattern; words in braces are lists, with the invented example before each."""

MAY_BEGIN = r"(?!\s)(?:(?<![A-Za-z])|(?=[hw§¶,(]))"
"""Where a form may begin: not at white space, and behind a letter only an address, a sign, a comma or a bracket.

That goes without saying for each form; it is said once so that the many forms are not tried at every letter.
"""

DIGIT = re.compile(r"\d")

LABEL = r"\(?\d(?:[\w.:/\-–]*\w)?(?:\([A-Za-z0-9]{1,4}\))*\)?(?:\([A-Za-z0-9]{1,4}\))*"
"""The number of a part of a document: 12, 12(a), (3), 7101-7110, 1:17."""

MORE = r"(?:\s?(?:,\s?(?:{join})?|{join})\s?{label}(?=\s?(?:[,;.:)\]]|$|(?:{join}|of|above|below|in|on)\b)))*"
"""Further numbers of a list of parts, each with something behind it that cannot be what an amount counts."""


def designations(text: str, start: int = 0) -> Iterator[Span]:
    """Yield the stretches of a text whose numbers designate something; ``start`` is added to every place."""
    if DIGIT.search(text) is None:
        return
    for match in _pattern().finditer(text):
        yield Span(start + match.start(), start + match.end())


@cache
def _pattern(language: str = "en") -> re.Pattern[str]:
    def listed(group: str) -> str:
        """Return the words of a group as alternatives of a pattern."""
        entries = sorted(load(language, "designations")[group]["words"], key=len, reverse=True)
        return "|".join(re.escape(word) for word in entries)

    lists = {
        "label": LABEL,
        "more": MORE.format(label=LABEL, join=listed("joins")),
        "not_series": listed("not_series"),
        "section": _any_case(listed("sections")),
        "not_roman": listed("not_roman"),
        "reporter": listed("reporters").upper(),
        "again": _any_case(listed("again")),
        "street": _any_case(listed("streets")),
        "telephone": _any_case(listed("telephones")),
        "stroke": listed("strokes"),
        "version": _any_case(listed("versions")),
    }
    forms = "|".join(f"(?:{form.format(**lists)})" for form in FORMS.values())
    return re.compile(f"{MAY_BEGIN}(?:{forms})")


def _any_case(alternatives: str) -> str:
    return f"(?i:{alternatives})"
