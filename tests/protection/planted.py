"""A dossier with a planted witness: three invented documents, with the marks that would be found in them."""

import json
from dataclasses import dataclass
from dataclasses import replace as with_
from pathlib import Path

from firsthand import marks
from firsthand.dossier import Dossier
from firsthand.records import Identifier, Span

SECRETS = {
    "name": ("Ruvena Tolmark", "Tolmark", "Ruvena"),
    "place": ("Zelmarish",),
    "occupation": ("net mender",),
    "relative": ("half-sister",),
    "helper": ("Brother Ansgar",),
    "contact": ("0447 318 2290",),
    "age": ("she was 14",),
    "date": ("3 February 2019",),
}
"""What must not leave, by category; an age and a date only as they stand in the testimony."""

PUBLIC = ("Open Harbour Watch", "Vessany", "Ministry of Ports")

TESTIMONY = """Testimony of Ruvena Tolmark

Interview by Open Harbour Watch, Vessany, 12 May 2023

Ruvena Tolmark grew up in Zelmarish, a village of 90 houses above the Orlu. When she was 14 years old her half-sister sold \
her to a hall in Vessany for 1,800 euros. She worked there as a net mender until 3 February 2019.

“They held 23 women in one room of the hall,” Tolmark said. “I counted them every night.”

Brother Ansgar took her over the river at the old lock. Whoever wants to reach her calls 0447 318 2290.
"""

ARTICLE = """Women held in the halls of Vessany, rights group says

By Edda Corlin, The Halden Courier, 2 June 2023

VESSANY, Karvelia - Open Harbour Watch said on Friday that 64 percent of workers in the halls are in debt.

A woman from Zelmarish told the group what she saw. “They held 23 women in one room of the hall,” she said. “I counted \
them every night.” When she was 14 years old her half-sister sold her to a hall, the group said.

Edda Corlin of Open Harbour Watch said that 9,000 migrants work in Vessany.
"""

STATEMENT = """Statement of the Ministry of Ports on the halls of Vessany

Published 14 June 2023

The Ministry of Ports said that 3,000 migrants work in Vessany. No one below 14 years old was found in the halls.
"""

MARKED: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "Testimony of": (
        ("Ruvena Tolmark", "direct", "name", "Ruvena Tolmark"),
        ("Tolmark said", "direct", "name", "Ruvena Tolmark"),
        ("Zelmarish", "quasi", "place", "Ruvena Tolmark"),
        ("14 years old", "quasi", "age", "Ruvena Tolmark"),
        ("half-sister", "quasi", "relative", "Ruvena Tolmark"),
        ("net mender", "quasi", "occupation", "Ruvena Tolmark"),
        ("3 February 2019", "quasi", "date", "Ruvena Tolmark"),
        ("Brother Ansgar", "operational", "helper", "Ruvena Tolmark"),
        ("0447 318 2290", "direct", "contact", "Ruvena Tolmark"),
    ),
    "Women held": (("Zelmarish", "quasi", "place", "witness 1"),),
}


@dataclass(frozen=True)
class Planted:
    """Where the dossier is, and the id of the testimony."""

    path: Path
    testimony: str


def plant(folder: Path, monkeypatch) -> Planted:
    """Make the dossier; in the article only the village is marked, the rest is there as a copied passage."""
    find = marks.find

    def found(document, parse):
        return with_(find(document, parse), identifiers=tuple(_identifiers(document.text)))

    monkeypatch.setattr(marks, "find", found)
    source = folder / "in"
    source.mkdir()
    for name, text in (
        ("tolmark-ruvena.txt", TESTIMONY),
        ("courier.txt", ARTICLE),
        ("ministry.txt", STATEMENT),
    ):
        (source / name).write_text(text, "utf-8")
    path = folder / "planted.dossier"
    with Dossier.create(path) as made:
        made.add([source])
        testimony = next(d.id for d in made.documents() if made.name_of(d.id).startswith("tolmark"))
        if made.document(testimony).kind != "testimony":
            made.correct(testimony, kind="testimony")
    return Planted(path, testimony)


def _identifiers(text: str):
    rules = next((rules for start, rules in MARKED.items() if text.startswith(start)), ())
    found = []
    for words, danger, category, person in rules:
        at = -1
        shown = words.removesuffix(" said")
        while (at := text.find(words, at + 1)) >= 0:
            span = Span(at, at + len(shown))
            if not any(span.meets(other.span) for other in found):
                found.append(Identifier(span, danger, person, category, "planted"))
    return sorted(found, key=lambda mark: mark.span)


def words_of(secrets=SECRETS):
    """Return every secret string."""
    return [word for group in secrets.values() for word in group]


def history(path: Path) -> list[dict]:
    """Return what the history of a dossier recorded of releases."""
    import sqlite3

    opened = sqlite3.connect(path)
    rows = opened.execute(
        "SELECT history.action, payload.body FROM history JOIN payload ON payload.hash = history.payload ORDER BY at"
    ).fetchall()
    opened.close()
    return [{"action": action, **json.loads(body)} for action, body in rows if action.startswith("release")]
