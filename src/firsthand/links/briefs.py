"""The whole dossier in short: what must be known of every claim and document at once to settle it."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import msgspec
from msgspec import structs

from firsthand.links.called import called
from firsthand.links.decided import Decided
from firsthand.links.headed import headed
from firsthand.links.keeping import keeper, teller
from firsthand.links.labels import label
from firsthand.links.looks import Looks, looks
from firsthand.links.makers import is_body, is_office, is_outlet
from firsthand.links.parts import Parts, one_by_one
from firsthand.links.referred import References, issuer
from firsthand.links.resting import Numbers, Resting, resting
from firsthand.links.shelf import ENCODER, Brief, Shelf, packed, unpacked
from firsthand.links.shortened import shortened
from firsthand.links.values import distinction, point
from firsthand.links.view import View
from firsthand.links.voices import capitalised, voice_key
from firsthand.records import Claim, Document, DocumentKind, Role, Span, Voices

BODIES: frozenset[Role] = frozenset({"organisation", "report", "data set"})
"""Roles of those who give figures of their own."""

PUBLIC: frozenset[Role] = frozenset({"author", "official", "organisation", "report", "data set", "outlet"})
"""Roles that speak in public."""


GIVING: frozenset[DocumentKind] = frozenset({"report", "press release"})
"""Kinds of documents whose numbers others take over."""

RETELLING: frozenset[DocumentKind] = frozenset({"press article", "encyclopedia article", "other"})
"""Kinds of documents that tell the numbers of others."""

MAIL = frozenset({"message/rfc822", "application/vnd.ms-outlook"})
"""What comes as a letter: of a body it is what the body sends to the press."""

STATEMENT = re.compile(
    r"(?:press\s+)?(?:statement|communiqué|communique|release|declaration|notice)\b", re.IGNORECASE
)
"""First word of the title of what somebody states."""

FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b")


OF_ALL = re.compile(
    r"\b(?:of|out of|among)\s+(?:the |all |all the |its |their )?(?:\w+['’]s )?\d", re.IGNORECASE
)
"""Words before the number of a whole: "of the 12,000 people"."""


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
    headed: frozenset[str]  # the numbers that the title gives

    @property
    def order(self) -> tuple[str, str]:
        """By what documents are ordered: date of publication, then id."""
        return self.published or "9999", self.id


@dataclass(frozen=True, slots=True)
class Briefs:
    """Claims and documents of a dossier in short, by id; ``public`` are the keys of those who only speak in public.

    ``together`` are the pairs of keys that are one voice by a person's decision, ``cited`` the bodies to which
    documents of others attribute what they say, ``resting`` tells who has several numbers from whom, ``keepers`` in whose
    books the number of a claim is of which nobody says whose it is, ``tellers`` by whose word it is, named only by a word.
    """

    claims: Shelf
    papers: dict[str, Paper]
    public: frozenset[str]
    together: frozenset[frozenset[str]] = frozenset()
    cited: frozenset[str] = frozenset()
    resting: Resting = field(default_factory=Resting)
    keepers: dict[str, str] = field(default_factory=dict)
    tellers: dict[str, str] = field(default_factory=dict)


class Read(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was read of one document: it in short, who stands behind whom, its claims, packed, and the keys of those in them.

    ``public`` are those who speak in public, ``private`` witnesses, ``cited`` the bodies, ``keepers`` those in whose
    books a claim's number is of which nobody says whose it is.
    """

    paper: Paper
    voices: Voices
    claims: msgspec.Raw
    public: frozenset[str]
    private: frozenset[str]
    cited: frozenset[str]
    keepers: dict[str, str]
    tellers: dict[str, str]


READ = msgspec.msgpack.Decoder(list[Read])


def briefs(view: View, word: Decided, parts: Parts = one_by_one) -> Briefs:
    """Read a dossier once, one document at a time, and return what settling needs of all of it.

    ``word`` is what people decided about who stands behind whom; ``parts`` may have others read some of the documents.
    """
    known: dict[str, Voices] = {}
    papers: dict[str, Paper] = {}
    pages: deque[bytes] = deque()
    numbers = Numbers()
    public: set[str] = set()
    private: set[str] = set()
    cited: set[tuple[str, str]] = set()
    keepers: dict[str, str] = {}
    tellers: dict[str, str] = {}
    names = sorted(document.id for document in view.documents())
    for read in _all_read(view, names, parts):
        name = read.paper.id
        known[name], papers[name] = word.voices(read.voices), read.paper
        public |= read.public
        private |= read.private
        cited.update((key, name) for key in read.cited)
        keepers |= read.keepers
        tellers |= read.tellers
        pages.append(bytes(read.claims))
        made = (brief for brief in unpacked(pages[-1]) if not brief.change)
        numbers.add(name, ((brief.kind, brief.point, brief.distinction) for brief in made))
    everywhere = _told_everywhere(known, papers, {key for key, _ in cited})
    here = References((paper.id, paper.title, paper.publisher) for paper in papers.values())
    complete = (
        (name, [_complete(brief, known[name], papers[name], here) for brief in unpacked(pages.popleft())])
        for name in papers
    )
    together = frozenset(pair for pair, one in word.origins.items() if one)
    by_others = frozenset(
        body for key, name in cited if (body := everywhere.body(key)) != papers[name].outlet
    )
    given = [(paper.id, paper.outlet or "", paper.published) for paper in papers.values()]
    own = [each for each in given if each[1] and papers[each[0]].kind in GIVING]
    rests = resting(numbers, own, given)
    one = called((paper.outlet or "" for paper in papers.values()), map(everywhere.body, public))
    by = {claim: one[kind] for claim, kind in tellers.items() if kind in one}
    keepers |= {claim: capitalised(one[name]) for claim, name in keepers.items() if name in one}
    return Briefs(
        Shelf(complete), papers, frozenset(public - private), together, by_others, rests, keepers, by
    )


def _all_read(view: View, names: Sequence[str], parts: Parts) -> Iterator[Read]:
    def work(places: range) -> bytes:
        """Return what is read of the documents at some places."""
        return ENCODER.encode([_read(view, names[place]) for place in places])

    for part in parts(len(names), work):
        yield from READ.decode(part)


def _read(view: View, name: str) -> Read:
    sheet, document = view.part(name), view.document(name)
    steps = [(step.role, voice_key(step.name)) for claim in sheet.claims for step in claim.chain if step.name]
    return Read(
        _paper(sheet.document, looks(document)),
        sheet.voices,
        msgspec.Raw(packed([_brief(claim) for claim in sheet.claims if not claim.rejected])),
        frozenset(key for role, key in steps if role in PUBLIC),
        frozenset(key for role, key in steps if role == "witness"),
        frozenset(key for role, key in steps if role in BODIES),
        *_by_their_words(document, sheet.claims),
    )


def _by_their_words(document: Document, claims: Iterable[Claim]) -> tuple[dict[str, str], dict[str, str]]:
    """Of numbers of which a newspaper or an encyclopedia does not say by name whose they are, by claim.

    The bodies in whose books they are, and the kinds of those that tell them.
    """
    if document.kind not in RETELLING:
        return {}, {}
    bare = [claim for claim in claims if claim.quantity and claim.basis == "not named" and not claim.spoken]
    kept = ((claim.id, keeper(document.text, claim.span)) for claim in bare)
    told = ((claim.id, teller(document.text, claim.span)) for claim in bare)
    return {claim: body for claim, body in kept if body}, {claim: kind for claim, kind in told if kind}


def _told_everywhere(known: dict[str, Voices], papers: dict[str, Paper], cited: set[str]) -> Voices:
    """Who stands behind whom by the word of the dossier; every document's voices and paper are completed with it."""
    agreed = _agreed(known.values())
    spoken = cited.union(voice.key for each in known.values() for voice in each.named)
    short = shortened((agreed.body(voice_key(paper.publisher or "")) for paper in papers.values()), spoken)
    signed = (
        (agreed.body(voice_key(paper.publisher)), paper.authors)
        for paper in papers.values()
        if paper.publisher and paper.kind in GIVING
    )
    everywhere = agreed.with_those_of(Voices((), {**headed(signed, spoken), **short}))
    for name in papers:
        known[name] = known[name].with_those_of(everywhere)
        papers[name] = _with_works(papers[name], known[name])
    return everywhere


def _agreed(found: Iterable[Voices]) -> Voices:
    """Who stands behind whom by the word of some document, where no other document says otherwise."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for known in found:
        for key, body in known.bodies.items():
            bodies[key].add(body)
    return Voices((), {key: min(several) for key, several in sorted(bodies.items()) if len(several) == 1})


def _paper(document: Document, seen: Looks) -> Paper:
    """A document in short, still without what other documents say of who stands behind whom."""
    authors = tuple(voice_key(author) for author in document.authors)
    return Paper(
        document.id,
        document.published,
        None,
        document.title,
        document.publisher,
        _kind(document),
        authors,
        (),
        seen,
        frozenset(re.findall(r"\d+", re.sub(r"(?<=\d)[\s,.](?=\d{3})", "", document.title or ""))),
    )


def _kind(document: Document) -> DocumentKind:
    """The kind of a document; what a body that is no newspaper puts out in its own name, or a statement, is a press release."""
    if document.kind not in ("other", "press article"):
        return document.kind
    name = document.publisher or ""
    own = not is_outlet(name) and (is_office(name) if document.kind == "other" else is_body(name))
    sent = document.original.media_type in MAIL and not is_outlet(name)
    stated = document.kind == "other" and STATEMENT.match(document.title or "") is not None
    return "press release" if own or sent or stated else document.kind


def _with_works(paper: Paper, known: Voices) -> Paper:
    outlet = known.body(voice_key(paper.publisher or paper.title or "")) or None
    works = tuple((known.body(voice.key), voice.name, voice.span) for voice in known.named if voice.report)
    return replace(paper, outlet=outlet, works=works)


def _complete(brief: Brief, known: Voices, paper: Paper, here: References) -> Brief:
    """A claim in short with what its document and the dossier say of who stands behind it."""
    told = brief.witness or paper.kind == "testimony"
    led = here.leads_to(brief.referred) if brief.referred else None
    body = issuer(brief.referred) if brief.referred and led is None else None
    by = known.body(voice_key(body)) if body else None
    return structs.replace(brief, bodies=_bodies(brief, known), witness=told, referred=led, issuer=by)


def _bodies(brief: Brief, known: Voices) -> tuple[str, ...]:
    """The bodies behind a claim, by all that the dossier says of who stands behind whom."""
    return tuple(dict.fromkeys(filter(None, map(known.body, brief.bodies))))


def _brief(claim: Claim) -> Brief:
    """A claim in short; its bodies are those that it names itself."""
    quantity = claim.quantity
    names = tuple(step.name for step in claim.chain if step.name and step.role != "outlet")
    return Brief(
        claim.id,
        claim.document,
        claim.span,
        (quantity.low, quantity.high) if quantity else None,
        quantity.kind if quantity else "statement",
        point(quantity) if quantity else None,
        distinction(quantity) if quantity else 0.0,
        tuple(voice_key(name) for name in names),
        names,
        claim.basis,
        claim.first_hand,
        claim.spoken,
        claim.spoken and FIRST_PERSON.search(claim.text) is not None,
        any(step.name or step.role not in ("outlet", "unnamed") for step in claim.chain[1:]),
        any(step.role == "witness" for step in claim.chain),
        claim.citations,
        _parted(claim),
        quantity is not None and quantity.direction is not None,
        quantity is not None and quantity.hedge == "exact",
        claim.number,
        claim.measure,
        claim.population,
        label(claim),
        _entry(claim),
        claim.period,
    )


def _entry(claim: Claim) -> str | None:
    """The entry to which the one reference behind a claim leads, where the claim names nobody else: "the government speaks of 40.[2]"."""
    steps = claim.chain[1:]
    if not claim.citations or not steps or steps[0].role != "outlet":
        return None
    bare = all(step.name is None and step.role != "witness" for step in steps[1:])
    return steps[0].name if bare else None


def _parted(claim: Claim) -> bool:
    """Whether the words of a claim give the number of all of whom its own number are some."""
    quantity = claim.quantity
    if quantity is None or quantity.kind not in ("count", "share"):
        return False
    return any(phrase and re.search(r"\d", phrase) for phrase in (claim.whole, claim.population)) or bool(
        OF_ALL.search(claim.text)
    )
