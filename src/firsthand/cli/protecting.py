"""Commands about people: under which consent a testimony stands, what is withheld of whom, who could be found out."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.opening import DOSSIER, document_meant, opened


@click.command(short_help="Record who may see a testimony, for what and until when.")
@DOSSIER
@click.argument("identifier", metavar="DOC")
@click.option(
    "--audience", "audiences", multiple=True, help="Who may see it: partners, court, public; may be repeated."
)
@click.option(
    "--purpose", "purposes", multiple=True, help="For what; without one, for anything. May be repeated."
)
@click.option("--until", metavar="DAY", help="The last day on which it is good: 2027-01-01.")
@click.option("--contact", default="", help="Who can reach the person, by a pseudonym.")
@click.option(
    "--testified", default="", help="Where the person has testified already, so that nobody asks again."
)
@click.option("--on-behalf", is_flag=True, help="A guardian agreed for a child.")
@click.option("--withdrawn", is_flag=True, help="The person has taken the consent back.")
def consent(dossier: Path, identifier: str, **said: object) -> None:
    """Record who may see a testimony, for what and until when.

    DOC is the document's id or the name of its file. What is recorded last holds; what was recorded before stays in the
    history. A testimony without a consent goes into no release but an internal one.
    """
    from firsthand.protection import Consent

    given = Consent(**said)  # type: ignore[arg-type]
    with opened(dossier) as kept:
        document = document_meant(kept, identifier)
        kept.consent(document, given)
        if given.withdrawn:
            click.echo(f"{document[:8]}: withdrawn; no release but an internal one holds it from now on")
            return
        purposes = ", ".join(given.purposes) or "anything"
        until = f"until {given.until}" if given.until else "without an end"
        click.echo(f"{document[:8]}: for {', '.join(given.audiences)}; for {purposes}; {until}")
