"""records + audience -> release: the only way out.

A release profile is a readable file under ``profiles/``; its name is what
``--for`` takes.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Protocol

from firsthand.errors import WrongUse
from firsthand.records import Claim, Document, Figure, Finding, Link, Problem, Release, Reuse, Unchecked

PROFILES = ("internal",)
"""The audiences that a release can be made for, each a file in ``profiles/``."""


class View(Protocol):
    """What a release is made from; the ledger gives it."""

    def documents(self) -> Iterator[Document]:
        """Yield the documents, in any order."""

    def name_of(self, document_id: str, /) -> str:
        """Return the name of a document's file."""

    def claims(self) -> Iterator[Claim]:
        """Yield the claims."""

    def figures(self) -> Iterator[Figure]:
        """Yield the figures."""

    def links(self) -> Iterator[Link]:
        """Yield the links."""

    def reuses(self) -> Iterator[Reuse]:
        """Yield the shared passages."""

    def findings(self) -> Iterator[Finding]:
        """Yield the findings, the weightiest first."""

    def problems(self) -> Iterator[Problem]:
        """Yield what was doubtful."""


def release(view: View, profile: str, unchecked: Iterable[Unchecked] = (), made_with: str = "") -> Release:
    """Return what the audience of a profile may see; raises WrongUse when there is no such profile.

    Of what was not checked, the words go along in the profile "internal" only.
    """
    rules = _rules(profile)
    documents = tuple(replace(document, text="", zones=()) for document in view.documents())
    return Release(
        profile=rules["name"],
        says=rules["says"],
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        documents=documents,
        names={document.id: view.name_of(document.id) for document in documents},
        claims=tuple(view.claims()),
        figures=tuple(view.figures()),
        links=tuple(view.links()),
        reuses=tuple(view.reuses()),
        findings=tuple(view.findings()),
        problems=tuple(view.problems()),
        withheld=tuple(f"{what}: by the profile {rules['name']}" for what in rules["withhold"]),
        unchecked=tuple(each if profile == "internal" else replace(each, text="") for each in unchecked),
        made_with=made_with,
    )


def _rules(profile: str) -> dict[str, Any]:
    if profile not in PROFILES:
        raise WrongUse(f"there is no release profile {profile!r}; there is {', '.join(PROFILES)}")
    return tomllib.loads(files(__package__).joinpath("profiles", f"{profile}.toml").read_text("utf-8"))
