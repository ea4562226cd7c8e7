"""Claims beside linked ones in both of two documents: a passage that was told again, with what changed in it."""

from dataclasses import replace

from firsthand.links import between

from .plain import FAR, seen_whole, sheet

LINKED = (
    "{1,847 | count exact 1847} [dockers] <were registered in the harbour of Vessany>. : Open Harbour Watch"
)


def stands(one, other, between_them=""):
    """Return how two claims stand of documents that share another claim, which stands beside them unless something is between."""
    lines = [LINKED, *([between_them] if between_them else [])]
    sheets = {
        "a": sheet([*lines, one], "a", "2023-05-01", "The Halden Courier"),
        "b": sheet([*lines, other], "b", "2023-06-20", "The Osmere Herald"),
    }
    sheets = {
        name: replace(each, voices=replace(each.voices, names=frozenset({"vessany"})))
        for name, each in sheets.items()
    }
    look = seen_whole(sheets)
    found = between(sheets["a"], sheets["b"], look=look)
    assert found == between(sheets["b"], sheets["a"], look=look)
    last = {each.claims[-1].id for each in sheets.values()}
    return [(link.kind, *link.drift) for link in found if {link.earlier, link.later} == last]


SEARCHED = "The area covered <measures> {0.8 hectares | area exact 0.8 ha}."


def test_a_decimal_point_that_was_lost_beside_what_is_told_again():
    other = "Under the [quay], over {eight hectares | area exact 8 ha}, <divers went down>."
    assert [stood[:2] for stood in stands(SEARCHED, other)] == [("drift", "value")]
    assert stands(SEARCHED, other, FAR) == []


def test_digits_that_changed_places():
    one = "That is about {one child in 46 | count exact 46}."
    other = "{one child in 64 | count exact 64}."
    assert [stood[:2] for stood in stands(one, other)] == [("drift", "value")]
    assert stands(one, other, FAR) == []


def test_a_small_share_of_another_whole():
    one = "{4% | share exact 0.04} of (the entries in the list) <were forged>."
    other = "{4% | share exact 0.04} of (the ballots cast) <were forged>."
    assert stands(one, other) == [("drift", "whole")]
    assert stands(one, other, FAR) == []


def test_another_number_beside_what_is_told_again_is_another_thing():
    assert stands(SEARCHED, "The [store] <measures> {30 hectares | area exact 30 ha}.") == []


def test_the_same_share_of_something_else_of_which_something_else_is_said():
    one = "{41% | share exact 0.41} of (the harvested crop) <was weighed by machine>, said the harvesters in Vessany."
    other = "{41% | share exact 0.41} of (the harvesters) <could not refuse>, it was heard in Vessany."
    assert stands(one, other) == []
