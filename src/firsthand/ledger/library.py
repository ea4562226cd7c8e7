"""The SQLite library that Python brings, and whether it can do what a dossier needs."""

import sqlite3


def sqlite_version() -> str:
    """Return the version of SQLite, "3.40.1"."""
    return sqlite3.sqlite_version


def has_full_text() -> bool:
    """Whether SQLite was built with full-text search (FTS5), which some builds leave out."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True
