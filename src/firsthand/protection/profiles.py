"""Release profiles: readable files that say for whom a release is and what is withheld from it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

from firsthand.errors import WrongUse
from firsthand.records import IdentifierCategory, IdentifierClass

PROFILES = ("internal", "partners", "court", "public")
"""The audiences that come with the program, each a file in ``profiles/``."""

Rule = Literal["keep", "coarser", "pseudonym", "mask"]
Texts = Literal["none", "masked"]

CHOICES: Mapping[str, tuple[str, ...]] = {
    "ids": ("kept", "keyed"),
    "file_names": ("kept", "withheld"),
    "hashes": ("kept", "published", "withheld"),
    "texts": get_args(Texts),
    "testimonies": get_args(Texts),
    "originals": ("none", "redacted"),
    "places": ("province", "country"),
    "dates": ("month", "season", "year"),
}
"""What the one-word settings of a profile may be."""

WORDS = ("name", "says", "audience")
LISTS = ("purposes", "formats", "findings_withheld")
CLASSES: tuple[IdentifierClass, ...] = get_args(IdentifierClass)
CATEGORIES: tuple[IdentifierCategory, ...] = get_args(IdentifierCategory)


@dataclass(frozen=True, slots=True)
class Profile:
    """What one audience may see.

    ``consent`` is the audience that a testimony's consent must name, None when none is asked for. ``formats`` are the forms
    that may be made, () for all. ``texts`` is whether the texts of published documents go along, ``testimonies`` those
    of testimonies; ``originals`` whether files can be had with bars burnt in. ``rules`` say by class and category what is done with an identifier.
    """

    name: str
    says: str
    audience: str
    consent: str | None
    purposes: tuple[str, ...]
    formats: tuple[str, ...]
    findings_withheld: tuple[str, ...]
    ids: str
    file_names: str
    hashes: str
    texts: str
    testimonies: str
    originals: str
    places: str
    dates: str
    withhold: tuple[str, ...]
    rules: Mapping[str, Mapping[str, Rule]]

    def rule(self, danger: IdentifierClass, category: IdentifierCategory) -> Rule:
        """Return what is done with an identifier of a class and category; what the profile does not name is masked."""
        table = self.rules.get(danger, {})
        return table.get(category, table.get("other", "mask"))

    @property
    def is_open(self) -> bool:
        """Whether records go out as they are: for the team itself only."""
        return self.ids == "kept" and not self.masks

    @property
    def masks(self) -> bool:
        """Whether anything at all is withheld of what identifies people."""
        return any(self.rule(danger, category) != "keep" for danger in CLASSES for category in CATEGORIES)


def profile(name: str) -> Profile:
    """Return the profile of a name, or of a file when the name ends in ".toml".

    Raises WrongUse when there is none, or when the file says something that no profile can say.
    """
    if name.endswith(".toml"):
        found = _checked(_read(Path(name)))
        if found.name in PROFILES:
            raise WrongUse(f"{found.name} is the name of a profile of the program; give yours another one")
        return found
    if name not in PROFILES:
        raise WrongUse(
            f"there is no release profile {name!r}; there is {', '.join(PROFILES)}, or the path of a profile of your own "
            "that ends in .toml"
        )
    return _checked(tomllib.loads(files(__package__).joinpath("profiles", f"{name}.toml").read_text("utf-8")))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise WrongUse(
            f"the release profile cannot be read ({error.strerror}); give the path of a TOML file"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUse(f"the release profile is not TOML: {error}") from error


def _checked(said: dict[str, Any]) -> Profile:
    known = {*WORDS, *LISTS, *CHOICES, *CLASSES, "consent", "withhold"}
    if unknown := sorted(set(said) - known):
        raise WrongUse(
            f"a release profile has no setting {unknown[0]!r}; the settings are {', '.join(sorted(known))}"
        )
    for name in WORDS:
        if not isinstance(said.get(name), str) or not said[name].strip():
            raise WrongUse(f"a release profile needs {name} = a text")
    for name, choices in CHOICES.items():
        if said.get(name) not in choices:
            raise WrongUse(f"a release profile needs {name} = one of {', '.join(choices)}")
    return Profile(
        name=said["name"],
        says=said["says"],
        audience=said["audience"],
        **{name: said[name] for name in CHOICES},
        purposes=_list(said, "purposes"),
        formats=_list(said, "formats"),
        findings_withheld=_list(said, "findings_withheld"),
        withhold=_list(said, "withhold"),
        consent=_consent(said),
        rules={danger: _rules(danger, said.get(danger)) for danger in CLASSES},
    )


def _consent(said: dict[str, Any]) -> str | None:
    asked = said.get("consent", "")
    if not isinstance(asked, str) or (not asked and said["name"] != "internal"):
        raise WrongUse("a release profile needs consent = the audience that a testimony's consent must name")
    return asked or None


def _list(said: dict[str, Any], name: str) -> tuple[str, ...]:
    found = said.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise WrongUse(f"in a release profile {name} is a list of texts")
    return tuple(found)


def _rules(danger: str, table: object) -> dict[str, Rule]:
    rules = get_args(Rule)
    if not isinstance(table, dict) or "other" not in table:
        raise WrongUse(f"a release profile needs a table [{danger}] with a rule for other")
    for category, rule in table.items():
        if category not in CATEGORIES:
            raise WrongUse(
                f"there is no category {category!r} of identifiers; there is {', '.join(CATEGORIES)}"
            )
        if rule not in rules:
            raise WrongUse(f"[{danger}] {category}: the rules are {', '.join(rules)}")
    return dict(table)
