"""What holds for every entry of every table."""

import inspect as look
import tomllib
from pathlib import Path
from pkgutil import resolve_name

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand import exports, marks, protection, readers
from firsthand.errors import UnreadableOriginal
from firsthand.records import Marks, Original

LEXICON = Path(__file__).parent.parent / "src" / "firsthand" / "lexicon"


@pytest.mark.parametrize("media_type", readers.READERS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_a_reader_reads_any_bytes_alike_twice_or_says_why_not(media_type, content):
    original = Original("name", "0" * 64, media_type, len(content))
    try:
        first = readers.read(original, content)
    except UnreadableOriginal as error:
        assert str(error)
        assert not str(error).endswith(".")
        return
    assert first == readers.read(original, content)
    end = 0
    for zone in first.document.zones:
        assert end <= zone.span.start < zone.span.end <= len(first.document.text)
        end = zone.span.end
    assert all(
        found.span is None or found.span.end <= len(first.document.text) for found in first.document.dates
    )


def test_every_mark_has_a_field():
    assert set(marks.MARKS) <= set(Marks.__dataclass_fields__)


@pytest.mark.parametrize("target", [*readers.READERS.values(), *exports.EXPORTS.values()])
def test_every_name_in_a_table_leads_to_a_described_function(target):
    function = resolve_name(target)
    assert look.isfunction(function)
    assert function.__doc__


@pytest.mark.parametrize("profile", protection.PROFILES)
def test_every_profile_says_for_whom_it_is(profile):
    rules = protection.profile(profile)
    assert rules.name == profile
    assert rules.says
    assert rules.audience
    assert rules.masks == (profile != "internal")


@pytest.mark.parametrize("path", sorted(LEXICON.rglob("*.toml")), ids=lambda path: path.stem)
def test_every_group_of_words_says_why_it_exists(path):
    for name, group in tomllib.loads(path.read_text("utf-8")).items():
        assert isinstance(group, dict), f"{path.name}: {name} is no group"
        assert group.get("why"), f"{path.name}: {name} does not say why"
