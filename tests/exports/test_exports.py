"""Exports write what the release holds: readable, escaped, the profile named."""

import csv
import io
import json
from html.parser import HTMLParser

import pypdfium2
import pytest
from tests.exports.releases import everywhere, small

from firsthand import exports
from firsthand.errors import WrongUse

HOSTILE = "=HYPERLINK(1) <script>alert(1)</script> *bold* [link](http://example.invalid)"


def words_of(form: str, written: bytes) -> str:
    """The words that a reader sees of an export."""
    if form == "pdf":
        pages = pypdfium2.PdfDocument(written)
        return " ".join(page.get_textpage().get_text_bounded() for page in pages)
    return written.decode("utf-8-sig")


@pytest.mark.parametrize("form", exports.EXPORTS)
def test_every_export_names_its_profile_and_what_was_withheld(form):
    written = words_of(form, exports.export(small(), form))
    assert "internal" in written
    assert "originals" in written
    assert "up to 40" in written


@pytest.mark.parametrize("form", exports.EXPORTS)
def test_every_export_writes_any_text(form):
    assert exports.export(everywhere("a\ud800\x00\u202eb"), form)
    assert exports.export(everywhere(""), form)


@pytest.mark.parametrize("form", exports.EXPORTS)
def test_the_same_release_gives_the_same_bytes(form):
    assert exports.export(small(), form) == exports.export(small(), form)


@pytest.mark.parametrize("form", exports.EXPORTS)
def test_every_format_has_an_ending(form):
    assert exports.SUFFIXES[form].startswith(".")


def test_csv_opens_as_a_table_and_runs_no_formula():
    rows = list(csv.reader(io.StringIO(exports.export(small(HOSTILE), "csv").decode("utf-8-sig"))))
    row = dict(zip(rows[1], rows[2], strict=True))
    assert row["statement"].startswith("'=HYPERLINK")
    assert (row["low"], row["high"], row["hedge"]) == ("", "40", "at most")
    assert row["origins"] == "Harbour office"


def test_json_has_the_shape_of_the_findings():
    content = json.loads(exports.export(small(), "json"))
    assert content["figures"][0]["claims"][0]["quantity"] == {"text": "up to 40"}
    assert set(content) == {
        "release", "documents", "claims", "figures", "links", "reuse", "findings", "unchecked", "problems",
    }  # fmt: skip


@pytest.mark.parametrize("form", ["html", "report"])
def test_html_shows_hostile_words_as_text(form):
    page = exports.export(everywhere(HOSTILE), form).decode()
    assert "<script" not in page
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, dict(attrs)))
    parser.feed(page)
    assert not [
        tag
        for tag, attributes in tags
        if "src" in attributes or not attributes.get("href", "#").startswith("#")
    ]
    assert not [
        name for _, attributes in tags for name in attributes if name.startswith("on") or name == "style"
    ]


@pytest.mark.parametrize("form", ["markdown", "report-markdown"])
def test_markdown_escapes_markup(form):
    page = exports.export(everywhere(HOSTILE), form).decode()
    assert "\\*bold\\* \\[link\\]" in page
    assert "<script" not in page.replace("\\<script", "")


def test_an_unknown_format_says_which_there_are():
    with pytest.raises(WrongUse, match="csv, json, markdown, html"):
        exports.export(small(), "docx")


@pytest.mark.parametrize(
    ("form", "style", "says"), [("report", "harvard", "chicago, apa, plain"), ("csv", "apa", "pdf, report")]
)
def test_a_style_that_does_not_fit_says_what_would(form, style, says):
    with pytest.raises(WrongUse, match=says):
        exports.export(small(), form, style)
