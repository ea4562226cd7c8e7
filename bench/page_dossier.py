"""A large invented dossier for the page, made of records put straight into the ledger."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from firsthand import ledger
from firsthand.records import (
    Arrival,
    Attribution,
    Claim,
    Document,
    Evidence,
    Extraction,
    Figure,
    Finding,
    Hedge,
    Link,
    Marks,
    Origin,
    Original,
    Passage,
    Place,
    Quantity,
    Reuse,
    Source,
    Span,
    Step,
    Time,
    Zone,
    identity,
)

PER_DOCUMENT = 25
"""Claims in each document."""

SYLLABLES = (
    "ba", "do", "fe", "gul", "har", "jin", "kor", "lu", "mer", "nas", "pol", "ra", "sel", "ti", "vos", "we",
)  # fmt: skip


NOUNS = (
    "deckhands", "nets", "boats", "debts", "wages", "ferries", "permits", "inspections", "sheds", "contracts",
)  # fmt: skip


def _names(count: int, last: tuple[str, ...]) -> list[str]:
    """Return invented names, the same every time."""
    chance = random.Random(count)
    return [
        f"{''.join(chance.choices(SYLLABLES, k=3)).capitalize()} {chance.choice(last)}".strip()
        for _ in range(count)
    ]


NAMES = _names(300, ("Watch", "Ministry", "Press", "Courier", "Board"))


HEDGES: dict[str, Hedge] = {
    "": "exact", "about ": "about", "at least ": "at least", "up to ": "at most",
}  # fmt: skip
TOWNS = [(name, (n * 37) % 140 - 60.0, (n * 71) % 340 - 170.0) for n, name in enumerate(_names(400, ("",)))]


def make(path: Path, documents: int) -> None:
    """Make a dossier of so many invented documents with 25 claims each."""
    chance = random.Random(11)
    with ledger.create(path) as store:
        claims: list[Claim] = []
        for number in range(documents):
            content, extraction = _extraction(number, chance)
            store.receive(Arrival(extraction.document.original.name, content), "text/plain")
            store.keep(extraction)
            claims += extraction.claims
        figures = list(_figures(claims, chance))
        stated = {claim.id: claim for claim in claims}
        by_document: dict[str, list[Link]] = {}
        for figure in figures:
            for earlier, later in zip(figure.claims, figure.claims[1:], strict=False):
                kind = chance.choices(
                    ("same", "drift", "conflict", "update", "impossible"), (60, 25, 8, 5, 2)
                )[0]
                link = Link(
                    earlier,
                    later,
                    kind,
                    0.9,
                    ("value",) if kind == "drift" else (),
                    ("same words", "same number"),
                )
                by_document.setdefault(stated[later].document, []).append(link)
        ids = sorted({claim.document for claim in claims})
        for document in ids:
            other = chance.choice(ids)
            shared = (
                [Reuse(Passage(other, Span(0, 60)), Passage(document, Span(0, 60)), 10)]
                if other < document
                else []
            )
            store.link(document, by_document.get(document, []), shared)
        store.settle(figures, list(_findings(figures, stated, chance)))


@dataclass(frozen=True)
class _Said:
    """One sentence of an invented document with all that is found in it."""

    text: str
    clause: Span
    quantity: Quantity
    place: Place
    time: Time
    attribution: Attribution
    noun: str
    who: str


def _extraction(number: int, chance: random.Random) -> tuple[bytes, Extraction]:
    name = f"folder {number // 100:02}/{number:05}.txt"
    text, said = f"Notice {number} from the coast\n\n", list[_Said]()
    for n in range(PER_DOCUMENT + 5):
        said.append(_said(len(text), n, chance))
        text += said[-1].text
    content = text.encode()
    original = Original(name, sha256(content).hexdigest(), "text/plain", len(content))
    id_ = identity("document", original.sha256, name)
    title_end = text.index("\n")
    document = Document(
        id_, original, text, (Zone(Span(0, title_end), "title"), Zone(Span(title_end + 2, len(text)), "main")),
        title=text[:title_end], publisher=chance.choice(NAMES[:40]), kind="press article",
        published=f"{chance.randint(2005, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    )  # fmt: skip
    marks = Marks(
        times=tuple(each.time for each in said),
        places=tuple(each.place for each in said),
        quantities=tuple(each.quantity for each in said),
        attributions=tuple(each.attribution for each in said),
    )
    claims = tuple(_claim(document, each) for each in said[:PER_DOCUMENT])
    keys = tuple((claim.measure,) for claim in claims)
    return content, Extraction(document, marks, claims, (), "bench", keys)


def _said(start: int, n: int, chance: random.Random) -> _Said:
    amount = chance.randint(2, 900) * chance.choice((1, 1, 10, 1000))
    noun, who, (town, latitude, longitude) = (
        chance.choice(NOUNS),
        chance.choice(NAMES),
        chance.choice(TOWNS),
    )
    hedge = chance.choice(("", *HEDGES))
    year = str(chance.randint(2001, 2024))
    head = f"{hedge}{amount:,}"
    text = f"{head} {noun} off {town} were counted in {year}, {who} said."

    def at(words: str) -> Span:
        found = start + text.index(words)
        return Span(found, found + len(words))

    low = None if hedge == "up to " else Decimal(amount)
    high = None if hedge == "at least " else Decimal(amount)
    speaker = at(who)
    clause = Span(start, speaker.start - 2)
    cue = Span(speaker.end + 1, speaker.end + 5)
    tail = " The crews of the harbour waited for the ferry and nobody told them when it would come."
    return _Said(
        text + tail * (n % 3) + "\n\n",
        clause,
        Quantity(Span(start, start + len(head)), "count", low, high, HEDGES[hedge]),
        Place(at(town), town, latitude, longitude),
        Time(at(year), year),
        Attribution("indirect", Source((speaker,), who, "organisation"), (cue,), (clause,)),
        noun,
        who,
    )


def _claim(document: Document, said: _Said) -> Claim:
    span, counted, town = said.clause, said.quantity, said.place.name
    return Claim(
        identity("claim", document.id, str(span.start)), document.id, span, span.of(document.text),
        counted, counted.span.of(document.text), said.noun, said.noun, None, town, said.time.value,
        (Step(document.publisher, "outlet"), Step(said.who, "organisation")), False, "repeated", "it says who told it",
        (said.noun, town.lower()),
    )  # fmt: skip


def _figures(claims: list[Claim], chance: random.Random) -> Iterator[Figure]:
    """Yield figures of one claim mostly, of some often, and of many seldom."""
    left = claims.copy()
    chance.shuffle(left)
    while left:
        size = chance.choices((1, 2, 4, 8, 30, 400), (60, 20, 10, 8, 2, 0.05))[0]
        some, left = left[:size], left[size:]
        names = sorted({claim.chain[-1].name or "" for claim in some})[: chance.randint(0, 3)]
        origins = tuple(
            Origin(
                name,
                tuple(c.id for c in some if c.chain[-1].name == name),
                (f"attributed to {name} in the text",),
            )
            for name in names
        )
        ids = tuple(claim.id for claim in some)
        yield Figure(
            identity("figure", *ids), some[0].text, some[0].measure, some[0].population, ids, origins
        )


def _findings(figures: list[Figure], stated: dict[str, Claim], chance: random.Random) -> Iterator[Finding]:
    kinds = (
        "one origin",
        "conflict",
        "impossible",
        "drift",
        "copied text",
        "untraceable",
        "update",
        "same witness",
    )
    for n, figure in enumerate(figure for figure in figures if len(figure.claims) > 3):
        evidence = tuple(
            Evidence(Passage(stated[id_].document, stated[id_].span), stated[id_].text)
            for id_ in figure.claims[:40]
        )
        says = f"{len(figure.claims)} documents speak of the same thing: {figure.label}."
        yield Finding(chance.choice(kinds), says, 1 - n / 10_000, evidence)
