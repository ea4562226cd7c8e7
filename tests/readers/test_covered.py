"""Words under bars: what can still be copied is found, told of without being repeated, and kept out of the story."""

import csv
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fpdf import FPDF

from readers.builders import STORY, read

HIDDEN = "the baker Oren Tal"
LINE = f"The list of the market was kept by {HIDDEN} until the spring."


def page() -> FPDF:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    pdf.multi_cell(0, 6, STORY)
    pdf.ln()
    return pdf


def line_with_bar(
    bar: tuple[int, int, int], *, first: bool = False, type_: int = 0, words: str = LINE
) -> bytes:
    """A page with a line of which HIDDEN lies under, or on, a bar."""
    pdf = page()
    height = pdf.get_y()
    before, _, behind = words.partition(HIDDEN)
    wide, left = pdf.get_string_width(HIDDEN), pdf.get_x() + pdf.get_string_width(before)

    def draw() -> None:
        pdf.set_fill_color(*bar)
        pdf.rect(left, height, wide + 2, 6, style="F")

    if first:
        draw()
    pdf.cell(pdf.get_string_width(before), 6, before)
    pdf.set_text_color(type_)
    pdf.cell(wide, 6, HIDDEN)
    pdf.set_text_color(0)
    pdf.cell(0, 6, behind)
    if not first:
        draw()
    return bytes(pdf.output())


def told(content: bytes) -> list[str]:
    return [problem.says for problem in read("list.pdf", content).problems if "under a bar" in problem.says]


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("a black bar over words", line_with_bar((0, 0, 0))),
        ("a white one", line_with_bar((255, 255, 255))),
        ("black words on a black field", line_with_bar((0, 0, 0), first=True)),
    ],
)
def test_hidden_words_are_told_of_and_are_not_the_story(what: str, content: bytes) -> None:
    document = read("list.pdf", content).document
    (says,) = told(content)
    assert says.startswith("page 1, ")
    assert "cm from the top" in says
    assert "Oren" not in says
    story = "".join(document.words(zone.span) for zone in document.zones if zone.kind != "metadata")
    assert "Oren Tal" not in story
    assert "until the spring" in story
    aside = "".join(document.words(zone.span) for zone in document.zones if zone.kind == "metadata")
    assert f"Page 1, under a bar: {HIDDEN}" in aside


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("a yellow field behind words", line_with_bar((255, 255, 0), first=True)),
        ("white words on a dark field", line_with_bar((0, 0, 60), first=True, type_=255)),
        ("a grey field behind words", line_with_bar((200, 200, 200), first=True)),
        ("a story without any bar", bytes(page().output())),
    ],
)
def test_what_can_be_seen_is_not_told_of(what: str, content: bytes) -> None:
    assert told(content) == []
    assert "under a bar" not in read("list.pdf", content).document.text


def test_the_label_of_a_bar_hides_nothing() -> None:
    pdf = page()
    pdf.set_text_color(0)
    height = pdf.get_y()
    pdf.cell(40, 6, "Privileged")
    pdf.set_fill_color(0)
    pdf.rect(pdf.l_margin, height, 40, 6, style="F")
    assert told(bytes(pdf.output())) == []


def test_a_note_that_fills_a_rectangle_is_a_bar_too() -> None:

    pdf = page()
    pdf.cell(0, 6, LINE)

    out = BytesIO()
    with pikepdf.open(BytesIO(bytes(pdf.output()))) as opened:
        first = opened.pages[0]
        top = float(first.MediaBox[3])
        height = top - pdf.get_y() * 72 / 25.4
        first.Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[25, height - 20, 330, height + 4],
                    IC=[0, 0, 0], C=[0, 0, 0], F=4,
                    AP=pikepdf.Dictionary(N=opened.make_stream(
                        b"0 0 0 rg 0 0 305 24 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 305, 24]
                    )),
                )
            ]
        )  # fmt: skip
        opened.save(out)
    assert len(told(out.getvalue())) == 1


def test_the_same_stamp_under_many_bars_hides_nothing() -> None:
    pdf = page()
    pdf.set_fill_color(0)
    for _ in range(4):
        height = pdf.get_y()
        pdf.cell(40, 6, "12/03/2021", new_x="LMARGIN", new_y="NEXT")
        pdf.rect(pdf.l_margin, height, 40, 6, style="F")
    assert told(bytes(pdf.output())) == []


def test_a_turned_page_is_seen_as_it_is_turned() -> None:

    out = BytesIO()
    with pikepdf.open(BytesIO(line_with_bar((0, 0, 0)))) as opened:
        opened.pages[0].rotate(90, relative=True)
        opened.save(out)
    assert len(told(out.getvalue())) == 1


@pytest.mark.shared
def test_files_with_bad_redactions_from_courts(shared: Path) -> None:
    place = shared / "bench" / "dev" / "xray-bad-redactions"
    with (place / "gold.tsv").open(encoding="utf-8") as file:
        gold = {row["file"]: row["class"] for row in csv.DictReader(file, delimiter="\t")}
    found = {name: len(told((place / name).read_bytes())) for name in gold}
    assert [name for name, kind in gold.items() if kind == "bad" and not found[name]] == []
    assert [name for name, kind in gold.items() if kind in ("ok", "no_rectangles") and found[name]] == []
