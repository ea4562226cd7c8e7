"""Reporting in headlines: "...: report", "Report: ...", "..., report claims"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import Draft, runs

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

SHORT = 5
"""Words that the source of a headline has at most."""


def reports(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attributions that the form of a headline makes without a verb, or with one at its end."""
    tokens = [token for token in paragraph.doc if not token.is_space]
    if len(tokens) < SHORT:
        return
    colons = [index for index, token in enumerate(tokens) if token.text == ":"]
    if colons:
        last, first = colons[-1], colons[0]
        if last + 1 < len(tokens) and _is_source(tokens[last + 1 :]):
            yield _draft(
                tokens[last + 1 :],
                tokens[last : last + 1],
                tokens[(first + 1 if _is_label(tokens[:first]) and first != last else 0) : last],
                paragraph,
            )
        elif _is_source(tokens[:first]) or _is_named(tokens[:first]):
            yield _draft(tokens[:first], tokens[first : first + 1], tokens[first + 1 :], paragraph)
        return
    yield from _closing_verb(tokens, paragraph)


def _closing_verb(tokens: list[Token], paragraph: Paragraph) -> Iterator[Draft]:
    """ "..., report claims": the verb is the last word and a comma stands before its subject."""
    commas = [index for index, token in enumerate(tokens) if token.text == ","]
    if not commas or not 2 <= len(tokens) - 1 - commas[-1] <= SHORT + 1:
        return
    tail = tokens[commas[-1] + 1 :]
    verb = tail[-1]
    if cues.takes_clause(cues.verb_of(verb)) and verb.pos_ in ("VERB", "NOUN"):
        yield _draft(tail[:-1], [verb], tokens[: commas[-1]], paragraph)


def _is_label(tokens: list[Token]) -> bool:
    """Whether the words before a first colon are a place or a topic: "China: ..."."""
    return len(tokens) <= 2


def _is_source(tokens: list[Token]) -> bool:
    if not 0 < len(tokens) <= SHORT:
        return False
    return any(token.lemma_.lower() in _source_words() or token.lower_ in _source_words() for token in tokens)


def _is_named(tokens: list[Token]) -> bool:
    """Whether the words before a colon are a person's name: "Revik: the port stays open"."""
    return (
        0 < len(tokens) < SHORT
        and all(token.text[:1].isupper() for token in tokens)
        and tokens[-1].ent_type_ == "PERSON"
    )


def _draft(source: list[Token], cue: list[Token], content: list[Token], paragraph: Paragraph) -> Draft:
    head = next((t for t in reversed(source) if t.pos_ in ("NOUN", "PROPN", "PRON")), source[-1])
    return Draft(
        runs(source, paragraph), head, (paragraph.place(cue[0]),), runs(content, paragraph), paragraph, cue[0]
    )


@cache
def _source_words() -> frozenset[str]:
    groups = ("report", "data set", "organisation", "official", "unnamed", "outlet", "author")
    return frozenset().union(*(words("en", "roles", group) for group in groups))
