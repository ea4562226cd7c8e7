"""A dossier whose every word wants to run a script, load something from elsewhere or leave its frame.

It is made of records, straight into the ledger, so that the payloads stand in every field that a page may show: text,
title, file name, publisher, author, places, speakers, labels, reasons, problems.
"""

import itertools
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from firsthand import ledger
from firsthand.records import (
    Arrival,
    Attribution,
    Citation,
    Claim,
    Document,
    Evidence,
    Extraction,
    Figure,
    Finding,
    FoundDate,
    Identifier,
    Link,
    Marks,
    Origin,
    Original,
    Passage,
    Place,
    Problem,
    Provenance,
    Quantity,
    Reuse,
    Source,
    Span,
    Step,
    Time,
    Zone,
    identity,
)

PAYLOADS = [line for line in (Path(__file__).parent / "hostile.txt").read_text("utf-8").splitlines() if line]

KINDS = ("one origin", "conflict", "drift", "copied text", "untraceable")


def make(path: Path) -> None:
    """Make a dossier with a document for each payload."""
    with ledger.create(path) as store:
        made = [_extraction(number, payload) for number, payload in enumerate(PAYLOADS)]
        for content, extraction in made:
            store.receive(Arrival(extraction.document.original.name, content), "text/html")
            store.keep(extraction)
        for before, after in itertools.pairwise(made):
            _linked(store, before[1], after[1])
        for payload in PAYLOADS[:20]:
            name = payload.replace("\0", "")
            lost = Original(name, sha256(f"lost {name}".encode()).hexdigest(), "text/plain", 3)
            store.receive(Arrival(name, f"lost {name}".encode()), "text/plain")
            store.fail(identity("lost", name), lost, [Problem(name, payload)], payload)
        found = [extraction for _, extraction in made]
        store.settle(list(_figures(found)), [_finding(n, each) for n, each in enumerate(found)])


def _extraction(number: int, payload: str) -> tuple[bytes, Extraction]:
    head = f"{payload}\n\n"
    first = f"At least {340 + number} deckhands {payload} were held off Vessany, {payload} said"
    second = f"Nobody counted the 77 nets {payload} in the sheds"
    text = f"{head}{first}.\n\n{second}.\n\n{payload}"
    content = text.encode()
    original = Original(f"{number:02}/{payload}.html", sha256(content).hexdigest(), "text/html", len(content))
    id_ = identity("document", original.sha256, original.name)
    story, whole = Span(len(head), len(text) - len(payload)), Span(len(head), len(head) + len(first))
    words = Span(whole.end - len(payload) - 5, whole.end - 5)
    number_at = Span(whole.start, whole.start + 12)
    document = Document(
        id_, original, text,
        (Zone(Span(0, len(payload)), "title"), Zone(story, "main"), Zone(Span(story.end, len(text)), "metadata")),
        title=payload, publisher=payload, authors=(payload,), kind="press article",
        published=f"2024-03-{1 + number % 28:02}", dates=(FoundDate("2024-01-01", "metadata", words),),
    )  # fmt: skip
    quantity = Quantity(number_at, "count", Decimal(340 + number), None, "at least", unit=payload)
    claim = Claim(
        identity("claim", id_), id_, whole, first, quantity, number_at.of(text), payload, payload, payload, payload,
        payload, (Step(payload, "outlet"), Step(payload, "witness")), False, "repeated", payload, (payload,), (payload,),
    )  # fmt: skip
    marks = Marks(
        times=(Time(words, payload),),
        places=(Place(words, payload, 54.0, 18.0),),
        citations=(Citation(words, payload),),
        quantities=(
            quantity,
            Quantity(Span(whole.end + 22, whole.end + 24), "count", Decimal(77), Decimal(77), "exact"),
        ),
        attributions=(Attribution("direct", Source((words,), payload, "witness"), (), (whole,)),),
        provenance=(Provenance(words, payload),),
        identifiers=(Identifier(words, "direct", payload),),
    )
    return content, Extraction(document, marks, (claim,), (Problem(id_, payload),), payload, ((payload,),))


def _linked(store: ledger.Ledger, before: Extraction, after: Extraction) -> None:
    (earlier,), (later,) = before.claims, after.claims
    link = Link(earlier.id, later.id, "drift", 0.9, ("value",), (PAYLOADS[1], after.document.title or ""))
    shared = Reuse(Passage(before.document.id, earlier.span), Passage(after.document.id, later.span), 12)
    store.link(after.document.id, [link], [shared])


def _figures(found: list[Extraction]) -> list[Figure]:
    """Three claims to a figure, and every label and origin a payload."""
    figures = []
    for n in range(0, len(found), 3):
        ids = tuple(each.claims[0].id for each in found[n : n + 3])
        label = found[n].document.title or ""
        figures.append(
            Figure(identity("figure", *ids), label, label, label, ids, (Origin(label, ids[:2], (label,)),))
        )
    return figures


def _finding(number: int, extraction: Extraction) -> Finding:
    (claim,) = extraction.claims
    evidence = Evidence(Passage(claim.document, claim.span), claim.text)
    return Finding(KINDS[number % len(KINDS)], claim.measure, 1 - number / 1000, (evidence,))
