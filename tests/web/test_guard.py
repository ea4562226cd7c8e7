"""Who may look, who may change, and what no page may do."""

import pytest
from starlette.testclient import TestClient
from tests.web.visiting import ADDRESS

from firsthand.web.guard import HEADERS

PAGES = (
    "/",
    "/figures",
    "/documents",
    "/sources",
    "/sources/voice?key=nessa",
    "/timeline",
    "/map",
    "/history",
    "/review",
    "/reviewer",
    "/take-along",
    "/search",
    "/search?q=harbour",
    "/unchecked",
    "/work",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_with_the_strict_policy(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert answer.headers["Cache-Control"] == "no-store"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", [*PAGES, "/api/work", "/api/openapi.json", "/nowhere", "/?token=wrong"])
def test_without_the_token_there_is_only_a_calm_page(guard, path):
    answer = TestClient(guard, base_url=ADDRESS).get(path)
    assert answer.status_code == 403
    assert "This page is locked" in answer.text
    assert answer.headers["Content-Security-Policy"]


def test_the_token_is_taken_out_of_the_address_and_a_cookie_given(guard):
    client = TestClient(guard, base_url=ADDRESS, follow_redirects=False)
    answer = client.get("/figures", params={"token": guard.keys.token, "q": "a b"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/figures?q=a+b")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert guard.keys.token not in cookie
    assert client.get("/figures").status_code == 200


def test_a_token_leads_to_no_other_host(guard):
    client = TestClient(guard, base_url=ADDRESS, follow_redirects=False)
    answer = client.get(f"{ADDRESS}//evil.example/?token={guard.keys.token}")
    assert not answer.headers["location"].startswith("//")


def test_a_ticket_opens_once(guard):
    ticket = guard.keys.ticket()
    assert (
        TestClient(guard, base_url=ADDRESS, follow_redirects=False).get(f"/?token={ticket}").status_code
        == 303
    )
    assert (
        TestClient(guard, base_url=ADDRESS, follow_redirects=False).get(f"/?token={ticket}").status_code
        == 403
    )


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost:4321", "127.0.0.1:4321.evil.example", ""]
)
def test_another_name_for_this_machine_is_not_answered(client, host):
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {},
        {"X-Form-Key": "wrong"},
    ],
)
def test_what_does_not_come_from_a_page_of_ours_changes_nothing(client, guard, headers):
    if "Origin" in headers or "Sec-Fetch-Site" in headers:
        headers = {**headers, "X-Form-Key": guard.keys.form}
    assert client.post("/api/settle", headers=headers).status_code == 403
    assert client.post("/api/settle", headers={"X-Form-Key": guard.keys.form}).status_code == 200


def test_static_files_are_kept_by_the_browser_and_are_all_that_is_open(guard, client):
    from firsthand.web import statics

    outside = TestClient(guard, base_url=ADDRESS)
    for name in statics.contents():
        answer = outside.get(statics.address(name))
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
    assert outside.get(statics.address("../app.py")).status_code == 404
    assert outside.get("/static/old/page.js").status_code == 404


def test_no_page_names_an_address_elsewhere(client):
    for path in PAGES:
        page = client.get(path).text
        assert "http://" not in page
        assert "https://" not in page


def test_what_is_not_there_is_said_calmly(client):
    for path in ("/nowhere", "/figures/0123456789abcdef", "/figures?page=none", "/figures?badge=nonsense"):
        answer = client.get(path)
        assert answer.status_code in (400, 404)
        assert "<h1>" in answer.text


def test_the_json_interface_is_described(client):
    described = client.get("/api/openapi.json").json()
    assert all(path.startswith("/api/") for path in described["paths"])
    assert "/api/work" in described["paths"]
    assert client.get("/docs").status_code == 404
