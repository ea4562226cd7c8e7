"""What a reviewer decides about a person, a detail or any words holds in every later release."""

import pytest
from click.testing import CliRunner
from tests.protection.planted import plant

from firsthand.cli import firsthand
from firsthand.dossier import Dossier
from firsthand.dossier.releasing import Order
from firsthand.errors import UnknownId, WrongUse


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        found = plant(tmp_path_factory.mktemp("decisions"), patch)
    assert run("consent", found.path, found.testimony, "--audience=public").exit_code == 0
    return found


@pytest.fixture
def copy(made, tmp_path):
    path = tmp_path / "copy.dossier"
    path.write_bytes(made.path.read_bytes())
    return path


def run(*arguments):
    return CliRunner().invoke(firsthand, [str(each) for each in arguments])


def released(path, profile="public"):
    with Dossier.open(path) as kept:
        return kept.export(Order(profile, "markdown")).content.decode()


def test_the_list_shows_persons_with_their_details_and_what_is_done(made):
    shown = run("protect", made.path).output
    assert "Ruvena Tolmark / Tolmark" in shown
    assert "age: 14 years old  (coarser -> [a teenager])" in shown
    only = run("protect", made.path, "witness 1").output
    assert "Ruvena" not in only and "witness 1" in only


def test_a_detail_that_is_kept_stays(copy):
    assert "Zelmarish" not in released(copy)
    assert (
        run(
            "protect", copy, "Zelmarish", "--keep", "--reason", "the group named the village itself"
        ).exit_code
        == 0
    )
    assert "Zelmarish" in released(copy)
    with Dossier.open(copy) as kept:
        assert kept.is_settled()


def test_a_person_under_another_name_keeps_it_in_every_release(copy):
    assert run("protect", copy, "Ruvena Tolmark", "--replace", "Nessa").exit_code == 0
    text = released(copy)
    assert "Nessa" in text and "Witness" not in text
    assert "Nessa" in released(copy) and "Zelmarish" not in text


def test_a_person_who_is_public_is_not_masked(copy):
    assert run("protect", copy, "Ruvena Tolmark", "--keep").exit_code == 0
    assert "Tolmark" in released(copy)


def test_words_that_nobody_marked_are_taken_out(copy):
    assert "one room" in released(copy)
    result = run("protect", copy, "one room of the hall", "--mask", "--category", "place")
    assert isinstance(result.exception, WrongUse)
    assert run("protect", copy, "Halden Courier", "--mask", "--category", "organisation").exit_code == 0
    assert "Halden Courier" not in released(copy)


def test_a_later_decision_takes_the_place_of_an_earlier(copy):
    run("protect", copy, "Zelmarish", "--keep")
    run("protect", copy, "Zelmarish", "--mask")
    assert "Zelmarish" not in released(copy)


def test_what_is_not_clear_is_refused(copy):
    assert isinstance(run("protect", copy, "nobody", "--keep").exception, WrongUse)
    assert isinstance(run("protect", copy, "--keep").exception, WrongUse)
    assert isinstance(
        run("protect", copy, "Zelmarish", "--mask", "--category", "village").exception, WrongUse | None
    )
    assert run("protect", copy, "Orluvale", "--mask", "--category", "village").exit_code != 0


def test_the_risk_is_told_with_the_fewest_changes(made):
    shown = run("risk", made.path).output
    assert "named" in shown and "fits nobody else" in shown
    public = run("risk", made.path, "--for", "public").output
    assert "stands open" not in public


def test_a_consent_needs_an_audience_and_a_real_day(copy, made):
    assert isinstance(run("consent", copy, made.testimony).exception, WrongUse)
    assert isinstance(
        run("consent", copy, made.testimony, "--audience=public", "--until=soon").exception, WrongUse
    )
    assert isinstance(run("consent", copy, "ffffffff", "--audience=public").exception, UnknownId)
