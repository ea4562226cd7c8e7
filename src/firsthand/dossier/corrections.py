"""What a person may set right of a claim or a document: from words as they are typed to a value that is kept, and into the document."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from firsthand.errors import WrongUse
from firsthand.records import (
    Claim,
    Document,
    DocumentKind,
    Hedge,
    Judgement,
    Problem,
    Quote,
    Role,
    Span,
    Step,
    Zone,
    ZoneKind,
    in_force,
    quote,
    quote_in,
    selector,
)

OF_DOCUMENT = ("published", "publisher", "title", "kind")
"""What a person may say about a document besides the roles of its stretches; it is then read again with that."""

ZONES = "document.zones"

NUMBER = ("value", "low", "high", "hedge", "unit")
VOICE = ("speaker", "role", "chain")
WORDS = ("measure", "population", "whole", "place", "period")
OF_CLAIM = (*NUMBER, *WORDS, *VOICE)
"""What a person may say about a claim."""

OPEN = ("", "open", "none", "-")
"""How an end of a number is given that the words leave open."""

PERIOD = re.compile(
    r"[0-9X]{3,4}(-[0-9A-Z]{1,2}(-[0-9A-Z]{1,3})?)?(T[A-Z0-9:]+)?(/[0-9X]{3,4}(-[0-9A-Z]{1,2}){0,2})?"
)


def of_document(said: Mapping[str, str]) -> dict[str, str]:
    """Return for each kind of judgement the value of what is said about a document. Raises WrongUse."""
    return {f"document.{field}": _of_document(field, words.strip()) for field, words in said.items()}


def of_claim(claim: Claim, said: Mapping[str, str]) -> dict[str, str]:
    """Return for each kind of judgement the value of what is said about a claim. Raises WrongUse that says what would work."""
    unknown = [field for field in said if field not in OF_CLAIM]
    if unknown:
        raise WrongUse(f"{unknown[0]} of a claim cannot be set right; what can: {', '.join(OF_CLAIM)}")
    found: dict[str, Any] = {}
    if any(field in said for field in NUMBER):
        found["claim.value"] = _number(claim, said)
    for field in WORDS:
        if field in said:
            found[f"claim.{field}"] = _words(field, said[field])
    if any(field in said for field in VOICE):
        found["claim.chain"] = [{"name": step.name, "role": step.role} for step in _chain(claim, said)]
    return {kind: as_value(value) for kind, value in found.items()}


def as_value(value: Any) -> str:
    """Return a decision as the JSON text that a judgement keeps."""
    return json.dumps(value, ensure_ascii=False)


def of_value(judgement: Judgement) -> Any:
    """Return a decision from what a judgement keeps; older dossiers keep the bare words about a document."""
    if not judgement.kind.startswith("document."):
        return json.loads(judgement.value)
    try:
        value = json.loads(judgement.value)
    except ValueError:
        return judgement.value
    return value if value is None or isinstance(value, str | list) else judgement.value


def corrected(document: Document, judgements: Iterable[Judgement]) -> tuple[Document, list[Problem]]:
    """Return a document with what people said about it, and a problem for each stretch that is not found any more."""
    outcomes = in_force(each for each in judgements if each.kind.startswith("document."))
    found, problems = document, list[Problem]()
    for (kind, _), outcome in outcomes.items():
        field = kind.removeprefix("document.")
        if outcome.judgement is None:
            continue
        value = of_value(outcome.judgement)
        if field in OF_DOCUMENT:
            changes: Any = {field: value}
            found = replace(found, **changes)
        elif kind == ZONES:
            zones = found.zones
            for role, words in zones_of(value):
                place = words.place_in(document.text)
                if place is None:
                    says = "the words whose role in the text a reviewer set are not found any more"
                    problems.append(Problem(document.id, says))
                else:
                    zones = rezoned(zones, place, role)
            found = replace(found, zones=zones)
    return found, problems


def zones_of(value: list[dict[str, Any]]) -> list[tuple[ZoneKind, Quote]]:
    """Return the roles that a person gave to stretches of a document, with their words."""
    return [(each["kind"], quote_in(each["selector"])) for each in value]


def zone_with(document: Document, words: str) -> Span:
    """Return the zone in which some words stand. Raises WrongUse when they stand nowhere or in several zones."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    places = [match.start() for match in re.finditer(pattern, document.text)] if pattern else []
    spans = {zone.span for zone in document.zones for at in places if zone.span.start <= at < zone.span.end}
    if len(spans) != 1:
        where = "in several stretches" if spans else "in no stretch of the text"
        raise WrongUse(f"those words stand {where}; give words that stand in one")
    return spans.pop()


def zone_said(document: Document, span: Span, kind: str, before: list[dict[str, Any]]) -> str:
    """Return the value that gives a stretch another role, together with those set before. Raises WrongUse for no such role."""
    if kind not in get_args(ZoneKind):
        raise WrongUse(
            f"there is no role {kind!r} of a stretch; the roles are {', '.join(get_args(ZoneKind))}"
        )
    mine = {"kind": kind, "selector": selector(quote(document.text, span))}
    others = [each for each in before if quote_in(each["selector"]).place_in(document.text) != span]
    return as_value([*others, mine])


def rezoned(zones: tuple[Zone, ...], span: Span, kind: ZoneKind) -> tuple[Zone, ...]:
    """Return zones in which a stretch has another role; what of other zones stands in it gives way."""
    kept = [Zone(span, kind)]
    for zone in zones:
        for start, end in (
            (zone.span.start, min(zone.span.end, span.start)),
            (max(zone.span.start, span.end), zone.span.end),
        ):
            if start < end:
                kept.append(Zone(Span(start, end), zone.kind))
    return tuple(sorted(kept, key=lambda zone: zone.span))


def _of_document(field: str, words: str) -> str:
    if field not in OF_DOCUMENT:
        raise WrongUse(f"{field} cannot be corrected; what can: {', '.join(OF_DOCUMENT)}")
    if field == "kind" and words not in get_args(DocumentKind):
        raise WrongUse(f"there is no kind {words!r}; the kinds are {', '.join(get_args(DocumentKind))}")
    if field == "published" and words and not _is_date(words):
        raise WrongUse(f"{words!r} is not a date; write 2019-05-20, 2019-05 or 2019")
    return as_value(words or None)


def _words(field: str, words: str) -> str | None:
    said = " ".join(words.split())
    if field == "measure" and not said:
        raise WrongUse("what is measured cannot be empty; reject the claim if it measures nothing")
    if field == "period" and said and not PERIOD.fullmatch(said):
        raise WrongUse(
            f"{said!r} is not a time; write 2019-05-20, 2019-05, 2019, 2019/2021 for from 2019 to 2021, or 199X for the nineties"
        )
    return said or None


def _number(claim: Claim, said: Mapping[str, str]) -> dict[str, str | None]:
    quantity = claim.quantity
    if quantity is None:
        raise WrongUse("this claim states no number, so none can be set right")
    ends = {"low": quantity.low, "high": quantity.high}
    for field in ends:
        given = said.get(field, said.get("value"))
        if given is not None:
            ends[field] = _decimal(given)
    low, high = ends["low"], ends["high"]
    if low is not None and high is not None and low > high:
        raise WrongUse(f"the lowest number ({low}) is above the highest ({high}); exchange them")
    hedge = said.get("hedge", quantity.hedge)
    if hedge not in get_args(Hedge):
        raise WrongUse(f"there is no hedge {hedge!r}; the hedges are {', '.join(get_args(Hedge))}")
    return {"low": _plain(low), "high": _plain(high), "hedge": hedge, "unit": said.get("unit", quantity.unit)}


def _decimal(words: str) -> Decimal | None:
    said = words.strip().casefold()
    if said in OPEN:
        return None
    part = said.endswith("%")
    bare = re.sub(r"(?<=\d)[,\s  ](?=\d{3})", "", said.removesuffix("%").strip())
    try:
        number = Decimal(bare)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise WrongUse(
            f"{words.strip()!r} is not a number; write 41, 41,000, 0.6 or 60%, and nothing for an open end"
        )
    return number / 100 if part else number


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def _chain(claim: Claim, said: Mapping[str, str]) -> tuple[Step, ...]:
    if said.get("chain"):
        return tuple(map(_step, filter(str.strip, said["chain"].split(">"))))
    last = claim.chain[-1] if claim.chain else Step(None, "unnamed")
    name = said.get("speaker", last.name or "").strip() or None
    role = said.get("role") or (last.role if "role" not in said and last.role != "outlet" else "")
    step = Step(name, _role(role or ("organisation" if name else "unnamed")))
    outlets = [each for each in claim.chain[:1] if each.role == "outlet"]
    before = claim.chain[:-1] if len(claim.chain) > 1 or not outlets else claim.chain
    return (*before, step)


def _step(words: str) -> Step:
    match = re.fullmatch(r"\s*(?P<name>.*?)\s*\((?P<role>[\w ]+)\)\s*", words)
    if match is None:
        raise WrongUse(
            f"{words.strip()!r} is not a voice; write a name and its role, from the outlet to the furthest: "
            "The Halden Courier (outlet) > Open Harbour Watch (organisation)"
        )
    return Step(match["name"] if match["name"] not in OPEN else None, _role(match["role"]))


def _role(role: str) -> Role:
    found: dict[str, Role] = {each: each for each in get_args(Role)}
    if role not in found:
        raise WrongUse(f"there is no role {role!r}; the roles are {', '.join(found)}")
    return found[role]


def _is_date(value: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        return False
    try:
        date.fromisoformat(value + "-01" * (2 - value.count("-")))
    except ValueError:
        return False
    return True
