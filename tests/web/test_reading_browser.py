"""Reading in a real browser: layers and claims by keyboard, the way back, and no barrier whatever is switched on."""

from tests.web.test_browser import at, browser, demo, pytestmark, tab

from firsthand.dossier import Dossier
from firsthand.records import DocumentFilter

__all__ = ["browser", "demo", "pytestmark", "tab"]  # fixtures and the mark, shared

LAYERS = ("figures", "quotations", "times", "copied", "identifiers", "known")


def gazette(demo_path):
    with Dossier.open(demo_path, writable=False) as dossier:
        rows = dossier.browse.documents(DocumentFilter("gazette")).rows
        return f"/documents/{rows[0].document.id}"


def background(tab, which):
    return tab.locator(which).first.evaluate("each => getComputedStyle(each).backgroundColor")


def test_layers_are_switched_by_keyboard_and_stay_so(tab, demo, demo_path):
    tab.goto(demo)
    tab.goto(at(demo, gazette(demo_path)))
    figure = "#text .opens .figure"
    on = background(tab, figure)
    assert tab.locator("#text .copies").first.is_hidden()
    tab.locator("#layer-figures").focus()
    tab.keyboard.press("Space")
    assert background(tab, figure) != on
    for _ in range(3):
        tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "layer-copied"
    tab.keyboard.press("Space")
    assert tab.locator("#text .copies").first.is_visible()
    tab.reload()
    assert not tab.locator("#layer-figures").is_checked()
    assert tab.locator("#layer-copied").is_checked()


def test_a_claim_opens_by_keyboard_and_leads_back_to_its_words(tab, demo, demo_path):
    tab.goto(demo)
    tab.goto(at(demo, gazette(demo_path)))
    mark = tab.locator("#text a.opens", has_text="An estimated 64%")
    mark.focus()
    tab.keyboard.press("Enter")
    panel = tab.locator("#panel")
    panel.get_by_role("heading", name="Claim", exact=True).wait_for()
    assert "about 64%" in panel.inner_text()
    assert tab.evaluate("document.activeElement.id") == "panel"
    assert mark.get_attribute("aria-current") == "true"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.textContent") == "An estimated 64%"
    tab.reload()  # the address knows what is open
    panel.get_by_role("heading", name="Claim", exact=True).wait_for()
    panel.get_by_role("link", name="Back to its words").click()
    assert "64%" in tab.locator("#text .here").all_inner_texts()[0]
    assert tab.locator("#at").evaluate("each => each.getBoundingClientRect().top < innerHeight")


def test_a_claim_leads_to_the_same_claim_elsewhere(tab, demo, demo_path):
    tab.goto(demo)
    here = gazette(demo_path)
    tab.goto(at(demo, here))
    tab.locator("#text a.opens", has_text="An estimated 64%").click()
    tie = tab.locator("#panel .ties a.words").first
    words = tie.inner_text().strip("“”…")
    tie.click()
    tab.locator("#at").wait_for()
    assert here not in tab.url
    assert words[:40] in " ".join(tab.locator("#text").inner_text().split())


def test_without_scripts_a_claim_opens_too(browser, demo, demo_path):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(demo)
        tab.goto(at(demo, gazette(demo_path)))
        tab.locator("#text a.opens", has_text="An estimated 64%").click()
        assert tab.locator("#panel-title").inner_text() == "Claim"
        assert tab.locator("#at").is_visible()


def test_no_layer_makes_a_barrier(browser, demo, demo_path):
    from axe_playwright_python.sync_playwright import Axe

    for scheme in ("light", "dark"):
        with browser.new_context(color_scheme=scheme) as context:
            tab = context.new_page()
            tab.goto(demo)
            tab.goto(at(demo, gazette(demo_path)))
            for layer in LAYERS:
                tab.locator(f"#layer-{layer}").check()
            tab.locator("#text a.opens").first.click()
            tab.locator("#panel .card-form").wait_for()
            tab.locator("details").evaluate_all("found => found.forEach(each => (each.open = true))")
            found = Axe().run(tab).response["violations"]
            grave = [rule for rule in found if rule["impact"] in ("serious", "critical")]
            assert not grave, [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in grave]
