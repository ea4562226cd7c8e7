"""Whether two times that texts give may be one: a month lies in its year, a day in its month, season or quarter."""

COLD, MILD = frozenset({12, 1, 2, 6, 7, 8}), frozenset({3, 4, 5, 9, 10, 11})
"""Months of winter and summer, and of spring and autumn, on either half of the earth."""

MONTHS: dict[str, frozenset[int]] = {
    "WI": COLD,
    "SU": COLD,
    "SP": MILD,
    "FA": MILD,
    **{f"Q{n}": frozenset(range(3 * n - 2, 3 * n + 1)) for n in range(1, 5)},
    **{f"H{n}": frozenset(range(6 * n - 5, 6 * n + 1)) for n in range(1, 3)},
}
"""The months of a part of a year, by its code (TIMEX3)."""


def same_period(one: str, other: str) -> bool:
    """Return whether one period lies in the other, as far as they say.

    >>> same_period("2019-05", "2019"), same_period("2019-05-12", "2019-06")
    (True, False)
    >>> same_period("2019-01-14", "2019-WI"), same_period("2019-FA", "2019-09/2019-12"), same_period("2019-Q1", "2019-07")
    (True, True, False)
    """
    if one.startswith(other) or other.startswith(one):
        return True
    parted = [period for period in (one, other) if period[5:7] in MONTHS and "/" not in period]
    if len(parted) != 1:
        return False
    whole = other if parted[0] == one else one
    return any(
        each[:4] == parted[0][:4] and each[5:7].isdigit() and int(each[5:7]) in MONTHS[parted[0][5:7]]
        for each in whole.split("/")
    )
