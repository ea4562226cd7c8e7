"""What reviewers decided about persons and details, and under which consent a testimony stands, as judgements keep it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, get_args

from firsthand.errors import WrongUse
from firsthand.protection.profiles import CATEGORIES, Profile
from firsthand.records import IdentifierCategory, Judgement, in_force

PROTECT = "protect"
CONSENT = "consent"
"""The kinds of judgements that this room makes and reads."""

Do = Literal["keep", "mask", "coarser", "pseudonym", "replace"]

STRICTNESS: tuple[Do, ...] = ("keep", "coarser", "replace", "pseudonym", "mask")


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done with a person or a detail in every release, whatever the profile says; ``instead`` is what replaces it.

    ``words`` are those it was made about: they are looked for even where no mark stands on them. ``documents`` are those
    that hold them, so that the decision goes when they are forgotten.
    """

    subject: str
    do: Do
    words: str
    category: IdentifierCategory
    instead: str = ""
    reason: str = ""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """What somebody who testified agreed to, after the Murad Code: who may see it, for what and until when.

    ``audiences`` and ``purposes`` are plain words, ``until`` an ISO 8601 day on which it is still good; None means without an
    end. ``contact`` is who can reach the person, by a pseudonym. ``testified`` says where the person has testified
    already, so that nobody asks again. ``on_behalf`` says that a guardian agreed (HTCDS: a child).
    """

    audiences: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    until: str | None = None
    withdrawn: bool = False
    contact: str = ""
    testified: str = ""
    on_behalf: bool = False

    def refuses(self, profile: Profile, today: date) -> str | None:
        """Return why a release for a profile would break the consent, None when it does not."""
        if self.withdrawn:
            return "the consent was withdrawn"
        if self.until is not None and date.fromisoformat(self.until) < today:
            return f"the consent ended on {self.until}"
        if profile.consent not in self.audiences:
            return f"the consent does not name the audience {profile.consent}"
        if self.purposes and not set(self.purposes) & set(profile.purposes):
            return "the consent is for other purposes than those of the profile"
        return None


def decided(judgements: Iterable[Judgement]) -> Mapping[str, Decision]:
    """Return the decision in force about each person and detail, by its id.

    Where two copies of a dossier disagreed and nobody has decided between them, what withholds most holds.
    """
    return {
        subject: max(map(_decision, found), key=lambda each: STRICTNESS.index(each.do))
        for subject, found in _in_force(judgements, PROTECT)
    }


def consents(judgements: Iterable[Judgement]) -> Mapping[str, tuple[Consent, ...]]:
    """Return the consent in force for each document that has one, by the document's id.

    There are several where two copies of a dossier disagreed and nobody has decided between them: all of them bind.
    """
    return {subject: tuple(map(_consent, found)) for subject, found in _in_force(judgements, CONSENT)}


def _in_force(judgements: Iterable[Judgement], kind: str) -> Iterator[tuple[str, tuple[Judgement, ...]]]:
    ours = (judgement for judgement in judgements if judgement.kind == kind)
    for (_, subject), outcome in in_force(ours).items():
        if outcome.contested:
            yield subject, tuple(filter(None, outcome.sides))
        elif outcome.judgement is not None:
            yield subject, (outcome.judgement,)


def _decision(judgement: Judgement) -> Decision:
    said: dict[str, Any] = json.loads(judgement.value)
    return Decision(
        judgement.subject,
        said["do"],
        said["words"],
        said["category"],
        said["instead"],
        judgement.reason,
        tuple(said["documents"]),
    )


def _consent(judgement: Judgement) -> Consent:
    said: dict[str, Any] = json.loads(judgement.value)
    return Consent(**{**said, "audiences": tuple(said["audiences"]), "purposes": tuple(said["purposes"])})


def decision_value(decision: Decision) -> str:
    """Return a decision as a judgement keeps it. Raises WrongUse when it makes no sense."""
    if decision.do not in get_args(Do):
        raise WrongUse(f"there is no decision {decision.do!r}; there is {', '.join(get_args(Do))}")
    if decision.category not in CATEGORIES:
        raise WrongUse(f"there is no category {decision.category!r}; there is {', '.join(CATEGORIES)}")
    if (decision.do == "replace") != bool(decision.instead):
        raise WrongUse("to replace needs the words that stand for it, and only that does")
    said = ("do", "words", "category", "instead", "documents")
    return _json({name: getattr(decision, name) for name in said})


def consent_value(consent: Consent) -> str:
    """Return a consent as a judgement keeps it. Raises WrongUse when its date is none."""
    if consent.until is not None:
        try:
            consent = replace(consent, until=date.fromisoformat(consent.until).isoformat())
        except ValueError:
            raise WrongUse("until is a day; write 2027-01-01") from None
    if not consent.withdrawn and not consent.audiences:
        raise WrongUse("a consent names at least one audience, or was withdrawn")
    return _json({name: getattr(consent, name) for name in Consent.__dataclass_fields__})


def _json(said: Mapping[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True)
