"""Which claims depart from the figure that they take over, from which earlier claim, and in what."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.findings.later import carried, overtaken, taken_back
from firsthand.links.ratios import CONVERTED_APART
from firsthand.links.sentences import sentence
from firsthand.links.values import figures, stand
from firsthand.records import Link

TELLING = {
    "value": "the number",
    "hedge": "how firmly it is said",
    "population": "whom it is about",
    "whole": "what it is a share of",
    "measure": "what is measured",
    "period": "the time",
    "place": "the place",
    "unit": "the unit",
    "source": "the source",
}
"""What a claim may depart in, in the words of a finding."""

AS_OLD = frozenset({"period", "population", "measure"})
"""Changes of a value that is given as of now and is an old one."""

OF_WHOM = frozenset({"population", "whole"})
"""Changes by which also a small number is told of others than those of whom it was."""

ROUNDED, NEAR = frozenset({"value", "hedge"}), 0.12
"""Changes of a number that was rounded, and the distance up to which it was."""

NEARLY_SURE = 0.6
"""Weight up to which a link rests on numbers that lie near each other more than on the words."""

DOZEN = 12
"""Number up to which it is in every text of many things."""

TELLING_NUMBER = 0.6
"""Distinction below which a number is too small to be told by itself: one, two, three."""

REFERENCE = "encyclopedia article"
"""The kind of documents that have all their figures from others, whatever their date."""

MODELS = 12
"""Claims that say the same as a later one among which it is looked for who changed it first."""

FAR = 0.67
"""Distance from which two numbers of other digits are hardly one figure on its way, whatever their bounds allow."""


def departures(case: Case) -> Iterator[tuple[Link, tuple[str, ...]]]:
    """Yield the link from each claim that departs from its figure to its model, and in which aspects it departs."""
    repeated: dict[str, list[str]] = defaultdict(list)
    for link in case.links:
        if (
            link.kind == "same"
            and link.weight > NEARLY_SURE
            and _two_documents(case, link)
            and case.known.claims.same_value(link.earlier, link.later)
            and len(repeated[link.later]) < MODELS
        ):
            repeated[link.later].append(link.earlier)
    changed: dict[str, list[Link]] = defaultdict(list)
    told_elsewhere = _told_elsewhere(case)
    for link in case.nearby("drift"):
        if (
            _two_documents(case, link)
            and not any(_changed_before(case, link, other) for other in repeated.get(link.later, ()))
            and set(link.drift) - {"source"}
            and _is_telling(case, link)
            and not _two_figures(case, link)
            and not _far_apart(case, link)
            and not case.takes_back(link.later)
        ):
            changed[link.later].append(link)
    for links in changed.values():
        link = min(
            links, key=lambda link: (_distance(case, link), _says_little(case, link), *_model(case, link))
        )
        kinds = kinds_of(case, link)
        ordered = set(kinds) <= {"hedge", "period"} and not _is_of_standing(case, link)
        if not kinds or (ordered and not _in_order(case, link)):
            continue
        if _reworded(case, link, kinds):
            continue
        if told_elsewhere(link, kinds) or (kinds == ("period",) and _goes_on(case, link.later)):
            continue
        yield link, kinds


def _is_telling(case: Case, link: Link) -> bool:
    """Whether the number of a link is no small one, or it is told of other people or of another whole: "nine women", "nine prisoners"."""
    return case.brief(link.later).distinction >= TELLING_NUMBER or bool(OF_WHOM & set(kinds_of(case, link)))


def _told_elsewhere(case: Case) -> Callable[[Link, tuple[str, ...]], bool]:
    """A test whether another finding says more of a change: an old value given as of now, a number taken back, a sum converted at two rates."""
    withdrawn = taken_back(case)
    converted = {
        claim
        for link in case.linked("impossible")
        if link.weight == CONVERTED_APART
        for claim in (link.earlier, link.later)
    }

    def told(link: Link, kinds: tuple[str, ...]) -> bool:
        """Return whether another finding tells of a link's change already."""
        if "period" in kinds and set(kinds) <= AS_OLD:
            return link.later in overtaken(case) or link.later in carried(case)
        later = case.brief(link.later)
        return kinds == ("measure",) and (
            {link.earlier, link.later} <= converted or (later.kind, later.point) in withdrawn
        )

    return told


def _goes_on(case: Case, claim: str) -> bool:
    """Whether a sentence tells since when a claim is counted, and not of what time it is."""
    brief = case.brief(claim)
    text = case.document(brief.document).text
    return re.search(r"\b[Ss]ince\b", sentence(text, brief.span).of(text)) is not None


def _changed_before(case: Case, link: Link, other: str) -> bool:
    """Whether a claim that says the same as the later one of a link changed it first, or is the maker's own that both may have."""
    if not case.known.claims.same_value(link.earlier, link.later):
        return True
    kinds = {each.kind for each in case.links.between(link.earlier, other)}
    return "drift" in kinds or ("same" not in kinds and case.own(other))


def _is_only_rounded(case: Case, link: Link) -> bool:
    """Whether other words give an exact number roundly and say so: 3,415, "about 3,400"; 412, "more than 400"."""
    one, other = (case.claim(claim).quantity for claim in (link.earlier, link.later))
    if one is None or other is None or link.weight > NEARLY_SURE or stand(one, other) != "fits":
        return False
    return (one.hedge == "exact") != (other.hedge == "exact") and _distance(case, link) <= NEAR


def _reworded(case: Case, link: Link, kinds: tuple[str, ...]) -> bool:
    """Whether the same number is only told in other words: a small one of something else, or by its own maker again."""
    if _says_little(case, link):
        return True
    if case.brief(link.earlier).value != case.brief(link.later).value:
        return set(kinds) <= ROUNDED and _is_only_rounded(case, link)
    later = case.brief(link.later)
    if kinds == ("measure",) and later.kind == "count" and (later.point or 0) <= DOZEN:
        return True
    claims = (link.earlier, link.later)
    houses = {case.known.papers[case.document_of(claim)].outlet for claim in claims}
    return len(houses) == 1 and all(map(case.own, claims)) and kinds == ("population",)


def _says_little(case: Case, link: Link) -> bool:
    """Whether a number is only more or less firm, and where it stands says more than the words that both are one thing."""
    return link.weight <= NEARLY_SURE and kinds_of(case, link) == ("hedge",)


def kinds_of(case: Case, link: Link) -> tuple[str, ...]:
    """Return in which aspects the later claim of a link departs; only a share has a whole that can change."""
    share = case.brief(link.later).kind == "share"
    return tuple(kind for kind in TELLING if kind in link.drift and (share or kind != "whole"))


def _distance(case: Case, link: Link) -> float:
    """How far apart the two numbers are, as a part of the larger; 0 where they are equal or none is named."""
    a, b = case.brief(link.earlier).point, case.brief(link.later).point
    return round(float(abs(a - b) / max(abs(a), abs(b))), 3) if a and b else 0.0


def _two_figures(case: Case, link: Link) -> bool:
    """Whether the later claim is its maker's own or another maker's: not the same figure on its way.

    A number whose digits slipped is one on its way all the same, unless only the later one is its maker's own.
    """
    own = case.own(link.earlier), case.own(link.later)
    if "value" in link.drift and _has_slipped(case, link):
        return own[1] and not own[0]
    makers = case.producer(link.earlier), case.producer(link.later)
    return (None not in makers and makers[0] != makers[1]) or (own[1] and makers[0] != makers[1])


def _has_slipped(case: Case, link: Link) -> bool:
    """Whether two numbers have the same digits, in another order or with the decimal point at another place."""
    a, b = case.brief(link.earlier).point, case.brief(link.later).point
    return bool(a and b) and a != b and figures(a or Decimal(0)) == figures(b or Decimal(0))


def _far_apart(case: Case, link: Link) -> bool:
    """Whether two numbers only fit because one is a bound, and nothing but that speaks for a change on the way."""
    a, b = case.brief(link.earlier).point, case.brief(link.later).point
    if not a or not b or _distance(case, link) < FAR:
        return False
    copied = case.shared_words(case.brief(link.earlier).document, case.brief(link.later).document) > 0
    return not copied and a.normalize().as_tuple().digits != b.normalize().as_tuple().digits


def _model(case: Case, link: Link) -> tuple[int, bool, float, tuple[str, str], str]:
    """How likely a claim is the model of another one: whose words it copies first, then the maker's own."""
    earlier, later = case.brief(link.earlier), case.brief(link.later)
    shared = case.shared_words(earlier.document, later.document)
    return (
        -shared,
        not case.own(link.earlier),
        -link.weight,
        case.known.papers[earlier.document].order,
        link.earlier,
    )


def _two_documents(case: Case, link: Link) -> bool:
    return case.document_of(link.earlier) != case.document_of(link.later)


def _is_of_standing(case: Case, link: Link) -> bool:
    """Whether the same number is hedged alike in both, and what differs is whether it is known: "may be", "have been proved"."""
    one, other = (case.claim(claim).quantity for claim in (link.earlier, link.later))
    return "hedge" in link.drift and one is not None and other is not None and one.hedge == other.hedge


def _in_order(case: Case, link: Link) -> bool:
    """Whether it can be told which of two documents has it from the other: by their dates, by copied text, or as a reference work has it."""
    documents = (case.brief(link.earlier).document, case.brief(link.later).document)
    kinds = [case.known.papers[document].kind for document in documents]
    refers = kinds[1] == REFERENCE and kinds[0] != REFERENCE
    return refers or are_dated(case, link) or case.shared_words(*documents) > 0


def are_dated(case: Case, link: Link) -> bool:
    """Return whether it is known which of two documents came first."""
    papers = [case.known.papers[case.document_of(claim)] for claim in (link.earlier, link.later)]
    return all(paper.published for paper in papers) and papers[0].published != papers[1].published
