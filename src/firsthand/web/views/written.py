"""A stretch of a document as a template writes it: lines, in them what opens a claim, in that pieces with their names.

A document is hostile input: nothing here is HTML. The template puts every word between elements of its own, and
escapes it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from firsthand.records import Document, Span
from firsthand.web.views.segments import Line, Segment, lines
from firsthand.web.views.underlines import Underline
from firsthand.web.views.visible import Piece, pieces, plain

LINKED = ("quotation", "copied")
"""The layers whose words have a link of their own before them: to the speaker, to who else has them."""


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of text: the names of its classes, what it says of itself, and what begins with it.

    ``target`` says that the words which the address asks for begin here.
    """

    words: tuple[Piece, ...]
    classes: str
    says: str
    begins: tuple[Underline, ...]
    target: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces in a row that open the same claim, "" for those that open none; ``before`` is what has a link of its own."""

    claim: str
    before: tuple[Underline, ...]
    pieces: tuple[Written, ...]


def written(
    document: Document, stretch: Span, underlines: Sequence[Underline]
) -> Iterator[tuple[Group, ...]]:
    """Yield the lines of a stretch; the words of their pieces together are the stretch."""
    here = [each.span.start for each in underlines if each.layer == "here"]
    target = max(min(here), stretch.start) if here else -1
    for line in lines(document.text, stretch, [each.span for each in underlines]):
        yield tuple(_groups(document.text, stretch, line, underlines, target))


def _groups(
    text: str, stretch: Span, line: Line, underlines: Sequence[Underline], target: int
) -> Iterator[Group]:
    """The pieces of a line in groups; a link cannot hold another one, so what has its own stands before its group."""
    number = 0
    found: list[tuple[tuple[int, str], tuple[Underline, ...], Written]] = []
    for segment in line.segments:
        over = [underlines[n] for n in segment.marks]
        begins = tuple(_begins(stretch, segment, underlines))
        links = tuple(each for each in begins if each.layer in LINKED)
        number += bool(links)
        opening = min((each for each in over if each.claim), key=_length, default=None)
        piece = Written(
            tuple(pieces(segment.span.of(text))),
            " ".join(_classes(over)),
            "; ".join(dict.fromkeys(plain(each.says) for each in over if each.says)),
            tuple(each for each in begins if each.layer not in LINKED),
            segment.span.start == target,
        )
        found.append(((number, opening.claim if opening else ""), links, piece))
    for (_, claim), group in groupby(found, key=lambda each: each[0]):
        members = list(group)
        yield Group(claim, members[0][1], tuple(piece for _, _, piece in members))


def _begins(stretch: Span, segment: Segment, underlines: Sequence[Underline]) -> Iterator[Underline]:
    """What begins with a piece and has something to say there; a zone says its name again at the head of a stretch."""
    told: set[tuple[str, Span]] = set()
    for number in segment.marks:
        each = underlines[number]
        again = each.layer == "zone" and segment.span.start == stretch.start
        if (number in segment.begins or again) and (each.layer, each.span) not in told:
            told.add((each.layer, each.span))
            yield each


def _classes(over: Sequence[Underline]) -> Iterator[str]:
    yield from dict.fromkeys(each.layer for each in over)
    yield from dict.fromkeys(f"{each.layer}-{each.kind}" for each in over if each.kind)
    speaking = [each for each in over if each.speaker and each.layer == "quotation"]
    speaking = speaking or [each for each in over if each.speaker]
    if speaking:
        speaker = min(speaking, key=_length).speaker
        if speaker:
            yield f"voice-{speaker.colour}"
            yield f"stroke-{speaker.stroke}"


def _length(underline: Underline) -> int:
    return underline.span.end - underline.span.start
