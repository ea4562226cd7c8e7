"""Encrypted dossiers: no words in the files, one clear answer to a wrong passphrase, nothing lost by encrypting."""

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.errors import DossierError, WrongPassphrase, WrongUse
from firsthand.ledger import create, is_encrypted, key_of, new_key, open_dossier, rewrite
from ledger.made import arrival, extraction

WORDS = "four lamps over a quiet harbour"
KILLS = int(os.environ.get("FIRSTHAND_KILLS", "6"))

RUN = """
import sys
from pathlib import Path
from ledger.made import arrival, extraction
from firsthand.ledger import create, key_of, new_key, open_dossier
path = Path(sys.argv[1])
words = sys.stdin.readline().strip()
with open_dossier(path, key=key_of(path, words)) as ledger:
    print("open", flush=True)
    n = ledger.count("documents")
    while True:
        came = arrival(f"Vessany {n}.txt", f"Title {n}")
        ledger.keep(extraction(ledger.receive(came, "text/plain"), came.content, keys=10, prints=300))
        n += 1
"""


def fill(path: Path, key=None) -> None:
    with create(path, key) as ledger:
        came = arrival("Vessany.txt", "A title from Vessany")
        ledger.keep(extraction(ledger.receive(came, "text/plain"), came.content))


def in_clear(path: Path) -> list[str]:
    """The files beside a dossier, and itself, in which a word of the documents can be read."""
    return [
        each.name
        for each in path.parent.iterdir()
        if b"Vessany" in (content := each.read_bytes()) or b"CREATE TABLE" in content
    ]


def test_the_words_are_in_a_plain_file_and_in_no_encrypted_one(tmp_path: Path) -> None:
    for name, key, seen in (("plain", None, ["a.dossier"]), ("encrypted", new_key(WORDS), [])):
        path = tmp_path / name / "a.dossier"
        path.parent.mkdir()
        fill(path, key)
        assert in_clear(path) == seen
        assert is_encrypted(path) is (key is not None)


def test_it_opens_with_its_passphrase_and_says_so_without(path: Path) -> None:
    fill(path, new_key(WORDS))
    for writable in (True, False):
        with open_dossier(path, writable=writable, key=key_of(path, WORDS)) as ledger:
            assert ledger.count("documents") == 1
            assert [hit.document for hit in ledger.search("Vessany")]
        with pytest.raises(WrongPassphrase, match="passphrase is needed"):
            open_dossier(path, writable=writable)
        with pytest.raises(WrongPassphrase, match="not the one to this dossier, or the file is damaged"):
            open_dossier(path, writable=writable, key=key_of(path, "three lamps over a quiet harbour"))


def test_a_wrong_passphrase_and_a_damaged_file_read_alike(path: Path, capfd) -> None:
    fill(path, new_key(WORDS))
    said = set()
    for damaged in (False, True):
        key = key_of(path, WORDS if damaged else "another one, and long enough")
        if damaged:
            content = bytearray(path.read_bytes())
            content[100:120] = os.urandom(20)
            path.write_bytes(content)
        with pytest.raises(WrongPassphrase) as caught:
            open_dossier(path, key=key)
        said.add(str(caught.value))
    assert len(said) == 1
    assert capfd.readouterr() == ("", "")  # the library keeps quiet about it


def test_the_same_words_from_two_keyboards_are_one_passphrase(path: Path) -> None:
    fill(path, new_key("caf\u00e9 by the long pier"))
    open_dossier(path, key=key_of(path, "cafe\u0301 by the long pier")).close()


def test_a_short_passphrase_protects_nothing() -> None:
    with pytest.raises(WrongUse, match="at least 12 characters"):
        new_key("password")


def test_a_key_is_not_printed() -> None:
    key = new_key(WORDS)
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)


def test_encrypting_and_decrypting_lose_nothing(path: Path) -> None:
    fill(path)
    with open_dossier(path) as ledger:
        before = [
            list(ledger.documents()),
            list(ledger.claims()),
            [hit.text for hit in ledger.search("Vessany")],
        ]
    keys = [None, new_key(WORDS), new_key("yet another harbour lamp"), None]
    for old, new in itertools.pairwise(keys):
        rewrite(path, old, new, "Heron")
        assert bool(in_clear(path)) is (new is None)
        assert sorted(each.name for each in path.parent.iterdir()) == [path.name]
        with open_dossier(path, key=new) as ledger:
            assert not list(ledger.verify())
            assert before == [
                list(ledger.documents()), list(ledger.claims()), [hit.text for hit in ledger.search("Vessany")]
            ]  # fmt: skip
    with open_dossier(path) as ledger:
        assert [entry.action for entry in ledger.history()][-3:] == ["lock", "lock", "unlock"]


def test_a_wrong_key_changes_nothing(path: Path) -> None:
    key = new_key(WORDS)
    fill(path, key)
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        rewrite(path, new_key("some other words here"), None)
    assert path.read_bytes() == before
    assert not path.with_name(f"{path.name}-new").exists()


def test_a_run_that_writes_is_not_disturbed(path: Path) -> None:
    fill(path)
    with open_dossier(path), pytest.raises(DossierError, match="another run"):
        rewrite(path, None, new_key(WORDS))


@pytest.mark.timeout(60 + 10 * KILLS)
def test_nothing_can_be_read_after_a_kill(path: Path) -> None:
    fill(path, new_key(WORDS))
    chance = random.Random(11)
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", RUN, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])},
        )
        assert child.stdin and child.stdout
        child.stdin.write(f"{WORDS}\n".encode())
        child.stdin.close()
        assert child.stdout.readline() == b"open\n"
        time.sleep(chance.uniform(0, 0.4))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert in_clear(path) == []
        with open_dossier(path, key=key_of(path, WORDS)) as ledger:
            assert not list(ledger.verify())
