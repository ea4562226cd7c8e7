"""The chain of voices: through whom a witness is heard, and what a reference adds."""

from dataclasses import replace

from tests.claims.test_claims import OUTLET, document, made

from firsthand.records import Span, Step, Zone

REPORT = "A report by Open Harbour Watch says that 600 sailors were held.\n\n"


def chain_of(text: str, figure: str) -> tuple[Step, ...]:
    return next(claim.chain for claim in made(document(text)) if claim.quantity_text == figure)


def test_witnesses_beside_one_who_is_quoted_in_the_report_are_heard_through_it() -> None:
    text = (
        f"{REPORT}Survivors told how they were sold for 50 dollars.\n\n"
        "“They sold me for 9,000 dollars,” said a survivor identified as Ms. Tamm in the report.\n\n"
        "“They sold me for 700 dollars,” said Ms. Orrin, a survivor.\n\n"
        "Tomas Revik, the minister, said 40 ships had left."
    )
    report = Step("Open Harbour Watch report", "report")
    assert chain_of(text, "50 dollars") == (Step(OUTLET, "outlet"), report, Step(None, "witness"))
    assert chain_of(text, "700 dollars") == (Step(OUTLET, "outlet"), report, Step("Ms. Orrin", "witness"))
    assert report not in chain_of(text, "40")


def test_it_is_said_that_the_report_is_known_from_a_voice_beside() -> None:
    text = (
        f"{REPORT}“They sold me for 9,000 dollars,” said a survivor identified as Ms. Tamm in the report.\n\n"
        "“They sold me for 700 dollars,” said Ms. Orrin, a survivor."
    )
    because = {claim.quantity_text: claim.because for claim in made(document(text)) if claim.quantity}
    assert "beside" not in because["9,000 dollars"]
    assert "beside" in because["700 dollars"]


def test_a_witness_who_told_the_paper_is_not_heard_through_the_report() -> None:
    text = (
        f"{REPORT}“They sold me for 9,000 dollars,” said a survivor identified as Ms. Tamm in the report.\n\n"
        f"“They sold me for 700 dollars,” Ms. Orrin, a survivor, told {OUTLET} in an interview."
    )
    assert [step.role for step in chain_of(text, "700 dollars")] == ["outlet", "witness"]


def test_a_witness_with_no_sign_of_the_report_is_not_heard_through_it() -> None:
    text = f"{REPORT}“They sold me for 700 dollars,” said Ms. Orrin, a survivor."
    assert [step.role for step in chain_of(text, "700 dollars")] == ["outlet", "witness"]


def test_those_whom_the_report_interviewed_are_heard_through_it() -> None:
    text = (
        f"{REPORT}For the report, Open Harbour Watch conducted interviews over two years. "
        "Survivors said they had been sold for 50 dollars."
    )
    assert [step.role for step in chain_of(text, "50 dollars")] == ["outlet", "report", "witness"]


def test_a_reference_with_its_entry_is_a_step_and_not_the_documents_own_word() -> None:
    story = "In 2020, 300 sailors were sent home.[4] The port was closed."
    text = f"{story}\n\n4. Open Harbour Watch, annual report."
    zones = Zone(Span(0, len(story)), "main"), Zone(Span(len(story) + 2, len(text)), "references")
    (claim,) = made(document(text, *zones))
    assert claim.chain == (Step(OUTLET, "outlet"), Step("Open Harbour Watch, annual report.", "outlet"))
    assert (claim.basis, claim.first_hand, claim.citations) == ("repeated", False, ("[4]",))


def test_a_report_that_cites_another_for_a_figure_has_not_made_it() -> None:
    text = "We surveyed 800 sailors in Vessany. In 2020, 300 sailors were sent home.[4]"
    found = made(replace(document(text), kind="report", publisher="Open Harbour Watch"))
    assert {claim.quantity_text: claim.basis for claim in found} == {"800": "made", "300": "not named"}


def test_a_named_voice_goes_before_a_reference() -> None:
    text = "According to Open Harbour Watch, 300 sailors were sent home.[4]"
    assert [step.name for step in chain_of(text, "300")] == [OUTLET, "Open Harbour Watch"]


def test_the_marker_of_the_sentence_before_belongs_to_that_sentence() -> None:
    text = "The port was closed. [3] As of 2020, 300 sailors were sent home, which was the highest number.[4]"
    (claim,) = [each for each in made(document(text)) if each.quantity]
    assert claim.text.startswith("As of 2020")
    assert claim.citations == ("[4]",)
