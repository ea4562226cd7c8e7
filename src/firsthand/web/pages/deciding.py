"""Deciding: the page of a claim with its forms, what can be set right of a document, what is left to look at, and who decides."""

from dataclasses import dataclass
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from firsthand.dossier import Dossier, pseudonym, remember
from firsthand.errors import WrongUse
from firsthand.records import DocumentKind, Hedge, Passage, Role, ZoneKind
from firsthand.web.decisions import claim_fields, decide, document_fields
from firsthand.web.desk import Desk, OfDesk
from firsthand.web.listing import pager
from firsthand.web.pages.work import settle
from firsthand.web.templating import page
from firsthand.web.work import Watch

router = APIRouter()

QUEUE = 20
"""Claims on one page of the queue."""

ZONES = 300
"""Stretches of a document whose role can be set; a table of contents may have thousands."""

HISTORY = 50
"""Decisions that are shown with their subject; the history page has all."""

SOON = 0.25
"""Seconds that an answer waits for a decision to be kept; where another work goes on, the page says that it will be."""

OURS = ("form_key", "reviewer")


async def _form(request: Request) -> dict[str, str]:
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


OfForm = Annotated[dict[str, str], Depends(_form)]


@dataclass(slots=True)
class Kept:
    """What came of a decision: the id of the first judgement and what it says, or why it could not be kept."""

    id: str = ""
    says: str = ""
    refused: str = ""


@router.get("/claims/{claim_id}")
def claim(request: Request, desk: OfDesk, claim_id: str) -> HTMLResponse:
    """Return the page of a claim: its sentence, the forms to decide about it, and what was decided."""
    return _claim(request, desk, claim_id)


@router.get("/documents/{document_id}/correct")
def document(request: Request, desk: OfDesk, document_id: str) -> HTMLResponse:
    """Return the form in which a document's head and the roles of its stretches are set right."""
    return _document(request, desk, document_id)


@router.get("/review")
def review(
    request: Request, desk: OfDesk, number: Annotated[int, Query(alias="page", ge=1)] = 1
) -> HTMLResponse:
    """Return the claims that nobody has looked at yet, the weightiest first."""
    with desk.reading() as dossier:
        found = dossier.browse.to_review((number - 1) * QUEUE, QUEUE)
        return page(
            request,
            "review.html",
            here="review",
            found=found,
            pager=pager(found, QUEUE),
            heads=dossier.browse.heads({row.claim.document for row in found.rows}),
            sentences={
                row.claim.id: dossier.sentence(Passage(row.claim.document, row.claim.span))
                for row in found.rows
            },
            total=dossier.count("claims"),
        )


@router.get("/reviewer")
def reviewer(request: Request) -> HTMLResponse:
    """Return the page that asks for the pseudonym under which decisions are kept."""
    return page(request, "reviewer.html", pseudonym=pseudonym() or "", carried={}, refused="")


@router.post("/reviewer")
def name(request: Request, said: OfForm) -> Response:
    """Remember a pseudonym."""
    try:
        remember(said.get("reviewer", ""))
    except WrongUse as error:
        return page(request, "reviewer.html", 400, pseudonym="", carried={}, refused=str(error))
    return RedirectResponse("/reviewer", 303)


@router.post("/decide")
def keep(request: Request, desk: OfDesk, said: OfForm) -> Response:
    """Keep what a form decides, and lead back to where it stood; figures are worked out meanwhile."""
    carried = {field: words for field, words in said.items() if field not in OURS}
    refused = ""
    if said.get("reviewer"):
        try:
            remember(said["reviewer"])
        except WrongUse as error:
            refused = str(error)
    if pseudonym() is None or refused:
        status = 400 if refused else 200
        return page(request, "reviewer.html", status, pseudonym="", carried=carried, refused=refused)
    kept, over = _kept(desk, carried)
    if kept.refused:
        return _again(request, desk, carried, kept.refused)
    if kept.id:
        desk.decided[kept.id] = kept.says
    return RedirectResponse(_back(said.get("back", "/"), kept.id if over else ""), 303)


def _kept(desk: Desk, said: dict[str, str]) -> tuple[Kept, bool]:
    """Keep a decision in the work of the page, and let figures be worked out behind it where they have to be."""
    kept = Kept()

    def task(dossier: Dossier, _: Watch) -> str:
        """Decide, and return what is said of it."""
        try:
            made = decide(dossier, said)
        except WrongUse as error:
            kept.refused = str(error)
            return kept.refused
        if made:
            ruling = next(
                each
                for each in dossier.decisions(most=len(made)).rows
                if each.judgement.id in {m.id for m in made}
            )
            kept.id, kept.says = ruling.judgement.id, ruling.says
        if not dossier.is_settled():
            settle(desk)
        return kept.says or "that holds already"

    job = desk.work.finish("A decision", task, SOON)
    if job.state == "failed":
        raise WrongUse(job.says)
    return kept, job.is_over


def _again(request: Request, desk: Desk, said: dict[str, str], refused: str) -> Response:
    """The form once more with what was typed and what is wrong with it."""
    if said.get("do") == "correct":
        with desk.reading() as dossier:
            kind, whole = dossier.find(said.get("subject", ""))
        if kind == "claim":
            return _claim(request, desk, whole, said, refused)
        return _document(request, desk, whole, said, refused)
    raise WrongUse(refused)


def _claim(
    request: Request, desk: Desk, claim_id: str, typed: dict[str, str] | None = None, refused: str = ""
) -> HTMLResponse:
    with desk.reading() as dossier:
        found = dossier.claim(claim_id)
        stated = claim_fields(found)
        return page(
            request,
            "claim.html",
            400 if refused else 200,
            here="figures",
            claim=found,
            figure=dossier.figure_of(claim_id),
            head=dossier.browse.heads([found.document]).get(found.document),
            sentence=dossier.sentence(Passage(found.document, found.span)),
            fields={**stated, **{name: words for name, words in (typed or {}).items() if name in stated}},
            refused=refused,
            reason=(typed or {}).get("reason", ""),
            hedges=get_args(Hedge),
            roles=get_args(Role),
            decided=dossier.decisions(claim_id, most=HISTORY),
        )


def _document(
    request: Request, desk: Desk, document_id: str, typed: dict[str, str] | None = None, refused: str = ""
) -> HTMLResponse:
    with desk.reading() as dossier:
        found = dossier.document(document_id)
        stated = document_fields(found)
        context: dict[str, Any] = {
            "document": found,
            "name": dossier.name_of(document_id),
            "fields": {**stated, **{name: words for name, words in (typed or {}).items() if name in stated}},
            "typed": typed or {},
            "refused": refused,
            "reason": (typed or {}).get("reason", ""),
            "kinds": get_args(DocumentKind),
            "zone_kinds": get_args(ZoneKind),
            "most": ZONES,
            "decided": dossier.decisions(document_id, most=HISTORY),
        }
        return page(request, "correct.html", 400 if refused else 200, here="documents", **context)


def _back(address: str, done: str) -> str:
    """An address of this page with the decision that was made; never one elsewhere."""
    path, _, fragment = address.partition("#")
    if not path.startswith("/") or path.startswith(("//", "/\\")):
        path = "/"
    path, _, query = path.partition("?")
    parts = [part for part in query.split("&") if part and not part.startswith("done=")]
    parts += [f"done={done}"] if done else []
    return path + (f"?{'&'.join(parts)}" if parts else "") + (f"#{fragment}" if fragment else "")
