"""How something is said: told as so, denied, not said at all, only supposed, asked, or wanted.

The polarity and the determinacy of the Penn Discourse Treebank's attributions, with demands and questions kept apart:
a figure that is denied, supposed or demanded is not one that its speaker vouches for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import Draft
from firsthand.records import Document, Standing

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

WORD = re.compile(r"[a-z]+n[’']t|[’'](?:d|ll)\b|[a-z]+")
BEFORE = 20
"""Characters before a source in which a word stands that only supposes what follows: "if the ministry says"."""


def standing_of(draft: Draft, document: Document) -> Standing:
    """Return how the content of an attribution is said by its source."""
    cue = _words(" ".join(span.of(document.text) for span in draft.cue))
    denies, negates = (
        bool(cue & words("en", "claims", "denying")),
        bool(cue & words("en", "claims", "negating")),
    )
    holds = negates and (denies or bool(cue & words("en", "claims", "factive")))
    if negates and draft.verb is not None and cues.holds(cues.verb_of(draft.verb)):
        return "denied"  # "do not think that they came": they think that nobody came
    if _is_nobody(draft, document) or (negates and not holds):
        return "not said"
    if denies and not negates:
        return "denied"
    if (cue & words("en", "cues", "supposing") and not _is_of_habit(cue, draft, document)) or _is_supposed(
        draft, document
    ):
        return "supposed"
    return _asked_or_wanted(draft.verb) if draft.verb is not None and not draft.spoken else "said"


def _is_of_habit(cue: frozenset[str], draft: Draft, document: Document) -> bool:
    """Whether what somebody "will tell you" is what they tell everybody."""
    behind = max(span.end for span in draft.cue)
    return {"will", "tell"} <= cue and document.text.startswith(" you", behind)


def _is_nobody(draft: Draft, document: Document) -> bool:
    named = " ".join(span.of(document.text) for span in draft.source).lower()
    return any(named == word or named.startswith(f"{word} of ") for word in words("en", "claims", "nobody"))


def _is_supposed(draft: Draft, document: Document) -> bool:
    spans = (*draft.source, *draft.cue)
    if not spans or draft.spoken:
        return False
    first = min(span.start for span in spans)
    before = document.text[max(0, first - BEFORE, draft.paragraph.start) : first].lower().split()[-1:]
    return bool(set(before) & words("en", "claims", "supposing"))


def _asked_or_wanted(verb: Token) -> Standing:
    name = cues.verb_of(verb)
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    if cues.asks(name) and any(_is_question(clause) for clause in clauses):
        return "asked"
    if clauses:
        return "wanted" if cues.demands(name) else "said"
    aims = any(
        child.lower_ == "to" and child.dep_ == "aux" for each in verb.children for child in _opened(each)
    )
    if not cues.is_passive(verb) and aims and cues.wants(name):
        return "wanted"
    calls = any(
        child.lower_ in ("for", "on", "upon") for child in verb.children if child.i - verb.i in (1, 2)
    )
    return "wanted" if calls and cues.demands(name) else "said"


def _opened(child: Token) -> list[Token]:
    return list(child.children) if child.dep_ in ("xcomp", "advcl") else []


def _is_question(clause: Token) -> bool:
    return clause.left_edge.lower_ in ("whether", "if") or clause.left_edge.tag_ in (
        "WP",
        "WRB",
        "WDT",
        "WP$",
    )


def _words(said: str) -> frozenset[str]:
    return frozenset(WORD.findall(said.lower()))
