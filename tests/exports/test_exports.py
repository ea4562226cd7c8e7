"""Exports write what the release holds: readable, escaped, the profile named."""

import csv
import io
import json
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from firsthand import exports
from firsthand.errors import WrongUse
from firsthand.records import (
    Claim,
    Document,
    Evidence,
    Figure,
    Finding,
    Link,
    Origin,
    Original,
    Passage,
    Problem,
    Quantity,
    Release,
    Span,
    Step,
)

HOSTILE = "=HYPERLINK(1) <script>alert(1)</script> *bold* [link](http://example.invalid)"


def release(text: str = "up to 40 boats were seized") -> Release:
    document = Document(
        "d1",
        Original("a.txt", "0" * 64, "text/plain", 9),
        "",
        (),
        title=text,
        publisher="The Halden Courier",
        published="2024-03-02",
    )
    quantity = Quantity(Span(0, 8), "count", None, Decimal(40), "at most")
    claim = Claim(
        "c1", "d1", Span(0, len(text)), text, quantity, "up to 40", "boat seize", "boats", None, None, "2024", (Step("Harbour office", "official"),),
        True, "made", "the office counted", ("boat", "seize"),
    )  # fmt: skip
    return Release(
        profile="internal", says="For internal use.", made="2024-03-03T00:00:00+00:00", documents=(document,), names={"d1": "a.txt"},
        claims=(claim,), figures=(Figure("f1", text, "boat seize", "boats", ("c1",), (Origin("Harbour office", ("c1",), ("it counted",)),)),),
        links=(Link("c1", "c1", "same", 1.0, (), ("same words",)),), reuses=(),
        findings=(Finding("drift", text, 0.5, (Evidence(Passage("d1", Span(0, 8)), text),)),), problems=(Problem("d1", "doubtful"),),
        withheld=("originals: by the profile internal",),
    )  # fmt: skip


@pytest.mark.parametrize("form", exports.EXPORTS)
def test_every_export_names_its_profile_and_what_was_withheld(form):
    written = exports.export(release(), form).decode("utf-8-sig")
    assert "internal" in written
    assert "originals" in written
    assert "up to 40" in written


@pytest.mark.parametrize("form", exports.EXPORTS)
def test_every_export_writes_any_text(form):
    assert exports.export(release("a\ud800\x00\u202eb"), form)


def test_csv_opens_as_a_table_and_runs_no_formula():
    rows = list(csv.reader(io.StringIO(exports.export(release(HOSTILE), "csv").decode("utf-8-sig"))))
    row = dict(zip(rows[1], rows[2], strict=True))
    assert row["statement"].startswith("'=HYPERLINK")
    assert (row["low"], row["high"], row["hedge"]) == ("", "40", "at most")
    assert row["origins"] == "Harbour office"


def test_json_has_the_shape_of_the_findings():
    content = json.loads(exports.export(release(), "json"))
    assert content["figures"][0]["claims"][0]["quantity"] == {"text": "up to 40"}
    assert {
        "release",
        "documents",
        "claims",
        "figures",
        "links",
        "reuse",
        "findings",
        "unchecked",
        "problems",
    } == set(content)


def test_html_shows_hostile_words_as_text():
    page = exports.export(release(HOSTILE), "html").decode()
    assert "<script" not in page
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, dict(attrs)))
    parser.feed(page)
    assert not [tag for tag, attributes in tags if "src" in attributes or "href" in attributes]


def test_markdown_escapes_markup():
    assert "\\*bold\\* \\[link\\]" in exports.export(release(HOSTILE), "markdown").decode()


def test_an_unknown_format_says_which_there_are():
    with pytest.raises(WrongUse, match="csv, json, markdown, html"):
        exports.export(release(), "docx")
