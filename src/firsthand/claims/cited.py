"""What a reference behind a figure adds to its chain: the publication that the document repeats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.claims.chains import Voice
from firsthand.records import Document, Marks, Step

LOST = ("list not in the document", "not in the list", "not in the document")


def targets(document: Document, marks: Marks) -> dict[str, str]:
    """Return the entry to which each citation marker of a document leads, by the marker's words."""
    return {document.words(citation.span): citation.target or "" for citation in marks.citations}


def with_references(voice: Voice, citations: Sequence[str], entries: Mapping[str, str]) -> Voice:
    """Return a voice with the references behind its words as a step: the last one, or the one through which the named is heard.

    The step has the role of an outlet: a publication that is repeated. Without
    the reference list it says only which reference that is.
    """
    named = list(dict.fromkeys(entries[each] for each in citations if entries.get(each)))
    if not named or voice.chain[0].role == "witness":
        return voice
    if len(voice.chain) > 1:
        if voice.chain[0].role != "outlet" or any(each.endswith(LOST) for each in named):
            return voice
        return replace(voice, chain=(voice.chain[0], Step("; ".join(named), "outlet"), *voice.chain[1:]))
    lost = all(each.endswith(LOST) for each in named)
    because = (
        "the document cites a reference for it whose entry is not in the document, and names nobody"
        if lost
        else "the document cites a reference for it; how that one knows is not said"
    )
    chain = (*voice.chain, Step("; ".join(named), "outlet"))
    return replace(voice, chain=chain, basis="not named" if lost else "repeated", because=because)
