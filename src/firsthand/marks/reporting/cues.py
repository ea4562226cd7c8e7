"""Words that report: which verb, noun or phrase can be a cue, and what it takes as its content."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from firsthand.lexicon import load, words

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

CLAUSE_GROUPS = (
    "saying",
    "arguing",
    "thinking",
    "estimating",
    "finding",
    "showing",
    "demanding",
    "committing",
)
SPEECH_GROUPS = ("saying", "arguing", "demanding")
AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
BESIDE_VERB = AUXILIARIES | {"prt", "advmod"}


def verb_of(token: Token) -> str:
    """Return the dictionary form of a verb, mended where the model is known to err."""
    lemma = token.lemma_.lower()
    mended: str = _misread().get(token.lower_) or _misread().get(lemma) or lemma
    return mended


def can_report(verb: str) -> bool:
    """Whether a verb can be a cue at all."""
    return verb in _any_cue()


def takes_clause(verb: str) -> bool:
    """Whether a clause behind the verb is what somebody says, thinks, estimates, finds, shows or demands."""
    return verb in _group(*CLAUSE_GROUPS)


def takes_infinitive(verb: str) -> bool:
    """Whether an infinitive behind the verb is what somebody demands, promises or refuses."""
    return verb in _group("demanding", "committing", "seeming", "intending")


def is_of_mind(verb: str) -> bool:
    """Whether the verb tells an intent or a stand, which only somebody has who can speak."""
    return verb in _group("intending", "stance")


def takes_object(verb: str) -> bool:
    """Whether a plain object of the verb is what somebody says."""
    return verb in _group("object", "stance")


def takes_quotation(verb: str) -> bool:
    """Whether the verb can govern words in quotation marks."""
    return verb in _group(*CLAUSE_GROUPS, "object", "naming", "quoted", "voicing")


def is_act(verb: str) -> bool:
    """Whether the verb with counted people or things as its object is something done to them: to examine, to dismiss."""
    return verb in _group("acts")


def claimed() -> frozenset[str]:
    """Return the nouns for what is claimed without a word: a fire claims lives."""
    return _group("claimed")


def regards(verb: str) -> bool:
    """Whether the verb with an object and "as" tells how somebody is seen: "regard them as guests"."""
    return verb in _group("regarding")


def is_unsourced(verb: str) -> bool:
    """Whether the passive with nothing but a subject reports: "the deaths were confirmed"."""
    return verb in _group("unsourced")


def asks(verb: str) -> bool:
    """Whether a clause behind the verb may be a question."""
    return verb in _group("asking")


def demands(verb: str) -> bool:
    """Whether a clause or a preposition behind the verb tells an act that is demanded."""
    return verb in _group("calling")


def wants(verb: str) -> bool:
    """Whether an infinitive behind the verb tells an act that is demanded, promised, refused or planned."""
    return verb in _group("demanding", "committing", "intending", "calling")


def holds(verb: str) -> bool:
    """Whether the negated verb means that its content is held to be untrue: "do not believe that"."""
    return verb in _group("holding")


def names_somebody(verb: str) -> bool:
    """Whether the verb hangs a word on somebody: to call, to label."""
    return verb in _group("naming")


def names_speaker(verb: str) -> bool:
    """Whether the passive of the verb names the speaker as its subject: "was quoted as saying"."""
    return verb in _group("quoted")


def is_speech(verb: str) -> bool:
    """Whether the verb is one of uttering, not of thinking or showing."""
    return verb in _group(*SPEECH_GROUPS)


def carries(verb: str) -> bool:
    """Whether the verb brings in a voice of its own also inside of another's words."""
    return verb in _group(*SPEECH_GROUPS, "estimating", "naming") and not is_weak(verb)


def is_weak(verb: str) -> bool:
    """Whether the verb is too often no reporting at all."""
    return verb in _group("weak")


def is_impersonal(verb: str) -> bool:
    """Whether the passive of the verb reports a view without its holder."""
    return verb in _group("impersonal")


def is_estimate(token: Token) -> bool:
    """Whether a noun stands for figures by a hand that may not be named: estimates, projections."""
    return token.lemma_.lower() in _group("estimates")


@cache
def estimate_verbs() -> frozenset[str]:
    """Return the verbs by which estimates give their figure: they vary, they range, they put."""
    return frozenset(load("en", "cues")["estimates"]["verbs"])


@cache
def prepositions(verb: str) -> frozenset[str]:
    """Return the prepositions behind which the content of the verb stands."""
    listed: list[str] = load("en", "cues")["prepositions"].get(verb, [])
    return frozenset(listed)


def beginnings() -> frozenset[str]:
    """Return the verbs behind which an infinitive is still said in fact: "went on to say"."""
    return _group("beginnings")


def wanting() -> frozenset[str]:
    """Return the verbs behind which an infinitive was not said: "wants to say", "refused to say"."""
    return _group("wanting")


def openings() -> frozenset[str]:
    """Return the words that open a clause which only says when or why somebody speaks: "asked about it, he said"."""
    return _group("openings")


def occasion_openings() -> frozenset[str]:
    """Return the prepositions behind which stands when or where somebody spoke, not what of."""
    return _group("occasion_openings")


def occasions() -> frozenset[str]:
    """Return the nouns for the occasion or paper in which somebody speaks: an interview, a statement."""
    return _group("occasions")


@cache
def phrases(group: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a group, each as its words."""
    return tuple(tuple(phrase) for phrase in load("en", "cues")[group]["phrases"])


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def cue_tokens(verb: Token) -> list[Token]:
    """Return the verb with its auxiliaries, negation, particle and the adverbs between them, as one run."""
    beside = {c.i for c in verb.children if c.dep_ in BESIDE_VERB and c.ent_type_ != "PERSON"}
    first = last = verb.i
    while first - 1 in beside:
        first -= 1
    while last + 1 in beside and verb.doc[last + 1].dep_ in ("prt", "neg"):
        last += 1
    if _two_words(verb, last + 1) in (("as", "saying"), ("as", "telling")):
        last += 2
    while first < verb.i and verb.doc[first].dep_ == "advmod" and _starts_sentence(verb.doc[first]):
        first += 1
    return list(verb.doc[first : last + 1])


def _two_words(verb: Token, start: int) -> tuple[str, ...]:
    """The two words from a place on."""
    return tuple(token.lower_ for token in verb.doc[start : start + 2])


def _starts_sentence(token: Token) -> bool:
    return bool(token.is_sent_start)


@cache
def _misread() -> dict[str, Any]:
    return {key: value for key, value in load("en", "cues")["misread"].items() if key != "why"}


@cache
def _group(*groups: str) -> frozenset[str]:
    return frozenset().union(*(words("en", "cues", group) for group in groups))


@cache
def _any_cue() -> frozenset[str]:
    prepositional = frozenset(load("en", "cues")["prepositions"]) - {"why"}
    return (
        _group(*CLAUSE_GROUPS, "object", "naming", "seeming", "intending", "stance", "impersonal")
        | prepositional
    )
