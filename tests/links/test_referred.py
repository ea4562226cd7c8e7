"""Which document here a reference leads to, and whose figure that makes it."""

from firsthand.links.referred import References

HERE = References(
    [
        ("a", "Behind the Gate", "Open Harbour Watch"),
        ("b", "Annual Report 2019", "Ministry of Ports"),
        ("c", "Annual Report 2019", "The Harbour Board"),
        ("d", "Tides", "The Halden Courier"),
        ("e", None, "Radio Vessany"),
    ]
)


def test_a_reference_leads_to_the_document_of_its_title() -> None:
    for entry in (
        "“Behind the Gate”. Open Harbour Watch. 3 May 2019.",
        "Lind, Mara. Behind the Gate. Vessany 2019.",
        "“The Behind the Gate”; retrieved on 4 May 2019",
    ):
        assert HERE.leads_to(entry) == "a"


def test_of_two_documents_of_one_title_it_is_that_of_the_publisher_who_is_named() -> None:
    assert HERE.leads_to("Annual Report 2019. Harbour Board. 12 March 2020.") == "c"
    assert HERE.leads_to("Annual Report 2019. 12 March 2020.") is None


def test_a_part_of_a_title_or_a_single_word_leads_nowhere() -> None:
    assert HERE.leads_to("Behind the Gate of Vessany. Open Harbour Watch.") is None
    assert HERE.leads_to("Tides. The Halden Courier.") is None
    assert HERE.leads_to("") is None
