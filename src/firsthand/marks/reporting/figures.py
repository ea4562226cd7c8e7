"""Figures given by somebody without words of saying: "the office puts it at 73", "the 73 of the office", "by its own account"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import load, words
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import SUBJECTS, Draft, name_phrase, object_of, runs, subject_of
from firsthand.marks.reporting.contents import onward
from firsthand.marks.sources.roles import has_mind

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

SPEAKING = frozenset({"i", "we", "you", "this", "that", "which", "what", "who", "one", "there"})
"""Subjects of which the words themselves do not tell who counted."""

INSIDE = frozenset({"in", "on", "among", "at", "with"})
"""Prepositions before those in whom or in which something was found."""

POSSESSIVES = frozenset({"its", "their", "his", "her"})


def by_verb(verb: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attribution of a figure to who counts or puts it: "the guard recorded nine deaths"."""
    name = cues.verb_of(verb)
    if name in words("en", "figures", "again"):
        yield from _said_again(verb, name, paragraph)
        return
    revised = name in words("en", "figures", "revising")
    found = name in words("en", "figures", "finding in")
    if not (revised or found or name == "give" or name in words("en", "figures", "counting")):
        return
    if cues.is_passive(verb) or verb.dep_ == "amod":
        return
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return
    content = _numbered(verb, name)
    head = _who(verb) if content else None
    if (
        head is None
        or head.lower_ in SPEAKING
        or not (_counts(head, name) or (revised and _is_own(content[0])))
    ):
        return
    if found and head.pos_ == "PRON":
        return  # "she found 20 crowns in the street"
    if any(child.dep_ == "poss" and child.lower_ in ("our", "my") for child in head.children):
        return  # the own voice of the paper
    cue = cues.cue_tokens(verb)
    source = _named(head, {token.i for token in (*content, *cue)})
    if source and content[0].i > verb.i:
        told = None if revised else verb  # a figure that is raised is told, whoever speaks of it
        yield Draft(
            runs(source, paragraph), head, runs(cue, paragraph), runs(content, paragraph), paragraph, told
        )


def _named(head: Token, used: set[int]) -> list[Token]:
    """The words for who counts, without a date that the parser put before them and without "whose"."""
    return [
        token
        for token in name_phrase(head)
        if token.i not in used
        and token.lower_ != "whose"
        and not (token.ent_type_ == "DATE" and token.i < head.i)
    ]


def _who(verb: Token) -> Token | None:
    """Who counts: the subject, else the name directly before a verb whose subject the parser took for a date: "By mid-May the office had"."""
    head = subject_of(verb)
    if head is not None and head.ent_type_ not in ("DATE", "TIME"):
        return head
    doc, at = verb.doc, cues.cue_tokens(verb)[0].i - 1
    if at > 1 and doc[at].text == ")":
        at = next((i - 1 for i in range(at, max(0, at - 4), -1) if doc[i].text == "("), at)
    name = doc[at] if at >= 0 else verb
    return name if name.pos_ == "PROPN" and name.ent_type_ in ("", "ORG") else None


def _said_again(verb: Token, name: str, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the second figure of "the ministry first said 61 and now says 66"."""
    doc, at = verb.doc, verb.i + 1
    if (
        at >= len(doc)
        or doc[at].pos_ != "NUM"
        or any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children)
    ):
        return
    first = verb.sent.start
    before = next(
        (t for t in reversed(doc[first : verb.i]) if t.pos_ == "VERB" and t.lemma_ == verb.lemma_), None
    )
    head = subject_of(before) if before is not None and doc[before.i + 1].pos_ == "NUM" else None
    if head is None or head.i > verb.i:
        return
    yield Draft(
        runs(name_phrase(head), paragraph),
        head,
        runs(cues.cue_tokens(verb), paragraph),
        runs([doc[at]], paragraph),
        paragraph,
        verb,
    )


def reports(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the figures of a paragraph that are given by a phrase: "the 73 of the office", "if one believes the office"."""
    said = paragraph.said
    if not said.isdisjoint(_openings("believing")):
        yield from _believed(paragraph)
    if "own" in said:
        yield from _by_own_account(paragraph)
    if "by" in said and not said.isdisjoint(words("en", "figures", "reckonings")):
        yield from _by_reckoning(paragraph)
    if not said.isdisjoint(words("en", "figures", "linking")) and "the" in said:
        for token in paragraph.doc:
            if token.pos_ == "NUM" and token.i and token.nbor(-1).lower_ == "the":
                yield from _of_somebody(token, paragraph)


def _numbered(verb: Token, name: str) -> list[Token]:
    """What a verb says is counted, with its number."""
    if name in words("en", "figures", "revising"):
        return _revised(verb)
    if name == "give":
        return _given(verb)
    if name == "put":
        return _put_at(verb)
    return _counted(verb, within=name in words("en", "figures", "finding in"))


def _put_at(verb: Token) -> list[Token]:
    """What is put at a number: "put the number of wrecks at 73 for 2019"."""
    spoken = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if spoken is None:
        return []
    if spoken.i < verb.i:  # "whose number the office puts at 73"
        at = next((child for child in verb.rights if child.lower_ == "at"), None)
        fronted = any(child.lower_ == "whose" for child in spoken.children)
        return onward(verb, at) if at is not None and fronted else []
    end = next((t for t in verb.subtree if t.lower_ == "at" and t.i > spoken.i and t.dep_ == "prep"), None)
    if end is None or not any(token.pos_ == "NUM" for token in end.subtree):
        return []
    return onward(verb, spoken.left_edge)


def _given(verb: Token) -> list[Token]:
    """What a number is given as: "gives the number of wrecks as 73", "gave a figure of 73"."""
    spoken = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if spoken is None or spoken.lemma_.lower() not in words("en", "figures", "accounts"):
        return []
    as_what = [t for t in verb.subtree if t.lower_ in ("as", "of", "at") and t.i > spoken.i]
    numbered = any(child.pos_ == "NUM" or child.like_num for t in as_what for child in t.children)
    return onward(verb, spoken.left_edge) if numbered else []


def _revised(verb: Token) -> list[Token]:
    """What somebody's own figure is raised or lowered to: "has raised its estimate for 2019 to at least 73"."""
    spoken = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if spoken is None or spoken.lemma_.lower() not in words("en", "figures", "accounts"):
        return []
    if not any(_is_own(child) or child.lower_ == "the" for child in spoken.children):
        return []
    doc = verb.doc
    to = next((t for t in verb.sent if t.lower_ == "to" and t.i > spoken.i), None)
    if to is None or not any(token.pos_ == "NUM" for token in doc[to.i + 1 : to.i + 5]):
        return []
    return onward(verb, spoken.left_edge)


def _is_own(word: Token) -> bool:
    """Whether a word says that a figure is that of who gives another number for it: "its estimate"."""
    return word.dep_ == "poss" and word.lower_ in POSSESSIVES


def _counted(verb: Token, *, within: bool) -> list[Token]:
    """What is counted, with its number; ``within`` lets the number be of those in which something was found."""
    spoken = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if spoken is None:
        return []
    first = spoken.left_edge.i
    told = [spoken, *(inner for link in spoken.children if link.lower_ == "of" for inner in link.children)]
    if within:
        behind = [link for link in (*verb.rights, *spoken.rights) if link.lower_ in INSIDE]
        told += [inner for link in behind for inner in link.children]
    numbered = any(token.pos_ == "NUM" for token in verb.doc[first : max(one.i for one in told) + 1])
    return onward(verb, spoken.left_edge) if numbered else []


def _counts(head: Token, name: str) -> bool:
    """Whether a subject can count: somebody, or a paper that holds figures."""
    if head.pos_ == "PRON":
        return name == "put" or head.lower_ == "it" or has_mind(head)
    if head.ent_type_ in ("GPE", "LOC", "DATE"):
        return False
    return has_mind(head) or _holds_figures(head)


def _holds_figures(head: Token) -> bool:
    said = {head.lower_, head.lemma_.lower()}
    return not said.isdisjoint(words("en", "roles", "data set") | words("en", "figures", "papers"))


def _of_somebody(number: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attribution in "the 73 of the office" and "the 61 in the statistics of the ministry"."""
    doc, behind = paragraph.doc, number.i + 1
    if behind + 1 >= len(doc) or doc[behind].lower_ not in words("en", "figures", "linking"):
        return
    link = doc[behind]
    head = object_of(link)
    if head is None or head.ent_type_ in ("GPE", "LOC", "DATE", "PERSON"):
        return
    if not _holds_figures(head) and (link.lower_ == "in" or not is_body(head)):
        return
    yield Draft(
        runs(name_phrase(head), paragraph),
        head,
        runs([link], paragraph),
        runs([number], paragraph),
        paragraph,
    )


def is_body(head: Token) -> bool:
    """Return whether a word, with what hangs on it, names a body."""
    said = {form for token in head.subtree for form in (token.lower_, token.lemma_.lower())}
    return head.ent_type_ == "ORG" or not said.isdisjoint(
        words("en", "roles", "organisation") | words("en", "roles", "official")
    )


def issuer_of(paper: Token) -> Token | None:
    """Return the head word for whose a paper is: "the report of the office", "figures from the office"; None if it is not said."""
    behind = (object_of(link) for link in paper.rights if link.lower_ in ("of", "by", "from"))
    return next((head for head in behind if head is not None), None)


def _believed(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield what stands if somebody is believed: each part of a sentence by the word of the one behind it."""
    for sentence in paragraph.sentences:
        start = sentence.start
        for token in sentence:
            phrase = next((each for each in _phrases("believing") if _stands(token, each)), None)
            if phrase is None:
                continue
            last = token.doc[token.i + len(phrase) - 1]
            head = next((child for child in last.children if child.dep_ in ("dobj", "pobj")), None)
            if head is None or head.i < last.i:
                continue
            source = name_phrase(head)
            content = list(token.doc[start : token.i]) or list(token.doc[source[-1].i + 1 : sentence.end])
            start = source[-1].i + 1
            cue = list(token.doc[token.i : last.i + 1])
            yield _draft(source, head, cue, content, paragraph)


def _by_own_account(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the sentence round "by the court's own account" and "by its own count"."""
    doc = paragraph.doc
    for own in doc:
        if own.lower_ != "own" or own.i + 1 >= len(doc):
            continue
        noun = own.head
        if noun.lemma_.lower() not in words("en", "figures", "accounts") or noun.i < own.i:
            continue
        link = noun.head
        owner = next((child for child in noun.children if child.dep_ == "poss"), None)
        if owner is None or link.lower_ not in ("by", "on") or link.dep_ not in ("prep", "agent"):
            continue
        head = subject_of(link.head) if owner.lower_ in POSSESSIVES else owner
        if head is None or head.lower_ in SPEAKING:
            continue
        source = [token for token in name_phrase(head) if token.tag_ != "POS"]
        named = {token.i for token in source}
        cue = [token for token in doc[link.i : noun.i + 1] if token.i not in named and token.tag_ != "POS"]
        used = named | {token.i for token in cue} | {token.i for token in doc[link.i : noun.i + 1]}
        content = [token for token in own.sent if token.i not in used]
        yield _draft(source, head, cue, content, paragraph)


def _by_reckoning(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the sentence round "by the reckoning of the office" and "by the office's count"."""
    doc = paragraph.doc
    for noun in doc:
        if noun.lower_ not in words("en", "figures", "reckonings") or noun.head.lower_ != "by":
            continue
        of = next((child for child in noun.children if child.lower_ == "of" and child.i == noun.i + 1), None)
        head = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)
        if head is None and of is not None:
            head = object_of(of)
        if head is None or not (has_mind(head) or is_body(head)):
            continue
        source = [token for token in name_phrase(head) if token.tag_ != "POS"]
        named = {token.i for token in source}
        cue = [token for token in doc[noun.head.i : (of or noun).i + 1] if token.i not in named]
        used = named | {token.i for token in cue}
        content = _within_commas(noun, used)
        yield _draft(source, head, [t for t in cue if t.tag_ != "POS"], content, paragraph)


def _within_commas(noun: Token, used: set[int]) -> list[Token]:
    """The clause round a phrase that stands between commas, else its sentence."""
    verb = noun.head.head
    inside = verb if verb.pos_ in ("VERB", "AUX") and verb.dep_ != "ROOT" else None
    said = list(inside.subtree) if inside is not None else list(noun.sent)
    said = said if any(token.pos_ == "NUM" for token in said) else list(noun.sent)
    return [token for token in said if token.i not in used]


def _draft(
    source: list[Token], head: Token, cue: list[Token], content: list[Token], paragraph: Paragraph
) -> Draft:
    while content and (content[-1].is_punct or content[-1].is_space or content[-1].pos_ == "CCONJ"):
        content.pop()
    while content and (content[0].is_punct or content[0].is_space or content[0].pos_ == "CCONJ"):
        content.pop(0)
    return Draft(runs(source, paragraph), head, runs(cue, paragraph), runs(content, paragraph), paragraph)


def _stands(token: Token, phrase: tuple[str, ...]) -> bool:
    return token.lower_ == phrase[0] and phrase == tuple(
        each.lower_ for each in token.doc[token.i : token.i + len(phrase)]
    )


@cache
def _phrases(group: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase) for phrase in load("en", "figures")[group]["phrases"])


@cache
def _openings(group: str) -> frozenset[str]:
    return frozenset(phrase[1] for phrase in _phrases(group))
