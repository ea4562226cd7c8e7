"""A release with everything in it found by its id, and what belongs together."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.exports import citing
from firsthand.exports.charts import dates
from firsthand.exports.charts.statements import stage
from firsthand.records import Badge, Claim, Document, Figure, LinkKind, Passage, Release

BADGES: Mapping[LinkKind, Badge] = {
    "drift": "drifts",
    "update": "updated",
    "conflict": "conflicts",
    "impossible": "impossible",
}


@dataclass(frozen=True, slots=True)
class Index:
    """What a report looks up. ``order`` holds the documents as they are listed, ``number`` their numbers from 1."""

    release: Release
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    works: Mapping[str, citing.Work]
    order: tuple[Document, ...]
    number: Mapping[str, int]
    figure_of: Mapping[str, Figure]
    kinds_of: Mapping[str, frozenset[LinkKind]]
    places: Mapping[str, tuple[tuple[int, ...], tuple[Claim, ...]]]

    def figure_documents(self, figure: Figure) -> int:
        """Return in how many documents a figure stands."""
        return len({self.claims[name].document for name in figure.claims})

    def badges(self, figure: Figure) -> tuple[Badge, ...]:
        """Return how the claims of a figure stand to each other, worst first."""
        kinds = {kind for name in figure.claims for kind in self.kinds_of.get(name, ())}
        found = [BADGES[kind] for kind in ("impossible", "conflict", "drift", "update") if kind in kinds]
        agrees: list[Badge] = (
            ["agrees"] if "same" in kinds and not {"impossible", "conflict", "drift"} & kinds else []
        )
        return (*found, *agrees, *(() if figure.origins else ("untraceable",)))

    def claim_at(self, passage: Passage) -> Claim | None:
        """Return the claim in whose words a passage stands, None when there is none."""
        starts, claims = self.places.get(passage.document, ((), ()))
        last = bisect_right(starts, passage.span.start)
        near = claims[max(0, last - 3) : last + 1]
        return next((claim for claim in near if claim.span.meets(passage.span)), None)


def index(release: Release) -> Index:
    """Return a release with everything found by its id."""
    documents = {document.id: document for document in release.documents}
    works = {name: citing.work(document, release.names[name]) for name, document in documents.items()}
    order = sorted(release.documents, key=lambda each: _order(each, works[each.id]))
    kinds: dict[str, set[LinkKind]] = defaultdict(set)
    for link in release.links:
        kinds[link.earlier].add(link.kind)
        kinds[link.later].add(link.kind)
    return Index(
        release=release,
        claims={claim.id: claim for claim in release.claims},
        documents=documents,
        works=works,
        order=tuple(order),
        number={document.id: n for n, document in enumerate(order, 1)},
        figure_of={name: figure for figure in release.figures for name in figure.claims},
        kinds_of={name: frozenset(found) for name, found in kinds.items()},
        places=_places(release),
    )


def _places(release: Release) -> dict[str, tuple[tuple[int, ...], tuple[Claim, ...]]]:
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in release.claims:
        by_document[claim.document].append(claim)
    found = {}
    for name, claims in by_document.items():
        claims.sort(key=lambda claim: (claim.span, claim.id))
        found[name] = tuple(claim.span.start for claim in claims), tuple(claims)
    return found


def _order(document: Document, work: citing.Work) -> tuple[object, ...]:
    days = dates.days(document.published)
    return (
        days is None,
        days[0].toordinal() if days else 0,
        stage(document),
        work.publisher or "",
        work.called,
        work.file,
        work.sha256,
    )
