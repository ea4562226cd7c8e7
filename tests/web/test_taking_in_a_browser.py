"""Take along in a real browser: the file is taken, and opens by itself as a report without barriers; a claim is copied."""

import re
from pathlib import Path

import pytest
from tests.exports.releases import invented
from tests.web.test_browser import at, browser, demo, pytestmark

from firsthand import exports

__all__ = ["browser", "demo", "pytestmark"]  # fixtures and the mark, shared


@pytest.fixture(scope="module")
def report(browser, demo, tmp_path_factory) -> Path:
    """The report for the public, taken as a user takes it."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(demo)
        tab.goto(at(demo, "/take-along"))
        tab.check("#profile-public")
        tab.check("#leave-out")
        tab.click("button:has-text('See what is withheld')")
        tab.wait_for_selector("button:has-text('Make the file')", timeout=90_000)
        assert "1 document left out" in tab.inner_text("main")
        tab.click("button:has-text('Make the file')")
        tab.wait_for_selector("a.button", timeout=90_000)
        with tab.expect_download() as taken:
            tab.click("a.button")
        place = tmp_path_factory.mktemp("taken") / taken.value.suggested_filename
        taken.value.save_as(place)
    return place


def test_the_report_opens_by_itself(browser, report):
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        tab, asked = context.new_page(), []
        context.on("request", lambda request: asked.append(request.url))
        wrong = []
        tab.on("console", lambda message: wrong.append(message.text))
        tab.goto(report.as_uri())
        assert asked == [report.as_uri()]
        assert not wrong
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        tab.click("a[href^='#claim-'] >> nth=0")
        assert re.search(r"#claim-[0-9a-f]+$", tab.url)
        assert tab.evaluate("document.querySelector(':target') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_has_no_serious_barrier(browser, tmp_path, scheme):
    from axe_playwright_python.sync_playwright import Axe

    report = tmp_path / "report.html"
    report.write_bytes(exports.export(invented(), "report"))
    with browser.new_context(
        color_scheme=scheme, bypass_csp=True
    ) as context:  # the report itself lets no script in
        tab = context.new_page()
        tab.goto(report.as_uri())
        tab.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
        found = Axe().run(tab, options={"resultTypes": ["violations"]}).response["violations"]
        assert [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")] == []


def test_a_claim_is_copied_with_its_footnote(browser, demo):
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        tab = context.new_page()
        tab.goto(demo)
        tab.goto(at(demo, "/figures"))
        tab.click("th a[href^='/figures/'] >> nth=0")
        tab.click("a[data-cite] >> nth=0")
        tab.wait_for_selector("a[data-cite]:has-text('Copied')")
        assert "\n\n[1] " in tab.evaluate("navigator.clipboard.readText()").replace("\r", "")
