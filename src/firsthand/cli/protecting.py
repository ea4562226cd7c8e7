"""Commands about people: under which consent a testimony stands, what is withheld of whom, who could be found out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.opening import DOSSIER, document_meant, opened
from firsthand.errors import WrongUse

if TYPE_CHECKING:
    from firsthand.dossier import Dossier
    from firsthand.protection import Detail, Exposure


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


@click.command(short_help="Who could be identified, what is withheld of them, and decide about it.")
@DOSSIER
@click.argument("meant", metavar="[PERSON|ID|WORDS]", required=False)
@click.option(
    "--for", "profile", default="public", show_default=True, help="The audience: a release profile."
)
@click.option(
    "--keep",
    "do",
    flag_value="keep",
    help="It stays: the person is known in public, or the detail tells nothing.",
)
@click.option("--mask", "do", flag_value="mask", help="It is taken out.")
@click.option("--coarser", "do", flag_value="coarser", help="It is told less exactly.")
@click.option(
    "--pseudonym",
    "do",
    flag_value="pseudonym",
    help="The name gives way to a pseudonym, new in each release.",
)
@click.option("--replace", "instead", default="", metavar="WORDS", help="These words take its place.")
@click.option(
    "--category", default="other", show_default=True, help="What the words are: name, place, occupation ..."
)
@click.option("--reason", default="", help="Why; it is kept with the decision.")
def protect(dossier: Path, meant: str | None, profile: str, do: str | None, **said: str) -> None:
    """Show who could be identified, and what a release withholds of each; or decide about a person, a detail or any words.

    Without PERSON, ID or WORDS all persons are listed. With a decision it holds in every release from now on, whatever the
    profile says, and is kept under the pseudonym in FIRSTHAND_REVIEWER; a later one about the same takes its place. Words
    that the program did not mark can be taken out as well: `firsthand protect DOSSIER "the old lock" --mask`.

    The list is for your eyes: it shows what a release withholds.
    """
    from firsthand.dossier.protecting import Wish

    chosen = "replace" if said["instead"] else do
    with opened(dossier, writable=chosen is not None) as kept:
        if chosen is None:
            _list_people(kept, meant, profile)
            return
        if meant is None:
            raise WrongUse(
                "say about whom or what; `firsthand protect DOSSIER` lists persons and details with their ids"
            )
        decision = kept.protect(Wish(meant, chosen, said["instead"], said["reason"], said["category"]))  # type: ignore[arg-type]
        where = f"in {len(decision.documents)} document{'' if len(decision.documents) == 1 else 's'}"
        click.echo(
            f"{decision.subject[:8]} ({decision.category}, {where}): {chosen} in every release from now on"
        )


@click.command(short_help="Which details together single somebody out, and the fewest changes against it.")
@DOSSIER
@click.option(
    "--for", "profile", default="internal", show_default=True, help="As this audience would see them."
)
def risk(dossier: Path, profile: str) -> None:
    """Show for each person which details together fit nobody else in the dossier, and the fewest changes against that.

    With --for it is what that audience would see: what the profile withholds singles nobody out. The crowd are the
    persons of the dossier; whoever knows more may single out more. The list is for your eyes.
    """
    with opened(dossier, writable=False) as kept:
        found = tuple(kept.exposures(profile))
        for each in found:
            _exposure(each)
        open_ = sum(each.level != "none known" for each in found)
        click.echo(f"{len(found)} persons; {open_} could be found out by what the profile {profile} tells")


def _list_people(kept: Dossier, meant: str | None, profile: str) -> None:
    shown = tuple(kept.people(profile))
    for each in shown:
        person = each.person
        if meant and not (
            person.id.startswith(meant)
            or meant.casefold() in " ".join((*person.names, person.label)).casefold()
        ):
            continue
        click.echo(
            f"{person.id[:8]}  {' / '.join(person.names) or person.label}  ({_documents(len(person.documents))})"
        )
        for detail, choice in each.choices:
            done = "stays" if choice is None else f"{choice.rule} -> {choice.instead}"
            whose = ", decision of the reviewer" if choice and choice.by == "reviewer" else ""
            click.echo(
                f"    {detail.id[:8]}  {detail.category}: {' '.join(detail.words.split())}  ({done}{whose})"
            )
    click.echo(
        f"{len(shown)} persons could be identified; what is shown in brackets is what the profile {profile} does"
    )


def _exposure(each: Exposure) -> None:
    click.echo(f"{each.person.id[:8]}  {' / '.join(each.person.names) or each.person.label}: {each.level}")
    if each.named:
        click.echo(f"    stands open: {_words(each.named)}")
    for together in each.alone:
        click.echo(f"    fits nobody else: {_words(together)}")
    for change in each.changes:
        to = f"as {change.instead}" if change.do == "coarser" else "not at all"
        click.echo(f"    tell {change.detail.id[:8]} ({change.detail.category}) {to}")


def _words(details: Iterable[Detail]) -> str:
    return " + ".join(f"{detail.category} “{' '.join(detail.words.split())}”" for detail in details)


def _documents(n: int) -> str:
    return f"{n} document{'' if n == 1 else 's'}"
