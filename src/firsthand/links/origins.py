"""Where the claims of a figure were produced, and how many independent origins there are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache

from firsthand.lexicon import words
from firsthand.links.briefs import Briefs, Paper
from firsthand.links.makers import is_outlet
from firsthand.links.repeating import WITNESS, Places, without_repeating
from firsthand.links.resting import TELLING
from firsthand.links.shelf import Brief
from firsthand.links.voices import capitalised, is_name, voice_key, without_own_things
from firsthand.records import DocumentKind, Origin

PAPER = "a paper:"
"""What the key of a report begins with of which it is not known who made it."""

OWN: frozenset[DocumentKind] = frozenset({"report", "testimony", "press release"})
"""Kinds of documents whose figures are their publisher's own, where they name nobody else."""

Value = tuple[Decimal | None, Decimal | None] | None
"""The ends of a number, None where there is none."""

LONGEST = 60
"""Characters from which a phrase is no name."""


def names_of_makers(known: Briefs) -> dict[str, set[str]]:
    """Return for each body that makes works the names under which texts cite it, and under which it publishes here."""
    makers: dict[str, set[str]] = defaultdict(set)
    for paper in known.papers.values():
        for body, name, _ in paper.works:
            makers[body].add(name)
    for paper in known.papers.values():
        if paper.outlet in makers and paper.publisher:
            makers[paper.outlet].add(paper.publisher)
    return dict(makers)


def origins(
    claims: tuple[str, ...], known: Briefs, copied: dict[str, str], makers: dict[str, set[str]]
) -> tuple[Origin, ...]:
    """Return the named origins of a figure, the one with most claims first; none when no document names one.

    ``copied`` leads from a claim in a shared passage to the earliest claim of that
    passage, so that a copy without its source has the source of what it copies; ``makers``
    are the names of bodies.
    """
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)

    shown = cache(_Named(claims, known, makers).shown)  # asked for each pair of origins
    attributed = _attributed_elsewhere(claims, known)
    passed = _passed_on(claims, known)
    for claim in claims:
        brief = known.claims[claim]
        if _takes_back(brief, known.papers[brief.document]) or _is_of_law(brief, known):
            continue
        found = _origin(attributed.get((brief.document, brief.value), brief), known, copied)
        if found is not None:
            key, because = _from_whom(found, passed)
            if not key.startswith((WITNESS, PAPER)) and not _names_somebody(shown(key)):
                continue
            places[key].append((claim, because))
    kept = without_repeating(claims, places, known, shown) or _given_before(claims, known, shown)
    kept = kept or _in_the_books(claims, known)
    made = [
        Origin(
            shown(key),
            tuple(sorted(claim for claim, _ in members)),
            tuple(dict.fromkeys(because for _, because in sorted(members))),
        )
        for key, members in kept.items()
    ]
    return tuple(sorted(made, key=lambda origin: (-len(origin.claims), origin.name, origin.claims)))


def _names_somebody(name: str) -> bool:
    """Whether a phrase is a name, or the word by which a body is known that bears no other: "the Treasury"."""
    return is_name(name) or name.casefold() in words("en", "bodies", "single")


def _takes_back(brief: Brief, paper: Paper) -> bool:
    """Whether a newspaper or a page takes back what it printed: then it is nobody's figure. A body corrects its own."""
    return paper.kind not in OWN and any(span.meets(brief.span) for span in paper.looks.corrections)


def _is_of_law(brief: Brief, known: Briefs) -> bool:
    """Whether a paper tells in its own name what a law sets: the statutory rate, the legal maximum."""
    if not brief.bodies or brief.bodies[-1] != known.papers[brief.document].outlet:
        return False
    said = f"{brief.label} {brief.measure} {brief.population or ''}".casefold()
    return any(word in said for word in words("en", "voices", "lawful"))


def _given_before(claims: tuple[str, ...], known: Briefs, shown: Callable[[str], str]) -> Places:
    """The bodies that gave the numbers of a figure of which nobody says whose it is, in documents that have more from them."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim in claims:
        brief = known.claims[claim]
        if brief.change or brief.basis == "witnessed" or brief.distinction < TELLING:
            continue
        published = known.papers[brief.document].published
        number = (brief.kind, brief.point, brief.distinction)
        body = known.resting.giver(brief.document, published, number)
        if body is not None and is_name(shown(body)):
            because = f"{shown(body)} gave the number before, in a paper of its own"
            found[body].append((claim, because))
    return found


def _in_the_books(claims: tuple[str, ...], known: Briefs) -> Places:
    """The one body that did or said what a figure counts of which nobody says whose it is: an office that has granted so many."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim in claims:
        name = known.keepers.get(claim)
        if name:
            found[name].append(
                (claim, f"{name} did or said by the text what the number counts, and nobody else is named")
            )
    return found if len({voice_key(name) for name in found}) == 1 else {}


def _attributed_elsewhere(claims: tuple[str, ...], known: Briefs) -> dict[tuple[str, Value], Brief]:
    """The claim by which a document attributes a number to somebody else, for what it says of it once more in its own voice."""
    found: dict[tuple[str, Value], Brief] = {}
    alike: dict[tuple[str, Value], list[str]] = defaultdict(list)
    for claim in claims:
        brief = known.claims[claim]
        paper = known.papers[brief.document]
        alike[brief.document, brief.value].append(claim)
        if (
            brief.value is not None
            and brief.bodies
            and brief.bodies[-1] != paper.outlet
            and not brief.witness
        ):
            found.setdefault((brief.document, brief.value), brief)
    return {
        place: brief
        for place, brief in found.items()
        if all(_own_or_one(known.claims[claim], brief, known) for claim in alike[place])
    }


def _passed_on(claims: tuple[str, ...], known: Briefs) -> dict[str, str]:
    """From a body to another one to which all is credited that the papers of the former have in a figure."""
    found: dict[str, set[str]] = defaultdict(set)
    for brief in map(known.claims.__getitem__, claims):
        outlet = known.papers[brief.document].outlet
        if outlet and not brief.witness:
            found[outlet].add(brief.bodies[-1] if brief.bodies else outlet)
    return {
        outlet: min(bodies) for outlet, bodies in found.items() if len(bodies) == 1 and outlet not in bodies
    }


def _from_whom(found: tuple[str, str], passed: Mapping[str, str]) -> tuple[str, str]:
    """The key of the body that produced a claim, and the reason; that from which the one who is named has the figure."""
    body, because = found
    if body not in passed:
        return found
    return passed[body], f"{because}, whose own paper has the figure from there"


def _own_or_one(brief: Brief, other: Brief, known: Briefs) -> bool:
    """Whether a claim of the document and number of another one is in the document's own voice or of the same body."""
    return not brief.bodies or brief.bodies[-1] in (other.bodies[-1], known.papers[brief.document].outlet)


def _origin(brief: Brief, known: Briefs, copied: dict[str, str]) -> tuple[str, str] | None:
    """The key of the body that produced a claim and the reason, None when no one is named."""
    paper = known.papers[brief.document]
    source = copied.get(brief.id)
    original = known.claims[source] if source is not None and source != brief.id else None
    if original is not None and original.witness and (brief.witness or brief.spoken):
        return _witness(original), "the same words as a claim of a witness in another document"
    if brief.witness and (brief.bodies or brief.basis != "not named"):
        return _witness(brief), "told by a witness, whose name is in the document"
    titled = (
        paper.kind == "report" and not paper.publisher and brief.bodies == (voice_key(paper.title or ""),)
    )
    if brief.bodies and not titled:
        return brief.bodies[-1], _attributed(brief, known)
    if brief.first_hand or paper.kind in OWN or _is_cited(paper, known):
        if paper.kind == "testimony":
            return None  # who asks, or reads out, is not the one who testifies
        return _maker(paper), "the document is itself the report or the statement"
    cited = known.papers.get(brief.referred) if brief.referred else None
    if cited is not None and cited.kind in OWN and cited.kind != "testimony":
        return _maker(cited), "its reference leads to a paper of that body, which is here"
    if brief.issuer:
        return brief.issuer, "its reference is to a paper of that body"
    if brief.id in known.tellers:
        return known.tellers[
            brief.id
        ], "the text names it only by what it is, and there is one such body here"
    if original is None or not original.bodies:
        return None
    if original.witness:
        return _witness(original), "the same words as a claim of a witness in another document"
    return original.bodies[
        -1
    ], f"the same words as a claim attributed to {_name(original)} in another document"


def _maker(paper: Paper) -> str:
    """The key of who made a report: its publisher, else its author, else nobody but the report itself."""
    if paper.publisher and paper.outlet:
        return paper.outlet
    if paper.authors:
        return paper.authors[0]
    return f"{PAPER} {paper.id}"


def _is_cited(paper: Paper, known: Briefs) -> bool:
    """Whether a paper without a kind is of a body, and no newspaper: others attribute figures to who publishes it."""
    if paper.kind not in ("other", "press article") or not paper.publisher or paper.outlet not in known.cited:
        return False
    return not is_outlet(paper.publisher)


def _witness(brief: Brief) -> str:
    """The key of a witness: by the name in the document, or by the document where the witness alone speaks in it."""
    return f"{WITNESS}: {brief.bodies[-1] if brief.bodies else f'document {brief.document}'}"


def _attributed(brief: Brief, known: Briefs) -> str:
    """Why a claim goes back to a body: its name in the text, and where that is another name, why it stands for the body."""
    name, body = _name(brief), brief.bodies[-1]
    if voice_key(name) == body:
        return f"attributed to {name} in the text"
    judged = known.together.intersection({frozenset((voice_key(name), body))})
    return f"attributed to {name} in the text, who stands for {capitalised(body)} {'by the decision of a reviewer' if judged else 'by the word of the documents'}"


def _name(brief: Brief) -> str:
    return brief.names[-1] if brief.names else brief.bodies[-1]


class _Named:
    """The names in the claims of a figure, and those of the publishers of their documents."""

    def __init__(self, claims: tuple[str, ...], known: Briefs, makers: dict[str, set[str]]) -> None:
        briefs = [known.claims[claim] for claim in claims]
        self._papers = known.papers
        self._makers = makers
        self._speaking = {
            name: name.casefold() for brief in briefs for name in brief.names if not name[0].isdigit()
        }
        self._publishing: dict[str | None, set[str]] = defaultdict(set)
        for paper in (known.papers[document] for document in {brief.document for brief in briefs}):
            self._publishing[paper.outlet].add(paper.publisher or paper.title or "")

    def shown(self, key: str) -> str:
        """Return the name under which a body is known: as the maker of its works if texts name it so, else as it speaks."""
        if key.startswith(WITNESS):
            return WITNESS
        if key.startswith(PAPER):
            return self._papers[key.removeprefix(f"{PAPER} ")].title or capitalised(key)
        names = self._makers.get(key) or {
            without_own_things(name) for name, folded in self._speaking.items() if key in folded
        }
        return fullest(names or self._publishing.get(key, ()), capitalised(key))


def fullest(names: Iterable[str], otherwise: str) -> str:
    """Return the longest of some names that is still a name; the other one when there is none.

    >>> fullest({"OHW", "Open Harbour Watch"}, "ohw")
    'Open Harbour Watch'
    """
    return min(names, key=lambda name: (-len(name) if len(name) < LONGEST else 0, name), default=otherwise)
