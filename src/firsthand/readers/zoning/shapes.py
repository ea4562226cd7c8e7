"""What a single line is by its form: a date line, a byline, a name, an entry of a list, a page number, an address."""

from __future__ import annotations

import re

from firsthand.readers.zoning.lines import Line

LONGEST_LINE = 300
"""Characters of a line that is a credit, a date line or a name; a bound on the time for lines without spaces."""
NAME = r"[A-ZÀ-Þ][\w'’.&-]*"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{MONTH} \d{{4}}|{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})"
)
DATE_NEAR = re.compile(DATE)
BESIDES_DATE = re.compile(
    rf"{DATE}|{DAY}|\d{{1,2}}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\b\d{{1,2}} ?[ap]\.?m\.?|\b(?:gmt|utc|bst|cest|cet|e[ds]?t|p[ds]?t|ist|kst|jst|hrs|uk|local time|z)\b"
    r"|\b(?:first )?(?:published|posted|updated|last (?:updated|modified|reviewed)|modified|created|date|issued|released|release date|as|on|at|in|of|time|added|edited|print(?:ed)?|the)\b"
    r"|\b\d+ (?:minutes?|min|hours?|days?|weeks?|months?) (?:ago|read)\b|[\W_t]"
)  # fmt: skip
NAMED_DATE = re.compile(
    rf"(?:{NAME}(?: {NAME}){{0,3}}[\s,|·•–—-]+)(?i:{DATE})(?:[\s,|·•–—-]+(?i:\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{{2,4}})?))?"
)
PUBLISHED = re.compile(r"\b(?:published|updated|posted|last modified|last updated)\b")
BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Written by|Text by|Story by|Words by|Posted by|Published by|Reported by|Author:|Authors:|Reporter:)\s+"
    rf"(?:(?:the )?{NAME}|(?:our|a|the) (?:\w+ ){{0,3}}(?:desk|staff|correspondents?|reporters?|editors?|team)\b)"
)
STAFF = re.compile(
    r"\b(?:correspondents?|staff writers?|staff reporters?|senior reporter|reporters?|special to|bureau chief|editors?)\b"
)
SURE_ENTRY = re.compile(
    r"https?://|\bwww\.|\bdoi\b|\bISBN\b|\bISSN\b|\b[Rr]etrieved\b|\b[Aa]ccessed\b|\barchived\b|\bpp?\. ?\d|\bvol\. |\bet al\b|\b[Ii]bid\b"
)
ENTRY = re.compile(rf"{SURE_ENTRY.pattern}|\bno\. \d|\b(?:18|19|20)\d\d\b|^\^")
ENTRY_MARK = re.compile(r"(?:\[\d{1,3}\]|\^|\d{1,3}\.?(?=\s))\s*\^?")
REACH = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?:\+|\b00)\d[\d ()/-]{6,}|\b\d{3}[-. ]\d{3,4}[-. ]\d{3,4}\b|\b(?:tel|phone|mob(?:ile)?|cell|fax|e-?mail|web|twitter|skype)\b\.?:",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\s*[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
COLUMN = re.compile(r"\s{3,}|\t")
YEARLY = re.compile(r"\d{4}")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
SAYS = re.compile(r"[\w.@ -]{2,40} (?:says|wrote|commented):")
CONTENTS_ENTRY = re.compile(r".*?(?:\.\s?){4,}\s*\d{1,4}$|.*?_{4,}\s*\d{1,4}$")
COUNTER = re.compile(r"(?:image|photo|picture|slide)?\s*\d{1,3}\s*(?:of|/)\s*\d{1,3}", re.IGNORECASE)


def is_date_line(line: Line) -> bool:
    """Whether a line holds a date and nothing else that matters: "Published 20 May 2019, 10:14 GMT".

    A name of a few words may stand before it: "Meridian Press, 20 May 2019"; the
    weather or the like may stand beside it in a column of its own.
    """
    if line.words > 20 or len(line.text) > LONGEST_LINE:
        return False
    text = " ".join(line.text.lower().split())
    if DATE_NEAR.search(text) is None:
        return False
    first = COLUMN.split(line.text.strip().lower())[0]
    if (
        first != line.text.lower()
        and not line.is_sentence
        and YEARLY.search(first)
        and not BESIDES_DATE.sub("", first)
    ):
        return line.words <= 12
    if not BESIDES_DATE.sub("", text) or (not line.is_sentence and PUBLISHED.search(text) is not None):
        return True
    return re.search(r"\d{4}", text) is not None and NAMED_DATE.fullmatch(line.text) is not None


def is_byline(line: Line) -> bool:
    """Whether a line names who wrote: "By Mara Lind, Vessany", also together with a date."""
    return (
        line.words <= 25
        and BYLINE.match(line.text) is not None
        and not (line.is_sentence and line.words > 12)
    )


def is_staff(line: Line) -> bool:
    """Whether a line is a name with a journalist's office: "Mara Lind, staff writer"."""
    return (
        line.words <= 10
        and not line.is_sentence
        and bool(STAFF.search(line.text))
        and bool(re.match(NAME, line.text))
    )


def is_name(line: Line) -> bool:
    """Whether a line could be a person's name: two to four words with capitals."""
    return (
        bool(re.fullmatch(rf"{NAME}(?: (?:{NAME}|de|van|von|bin|al)){{1,3}}", line.text))
        and not line.is_sentence
    )


def is_entry(line: Line) -> bool:
    """Whether a line looks like an entry of a reference list: a year, an address, pages, a number before it."""
    return line.words <= 120 and bool(ENTRY.search(line.text[:1000]) or ENTRY_MARK.match(line.text))


def is_numbered_entry(line: Line) -> bool:
    """Whether a line is an entry that carries its number: "[3] Open Harbour Watch, 2018".

    Behind a bare number a year is not enough: "3. Open the gates by 2020" is a recommendation.
    """
    mark = ENTRY_MARK.match(line.text)
    if not mark or line.words > 120:
        return False
    entry = line.text[mark.end() : mark.end() + 1000]
    return bool((ENTRY if line.text[0] in "[^" else SURE_ENTRY).search(entry))


def is_commenter(line: Line, after: Line) -> bool:
    """Whether a line names who left a comment and the next one says when."""
    return line.words <= 6 and SAYS.fullmatch(line.text) is not None and is_date_line(after)


def is_contact(line: Line) -> bool:
    """Whether a line says how to reach somebody."""
    return line.words <= 30 and REACH.search(line.text[:400]) is not None


def is_page_number(line: Line) -> bool:
    """Whether a line is the number of a page: "12", "- 12 -", "Page 3 of 20"."""
    return (
        len(line.text) <= 20
        and not YEAR.fullmatch(line.text)
        and PAGE_NUMBER.fullmatch(line.text) is not None
    )


def is_contents_entry(line: Line) -> bool:
    """Whether a line is an entry of a table of contents, with dots that lead to its page."""
    return line.words <= 60 and len(line.text) <= 300 and CONTENTS_ENTRY.fullmatch(line.text) is not None


def is_counter(line: Line) -> bool:
    """Whether a line counts the pictures of a gallery: "3 of 13", "Photo 2/8"."""
    return len(line.text) <= 20 and COUNTER.fullmatch(line.text) is not None
