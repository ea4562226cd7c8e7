"""docs/dossier-file.md describes every table and column that a dossier has."""

import sqlite3
from pathlib import Path

from firsthand.ledger import Ledger
from firsthand.ledger.description import describe

PAGE = Path(__file__).parents[2] / "docs" / "dossier-file.md"


def test_the_page_is_what_the_tables_say() -> None:
    again = "write it anew: python -m firsthand.ledger.description > docs/dossier-file.md"
    assert PAGE.read_text("utf-8") == describe(), again


def test_every_table_and_column_is_described(ledger: Ledger, path: Path) -> None:
    sections = dict(part.split("\n", 1) for part in PAGE.read_text("utf-8").split("\n## ")[1:])
    described = {head.split(" ")[0]: body for head, body in sections.items()}
    with sqlite3.connect(path) as tool:
        tables = [
            name for (name,) in tool.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        ]
        columns = {name: [row[1] for row in tool.execute(f"PRAGMA table_info({name})")] for name in tables}
    tool.close()
    own = {name for name in tables if name.startswith("paragraph_words_")}
    assert set(described) == set(tables) - own
    for table, body in described.items():
        lines = [line for line in body.splitlines() if line.startswith("| `")]
        assert [line.split("`")[1] for line in lines] == columns[table]
        assert all(len(line.split("|")[2].strip()) > 3 for line in lines), table
