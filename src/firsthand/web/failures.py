"""What a person reads when something goes wrong: what, and what would work. Never the words of a source."""

from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from firsthand.errors import DossierError, FirsthandError, UnknownId, WrongUse
from firsthand.web import mistakes, templating

STATUS: dict[type[FirsthandError], int] = {UnknownId: 404, WrongUse: 400, DossierError: 503}
TITLES = {404: "There is nothing here", 400: "That does not work", 503: "The dossier cannot be read now"}


def install(app: FastAPI) -> None:
    """Make an application answer failures with a calm page, or with JSON under /api/."""
    app.add_exception_handler(FirsthandError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)


def _answer(request: Request, status: int, says: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": says}, status)
    title = TITLES.get(status, HTTPStatus(status).phrase)
    return templating.page(request, "failure.html", status, title=title, says=says)


async def _ours(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    return _answer(request, status, str(error))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  # registered for it
    says = "There is no page under this address." if error.status_code == 404 else error.detail
    return _answer(request, error.status_code, says)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # registered for it
    wrong = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors())
    return _answer(request, 400, f"the address or form has a value that cannot be used: {wrong}")


async def _unforeseen(request: Request, error: Exception) -> Response:
    mistakes.tell(error)
    return _answer(
        request, 500, "The program made a mistake. The dossier is whole; the terminal names the place."
    )
