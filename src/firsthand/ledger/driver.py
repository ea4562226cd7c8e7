"""The SQLite library: the one with SQLCipher where it is installed, else the one that Python brings.

Both have the same interface and read the same plain dossiers; only the first one
reads encrypted ones.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as sqlite

    CAN_ENCRYPT = True
else:
    try:
        from sqlcipher3 import dbapi2 as sqlite

        CAN_ENCRYPT = True
    except ImportError:
        import sqlite3 as sqlite

        CAN_ENCRYPT = False

__all__ = ["CAN_ENCRYPT", "sqlite"]
