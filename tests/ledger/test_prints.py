"""Documents that have fingerprints in common are found, by a writer and by a reader."""

import sqlite3
from pathlib import Path

import pytest

from firsthand.ledger import create, open_dossier
from firsthand.records import Extraction
from ledger.made import arrival, extraction, fingerprint

FURNITURE = tuple(fingerprint(f"furniture {n}") for n in range(3))


def test_who_shares_what(path: Path) -> None:
    held: dict[str, set[int]] = {}
    with create(path) as ledger:
        for n in range(8):
            came = arrival(f"{n}.txt", f"Title {n}")
            base = extraction(ledger.receive(came, "text/plain"), came.content, prints=5 + n)
            values = {**base.prints, **dict.fromkeys(FURNITURE[: n % 4], 0.5)}
            kept = Extraction(base.document, base.marks, base.claims, (), "e", base.keys, values)
            ledger.keep(kept)
            if n % 3 == 0:
                ledger.keep(kept)
            held[base.document.id] = set(values)
        forgotten = min(held)
        ledger.forget(forgotten, "by mistake", "a reviewer")
        del held[forgotten]
        asked = [
            dict.fromkeys(values, weight)
            for values in (FURNITURE, *held.values(), (1, 2, 3))
            for weight in (0.25, 1.0)
        ]
        for values in asked:
            assert ledger.sharing(values) == expected(held, values)
    for writable in (True, False):
        with open_dossier(path, writable=writable) as ledger:
            for values in asked:
                assert ledger.sharing(values) == expected(held, values)


def expected(held: dict[str, set[int]], values: dict[int, float]) -> list[str]:
    return sorted(
        id_ for id_, own in held.items() if sum(values[value] for value in own & values.keys()) >= 1
    )


def test_what_was_not_kept_is_not_found(path: Path) -> None:
    with create(path) as ledger:
        came = arrival()
        base = extraction(ledger.receive(came, "text/plain"), came.content)
        twice = Extraction(base.document, base.marks, base.claims * 2, (), "e", base.keys, base.prints)
        with pytest.raises(sqlite3.IntegrityError):
            ledger.keep(twice)
        assert ledger.sharing(base.prints) == []
        ledger.keep(base)
        assert ledger.sharing(dict.fromkeys(base.prints, 0.0625)) == [base.document.id]
        assert ledger.sharing(dict.fromkeys(base.prints, 0.03125)) == []
