"""The secrets of one run of the page: who may look, and which forms are ours."""

import secrets
from dataclasses import dataclass, field


@dataclass(slots=True)
class Keys:
    """The secrets of one run; all of them end with it.

    ``token`` stands in the printed address and works as often as it is used; a ticket works once, for the browser that
    the program opens itself, because other people on the machine may see with which address a browser was started.
    ``session`` is what the browser gets for either, and ``form`` stands in every form that changes something.
    """

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    form: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    _tickets: set[str] = field(default_factory=set)

    def ticket(self) -> str:
        """Return a new key that opens the page once."""
        made = secrets.token_urlsafe(24)
        self._tickets.add(made)
        return made

    def opens(self, key: str) -> bool:
        """Whether a key from an address opens the page; a ticket is used up by asking."""
        if same(key, self.token):
            return True
        if key in self._tickets:
            self._tickets.discard(key)
            return True
        return False


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how much of them is."""
    return secrets.compare_digest(given.encode(), wanted.encode())
