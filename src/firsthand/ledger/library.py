"""The SQLite library that is used, and whether it can do what a dossier needs."""

from firsthand.ledger.driver import CAN_ENCRYPT, sqlite


def sqlite_version() -> str:
    """Return the version of SQLite, "3.40.1"."""
    return sqlite.sqlite_version


def has_full_text() -> bool:
    """Whether SQLite was built with full-text search (FTS5), which some builds leave out."""
    connection = sqlite.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except sqlite.OperationalError:
        return False
    finally:
        connection.close()
    return True


def can_encrypt() -> bool:
    """Whether encrypted dossiers can be made and opened here."""
    return CAN_ENCRYPT
