"""PDFs: reading order, margins, pages, words broken at line ends, scans, damage."""

import re
from collections import Counter
from io import BytesIO

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnreadableOriginal
from firsthand.readers.pdf.flow import glue
from firsthand.readers.pdf.glyphs import Run
from firsthand.readers.pdf.layout import blocks

from .builders import OTHER, STORY, pdf, pdf_of, read, two_columns, write_column, zone_texts


def story(content: bytes) -> list[str]:
    return "\n\n".join(zone_texts(read("a.pdf", content).document, "main")).split("\n\n")


def output(made: FPDF) -> bytes:
    return bytes(made.output())


def test_one_column_is_one_paragraph_and_the_big_type_is_the_title() -> None:
    document = read("a.pdf", pdf_of(STORY, title="The river Orlu after the flood")).document
    assert document.title == "The river Orlu after the flood"
    assert zone_texts(document, "title") == [document.title]
    assert zone_texts(document, "main") == [STORY]


def test_two_columns_are_read_one_after_the_other() -> None:
    document = read("a.pdf", two_columns(STORY, OTHER, "The river Orlu")).document
    assert document.title == "The river Orlu"
    assert "\n\n".join(zone_texts(document, "main")) == f"{STORY}\n\n{OTHER}"


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    words = STORY.split()
    left, right = " ".join(words[:40]), " ".join(words[40:])
    assert right[0].islower()
    assert story(two_columns(left, right, "The river Orlu")) == [STORY]


def test_three_columns() -> None:
    made = pdf()
    made.add_page()
    texts = [f"{name} {OTHER}" for name in ("First,", "Second,", "Third,")]
    for left, text in zip((140, 15, 78), (texts[2], texts[0], texts[1]), strict=True):
        write_column(made, left, 55, 30, text, 9)
    assert story(output(made)) == texts


def test_what_spans_the_columns_parts_them() -> None:
    made = pdf()
    made.add_page()
    for top, name in ((30, "Upper"), (120, "Lower")):
        write_column(made, 20, 80, top, f"{name} left. {OTHER}")
        write_column(made, 110, 80, top, f"{name} right. {OTHER}")
    write_column(made, 20, 170, 100, STORY)
    starts = [" ".join(paragraph.split()[:2]) for paragraph in story(output(made))]
    assert starts == ["Upper left.", "Upper right.", "The port", "Lower left.", "Lower right."]


def test_tables_stay_rows() -> None:
    made = pdf()
    made.add_page()
    made.set_font("Helvetica", size=10)
    rows = [("Town", "People", "Families"), *((f"Brenn {n}", f"{n},200", f"{n}10") for n in range(1, 12))]
    for place, row in enumerate(rows):
        for left, cell in zip((20, 80, 140), row, strict=True):
            made.text(left, 40 + 6 * place, cell)
    assert story(output(made)) == ["\n".join("\t".join(row) for row in rows)]


def test_running_heads_and_page_numbers_are_furniture() -> None:
    made = pdf()
    for number, text in enumerate((STORY, OTHER, STORY, OTHER), 1):
        made.add_page()
        made.set_font("Helvetica", size=8)
        made.text(20, 10, f"Open Harbour Watch | Annual report {2016 + number}")
        made.text(100, 290, f"- {number} -")
        write_column(made, 20, 170, 40, text)
    document = read("a.pdf", output(made)).document
    assert zone_texts(document, "main") == [STORY, OTHER, STORY, OTHER]
    assert "Annual report 2018" in "".join(zone_texts(document, "boilerplate"))
    assert "- 3 -" in "".join(zone_texts(document, "boilerplate"))


def test_a_running_head_with_the_title_says_who_issued_the_paper() -> None:
    made = pdf()
    for number, text in enumerate((STORY, OTHER, STORY)):
        made.add_page()
        made.set_font("Helvetica", size=8)
        made.text(20, 10, "Ropes Unbound | The river Orlu")
        if not number:
            made.set_font("Helvetica", size=22)
            made.text(20, 30, "The river Orlu")
        write_column(made, 20, 170, 40, text)
    document = read("a.pdf", output(made)).document
    assert (document.title, document.publisher) == ("The river Orlu", "Ropes Unbound")


def test_a_head_on_two_pages_is_furniture_and_the_title_that_it_repeats_is_not() -> None:
    made = pdf()
    for number, text in enumerate((STORY, OTHER, STORY)):
        made.add_page()
        made.set_font("Helvetica", size=8 if number else 22)
        made.text(20, 20 if number else 30, "The river Orlu")
        write_column(made, 20, 170, 40, text)
    document = read("a.pdf", output(made)).document
    assert document.title == "The river Orlu"
    assert zone_texts(document, "title") == ["The river Orlu"]
    assert zone_texts(document, "main") == [STORY, OTHER, STORY]


def raised(made: FPDF, before: str, mark: str, after: str) -> None:
    made.set_font("Helvetica", size=11)
    made.write(6, before)
    made.char_vpos = "SUP"
    made.write(6, mark)
    made.char_vpos = "LINE"
    made.write(6, after)


def test_the_mark_of_a_footnote_is_no_part_of_a_number() -> None:
    made = pdf()
    made.add_page()
    raised(made, "The dam opened in 2018", "1", " and closed the road for 40 km")
    raised(
        made,
        "",
        "2",
        " of fields, and 73 people",
    )
    raised(made, "", "2, 3", " were never found again by anybody in the town.")
    [text] = story(output(made))
    assert text == (
        "The dam opened in 2018[1] and closed the road for 40 km² of fields, and 73 people[2][3] were never found "
        "again by anybody in the town."
    )


def test_each_footnote_is_a_paragraph() -> None:
    made = pdf()
    made.add_page()
    write_column(made, 20, 170, 40, STORY, 11)
    write_column(
        made, 20, 170, 250, "1 Halden Courier, 2018.\n2 Registers of the parish of Brenn.\n3 Interview 9.", 8
    )
    [notes] = zone_texts(read("a.pdf", output(made)).document, "references")
    assert notes.split("\n\n") == [
        "1 Halden Courier, 2018.",
        "2 Registers of the parish of Brenn.",
        "3 Interview 9.",
    ]


def test_pages_have_their_starts_also_inside_of_a_paragraph() -> None:
    words = STORY.split()
    first, second = " ".join(words[:40]), " ".join(words[40:])
    made = pdf()
    for number, text in enumerate((first, second, OTHER), 1):
        made.add_page()
        made.set_font("Helvetica", size=8)
        made.text(100, 290, str(number))
        write_column(made, 20, 170, 40, text)
    document = read("a.pdf", output(made)).document
    assert [document.text[page:].lstrip()[:10] for page in document.pages] == [
        "1\n\nThe por",
        second[:10],
        OTHER[:10],
    ]
    assert STORY in document.text


def test_an_empty_page_starts_where_the_next_one_does() -> None:
    document = read("a.pdf", pdf_of(STORY, "", OTHER)).document
    assert document.pages[1] == document.pages[2] == document.text.index(OTHER)


def test_footnotes_are_references_and_do_not_part_a_sentence() -> None:
    words = STORY.split()
    made = pdf()
    made.add_page()
    write_column(made, 20, 170, 40, " ".join(words[:40]), 11)
    write_column(made, 20, 170, 250, "1 Open Harbour Watch, The sheds of Vessany, 2018, page 4.", 8)
    made.add_page()
    write_column(made, 20, 170, 40, " ".join(words[40:]), 11)
    document = read("a.pdf", output(made)).document
    assert zone_texts(document, "main") == [STORY]
    assert zone_texts(document, "references") == ["1 Open Harbour Watch, The sheds of Vessany, 2018, page 4."]


def test_line_numbers_of_a_transcript_are_furniture() -> None:
    made = pdf()
    made.add_page()
    made.set_font("Courier", size=11)
    lines = [
        "Q. Where were you when the dam opened?",
        "A. In the sheds of the old market. I heard",
        "water and then nothing.",
    ] * 6
    for number, line in enumerate(lines, 1):
        made.text(15, 30 + 8 * number, str(number))
        made.text(30, 30 + 8 * number, line)
    document = read("a.pdf", output(made)).document
    text = "\n\n".join(zone_texts(document, "main"))
    assert "A. In the sheds of the old market. I heard water and then nothing." in text
    assert not re.search(r"\d", text)
    assert document.kind == "testimony"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("the situ-", "ation", "the situation"),
        ("in Ves-", "sany", "in Vessany"),
        ("Soekarno-", "Hatta", "Soekarno-Hatta"),
        ("FAA-", "approved", "FAA-approved"),
        ("a well-", "known dam", "a well-known dam"),
        ("2018–", "23", "2018–23"),
        ("https://a.example/", "b", "https://a.example/b"),
        ("he said -", "and left", "he said - and left"),
        ("the port", "closed", "the port closed"),
    ],
)
def test_lines_are_put_together(above: str, below: str, expected: str) -> None:
    assert glue(above, below, Counter()) == expected


def test_a_hyphen_that_the_document_writes_elsewhere_stays() -> None:
    assert glue("the dam-", "builder", Counter({"dam-builder": 2})) == "the dam-builder"
    assert glue("the dam-", "builder", Counter({"dam-builder": 2, "dambuilder": 1})) == "the dambuilder"


def test_turned_pages_are_read_as_they_are_seen() -> None:
    made = pdf()
    made.add_page()
    made.set_font("Helvetica", size=11)
    for place, line in enumerate(("The port of Vessany", "has been closed since", "the flood in May.")):
        with made.rotation(90, 60 + 6 * place, 200):
            made.text(60 + 6 * place, 200, line)
    assert story(output(made)) == ["The port of Vessany has been closed since the flood in May."]


def test_properties_are_metadata_and_date_the_document_last() -> None:
    made = pdf()
    made.set_title("The sheds of Vessany")
    made.set_author("Mara Lind")
    made.add_page()
    write_column(made, 20, 170, 40, STORY)
    document = read("a.pdf", output(made)).document
    assert document.title == "The sheds of Vessany"
    assert document.authors == ("Mara Lind",)
    assert [(date.date, date.origin) for date in document.dates] == [("2019-05-20", "metadata")]
    assert "Author: Mara Lind" in zone_texts(document, "metadata")[0]
    dated = read("a.pdf", pdf_of(f"Published 3 June 2019\n\n{STORY}")).document
    assert dated.published == "2019-06-03"


def test_comments_over_a_page_are_metadata() -> None:
    made = pdf()
    made.add_page()
    write_column(made, 20, 170, 40, STORY)
    made.text_annotation(50, 50, "Who counted them?", title="Lena Korda")
    document = read("a.pdf", output(made)).document
    assert "Page 1: Comment (Lena Korda): Who counted them?" in zone_texts(document, "metadata")[0]


def test_what_was_filled_into_a_form_is_metadata() -> None:
    content = b"BT /F 11 Tf 60 700 Td (I was in the sheds of the old market when the dam opened.) Tj ET"
    form = (
        b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Annots[4 0 R]/Contents 5 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        b"4 0 obj<</Type/Annot/Subtype/Widget/FT/Tx/T(town)/V(Vessany)/Rect[60 600 200 620]/P 3 0 R>>endobj\n"
        b"5 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF"
        % (len(content), content)
    )
    document = read("a.pdf", form).document
    assert "when the dam opened." in document.text
    assert zone_texts(document, "metadata") == ["Page 1: Field town: Vessany"]


def picture() -> BytesIO:
    from PIL import Image

    held = BytesIO()
    Image.new("L", (60, 80), 200).save(held, "PNG")
    held.seek(0)
    return held


def test_scans_say_so() -> None:
    made = pdf()
    for scanned in (False, True, True, False):
        made.add_page()
        if scanned:
            made.image(picture(), 0, 0, 210, 297)
        else:
            write_column(made, 20, 170, 40, STORY)
    reading = read("a.pdf", output(made))
    assert [problem.says for problem in reading.problems] == [
        "pages 2-3 are pictures without text and were not read; OCR the file first, for example with ocrmypdf"
    ]
    only = pdf()
    only.add_page()
    only.image(picture(), 0, 0, 210, 297)
    with pytest.raises(UnreadableOriginal, match="pictures of pages and no text; OCR it first"):
        read("a.pdf", output(only))


def test_a_pdf_without_any_text() -> None:
    made = pdf()
    made.add_page()
    with pytest.raises(UnreadableOriginal, match="no text"):
        read("a.pdf", output(made))


def test_an_encrypted_pdf_says_so() -> None:
    made = pdf()
    made.set_encryption(owner_password="a", user_password="b")
    made.add_page()
    write_column(made, 20, 170, 40, STORY)
    with pytest.raises(UnreadableOriginal, match="encrypted"):
        read("a.pdf", output(made))


def test_a_pdf_that_only_may_not_be_copied_is_read() -> None:
    made = pdf()
    made.set_encryption(owner_password="a")
    made.add_page()
    write_column(made, 20, 170, 40, STORY)
    assert story(output(made)) == [STORY]


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_pdf_that_was_cut_off_is_an_error_or_says_so(kept: float) -> None:
    whole = pdf_of(*[STORY] * 6)
    try:
        reading = read("a.pdf", whole[: int(kept * len(whole))])
    except UnreadableOriginal as error:
        assert "get the file again" in str(error) or "no text" in str(error)
    else:
        assert any("end of the file is missing" in problem.says for problem in reading.problems)


runs = st.builds(
    lambda text, left, top, width, size: Run(text, left, top, left + width, top + size, size, 0, 0),
    st.text("abcXYZ019.- •", min_size=1, max_size=30).filter(str.strip),
    st.floats(0, 600), st.floats(0, 800), st.floats(1, 400), st.floats(4, 40),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(runs, max_size=60))
def test_no_run_is_lost_or_doubled_by_the_layout(found: list[Run]) -> None:
    wanted = Counter("".join(run.text for run in found).replace(" ", ""))
    given_back = "".join(line.text for block in blocks(found, 0) for line in block.lines)
    assert Counter(re.sub(r"[ \t\[\]]", "", given_back)) == wanted
