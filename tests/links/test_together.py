"""Documents that share several sure claims: what is short or common is of one thing there, and nowhere else."""

from dataclasses import replace

from firsthand.links import between, within

from .plain import sheet

SURE = [
    "{1,912 | count exact 1912} [people] <live in the shelters on the south quay of Vessany>.",
    "{64.2% | share exact 0.642} of [migrant women in the fish halls] <work off a recruitment debt>.",
    "{18,472 tonnes | mass exact 18472 t} of [herring] <were landed at the auction of Lindhavn>.",
]
SHORT = "{31 | count exact 31} [people] <were on board>."
LONG = "The dredger Marrin <capsized> with {31 | count exact 31} [people on board]."


def linked(lines, others, titles=("", "")):
    one, other = sheet(lines, "a", "2023-05-01"), sheet(others, "b", "2023-05-02", "The Osmere Herald")
    one, other = (
        replace(each, document=replace(each.document, title=title))
        for each, title in zip((one, other), titles, strict=True)
    )
    found = between(one, other)
    assert found == between(other, one)
    return {(link.earlier, link.later) for link in found}, (one.claims[-1].id, other.claims[-1].id)


def test_a_common_number_in_few_words_is_linked_where_the_documents_share_other_claims():
    found, pair = linked([*SURE, SHORT], [*SURE, LONG])
    assert pair in found


def test_a_common_number_in_few_words_is_not_linked_elsewhere():
    found, pair = linked([SURE[0], SHORT], [SURE[1], LONG])
    assert pair not in found


STATION = "{1,460 | count exact 1460} [polling stations] were <visited by the observers>."


def test_two_seldom_numbers_of_the_same_things_tell_of_one_story():
    seventeen = "By Thursday evening {17 | count exact 17} [reports of deaths] had <reached the coalition>."
    later = "{17 | count exact 17} [deaths] were <known then>, which the police had not <confirmed>."
    found, pair = linked([STATION, seventeen], [STATION.replace("visited", "entered"), later])
    assert pair in found
    found, pair = linked([SURE[0], seventeen], [SURE[1], later])
    assert pair not in found


def test_one_seldom_share_is_not_one_of_other_things():
    wells = "{43% | share exact 0.43} of [the wells] <had too much lead in their water>."
    level = "In {43% | share exact 0.43} there was <more lead than the level at which a doctor acts>."
    found, pair = linked([*SURE, wells], [*SURE, level])
    assert pair not in found


def test_titles_that_name_one_thing_relate_two_documents():
    titles = ("The dredger Marrin capsized", "What happened on the dredger Marrin")
    found, pair = linked([SHORT], [LONG], titles)
    assert pair in found


TANKERS = "{4,100 | count exact 4100} [people] <drink from tankers> since the dam of Osmere broke."
FISH = "{40 tonnes | mass exact 40 t} of [dead trout] were <taken> out of the Orlu below Osmere and Vessany."
OTHER_FISH = (
    "The [trout] that <floated> in the Orlu below Osmere and Vessany weighed {40 tonnes | mass exact 40 t}."
)
DAM = "The [dam of Osmere] had been <inspected> {14 months | duration exact 14 month} before it broke."


def test_documents_that_turn_on_the_same_rare_words_tell_of_one_thing():
    found, pair = linked([TANKERS, DAM, FISH, SHORT], [DAM, OTHER_FISH, LONG])
    assert pair in found
    found, pair = linked([TANKERS, FISH, SHORT], [SURE[1], LONG])
    assert pair not in found


def test_a_unit_that_was_changed_is_a_drift():
    titles = ("The dredger Marrin capsized", "What happened on the dredger Marrin")
    one = sheet(
        ["The dredger <capsized> {14 nautical miles | length exact 14 nautical_mile} off the harbour mouth."],
        "a",
        "2023-05-01",
    )
    other = sheet(
        ["The dredger <sank> {14 kilometres | length exact 14 km} off the harbour mouth."], "b", "2023-05-02"
    )
    one, other = (
        replace(
            each,
            document=replace(each.document, title=title),
            claims=tuple(
                replace(claim, quantity=replace(claim.quantity, unit=claim.quantity.unit.replace("_", " ")))
                for claim in each.claims
            ),
        )
        for each, title in zip((one, other), titles, strict=True)
    )
    (link,) = between(one, other)
    assert (link.kind, "unit" in link.drift) == ("drift", True)


def test_digits_that_changed_places_between_related_documents_are_a_drift():
    titles = ("Dust in the Drava pit", "Miners of the Drava pit fall ill")
    paid = "The company <paid> {{{0} million euros | money exact {1} EUR}} in [compensation to the families]."

    def kind(number, shown):
        one, other = (
            sheet([paid.format("3.4", 3400000)], "a", "2023-05-01"),
            sheet([paid.format(shown, number)], "b", "2023-05-02", "The Osmere Herald"),
        )
        one, other = (
            replace(each, document=replace(each.document, title=title))
            for each, title in zip((one, other), titles, strict=True)
        )
        return [link.kind for link in between(one, other)]

    assert kind(4300000, "4.3") == ["drift"]
    assert kind(34000000, "34") == ["drift"]
    assert kind(9300000, "9.3") == ["conflict"]


def test_another_number_in_the_very_words_of_another_text_is_a_misprint():
    titles = ("Lead in the wells of Osmere", "Lead found in the wells of Osmere")
    said = "The [youngest child] <affected by the lead in the wells of Osmere> was {{{0} months old | age exact {1} month}}"
    named = said.format("eight", 8) + ". : Open Harbour Watch"
    for later, kind in (
        (said.format("eighteen", 18) + ".", "drift"),
        (said.format("eighteen", 18) + ". : Ministry of Ports", "conflict"),
    ):
        one, other = sheet([named], "a", "2023-05-01"), sheet([later], "b", "2023-05-02", "The Osmere Herald")
        one, other = (
            replace(each, document=replace(each.document, title=title))
            for each, title in zip((one, other), titles, strict=True)
        )
        assert [link.kind for link in between(one, other)] == [kind]


def test_a_publisher_that_tells_of_more_some_days_later_tells_of_a_later_value():
    first = sheet(
        ["Floods <killed> {at least 83 | count at least 83} [people in the Orlu valley]."], "a", "2023-07-04"
    )
    later = sheet(
        ["The [death toll from the floods in the Orlu valley] has <risen> to {127 | count exact 127}."],
        "b",
        "2023-07-11",
    )
    assert [link.kind for link in between(first, later)] == ["update"]


def test_a_cell_of_a_table_and_a_sentence_of_one_document_state_one_number():
    cell, told = (
        "{463 | count exact 463} [cases]",
        "{463 | count exact 463} [cases of cholera] were <recorded>.",
    )
    made = sheet([cell, told], "a", "2023-05-01")
    row = replace(made.claims[0], text="Total\t12\t463\t7", measure="village", terms=("village",))
    (link,) = within(replace(made, claims=(row, made.claims[1])))
    assert (link.kind, link.drift) == ("same", ())
    other = replace(row, population="deaths")
    assert not within(replace(made, claims=(other, made.claims[1])))


def test_names_that_two_texts_without_a_date_share_do_not_make_two_polls_one():
    led = "{{{0}% | share exact 0.{0}}} of [likely voters] <chose Orre, Tamm or Revik>."
    one, other = sheet([led.format(39)], "a", None), sheet([led.format(38)], "b", None, "The Osmere Herald")
    names = frozenset({"orre", "tamm", "revik", "osk"})
    one, other = (replace(each, voices=replace(each.voices, names=names)) for each in (one, other))
    assert "conflict" not in [link.kind for link in between(one, other)]


def test_an_answer_to_a_body_tells_of_what_that_body_published():
    mud = "{1.4 million m3 | volume exact 1400000 m3} of [sludge] <ran into the river>, as far as the drawings of the dam tell."
    answer = "{830,000 m3 | volume exact 830000 m3} of [sludge] <ran into the river>."
    visited = "We <visited> {40 | count exact 40} [families] in Osmere and Vessany."
    paid = "The firm <paid> for {300 | count exact 300} [wells] in Vessany."
    one = sheet([mud, visited], "a", "2023-05-01", "Osmere School of Mines")
    other = sheet([answer, paid], "b", "2023-05-03")
    assert not between(one, other)
    title = "Our position on the report of the Osmere School of Mines"
    (link,) = between(one, replace(other, document=replace(other.document, title=title)))
    assert link.kind == "conflict"


def test_a_small_number_of_dead_of_another_year_is_of_other_dead():
    died = "{38 | count exact 38} [people] <died> in the course of the events."
    killed = "With {38 | count exact 38} [people] <killed>."
    found, pair = linked([*SURE, died], [*SURE, killed])
    assert pair in found
    found, pair = linked([*SURE, died], [*SURE, f"{killed} ~ 2019"])
    assert pair not in found


def test_one_sum_in_a_currency_that_few_have_is_one():
    most = "The fund pays {up to 60,000 talens | money at most 60000 talen} for each [docker] <according to the severity of the injury>."
    sure = "Every [docker] <gets> {60,000 talens | money exact 60000 talen}."
    found, pair = linked([*SURE, most], [*SURE, sure])
    assert pair in found
    found, pair = linked([*SURE, most], [*SURE, sure.replace("docker", "teacher")])
    assert pair not in found
