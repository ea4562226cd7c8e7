"""What people decide about figures and origins holds, the latest word first, and can be taken back."""

from dataclasses import replace

from firsthand.links import FIGURE, ORIGIN, judgement_value, settle
from firsthand.records import Judgement

from .dossier import Sheets
from .plain import sheet
from .test_settle import BARE, DEATHS, DEBT, OTHER


def judged(kind, subject, other, together, at="2024-05-01T10:00:00+00:00", words=()):
    value = judgement_value(other, together=together, words=words)
    return Judgement(f"{kind}{subject}{other}{at}", subject, kind, value, "R1", at)


def figures(sheets, *judgements):
    view = Sheets(sheets)
    view.judged = sorted(judgements, key=lambda judgement: judgement.at, reverse=True)
    return list(settle(view)[0])


def pair():
    return [sheet([DEBT], "a", "2024-03-11"), sheet([BARE], "b", "2024-03-12", "The Osmere Herald")]


def test_claims_put_apart_are_two_figures_until_they_are_put_together():
    sheets = pair()
    one, other = (made.claims[0].id for made in sheets)
    before = figures(sheets)
    apart = judged(FIGURE, one, other, False)
    assert len(before) == 1
    assert sorted(figure.claims for figure in figures(sheets, apart)) == sorted([(one,), (other,)])
    again = judged(FIGURE, other, one, True, "2024-05-02T10:00:00+00:00")
    assert [figure.claims for figure in figures(sheets, apart, again)] == [figure.claims for figure in before]


def test_claims_put_apart_are_not_joined_through_a_third():
    sheets = [*pair(), sheet([DEBT], "c", "2024-03-13", "The Quay Gazette")]
    one, other = (made.claims[0].id for made in sheets[:2])
    found = figures(sheets, judged(FIGURE, one, other, False))
    assert not any({one, other} <= set(figure.claims) for figure in found)


def test_claims_put_together_are_one_figure():
    sheets = [
        sheet([DEBT], "a"),
        sheet(["{Two thirds | share about 0.6667} of [the women] <owe him money>."], "b"),
    ]
    ids = sorted(made.claims[0].id for made in sheets)
    assert len(figures(sheets)) == 2
    assert [figure.claims for figure in figures(sheets, judged(FIGURE, *ids, True))] == [tuple(ids)]


def test_a_decision_finds_its_words_after_a_new_extraction():
    sheets = pair()
    one, other = (made.claims[0] for made in sheets)
    gone = judged(FIGURE, "0123456789abcdef", other.id, False, words=(one.text, other.text))
    assert len(figures(sheets, gone)) == 2
    lost = judged(FIGURE, "0123456789abcdef", other.id, False, words=("words that are not there", other.text))
    assert len(figures(sheets, lost)) == 1


def test_two_names_are_one_origin_by_a_persons_word():
    sheets = [
        sheet([DEATHS], "a", "2024-03-11"),
        sheet([OTHER.replace("41", "73")], "b", "2024-03-12", "The Osmere Herald"),
    ]
    assert {origin.name for figure in figures(sheets) for origin in figure.origins} == {
        "Open Harbour Watch",
        "Ministry of Ports",
    }
    found = figures(sheets, judged(ORIGIN, "Open Harbour Watch", "Ministry of Ports", True))
    assert len({origin.name for figure in found for origin in figure.origins}) == 1
    assert any(
        "decision of a reviewer" in why
        for figure in found
        for origin in figure.origins
        for why in origin.because
    )


def test_a_person_is_not_the_body_by_a_persons_word():
    line = DEBT.replace(": Open Harbour Watch", ": Edda Corlin")
    spokesman = "Edda Corlin, director of Open Harbour Watch, read the report.\n\n"
    sheets = [sheet([line], "a"), sheet([DEBT], "b", None, "The Osmere Herald")]
    text = sheets[0].document.text + spokesman
    from firsthand.links import voices
    from firsthand.records import Span, Zone

    document = replace(sheets[0].document, text=text, zones=(Zone(Span(0, len(text)), "main"),))
    sheets[0] = replace(sheets[0], document=document, voices=voices(document))
    assert len(figures(sheets)[0].origins) == 1
    found = figures(sheets, judged(ORIGIN, "Edda Corlin", "Open Harbour Watch", False))
    assert {origin.name for figure in found for origin in figure.origins} == {
        "Edda Corlin",
        "Open Harbour Watch",
    }
