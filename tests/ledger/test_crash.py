"""A run that is killed at any moment loses nothing that it had reported as done."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.errors import DossierError
from firsthand.ledger import create, open_dossier
from ledger.made import arrival, extraction

KILLS = int(os.environ.get("FIRSTHAND_KILLS", "10"))

RUN = """
import sys
from pathlib import Path
from ledger.made import arrival, extraction
from firsthand.ledger import open_dossier
from firsthand.records import Figure, Judgement, identity
with open_dossier(Path(sys.argv[1])) as ledger:
    n = ledger.count("documents")
    print("open", flush=True)
    while True:
        came = arrival(f"{n}.txt", f"Title {n}")
        found = extraction(ledger.receive(came, "text/plain"), came.content, keys=10, prints=300)
        ledger.keep(found)
        at = f"{n:08}"
        ledger.judge(Judgement(identity("j", at), found.document.id, "document.review", '"accepted"', "R1", at))
        print(found.document.id, flush=True)
        if n % 7 == 3:
            ledger.settle([Figure("f" * 16, "all", "fled", None, tuple(c.id for c in ledger.claims()), ())], [])
        if n % 11 == 5:
            ledger.keep(found)
        n += 1
"""


@pytest.mark.timeout(60 + 10 * KILLS)
def test_what_was_reported_is_there_whole(path: Path) -> None:
    create(path).close()
    chance = random.Random(7)
    reported: set[str] = set()
    for _ in range(KILLS):
        reported |= run_and_kill(path, chance.uniform(0.0, 0.4))
        with open_dossier(path) as ledger:
            assert not list(ledger.verify())
            kept = {document.id: document.original.name for document in ledger.documents()}
            assert reported <= set(kept)
            assert reported <= {judgement.subject for judgement in ledger.judgements()}
            for id_ in sorted(reported)[:20]:
                name = kept[id_]
                came = arrival(name, f"Title {name.removesuffix('.txt')}")
                found = extraction(ledger.document(id_).original, came.content)
                assert ledger.content(found.document.original.sha256) == came.content
                assert ledger.document(id_) == found.document
                assert tuple(ledger.claims(id_)) == found.claims
                assert ledger.marks(id_) == found.marks
            hits = {hit.document for hit in ledger.search("Vessany", limit=10_000_000)}
            assert hits == set(kept)
    assert len(reported) >= KILLS


def run_and_kill(path: Path, after: float) -> set[str]:
    """Run until some time after the dossier was opened and return the ids that were reported."""
    child = subprocess.Popen(
        [sys.executable, "-c", RUN, path],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(Path(__file__).parents[1]), *sys.path))},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"open\n"
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    with child.stdout as said:
        lines = said.read().decode().split("\n")
    child.wait()
    return set(lines[:-1])  # behind the last line end stands what was being said


def test_a_start_that_is_killed_can_be_made_again(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from firsthand.ledger import create; create(Path(sys.argv[1]))"
    )
    chance = random.Random(8)
    for _ in range(min(KILLS, 5)):
        child = subprocess.Popen([sys.executable, "-c", code, path])
        began = time.monotonic()
        while not path.exists() and child.poll() is None and time.monotonic() < began + 20:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.02))
        child.kill()
        child.wait()
        if path.stat().st_size and _is_dossier(path):
            path.unlink()
        else:
            with create(path) as ledger:
                assert not list(ledger.verify())
            path.unlink()
        for beside in path.parent.iterdir():
            beside.unlink()


def _is_dossier(path: Path) -> bool:
    try:
        with open_dossier(path) as ledger:
            return not list(ledger.verify())
    except DossierError as error:
        assert "not a dossier" in str(error)
        return False
