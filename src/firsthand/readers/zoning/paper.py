"""Furniture of letters and printed pages: headers of messages, page numbers, running heads, blocks of contacts."""

from __future__ import annotations

import re
from collections import Counter

from firsthand.readers.zoning.furniture import seen
from firsthand.readers.zoning.lines import Line
from firsthand.readers.zoning.page import Page
from firsthand.readers.zoning.shapes import is_contact, is_contents_entry, is_page_number

MAIL_HEADER = re.compile(
    r"(?:From|To|Cc|CC|Bcc|Subject|Date|Sent|Reply-To|Message-ID|Importance|Attachments|X-[\w-]+):(?:\s|$)"
)
MAIL_DIVIDER = re.compile(
    r"-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}|Begin forwarded message:|Sent from my \w+"
)


def mail_headers(page: Page) -> None:
    """The header lines of a message, at the top or where it was forwarded."""
    place = 0
    while place < len(page.lines):
        end = place
        while (
            end < len(page.lines)
            and MAIL_HEADER.match(page.lines[end].text)
            and (end == place or page.lines[end].gap == 0)
        ):
            end += 1
        names = {page.lines[index].key.partition(":")[0] for index in range(place, end)}
        if len(names) >= 3 and "from" in names:
            page.mark(range(place, end), "metadata")
        place = max(end, place + 1)
    for place, line in enumerate(page.lines):
        if line.text.rstrip() == "--" or MAIL_DIVIDER.fullmatch(line.text):
            page.kinds[place] = "boilerplate"


def printed_pages(page: Page) -> None:
    """Page numbers, running heads and tables of contents of a printed report."""
    repeated = Counter(line.key for line in page.lines if line.words <= 15 and not line.is_sentence)
    numbers = {
        place
        for place, line in enumerate(page.lines)
        if is_page_number(line) and (line.page or line.gap or not line.text.isdigit())
    }
    starts = {place for place, line in enumerate(page.lines) if line.page}
    counted = len(numbers) >= 3 or bool(starts)
    near = {place + step for place in numbers | starts for step in (-2, -1, 0, 1)} if counted else set()
    close = Counter(page.lines[place].key for place in near if 0 <= place < len(page.lines))
    for place, line in enumerate(page.lines):
        running = repeated[line.key] >= 3 and close[line.key] >= repeated[line.key] * 0.6 and line.words <= 15
        if (
            is_contents_entry(line)
            or (counted and place in numbers)
            or (running and not line.is_sentence and place in near)
        ):
            page.kinds[place] = "boilerplate"


def contacts(page: Page) -> None:
    """The block of a release with the names and numbers of its press office."""
    end = 0
    for place, found in enumerate(page.seen):
        if place >= end and found and found.match == "contact" and _is_contact_block(page, place):
            end = place + 1
            while end < len(page.lines) and _reaches(page.lines[end]):
                end += 1
            page.mark(range(place, end), "boilerplate")


def _is_contact_block(page: Page, place: int) -> bool:
    return any(is_contact(line) for line in page.lines[place : place + 6])


def _reaches(line: Line) -> bool:
    return is_contact(line) or (
        line.words <= 8 and not line.is_sentence and seen(line) is None and line.gap == 0
    )
