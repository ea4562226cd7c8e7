"""One of two documents that are compared: its claims with all that comparing must know of it."""

from collections.abc import Collection
from functools import lru_cache

from firsthand.links.aspects import names
from firsthand.links.retold import Look, around
from firsthand.links.said import Said, label_of
from firsthand.links.terms import content
from firsthand.links.voices import named, voice_key
from firsthand.records import Claim, Sheet, Voices

LONGEST_NAME = 5
"""Words of a title that may be a name."""

JOINING = frozenset({"of", "the", "and", "for", "in"})


class Side:
    """A document with its claims as they are compared, each made when it is asked for; ``sheet`` may hold some of them only."""

    def __init__(self, sheet: Sheet, known: Voices) -> None:
        """Take a document and the voices of both."""
        self.sheet = sheet
        self._known = known
        self._outlet = known.body(voice_key(sheet.document.publisher or sheet.document.title or "")) or None
        self._subject = _subject(sheet.document.title or "")
        self._title = content(sheet.document.title or "")
        self._made: dict[str, Said] = {}

    def said(self, number: int) -> Said:
        """Return the claim at a place of the sheet."""
        return self._of(self.sheet.claims[number])

    def with_words(self, look: Look, places: Collection[int]) -> dict[int, Said]:
        """Return the claims at some places of the document, each with the words around it."""
        document = self.sheet.document.id
        claims, text = look.at(self.sheet, places), look.text(document)
        return {
            place: self._of(claims[place])._replace(around=around(text, claims[place])) for place in places
        }

    def worded(self, look: Look, said: Said) -> Said:
        """Return a claim of the document with the words around it."""
        return said._replace(around=around(look.text(self.sheet.document.id), said.claim))

    def _of(self, claim: Claim) -> Said:
        made = self._made.get(claim.id)
        if made is None:
            document = self.sheet.document
            made = self._made[claim.id] = Said(
                claim,
                document.published,
                named(claim, self._known),
                self._outlet,
                document.kind == "testimony",
                self._subject,
                self._title,
                label_of(claim),
                self.sheet.voices.names,
            )
        return made


@lru_cache(maxsize=1024)
def _subject(title: str) -> frozenset[str]:
    """The names in a title that is nothing but a name, as that of an article of a reference work."""
    ordinary = any(word[0].islower() for word in title.split()[1:] if word not in JOINING)
    return frozenset() if ordinary or len(title.split()) > LONGEST_NAME else names(title)
