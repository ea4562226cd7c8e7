"""When two amounts of money are one: a seldom sum, a bare one, one that is told only as "millions"; and when conversions contradict."""

from decimal import Decimal

from firsthand.links.comparison import Comparison, is_bare
from firsthand.links.terms import form, total

CONVERTED = Decimal("0.15")
"""How far two conversions of one amount may lie apart by rounding and a change of the rate."""

SELDOM_AMOUNT, SAME_TRADE = 3.5, 3.0
"""Distinction and rarity of shared words from which an amount of money is one amount: "18 million euros a year"."""

UNMISTAKABLE = 4.0
"""Distinction from which an amount in a document of the same matter is the same one: "145,000 euros"."""

YEAR = 400
"""Days beyond which a rate of exchange may be another one."""

VAGUELY = 6.0
"""Rarity of the words that two clauses of one voice share when "millions of dollars" in one is the sum in the other."""


OF_ONE_CURRENCY, ANOTHER_WORD = 2.0, 10
"""Distinction of a sum in a currency of which no list has the name, and rarity, in tenths, of the other words that both share."""


def one_amount(laid: Comparison) -> bool:
    """Return whether both give one seldom amount of money of the same people, if as profit here and as a market there."""
    quantity = laid.earlier.claim.quantity
    return (
        quantity is not None
        and quantity.kind == "money"
        and laid.number >= SELDOM_AMOUNT
        and laid.topic.shared >= SAME_TRADE
        and (laid.related or laid.one_document or bool(laid.a.persons & laid.b.persons))
        and not laid.against - {"measure"}
    )


def of_one_currency(laid: Comparison) -> bool:
    """Return whether two documents of one matter give one seldom sum in a currency that few have, and share another word."""
    quantity = laid.earlier.claim.quantity
    if quantity is None or quantity.kind != "money" or laid.number < OF_ONE_CURRENCY or laid.against:
        return False
    unit = quantity.unit or ""
    if laid.one_document or not (laid.related and unit.isalpha() and unit.islower()):
        return False
    both = (laid.a.topic & laid.b.topic) - {form(unit)}
    return total(both) >= ANOTHER_WORD


def bare(laid: Comparison) -> bool:
    """Return whether one clause is nothing but a seldom amount of money that the same voice gives in the other."""
    return (
        laid.number >= SELDOM_AMOUNT
        and laid.same_voice is not None
        and (is_bare(laid.a, laid.earlier.claim) or is_bare(laid.b, laid.later.claim))
    )


def vaguely(laid: Comparison) -> bool:
    """Return whether one voice gives only the size of an amount, "millions of dollars", and the same or a fitting one elsewhere."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or one.kind != "money" or laid.same_voice is None:
        return False
    vague = "order of magnitude" in (one.hedge, other.hedge)
    return vague and laid.topic.shared >= VAGUELY and len(laid.shared) >= 2 and not laid.against - {"measure"}


def conversions_apart(laid: Comparison) -> bool:
    """Return whether the same words convert the same amount to amounts of another currency that cannot both be right."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or not one.converted or not other.converted:
        return False
    seldom = laid.related and (
        (laid.number >= SAME_TRADE and laid.measure >= 0.3) or (laid.number >= UNMISTAKABLE and laid.telling)
    )
    if laid.like < 0.6 and not laid.one_quotation and not seldom:
        return False
    return converted_otherwise(laid)


def converted_otherwise(laid: Comparison) -> bool:
    """Return whether the amounts that stand behind two numbers in another currency cannot both be right, at about one time."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    a, b = (quantity.converted if quantity else None for quantity in (one, other))
    if a is None or b is None or a.unit != b.unit or not a.low or not b.low or (laid.days_apart or 0) > YEAR:
        return False
    return abs(a.low - b.low) > CONVERTED * max(a.low, b.low)
