"""Who the labels of a transcript stand for: names and roles from its head and from the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from firsthand.lexicon import load, words
from firsthand.lexicon.people import without_title
from firsthand.marks.sources.names import Names
from firsthand.marks.sources.roles import role_words
from firsthand.marks.sources.turns import Turn, is_answering, is_asking, label_key
from firsthand.records import Document, Role

NAME = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?"
    r"(?P<name>[A-Z](?:[\w’'-]+|\.)(?: (?:(?:de|van|von|bin|al|el|della|da) )?[A-Z](?:[\w’'-]+|\.(?= ))){0,3})"
)
OWN = re.compile(r"\b(?:I|me|my|we|us)\b")
BESIDE = 80
"""Characters behind a name in the head of a transcript that say what its bearer is."""


def cast(document: Document, found: Sequence[Turn], names: Names) -> dict[str, tuple[str | None, Role]]:
    """Return the name and the role of each label, by the label as it is compared.

    The head of the transcript names who asks and who answers ("Interviewer:
    E. Corlin", "Interview with Mara Osk"); a label that is a surname or only
    initials finds its full name there. Nobody who asks becomes a witness.
    """
    if not found:
        return {}
    head = f"{document.title or ''}\n{document.text[: found[0].label.start]}"
    said: dict[str, list[Turn]] = {}
    for turn in found:
        said.setdefault(label_key(turn.label.of(document.text)), []).append(turn)
    return {
        key: (None, "author")
        if key in words("en", "transcripts", "tells") and _are_named(said)
        else _who(document, turns[0].label.of(document.text), turns, head, names)
        for key, turns in said.items()
    }


def _are_named(labels: Iterable[str]) -> bool:
    """Whether somebody speaks under a full name, so that who tells the story between is the outlet and no witness."""
    return any(" " in label and not is_asking(label) and not is_answering(label) for label in labels)


def _who(
    document: Document, label: str, turns: Sequence[Turn], head: str, names: Names
) -> tuple[str | None, Role]:
    if is_asking(label):
        return _fuller(_named("asks", head), document) or "the interviewer", "author"
    if is_answering(label):
        code = re.search(r" (?:\d+|[A-Z])$", label)
        return (label if code else _named("answers", head) or "the witness"), "witness"
    name = _full(label, head, names)
    return name, _role(document, name, label, turns, head, names)


def _named(group: str, head: str) -> str | None:
    for pattern in load("en", "transcripts")["named_by"][group]:
        match = re.search(rf"\b(?i:{pattern})\s+{NAME}", head)
        if match:
            return match["name"]
    return None


def _fuller(name: str | None, document: Document) -> str | None:
    """A name with an initial in full, where the document names such an author: "E. Corlin", "Edda Corlin"."""
    if name is None:
        return None
    parts = name.split()
    for author in document.authors:
        same = author.split()[-1:] == parts[-1:] and author[:1] == name[:1]
        if same and len(author) > len(name):
            return author
    return name


def _full(label: str, head: str, names: Names) -> str:
    plain = without_title(label.title() if label.isupper() and len(label) > 3 else label)
    if plain.isupper() and 2 <= len(plain) <= 3:
        initials = r"\b" + r"[\w’'-]+ ".join(plain) + r"[\w’'-]+"
        match = re.search(initials, head)
        return match[0] if match else plain
    if " " not in plain:
        match = re.search(rf"\b(?P<first>[A-Z][\w’'-]+ (?:[A-Z][\w’'-]*\.? )?){re.escape(plain)}\b", head)
        if match and without_title(f"{match['first']}{plain}") != plain:
            return without_title(f"{match['first']}{plain}")
    return names.person(plain)


def _role(document: Document, name: str, label: str, turns: Sequence[Turn], head: str, names: Names) -> Role:
    """What somebody speaks as: by what the head says beside the name, by the label, by what is told."""
    behind = head.find(name)
    beside = head[behind + len(name) : behind + len(name) + BESIDE].split("\n")[0] if behind >= 0 else ""
    before = head[max(0, behind - 30) : behind].split("\n")[-1] if behind >= 0 else ""
    before = re.split("[.;,]", before)[-1]
    described = {
        word.lower() for word in re.findall(r"[\w-]+", f"{before} {re.split('[.;]', beside)[0]} {label}")
    }
    described |= names.said_of(name) - words("en", "bodies", "offices")  # nobody is an embassy
    if described & {"interviewer", "moderator", "counsel"} and "interviewer" in before.lower():
        return "author"
    asking = _named("asks", head)
    if asking is not None and without_title(asking) == name:
        return "author"
    if described & role_words("witness"):
        return "witness"
    if described & role_words("official"):
        return "official"
    if document.kind == "testimony":
        return "witness"
    if described & role_words("speaker"):
        return "organisation"
    told = sum(len(OWN.findall(span.of(document.text))) for turn in turns for span in turn.content)
    return "witness" if told > len(turns) and document.kind == "other" else "unnamed"
