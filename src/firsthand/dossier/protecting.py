"""What reviewers see and decide of the people in a dossier: their details, what is done with these, how exposed they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from firsthand import ledger, protection
from firsthand.dossier import surroundings
from firsthand.dossier.deciding import Act
from firsthand.errors import UnknownId, WrongUse
from firsthand.protection import Choice, Decision, Detail, Exposure, Person
from firsthand.records import IdentifierCategory

LEAST = 4
"""Characters of an id that must be given."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A person with what a profile and the decisions do with each detail, None where it stays."""

    person: Person
    choices: tuple[tuple[Detail, Choice | None], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reviewer wants done; ``meant`` is the id of a person or of a detail, a name, or any words.

    ``category`` says what words are that no mark stands on; ``instead`` is what replaces it.
    """

    meant: str
    do: protection.Do
    instead: str = ""
    reason: str = ""
    category: IdentifierCategory = "other"


def shown(store: ledger.Ledger, profile: str) -> Iterator[Shown]:
    """Yield the persons of a dossier with what a profile does with their details, those with most details first."""
    choice = protection.choices(store, protection.profile(profile), surroundings.wider_in(store))
    for person in protection.gather(store):
        each = {detail.id: detail for detail in reversed(person.details)}
        yield Shown(person, tuple((detail, choice(detail)) for detail in reversed(each.values())))


def exposures(store: ledger.Ledger, profile: str) -> Iterator[Exposure]:
    """Yield how far each person can be found out by what a profile would tell of them."""
    return protection.exposed(store, protection.profile(profile), surroundings.wider_in(store))


def decision(store: ledger.Ledger, wish: Wish) -> Decision:
    """Return the decision that a wish asks for. Raises UnknownId when an id is that of several, WrongUse for no words."""
    people = protection.gather(store)
    person = _person(people, wish.meant)
    if person is not None:
        words = person.names[0] if person.names else person.label
        found = Decision(person.id, wish.do, words, "name", documents=tuple(sorted(person.documents)))
    elif details := _details(people, wish.meant):
        first = details[0]
        documents = tuple(sorted({detail.document for detail in details}))
        found = Decision(first.id, wish.do, first.words, first.category, documents=documents)
    else:
        found = _of_words(store, wish)
    return replace(found, instead=wish.instead, reason=wish.reason)


def protect(act: Act, decided: Decision) -> None:
    """Keep what is done with a person, a detail or any words."""
    act.say(decided.subject, protection.PROTECT, protection.decision_value(decided))


def consent(act: Act, document_id: str, given: protection.Consent) -> None:
    """Keep what somebody who testified agreed to. Raises WrongUse when it makes no sense."""
    act.say(document_id, protection.CONSENT, protection.consent_value(given))


def _person(people: Iterable[Person], meant: str) -> Person | None:
    name = protection.letters(meant)
    found = [
        person
        for person in people
        if (len(meant) >= LEAST and person.id.startswith(meant))
        or name in map(protection.letters, person.names)
    ]
    if len(found) > 1:
        ids = ", ".join(person.id[:8] for person in found)
        raise UnknownId(
            f"that is the name or the beginning of the id of several persons; give one of their ids: {ids}"
        )
    return found[0] if found else None


def _details(people: Iterable[Person], meant: str) -> list[Detail]:
    words = protection.letters(meant)
    found = [
        detail
        for person in people
        for detail in person.details
        if (len(meant) >= LEAST and detail.id.startswith(meant)) or protection.letters(detail.words) == words
    ]
    if len({detail.id for detail in found}) > 1:
        ids = ", ".join(sorted({detail.id[:8] for detail in found}))
        raise UnknownId(f"several details begin so, or have these words; give one of their ids: {ids}")
    return found


def _of_words(store: ledger.Ledger, wish: Wish) -> Decision:
    """The decision about words that no mark stands on."""
    if wish.do in ("keep", "coarser"):
        raise WrongUse("there is no person and no detail of that id or name; `firsthand protect` lists them")
    sought = protection.term(wish.meant, wish.category, "direct")
    if sought is None or not protection.telling(wish.meant):
        raise WrongUse("these words are too common to be taken out everywhere; give a name, or rarer words")
    terms = protection.Terms([sought])
    heads = (head.id for head in store.documents())
    documents = tuple(sorted(id_ for id_ in heads if terms.find(store.document(id_).text)))
    return Decision(
        protection.detail_id(wish.category, wish.meant),
        wish.do,
        wish.meant,
        wish.category,
        documents=documents,
    )
