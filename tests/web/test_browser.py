"""The page in a real browser: what a user does from the first file on, by hand and by keyboard; nothing leaves the machine."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.texts import COURIER, WIRE
from tests.web import hostile

from firsthand.dossier import Dossier

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
DEMO = Path(__file__).parents[2] / "demo" / "docs"

pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="needs a Chromium at /usr/bin/chromium (`apt-get install chromium`)"
)


@contextmanager
def opened(dossier: Path) -> Iterator[str]:
    """Run `firsthand open` as a user does and give the address that it prints."""
    command = [sys.executable, "-m", "firsthand.cli", "open", str(dossier), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            for line in program.stdout:
                found = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", line)
                if found:
                    yield found[0]
                    break
            else:
                raise AssertionError("no address was printed")
        finally:
            program.terminate()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def tab(browser):
    """A tab that notes every request and every complaint of the browser."""
    with browser.new_context() as context:
        page = context.new_page()
        page.asked, page.complaints = [], []
        context.on("request", lambda request: page.asked.append(request.url))
        page.on(
            "console",
            lambda message: page.complaints.append(message.text) if message.type == "error" else None,
        )
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: page.complaints.append("a dialog"))
        yield page
        outside = [url for url in page.asked if not re.match(r"(http://127\.0\.0\.1:\d+/|data:|blob:)", url)]
        assert outside == [], "nothing is asked of anybody else"
        assert page.complaints == []


@pytest.fixture(scope="module")
def demo(demo_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    copy = tmp_path_factory.mktemp("browser") / "harbour.dossier"
    shutil.copy(demo_path, copy)
    with opened(copy) as address:
        yield address


def at(address: str, path: str) -> str:
    return address.partition("/?")[0] + path


@pytest.fixture(scope="module")
def pages(browser, demo) -> list[str]:
    """One page of each sort."""
    sorts: dict[str, str] = {}
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(demo)
        for start in (
            "/",
            "/figures",
            "/documents",
            "/sources",
            "/search?q=harbour",
            "/unchecked",
            "/history",
        ):
            tab.goto(at(demo, start))
            found = tab.eval_on_selector_all(
                "a[href^='/']", "links => links.map(link => link.getAttribute('href'))"
            )
            for link in [start, *found]:
                path = link.partition("#")[0]
                sorts.setdefault(re.sub(r"[0-9a-f]{16}", "…", path.partition("?")[0]), path)
    return [*sorts.values(), "/nowhere"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_barrier(browser, demo, pages, scheme):
    from axe_playwright_python.sync_playwright import Axe

    rules = {} if scheme == "light" else {"runOnly": ["color-contrast"]}
    with browser.new_context(color_scheme=scheme) as context:
        tab, wrong = context.new_page(), []
        tab.goto(demo)
        for path in pages:
            tab.goto(at(demo, path))
            tab.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
            for rule in Axe().run(tab, options=rules).response["violations"]:
                if rule["impact"] in ("serious", "critical"):
                    wrong += [f"{path}: {rule['id']}: {node['html'][:160]}" for node in rule["nodes"][:3]]
        assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("width", [320, 1280, 3840])
def test_no_page_is_wider_than_its_window(browser, demo, pages, width):
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        tab = context.new_page()
        tab.goto(demo)
        for path in pages:
            tab.goto(at(demo, path))
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_nothing_of_a_hostile_document_runs(tab, tmp_path):
    hostile.make(tmp_path / "hostile.dossier")
    with opened(tmp_path / "hostile.dossier") as address:
        tab.goto(address)
        figures = tab.goto(at(address, "/figures")) and tab.eval_on_selector_all(
            "th a[href^='/figures/']", "links => links.map(link => link.getAttribute('href'))"
        )
        words = tab.goto(at(address, "/")) and tab.eval_on_selector_all(
            "a.words", "links => links.map(link => link.getAttribute('href'))"
        )
        for path in (
            "/",
            *figures[:4],
            *words[:4],
            "/sources",
            "/timeline",
            "/map",
            "/search?q=script",
            "/history",
        ):
            tab.goto(at(address, path))
            for frame in tab.query_selector_all("[data-plot]"):
                frame.scroll_into_view_if_needed()
                tab.wait_for_function("frame => frame.dataset.drawn", arg=frame)
            assert tab.evaluate("window.pwned === undefined"), path
        # What the browser refuses of it is refused by our policy, and nothing of it is there to be refused.
        assert tab.complaints == []


def test_from_the_first_file_to_the_report_and_all_of_it_again(tab, tmp_path, monkeypatch):
    """Files are added, a finding is followed to its words, a value corrected, two origins merged, that taken back, a report
    taken along; and after a new start all of it is there."""
    monkeypatch.setenv("FIRSTHAND_REVIEWER", "Heron")
    dossier = tmp_path / "port.dossier"
    with Dossier.create(dossier):
        pass
    with opened(dossier) as address:
        tab.goto(address)
        assert "token" not in tab.url
        tab.get_by_label("Folder").set_input_files(DEMO)
        tab.get_by_role("button", name="Add").click()
        tab.get_by_text("14 files read").wait_for(timeout=120_000)
        _follow_a_finding_to_its_words(tab)
        claim = _correct_a_value(tab, address, dossier)
        _merge_two_origins_and_take_it_back(tab, address, dossier)
        _take_a_report_along(tab, address)
    with opened(dossier) as address:  # another run: another port, token and cookie
        tab.goto(address)
        assert tab.locator(".finding").count() > 0
        tab.goto(at(address, f"/claims/{claim}"))
        assert tab.locator("#low").input_value() == "14"
        tab.goto(at(address, "/history"))
        for words in ("the number is 14", "one origin", "taken back"):
            assert tab.get_by_text(words).first.is_visible()
        tab.get_by_role("searchbox", name="Search all documents").fill("passport")
        tab.keyboard.press("Enter")
        tab.locator("mark").first.wait_for()


def _follow_a_finding_to_its_words(tab) -> None:
    link = tab.locator(".finding a.words").first
    words = link.inner_text().strip("“”")
    link.click()
    assert "/documents/" in tab.url
    assert tab.locator("#at").is_visible()
    assert " ".join(words.split()) in " ".join(tab.locator("main").inner_text().split())


def _correct_a_value(tab, address: str, dossier: Path) -> str:
    with Dossier.open(dossier, writable=False) as found:
        claim = next(each.id for each in found.claims() if each.quantity_text == "as young as 11")
    tab.goto(at(address, f"/claims/{claim}"))
    tab.keyboard.press("c")
    tab.locator("#low").fill("14")
    tab.locator("#correct-form button").click()
    tab.get_by_text("Kept: the number is").wait_for()
    settled(tab, address)
    with Dossier.open(dossier, writable=False) as found:
        assert found.claim(claim).quantity.low == 14
    return claim


def _merge_two_origins_and_take_it_back(tab, address: str, dossier: Path) -> None:
    with Dossier.open(dossier, writable=False) as found:
        figure = next(each for each in found.figures() if len(each.origins) == 2)
    tab.goto(at(address, f"/figures/{figure.id}"))
    tab.locator("#one-name").fill(figure.origins[0].name)
    tab.locator("#other-name").fill(figure.origins[1].name)
    tab.get_by_role("button", name="They are one origin").click()
    tab.get_by_text("Kept: one origin").wait_for()
    settled(tab, address)
    with Dossier.open(dossier, writable=False) as found:
        assert len(found.figure_of(figure.claims[0]).origins) == 1
    tab.goto(at(address, "/history"))
    tab.get_by_role("button", name="Take back").first.click()
    tab.get_by_text("Kept: taken back").wait_for()
    settled(tab, address)
    with Dossier.open(dossier, writable=False) as found:
        assert len(found.figure_of(figure.claims[0]).origins) == 2


def _take_a_report_along(tab, address: str) -> None:
    tab.goto(at(address, "/take-along"))
    tab.get_by_role("button", name="See what is withheld").click()
    tab.get_by_role("button", name="Make the file").click(timeout=120_000)
    with tab.expect_download(timeout=120_000) as taken:
        tab.get_by_role("link", name="Download").click(timeout=120_000)
    report = Path(taken.value.path()).read_text("utf-8")
    assert "Open Harbour Watch" in report
    assert "<script" not in report


def settled(tab, address: str) -> None:
    """Wait until what was decided is worked out."""
    for _ in range(300):
        jobs = tab.request.get(at(address, "/api/work")).json()
        if all(job["state"] in ("done", "failed") for job in jobs):
            tab.wait_for_timeout(1_500)  # the page loads itself anew then
            return
        tab.wait_for_timeout(100)
    raise AssertionError("the work does not end")


def test_a_folder_is_dropped_with_its_names(tab, tmp_path):
    dossier, folder = tmp_path / "port.dossier", tmp_path / "port"
    (folder / "letters").mkdir(parents=True)
    (folder / "letters" / "wire.txt").write_text(WIRE, "utf-8")
    (folder / "courier.txt").write_text(COURIER, "utf-8")
    with Dossier.create(dossier):
        pass
    with opened(dossier) as address:
        tab.goto(address)
        tab.get_by_label("Folder").set_input_files(folder)
        tab.get_by_role("button", name="Add").click()
        tab.get_by_text("2 files read").wait_for()
    with Dossier.open(dossier, writable=False) as found:
        assert {found.name_of(each.id) for each in found.documents()} == {"letters/wire.txt", "courier.txt"}


def test_a_figure_is_drawn_and_every_mark_leads_to_its_claim(tab, demo):
    tab.goto(demo)
    tab.goto(at(demo, "/figures?badge=conflicts"))
    tab.locator("tbody th a").first.click()
    for frame in tab.locator("[data-plot]").all():
        frame.scroll_into_view_if_needed()
        frame.locator("svg").wait_for()
    tab.locator("[data-plot$='drift'] .mark-symbol path").last.click()
    assert "#claim-" in tab.url


def test_all_of_it_by_keyboard(tab, demo):
    tab.goto(demo)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab.keyboard.press("Enter")
    for _ in range(30):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.className") == "words":
            break
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_on_paper_there_is_no_furniture(tab, demo):
    tab.goto(demo)
    tab.emulate_media(media="print")
    assert not tab.locator("header.top").is_visible()
    assert tab.locator(".finding").first.is_visible()
