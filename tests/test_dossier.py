"""The corridor: what is kept, said again, tried again; nothing that a source said stands in a message."""

import gc
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from firsthand import claims
from firsthand.dossier import Dossier, extraction

NOTE = "A note\n\nThe zymurgist hid 14 people in the mill of Lower Karvelia.\n"


@pytest.fixture
def opened(tmp_path: Path):
    with Dossier.create(tmp_path / "a.dossier") as dossier:
        yield dossier


def packed(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def names(opened: Dossier) -> set[str]:
    return {opened.name_of(document.id) for document in opened.documents()}


def test_a_mistake_of_ours_stops_no_other_file_repeats_no_words_and_is_tried_again(
    opened, tmp_path, monkeypatch
):
    (tmp_path / "note.txt").write_text(NOTE, "utf-8")
    (tmp_path / "other.txt").write_text("Notice\n\nThe harbour is closed.\n", "utf-8")
    make = claims.make

    def broken(document, parse, marks):
        if "zymurgist" in document.text:
            raise ValueError(document.text)
        return make(document, parse, marks)

    monkeypatch.setattr(claims, "make", broken)
    done = opened.add([tmp_path / "note.txt", tmp_path / "other.txt"])
    assert done.failed == ["note.txt"]
    assert names(opened) == {"other.txt"}
    assert "zymurgist" not in " ".join(problem.says for problem in (*done.problems, *opened.problems()))
    monkeypatch.undo()
    assert opened.add([tmp_path / "note.txt"]).read == 1


def test_what_could_not_be_read_is_said_again(opened, tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 but nothing else")
    first, second = (opened.add([tmp_path / "scan.pdf"]) for _ in range(2))
    assert first.failed == second.failed == ["scan.pdf"]
    assert [p.says for p in first.problems] == [p.says for p in second.problems]


def test_files_inside_of_files_are_documents_of_their_own(opened, tmp_path):
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "desk@example.invalid",
        "The list",
        "Mon, 4 Mar 2024 10:00:00 +0000",
    )
    message.set_content("Dear all,\n\nthe list is attached.\n")
    message.add_attachment(
        packed("list.txt", NOTE.encode()), maintype="application", subtype="zip", filename="list.zip"
    )
    (tmp_path / "mail.eml").write_bytes(bytes(message))
    opened.add([tmp_path / "mail.eml"])
    assert names(opened) == {"mail.eml", "mail.eml/list.zip/list.txt"}


def test_files_too_deep_inside_of_others_are_named(opened, tmp_path):
    content, name = NOTE.encode(), "note.txt"
    for depth in range(8):
        content, name = packed(name, content), f"{depth}.zip"
    (tmp_path / "deep.zip").write_bytes(content)
    done = opened.add([tmp_path / "deep.zip"])
    assert done.failed
    assert done.problems


def test_an_update_extracts_again_what_an_older_version_extracted(opened, tmp_path, monkeypatch):
    (tmp_path / "note.txt").write_text(NOTE, "utf-8")
    opened.add([tmp_path / "note.txt"])
    assert opened.update() == 0
    monkeypatch.setattr(extraction, "EXTRACTION", extraction.EXTRACTION + 1)
    assert opened.update() == 1
    assert opened.update() == 0


def test_a_very_long_document_is_kept_and_not_analysed(opened, tmp_path):
    (tmp_path / "long.txt").write_text("The harbour of Vessany is closed today.\n\n" * 30_000, "utf-8")
    done = opened.add([tmp_path / "long.txt"])
    assert done.read == 1
    assert any("more than the 1,000,000" in problem.says for problem in done.problems)
    assert next(opened.search("harbour"))


def test_a_forgotten_member_of_an_archive_does_not_come_back_inside_of_it(opened, tmp_path):
    (tmp_path / "two.zip").write_bytes(packed("note.txt", NOTE.encode()))
    opened.add([tmp_path / "two.zip"])
    (document,) = opened.documents()
    opened.forget(document.id, "withdrawn")
    assert opened.add([tmp_path / "two.zip"]).failed == ["two.zip/note.txt"]
    assert not list(opened.documents())
    assert not [original for original, _ in opened._ledger.receipts()]
    assert not list(opened.verify())


def test_of_a_spanish_document_the_quantities_are_marked_and_nothing_else_and_it_says_so(opened, tmp_path):
    text = (
        "El puerto de Vessany\n\nLa oficina dijo que más de 2.500 personas esperaban en la orilla del río.\n"
    )
    (tmp_path / "nota.txt").write_text(text, "utf-8")
    opened.add([tmp_path / "nota.txt"])
    (found,) = extraction.inspect([tmp_path / "nota.txt"])
    assert [each.span.of(text) for each in found.marks.quantities] == ["más de 2.500"]
    assert found.claims == found.marks.attributions == ()
    assert any("only its quantities" in problem.says for problem in opened.problems())


def test_python_searches_for_garbage_as_before_when_documents_are_compared(opened, tmp_path):
    before = gc.get_threshold()
    (tmp_path / "note.txt").write_text(NOTE, "utf-8")
    opened.add([tmp_path / "note.txt"])
    assert gc.get_threshold() == before
