"""The rules of spaCy's attribute ruler, answered for each word once.

The English pipelines give each word its part of speech with some 180 rules. spaCy
tries every one of them at every word, a tenth of the time of a parse. Nearly all
are about one word, its tag and its dependency, so the answer for "the", DT, det
is kept and looked up when the word comes again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

Match = tuple[int, int, int, int]
"""A rule's number and hash, its first token and the one behind its last."""

Answer = tuple[tuple[tuple[int, int], ...], bool]
"""Number and hash of the rules that hold for a word alone, and whether a rule for several words may begin with it."""

Key = tuple[str, str]
ANY: Key = ("", "")
"""Where the rules are kept that name no word or tag."""

ASKED: list[int | str] = ["TAG", "LOWER", "DEP"]
"""What the rules ask of a word; whether it is white space (IS_SPACE) its spelling tells."""

TESTS = frozenset({"IN", "NOT_IN", "REGEX"})

REMEMBERED = 65_536
"""Words in their roles whose answers are kept."""


class KeptRules:
    """Finds the rules of an attribute ruler that match in a text, the same ones as the ruler itself."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._strings = ruler.vocab.strings
        self._others = Matcher(ruler.vocab, validate=False)
        self._alone: dict[Key, list[tuple[int, int, Mapping[str, Any]]]] = {}
        self._first: dict[Key, list[Mapping[str, Any]]] = {}
        for number, rule in enumerate(cast("list[Any]", ruler.patterns)):
            others = []
            for pattern in rule["patterns"]:
                # of a word that is asked for in another way nothing is asked here: it may be any
                wanted = pattern[0] if _is_answered(pattern[0]) else {}
                if len(pattern) == 1 and wanted:
                    for key in _keys(wanted):
                        self._alone.setdefault(key, []).append((number, self._strings[str(number)], wanted))
                else:
                    others.append(pattern)
                    for key in _keys(wanted):
                        self._first.setdefault(key, []).append(wanted)
            if others:
                self._others.add(str(number), others)
        self._of_word = lru_cache(maxsize=REMEMBERED)(self._answer)

    def __call__(self, doc: Doc) -> list[Match]:
        """Return the matches in the order in which they are applied: a later rule wins."""
        found: list[Match] = []
        several = False
        for place, asked in enumerate(doc.to_array(ASKED).tolist()):
            rules, begins = self._of_word(*asked)
            found.extend([(number, rule, place, place + 1) for number, rule in rules])
            several = several or begins
        if several:
            others = self._others(doc, allow_missing=True, as_spans=False)
            found.extend((int(self._strings[rule]), rule, start, end) for rule, start, end in others)
        return sorted(found)

    def _answer(self, tag: int, lower: int, dep: int) -> Answer:
        word = {"TAG": self._strings[tag], "LOWER": self._strings[lower], "DEP": self._strings[dep]}
        rules, begins = list[tuple[int, int]](), False
        for key in (("LOWER", word["LOWER"]), ("TAG", word["TAG"]), ANY):
            rules.extend([(n, rule) for n, rule, wanted in self._alone.get(key, ()) if _holds(wanted, word)])
            begins = begins or any(_holds(wanted, word) for wanted in self._first.get(key, ()))
        return tuple(rules), begins


def _keys(wanted: Mapping[str, Any]) -> list[Key]:
    """Under which words or tags a rule is kept: those that it names, so that it is tried at no other."""
    for name in ("LOWER", "TAG"):
        value = wanted.get(name)
        if isinstance(value, str):
            return [(name, value)]
        if isinstance(value, dict) and "IN" in value:
            return [(name, each) for each in value["IN"]]
    return [ANY]


def _is_answered(wanted: Mapping[str, Any]) -> bool:
    """Whether all that a rule asks of a word is known from its tag, spelling and dependency."""
    return bool(wanted) and all(
        (isinstance(value, bool) and name == "IS_SPACE")
        or (name in ASKED and (isinstance(value, str) or (isinstance(value, dict) and value.keys() <= TESTS)))
        for name, value in wanted.items()
    )


def _holds(wanted: Mapping[str, Any], word: Mapping[str, str]) -> bool:
    return all(
        word["LOWER"].isspace() == value if name == "IS_SPACE" else _is(word[name], value)
        for name, value in wanted.items()
    )


def _is(said: str, value: str | Mapping[str, Any]) -> bool:
    if isinstance(value, str):
        return said == value
    return (
        ("IN" not in value or said in value["IN"])
        and ("NOT_IN" not in value or said not in value["NOT_IN"])
        and ("REGEX" not in value or re.search(value["REGEX"], said) is not None)
    )
