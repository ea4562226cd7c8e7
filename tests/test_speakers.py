"""Who speaks in a dossier: one row for a voice with all its names, and how it knows what it says."""

import pytest

from firsthand.dossier import Dossier


@pytest.fixture(scope="module")
def voices(demo_path):
    with Dossier.open(demo_path, writable=False) as dossier:
        return dossier.speakers()


def test_letters_a_report_and_its_maker_are_one_voice(voices):
    watch = voices["open harbour watch", ""]
    assert {"OHW", "Open Harbour Watch", "Open Harbour Watch report"} <= set(watch.names)
    assert watch.name == "Open Harbour Watch"
    assert ("ohw", "") not in voices


def test_a_witness_speaks_first_hand(voices):
    nessa = voices["nessa", ""]
    assert nessa.role == "witness"
    assert nessa.first_hand > 0
    assert nessa.repeated == 0
    assert nessa.quoted > nessa.reported


def test_an_outlet_passes_on(voices):
    agency = voices["meridian press agency", ""]
    assert agency.passed_on > 0
    assert agency.first_hand == 0


def test_a_name_that_means_somebody_only_there_belongs_to_its_document(voices):
    groups = [voice for voice in voices.values() if voice.key == "rights group"]
    assert len(groups) > 1
    assert all(set(voice.documents) == {voice.document} for voice in groups)


def test_an_entry_of_a_list_of_references_is_a_work(voices):
    cited = [voice for voice in voices.values() if voice.cited]
    assert cited
    assert all(voice.spoken == 0 for voice in cited)
    assert not any(voices["nessa", ""] is voice for voice in cited)


def test_who_speaks_for_a_body_is_told(voices):
    assert voices["edda corlin", ""].behind == "Open Harbour Watch"
