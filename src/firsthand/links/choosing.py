"""Which pairs of claims of two documents may be linked, and what the documents must have in common for it."""

from collections.abc import Callable, Sequence

from firsthand.links.comparison import CONTEXT, SERIES
from firsthand.links.meeting import Meeting, in_other_units, lie_near, meeting, one_number
from firsthand.links.outline import Outline, unpacked
from firsthand.links.terms import content, total
from firsthand.links.themes import OF_NUMBER, SEVERAL, UNMISTAKABLE, of_one_theme
from firsthand.records import Chosen, Doubt, Subject

Near = Sequence[tuple[int, int, bytes | None]]
"""Pairs of claims that share a key: the place of one, the place of the other, and its outline."""

Doubtful = tuple[Outline, Outline, Meeting]
"""Two claims with what lets them meet, which is not enough by itself."""


def choosing(outlines: Sequence[bytes | None]) -> Callable[[Near], Chosen]:
    """Return what chooses, of the claims of another document that share a key with those of one, the pairs that may be linked.

    A claim without an outline, or with one that another version made in another form, may be linked.
    """
    mine = [unpacked(kept) for kept in outlines]

    def choose(near: Near) -> Chosen:
        """Return the pairs of two documents, and what these must have in common."""
        pairs, doubtful, sure = list[tuple[int, int]](), list[Doubtful](), False
        for here, there, kept in near:
            one, other = mine[here], unpacked(kept)
            how = meeting(one, other) if one is not None and other is not None else "alone"
            if how is None:
                continue
            pairs.append((here, there))
            if how == "alone":
                sure = True
            elif one is not None and other is not None:
                doubtful.append((one, other, how))
        return Chosen(pairs) if sure or not pairs else Chosen(pairs, _doubt(doubtful))

    return choose


def _doubt(pairs: Sequence[Doubtful]) -> Doubt | None:
    """What some pairs ask for; None where two seldom numbers are in both documents."""
    numbers, name, sure = set[float | None](), False, False
    here, there, entries = set[str](), set[str](), set[str]()
    for one, other, how in pairs:
        equal, told = one_number(one, other), how == "acquainted"
        toll = not equal and bool(one.toll) and one.toll == other.toll
        if equal and max(one.seldom, other.seldom) - one.sort.startswith("money") >= OF_NUMBER:
            numbers.add(one.point)
        sure = sure or told or toll
        near = not equal and told and lie_near(one, other)
        name = name or toll or near or bool(one.entries or other.entries) or _is_named_once(one, other, equal)
        here |= one.voices
        there |= other.voices
        entries |= one.entries | other.entries
    if len(numbers) >= SEVERAL:
        return None
    return Doubt(name, sure, frozenset(here), frozenset(there), frozenset(entries))


def _is_named_once(a: Outline, b: Outline, equal: bool) -> bool:
    """Whether one rare name in both documents is enough: beside an unmistakable number, or a sum in another currency."""
    return max(a.seldom, b.seldom) >= UNMISTAKABLE if equal else in_other_units(a, b)


def akin(one: Subject, other: Subject, doubt: Doubt) -> bool:
    """Return whether something besides their numbers may say that two documents tell of one thing.

    That is a theme, a publisher, a word in their titles, or a body behind some voices in the one and others in the other.
    """
    if doubt.name and not one.voices.names.isdisjoint(other.voices.names):
        return True
    if of_one_theme(one, other) or (one.publisher and one.publisher == other.publisher):
        return True
    if one.title and one.title == other.title:
        return True
    if total(content(one.title or "") & content(other.title or "")) >= 20 * SERIES:
        return True
    if doubt.entries and any(_is_cited(doubt.entries, each.title) for each in (one, other)):
        return True
    if not doubt.here or not doubt.there:
        return False
    here = set(map(one.voices.with_those_of(other.voices).body, doubt.here))
    return not here.isdisjoint(map(other.voices.with_those_of(one.voices).body, doubt.there))


def _is_cited(entries: frozenset[str], title: str | None) -> bool:
    """Whether a title that says enough may be that of an entry."""
    said = content(title or "")
    return said <= entries and total(said) >= 10 * CONTEXT
