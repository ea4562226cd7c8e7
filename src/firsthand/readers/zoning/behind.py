"""What follows a story: reference lists, other articles, comments, loose lines."""

from __future__ import annotations

import re

from firsthand.lexicon import words
from firsthand.readers.zoning.abstracts import start_of_abstracts
from firsthand.readers.zoning.furniture import Seen
from firsthand.readers.zoning.page import Page
from firsthand.readers.zoning.shapes import is_byline, is_commenter, is_date_line, is_entry, is_numbered_entry

TOLD_LONG = 45
"""Words of a paragraph that is no teaser of another article."""

RELEASE_END = re.compile(r"#{3,}|-\s?30\s?-|[-–—*\s]*E(?:NDS?|nds)[-–—*.\s]*")
LEAST_RELEASE = 3
"""Paragraphs before the mark that ends a release."""

END_MARK = re.compile(
    r"#{2,}|\*{3,}|(?:\* ?){3}|-\s?30\s?-|-*\s?E[Nn][Dd][Ss]?\s?-*|_{5,}|-{5,}|={5,}|[◼■●□▪]"
)


def references(page: Page) -> None:
    """Lists of sources: under their heading, or entries with their numbers at the end."""
    for place, found in enumerate(page.seen):
        if found and found.match == "opener" and found.zone == "references" and page.kinds[place] == "main":
            end = _end_of_entries(page, place + 1)
            following = range(place + 1, end)
            if following and sum(is_entry(page.lines[index]) for index in following) >= len(following) / 2:
                page.mark(range(place, end), "references")
    end = len(page.lines)
    while end and (page.kinds[end - 1] != "main" or is_numbered_entry(page.lines[end - 1])):
        end -= 1
    entries = [place for place in range(end, len(page.lines)) if page.kinds[place] == "main"]
    if len(entries) >= 3:
        page.mark(entries, "references")


def after_the_end(page: Page) -> None:
    """What stands behind the mark that ends a release: addresses and conditions, up to the notes to editors."""
    end = next((place for place, line in enumerate(page.lines) if RELEASE_END.fullmatch(line.text)), None)
    if end is None or sum(page.is_story(place) for place in range(end)) < LEAST_RELEASE:
        return
    if sum(line.words for line in page.lines[end:]) > sum(line.words for line in page.lines[:end]):
        return
    for place in range(end + 1, len(page.lines)):
        if page.lines[place].key in words("en", "furniture", "release_notes"):
            return
        if page.kinds[place] == "main":
            page.kinds[place] = "boilerplate"


def sections(page: Page) -> None:
    """Headings over other articles or readers' comments, with what stands under them."""
    story = sum(page.is_story(place) for place in range(len(page.lines)))
    before, done = 0, 0
    for place, found in enumerate(page.seen):
        before += page.is_story(place)
        if place + 1 < len(page.lines) and is_commenter(page.lines[place], page.lines[place + 1]):
            found = Seen("comments", "opener")
        if not found or page.kinds[place] in ("references", "metadata"):
            continue
        if found.match == "opener" and found.zone == "related" and place >= done:
            done = _end_of_related(page, place + 1, before)
            page.mark(range(place, done), "related")
        elif found.match in ("opener", "anywhere") and found.zone == "comments":
            page.kinds[place] = "comments"
            if before >= min(3, story):
                page.mark(range(place, len(page.lines)), "comments")
                return


def abstracts(page: Page) -> None:
    """Openings of other articles behind an encyclopedia article."""
    start = start_of_abstracts(page.lines)
    if start is not None:
        behind = (place for place in range(start, len(page.lines)) if page.kinds[place] == "main")
        page.mark(behind, "related")


def tail(page: Page) -> None:
    """Labels and loose lines behind the story, once there is furniture there."""
    last = max((place for place in range(len(page.lines)) if page.is_story(place)), default=None)
    if last is None:
        return
    furnished = False
    for place in range(last + 1, len(page.lines)):
        line, found = page.lines[place], page.seen[place]
        if page.kinds[place] != "main":
            furnished = furnished or page.kinds[place] in ("boilerplate", "related", "comments")
        elif is_date_line(line) or (is_byline(line) and not line.is_sentence):
            page.kinds[place] = "byline"
        elif (found and found.match == "label" and not line.is_sentence) or END_MARK.fullmatch(line.text):
            page.kinds[place] = "boilerplate"
            furnished = True
        elif furnished and not line.is_sentence and not line.is_quoted and line.words <= 20:
            page.kinds[place] = "boilerplate"


def _end_of_entries(page: Page, start: int) -> int:
    """Return the place behind a list of entries: the next heading of another list, or two lines of story."""
    strange = 0
    for place in range(start, len(page.lines)):
        found = page.seen[place]
        if found and found.match == "opener":
            return place
        strange = 0 if is_entry(page.lines[place]) or not page.lines[place].is_prose else strange + 1
        if strange == 2:
            return place - 1
    return len(page.lines)


def _end_of_related(page: Page, start: int, before: int) -> int:
    """Return the place where the story goes on behind a list of other articles, the end when it does not.

    The entries of such a list are headlines, at most with a teaser each. Where
    two paragraphs follow each other without a headline between them, or where one
    is long or a quotation, the story goes on. Above the story such a heading is an
    entry of a menu, with the bullets under it.
    """
    if not before:
        return next(
            (place for place in range(start, len(page.lines)) if not page.lines[place].has_bullet), start
        )
    run = 0
    for place in range(start, len(page.lines)):
        found, line = page.seen[place], page.lines[place]
        if found and found.match == "opener" and found.zone != "related":
            return place
        run = run + 1 if line.is_prose and not found else 0
        if run == 2:
            return place - 1
        if run and (line.words >= TOLD_LONG or line.text[0] in '"“'):
            return place
    return start if run and start + 1 == len(page.lines) else len(page.lines)
