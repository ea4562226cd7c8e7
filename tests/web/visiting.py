"""The page as tests visit it, without a network."""

from pathlib import Path

from starlette.testclient import TestClient

from firsthand.web.app import make_app
from firsthand.web.guard import Guard
from firsthand.web.keys import Keys

PORT = 4321
ADDRESS = f"http://127.0.0.1:{PORT}"


def page_of(dossier: Path) -> Guard:
    return make_app(dossier, Keys(), PORT)


def visitor(guard: Guard) -> TestClient:
    """A browser that has opened the page with its token, and sends the key of forms."""
    client = TestClient(guard, base_url=ADDRESS, follow_redirects=False)
    assert client.get("/", params={"token": guard.keys.token}).status_code == 303
    return client
