"""Which bodies a text names as makers of works."""

import pytest

from firsthand.links.voices import voice_key, voices
from firsthand.records import Document, Original, Span, Zone


def makers(text):
    document = Document(
        "one", Original("one", "one", "text/plain", len(text)), text, (Zone(Span(0, len(text)), "main"),)
    )
    return [voice.name for voice in voices(document).named]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A study by the Halden Trust found little.", "Halden Trust"),
        ("It stood in the Halden Trust's Harbour study.", "Halden Trust"),
        ("Figures from a report released by OHW in August were low.", "OHW"),
        ("A survey by the U.K. Fisheries Office was cited.", "U.K. Fisheries Office"),
        ("An investigation conducted by the Osmere Herald named four.", "Osmere Herald"),
        ("He read the Harbour Wages Index.", "Harbour Wages Index"),
        ("He read the OHW reports on the halls.", "OHW"),
    ],
)
def test_makers(text, named):
    assert makers(text) == [named]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour was closed, the Osmere Herald reports.",
        "It is for the Harbour Cases Review Commission to say.",
        "The OHW investigation goes on.",
        "In a statement by Edda Corlin there was more.",
        "The British paper was late.",
        "It was in the Unionists' poll.",
        "The inquiry was a public one, chaired by Edda Corlin.",
    ],
    ids=["a verb", "a longer name", "what goes on", "words", "a people", "many", "who only led it"],
)
def test_what_names_no_maker(text):
    assert makers(text) == []


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("School of Ports, University of Halden | Paper 4", "university of halden"),
        ("School of Ports, Halden | Paper 4", "school of ports"),
    ],
)
def test_what_a_school_counts_its_university_counts(line, body):
    text = f"{line}\n\nNine people died in the port."
    document = Document(
        "one", Original("one", "one", "text/plain", len(text)), text, (Zone(Span(0, len(text)), "main"),)
    )
    assert voices(document).body(voice_key("School of Ports")) == body


def test_an_office_at_the_head_of_a_paper_is_of_the_body_before_it():
    text = "Ministry of Ports - Directorate of Public Communication\n\nNine people died in the port."
    document = Document(
        "one", Original("one", "one", "text/plain", len(text)), text, (Zone(Span(0, len(text)), "main"),)
    )
    known = voices(document)
    for name in (
        "Directorate of Public Communication",
        "Ministry of Ports - Directorate of Public Communication",
    ):
        assert known.body(voice_key(name)) == "ministry of ports"
