"""The kinds of findings, each a function of the settled case. To add one: a module and a line in ``FINDINGS``.

Other packages add theirs under the entry point ``firsthand.findings``.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import entry_points

from firsthand.links.case import Case
from firsthand.links.findings import (
    accounts,
    agreement,
    changes,
    conflicts,
    documents,
    later,
    look_alikes,
    method,
    missing,
    numbers,
    people,
    quotations,
    references,
    sources,
    texts,
    untraced,
    updates,
    wholes,
)
from firsthand.records import Finding

Kind = Callable[[Case], Iterator[Finding]]

FINDINGS: Mapping[str, Kind] = {
    "one origin": sources.one_origin,
    "missing primary source": missing.missing_primary_source,
    "untraceable": untraced.untraceable,
    "citation not origin": references.citation_not_origin,
    "independent account": accounts.independent_account,
    "conflict": conflicts.conflict,
    "impossible": wholes.impossible,
    "withdrawn figure": later.withdrawn_figure,
    "old as new": later.old_as_new,
    "shares": wholes.shares,
    "same number": numbers.same_number,
    "no method": method.no_method,
    "drift": changes.drift,
    "update": updates.update,
    "not comparable": look_alikes.not_comparable,
    "two speakers": quotations.two_speakers,
    "same witness": quotations.same_witness,
    "rejected word": people.rejected_word,
    "at risk": people.at_risk,
    "copied text": texts.copied_text,
    "dates disagree": documents.dates_disagree,
    "furniture": documents.furniture,
    "arithmetic agrees": agreement.arithmetic_agrees,
}
"""Kind of finding to the function that makes them."""


def every_kind() -> dict[str, Kind]:
    """Return the kinds of this program and those that other packages add; ours cannot be replaced."""
    added = {entry.name: entry.load() for entry in entry_points(group="firsthand.findings")}
    return {**added, **FINDINGS}
