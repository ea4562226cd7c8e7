"""document -> marks: one file per kind of mark, and a folder for each of the things that a file reads.

A finder takes the document, its parse and the marks found before it, and gives
the marks of its kind in order of place. To add one: a module with ``find``, a
field of ``Marks`` and a line in ``MARKS``.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from firsthand.language import ANALYSED, Parse
from firsthand.marks import attributions, citations, identifiers, places, provenance, quantities, times
from firsthand.records import Document, Marks

Finder = Callable[[Document, Parse, Marks], tuple[Any, ...]]

MARKS: Mapping[str, Finder] = {
    "citations": citations.find,
    "times": times.find,
    "places": places.find,
    "quantities": quantities.find,
    "attributions": attributions.find,
    "provenance": provenance.find,
    "identifiers": identifiers.find,
}
"""Field of ``Marks`` to finder, in the order in which they run."""

WITHOUT_GRAMMAR = frozenset({"citations", "quantities"})
"""The kinds that are also found in a language whose parse has words and sentences only."""


def find(document: Document, parse: Parse) -> Marks:
    """Find every kind of mark in the story of a document; ``text[start:end]`` are a mark's words, always.

    In another language than English these are ``WITHOUT_GRAMMAR`` only.
    """
    found = Marks()
    for name, finder in MARKS.items():
        if document.language == ANALYSED or name in WITHOUT_GRAMMAR:
            found = replace(found, **{name: finder(document, parse, found)})
    return found
