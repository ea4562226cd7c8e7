"""Figures credited to a body that did not give them, and changes that a later paper made although it says the same as a third."""

from dataclasses import replace

import pytest

from .plain import sheet
from .test_findings import told
from .test_repeating import COUNTED, released

LINE = COUNTED.partition(" : ")[0]
OWN = released(COUNTED, "a", "2024-03-11", "Open Harbour Watch", "report")
PORTS = released("The <port of Vessany> is safe, says the Ministry.", "m", "2024-03-12", "Ministry of Ports")


def credited(*papers):
    return [f for f in told([OWN, PORTS, *papers], "drift") if "credited to somebody else" in f.says]


def told_by(source, name="b", line=LINE, house="Halden Encyclopedia"):
    return sheet([f"{line} : {source}" if source else line], name, "2024-05-02", house)


@pytest.mark.parametrize(
    ("source", "found"), [("Ministry of Ports", 1), ("Open Harbour Watch", 0), (None, 0), ("Lead", 0)]
)
def test_what_one_body_gives_in_its_own_paper_is_credited_to_another(source, found):
    findings = credited(told_by(source))
    assert len(findings) == found
    for finding in findings:
        assert "the paper of Open Harbour Watch" in finding.says
        assert {piece.passage.document for piece in finding.evidence} == {"a", "b"}


def test_a_body_that_gives_the_number_in_its_own_paper_may_be_credited():
    ports = released(LINE + " : Ministry of Ports", "p", "2024-03-13", "Ministry of Ports", "report")
    assert not credited(ports, told_by("Ministry of Ports"))


def test_the_number_of_a_whole_is_credited_to_nobody():
    whole = LINE.replace("{473", "Half of the {473")
    assert not credited(told_by("Ministry of Ports", line=whole))


def test_an_encyclopedia_is_no_paper_of_a_maker():
    page = replace(OWN, document=replace(OWN.document, kind="encyclopedia article"))
    findings = told([page, PORTS, told_by("Ministry of Ports")], "drift")
    assert not any("credited" in finding.says for finding in findings)


def changes(*papers):
    return [f for f in told(list(papers), "drift") if "changed on its way" in f.says]


SUSPECTED = "{3905 | count exact 3905} [suspected cases of fever in Vessany] were <counted by the harbour clinic>. : Open Harbour Watch"
CONFIRMED = SUSPECTED.replace("suspected", "confirmed")
PLAIN = SUSPECTED.replace("suspected ", "")


@pytest.mark.parametrize(
    ("between", "found"), [(PLAIN, True), (CONFIRMED, False)], ids=["who does not say", "who changed it"]
)
def test_a_change_stays_one_though_another_paper_says_the_same_less_plainly(between, found):
    own = released(SUSPECTED, "a", "2024-03-11", "Open Harbour Watch", "report")
    papers = [
        own,
        sheet([between], "b", "2024-03-20", "The Osmere Herald"),
        sheet([CONFIRMED], "c", "2024-05-02", "The Halden Courier"),
    ]
    assert (
        any({piece.passage.document for piece in f.evidence} == {"a", "c"} for f in changes(*papers)) is found
    )


def test_a_change_that_goes_on_is_told_with_the_one_that_it_goes_on_from():
    line = "{90 | count at most 4200} [children in Vessany] will <need treatment for hunger>. : Open Harbour Watch"
    papers = [
        released(line.replace("{90", "{Up to 4,200"), "a", "2024-03-11", "Open Harbour Watch", "report"),
        sheet(
            [line.replace("{90", "{At least 4,200").replace("at most", "at least")],
            "b",
            "2024-03-20",
            "The Osmere Herald",
        ),
        sheet([line.replace("{90", "{More than 4,200").replace("at most", "more than")], "c", "2024-05-02"),
    ]
    [finding] = changes(*papers)
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b", "c"}


YEAR = "{4,713 | count exact 4713} [people] were <identified by the harbour clinic of Vessany>. ~ 2023 : Open Harbour Watch"
AGAIN = "The clinic of the harbour of Vessany <identified> {4,713 | count exact 4713} [people]. ~ 2024 : Open Harbour Watch"


@pytest.mark.parametrize(
    ("line", "kind", "found"),
    [
        (AGAIN, "encyclopedia article", 1),
        (AGAIN, "press article", 0),
        ("Since 2002 " + AGAIN.replace("~ 2024", "~ 2002"), "encyclopedia article", 0),
    ],
    ids=["another year", "which came first is not known", "since when"],
)
def test_an_encyclopedia_without_a_date_has_it_from_another(line, kind, found):
    own = released(YEAR, "a", "2024-03-11", "Open Harbour Watch", "report")
    page = sheet([line], "b", None, "Halden Encyclopedia")
    page = replace(page, document=replace(page.document, kind=kind))
    assert len(changes(own, page)) == found
