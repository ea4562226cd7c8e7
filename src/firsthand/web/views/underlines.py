"""Everything that is underlined in a stretch of a document, in one list: what it is, what it says, where it leads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.records import Claim, Document, Marks, Reuse, Span
from firsthand.web.views.cast import Cast, Speaker

Layer = Literal[
    "zone",
    "claim",
    "figure",
    "quotation",
    "speaker",
    "time",
    "place",
    "copied",
    "identifier",
    "known",
    "here",
]

SWITCHED: tuple[tuple[str, str], ...] = (
    ("figures", "Figures and claims"),
    ("quotations", "Quotations by speaker"),
    ("times", "Times and places"),
    ("copied", "Copied passages"),
    ("identifiers", "Identifiers"),
    ("known", "Citations and how it is known"),
)
"""The layers that a reader can switch on and off, and their names."""

AT_FIRST = ("figures", "quotations")
"""The layers that are on until a reader says otherwise."""


@dataclass(frozen=True, slots=True)
class Underline:
    """Words that are underlined: ``kind`` refines the layer, ``says`` tells a person what it is.

    ``claim`` is the id of the claim that the words open; ``copies`` the same words in other documents.
    """

    span: Span
    layer: Layer
    kind: str = ""
    says: str = ""
    claim: str = ""
    speaker: Speaker | None = None
    copies: tuple[Reuse, ...] = ()

    @property
    def others(self) -> int:
        """How many other documents have the words."""
        return len({copy.b.document for copy in self.copies})


def underlines(
    document: Document, marks: Marks, claims: Sequence[Claim], copies: Sequence[Reuse], cast: Cast
) -> list[Underline]:
    """Return what is underlined, the wider layers first; none of it is sorted by place."""
    return [
        *(Underline(zone.span, "zone", zone.kind) for zone in document.zones if zone.kind != "main"),
        *gathered(copies),
        *_quotations(marks, cast),
        *_claims(marks, claims),
        *_known(marks),
        *(Underline(time.span, "time", says=f"time: {time.value}") for time in marks.times),
        *(
            Underline(place.span, "place", says=f"place: {place.name or 'not known'}")
            for place in marks.places
        ),
        *(
            Underline(each.span, "identifier", each.danger, f"identifier: {each.danger}")
            for each in marks.identifiers
        ),
    ]


def gathered(copies: Sequence[Reuse]) -> Iterator[Underline]:
    """Yield the passages that other documents have too, those that overlap as one."""
    held: list[Reuse] = []
    reach = Span(0, 0)
    for copy in sorted(copies, key=lambda reuse: reuse.a.span):
        if held and copy.a.span.start < reach.end:
            reach = Span(reach.start, max(reach.end, copy.a.span.end))
        else:
            if held:
                yield _copied(reach, held)
            held, reach = [], copy.a.span
        held.append(copy)
    if held:
        yield _copied(reach, held)


def _copied(span: Span, copies: Sequence[Reuse]) -> Underline:
    others = len({copy.b.document for copy in copies})
    says = f"the same words stand in {others} other document{'s' if others > 1 else ''}"
    return Underline(span, "copied", says=says, copies=tuple(copies))


def _quotations(marks: Marks, cast: Cast) -> Iterator[Underline]:
    for attribution in marks.attributions:
        speaker = cast.of(attribution)
        who = speaker.name if speaker else "nobody is named"
        how = "reported" if attribution.kind == "indirect" else "quoted"
        standing = "" if attribution.standing == "said" else f" ({attribution.standing})"
        for content in attribution.content:
            yield Underline(content, "quotation", how, f"{how}{standing}: {who}", speaker=speaker)
        for span in attribution.source.spans if attribution.source else ():
            yield Underline(span, "speaker", says=f"speaks: {who}", speaker=speaker)


def _claims(marks: Marks, claims: Sequence[Claim]) -> Iterator[Underline]:
    stated: dict[Span, Claim] = {}
    for claim in claims:
        figure = claim.quantity.span if claim.quantity else None
        if figure is not None:
            stated.setdefault(figure, claim)
        opens = claim.id if figure is None else ""
        yield Underline(claim.span, "claim", _standing(claim), f"claim: {claim.measure}", opens)
    for quantity in marks.quantities:
        found = stated.pop(quantity.span, None)
        says = f"figure: {quantity.kind}, {quantity.hedge}"
        if found is None:
            yield Underline(quantity.span, "figure", "unclaimed", f"{says}; it makes no claim")
        else:
            said = f"; {_standing(found)} by a reviewer" if _standing(found) else ""
            yield Underline(quantity.span, "figure", _standing(found), says + said, found.id)
    for span, claim in stated.items():  # of a figure that is no mark of its own
        yield Underline(span, "figure", _standing(claim), "figure", claim.id)


def _standing(claim: Claim) -> str:
    """What a reviewer said of a claim: accepted, rejected, corrected, or nothing."""
    if claim.reviewed is None:
        return ""
    return claim.reviewed.standing or ("corrected" if claim.reviewed.corrected else "")


def _known(marks: Marks) -> Iterator[Underline]:
    for citation in marks.citations:
        yield Underline(
            citation.span, "known", "citation", f"citation: {citation.target or 'its entry is not there'}"
        )
    for provenance in marks.provenance:
        yield Underline(provenance.span, "known", "provenance", f"how it is known: {provenance.kind}")
