"""Invented documents of a chosen size, with all that can be found in one."""

import hashlib
from decimal import Decimal

from firsthand.records import (
    Arrival,
    Attribution,
    Chosen,
    Citation,
    Claim,
    Conversion,
    Document,
    Extraction,
    FoundDate,
    Identifier,
    Marks,
    Original,
    Place,
    Problem,
    Provenance,
    Quantity,
    Source,
    Span,
    Step,
    Time,
    Voice,
    Voices,
    Zone,
    identity,
)

LINE = (
    "Up to 500,000 people fled Karvelia through the port of Vessany, said Iven Marrow of Open Harbour Watch. "
)


def arrival(name: str = "courier.txt", words: str = "", lines: int = 6) -> Arrival:
    """Return a file whose text is the same line over and over, behind the given words."""
    return Arrival(name, text(words, lines).encode())


def text(words: str = "", lines: int = 6) -> str:
    return f"{words}\n\n" + "\n\n".join(LINE for _ in range(lines))


def extraction(original: Original, content: bytes, *, keys: int = 3, prints: int = 20) -> Extraction:
    """Return what a whole run might find in the text: for each line one of everything."""
    document = _document(original, content.decode())
    starts = [place for place in range(len(document.text)) if document.text.startswith(LINE, place)]
    claims = tuple(_claim(document, start) for start in starts)
    return Extraction(
        document,
        _marks(starts),
        claims,
        (Problem(original.name, "two dates disagree"),),
        "firsthand 0.1.0, model 3.8.0",
        tuple(tuple(f"key {n} {i}" for i in range(keys)) for n in range(len(claims))),
        {fingerprint(f"{original.sha256} {n}"): 1.0 for n in range(prints)},
        Voices(
            (Voice("open harbour watch", "Open Harbour Watch", Span(0, 5), True),),
            {"ohw": "open harbour watch"},
        ),
        tuple(f"outline {n} {original.sha256}".encode() for n in range(len(claims))),
        f"words of {original.sha256}".encode(),
    )


def every(near: list[tuple[int, int, bytes | None]]) -> Chosen:
    """Choose all pairs of claims that the ledger finds."""
    return Chosen([(here, there) for here, there, _ in near])


def never(*_: object) -> bool:
    """No two documents are akin."""
    return False


def fingerprint(seed: str) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big", signed=True)


def _document(original: Original, words: str) -> Document:
    title_end = words.index("\n\n")
    return Document(
        id=identity("document", original.sha256, original.name),
        original=original,
        text=words,
        zones=(Zone(Span(0, title_end), "title"), Zone(Span(title_end + 2, len(words)), "main")),
        title=words[:title_end] or None,
        publisher="The Halden Courier",
        authors=("Iven Marrow", "Tove Lindqvist"),
        kind="press article",
        published="2023-05",
        dates=(FoundDate("2023-05", "text", Span(0, 2)), FoundDate("2023-06-01", "url")),
        pages=(0, title_end),
    )


def _marks(starts: list[int]) -> Marks:
    return Marks(
        times=tuple(Time(Span(start, start + 2), "2023") for start in starts),
        places=tuple(Place(Span(start + 25, start + 33), "Karvelia", 1.5, -2.25) for start in starts),
        citations=tuple(Citation(Span(start, start + 1), "A report") for start in starts[:1]),
        quantities=tuple(_quantity(start) for start in starts),
        attributions=tuple(_attribution(start) for start in starts),
        provenance=tuple(Provenance(Span(start, start + 4), "interviews") for start in starts[:1]),
        identifiers=tuple(Identifier(Span(start, start + 4), "quasi", "p1") for start in starts[:1]),
    )


def _quantity(start: int) -> Quantity:
    return Quantity(
        Span(start, start + 13),
        "count",
        None,
        Decimal("500000"),
        "at most",
        counted=Span(start + 14, start + 20),
        converted=Conversion(Span(start, start + 5), Decimal("1.50"), None, "USD"),
    )


def _attribution(start: int) -> Attribution:
    source = Source((Span(start + 69, start + 80),), "Iven Marrow", "organisation")
    return Attribution("indirect", source, (Span(start + 64, start + 68),), (Span(start, start + 62),), None)


def _claim(document: Document, start: int) -> Claim:
    span = Span(start, start + 62)
    return Claim(
        id=identity("claim", document.id, str(start)),
        document=document.id,
        span=span,
        text=document.words(span),
        quantity=_quantity(start),
        quantity_text=document.text[start : start + 13],
        measure="fled",
        population="people",
        whole=None,
        place="Karvelia",
        period=None,
        chain=(Step("The Halden Courier", "outlet"), Step(None, "unnamed")),
        first_hand=False,
        basis="repeated",
        because="an organisation is named",
        terms=("people", "flee", "port"),
        citations=("[4]",),
        spoken=True,
    )
