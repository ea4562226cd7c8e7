"""What holds of all that people decided: a pure function of their judgements, whatever the order in which they came."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from firsthand.records.dossier import Judgement

Slot = tuple[str, str]
"""What one decision takes the place of another in: the kind of judgement, and its subject as it is now."""

BESIDE = ("with", "words", "because")
"""What stands in the value of a judgement about a pair and is not the decision."""


RulingState = Literal["holds", "replaced", "taken back", "conflict", "waiting"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What holds in a slot: a judgement, or None where nothing does, and the last judgements that nothing took the place of.

    There are several of those after two copies were merged. Where they disagree it is ``contested``: until a
    person decides, what both had before holds, and ``sides`` are what the copies say, None for nothing.
    """

    judgement: Judgement | None
    last: tuple[Judgement, ...]
    contested: bool = False
    sides: tuple[Judgement | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement as people read it.

    ``about`` is the kind of what was judged: claim, figure, origin, link, finding, document or another; ``subject`` its
    id today, None where its words are not found any more. ``words`` are those that it was made about. ``state`` says
    whether it holds: "conflict" after a merge of copies that disagree, until a person decides; "waiting" where the
    words are not found, so that it changes nothing until they are.
    """

    judgement: Judgement
    about: str
    subject: str | None
    other: str | None
    says: str
    words: tuple[str, ...]
    state: RulingState


def in_force(judgements: Iterable[Judgement], now: Callable[[str], str] = str) -> dict[Slot, Outcome]:
    """Return what holds for every slot about which something was ever decided.

    ``now`` gives the id that a subject has today for the one that it had: a claim has another one when its document
    is read anew. A judgement takes the place of those that it names; one that does not say (``replaces`` is None)
    takes that of all earlier ones in its slot. One that takes another back gives again what held before that.
    """
    slots: dict[Slot, list[Judgement]] = {}
    for judgement in judgements:
        slots.setdefault(slot_of(judgement, now), []).append(judgement)
    return {slot: _outcome(found) for slot, found in slots.items()}


def slot_of(judgement: Judgement, now: Callable[[str], str] = str) -> Slot:
    """Return the slot of a judgement; that about a pair is the same in either order."""
    other = other_of(judgement)
    if other is None:
        return judgement.kind, now(judgement.subject)
    return judgement.kind, " | ".join(sorted((now(judgement.subject).casefold(), now(other).casefold())))


def other_of(judgement: Judgement) -> str | None:
    """Return the other of the two that a judgement is about, None where it is about one thing."""
    return other_in(judgement.value)


def other_in(value: str) -> str | None:
    """Return the same from the value of a judgement."""
    if not value.startswith("{"):
        return None
    said: Any = json.loads(value)
    other = said.get("with")
    return str(other) if other is not None else None


def _outcome(found: list[Judgement]) -> Outcome:
    chain = _Chain(found)
    last = tuple(sorted(chain.last(), key=_moment, reverse=True))
    sources = chain.sources([each.id for each in last])
    if len({_decision(each.value) if each else None for each in sources}) < 2:
        return Outcome(_latest(sources), last)
    shared = set.intersection(*(chain.before(each.id) for each in last))
    nearest = [each for each in shared if not any(each in chain.before(o) - {o} for o in shared)]
    before = _latest(chain.sources(nearest)) if len(nearest) == 1 else None
    sides = sorted(sources, key=lambda each: _moment(each) if each else ("", ""), reverse=True)
    return Outcome(before, last, contested=True, sides=tuple(sides))


class _Chain:
    """The judgements of one slot by what they took the place of."""

    def __init__(self, found: Iterable[Judgement]) -> None:
        ordered = sorted(found, key=_moment)
        self._known: Mapping[str, Judgement] = {each.id: each for each in ordered}
        self._replaced: dict[str, tuple[str, ...]] = {}
        for n, each in enumerate(ordered):
            said = each.replaces if each.replaces is not None else tuple(o.id for o in ordered[:n])
            self._replaced[each.id] = tuple(id_ for id_ in said if id_ in self._known)

    def last(self) -> Iterator[Judgement]:
        """Yield the judgements whose place no other one took."""
        replaced = {id_ for several in self._replaced.values() for id_ in several}
        yield from (each for id_, each in self._known.items() if id_ not in replaced)

    def before(self, id_: str) -> set[str]:
        """Return the id and those of all that it took the place of, directly or not."""
        seen: set[str] = set()
        waiting = [id_]
        while waiting:
            each = waiting.pop()
            if each not in seen:
                seen.add(each)
                waiting.extend(self._replaced[each])
        return seen

    def sources(self, ids: Iterable[str]) -> set[Judgement | None]:
        """Return the judgements that give a state its value, None for nothing: one taken back gives what was before it."""
        found: set[Judgement | None] = set()
        waiting, seen = list(ids), set[str]()
        if not waiting:
            return {None}
        while waiting:
            each = self._known[waiting.pop()]
            if each.id in seen:
                continue
            seen.add(each.id)
            if each.undoes is None:
                found.add(each)
                continue
            earlier = self._replaced.get(each.undoes, ())
            waiting.extend(earlier)
            if not earlier:
                found.add(None)
        return found


def _decision(value: str) -> str:
    """A value without what goes with it: the words of a pair and why, in dossiers that kept that there."""
    if other_in(value) is None:
        return value
    return json.dumps({k: v for k, v in json.loads(value).items() if k not in BESIDE}, sort_keys=True)


def _latest(found: Iterable[Judgement | None]) -> Judgement | None:
    return max((each for each in found if each is not None), key=_moment, default=None)


def _moment(judgement: Judgement) -> tuple[str, str]:
    return judgement.at, judgement.id
