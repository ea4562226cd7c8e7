"""The page of what can be taken along: choose a form and an audience, see what is withheld, take the file."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from firsthand import exports, protection
from firsthand.dossier.releasing import DOSSIER_FORM, FORMS, ORIGINALS, Order
from firsthand.errors import UnknownId
from firsthand.web import parcels
from firsthand.web.desk import OfDesk
from firsthand.web.templating import page

router = APIRouter()

TOLD = {
    "report": ("Report to read", "One page with findings, figures, plots, sources and footnotes. Opens in any browser, without this program, and prints well."),
    "pdf": ("Report as PDF", "The same for paper, with footnotes at the foot of the page."),
    "report-markdown": ("Report as Markdown", "The same as text for an editor; plots are told in words."),
    "csv": ("Table", "Every claim in one line, for a spreadsheet."),
    "json": ("Data", "Everything in it, for other programs."),
    "markdown": ("List as Markdown", "Findings, figures and documents, without plots."),
    "html": ("List as web page", "The same as one plain page."),
    "bibtex": ("Bibliography, BibTeX", "The documents, for LaTeX and for programs that keep literature."),
    "csl-json": ("Bibliography, CSL-JSON", "The documents, for Zotero, Pandoc and others."),
    "dossier": ("Dossier without originals", "A file that opens in this program, with what this audience may see."),
    "originals": ("Documents with bars", "For a court only: pages as pictures with black bars burnt in, other documents as text; a ZIP archive."),
}  # fmt: skip
"""Form to its name and what it is good for."""


@router.get("/take-along")
def show(request: Request) -> HTMLResponse:
    """Return the page on which one chooses."""
    return page(
        request,
        "take_along.html",
        here="take along",
        forms=[(form, *TOLD.get(form, (form, ""))) for form in sorted(FORMS, key=_order)],
        profiles=[protection.profile(name) for name in protection.PROFILES],
        styles=exports.STYLES,
        styled=sorted(exports.STYLED),
    )


@router.post("/take-along")
def choose(
    desk: OfDesk,
    form: Annotated[str, Form(max_length=40)],
    profile: Annotated[str, Form(max_length=40)],
    style: Annotated[str, Form(max_length=40)] = exports.STYLES[0],
    leave_out: Annotated[bool, Form()] = False,
) -> RedirectResponse:
    """Look at what would be in a release, and lead to the page that tells it."""
    if profile not in protection.PROFILES:  # a file of somebody's own is for the command line
        raise UnknownId("there is no such audience; choose one of those on the page")
    order = Order(profile, form, None, leave_out, style if form in exports.STYLED else None)
    if form not in (DOSSIER_FORM, ORIGINALS):
        exports.writer(form, order.style)
    parcel = desk.parcels.begin(order)
    parcels.look(parcel, desk.work)
    return RedirectResponse(f"/take-along/{parcel.id}", 303)


@router.get("/take-along/{parcel_id}")
def show_one(request: Request, desk: OfDesk, parcel_id: str) -> HTMLResponse:
    """Return the page of one file: what would be in it, or that it is made."""
    parcel = desk.parcels.one(parcel_id)
    told = TOLD.get(parcel.order.form, (parcel.order.form, ""))
    return page(
        request,
        "parcel.html",
        here="take along",
        parcel=parcel,
        called=told[0],
        profile=protection.profile(parcel.order.profile),
    )


@router.post("/take-along/{parcel_id}")
def make(desk: OfDesk, parcel_id: str) -> RedirectResponse:
    """Make the file."""
    parcels.make(desk.parcels.one(parcel_id), desk.work)
    return RedirectResponse(f"/take-along/{parcel_id}", 303)


@router.get("/take-along/{parcel_id}/file")
def take(desk: OfDesk, parcel_id: str) -> Response:
    """Return the file that was made."""
    parcel = desk.parcels.one(parcel_id)
    if parcel.handed is None:
        raise UnknownId("the file is not made yet")
    kept = {"Content-Disposition": f'attachment; filename="{parcel.name}"'}
    return Response(parcel.handed.content, media_type=parcel.media_type, headers=kept)


def _order(form: str) -> int:
    return list(TOLD).index(form) if form in TOLD else len(TOLD)
