"""records + audience -> release: the only way out.

In this order: ``profiles`` reads what an audience may see; ``decisions`` tells what reviewers decided and under which
consent a testimony stands; ``people`` gathers whose details stand where, across all documents; ``masking`` says what takes
their place (``coarser``), and looks for them in every string (``terms``, ``folding``); ``building`` makes the release. ``risk``
says which details together single somebody out, and ``leaks`` looks for what is withheld in the text of a finished file.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from firsthand.errors import Refused
from firsthand.protection.building import Builder, Keys, swept
from firsthand.protection.coarser import Wider, coarser
from firsthand.protection.decisions import (
    CONSENT,
    PROTECT,
    Consent,
    Decision,
    Do,
    consent_value,
    consents,
    decided,
    decision_value,
)
from firsthand.protection.folding import letters
from firsthand.protection.leaks import Leak, Piece, leaks, spoken_in
from firsthand.protection.masking import Choice, Mask, Rules, masks, pseudonyms
from firsthand.protection.people import Detail, Person, detail_id, gather, telling
from firsthand.protection.profiles import PROFILES, Profile, profile
from firsthand.protection.risk import Change, Exposure, exposures
from firsthand.protection.terms import Terms, term
from firsthand.protection.view import View
from firsthand.records import Release, Unchecked

__all__ = [
    "CONSENT",
    "PROFILES",
    "PROTECT",
    "Change",
    "Choice",
    "Consent",
    "Decision",
    "Detail",
    "Do",
    "Exposure",
    "Leak",
    "Made",
    "Making",
    "Person",
    "Piece",
    "Profile",
    "Terms",
    "View",
    "choices",
    "consent_value",
    "consents",
    "decided",
    "decision_value",
    "detail_id",
    "exposed",
    "gather",
    "leaks",
    "letters",
    "profile",
    "release",
    "spoken_in",
    "telling",
    "term",
]


def _nowhere(_: Detail) -> Wider:
    return lambda _: (None, None)


@dataclass(frozen=True, slots=True)
class Making:
    """What a release needs besides the dossier: a secret of its own, the day, what lies around a place.

    ``leave_out`` leaves out the documents whose consent it would break, instead of refusing. ``unchecked`` is what
    was compared with nothing, ``made_with`` the versions of program and language model.
    """

    secret: bytes
    today: date
    wider: Callable[[Detail], Wider] = _nowhere
    leave_out: bool = False
    unchecked: Iterable[Unchecked] = ()
    made_with: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A release, with what only the vault may keep: whose the pseudonyms are, and what the finished file must not hold.

    ``documents`` leads from the id of a document in the release to its own.
    """

    release: Release
    mask: Mask
    pseudonyms: Mapping[str, Person]
    documents: Mapping[str, str]


def release(view: View, audience: Profile, making: Making) -> Made:
    """Return what an audience may see. Raises Refused when it would break a consent.

    Everything that identifies the persons of the dossier is looked for in all of its documents, also in those that are
    left out, and every string of the release has gone through the mask.
    """
    judgements = tuple(view.judgements())
    refused = dict(_refused(view, audience, making.today))
    if refused and not making.leave_out:
        raise Refused(_refusal(refused))
    people = gather(view) if audience.masks else ()
    key = Keys(making.secret, kept=False)
    named = pseudonyms(people, lambda id_: key.of(f"person {id_}"), _witnesses(view))
    mask = masks(
        view, people, Rules(audience, decided(judgements) if audience.masks else {}, named, making.wider)
    )
    builder = Builder(view, audience, mask, Keys(making.secret, audience.ids == "kept"), frozenset(refused))
    documents = builder.documents()
    parts = {
        "documents": documents,
        "names": builder.names(documents),
        "claims": builder.claims(),
        "figures": tuple(builder.figures()),
        "links": tuple(builder.links()),
        "reuses": tuple(builder.reuses()),
        "findings": tuple(builder.findings()),
        "problems": tuple(builder.problems()),
        "unchecked": tuple(builder.unchecked(making.unchecked)),
        "made_with": making.made_with,
    }
    held = Release(
        profile=audience.name,
        says=audience.says,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        withheld=tuple(_withheld(audience, mask, builder.dropped, refused)),
        **({name: swept(part, mask) for name, part in parts.items()} if audience.masks else parts),
    )
    return Made(
        held, mask, {named[person.id]: person for person in people if person.id in named}, builder.ids()
    )


def exposed(view: View, audience: Profile, wider: Callable[[Detail], Wider] = _nowhere) -> Iterator[Exposure]:
    """Yield how far each person of a dossier can be found out by what an audience would be told of them."""
    people = gather(view)
    rules = Rules(audience, decided(view.judgements()) if audience.masks else {}, {}, wider)

    def told(detail: Detail) -> str | None:
        """Return the words that take the place of a detail, None where it is masked."""
        choice = rules.choice(detail)
        if choice is None:
            return detail.words
        return None if choice.rule in ("mask", "pseudonym") else choice.instead

    def coarse(detail: Detail) -> str:
        """Return a detail said more coarsely for the audience."""
        return coarser(detail.words, detail.category, audience, wider(detail))

    return exposures(people, told, coarse)


def choices(
    view: View, audience: Profile, wider: Callable[[Detail], Wider] = _nowhere
) -> Callable[[Detail], Choice | None]:
    """Return what tells what a profile and the reviewers' decisions do with a detail, None where it stays."""
    named = {person.id: "a pseudonym" for person in gather(view) if person.names}
    return Rules(audience, decided(view.judgements()) if audience.masks else {}, named, wider).choice


def _refused(view: View, audience: Profile, today: date) -> Iterator[tuple[str, str]]:
    """Yield the documents that may not go to an audience, each with the reason."""
    if audience.consent is None:
        return
    given = consents(view.judgements())
    for document in view.documents():
        consents_given = given.get(document.id)
        if consents_given:
            reasons = (consent.refuses(audience, today) for consent in consents_given)
            if reason := next(filter(None, reasons), None):
                yield document.id, reason
        elif document.kind == "testimony":
            yield document.id, "no consent is recorded"


def _refusal(refused: Mapping[str, str]) -> str:
    reasons = Counter(refused.values())
    said = "; ".join(f"{reason} ({_several(n)})" for reason, n in reasons.most_common())
    ids = ", ".join(id_[:8] for id_ in sorted(refused)[:8])
    return (
        f"nothing is released: {said}: {ids}. `firsthand consent` records what was agreed to; --leave-out makes the "
        "release without these documents"
    )


def _several(n: int) -> str:
    return f"{n} document{'' if n == 1 else 's'}"


def _witnesses(view: View) -> frozenset[str]:
    """Return the letters of the names of those who tell what they lived through."""
    told = (claim.chain for claim in view.claims() if claim.basis == "witnessed")
    return frozenset(
        letters(step.name)
        for chain in told
        for step in chain
        if step.name and step.role not in ("outlet", "official")
    )


SAID = {
    "pseudonym": "stand under pseudonyms",
    "coarser": "told less exactly",
    "mask": "left out",
    "replace": "replaced",
}


def _withheld(
    audience: Profile, mask: Mask, dropped: Counter[str], refused: Mapping[str, str]
) -> Iterator[str]:
    """Yield what was withheld and why, in numbers: never what it was."""
    yield from (f"{what}: by the profile {audience.name}" for what in audience.withhold)
    for (category, rule, by), n in sorted(mask.counts.items()):
        whose = f"the profile {audience.name}" if by == "profile" else "decision of the reviewer"
        yield f"{n} {'mention' if n == 1 else 'mentions'} of kind {category}: {SAID[rule]}, by {whose}"
    yield from (f"{n} {what}" for what, n in sorted(dropped.items()))
    for reason, n in sorted(Counter(refused.values()).items()):
        yield f"{_several(n)} left out: {reason}"
