"""Which document here a reference leads to: by the title that its entry gives, and its publisher; and which body the entry names."""

import re
from collections import defaultdict
from collections.abc import Iterable

from firsthand.links.makers import is_body, is_office, is_outlet

PIECE = re.compile(r"[“”\"«»]|(?<=[\w)])[.;|](?:\s|$)|\n")
"""Where the parts of an entry end: title, publisher, day."""

TITLE = re.compile(r"[“\"«][^“”\"«»\n]{3,}[”\"»]")
"""A title between quotation marks, in which a stop ends nothing: "Bulletin No. 6"."""

WORD = re.compile(r"\w+")

SHORTEST = 2
"""Words of a title that is not that of many documents."""

Named = tuple[str, str | None, str | None]
"""A document with its title and its publisher."""


class References:
    """The documents of a dossier by their titles."""

    def __init__(self, documents: Iterable[Named]) -> None:
        self._by_title: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for document, title, publisher in documents:
            words = _words(title or "")
            if len(words) >= SHORTEST:
                self._by_title[words].append((document, _words(publisher or "")))

    def leads_to(self, entry: str) -> str | None:
        """Return the one document that an entry of a list of references names, None where it is not here or several could be meant.

        Of several documents of one title it is that whose publisher the entry names too.

        >>> here = References([("d1", "Annual Report 2019", "Ministry of Ports"), ("d2", "Annual Report 2019", "Open Harbour Watch")])
        >>> here.leads_to("“Annual Report 2019”. Open Harbour Watch. 3 May 2020."), here.leads_to("Annual Report 2019. Vessany")
        ('d2', None)
        """
        pieces = (*PIECE.split(entry), *TITLE.findall(entry))
        found = {each for piece in pieces for each in self._by_title.get(_words(piece), ())}
        if len(found) > 1:
            words = f" {' '.join(_words(entry))} "
            found = {each for each in found if each[1] and f" {' '.join(each[1])} " in words}
        return next(iter(found))[0] if len(found) == 1 else None


def issuer(entry: str) -> str | None:
    """Return the one body that an entry of a list of references names beside the title, None for a newspaper or where it names several.

    >>> issuer("“Bulletin No. 6: the quays”. Ministry of Ports, 21 October 2024."), issuer("“Bulletin No. 6”. The Halden Courier.")
    ('Ministry of Ports', None)
    """
    pieces = (piece.split(",")[0].strip(" .") for piece in PIECE.split(TITLE.sub("\n", entry)))
    named = {name for name in pieces if (is_body(name) or is_office(name)) and not is_outlet(name)}
    return named.pop() if len(named) == 1 else None


def _words(text: str) -> tuple[str, ...]:
    found = WORD.findall(text.casefold())
    return tuple(found[1:] if found[:1] == ["the"] else found)
