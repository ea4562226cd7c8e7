"""The text of a message -> stretches of one zone each: what the sender wrote, what is answered or forwarded, the signature."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from firsthand.readers.zoning import zone_lines
from firsthand.readers.zoning.lines import Line, lines_of, plain
from firsthand.records import ZoneKind

QUOTED = re.compile(r"\s{0,3}>|\s{0,3}\|\s")
WROTE = re.compile(
    r"(?:on|am|le|el)\b.{5,200}\b(?:wrote|writes|schrieb|a écrit|escribió)\s?:\s*$", re.IGNORECASE
)
ORIGINAL = re.compile(
    r"\s*-{2,}\s*(?:original message|reply message|ursprüngliche nachricht)\s*-{2,}\s*$", re.IGNORECASE
)
FORWARDED = re.compile(r"\s*(?:-{2,}\s*forwarded message.*|begin forwarded message:?\s*)$", re.IGNORECASE)
FORWARD_HEADER = re.compile(r"\s*\*?(?:from|to|cc|date|sent|subject|reply-to)\s?:", re.IGNORECASE)
LEAST_REPEATED = 3
"""Words of a headline that the subject repeats."""

RULE = re.compile(r"\s*_{20,}\s*$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of a message that belong together; ``near`` says that no blank line stands before them."""

    text: str
    kind: ZoneKind
    near: bool


def stretches(text: str, subject: str) -> list[Stretch]:
    """Return the stretches of a text in order; what is nobody's reply is zoned as text without tags.

    A headline over the text is a title where the subject repeats it, else it is
    told like the rest.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    kinds = _line_kinds(lines)
    if not any(kind == "main" and line for kind, line in zip(kinds, lines, strict=True)):
        kinds = ["main" if kind == "related" else kind for kind in kinds]
    runs = [
        (kind, _lines("\n".join(line for _, line in run)))
        for kind, run in groupby(zip(kinds, lines, strict=True), lambda pair: pair[0])
    ]
    own = iter(zone_lines([line for kind, run in runs if kind == "main" for line in run]))
    found: list[Stretch] = []
    for kind, run in runs:
        for line in run:
            zone = next(own) if kind == "main" else kind
            if zone == "title" and not _repeats(line.text, subject):
                zone = "main"
            found.append(Stretch(line.text, zone, bool(found) and line.gap == 0))
    return found


def _lines(text: str) -> list[Line]:
    """The lines of a run; a run without a blank line before it is near the one before."""
    found = lines_of(text)
    return [replace(found[0], gap=int(text.startswith("\n"))), *found[1:]] if found else []


def _repeats(headline: str, subject: str) -> bool:
    """Whether a subject holds a headline, or a headline the subject."""
    shorter, longer = sorted((plain(headline), plain(subject)), key=len)
    return len(shorter.split()) >= LEAST_REPEATED and shorter in longer


def _line_kinds(lines: list[str]) -> list[ZoneKind]:
    kinds: list[ZoneKind] = []
    zone: ZoneKind = "main"
    header = False
    for place, line in enumerate(lines):
        following = " ".join(lines[place : place + 3])
        if QUOTED.match(line) or WROTE.match(line.strip()):
            kinds.append("related")
            zone = "main" if zone == "boilerplate" else zone
        elif (
            WROTE.match(following.strip()[:300])
            and line.strip().lower().startswith("on ")
            and len(line) < 200
        ) or (
            kinds
            and kinds[-1] == "related"
            and line.strip()
            and WROTE.match(f"{lines[place - 1]} {line}".strip())
        ):
            kinds.append("related")
        elif line.rstrip() == "--" and line != "":
            zone = "boilerplate"
            kinds.append(zone)
        elif FORWARDED.match(line):
            kinds.append("metadata")
            zone, header = "main", True
        elif ORIGINAL.match(line) or (
            RULE.match(line) and FORWARD_HEADER.match("".join(lines[place + 1 : place + 2]))
        ):
            zone = "related"
            kinds.append(zone)
        elif header and (FORWARD_HEADER.match(line) or not line.strip()):
            kinds.append("metadata")
        else:
            header = False
            kinds.append(zone)
    return kinds
