"""The lines of ``inspect --json``: what was found in one file."""

from collections.abc import Iterable

from firsthand.interface.parts import Json, at, claim_parts, number, problem_parts
from firsthand.records import Attribution, Document, Extraction, Problem, Quantity, Span


def inspection(found: Extraction) -> Json:
    """Return one file's line of ``inspect --json``."""
    text, marks = found.document.text, found.marks
    places = {quantity.span: n for n, quantity in enumerate(marks.quantities)}
    return {
        "document": _document(found.document),
        "quantities": [_quantity(quantity, text) for quantity in marks.quantities],
        "attributions": [_attribution(attribution, text) for attribution in marks.attributions],
        "times": [{**at(time.span, text), "value": time.value} for time in marks.times],
        "places": [
            {
                **at(place.span, text),
                "name": place.name,
                "latitude": place.latitude,
                "longitude": place.longitude,
            }
            for place in marks.places
        ],
        "identifiers": [
            {
                **at(mark.span, text),
                "class": mark.danger,
                "person": mark.person,
                "category": mark.category,
                "why": mark.why,
            }
            for mark in marks.identifiers
        ],
        "claims": [
            {**claim_parts(claim), "quantity": places.get(claim.quantity.span) if claim.quantity else None}
            for claim in found.claims
        ],
        "citations": [{**at(mark.span, text), "target": mark.target} for mark in marks.citations],
        "provenance": [{**at(mark.span, text), "kind": mark.kind} for mark in marks.provenance],
        "problems": [problem_parts(problem) for problem in found.problems],
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
    return {"document": document, **empty, "problems": [problem_parts(problem) for problem in problems]}


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
        **at(quantity.span, text),
        "kind": quantity.kind,
        "low": number(quantity.low),
        "high": number(quantity.high),
        "hedge": quantity.hedge,
        "unit": quantity.unit,
        "per": quantity.per,
        "direction": quantity.direction,
        "counted": at(quantity.counted, text) if quantity.counted else None,
        "whole": at(quantity.whole, text) if quantity.whole else None,
        "converted": {
            **at(converted.span, text),
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
