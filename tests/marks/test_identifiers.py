"""Identifiers: the cases of identifiers.txt, and what must never be one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from firsthand import marks
from firsthand.language import parse
from firsthand.records import Document, DocumentKind, Identifier, Original, Span, Zone

CASES = Path(__file__).with_name("identifiers.txt").read_text("utf-8")
BRACES = re.compile(r"\{(?P<words>[^{}|]+) \| (?P<wanted>\w+)(?: = (?P<person>[^}]+))?\}")


@dataclass(frozen=True)
class Wanted:
    """Words of a case, and what must be said of them."""

    span: Span
    danger: str
    person: str | None


def read(block: str) -> tuple[str, str, list[Wanted]]:
    """Return title, text and what is wanted of a block of the file."""
    title, _, body = block.partition("\n")
    text, wanted, at = "", list[Wanted](), 0
    for match in BRACES.finditer(body):
        text += body[at : match.start()]
        wanted.append(
            Wanted(Span(len(text), len(text) + len(match["words"])), match["wanted"], match["person"])
        )
        text += match["words"]
        at = match.end()
    return title, text + body[at:], wanted


def found_in(text: str, kind: DocumentKind = "other") -> tuple[Identifier, ...]:
    """Return the identifiers of a text that is a story from end to end."""
    original = Original("d", "0", "text/plain", 1)
    document = Document("d", original, text, (Zone(Span(0, len(text)), "main"),), kind=kind)
    return marks.find(document, parse(document)).identifiers


def judged() -> Iterator[tuple[str, str, Wanted, tuple[Identifier, ...]]]:
    """Yield every pair of braces with the identifiers that meet it."""
    for block in re.split(r"(?m)^== ", CASES)[1:]:
        title, text, wanted = read(block)
        kind: DocumentKind = "testimony" if re.match("Transcript|Affidavit", title) else "other"
        made = found_in(text, kind)
        for each in wanted:
            yield title, text, each, tuple(mark for mark in made if mark.span.meets(each.span))


def is_covered(text: str, wanted: Wanted, met: tuple[Identifier, ...]) -> bool:
    """Whether marks of the wanted class together hold every letter."""
    spans = [mark.span for mark in met if wanted.danger in ("any", mark.danger)]
    letters = (n for n in range(wanted.span.start, wanted.span.end) if text[n].isalnum())
    return all(any(span.start <= n < span.end for span in spans) for n in letters)


@pytest.mark.parametrize(
    ("text", "wanted", "met"),
    [
        pytest.param(text, wanted, met, id=f"{title}: {wanted.span.of(text)}")
        for title, text, wanted, met in judged()
    ],
)
def test_case(text: str, wanted: Wanted, met: tuple[Identifier, ...]) -> None:
    if wanted.danger == "keep":
        assert not met
    else:
        assert is_covered(text, wanted, met)
        assert wanted.person is None or wanted.person in {mark.person for mark in met}


def test_a_name_that_is_not_the_real_one_is_known_as_a_pseudonym() -> None:
    text = "“They took my brother,” said Nadia, not her real name, a refugee from Osk."
    assert {mark.category for mark in found_in(text) if mark.span.of(text) == "Nadia"} == {"pseudonym"}


def test_a_why_never_repeats_the_words() -> None:
    for _, text, _, met in judged():
        for mark in met:
            assert mark.why
            assert mark.span.of(text).lower() not in mark.why or len(mark.span.of(text)) < 4


def test_contacts_are_found_outside_of_the_story_but_not_those_of_a_publisher() -> None:
    text = "Story.\nwrite to lena.osk@post.example\nwrite to press@ohw.example"
    original = Original("d", "0", "text/plain", 1)
    zones = (Zone(Span(0, 6), "main"), Zone(Span(7, len(text)), "metadata"))
    document = Document("d", original, text, zones)
    found = marks.find(document, parse(document)).identifiers
    assert [mark.span.of(text) for mark in found] == ["lena.osk@post.example"]
