"""Bodies that are called by a part of their name."""

import pytest

from firsthand.links.shortened import shortened

GUARD, WATCH, INQUIRY = "karvelian coast guard", "lost at sea", "harbour inquiry into the docks"


@pytest.mark.parametrize(
    ("spoken", "found"),
    [
        (["coast guard"], {"coast guard": GUARD}),
        (["coast guard", "sundmark coast guard"], {}),
        (["guard"], {}),
        (["lost"], {"lost": WATCH}),
        (["karvelian"], {}),
        (["lost at"], {"lost at": WATCH}),
        (["harbour inquiry"], {"harbour inquiry": INQUIRY}),
        ([GUARD], {}),
    ],
)
def test_a_part_of_one_name_is_that_body_where_no_other_one_has_it(spoken, found):
    assert shortened([GUARD, WATCH, INQUIRY, ""], spoken) == found


def test_a_publisher_is_no_part_of_another_one():
    assert shortened(["port health board", "national port health board"], ["port health board"]) == {}
