"""Somebody decides with a real browser: corrects a value by keyboard, merges two origins, takes it back."""

import shutil
import threading
import time
from pathlib import Path

import pytest

from firsthand.dossier import Dossier, remember

CHROMIUM = "/usr/bin/chromium"

pytestmark = pytest.mark.skipif(
    not Path(CHROMIUM).exists(), reason=f"needs a browser; {CHROMIUM} is not there (apt-get install chromium)"
)


@pytest.fixture
def served(demo_path, tmp_path, monkeypatch):
    """A copy of the demo, served; gives its path and the address with the token."""
    from firsthand.web import serving

    monkeypatch.delenv("FIRSTHAND_REVIEWER", raising=False)
    monkeypatch.setenv("FIRSTHAND_SETTINGS", str(tmp_path / "settings"))
    path = tmp_path / "own.dossier"
    shutil.copy(demo_path, path)
    said: list[str] = []
    thread = threading.Thread(
        target=serving.serve, args=(path, 0), kwargs={"browser": False, "say": said.append}, daemon=True
    )
    thread.start()
    for _ in range(200):
        if said:
            break
        time.sleep(0.05)
    return path, said[0]


@pytest.fixture
def visit(served):
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        outside: list[str] = []
        page.on(
            "request", lambda request: outside.append(request.url) if "127.0.0.1" not in request.url else None
        )
        page.goto(served[1])
        yield page
        assert not outside
        browser.close()


def go(page, address: str) -> None:
    """Go to an address, also where the page is just being loaded anew by itself."""
    from playwright.sync_api import Error

    for _ in range(5):
        try:
            page.goto(address)
        except Error:
            page.wait_for_timeout(400)
        else:
            return


def until(page, path, true) -> None:
    """Wait until the dossier says what it should."""
    for _ in range(200):
        with Dossier.open(path, writable=False) as dossier:
            if dossier.is_settled() and true(dossier):
                page.wait_for_timeout(1500)  # the page is loaded anew when the work is done
                return
        page.wait_for_timeout(100)
    raise AssertionError("the dossier does not say so")


def test_a_value_is_corrected_two_origins_are_merged_and_both_are_taken_back(served, visit):
    path, address = served
    base, page = address.split("/?")[0], visit
    with Dossier.open(path, writable=False) as dossier:
        claim = next(each for each in dossier.claims() if each.quantity_text == "as young as 11")
        two = next(figure for figure in dossier.figures() if len(figure.origins) == 2)
    go(page, f"{base}/claims/{claim.id}")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "low"
    page.keyboard.press("Control+A")
    page.keyboard.type("14")
    page.keyboard.press("a")  # typed into the field: no decision
    assert page.input_value("#low") == "14a"
    page.fill("#low", "14")
    page.locator("#correct-form button").click()
    page.fill("#reviewer", "Heron")
    page.locator("main button").click()
    page.get_by_text("Kept: the number is 14").wait_for()
    until(page, path, lambda dossier: dossier.claim(claim.id).quantity.low == 14)

    go(page, f"{base}/figures/{two.id}")
    page.fill("#one-name", two.origins[0].name)
    page.fill("#other-name", two.origins[1].name)
    page.get_by_role("button", name="They are one origin").click()
    page.get_by_text("Kept: one origin.").wait_for()
    until(page, path, lambda dossier: len(dossier.figure_of(two.claims[0]).origins) == 1)

    page.locator("body").press("u")
    page.get_by_text("Kept: taken back: one origin.").wait_for()
    until(page, path, lambda dossier: len(dossier.figure_of(two.claims[0]).origins) == 2)
    go(page, f"{base}/history")
    page.get_by_role("button", name="Take back").nth(1).click()
    page.get_by_text("Kept: taken back: the number is 14").wait_for()
    until(page, path, lambda dossier: dossier.claim(claim.id).reviewed is None)


def test_claims_are_gone_through_by_keyboard_and_the_keys_can_be_turned_off(served, visit):
    path, address = served
    remember("Heron")
    page, base = visit, address.split("/?")[0]
    go(page, f"{base}/review")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("a")
    page.get_by_text("Kept: accepted.").wait_for()
    assert page.evaluate("document.activeElement.id") not in ("", first)
    page.keyboard.press("u")
    page.get_by_text("Kept: taken back: accepted.").wait_for()
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    with Dossier.open(path, writable=False) as dossier:
        assert dossier.claim(first.removeprefix("claim-")).reviewed is None
        assert len(dossier.decisions().rows) == 2


def test_the_pages_have_no_serious_fault_of_access(served, visit):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    path, address = served
    base = address.split("/?")[0]
    with Dossier.open(path, writable=False) as dossier:
        claim = next(each for each in dossier.claims() if each.quantity_text == "as young as 11")
        figure = dossier.figure_of(claim.id)
    with Dossier.open(path) as dossier:
        dossier.accept(claim.id, reason="seen")
    for place in ("/review", "/history", "/reviewer", f"/claims/{claim.id}", f"/figures/{figure.id}",
                  f"/documents/{claim.document}/correct", f"/documents/{claim.document}?claim={claim.id}"):  # fmt: skip
        go(visit, base + place)
        found = axe.run(visit, options={"resultTypes": ["violations"]}).response["violations"]
        grave = [each["id"] for each in found if each["impact"] in ("serious", "critical")]
        assert not grave, (place, grave)
