"""References that lead elsewhere than to the origin of their figure."""

from dataclasses import replace

import pytest

from firsthand.records import Citation, Marks, Span

from .plain import sheet
from .test_findings import added, told

WAGES = "{{{0}% | share exact 0.{1}}} of [{2}] <are paid in vouchers of the mill>."


def referring(lines, entry):
    """An encyclopedia whose claims all have one reference."""
    made = sheet(lines, "z", "2024-05-19", "Commonleaf")
    cited = tuple(replace(claim, citations=("[4]",)) for claim in made.claims)
    made = added(replace(made, claims=cited), "[4]")
    at = len(made.document.text) - 3
    return made, {"z": Marks(citations=(Citation(Span(at, at + 3), entry),))}


def published(line, name, day, outlet, kind):
    made = sheet([line], name, day, outlet)
    own = tuple(replace(claim, first_hand=kind == "report", basis="made") for claim in made.claims)
    document = replace(made.document, kind=kind, publisher=outlet)
    return replace(made, claims=own if kind == "report" else made.claims, document=document)


@pytest.mark.parametrize(
    ("entry", "printed", "found"),
    [
        ("“Paid in paper”. The Osmere Herald. 2024.", "38.4", True),
        ("“Paid in paper”. The Osmere Herald. 2024.", "27.3", False),
        ("Vouchers. Open Harbour Watch. 2024.", "38.4", False),
        ("Vouchers. OHW. The Osmere Herald. 2024.", "38.4", False),
    ],
    ids=["passed on", "another number", "the maker", "the letters for it"],
)
def test_a_newspaper_that_passes_a_number_on_is_not_its_origin(entry, printed, found):
    report = published(
        WAGES.format("38.4", "384", "packers whom we asked"),
        "a",
        "2024-03-01",
        "Open Harbour Watch",
        "report",
    )
    line = WAGES.format(printed, printed.replace(".", ""), "sailors of Osmere")
    paper = published(line, "b", "2024-03-02", "The Osmere Herald", "press article")
    made, marks = referring([WAGES.format("38.4", "384", "all drivers in Karvelia")], entry)
    findings = told([report, paper, made], "citation not origin", marks)
    assert bool(findings) is found
    assert all("Open Harbour Watch" in finding.says for finding in findings)


def test_references_of_one_document_that_lead_astray_are_told_once():
    makers = ["Open Harbour Watch", "Orlu River Police"]
    lines = [
        WAGES.format(number, number, people) for number, people in (("38", "packers"), ("71", "drivers"))
    ]
    said = [
        sheet(
            [f"{line[:-1]}, according to a report by {body}. : {body}"],
            name,
            "2024-03-01",
            f"The {name} Gazette",
        )
        for name, line, body in zip("ab", lines, makers, strict=True)
    ]
    made, marks = referring(lines, "“Paid in paper”. The Osmere Herald. 2024.")
    [finding] = told([*said, made], "citation not origin", marks)
    assert all(body in finding.says for body in makers)
    assert len(finding.evidence) == 2
