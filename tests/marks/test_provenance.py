"""Statements of how something is known: the cases of provenance.txt."""

import re
from pathlib import Path

import pytest

from firsthand.language import parse
from firsthand.marks import provenance
from firsthand.records import Document, Marks, Original, Span, Zone

LINES = [
    line
    for line in Path(__file__).with_name("provenance.txt").read_text("utf-8").splitlines()
    if line and line[0] != "#"
]


@pytest.mark.parametrize("line", LINES)
def test_case(line: str) -> None:
    wanted = re.findall(r"\{(.*?) \| (.*?)\}", line)
    text = re.sub(r"\{(.*?) \| .*?\}", r"\1", line)
    one = Document("d", Original("d", "0", "text/plain", 1), text, (Zone(Span(0, len(text)), "main"),))
    found = provenance.find(one, parse(one), Marks())
    assert [(mark.span.of(text), mark.kind) for mark in found] == wanted
