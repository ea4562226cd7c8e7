"""Odd records, made by Hypothesis: what a chart or a report may meet."""

from decimal import Decimal

from hypothesis import strategies as st

from firsthand.records import Claim, Document, Figure, Link, Origin, Original, Quantity, Span, Step

HEDGES = ("exact", "about", "at least", "at most", "more than", "less than", "range", "order of magnitude")
KINDS = ("press article", "report", "encyclopedia article", "testimony", "press release", "other")
DATES = (None, "2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31", "2024-13-45", "soon")
PERIODS = (
    *DATES,
    "2019/2023",
    "2024-WI",
    "2024-Q3",
    "2024-W05",
    "199",
    "P3Y",
    "2023/2019",
    "9999",
    "2019/P1Y",
)

ends = st.one_of(
    st.none(),
    st.integers(-10, 10).map(Decimal),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from([Decimal(text) for text in ("0", "1E+500", "-1E+400", "1E-400", "500000", "1E+15")]),
)
phrases = st.text(max_size=40)


@st.composite
def quantities(draw) -> Quantity | None:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    kind = draw(st.sampled_from(["count", "share", "money", "age"]))
    unit = draw(st.sampled_from(["", "USD", None, "kg"]))
    return draw(
        st.sampled_from([None, Quantity(Span(0, 1), kind, low, high, draw(st.sampled_from(HEDGES)), unit)])
    )


@st.composite
def cases(draw) -> tuple[Figure, dict[str, Claim], dict[str, Document], list[Link]]:
    """A figure with its claims, their documents and some links between them; there may be none of any."""
    documents = {
        f"d{n}": Document(
            f"d{n}", Original("x", "0" * 64, "text/plain", 1), "", (), draw(st.none() | phrases), draw(st.none() | phrases),
            kind=draw(st.sampled_from(KINDS)), published=draw(st.sampled_from(DATES)),
        )
        for n in range(draw(st.integers(1, 4)))
    }  # fmt: skip
    claims = {}
    for n in range(draw(st.integers(0, 5))):
        quantity = draw(quantities())
        chain = tuple(Step(draw(st.none() | phrases), "outlet") for _ in range(draw(st.integers(0, 3))))
        words = draw(phrases)
        claims[f"c{n}"] = Claim(
            f"c{n}", draw(st.sampled_from(sorted(documents))), Span(0, len(words)), words, quantity, draw(phrases) if quantity else None,
            "measure", None, None, None, draw(st.sampled_from(PERIODS)), chain, False, "repeated", draw(phrases),
        )  # fmt: skip
    names = sorted(claims)
    some = st.lists(st.sampled_from(names), unique=True) if names else st.just([])
    origins = tuple(Origin(draw(phrases), tuple(draw(some)), ()) for _ in range(draw(st.integers(0, 7))))
    links = [
        Link(a, b, "same", 0.5, (), ("why",)) for a in names for b in names if a != b and draw(st.booleans())
    ]
    return Figure("f", draw(phrases), "measure", None, tuple(names), origins), claims, documents, links
