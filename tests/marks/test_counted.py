"""What is counted and of what whole: the plain-word cases of counted.txt, and numbers that are no quantities."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.language import parse
from firsthand.marks import citations, quantities, times
from firsthand.marks.amounts.designations import MAY_BEGIN, designations
from firsthand.marks.amounts.designations import _pattern as designations_pattern
from firsthand.records import Document, Marks, Original, Quantity, Span, Zone

MARKED = re.compile(r"\{([^|{}]*) \| ([^{}]*)\}")


def cases(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text("utf-8").split("\n")
    return [line for line in lines if line.strip() and not line.startswith("#")]


def marks(text: str) -> tuple[Quantity, ...]:
    original = Original("case.txt", "", "text/plain", len(text))
    document = Document("case", original, text, (Zone(Span(0, len(text)), "main"),), published="2019-05-20")
    parsed = parse(document)
    found = Marks(citations=citations.find(document, parsed, Marks()))
    found = Marks(citations=found.citations, times=times.find(document, parsed, found))
    return quantities.find(document, parsed, found)


@pytest.mark.parametrize("case", cases("counted.txt"))
def test_what_is_counted_is_what_the_words_say(case: str) -> None:
    text = MARKED.sub(lambda match: match[1], case)
    wanted = [(match[1], dict([match[2].split(": ")])) for match in MARKED.finditer(case)]
    found = marks(text)
    told = [
        (
            one.span.of(text),
            one.counted.of(text) if one.counted else "-",
            one.whole.of(text) if one.whole else "-",
        )
        for one in found
    ]
    assert len(told) == len(wanted), told
    for (words, facts), (_, counted, whole) in zip(wanted, told, strict=True):
        if "counted" in facts:
            assert (words, counted) == (words, facts["counted"]), told
        if "whole" in facts:
            assert (words, whole) == (words, facts["whole"]), told


@pytest.mark.parametrize("case", cases("not_counts.txt"))
def test_numbers_that_designate_count_nothing(case: str) -> None:
    text = case.replace("{", "").replace("}", "")
    wanted = re.findall(r"\{([^}]*)\}", case)
    found = [one.span.of(text) for one in marks(text)]
    assert len(found) == len(wanted), found
    assert all(words.startswith(number) for number, words in zip(found, wanted, strict=True)), found


@pytest.mark.parametrize(
    "hostile", ["§ 1, " * 20_000, "1 A. " * 20_000, "(1)" * 30_000, "12(a)" * 20_000, "+1 2" * 20_000, "No. " * 30_000 + "1",
                "a@" * 30_000 + "1", "_" * 60_000 + "1", "section 1 and " * 10_000, "v1." * 30_000]
)  # fmt: skip
def test_looking_for_designations_stays_linear(hostile: str) -> None:
    started = time.process_time()
    list(designations(hostile))
    assert time.process_time() - started < 2


PIECES = ("§ 12(a)", "¶3", "page 3", "No. 21-800", "7(2)(iv)", "12 Karv. Rep. 345", "Id. at 12-14", "at *3", "14 Harbour Street", ", KV 20210-1234",
    "(040) 555-0123", "tel. 5550 123 44", "version 2", "v2.0", "41206/98", "HK-47", "20240302", "HB.3", "24/7", "’08", "in '08", '<entry id="12">',
    "1:17-cv-06761", "said.12", "https://www.example.org/2019", "www.example.org", "harbour@example.org", "10.1000/182", "word", "A", ")")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=5), st.sampled_from([" ", "\n", "", "x"]))
def test_where_a_designation_may_begin_leaves_none_out(pieces: list[str], between: str) -> None:
    text = "7 " + between.join(pieces)
    everywhere = re.compile(designations_pattern().pattern.removeprefix(MAY_BEGIN))
    assert [span.of(text) for span in designations(text)] == [match[0] for match in everywhere.finditer(text)]
