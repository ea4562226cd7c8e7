"""Commands for what a person decides: accept, reject, correct, decide, undo, history, merge."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.opening import DOSSIER, JSON, meant, opened
from firsthand.errors import WrongUse

if TYPE_CHECKING:
    from firsthand.dossier import Dossier
    from firsthand.records import Judgement

WHY = click.option("--why", "--reason", "reason", default="", help="Why; it is kept with the decision.")
SUBJECT = click.argument("identifier", metavar="ID")

SHORT = 8
"""Characters of an id that are shown."""

NAMED = {"date": "published"}
"""Options that have another name than the field."""


@click.command(short_help="Say that a claim, figure, finding or document was looked at and holds.")
@DOSSIER
@SUBJECT
@WHY
def accept(dossier: Path, identifier: str, reason: str) -> None:
    """Say that a claim, figure, finding or document was looked at and holds.

    ID is an id or its beginning, the number of a finding, or the name of a document's file. The decision is kept for
    ever, under the pseudonym in FIRSTHAND_REVIEWER; `firsthand undo` takes it back.
    """
    with opened(dossier) as kept:
        _told(kept, kept.accept(subject_meant(kept, identifier), reason=reason))


@click.command(short_help="Say that a claim, a finding or a link does not hold.")
@DOSSIER
@SUBJECT
@click.option("--link", "other", metavar="ID", help="Another claim: the link between the two is rejected.")
@WHY
def reject(dossier: Path, identifier: str, other: str | None, reason: str) -> None:
    """Say that a claim, a finding or the link between two claims does not hold.

    A rejected claim is in no figure, link or finding, and is still listed as rejected. Nothing is erased; `firsthand undo`
    takes it back.
    """
    with opened(dossier) as kept:
        second = subject_meant(kept, other) if other else None
        _told(kept, kept.reject(subject_meant(kept, identifier), second, reason=reason))


@click.command(short_help="Set right a claim, or a document's date, publisher, title, kind or zones.")
@DOSSIER
@SUBJECT
@click.option("--date", help="A document: when it was published: 2019-05-20, 2019-05 or 2019.")
@click.option("--publisher", help="A document: who published it.")
@click.option("--title", help="A document: its title.")
@click.option(
    "--kind",
    help="A document: press article, report, encyclopedia article, testimony, press release or other.",
)
@click.option(
    "--zone",
    "zones",
    nargs=2,
    multiple=True,
    metavar="WORDS ROLE",
    help="A document: the role of the stretch in which the words stand: main, title, comments, boilerplate ...",
)
@click.option("--value", help="A claim: its number, 41,000 or 60%.")
@click.option("--low", help="A claim: what its number may be at least; empty for an open end.")
@click.option("--high", help="A claim: what its number may be at most; empty for an open end.")
@click.option("--hedge", help="A claim: how firmly: exact, about, at least, at most, more than ...")
@click.option("--unit", help="A claim: the unit of its number, USD or km.")
@click.option("--measure", help="A claim: what is measured.")
@click.option("--population", help="A claim: of whom or of what.")
@click.option("--whole", help="A claim: of what whole a share is.")
@click.option("--place", help="A claim: where.")
@click.option("--period", help="A claim: when: 2019-05, 2019 or 2019/2021.")
@click.option("--speaker", help="A claim: whose word it is, the furthest voice.")
@click.option("--role", help="A claim: the role of that voice: witness, official, organisation, report ...")
@click.option("--chain", help="A claim: all voices: A Paper (outlet) > A Body (organisation).")
@WHY
def correct(
    dossier: Path, identifier: str, zones: tuple[tuple[str, str], ...], reason: str, **words: str | None
) -> None:
    """Set right what the program took from a document, or how it read a claim.

    ID is the id of a document or claim, or the name of a document's file. Empty words ("") say that the text says nothing
    of it. The decision is kept for ever, under the pseudonym in FIRSTHAND_REVIEWER, and survives every update; figures and
    findings are worked out anew.
    """
    said = {NAMED.get(field, field): value for field, value in words.items() if value is not None}
    if not said and not zones:
        raise WrongUse(
            "say what to correct: --date, --publisher, --title, --kind or --zone of a document; --value, --population, "
            "--period, --speaker ... of a claim"
        )
    with opened(dossier) as kept:
        subject = subject_meant(kept, identifier)
        made = kept.correct(subject, reason=reason, later=True, **said) if said else []
        made += kept.rezone(subject, dict(zones), reason=reason, later=True) if zones else []
        kept.settle()
        _told(kept, made)


@click.command(short_help="Say that two claims are one figure, or two names one origin, or not.")
@DOSSIER
@click.argument("one")
@click.argument("other", required=False)
@click.option("--together", "how", flag_value="together", help="They are one.")
@click.option("--apart", "how", flag_value="apart", help="They are not one.")
@WHY
def decide(dossier: Path, one: str, other: str | None, how: str | None, reason: str) -> None:
    """Say that two claims are one figure, or two names one origin, or that they are not.

    ONE and OTHER are the ids of two claims or figures, or two names as the documents give them, such as a spokeswoman and
    her organisation. With --apart and the id of a claim alone, it is set apart from all other claims of its figure. The
    decision is kept for ever, under the pseudonym in FIRSTHAND_REVIEWER; a later one about the same two takes its place.
    Figures, origins and findings are worked out anew.
    """
    if how is None:
        raise WrongUse("say --together or --apart")
    with opened(dossier) as kept:
        if other is None:
            if how == "together":
                raise WrongUse("say with which other claim, figure or name it is one")
            made = kept.split(one, reason=reason)
            click.echo(f"{one} is set apart from {len(made)} other claim{'' if len(made) == 1 else 's'}")
            return
        kind = kept.decide(one, other, together=how == "together", reason=reason)
        click.echo(f"{one} and {other} are {'one' if how == 'together' else 'not one'} {kind} from now on")


@click.command(short_help="Take back the last decision, or the last about ID.")
@DOSSIER
@click.argument("identifier", metavar="[ID]", required=False)
@WHY
def undo(dossier: Path, identifier: str | None, reason: str) -> None:
    """Take back your last decision, or the last about a claim, figure, finding or document, or one decision by its id.

    That is a decision of its own: what held before holds again, and nothing is lost. Again takes back the one before;
    taking back the decision that took one back brings it back.
    """
    with opened(dossier) as kept:
        taken = kept.undo(subject_meant(kept, identifier) if identifier else None, reason=reason)
        _told(kept, taken, "taken back: ")


@click.command(short_help="What was decided, by whom, when and why.")
@DOSSIER
@click.argument("identifier", metavar="[ID]", required=False)
@click.option("--reviewer", help="Only decisions under this pseudonym.")
@JSON
def history(dossier: Path, identifier: str | None, reviewer: str | None, as_json: bool) -> None:
    """Show all decisions, or those about a claim, figure, finding or document, the latest first.

    Each says by whom, when and why, and whether it holds: a later one may have taken its place, two copies that were
    merged may disagree, or its words may not be found any more. None is ever dropped.
    """
    from firsthand import interface

    with opened(dossier, writable=False) as asked:
        found = asked.decisions(subject_meant(asked, identifier) if identifier else None, reviewer).rows
        if as_json:
            for each in found:
                sys.stdout.write(json.dumps(interface.decision_line(each), ensure_ascii=False) + "\n")
            return
        from firsthand.cli import lists

        lists.decisions(found)


@click.command(short_help="Put together what two people decided on copies of one dossier.")
@DOSSIER
@click.argument("other", type=click.Path(path_type=Path))
def merge(dossier: Path, other: Path) -> None:
    """Take into DOSSIER what OTHER, a copy of it, holds: documents, decisions and history.

    OTHER is not changed. The same comes out in either order, and again changes nothing. What one copy forgot is forgotten.
    Where both decided differently, neither is chosen: what held when the copies were parted holds until somebody decides;
    the conflicts are listed, and the exit status is 1.
    """
    from firsthand.cli import lists
    from firsthand.cli.passphrase import key_for

    if not other.is_file():
        raise WrongUse(f"there is no dossier {other}; nothing was merged")
    with opened(dossier) as kept:
        done = kept.merge(other, key_for(other))
        click.echo(
            f"{done.documents:,} documents, {done.judgements:,} decisions and {done.entries:,} entries of the history taken in; "
            f"{done.forgotten:,} documents forgotten"
        )
        found = kept.disputed()
        for group in found:
            lists.decisions(group)
    if found:
        click.echo(
            f"{len(found)} to be decided: the copies disagree (`firsthand accept`, `reject`, `correct` or `decide`)"
        )
        click.get_current_context().exit(1)


def subject_meant(kept: Dossier, word: str) -> str:
    """Return the whole id of what a word stands for: an id, the number of a finding, the name of a document's file."""
    kind, whole = meant(kept, word)
    if kind == "finding" and whole.isdecimal() and len(whole) < SHORT:
        return kept.browse.findings(int(whole) - 1, 1).rows[0].id
    return whole


def _told(kept: Dossier, made: list[Judgement], before: str = "") -> None:
    """Print what was decided now, one line for each thing that was judged."""
    told: dict[str, list[str]] = {}
    for judgement in made:
        each = next(each for each in kept.decisions(judgement.id).rows if each.judgement.id == judgement.id)
        whole = each.subject or ""
        subject = kept.name_of(whole) if each.about == "document" else f"{each.about} {whole[:SHORT]}"
        told.setdefault(subject, []).append(each.says)
    for subject, says in told.items():
        click.echo(f"{subject}: {before}{', '.join(says)}")
    if not made:
        click.echo("that holds already; nothing was added")
