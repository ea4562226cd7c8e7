"""What was decided, told for people: each judgement in words, whether it holds, and whether its words are still found."""

from collections.abc import Iterable
from typing import Any

from firsthand import ledger, links
from firsthand.dossier import corrections
from firsthand.errors import UnknownId
from firsthand.protection import CONSENT, PROTECT
from firsthand.records import (
    Judgement,
    Outcome,
    Ruling,
    RulingState,
    anchors_of,
    in_force,
    other_of,
    slot_of,
)

FIELDS = {
    "document.published": "the date", "document.publisher": "the publisher", "document.title": "the title",
    "document.kind": "the kind", "claim.measure": "what is measured", "claim.population": "of whom or of what",
    "claim.whole": "the whole", "claim.place": "the place", "claim.period": "the time",
}  # fmt: skip
"""How a field is called in a sentence."""

REVIEWS = {"accepted": "accepted", "rejected": "rejected"}


def found(store: ledger.Ledger, subject: tuple[str, str] | None, reviewer: str | None) -> list[Ruling]:
    """Return the decisions, all of them or about a subject (its kind and id) or by a reviewer, the latest first."""
    judged = list(store.judgements())
    outcomes = in_force(judged, lambda id_: store.now(id_) or id_)
    wanted = _named(store, *subject) if subject else None
    made = _Telling(store, judged, outcomes)
    chosen = (each for each in judged if reviewer in (None, each.reviewer))
    return [made.decision(each) for each in chosen if wanted is None or wanted & made.subjects(each)]


def waiting(found: Iterable[Ruling]) -> list[Ruling]:
    """Return the decisions whose words are not found any more; none is ever dropped."""
    return [each for each in found if each.state == "waiting"]


def conflicts(found: Iterable[Ruling]) -> list[list[Ruling]]:
    """Return the decisions that disagree since two copies were merged, those about one thing together."""
    groups: dict[tuple[str, str, str | None], list[Ruling]] = {}
    for each in found:
        if each.state == "conflict":
            groups.setdefault((each.judgement.kind, each.subject or "", each.other), []).append(each)
    return list(groups.values())


def _named(store: ledger.Ledger, kind: str, whole: str) -> set[str]:
    """The ids under which decisions about a subject are known."""
    if kind == "figure":
        return {whole, *store.figure(whole).claims}
    if kind == "judgement":
        return {each.subject for each in store.judgements() if each.id == whole}
    return {whole}


class _Telling:
    """Judgements in words, with what is known of all of them."""

    def __init__(self, store: ledger.Ledger, judged: list[Judgement], outcomes: dict[Any, Outcome]) -> None:
        self._store = store
        self._known = {each.id: each for each in judged}
        self._outcomes = outcomes
        self._undone = {each.undoes for each in judged if each.undoes}

    def decision(self, judgement: Judgement) -> Ruling:
        about, subject, other = self._about(judgement)
        return Ruling(
            judgement,
            about,
            subject,
            other,
            self._says(judgement),
            _words(judgement),
            self._state(judgement, subject is None),
        )

    def subjects(self, judgement: Judgement) -> set[str]:
        named = {judgement.id, judgement.subject, other_of(judgement) or judgement.subject}
        named |= {anchor.id for anchor in anchors_of(judgement.anchor)}
        return {self._now(id_) or id_ for id_ in named} | set(self._store.documents_of(judgement.id))

    def _now(self, id_: str) -> str | None:
        return self._store.now(id_)

    def _state(self, judgement: Judgement, lost: bool) -> RulingState:
        outcome = self._outcomes[slot_of(judgement, lambda id_: self._now(id_) or id_)]
        last = {each.id for each in outcome.last}
        if judgement.id in last and outcome.contested:
            return "conflict"
        holds = outcome.judgement == judgement or (judgement.undoes is not None and judgement.id in last)
        if holds:
            return "waiting" if lost else "holds"
        return "taken back" if judgement.id in self._undone else "replaced"

    def _about(self, judgement: Judgement) -> tuple[str, str | None, str | None]:
        """The kind of what was judged, its id today, and that of the other one of a pair."""
        about, other = judgement.kind.split(".")[0], other_of(judgement)
        if about in ("claim", links.FIGURE, "link") and judgement.kind != "figure.review":
            subject = self._claim(judgement.subject)
            second = self._claim(other) if other else None
            return about, subject if other is None or second else None, second or other
        if judgement.kind == "finding.review":
            return about, self._store.finding_now(judgement), None
        if judgement.kind == "figure.review":
            (anchor, *_) = anchors_of(judgement.anchor)
            claim = self._claim(anchor.id)
            figure = self._store.figure_of(claim) if claim else None
            return about, figure.id if figure else None, None
        if judgement.kind == corrections.ZONES and not self._stretches_found(judgement):
            return about, None, None
        return about, judgement.subject, other

    def _claim(self, id_: str) -> str | None:
        now = self._now(id_)
        try:
            return self._store.claim(now).id if now else None
        except UnknownId:
            return None

    def _stretches_found(self, judgement: Judgement) -> bool:
        try:
            text = self._store.document(judgement.subject).text
        except UnknownId:
            return False
        stretches = corrections.zones_of(corrections.of_value(judgement))
        return all(words.place_in(text) for _, words in stretches)

    def _says(self, judgement: Judgement) -> str:
        if judgement.undoes:
            undone = self._known.get(judgement.undoes)
            return f"taken back: {self._says(undone)}" if undone else "a decision taken back"
        kind, value = judgement.kind, corrections.of_value(judgement)
        if kind in (links.FIGURE, links.ORIGIN):
            return f"{'one' if value['together'] else 'not one'} {kind}"
        if kind == "link.review":
            return "the link between these two claims is rejected"
        if kind.endswith(".review"):
            return REVIEWS.get(value, str(value))
        if kind == "claim.value":
            return f"the number is {_number(value)}"
        if kind == "claim.chain":
            steps = (f"{step['name'] or 'somebody unnamed'} ({step['role']})" for step in value)
            return f"the voices are {' > '.join(steps) or 'none'}"
        if kind == corrections.ZONES:
            roles = ", ".join(
                f"“{words.exact[:40]}” is {role}" for role, words in corrections.zones_of(value)
            )
            return f"roles in the text: {roles}"
        if kind in FIELDS:
            return f"{FIELDS[kind]} is {value}" if value else f"{FIELDS[kind]} is not said"
        if kind == PROTECT:
            return f"in every release: {value['do']}"
        if kind == CONSENT:
            return (
                "the consent was withdrawn"
                if value["withdrawn"]
                else f"consent for {', '.join(value['audiences'])}"
            )
        return f"{kind}: {judgement.value}"


def _words(judgement: Judgement) -> tuple[str, ...]:
    """The words that a judgement was made about."""
    anchored = tuple(_shown(anchor.words.exact, anchor.words.end) for anchor in anchors_of(judgement.anchor))
    if anchored or other_of(judgement) is None:
        return anchored
    return tuple(corrections.of_value(judgement).get("words", ()))


def _shown(exact: str, end: str) -> str:
    return " ".join((f"{exact} … {end}" if end else exact).split())


def _number(value: dict[str, str | None]) -> str:
    low, high, hedge, unit = value["low"], value["high"], value["hedge"], value["unit"]
    ends = low if low == high else f"{low or 'open'} to {high or 'open'}"
    return " ".join(filter(None, (ends, unit, f"({hedge})")))


STATES: dict[RulingState, str] = {
    "holds": "it holds",
    "replaced": "a later decision took its place",
    "taken back": "it was taken back",
    "conflict": "two copies disagree; until somebody decides, what both had before holds",
    "waiting": "its words are not found in the documents any more; it is kept and holds again when they are",
}
"""What each state means."""
