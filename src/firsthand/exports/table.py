"""A release as a table: one line for each claim, for a spreadsheet."""

import csv
import io

from firsthand.interface import number
from firsthand.records import Claim, Figure, Release

COLUMNS = (
    "claim", "document", "file", "published", "figure", "label", "origins", "figure as written", "low", "high", "hedge",
    "unit", "per", "statement", "measure", "population", "whole", "place", "period", "furthest voice", "role", "first-hand",
    "basis", "because", "start", "end",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet would run as a formula; such a cell gets an apostrophe in front (OWASP, CSV injection)."""


def write(release: Release) -> bytes:
    """Return the claims as CSV in UTF-8 with a byte order mark, so that spreadsheets read the letters right.

    The first line names the profile and what was withheld.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(
        [
            f"Release profile: {release.profile}. {release.says} Withheld: {'; '.join(release.withheld)}. Made: {release.made}"
        ]
    )
    writer.writerow(COLUMNS)
    figure_of = {claim: figure for figure in release.figures for claim in figure.claims}
    published = {document.id: document.published or "" for document in release.documents}
    for claim in release.claims:
        row = _row(claim, figure_of.get(claim.id), release.names[claim.document], published[claim.document])
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _row(claim: Claim, figure: Figure | None, name: str, published: str) -> list[str]:
    quantity, last = claim.quantity, claim.chain[-1] if claim.chain else None
    origins = [origin.name for origin in figure.origins if claim.id in origin.claims] if figure else []
    numbers = (
        [
            number(quantity.low) or "",
            number(quantity.high) or "",
            quantity.hedge,
            quantity.unit or "",
            quantity.per or "",
        ]
        if quantity
        else [""] * 5
    )
    return [
        claim.id, claim.document, name, published, figure.id if figure else "", figure.label if figure else "",
        "; ".join(origins), claim.quantity_text or "", *numbers, " ".join(claim.text.split()), claim.measure,
        claim.population or "", claim.whole or "", claim.place or "", claim.period or "",
        (last.name or "") if last else "", last.role if last else "", "yes" if claim.first_hand else "no", claim.basis,
        claim.because, str(claim.span.start), str(claim.span.end),
    ]  # fmt: skip


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
