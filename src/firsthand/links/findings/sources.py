"""Where figures come from: one origin behind many documents."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as Keys
from functools import cached_property, partial

from firsthand.lexicon import words
from firsthand.links.briefs import Paper
from firsthand.links.case import Case
from firsthand.links.counting import several, worded
from firsthand.links.findings.shown import shown
from firsthand.links.origins import OWN, fullest, names_of_makers
from firsthand.links.voices import capitalised, is_name, voice_key
from firsthand.records import Figure, Finding, Origin, Passage, Span

SHOWN = 8

SEVERAL = 4
"""Houses from which a figure of one origin is told by itself, and not only with the origin."""

MANY = 6
"""Documents from which it is; the list of figures has the others."""

FIGURES = 2
"""Figures that are told of an origin of which the documents do not say much."""

FEW = 3
"""Documents that repeat a figure of a body on which others rest, from which it is shown in the place of how they name the body."""

RESTING = 2
"""Documents of others that name the maker of a report from which they are told to rest on it, where they do not cite a work."""

TELLING = 3.0
"""Distinction from which a number in another document is the same figure, though not the same words."""

TALKED = re.compile(r"\b(?:spoke|spoken|speaking|talked|talking) (?:\w+ ){0,2}(?:to|with)\b")
"""How it is told that somebody asked people, without a word for it."""

ATTRIBUTION = 200
"""Characters between a source and its cue beyond which only the source is shown."""


def one_origin(case: Case) -> Iterator[Finding]:
    """Say which documents go back to one and the same source, however many they are, with what most of them repeat."""
    called, having, repeated = _naming(case), _figures_by_origin(case), _repeated(case)
    main: set[str] = set()
    for body, cited in sorted(_resting(case).items()):
        documents = sorted(cited, key=lambda document: case.known.papers[document].order)
        others = [document for document in documents if not _made_by(case.known.papers[document], body)]
        name = called(body)
        absent = "" if len(others) < len(documents) else " It is not among the documents."
        says = f"What {several(len(others), 'document')} say goes back to one origin: {name} ({several(having[name], 'figure')}). They do not confirm each other.{absent}"
        weight = round(min(0.95, 0.78 + 0.03 * len(others)), 3)
        told = repeated.get(name, [])
        if told and len(told[0]) >= (MANY if absent else FEW):
            first = told[0]
            main.add(name)
            says += f" {several(len(first), 'document').capitalize()} repeat: {_label(case, first)}.{_silence(case, first)}"
            yield Finding("one origin", says, weight, case.clauses(first[:SHOWN]))
            continue
        if len(others) < FEW and not (told and absent):
            continue
        attributing = (_attributing(case, d, body, cited[d]) for d in documents[:SHOWN])
        yield Finding("one origin", says, weight, case.evidence(attributing))
    for name, figures in sorted((name, repeated[name]) for name in repeated.keys() - main):
        many = [first for first in figures if len(first) >= MANY and _houses(case, first) >= SEVERAL]
        yield from _by_itself(case, name, [first for first in many if not _is_sample(case, first)][:FIGURES])


def _naming(case: Case) -> Callable[[str], str]:
    """What gives the fullest name under which a body publishes here, or texts cite its works."""
    names = names_of_makers(case.known)
    published: dict[str | None, set[str]] = defaultdict(set)
    for paper in case.known.papers.values():
        published[paper.outlet].add(paper.publisher or "")
    return lambda body: fullest(names.get(body) or published.get(body, set()), capitalised(body))


def _resting(case: Case) -> dict[str, dict[str, Span]]:
    """The named bodies on which several documents of others rest, with all documents that name them and where they do."""
    names, called, stating = names_of_makers(case.known), _naming(case), _documents_with_figures(case)
    found = {}
    for body, cited in _cited(case).items():
        others = [document for document in cited if not _made_by(case.known.papers[document], body)]
        name = called(body)
        if (
            len(others) >= (2 if body in names else RESTING)
            and is_name(name)
            and len(stating[name]) >= 2
            and _tell_of_one(case, cited.keys())
        ):
            found[body] = cited
    return found


def _tell_of_one(case: Case, documents: Keys[str]) -> bool:
    """Whether two of some documents state one figure or print one text: a police force speaks of many things."""
    return any(case.beside(document) & documents for document in sorted(documents))


def _documents_with_figures(case: Case) -> dict[str, set[str]]:
    """The documents that have a figure from each origin, by its name."""
    found: dict[str, set[str]] = defaultdict(set)
    for figure in case.figures:
        for origin in figure.origins:
            numbers = map(case.known.claims.number, origin.claims)
            found[origin.name].update(
                case.known.claims.document(claim) for claim in numbers if case.known.claims.has_number(claim)
            )
    return found


def _attributing(case: Case, document: str, body: str, otherwise: Span) -> Passage:
    """The words by which a document names an origin, its title where it is itself the origin's."""
    sheet, paper = case.sheet(document), case.known.papers[document]
    if _made_by(paper, body):
        titles = (zone.span for zone in sheet.document.zones if zone.kind == "title")
        return Passage(document, next(titles, otherwise))
    if any(named == body for named, _, _ in paper.works):
        return Passage(document, otherwise)
    known = sheet.voices
    for attribution in sheet.attributions:
        source = attribution.source
        if source is None or not source.spans:
            continue
        name = source.resolved or source.spans[0].of(sheet.document.text)
        if known.body(voice_key(name)) == body:
            pieces = (*source.spans, *attribution.cue)
            span = Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))
            return Passage(document, span if span.end - span.start <= ATTRIBUTION else source.spans[0])
    return Passage(document, otherwise)


def _figures_by_origin(case: Case) -> Counter[str]:
    """How many figures each origin has."""
    return Counter(name for figure in case.figures for name in {origin.name for origin in figure.origins})


def _repeated(case: Case) -> dict[str, list[list[str]]]:
    """By origin the figures that several documents have from it, named or not, those first that most documents repeat.

    Of each figure it is the first claim in every document, the earliest document first.
    """
    found: dict[str, dict[object, list[str]]] = defaultdict(dict)
    numbers = _by_number(case)
    for figure in case.figures:
        documents = set(map(case.document_of, figure.claims)) if figure.origins else set()
        stated = _Stated(case, figure)
        for origin in figure.origins:
            if not is_name(origin.name) or not _says_whose(case, origin):
                continue
            usual = _usual(case, origin)
            alike = numbers.get(usual, {})
            most = max(1, len(found[origin.name].get(usual, ())))
            if len(alike) + len(documents - alike.keys()) > most:
                first = _one_each(case, origin, stated, alike)
                if len(first) > most:
                    found[origin.name][usual] = first

    def rank(first: list[str]) -> tuple[bool, int, int, float, list[str]]:
        """Return the order of a figure: no samples, then the one that most claims repeat."""
        headed, silent = (
            sum(test(claim) for claim in first) for test in (case.is_headed, partial(_is_silent, case))
        )
        telling = max(case.brief(claim).distinction for claim in first)
        return _is_sample(case, first), -len(first) - headed, -silent, -telling, first

    return {name: sorted(figures.values(), key=rank) for name, figures in found.items()}


def _is_sample(case: Case, claims: list[str]) -> bool:
    """Whether most of some claims tell how many people were asked, or their maker says so: how figures came about, and not what was found."""
    if any(case.own(claim) and TALKED.search(_said(case, claim)) for claim in claims):
        return True
    return 2 * sum(_is_asked(case, claim) for claim in claims) > len(claims)


def _is_asked(case: Case, claim: str) -> bool:
    brief = case.brief(claim)
    if brief.kind != "count":
        return False
    said = _said(case, claim)
    return TALKED.search(said) is not None or not words("en", "comparing", "sample").isdisjoint(said.split())


def _said(case: Case, claim: str) -> str:
    """The clause of a claim in small letters."""
    return case.passage(claim).span.of(case.document(case.document_of(claim)).text).casefold()


def _by_number(case: Case) -> dict[object, dict[str, list[str]]]:
    """The claims with a number to which two texts hardly come by chance, by its kind and the number, and by document."""
    found: dict[object, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for brief in case.known.claims.values():
        if brief.distinction >= TELLING and brief.point is not None and not brief.change:
            found[brief.kind, brief.point][brief.document].append(brief.id)
    return found


def _by_itself(case: Case, name: str, figures: list[list[str]]) -> Iterator[Finding]:
    """The figures of an origin that many documents repeat, also those that do not say from whom they have it."""
    for first in figures:
        says = f"{several(len(first), 'document').capitalize()} have this figure from one origin, {name}: {_label(case, first)}.{_silence(case, first)}"
        weight = round(min(0.84, 0.62 + 0.03 * len(first)), 3)
        yield Finding("one origin", says, weight, case.clauses(first[:SHOWN]))


def _houses(case: Case, claims: list[str]) -> int:
    """How many publishers the documents of some claims have."""
    return len({case.known.papers[case.document_of(claim)].outlet for claim in claims})


def _label(case: Case, claims: list[str]) -> str:
    """What the earliest of some claims says; of a witness only the number."""
    first = next((claim for claim in claims if _names_it(case, claim)), claims[0])
    return case.brief(first).label if not case.brief(first).witness else shown(case, first)


def _silence(case: Case, claims: list[str]) -> str:
    """The sentence that tells how many of the documents of some claims do not name whose figure it is."""
    silent = sum(_is_silent(case, claim) for claim in claims)
    if not silent:
        return ""
    return f" {worded(silent).capitalize()} of them {'does' if silent == 1 else 'do'} not say so."


def _usual(case: Case, origin: Origin) -> object:
    """The number that most claims of an origin have."""
    return Counter(_number(case, claim) for claim in origin.claims).most_common(1)[0][0]


class _Stated:
    """The claims of a figure by their numbers, and which of them are of its origins."""

    def __init__(self, case: Case, figure: Figure) -> None:
        self.claims = frozenset(figure.claims)
        self._case, self._figure = case, figure

    def of(self, origin: Origin) -> list[str]:
        """Return the claims with a number of an origin that are not of another one: where there are others, with its usual number."""
        others = len(self._figure.origins) > 1
        wanted = (
            {_usual(self._case, origin)} if others else {_number(self._case, each) for each in origin.claims}
        )
        stating = (claim for number in wanted for claim in self._by_number.get(number, ()))
        own = frozenset(origin.claims) if others else frozenset()
        return [claim for claim in stating if not others or self._naming[claim] <= (claim in own)]

    @cached_property
    def _by_number(self) -> dict[object, list[str]]:
        found: dict[object, list[str]] = defaultdict(list)
        for claim in self._figure.claims:
            found[_number(self._case, claim)].append(claim)
        return dict(found)

    @cached_property
    def _naming(self) -> Counter[str]:
        """Of how many origins each claim is."""
        return Counter(claim for origin in self._figure.origins for claim in origin.claims)


def _one_each(case: Case, origin: Origin, stated: _Stated, alike: Mapping[str, Sequence[str]]) -> list[str]:
    """The first claim of an origin in each document, also where nobody is named, the earliest document first.

    Where others contradict it, only its usual number counts. ``alike`` are all claims with that number by document: those of
    documents that have other things from the origin, or from these, and name nobody else, are the same figure.
    """
    stating = stated.of(origin)
    near = frozenset().union(*map(case.beside, case.documents_of(stating) if alike else ()))
    stating += [
        claim
        for document in near & alike.keys()
        for claim in alike[document]
        if case.producer(claim) in (None, origin.name)
    ]
    ordered = sorted(
        set(stating),
        key=lambda claim: (
            case.known.papers[case.brief(claim).document].order,
            _is_title(case, claim),
            claim not in stated.claims,
            case.brief(claim).span,
            claim,  # two numbers of one clause
        ),
    )
    return list({case.brief(claim).document: claim for claim in reversed(ordered)}.values())[::-1]


def _is_title(case: Case, claim: str) -> bool:
    """Whether a claim is made by the title of its document, below which the story says more."""
    brief = case.brief(claim)
    zones = case.document(brief.document).zones if case.is_headed(claim) else ()
    return any(zone.kind == "title" and zone.span.meets(brief.span) for zone in zones)


def _number(case: Case, claim: str) -> object:
    brief = case.brief(claim)
    return brief.kind, brief.point if brief.point is not None else brief.value


def _says_whose(case: Case, origin: Origin) -> bool:
    """Whether an origin is known by the word of two documents, or by its own."""
    named = {case.document_of(claim) for claim in origin.claims if _names_it(case, claim)}
    return len(named) > 1 or any(case.own(claim) for claim in origin.claims)


def _is_silent(case: Case, claim: str) -> bool:
    return not _names_it(case, claim)


def _names_it(case: Case, claim: str) -> bool:
    """Whether a claim has its origin by the word of its own document and not because another one gives the same."""
    brief = case.brief(claim)
    return bool(brief.bodies) or brief.first_hand or case.known.papers[brief.document].kind in OWN


def _cited(case: Case) -> dict[str, dict[str, Span]]:
    """Body to the documents that rest on it, each with the place where it is named."""
    papers = case.known.papers.values()
    makers = {body for paper in papers for body, _, _ in paper.works}
    makers.update(paper.outlet for paper in papers if paper.kind == "report" and paper.outlet)
    cited: dict[str, dict[str, Span]] = defaultdict(dict)
    for document, briefs in case.known.claims.by_document():
        for brief in sorted(briefs, key=lambda brief: brief.span):
            for body in makers.intersection(brief.bodies):
                cited[body].setdefault(document, brief.span)
        for body, _, span in case.known.papers[document].works if briefs else ():
            cited[body][document] = span
    return cited


def _made_by(paper: Paper, body: str) -> bool:
    return paper.outlet == body or body in paper.authors
