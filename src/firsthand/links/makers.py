"""The body that a text names as the maker of a work: where its name ends, and what is none."""

import re
from functools import cache

from firsthand.lexicon import load, words
from firsthand.links.rarity import UNLISTED, rarity

OWNER = re.compile(r"(?P<owner>.+?)(?:['’]s|(?<=s)['’])[^\S\n]+(?=[A-Z])")
"""A name with what belongs to it: "the Halden Trust's Harbour" study."""


def maker(written: str) -> str | None:
    """Return the name of the body in the words before or behind a work; None where they name no body.

    What the body owns or when it spoke is no part of its name; a people speaks for nobody.

    >>> maker("Halden Trust's Harbour"), maker("Halden Trust in August"), maker("Women's Refuge of Osmere")
    ('Halden Trust', 'Halden Trust', "Women's Refuge of Osmere")
    >>> maker("British"), maker("Unionists'")
    (None, None)
    """
    name = _without_time(_owner(" ".join(written.split())))
    if re.search(r"s['’]$", name) and " " not in name:
        return None  # many, and not one
    name = re.sub(r"['’]s?$", "", name)
    return None if not name or name.casefold() in _peoples() else name


def is_body(name: str) -> bool:
    """Whether a name is that of a body, which has its figures in some paper, and not of a person.

    >>> is_body("Ministry of Ports"), is_body("Residents' Association"), is_body("Hanna Oss"), is_body("Clinic")
    (True, True, False, False)
    """
    heads = (
        words("en", "bodies", "bodies")
        | words("en", "bodies", "staffs")
        | words("en", "roles", "organisation")
    )
    return " " in name.strip() and head(name) in heads


def is_office(name: str) -> bool:
    """Whether a name is that of a public office.

    >>> is_office("Ministry of Ports of Karvelia"), is_office("Karvelian Dockers Front")
    (True, False)
    """
    return (is_body(name) and head(name) in words("en", "bodies", "offices")) or _has_its_town(name)


def head(name: str) -> str:
    """Return the word of a name that says what bears it, in lower case: the last one, or that before "of"; nothing for no name.

    >>> head("Harbour Police of Vessany"), head("Port Health Board")
    ('police', 'board')
    """
    named = name.casefold().split()
    places = [place for place, word in enumerate(named) if word in ("of", "for", "on") and place]
    return named[places[0] - 1] if places else named[-1] if named else ""


def _has_its_town(name: str) -> bool:
    """Whether the town of an office stands behind its name: "District Health Office Vessany"."""
    named = name.casefold().split()
    return len(named) > 2 and named[-2] in words("en", "bodies", "offices") and name.split()[-1].istitle()


def is_outlet(name: str) -> bool:
    """Whether a name is that of a newspaper, a broadcaster or an agency.

    >>> is_outlet("The Halden Courier"), is_outlet("Open Harbour Watch")
    (True, False)
    """
    named = set(name.casefold().split())
    return not named.isdisjoint(words("en", "roles", "outlet") | words("en", "furniture", "outlet_names"))


def _owner(name: str) -> str:
    """Whose thing a phrase names, where that is a name and no part of one: "People's", "Lloyd's of" are."""
    match = OWNER.match(name)
    if match is None:
        return name
    last = match["owner"].split()[-1]
    common = rarity(last.casefold()) < UNLISTED and not last.isupper() and " " not in match["owner"]
    return name if common else match["owner"]


def _without_time(name: str) -> str:
    """A name without the month or day behind it: "in August", "on Monday"."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].casefold() in words("en", "voices", "calendar"):
        parts = parts[:-2] if len(parts) > 2 and parts[-2].islower() else parts[:-1]
    return " ".join(parts)


@cache
def _peoples() -> frozenset[str]:
    """What the people of a country are called, in lower case; alone it names no body."""
    countries = load("en", "places")["countries"]
    return frozenset(
        people.casefold()
        for country in countries.values()
        if isinstance(country, dict)
        for people in country.get("people", ())
    )
