"""Files that are dropped on the page: they come one by one, and are then read together."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse

from firsthand.web.desk import OfDesk
from firsthand.web.forms import MOST_FIELDS, MOST_FILES
from firsthand.web.pages.work import JobLine, line
from firsthand.web.uploads import ENDED

router = APIRouter()
api = APIRouter()

PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class UploadLine:
    """Files that are on their way in: the id of their upload and how many have come."""

    id: str
    files: int


@router.post("/add")
async def add(request: Request, desk: OfDesk) -> RedirectResponse:
    """Take the files of a form, which is how it goes without scripts, and read them."""
    upload = desk.uploads.begin()
    form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
    for file in form.getlist("files"):
        if isinstance(file, UploadFile) and file.filename:
            await upload.take(file.filename, _pieces(file))
    desk.uploads.read(upload, desk.work)
    return RedirectResponse("/", 303)


@api.post("/uploads")
async def begin(desk: OfDesk) -> UploadLine:
    """Begin an upload; its files follow one by one."""
    return UploadLine(desk.uploads.begin().id, 0)


@api.put("/uploads/{upload_id}/files")
async def take(
    request: Request, desk: OfDesk, upload_id: str, name: Annotated[str, Query(min_length=1, max_length=4096)]
) -> UploadLine:
    """Take one file, whose bytes are the body; ``name`` is its own, or its path with the folder that was dropped first."""
    upload = desk.uploads.one(upload_id)
    try:
        await upload.take(name, request.stream())
    except ClientDisconnect:
        upload.refuse(name, ENDED)
    return UploadLine(upload.id, upload.count)


@api.post("/uploads/{upload_id}/read")
async def read(desk: OfDesk, upload_id: str) -> JobLine:
    """Read all files of an upload into the dossier; return the work that this is."""
    return line(desk.uploads.read(desk.uploads.one(upload_id), desk.work))


async def _pieces(file: UploadFile) -> AsyncIterator[bytes]:
    while piece := await file.read(PIECE):
        yield piece
