"""Captions of pictures that show somebody who is not named: the face is the identifier, the caption leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from firsthand.language import Parse
from firsthand.marks.identifiers.people import Person
from firsthand.marks.identifiers.wordings import anyof
from firsthand.records import Document, Identifier, Span


def pictured(document: Document, parse: Parse, known: Sequence[Person]) -> Iterator[Identifier]:
    """Yield the sentences of captions that describe one unnamed private person."""
    public = [span for person in known if person.standing == "public" for span in person.spans]
    for paragraph in parse.paragraphs:
        if paragraph.zone != "caption":
            continue
        for match in _shown().finditer(paragraph.text):
            span = Span(paragraph.start + match.start(1), paragraph.start + match.end(1))
            if not any(each.meets(span) for each in public):
                yield Identifier(
                    span, "direct", "person pictured", "face", "the caption of a picture of a private person"
                )


@cache
def _shown() -> re.Pattern[str]:
    nouns = anyof("private persons", "occupations", "relatives")
    return re.compile(
        rf"(?:^|[.:] |\.\w{{3,4}} )((?:An?|One|Two|Three) (?:[\w-]+ ){{0,3}}?(?:{nouns})s?\b[^.©|]*?)(?=, in (?:a|an|this) (?:\w+ )?(?:photo|picture|image)|[.©|]|\s*$)",
        re.IGNORECASE,
    )
