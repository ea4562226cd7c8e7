"""What a reviewer decides, as judgements: each with its reason, its words, and what it takes the place of."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from firsthand import ledger, links
from firsthand.dossier import corrections
from firsthand.errors import UnknownId, WrongUse
from firsthand.records import (
    Anchor,
    Claim,
    Document,
    Judgement,
    Outcome,
    Slot,
    Span,
    anchors_of,
    anchors_text,
    identity,
    in_force,
    other_of,
    quote,
    slot_of,
)

ACCEPTED, REJECTED = "accepted", "rejected"

LINK = "link.review"

REJECTABLE = ("claim", "finding")
"""What can be rejected by its id; a link is rejected by its two claims."""

ACCEPTABLE = (*REJECTABLE, "figure", "document")


def accept(act: "Act", kind: str, whole: str) -> None:
    """Say that a claim, figure, finding or document was looked at and holds."""
    if kind not in ACCEPTABLE:
        raise WrongUse(f"a {kind} cannot be accepted; these can: {', '.join(ACCEPTABLE)}")
    act.say(whole, f"{kind}.review", corrections.as_value(ACCEPTED), act.anchors(kind, whole))


def reject(act: "Act", kind: str, whole: str) -> None:
    """Say that a claim or finding does not hold; it stays listed, and a rejected claim is in no figure."""
    if kind not in REJECTABLE:
        raise WrongUse(
            f"a {kind} cannot be rejected; a claim, a finding or the link of two claims can. `firsthand decide` takes "
            "figures apart, `correct` sets a document right and `forget` erases it"
        )
    act.say(whole, f"{kind}.review", corrections.as_value(REJECTED), act.anchors(kind, whole))


def reject_link(act: "Act", one: str, other: str) -> None:
    """Say that two claims do not stand to each other as the program says."""
    if one == other or not any(
        {link.earlier, link.later} == {one, other} for link in act.store.links_of(one)
    ):
        raise WrongUse(
            "there is no link between these two claims; `firsthand show` lists the links of a claim"
        )
    subject, second = sorted((one, other))
    value = corrections.as_value({"with": second, "standing": REJECTED})
    act.say(subject, LINK, value, [*act.anchors("claim", subject), *act.anchors("claim", second)])


def correct_claim(act: "Act", claim: Claim, said: Mapping[str, str]) -> None:
    """Keep a person's word about a claim. Raises WrongUse that says what would work."""
    for kind, value in corrections.of_claim(claim, said).items():
        act.say(claim.id, kind, value, act.anchors("claim", claim.id))


def correct_document(act: "Act", document: Document, said: Mapping[str, str]) -> None:
    """Keep a person's word about a document. Raises WrongUse that says what would work."""
    for kind, value in corrections.of_document(said).items():
        act.say(document.id, kind, value)


def rezone(act: "Act", document: Document, roles: Mapping[str | Span, str]) -> None:
    """Give stretches of a document other roles, each given by its span or by words that stand in it. Raises WrongUse."""
    holds = act.outcome((corrections.ZONES, document.id)).judgement
    value = holds.value if holds else "[]"
    spans = {
        corrections.zone_with(document, place) if isinstance(place, str) else place: role
        for place, role in roles.items()
    }
    for span, role in spans.items():
        value = corrections.zone_said(document, span, role, json.loads(value))
    act.say(document.id, corrections.ZONES, value)


def pair(act: "Act", one: str, other: str, *, together: bool) -> str:
    """Say that two claims, given by ids of theirs or of figures, or else two names are one or not; return the kind of this."""
    claims = [claim_meant(act.store, each) for each in (one, other)]
    if claims[0] and claims[1]:
        pair_claims(act, claims[0], claims[1], together=together)
        return links.FIGURE
    pair_names(act, one, other, together=together)
    return links.ORIGIN


def pair_claims(act: "Act", one: str, other: str, *, together: bool) -> None:
    """Say that two claims are one figure, or that they are not."""
    subject, second = sorted((one, other))
    if subject == second:
        raise WrongUse("that is one and the same; a decision needs two claims or two names")
    words = [act.store.claim(id_).text for id_ in (subject, second)]
    value = links.judgement_value(second, together=together, words=words)
    act.say(subject, links.FIGURE, value, [*act.anchors("claim", subject), *act.anchors("claim", second)])


def pair_names(act: "Act", one: str, other: str, *, together: bool) -> None:
    """Say that two names are one origin, or that they are not; WrongUse where nobody here has the name."""
    _check_names(act.store, one, other)
    named = sorted((links.voice_key(name), name) for name in (one, other))
    if named[0][0] == named[1][0]:
        raise WrongUse("that is one and the same; a decision needs two claims or two names")
    value = links.judgement_value(named[1][0], together=together, words=[name for _, name in named])
    act.say(named[0][0], links.ORIGIN, value)


def split(act: "Act", claim: str) -> None:
    """Say that a claim is not the same figure as any other of those in its figure."""
    figure = act.store.figure_of(claim)
    for other in figure.claims if figure else ():
        if other != claim:
            pair_claims(act, claim, other, together=False)


def undo(act: "Act", id_: str | None = None, *, whole: bool = False) -> list[Judgement]:
    """Take back what was decided last, by this reviewer or about a subject, or one judgement; return what was taken back.

    With ``whole`` that is all that was decided in one go with the one judgement. What held before holds again. Raises WrongUse where there is nothing to take back.
    """
    outcomes = in_force(act.store.judgements(), act.now)
    holding = [each.judgement for each in outcomes.values() if each.judgement and not each.contested]
    if id_ is None:
        mine = [each for each in holding if each.reviewer == act.reviewer]
        taken = _last_act(mine)
        nothing = f"no decision of {act.reviewer} is left to be taken back"
    else:
        undoing = {last for each in outcomes.values() for last in each.last if last.undoes}
        known = [*holding, *undoing]
        taken = [each for each in known if each.id == id_]
        if taken and whole:
            taken = [each for each in known if (each.at, each.reviewer) == (taken[0].at, taken[0].reviewer)]
        taken = taken or _last_act([each for each in holding if id_ in act.subjects(each)])
        nothing = (
            "there is nothing to take back: a later decision took its place, or nothing was decided about it "
            "(`firsthand history DOSSIER ID` lists what was)"
        )
    if not taken:
        raise WrongUse(nothing)
    for each in taken:
        act.say(each.subject, each.kind, each.value, anchors_of(each.anchor), undoes=each)
    return taken


def choose(act: "Act", judgement_id: str) -> None:
    """Let one of the decisions on which two merged copies disagree take the place of both. Raises WrongUse."""
    outcomes = in_force(act.store.judgements(), act.now)
    disputed = (each for outcome in outcomes.values() if outcome.contested for each in outcome.last)
    chosen = next((each for each in disputed if each.id == judgement_id), None)
    if chosen is None:
        raise WrongUse("nobody disagrees with this decision; `firsthand history` lists what is to be decided")
    undone = next((each for each in act.store.judgements() if each.id == chosen.undoes), None)
    act.say(chosen.subject, chosen.kind, chosen.value, anchors_of(chosen.anchor), undoes=undone)


@dataclass(slots=True)
class Act:
    """One thing that a reviewer does: its judgements have one moment and one reason, and are kept together or not at all."""

    store: ledger.Ledger
    reviewer: str
    reason: str = ""
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="microseconds"))
    made: list[Judgement] = field(default_factory=list)
    _outcomes: dict[Slot, Outcome] | None = None
    _moves: dict[str, str | None] | None = None

    def say(
        self,
        subject: str,
        kind: str,
        value: str,
        anchors: Iterable[Anchor] = (),
        undoes: Judgement | None = None,
    ) -> None:
        """Add a judgement; one that says again what holds already, for no other reason, adds nothing."""
        draft = Judgement("", subject, kind, value, self.reviewer, self.at, anchors_text(anchors))
        outcome = self.outcome(slot_of(draft, self.now))
        holds = outcome.judgement
        same = holds is not None and holds.value == value and self.reason in ("", holds.reason)
        if same and not outcome.contested and undoes is None:
            return
        replaces = tuple(sorted(each.id for each in outcome.last))
        taken_back = undoes.id if undoes else None
        parts = (subject, kind, value, self.reviewer, self.at, self.reason, taken_back or "", *replaces)
        self.made.append(
            Judgement(
                identity("judgement", *parts), subject, kind, value, self.reviewer, self.at, draft.anchor, replaces,
                self.reason, taken_back,
            )
        )  # fmt: skip

    def keep(self) -> list[Judgement]:
        """Keep what was said, in one transaction, and return it."""
        self.store.judge(*self.made)
        return self.made

    def outcome(self, slot: Slot) -> Outcome:
        """Return what holds in a slot."""
        if self._outcomes is None:
            self._outcomes = in_force(self.store.judgements(), self.now)
        return self._outcomes.get(slot, Outcome(None, ()))

    def now(self, id_: str) -> str:
        """Return the id that a claim has today, any other as it is."""
        if self._moves is None:
            self._moves = self.store.moves()
        return self._moves.get(id_) or id_

    def subjects(self, judgement: Judgement) -> set[str]:
        """Return the ids, as they are today, of all that a judgement is about."""
        named = {judgement.subject, other_of(judgement) or judgement.subject}
        anchored = {anchor.id for anchor in anchors_of(judgement.anchor)}
        return {self.now(id_) for id_ in named | anchored}

    def anchors(self, kind: str, whole: str) -> list[Anchor]:
        """Return the words of a claim, of the first claim of a figure, or of a finding's evidence."""
        if kind == "claim":
            return [claim_anchor(self.store, whole)]
        if kind == "figure":
            return [claim_anchor(self.store, min(self.store.figure(whole).claims))]
        if kind == "finding":
            finding = self.store.finding(whole)
            pieces = [(piece.passage.document, piece.passage.span) for piece in finding.evidence]
            return [
                Anchor(finding.kind, document, quote(self.store.document(document).text, span))
                for document, span in pieces
            ]
        return []


def claim_anchor(store: ledger.Ledger, claim_id: str) -> Anchor:
    """Return the words of a claim and of its number."""
    claim = store.claim(claim_id)
    text = store.document(claim.document).text
    number = quote(text, claim.quantity.span) if claim.quantity else None
    return Anchor(claim.id, claim.document, quote(text, claim.span), number)


def _last_act(found: list[Judgement]) -> list[Judgement]:
    last = max(found, key=lambda each: (each.at, each.id), default=None)
    return [each for each in found if last and (each.at, each.reviewer) == (last.at, last.reviewer)]


def _check_names(store: ledger.Ledger, *names: str) -> None:
    """Stop where a name is that of nobody who speaks or publishes in the dossier."""
    known = {links.voice_key(document.publisher or "") for document in store.documents()}
    known |= {links.voice_key(origin.name) for figure in store.figures() for origin in figure.origins}
    known |= {links.voice_key(step.name) for claim in store.claims() for step in claim.chain if step.name}
    for name in names:
        if not links.voice_key(name) or links.voice_key(name) not in known:
            raise WrongUse(
                f"{name!r} is neither the id of a claim nor the name of anybody who speaks here; "
                "`firsthand claims` and `firsthand findings` show both"
            )


def claim_meant(store: ledger.Ledger, prefix: str) -> str | None:
    """Return the id of a claim for its beginning, and of a figure the first of its claims; None for anything else."""
    try:
        kind, whole = store.find(prefix)
    except UnknownId:
        return None
    if kind == "figure":
        return min(store.figure(whole).claims)
    return whole if kind == "claim" else None
