"""Shared passages and fingerprints: what is found, exactly where, and what is not a passage."""

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.links import fingerprints, passages
from firsthand.links.words import spelled, words_of
from firsthand.records import Document, Original, Span, Zone

QUOTE = (
    "The foreman put their hands into the brine to wake them, Nessa recalled, and wrote 1,200 crates "
    "into his ledger as if twelve strangers had packed them before breakfast"
)
ONE = "Snow fell on Vessany for three days. " + QUOTE + ". The ferry to Lindhavn was cancelled."
VOCABULARY = [
    "harbour",
    "brine",
    "ledger",
    "foreman",
    "crate",
    "winter",
    "Vessany",
    "1,200",
    "ferry",
    "parish",
    "widow",
    "herring",
    "quay",
    "debt",
]


def plain(text, name="a", zones=None):
    size = len(text)
    zones = zones or (Zone(Span(0, size), "main"),)
    return Document(name, Original(name, name, "text/plain", size), text, zones)


def found(one, other):
    return passages(plain(one, "a"), plain(other, "b"))


def test_a_passage_stands_at_the_same_words_in_both():
    [reuse] = found(ONE, "Elsewhere the sun shone. " + QUOTE + " that morning.")
    assert reuse.a.span.of(ONE) == QUOTE
    assert reuse.words == len(QUOTE.split())


def test_thousands_marks_case_and_quotation_marks_do_not_hide_a_passage():
    other = "“" + QUOTE.replace("1,200", "1200").upper() + "”"
    assert len(found(ONE, other)) == 1


def test_a_cut_joins_both_halves():
    other = QUOTE.replace("and wrote 1,200 crates into his ledger as if", "(…)")
    [reuse] = found(ONE, other)
    assert reuse.b.span == Span(0, len(other))
    assert reuse.a.span.of(ONE) == QUOTE


def test_words_in_brackets_do_not_split_a_passage():
    other = QUOTE.replace("to wake them", "to [have] wake [all of] them")
    [reuse] = found(ONE, other)
    assert reuse.a.span.of(ONE) == QUOTE


def test_small_equal_pieces_between_edits_of_both_sides_count():
    one = "As a rule, tide and famine drove a cooper called Ambrose to the salt harbour."
    other = "As a rule, fog and famine brought a cooper called Ambrose to the salt harbour."
    [reuse] = found("Nothing else was known. " + one, "It rained for a week. " + other)
    assert reuse.b.span.of("It rained for a week. " + other) == other[:-1]


def test_a_story_told_anew_in_other_words_is_one_passage():
    one = (
        "The herring fleet left Vessany before dawn, although the coast guard had warned every skipper of the gale. "
        "Eleven trawlers turned back within an hour, and two of them lost their winches on the Orlu bar. "
        "Widows of the drowned later sued the harbour board for the unlit beacon."
    )
    other = (
        "Before dawn the herring fleet left Vessany; nobody listened when the coast guard had warned of a storm. "
        "Within an hour eleven trawlers turned back, and on the Orlu bar two boats lost their winches. "
        "Years on, widows of the drowned took to court the harbour board for the unlit beacon."
    )
    [reuse] = found(one, other)
    assert reuse.words >= 22
    half = other.split(".")[0]
    assert found(one, half) == ()


def test_common_words_are_no_passage():
    assert (
        found(
            "It was one of the first of all of these in the way",
            "He said it was one of the first of all of these",
        )
        == ()
    )


def test_a_short_run_counts_in_quotation_marks_only():
    rare = "brine froze every widow's wounded fingers"
    assert found(f"Then {rare} quickly.", f"Again {rare} slowly.") == ()
    assert len(found(f"“{rare},” she said.", f"He wrote: “{rare}.”")) == 1


def test_a_changed_number_is_not_the_same_sentence():
    one = "Orlu sold 4,211 crates of herring to Sundmark"
    other = "Orlu sold 9,870 crates of herring to Sundmark"
    assert found(one, other) == ()


def test_furniture_is_no_passage():
    zones = (Zone(Span(0, len(ONE)), "boilerplate"),)
    assert passages(plain(ONE, "a", zones), plain(ONE, "b")) == ()
    assert fingerprints(plain(ONE, "a", zones)) == {}


def test_fingerprints_are_the_same_everywhere():
    prints = fingerprints(plain("Herring crates froze on quays"))
    assert prints == {-3391792698752372866: 1.0}
    assert fingerprints(plain("at the end of the day and the")) == {}
    assert all(-(2**63) <= value < 2**63 for value in fingerprints(plain(ONE)))


def test_a_shared_run_of_seven_words_shares_a_fingerprint():
    one = fingerprints(plain(ONE))
    other = fingerprints(plain("Rain. The foreman put their hands into the brine. Sun."))
    assert set(one) & set(other)


sentences = st.lists(st.sampled_from(VOCABULARY), min_size=0, max_size=60).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(sentences, sentences)
def test_the_ends_of_a_passage_are_equal_words_and_sides_do_not_matter(one, other):
    there = passages(plain(one, "a"), plain(other, "b"))
    assert there == passages(plain(other, "b"), plain(one, "a"))
    for reuse in there:
        a, b = reuse.a.span.of(one).split(), reuse.b.span.of(other).split()
        assert spelled(a[0]) == spelled(b[0])
        assert spelled(a[-1]) == spelled(b[-1])
        assert 6 <= reuse.words <= min(len(a), len(b))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_words_stand_where_they_say(text):
    words = words_of(plain(text))
    for word, start, end in zip(words.spelling, words.starts, words.ends, strict=True):
        assert spelled(text[start:end]) == word


def test_long_texts_take_linear_time():
    import time

    text = " ".join(f"word{number % 5000} of crate {number}" for number in range(20_000))
    start = time.process_time()
    passages(plain(text, "a"), plain(text[::-1], "b"))
    assert time.process_time() - start < 5
