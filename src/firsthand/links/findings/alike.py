"""The claims of a figure that give one number."""

from collections import defaultdict
from collections.abc import Iterator

from firsthand.links.case import Case
from firsthand.links.shelf import Brief


def of_one_number(case: Case, least: float) -> Iterator[list[Brief]]:
    """Yield the claims of each figure that give the same number, of that distinction at least, where there are several."""
    for figure in case.figures:
        if len(figure.claims) < 2:
            continue
        by_value: dict[object, list[Brief]] = defaultdict(list)
        for claim in figure.claims:
            brief = case.brief(claim)
            if brief.value is not None and brief.distinction >= least:
                by_value[brief.value].append(brief)
        yield from (same for same in by_value.values() if len(same) > 1)
