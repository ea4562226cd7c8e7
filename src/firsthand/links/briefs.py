"""The whole dossier in small tuples: what must be known of every claim and document at once to settle it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from sys import intern

from firsthand.links.decided import Decided
from firsthand.links.labels import label
from firsthand.links.looks import Looks, looks
from firsthand.links.values import distinction, point
from firsthand.links.view import View
from firsthand.links.voices import voice_key
from firsthand.records import Basis, Claim, Document, DocumentKind, Role, Span, Voices

PUBLIC: frozenset[Role] = frozenset({"author", "official", "organisation", "report", "data set", "outlet"})
"""Roles that speak in public."""


FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b")


OF_ALL = re.compile(
    r"\b(?:of|out of|among)\s+(?:the |all |all the |its |their )?(?:\w+['’]s )?\d", re.IGNORECASE
)
"""Words before the number of a whole: "of the 12,000 people"."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A claim in short: where it stands, the bodies behind it, its number and of whom, as the text shows them.

    ``described`` says that the text says something of who speaks, named or not; ``witness``
    that it is told by or in the testimony of a witness, whose name no sentence of ours repeats;
    ``told`` that it is in the first person, and ``parted`` that its people are given with the number
    of all of whom they are some: "2,150 of the 8,600 workers"; ``change`` that the number is a rise or fall, ``firm`` that it is told without a hedge.
    """

    id: str
    document: str
    span: Span
    value: tuple[Decimal | None, Decimal | None] | None
    kind: str
    point: Decimal | None
    distinction: float
    bodies: tuple[str, ...]
    names: tuple[str, ...]
    basis: Basis
    first_hand: bool
    spoken: bool
    told: bool
    described: bool
    witness: bool
    cited: tuple[str, ...]
    parted: bool
    change: bool
    firm: bool
    shown: str | None
    measure: str
    population: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in short: when and by whom it was published, and whose works it cites and where."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    publisher: str | None
    kind: DocumentKind
    authors: tuple[str, ...]
    works: tuple[tuple[str, str, Span], ...]  # key, name as shown, where it is cited
    looks: Looks

    @property
    def order(self) -> tuple[str, str]:
        """By what documents are ordered: date of publication, then id."""
        return self.published or "9999", self.id


@dataclass(frozen=True, slots=True)
class Briefs:
    """Claims and documents of a dossier in short, by id; ``public`` are the keys of those who only speak in public.

    ``together`` are the pairs of keys that are one voice by a person's decision.
    """

    claims: dict[str, Brief]
    papers: dict[str, Paper]
    public: frozenset[str]
    together: frozenset[frozenset[str]] = frozenset()


def briefs(view: View, word: Decided) -> Briefs:
    """Read a dossier once, one document at a time, and return what settling needs of all of it.

    ``word`` is what people decided about who stands behind whom.
    """
    known: dict[str, Voices] = {}
    heads: dict[str, Document] = {}
    seen: dict[str, Looks] = {}
    claims: list[Brief] = []
    roles: dict[str, set[Role]] = defaultdict(set)
    for name in sorted(document.id for document in view.documents()):
        sheet = view.part(name)
        known[name] = word.voices(sheet.voices)
        heads[name] = sheet.document
        seen[name] = looks(view.document(name))
        for step in (step for claim in sheet.claims for step in claim.chain if step.name):
            roles[voice_key(step.name or "")].add(step.role)
        stated = (claim for claim in sheet.claims if not claim.rejected)
        claims += [_brief(claim) for claim in sorted(stated, key=lambda claim: claim.id)]
    everywhere = _agreed(known.values())
    papers = {}
    for name in heads:
        known[name] = known[name].with_those_of(everywhere)
        papers[name] = _paper(heads[name], known[name], seen[name])
    public = frozenset(key for key, found in roles.items() if found & PUBLIC and "witness" not in found)
    complete = {}
    for n, brief in enumerate(claims):
        claims[n] = complete[brief.id] = _complete(brief, known[brief.document], papers[brief.document])
    return Briefs(
        complete,
        papers,
        public,
        frozenset(pair for pair, one in word.origins.items() if one),
    )


def _agreed(found: Iterable[Voices]) -> Voices:
    """Who stands behind whom by the word of some document, where no other document says otherwise."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for known in found:
        for key, body in known.bodies.items():
            bodies[key].add(body)
    return Voices((), {key: min(several) for key, several in sorted(bodies.items()) if len(several) == 1})


def _paper(document: Document, known: Voices, seen: Looks) -> Paper:
    return Paper(
        document.id,
        document.published,
        known.body(voice_key(document.publisher or document.title or "")) or None,
        document.title,
        document.publisher,
        document.kind,
        tuple(voice_key(author) for author in document.authors),
        tuple((known.body(voice.key), voice.name, voice.span) for voice in known.named if voice.report),
        seen,
    )


def _complete(brief: Brief, known: Voices, paper: Paper) -> Brief:
    """A claim in short with what its document and the dossier say of who stands behind it."""
    told = brief.witness or paper.kind == "testimony"
    return replace(brief, bodies=_bodies(brief, known), witness=told)


def _bodies(brief: Brief, known: Voices) -> tuple[str, ...]:
    """The bodies behind a claim, by all that the dossier says of who stands behind whom."""
    return tuple(dict.fromkeys(filter(None, map(known.body, brief.bodies))))


def _brief(claim: Claim) -> Brief:
    """A claim in short; its bodies are those that it names itself. Words that come again are held once."""
    quantity = claim.quantity
    names = tuple(intern(step.name) for step in claim.chain if step.name and step.role != "outlet")
    return Brief(
        intern(claim.id),
        intern(claim.document),
        claim.span,
        (quantity.low, quantity.high) if quantity else None,
        intern(quantity.kind) if quantity else "statement",
        point(quantity) if quantity else None,
        distinction(quantity) if quantity else 0.0,
        tuple(intern(voice_key(name)) for name in names),
        names,
        intern(claim.basis),  # type: ignore[arg-type]
        claim.first_hand,
        claim.spoken,
        claim.spoken and FIRST_PERSON.search(claim.text) is not None,
        any(step.name or step.role not in ("outlet", "unnamed") for step in claim.chain[1:]),
        any(step.role == "witness" for step in claim.chain),
        claim.citations,
        _parted(claim),
        quantity is not None and quantity.direction is not None,
        quantity is not None and quantity.hedge == "exact",
        claim.quantity_text and intern(claim.quantity_text),
        intern(claim.measure),
        claim.population and intern(claim.population),
        label(claim),
    )


def _parted(claim: Claim) -> bool:
    """Whether the words of a claim give the number of all of whom its own number are some."""
    quantity = claim.quantity
    if quantity is None or quantity.kind not in ("count", "share"):
        return False
    return any(phrase and re.search(r"\d", phrase) for phrase in (claim.whole, claim.population)) or bool(
        OF_ALL.search(claim.text)
    )
