"""Files that are dropped on the page come into the dossier under their names, and nothing is left of them outside."""

import time
from pathlib import Path

import pytest

from firsthand.dossier import Dossier

NOTE = (
    b"Notice\n\nAt least 340 deckhands were held on boats off Vessany last year, Open Harbour Watch said.\n"
)


@pytest.fixture
def private(tmp_path, monkeypatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def dropped(own, files: dict[str, bytes]) -> dict:
    """Drop files as the script of the page does, and wait until they are read."""
    headers = {"X-Form-Key": own.app.keys.form}
    upload = own.post("/api/uploads", headers=headers).json()["id"]
    for name, content in files.items():
        answer = own.put(
            f"/api/uploads/{upload}/files", params={"name": name}, content=content, headers=headers
        )
        assert answer.status_code == 200, answer.text
    own.post(f"/api/uploads/{upload}/read", headers=headers)
    return over(own)


def over(own) -> dict:
    for _ in range(600):
        job = own.get("/api/work").json()[0]
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    raise AssertionError("the work does not end")


def names(own) -> set[str]:
    with Dossier.open(own.app.app.state.desk.path, writable=False) as dossier:
        return {dossier.name_of(document.id) for document in dossier.documents()}


def test_folders_keep_the_names_inside_of_them_as_with_the_command_line(own, private):
    before = names(own)
    job = dropped(
        own, {"note.txt": NOTE, "harbour/wire/one.txt": NOTE + b"1", "harbour/two.txt": NOTE + b"2"}
    )
    assert (job["state"], job["says"]) == ("done", "3 files read")
    assert names(own) - before == {"note.txt", "wire/one.txt", "two.txt"}
    assert list(private.iterdir()) == [], "the files are removed when they are read"
    assert "3 files read" in own.get("/").text


def test_the_same_files_again_change_nothing(own, private):
    dropped(own, {"harbour/one.txt": NOTE})
    assert dropped(own, {"harbour/one.txt": NOTE})["says"] == "0 files read, 1 known already"


def test_what_cannot_be_read_is_told_for_each_file_and_the_others_go_on(own, private):
    job = dropped(
        own,
        {
            "good.txt": NOTE + b"!",
            "empty.txt": b"",
            "../escape.txt": NOTE,
            "a/../../b.txt": NOTE,
            "n" * 300: NOTE,
        },
    )
    assert job["says"] == "1 file read, 4 not read"
    page = own.get("/work").text
    assert "the file has no bytes" in page
    assert page.count("a file cannot have this name here") == 2
    assert list(private.parent.glob("**/escape.txt")) == []


def test_two_files_of_one_name_are_both_read(own, private):
    headers = {"X-Form-Key": own.app.keys.form}
    upload = own.post("/api/uploads", headers=headers).json()["id"]
    for content in (NOTE + b"a", NOTE + b"b"):
        for name in ("same.txt", "folder/same.txt"):
            own.put(f"/api/uploads/{upload}/files", params={"name": name}, content=content, headers=headers)
    own.post(f"/api/uploads/{upload}/read", headers=headers)
    # One original under one name is one document, from wherever it came.
    assert over(own)["says"] == "2 files read, 2 known already"


def test_a_file_that_is_too_large_is_refused(own, private, monkeypatch):
    monkeypatch.setattr("firsthand.web.uploads.LARGEST", 1000)
    assert (
        dropped(own, {"large.txt": NOTE * 50, "small.txt": NOTE + b"?"})["says"] == "1 file read, 1 not read"
    )


def test_it_goes_without_scripts_too(own, private):
    before = names(own)
    files = [("files", ("one.txt", NOTE + b"one")), ("files", ("two.txt", NOTE + b"two"))]
    answer = own.post("/add", data={"form_key": own.app.keys.form}, files=files)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    over(own)
    assert names(own) - before == {"one.txt", "two.txt"}
    assert own.post("/add", data={"form_key": "wrong"}, files=files).status_code == 403


def test_what_was_dropped_and_never_read_is_removed_at_the_end(own, private):
    headers = {"X-Form-Key": own.app.keys.form}
    upload = own.post("/api/uploads", headers=headers).json()["id"]
    own.put(f"/api/uploads/{upload}/files", params={"name": "one.txt"}, content=NOTE, headers=headers)
    (folder,) = private.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    own.app.app.state.desk.close()
    assert list(private.iterdir()) == []


def test_a_mistake_in_one_job_does_not_stop_the_next(own, capsys):
    work = own.app.app.state.desk.work

    def wrong(dossier, watch):
        raise KeyError("the words of a source")

    failed = work.finish("Something", wrong, 10)
    assert failed.state == "failed"
    assert "words of a source" not in failed.says + capsys.readouterr().err
    assert work.finish("Something else", lambda dossier, watch: "all well", 10).says == "all well"
