"""Originals in a release: no text under the bars, no metadata, no attachment, and the original as it was."""

import io
import zipfile

import pikepdf
import pypdfium2
import pytest
from docx import Document as Docx
from fpdf import FPDF

from firsthand.dossier import Dossier
from firsthand.dossier.protecting import Wish
from firsthand.dossier.redacting import _pages
from firsthand.dossier.releasing import ORIGINALS, Order
from firsthand.errors import WrongUse
from firsthand.protection import Consent, Terms, term

LINES = (
    "Open Harbour Watch spoke to Ruvena Tolmark in May 2023.",
    "She counted 23 women in one room of the hall.",
)


def pdf():
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=12)
    for line in LINES:
        made.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    made.set_title("Tolmark")
    opened = pikepdf.open(io.BytesIO(bytes(made.output())))
    opened.attachments["tolmark.txt"] = b"Ruvena Tolmark"
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def docx():
    made = Docx()
    for line in LINES:
        paragraph = made.add_paragraph(line)
    made.core_properties.author = "Ruvena Tolmark"
    made.add_comment(paragraph.runs, text="this is Tolmark", author="Tolmark")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    folder = tmp_path_factory.mktemp("originals")
    source = folder / "in"
    source.mkdir()
    (source / "a.pdf").write_bytes(pdf())
    (source / "b.docx").write_bytes(docx())
    (source / "c.txt").write_text("\n\n".join(LINES), "utf-8")
    path = folder / "a.dossier"
    with Dossier.create(path) as kept:
        kept.add([source])
        kept.protect(Wish("Ruvena Tolmark", "mask", category="name"))
        kept.protect(Wish("Tolmark", "mask", category="name"))
        for document in list(kept.documents()):
            kept.consent(document.id, Consent(("court",)))
        handed = kept.export(Order("court", ORIGINALS))
        assert not list(kept.verify())
        with pytest.raises(WrongUse, match="gives out no originals"):
            kept.export(Order("public", ORIGINALS))
    with zipfile.ZipFile(io.BytesIO(handed.content)) as archive:
        return {
            name.rpartition(".")[2]: archive.read(name) for name in archive.namelist() if name != "README.txt"
        }


def test_a_page_is_a_picture_without_text_metadata_and_attachments(given):
    opened = pikepdf.open(io.BytesIO(given["pdf"]))
    assert not opened.docinfo and "/Metadata" not in opened.Root and not opened.attachments
    assert not any("/Annots" in page for page in opened.pages)
    assert pypdfium2.PdfDocument(given["pdf"])[0].get_textpage().get_text_range() == ""


def test_the_bar_lies_over_the_name_and_nothing_else():
    plain, barred = (
        pypdfium2.PdfDocument(_pages(pdf(), Terms(held)))[0]
        for held in ((), [term("Ruvena Tolmark", "name", "direct")])
    )
    page = pypdfium2.PdfDocument(pdf())[0]
    text = page.get_textpage()
    start = text.get_text_range().index("Ruvena")
    box = [text.get_charbox(start), text.get_charbox(start + len("Ruvena Tolmark") - 1)]
    one, other = (each.render(scale=2, grayscale=True) for each in (plain, barred))
    high = page.get_height()
    inside = outside = 0
    for row in range(one.height):
        for column in range(one.width):
            a, b = one.buffer[row * one.stride + column], other.buffer[row * other.stride + column]
            x, y = column / 2, high - row / 2
            within = box[0][0] - 4 <= x <= box[1][2] + 4 and box[0][1] - 8 <= y <= box[0][3] + 8
            if within and box[0][0] < x < box[1][2] and box[0][1] + 1 < y < box[0][3] - 1:
                inside += b > 8
            elif not within:
                outside += abs(a - b) > 8
    assert (inside, outside) == (0, 0)


def test_a_docx_is_written_anew_with_nothing_but_its_paragraphs(given):
    with zipfile.ZipFile(io.BytesIO(given["docx"])) as archive:
        assert sorted(archive.namelist()) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        held = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "olmark" not in held
    assert [p.text for p in Docx(io.BytesIO(given["docx"])).paragraphs] == [
        "Open Harbour Watch spoke to [name withheld] in May 2023.",
        LINES[1],
    ]


def test_other_originals_are_their_released_text(given):
    assert "olmark" not in given["txt"].decode()
    assert LINES[1] in given["txt"].decode()


def with_picture(text):
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=12)
    made.cell(text=text)
    opened = pikepdf.open(io.BytesIO(bytes(made.output())))
    image = pikepdf.Stream(
        opened, b"\xff" * 9, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=3, Height=3
    )
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceGray, 8
    page = opened.pages[0]
    page.Resources.XObject = pikepdf.Dictionary(A=opened.make_indirect(image))
    page.contents_add(b"q 100 0 0 100 200 200 cm /A Do Q")
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def test_a_picture_on_a_page_is_black():
    page = pypdfium2.PdfDocument(_pages(with_picture("Open Harbour Watch"), Terms(())))[0]
    drawn = page.render(scale=1, grayscale=True)
    row = round(page.get_height() - 250)
    assert drawn.buffer[row * drawn.stride + 250] < 8
    assert drawn.buffer[row * drawn.stride + 400] > 240


def test_a_scan_has_no_words_to_look_for():
    made = pikepdf.new()
    made.add_blank_page(page_size=(99, 99))
    image = pikepdf.Stream(
        made, b"\x00" * 9, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=3, Height=3
    )
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceGray, 8
    made.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=image))
    made.pages[0].Contents = made.make_stream(b"q 99 0 0 99 0 0 cm /A Do Q")
    out = io.BytesIO()
    made.save(out)
    assert _pages(out.getvalue(), Terms(())) is None
