"""Under which pseudonym a person decides: a setting of this machine, never the name of who is logged in."""

import os
import sys
from pathlib import Path

from firsthand.errors import WrongUse

REVIEWER = "FIRSTHAND_REVIEWER"
"""The setting (an environment variable) with the pseudonym under which decisions are kept."""

SETTINGS = "FIRSTHAND_SETTINGS"
"""The folder in which a pseudonym is remembered that the page asked for."""

UNNAMED = "unnamed"

LONGEST = 60


def pseudonym() -> str | None:
    """Return the pseudonym of whoever decides on this machine, None when none was given yet."""
    named = os.environ.get(REVIEWER, "").strip()
    if named:
        return named
    try:
        return _file().read_text("utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def remember(name: str) -> str:
    """Keep a pseudonym for the next time and return it as it is kept. Raises WrongUse for one that cannot be used."""
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST or not kept.isprintable():
        raise WrongUse(f"a pseudonym has 1 to {LONGEST} characters")
    place = _file()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{kept}\n", "utf-8")
    except OSError as error:
        raise WrongUse(
            f"the pseudonym cannot be kept ({error.strerror}); give it in {REVIEWER} when you start the program"
        ) from error
    return kept


def _file() -> Path:
    given = os.environ.get(SETTINGS)
    if given:
        return Path(given, "reviewer.txt")
    if sys.platform == "win32":
        home = Path(os.environ.get("APPDATA", Path.home()))
    else:
        home = Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config"))
    return home / "firsthand" / "reviewer.txt"
