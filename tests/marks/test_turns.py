"""Transcripts: who has the word, under which name and in which role."""

from dataclasses import replace

import pytest

from firsthand.language import parse
from firsthand.marks import attributions
from firsthand.records import Attribution, Document, DocumentKind, Marks, Original, Span, Zone


def document(text: str, kind: DocumentKind = "testimony", title: str | None = None) -> Document:
    return Document(
        "d",
        Original("d.txt", "0" * 64, "text/plain", len(text)),
        text,
        (Zone(Span(0, len(text)), "main"),),
        title=title,
        kind=kind,
    )


def turns(one: Document) -> list[Attribution]:
    return [
        each
        for each in attributions.find(one, parse(one), Marks())
        if each.kind == "direct" and one.text[each.content[0].start] not in '“"'
    ]


def told(text: str, kind: DocumentKind = "testimony", title: str | None = None) -> list[str]:
    one = document(text, kind, title)
    return [
        f"{each.source.resolved} ({each.source.role}): {' / '.join(span.of(text) for span in each.content)}"
        for each in turns(one)
        if each.source
    ]


HEAD = "Interviewer: M. Osk. Present: Lena Tamm, 31, of Vessany; the interviewer.\n\n"


def test_a_narrator_between_named_voices_is_the_outlet() -> None:
    text = (
        "Narrator: The commission heard 40 women.\n\nLena Tamm: They drove me there at night. I was cold.\n\n"
        "Narrator: The port is closed now.\n\nLena Tamm: I was never paid."
    )
    assert [each.partition(":")[0] for each in told(text)] == ["None (author)", "Lena Tamm (witness)"] * 2


def test_a_narrator_who_is_asked_is_who_remembers() -> None:
    text = "Interviewer: Were you paid?\n\nNarrator: I was paid twice.\n\nInterviewer: And then?\n\nNarrator: I left."
    assert "the witness (witness): I was paid twice." in told(text)


def test_labels_name_who_asks_and_who_answers() -> None:
    text = HEAD + (
        "Interviewer: How did you come to the port?\n\nLena Tamm: They drove me there at night.\n\n"
        "It was raining.\n\nInterviewer: Were you paid?\n\nLena Tamm: I was paid twice."
    )
    assert told(text) == [
        "M. Osk (author): How did you come to the port?",
        "Lena Tamm (witness): They drove me there at night. / It was raining.",
        "M. Osk (author): Were you paid?",
        "Lena Tamm (witness): I was paid twice.",
    ]


def test_who_is_said_to_have_asked_is_no_witness() -> None:
    text = (
        "Those who speak have agreed to it. Questions were asked by Mara Osk.\n\n"
        "Mara Osk: Were you paid?\n\nLena Tamm: I was paid twice.\n\nMara Osk: And then?\n\nLena Tamm: I left."
    )
    assert [each.partition(":")[0] for each in told(text)] == ["Mara Osk (author)", "Lena Tamm (witness)"] * 2


def test_the_cue_is_the_colon_and_the_source_the_label() -> None:
    text = "Interviewer: Were you paid?\n\nWitness: I was paid twice."
    answer = turns(document(text))[1]
    assert answer.source is not None
    assert [span.of(text) for span in (*answer.source.spans, *answer.cue)] == ["Witness", ":"]


@pytest.mark.parametrize(
    "text",
    [
        "Q. Were you paid?\nA. I was paid twice.\nQ. By whom?\nA. By the foreman.",
        "Q: Were you paid?\n\nA: I was paid twice.\n\nQ: By whom?\n\nA: By the foreman.",
        "[00:01:10] Interviewer: Were you paid?\n\n[00:01:14] Witness: I was paid twice.\n\n"
        "[00:01:20] Interviewer: By whom?\n\n[00:01:25] Witness: By the foreman.",
        "INTERVIEWER (00:10)\nWere you paid?\n\nWITNESS (00:12)\nI was paid twice.\n\n"
        "INTERVIEWER (00:15)\nBy whom?\n\nWITNESS (00:18)\nBy the foreman.",
        "QUESTION: Were you paid?\n\nANSWER: I was paid twice.\n\nQUESTION: By whom?\n\nANSWER: By the foreman.",
    ],
)
def test_forms_of_labels(text: str) -> None:
    assert told(text, title="Interview with Lena Tamm") == [
        "the interviewer (author): Were you paid?",
        "Lena Tamm (witness): I was paid twice.",
        "the interviewer (author): By whom?",
        "Lena Tamm (witness): By the foreman.",
    ]


def test_surnames_and_initials_find_the_full_name() -> None:
    head = "Hearing on the port. Witness: Lena Tamm, a cook. Present: Minister Tomas Revik.\n\n"
    text = (
        head
        + "TAMM: The pier was full.\n\nREVIK: How full?\n\nTAMM: I counted 30 boats.\n\nREVIK: Thank you."
    )
    assert [each.partition(":")[0] for each in told(text, "other")] == [
        "Lena Tamm (witness)", "Tomas Revik (official)", "Lena Tamm (witness)", "Tomas Revik (official)",
    ]  # fmt: skip
    text = text.replace("TAMM:", "LT:").replace("REVIK:", "TR:")
    assert [each.partition(" (")[0] for each in told(text, "other")][:2] == ["Lena Tamm", "Tomas Revik"]


def test_records_of_a_hearing_with_titles_and_points() -> None:
    text = (
        "Senator Revik. How many boats were there?\n\nMs. Tamm. There were 30 boats on the pier.\n\n"
        "Senator Revik. And the crews?\n\nMs. Tamm. I saw nobody on board."
    )
    found = told(text, "other")
    assert found[0].startswith("Revik (official)")
    assert found[3].endswith("I saw nobody on board.")


def test_the_speaker_is_no_second_source_in_her_own_words() -> None:
    text = (
        "Interviewer: What did you think?\n\nLena Tamm: I think that the boats were empty. I said that they were gone.\n\n"
        "Interviewer: You told me of a storm.\n\nLena Tamm: The owner said that there was no storm."
    )
    one = document(text)
    found = attributions.find(one, parse(one), Marks())
    inner = [each for each in found if each.inside is not None]
    assert [each.source.resolved for each in inner if each.source] == ["the owner"]


@pytest.mark.parametrize(
    "text",
    [
        "Highlights: The port is closed.\n\nNeeds: Water and food.\n\nSource: JRO\n\nNeeds: Blankets.\n\nSource: JRO",
        "Date: 3 May 2021\n\nPlace: Vessany\n\nSubject: The port\n\nThe port is closed.",
        "He saw two things: the pier and the boats.\n\nHe saw one more thing: the crew.",
        "The mother lode: a story.\n\nThe mother lode: another story.\n\nThe ship left in May. The crew stayed.",
    ],
)
def test_other_colons_are_no_turns(text: str) -> None:
    assert told(text, "report") == []


def test_we_is_the_body_whose_paper_it_is() -> None:
    text = "We estimate that 300 sailors were held in the port. We asked the owners to return the passports."
    one = replace(document(text, "report", "Empty cabins"), publisher="Open Harbour Watch")
    assert {each.source.resolved for each in attributions.find(one, parse(one), Marks()) if each.source} == {
        "Open Harbour Watch"
    }


def test_i_is_the_witness_of_a_testimony() -> None:
    text = "I, Lena Tamm, was a cook. I said that the cabins were locked."
    one = replace(document(text, "testimony", "Statement"), authors=("T. Clerk",))
    (only,) = attributions.find(one, parse(one), Marks())
    assert only.source is not None
    assert (only.source.resolved, only.source.role) == ("Lena Tamm", "witness")


def test_it_inside_of_quoted_words_is_nobody_outside() -> None:
    text = "The report names the owners. The report said that 40 boats lay there. “I had a paper. It said I owed them money,” said Lena Tamm."
    one = document(text, "press article")
    inner = next(each for each in attributions.find(one, parse(one), Marks()) if each.inside is not None)
    assert inner.source is not None
    assert inner.source.resolved is None


def test_the_title_of_a_bodys_own_paper_reports_nobody() -> None:
    title = "Port of Vessany: Situation Report No. 5"
    text = f"{title}\n\nThe port is closed."
    one = document(text, "report", title)
    assert attributions.find(one, parse(one), Marks()) == ()
