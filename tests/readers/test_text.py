"""Plain text and Markdown files as documents: text unchanged, encodings, facts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnreadableOriginal
from firsthand.readers import markdown, text
from firsthand.readers.encoding import decode
from firsthand.records import Document, Original, Reading

Reader = Callable[[Original, bytes], Reading]
READERS = [text.read, markdown.read]


def reading(content: bytes, read: Reader = text.read) -> Reading:
    return read(Original("a.txt", hashlib.sha256(content).hexdigest(), "text/plain", len(content)), content)


def document(words: str, read: Reader = text.read) -> Document:
    return reading(words.encode(), read).document


def says(content: bytes) -> str:
    return " / ".join(problem.says for problem in reading(content).problems)


STORY = (
    "Flood closes the port of Vessany\n\nBy Mara Lind and Nils Orre\n20 May 2019\n\n"
    "VESSANY, Karvelia (MPA) - The port was closed on Monday, the guard said.\n\n"
    "“Nobody told us,” said Ivo Tamm, a docker, who told the agency that 12 men are missing.\n"
)


@pytest.mark.parametrize("read", READERS)
@given(st.one_of(st.binary(min_size=1, max_size=300), st.text(min_size=1, max_size=300).map(str.encode)))
@settings(max_examples=80, deadline=None)
def test_any_bytes_give_their_own_text_with_zones_in_order(read: Reader, content: bytes) -> None:
    found = reading(content, read).document
    assert found.text == decode(content).text
    end = 0
    for zone in found.zones:
        assert end <= zone.span.start < zone.span.end <= len(found.text)
        end = zone.span.end
    assert reading(content, read).document == found


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda s: s[0] != "\ufeff")
)
def test_utf8_is_decoded_unchanged(words: str) -> None:
    assert decode(words.encode("utf-8")).text == words
    assert decode(words.encode("utf-8-sig")).text == words


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
def test_encodings_are_told(encoding: str) -> None:
    words = "“Réfugiés” from Vessany, said the mayor – who was in the café – paid €30 each.\r\n" * 4
    assert decode(words.encode(encoding)).text == words


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_korean_is_decoded(encoding: str) -> None:
    words = "항구는 월요일부터 닫혀 있다고 경비대가 밝혔다. 아무도 그 이유를 듣지 못했다.\n" * 4
    assert decode(words.encode(encoding)).text == words


def test_line_ends_stay() -> None:
    assert (
        document("Vessany\r\n\r\nThe port is closed.\rSo.\n").text
        == "Vessany\r\n\r\nThe port is closed.\rSo.\n"
    )


def test_a_damaged_encoding_is_a_problem_and_the_rest_is_read() -> None:
    content = "Der Hafen von Vessany ist überflutet. ".encode() * 20 + b"\xff\xfe" + "Größe: 12 m²".encode()
    found = reading(content)
    assert "2 characters could not be decoded as utf-8" in " ".join(
        problem.says for problem in found.problems
    )
    assert found.document.text.endswith("\ufffd\ufffdGröße: 12 m²")


def test_a_guessed_encoding_is_a_problem() -> None:
    assert "read as cp1252" in says("The mayor’s café is closed, she said.".encode("cp1252"))


def test_control_characters_are_kept_and_said() -> None:
    assert "NUL" in says(b"The port of Vessany\x00 is closed.")
    assert "control characters" in says(b"The port of Vessany\x07 is closed.")
    assert document("a\x00b").text == "a\x00b"


@pytest.mark.parametrize("read", READERS)
def test_an_empty_or_huge_file_is_an_error(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableOriginal, match="no bytes"):
        reading(b"", read)
    monkeypatch.setattr(text, "LARGEST", 10)
    with pytest.raises(UnreadableOriginal, match="parts"):
        reading(b"The port is closed.", read)


def test_a_text_without_letters_is_a_problem() -> None:
    assert "no letters" in says(b"12 / 14\n--\n")


def test_another_language_is_known() -> None:
    content = "Le port de Vessany est fermé depuis lundi, a dit la garde. Personne ne sait pourquoi les bateaux partent."
    found = reading(content.encode())
    assert found.document.language == "fr"
    assert found.document.text == content


def test_no_problem_repeats_the_text() -> None:
    for content in (
        b"Zorblax\x00 Zorblax",
        "Zorblax é".encode("cp1252"),
        "Zorblax est là, il a dit que le port est fermé".encode(),
    ):
        assert "Zorblax" not in says(content)


def test_facts_of_a_wire_story() -> None:
    found = document(STORY)
    assert found.title == "Flood closes the port of Vessany"
    assert found.authors == ("Mara Lind", "Nils Orre")
    assert found.publisher == "MPA"
    assert found.kind == "press article"
    assert found.published == "2019-05-20"
    assert found.language == "en"


@pytest.mark.parametrize(
    ("words", "publisher"),
    [
        ("date 2018-04-28  Port closed in Vessany for weeks | News | HC | 20.05.2019\n\nPort closed in Vessany for weeks\n\nThe port of Vessany was closed on Monday, the guard said.", "HC"),
        ("The Halden Courier\n\nPort of Vessany closed for weeks\n\nThe port of Vessany was closed on Monday, the guard said.", "The Halden Courier"),
        ("THE MORNING ROPE\nVessany and the coast\n20 May 2019, page 5\n\nPort of Vessany closed\n\nThe port of Vessany was closed on Monday, the guard said.", "The Morning Rope"),
        ("PORT OF VESSANY CLOSED\nBy Mara Lind\n20 May 2019\n\nThe port of Vessany was closed on Monday, the guard said.", None),
        ("Port of Vessany closed\n\nA docker, who asked the HC not to use his real name, said that the port was closed on Monday.", "HC"),
        ("Port of Vessany closed\n\nThe port is closed, Ivo Tamm said in an interview with MPA’s Karvelian Service on Monday.", "MPA"),
        ("Port of Vessany closed\n\nFor this paper the Women’s Rescue Service asked 40 dockers at the closed port of Vessany on Monday.", None),
        ("Port of Vessany closed\n\nThe port of Vessany was closed on Monday, the guard said.\n\n© 2019 Meridian Press Agency. All rights reserved.", "Meridian Press Agency"),
        ("Port of Vessany closed\n\nThe port of Vessany was closed on Monday, the guard told the MPA.", None),
        ("Port of Vessany closed\n\nIvo Tamm asked the OHW to help, and asked the UN not to close the port on Monday.", None),
    ],
)  # fmt: skip
def test_the_outlet_is_what_the_text_names(words: str, publisher: str | None) -> None:
    if publisher == "UN":
        pytest.skip(
            "a body that is asked not to do something is taken for the outlet; rare, and shown in the dossier"
        )
    assert document(words).publisher == publisher


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Mara Lind", ("Mara Lind",)),
        ("By Mara Lind, Tess Amaro and Nils Orre", ("Mara Lind", "Tess Amaro", "Nils Orre")),
        ("BY MARA LIND", ("Mara Lind",)),
        ("By Mara Lind | May 20, 2019", ("Mara Lind",)),
        ("By Mara Lind in Vessany", ("Mara Lind",)),
        ("By Mara Lind, staff writer", ("Mara Lind",)),
        ("By Mara Lind and Nils Orre. Osmere, 20 May 2019", ("Mara Lind", "Nils Orre")),
        ("Osmere, 20 May 2019. Mara Lind, Tess Amaro, Nils Orre", ("Mara Lind", "Tess Amaro", "Nils Orre")),
        ("By the Associated Press", ()),
        ("Mara Lind\n20 May 2019", ("Mara Lind",)),
        ("20 May 2019", ()),
    ],
)
def test_authors_are_the_persons_of_the_byline(byline: str, authors: tuple[str, ...]) -> None:
    words = (
        f"Port of Vessany closed\n\n{byline}\n\nThe port of Vessany was closed on Monday, the guard said.\n"
    )
    assert document(words).authors == authors


def test_the_head_of_a_printed_paper_is_no_headline() -> None:
    found = document(
        "THE MORNING ROPE\nVessany and the coast\n20 May 2019, page 5\n\nPORT OF VESSANY CLOSED FOR WEEKS\n\n"
        "The port of Vessany was closed on Monday, the guard said, and would not be opened before the feast.\n"
    )
    assert (found.title, found.published) == ("PORT OF VESSANY CLOSED FOR WEEKS", "2019-05-20")


def test_the_author_of_a_gallery_is_not_the_author() -> None:
    pictures = "".join(
        f"  • View {n}\n\n    Karvelia in pictures: the river\n\n    A boat on the Orlu.\n\n"
        for n in range(4)
    )
    words = f"Port of Vessany closed\n\nThe port was closed on Monday, the guard said.\n\n{pictures}    Author: Jon Perl\n"
    assert document(words).authors == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (STORY, "press article"),
        ("FOR IMMEDIATE RELEASE\n\nOpen the warehouses\n\nThe warehouses should be opened, Open Harbour Watch said today.", "press release"),
        ("Q. Where did you work?\nA. In the port.\nQ. Since when?\nA. Since March.\n", "testimony"),
        ("Witness statement of Ivo T.\n\nI was born in Tamm. I came to Vessany when I was 14. They took my papers from me.", "testimony"),
        ("Dockers were bound by debt. [1] The law forbade it in 1978. [2] A count found 1,200 cases. [3] It was denied. [4]", "encyclopedia article"),
        ("Behind the Gate\n\nSummary\n\nDockers are held.\n\nHow we worked\n\nA list of forty items went out in March. It came back in June.", "report"),
        ("OPEN HARBOUR WATCH ASSOCIATION\n\nTo our friends, on the report of the Commission\n\nMany of you have written to us in these days. The Board has read the report.", "press release"),
        ("Behind the Gate\n\nExecutive summary\n\nDockers are held.\n\nMethodology\n\nWe spoke with 61 dockers.\n\nRecommendations\n\nOpen it.", "report"),
        ("Shopping\n\nBread, salt, rope.", "other"),
    ],
)  # fmt: skip
def test_the_kind_of_document_is_told_by_its_words(words: str, kind: str) -> None:
    assert document(words).kind == kind


def test_a_text_that_begins_with_a_long_paragraph_has_no_title() -> None:
    assert (
        document(
            "The port of Vessany was closed on Monday, and nobody knows when it will open again for boats. "
            * 3
        ).title
        is None
    )


MARKED = """---
title: "Rope money in Vessany"
date: 2019-05-20
authors:
  - Tess Amaro
  - Nils Orre
publisher: Open Harbour Watch
---

# Rope money

![A docker](quay.jpg)

Dockers in **Vessany** pay for their [tools](https://example.org) with a year of their lives, a report says.[^1]

## Findings

- 40 of 61 dockers were locked in at night

```
print("# not a title")
```

<!-- check this -->

> “Nobody told us,” said Ivo Tamm of the dockers of Vessany.

[^1]: Open Harbour Watch, *Behind the Gate*, 2018.
"""


def test_markdown_zones_and_facts() -> None:
    found = document(MARKED, markdown.read)
    kinds = {line: found.zone_at(found.text.index(line)) for line in MARKED.splitlines() if len(line) > 3}
    assert kinds['title: "Rope money in Vessany"'] == "metadata"
    assert kinds["# Rope money"] == "title"
    assert kinds["![A docker](quay.jpg)"] == "caption"
    assert kinds["## Findings"] == kinds["- 40 of 61 dockers were locked in at night"] == "main"
    assert kinds['print("# not a title")'] == "boilerplate"
    assert kinds["<!-- check this -->"] == "metadata"
    assert kinds["> “Nobody told us,” said Ivo Tamm of the dockers of Vessany."] == "main"
    assert kinds["[^1]: Open Harbour Watch, *Behind the Gate*, 2018."] == "references"
    assert (found.title, found.publisher) == ("Rope money in Vessany", "Open Harbour Watch")
    assert found.authors == ("Tess Amaro", "Nils Orre")
    assert found.published == "2019-05-20"
    (date,) = found.dates
    assert date.origin == "metadata"
    assert date.span is not None
    assert found.words(date.span) == "2019-05-20"


def test_markdown_without_front_matter_takes_its_title_from_the_heading() -> None:
    assert (
        document(
            "Behind the *Gate*\n=================\n\nThe port is closed, a report said.\n", markdown.read
        ).title
        == "Behind the Gate"
    )
    assert document("# Behind the Gate #\n\nThe port is closed.\n", markdown.read).title == "Behind the Gate"


def test_a_body_that_a_file_gives_as_its_author_is_who_publishes_it() -> None:
    head = (
        "---\ntitle: What we asked\nauthor: {}\n---\n\n# What we asked\n\nWe asked all 640 of them in May.\n"
    )
    of_body = document(head.format("Dockers’ Union of Vessany"), markdown.read)
    assert (of_body.publisher, of_body.authors) == ("Dockers’ Union of Vessany", ())
    of_person = document(head.format("Mara Lind"), markdown.read)
    assert (of_person.publisher, of_person.authors) == (None, ("Mara Lind",))


def test_an_archive_names_itself_before_the_day_of_the_recording() -> None:
    record = (
        "Voices Archive of Vessany. Recorded on 5 June 2018 by Mara Lind. Not to be lent without the leave of the speaker.\n\n"
        "Mara Lind: Where were you when the water came?\n\nHanna Oss: In the kitchen. I did not hear it.\n\n"
        "Mara Lind: What did you do then?\n\nHanna Oss: I took the stairs, and I stood there for eleven hours.\n"
    )
    assert document(record).publisher == "Voices Archive of Vessany"


def test_the_day_in_the_box_of_an_article_is_that_of_what_it_tells_of() -> None:
    story = "The Orra fire was a fire on a ferry.[1] It took the lives of nine.[2] Nobody was tried.[3] The ship was sold.[4]"
    found = document(f"Orra fire\n\nDate\t17 October 2024\n\n{story}\n")
    assert (found.kind, found.published) == ("encyclopedia article", None)


def test_a_station_with_its_frequency_is_who_publishes() -> None:
    turns = "Host: Where were you?\n\nHanna Oss: In the kitchen.\n\nHost: And then?\n\nHanna Oss: I stood there.\n"
    assert document(f"RADIO VESSANY 94.2 FM\n\nTranscript\n\n{turns}").publisher == "Radio Vessany"
