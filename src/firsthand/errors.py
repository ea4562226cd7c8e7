"""The errors that a user can meet.

Each message says what happened, where, and what would work. It ends without a
full stop and never repeats what a source said.
"""


class FirsthandError(Exception):
    """What the command line shows as one calm line; the exit status is 2."""


class UnreadableOriginal(FirsthandError):
    """A file from which no text could be taken; the other files go on."""


class DossierError(FirsthandError):
    """A dossier that cannot be opened, is of a newer program, or is damaged."""


class WrongPassphrase(DossierError):
    """An encrypted dossier without its passphrase, or with another one."""


class UnknownId(FirsthandError):
    """An id that stands for nothing in this dossier, or for several things."""


class MissingModel(FirsthandError):
    """No language model is installed that the program could use."""


class WrongUse(FirsthandError):
    """A command or a value that makes no sense as it was given."""


class Refused(FirsthandError):
    """A release that would break a consent or tell what it withholds; nothing is written, and the exit status is 1."""
