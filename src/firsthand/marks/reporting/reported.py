"""Indirect reporting: verbs with a clause, an infinitive, an object or a preposition, and "according to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.marks.reporting import accorded, cues, figures, given, nominal, taken_up
from firsthand.marks.reporting.clauses import Draft, name_phrase, runs, subject_of, words_within
from firsthand.marks.reporting.contents import content_of, passive_content_of, speaks_on
from firsthand.marks.reporting.keepers import by_keeper, gapped
from firsthand.marks.sources.roles import has_mind

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

CLOSING = 3
"""Words that may stand behind a closing cue: "..., the group said on Monday"."""

AFTER_CUE = frozenset({"npadvmod", "advmod", "prep", "pobj", "det", "prt"})
LISTENER = frozenset({"dobj", "dative", "compound", "poss", "case"})
"""How the words for whom somebody told hang on "..., the company told this newspaper"."""

FARTHEST = 9
"""Words that the source of a closing cue may have."""

SHORTEST = 6
"""Words that stand at least before a closing cue; fewer are only an opening: "In the end, he said"."""


def reports(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the indirect attributions of a paragraph, by verb and by "according to"."""
    told = list(_reports(paragraph))
    yield from told
    yield from given.cited(paragraph, told)


def _reports(paragraph: Paragraph) -> Iterator[Draft]:
    for token in paragraph.doc:
        part = token.pos_
        if part in ("VERB", "AUX") or token.tag_.startswith("VB"):
            told = list(_by_verb(token, paragraph))
            counted = [] if told else list(figures.by_verb(token, paragraph))
            others = list(gapped(token, paragraph)) if counted else []
            yield from (
                told
                or [_up_to(each, others) for each in counted]
                or (*by_keeper(token, paragraph), *given.by_agent(token, paragraph))
            )
            yield from others
        if part == "NOUN" or token.dep_ == "acomp":
            yield from nominal.reports(token, paragraph)
    yield from accorded.reports(paragraph)
    yield from taken_up.reports(paragraph)
    yield from figures.reports(paragraph)
    yield from given.reports(paragraph)


def _up_to(counted: Draft, others: Sequence[Draft]) -> Draft:
    """What one body counts, without what others do in the same sentence."""
    end = min((draft.source[0].start for draft in others), default=None)
    if end is None:
        return counted
    paragraph = counted.paragraph
    kept = [
        token
        for span in counted.content
        for token in words_within(paragraph, span)
        if paragraph.start + token.idx < end
    ]
    while kept and (kept[-1].is_punct or kept[-1].pos_ in ("CCONJ", "SCONJ")):
        kept.pop()
    return replace(counted, content=runs(kept, paragraph))


def _by_verb(verb: Token, paragraph: Paragraph) -> Iterator[Draft]:
    name = cues.verb_of(verb)
    if not cues.can_report(name) or _is_unsaid(verb, name):
        return
    passive = cues.is_passive(verb)
    content = passive_content_of(verb) if passive else content_of(verb)
    if content and _opens_sentence(verb):
        content = _up_to_comma(content)
    head = (
        None
        if verb.dep_ == "advcl" and _is_question(verb) and verb.tag_ == "VBN"
        else subject_of(speaks_on(verb) or verb)
    )
    if not content and not passive and cues.is_speech(name) and cues.takes_clause(name):
        content, head = _before_tail(verb)
    if not content or (head is None and not passive and not _may_lack_subject(verb)):
        return
    if (
        passive
        and head is None
        and name in ("quote", "cite")
        and any(c.lower_ == "as" for c in verb.children)
    ):
        head = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if head is not None and head.pos_ == "NUM" and head.i > verb.i:  # "says 66": a figure and no speaker
        return
    if head is not None and head.lower_ == "you" and not cues.is_speech(name):
        return
    if cues.is_weak(name) and (head is None or not _can_speak(head)):
        return
    if cues.is_of_mind(name) and not passive and (head is None or not has_mind(head)):
        return
    if _stands_apart(verb, head, content):
        return
    draft = _draft(verb, head, content, paragraph)
    if draft.content and (draft.source or head is None):
        yield draft


def _stands_apart(verb: Token, head: Token | None, content: list[Token]) -> bool:
    """Whether what seems to be said before a verb is a sentence of its own: before a semicolon, or before one that says nothing.

    "Nine came, the guard said" tells it; "nine came; the guard said no word" and "nine came, two never asked" do not.
    """
    begins = min(head.left_edge.i if head is not None else verb.i, cues.cue_tokens(verb)[0].i)
    before = [token for token in content if token.i < begins]
    if not before or cues.cue_tokens(verb)[0].i < before[0].i:
        return False
    if any(token.text == ";" for token in verb.doc[before[-1].i : begins]):
        return True
    if cues.is_passive(verb) or verb.lemma_.lower() in words("en", "claims", "denying"):
        return False
    negated = any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
    nobody = head is not None and head.lower_ in words("en", "claims", "nobody")
    return negated or nobody


def _draft(verb: Token, head: Token | None, content: list[Token], paragraph: Paragraph) -> Draft:
    cue = cues.cue_tokens(verb)
    behind = cue[-1].i + 1
    if (
        behind < len(verb.doc)
        and verb.doc[behind].lower_ in cues.prepositions(cues.verb_of(verb))
        and behind < min((t.i for t in content), default=0)
        and not any(t.ent_type_ in ("DATE", "TIME") for t in verb.doc[behind + 1 : behind + 2])
    ):
        cue.append(verb.doc[behind])
    source = name_phrase(head) if head is not None else []
    own = {token.i for token in cue}
    source = [token for token in source if token.i not in own and token.i not in {t.i for t in content}]
    taken = {token.i for token in source} | (set() if _is_round(content, verb) else own)
    return Draft(
        source=runs(source, paragraph),
        head=head,
        cue=runs(cue, paragraph),
        content=runs([token for token in content if token.i not in taken], paragraph),
        paragraph=paragraph,
        verb=verb,
    )


def _is_round(content: list[Token], verb: Token) -> bool:
    """Whether a statement stands on both sides of its cue: "two thirds are thought to be women"."""
    return cues.is_passive(verb) and bool(content) and content[0].i < verb.i < content[-1].i


def _is_unsaid(verb: Token, name: str) -> bool:
    """Whether nothing is said in fact: "wants to say", "the alleged", "asked about it, he left"."""
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        if not cues.takes_clause(name) or not any(c.dep_ == "ccomp" for c in verb.children):
            return not (verb.dep_ == "xcomp" and verb.head.lemma_ in cues.beginnings())
        return verb.dep_ == "xcomp" and verb.head.lemma_ in cues.wanting()
    if verb.dep_ in ("amod", "compound"):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    if (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl")
        and not _is_question(verb)
        and not any(c.dep_ in ("aux", "auxpass", "nsubjpass") for c in verb.children)
    ):
        return True
    would = any(
        child.dep_ == "aux"
        and child.lower_ in ("would", "could", "might", "should", "must", "can", "may", "’d", "'d")
        for child in verb.children
    )
    return would and not cues.is_speech(name)


def _may_lack_subject(verb: Token) -> bool:
    """Whether a verb without a subject still reports, as in a headline."""
    return verb.dep_ == "ROOT" or _is_question(verb)


def _is_question(verb: Token) -> bool:
    """Whether somebody is asked something: "Asked whether the port would open, he said"."""
    return verb.lower_ == "asked" and any(child.dep_ == "ccomp" for child in verb.children)


def _opens_sentence(verb: Token) -> bool:
    """Whether a participle that asks stands first in its sentence, before who answers: "Asked which boat they took, 52% ..."."""
    return verb.is_sent_start is True and verb.tag_ in ("VBN", "VBD", "VBG") and cues.asks(cues.verb_of(verb))


def _up_to_comma(content: list[Token]) -> list[Token]:
    """A question up to the comma behind it."""
    end = next((place for place, token in enumerate(content) if token.text == ","), len(content))
    return content[:end]


def _can_speak(head: Token) -> bool:
    return head.pos_ in ("PROPN", "PRON", "NOUN") and head.lower_ not in (
        "i",
        "we",
        "you",
        "it",
        "this",
        "that",
        "what",
        "which",
    )


def _before_tail(verb: Token) -> tuple[list[Token], Token | None]:
    """What stands before a closing ", the group said.", where the parse saw no clause in it, and who closes it."""
    doc, sentence = verb.doc, verb.sent
    tail = [token for token in doc[verb.i + 1 : sentence.end] if not token.is_punct]
    told = verb.lemma_ == "tell"
    after = AFTER_CUE | LISTENER if told else AFTER_CUE
    if len(tail) > CLOSING + 2 * told or any(token.dep_ not in after for token in tail):
        return [], None
    comma = verb.i - 1
    while comma > sentence.start and doc[comma].text != "," and verb.i - comma < FARTHEST:
        comma -= 1
    if doc[comma].text != "," or comma + 1 == verb.i or comma - sentence.start < SHORTEST:
        return [], None
    head = doc[comma + 1 : verb.i].root
    if head.pos_ not in ("NOUN", "PROPN", "PRON") or head.tag_ in ("WP", "WDT"):
        return [], None
    first = doc[sentence.start]
    if first.lower_ in cues.openings() or (first.tag_ in ("VBG", "VBN")):
        return [], None
    return list(doc[sentence.start : comma]), head
