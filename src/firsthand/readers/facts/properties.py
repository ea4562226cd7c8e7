"""A file's properties, and a sender's name -> names: a title that a person has set, persons, and the body that wrote."""

import re

from firsthand.lexicon import words
from firsthand.readers.facts.names import Names

NO_TITLE = re.compile(
    r"microsoft word|^untitled|^document\d*$|^(?:no )?(?:title|subject)$|\.(?:docx?|pdf|indd|qxd|pptx?|pub|exe|rtf|odt)$|^[\w-]+$",
    re.IGNORECASE,
)
"""Titles in a file's properties that a program has set and no person."""

LETTERS = 8
"""Letters of a name that a domain does not hold by chance."""

FULL_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")


def declared(title: str, author: str) -> Names:
    """Return the names that a file's properties give.

    >>> declared("", "Mara Lind; Tomas Brenn").authors, declared("", "Open Harbour Watch Press Desk").publisher
    (('Mara Lind', 'Tomas Brenn'), 'Open Harbour Watch')
    """
    persons, body = _persons_and_body(author)
    return Names(declared_title(title), body, persons)


def sent(subject: str, name: str, address: str) -> Names:
    """Return the names that the head of a mail gives: whoever sends from a domain of the same name is a body.

    >>> sent("", "Until the Harbour Opens", "press@until-the-harbour-opens.example").publisher
    'Until the Harbour Opens'
    >>> sent("", "Mara Lind", "mara@lind.example").authors
    ('Mara Lind',)
    """
    domain = re.sub(r"[^a-z]", "", address.casefold().partition("@")[2])
    bare = _without_desk(" ".join(name.split()))
    letters = re.sub(r"[^a-z]", "", re.sub(r"^the ", "", bare.casefold()))
    if len(bare.split()) > 1 and len(letters) >= LETTERS and domain.startswith(letters):
        return Names(declared_title(subject), bare)
    return declared(subject, name)


def declared_title(title: str) -> str | None:
    """Return a title from a file's properties, None when a program has set it.

    >>> declared_title("The river Orlu after the flood"), declared_title("Microsoft Word - draft2.doc")
    ('The river Orlu after the flood', None)
    """
    plain = " ".join(title.split())
    return None if not plain or NO_TITLE.search(plain) else plain


def _persons_and_body(author: str) -> tuple[tuple[str, ...], str | None]:
    """The full names of persons, and the body that is named; the name of a login is neither."""
    persons: list[str] = []
    body = None
    for piece in re.split(r"[;|&]|,| and ", author):
        name = " ".join(piece.split())
        if set(name.lower().split()) & _of_bodies():
            body = body or _without_desk(name)
        elif FULL_NAME.fullmatch(name):
            persons.append(name)
    return tuple(persons), body


def _without_desk(name: str) -> str:
    for desk in sorted(words("en", "bodies", "desks"), key=len, reverse=True):
        if name.lower().endswith(f" {desk}"):
            return name[: -len(desk)].strip()
    return name


def _of_bodies() -> frozenset[str]:
    return (
        words("en", "bodies", "bodies")
        | words("en", "roles", "organisation")
        | words("en", "furniture", "outlet_names")
        | words("en", "furniture", "not_persons")
    )
