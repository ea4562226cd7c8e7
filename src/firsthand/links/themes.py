"""Whether two documents are known to tell of one thing, by the rare names in their stories."""

from firsthand.links.voices import voice_key
from firsthand.records import Sheet

LEAST = 3
OF_FEWER, OF_MORE = 0.3, 0.1
"""Names that two stories share at least: as a number, and as a part of those of the one with fewer and with more."""

CITING = 2
"""Names that are enough where one of the two speaks of a work by the publisher of the other."""


def of_one_theme(one: Sheet, other: Sheet) -> bool:
    """Return whether two documents tell of one thing: they share so many rare names, or one cites a work of the other's publisher."""
    a, b = one.voices.names, other.voices.names
    fewer, more = sorted((len(a), len(b)))
    if fewer < CITING:
        return False
    shared = len(a & b)
    if shared >= max(LEAST, OF_FEWER * fewer, OF_MORE * more):
        return True
    return shared >= CITING and (_cites(one, other) or _cites(other, one))


def _cites(one: Sheet, other: Sheet) -> bool:
    """Whether a document names the publisher of another one as the maker of a work, or in its title."""
    publisher = voice_key(other.document.publisher or "")
    if not publisher:
        return False
    titled = len(publisher.split()) > 1 and publisher in (one.document.title or "").casefold()
    return titled or any(voice.report and voice.key == publisher for voice in one.voices.named)
