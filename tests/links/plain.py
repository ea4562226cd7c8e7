"""Claims in plain words: a researcher writes a sentence and says in it what the number, the people and the measure are.

    An {estimated 64% | share about 0.64} of [migrant women in Vessany] <work off a debt>. @ Vessany ~ 2024 : Open Harbour Watch

{words | kind hedge value unit per}, [population], <measure>, (of the whole), then @ place, ~ period, : source.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import get_args

from firsthand.links import Look, outline, voices
from firsthand.links.terms import TOKEN
from firsthand.records import (
    Claim,
    Document,
    Hedge,
    Original,
    Quantity,
    Sheet,
    Span,
    Step,
    Zone,
    identity,
)

FAR = (
    "The weather was fine, and everybody agreed that the market had seldom been as lively as in that spring. "
    * 3
)
"""A paragraph that puts what stands behind it out of reach of what stands before it."""

HEDGES = sorted(get_args(Hedge), key=len, reverse=True)
LINE = re.compile(
    r"^(?P<text>.*?)(?:\s+@ (?P<place>[^~:]+?))?(?:\s+~ (?P<period>[^:]+?))?(?:\s+: (?P<source>.+?))?$"
)


def claim(line: str, document: str = "one", outlet: str = "The Halden Courier") -> tuple[Claim, str]:
    """Return the claim that a line states, and the bare sentence."""
    parts = LINE.match(line.strip())
    assert parts is not None
    marked = parts["text"]
    pieces = re.search(r"\{([^|}]+)\|([^}]+)\}", marked)
    shown = pieces[1].strip() if pieces else None
    sentence = re.sub(r"\{([^|}]+?)\s*\|[^}]+\}", r"\1", marked)
    sentence = re.sub(r"[\[\]<>()]", "", sentence)
    start = sentence.find(shown) if shown else 0
    span = Span(start, start + len(shown or ""))
    steps = [Step(outlet, "outlet")] + ([Step(parts["source"], "organisation")] if parts["source"] else [])
    made = Claim(
        id=identity("claim", document, line),
        document=document,
        span=Span(0, len(sentence)),
        text=sentence,
        quantity=quantity(pieces[2].split(), span) if pieces else None,
        quantity_text=shown,
        measure=_inner(marked, "<", ">") or "",
        population=_inner(marked, "[", "]"),
        whole=_inner(marked, "(", ")"),
        place=parts["place"],
        period=parts["period"],
        chain=tuple(steps),
        first_hand=False,
        basis="repeated" if parts["source"] else "not named",
        because="written for a test",
        terms=tuple(
            token.casefold()
            for token in TOKEN.findall(sentence.replace(shown or "", " "))
            if not token[0].isdigit()
        ),
    )
    return made, sentence


def quantity(fields: list[str], span: Span) -> Quantity:
    """Read "share about 0.64", "count range 12..29", "money at least 105000000 USD year", "length exact 14 nautical_mile"."""
    kind, rest = fields[0], " ".join(fields[1:])
    hedge = next(hedge for hedge in HEDGES if rest.startswith(hedge))
    values = rest.removeprefix(hedge).split()
    low, _, high = values[0].partition("..")
    if not high:
        low, high = {
            "at least": (low, ""), "more than": (low, ""), "at most": ("", low), "less than": ("", low),
            "order of magnitude": (low, ""),
        }.get(hedge, (low, low))  # fmt: skip
    return Quantity(
        span=span,
        kind=kind,  # type: ignore[arg-type]
        low=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
        hedge=hedge,
        unit=values[1].replace("_", " ") if len(values) > 1 else "",
        per=values[2] if len(values) > 2 else None,
    )


def sheet(
    lines: list[str], name: str = "one", published: str | None = None, outlet: str = "The Halden Courier"
) -> Sheet:
    """Return a document that consists of the sentences of some lines, with their claims."""
    claims, text = [], ""
    for line in lines:
        made, sentence = claim(line, name, outlet)
        claims.append(_moved(made, len(text)))
        text += sentence + "\n\n"
    document = Document(
        name, Original(name, name, "text/plain", len(text)), text, (Zone(Span(0, len(text)), "main"),),
        publisher=outlet, published=published, kind="press article",
    )  # fmt: skip
    return Sheet(document, tuple(claims), voices=voices(document))


def seen_whole(sheets: Mapping[str, Sheet]) -> Look:
    """Return how documents are seen whole, each by its name."""
    return Look(
        lambda name: list(map(outline, sheets[name].claims)),
        lambda name, places: [sheets[name].claims[place] for place in places],
        lambda name: sheets[name].document.text,
    )


def _moved(made: Claim, by: int) -> Claim:
    from dataclasses import replace

    def later(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    moved = replace(made.quantity, span=later(made.quantity.span)) if made.quantity else None
    return replace(made, span=later(made.span), quantity=moved)


def _inner(text: str, left: str, right: str) -> str | None:
    found = re.search(re.escape(left) + r"([^" + re.escape(right) + r"]+)" + re.escape(right), text)
    return re.sub(r"\{([^|}]+?)\s*\|[^}]+\}", r"\1", found[1]).strip("[]<>() ") if found else None
