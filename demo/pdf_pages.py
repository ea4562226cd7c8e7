"""Blocks -> PDF pages of three kinds: two columns with footnotes, one column with a table, a scanned picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos

from sources import Block

MARGIN, GUTTER, WIDTH = 20.0, 8.0, 210.0  # millimetres, A4
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
AIRY = {"title": ("B", 34.0, 16.0), "subtitle": ("", 16.0, 9.0), "byline": ("I", 11.0, 10.0), "h": ("B", 15.0, 9.0),
        "p": ("", 12.5, 7.0), "note": ("", 8.0, 4.2)}  # fmt: skip
PLAIN = {"title": ("B", 20.0, 10.0), "byline": ("I", 10.0, 7.0), "h": ("B", 12.0, 6.5),
         "p": ("", 10.5, 5.2), "small": ("I", 8.5, 4.5)}  # fmt: skip
"""Kind of block to style, size in points and height of a line in millimetres."""


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself."""

    title: str
    author: str
    made: datetime


class Pages(FPDF):
    """An A4 document with a running head and page numbers, without compression."""

    def __init__(self, about: About, running: str, columns: bool) -> None:
        super().__init__(format="A4")
        self.running, self.columns = running, columns
        self.styles = AIRY if columns else PLAIN
        self.core_fonts_encoding = "windows-1252"  # for quotation marks and dashes
        self.set_compression(False)
        self.set_margin(MARGIN)
        self.c_margin = 0.0 if columns else 1.0
        self.set_auto_page_break(False)
        self.set_title(about.title)
        self.set_author(about.author)
        self.set_producer("demo")
        self.set_creation_date(about.made)
        self.alias_nb_pages("{pages}")

    def header(self) -> None:
        """Print the running head, in a document of columns only from the second page."""
        if self.running and not (self.columns and self.page == 1):
            self.set_font("Helvetica", "", 8)
            self.set_xy(MARGIN, 10)
            self.cell(0, 5, self.running)
        self.set_y(MARGIN)

    def footer(self) -> None:
        """Print the number of the page."""
        if self.running:
            self.set_font("Helvetica", "", 8)
            self.set_xy(MARGIN, 282)
            self.cell(0, 5, f"Page {self.page} of {{pages}}", align="R")

    def style(self, kind: str) -> float:
        """Set the font for a kind of block and return the height of a line."""
        weight, size, height = self.styles[kind]
        self.set_font("Helvetica" if kind in {"title", "subtitle", "h"} else "Times", weight, size)
        return height

    def paragraph(self, kind: str, words: str) -> None:
        """Print a block over the full width."""
        height = self.style(kind)
        self.multi_cell(0, height, words, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(height / 3)


def in_two_columns(told: Sequence[Block], about: About) -> bytes:
    """Return pages in two columns; a block "break" begins a new page, footnotes stand under their page."""
    pages = Pages(about, f"{about.author} | {about.title}", columns=True)
    notes = dict(
        re.findall(r"^(\d+)\. (.*)$", "\n".join(words for kind, words in told if kind == "note"), re.M)
    )
    pages.add_page()
    flow: list[Block] = []
    for kind, words in told:
        if kind == "break":
            _columns(pages, flow, notes)
            flow = []
            pages.add_page()
        elif kind in {"title", "subtitle", "byline"}:
            pages.paragraph(kind, words)
        elif kind != "note":
            flow.append((kind, words))
    _columns(pages, flow, notes)
    return bytes(pages.output())


def in_one_column(told: Sequence[Block], about: About) -> bytes:
    """Return pages in one column, rows as a table with lines."""
    running = next(words for kind, words in told if kind == "running")
    pages = Pages(about, running, columns=False)
    pages.add_page()
    for kind, words in told:
        if pages.get_y() > 262:
            pages.add_page()
        if kind == "row":
            _row(pages, [cell.strip() for cell in words.split("|")])
        elif kind != "running":
            pages.paragraph(kind, words)
    return bytes(pages.output())


def scan(picture: Path, about: About) -> bytes:
    """Return one page that is only a picture: no text can be taken from it."""
    pages = Pages(about, "", columns=False)
    pages.add_page()
    pages.image(picture, 0, 0, WIDTH)
    return bytes(pages.output())


def _columns(pages: Pages, flow: Sequence[Block], notes: dict[str, str]) -> None:
    """Print blocks in two columns of about the same height, and the footnotes that they mention."""
    lines = [line for block in flow for line in _lines(pages, *block)]
    half, left, used = sum(height for _, _, height in lines) / 2, 0, 0.0
    while used < half:
        used += lines[left][2]
        left += 1
    while lines[left - 1][0] == "h":  # a heading does not stand alone at the foot of a column
        left -= 1
    top = pages.get_y() + 4
    for number, column in enumerate((lines[:left], lines[left:])):
        pages.set_xy(MARGIN + number * (COLUMN + GUTTER), top)
        for kind, words, height in column:
            _line(pages, kind, words, height)
    mentioned = re.findall(r"\{(\d+)\}", " ".join(words for _, words in flow))
    pages.set_y(276 - 5 * len(mentioned))
    for number in mentioned:
        pages.paragraph("note", f"{number} {notes[number]}")


def _lines(pages: Pages, kind: str, words: str) -> list[tuple[str, str, float]]:
    """Return the lines of a block in a column: kind, words, height; an empty line follows a paragraph."""
    height = pages.style(kind)
    lines = pages.multi_cell(
        COLUMN, height, words, align="L", dry_run=True, output=MethodReturnValue.LINES, padding=0
    )
    # fpdf2 gives the lines back in the encoding of the font
    told = [line.encode("latin-1").decode("windows-1252") for line in lines]
    return [*((kind, line, height) for line in told), (kind, "", height / 3)]


def _line(pages: Pages, kind: str, words: str, height: float) -> None:
    """Print one line, its footnote marks small and raised, and go to the next."""
    left = pages.get_x()
    for piece in re.split(r"(\{\d+\})", words):
        pages.style(kind)
        if piece.startswith("{"):
            pages.set_font_size(7)
            pages.set_xy(pages.get_x(), pages.get_y() - 1.2)
            pages.cell(None, height, piece.strip("{}"))
            pages.set_xy(pages.get_x(), pages.get_y() + 1.2)
        elif piece:
            pages.cell(None, height, piece)
    pages.set_xy(left, pages.get_y() + height)


def _row(pages: Pages, cells: Sequence[str]) -> None:
    """Print one row of a table with lines around its cells."""
    pages.set_font("Helvetica", "B" if cells[0] in {"Site", "Total"} else "", 10)
    for number, cell in enumerate(cells):
        pages.cell(50.0 if number == 0 else 40.0, 7, cell, border=1, align="L" if number == 0 else "R")
    pages.ln(7)
