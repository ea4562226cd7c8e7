"""What a text says of itself and of others that no claim holds: corrections, refused words, names kept back or let slip."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from firsthand.lexicon import load, words
from firsthand.links.kept import kept
from firsthand.links.sentences import sentence
from firsthand.links.terms import whole_words
from firsthand.records import STORY, Document, Span

WORD = r"[a-z][a-z-]{2,}"
NEAR = 160
"""Characters round a denial within which the text must speak of a word or of saying it."""

PERSON = re.compile(
    r"\b[A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?(?: [A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?){1,2}(?=,|\s+(?:in|at|on|with|from|of|and|who|holds?|stands?|sits?|near|after|before)\b)"
)


@dataclass(frozen=True, slots=True)
class Looks:
    """What was seen in one document: where it announces a correction, refuses a word or promises to keep a name back.

    ``unseen`` are names in the description of a picture, which no reader of the page sees and the story does not hold;
    ``doubted`` the sentences that say that it is not known how a figure came about, ``kept`` the registers and other
    books of an office by which a sentence gives its numbers, ``established`` the sentences that tell something as known.
    """

    corrections: tuple[Span, ...] = ()
    refused: tuple[tuple[str, Span], ...] = ()
    promises: tuple[Span, ...] = ()
    unseen: tuple[Span, ...] = ()
    doubted: tuple[Span, ...] = ()
    kept: tuple[tuple[str, Span], ...] = ()
    established: tuple[Span, ...] = ()


NOTHING = Looks()


def looks(document: Document) -> Looks:
    """Return what a document says of itself and of words; ``NOTHING`` where it says nothing of the kind."""
    text = document.text
    story = [zone.span for zone in document.zones if zone.kind in STORY]
    small = text.casefold()
    promises = _found("promises", text, story) if may_hold(small, "promises") else ()
    found = Looks(
        _found("corrections", text, story) if may_hold(small, "corrections") else (),
        tuple(dict.fromkeys(each for zone in story for each in _refused(text, zone)))
        if may_hold(small, "denying")
        else (),
        promises,
        _unseen(document, story) if promises else (),
        _found("doubted", text, story) if may_hold(small, "doubted") else (),
        _kept(document, story) if may_hold(small, "kept") else (),
        _found("established", text, story) if may_hold(small, "established") else (),
    )
    return found if found != NOTHING else NOTHING


def may_hold(small: str, group: str) -> bool:
    """Return whether a text in small letters holds the letters of any word of a group: a quick look before the exact one."""
    longest, listed = _letters(group)
    return any(word in small for word in longest) and any(word in small for word in listed)


@cache
def _letters(group: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The longest words in those of a group, and all of them: without those that hold another one, which is then there too."""
    listed = words("en", "findings", group)
    return _shortest({max(word.split(), key=len) for word in listed}), _shortest(listed)


def _shortest(listed: Set[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in listed if not any(other in word for other in listed - {word})))


def _found(group: str, text: str, story: list[Span]) -> tuple[Span, ...]:
    """The sentences that hold a word of a group."""
    spans = (
        sentence(text, Span(match.start(), match.end()))
        for zone in story
        for match in phrases(group).finditer(text, zone.start, zone.end)
    )
    return tuple(dict.fromkeys(spans))


def _kept(document: Document, story: list[Span]) -> tuple[tuple[str, Span], ...]:
    own = document.kind == "report"
    return tuple(dict.fromkeys(each for zone in story for each in kept(document.text, zone, own=own)))


def _refused(text: str, zone: Span) -> list[tuple[str, Span]]:
    found = []
    for number, pattern in enumerate(_refusals()):
        for match in pattern.finditer(text, zone.start, zone.end):
            word = match["word"].casefold()
            around = text[max(zone.start, match.start() - NEAR) : min(zone.end, match.end() + NEAR)]
            denial = number < 2
            if word in words("en", "findings", "plain") or (denial and not phrases("naming").search(around)):
                continue
            found.append((word, sentence(text, Span(match.start(), match.end()))))
    return found


def _unseen(document: Document, story: list[Span]) -> tuple[Span, ...]:
    """Names of persons in hidden descriptions of pictures that nothing of what is seen holds."""
    text = document.text
    seen = "\n".join(span.of(text) for span in story) + "\n".join(
        (document.title or "", document.publisher or "", *document.authors)
    )
    found = []
    for zone in document.zones:
        if zone.kind != "metadata":
            continue
        for line in re.finditer(r"^([^:\n]{1,40}): (.+)$", zone.span.of(text), re.MULTILINE):
            if line[1].casefold().strip() not in words("en", "findings", "pictures"):
                continue
            for name in PERSON.finditer(line[2]):
                if name[0] not in seen and name[0].split()[-1] not in seen:
                    start = zone.span.start + line.start(2) + name.start()
                    found.append(Span(start, start + len(name[0])))
    return tuple(found)


@cache
def phrases(group: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the words of a group of the list, in any case, as whole words."""
    return whole_words(words("en", "findings", group))


@cache
def _refusals() -> tuple[re.Pattern[str], ...]:
    patterns = load("en", "findings")["rejecting"]["patterns"]
    return tuple(re.compile(pattern.replace("WORD", WORD)) for pattern in patterns)
