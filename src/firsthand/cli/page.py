"""The command that opens the local page."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.opening import DOSSIER, must_be_dossier
from firsthand.cli.passphrase import key_for
from firsthand.errors import DossierError


@click.command(name="open", short_help="Open a dossier as a page in the browser, on this machine only.")
@DOSSIER
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port [one that is free].")
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
def open_page(dossier: Path, port: int, no_browser: bool) -> None:
    """Open a dossier as a page in the browser: read, look at figures and their origins, decide.

    The page answers on this machine only, to the browser that has the printed address; nothing is sent anywhere. It
    ends with Ctrl-C, and everything that was decided is kept.
    """
    from firsthand.dossier import Dossier
    from firsthand.web import serving

    must_be_dossier(dossier)
    key = key_for(dossier)
    try:
        with Dossier.open(dossier, key=key):  # brings an older one up to date
            pass
    except DossierError:
        with Dossier.open(
            dossier, writable=False, key=key
        ):  # where nothing can be written it can still be read
            pass

    def say(address: str) -> None:
        """Print the address of the page, once the server listens."""
        click.echo(f"{dossier} is open at\n\n    {address}\n\nKeep this address to yourself. Ctrl-C ends it.")

    serving.serve(dossier, port, browser=not no_browser, say=say, key=key)
