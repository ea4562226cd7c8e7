"""What every request passes first and every answer last: only this machine, only this browser, nothing from elsewhere."""

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from firsthand.web import templating
from firsthand.web.keys import Keys, same

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
))  # fmt: skip

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

STATIC = "/static/"
READING = ("GET", "HEAD")


class Guard:
    """The page's application, wrapped: refuses what does not come from this browser, and sets the headers of safety.

    A request is answered only under the address that was printed, so that no other
    name can be led to this machine (DNS rebinding), and only with the session that
    the token of this run gives. What changes something must come from a page of ours.
    """

    def __init__(self, app: ASGIApp, keys: Keys, port: int) -> None:
        self.app = app
        self.keys = keys
        self.host = f"127.0.0.1:{port}"
        self.cookie = f"firsthand-{port}"  # cookies do not tell ports apart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def safely(message: Message) -> None:
            """Send a message on, with the headers that guard the page."""
            if message["type"] == "http.response.start":
                _harden(MutableHeaders(scope=message))
            await send(message)

        answer = self._refusal(Request(scope))
        await (answer or self.app)(scope, receive, safely)

    def _refusal(self, request: Request) -> Response | None:
        """The answer to a request that goes no further, None for one that may go on."""
        if request.headers.get("host") != self.host:
            return _calm(
                421,
                "This is not the address of the page",
                f"It answers as http://{self.host} and nothing else.",
            )
        if request.url.path.startswith(STATIC) and request.method in READING:
            return None
        if "token" in request.query_params and request.method in READING:
            if self.keys.opens(request.query_params["token"]):
                return self._welcome(request)
            return _locked()
        if not same(_cookie(request.headers, self.cookie), self.keys.session):
            return _locked()
        if request.method not in READING and not self._is_ours(request.headers):
            return _calm(403, "Nothing was changed", "The request did not come from a page of this program.")
        return None

    def _welcome(self, request: Request) -> Response:
        left = [(name, value) for name, value in parse_qsl(request.url.query) if name != "token"]
        path = "/" + quote(request.url.path.lstrip("/\\"))  # "//elsewhere" would lead elsewhere
        answer = RedirectResponse(path + (f"?{urlencode(left)}" if left else ""), 303)
        answer.set_cookie(self.cookie, self.keys.session, httponly=True, samesite="strict", path="/")
        return answer

    def _is_ours(self, headers: Headers) -> bool:
        """Whether the browser says nothing against it; a form's own token is asked for where it is read.

        Forms of a page that sends no referrer say "null" for their origin.
        """
        origin = headers.get("origin", "null")
        site = headers.get("sec-fetch-site", "same-origin")
        return origin in ("null", f"http://{self.host}") and site == "same-origin"


def _harden(headers: MutableHeaders) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    headers.setdefault("Cache-Control", "no-store")
    if "server" in headers:
        del headers["server"]


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _locked() -> Response:
    return _calm(
        403,
        "This page is locked",
        "Open it with the whole address that `firsthand open` printed in the terminal; each start has a new one.",
    )


def _calm(status: int, title: str, says: str) -> Response:
    return HTMLResponse(templating.bare(title, says), status)
