"""Records as the JSON that the program prints; the shape is documented and stable.

Fields may be added, none renamed. Every function gives plain dictionaries and
lists that ``json`` can write.
"""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from firsthand.records import (
    Attribution,
    Check,
    Checked,
    Claim,
    Document,
    Evidence,
    Extraction,
    Figure,
    Finding,
    Footnote,
    Link,
    Problem,
    Quantity,
    Reuse,
    Ruling,
    Span,
    Unchecked,
)

Json = dict[str, Any]


def inspection(found: Extraction) -> Json:
    """Return one file's line of ``inspect --json``."""
    text, marks = found.document.text, found.marks
    places = {quantity.span: n for n, quantity in enumerate(marks.quantities)}
    return {
        "document": _document(found.document),
        "quantities": [_quantity(quantity, text) for quantity in marks.quantities],
        "attributions": [_attribution(attribution, text) for attribution in marks.attributions],
        "times": [{**_at(time.span, text), "value": time.value} for time in marks.times],
        "places": [
            {
                **_at(place.span, text),
                "name": place.name,
                "latitude": place.latitude,
                "longitude": place.longitude,
            }
            for place in marks.places
        ],
        "identifiers": [
            {
                **_at(mark.span, text),
                "class": mark.danger,
                "person": mark.person,
                "category": mark.category,
                "why": mark.why,
            }
            for mark in marks.identifiers
        ],
        "claims": [
            {**_claim(claim), "quantity": places.get(claim.quantity.span) if claim.quantity else None}
            for claim in found.claims
        ],
        "citations": [{**_at(mark.span, text), "target": mark.target} for mark in marks.citations],
        "provenance": [{**_at(mark.span, text), "kind": mark.kind} for mark in marks.provenance],
        "problems": [_problem(problem) for problem in found.problems],
    }


def unread(name: str, problems: Iterable[Problem]) -> Json:
    """Return the line of ``inspect --json`` for a file that could not be read."""
    empty: Json = {
        key: []
        for key in (
            "quantities", "attributions", "times", "places", "identifiers", "claims", "citations", "provenance",
        )
    }  # fmt: skip
    document: Json = {
        "id": None, "title": None, "publisher": None, "authors": [], "language": None, "kind": "other", "published": None,
        "dates": [], "original": {"name": name, "sha256": None, "media_type": None, "bytes": None}, "text": "", "zones": [],
    }  # fmt: skip
    return {"document": document, **empty, "problems": [_problem(problem) for problem in problems]}


def document_line(document: Document, name: str) -> Json:
    """Return a document's entry in the list of ``findings --json``; ``name`` is its path inside the folder."""
    return {
        "id": document.id,
        "name": name,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
    }


def claim_line(claim: Claim) -> Json:
    """Return a claim's entry in the list of ``findings --json``."""
    quantity = {"text": claim.quantity_text} if claim.quantity else None
    return {**_claim(claim), "document": claim.document, "quantity": quantity}


def figure_line(figure: Figure, claims: Iterable[Claim]) -> Json:
    """Return a figure with its claims and origins."""
    return {
        "id": figure.id,
        "label": figure.label,
        "measure": figure.measure,
        "population": figure.population,
        "claims": [
            {
                "claim": claim.id,
                "document": claim.document,
                "start": claim.span.start,
                "end": claim.span.end,
                "text": claim.text,
                "quantity": {"text": claim.quantity_text} if claim.quantity else None,
            }
            for claim in claims
        ],
        "origins": [
            {"name": origin.name, "claims": list(origin.claims), "because": list(origin.because)}
            for origin in figure.origins
        ],
    }


def link_line(link: Link) -> Json:
    """Return a link with its reasons."""
    return {
        "earlier": link.earlier,
        "later": link.later,
        "weight": round(link.weight, 3),
        "kind": link.kind,
        "drift": list(link.drift),
        "because": list(link.because),
    }


def reuse_line(reuse: Reuse) -> Json:
    """Return a shared passage with its place in both documents."""
    a, b = (
        {"document": passage.document, "start": passage.span.start, "end": passage.span.end}
        for passage in (reuse.a, reuse.b)
    )
    return {"a": a, "b": b, "words": reuse.words}


def finding_line(finding: Finding) -> Json:
    """Return a finding with the words on which it rests."""
    return {
        "kind": finding.kind,
        "says": finding.says,
        "weight": round(finding.weight, 3),
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
    }


def unchecked_line(unchecked: Unchecked) -> Json:
    """Return something that was compared with nothing, and why."""
    span = unchecked.span
    return {
        "document": unchecked.document,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": unchecked.text,
        "says": unchecked.says,
    }


def check_line(check: Check) -> Json:
    """Return the object of ``check --json``: the figures and quotations of a draft, each with its verdict.

    ``verdict`` is supported, repeated only, drifted, conflicting or without a source. Places count characters of the
    draft's text, those in a footnote of the named document's.
    """
    text = check.draft.text
    return {
        "draft": check.draft.original.name,
        "figures": [_checked(each, text) for each in check.figures],
        "quotations": [_checked(each, text) for each in check.quotations],
        "unchecked": [unchecked_line(each) for each in check.unchecked],
        "problems": [_problem(each) for each in check.problems],
    }


def decision_line(decision: Ruling) -> Json:
    """Return a decision: what was judged, by whom, when and why, and whether it holds.

    ``state`` is holds, replaced, taken back, conflict or waiting; ``subject`` is None where its words are not found.
    """
    judgement = decision.judgement
    return {
        "id": judgement.id,
        "about": decision.about,
        "subject": decision.subject,
        "other": decision.other,
        "kind": judgement.kind,
        "says": decision.says,
        "value": judgement.value,
        "reason": judgement.reason,
        "reviewer": judgement.reviewer,
        "at": judgement.at,
        "state": decision.state,
        "undoes": judgement.undoes,
        "replaces": list(judgement.replaces or ()),
        "words": list(decision.words),
    }


def stream(lists: Iterable[tuple[str, Iterable[Json]]]) -> Iterator[str]:
    """Yield the text of one JSON object that holds these lists, entry by entry, so that memory stays flat.

    >>> "".join(stream([("claims", iter([{"id": "a"}])), ("links", iter([]))])).replace("\\n", "")
    '{"claims": [{"id": "a"}],"links": []}'
    """
    for n, (name, entries) in enumerate(lists):
        yield f"{',' if n else '{'}\n{json.dumps(name)}: ["
        for m, entry in enumerate(entries):
            yield (",\n" if m else "\n") + json.dumps(entry, ensure_ascii=False)
        yield "]"
    yield "}\n"


def number(value: Decimal | None) -> str | None:
    """Return a number as a plain decimal string, None for an open end.

    >>> number(Decimal("1.05E+8"))
    '105000000'
    """
    if value is None:
        return None
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _at(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _document(document: Document) -> Json:
    original = document.original
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "authors": list(document.authors),
        "language": document.language,
        "kind": document.kind,
        "published": document.published,
        "dates": [
            {
                "date": found.date,
                "from": found.origin,
                "event": found.event,
                "start": found.span.start if found.span else None,
                "end": found.span.end if found.span else None,
            }
            for found in document.dates
        ],
        "original": {
            "name": original.name,
            "sha256": original.sha256,
            "media_type": original.media_type,
            "bytes": original.size,
        },
        "text": document.text,
        "zones": [
            {"start": zone.span.start, "end": zone.span.end, "kind": zone.kind} for zone in document.zones
        ],
    }


def _quantity(quantity: Quantity, text: str) -> Json:
    converted = quantity.converted
    return {
        **_at(quantity.span, text),
        "kind": quantity.kind,
        "low": number(quantity.low),
        "high": number(quantity.high),
        "hedge": quantity.hedge,
        "unit": quantity.unit,
        "per": quantity.per,
        "direction": quantity.direction,
        "counted": _at(quantity.counted, text) if quantity.counted else None,
        "whole": _at(quantity.whole, text) if quantity.whole else None,
        "converted": {
            **_at(converted.span, text),
            "low": number(converted.low),
            "high": number(converted.high),
            "unit": converted.unit,
        }
        if converted
        else None,
    }


def _attribution(attribution: Attribution, text: str) -> Json:
    source = attribution.source
    return {
        "kind": attribution.kind,
        "source": {
            "spans": _pairs(source.spans),
            "text": " ".join(span.of(text) for span in source.spans),
            "resolved": source.resolved,
            "role": source.role,
        }
        if source
        else None,
        "cue": {"spans": _pairs(attribution.cue)} if attribution.cue else None,
        "content": {"spans": _pairs(attribution.content)},
        "inside": attribution.inside,
        "standing": attribution.standing,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "measure": claim.measure,
        "population": claim.population,
        "whole": claim.whole,
        "place": claim.place,
        "period": claim.period,
        "chain": [{"name": step.name, "role": step.role} for step in claim.chain],
        "first_hand": claim.first_hand,
        "basis": claim.basis,
        "because": claim.because,
        "citations": list(claim.citations),
        "reviewed": _reviewed(claim),
    }


def _reviewed(claim: Claim) -> Json | None:
    """What reviewers said of a claim; ``value`` is the number that holds by their word, None where it is the extracted one."""
    if claim.reviewed is None:
        return None
    quantity, corrected = claim.quantity, claim.reviewed.corrected
    return {
        "standing": claim.reviewed.standing,
        "corrected": list(corrected),
        "value": {
            "low": number(quantity.low),
            "high": number(quantity.high),
            "hedge": quantity.hedge,
            "unit": quantity.unit,
        }
        if quantity and "value" in corrected
        else None,
    }


def _checked(checked: Checked, text: str) -> Json:
    return {
        **_at(checked.span, text),
        "sentence": _at(checked.sentence, text),
        "verdict": checked.verdict,
        "differs": [
            {"aspect": each.aspect, "draft": each.draft, "dossier": each.dossier} for each in checked.differs
        ],
        "footnote": _footnote(checked.footnote) if checked.footnote else None,
        "notes": list(checked.notes),
    }


def _footnote(footnote: Footnote) -> Json:
    span = footnote.passage.span
    return {
        "claim": footnote.claim,
        "document": footnote.passage.document,
        "start": span.start,
        "end": span.end,
        "text": footnote.text,
        "quantity": {"text": footnote.quantity_text} if footnote.quantity_text else None,
        "origin": footnote.origin,
        "name": footnote.file,
        "title": footnote.title,
        "publisher": footnote.publisher,
        "published": footnote.published,
        "page": footnote.page,
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "document": evidence.passage.document,
        "start": evidence.passage.span.start,
        "end": evidence.passage.span.end,
        "text": evidence.text,
    }


def _problem(problem: Problem) -> Json:
    return {"where": problem.where, "says": problem.says}
