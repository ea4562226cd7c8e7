"""The demo's files are what its scripts make of the sources, and hold nothing that they must not."""

import io
import re
import zipfile

import pypdfium2
import pytest

import sources
import write_demo

DOCS = sorted(path.name for path in write_demo.DOCS.iterdir())


@pytest.fixture(scope="module")
def finished():
    return write_demo.finished()


def test_every_file_is_made_and_no_other_is_there(finished):
    assert sorted(finished) == DOCS


@pytest.mark.parametrize("name", DOCS)
def test_what_is_committed_is_what_the_script_makes(name, finished):
    committed = (write_demo.DOCS / name).read_bytes()
    assert content(name, committed) == content(name, finished[name])


def test_writing_twice_gives_the_same_bytes(finished):
    assert write_demo.finished() == finished


def test_the_files_are_small():
    assert sum((write_demo.DOCS / name).stat().st_size for name in DOCS) < 300_000


def test_no_mark_of_the_sources_is_left(finished):
    for name, written in finished.items():
        assert b"=== story" not in written, name
        assert b"data-story" not in written, name


def test_the_wire_report_and_its_reprint_have_the_same_words():
    assert sources.story("mpa-wire.html") == sources.story("quay-gazette.txt")


def test_the_scan_has_no_text(finished):
    with zipfile.ZipFile(io.BytesIO(finished["seamens-mission.zip"])) as packed:
        assert pdf_text(packed.read("harbour-master-letter.pdf")) == ""


def test_the_report_has_three_pages_in_two_columns(finished):
    with pypdfium2.PdfDocument(finished["cold-hands-ohw-report.pdf"]) as pages:
        assert len(pages) == 3
        middle = pages[0].get_width() / 2
        text = pages[0].get_textpage()
        for words, right in (("The herring that leaves", False), ("Between January 2019", True)):
            at = text.search(words).get_next()[0]
            assert (text.get_charbox(at)[0] > middle) == right


def test_addresses_lead_nowhere():
    told = "\n".join(path.read_text(encoding="utf-8") for path in text_sources())
    hosts = re.findall(r"https?://([^/\s\"]+)", told) + re.findall(r"@([\w.-]+\.\w+)", told)
    assert hosts
    known = ("schema.org",)  # the vocabulary of the pages' own metadata
    assert {host for host in hosts if not host.endswith(".example") and host not in known} == set()
    assert not re.search(r"\+\d[\d ]{6,}", told), "a telephone number"


def test_no_real_country_or_body_is_meant():
    real = r"United Nations|UNHCR|UNICEF|Amnesty|Reuters|Guardian|Norway|Korea|China|Russia|Thailand|Europe\b|Baltic"
    for path in text_sources():
        assert not re.search(real, path.read_text(encoding="utf-8")), path.name


def text_sources():
    return [path for path in sources.SOURCE.iterdir() if path.suffix != ".jpg"]


def content(name, written):
    """What a file holds, whichever version of a library packed it."""
    if name.endswith(".pdf"):
        return pdf_text(written)
    if name.endswith((".docx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(written)) as packed:
            return {member: content(member, packed.read(member)) for member in packed.namelist()}
    return written


def pdf_text(written):
    with pypdfium2.PdfDocument(written) as pages:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)
