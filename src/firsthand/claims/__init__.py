"""document + marks -> claims: what is said, of whom, on whose authority.

One claim for each figure of the main text and the title, and one for the words
of each witness who is quoted or has the word in a transcript; none for what an
interviewer only asks or what is told only to be denied. What the text does not say stays None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firsthand.claims.around import Around
from firsthand.claims.chains import Chains, Voice
from firsthand.claims.cited import targets, with_references
from firsthand.claims.clause import Clause, stated_in
from firsthand.claims.continued import Continued
from firsthand.claims.credited import credited
from firsthand.claims.dated import Dated
from firsthand.claims.denied import is_negated_above, is_ruled_out
from firsthand.claims.levels import levels
from firsthand.claims.lines import Lines, titled_place
from firsthand.claims.normal import Normal, names_place, normal_form
from firsthand.claims.share_nouns import of_share_noun
from firsthand.claims.tables import Tables
from firsthand.language import Parse
from firsthand.records import Claim, Document, Marks, Quantity, Span, identity

CLAIMING = ("main", "title")


def make(document: Document, parse: Parse, marks: Marks) -> tuple[Claim, ...]:
    """Make the claims of a document, in order of place; none where the language is not analysed."""
    if document.language != "en" or not parse.paragraphs:
        return ()
    around, chains = Around(document, parse, marks), Chains(document, marks)
    claims = [*_of_quantities(document, around, chains), *_of_witnesses(document, around, chains)]
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end)))


def _of_quantities(document: Document, around: Around, chains: Chains) -> Iterator[Claim]:
    tables, entries = Tables(document, around.parse), targets(document, around.marks)
    lines = Lines(document, around, titled_place(document, around.marks))
    continued, dated = Continued(document, around.marks), Dated(document, around)
    for quantity in around.marks.quantities:
        paragraph = around.paragraph(quantity.span.start)
        if paragraph is None or paragraph.zone not in CLAIMING:
            continue
        near = around.within(paragraph)
        voice = credited(document, quantity, chains.of(quantity.span))
        if voice.denied:
            continue
        if voice.asked and _is_question(document, paragraph.sentence_at(quantity.span.start)):
            continue
        if tables.is_row(paragraph):
            yield _claim(document, quantity, voice, *tables.stated(paragraph, quantity, around))
            continue
        line = lines.at(paragraph, quantity)
        if line is not None:
            if not lines.counts_nothing(line, quantity):
                yield _claim(document, quantity, voice, *lines.stated(paragraph, line, quantity))
            continue
        clause = stated_in(paragraph, quantity, near, voice.content)
        clause, stated = lines.unlabelled(paragraph, quantity, clause)
        if is_negated_above(clause) or is_ruled_out(document, quantity):
            continue
        normal = of_share_noun(clause, stated, normal_form(document, clause, stated, near))
        normal = continued.taken_up(paragraph, clause, stated, normal, near)
        voice = with_references(voice, normal.citations, entries)
        if lines.subject and not names_place(clause, near):
            normal = replace(normal, place=lines.subject)
        normal = replace(normal, period=dated.period(paragraph, clause, quantity, normal))
        for level in levels(document, quantity):
            yield _claim(document, level, voice, clause, normal)


def _of_witnesses(document: Document, around: Around, chains: Chains) -> Iterator[Claim]:
    """A claim for the quoted words of each witness, so that one testimony is found in several documents."""
    for attribution in around.marks.attributions:
        if attribution.kind != "direct" or not attribution.source or attribution.source.role != "witness":
            continue
        for content in attribution.content:
            paragraph = around.paragraph(content.start)
            if paragraph is None or paragraph.zone not in CLAIMING:
                continue
            clause = Clause.of(paragraph, content)
            voice = chains.of(Span(content.start, content.start + 1))
            yield _claim(
                document, None, voice, clause, normal_form(document, clause, None, around.within(paragraph))
            )


def _is_question(document: Document, sentence: Span | None) -> bool:
    """Whether a sentence asks and so states nothing."""
    return sentence is not None and document.words(sentence).rstrip('”"’) ').endswith("?")


def _claim(
    document: Document, quantity: Quantity | None, voice: Voice, clause: Clause, normal: Normal
) -> Claim:
    span = clause.span
    at = str(quantity.span.start) if quantity else ""
    return Claim(
        id=identity(document.id, str(span.start), str(span.end), at),
        document=document.id,
        span=span,
        text=document.words(span),
        quantity=quantity,
        quantity_text=document.words(quantity.span) if quantity else None,
        measure=normal.measure,
        population=normal.population,
        whole=normal.whole,
        place=normal.place,
        period=normal.period,
        chain=voice.chain,
        first_hand=voice.basis in ("witnessed", "made"),
        basis=voice.basis,
        because=voice.because,
        terms=normal.terms,
        citations=normal.citations,
        spoken=voice.spoken,
    )
