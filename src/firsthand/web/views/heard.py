"""What one voice says: its words where they stand, and the claims that rest on it or lead through it."""

from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.dossier import Dossier
from firsthand.dossier.speakers import VoiceRow
from firsthand.records import Attribution, Claim, Document, Figure, Span, Stretch

MOST = 50


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with its document's id, its words from the first to the last, and where they stand."""

    document: str
    attribution: Attribution
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Rests:
    """A claim with its figure, and whether the voice is the furthest of its chain or passes it on."""

    claim: Claim
    figure: Figure | None
    passes_on: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """Some of a voice's words and claims, with the documents in which they stand, by id."""

    words: Stretch[Said]
    claims: Stretch[Rests]
    heads: Mapping[str, Document]


def heard(dossier: Dossier, voice: VoiceRow, first_words: int, first_claims: int) -> Heard:
    """Return a screenful of what a voice says, and of the claims in whose chains it stands."""
    browse = dossier.browse
    heads = browse.heads(voice.documents)
    said = _words(dossier, voice, heads, first_words)
    resting = browse.resting_on(sorted(voice.chains, key=repr), voice.document, first_claims, MOST)
    rests = tuple(
        Rests(claim, dossier.figure_of(claim.id), (claim.chain[-1].name or "") not in voice.names)
        for claim in resting.rows
    )
    return Heard(said, Stretch(rests, resting.first, resting.total), heads)


def _words(dossier: Dossier, voice: VoiceRow, heads: Mapping[str, Document], first: int) -> Stretch[Said]:
    """A screenful of what is said, by the date of publication; only the documents that hold it are looked into."""
    found: list[Said] = []
    before = 0
    for id_ in sorted((id_ for id_ in heads if voice.documents[id_]), key=lambda id_: _order(heads[id_])):
        count = voice.documents[id_]
        if before + count > first and len(found) < MOST:
            text = dossier.document(id_).text
            said = dossier.browse.said_in(voice.names.keys(), id_)
            found += (_said(id_, attribution, text) for attribution in said[max(0, first - before) :])
        before += count
    return Stretch(tuple(found[:MOST]), first, voice.spoken)


def _order(document: Document) -> tuple[bool, str, str]:
    return document.published is None, document.published or "", document.id


def _said(document: str, attribution: Attribution, text: str) -> Said:
    spans = (
        *attribution.content,
        *attribution.cue,
        *(attribution.source.spans if attribution.source else ()),
    )
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    return Said(document, attribution, span, span.of(text))
