"""The shared gold of identifiers in real documents: who is at risk is covered whole, who speaks in public is left alone."""

import json
from pathlib import Path

import pytest

from firsthand.dossier import extraction
from firsthand.records import Extraction

MOST_PUBLIC = 2
MOST_WORDS = 0.15


@pytest.mark.shared
def test_everybody_at_risk_is_covered_and_few_words_are(shared: Path) -> None:
    gold = json.loads((shared / "gold/seeds/protection.json").read_text("utf-8"))["spans"]
    found = {
        each.document.original.name[:3]: each
        for each in extraction.inspect(sorted((shared / "corpus/seeds").glob("*.txt")))
        if isinstance(each, Extraction)
    }
    marked = {name: covered(each) for name, each in found.items()}
    at_risk = [
        span for span in gold if span["risk"] in ("critical", "high") and not span["public_professional"]
    ]
    public = [span for span in gold if span["public_professional"]]
    assert [span["id"] for span in at_risk if not is_whole(span, found, marked)] == []
    assert sum(any(marked[span["doc"]][span["start"] : span["end"]]) for span in public) <= MOST_PUBLIC
    assert share_of_words(found, marked) <= MOST_WORDS


def covered(each: Extraction) -> bytearray:
    marks = bytearray(len(each.document.text))
    for mark in each.marks.identifiers:
        marks[mark.span.start : mark.span.end] = b"\1" * (mark.span.end - mark.span.start)
    return marks


def is_whole(span: dict[str, object], found: dict[str, Extraction], marked: dict[str, bytearray]) -> bool:
    text, marks = found[str(span["doc"])].document.text, marked[str(span["doc"])]
    places = range(int(str(span["start"])), int(str(span["end"])))
    return all(marks[n] for n in places if text[n].isalnum())


def share_of_words(found: dict[str, Extraction], marked: dict[str, bytearray]) -> float:
    masked = words = 0
    for name, each in found.items():
        for zone in each.document.zones:
            if zone.kind == "main":
                at = zone.span.start
                for word in zone.span.of(each.document.text).split():
                    at = each.document.text.index(word, at)
                    words, masked = words + 1, masked + any(marked[name][at : at + len(word)])
                    at += len(word)
    return masked / words
