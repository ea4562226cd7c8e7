"""A profile is a readable file; one that makes no sense is refused with what would."""

import tomllib
from importlib.resources import files

import pytest

from firsthand.errors import WrongUse
from firsthand.protection import profile
from firsthand.protection.profiles import CATEGORIES, CLASSES

OWN = (files("firsthand.protection") / "profiles" / "partners.toml").read_text("utf-8")


def test_a_profile_file_of_ones_own_is_read(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace('name = "partners"', 'name = "museum"', 1))
    assert profile(str(path)).name == "museum"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("consent = ", "consents = "), "no setting 'consents'"),
        (('consent = "partners"', 'consent = ""'), "needs consent"),
        (('dates = "season"', 'dates = "day"'), "month, season, year"),
        (('place = "coarser"', 'village = "coarser"'), "no category 'village'"),
        (('place = "coarser"', 'place = "hide"'), "keep, coarser, pseudonym, mask"),
        (("[operational]", "[operation]"), "no setting 'operation'"),
        (('name = "ours"', "name = 3"), "needs name"),
        (('name = "ours"', 'name = "internal"'), "another one"),
        (('name = "ours"', 'name = "public"'), "another one"),
        (("dates = ", "dates "), "not TOML"),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused(tmp_path, change, says):
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace('name = "partners"', 'name = "ours"', 1).replace(*change, 1))
    with pytest.raises(WrongUse, match=says):
        profile(str(path))


def test_an_unknown_profile_says_which_there_are(tmp_path):
    with pytest.raises(WrongUse, match="internal, partners, court, public"):
        profile("press")
    with pytest.raises(WrongUse, match="cannot be read"):
        profile(str(tmp_path / "none.toml"))


@pytest.mark.parametrize("name", ["partners", "court", "public"])
def test_outside_nothing_direct_or_operational_stays(name):
    rules = profile(name)
    assert all(
        rules.rule(danger, category) != "keep"
        for danger in ("direct", "operational")
        for category in CATEGORIES
    )
    assert rules.ids == "keyed"
    assert rules.file_names == "withheld"
    assert rules.consent == name


def test_every_profile_has_every_setting_with_a_comment():
    said = tomllib.loads((files("firsthand.protection") / "profiles" / "internal.toml").read_text("utf-8"))
    assert {*CLASSES} <= set(said)


def test_a_profile_that_keeps_ids_masks_all_the_same(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(
        OWN.replace('name = "partners"', 'name = "ours"', 1).replace('ids = "keyed"', 'ids = "kept"')
    )
    assert profile(str(path)).masks
    assert not profile(str(path)).is_open
    assert [name for name in ("internal", "partners", "court", "public") if profile(name).is_open] == [
        "internal"
    ]
