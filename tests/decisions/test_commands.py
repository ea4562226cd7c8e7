"""What a person decides on the command line holds everywhere, is told in the history, and can be taken back."""

import json
import shutil
from decimal import Decimal

import pytest
from tests.commands import done

from firsthand.dossier import Dossier, corrections, extraction
from firsthand.errors import WrongUse
from firsthand.records import Claim, Quantity, Span, Step

WIRE = """Girls work at night in Vessany, report says

VESSANY, March 4, 2024 (MPA) - Girls as young as 14 work on the night shift in the halls of Vessany, according to a report by Open Harbour Watch.

At least 340 deckhands were held on boats off Vessany last year, the report said.
"""

COURIER = """Night shift in the halls

By Tomas Reek
5 March 2024

Girls as young as 11 work on the night shift in the halls of Vessany, a report by Open Harbour Watch said on Monday.

Some 340 deckhands were held on boats off Vessany last year, the group said.
"""

GAZETTE = """Held off Vessany

7 March 2024

At least 340 deckhands were held on boats off Vessany last year, according to Open Harbour Watch.
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A dossier of three short documents; tests only copy it."""
    place = tmp_path_factory.mktemp("small")
    for name, text in (("wire.txt", WIRE), ("courier.txt", COURIER), ("gazette.txt", GAZETTE)):
        (place / name).write_text(text, "utf-8")
    with Dossier.create(place / "small.dossier") as made:
        made.add([place / name for name in ("wire.txt", "courier.txt", "gazette.txt")])
    return place / "small.dossier"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, small):
    """Run a command on a copy of the small dossier; gives the exit status, what was printed and the messages."""
    shutil.copy(small, tmp_path / "a.dossier")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIRSTHAND_REVIEWER", "Heron")

    return lambda command, *words: done((command, "a.dossier", *words), monkeypatch, capsys)


def everything(run):
    return json.loads(run("findings", "--json")[1])


def claim(content, number):
    return next(each for each in content["claims"] if (each["quantity"] or {}).get("text") == number)


def lines(run, *words):
    return [json.loads(line) for line in run("history", *words, "--json")[1].splitlines()]


def test_a_value_that_was_set_right_changes_links_figures_and_findings_until_it_is_taken_back(run):
    before = everything(run)
    (conflict,) = (f for f in before["findings"] if "as young as 11" in f["says"] and f["kind"] == "conflict")
    younger = claim(before, "as young as 11")
    status, told, _ = run(
        "correct", younger["id"], "--low", "14", "--why", "misprint, see the print of 12 March"
    )
    assert (status, told) == (0, f"claim {younger['id'][:8]}: the number is 14 to open year (at least)\n")
    after = everything(run)
    assert conflict["says"] not in [finding["says"] for finding in after["findings"]]
    reviewed = claim(after, "as young as 11")["reviewed"]
    assert reviewed["corrected"] == ["value"]
    assert reviewed["value"]["low"] == "14"
    assert claim(after, "as young as 11")["text"] == younger["text"]
    reasons = " ".join(reason for link in after["links"] for reason in link["because"])
    assert "“as young as 11 [set right: at least 14]”" in reasons
    (said,) = lines(run, younger["id"])
    assert (said["reviewer"], said["reason"], said["state"]) == (
        "Heron",
        "misprint, see the print of 12 March",
        "holds",
    )
    assert run("undo")[0] == 0
    again = everything(run)
    assert again["findings"] == before["findings"]
    assert again["links"] == before["links"]
    assert [line["state"] for line in lines(run, younger["id"])] == ["holds", "taken back"]
    assert run("undo")[0] == 2


def test_a_rejected_claim_is_in_no_figure_link_or_finding_and_still_listed(run):
    younger = claim(everything(run), "as young as 11")
    assert run("reject", younger["id"])[0] == 0
    after = everything(run)
    assert claim(after, "as young as 11")["reviewed"]["standing"] == "rejected"
    assert not [f for f in after["figures"] for c in f["claims"] if c["claim"] == younger["id"]]
    assert not [link for link in after["links"] if younger["id"] in (link["earlier"], link["later"])]
    assert "as young as 11" not in json.dumps(
        [f["evidence"] for f in after["findings"] if f["kind"] == "conflict"]
    )
    assert "rejected" in run("show", younger["id"])[1]


def test_a_link_that_does_not_hold_is_hidden_and_so_are_those_between_claims_put_apart(run):
    first, second, *_ = everything(run)["links"]
    for pair in (first, second):
        assert pair["earlier"] != pair["later"]
    assert run("reject", first["earlier"], "--link", first["later"])[0] == 0
    assert run("decide", second["earlier"], second["later"], "--apart", "--why", "two ports")[0] == 0
    left = [{link["earlier"], link["later"]} for link in everything(run)["links"]]
    assert {first["earlier"], first["later"]} not in left
    assert {second["earlier"], second["later"]} not in left
    shown = run("show", second["earlier"])[1]
    assert f"claim, {second['later'][:8]}" not in shown
    assert run("decide", second["earlier"], second["later"], "--together")[0] == 0
    (sure,) = (
        link
        for link in everything(run)["links"]
        if {link["earlier"], link["later"]} == {second["earlier"], second["later"]} and link["weight"] == 1
    )
    assert sure["because"] == ["by the decision of a reviewer"]


def test_a_rejected_finding_goes_and_comes_back(run):
    before = everything(run)["findings"]
    assert run("reject", "1", "--why", "known")[0] == 0
    assert everything(run)["findings"] == before[1:]
    assert before[1]["says"][:30] in " ".join(run("show", "1")[1].split())
    assert run("undo")[0] == 0
    assert everything(run)["findings"] == before


def test_a_claim_is_set_apart_from_its_figure(run):
    figure = max(everything(run)["figures"], key=lambda figure: len(figure["claims"]))
    one = figure["claims"][0]["claim"]
    status, told, _ = run("decide", one, "--apart")
    assert (status, told) == (0, f"{one} is set apart from {len(figure['claims']) - 1} other claims\n")
    (alone,) = (f for f in everything(run)["figures"] if one in [c["claim"] for c in f["claims"]])
    assert len(alone["claims"]) == 1
    assert run("undo")[0] == 0
    assert max(len(f["claims"]) for f in everything(run)["figures"]) == len(figure["claims"])


def test_decisions_survive_a_new_extraction(run, monkeypatch):
    younger = claim(everything(run), "as young as 11")
    run("correct", younger["id"], "--value", "14", "--place", "Vessany")
    run("accept", younger["id"])
    monkeypatch.setattr(extraction, "EXTRACTION", extraction.EXTRACTION + 1)
    assert run("update")[0] == 0
    reviewed = claim(everything(run), "as young as 11")["reviewed"]
    assert (reviewed["standing"], reviewed["corrected"]) == ("accepted", ["value", "place"])
    assert run("verify")[0] == 0


def test_a_stretch_gets_another_role_and_its_claims_go(run):
    younger = claim(everything(run), "as young as 11")
    words = younger["text"][:40]
    assert (
        run("correct", younger["document"], "--zone", words, "comments", "--why", "a reader's letter")[0] == 0
    )
    after = everything(run)
    assert not [each for each in after["claims"] if each["text"] == younger["text"]]
    assert run("undo")[0] == 0
    assert [each for each in everything(run)["claims"] if each["text"] == younger["text"]]


def test_what_cannot_be_decided_is_said_and_nothing_is_kept(run):
    content = everything(run)
    some = claim(content, "as young as 11")
    wrong = [
        ("accept", "ffffffff"),
        ("reject", some["document"]),
        ("reject", some["id"], "--link", some["id"]),
        ("correct", some["id"]),
        ("correct", some["id"], "--value", "many"),
        ("correct", some["id"], "--title", "A title"),
        ("correct", some["document"], "--value", "41"),
        ("correct", some["document"], "--zone", "words that stand nowhere", "main"),
        ("correct", some["document"], "--zone", some["text"][:30], "poem"),
        ("decide", some["id"], "--together"),
        ("undo", some["id"]),
        ("merge", "nowhere.dossier"),
    ]
    for words in wrong:
        status, _, said = run(*words)
        assert status == 2, words
        assert said.startswith("firsthand: ")
    assert not lines(run)


def test_copies_are_merged_and_conflicts_told(run, tmp_path, monkeypatch):
    shutil.copy(tmp_path / "a.dossier", tmp_path / "b.dossier")
    some = claim(everything(run), "as young as 11")
    assert run("correct", some["id"], "--period", "2019")[0] == 0
    with Dossier.open(tmp_path / "b.dossier") as other:
        other.reviewer = "Ibis"
        other.correct(some["id"], period="2020", later=True)
        other.accept(some["id"])
    status, told, _ = run("merge", "b.dossier")
    assert status == 1
    assert "0 documents, 2 decisions" in told
    assert "Ibis" in told
    assert "two copies disagree" in " ".join(told.split())
    assert claim(everything(run), "as young as 11")["period"] == some["period"]
    assert {line["state"] for line in lines(run, some["id"])} == {"conflict", "holds"}
    assert run("correct", some["id"], "--period", "2020")[0] == 0
    assert run("merge", "b.dossier")[0] == 0


CASES = {
    "41,000": ("value", "41000", "41000"),
    "60%": ("value", "0.6", "0.6"),
    "1 200": ("value", "1200", "1200"),
    "-5": ("value", "-5", "-5"),
    "": ("low", None, "9"),
    "open": ("high", "7", None),
    "8": ("low", "8", "9"),
}


def stated():
    quantity = Quantity(Span(0, 3), "count", Decimal(7), Decimal(9), "range")
    return Claim(
        "c", "d", Span(0, 9), "7-9 boats", quantity, "7-9", "sank", "boats", None, None, None, (Step("A Paper", "outlet"),),
        False, "not named", "",
    )  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), CASES.items())
def test_numbers_as_they_are_typed(typed, said):
    field, low, high = said
    value = json.loads(corrections.of_claim(stated(), {field: typed})["claim.value"])
    assert (value["low"], value["high"]) == (low, high)


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("value", "some", "not a number"),
        ("low", "10", "exchange them"),
        ("hedge", "perhaps", "the hedges are"),
        ("period", "last week", "2019-05-20"),
        ("role", "poet", "the roles are"),
        ("measure", " ", "cannot be empty"),
        ("chain", "Open Harbour Watch", "from the outlet to the furthest"),
        ("colour", "red", "what can"),
    ],
)
def test_what_cannot_be_is_explained(field, typed, says):
    with pytest.raises(WrongUse, match=says):
        corrections.of_claim(stated(), {field: typed})


@pytest.mark.parametrize(
    ("said", "chain"),
    [
        ({"speaker": "Open Harbour Watch"}, [("A Paper", "outlet"), ("Open Harbour Watch", "organisation")]),
        ({"speaker": "", "role": "unnamed"}, [("A Paper", "outlet"), (None, "unnamed")]),
        (
            {"chain": "A Paper (outlet) > - (witness)"},
            [("A Paper", "outlet"), (None, "witness")],
        ),
    ],
)
def test_voices_as_they_are_typed(said, chain):
    value = json.loads(corrections.of_claim(stated(), said)["claim.chain"])
    assert [(step["name"], step["role"]) for step in value] == chain


def test_a_decision_whose_words_are_gone_is_listed_and_holds_again_when_they_are_back(
    run, tmp_path, monkeypatch
):
    some = claim(everything(run), "as young as 11")
    run("correct", some["id"], "--period", "2020")
    make = extraction.claims.make
    monkeypatch.setattr(
        extraction.claims,
        "make",
        lambda *parts: tuple(each for each in make(*parts) if each.text != some["text"]),
    )
    monkeypatch.setattr(extraction, "EXTRACTION", extraction.EXTRACTION + 1)
    run("update")
    (line,) = lines(run)
    assert (line["state"], line["subject"], line["words"]) == ("waiting", None, [some["text"]])
    monkeypatch.undo()
    with Dossier.open(tmp_path / "a.dossier") as dossier:
        dossier.update()
        assert [each.state for each in dossier.decisions().rows] == ["holds"]


def test_what_was_kept_and_not_yet_worked_out_is_worked_out_by_the_next_who_asks(run, tmp_path):
    some = claim(everything(run), "as young as 11")
    with Dossier.open(tmp_path / "a.dossier") as dossier:
        dossier.correct(some["document"], title="Another title", later=True)
        dossier.correct(some["id"], period="2019", later=True)
        assert not dossier.is_settled()
    after = everything(run)
    assert "Another title" in [document["title"] for document in after["documents"]]
    assert claim(after, "as young as 11")["period"] == "2019"
