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
