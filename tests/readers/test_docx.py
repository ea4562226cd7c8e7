"""DOCX: paragraphs and tables in order, roles by style, and what is not shown as metadata."""

from datetime import datetime

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from firsthand.errors import UnreadableOriginal

from .builders import OTHER, STORY, docx, docx_bytes, docx_with, read, zip_of, zone_texts

NS = nsdecls("w")


def letter(*paragraphs: str):
    made = docx()
    made.core_properties.created = datetime(2019, 5, 20)
    made.core_properties.author = "Mara Lind"
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    return made


def test_styles_tell_the_roles() -> None:
    made = docx()
    made.add_paragraph("Flood on the Orlu", "Title")
    made.add_heading("What we saw", 1)
    made.add_paragraph(STORY)
    made.add_paragraph("The sheds of the old market", "Caption")
    made.add_heading("References", 1)
    made.add_paragraph("Halden Courier, The dam, 2018")
    made.add_heading("Thanks", 1)
    made.add_paragraph(OTHER)
    document = read("a.docx", docx_bytes(made)).document
    assert document.title == "Flood on the Orlu"
    assert zone_texts(document, "title") == ["Flood on the Orlu"]
    assert zone_texts(document, "main") == [f"What we saw\n\n{STORY}", f"Thanks\n\n{OTHER}"]
    assert zone_texts(document, "caption") == ["The sheds of the old market"]
    assert zone_texts(document, "references") == ["References\n\nHalden Courier, The dam, 2018"]


def test_the_first_heading_is_the_title_where_there_is_none() -> None:
    made = docx()
    made.add_heading("Flood on the Orlu", 1)
    made.add_paragraph(STORY)
    assert read("a.docx", docx_bytes(made)).document.title == "Flood on the Orlu"


def test_tables_stand_in_their_place() -> None:
    made = letter(STORY)
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ("Town", "People", "Halden", "310"), strict=True):
        cell.text = text
    made.add_paragraph(OTHER)
    document = read("a.docx", docx_bytes(made)).document
    assert f"{STORY}\n\nTown\tPeople\nHalden\t310\n\n{OTHER}" in document.text


def test_a_frame_round_paragraphs_is_no_table() -> None:
    made = letter()
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = STORY
    cell.add_paragraph(OTHER)
    assert f"{STORY}\n\n{OTHER}" in read("a.docx", docx_bytes(made)).document.text


def test_headers_and_footers_are_furniture() -> None:
    made = letter(STORY)
    made.sections[0].header.paragraphs[0].text = "Open Harbour Watch"
    made.sections[0].footer.paragraphs[0].text = "Draft of May"
    document = read("a.docx", docx_bytes(made)).document
    assert zone_texts(document, "boilerplate") == ["Open Harbour Watch", "Draft of May"]
    assert zone_texts(document, "main") == [STORY]


def test_properties_date_and_sign_the_document() -> None:
    document = read("a.docx", docx_bytes(letter(STORY))).document
    assert document.authors == ("Mara Lind",)
    assert document.published == "2019-05-20"
    assert "Author: Mara Lind" in zone_texts(document, "metadata")[-1]


def test_comments_deleted_and_hidden_words_are_metadata() -> None:
    made = letter("About 4,200 people left. ")
    first = made.paragraphs[0]
    first._p.append(
        parse_xml(
            f'<w:del {NS} w:id="1" w:author="x"><w:r><w:delText>The mayor fled.</w:delText></w:r></w:del>'
        )
    )
    first._p.append(
        parse_xml(f'<w:ins {NS} w:id="2" w:author="x"><w:r><w:t>Nobody came back.</w:t></w:r></w:ins>')
    )
    run = first.add_run("Ask Tomas again.")
    run.font.hidden = True
    made.add_comment(first.runs[0], "Who counted them?", author="Lena Korda")
    document = read("a.docx", docx_bytes(made)).document
    assert "About 4,200 people left. Nobody came back." in document.text
    metadata = zone_texts(document, "metadata")[0]
    for words in ("Deleted: The mayor fled.", "Hidden: Ask Tomas again.", "Comment (Lena Korda"):
        assert words in metadata
        assert words.partition(": ")[2] not in document.text.replace(metadata, "") or ": " not in words


def test_notes_are_numbered_references() -> None:
    made = letter(STORY, "About 4,200 people left")
    reference = parse_xml(f'<w:r {NS}><w:footnoteReference w:id="2"/></w:r>')
    made.paragraphs[1]._p.append(reference)
    made.paragraphs[1].add_run(" the lower town.")
    notes = f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Halden Courier, 2018.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    plain = docx_bytes(made)
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId90" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    parts = {"word/footnotes.xml": notes.encode(), "word/_rels/document.xml.rels": relations}
    document = read("a.docx", docx_with(plain, parts)).document
    assert zone_texts(document, "main") == [f"{STORY}\n\nAbout 4,200 people left[1] the lower town."]
    assert zone_texts(document, "references") == ["[1] Halden Courier, 2018."]


def test_text_boxes_are_read_once() -> None:
    box = f"""<w:r {NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">
      <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>310 families</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
      <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>310 families</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    made = letter(STORY)
    made.paragraphs[0]._p.append(parse_xml(box))
    made.add_paragraph(OTHER)
    assert read("a.docx", docx_bytes(made)).document.text.startswith(f"{STORY}\n\n310 families\n\n{OTHER}")


def test_boxes_in_boxes_are_read_once_each() -> None:
    box, end = "<w:p><w:r><w:t>{}</w:t><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
    nested = "".join(box.format(f"box {depth}") for depth in range(40)) + "<w:p/>" + end * 40
    xml = f"<w:document {NS}><w:body><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>{nested}</w:body></w:document>"
    document = read(
        "a.docx", docx_with(docx_bytes(letter(STORY)), {"word/document.xml": xml.encode()})
    ).document
    assert [document.text.count(f"box {depth}\n") for depth in range(40)] == [1] * 40


def test_the_strict_form_of_the_standard_is_read() -> None:
    plain = docx_bytes(letter(STORY))
    strict = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p></w:body></w:document>'
    document = read("a.docx", docx_with(plain, {"word/document.xml": strict.encode()})).document
    assert zone_texts(document, "main") == [STORY]


def test_a_docx_that_was_cut_off_gives_what_it_holds() -> None:
    body = "".join(f"<w:p><w:r><w:t>{number}. {STORY}</w:t></w:r></w:p>" for number in range(300))
    xml = f"<w:document {NS}><w:body>{body}</w:body></w:document>".encode()
    whole = zip_of([("[Content_Types].xml", b"<x/>"), ("word/document.xml", xml)])
    reading = read("a.docx", whole[: len(whole) * 2 // 3])
    assert reading.document.text.startswith(f"0. {STORY}")
    assert any("damaged" in problem.says for problem in reading.problems)


def test_a_docx_without_text_says_so() -> None:
    with pytest.raises(UnreadableOriginal, match="holds no text"):
        read("a.docx", docx_bytes(docx()))
    with pytest.raises(UnreadableOriginal, match="damaged"):
        read("a.docx", docx_with(docx_bytes(letter(STORY)), {"word/document.xml": b"no xml at all"}))
