"""A draft checked against a dossier: it goes through the rooms like any document, and nothing of it is kept.

Its claims meet those of the dossier in memory, as if it had come later than everything. A draft is taken to
speak of the time of each document that it is set against, where it names no other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from firsthand import ledger, links
from firsthand.dossier import quoting
from firsthand.dossier.extraction import Failure, attempt, original_of, why_not_analysed
from firsthand.dossier.footnotes import Footnotes
from firsthand.dossier.verdicts import Standing, verdict
from firsthand.errors import UnreadableOriginal, WrongUse
from firsthand.readers import archives, folders
from firsthand.records import (
    Arrival,
    Check,
    Checked,
    Claim,
    Difference,
    Document,
    Drift,
    Extraction,
    Footnote,
    Link,
    Problem,
    Sheet,
    Span,
    Unchecked,
)

LAST = "~"
"""Stands for the id of a draft: behind every id, so that of documents with one date the draft is the last."""

YEAR = 4
"""Digits of a year, with which a period begins."""

NO_YEAR = "XXXX"
"""Stands for the year of a day that is said without one."""

MOST_NOTED = 3
"""Other values that are told in the notes of one figure."""

MOST_ALIKE = 2
"""Claims with the same number that are told of a figure without a source."""

MISSING = "the figures are not worked out yet; `firsthand update` does it, then a draft can be checked"


def check(store: ledger.Ledger, draft: Path) -> Check:
    """Return what the dossier says of every figure and quotation in a draft; nothing is written.

    Raises UnreadableOriginal when the draft cannot be read or is not analysed, WrongUse for a folder or an archive
    and when the dossier's figures are not worked out.
    """
    arrival = _arrival(draft)
    if not store.is_settled() and (
        store.waiting() or store.unpaired() or (store.count("claims") and not store.count("figures"))
    ):
        raise WrongUse(MISSING)
    found = _extracted(arrival)
    notes = Footnotes(store)
    figures = tuple(_figures(found, _known(store, found, notes), notes))
    quotations, short = quoting.check(store, found, notes)
    return Check(
        found.document,
        figures,
        quotations,
        (*_unclaimed(found), *short),
        (*found.problems, *_itself(store, found.document)),
    )


def _arrival(draft: Path) -> Arrival:
    if draft.is_dir():
        raise WrongUse(f"{draft} is a folder; give the draft itself")
    arrival = next(folders.arrivals([draft]))
    if isinstance(arrival, Problem):
        raise UnreadableOriginal(f"{arrival.where}: {arrival.says}")
    return arrival


def _extracted(arrival: Arrival) -> Extraction:
    original = original_of(arrival)
    if original.media_type in archives.ARCHIVES:
        raise WrongUse(f"{arrival.name} is an archive; give the draft itself")
    done = attempt(original, arrival.content)
    if isinstance(done, Failure):
        raise UnreadableOriginal(f"{arrival.name}: {done.says}")
    silence = why_not_analysed(done[0].document)
    if silence:
        raise UnreadableOriginal(f"{arrival.name}: {silence.partition(':')[0]}; it cannot be checked")
    return done[0]


@dataclass(slots=True)
class _Known:
    """What the dossier has for one claim of the draft: claims of the same thing, and others with the same number."""

    standing: list[Standing] = field(default_factory=list)
    alike: list[Claim] = field(default_factory=list)


def _known(store: ledger.Ledger, found: Extraction, notes: Footnotes) -> dict[str, _Known]:
    known = {claim.id: _Known() for claim in found.claims}
    days = {claim.id: day for claim in found.claims if (day := _day_of_open_year(claim, found))}
    for other, near in store.under_keys(found.keys):
        if other.document.original.sha256 == found.document.original.sha256:
            continue
        theirs = {claim.id: claim for claim in other.claims}
        for here, there in near.pairs:
            if _same_number(found.claims[here], other.claims[there]):
                known[found.claims[here].id].alike.append(other.claims[there])
        for link in links.between(_as_later(found, days, other.document), other, near, every=True):
            claim = theirs[link.earlier]
            figure = store.figure_of(claim.id)
            known[link.later].standing.append(
                notes.standing(_whatever_year(link, claim, days.get(link.later)), claim, other, figure)
            )
    return known


def _same_number(one: Claim, other: Claim) -> bool:
    a, b = one.quantity, other.quantity
    return (
        a is not None and b is not None and (a.kind, a.low, a.high, a.unit) == (b.kind, b.low, b.high, b.unit)
    )


def _as_later(found: Extraction, days: dict[str, str], beside: Document) -> Sheet:
    """The draft as it is set against a document: nobody's own account, of the same time, and the later one."""
    document = replace(
        found.document, id=LAST, published=beside.published, publisher=None, kind="other", text="", zones=()
    )
    year = (beside.published or "")[:YEAR]
    claims = tuple(
        replace(
            claim,
            document=LAST,
            period=f"{year}{days[claim.id]}" if year and claim.id in days else claim.period,
        )
        for claim in found.claims
    )
    return Sheet(document, claims, (), found.voices)


def _day_of_open_year(claim: Claim, found: Extraction) -> str | None:
    """The month and day of a claim that leaves the year to the reader, as in "-04-22"; None where it says the year."""
    if claim.period is None:
        days = (time.value for time in found.marks.times if claim.span.holds(time.span))
        return next((day[YEAR:] for day in days if day.startswith(NO_YEAR)), None)
    sentence = links.sentence(found.document.text, claim.span).of(found.document.text)
    return claim.period[YEAR:] or None if claim.period[:YEAR] not in sentence else None


def _whatever_year(link: Link, earlier: Claim, day: str | None) -> Link:
    """The link without a difference in time where both say the same day, and the draft no year."""
    if day is None or "period" not in link.drift or (earlier.period or "")[YEAR:] != day:
        return link
    drift = tuple(aspect for aspect in link.drift if aspect != "period")
    return replace(link, drift=drift, kind="drift" if drift else "same")


def _figures(found: Extraction, known: dict[str, _Known], notes: Footnotes) -> Iterator[Checked]:
    """Each figure of the draft once; of several claims about one number the most favourable."""
    best: dict[Span, tuple[int, Checked]] = {}
    for claim in found.claims:
        if claim.quantity is None or claim.quantity.vague or _is_article(claim):
            continue
        rank, checked = _checked(found.document, claim, known[claim.id], notes)
        before = best.get(claim.quantity.span)
        if before is None or rank < before[0]:
            best[claim.quantity.span] = rank, checked
    for _, (_, checked) in sorted(best.items()):
        yield checked


def _is_article(claim: Claim) -> bool:
    """Whether a number is only the word "one", as in "one woman said"."""
    return (claim.quantity_text or "").casefold() == "one"


def _checked(draft: Document, claim: Claim, known: _Known, notes: Footnotes) -> tuple[int, Checked]:
    judged = verdict(known.standing)
    span = claim.quantity.span if claim.quantity else claim.span
    sentence = links.sentence(draft.text, span)
    rest = judged.rests_on
    if rest is None:
        told = tuple(_look_alikes(known.alike, notes))
        return judged.rank, Checked(judged.verdict, span, draft.words(span), sentence, notes=told)
    footnote = notes.of(rest)
    differs = () if rest.link.kind == "same" else tuple(_differs(rest, claim, notes))
    told = tuple(_notes(rest, known.standing, footnote, notes))
    return judged.rank, Checked(judged.verdict, span, draft.words(span), sentence, differs, footnote, told)


def _differs(rest: Standing, claim: Claim, notes: Footnotes) -> Iterator[Difference]:
    aspects: tuple[Drift, ...] = rest.link.drift
    if rest.link.kind in ("conflict", "impossible"):
        aspects = ("value",)
    elif rest.link.kind == "update":
        aspects = ("value", "period")
    for aspect in aspects:
        other = _put(rest.claim, aspect)
        yield Difference(aspect, _put(claim, aspect), notes.hidden(other) if other else None)


def _put(claim: Claim, aspect: Drift) -> str | None:
    """How a claim puts something."""
    speaker = next((step.name for step in reversed(claim.chain) if step.name), None)
    said = {
        "population": claim.population, "whole": claim.whole, "measure": claim.measure, "period": claim.period,
        "place": claim.place, "source": speaker, "wording": claim.text,
    }  # fmt: skip
    return said.get(aspect, claim.quantity_text)


def _notes(rest: Standing, found: list[Standing], footnote: Footnote, notes: Footnotes) -> Iterator[str]:
    """What else the dossier says of a figure, in sentences."""
    if not footnote.text:
        yield "Words that name a witness are left out here."
    kind = rest.link.kind
    against = _distinct((each for each in found if each.link.kind == "conflict" and each is not rest), notes)
    if kind == "same":
        if against:
            yield f"The dossier itself disagrees: {'; '.join(against.values())}."
        later = _distinct(notes.later(rest), notes)
        told = [said for value, said in later.items() if value not in against]
        if told:
            yield f"A later value of this series: {'; '.join(told)}."
        return
    if against and kind == "conflict":
        yield f"Nor does it fit {'; '.join(against.values())}."
    taken = _distinct((each for each in found if each.link.kind == "same"), notes)
    if taken:
        yield f"As your draft has it, it stands in {'; '.join(taken.values())}, but not in the words of the origin."
    own = _distinct(notes.own(rest), notes) if not rest.own else {}
    if own:
        yield f"The origin's own words: {'; '.join(own.values())}."


def _look_alikes(alike: Iterable[Claim], notes: Footnotes) -> Iterator[str]:
    """That the same number is told of something which is not shown to be the same, for a person to read."""
    told = {
        claim.text.casefold(): claim for claim in sorted(alike, key=lambda each: (each.document, each.span))
    }
    for claim in list(told.values())[:MOST_ALIKE]:
        said = notes.of_claim(claim)
        if said:
            yield f"The same number, not shown to be of the same thing: {said}."


def _distinct(found: Iterable[Standing], notes: Footnotes) -> dict[str, str]:
    """From each value to who has it, those nearest to an origin first; of one value only the nearest."""
    ordered = sorted(
        found,
        key=lambda each: (not each.own, not each.traced, each.document.published or "9999", each.claim.id),
    )
    told: dict[str, str] = {}
    for each in ordered:
        told.setdefault((each.claim.quantity_text or "").casefold(), notes.shown(each))
    return dict(list(told.items())[:MOST_NOTED])


def _unclaimed(found: Extraction) -> Iterator[Unchecked]:
    """The numbers of the draft of which no claim was made, by their sentences."""
    document = found.document
    told: set[Span] = set()
    for quantity in found.marks.quantities:
        if quantity.vague or document.zone_at(quantity.span.start) not in ("main", "title"):
            continue
        if any(claim.span.meets(quantity.span) for claim in found.claims):
            continue
        span = links.sentence(document.text, quantity.span)
        if span not in told:
            told.add(span)
            yield Unchecked(document.id, span, document.words(span), "a number in it makes no claim")


def _itself(store: ledger.Ledger, draft: Document) -> Iterator[Problem]:
    """That the draft is one of the documents: it is not set against itself."""
    if any(document.original.sha256 == draft.original.sha256 for document in store.documents()):
        yield Problem(draft.id, "the draft is itself in the dossier; its own words there support nothing")
