"""The report: every claim with its footnote and address, honest about what is left out, whole in every form."""

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html
from tests.exports.odd import cases
from tests.exports.releases import everywhere, invented, many

from firsthand import exports
from firsthand.exports.citing import STYLES
from firsthand.exports.report import content, print
from firsthand.exports.report.limits import Limits
from firsthand.exports.report.quotations import collated
from firsthand.records import Evidence, Finding, Passage, Release

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("form", "name"),
    [("report-markdown", "report.md"), ("bibtex", "documents.bib"), ("csl-json", "documents.json")],
)
def test_the_invented_release_is_written_as_before(form, name):
    """When it changes for the better: look at the difference, and write the file anew."""
    assert exports.export(invented(), form).decode() == (GOLDEN / name).read_text("utf-8")


@pytest.fixture(scope="module")
def page():
    return html.fromstring(exports.export(invented(), "report"))


def test_every_claim_has_an_address_and_every_link_leads_somewhere(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {f"claim-{claim.id}" for claim in invented().claims} <= set(ids)
    targets = {target.removeprefix("#") for target in page.xpath("//@href")}
    assert targets <= set(ids)
    assert {f"note-{n}" for n in range(1, len(page.xpath("//ol[@class='notes']/li")) + 1)} <= targets


def test_a_report_needs_nothing_else(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not page.xpath("//script | //link | //img | //iframe | //object | //*[@style] | //@src")


def test_a_report_tells_its_figures_with_plots_and_words(page):
    drawn = page.xpath("//section[@id='figure-f-dead']//*[local-name()='svg']/@aria-label")
    assert any("5 statements in 5 documents" in words for words in drawn)
    assert any("goes back to Open Harbour Watch" in words for words in drawn)
    assert len(page.xpath("//section[@id='figure-f-dead']//tr[starts-with(@id, 'claim-')]")) == 5


def test_a_report_says_what_was_not_checked(page):
    text = " ".join(page.xpath("//h2[@id='open']/following-sibling::ul[1]")[0].text_content().split())
    assert "1 sentence: a number in it makes no claim" in text
    assert "2 claims for which the document names no source" in text
    assert "1 document without a date" in text


def test_footnotes_shorten_a_document_that_was_cited_before(page):
    notes = [" ".join(note.text_content().split()) for note in page.xpath("//ol[@class='notes']/li")]
    assert notes[0].startswith("Edda Corlin, Salt Water, Open Harbour Watch, March 11, 2024, p. 2.")
    assert any(
        note.startswith("Meridian Press Agency, “Dockers die unseen, group says,” characters")
        for note in notes
    )


def test_a_passage_that_is_cited_twice_has_one_footnote():
    parts = content.content(invented(), "chicago")
    (first, _), (row, *_) = parts["findings"][0]["evidence"], parts["figures"][0]["statements"]
    assert (first["claim"], first["note"]) == (row["claim"], row["note"])


@pytest.mark.parametrize("style", STYLES)
def test_a_report_is_written_in_each_style(style):
    parts = content.content(invented(), style)
    assert [note["number"] for note in parts["notes"]] == list(range(1, len(parts["notes"]) + 1))


def test_a_large_release_is_cut_and_says_so(monkeypatch):
    limits = Limits(4, 6, 6, overview=2, figures=3, plotted=1, statements=5, few=4, alone=20)
    parts = content.content(many(12, 60), "plain", limits)
    assert (parts["more_figures"], parts["more_findings"], parts["more_alone"]) == (3, 230, 12 * 54 - 20)
    assert [(bool(each["plots"]), each["more"]) for each in parts["figures"]] == [
        (True, 7),
        (False, 8),
        (False, 8),
    ]
    told = [each["said"] for each in parts["figures"][0]["statements"]]
    assert len(told) == 5
    monkeypatch.setattr(content.content, "__defaults__", (limits,))
    written = exports.export(many(12, 60), "report").decode()
    assert "3 lighter figures are left out here" in written


def test_of_many_statements_those_that_differ_come_first():
    parts = content.content(many(40, 10), "plain", Limits(statements=3))
    claims = {claim.id: claim for claim in many(40, 10).claims}
    shown = [claims[each["claim"]].quantity.high for each in parts["figures"][0]["statements"]]
    assert len(set(shown)) == 3


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_a_report_of_anything_has_content(case):
    figure, claims, documents, links = case
    evidence = tuple(Evidence(Passage(claim.document, claim.span), claim.text) for claim in claims.values())
    release = Release(
        "internal", "", "2026-01-02", tuple(documents.values()), dict.fromkeys(documents, "x"), tuple(claims.values()), (figure,), tuple(links), (),
        (Finding("two speakers", "", 0.5, evidence),), (), (),
    )  # fmt: skip
    for style in STYLES:
        parts = content.content(release, style)
        told = {
            each["claim"] for group in (*parts["figures"], *parts["alone"]) for each in group["statements"]
        }
        assert told == set(claims)


def test_quotations_are_laid_side_by_side():
    laid = list(
        collated("He wrote it in his book (...) and shut it", "[He] wrote it in his book and shut it")
    )
    assert laid == [("same", "[He] wrote it in his book"), ("left out", "(...)"), ("same", "and shut it")]


def test_the_pdf_is_tagged_and_has_title_language_and_footnotes():
    written = exports.export(invented(), "pdf")
    with pikepdf.open(__import__("io").BytesIO(written)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en"
        assert str(opened.docinfo.Title) == "What is claimed, by whom, and on whose authority"
        assert opened.open_metadata().get("pdfuaid:part") == "1"
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(written)]
    first = next(
        page
        for page in pages
        if "No number fits" in page and "What to read first" in page.split("Contents")[-1]
    )
    assert "Edda Corlin, Salt Water, Open Harbour Watch" in " ".join(first.split())


def test_the_pdf_sets_what_documents_say_as_text():
    hostile = '#import "/etc/passwd" *a* $x$ #panic() @ref <label> \\ `raw`'
    written = exports.export(everywhere(hostile), "pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(written))
    assert '#import "/etc/passwd" *a* $x$ #panic()' in re.sub(r"\s+", " ", text)


def test_letters_that_no_font_has_do_not_stop_the_pdf():
    assert print.pdf(everywhere("a \U0010ffff b \u0e44\u0e17\u0e22"))[:5] == b"%PDF-"
