"""Quotation marks of all shapes, nested, over paragraphs, with one lost; and the time they take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timing import quickest

from firsthand.language import stretches
from firsthand.marks.reporting.quotations import outermost, quotations
from firsthand.records import Span


def quoted(text: str) -> list[str]:
    found = outermost(quotations(text, list(stretches(text, Span(0, len(text))))))
    return [" ".join(piece.of(text) for piece in quotation.pieces) for quotation in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We left,” she said. “At night.”", ["“We left,”", "“At night.”"]),
        ('"We left," she said. "At night."', ['"We left,"', '"At night."']),
        ("''We left,'' she said.", ["''We left,''"]),
        ("‘We left the workers’ hall,’ he said.", ["‘We left the workers’ hall,’"]),
        ("'We don't know,' he said of the crew's pay.", ["'We don't know,'"]),
        ("«We left,» she said, 「never」.", ["«We left,»", "「never」"]),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ("“[They] took (…) [two men],” she said.", ["“[They] took (…) [two men],”"]),
        ("The sailors' pay and the owners' ships.", []),
        ("Rock 'n' roll in the '90s isn't it.", []),
        ('A pipe of 6" and a plank of 3" lay there.', []),
        ("“We left.\n\n“At night,” she said.", ["“We left. “At night,”"]),
        ("“We left, she said.\n\nNobody saw it.", ["“We left, she said."]),
        ("“We left, she said. “At night.”", ["“We left, she said.", "“At night.”"]),
        ("We left at night,” she said.", ["We left at night,”"]),
        ('“We left," she said.', ['“We left,"']),
        ("“We left,“ she said.", ["“We left,“"]),
        ("„We left“, she said, „at night“.", ["„We left“", "„at night“"]),
        ("»We left«, she said, »at night«.", ["»We left«", "»at night«"]),
        ("『We left,』 she said.", ["『We left,』"]),
        ("‹We left,› she said.", ["‹We left,›"]),
        ("`` We left , '' she said .", ["`` We left , ''"]),
        ("'He said \"no\" and left,' she said.", ["'He said \"no\" and left,'"]),
        ("‘We left.\n\n‘At night,’ she said.", ["‘We left. ‘At night,’"]),
        ("‘Tis late.\n\nNobody saw it.", []),
        ("«We left.\n\n«At night», she said.", ["«We left. «At night»"]),
        ("“We left, said Lena Tamm.\n\n“No,” she said.", ["“We left,", "“No,”"]),
    ],
)
def test_quoted(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_inner_quotations_are_told_apart() -> None:
    text = "“He said ‘no’ to us,” she said."
    found = quotations(text, [Span(0, len(text))])
    assert [(quotation.inner, quotation.span.of(text)) for quotation in found] == [
        (False, "“He said ‘no’ to us,”"),
        (True, "‘no’"),
    ]


@given(st.text(alphabet="ab ,.\n\"'“”‘’«»„`(["))
def test_any_text_gives_spans_inside_of_it(text: str) -> None:
    paragraphs = list(stretches(text, Span(0, len(text))))
    for quotation in quotations(text, paragraphs):
        assert all(0 <= piece.start < piece.end <= len(text) for piece in quotation.pieces)
    outer = [piece for each in outermost(quotations(text, paragraphs)) for piece in each.pieces]
    assert all(a.end <= b.start for a, b in zip(sorted(outer), sorted(outer)[1:], strict=False))


@pytest.mark.parametrize("unit", ["“a” ", '"a" ', "'a' ", "“a ", "a” ", "a's "])
def test_ten_thousand_marks_take_time_in_proportion(unit: str) -> None:
    def seconds(marks: int) -> float:
        text = unit * marks
        return quickest(lambda: quotations(text, [Span(0, len(text) - 1)]))

    small, large = seconds(1_000), seconds(10_000)
    assert large < 25 * small + 0.05
