"""Places: what is marked, and where an ambiguous name goes."""

from __future__ import annotations

from firsthand.language import parse
from firsthand.marks import places
from firsthand.marks.geography.gazetteer import entries, named, towns
from firsthand.records import Document, Marks, Original, Place, Span, Zone


def found(text: str) -> dict[str, Place]:
    original = Original("case.txt", "", "text/plain", len(text))
    document = Document("case", original, text, (Zone(Span(0, len(text)), "main"),))
    return {one.span.of(text): one for one in places.find(document, parse(document), Marks())}


def near(place: Place, latitude: float, longitude: float) -> bool:
    assert place.latitude is not None
    assert place.longitude is not None
    return abs(place.latitude - latitude) < 1.5 and abs(place.longitude - longitude) < 1.5


def test_provinces_are_known() -> None:
    marked = found("She crossed from Ryanggang into Jilin and was sold in Liaoning.")
    assert {place.name for place in marked.values()} == {"Ryanggang", "Jilin", "Liaoning"}
    assert near(marked["Liaoning"], 41, 123)


def test_the_state_behind_the_comma_decides() -> None:
    assert near(found("He was born in Paris, Texas, and stayed.")["Paris"], 33.66, -95.56)


def test_the_rest_of_the_document_decides() -> None:
    text = "Officials in Ontario and elsewhere in Canada said so. The mayor of London agreed."
    assert near(found(text)["London"], 42.98, -81.23)


def test_without_a_hint_the_largest_town_is_meant() -> None:
    assert near(found("The mayor of London agreed.")["London"], 51.5, -0.13)


def test_a_people_points_to_its_country() -> None:
    assert found("Two North Korean women spoke.")["North Korean"].name == "North Korea"


def test_an_unknown_place_has_no_point() -> None:
    marked = found("The refugees reached the Republic of Karvelia in winter.")
    assert all(place.latitude is None for place in marked.values() if place.name and "Karvelia" in place.name)


def test_the_gazetteer_is_well_formed() -> None:
    held = [one for each in towns().values() for one in (each if isinstance(each, list) else [each])]
    assert len(held) > 200_000
    for place in (*held, *(entry for each in named().values() for entry in each)):
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180


def test_a_province_written_by_hand_has_the_code_of_its_towns() -> None:
    ontario = next(entry for entry in named()["Ontario"] if entry.country == "CA")
    assert any(town.part == ontario.part for town in entries("Kingston"))


def test_second_level_divisions_are_known() -> None:
    for name, latitude, longitude in (
        ("Yanbian", 43, 129),
        ("North Pyongan", 40, 125),
        ("Cambridgeshire", 52.4, 0),
        ("County Mayo", 53.9, -9.3),
        ("Rapides Parish", 31.2, -92.4),
    ):
        marked = found(f"They were held in {name} for a year.")
        assert near(marked[name], latitude, longitude), name


def test_the_county_of_a_state_that_the_document_names() -> None:
    marked = found(
        "He was tried in Madison County. The governor of Kentucky, in Frankfort, and Richmond agreed."
    )
    assert near(marked["Madison County"], 37.7, -84.3)
    assert near(marked["Frankfort"], 38.2, -84.9)


def test_towns_near_to_each_other_settle_each_other() -> None:
    marked = found("They live in Torrington, in Litchfield and in Winsted; the market is in Bristol.")
    assert near(marked["Bristol"], 41.7, -72.9)


def test_a_town_inside_of_the_name_of_its_body_is_marked() -> None:
    assert "Toledo" in found("She called the Toledo Police Department at once.")
    assert "Kentucky" in found("He teaches at the University of Kentucky.")


def test_a_person_named_like_a_town_is_no_place() -> None:
    marked = found(
        "Doug Shelton was tried on Monday. Shelton said that he had paid. The judge asked Shelton again."
    )
    assert "Shelton" not in marked


def test_a_person_and_a_town_of_one_name_are_kept_apart() -> None:
    marked = found("John Houston, a lawyer, left early. The trial in Houston, Texas, went on in Houston.")
    assert near(marked["Houston"], 29.8, -95.4)


def test_a_street_is_a_place_without_a_point() -> None:
    assert found("The shop stands on Orlu Quay Road near the port.")["Orlu Quay Road"].latitude is None


def test_a_direction_before_a_name_keeps_its_point() -> None:
    assert near(
        found("They came from eastern Siberia and South Philadelphia.")["South Philadelphia"], 40, -75.2
    )


def test_those_who_live_in_a_state_or_region_point_to_it() -> None:
    assert near(found("Two Chechens and an Ohioan were heard.")["Chechens"], 43.3, 45.7)


def test_a_saints_day_is_no_place() -> None:
    assert not any("Michael" in words for words in found("They all went to St. Michael's on that day."))


def test_words_beside_a_town_that_the_parser_does_not_see_say_that_it_is_one() -> None:
    assert "Grapeland" in found("The Grapeland man was not hurt.")
