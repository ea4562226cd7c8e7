"""Numbers that stand once in each of two documents of one story: few words then say that they are of one thing."""

from dataclasses import replace

from firsthand.links import between

from .plain import FAR, seen_whole, sheet

STORY = (
    "{1,847 | count exact 1847} [dockers] <were registered in the harbour of Vessany>. : Open Harbour Watch",
    "{2,316 | count exact 2316} [containers] <burned in the harbour of Vessany>. : Open Harbour Watch",
)

BEFORE = "The passports were asked for."
"""The sentence before each of the two claims, which has all the words that they share."""


def stands(one, other, *more, before=BEFORE):
    """Return how two claims stand that are far from those by which their documents tell one story."""
    sheets = {
        "a": sheet([*STORY, FAR, BEFORE, one, FAR, *more], "a", "2023-05-01", "The Halden Courier"),
        "b": sheet([*STORY, FAR, before, other], "b", "2023-06-20", "The Osmere Herald"),
    }
    sheets = {
        name: replace(
            each,
            document=replace(each.document, text=each.document.text.replace(f"{BEFORE}\n\n", f"{BEFORE}  ")),
            voices=replace(each.voices, names=frozenset({"vessany"})),
        )
        for name, each in sheets.items()
    }
    look = seen_whole(sheets)
    found = between(sheets["a"], sheets["b"], look=look)
    wanted = {sheets["a"].claims[4].id, sheets["b"].claims[4].id}
    return [(link.kind, *link.drift) for link in found if {link.earlier, link.later} == wanted]


SHARE = "{38% | share exact 0.38} <had handed it over>."
AGAIN = "{38% | share exact 0.38} <were without>."


def test_a_share_that_each_of_two_documents_gives_once():
    assert stands(SHARE, AGAIN) == [("same",)]


def test_a_number_that_one_of_them_gives_twice_may_be_of_either():
    assert stands(SHARE, AGAIN, "{38% | share exact 0.38} of the cranes <were rusty>.") == []


def test_a_share_of_others():
    one = "{38% | share exact 0.38} of (the sailors) <had handed it over>."
    other = "{38% | share exact 0.38} of (the municipalities) <have none>."
    assert stands(one, other) == []


def test_a_cell_says_little():
    assert stands(SHARE, "Cook\t{38% | share exact 0.38}\t12") == []


def test_a_ceiling_is_no_floor():
    one = "[The crew] <hauled> {up to 19 hours | duration at most 19 hour}."
    other = (
        "Without a break for [the crew] <it went on> for {more than 19 hours | duration more than 19 hour}."
    )
    assert ("same",) not in stands(one, other)


def test_without_a_word_that_both_have_around_them():
    assert stands(SHARE, AGAIN, before="The cranes were rusty.") == []


def test_how_firmly_it_is_said_is_a_change_and_another_word_alone_is_none():
    other = AGAIN.replace("{38%", "{over 38%").replace("exact", "more than")
    assert [kind for kind, *_ in stands(SHARE, other)] == ["drift"]
    assert stands(SHARE, AGAIN) == [("same",)]
