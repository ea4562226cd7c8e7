"""Figures and findings come back in their order and are gone when what they rest on changes."""

import contextlib
from dataclasses import replace

import pytest

from firsthand.errors import DossierError
from firsthand.ledger import Ledger, driver, finding_id
from firsthand.records import Evidence, Extraction, Figure, Finding, Judgement, Origin, Passage
from ledger.made import arrival, extraction

AT = "2026-01-01T00:00:00Z"


def kept(ledger: Ledger, name: str = "courier.txt", words: str = "A title") -> Extraction:
    came = arrival(name, words)
    found = extraction(ledger.receive(came, "text/plain"), came.content)
    ledger.keep(found)
    return found


def derived(found: Extraction) -> tuple[list[Figure], list[Finding]]:
    first, second, third = (claim.id for claim in found.claims[:3])
    figures = [
        Figure(
            "f" * 16,
            "people who fled",
            "fled",
            "people",
            (second, first),
            (Origin("OHW", (first,), ("named",)),),
        ),
        Figure("a" * 16, "crossings", "crossings", None, (third,), ()),
    ]
    claim = found.claims[0]
    evidence = (Evidence(Passage(found.document.id, claim.span), claim.text),)
    return figures, [
        Finding("drift", "a bound was lost", 0.5, evidence),
        Finding("conflict", "it cannot be", 0.9, ()),
    ]


def test_they_come_back_in_their_order(ledger: Ledger) -> None:
    found = kept(ledger)
    assert not ledger.is_settled()
    figures, findings = derived(found)
    for _ in range(2):
        ledger.settle(iter(figures), iter(findings))
    assert ledger.is_settled()
    assert list(ledger.figures()) == figures
    assert list(ledger.findings()) == findings
    assert ledger.figure("a" * 16) == figures[1]
    assert ledger.figure_of(found.claims[0].id) == figures[0]
    assert ledger.figure_of(found.claims[4].id) is None
    assert ledger.finding(finding_id(findings[0])) == findings[0]
    assert ledger.find(finding_id(findings[0])[:9]) == ("finding", finding_id(findings[0]))
    assert ledger.find("ffffff") == ("figure", "f" * 16)
    assert (ledger.count("figures"), ledger.count("findings")) == (2, 2)
    assert not list(ledger.verify())


def test_a_new_dossier_is_settled(ledger: Ledger) -> None:
    assert ledger.is_settled()


def test_a_new_document_unsettles_and_leaves_them_to_be_seen(ledger: Ledger) -> None:
    figures, findings = derived(kept(ledger))
    ledger.settle(figures, findings)
    kept(ledger, "other.txt", "Another title")
    assert not ledger.is_settled()
    assert list(ledger.figures()) == figures


def test_a_document_that_is_extracted_again_takes_them_away(ledger: Ledger) -> None:
    ledger.settle(*derived(kept(ledger)))
    kept(ledger)
    assert not ledger.is_settled()
    assert not [*ledger.figures(), *ledger.findings()]


def test_a_judgement_unsettles_and_leaves_them_to_be_seen(ledger: Ledger) -> None:
    figures, findings = derived(kept(ledger))
    ledger.settle(figures, findings)
    ledger.judge(
        Judgement("j" * 16, "f" * 16, "figure", '{"with": "e", "together": false}', "a reviewer", AT)
    )
    assert not ledger.is_settled()
    assert list(ledger.figures()) == figures


def test_a_failing_source_of_figures_changes_nothing(ledger: Ledger) -> None:
    figures, findings = derived(kept(ledger))
    ledger.settle(figures, findings)

    def broken() -> list[Finding]:
        raise KeyboardInterrupt

    with contextlib.suppress(KeyboardInterrupt):
        ledger.settle(figures[:1], (finding for finding in broken()))
    assert list(ledger.figures()) == figures
    assert ledger.is_settled()


def test_a_figure_of_a_claim_that_is_not_there_changes_nothing(ledger: Ledger) -> None:
    figures, findings = derived(kept(ledger))
    ledger.settle(figures, findings)
    stray = replace(figures[0], claims=("c" * 16,))
    with pytest.raises(DossierError):
        ledger.settle([stray], findings)
    assert list(ledger.figures()) == figures
    with pytest.raises(driver.sqlite.IntegrityError):  # rows are checked again
        ledger._connection.execute("INSERT INTO figure_claim (figure, n, claim) VALUES ('x', 0, 'y')")
