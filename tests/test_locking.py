"""Encrypted dossiers at the command line: where a passphrase comes from, and what is said without one."""

import os
from pathlib import Path

import keyring
import keyring.backend
import pytest
from tests.commands import done

from firsthand.cli import passphrase
from firsthand.dossier import Dossier, is_encrypted

WORDS = "four lamps over a quiet harbour"
TEXT = "Hundreds held\n\nAt least 340 deckhands were held on boats off Vessany last year, Open Harbour Watch said.\n"


class Ring(keyring.backend.KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def ring():
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def run(monkeypatch, capfd, tmp_path):
    """Run a command; ``said`` is what the file descriptor gives. Gives the exit status, what was printed and the messages."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object, said: str = "") -> tuple[int, str, str]:
        options = []
        if said:
            there, here = os.pipe()
            os.write(here, said.encode())
            os.close(here)
            options = ["--passphrase-fd", str(there)]
        passphrase._given.cache_clear()
        passphrase._key.cache_clear()
        return done((*options, *words), monkeypatch, capfd)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "harbour"
    place.mkdir()
    (place / "courier.txt").write_text(TEXT, "utf-8")
    return place


def test_an_encrypted_dossier_is_read_into_and_asked_with_its_passphrase(run, folder):
    assert run("read", folder, "--dossier", "a.dossier", "--passphrase", said=WORDS)[0] == 0
    assert b"Vessany" not in Path("a.dossier").read_bytes()
    status, out, _ = run("claims", "a.dossier", said=WORDS)
    assert (status, "340" in out) == (0, True)
    assert run("verify", "a.dossier", said=WORDS)[0] == 0


def test_without_its_passphrase_nothing_is_told(run):
    run("new", "a.dossier", "--passphrase", said=WORDS)
    for said, expected in (
        ("", "no terminal to ask"),
        ("some other words here", "is not the one to this dossier"),
    ):
        status, out, err = run("claims", "a.dossier", said=said)
        assert (status, out) == (2, "")
        assert expected in err
        assert "Traceback" not in err


def test_a_passphrase_is_never_on_the_command_line(run):
    status, _, err = run("new", "a.dossier", f"--passphrase={WORDS}")
    assert status == 2
    assert WORDS not in err
    assert not Path("a.dossier").exists()


def test_a_short_passphrase_makes_nothing(run):
    status, _, err = run("new", "a.dossier", "--passphrase", said="short")
    assert (status, "at least 12" in err) == (2, True)
    assert not Path("a.dossier").exists()


def test_lock_and_unlock(run, folder):
    run("read", folder, "--dossier", "a.dossier")
    assert run("lock", "a.dossier", said=WORDS)[0] == 0
    assert is_encrypted(Path("a.dossier"))
    assert run("lock", "a.dossier", "--new-passphrase", said=f"{WORDS}\nanother long set of words")[0] == 0
    assert run("verify", "a.dossier", said=WORDS)[0] == 2
    assert run("unlock", "a.dossier", "--plain", said="another long set of words")[0] == 0
    assert "340" in run("claims", "a.dossier")[1]
    assert run("unlock", "a.dossier", "--plain")[0] == 2


def test_the_keyring_opens_it_until_it_is_locked(run, folder, ring):
    run("read", folder, "--dossier", "a.dossier", "--passphrase", said=WORDS)
    assert run("unlock", "a.dossier", said=WORDS)[0] == 0
    assert not [
        name for _, name in ring.kept if "a.dossier" in name
    ]  # the keyring does not learn the file's name
    assert "340" in run("claims", "a.dossier")[1]
    assert run("lock", "a.dossier")[0] == 0
    assert not ring.kept
    assert run("claims", "a.dossier")[0] == 2


def test_what_unlocks_is_in_the_history(run, folder, ring):
    run("read", folder, "--dossier", "a.dossier", "--passphrase", said=WORDS)
    run("unlock", "a.dossier", said=WORDS)
    run("unlock", "a.dossier", "--plain", said=WORDS)
    with Dossier.open(Path("a.dossier"), writable=False) as opened:
        assert [entry.action for entry in opened.history() if "lock" in entry.action] == ["unlock", "unlock"]


def test_without_a_keyring_unlock_says_so(run, monkeypatch):
    monkeypatch.setattr(passphrase, "_keyring", lambda: None)
    run("new", "a.dossier", "--passphrase", said=WORDS)
    status, _, err = run("unlock", "a.dossier", said=WORDS)
    assert (status, "no keyring" in err) == (2, True)
