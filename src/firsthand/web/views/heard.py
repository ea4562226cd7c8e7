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
    names = sorted(voice.names)
    said = browse.said_by(names, voice.document, first_words, MOST)
    texts = {id_: dossier.document(id_).text for id_ in {id_ for id_, _ in said.rows}}
    resting = browse.resting_on(sorted(voice.chains, key=repr), voice.document, first_claims, MOST)
    rests = tuple(
        Rests(claim, dossier.figure_of(claim.id), (claim.chain[-1].name or "") not in voice.names)
        for claim in resting.rows
    )
    words = tuple(_said(id_, attribution, texts[id_]) for id_, attribution in said.rows)
    ids = {*texts, *(claim.document for claim in resting.rows), *voice.documents}
    return Heard(
        Stretch(words, said.first, said.total),
        Stretch(rests, resting.first, resting.total),
        browse.heads([*sorted(ids)[: 4 * MOST], *texts, *(claim.document for claim in resting.rows)]),
    )


def _said(document: str, attribution: Attribution, text: str) -> Said:
    spans = (
        *attribution.content,
        *attribution.cue,
        *(attribution.source.spans if attribution.source else ()),
    )
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    return Said(document, attribution, span, span.of(text))
