"""Values behind labels: a series that was given another name, and the subject that a title names."""

from dataclasses import replace

from firsthand.links import between

from .plain import sheet

OLD = [
    "<Electricity, from nuclear fuels>: {12% | share exact 0.12}. @ Karvelia ~ 2017",
    "<Electricity, from fossil fuels>: {61% | share exact 0.61}. @ Karvelia ~ 2017",
]
NEW = [
    "<Electricity generation, from nuclear fuels>: {14% | share exact 0.14}. @ Karvelia ~ 2020",
    "<Electricity, from fossil fuels>: {61% | share exact 0.61}. @ Karvelia ~ 2020",
]


def edition(lines, name, title="Karvelia"):
    made = sheet(lines, name, "2021-01-01", outlet="The Book of Countries")
    return replace(made, document=replace(made.document, title=title))


def test_a_series_under_another_name_is_found_where_neither_edition_has_the_label_of_the_other():
    old, new = edition(OLD, "a"), edition(NEW, "b")
    found = {(link.earlier, link.later): link for link in between(old, new)}
    pairs = {(old.claims[0].id, new.claims[0].id), (old.claims[1].id, new.claims[1].id)}
    assert found.keys() == pairs
    renamed = found[old.claims[0].id, new.claims[0].id]
    assert renamed.kind == "update"
    assert renamed.weight < found[old.claims[1].id, new.claims[1].id].weight


def test_a_label_that_both_editions_have_is_linked_to_itself_only():
    old = edition(OLD, "a")
    new = edition([NEW[0], OLD[0].replace("2017", "2020")], "b")
    links = [link for link in between(old, new) if old.claims[0].id in (link.earlier, link.later)]
    assert [{link.earlier, link.later} for link in links] == [{old.claims[0].id, new.claims[1].id}]


def test_a_title_that_is_a_name_parts_the_values_of_two_subjects():
    line = ["<Members with a licence>: {1,847 | count exact 1847}."]
    one, other = edition(line, "a", "Halden Guild"), edition(line, "b", "Osmere Union")
    assert between(one, other) == ()
    assert [link.kind for link in between(one, edition(line, "c", "Halden Guild"))] == ["same"]


def test_a_label_that_both_editions_have_is_not_another_name_for_a_part_of_the_other():
    partners = "<{}, partners: {}> {{{}% | share exact 0.{}}}. @ Karvelia ~ {}"
    old = edition(
        [
            partners.format("Imports", "Sundmark", 34, 34, 2017),
            partners.format("Imports", "Ruvenia", 12, 12, 2017),
        ],
        "a",
    )
    new = edition(
        [
            partners.format("Imports", "Sundmark", 36, 36, 2020),
            partners.format("Exports", "Sundmark", 41, 41, 2020),
            partners.format("Exports", "Ruvenia", 15, 15, 2020),
        ],
        "b",
    )
    assert {(link.earlier, link.later) for link in between(old, new)} == {
        (old.claims[0].id, new.claims[0].id)
    }


def test_what_two_articles_of_a_reference_work_say_of_two_places_is_not_linked():
    line = "The typical <length> of [a runway] is {2,745 m | length exact 2745 m} by the rules of flight."
    one, other = edition([f"{line} @ Karvelia"], "a"), edition([f"{line} @ Sundmark"], "b", "Sundmark")
    assert between(one, other) == ()
