"""A second look at two documents that tell one story: where one gives a number again that the other gives, in words that lead nowhere.

"Speak of 61", "the 68 people", a headline, the row of a table: what such a number is of stands in the words around it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache

from firsthand.lexicon import words
from firsthand.links.aspects import Aspects, of_people
from firsthand.links.comparison import Comparison
from firsthand.links.near_values import sizes_of
from firsthand.links.outline import Given, given
from firsthand.links.rivals import is_long_past
from firsthand.links.said import is_row
from firsthand.links.terms import content, form, forms, total
from firsthand.links.themes import BY_ITSELF, OF_NUMBER, SEVERAL, UNMISTAKABLE
from firsthand.links.values import alone, distinction, point
from firsthand.records import Claim, Sheet

MANY = 1000
"""Size from which a round number is set against the same one in another text."""

MILLION = 1_000_000
"""Sum from which it is nobody's own: what one was fined is another's fine as well."""

HUNDRED = 100
"""Size up to which a count is in many texts, of whatever time they tell."""

BEFORE, AFTER, HEADING = 400, 200, 80
"""Characters before and behind a clause in which its sentence and the one before lie, and of the longest heading."""

SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(A-Z0-9])")
PARAGRAPH = re.compile(r"\n\s*\n")

HERE, ENDS = "A", (".", "!", "?", ":", ";", ",")
"""What stands for a clause that may begin a sentence, and with what a heading does not end."""

OF_ONE_THEME = 0.25
"""Likeness of two claims with one seldom number whose documents are only known to be of one theme."""

OF_ONE_STORY = 4.0
"""Rarity of the words that two such documents share where they tell otherwise of a number in one aspect."""

SAME_MEASURE, ALL_MEASURED = 0.3, 0.9
"""How much the same is measured where a share is told of another whole, in documents of one story and of one theme."""

OF_SHARE, OF_STORY, OF_STRANGERS, HALF, OF_WHOLES = 1.0, 0.6, 0.8, 0.5, 2.5
"""Distinction of a share like 60% in one story, how much the same is measured there and elsewhere, likeness, and rarity of the words,
where nothing but the whole of a share differs."""

OF_CONTEXT = 1.0
"""The same of the words that one says and that stand around the other."""

SELDOM = 2.5
"""Distinction of a number like 312, for which general words for people are enough."""

FIGURES = 3
"""Figures of a number that may say alone that two documents tell one story."""

RECENT = 96
"""Documents of which a second look remembers what it saw: those that come one after another have many in common."""

TEXTS = 16
"""Texts that it remembers."""

CROWD = 4
"""Claims of one document with one number: more are no figure that is told again, but a common number."""


Number = tuple[str, str, float]
"""What is counted or measured, in which unit, and the number."""

Places = dict[Number, list[int]]
"""The claims that give a number which is not in every text, by their places in the document."""


class Look:
    """How a second look sees documents: by the numbers that they give, and by some of their claims with the text around them."""

    def __init__(
        self,
        outlines: Callable[[str], Sequence[bytes | None]],
        claims: Callable[[str, Sequence[int]], Sequence[Claim]],
        text: Callable[[str], str],
    ) -> None:
        """Take what gives, of a document by its id, the outlines of all claims, the claims at some places, and the text."""
        self._outlines = lru_cache(maxsize=RECENT)(outlines)
        self.numbers = lru_cache(maxsize=RECENT)(lambda document: numbers_of(self._outlines(document)))
        self.sizes = lru_cache(maxsize=RECENT)(lambda document: sizes_of(self._outlines(document)))
        self._claims = claims
        self._held = lru_cache(maxsize=RECENT)(lambda _: dict[int, Claim]())
        self.text = lru_cache(maxsize=TEXTS)(text)

    def held(self, sheet: Sheet) -> Mapping[int, Claim]:
        """Return the claims of a document that are at hand, by their places in it: all if these are all in the sheet."""
        document = sheet.document.id
        if len(sheet.claims) == len(self._outlines(document)):
            return dict(enumerate(sheet.claims))
        return self._held(document)

    def at(self, sheet: Sheet, places: Iterable[int]) -> Mapping[int, Claim]:
        """Return the claims of a document at some places, and perhaps others, by their places."""
        held = self.held(sheet)
        wanted = sorted(set(places) - held.keys())
        if not wanted:
            return held
        known = self._held(sheet.document.id)
        known.update(zip(wanted, self._claims(sheet.document.id, wanted), strict=True))
        return known


def numbers_of(outlines: Iterable[bytes | None]) -> Places:
    """Return the numbers of a document that are not in every text. What is not kept in this form is not looked for."""
    found: Places = defaultdict(list)
    for place, kept in enumerate(outlines):
        each = given(kept)
        if each is not None and each.point is not None and not each.label and _may_tell_much(each):
            found[each.sort.partition(" ")[0], each.shown[1], each.shown[0] or 0.0].append(place)
    return {number: places for number, places in found.items() if len(places) <= CROWD}


def given_again(
    mine: Places, theirs: Places, linked: Sequence[tuple[Claim, Claim]], *, one_story: bool, named: bool
) -> list[tuple[int, int]]:
    """Return the pairs of claims of two documents that give one number, where no link leads to it in one of them yet.

    ``linked`` are the claims of the links between them that state one number. Where nothing says yet that they tell
    ``one_story``, there must be two such numbers, or one that is unmistakable where they are ``named`` alike.
    """
    both = mine.keys() & theirs.keys()
    if not one_story and len(both) < SEVERAL and not (named and any(map(_is_unmistakable, both))):
        return []
    here = Counter(_number(claim) for claim in {earlier.id: earlier for earlier, _ in linked}.values())
    there = Counter(_number(claim) for claim in {later.id: later for _, later in linked}.values())
    if all(here[number] >= len(mine[number]) and there[number] >= len(theirs[number]) for number in both):
        return []
    return [(a, b) for number in sorted(both) for a in mine[number] for b in theirs[number]]


def tells_much(claim: Claim) -> bool:
    """Return whether two texts of one story hardly give the number of a claim by chance: "73", "34%", "60,000"."""
    quantity = claim.quantity
    if quantity is None:
        return False
    known = distinction(quantity) - (quantity.kind == "money")
    named = point(quantity)
    return known >= OF_NUMBER or (quantity.kind == "count" and named is not None and named >= MANY)


def told_again(laid: Comparison) -> bool:
    """Return whether two documents that tell of one thing give one number that is not in every text, with a word that says of what.

    Where they tell otherwise of its whole, its people, its place or its time, that is what may have changed on the way;
    they must then share more than one word. Documents that are only of one theme must say more alike.
    """
    quantity = laid.earlier.claim.quantity
    of_money = quantity is not None and quantity.kind == "money"
    if not laid.related or not tells_much(laid.earlier.claim):
        return False
    if laid.one_document and (not laid.one_story or of_money):
        return False  # each of several people pays the same fine
    if "extra" in laid.against or _of_other_things(laid) or (_is_small(laid) and is_long_past(laid)):
        return False
    if _says_no_more(laid) or _of_one_sort(laid):
        return True
    named = {form(name.casefold()) for name in laid.a.persons | laid.b.persons}
    if laid.against == {"whole"} and _of_other_whole(laid, laid.shared - named):
        return True
    if not laid.one_story:
        seldom = laid.number >= OF_NUMBER and not laid.against
        return seldom and bool(laid.shared - named) and laid.like >= OF_ONE_THEME
    if laid.against:
        least = 1.0 if laid.number >= SELDOM and not of_money else OF_ONE_STORY
        return total(
            (laid.shared if least > 1 else laid.shared | laid.around) - named
        ) >= 10 * least and not (_of_another_kind(laid))
    if laid.shared - named or _of_same_people(laid):
        return True
    return total(laid.around - named) >= 10 * OF_CONTEXT and not _of_another_kind(laid)


def _of_one_sort(laid: Comparison) -> bool:
    """Whether two documents of one theme give a seldom number of the same sort of thing: both of people, or neither.

    Of two figures both must count people, and what is around them must have been looked up, or they measure a thing; "eleven" is
    in every text.
    """
    quantity = laid.earlier.claim.quantity
    if quantity is None or is_row(laid.earlier.claim) or is_row(laid.later.claim):
        return False
    if quantity.kind == "money":
        sum_ = point(quantity) or 0
        return laid.number > UNMISTAKABLE or (laid.number == UNMISTAKABLE and sum_ >= MILLION)
    sorts = {_sort(laid.earlier.claim), _sort(laid.later.claim)}
    if quantity.kind == "count" and sorts == {True} and laid.number < UNMISTAKABLE:
        return _is_in_figures(laid) and bool(laid.earlier.around and laid.later.around)
    if True in sorts:
        return laid.number >= UNMISTAKABLE and False not in sorts
    known = laid.number >= UNMISTAKABLE or quantity.kind not in ("count", "share")
    return len(sorts) == 1 and known and bool(laid.shared or laid.around)


def _sort(claim: Claim) -> bool | None:
    """Whether a claim counts people, by the noun that is counted and not by what is said of it; None where it does not say."""
    if claim.quantity is None or claim.quantity.kind not in ("count", "share"):
        return None
    head = _of_them().split(claim.population or claim.whole or "")[0]
    return of_people(head) if content(head) else None


@cache
def _of_them() -> re.Pattern[str]:
    """A pattern for words with which it begins what is said of those who are counted."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words('en', 'comparing', 'behind_noun')))})\b")


def _is_small(laid: Comparison) -> bool:
    quantity = laid.earlier.claim.quantity
    named = point(quantity) if quantity is not None else None
    return named is not None and named < HUNDRED


def _is_in_figures(laid: Comparison) -> bool:
    """Whether one of the two gives its number in figures."""
    told = (said.claim.number or "" for said in (laid.earlier, laid.later))
    return any(map(str.isdigit, "".join(told)))


def _says_no_more(laid: Comparison) -> bool:
    """Whether a number is one thing whatever is said beside it: a bare figure, or an unmistakable number in one story."""
    quantity = laid.earlier.claim.quantity
    if quantity is None or laid.against & {"outcome", "sex", "age"}:
        return False
    of_one = laid.one_story or laid.one_document
    if laid.a.figure or laid.b.figure:
        return laid.number >= (OF_NUMBER if of_one else UNMISTAKABLE)
    if not laid.one_story or not alone(quantity) or laid.one_document:
        return False
    if quantity.kind == "count" and laid.number < BY_ITSELF:
        return _of_people(laid.a) and _of_people(laid.b)
    return "place" not in laid.against and quantity.kind != "money"


def _of_people(said: Aspects) -> bool:
    """Whether persons are counted, or what happened to each of them once."""
    return said.people or not said.who.isdisjoint(_happenings())


@cache
def _happenings() -> frozenset[str]:
    return forms(words("en", "comparing", "happenings"))


def _of_other_whole(laid: Comparison, shared: frozenset[str]) -> bool:
    """Whether the same share is told of the same, of others: of those who were asked here, of all there."""
    quantity = laid.earlier.claim.quantity
    if quantity is None or quantity.kind != "share" or laid.number < OF_NUMBER or not shared:
        return False
    return laid.measure >= (SAME_MEASURE if laid.one_story else ALL_MEASURED)


def is_of_another_whole(laid: Comparison) -> bool:
    """Return whether the same share is told of which all but its whole is the same: "83% of the women whom we met", "of all workers".

    Of a share that is in many texts the documents must tell one story.
    """
    quantity = laid.earlier.claim.quantity
    if quantity is None or quantity.kind != "share" or laid.against != {"whole"} or laid.one_document:
        return False
    if laid.stand != "equal" or laid.number < (OF_SHARE if laid.one_story else OF_NUMBER):
        return False
    measured = OF_STORY if laid.one_story else OF_STRANGERS
    return (
        laid.measure >= measured
        and laid.like >= HALF
        and total(laid.shared) >= 10 * OF_WHOLES
        and len(laid.shared) > 1
    )


def _of_same_people(laid: Comparison) -> bool:
    """Whether both count the same people in the same words: "the 68 people", or one gives a number that is in few texts."""
    if laid.people.shared >= 1 and (laid.people.likeness >= 0.9 or (laid.a.people and laid.b.people)):
        return True
    return laid.topic.shared >= 1 and laid.number >= SELDOM


def _of_other_things(laid: Comparison) -> bool:
    """Whether one is a share of things of which the other, which says little of the same, does not speak: "of the 14 wells"."""
    quantity = laid.earlier.claim.quantity
    if quantity is None or quantity.kind != "share" or laid.measure >= 0.5:
        return False
    told = ((laid.a, laid.b), (laid.b, laid.a))
    return any(one.who and not one.people and not one.who & other.topic for one, other in told)


def _of_another_kind(laid: Comparison) -> bool:
    """Whether one counts people and the other things, or one is a cell of a table that any number might stand in."""
    a, b = laid.a, laid.b
    if laid.number < SELDOM and any(said.claim.text.count("\t") > 1 for said in (laid.earlier, laid.later)):
        return True
    return bool(a.who and b.who) and _of_people(a) != _of_people(b) and not laid.people.shared


def around(text: str, claim: Claim) -> frozenset[str]:
    """Return the content words round a claim of a text: of its sentence, of the one before in its paragraph, and of a heading above."""
    return _around(text, claim.span.start, claim.span.end)


@lru_cache(maxsize=4096)
def _around(text: str, start: int, end: int) -> frozenset[str]:
    before, behind = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    *above, paragraph = PARAGRAPH.split(before)
    *told, _ = sentences = SENTENCE.split(f"{paragraph}{HERE}")
    words = content(" ".join(sentences[-2:]).removesuffix(HERE)) | content(
        SENTENCE.split(PARAGRAPH.split(behind)[0])[0]
    )
    heading = above[-1].rpartition("\n")[2].strip() if above and len(told) < 2 else ""
    return words if len(heading) > HEADING or heading.endswith(ENDS) else words | content(heading)


def _may_tell_much(found: Given) -> bool:
    many = found.sort == "count" and found.point is not None and found.point >= MANY
    return many or found.seldom - found.sort.startswith("money") >= OF_NUMBER


def _is_unmistakable(number: Number) -> bool:
    return len(f"{number[2]:.12g}".replace(".", "").strip("0")) >= FIGURES


def _number(claim: Claim) -> Number | None:
    quantity = claim.quantity
    named = point(quantity) if quantity is not None else None
    return None if quantity is None or named is None else (quantity.kind, quantity.unit or "", float(named))
