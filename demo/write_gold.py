"""Write demo/gold/*.json, and the answer key of demo/README.md, from demo/annotation.toml.

    python demo/write_gold.py

Every phrase of the annotation must occur exactly once in its document, and every name must be known; else nothing is
written and the place is named. Offsets are characters of the gold's own ``main_text``, the story as ``sources.story``
copies it out of the source.
"""

from __future__ import annotations

import json
import re
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

from sources import HERE, SOURCE, story

GOLD = HERE / "gold"
README = HERE / "README.md"
KEY = ("<!-- the answer key: written by write_gold.py -->", "<!-- end of the answer key -->")
COPIES = {"gazette": "wire"}
"""A document that repeats another word for word, and that other."""

Row = dict[str, Any]


class Mistake(ValueError):
    """The annotation does not fit the sources."""


def main() -> None:
    """Write the gold and the answer key, and say how much of each there is."""
    GOLD.mkdir(exist_ok=True)
    for name, text in finished().items():
        (GOLD / f"{name}.json").write_text(text, encoding="utf-8")
        print(f"{name}: {text.count(chr(10)):,} lines")
    README.write_text(with_key(README.read_text(encoding="utf-8")), encoding="utf-8")


def finished(gold: Row | None = None) -> dict[str, str]:
    """Return the gold's files: name to JSON text; those of the demo where no other gold is given."""
    gold = gold or gold_of(read_annotation())
    return {name: _json(part) for name, part in gold.items()}


def read_annotation() -> Row:
    """Return the annotation, with the copies filled in."""
    return with_copies(tomllib.loads((HERE / "annotation.toml").read_text(encoding="utf-8")), COPIES)


def with_copies(annotation: Row, copies: dict[str, str]) -> Row:
    """Return an annotation with what it says of a document said of its copies too."""
    for copy, first in copies.items():
        for part in ("claims", "quotes", "protection"):
            if first in annotation[part]:
                annotation[part][copy] = annotation[part][first]
        annotation["links"]["same"] += [
            f"{first}.{name} > {copy}.{name}" for name in annotation["claims"][first]
        ]
    return annotation


def gold_of(annotation: Row, folder: Path = SOURCE) -> Row:
    """Return the gold: part to what it holds."""
    texts = {name: story(row[1], folder) for name, row in annotation["documents"].items()}
    claims = [claim for doc, rows in annotation["claims"].items() for claim in _claims(doc, rows, texts[doc])]
    quotes = [quote for doc, rows in annotation["quotes"].items() for quote in _quotes(doc, rows, texts[doc])]
    spans = [span for doc, rows in annotation["protection"].items() for span in _spans(doc, rows, texts[doc])]
    entities = {name: _entity(row) for name, row in annotation["entities"].items()}
    figures = _figures(annotation["figures"], claims)
    findings = [
        {"id": f"N{n:02}", **row, "evidence": [name.replace(".", "-") for name in row["evidence"]]}
        for n, row in enumerate(annotation["findings"], 1)
    ]
    links = _links(annotation["links"])
    _check_names(
        [*claims, *quotes, *spans, *({"id": name} for name in texts)], entities, quotes, [*findings, *links]
    )
    stated = {claim["id"] for claim in claims}
    traps = {
        row["trap"]: {"says": row["says"], "claims": [name for name in row["evidence"] if name in stated]}
        for row in findings
    }
    return {
        "documents": {
            "documents": _documents(annotation["documents"], texts),
            "others": annotation["others"],
        },
        "claims": {"claims": claims},
        "figures": {"figures": figures},
        "links": {"links": links},
        "quotes": {"quotes": quotes},
        "entities": {"entities": entities},
        "protection": {"spans": spans},
        "traps": {"traps": traps},
        "findings": {"findings": findings},
    }


def _check_names(known: list[Row], entities: Row, quotes: list[Row], naming: list[Row]) -> None:
    """Raise Mistake when a finding, a link or a quotation names what is not there."""
    ids = {row["id"] for row in known}
    for row in naming:
        for name in row.get("evidence", row.get("members", ())):
            if name not in ids:
                raise Mistake(f"{row['id']} names {name}, which is not known")
    for quote in quotes:
        if quote["speaker"]["id"] not in entities:
            raise Mistake(f"{quote['id']} has an unknown speaker")


def with_key(readme: str) -> str:
    """Return the readme with the answer key renewed."""
    rows = [f"| {row['trap']} | {row['says']} |" for row in read_annotation()["findings"]]
    table = "\n".join(["| the trap | what `firsthand` should say |", "|---|---|", *rows])
    before, _, rest = readme.partition(KEY[0])
    _, _, after = rest.partition(KEY[1])
    return f"{before}{KEY[0]}\n\n{table}\n\n{KEY[1]}{after}"


def _json(part: Row) -> str:
    """Return a part of the gold as JSON with one row on each line."""
    told = []
    for name, rows in part.items():
        if isinstance(rows, list):
            lines, ends = [json.dumps(row, ensure_ascii=False) for row in rows], "[]"
        else:
            lines = [json.dumps({key: row}, ensure_ascii=False)[1:-1] for key, row in rows.items()]
            ends = "{}"
        told.append(f'"{name}": {ends[0]}\n' + ",\n".join(lines) + f"\n{ends[1]}")
    return "{" + ",\n".join(told) + "}\n"


def _documents(rows: Row, texts: dict[str, str]) -> list[Row]:
    return [
        {
            "id": name,
            "file": f"docs/{file}",
            "kind": kind,
            "publisher": publisher,
            "dates": {"true": date},
            "main_text": texts[name],
        }
        for name, (file, _, kind, publisher, date) in rows.items()
    ]


def _entity(row: list[Any]) -> Row:
    name, role, aliases, *part_of = row
    return {"name": name, "role": role, "aliases": aliases, "part_of": part_of[0] if part_of else None}


# ---------------------------------------------------------------- phrases and passages


def _piece(start: int, end: int, text: str) -> Row:
    return {"start": start, "end": end, "text": text[start:end]}


def _only(pattern: str, text: str, phrase: str) -> re.Match[str]:
    found = list(re.finditer(pattern, text))
    if len(found) != 1:
        raise Mistake(f"occurs {len(found)} times and not once: {phrase}")
    return found[0]


def _phrase(phrase: str, text: str) -> Row:
    """Return the place of a phrase, or of its part in braces."""
    before, brace, rest = phrase.partition("{")
    meant, _, after = rest.partition("}")
    if not brace:
        before, meant, after = "", phrase, ""
    match = _only(f"{re.escape(before)}({re.escape(meant)}){re.escape(after)}", text, phrase)
    return _piece(*match.span(1), text)


def _passage(passage: str, text: str) -> dict[str, list[Row]]:
    """Return the places of the pieces of a passage by their letter."""
    pieces = re.split(r"(\{[cqs]:[^}]*\})", passage)
    letters = [piece[1] for piece in pieces[1::2]]
    pattern = "".join(
        re.escape(piece)
        if n % 2 == 0
        else "(" + re.escape(piece[3:-1]).replace(re.escape("…"), r"[^\n]*?") + ")"
        for n, piece in enumerate(pieces)
    )
    match = _only(pattern, text, passage)
    places: dict[str, list[Row]] = {"c": [], "q": [], "s": []}
    for number, letter in enumerate(letters, 1):
        places[letter].append(_piece(*match.span(number), text))
    return places


def _sentence(at: Row, text: str) -> Row:
    """Return the sentence in which a piece stands; it does not reach over the end of a paragraph."""
    ends = [0, *(m.end() for m in re.finditer(r"\n\n|[.!?](?:\[\d+\])*[”*]*\s+(?=[A-Z“])", text)), len(text)]
    start = max(end for end in ends if end <= at["start"])
    stop = min(end for end in ends if end >= at["end"])
    return _piece(start, len(text[:stop].rstrip()), text)


# ---------------------------------------------------------------- the parts of the gold


def _claims(doc: str, rows: Row, text: str) -> list[Row]:
    claims = []
    for name, (phrase, figure, origin, value) in rows.items():
        span = _phrase(phrase, text)
        claims.append(
            {
                "id": f"{doc}-{name}",
                "doc": doc,
                "span": span,
                "sentence": _sentence(span, text),
                "figure": figure or None,
                "origin": origin or None,
                "tier": 2 if value == "event" else 1,
                "value": _value(value),
            }
        )
    return claims


def _value(told: str) -> Row:
    """Return the value from "money at-least 18000000 EUR/year": kind, qualifier, number or two, unit."""
    kind, *rest = told.split()
    value: Row = dict.fromkeys(("qualifier", "low", "high", "point", "direction", "unit"))
    value["kind"] = kind
    if not rest:
        return value
    value["qualifier"] = rest[0].replace("-", " ")
    numbers = [float(word) for word in rest[1:] if re.fullmatch(r"[\d.]+", word)]
    value["unit"] = " ".join(rest[1 + len(numbers) :]) or None
    ends = {
        "exact": ("low", "high", "point"),
        "approx": ("point",),
        "at least": ("low",),
        "more than": ("low",),
    }
    ends |= {"at most": ("high",), "less than": ("high",)}
    if value["qualifier"] == "range":
        value["low"], value["high"] = numbers
    else:
        value |= dict.fromkeys(ends[value["qualifier"]], numbers[0])
    return value


def _quotes(doc: str, rows: Row, text: str) -> list[Row]:
    quotes = []
    for name, (kind, speaker, passage) in rows.items():
        places = _passage(passage, text)
        quotes.append(
            {
                "id": f"{doc}-q-{name}",
                "doc": doc,
                "type": kind,
                "speaker": {"id": speaker},
                "source": places["s"],
                "cue": places["q"],
                "content": places["c"],
            }
        )
    return quotes


def _spans(doc: str, rows: Row, text: str) -> list[Row]:
    spans = []
    for name, (danger, person, phrase, *region) in rows.items():
        inside = not region
        span: Row = _phrase(phrase, text) if inside else {"text": phrase}
        spans.append(
            {
                "id": f"{doc}-p-{name}",
                "doc": doc,
                "region": "main" if inside else region[0],
                "cls": danger,
                "person": person,
                "span": span,
                "sentence": _sentence(span, text) if inside else None,
            }
        )
    return spans


def _figures(labels: dict[str, str], claims: list[Row]) -> list[Row]:
    unknown = {claim["figure"] for claim in claims} - set(labels) - {None}
    if unknown:
        raise Mistake(f"figures without a label: {', '.join(sorted(unknown))}")
    figures = []
    for name, label in labels.items():
        members = [claim for claim in claims if claim["figure"] == name]
        origins = sorted({claim["origin"] for claim in members if claim["origin"]})
        figures.append(
            {
                "id": name,
                "label": label,
                "claims": [claim["id"] for claim in members],
                "origins": origins,
                "n_independent_origins": len(origins),
                "n_documents": len({claim["doc"] for claim in members}),
            }
        )
    return figures


def _links(parts: dict[str, list[str]]) -> list[Row]:
    links = []
    for part, told in parts.items():
        for line in told:
            sides, _, types = line.partition(" : ")
            earlier, later = (
                [one.strip().replace(".", "-") for one in side.split(",")] for side in sides.split(" > ")
            )
            # the members of a series are one link; elsewhere every pair is a link of its own
            pairs = [(*earlier, *later)] if part == "update" else list(product(earlier, later))
            links += [
                {
                    "id": f"L{len(links) + n:03}",
                    "relation": part.removesuffix("-independent"),
                    "a": members[0],
                    "b": members[-1],
                    "members": list(members),
                    "independence": "derived" if part in {"same", "drift"} else "independent",
                    "drift_types": [kind.strip() for kind in types.split(",") if kind],
                }
                for n, members in enumerate(pairs, 1)
            ]
    return links


if __name__ == "__main__":
    main()
