"""The entries of lists: documents, claims, figures, links, findings, decisions."""

from collections.abc import Iterable

from firsthand.interface.parts import Json, claim_parts
from firsthand.records import Claim, Document, Evidence, Figure, Finding, Link, Reuse, Ruling, Unchecked


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
    return {**claim_parts(claim), "document": claim.document, "quantity": quantity}


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


def _evidence(evidence: Evidence) -> Json:
    return {
        "document": evidence.passage.document,
        "start": evidence.passage.span.start,
        "end": evidence.passage.span.end,
        "text": evidence.text,
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
