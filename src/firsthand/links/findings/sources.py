"""Where figures come from: one origin behind many documents, origins that are missing or that nobody names."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Set as Keys
from functools import cache

from firsthand.lexicon import words
from firsthand.links.briefs import Paper
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.wholes import parts_above_wholes
from firsthand.links.origins import OWN, WITNESS, fullest, names_of_makers
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.links.voices import is_name, voice_key
from firsthand.records import Figure, Finding, Origin, Passage, Span

SHOWN = 8
LARGE = 1000
"""From here on a plain number needs somebody who counted."""

MANY = 5
"""Documents from which one figure of one origin is told by itself, and not only with the origin."""

WORKING = frozenset({"data set", "report"})
"""Roles of those whose work is a source of its own, also where only its figure is told."""

FIGURES = 2
"""Figures of one origin that are told by themselves; the list of figures has the others."""

ATTRIBUTION = 200
"""Characters between a source and its cue beyond which only the source is shown."""

NEIGHBOURS = 400
"""Characters within which figures without an origin are told together."""


def one_origin(case: Case) -> Iterator[Finding]:
    """Say which documents go back to one and the same source, however many they are."""
    names, having = names_of_makers(case.known), _figures_by_origin(case)
    stating = _documents_with_figures(case)
    for body, cited in sorted(_cited(case).items()):
        documents = sorted(cited, key=lambda document: case.known.papers[document].order)
        others = [document for document in documents if not _made_by(case.known.papers[document], body)]
        if len(others) < 2:
            continue
        name = fullest(names.get(body, ()), body)
        figures = having[name]
        if not is_name(name) or len(stating[name]) < 2:
            continue
        absent = "" if len(others) < len(documents) else " It is not among the documents."
        says = f"What {several(len(others), 'document')} say goes back to one origin: {name} ({several(figures, 'figure')}). They do not confirm each other.{absent}"
        weight = round(min(0.95, 0.78 + 0.03 * len(others)), 3)
        yield Finding(
            "one origin",
            says,
            weight,
            case.evidence(_attributing(case, d, body, cited[d]) for d in documents[:SHOWN]),
        )
    yield from _one_figure(case)


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


def _one_figure(case: Case) -> Iterator[Finding]:
    """The figures of an origin that most documents repeat; claims that contradict it and name nobody do not count."""
    spread: dict[str, list[tuple[list[str], Figure]]] = defaultdict(list)
    for figure in case.figures:
        for origin in figure.origins:
            if len(origin.claims) < MANY or not is_name(origin.name):
                continue
            first = _one_each(case, origin)
            houses = {case.known.papers[case.brief(claim).document].outlet for claim in first}
            if len(houses) > 1 and len(first) >= MANY:
                spread[origin.name].append((first, figure))
    for name, figures in sorted(spread.items()):
        figures.sort(
            key=lambda each: (
                -len(each[0]),
                -len(each[1].claims),
                -max(case.brief(claim).distinction for claim in each[0]),
                each[1].id,
            )
        )
        for first, figure in figures[:FIGURES]:
            says = f"{several(len(first), 'document').capitalize()} have this figure from one origin, {name}: {figure.label}."
            weight = round(min(0.8, 0.6 + 0.02 * len(first)), 3)
            yield Finding("one origin", says, weight, case.clauses(first[:SHOWN]))


def _one_each(case: Case, origin: Origin) -> list[str]:
    """The first claim of an origin in each document that names it or is its own, the earliest document first."""
    ordered = sorted(
        (claim for claim in origin.claims if _says_whose(case, claim)),
        key=lambda claim: (case.known.papers[case.brief(claim).document].order, case.brief(claim).span),
    )
    return list({case.brief(claim).document: claim for claim in reversed(ordered)}.values())[::-1]


def _says_whose(case: Case, claim: str) -> bool:
    """Whether a claim has its origin by the word of its own document and not because another one prints the same."""
    brief = case.brief(claim)
    return bool(brief.bodies) or brief.first_hand or case.known.papers[brief.document].kind in OWN


def missing_primary_source(case: Case) -> Iterator[Finding]:
    """List the works that are cited but are not among the documents, in one finding."""
    names = names_of_makers(case.known)
    present = {maker for paper in case.known.papers.values() for maker in (paper.outlet, *paper.authors)}
    absent = {body: where for body, where in _works(case).items() if body not in present}
    for body, name, where in _figures_of_absent(case, present | absent.keys()):
        absent.setdefault(body, []).append(where)
        names.setdefault(body, {name})
    if absent:
        ranked = sorted(absent, key=lambda body: (-len(absent[body]), body))
        says = f"{several(len(absent), 'source').capitalize()} that the documents rely on {'is' if len(absent) == 1 else 'are'} not among them: {listed(fullest(names[body], body) for body in ranked[:SHOWN])}."
        first = [
            min(absent[body], key=lambda passage: (case.known.papers[passage.document].order, passage.span))
            for body in ranked
        ]
        yield Finding("missing primary source", says, 0.45, case.evidence(first[:SHOWN]))


def _figures_of_absent(case: Case, known: Keys[str | None]) -> Iterator[tuple[str, str, Passage]]:
    """The bodies that worked out a figure and of which nothing is here, each with where their figure is told."""
    for figure in case.figures:
        for origin in figure.origins:
            body = voice_key(origin.name)
            parts = set(body.split())
            if origin.name == WITNESS or any(parts >= set(name.split()) for name in known if name):
                continue  # "a study of 2022 by the Harbour School" is of the Harbour School
            for claim in origin.claims:
                brief = case.brief(claim)
                if known & set(brief.bodies):
                    continue
                step = next((s for s in reversed(case.claim(claim).chain) if s.name), None)
                if (
                    brief.value is not None
                    and step
                    and step.role in WORKING
                    and brief.basis in ("made", "repeated")
                ):
                    yield body, origin.name, Passage(brief.document, brief.span)


def untraceable(case: Case) -> Iterator[Finding]:
    """Say which figures no document traces to anybody: estimates that nobody made, and large figures stated as if known."""
    guessed: dict[str, list[str]] = defaultdict(list)
    stated: dict[str, list[str]] = defaultdict(list)
    told = {part for part, _ in parts_above_wholes(case)}
    named = _naming(case)
    for brief in (
        brief
        for _, briefs in case.known.claims.by_document()
        for brief in sorted(briefs, key=lambda brief: (brief.span, brief.id))
        if brief.kind in ("count", "share", "money") and brief.basis == "not named"
    ):
        if brief.described or brief.cited or brief.change:
            continue
        if brief.id in told or case.figures.has_origin(brief.id):
            continue
        if _nobody_estimates(case, brief):
            guessed[brief.document].append(brief.id)
        elif brief.point is not None and brief.point >= LARGE and not named(brief):
            stated[brief.document].append(brief.id)
    once: set[int] = set()
    for document in sorted(guessed, key=lambda document: case.known.papers[document].order):
        for group in _neighbours(case, guessed[document]):
            figures = {case.place(claim) for claim in group}
            if figures <= once:  # a reprint
                continue
            once |= figures
            says = f"{several(len(group), 'figure').capitalize()} that somebody is said to estimate; no document says who."
            yield Finding("untraceable", says, round(0.5 + 0.02 * len(group), 3), case.clauses(group[:SHOWN]))
    for _, claims in sorted(stated.items()):
        says = f"{several(len(claims), 'figure').capitalize()} that a document states as known; no document names an origin."
        yield Finding(
            "untraceable",
            says,
            0.38,
            case.clauses(sorted(claims, key=lambda claim: case.brief(claim).span)[:SHOWN]),
        )


def _naming(case: Case) -> Callable[[Brief], bool]:
    """A test whether the sentence of a claim names a body that produced a figure or published a document here."""
    names: dict[str, set[str]] = defaultdict(set)
    makers = {origin.name for figure in case.figures for origin in figure.origins}
    for name in makers.union(paper.publisher for paper in case.known.papers.values() if paper.publisher):
        if is_name(name):
            names[name.split()[0].casefold()].add(name.casefold())

    def named(brief: Brief) -> bool:
        text = case.document(brief.document).text
        where = sentence(text, brief.span).of(text).casefold()
        own = (case.known.papers[brief.document].publisher or "").casefold()
        return any(
            name in where and name != own
            for word in set(re.findall(r"[\w'’.-]+", where))
            for name in names.get(word, ())
        )

    return named


def _nobody_estimates(case: Case, brief: Brief) -> bool:
    """Whether the sentence says that it is an estimate, and not whose."""
    text = case.document(brief.document).text
    start = max(text.rfind(mark, 0, brief.span.start) for mark in (". ", "\n", "? ", "! "))
    behind = re.split(r"[.?!\n]", text[brief.span.end : brief.span.end + 60])[0]
    return _impersonal().search(text, start + 1, brief.span.end + len(behind)) is not None


@cache
def _impersonal() -> re.Pattern[str]:
    listed = sorted(words("en", "voices", "impersonal"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


def citation_not_origin(case: Case) -> Iterator[Finding]:
    """Say which documents give references for figures that were produced by somebody else than the reference names.

    Each document is told once for each origin, with the figure that most claims state.
    """
    wrong: dict[tuple[str, str], list[tuple[int, Span, str, str]]] = defaultdict(list)
    makers = _makers(case)
    cites, number = case.known.claims.cites, case.known.claims.number
    for figure in case.figures:
        for origin in figure.origins if any(cites(number(claim)) for claim in figure.claims) else ():
            if voice_key(origin.name) not in makers:  # a person's words are cited where they were printed
                continue
            values = {
                case.brief(claim).value
                for claim in origin.claims
                if case.brief(claim).bodies or case.own(claim)
            }
            for claim in figure.claims:
                brief = case.brief(claim)
                if (
                    not brief.cited
                    or brief.bodies
                    or brief.value not in values
                    or not _leads_astray(case, claim, figure)
                ):
                    continue
                model = _led_to(case, claim, figure, origin)
                if model is not None:
                    wrong[brief.document, origin.name].append((-len(figure.claims), brief.span, claim, model))
    for (_, name), found in sorted(wrong.items()):
        _, _, claim, model = min(found)
        more = (
            f" So it is with {several(len(found) - 1, 'further figure')} of this document."
            if len(found) > 1
            else ""
        )
        says = f"The reference behind this figure is not its origin; it was produced by {name}: {case.brief(claim).label}.{more}"
        yield Finding("citation not origin", says, 0.55, case.clauses((claim, model)))


def _makers(case: Case) -> frozenset[str]:
    """The keys of all who published a document here, or whose works are cited."""
    papers = case.known.papers.values()
    published = {paper.outlet for paper in papers if paper.outlet}
    return frozenset(published | {body for paper in papers for body, _, _ in paper.works})


def _leads_astray(case: Case, claim: str, figure: Figure) -> bool:
    """Whether the references behind a claim are known and none of their entries names an origin of the figure."""
    targets = _targets(case, claim)
    names = [origin.name.casefold() for origin in figure.origins]
    return (
        bool(targets)
        and not any(map(_unknown, targets))
        and not any(name in target for name in names for target in targets)
    )


def _unknown(target: str) -> bool:
    """Whether the entry of a reference is not there to be read."""
    return not target or "not in the list" in target or "not in the document" in target


def _led_to(case: Case, claim: str, figure: Figure, origin: Origin) -> str | None:
    """The claim of the document to which the reference leads if that has it from the origin; else one of the origin's own."""
    targets = " ".join(_targets(case, claim))
    others = [other for other in figure.claims if case.brief(other).document != case.brief(claim).document]
    for other in others:
        outlet = case.known.papers[case.brief(other).document].outlet
        if outlet and outlet in targets:
            return other if other in origin.claims else None
    return min(
        (other for other in others if other in origin.claims),
        key=lambda other: (not case.own(other), case.known.papers[case.brief(other).document].order, other),
        default=None,
    )


def independent_account(case: Case) -> Iterator[Finding]:
    """Say who speaks at first hand and not through the origin on which the other documents rest."""
    main = {
        body
        for body, cited in _cited(case).items()
        if sum(not _made_by(case.known.papers[document], body) for document in cited) >= 2
    }
    if not main:
        return
    for document, briefs in case.known.claims.by_document():
        paper = case.known.papers[document]
        speaking = () if main & {paper.outlet, *paper.authors} else _accounts(case, main, briefs)
        if not speaking:
            continue
        best = min(
            speaking,
            key=lambda briefs: (-sum(b.value is not None for b in briefs), min(b.span for b in briefs)),
        )
        others = f" So do {several(len(speaking) - 1, 'other person')} in it." if len(speaking) > 2 else ""
        says = f"Somebody speaks at first hand here, and not through the source on which other documents rest.{others}"
        ordered = sorted(best, key=lambda brief: (brief.value is None, brief.span))
        yield Finding("independent account", says, 0.5, case.clauses([brief.id for brief in ordered[:3]]))


def _accounts(case: Case, main: set[str], briefs: Iterable[Brief]) -> Collection[list[Brief]]:
    """What each of those who speak for themselves in a document says, and no other document prints."""
    accounts: dict[str, list[Brief]] = defaultdict(list)
    printed: list[Span] | None = None
    for brief in briefs:
        if not _speaks_for_itself(case, brief) or main & set(brief.bodies):
            continue
        if printed is None:
            printed = [span for span, _ in case.reuses.of(brief.document)]
        if not any(span.meets(brief.span) for span in printed):
            accounts[brief.names[-1] if brief.names else ""].append(brief)
    return accounts.values()


def _speaks_for_itself(case: Case, brief: Brief) -> bool:
    """Whether a claim is told by somebody who was there: a witness, or one who says "I" and does not speak in public."""
    if brief.basis == "witnessed":
        return True
    return brief.told and bool(brief.names) and not case.known.public & set(brief.bodies)


def _targets(case: Case, claim: str) -> list[str]:
    """The entries to which the references behind a claim lead, in lower case."""
    brief = case.brief(claim)
    text = case.document(brief.document).text
    return [
        (citation.target or "").casefold()
        for citation in case.view.marks(brief.document).citations
        if citation.span.of(text) in brief.cited
    ]


def _cited(case: Case) -> dict[str, dict[str, Span]]:
    """Body to the documents that rest on it, each with the place where it is named."""
    makers = {body for paper in case.known.papers.values() for body, _, _ in paper.works}
    cited: dict[str, dict[str, Span]] = defaultdict(dict)
    for document, briefs in case.known.claims.by_document():
        for brief in sorted(briefs, key=lambda brief: brief.span):
            for body in makers.intersection(brief.bodies):
                cited[body].setdefault(document, brief.span)
        for body, _, span in case.known.papers[document].works if briefs else ():
            cited[body][document] = span
    return cited


def _works(case: Case) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for paper in case.known.papers.values():
        for body, _, span in paper.works:
            found[body].append(Passage(paper.id, span))
    return found


def _made_by(paper: Paper, body: str) -> bool:
    return paper.outlet == body or body in paper.authors


def _neighbours(case: Case, claims: list[str]) -> Iterator[list[str]]:
    """Claims of one document that stand close together."""
    ordered = sorted(claims, key=lambda claim: case.brief(claim).span)
    group: list[str] = []
    for claim in ordered:
        if group and case.brief(claim).span.start - case.brief(group[-1]).span.end > NEIGHBOURS:
            yield group
            group = []
        group.append(claim)
    if group:
        yield group
