"""Which document here a reference leads to, and whose figure that makes it."""

from dataclasses import replace

import pytest

from firsthand.links.referred import References, issuer
from firsthand.records import Step

from .dossier import settled
from .plain import sheet

HERE = References(
    [
        ("a", "Behind the Gate", "Open Harbour Watch"),
        ("b", "Annual Report 2019", "Ministry of Ports"),
        ("c", "Annual Report 2019", "The Harbour Board"),
        ("d", "Tides", "The Halden Courier"),
        ("e", None, "Radio Vessany"),
        ("f", "Quays: Bulletin No. 6", "Ministry of Ports"),
    ]
)


def test_a_reference_leads_to_the_document_of_its_title() -> None:
    for entry in (
        "“Behind the Gate”. Open Harbour Watch. 3 May 2019.",
        "Lind, Mara. Behind the Gate. Vessany 2019.",
        "“The Behind the Gate”; retrieved on 4 May 2019",
    ):
        assert HERE.leads_to(entry) == "a"
    assert HERE.leads_to("“Quays: Bulletin No. 6”. Ministry of Ports, 3 May 2019.") == "f"


def test_of_two_documents_of_one_title_it_is_that_of_the_publisher_who_is_named() -> None:
    assert HERE.leads_to("Annual Report 2019. Harbour Board. 12 March 2020.") == "c"
    assert HERE.leads_to("Annual Report 2019. 12 March 2020.") is None


def test_a_part_of_a_title_or_a_single_word_leads_nowhere() -> None:
    assert HERE.leads_to("Behind the Gate of Vessany. Open Harbour Watch.") is None
    assert HERE.leads_to("Tides. The Halden Courier.") is None
    assert HERE.leads_to("") is None


@pytest.mark.parametrize(
    ("entry", "body"),
    [
        ("“Quays: Bulletin No. 7”. Ministry of Ports, 3 May 2019.", "Ministry of Ports"),
        ("Lind, Mara. “The Ministry of Ports”. The Halden Courier. 3 May 2019.", None),
        ("“The quays”. Ministry of Ports. “The sheds”. Port Health Board.", None),
    ],
)
def test_an_entry_names_the_body_whose_paper_it_is(entry, body) -> None:
    assert issuer(entry) == body


@pytest.mark.parametrize(
    ("behind", "origins"),
    [
        ((), ["Ministry of Ports"]),
        ((Step(None, "official"),), ["Ministry of Ports"]),
        ((Step("Open Harbour Watch", "organisation"),), ["Open Harbour Watch"]),
        ((Step(None, "witness"),), []),
    ],
)
def test_what_a_page_has_from_a_paper_of_a_body_is_of_that_body(behind, origins) -> None:
    page = sheet(["{1,260 | count exact 1260} [barges] <were laid up> [2]."], "a", "2024-03-11", "Openleaf")
    entry = Step("“Quays: Bulletin No. 7”. Ministry of Ports. 3 May 2019.", "outlet")
    claim = replace(page.claims[0], chain=(*page.claims[0].chain, entry, *behind), citations=("[2]",))
    figures, _ = settled([replace(page, claims=(claim,))])
    assert [origin.name for origin in figures[0].origins] == origins
