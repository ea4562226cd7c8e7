"""`firsthand open`: what it prints, when it does not open, and pages while the dossier is not settled or is encrypted."""

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from tests.web.visiting import visitor

from firsthand import cli
from firsthand.dossier import Dossier, new_key
from firsthand.web.app import make_app
from firsthand.web.keys import Keys

NOTE = "Notice\n\nAt least 340 deckhands were held on boats off Vessany last year, Open Harbour Watch said.\n"


def said(monkeypatch, capsys, *words: object) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["firsthand", "open", *map(str, words)])
    try:
        status = cli.main() or 0
    except SystemExit as ended:
        status = ended.code or 0
    return status, *capsys.readouterr()


def test_it_prints_its_address_answers_and_ends_with_ctrl_c(demo_path, tmp_path):
    copy = tmp_path / "demo.dossier"
    shutil.copy(demo_path, copy)
    command = [sys.executable, "-m", "firsthand.cli", "open", str(copy), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout and program.stderr
        lines = [program.stdout.readline() for _ in range(5)]
        address = lines[2].strip()
        assert address.startswith("http://127.0.0.1:")
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert b"What comes first" in opener.open(address).read()
        program.send_signal(signal.SIGINT)
        assert program.wait(20) == 0
        assert program.stderr.read() == ""


@pytest.mark.parametrize("words", [("nowhere.dossier",), (".",), (__file__,)])
def test_what_is_no_dossier_is_not_opened(monkeypatch, capsys, words):
    status, out, errors = said(monkeypatch, capsys, *words, "--no-browser")
    assert (status, out) == (2, "")
    assert "Traceback" not in errors


def test_a_port_that_is_taken_is_said(monkeypatch, capsys, demo_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        status, _, errors = said(
            monkeypatch, capsys, demo_path, "--no-browser", "--port", taken.getsockname()[1]
        )
    assert status == 2
    assert "leave --port out" in errors


def test_it_is_bound_to_this_machine_only():
    from firsthand.web import serving

    with serving._bound(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_the_browser_gets_a_key_that_works_once(monkeypatch, demo_path):
    from firsthand.web import serving

    opened, printed, served = [], [], []
    monkeypatch.setattr(serving.webbrowser, "open", opened.append)
    monkeypatch.setattr(serving.uvicorn.Server, "run", lambda self, sockets: served.append(self.config.app))
    serving.serve(demo_path, 0, browser=True, say=printed.append)
    assert opened[0] != printed[0]
    key = opened[0].partition("token=")[2]
    assert served[0].keys.opens(key)
    assert not served[0].keys.opens(key)


def test_what_was_left_for_later_is_worked_out_when_it_opens(tmp_path):
    path = tmp_path / "later.dossier"
    (tmp_path / "note.txt").write_text(NOTE, "utf-8")
    with Dossier.create(path) as dossier:
        dossier.add([tmp_path / "note.txt"], later=True)
        assert not dossier.is_settled()
    guard = make_app(path, Keys(), 4321)
    client = visitor(guard)
    for _ in range(400):
        if client.get("/api/work").json()[0]["state"] == "done":
            break
        time.sleep(0.05)
    assert "<dd>1</dd>" in client.get("/").text
    assert client.get("/api/figures").json()["total"] > 0
    guard.app.state.desk.close()


def test_an_encrypted_dossier_is_read_and_written_with_its_key(tmp_path):
    path = tmp_path / "locked.dossier"
    key = new_key("orlu ferry at dawn")
    (tmp_path / "note.txt").write_text(NOTE, "utf-8")
    with Dossier.create(path, key) as dossier:
        dossier.add([tmp_path / "note.txt"])
    guard = make_app(path, Keys(), 4321, key)
    client = visitor(guard)
    assert "deckhands" in client.get("/search?q=deckhands").text
    headers = {"X-Form-Key": guard.keys.form}
    upload = guard.app.state.desk.uploads.begin()
    if Path("/dev/shm").is_dir():
        assert upload.place.is_relative_to("/dev/shm")
    client.put(
        f"/api/uploads/{upload.id}/files",
        params={"name": "b.txt"},
        content=NOTE.encode() + b"!",
        headers=headers,
    )
    client.post(f"/api/uploads/{upload.id}/read", headers=headers)
    guard.app.state.desk.work.jobs()[0].ended.wait(20)
    assert guard.app.state.desk.work.jobs()[0].says == "1 file read"
    guard.app.state.desk.close()
    assert not upload.place.exists()
