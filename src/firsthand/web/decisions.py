"""What the forms of the pages decide: each does one thing with the dossier, in the work of the page."""

from collections.abc import Callable, Mapping

from firsthand.dossier import Dossier
from firsthand.errors import WrongUse
from firsthand.records import Claim, Document, Judgement, Span

Said = Mapping[str, str]
"""The fields of a form."""

LATER = True
"""Decisions are kept at once; figures are worked out by a job of their own."""


def decide(dossier: Dossier, said: Said) -> list[Judgement]:
    """Do what a form says; return what was kept. Raises WrongUse that says what would work."""
    act = ACTS.get(said.get("do", ""))
    if act is None:
        raise WrongUse("the form does not say what is to be done")
    return act(dossier, said)


def claim_fields(claim: Claim) -> dict[str, str]:
    """Return what can be set right of a claim as it stands in a form."""
    quantity = claim.quantity
    chain = " > ".join(f"{step.name or '-'} ({step.role})" for step in claim.chain)
    fields = {
        "measure": claim.measure, "population": claim.population, "whole": claim.whole, "place": claim.place,
        "period": claim.period, "chain": chain,
    }  # fmt: skip
    found = {name: " ".join((words or "").split()) for name, words in fields.items()}
    if quantity is None:
        return found
    ends = {"low": quantity.low, "high": quantity.high}
    numbers = {name: "" if end is None else f"{end:f}" for name, end in ends.items()}
    return {**numbers, "hedge": quantity.hedge, "unit": quantity.unit or "", **found}


def document_fields(document: Document) -> dict[str, str]:
    """Return what can be set right of a document as it stands in a form."""
    return {
        "title": document.title or "",
        "publisher": document.publisher or "",
        "published": document.published or "",
        "kind": document.kind,
    }


def _accept(dossier: Dossier, said: Said) -> list[Judgement]:
    return dossier.accept(said["subject"], reason=_why(said), later=LATER)


def _reject(dossier: Dossier, said: Said) -> list[Judgement]:
    return dossier.reject(said["subject"], said.get("other") or None, reason=_why(said), later=LATER)


def _correct(dossier: Dossier, said: Said) -> list[Judgement]:
    """What differs from what stood in the form; what nobody touched is no decision."""
    kind, whole = dossier.find(said["subject"])
    if kind == "claim":
        before = claim_fields(dossier.claim(whole))
    else:
        before = document_fields(dossier.document(whole))
    changed = {name: said[name] for name in before if name in said and _bare(said[name]) != before[name]}
    roles = _roles(dossier.document(whole), said) if kind == "document" else {}
    if not changed and not roles:
        raise WrongUse("nothing was changed in the form; accept it if it is right as it stands")
    made = dossier.correct(whole, reason=_why(said), later=LATER, **changed) if changed else []
    if roles:
        made += dossier.rezone(whole, roles, reason=_why(said), later=LATER)
    return made


def _roles(document: Document, said: Said) -> dict[str | Span, str]:
    """The zones whose role in the form is another one; a field is named by the zone's ends."""
    return {
        zone.span: said[name]
        for zone in document.zones
        if (name := f"zone-{zone.span.start}-{zone.span.end}") in said and said[name] != zone.kind
    }


def _split(dossier: Dossier, said: Said) -> list[Judgement]:
    return dossier.split(said["subject"], reason=_why(said), later=LATER)


def _together(dossier: Dossier, said: Said) -> list[Judgement]:
    return _pair(dossier, said, together=True)


def _apart(dossier: Dossier, said: Said) -> list[Judgement]:
    return _pair(dossier, said, together=False)


def _pair(dossier: Dossier, said: Said, *, together: bool) -> list[Judgement]:
    one, other = _bare(said.get("subject", "")), _bare(said.get("other", ""))
    if not one or not other:
        raise WrongUse("give both: two figures, two claims, or two names as the documents write them")
    dossier.decide(one, other, together=together, reason=_why(said), later=LATER)
    return [dossier.decisions(first=0, most=1).rows[0].judgement]


def _undo(dossier: Dossier, said: Said) -> list[Judgement]:
    subject = said.get("subject") or None
    dossier.undo(subject, whole="whole" in said, reason=_why(said), later=LATER)
    return [dossier.decisions(first=0, most=1).rows[0].judgement]


def _choose(dossier: Dossier, said: Said) -> list[Judgement]:
    return dossier.choose(said["subject"], reason=_why(said), later=LATER)


def _why(said: Said) -> str:
    return _bare(said.get("reason", ""))


def _bare(words: str) -> str:
    return " ".join(words.split())


ACTS: Mapping[str, Callable[[Dossier, Said], list[Judgement]]] = {
    "accept": _accept, "reject": _reject, "correct": _correct, "split": _split, "together": _together, "apart": _apart,
    "undo": _undo, "choose": _choose,
}  # fmt: skip
"""What a form can do, by the name of its button."""
