"""Pairs of claims in plain words: what must be linked, how, and what must not."""

import re
from pathlib import Path

import pytest

from firsthand.links import between, keys
from firsthand.links.aspects import aspects

from .plain import claim, sheet

CASES = re.findall(
    r"^(\w+)((?: \w+)*): (.+)\n  (.+)\n  (.+)$",
    (Path(__file__).parent / "pairs.txt").read_text("utf-8"),
    flags=re.MULTILINE,
)


@pytest.mark.parametrize(("kind", "drift", "title", "one", "other"), CASES, ids=[case[2] for case in CASES])
def test_a_pair_is_linked_as_expected(kind, drift, title, one, other):
    found = between(sheet([one], "a", "2023-05-01"), sheet([other], "b", "2023-06-01", "The Osmere Herald"))
    if kind == "nothing":
        assert found == ()
        return
    assert [link.kind for link in found] == [kind]
    assert set(found[0].drift) == (set(drift.split()) if kind != "conflict" else set(found[0].drift))
    assert found[0].because
    assert 0 < found[0].weight <= 1


@pytest.mark.parametrize(("kind", "drift", "title", "one", "other"), CASES, ids=[case[2] for case in CASES])
def test_a_link_does_not_depend_on_which_document_is_given_first(kind, drift, title, one, other):
    a, b = sheet([one], "a", "2023-05-01"), sheet([other], "b", None, "The Osmere Herald")
    assert between(a, b) == between(b, a)


@pytest.mark.parametrize(("kind", "drift", "title", "one", "other"), CASES, ids=[case[2] for case in CASES])
def test_linked_claims_are_candidates_of_each_other(kind, drift, title, one, other):
    if kind != "nothing":
        assert set(keys(claim(one)[0])) & set(keys(claim(other)[0]))


def test_there_are_enough_cases():
    assert len(CASES) >= 40
    assert sum(case[0] == "nothing" for case in CASES) >= 15


def test_peoples_and_countries_are_one_name():
    one, _ = claim("{60% | share exact 0.6} of [Karvelian refugees in Sundmark] <were women>.")
    other, _ = claim("{60% | share exact 0.6} of [refugees from Karvelia in Sundmark] <were women>.")
    assert aspects(one).names == aspects(other).names


def test_a_row_of_one_table_in_two_files_has_not_drifted():
    row = "Vessany\t1,945\t{14,708 | count exact 14708}\t311"
    one, other = f"{row} @ Vessany ~ 2020", f"{row} @ Vessany ~ 2021"
    found = between(sheet([one], "a", "2023-05-01"), sheet([other], "b", "2023-06-01", "The Osmere Herald"))
    assert all(link.kind == "same" and not link.drift for link in found)


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("It pays {94 million US dollars | money exact 94000000 USD} in [harbour dues].", False),
        ("The mine pays {94 million crowns | money exact 94000000 crown} in [harbour dues].", False),
        ("They paid us {94 crowns | money exact 94 crown}.", True),
        ("{94 | count exact 94} of our [boats] <were lost>.", True),
    ],
)
def test_whose_name_is_written_like_a_word_for_the_speaker_is_not_the_speaker(line, own):
    assert aspects(claim(line)[0]).own is own


@pytest.mark.parametrize(
    ("line", "denied"),
    [
        ("{1,436 | count exact 1436} [cattle] <were lost>, as herders were not given time to gather them.", False),
        ("As there was no time, which nobody denies, {1,436 | count exact 1436} [cattle] <were lost>.", True),
        ("{1,436 | count exact 1436} [cattle] <were not lost>, as herders had time to gather them.", True),
        ("The herders, who had no time, <lost> {1,436 | count exact 1436} [cattle].", True),
    ],
)  # fmt: skip
def test_a_reason_behind_the_number_denies_nothing_of_it(line, denied):
    assert aspects(claim(line)[0]).denies is denied
