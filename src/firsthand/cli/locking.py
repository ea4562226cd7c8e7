"""Commands for encrypted dossiers: lock and unlock."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli import passphrase
from firsthand.cli.opening import DOSSIER, must_be_dossier
from firsthand.errors import WrongUse


@click.command(short_help="Encrypt a dossier, or let the keyring forget its passphrase.")
@DOSSIER
@click.option("--new-passphrase", is_flag=True, help="Give an encrypted dossier another passphrase.")
def lock(dossier: Path, new_passphrase: bool) -> None:
    """Encrypt a plain dossier; of an encrypted one the keyring of the system forgets the passphrase.

    The passphrase is asked for at the terminal, or read from the file descriptor that `firsthand --passphrase-fd N` names.
    Nobody can open the dossier without it, and nobody can find it out for you. Copies that were made before stay as they are.
    """
    from firsthand.dossier import is_encrypted, key_of, locking, new_key

    must_be_dossier(dossier)
    if not is_encrypted(dossier):
        locking.lock(dossier, new_key(passphrase.new_passphrase()), _reviewer())
        click.echo(f"{dossier} is encrypted; copies made before, also of the disk, are not")
    elif new_passphrase:
        key = key_of(dossier, passphrase.asked(dossier))
        passphrase.drop(dossier)
        locking.rekey(dossier, key, new_key(passphrase.new_passphrase()), _reviewer())
        click.echo(f"{dossier} has another passphrase; copies made before open with the old one")
    elif passphrase.drop(dossier):
        click.echo(f"{dossier} is locked: the keyring has forgotten its passphrase")
    else:
        click.echo(f"{dossier} is encrypted, and the keyring does not know its passphrase")


@click.command(short_help="Keep the passphrase of a dossier in the keyring, or make it plain.")
@DOSSIER
@click.option("--plain", is_flag=True, help="Write the dossier without encryption.")
def unlock(dossier: Path, plain: bool) -> None:
    """Keep the passphrase of an encrypted dossier in the keyring of the system until `firsthand lock`.

    With --plain the dossier itself is written without encryption. Both are kept in the history.
    """
    from firsthand.dossier import is_encrypted, key_of, locking

    must_be_dossier(dossier)
    if not is_encrypted(dossier):
        raise WrongUse(f"{dossier} is not encrypted; `firsthand lock` encrypts it")
    words = passphrase.asked(dossier)
    key = key_of(dossier, words)
    if plain:
        locking.unlock(dossier, key, _reviewer())
        passphrase.drop(dossier)
        click.echo(f"{dossier} is plain now; whoever has the file can read it")
        return
    passphrase.must_keep()
    locking.opens(dossier, key, _reviewer())
    passphrase.keep(dossier, words)
    click.echo(f"{dossier} opens without asking until `firsthand lock {dossier}`")


def _reviewer() -> str:
    from firsthand.dossier import UNNAMED, pseudonym

    return pseudonym() or UNNAMED
