"""What was decided, told for people: each judgement in words, whether it holds, and whether its words are still found."""

from dataclasses import dataclass

from firsthand import ledger, links
from firsthand.dossier import corrections
from firsthand.errors import UnknownId
from firsthand.protection import CONSENT, PROTECT
from firsthand.records import (
    Judgement,
    Ruling,
    RulingState,
    Stretch,
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


@dataclass(frozen=True, slots=True)
class Asked:
    """Which decisions are asked for: about a subject (its kind and id), by a reviewer, and which stretch of them."""

    subject: tuple[str, str] | None = None
    reviewer: str | None = None
    first: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """All decisions by the screenful, those on which two merged copies disagree, those that wait, and who decided."""

    found: Stretch[Ruling]
    disputed: list[list[Ruling]]
    orphaned: list[Ruling]
    reviewers: list[str]


def stretch(store: ledger.Ledger, asked: Asked) -> Stretch[Ruling]:
    """Return decisions, the latest first."""
    judged = _about(store, asked.subject)
    return _stretch(judged, _Telling(store, judged), asked)


def overview(store: ledger.Ledger, asked: Asked) -> Overview:
    """Return decisions with what is disputed and what waits; the latter two only where no subject is asked for."""
    judged = _about(store, asked.subject)
    told = _Telling(store, judged)
    everything = asked.subject is None
    return Overview(
        _stretch(judged, told, asked),
        told.conflicts() if everything else [],
        told.waiting(judged) if everything else [],
        sorted({each.reviewer for each in judged}),
    )


def waiting(store: ledger.Ledger) -> list[Ruling]:
    """Return the decisions whose words are not found any more; none is ever dropped."""
    judged = list(store.judgements())
    return _Telling(store, judged).waiting(judged)


def conflicts(store: ledger.Ledger) -> list[list[Ruling]]:
    """Return the decisions that disagree since two copies were merged, those about one thing together."""
    return _Telling(store, list(store.judgements())).conflicts()


def _stretch(judged: list[Judgement], told: "_Telling", asked: Asked) -> Stretch[Ruling]:
    kind, whole = asked.subject or ("", "")
    wanted = told.ids_of(kind, whole) if asked.subject and kind != "document" else None
    chosen = [
        each
        for each in judged
        if asked.reviewer in (None, each.reviewer) and (wanted is None or wanted & told.subjects(each))
    ]
    last = None if asked.most is None else asked.first + asked.most
    return Stretch(tuple(map(told.ruling, chosen[asked.first : last])), asked.first, len(chosen))


def _about(store: ledger.Ledger, subject: tuple[str, str] | None) -> list[Judgement]:
    """The judgements among which those about a subject are: those about its documents."""
    kind, whole = subject or ("", "")
    if kind == "document":
        return list(store.judgements_about(whole))
    if kind == "claim":
        return list(store.judgements_about(store.claim(whole).document))
    if kind == "figure":
        claims = store.browse.claims_of(store.figure(whole).claims).values()
        return list(store.judgements_about(*{claim.document for claim in claims}))
    return list(store.judgements())


class _Telling:
    """Judgements in words, with what is known of all of them."""

    def __init__(self, store: ledger.Ledger, judged: list[Judgement]) -> None:
        self._store = store
        self._moves = store.moves()
        self._known = {each.id: each for each in judged}
        self._undone = {each.undoes for each in judged if each.undoes}
        self.outcomes = in_force(judged, self._today)

    def ruling(self, judgement: Judgement) -> Ruling:
        """Return a judgement with what it is about, in words, and whether it still holds."""
        about, subject, other = self._about(judgement)
        says, state = self._says(judgement), self._state(judgement, subject is None)
        return Ruling(judgement, about, subject, other, says, _words(judgement), state)

    def ids_of(self, kind: str, whole: str) -> set[str]:
        """The ids under which decisions about a subject are known."""
        return {whole, *self._store.figure(whole).claims} if kind == "figure" else {whole}

    def subjects(self, judgement: Judgement) -> set[str]:
        """Return the ids, as they are today, of all that a judgement is about."""
        named = {judgement.id, judgement.subject, other_of(judgement) or judgement.subject}
        named |= {anchor.id for anchor in anchors_of(judgement.anchor)}
        return {self._today(id_) for id_ in named}

    def conflicts(self) -> list[list[Ruling]]:
        """Return the decisions that contradict each other, together those about one thing."""
        return [
            [self.ruling(each) for each in found.last] for found in self.outcomes.values() if found.contested
        ]

    def waiting(self, judged: list[Judgement]) -> list[Ruling]:
        """Return those of some judgements whose words are not found in the documents as they are today."""
        lost = {was for was, now in self._moves.items() if now is None}
        may = [each for each in judged if self._may_wait(each, lost)]
        return [found for each in may if (found := self.ruling(each)).state == "waiting"]

    def _may_wait(self, judgement: Judgement, lost: set[str]) -> bool:
        """Whether it could be that the words of a judgement are not found, before that is looked into."""
        if judgement.kind in ("finding.review", corrections.ZONES):
            return True
        if not lost:
            return False
        ids = {judgement.subject, other_of(judgement), *(a.id for a in anchors_of(judgement.anchor))}
        return bool(ids & lost)

    def _now(self, id_: str) -> str | None:
        return self._moves.get(id_, id_)

    def _today(self, id_: str) -> str:
        return self._now(id_) or id_

    def _state(self, judgement: Judgement, lost: bool) -> RulingState:
        outcome = self.outcomes[slot_of(judgement, self._today)]
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
