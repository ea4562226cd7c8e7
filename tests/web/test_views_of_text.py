"""A document's words on the page: nothing is lost or made up, whatever overlaps, hides or is hostile."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.made import arrival, extraction

from firsthand.records import Document, Original, Passage, Reuse, Reviewed, Span, Zone
from firsthand.web.templating import environment
from firsthand.web.views.cast import cast
from firsthand.web.views.segments import lines, segments
from firsthand.web.views.stretches import number_of, stretches
from firsthand.web.views.underlines import Underline, gathered, underlines
from firsthand.web.views.visible import pieces, plain
from firsthand.web.views.written import written

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab \n\r\t<>&\"'\u202e\u200b\x00א中"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=80,
)


@st.composite
def text_with_marks(draw):
    text = draw(TEXTS)
    places = st.integers(-3, len(text) + 3)
    marks = draw(st.lists(st.builds(Span, places, places), max_size=8))
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text)))), marks


@given(text_with_marks())
def test_the_pieces_of_a_stretch_are_the_stretch(given_):
    text, within, marks = given_
    found = list(segments(within, marks))
    assert "".join(each.span.of(text) for each in found) == within.of(text)
    assert all(each.span.start < each.span.end for each in found)


@given(text_with_marks())
def test_a_mark_covers_exactly_its_words(given_):
    _, within, marks = given_
    found = list(segments(within, marks))
    for number, mark in enumerate(marks):
        covered = {
            place for each in found if number in each.marks for place in range(each.span.start, each.span.end)
        }
        assert covered == set(range(max(mark.start, within.start), min(mark.end, within.end)))
        begins = [each.span.start for each in found if number in each.begins]
        assert begins == ([mark.start] if covered and mark.start >= within.start else [])


@given(text_with_marks())
def test_the_lines_of_a_stretch_are_the_stretch_and_end_with_a_line(given_):
    text, within, marks = given_
    found = list(lines(text, within, marks))
    assert "".join(each.span.of(text) for line in found for each in line.segments) == within.of(text)
    assert all("\n" in line.span.of(text)[-1] or line.span.of(text)[-1] == "\r" for line in found[:-1])
    begun = [number for line in found for each in line.segments for number in each.begins]
    assert len(begun) == len(set(begun))


@given(st.text("ab \n", max_size=400), st.integers(4, 40))
def test_the_stretches_of_a_text_are_the_text_and_not_too_long(text, longest):
    parts = stretches(text, longest)
    assert "".join(part.of(text) for part in parts) == text
    assert all(part.end - part.start <= longest + longest // 4 for part in parts)
    for place in range(len(text)):
        part = parts[number_of(parts, place)]
        assert part.start <= place < part.end


@given(st.text("ab \n", max_size=300), st.lists(st.integers(0, 300), max_size=40))
def test_stretches_are_the_text_wherever_marks_crowd(text, places):
    marked = sorted(place for place in places if place < len(text)) * 600
    parts = stretches(text, 10_000, sorted(marked))
    assert "".join(part.of(text) for part in parts) == text
    assert all(part.start < part.end for part in parts) or not text


def test_where_marks_crowd_a_stretch_is_short():
    text = "12 " * 3000
    parts = stretches(text, 10_000, range(0, 9000, 3))
    assert [len(part.of(text)) for part in parts] == [3600, 3600, 1800]


def test_a_stretch_ends_with_a_paragraph():
    text = "\n\n".join("word " * 30 for _ in range(40))
    parts = stretches(text, 1000)
    assert len(parts) > 5
    assert all(part.of(text).endswith("\n\n") for part in parts[:-1])


@given(st.text())
def test_no_character_that_turns_or_hides_is_shown_as_itself(text):
    assert "".join(piece.text for piece in pieces(text)) == text
    shown = plain(text)
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", shown
    )


def test_what_hides_has_a_name():
    (sign,) = [piece for piece in pieces("gpj\u202efdp") if piece.sign]
    assert (sign.sign, sign.name) == ("U+202E", "right-to-left override")


class _Text(HTMLParser):
    """The words of a page as a browser reads them, without what the page adds; and how its elements nest."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words, self.open, self.added = [], [], 0

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        assert tag in ("p", "a", "span"), tag
        assert not (tag == "a" and "a" in [name for name, _ in self.open])
        assert all(
            name in ("class", "dir", "id", "href", "title", "aria-label", "aria-current") for name in names
        )
        own = set((names.get("class") or "").split()) & {"who", "copies", "zone-name", "sign"}
        self.open.append((tag, bool(own)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if self.open and not any(added for _, added in self.open):  # between paragraphs it is not shown
            self.words.append(data)


def _page(document, stretch, found):
    template = environment().from_string(
        "{% import 'parts/text.html' as text %}{% for groups in found %}{{ text.line(document, groups, '') }}{% endfor %}"
    )
    return template.render(document=document, found=written(document, stretch, found))


@settings(max_examples=60, deadline=None)
@given(
    text_with_marks(),
    st.lists(
        st.sampled_from(["zone", "claim", "figure", "quotation", "copied", "here"]), min_size=8, max_size=8
    ),
)
def test_a_page_shows_the_words_of_the_document_and_is_well_formed(given_, layers):
    text, within, marks = given_
    document = Document("d1", Original("a", "0", "text/plain", 0), text, ())
    speaker = cast(()).by_key.get("")
    found = [
        Underline(span, layer, "<b>", '"><script>', "c1" if layer in ("claim", "figure") else "", speaker)
        for span, layer in zip(marks, layers, strict=False)
    ]  # fmt: skip
    read = _Text()
    read.feed(_page(document, within, found))
    read.close()
    expected = "".join(piece.text for piece in pieces(within.of(text)) if not piece.sign)
    assert "".join(read.words) == expected
    assert "<script>" not in _page(document, within, found)


def test_no_link_stands_in_another_one():
    found = _found()
    speaker = cast(found.marks.attributions).speakers[0]
    document = replace(found.document, text="forty boats of the port left", zones=())
    made = [
        Underline(Span(0, 28), "claim", claim="c1"),
        Underline(Span(6, 20), "quotation", speaker=speaker),
        Underline(Span(12, 20), "copied"),
    ]
    read = _Text()
    page = _page(document, Span(0, 28), made)
    read.feed(page)
    assert "".join(read.words) == document.text
    assert page.count('class="opens"') == 3
    assert page.count('class="who') == page.count('class="copies"') == 1


def _found():
    file = arrival("courier.txt", "Halden harbour", 3)
    original = Original(file.name, "0" * 64, "text/plain", 1)
    return extraction(original, file.content)


def test_everything_that_was_found_is_underlined():
    found = _found()
    whole = Span(0, len(found.document.text))
    made = underlines(found.document, found.marks, found.claims, (), cast(found.marks.attributions))
    layers = {each.layer for each in made}
    assert layers == {
        "zone",
        "claim",
        "figure",
        "quotation",
        "speaker",
        "time",
        "place",
        "identifier",
        "known",
    }
    figures = [each for each in made if each.layer == "figure"]
    assert [each.claim for each in figures] == [claim.id for claim in found.claims]
    opened = {group.claim for line in written(found.document, whole, made) for group in line}
    assert opened == {"", *(claim.id for claim in found.claims)}


def test_a_figure_without_a_claim_opens_nothing():
    found = _found()
    made = underlines(found.document, found.marks, (), (), cast(()))
    assert {(each.claim, each.kind) for each in made if each.layer == "figure"} == {("", "unclaimed")}


def test_what_a_reviewer_said_of_a_claim_is_seen():
    found = _found()
    first, second, third = found.claims
    claims = (
        replace(first, reviewed=Reviewed("rejected")),
        replace(second, reviewed=Reviewed(None, ("place",))),
        third,
    )
    made = underlines(found.document, found.marks, claims, (), cast(()))
    assert [each.kind for each in made if each.layer == "figure"] == ["rejected", "corrected", ""]
    assert [each.kind for each in made if each.layer == "claim"] == ["rejected", "corrected", ""]


def test_speakers_have_letters_in_the_order_of_their_words_and_one_for_each_voice():
    found = _found()
    first = found.marks.attributions[0]
    other = replace(first, source=replace(first.source, resolved="Tove Lindqvist"))
    again = replace(first, source=replace(first.source, resolved="Iven  Marrow"))
    made = cast((first, other, again, replace(first, source=None)))
    assert [(each.letter, each.name, each.count) for each in made.speakers] == [
        ("A", "Iven Marrow", 2), ("B", "Tove Lindqvist", 1),
    ]  # fmt: skip
    assert made.of(replace(first, source=None)) is None


def test_copies_that_overlap_are_one_passage():
    def reuse(start, end, other):
        return Reuse(Passage("d1", Span(start, end)), Passage(other, Span(0, end - start)), 9)

    made = list(gathered((reuse(0, 10, "d2"), reuse(5, 20, "d3"), reuse(20, 30, "d2"))))
    assert [(each.span, each.others) for each in made] == [(Span(0, 20), 2), (Span(20, 30), 1)]


def test_a_zone_is_named_where_it_begins_and_at_the_head_of_a_part():
    original = Original("a", "0", "text/plain", 0)
    document = Document("d1", original, "one two three", (Zone(Span(0, 13), "comments"),))
    found = [Underline(Span(0, 13), "zone", "comments")]
    for stretch in (Span(0, 13), Span(4, 13)):
        assert _page(document, stretch, found).count("zone-name") == 1
