"""What is told only to be denied or supposed: attributed in the marks, but nobody's claim."""

from __future__ import annotations

import re

from firsthand.claims.clause import Clause
from firsthand.lexicon import words
from firsthand.records import Attribution, Document, Quantity

BEFORE = 12
"""Characters before a source in which a word stands that only supposes what follows."""

AHEAD = 20
"""Characters before a number in which the words stand that rule it out."""


def is_denied(document: Document, attribution: Attribution) -> bool:
    """Whether the content of an attribution is denied, not said, said by nobody, asked, or only supposed."""
    if attribution.standing in ("denied", "not said", "supposed", "asked"):
        return True
    cue = _listed(" ".join(span.of(document.text) for span in attribution.cue))
    source = attribution.source
    named = " ".join(span.of(document.text) for span in source.spans).lower() if source else ""
    if any(named == word or named.startswith(f"{word} of ") for word in words("en", "claims", "nobody")):
        return True
    denies, negates = (
        bool(cue & words("en", "claims", "denying")),
        bool(cue & words("en", "claims", "negating")),
    )
    factive = bool(cue & words("en", "claims", "factive"))
    if denies != negates and not (negates and factive):
        return True
    spans = [*attribution.cue, *(source.spans if source else ())]
    if attribution.kind == "direct" or not spans:
        return False
    first = min(span.start for span in spans)
    lead = document.text[max(0, first - BEFORE) : first].lower().split()[-1:]
    return bool(set(lead) & words("en", "claims", "supposing"))


def is_ruled_out(document: Document, quantity: Quantity) -> bool:
    """Whether a number is named only to say that it is not the one: "three and not seventeen", "rather than 40"."""
    start = quantity.span.start
    before = document.text[max(0, start - AHEAD) : start].casefold()
    return quantity.hedge == "exact" and any(
        before.rstrip().endswith((f" {word}", f",{word}")) for word in words("en", "claims", "ruling out")
    )


def is_negated_above(clause: Clause) -> bool:
    """Whether a clause hangs on words that say that it is not so: "it is not true that", "no evidence that"."""
    head = clause.head
    if head is None or head.dep_ not in ("ccomp", "acl", "csubj") or head.head.i == head.i:
        return False
    if head.dep_ == "acl" and not any(child.dep_ == "mark" for child in head.children):
        return False
    above = head.head
    if above.pos_ == "VERB":  # its cue tells
        return False
    return any(
        child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no") for child in above.children
    )


def _listed(said: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+[’']t|[a-z]+", said.lower()))
