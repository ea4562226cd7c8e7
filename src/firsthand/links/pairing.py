"""Which claims of two documents are linked: each to its best earlier claim of the other document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from firsthand.links.choosing import choosing
from firsthand.links.compare import compare
from firsthand.links.lookup import keys
from firsthand.links.near_values import lie_near, near_numbers
from firsthand.links.neighbours import Linked, kin_numbers
from firsthand.links.once import single_numbers
from firsthand.links.outline import outline
from firsthand.links.ratios import AS_SHARE, as_share
from firsthand.links.retold import Look, Places, around, given_again, numbers_of
from firsthand.links.said import Said, is_row
from firsthand.links.series import relabelled
from firsthand.links.side import Side
from firsthand.links.themes import gives_a_number_again, of_one_theme, tell_one_story
from firsthand.links.values import point
from firsthand.records import Chosen, Claim, Link, Sheet

Two = tuple[Said, Said]
"""Two claims with what is known of their documents, the earlier first."""

SURE, SHARED = 0.8, 3
"""Weight and number of the links by which two documents tell of one thing."""

Near = tuple[int, int]
"""Two claims by their places in the claims of two documents."""

LEAST_TERMS = 2
"""Words of a clause that say what it is of."""

FEW = 16
"""Claims of one document under the same key that make a crowd; what is under the key is set against the first of them."""

STRENGTH = {"same": 4, "drift": 3, "update": 2, "conflict": 1, "impossible": 0}


def between(
    one: Sheet,
    other: Sheet,
    near: Chosen | None = None,
    *,
    every: bool = False,
    look: Look | None = None,
) -> tuple[Link, ...]:
    """Return the links between the claims of two documents, best first; the order of the two does not matter.

    The earlier document is the one published first; without a date, and for
    equal dates, the ids decide. ``near`` are the pairs that share a key, as places in the
    claims of the two sheets, and may be linked; None if they are still to be found. ``every`` gives each link that there
    is, and not the best of each claim only; the two are then taken to tell of one thing.
    ``look`` is how documents are seen whole: where the two tell one story, what one gives again of the other is looked for there.
    Given the same document twice, its repeats are returned.
    """
    if one.document.id == other.document.id:
        return within(one)
    chosen = _chosen(one, other, _near(_keys(one), _keys(other))) if near is None else near
    pairs = set(chosen.pairs)
    turned = _when(other) < _when(one)
    earlier, later = (other, one) if turned else (one, other)
    said_earlier = Side(earlier, earlier.voices.with_those_of(later.voices))
    said_later = Side(later, later.voices.with_those_of(earlier.voices))
    laid = [
        (said_earlier.said(a), said_later.said(b))
        for a, b in (sorted((b, a) for a, b in pairs) if turned else sorted(pairs))
    ]
    found, left = _linked(
        said_earlier, said_later, laid, look, every=every, sure=chosen.doubt is None or chosen.doubt.sure
    )
    renamed = [(*maybe, one, other) for one, other in left if (maybe := relabelled(one, other)) is not None]
    found += _renamed(renamed, laid, found) if renamed else []
    if every:
        return tuple(found)
    best = _best(found)
    return best + _left_out(found, best, laid)


def _linked(
    one: Side, other: Side, laid: list[Two], look: Look | None, *, every: bool, sure: bool
) -> tuple[list[Link], list[Two]]:
    """The links of the pairs of two documents and of what one gives again of the other, and the pairs without a link.

    Where no pair is ``sure`` to say enough by itself, none is compared in documents that nothing else brings together.
    """
    if not laid:
        return [], []
    earlier, later = one.sheet, other.sheet
    again, story = None, tell_one_story(earlier, later, laid)
    if every:  # each figure of a draft by itself first: what else it says makes no misprint of a conflict
        found, left = _compared(laid, related=False)
        more, left = _compared(left, related=True, one_story=story)
        return found + more, left
    alike = story or of_one_theme(earlier.subject, later.subject)
    found, left = _compared(laid, related=alike, one_story=story) if alike or sure else ([], laid)
    if not story:
        story = _share_claims(found)
        if not story and look is not None and gives_a_number_again(laid):
            again = _again(look, one, other, found, one_story=False)
            story = tell_one_story(earlier, later, again)
        if story:
            found, left = _compared(laid, related=True, one_story=True)
    if (story or alike) and look is not None:
        linked = {(link.earlier, link.later) for link in found}
        told = _again(look, one, other, found, one_story=True) if again is None else again
        told = [two for two in told if (two[0].claim.id, two[1].claim.id) not in linked]
        found += _compared(told, related=True, one_story=story)[0]
    if look is not None and (story or alike):
        beside = _beside(look, one, other, found)
        found += _compared(beside, related=True, one_story=story)[0]
        found += _compared(_next_to(look, one, other, found), related=True, one_story=story)[0]
        found += _compared(_told_once(look, one, other, found), related=True, one_story=story)[0]
    elif look is not None and not earlier.voices.names.isdisjoint(later.voices.names):
        found += _compared(_of_strangers(look, one, other, left), related=False)[0]
    return found, left


def _of_strangers(look: Look, one: Side, other: Side, left: Iterable[Two]) -> list[Two]:
    """Of the pairs without a link in documents that only share a name those whose numbers lie near, with the words around them."""
    return [
        (one.worded(look, first), other.worded(look, second))
        for first, second in left
        if lie_near(first.claim.quantity, second.claim.quantity)
    ]


def _beside(look: Look, one: Side, other: Side, found: Iterable[Link]) -> list[Two]:
    """The claims without a like in the other document whose numbers lie near each other, each with the words around it."""
    near = near_numbers(*(look.sizes(each.sheet.document.id) for each in (one, other)))
    return _without_link(look, one, other, near, found)


def _next_to(look: Look, one: Side, other: Side, found: Sequence[Link]) -> list[Two]:
    """The claims without a link that stand beside linked ones and give one number, or its digits, each with the words around it."""
    if not found:
        return []
    kin = kin_numbers(*(look.sizes(each.sheet.document.id) for each in (one, other)))
    told = _without_link(look, one, other, kin, found)
    if not told:
        return []
    first, second = (
        Linked(found, (*look.held(each.sheet).values(), *each.sheet.claims)) for each in (one, other)
    )
    sides = (
        (a._replace(beside=first.beside(a.claim)), b._replace(beside=second.beside(b.claim))) for a, b in told
    )
    return [(a, b) for a, b in sides if a.beside & b.beside]


def _told_once(look: Look, one: Side, other: Side, found: Iterable[Link]) -> list[Two]:
    """The claims without a link whose number stands once in each of the two documents, each with the words around it."""
    single = single_numbers(*(look.sizes(each.sheet.document.id) for each in (one, other)))
    left = _without_link(look, one, other, single, found)
    return [(a._replace(once=True), b._replace(once=True)) for a, b in left]


def _without_link(
    look: Look, one: Side, other: Side, near: Sequence[Near], found: Iterable[Link]
) -> list[Two]:
    """Of pairs of claims those of which neither is linked, with the words around them."""
    if not near:
        return []
    linked = {claim for link in found for claim in (link.earlier, link.later)}
    here, there = (look.held(each.sheet) for each in (one, other))
    left = [(a, b) for a, b in near if not _is_among(linked, here, a) and not _is_among(linked, there, b)]
    told = _looked_up(look, one, other, left)
    return [two for two in told if linked.isdisjoint((two[0].claim.id, two[1].claim.id))]


def _is_among(linked: Set[str], held: Mapping[int, Claim], place: int) -> bool:
    """Whether the claim at a place is at hand and linked."""
    claim = held.get(place)
    return claim is not None and claim.id in linked


def _again(look: Look, one: Side, other: Side, found: Iterable[Link], *, one_story: bool) -> list[Two]:
    """The numbers that the later of two documents gives again, each claim with the words around it."""
    earlier, later = one.sheet, other.sheet
    claims = {claim.id: claim for claim in (*earlier.claims, *later.claims)}
    given = [(claims[link.earlier], claims[link.later]) for link in found if _repeats(link)]
    named = not earlier.voices.names.isdisjoint(later.voices.names)
    mine, theirs = look.numbers(earlier.document.id), look.numbers(later.document.id)
    return _looked_up(look, one, other, given_again(mine, theirs, given, one_story=one_story, named=named))


def _looked_up(look: Look, one: Side, other: Side, pairs: Sequence[Near]) -> list[Two]:
    """Pairs of claims of two documents, by their places in each, with the words around them."""
    if not pairs:
        return []
    here = one.with_words(look, {a for a, _ in pairs})
    there = other.with_words(look, {b for _, b in pairs})
    return [(here[a], there[b]) for a, b in pairs]


def _compared(laid: Iterable[Two], *, related: bool, one_story: bool = False) -> tuple[list[Link], list[Two]]:
    """The links of some pairs, and the pairs without one."""
    found, left = [], []
    for one, other in laid:
        link = compare(one, other, related=related, one_story=one_story)
        if link is None:
            left.append((one, other))
        else:
            found.append(link)
    return found, left


def _share_claims(found: list[Link]) -> bool:
    """Whether two documents share so many sure claims that common words and numbers in both are of one thing too."""
    sure = [link for link in found if link.kind in ("same", "drift") and link.weight >= SURE]
    return min(len({link.earlier for link in sure}), len({link.later for link in sure})) >= SHARED


def _renamed(
    maybe: list[tuple[float, Link, Said, Said]], laid: Iterable[Two], found: list[Link]
) -> list[Link]:
    """Of links between differing labels of one work those where each label is the likest that is left of the other.

    A label that the other document holds as well is linked to it and to no other.
    """
    kept: list[Link] = []
    names: dict[frozenset[str], frozenset[str]] = {}
    known = {claim for link in found for claim in (link.earlier, link.later)}
    both = {
        one.label.head
        for one, other in laid
        if one.label and other.label and one.label.head == other.label.head
    }
    for _, link, first, second in sorted(maybe, key=lambda each: (-each[0], each[1].earlier, each[1].later)):
        if first.label is None or second.label is None or known & {link.earlier, link.later}:
            continue
        one, other = first.label.head, second.label.head
        if {one, other} & both:
            continue
        if names.setdefault(one, other) == other and names.setdefault(other, one) == one:
            kept.append(link)
    return kept


def within(
    sheet: Sheet,
    known: Sequence[Iterable[str]] | None = None,
    outlines: Sequence[bytes | None] | None = None,
    *,
    look: Look | None = None,
) -> tuple[Link, ...]:
    """Return the repeats of a claim in one document; a document is not set against itself.

    ``known`` are the keys of each claim, ``outlines`` their outlines, None if they are still to be made. ``look`` is
    how the document is seen whole: where one number stands in it twice, the words around are looked at.
    """
    reader = Side(sheet, sheet.voices)
    of_each = _keys(sheet) if known is None else known
    links = []
    kept = [outline(claim) for claim in sheet.claims] if outlines is None else outlines
    near = {(a, b) for a, b in _near(of_each, of_each) if a < b}
    rows = list(map(is_row, sheet.claims))
    near |= set(_ratios(sheet.claims))
    tabled = {(a, b) for a, b in near if rows[a] != rows[b]}  # a cell says little in words
    chosen = choosing(kept)([(a, b, kept[b]) for a, b in sorted(near - tabled)]).pairs
    for a, b in sorted(tabled.union(chosen)):
        first, second = sorted((a, b), key=lambda number: _place(sheet.claims[number]))
        link = compare(reader.said(first), reader.said(second), related=True)
        if link is not None and (
            link.weight >= 0.7 or link.weight == AS_SHARE
            if _repeats(link)
            else link.kind in ("update", "conflict", "impossible")
        ):
            links.append(link)
    if look is not None:
        linked = {(link.earlier, link.later) for link in links}
        links += [
            link
            for link in _repeated(sheet, numbers_of(kept), look)
            if (link.earlier, link.later) not in linked
        ]
    best = _best(links)
    alone = _alone(links, best)
    return best + _best([link for link in links if alone & {link.earlier, link.later}])


def _repeated(sheet: Sheet, numbers: Places, look: Look) -> Iterator[Link]:
    """The links between claims of one document that give one number which is not in every text."""
    near = [pair for places in numbers.values() for pair in combinations(places, 2)]
    if not near:
        return
    reader = Side(sheet, sheet.voices)
    for a, b in near:
        first, second = sorted((reader.said(a), reader.said(b)), key=lambda said: _place(said.claim))
        if _says_little(first.claim) != _says_little(second.claim):
            text = look.text(sheet.document.id)
            first, second = (said._replace(around=around(text, said.claim)) for said in (first, second))
        link = compare(first, second, related=True, one_story=True)
        if link is not None and link.kind in ("same", "drift"):
            yield link


def _says_little(claim: Claim) -> bool:
    """Whether a clause is a row of a table, or a heading that is hardly more than a number."""
    return is_row(claim) or len(claim.terms) < LEAST_TERMS


def _ratios(claims: Sequence[Claim]) -> Iterator[Near]:
    """The counts of a numbered whole with the shares in the same clause."""
    shares = [n for n, claim in enumerate(claims) if claim.quantity and claim.quantity.kind == "share"]
    for n, claim in enumerate(claims):
        if shares and as_share(claim) is not None:
            yield from ((min(n, m), max(n, m)) for m in shares if claims[m].span.meets(claim.span))


def _when(sheet: Sheet) -> tuple[str, str]:
    return sheet.document.published or "9999", sheet.document.id


def _place(claim: Claim) -> tuple[int, int, int, str]:
    figure = claim.quantity.span.start if claim.quantity else -1
    return claim.span.start, claim.span.end, figure, claim.id


def _keys(sheet: Sheet) -> list[tuple[str, ...]]:
    return [keys(claim) for claim in sheet.claims]


def _near(one: Sequence[Iterable[str]], other: Sequence[Iterable[str]]) -> set[Near]:
    """The pairs of claims that share a key."""
    where: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(one):
        for key in found:
            where[key].append(number)
    return {
        (first, number)
        for number, found in enumerate(other)
        for key in found
        for first in where.get(key, ())[:FEW]
    }


def _chosen(one: Sheet, other: Sheet, near: Iterable[Near]) -> Chosen:
    """The pairs that may be linked."""
    mine, theirs = ([outline(claim) for claim in sheet.claims] for sheet in (one, other))
    return choosing(mine)([(a, b, theirs[b]) for a, b in near])


def _alone(links: Iterable[Link], best: Iterable[Link]) -> set[str]:
    """The claims that have links, and none of the best."""
    taken = {claim for link in best for claim in (link.earlier, link.later)}
    return {claim for link in links for claim in (link.earlier, link.later)} - taken


def _left_out(links: list[Link], best: tuple[Link, ...], laid: Iterable[Two]) -> tuple[Link, ...]:
    """The best links of claims whose number was told on, and whose like has a better one in a claim with another number.

    Where it has a better one with the same number, a headline say, the two are linked in their own document.
    """
    alone = _alone(links, best)
    if not alone:
        return ()
    numbers = {said.claim.id: _number(said.claim) for two in laid for said in two}
    taken: dict[str, set[object]] = defaultdict(set)
    for link in best:
        taken[link.earlier].add(numbers.get(link.later))
        taken[link.later].add(numbers.get(link.earlier))

    def has_better(claim: str, other: str) -> bool:
        """Return whether a claim is left alone because its number went to a better one of the other document."""
        return claim in alone and numbers.get(claim) in taken[other]

    return _best(
        [
            link
            for link in links
            if link.kind in ("same", "drift", "update")
            and alone & {link.earlier, link.later}
            and not has_better(link.earlier, link.later)
            and not has_better(link.later, link.earlier)
        ]
    )


def _number(claim: Claim) -> object:
    return None if claim.quantity is None else (claim.quantity.kind, point(claim.quantity))


def _repeats(link: Link) -> bool:
    """Whether a link says that a number is told again."""
    return link.kind in ("same", "drift") and "value" not in link.drift


def _best(links: list[Link]) -> tuple[Link, ...]:
    """For each later claim the best link; an earlier claim is taken twice only where its number is repeated."""
    ranked = sorted(links, key=lambda link: (-link.weight, -STRENGTH[link.kind], link.earlier, link.later))
    kept: list[Link] = []
    later_done: set[str] = set()
    earlier_done: set[str] = set()
    for link in ranked:
        if link.later in later_done or (link.earlier in earlier_done and not _repeats(link)):
            continue
        kept.append(link)
        later_done.add(link.later)
        earlier_done.add(link.earlier)
    return tuple(kept)
