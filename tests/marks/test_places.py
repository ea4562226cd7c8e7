"""Places: what is marked, and where an ambiguous name goes."""

from __future__ import annotations

from firsthand.language import parse
from firsthand.marks import places
from firsthand.marks.gazetteer import named, towns
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
    for entries in (*named().values(), *towns().values()):
        for entry in entries:
            assert -90 <= entry.latitude <= 90
            assert -180 <= entry.longitude <= 180
