"""What a single line is on a page, by its own words: a button, a link, a caption, a heading over other things.

The word lists are ``lexicon/en/furniture.toml``. Where a line stands is not
looked at here; that is done by ``zoning``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from firsthand.lexicon import load
from firsthand.readers.zoning.captions import IMAGE_FILE, is_caption, is_credit
from firsthand.readers.zoning.lines import Line, plain
from firsthand.readers.zoning.shapes import LONGEST_LINE, is_contact
from firsthand.records import ZoneKind

Match = Literal["whole", "start", "anywhere", "label", "opener", "opener start", "link", "contact"]
MOST_WORDS = 25
"""Words of a line of furniture, where its group says nothing else."""
SPOKEN = re.compile(r"\b(?:said|says|told|added|asked|according to)\b")
ADDRESS = re.compile(r"\b(?:we|our|us|you|your|here|this (?:web ?)?site|this page|my)\b")
LINK_MARK = re.compile(r"\s*(?::|\||»|>|→|[–—-]\s)")
COMMENTS = re.compile(
    r"(?:(?:\d[\d,.]* |no |one |\()response|(?:\d[\d,.]* |no |\()?(?:comments?|responses|replies|thoughts|user comments))(?: (?:on|to) .*| ?\(?\d+\)?)"
)
FOLLOW = re.compile(
    r"(?:follow|find|like|join|connect with|reach|check out) (?:.{0,80}\W)?(?:facebook|twitter|instagram|youtube|telegram|whatsapp|linkedin|tiktok)\b"
)
COUNTED = re.compile(
    r"[\d.,]+ ?[km]? ?(?:shares?|likes?|views?|retweets?|tweets?|pins?|reactions?|followers?)"
)
RECOMMENDS = re.compile(r"[\w.]+(?: [\w.]+)? recommends")
COLUMNS = re.compile(r"\s{2,}|\s\|\s")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a line was recognised as: the zone that it belongs to and the way in which its words matched."""

    zone: ZoneKind
    match: Match


def seen(line: Line) -> Seen | None:
    """Return what a line's own words say that it is, None for what could be story.

    >>> from firsthand.readers.zoning.lines import line_of
    >>> seen(line_of("Share on WhatsApp"))
    Seen(zone='boilerplate', match='whole')
    >>> seen(line_of("“Share with your neighbours,” he said.")) is None
    True
    """
    if IMAGE_FILE.match(line.text[:LONGEST_LINE]):
        return Seen("caption", "whole")
    if line.goes_on or line.text[0] in "\"“‘'«„":
        return None
    if is_caption(line) or is_credit(line):
        return Seen("caption", "whole")
    whole = _whole().get(line.key)
    if whole and not _is_said(line):
        return whole
    if len(line.key) <= 60 and COUNTED.fullmatch(line.key):
        return Seen("boilerplate", "whole")
    if len(line.key) <= 60 and RECOMMENDS.fullmatch(line.key):
        return Seen("related", "opener")
    if COMMENTS.fullmatch(line.key):
        return Seen("comments", "opener")
    if _is_menu(line) or (line.words <= 40 and FOLLOW.match(line.key) and not SPOKEN.search(line.key)):
        return Seen("boilerplate", "whole")
    return _by_words(line)


def _is_menu(line: Line) -> bool:
    """Whether a line is a row of buttons or menu entries: nothing but such words, or columns with some of them."""
    if line.words < 2 or line.words > 40 or line.is_sentence:
        return False
    cells = [plain(cell) for cell in COLUMNS.split(line.text)]
    if len(cells) >= 4:
        known = sum(cell in _whole() for cell in cells)
        return known >= 2 and (2 * known >= len(cells) or not re.search(r"\d", line.text))
    return line.words <= 12 and _are_buttons(line.key.split())


def _are_buttons(named: list[str]) -> bool:
    """Whether words are nothing but buttons and menu entries, one behind the other."""
    place = 0
    while place < len(named):
        ends = range(min(len(named), place + 5), place, -1)
        end = next((end for end in ends if _is_button(" ".join(named[place:end]))), None)
        if end is None:
            return False
        place = end
    return True


def _is_button(words: str) -> bool:
    found = _whole().get(words)
    return found is not None and found.match in ("whole", "label")


def _by_words(line: Line) -> Seen | None:
    for group in _groups("anywhere"):
        if line.words <= group.most and group.pattern.search(line.key):
            speaks = ADDRESS.search(line.key) or not group.address
            if group.zone == "caption" or (speaks and not SPOKEN.search(line.key)):
                return Seen(group.zone, "anywhere")
    for group in _groups("start"):
        if (
            line.words <= group.most
            and group.pattern.match(line.key)
            and (group.sentence or not _is_said(line, group.zone))
        ):
            return Seen(group.zone, "start")
    for group in _groups("opener start"):
        if line.words <= group.most and group.pattern.match(line.key) and not line.is_sentence:
            return Seen(group.zone, "opener")
    for group in _groups("link"):
        if line.words <= group.most and _is_link(line, group.pattern.match(line.key)):
            return Seen(group.zone, "link")
    for group in _groups("contact"):
        opened = group.pattern.match(line.key)
        named = opened is not None and line.key[opened.end() : opened.end() + 1] == ","
        short = line.words <= (8 if named else 4) and not line.is_sentence
        if line.words <= group.most and opened and (short or is_contact(line)):
            return Seen(group.zone, "contact")
    return None


def _is_link(line: Line, match: re.Match[str] | None) -> bool:
    """Whether what follows the words of a link is another text's title: behind a mark, or short and no sentence."""
    if match is None:
        return False
    rest = line.key[match.end() :]
    if LINK_MARK.match(rest):
        return True
    return " " in match[0] and not line.is_sentence and line.words <= 25 and rest[:1] in ("", " ")


def _is_said(line: Line, zone: str = "boilerplate") -> bool:
    """Whether the line ends as something said does; buttons have no full stop."""
    if zone != "boilerplate":
        return False
    return (
        line.text[-1] in ".?!" and not line.text.endswith("..") and (line.text[-1] != "?" or line.words <= 2)
    )


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the word list, ready for use; ``most`` is in words."""

    zone: ZoneKind
    words: frozenset[str]
    pattern: re.Pattern[str]
    most: int
    address: bool
    sentence: bool


@cache
def _groups(match: Match) -> tuple[Group, ...]:
    return tuple(
        Group(
            zone=group["zone"],
            words=frozenset(group["words"]),
            pattern=re.compile(_any_of(group["words"])),
            most=group.get("most", MOST_WORDS),
            address=group.get("address", False),
            sentence=group.get("sentence", False),
        )
        for group in load("en", "furniture").values()
        if group.get("match") == match
    )


@cache
def _whole() -> dict[str, Seen]:
    """Whole lines; where a word is in several groups the one that says most about what follows it wins."""
    found: dict[str, Seen] = {}
    order: tuple[Match, ...] = ("label", "link", "whole", "contact", "opener")
    for match in order:
        for group in _groups(match):
            found.update({word: Seen(group.zone, match) for word in group.words})
    return found


def _any_of(phrases: Iterable[str]) -> str:
    """Return a pattern of phrases, the longer one first; one that ends in a letter ends a word.

    They are grouped by their first letter, so that at each letter of a line only a few are tried.
    """
    behind: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        end = r"(?!\w)" if phrase[-1].isalpha() else ""
        behind.setdefault(phrase[0], []).append(re.escape(phrase[1:]) + end)
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in behind.items())
