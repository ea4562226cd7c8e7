"""Who speaks at first hand, and not through the origins on which the other documents rest."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as Keys
from functools import cache

from firsthand.lexicon import words
from firsthand.links.case import FEW, Case
from firsthand.links.counting import several
from firsthand.links.makers import is_body
from firsthand.links.repeating import WITNESS
from firsthand.links.sentences import paragraph, sentence
from firsthand.links.shelf import Brief
from firsthand.links.voices import voice_key
from firsthand.records import Finding, Span

SEVERAL = 3
"""Houses that give one figure, so that documents rest on who produced it."""

SHOWN = 2

COUNTED = re.compile(
    r"\b(?:[Hh]e|[Ss]he) (?:had |has )?(?:counted|saw|seen|noted|wrote down|written down|measured)\b"
)
"""What who was there did, as others tell it."""

HEARD = re.compile(r"\bI (?:\w+ ){0,2}?(?:heard|met|spoke to|visited)\b")
"""What who inquires does: it has others tell."""


def independent_account(case: Case) -> Iterator[Finding]:
    """Say who speaks at first hand and not through a source on which other documents rest."""
    main, resting = _rested_on(case)
    if not main:
        return
    printed = _printed_elsewhere(case)
    for document, briefs in case.known.claims.by_document():
        paper = case.known.papers[document]
        if main & {paper.outlet, *paper.authors}:
            continue
        if (
            len(case.known.papers) > FEW
            and document not in resting
            and resting.isdisjoint(case.beside(document))
        ):
            continue  # it tells of something else
        aside = {*printed[document], *(paper.authors if paper.kind == "testimony" else ())}
        speaking = _accounts(case, main, _not_of(briefs, aside))
        if not speaking:
            continue
        best = min(
            speaking, key=lambda said: (-sum(_weight(case, b) for b in said), min(b.span for b in said))
        )
        others = f" So do {several(len(speaking) - 1, 'other person')} in it." if len(speaking) > 2 else ""
        says = f"Somebody speaks at first hand here, and not through the source on which other documents rest.{others}"
        yield Finding("independent account", says, 0.5, case.clauses(_shown(case, best)))


def _rested_on(case: Case) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of those whose figures documents of other houses repeat, and all these documents."""
    main: set[str] = set()
    resting: set[str] = set()
    for figure in case.figures:
        if len(figure.claims) < 2:
            continue
        documents = case.documents_of(figure.claims)
        if len({case.known.papers[document].outlet for document in documents}) < SEVERAL:
            continue
        main.update(voice_key(origin.name) for origin in figure.origins if origin.name != WITNESS)
        resting.update(documents)
    return frozenset(main), frozenset(resting)


def _printed_elsewhere(case: Case) -> defaultdict[str, set[str]]:
    """By document the keys of those of whose words another document prints some."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for _, *sides in case.quoted():
        for spoken in sides:
            if spoken is not None and spoken.speaker:
                found[spoken.passage.document].add(spoken.speaker)
    return found


def _not_of(briefs: Iterable[Brief], speakers: Keys[str]) -> list[Brief]:
    """The claims that are not told by some speakers, by their keys."""
    return [brief for brief in briefs if not brief.names or voice_key(brief.names[-1]) not in speakers]


def _accounts(case: Case, main: Keys[str], briefs: Iterable[Brief]) -> Collection[list[Brief]]:
    """What each of those who speak for themselves in a document says, of whose words no other document prints any."""
    accounts: dict[str, list[Brief]] = defaultdict(list)
    quoted: set[str] = set()
    printed: list[Span] | None = None
    for brief in briefs:
        if not _speaks_for_itself(case, brief) or main & set(brief.bodies) or _asks(case, brief):
            continue
        if printed is None:
            printed = [span for span, _ in case.reuses.of(brief.document)]
        name = brief.names[-1] if brief.names else ""
        if any(span.meets(brief.span) for span in printed):
            quoted.add(name)
        accounts[name].append(brief)
    return [said for name, said in accounts.items() if name not in quoted]


def _speaks_for_itself(case: Case, brief: Brief) -> bool:
    """Whether a claim is told by somebody who was there: a witness, who says "I counted", or who says "I" and does not speak in public."""
    if brief.basis == "witnessed":
        return all(map(_is_name, brief.names[-1:]))
    text = case.words(brief)
    seen = _saw().search(text) is not None
    if brief.names and not case.known.public & set(brief.bodies) and _counted(case, brief):
        return True
    if brief.told and brief.names and not case.known.public & set(brief.bodies):
        return seen or brief.kind in ("count", "share", "money", "statement")
    own = brief.bodies == (case.known.papers[brief.document].outlet,)
    return own and seen and HEARD.search(text) is None


def _asks(case: Case, brief: Brief) -> bool:
    """Whether a claim is a question, of who hears a witness."""
    return case.words(brief).rstrip(' ”"').endswith("?")


def _counted(case: Case, brief: Brief) -> bool:
    """Whether it is told of a person that he or she counted or saw something: "says that he counted 26 lorries"."""
    name = brief.names[-1]
    if len(name.split()) < 2 or not _is_name(name) or is_body(name):
        return False
    text = case.document(brief.document).text
    return COUNTED.search(sentence(text, brief.span).of(text)) is not None


def _is_name(name: str) -> bool:
    """Whether a name is that of a person, and not the line of the office that took something down."""
    return all(word[:1].isupper() for word in name.split()[:2])


def _weight(case: Case, brief: Brief) -> int:
    """How much a claim makes of an account: what somebody says to have counted or seen most, then any number."""
    return 2 * (_saw().search(case.words(brief)) is not None) + (brief.value is not None)


def _shown(case: Case, said: list[Brief]) -> list[str]:
    """The claims that show what somebody says: the weightiest, and a second one of the same paragraph."""
    ordered = sorted(said, key=lambda brief: (-_weight(case, brief), brief.span))
    near = paragraph(case.document(said[0].document).text, ordered[0].span)
    beside = [brief for brief in ordered if near.start <= brief.span.start < near.end]
    return [brief.id for brief in beside[:SHOWN]]


@cache
def _saw() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("en", "findings", "seeing")))
    return re.compile(rf"\bI (?:\w+ ){{0,2}}?(?:{verbs})\b")
