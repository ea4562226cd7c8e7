"""The one way out of a dossier: a release is made, written in a form, attacked, and only then given out.

Every release and every refused one is in the history. Who stands behind its pseudonyms is kept in the dossier and nowhere else.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from firsthand import exports, ledger, protection
from firsthand.dossier import attacking, copying, redacting, surroundings
from firsthand.dossier.extraction import engine
from firsthand.dossier.scratch import scratch
from firsthand.errors import Refused, WrongUse
from firsthand.ledger import Behind, Given
from firsthand.records import Release, Unchecked

DOSSIER_FORM = "dossier"

ORIGINALS = "originals"

FORMS = (*exports.EXPORTS, DOSSIER_FORM, ORIGINALS)
"""The forms that a release can have: those of the exports, a dossier without originals, and originals with bars burnt in."""


@dataclass(frozen=True, slots=True)
class Order:
    """A release that is asked for: the profile's name or file, its form, and the file to write, None for none.

    ``leave_out`` leaves out the documents whose consent it would break. ``style`` is how a report cites; None for the usual
    way, and for forms without footnotes.
    """

    profile: str
    form: str
    out: Path | None = None
    leave_out: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """A release that was given out: the bytes of the file and the release that is in it."""

    content: bytes
    release: Release


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a release would be: how much would be in it, what it would withhold, and why it would be refused, "" if not."""

    documents: int = 0
    claims: int = 0
    withheld: tuple[str, ...] = ()
    refused: str = ""


def foresee(store: ledger.Ledger, order: Order) -> Foreseen:
    """Return what a release would hold and withhold; nothing is written or noted, and the file is not yet attacked.

    Raises WrongUse for a profile or form that cannot be.
    """
    profile = protection.profile(order.profile)
    _may_have(order, profile)
    try:
        made = protection.release(store, profile, _making(store, secrets.token_bytes(32), order, ())).release
    except Refused as error:
        return Foreseen(refused=str(error))
    return Foreseen(len(made.documents), len(made.claims), made.withheld)


def give(store: ledger.Ledger, order: Order, reviewer: str, unchecked: Iterable[Unchecked] = ()) -> "Handed":
    """Make a release, attack the finished file, write it when it is clean, and note it in the history.

    Raises Refused when it would break a consent or hold something withheld; then nothing is written and the
    history says that it was refused. Raises WrongUse for a profile, form or file that cannot be.
    """
    profile = protection.profile(order.profile)
    _may_have(order, profile)
    secret = secrets.token_bytes(32)
    try:
        made = protection.release(store, profile, _making(store, secret, order, unchecked))
    except Refused:
        _note_refusal(store, order, profile, reviewer, ["consent"])
        raise
    content = (
        redacting.archive(store, made) if order.form == ORIGINALS else _written(store, made.release, order)
    )
    found = _leaks(store, made, content, order)
    if found:
        _note_refusal(store, order, profile, reviewer, found)
        raise Refused(
            f"nothing is written: the finished file would hold something that is withheld: {'; '.join(found)}. `firsthand "
            "protect` shows what is withheld of whom and takes a decision about it"
        )
    _hand_over(store, order, made, (content, secret), reviewer)
    return Handed(content, made.release)


def _may_have(order: Order, profile: protection.Profile) -> None:
    if order.form == ORIGINALS and profile.originals != "redacted":
        raise WrongUse(f"the profile {profile.name} gives out no originals; court does, with bars burnt in")
    if order.form not in (DOSSIER_FORM, ORIGINALS):
        exports.writer(order.form, order.style)
    if profile.formats and order.form not in profile.formats:
        raise WrongUse(
            f"the profile {profile.name} has no form {order.form!r}; it has {', '.join(profile.formats)}"
        )


def _making(
    store: ledger.Ledger, secret: bytes, order: Order, unchecked: Iterable[Unchecked]
) -> protection.Making:
    return protection.Making(
        secret,
        datetime.now(UTC).date(),
        surroundings.wider_in(store),
        order.leave_out,
        tuple(unchecked),
        engine(),
    )


def _written(store: ledger.Ledger, release: Release, order: Order) -> bytes:
    """Return the file; of originals with bars only what stands there whatever they say, which is nothing."""
    if order.form == ORIGINALS:
        return b""
    if order.form == DOSSIER_FORM:
        return copying.dossier_file(release, order.out.parent if order.out else scratch(store.path))
    return exports.export(release, order.form, order.style)


def _leaks(store: ledger.Ledger, made: protection.Made, content: bytes, order: Order) -> list[str]:
    """Return what a finished file would give away: the category and the kind of place, never the words."""
    if not made.mask.terms:
        return []
    pieces = tuple(attacking.pieces(content, order.out.name if order.out else ""))
    found = protection.leaks(made.mask, pieces)
    if found:
        blank = Release("", "", made.release.made, (), {}, (), (), (), (), (), (), ())
        spoken = protection.spoken_in(made.mask, attacking.pieces(_written(store, blank, order)))
        found = protection.leaks(made.mask, pieces, spoken)
    return [f"{leak.category} in {leak.place}" for leak in sorted(found)]


def _note_refusal(
    store: ledger.Ledger, order: Order, profile: protection.Profile, reviewer: str, why: list[str]
) -> None:
    store.record("release refused", {"profile": profile.name, "form": order.form, "why": why}, reviewer)


def _hand_over(
    store: ledger.Ledger, order: Order, made: protection.Made, file: tuple[bytes, bytes], reviewer: str
) -> None:
    """Write the file beside its place, note the release, and only then put it there."""
    content, secret = file
    waiting = _waiting(order.out, content) if order.out else None
    try:
        given = Given(made.release.profile, order.form, hashlib.sha256(content).hexdigest(), secret)
        behind = [
            Behind(pseudonym, person.id, person.names, tuple(sorted(person.documents)))
            for pseudonym, person in made.pseudonyms.items()
        ]
        said: Mapping[str, object] = {
            "documents": len(made.release.documents),
            "claims": len(made.release.claims),
            "withheld": list(made.release.withheld),
        }
        store.keep_release(given, behind, said, reviewer)
        if waiting and order.out:
            waiting.replace(order.out)
    except BaseException:
        if waiting:
            waiting.unlink(missing_ok=True)
        raise


def _waiting(out: Path, content: bytes) -> Path:
    try:
        with NamedTemporaryFile(dir=out.parent, prefix=".release-", delete=False) as file:
            path = Path(file.name)
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise WrongUse(
            f"{out} cannot be written ({error.strerror}); choose another file with --out"
        ) from error
    return path
