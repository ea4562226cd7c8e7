"""Citations: three styles, BibTeX and CSL-JSON, and a claim with its footnote."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.releases import everywhere, invented, small

from firsthand import exports
from firsthand.exports import citing

NOTES = {
    "ohw": (
        "Edda Corlin, Salt Water, Open Harbour Watch, March 11, 2024, p. 2",
        "Edda Corlin (2024, March 11), p. 2",
        "Open Harbour Watch, “Salt Water,” by Edda Corlin, 11 March 2024, p. 2",
    ),
    "halden": (
        "Ruben Askeld and Tamsin Vehr, “‘No names on the quay,’” The Halden Courier, March 16, 2024, characters 0–9",
        "Ruben Askeld & Tamsin Vehr (2024, March 16), characters 0–9",
        "The Halden Courier, “‘No names on the quay,’” by Ruben Askeld and Tamsin Vehr, 16 March 2024, characters 0–9",
    ),
    "leaf": (
        "“Port of Vessany,” Commonleaf, May 2025, characters 0–9",
        "Commonleaf (2025, May), characters 0–9",
        "Commonleaf, “Port of Vessany,” May 2025, characters 0–9",
    ),
    "talk": (
        "“Interview 12,” testimony, 2023, characters 0–9",
        "“Interview 12” (2023), characters 0–9",
        "“Interview 12,” testimony, 2023, characters 0–9",
    ),
    "blog": (
        "untitled document, n.d., characters 0–9",
        "untitled document (n.d.), characters 0–9",
        "untitled document, no date, characters 0–9",
    ),
}

ENTRIES = {
    "ohw": (
        "Edda Corlin. Salt Water. Open Harbour Watch, March 11, 2024.",
        "Edda Corlin (2024, March 11). Salt Water. Open Harbour Watch.",
        "Open Harbour Watch, “Salt Water,” by Edda Corlin, 11 March 2024.",
    ),
    "mpa": (
        "“Dockers die unseen, group says.” Meridian Press Agency, March 11, 2024.",
        "Meridian Press Agency (2024, March 11). Dockers die unseen, group says.",
        "Meridian Press Agency, “Dockers die unseen, group says,” 11 March 2024.",
    ),
    "talk": (
        "“Interview 12.” Testimony, 2023.",
        "Interview 12 [Testimony]. (2023).",
        "“Interview 12,” testimony, 2023.",
    ),
}


@pytest.fixture(scope="module")
def works():
    release = invented()
    return {each.id: citing.work(each, release.names[each.id]) for each in release.documents}


@pytest.mark.parametrize("name", NOTES)
def test_a_footnote_in_each_style(name, works):
    place = "p. 2" if name == "ohw" else "characters 0–9"
    assert (
        tuple(citing.plain_text(citing.note(works[name], style, place)) for style in citing.STYLES)
        == NOTES[name]
    )


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_in_each_style(name, works):
    assert (
        tuple(citing.plain_text(citing.entry(works[name], style)) for style in citing.STYLES) == ENTRIES[name]
    )


def test_the_styles_are_those_that_a_report_offers():
    assert exports.STYLES == citing.STYLES


def test_what_stands_on_its_own_or_holds_others_is_in_italics(works):
    assert [words for words, italic in citing.entry(works["ohw"], "chicago") if italic] == ["Salt Water"]
    assert [words for words, italic in citing.entry(works["mpa"], "chicago") if italic] == [
        "Meridian Press Agency"
    ]


def test_a_claim_is_cited_with_its_words_its_place_and_whose_word_it_is():
    release = invented()
    claim, document = release.claims[1], release.documents[1]
    assert citing.cite(claim, document, "mpa.txt").text == (
        "“At least 73 dockers died at the port” [1]\n\n[1] “Dockers die unseen, group says,” Meridian Press Agency, March 11, 2024, "
        "characters 40–76; attributed there to Open Harbour Watch (organisation)."
    )
    unnamed = citing.cite(release.claims[4], release.documents[5], "blog.txt", "plain")
    assert citing.plain_text(unnamed.footnote).endswith("; no source is named there")


def test_keys_are_plain_and_depend_on_the_work_alone(works):
    found = citing.keys(works)
    assert found["ohw"] == "openharbourwatch-2024-saltwater"
    assert found["blog"] == "undated-untitleddocument"
    assert citing.keys({"x": works["ohw"]}) == {"x": "openharbourwatch-2024-saltwater"}
    twice = citing.keys({"x": works["ohw"], "y": works["ohw"]})
    assert sorted(twice.values()) == [
        "openharbourwatch-2024-saltwater-a",
        "openharbourwatch-2024-saltwater-b",
    ]


def bibtex(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """The entries of a BibTeX file, read by braces as BibTeX does; fails where they do not match."""
    entries, place = [], 0
    body = "\n".join(line for line in text.splitlines() if not line.startswith("%"))
    while (start := body.find("@", place)) >= 0:
        head = re.compile(r"@(\w+)\{([^,\s{}]+),\n").match(body, start)
        assert head, body[start : start + 80]
        place, fields = head.end(), {}
        while body[place] != "}":
            name = re.compile(r"  (\w+) = ").match(body, place)
            assert name, body[place : place + 80]
            place = end = name.end()
            if body[place] == "{":
                depth = 0
                while True:
                    depth += (body[end] == "{") - (body[end] == "}")
                    end += 1
                    if not depth:
                        break
            else:
                end = body.index(",", place)
            fields[name[1]] = body[place:end]
            assert body[end : end + 2] == ",\n"
            place = end + 2
        entries.append((head[1], head[2], fields))
        place += 1
    return entries


def test_bibtex_has_an_entry_of_the_right_type_for_each_document():
    entries = bibtex(exports.export(invented(), "bibtex").decode())
    assert [kind for kind, _, _ in entries] == [
        "techreport",
        "article",
        "article",
        "incollection",
        "misc",
        "misc",
    ]
    assert entries[0][2]["author"] == "{{Edda Corlin}}"
    assert (entries[0][2]["institution"], entries[0][2]["month"]) == ("{{Open Harbour Watch}}", "mar")


@given(text=st.text(alphabet="{}\\@%,=\"'#$&_^~\n abc\u00e9\u202e"))
def test_bibtex_of_anything_can_be_read(text):
    entries = bibtex(exports.export(everywhere(text), "bibtex").decode())
    assert len(entries) == len({key for _, key, _ in entries}) == 2
    assert not re.search(r"(?<!\\)[%#$&_^~]", entries[0][2]["title"])


CSL_TYPES = {"article-newspaper", "report", "entry-encyclopedia", "interview", "document"}
CSL_FIELDS = {
    "id", "citation-key", "type", "title", "author", "container-title", "publisher", "genre", "issued", "language", "archive_location",
    "note", "custom",
}  # fmt: skip


@pytest.mark.parametrize("release", [invented(), small(), everywhere("a {\\x} <b>")])
def test_csl_json_keeps_to_its_schema(release):
    items = json.loads(exports.export(release, "csl-json"))
    assert len({item["id"] for item in items}) == len(items) == len(release.documents)
    for item in items:
        assert set(item) <= CSL_FIELDS
        assert item["type"] in CSL_TYPES
        assert all(set(name) == {"literal"} for name in item.get("author", []))
        assert all(
            isinstance(item[name], str)
            for name in CSL_FIELDS - {"author", "issued", "custom"}
            if name in item
        )
        for parts in item.get("issued", {"date-parts": []})["date-parts"]:
            assert 1 <= len(parts) <= 3
            assert all(isinstance(part, int) for part in parts)


@given(text=st.text())
def test_a_citation_of_anything_is_one_line(text):
    release = everywhere(text)
    for style in citing.STYLES:
        cited = citing.cite(release.claims[0], release.documents[0], text, style)
        assert "\n" not in citing.plain_text(citing.entry(citing.work(release.documents[0], text), style))
        assert "\n" not in citing.plain_text(cited.footnote)
