"""Small functions for the templates of the pages for reading: signs, values, times, languages, and where a voice is."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from firsthand.exports.charts import dates
from firsthand.lexicon import load
from firsthand.links import voice_key
from firsthand.web.views.normal import value
from firsthand.web.views.visible import plain


def voice_at(key: str, document: str = "") -> str:
    """Return the address of a voice; ``document`` is where it was met, for a name that means somebody only there.

    >>> voice_at("open harbour watch")
    '/sources/voice?key=open+harbour+watch'
    """
    return f"/sources/voice?{urlencode({'key': key, 'document': document} if document else {'key': key})}"


def voice_of(name: str, document: str) -> str:
    """Return the address of the voice that a name means in a document."""
    return voice_at(voice_key(name), document)


def language(code: str) -> str:
    """Return the English name of a language, the code itself where it has none here.

    >>> language("fr"), language("xx")
    ('French', 'xx')
    """
    names: dict[str, str] = load("en", "languages")["names"]
    return names.get(code, code)


def shortened(text: str, most: int) -> str:
    """Return a text cut at ``most`` characters, with a mark that it goes on.

    >>> shortened("a long name", 6)
    'a lon…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def oneline(text: str) -> str:
    """Return a text with every stretch of white space as one space."""
    return " ".join(text.split())


FILTERS: Mapping[str, Callable[..., Any]] = {
    "language": language,
    "oneline": oneline,
    "plain": plain,
    "shortened": shortened,
    "time_said": dates.said,
    "value": value,
}
GLOBALS: Mapping[str, Callable[..., Any]] = {"voice_at": voice_at, "voice_of": voice_of}
