"""The command line as a user meets it: what it prints, how it ends, what it leaves behind."""

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.commands import done
from tests.texts import COURIER, WIRE

from firsthand.dossier import Dossier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "harbour"
    place.mkdir()
    (place / "wire.txt").write_text(WIRE, "utf-8")
    (place / "courier.txt").write_text(COURIER, "utf-8")
    return place


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run a command in an empty folder; gives the exit status, what was printed and the messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    return lambda *words: done(words, monkeypatch, capsys)


def test_help_answers_at_once():
    def seconds() -> float:
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "firsthand.cli", "--help"], check=True, capture_output=True)
        return time.perf_counter() - started

    assert min(seconds() for _ in range(3)) < 1.0  # 0.3 s on an idle machine; see docs/benchmarks.md
    heavy = "import sys, firsthand.cli; print(sorted({'spacy', 'lxml', 'trafilatura', 'rich', 'sqlite3', 'numpy'} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_a_folder_becomes_a_dossier_named_after_it(run, folder, tmp_path):
    status, out, _ = run("read", folder)
    assert status == 0
    assert (tmp_path / "harbour.dossier").exists()
    assert "2 documents" in out
    assert "What comes first" in out


def test_reading_again_is_harmless_and_takes_in_what_is_new(run, folder):
    run("read", folder)
    status, out, _ = run("read", folder)
    assert status == 0
    assert "2 known already" in out
    (folder / "third.txt").write_text("Notice\n\nThe harbour of Vessany is closed on Friday.\n", "utf-8")
    assert "1 file read, 2 known already" in run("read", folder)[1]


def test_the_same_in_steps(run, folder):
    assert run("new", "a.dossier")[0] == 0
    assert run("new", "a.dossier")[0] == 2
    assert run("add", "a.dossier", folder / "wire.txt", folder / "courier.txt")[0] == 0
    assert "2 documents" in run("verify", "a.dossier")[1]


def test_inspect_prints_one_line_for_each_file_in_the_order_given(run, folder):
    status, out, _ = run("inspect", "--json", folder / "wire.txt", folder / "courier.txt")
    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [line["document"]["original"]["name"] for line in lines] == ["wire.txt", "courier.txt"]
    assert lines[0]["document"]["text"] == WIRE
    assert any(quantity["text"] == "At least 340" for quantity in lines[0]["quantities"])


def test_inspect_says_why_a_file_cannot_be_read_and_goes_on(run, folder):
    (folder / "empty.txt").write_bytes(b"")
    status, out, _ = run("inspect", "--json", folder / "empty.txt", folder / "wire.txt")
    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [line["document"]["original"]["name"] for line in lines] == ["empty.txt", "wire.txt"]
    assert lines[0]["document"]["id"] is None
    assert lines[0]["problems"]


def test_findings_are_one_json_object_and_quote_exactly(run, folder):
    run("read", folder)
    status, out, _ = run("findings", "harbour.dossier", "--json")
    content = json.loads(out)
    assert status == 0
    assert set(content) == {"documents", "claims", "figures", "links", "reuse", "findings", "unchecked"}
    texts = {"wire.txt": WIRE, "courier.txt": COURIER}
    names = {document["id"]: document["name"] for document in content["documents"]}
    quoted = [
        *content["claims"],
        *(piece for finding in content["findings"] for piece in finding["evidence"]),
    ]
    assert quoted
    for piece in quoted:
        assert texts[names[piece["document"]]][piece["start"] : piece["end"]] == piece["text"]
    assert content["reuse"], "the shared quotation"


def test_claims_are_narrowed_by_words(run, folder):
    run("read", folder)
    assert "340" in run("claims", "harbour.dossier", "deckhands")[1]
    assert "0 of 0 claims" in run("claims", "harbour.dossier", "zebra")[1]


def test_show_and_search_lead_to_the_words(run, folder):
    run("read", folder)
    content = json.loads(run("findings", "harbour.dossier", "--json")[1])
    claim = next(claim for claim in content["claims"] if claim["quantity"])
    status, out, _ = run("show", "harbour.dossier", claim["id"][:8])
    assert status == 0
    assert "⟦" in out
    assert run("show", "harbour.dossier", content["figures"][0]["id"])[0] == 0
    assert run("show", "harbour.dossier", content["documents"][0]["id"])[0] == 0
    assert "ashore" in run("search", "harbour.dossier", "ashore")[1]


@pytest.mark.parametrize("form", ["csv", "json", "markdown", "html"])
def test_exports_name_their_profile(run, folder, tmp_path, form):
    run("read", folder)
    assert run("export", "harbour.dossier", "--as", form, "--out", "out")[0] == 0
    written = (tmp_path / "out").read_text("utf-8-sig")
    assert "internal" in written
    assert "340" in written


def test_a_correction_is_kept_and_survives_an_update(run, folder):
    run("read", folder)
    document = json.loads(run("findings", "harbour.dossier", "--json")[1])["documents"][0]
    assert (
        run(
            "correct", "harbour.dossier", document["id"], "--date", "2024-03-09", "--publisher", "Karvel Post"
        )[0]
        == 0
    )
    run("update", "harbour.dossier")
    again = {d["id"]: d for d in json.loads(run("findings", "harbour.dossier", "--json")[1])["documents"]}[
        document["id"]
    ]
    assert (again["published"], again["publisher"]) == ("2024-03-09", "Karvel Post")
    assert run("correct", "harbour.dossier", document["id"], "--kind", "poem")[0] == 2
    assert run("correct", "harbour.dossier", document["id"], "--date", "last week")[0] == 2


def test_a_decision_about_figures_and_origins_is_kept(run, folder):
    run("read", folder)
    content = json.loads(run("findings", "harbour.dossier", "--json")[1])
    figure = max(content["figures"], key=lambda figure: len(figure["claims"]))
    one, other = (claim["claim"] for claim in figure["claims"][:2])
    assert run("decide", "harbour.dossier", one[:10], other[:10], "--apart", "--reason", "two ports")[0] == 0
    again = json.loads(run("findings", "harbour.dossier", "--json")[1])
    assert not any(
        {one, other} <= {claim["claim"] for claim in found["claims"]} for found in again["figures"]
    )
    assert run("decide", "harbour.dossier", one, other, "--together")[0] == 0
    assert json.loads(run("findings", "harbour.dossier", "--json")[1])["figures"] == content["figures"]
    assert run("decide", "harbour.dossier", one, one, "--apart")[0] == 2
    assert run("decide", "harbour.dossier", "Nobody At All", "Someone Else", "--apart")[0] == 2
    assert run("decide", "harbour.dossier", one, other)[0] == 2


def test_what_was_not_checked_is_told(run, folder):
    (folder / "lettre.txt").write_text("Lettre de la mission\n\nNous avons soigné 318 personnes dans les abris, et nous prions chaque soir pour les familles de la côte.\n", "utf-8")  # fmt: skip
    (folder / "empty.txt").write_bytes(b"")
    run("read", folder)
    content = json.loads(run("findings", "harbour.dossier", "--json")[1])
    whole = [each for each in content["unchecked"] if each["start"] is None]
    assert len(whole) == 2
    assert any("another language" in each["says"] for each in whole)
    _, out, _ = run("findings", "harbour.dossier")
    assert "Not checked" in out
    assert "lettre.txt" in out


def test_what_is_forgotten_is_gone_for_good(run, folder, tmp_path):
    (folder / "secret.txt").write_text(
        "A note\n\nThe zymurgist of Lower Karvelia hid 14 people in the mill.\n", "utf-8"
    )
    run("read", folder)
    documents = json.loads(run("findings", "harbour.dossier", "--json")[1])["documents"]
    secret = next(document["id"] for document in documents if document["name"] == "secret.txt")
    assert run("forget", "harbour.dossier", secret, "--yes")[0] == 0
    for path in tmp_path.glob("harbour.dossier*"):
        assert b"zymurgist" not in path.read_bytes()
    assert run("verify", "harbour.dossier")[0] == 0
    assert run("read", folder)[0] == 1, "it is not taken in again"
    assert "zymurgist" not in run("search", "harbour.dossier", "zymurgist")[1]


def test_verify_notices_a_changed_dossier(run, folder, tmp_path):
    run("read", folder)
    import sqlite3

    with sqlite3.connect(tmp_path / "harbour.dossier") as connection:
        connection.execute("UPDATE claim SET text = 'something else'")
    connection.close()
    assert run("verify", "harbour.dossier")[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("read", "nowhere"),
        ("findings", "nowhere.dossier"),
        ("add", "nowhere.dossier", "."),
        ("show", "a.dossier", "zzzz"),
        ("export", "a.dossier", "--as", "docx"),
        ("export", "a.dossier", "--as", "csv", "--for", "enemies"),
        ("nonsense",),
    ],
)
def test_wrong_use_is_one_calm_line(run, words):
    run("new", "a.dossier")
    status, _, errors = run(*words)
    assert status == 2
    assert "Traceback" not in errors
    assert errors.strip()


def test_doctor_says_that_all_is_there(run):
    status, out, _ = run("doctor")
    assert status == 0
    assert "language model" in out


def test_stopping_leaves_a_whole_dossier_and_says_so(run, folder, monkeypatch):
    from firsthand import claims

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(claims, "make", stopped)
    status, _, errors = run("read", folder)
    monkeypatch.undo()
    assert status == 1
    assert "goes on from there" in errors


def test_findings_are_numbered_and_a_number_shows_one_in_its_paragraphs(run, folder):
    run("read", folder)
    status, out, _ = run("findings", "harbour.dossier")
    assert status == 0
    assert "  1  one origin: " in out
    status, out, _ = run("show", "harbour.dossier", "1")
    assert status == 0
    assert out.startswith("Finding 1, one origin: ")
    assert "wire.txt" in out
    assert "⟦" in out
    assert run("show", "harbour.dossier", "999")[0] == 2


def test_findings_of_one_kind_keep_their_numbers(run, folder):
    run("read", folder)
    listed = run("findings", "harbour.dossier")[1]
    number = next(line.split()[0] for line in listed.splitlines() if "  drift: " in line)
    drifts = run("findings", "harbour.dossier", "--kind", "drift")[1]
    assert f"{number}  drift: " in drifts
    assert "one origin" not in drifts
    assert "there are: one origin" in " ".join(
        run("findings", "harbour.dossier", "--kind", "poem")[1].split()
    )


def test_a_document_is_found_by_the_name_of_its_file(run, folder):
    run("read", folder)
    assert "wire.txt" in run("show", "harbour.dossier")[1], "without an id: the documents"
    assert "SHA-256" in run("show", "harbour.dossier", "wire.txt")[1]
    assert "1 of 1 claim\n" in run("claims", "harbour.dossier", "--document", "courier.txt", "340")[1]
    assert run("correct", "harbour.dossier", "wire.txt", "--date", "2024-03-04")[0] == 0
    assert run("forget", "harbour.dossier", "wire.txt", "--yes")[0] == 0


def test_a_claim_is_shown_in_its_paragraph_with_its_links_and_reasons(run, folder):
    run("read", folder)
    claims = [json.loads(line) for line in run("claims", "harbour.dossier", "340", "--json")[1].splitlines()]
    later = next(claim for claim in claims if claim["quantity"]["text"] == "Some 340")
    out = " ".join(run("show", "harbour.dossier", later["id"])[1].split())
    assert "courier.txt" in out
    assert "⟦Some 340 deckhands were held on boats off Vessany last year" in out
    assert "count: about 340" in out
    assert "drift (how firmly it is said" in out
    assert "with another claim" in out, "the wire report has no year"
    run("correct", "harbour.dossier", "wire.txt", "--date", "2024-03-04")
    assert "with an earlier claim" in " ".join(run("show", "harbour.dossier", later["id"])[1].split())
    assert "same number" in out


def test_a_figure_is_shown_with_every_claim_its_value_voice_and_why(run, folder):
    run("read", folder)
    figures = json.loads(run("findings", "harbour.dossier", "--json")[1])["figures"]
    shared = next(
        figure
        for figure in figures
        if len(figure["claims"]) == 2 and all("340" in claim["text"] for claim in figure["claims"])
    )
    out = " ".join(run("show", "harbour.dossier", shared["id"])[1].split())
    for words in (
        "origin: Open Harbour Watch, 2 of 2 claims",
        "count: at least 340",
        "count: about 340",
        "furthest voice: Open Harbour Watch",
        "1↔2",
    ):
        assert words in out


def test_files_with_the_same_problem_are_one_line_with_a_count(run, folder):
    for number in range(5):
        (folder / f"empty{number}.txt").write_bytes(b"")
    status, out, _ = run("read", folder)
    assert status == 1
    assert "2 files read, 5 not read" in out
    assert "5 files (empty0.txt, empty1.txt, empty2.txt and 2 more): the file has no bytes" in " ".join(
        out.split()
    )


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize(
    "words", [("findings",), ("claims",), ("show", "1"), ("show",), ("search", "deckhands")]
)
def test_what_is_printed_fits_the_terminal(run, folder, columns, words, monkeypatch):
    run("read", folder)
    from firsthand.cli import screen

    monkeypatch.setattr(screen.CONSOLE, "width", columns)
    command, *rest = words
    lines = run(command, "harbour.dossier", *rest)[1].splitlines()
    assert max(map(len, lines)) <= columns
    assert all(line == line.rstrip() for line in lines)


def test_a_release_does_not_overwrite_a_dossier_and_is_not_noted_when_it_cannot_be_written(
    run, folder, tmp_path
):
    run("read", folder)
    before = (tmp_path / "harbour.dossier").read_bytes()
    assert run("export", "harbour.dossier", "--as", "html", "--out", "harbour.dossier")[0] == 2
    assert run("export", "harbour.dossier", "--as", "html", "--out", "nowhere/report.html")[0] == 2
    assert (tmp_path / "harbour.dossier").read_bytes() == before


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_nothing_is_forgotten_without_a_yes(run, folder, answer, monkeypatch):
    run("read", folder)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    status, _, errors = run("forget", "harbour.dossier", "wire.txt")
    assert status == 2
    assert "nothing was erased" in errors
    assert "wire.txt" in run("show", "harbour.dossier")[1]


def test_errors_name_the_file_and_say_what_would_work(run, folder):
    run("read", folder)
    assert "is a folder; `firsthand read harbour`" in run("findings", "harbour")[2]
    assert "there is harbour.dossier" in run("findings", "harbor.dossier")[2]
    assert "is a dossier; `firsthand findings harbour.dossier`" in run("read", "harbour.dossier")[2]


def test_json_is_utf8_whatever_the_terminal_speaks(run, folder, tmp_path):
    run("read", folder)
    done = subprocess.run(
        [sys.executable, "-m", "firsthand.cli", "search", str(tmp_path / "harbour.dossier"), "ashore", "--json"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True,
    )  # fmt: skip
    assert [json.loads(line)["text"] for line in done.stdout.decode("utf-8").splitlines()]


def test_no_summary_of_a_command_is_cut_off(run):
    commands = run("--help")[1].split("Commands:")[1]
    assert "..." not in commands


def test_what_could_not_be_read_is_listed_with_the_documents(run, folder):
    (folder / "half.pdf").write_bytes(b"%PDF-1.4 and no more")
    (folder / "lost.txt").symlink_to("nowhere")
    run("read", folder)
    out = run("show", "harbour.dossier")[1]
    assert "2 documents; 2 files with no text" in out
    assert "half.pdf" in out
    assert "the link leads to nothing" in out
    assert "could not be read" in run("show", "harbour.dossier", "half.pdf")[1]
    assert "SHA-256" in run("show", "harbour.dossier", "wire.txt")[1]
    assert run("forget", "harbour.dossier", "half.pdf", "--yes")[0] == 0


def test_many_different_doubts_do_not_push_the_findings_off_the_screen(capsys):
    from firsthand.cli import screen
    from firsthand.records import Problem

    screen.problems("doubtful", [Problem(f"{n}.txt", f"page {n} is a picture") for n in range(400)])
    out = capsys.readouterr().out
    assert len(out.splitlines()) < 16
    assert "and 388 more" in out


NOTE = "Open Harbour Watch said on Monday that {} dockers of Vessany had died of cold since 2019.\n"


def test_files_added_for_later_are_compared_when_a_question_comes(run, tmp_path):
    dossier = tmp_path / "port.dossier"
    (tmp_path / "one.txt").write_text(NOTE.format("1,847"), "utf-8")
    (tmp_path / "two.txt").write_text("Quay news.\n\n" + NOTE.format("1,847"), "utf-8")
    assert run("new", dossier)[0] == 0
    _, said, _ = run("add", dossier, tmp_path / "one.txt", tmp_path / "two.txt", "--later")
    assert "2 files read" in said
    assert "firsthand findings" in said
    assert "What comes first" not in said
    _, asked, _ = run("findings", dossier)
    assert "1,847" in asked
    assert "2 documents" in asked or "two documents" in asked.casefold()
    assert run("findings", dossier)[1] == asked


def test_a_file_added_to_a_large_dossier_is_compared_and_settled_with_the_next_question(
    run, tmp_path, monkeypatch
):
    monkeypatch.setattr("firsthand.dossier.api.SETTLED_AT_ONCE", 1)
    folder, dossier = tmp_path / "port", tmp_path / "port.dossier"
    folder.mkdir()
    (folder / "one.txt").write_text(NOTE.format("1,847"), "utf-8")
    (folder / "two.txt").write_text("Quay news.\n\n" + NOTE.format("1,847"), "utf-8")
    assert "2 documents, 2 claims" in run("read", folder, "--dossier", dossier)[1]
    (tmp_path / "three.txt").write_text("Docks.\n\n" + NOTE.format("1,847"), "utf-8")
    _, said, _ = run("add", dossier, tmp_path / "three.txt")
    assert "`firsthand findings" in said
    assert "documents, 3 claims" not in said
    with Dossier.open(dossier) as kept:
        assert not kept.is_settled()
        assert len({link.earlier for link in kept.links()} | {link.later for link in kept.links()}) == 3
    assert "3 documents" in run("findings", dossier)[1]
