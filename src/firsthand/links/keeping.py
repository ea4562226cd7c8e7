"""Whose number it is that a text tells without a name: "The Harbour Fund has paid out 4 million so far", "the ministry says"."""

import re
from functools import cache

from firsthand.lexicon import words
from firsthand.links.makers import is_body, is_office, is_outlet, maker
from firsthand.links.sentences import sentence
from firsthand.links.voices import GAP, NAME
from firsthand.records import Span

REACH = 160
"""Characters between the deed and the number."""

BACK = 400
"""Characters before a sentence in which its "it" is named."""

PRONOUNS = frozenset({"it", "they"})


def keeper(text: str, span: Span) -> str | None:
    """Return the body that, by the words before a number, did what it counts or tells it; None where no body is named.

    ``span`` is the clause of the number.

    >>> words_before = "The Harbour Fund has received 2,310 applications."
    >>> keeper(words_before, Span(0, len(words_before))), keeper("The ferry has received 40 guests.", Span(0, 33))
    ('Harbour Fund', None)
    """
    if _deeds().search(text, max(0, span.start - REACH), span.end) is None:
        return None  # as of most numbers
    said = sentence(text, span)
    found = None
    for match in _deed().finditer(text, said.start, min(said.end, span.end)):
        if span.start - match.end() > REACH:
            continue
        name = _named(text, said, match["who"])
        found = name or found
    return found


def _named(text: str, said: Span, who: str) -> str | None:
    """The name of who does something: a body, or by a pronoun the first one that the sentence before names."""
    bare = maker(re.sub(r"^the\s+", "", who, flags=re.IGNORECASE)) or ""
    if bare.casefold() in PRONOUNS:
        before = text[max(0, said.start - BACK) : said.start].rstrip()
        if text[said.start - 1 : said.start] == "\n" or not before:
            return None
        last = re.split(r"(?<=[.!?])\s+|\n", before)[-1]
        named = (match["name"] for match in _bodies().finditer(last))
        return next((name.removeprefix("The ") for name in named if _is_keeper(name)), None)
    known = bool(bare) and (_is_keeper(bare) or bare.split()[-1] in words("en", "bodies", "books"))
    return bare if known else None


def _is_keeper(name: str) -> bool:
    if is_outlet(name):
        return False
    single = " " not in name and name.casefold() in words("en", "bodies", "books")
    return single or is_body(name) or is_office(name)


def teller(text: str, span: Span) -> str | None:
    """Return the word for the kind of body by whose word, as its sentence says, a number is; None where there is none or several.

    >>> told = "Nine dockers have died, police said."
    >>> teller(told, Span(0, 22)), teller("According to the embassy, 40 dockers came home.", Span(26, 46))
    ('police', 'embassy')
    """
    said = sentence(text, span).of(text)
    found = {next(filter(None, match.groups())).casefold() for match in _tellers().finditer(said)}
    return found.pop() if len(found) == 1 else None


@cache
def _tellers() -> re.Pattern[str]:
    """ "The ministry says", "police said", "according to the embassy", "by the court's own count"."""
    books = "|".join(sorted(words("en", "bodies", "books"), key=len, reverse=True))
    says = "|".join(sorted(words("en", "voices", "stating")))
    return re.compile(
        rf"\b(?:[Tt]he )?({books})(?:[^\S\n](?:has|have|had))?[^\S\n](?:{says})\b"
        rf"|\b[Aa]ccording to (?:the |its |their )?({books})\b"
        rf"|\b[Bb]y (?:the )?({books})['’]s? (?:own )?(?:account|count|figures|word)\b",
        re.IGNORECASE,
    )


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<name>{NAME})")


@cache
def _deeds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_does()))})\b")


@cache
def _does() -> frozenset[str]:
    return words("en", "bodies", "deeds") | words("en", "voices", "stating")


@cache
def _deed() -> re.Pattern[str]:
    """A subject, what may stand behind it, and what it does or did."""
    deeds = "|".join(sorted(_does(), key=len, reverse=True))
    books = "|".join(sorted(words("en", "bodies", "books"), key=len, reverse=True))
    who = rf"(?:[Tt]he{GAP})?(?:{NAME})|[Tt]he{GAP}(?:[a-z]+{GAP}){{0,2}}?(?:{books})|[Ii]t|[Tt]hey"
    beside = rf"(?:,[^,;.\n]{{3,100}},)?(?:{GAP}on{GAP}[A-Z]\w+day)?"
    helping = (
        rf"(?:{GAP}(?:has|have|had|may|will|would|is|are|now|so|far|already|also|then|only|to|since|first))"
    )
    return re.compile(rf"(?<![\w’'])(?P<who>{who}){beside}{helping}{{0,3}}{GAP}(?:{deeds})\b")
