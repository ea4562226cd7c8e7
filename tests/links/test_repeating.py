"""Who only repeats a number is no origin of its own."""

from dataclasses import replace

import pytest

from firsthand.links import voices
from firsthand.records import Step

from .dossier import settled
from .plain import sheet

COUNTED = "{473 | count exact 473} [foreign workers] <died at the port of Vessany> between 2019 and 2023. : Open Harbour Watch"
TOLD = COUNTED.replace("Open Harbour Watch", "Karvelian Dockers Front")
FEW = ("{473 | count exact 473}", "{9 | count exact 9}")


def released(line, document, day, house, kind="press release"):
    """A paper that a body issued and in which it speaks for itself."""
    made = sheet([line], document, day, house)
    issued = replace(made.document, kind=kind)
    return replace(made, document=issued, voices=voices(issued))


def origins(*sheets):
    return {origin.name for figure in settled(list(sheets))[0] for origin in figure.origins}


OWN = released(COUNTED, "a", "2024-03-11", "Open Harbour Watch", "report")


def test_a_release_that_gives_the_number_of_an_earlier_report_is_no_origin():
    later = released(TOLD, "b", "2024-05-02", "Karvelian Dockers Front")
    assert origins(OWN, later) == {"Open Harbour Watch"}


def test_what_is_credited_to_another_body_later_is_no_origin():
    assert origins(OWN, sheet([TOLD], "b", "2024-05-02", "The Osmere Herald")) == {"Open Harbour Watch"}


def test_who_spoke_first_is_the_origin():
    assert origins(OWN, released(TOLD, "b", "2024-01-02", "Karvelian Dockers Front")) == {
        "Karvelian Dockers Front"
    }


def test_another_number_is_of_another_origin():
    other = TOLD.replace("{473 | count exact 473}", "{391 | count exact 391}")
    assert len(origins(OWN, released(other, "b", "2024-05-02", "Karvelian Dockers Front"))) == 2


def test_a_number_whose_point_slipped_is_of_who_gave_the_right_one():
    slipped = TOLD.replace("{473 | count exact 473}", "{4,730 | count exact 4730}")
    assert origins(OWN, released(slipped, "b", "2024-05-02", "Karvelian Dockers Front")) == {
        "Open Harbour Watch"
    }


@pytest.mark.parametrize(("basis", "apart"), [("repeated", 1), ("witnessed", 2)])
def test_somebody_quoted_who_was_not_there_repeats_what_was_counted(basis, apart):
    made = sheet([TOLD], "b", "2024-05-02", "The Osmere Herald")
    step = Step("Hanna Oss", "witness")
    claims = tuple(replace(c, chain=(c.chain[0], step), basis=basis, spoken=True) for c in made.claims)
    assert len(origins(OWN, replace(made, claims=claims))) == apart


def test_small_numbers_agree_by_chance():
    few = released(COUNTED.replace(*FEW), "a", "2024-03-11", "Open Harbour Watch", "report")
    later = released(TOLD.replace(*FEW), "b", "2024-05-02", "Karvelian Dockers Front")
    assert len(origins(few, later)) == 2


def test_a_campaign_that_takes_up_what_a_newspaper_printed_is_no_origin():
    printed = sheet([COUNTED.partition(" : ")[0]], "a", "2024-03-11", "The Osmere Herald")
    page = released(TOLD, "b", "2024-05-02", "Karvelian Dockers Front", "other")
    assert origins(printed, page) == set()
    assert origins(printed, released(TOLD, "b", "2024-01-02", "Karvelian Dockers Front", "other")) == {
        "Karvelian Dockers Front"
    }


def test_a_name_that_is_part_of_another_is_the_same_origin():
    short = sheet([COUNTED.replace("Open Harbour Watch", "Harbour Police")], "a", "2024-03-11")
    full = sheet([COUNTED.replace("Open Harbour Watch", "Harbour Police of Vessany")], "b", "2024-03-12")
    assert origins(short, full) == {"Harbour Police of Vessany"}


def test_a_report_of_which_nobody_is_known_to_have_made_it_is_an_origin_by_its_title():
    made = sheet(
        ["{473 | count exact 473} [foreign workers] <died at the port of Vessany>."], "a", "2024-03-11"
    )
    issued = replace(made.document, kind="report", publisher=None, title="Situation report No. 4")
    claims = tuple(replace(claim, chain=(Step("Situation report No. 4", "report"),)) for claim in made.claims)
    assert origins(replace(made, document=issued, claims=claims)) == {"Situation report No. 4"}


def test_a_paper_without_a_kind_is_of_the_body_to_which_others_attribute_figures():
    line = COUNTED.partition(" : ")[0]
    made = sheet([line], "a", "2024-03-11", "Still Water")
    other = sheet([TOLD.replace("473", "391").replace("Karvelian Dockers Front", "Still Water")], "b")
    assert origins(made) == set()
    assert origins(made, other) == {"Still Water"}
    assert origins(sheet([line], "a", "2024-03-11", "Still Water Gazette"), other) == {"Still Water"}


@pytest.mark.parametrize(
    ("kind", "house", "media", "own"),
    [
        ("press article", "Ministry of Ports", "text/html", True),
        ("press article", "The Osmere Herald", "text/html", False),
        ("press article", "Dockers Front of Karvelia", "text/html", True),
        ("press article", "Quiet Water", "message/rfc822", True),
        ("other", "Joint Staff of Karvelia", "text/html", True),
        ("other", "Dockers Front of Karvelia", "text/html", False),
        ("other", "District Health Office Osmere", "text/html", True),
    ],
)
def test_what_a_body_puts_out_in_its_own_name_is_its_own(kind, house, media, own):
    made = released(COUNTED.partition(" : ")[0], "a", "2024-03-11", house, kind)
    original = replace(made.document.original, media_type=media)
    made = replace(made, document=replace(made.document, original=original, publisher=house))
    assert origins(made) == ({house} if own else set())


@pytest.mark.parametrize(("cited", "found"), [("report", {"Open Harbour Watch"}), ("press article", set())])
def test_a_reference_to_a_paper_of_a_body_says_whose_the_figure_is(cited, found):
    house = "Open Harbour Watch" if cited == "report" else "The Osmere Herald"
    paper = released("{12 | count exact 12} [ships] <burned>.", "a", "2024-03-11", house, cited)
    paper = replace(paper, document=replace(paper.document, title="Behind the Gate"))
    made = sheet([COUNTED.partition(" : ")[0]], "b", "2024-05-02", "Commonleaf")
    entry = Step(f"“Behind the Gate”. {house}. 11 March 2024.", "outlet")
    claims = tuple(replace(c, chain=(c.chain[0], entry), citations=("[2]",)) for c in made.claims)
    figures = settled([paper, replace(made, claims=claims)])[0]
    told = [figure for figure in figures if any(c.id in figure.claims for c in claims)]
    assert {origin.name for figure in told for origin in figure.origins} == found


def test_what_a_paper_takes_back_is_nobodys_figure():
    line = "Correction: in our story of Friday we stated that {473 | count exact 473} [foreign workers] <died at the port of Vessany>"
    assert origins(sheet([f"{line}. : Mara Lind"], "a", "2024-03-11")) == set()
    assert origins(sheet([TOLD.replace("Karvelian Dockers Front", "Mara Lind")], "a")) == {"Mara Lind"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "The packer had <signed for a debt> of {54,000 crowns | money exact 54000 crowns} with an agent in her own street.",
            {"a witness"},
        ),
        (
            "The packer had <signed for a debt> of {61,000 crowns | money exact 61000 crowns} with an agent in her own street.",
            {"Open Harbour Watch", "a witness"},
        ),
    ],
    ids=["the same sum", "another sum"],
)
def test_what_a_witness_tells_of_herself_is_of_the_witness(line, found):
    told = sheet(
        [
            "I had <signed for a debt> of {54,000 crowns | money exact 54000 crowns} with an agent in my own street."
        ],
        "b",
        "2024-05-02",
        "Radio Osmere",
    )
    step = Step("Hanna Oss", "witness")
    claims = tuple(replace(c, chain=(c.chain[0], step), basis="witnessed", spoken=True) for c in told.claims)
    report = released(line, "a", "2024-03-11", "Open Harbour Watch", "report")
    assert origins(report, replace(told, claims=claims)) == found


def test_the_work_of_a_body_is_no_part_of_its_name():
    line = TOLD.replace("Karvelian Dockers Front", "Karvelian Dockers Front survey")
    assert origins(sheet([line], "a", "2024-03-11")) == {"Karvelian Dockers Front"}


@pytest.mark.parametrize(("basis", "apart"), [("not named", 1), ("made", 2)])
def test_who_has_a_number_from_somebody_unnamed_is_no_origin_beside_who_gives_it(basis, apart):
    given = released(COUNTED.replace(*FEW), "b", "2024-05-02", "Open Harbour Watch", "report")
    passed = released(TOLD.replace(*FEW), "a", "2024-03-11", "Karvelian Dockers Front", "report")
    claims = tuple(replace(c, basis=basis) for c in passed.claims)
    found = origins(given, replace(passed, claims=claims))
    assert len(found) == apart
    assert "Open Harbour Watch" in found


def test_who_has_a_figure_from_another_by_its_own_paper_is_no_origin():
    passing = released(COUNTED, "a", "2024-03-11", "Karvelian Dockers Front", "report")
    credited = sheet([TOLD], "b", "2024-05-02", "The Osmere Herald")
    assert origins(passing, credited) == {"Open Harbour Watch"}


def test_who_also_counted_for_itself_stays_an_origin():
    mine = COUNTED.replace("{473 | count exact 473}", "{391 | count exact 391}").replace(
        " : Open Harbour Watch", ""
    )
    passing = released(COUNTED, "a", "2024-03-11", "Karvelian Dockers Front", "report")
    counting = released(mine, "c", "2024-03-12", "Karvelian Dockers Front", "report")
    credited = sheet([TOLD], "b", "2024-05-02", "The Osmere Herald")
    assert origins(passing, counting, credited) == {"Open Harbour Watch", "Karvelian Dockers Front"}


def test_an_office_that_bears_no_other_name_is_an_origin():
    assert origins(sheet([COUNTED.replace("Open Harbour Watch", "Treasury")], "a", "2024-03-11")) == {
        "Treasury"
    }
