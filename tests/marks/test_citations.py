"""Citations: markers in square brackets, with their entries."""

from __future__ import annotations

import time

from firsthand.language import parse
from firsthand.marks import citations
from firsthand.records import Citation, Document, Marks, Original, Span, Zone

STORY = "Prices rose. [4][5] Many fled [12, 13] and [note 1] some [in Sundmark] stayed [two men] there.[6]"
LIST = "4. Halden Courier, 2 May 2019.\n[5] Open Harbour Watch, annual report.\n6 Meridian Press Agency."


def found(text: str, zones: tuple[Zone, ...]) -> tuple[Citation, ...]:
    document = Document("case", Original("case.txt", "", "text/plain", len(text)), text, zones)
    return citations.find(document, parse(document), Marks())


def test_each_pair_of_brackets_is_one_marker() -> None:
    marked = found(STORY, (Zone(Span(0, len(STORY)), "main"),))
    assert [one.span.of(STORY) for one in marked] == ["[4]", "[5]", "[12, 13]", "[note 1]", "[6]"]
    assert [one.target for one in marked] == [
        "reference 4, list not in the document",
        "reference 5, list not in the document",
        "references 12 and 13, list not in the document",
        "note 1, not in the document",
        "reference 6, list not in the document",
    ]


def test_a_marker_leads_to_its_entry() -> None:
    text = f"{STORY}\n\n{LIST}"
    middle = len(STORY)
    zones = (Zone(Span(0, middle), "main"), Zone(Span(middle + 2, len(text)), "references"))
    targets = {one.span.of(text): one.target for one in found(text, zones)}
    assert targets["[4]"] == "Halden Courier, 2 May 2019."
    assert targets["[5]"] == "Open Harbour Watch, annual report."
    assert targets["[6]"] == "Meridian Press Agency."
    assert targets["[12, 13]"] == "references 12 and 13, not in the list"
    assert targets["[note 1]"] == "note 1, not in the list"


def test_a_marker_with_several_numbers_leads_to_all_of_them() -> None:
    story, listed = "Prices rose.[4–6, 9]", "4. First.\n5. Second.\n6. Third."
    text = f"{story}\n\n{listed}"
    zones = (Zone(Span(0, len(story)), "main"), Zone(Span(len(story) + 2, len(text)), "references"))
    assert [one.target for one in found(text, zones)] == [
        "First.; Second.; Third.; reference 9, not in the list"
    ]


def test_letters_are_notes_only_where_there_is_a_first_one() -> None:
    mended = "“[T]he men say [s]he left,” the nurse [m] wrote."
    assert found(mended, (Zone(Span(0, len(mended)), "main"),)) == ()
    noted = "The ferry sank.[a] The crew swam.[b] “[T]hey lived.”"
    marked = found(noted, (Zone(Span(0, len(noted)), "main"),))
    assert [one.target for one in marked] == ["note a, not in the document", "note b, not in the document"]


def test_nested_brackets_stay_linear() -> None:
    text = "[" * 50_000 + "1" + "]" * 50_000
    started = time.process_time()
    assert [match.group() for match in citations.MARKER.finditer(text)] == ["[1]"]
    assert list(citations.MARKER.finditer("[" + "1,2;" * 20_000)) == []
    assert time.process_time() - started < 2


def test_a_list_without_numbers_is_numbered_in_its_order() -> None:
    story, listed = (
        "Prices rose.[2]",
        "References\n\n“First”. Halden Courier.\n\n“Second”. Open Harbour Watch.",
    )
    text = f"{story}\n\n{listed}"
    zones = (Zone(Span(0, len(story)), "main"), Zone(Span(len(story) + 2, len(text)), "references"))
    assert [one.target for one in found(text, zones)] == ["“Second”. Open Harbour Watch."]
