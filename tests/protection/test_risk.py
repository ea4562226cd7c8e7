"""Which details single somebody out, and the fewest changes against it."""

from firsthand.protection.people import Detail, Person
from firsthand.protection.risk import exposures
from firsthand.records import Span, identity


def person(id_, /, **told):
    details = tuple(
        Detail(
            identity("detail", category, words),
            "d",
            Span(n, n + 1),
            words,
            "direct" if category == "name" else "quasi",
            category,
            id_,
        )
        for n, (category, words) in enumerate(told.items())
    )
    return Person(id_, (), details, id_)


def coarse(detail):
    return {
        "14": "[a teenager]",
        "16": "[a teenager]",
        "40": "[an adult]",
        "Zelmarish": "[a place]",
        "Torvane": "[a place]",
    }.get(detail.words, "[something]")


def found(*people, told=lambda detail: detail.words):
    return {each.person.id: each for each in exposures(people, told, coarse)}


def words(details):
    return sorted(detail.words for detail in details)


def test_who_shares_every_detail_with_somebody_is_not_singled_out():
    each = found(person("a", age="14", place="Torvane"), person("b", age="14", place="Torvane"))["a"]
    assert (each.alone, each.changes, each.level) == ((), (), "none known")


def test_two_details_that_others_share_one_by_one_single_out_together():
    each = found(
        person("a", age="14", place="Torvane"), person("b", age="14"), person("c", place="Torvane", age="16")
    )["a"]
    assert [words(together) for together in each.alone] == [["14", "Torvane"]]
    assert each.level == "details together"
    assert [(change.detail.words, change.do, change.instead) for change in each.changes] == [
        ("14", "coarser", "[a teenager]")
    ]


def test_the_fewest_changes_are_proposed():
    each = found(
        person("a", age="14", place="Torvane", occupation="diver"),
        person("b", age="40"),
        person("c", age="14", place="Zelmarish", occupation="diver"),
    )["a"]
    assert [(change.detail.words, change.do) for change in each.changes] == [("Torvane", "coarser")]


def test_alone_in_a_dossier_everything_would_have_to_go():
    each = found(person("a", age="14", place="Torvane"))["a"]
    assert [(change.detail.words, change.do) for change in each.changes] == [
        ("14", "mask"),
        ("Torvane", "mask"),
    ]


def test_what_is_not_told_singles_nobody_out():
    each = found(person("a", name="Ruvena", age="14"), told=lambda detail: None)["a"]
    assert each.level == "none known"
    assert found(person("a", name="Ruvena", age="14"))["a"].level == "named"
