"""Media types by content: the suffix decides only between plain text and Markdown."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.readers.sniff import DOCX, media_type

from .builders import STORY, docx, docx_bytes, docx_with, message, pdf_of, zip_of

ODT = "application/vnd.oasis.opendocument.text"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("story.txt", STORY.encode(), "text/plain"),
        ("story.md", STORY.encode(), "text/markdown"),
        ("story.MARKDOWN", b"<div align=center>logo</div>\n\n# Story", "text/markdown"),
        ("story.txt", STORY.encode("utf-16"), "text/plain"),
        ("story.txt", STORY.encode("utf-16-le"), "text/plain"),
        ("story.txt", b"\xef\xbb\xbf" + STORY.encode(), "text/plain"),
        ("story.txt", "Überflutung in Häfen, Brücken und Gärten".encode("latin-1"), "text/plain"),
        ("story", b"", "text/plain"),
        ("story.txt", b"The header %PDF-1.4 begins every such file, he wrote.", "text/plain"),
        ("story.txt", b"From: the mayor\nDate: Monday\n\nTo all households.", "text/plain"),
        ("story.txt", b"Subject: the flood\n\nNobody came.", "text/plain"),
        ("story.txt", b"1 < 2 and 3 > 2", "text/plain"),
        ("page.txt", b"<!DOCTYPE html><title>x</title>", "text/html"),
        ("page.md", b"<!doctype HTML>\n<html>", "text/html"),
        (
            "page",
            b"\xef\xbb\xbf\n <!-- saved from url=(0031)https://a.example/ -->\n<html lang=en>",
            "text/html",
        ),
        ("page", b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html>', "text/html"),
        ("page", "<html><body>Übung".encode("utf-16"), "text/html"),
        ("page", b"<p>The port is closed.</p>", "text/html"),
        ("feed.xml", b'<?xml version="1.0"?><rss></rss>', "application/xml"),
        ("x.pdf", b"%PDF-1.7\n1 0 obj", "application/pdf"),
        ("x.txt", b"junk from a mailer\n" * 5 + b"%PDF-1.7\n1 0 obj<<>>", "application/pdf"),
        ("x.pdf", PNG, "image/png"),
        ("x.txt", b"\xff\xd8\xff\xe0" + bytes(90), "image/jpeg"),
        ("x", b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        ("x", b"\0\0\0\x18ftypmp42" + bytes(20), "video/mp4"),
        ("x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "application/msword"),
        ("x", b"{\\rtf1 hello}", "application/rtf"),
        ("x", bytes(range(256)) * 8, "application/octet-stream"),
        ("x.eml", b"Received: from a\r\nSubject: x\r\n\r\nbody", "message/rfc822"),
        (
            "x.mbox",
            b"From a@b.example Mon May 20 07:12:00 2019\nFrom: a@b.example\nSubject: x\n\nbody",
            "message/rfc822",
        ),
        (
            "x",
            b"Date: Mon, 20 May 2019 07:12:00 +0100\nFrom: <a@b.example>\n folded\n\nbody",
            "message/rfc822",
        ),
    ],
)
def test_told_by_content(name: str, content: bytes, expected: str) -> None:
    assert media_type(name, content) == expected


def test_what_is_inside_a_zip_tells() -> None:
    assert media_type("x.zip", docx_bytes(docx())) == DOCX
    assert media_type("x.docx", zip_of([("a.txt", b"a")])) == "application/zip"
    assert media_type("x", zip_of([("[Content_Types].xml", b""), ("xl/workbook.xml", b"")])) == XLSX
    open_document = BytesIO()
    with ZipFile(open_document, "w") as made:
        made.writestr("mimetype", ODT)
        made.writestr("content.xml", "<x/>")
    assert media_type("x", open_document.getvalue()) == ODT
    assert (
        media_type("x", zip_of([("keyword/notes.txt", b"a"), ("[Content_Types].xml", b"")]))
        == "application/zip"
    )


def test_a_docx_that_was_cut_off_is_still_one() -> None:
    whole = docx_with(docx_bytes(docx()), {"word/document.xml": b"<x/>" * 9000})
    assert media_type("x", whole[: len(whole) // 2]) == DOCX


def test_a_message_is_one_whatever_its_name() -> None:
    assert media_type("x.txt", bytes(message())) == "message/rfc822"
    assert media_type("x.txt", pdf_of(STORY)) == "application/pdf"


@settings(deadline=None)
@given(st.text(max_size=20), st.binary(max_size=400))
def test_any_bytes_have_a_media_type(name: str, content: bytes) -> None:
    assert "/" in media_type(name, content)
