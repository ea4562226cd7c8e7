"""One finding, claim, figure, document or passage in its context, with its span marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.text import Text

from firsthand.cli.lists import grave
from firsthand.cli.opening import name_of
from firsthand.cli.screen import (
    CONSOLE,
    SHORT,
    counted,
    full_label,
    label,
    labels,
    line,
    row,
    short_name,
    words,
)
from firsthand.dossier import Dossier, wording
from firsthand.errors import UnknownId
from firsthand.language import stretches
from firsthand.records import Claim, Document, Extraction, Figure, Finding, Hit, Link, Problem, Span

OPEN, CLOSE = "⟦", "⟧"
"""What stands round a marked span, so that it is seen without colour."""

GRAVEST = ("impossible", "conflict", "drift", "update", "same")
"""The order in which links are shown."""

COLLATED = ("same witness", "two speakers")
"""Kinds of findings whose words are laid side by side."""

MARKED = {"first": "−", "second": "+"}
"""What stands round words that only one of two documents has, so that it is seen without colour."""

STYLED = {"both": "", "first": "dim", "second": "bold"}

STRETCH = 3000
"""Characters up to which the pieces of one document are laid out as one stretch, with what stands between them."""

AROUND = 400
"""Characters about a document's pieces in which further words of the first are looked for."""

ALIKE = 0.3
"""Part of the words that two stretches must share to be laid side by side."""

SCENE = 320
"""Characters of a paragraph that are shown before and behind a marked span."""


def show(opened: Dossier, kind: str, whole: str) -> None:
    """Print what an id, or the number of a finding, stands for, in its context."""
    if kind == "finding" and whole.isdecimal() and len(whole) < SHORT:
        found = next(f for n, f in enumerate(opened.findings(), 1) if n == int(whole))
        _finding(opened, found, int(whole))
    elif kind == "claim":
        _claim(opened, opened.claim(whole))
    elif kind == "figure":
        _figure(opened, opened.figure(whole))
    elif kind == "document":
        _document(opened, whole)
    else:
        line(f"{whole} is the id of a {kind}, which has no page of its own")


def hits(opened: Dossier, found: Iterable[Hit], sought: tuple[str, ...], most: int) -> None:
    """Print the passages that a search found, the words marked where they stand."""
    named, count = labels(opened), 0
    for count, hit in enumerate(found, 1):  # noqa: B007  # the count is used behind the loop
        row((0, _called(opened, hit.document, named(hit.document))))
        row((2, None), (0, _marked(" ".join(hit.text.split()), sought)))
        CONSOLE.print()
    more = f", the best of them (--most {most * 5} shows more)" if count and count == most else ""
    line(f"{counted(count, 'passage')}{more}")


def inspection(found: Extraction | Problem) -> None:
    """Print what is found in one file."""
    if isinstance(found, Problem):
        row((0, Text(f"{found.where}: {found.says}")))
        return
    document, marks = found.document, found.marks
    _facts(document, document.original.name)
    sizes: dict[str, int] = {}
    for zone in document.zones:
        sizes[zone.kind] = sizes.get(zone.kind, 0) + zone.span.end - zone.span.start
    names = ("quantities", "attributions", "times", "places", "citations", "provenance")
    marked = ", ".join(f"{len(getattr(marks, name))} {name}" for name in names)
    _said("zones", ", ".join(f"{kind} {size:,}" for kind, size in sizes.items()) + " characters")
    _said("marks", marked)
    for problem in found.problems:
        _said("doubtful", problem.says)
    CONSOLE.print()
    for quantity in marks.quantities:
        row((2, None), (28, Text(document.words(quantity.span))), (0, Text(wording.said(quantity))))
    CONSOLE.print()
    for claim in found.claims:
        row((0, Text.assemble((f"{claim.id[:SHORT]}  ", "dim"), " ".join(claim.text.split()))))
        _stated(claim)
        CONSOLE.print()


def _finding(opened: Dossier, finding: Finding, number: int) -> None:
    row((0, Text.assemble(f"Finding {number}, ", (finding.kind, grave(finding.kind)), f": {finding.says}")))
    spans: dict[str, list[Span]] = {}
    for piece in finding.evidence:
        spans.setdefault(piece.passage.document, []).append(piece.passage.span)
    for document_id, marked in spans.items():
        document = opened.document(document_id)
        CONSOLE.print()
        _head(opened, document)
        for span in marked:
            row((2, None), (0, _in_context(document, span)))
    if finding.kind in COLLATED:
        _collation(opened, finding)
    stated = [
        claim for claim in opened.claims() if any(claim.span == s for s in spans.get(claim.document, ()))
    ]
    figures = {f.id: f for f in (opened.figure_of(claim.id) for claim in stated) if f}
    if stated:
        CONSOLE.print("\nThe claims and figures in it", style="bold")
    for figure in figures.values():
        _said("figure", f"{figure.id[:SHORT]} {figure.label}")
    for claim in stated:
        _said("claim", f"{claim.id[:SHORT]} {words(claim.text, 90)}")


def _collation(opened: Dossier, finding: Finding) -> None:
    """Print a quotation as each further document gives it beside the first: what is left out, and what was put in."""
    from firsthand.links import collated

    spans: dict[str, Span] = {}
    for piece in finding.evidence:
        known, at = spans.get(piece.passage.document, piece.passage.span), piece.passage.span
        whole = Span(min(known.start, at.start), max(known.end, at.end))
        spans[piece.passage.document] = whole if whole.end - whole.start <= STRETCH else known
    named = labels(opened)
    first, *others = spans
    words = opened.document(first).words(spans[first])
    for other in others:
        text, span = opened.document(other).text, spans[other]
        near = text[max(0, span.start - AROUND) : span.end + AROUND]
        laid = list(collated(words, near))
        while laid and laid[0][0] == "second":
            laid.pop(0)
        while laid and laid[-1][0] == "second":
            laid.pop()
        if sum(len(phrase) for whose, phrase in laid if whose == "both") < ALIKE * min(len(words), len(near)):
            continue
        CONSOLE.print(Text(f"\n{named(other)} beside {named(first)}", style="bold"), soft_wrap=True)
        row((2, None), (0, _laid_out(laid)))
    CONSOLE.print()
    line(
        f"{MARKED['first']}only in the first{MARKED['first']}, {MARKED['second']}only in the other{MARKED['second']}"
    )


def _laid_out(laid: Iterable[tuple[str, str]]) -> Text:
    said = Text()
    for whose, phrase in laid:
        said.append("" if not said else " ")
        said.append(
            phrase if whose == "both" else f"{MARKED[whose]}{phrase}{MARKED[whose]}", style=STYLED[whose]
        )
    return said


def _claim(opened: Dossier, claim: Claim) -> None:
    document = opened.document(claim.document)
    _head(opened, document)
    row((2, None), (0, _in_context(document, claim.span)))
    CONSOLE.print()
    row((0, Text(f"claim {claim.id[:SHORT]}", style="bold")))
    _stated(claim)
    figure = opened.figure_of(claim.id)
    if figure:
        origins = "; ".join(origin.name for origin in figure.origins) or "none named"
        _said("figure", f"{figure.id[:SHORT]} {figure.label}")
        _said("origins", f"{origins} ({counted(len(figure.claims), 'claim')} in the figure)")
    found = sorted(opened.links_of(claim.id), key=lambda item: (GRAVEST.index(item.kind), -item.weight))
    if found:
        CONSOLE.print("\nHow it stands to other claims", style="bold")
    for link in found:
        _link(opened, link, claim)


def _link(opened: Dossier, link: Link, claim: Claim) -> None:
    other = opened.claim(link.later if link.earlier == claim.id else link.earlier)
    document = opened.document(other.document)
    when = _compared(opened.document(claim.document).published, document.published)
    CONSOLE.print()
    says = Text.assemble((_kind(link), grave(link.kind)), f" with {when} claim, {other.id[:SHORT]}: ")
    says.append(f"{label(document, opened.name_of(document.id))} {words(other.text, 200)}")
    row((2, None), (0, says))
    for reason in link.because:
        row((4, None), (1, Text("-")), (0, Text(reason)))


def _compared(one: str | None, other: str | None) -> str:
    """Say whether ``other`` is earlier or later than ``one``; a date may stop at the year, or not be there."""
    if not one or not other or one.startswith(other) or other.startswith(one):
        return "another"
    return "a later" if other > one else "an earlier"


def _marked(passage: str, sought: tuple[str, ...]) -> Text:
    text = Text(passage)
    for word in " ".join(sought).replace('"', " ").split():
        behind = "" if word.endswith("*") else r"\b"
        text.highlight_regex(rf"(?i)\b{re.escape(word.rstrip('*'))}{behind}", "bold underline")
    return text


def _called(opened: Dossier, document_id: str, label: str) -> Text:
    name = opened.name_of(document_id)
    if label.startswith(short_name(name)):
        label, file = full_label(label, name), ""
    else:
        file = f"{name}, "
    return Text.assemble((label, "bold"), (f"  {file}document {document_id[:SHORT]}", "dim"))


def _kind(link: Link) -> str:
    changed = [wording.CHANGED[drift] for drift in link.drift]
    return f"{link.kind} ({', '.join(changed)})" if changed else link.kind


def _stated(claim: Claim) -> None:
    chain = ", from ".join(step.name or f"({step.role})" for step in claim.chain)
    says = {
        "value": wording.said(claim.quantity) if claim.quantity else None, "as written": claim.quantity_text,
        "measure": claim.measure, "of whom": claim.population, "share of": claim.whole, "place": claim.place,
        "period": claim.period, "said by": chain or "nobody named", "basis": f"{claim.basis}: {claim.because}",
        "cites": ", ".join(claim.citations) or None, "reviewed": _reviewed(claim),
    }  # fmt: skip
    for name, said in says.items():
        if said:
            _said(name, said)


def _reviewed(claim: Claim) -> str | None:
    """What reviewers said of a claim, in words."""
    if claim.reviewed is None:
        return None
    fields = ", ".join(claim.reviewed.corrected)
    return "; ".join(filter(None, (claim.reviewed.standing, fields and f"set right: {fields}"))) or None


def _figure(opened: Dossier, figure: Figure) -> None:
    row((0, Text.assemble(f"Figure {figure.id[:SHORT]}: ", (figure.label, "bold"))))
    _origins(figure)
    stated = [opened.claim(claim) for claim in figure.claims]
    documents = {claim.document: opened.document(claim.document) for claim in stated}
    stated.sort(key=lambda claim: (documents[claim.document].published or "9", claim.document, claim.span))
    named = labels(opened)
    CONSOLE.print("\nThe claims, the oldest first", style="bold")
    for number, claim in enumerate(stated, 1):
        CONSOLE.print()
        head = _called(opened, claim.document, named(claim.document))
        row((3, Text(f"{number:>3}", style="dim")), (0, head))
        value = wording.said(claim.quantity) if claim.quantity else "no number"
        row((5, None), (0, Text(words(claim.text))))
        row(
            (5, None),
            (0, Text(f"{value}; furthest voice: {wording.voice(claim)}; {claim.basis}: {claim.because}")),
        )
        row((5, None), (0, Text(f"claim {claim.id[:SHORT]}", style="dim")))
    numbers = {claim.id: n for n, claim in enumerate(stated, 1)}
    links = {link for name in numbers for link in opened.links_of(name)}
    dates = {claim.id: documents[claim.document].published for claim in stated}
    _pairs([link for link in links if {link.earlier, link.later} <= numbers.keys()], numbers, dates)


def _origins(figure: Figure) -> None:
    if not figure.origins:
        row((2, None), (0, Text("origin: none; no document names who produced it")))
    for origin in figure.origins:
        says = f"origin: {origin.name}, {len(origin.claims)} of {counted(len(figure.claims), 'claim')}"
        row((2, None), (0, Text(says)))
        for reason in origin.because:
            row((4, None), (1, Text("-")), (0, Text(reason)))


def _pairs(links: Iterable[Link], numbers: dict[str, int], dates: dict[str, str | None]) -> None:
    """Print which claims of a figure stand how to each other; the reasons of each pair are shown with its claims."""
    kinds: dict[tuple[int, str], list[tuple[int, str, int]]] = {}
    for link in links:
        one, other = sorted((link.earlier, link.later), key=numbers.__getitem__)
        arrow = "↔" if _compared(dates[one], dates[other]) == "another" else "→"
        kinds.setdefault((GRAVEST.index(link.kind), _kind(link)), []).append(
            (numbers[one], arrow, numbers[other])
        )
    if kinds:
        CONSOLE.print("\nHow they stand to each other", style="bold")
    for (_, kind), pairs in sorted(kinds.items()):
        listed = ", ".join(f"{one}{arrow}{other}" for one, arrow, other in sorted(pairs))
        row((2, None), (0, Text(f"{kind}: {listed}")))
    if kinds:
        row(
            (2, None),
            (
                0,
                Text(
                    "→ a later one, ↔ of the same day or of no known order; `firsthand show DOSSIER CLAIM` gives the reasons",
                    style="dim",
                ),
            ),
        )


def _document(opened: Dossier, document_id: str) -> None:
    try:
        document = opened.document(document_id)
    except UnknownId:  # a file that could not be read
        line(f"{name_of(opened, document_id) or 'a file that could not be opened'} could not be read")
        for problem in opened.problems():
            if problem.where == document_id:
                _said("not read", problem.says)
        return
    _facts(document, opened.name_of(document.id))
    for problem in opened.problems():
        if problem.where == document.id:
            _said("doubtful", problem.says)
    for zone in document.zones:
        story = zone.kind in ("main", "title")
        CONSOLE.print(Text(f"\n[{zone.kind}]", style="dim"))
        row((2, None), (0, Text(document.words(zone.span), style="" if story else "dim")))


def _facts(document: Document, name: str) -> None:
    row((0, Text.assemble((name, "bold"), (f"  {document.id[:SHORT]}", "dim"))))
    dates = "; ".join(f"{found.date} ({found.origin}, {found.event})" for found in document.dates)
    original = document.original
    says = {
        "title": document.title, "publisher": document.publisher, "authors": ", ".join(document.authors),
        "kind": document.kind, "language": document.language, "date": document.published, "dates": dates,
        "original": f"{original.media_type}, {original.size:,} bytes", "SHA-256": original.sha256,
    }  # fmt: skip
    for what, said in says.items():
        if said:
            _said(what, said)


def _head(opened: Dossier, document: Document) -> None:
    row((0, _called(opened, document.id, label(document, opened.name_of(document.id)))))


def _said(name: str, said: str) -> None:
    row((2, None), (10, Text(name, style="dim")), (0, Text(" ".join(said.split()))))


def _in_context(document: Document, span: Span) -> Text:
    zone = next((z.span for z in document.zones if z.span.holds(span)), Span(0, len(document.text)))
    around = next((s for s in stretches(document.text, zone) if s.start <= span.start < s.end), span)
    before = " ".join(document.text[around.start : span.start].split(" "))
    behind = document.text[span.end : max(around.end, span.end)]
    start = f"…{before[-SCENE:]}" if len(before) > SCENE else before
    end = f"{behind[:SCENE]}…" if len(behind) > SCENE else behind
    return Text.assemble(
        start.replace("\n", " "),
        (f"{OPEN}{document.words(span)}{CLOSE}".replace("\n", " "), "bold"),
        end.replace("\n", " "),
    )
