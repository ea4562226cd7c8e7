"""A draft against the demo dossier: every verdict with its footnote, nothing kept, nobody named who is to be hidden."""

import hashlib
import io
import json
from pathlib import Path

import docx
import pytest
from tests.commands import done

from firsthand import interface
from firsthand.dossier import Dossier
from firsthand.errors import UnreadableOriginal, WrongUse
from firsthand.records import Check, Checked

DEMO = Path(__file__).parent.parent / "demo" / "docs"

TITLE = "A winter in Vessany"
SENTENCES = (
    ("An estimated 64%", "supported", "An estimated 64% of migrant women in the fish halls of Vessany are working off a recruitment debt, Open Harbour Watch found."),
    ("64%", "drifted", "In Vessany, 64% of migrant women in the fish halls are working off a recruitment debt."),
    ("52", "conflicting", "Between January 2019 and December 2023, 52 foreign workers died at the port of Vessany."),
    ("At least 37", "drifted", "At least 37 foreign workers died at the port of Vessany between January 2019 and December 2023."),
    ("41", "supported", "The Ministry says that 41 foreign workers died at the port of Vessany between January 2019 and December 2023."),
    ("1,912", "supported", "As of 22 April, 1,912 people are living in the temporary shelters on the south quay."),
    ("Between 15,000 and 30,000", "repeated only", "Between 15,000 and 30,000 Ruvenians are thought to have passed through the halls since 2010."),
    ("612", "without a source", "A survey of fishing boats looked at 612 of them."),
)  # fmt: skip
QUOTATIONS = (
    ("I could not read it, it was in Karvelian,", "supported"),
    ("I could never read it, it was in Karvelian. It said I owed them for the bus, the bed and the boots,", "drifted"),
    ("We never asked anybody for a passport in our lives,", "without a source"),
)  # fmt: skip
TEXT = "\n\n".join(
    (*(sentence for _, _, sentence in SENTENCES), *(f'"{words}" said one woman.' for words, _ in QUOTATIONS))
)


@pytest.fixture
def path(demo_path) -> Path:
    return demo_path


@pytest.fixture
def ask(path, tmp_path):
    """Check a text, or the bytes of a file, against the demo."""

    def ask(content: str | bytes, name: str = "draft.md") -> Check:
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        with Dossier.open(path, writable=False) as opened:
            return opened.check(tmp_path / name)

    return ask


def figure(check: Check, words: str) -> Checked:
    return next(one for one in check.figures if one.text == words)


def written() -> bytes:
    made, held = docx.Document(), io.BytesIO()
    made.add_heading(TITLE, 1)
    for paragraph in TEXT.split("\n\n"):
        made.add_paragraph(paragraph)
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize("form", ["md", "docx"])
def test_every_figure_and_quotation_has_its_verdict(ask, form):
    check = ask(f"# {TITLE}\n\n{TEXT}\n") if form == "md" else ask(written(), "draft.docx")
    assert [(one.text, one.verdict) for one in check.figures] == [(words, is_) for words, is_, _ in SENTENCES]
    assert [(one.text, one.verdict) for one in check.quotations] == list(QUOTATIONS)
    for one in (*check.figures, *check.quotations):
        assert check.draft.words(one.span) == one.text
        assert one.text in check.draft.words(one.sentence)
    assert not check.unchecked
    assert not check.is_supported()


def test_a_footnote_has_who_produced_it_where_it_stands_and_the_exact_words(ask, path):
    note = figure(ask(TEXT), "1,912").footnote
    assert (note.origin, note.publisher, note.published, note.page) == (
        "Joint Relief Office", "Joint Relief Office", "2024-04-22", 1,
    )  # fmt: skip
    assert "Situation Report No. 5" in note.title
    with Dossier.open(path, writable=False) as opened:
        assert opened.document(note.passage.document).words(note.passage.span) == note.text
        assert opened.claim(note.claim).text == note.text


def test_what_others_print_does_not_support_what_the_origin_put_otherwise(ask):
    check = ask(TEXT)
    firm = figure(check, "64%")
    assert [(each.aspect, each.dossier.casefold()) for each in firm.differs] == [
        ("hedge", "an estimated 64%")
    ]
    assert firm.footnote.publisher == "Open Harbour Watch"
    slip = figure(check, "At least 37")
    assert [(each.aspect, each.dossier) for each in slip.differs] == [("value", "at least 73")]
    assert any("The Osmere Herald" in note for note in slip.notes), "who else has it so"


def test_where_the_dossier_disagrees_with_itself_it_is_said(ask):
    check = ask(TEXT)
    supported, wrong = figure(check, "41"), figure(check, "52")
    assert any("disagrees" in note and "at least 73" in note for note in supported.notes)
    assert wrong.footnote is not None
    assert any("Nor does it fit" in note for note in wrong.notes)


def test_the_verdict_of_a_figure_does_not_depend_on_the_others(ask):
    for words, verdict, sentence in SENTENCES:
        assert figure(ask(sentence), words).verdict == verdict


def test_a_year_that_the_draft_leaves_open_is_no_difference_and_another_day_is(ask):
    said = "As of {}, 1,912 people are living in the temporary shelters on the south quay."
    assert figure(ask(said.format("22 April")), "1,912").verdict == "supported"
    assert figure(ask(said.format("22 April 2023")), "1,912").verdict == "drifted"
    assert figure(ask(said.format("3 February")), "1,912").verdict != "supported"


def test_the_same_number_of_something_else_supports_nothing(ask):
    for sentence in (
        "Some 1,912 sheep graze on the meadows above Lindhavn.",
        "An estimated 64% of the voters in Karvelia own a bicycle.",
        "At least 73 lanterns hang in the old market.",
    ):
        assert [one.verdict for one in ask(sentence).figures] == ["without a source"], sentence


@pytest.mark.parametrize(
    ("quoted", "verdict"),
    [
        ("If you fell asleep [...] the foreman put your hands into the brine to wake you.", "supported"),
        ("If you fell asleep they put your hands into the brine to wake you and laughed.", "drifted"),
        ("was not sold, I was lent", "supported"),
        ("I was not sold, I was given", "without a source"),
    ],
)
def test_a_quotation_is_taken_word_for_word_but_for_cuts_that_it_shows(ask, quoted, verdict):
    (found,) = ask(f'She spoke of the winter in the hall. "{quoted}" she said.').quotations
    assert found.verdict == verdict


def test_what_is_too_short_to_be_looked_up_is_said(ask):
    check = ask('"Somebody lied," said a foreman of the herring halls in Vessany last night.')
    assert [each.says for each in check.unchecked] == ["a quotation too short to be looked up"]
    assert not check.is_supported()


def test_the_name_of_a_witness_is_never_printed(ask):
    draft = 'The interview lasted 1 hour and 50 minutes. "My uncle signed the paper for me at the mill in Sarvel," she said. She was nineteen. "I was not sold, I was lent," she said.'
    said = json.dumps(interface.check_line(ask(f"{TEXT}\n\n{draft}")))
    assert "Dorsath" not in said
    assert '"origin": "a witness"' in said


def test_nothing_is_kept(ask, path):
    before = hashlib.sha256(path.read_bytes()).hexdigest(), sorted(path.parent.iterdir())
    ask(TEXT)
    assert (hashlib.sha256(path.read_bytes()).hexdigest(), sorted(path.parent.iterdir())) == before


def test_a_document_of_the_dossier_does_not_support_itself(ask):
    check = ask((DEMO / "torvane-courier.html").read_bytes(), "torvane-courier.html")
    assert any("itself in the dossier" in problem.says for problem in check.problems)
    assert figure(check, "Between 15,000 and 30,000").verdict == "without a source"
    assert all(
        one.footnote is None or one.footnote.file != "torvane-courier.html"
        for one in (*check.figures, *check.quotations)
    )


def test_what_cannot_be_checked_is_refused_calmly(ask, path):
    with pytest.raises(UnreadableOriginal, match="another language"):
        ask("Nous avons soigné 318 personnes dans les abris, et nous prions pour les familles de la côte.")
    with pytest.raises(UnreadableOriginal, match="no bytes"):
        ask(b"", "empty.txt")
    with Dossier.open(path, writable=False) as opened, pytest.raises(WrongUse, match="is a folder"):
        opened.check(path.parent)


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)

    def run(*words: object, columns: int = 100) -> tuple[int, str, str]:
        from firsthand.cli import screen

        monkeypatch.setattr(screen.CONSOLE, "width", columns)
        return done(words, monkeypatch, capsys)

    return run


@pytest.mark.parametrize("columns", [60, 110])
def test_the_command_prints_each_verdict_and_the_counts(run, path, tmp_path, columns):
    (tmp_path / "draft.md").write_text(TEXT, "utf-8")
    status, out, _ = run("check", path, "draft.md", columns=columns)
    flat = " ".join(out.split())
    assert status == 1
    assert max(map(len, out.splitlines())) <= columns
    assert "supported ⟦An estimated 64%⟧ of migrant women" in flat
    assert "differs in how firmly it is said: your draft “64%”" in flat
    assert "8 figures and 3 quotations: 4 supported, 1 repeated only, 3 drifted, 1 conflicting, 2 without a source" in flat  # fmt: skip


def test_the_exit_status_is_0_when_all_is_supported(run, path, tmp_path):
    (tmp_path / "draft.md").write_text(SENTENCES[0][2], "utf-8")
    assert run("check", path, "draft.md")[0] == 0
    assert run("check", path, "nowhere.md")[0] == 2


def test_json_has_every_figure_with_its_place(run, path, tmp_path):
    (tmp_path / "draft.md").write_text(TEXT, "utf-8")
    status, out, _ = run("check", path, "draft.md", "--json")
    content = json.loads(out)
    assert status == 1
    assert set(content) == {"draft", "figures", "quotations", "unchecked", "problems"}
    for one in (*content["figures"], *content["quotations"]):
        assert TEXT[one["start"] : one["end"]] == one["text"]
        assert TEXT[one["sentence"]["start"] : one["sentence"]["end"]] == one["sentence"]["text"]


def test_figures_that_are_not_settled_are_worked_out_before_a_draft_is_checked(run, tmp_path):
    (tmp_path / "draft.md").write_text(SENTENCES[0][2], "utf-8")
    with Dossier.create(tmp_path / "a.dossier") as opened:
        opened._intake.add([DEMO / "ohw-press-release.eml"], lambda _: None)
        with pytest.raises(WrongUse, match="firsthand update"):
            opened.check(tmp_path / "draft.md")
    assert run("check", "a.dossier", "draft.md")[0] == 0
