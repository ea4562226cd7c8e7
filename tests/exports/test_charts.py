"""Every chart draws whatever the records say, says in words what it shows, and needs nothing from outside."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.exports.odd import cases

from firsthand.dossier import Dossier
from firsthand.exports import charts
from firsthand.exports.charts import dates, scale
from firsthand.records import Claim, Document, Figure, Origin, Original, Quantity, Span

CHARTS = {
    "drift": lambda figure, claims, documents, links: charts.drift(figure, claims, documents),
    "lineage": charts.lineage,
    "timeline": lambda figure, claims, documents, links: charts.timeline(claims.values(), documents),
    "spread": lambda figure, claims, documents, links: charts.spread(figure, claims),
    "independence": lambda figure, claims, documents, links: charts.independence([figure], claims, documents),
}


@pytest.fixture(scope="module")
def demo(demo_path):
    with Dossier.open(demo_path, writable=False) as opened:
        claims = {claim.id: claim for claim in opened.claims()}
        documents = {document.id: document for document in opened.documents()}
        figures = sorted(opened.figures(), key=lambda figure: -len(figure.claims))
        return figures, claims, documents, list(opened.links())


def check(chart: charts.Chart) -> None:
    json.dumps(chart.spec, allow_nan=False)
    drawing = json.dumps([{**layer, "data": None} for layer in chart.spec["layer"]])
    assert not [word for word in ("signal", "expr", "http", "href", "url") if word in drawing]
    assert sum(len(layer["data"]["values"]) for layer in chart.spec["layer"]) <= 2000
    assert chart.says.endswith(".")
    assert all(len(row) == len(chart.head) for row in chart.rows)


def texts(chart: charts.Chart) -> list[str]:
    drawn = etree.fromstring(charts.svg(chart).encode("utf-8", "replace"))
    return ["".join(each.itertext()) for each in drawn.iter("{*}text")]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_of_the_demo_is_an_image_with_its_words(name, demo):
    figures, claims, documents, links = demo
    chart = CHARTS[name](figures[0], claims, documents, links)
    check(chart)
    assert chart.rows
    drawn = etree.fromstring(charts.svg(chart).encode())
    assert drawn.get("role") == "img"
    assert drawn.get("aria-label") == chart.says
    assert not [each for each in drawn.iter() if each.tag.endswith(("script", "image", "foreignObject"))]
    assert charts.svg(chart) == charts.svg(chart)


@pytest.mark.parametrize("name", CHARTS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_a_chart_of_anything_has_a_specification_that_json_can_hold(name, case):
    check(CHARTS[name](*case))


@pytest.mark.parametrize("name", CHARTS)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_a_chart_of_anything_can_be_drawn(name, case):
    assert charts.svg(CHARTS[name](*case)).startswith("<svg")


def test_what_is_inside_a_chart_stays_text():
    figure, claims, documents = stated(
        (5, 5, "exact", "2024"), publisher='</text><script>alert(1)</script>"&'
    )
    drawn = charts.svg(charts.drift(figure, claims, documents))
    assert "<script" not in drawn
    assert etree.fromstring(drawn.encode()).get("role") == "img"


def test_words_that_look_like_attributes_are_left_alone():
    said = 'a role="x" fill="currentColor" b'
    figure, claims, documents = stated((5, 5, "exact", "2024"), publisher=said)
    drawn = texts(charts.drift(figure, claims, documents))
    assert any(words.startswith('a role="x" fill="curr') for words in drawn)


def stated(*rows, publisher=None):
    """A figure of one origin from rows of low, high, hedge and date of publication."""
    claims, documents = {}, {}
    for n, (low, high, hedge, published) in enumerate(rows):
        ends = [None if end is None else Decimal(end) for end in (low, high)]
        quantity = Quantity(Span(0, 1), "count", *ends, hedge)
        documents[f"d{n}"] = Document(
            f"d{n}",
            Original("x", "", "", 1),
            "",
            (),
            publisher=publisher or f"Outlet {n}",
            published=published,
        )
        claims[f"c{n}"] = Claim(
            f"c{n}", f"d{n}", Span(0, 1), "w", quantity, f"{hedge} {low} {high}", "boat", None, None, None, None, (), False, "repeated", "",
        )  # fmt: skip
    return (
        Figure("f", "boats", "boat", None, tuple(claims), (Origin("Harbour office", ("c0",), ()),)),
        claims,
        documents,
    )


def test_statements_stand_in_the_order_of_publication_and_the_undated_last():
    figure, claims, documents = stated(
        (1, 1, "exact", None), (2, 2, "exact", "2024-03"), (3, 3, "exact", "2020")
    )
    chart = charts.drift(figure, claims, documents)
    assert [row[1] for row in chart.rows] == ["Outlet 2", "Outlet 1", "Outlet 0"]
    assert {"undated", "4 years later"} <= set(texts(chart))


def test_an_open_end_is_drawn_open_and_a_bound_that_is_left_out_hollow():
    figure, claims, documents = stated((None, 40, "at most", "2024"), (70, None, "more than", "2024"))
    layers = charts.drift(figure, claims, documents).spec["layer"]
    arrows = [row["angle"] for layer in layers for row in layer["data"]["values"] if "angle" in row]
    hollow = [
        row["inside"] == "Canvas" for layer in layers for row in layer["data"]["values"] if "inside" in row
    ]
    assert (arrows, hollow) == ([-90, 90], [False, True])


def test_more_statements_than_fit_stand_for_those_that_say_the_same():
    figure, claims, documents = stated(*((n % 3, n % 3, "exact", "2024") for n in range(200)))
    chart = charts.drift(figure, claims, documents)
    assert len(chart.rows) == 200
    assert "drawn as one" in chart.says
    assert sum("more alike" in words for words in texts(chart)) >= 3


def test_lineage_draws_forty_documents_and_counts_the_rest():
    figure, claims, documents = stated(*((5, 5, "exact", "2024") for n in range(55)))
    chart = charts.lineage(figure, claims, documents, [])
    assert "15 later documents are not drawn" in chart.says
    assert len(chart.rows) == 41


def test_many_documents_on_one_origin_are_bars():
    figure, claims, documents = stated(*((5, 5, "exact", "2024") for n in range(300)))
    chart = charts.independence([figure], claims, documents)
    assert chart.rows == (("Harbour office", "1", "1"), ("no origin named", "299", "299"))
    assert "of 300 documents" in texts(chart)


@pytest.mark.parametrize(
    ("numbers", "unit", "kind", "ticks"),
    [
        (["64", "73"], "", "linear", ["64", "66", "68", "70", "72", "74"]),
        (["0.64"], "%", "linear", ["0%", "20%", "40%", "60%", "80%", "100%"]),
        (["18000000"], "", "linear", ["0", "5 million", "10 million", "15 million", "20 million"]),
        (["3", "900000"], "", "log", ["1", "100", "10,000", "1 million"]),
        ([], "", "linear", ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_a_number_line_has_round_ticks_and_room_for_all(numbers, unit, kind, ticks):
    line = scale.number_line(map(Decimal, numbers), unit)
    assert line.kind == kind
    assert [words for _, words in line.ticks] == ticks
    assert all(line.low <= Decimal(number) <= line.high for number in numbers)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024-WI", date(2024, 1, 1), date(2024, 12, 31)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("2024-W05", date(2024, 1, 29), date(2024, 2, 4)),
    ],
)
def test_a_period_is_drawn_as_long_as_it_is(value, first, last):
    assert dates.days(value) == (first, last)
