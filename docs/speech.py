"""The page of attributions: each kind with an invented example and what the program makes of it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from firsthand import claims, marks
from firsthand.language import parse
from firsthand.lexicon import load
from firsthand.records import Attribution, Claim, Document, Marks, Original, Span, Zone

EXAMPLES = Path(__file__).with_name("attribution.toml")
HEAD = """# Who says what

Generated from the program by `make docs`; the examples are invented and stand in `docs/attribution.toml`. Each is read as an
article of The Halden Courier. Under each example stands what is marked, and for each figure the chain from the paper to the
furthest voice with the ground on which that voice speaks.
"""


def page() -> str:
    """Return the page, made by running the program over the examples."""
    examples = tomllib.loads(EXAMPLES.read_text("utf-8"))
    parts = [HEAD]
    for kind in examples["kind"]:
        shown = "\n".join("\n".join(_example(text)) + "\n" for text in kind["texts"])
        parts.append(f"## {kind['title']}\n\n{kind['why']}\n\n{shown}")
    parts.append(
        "## How something is known\n\n"
        "Statements of provenance are marks of their own. The words between the brackets are marked.\n\n"
        "| kind | why | example |\n|---|---|---|\n" + "".join(_provenance(examples["provenance"]))
    )
    return "\n".join(parts)


def _example(text: str) -> Iterator[str]:
    """The lines of one example: its words, its attributions, its claims."""
    document = _document(text.replace("¶", "\n\n"))
    parsed = parse(document)
    found = marks.find(document, parsed)
    yield "> " + text.replace("¶", "\n>\n> ") + "\n"
    for each in found.attributions:
        yield f"- {_attribution(each, document, found)}"
    if not found.attributions:
        yield "- no attribution"
    for claim in claims.make(document, parsed, found):
        if claim.quantity:
            yield f"- {_claim(claim)}"


def _attribution(each: Attribution, document: Document, found: Marks) -> str:
    source = _words(each.source.spans, document) if each.source else "nobody"
    if each.source and each.source.resolved:
        source += f" = {each.source.resolved}"
    role = f" ({each.source.role})" if each.source else ""
    cue = f"`{_words(each.cue, document)}`" if each.cue else "no cue"
    outer = found.attributions[each.inside].source if each.inside is not None else None
    within = f"; within the words of {outer.resolved or _words(outer.spans, document)}" if outer else ""
    return f"**{each.kind}**: {source}{role} | {cue} | {_words(each.content, document)}{within}"


def _claim(claim: Claim) -> str:
    chain = " → ".join(f"{step.name or 'not named'} ({step.role})" for step in claim.chain)
    return f"{claim.quantity_text}: {chain}; **{claim.basis}**, because {claim.because}"


def _provenance(examples: dict[str, str]) -> Iterator[str]:
    for kind, group in load("en", "provenance").items():
        if "patterns" in group:
            document = _document(examples[kind])
            marked = marks.find(document, parse(document)).provenance
            text = document.text
            for mark in reversed(marked):
                text = f"{text[: mark.span.start]}[{mark.span.of(text)}]{text[mark.span.end :]}"
            yield f"| {', '.join(sorted({mark.kind for mark in marked}))} | {group['why']} | {text} |\n"


def _words(spans: tuple[Span, ...], document: Document) -> str:
    return " + ".join(" ".join(document.words(span).split()) for span in spans)


def _document(text: str) -> Document:
    """An article of an invented paper; a first paragraph without a full stop is its title."""
    title = text.find("\n\n") if "\n\n" in text and text[text.find("\n\n") - 1].isalnum() else 0
    zones: tuple[Any, ...] = (Zone(Span(title, len(text)), "main"),)
    if title:
        zones = Zone(Span(0, title), "title"), Zone(Span(title + 2, len(text)), "main")
    original = Original("example.txt", "0" * 64, "text/plain", len(text))
    return Document(
        "example",
        original,
        text,
        zones,
        publisher="The Halden Courier",
        kind="press article",
        published="2022-05-20",
    )
