"""Zones of plain text, by plain-word cases and by properties that hold for any text."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import quickest

from firsthand.readers.zoning import kinds_of, zone_lines, zones_of
from firsthand.readers.zoning.furniture import seen
from firsthand.readers.zoning.lines import line_of, lines_of


def cases() -> list[tuple[str, list[tuple[str, str]]]]:
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for row in Path(__file__).with_name("zones.txt").read_text("utf-8").splitlines():
        if row.startswith("== "):
            found.append((row[3:], []))
        elif found and not row.startswith("#"):
            zone, bar, line = row.partition("| ")
            found[-1][1].append((zone.strip(), line) if bar else ("", ""))
    return found


CASES = cases()


def test_there_are_cases() -> None:
    assert len(CASES) >= 25
    assert len({name for name, _ in CASES}) == len(CASES)


@pytest.mark.parametrize("rows", [rows for _, rows in CASES], ids=[name for name, _ in CASES])
def test_every_line_of_a_case_has_its_zone(rows: list[tuple[str, str]]) -> None:
    text = "\n".join(line for _, line in rows).strip("\n") + "\n"
    zones = zones_of(text)
    place, wrong = 0, []
    for zone, line in rows:
        if not zone:
            continue
        place = text.index(line.strip(), place)
        found = next((z.kind for z in zones if z.span.start <= place < z.span.end), None)
        if zone != "-" and found != zone:
            wrong.append(f"{found}, not {zone}: {line.strip()[:70]}")
        place += len(line.strip())
    assert not wrong


def test_the_same_rules_serve_paragraphs_of_other_formats() -> None:
    paragraphs = [
        "Port closed after flood",
        "",
        "The port of Vessany was closed on Monday, the guard said.",
        "Share",
    ]
    assert kinds_of(paragraphs) == ("title", "main", "main", "boilerplate")


@pytest.mark.parametrize(
    "line",
    [
        "Share the bread, she told them, and we shall share the boat.",
        "Advertisements for labour hung on every wall of the harbour that spring.",
        "Comments were made about her clothes in the hall.",
        "Contact with the villages was lost.",
        "“Read more,” he told the children.",
        "Related families share a room.",
        "Follow the river and you come to Tamm, where 40 families live.",
        "The newsletter of the union says that 212 men are unpaid.",
        "Photographs of the dead hung in the hall.",
        "In April the company uses cookies and tea to draw men to its gate, the union says.",
        "Copyright law was changed in 1978, and nobody in the harbour noticed.",
        "I agree.",
        "No.",
        "Home.",
        "The men wait at the ferry (Tok-do/Tamm line) every morning.",
    ],
)
def test_a_sentence_is_not_furniture(line: str) -> None:
    assert seen(line_of(line)) is None


def test_lines_without_text_give_no_zone() -> None:
    assert zones_of("") == ()
    assert zones_of(" \n\u200b\n•\n") == ()


def test_paragraphs_broken_by_hand_are_one_line() -> None:
    wrapped = "The port of Vessany has been closed since\nthe Orlu burst its banks in May, and nobody\nknows when it opens."
    assert [line.text for line in lines_of("Vessany\n\n" + wrapped + "\n\nTamm\nOrlumouth\n")] == [
        "Vessany", wrapped, "Tamm", "Orlumouth",
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [rows for _, rows in CASES], ids=[name for name, _ in CASES])
def test_line_ends_make_no_difference(rows: list[tuple[str, str]]) -> None:
    text = "\n".join(line for _, line in rows)
    assert zone_lines(lines_of(text.replace("\n", "\r\n"))) == zone_lines(lines_of(text))


PIECES = [
    "Port of Vessany closed", "Share on WhatsApp", "Related articles", "Leave a Reply", "References", "• Tamm", "    ",
    "Karvelia in pictures: the river", "By Mara Lind", "20 May 2019", "[1] Orlu, 2019.", "Q. Where?", "A. Here.", "\f", "12",
    "The port of Vessany was closed on Monday after the Orlu burst its banks. [1]", "Rope money is a form of debt bondage.",
    "From: a@example.org", "To: b@example.org", "Subject: boats", "Jon says:", "Media contact: +99 555 010 0199", "ENDS", "© 2019",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(PIECES), max_size=40).map("\n".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("\r\n\r\n".join),
)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_zones_are_in_order_and_hold_every_letter_once(text: str) -> None:
    zones = zones_of(text)
    ends = [0]
    for zone in zones:
        assert ends[-1] <= zone.span.start < zone.span.end <= len(text)
        ends.append(zone.span.end)
    covered = "".join(zone.span.of(text) for zone in zones)
    assert sum(map(str.isalnum, covered)) == sum(map(str.isalnum, text))
    assert all(one.kind != other.kind for one, other in pairwise(zones))


@pytest.mark.parametrize("piece", [*PIECES, "Related", "x" * 60, "Tamm/Orlu Of The And/", "a, b " * 30])
def test_time_grows_with_the_lines_and_not_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        lines = lines_of(f"{piece}\n\n" * times)
        return quickest(lambda: zone_lines(lines))

    seconds(50)
    assert seconds(2_000) < 12 * seconds(500) + 0.2


@pytest.mark.parametrize(
    "piece", ["word ", "w", "Word. ", "(a/", "“said ", "Of The And/", "1 [2] ", "A.", "....", "\t"]
)
def test_one_very_long_line_is_zoned_in_time(piece: str) -> None:
    text = piece * ((5_000_000 if piece in ("word ", "w") else 500_000) // len(piece))
    start = time.perf_counter()
    zones_of(text)
    assert time.perf_counter() - start < 5


def test_a_hundred_thousand_lines_are_zoned_in_time() -> None:
    text = "".join(f"{piece}\n" for piece in PIECES * (100_000 // len(PIECES)))
    start = time.perf_counter()
    zones_of(text)
    assert time.perf_counter() - start < 15
