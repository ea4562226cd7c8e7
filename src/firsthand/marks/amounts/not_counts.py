"""Numbers that are no quantities: parts of names, pronouns, list numbers, scores, years; and ages behind names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from firsthand.lexicon import load, words
from firsthand.marks.amounts.bounded import Amount
from firsthand.marks.numerals.lexemes import Lexeme, glued, text_at

if TYPE_CHECKING:
    from firsthand.language.tokens import Doc, Token

NAMES = frozenset({"PRODUCT", "ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW", "PERSON", "GPE", "NORP", "LOC"})
"""Named entities in which a number is a part of the name."""

OLDEST = 105
LEAST_AGE = 15
"""Years from which a number between commas behind a name that may be no person's is an age."""

PARTS = frozenset({"12", "16", "20", "25", "32", "50", "64", "100", "1000"})
"""Denominators above ten that people write with a stroke."""

HOURS = 12
"""Hours of a clock."""

FAR = 100
"""No range reaches from a number to more than this many times it."""


@cache
def listed(group: str, language: str = "en") -> frozenset[str]:
    """Return one group of the number words."""
    return words(language, "numbers", group)


def is_amount(doc: Doc, line: Sequence[Lexeme], amount: Amount, core: tuple[int, int]) -> bool:
    """Whether an amount is a quantity; ``core`` are the tokens of its numbers."""
    if amount.hedge == "range":
        return bool(amount.unit) or not (_is_score(line, amount) or _is_code(line, amount))
    if _is_day(line, amount) or _is_moment(doc, line, amount, core) or _is_once(doc, line, amount, core):
        return False
    if _is_hour(line, amount):
        return False
    if not amount.plain and _is_lettered(line, amount):
        return False
    if not amount.plain:
        return not (_is_one(line, amount) and amount.first == amount.core[0] and amount.kind == "count")
    if _is_one(line, amount):
        return _one_counts(doc, line, amount, core)
    return not (
        _is_list_number(line, amount)
        or _is_marked(doc, line, amount, core)
        or _is_named(doc, line, amount, core)
        or _is_designation(doc, core)
        or _is_compound(line, amount)
        or _is_house(doc, core)
    )


def person_age(doc: Doc, line: Sequence[Lexeme], amount: Amount, tokens: tuple[int, int]) -> Amount:
    """Return the amount as an age where it tells a person's: "Joy Lee, 28,", "she was 14."; else as it is."""
    if _is_of_people(doc, line, amount, tokens):
        return replace(amount, kind="age", unit="year")
    if (
        not amount.plain
        or amount.high is None
        or not 0 < amount.high <= OLDEST
        or amount.high != int(amount.high)
    ):
        return amount
    before, behind = text_at(line, amount.first - 1), text_at(line, amount.end)
    if tokens[0] < 2:
        return amount
    if _is_of_one(doc, tokens):
        return replace(amount, kind="age", unit="year")
    if behind not in listed("after_age"):
        return amount
    if _was_then(doc, line, amount, tokens):
        return replace(amount, kind="age", unit="year")
    earlier = doc[tokens[0] - 2]
    named = before in (",", "(") and earlier.pos_ == "PROPN" and earlier.ent_type_ in ("PERSON", "")
    if before == behind == "," and earlier.ent_type_ == "ORG" and amount.high >= LEAST_AGE:
        named = text_at(line, amount.end + 1) in listed("described") and line[amount.core[0]].kind == "number"
    if before == "(" and (amount.high < 10 or behind != ")"):
        named = False
    said = before in listed("was") and (earlier.lower_ in listed("persons") or earlier.ent_type_ == "PERSON")
    return replace(amount, kind="age", unit="year") if named or said else amount


def _is_of_people(doc: Doc, line: Sequence[Lexeme], amount: Amount, tokens: tuple[int, int]) -> bool:
    """Whether a bare bound behind a word for people says how old they are: "children under seven", "12 were under 30", "30 or older"."""
    bound = amount.low if amount.low is not None else amount.high
    if amount.kind != "count" or amount.unit or bound is None or not 0 < bound <= OLDEST or tokens[0] < 1:
        return False
    if any(lexeme.text in listed("older") for lexeme in line[amount.core[1] : amount.end]):
        return True
    if line[amount.first].text not in listed("age_bounds"):
        return False
    number = doc[tokens[1] - 1]
    if number.dep_ == "nummod" or not (
        doc[tokens[0] - 1].lower_ in listed("aged_people") or _people_are(doc[tokens[0] - 1])
    ):
        return False
    behind = doc[tokens[1]] if tokens[1] < len(doc) else None
    return behind is None or behind.pos_ not in ("NOUN", "PROPN", "ADJ", "SYM")


def _people_are(verb: Token) -> bool:
    """Whether a verb says what people are, who are counted or spoken of before it: "430 had been", "most of whom were"."""
    if verb.lower_ not in listed("are") or verb.pos_ not in ("AUX", "VERB"):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    meant = listed("aged_people") | listed("some_people")
    return subject is not None and (subject.like_num or subject.lower_ in meant)


def _is_of_one(doc: Doc, tokens: tuple[int, int]) -> bool:
    """Whether a number behind "of" is the age of one person: "a boy of 13"."""
    one = doc[tokens[0] - 2]
    article = doc[tokens[0] - 3].lower_ if tokens[0] > 2 else ""
    alone = one.left_edge.lower_ in ("a", "an", "one", "another") or article in ("a", "an")
    counts = doc[tokens[1] - 1].dep_ == "nummod" and doc[tokens[1] - 1].head.i >= tokens[1]
    return doc[tokens[0] - 1].lower_ == "of" and one.lower_ in listed("aged_ones") and alone and not counts


def _was_then(doc: Doc, line: Sequence[Lexeme], amount: Amount, tokens: tuple[int, int]) -> bool:
    """Whether a number behind "was" is the age of the youngest, or of somebody "when she" did something."""
    at = tokens[0] - 1
    while at > 0 and doc[at].lower_ in listed("barely"):
        at -= 1
    if doc[at].lower_ not in listed("was") or doc[at].pos_ not in ("AUX", "VERB"):
        return False
    subject = next((child for child in doc[at].children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.lower_ in listed("superlatives"):
        return True
    then = text_at(line, amount.end) == "when" and text_at(line, amount.end + 1) in listed("when_aged")
    return then and (at < tokens[0] - 1 or (subject is not None and subject.pos_ in ("PRON", "PROPN")))


def _is_day(line: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether two numbers with a stroke are a month and a day and no part of one: "fare of 3/21"; "7/16 of" is one."""
    first, last = amount.core
    if last - first != 3 or text_at(line, first + 1) != "/" or text_at(line, amount.end) == "of":
        return False
    part, parts = text_at(line, first), text_at(line, first + 2)
    if not (part.isdecimal() and parts.isdecimal()):
        return False
    return int(part) >= int(parts) or not (int(parts) <= 10 or parts in PARTS)


def _is_moment(doc: Doc, line: Sequence[Lexeme], amount: Amount, core: tuple[int, int]) -> bool:
    """Whether "once" and "twice" only say when or how often: "once the boats left", "fell twice as rain came"."""
    if amount.kind != "ratio" or amount.core[1] - amount.core[0] != 1:
        return False
    word, behind = line[amount.core[0]].text, text_at(line, amount.end)
    if word == "once":
        return True
    after = doc[core[1] + 1] if core[1] + 1 < len(doc) else None
    return behind == "as" and after is not None and after.pos_ not in ("ADJ", "ADV")


def _is_hour(line: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether a number is an hour of the day, or a part of one: "at two in the morning", "half past nine", "a quarter to eleven"."""
    if _is_told_by(line, amount.end, amount.end - 1, amount.end + 1):
        return True
    bound = amount.low if amount.low is not None else amount.high
    if amount.kind != "count" or amount.unit or bound is None or bound > HOURS:
        return False
    if _is_told_by(line, amount.first - 1, amount.first - 2, amount.first):
        return True
    behind = [text_at(line, amount.end + ahead) for ahead in range(3)]
    part = behind[2] if behind[:2] == ["in", "the"] else ""
    return part in listed("parts_of_day")


def _is_told_by(line: Sequence[Lexeme], joint: int, part: int, hour: int) -> bool:
    """Whether a clock is told: a part of an hour, "past" or "to" as the joint, and an hour."""
    word, said = text_at(line, joint), text_at(line, part)
    if word not in ("past", "to") or not _may_be_hour(text_at(line, hour)):
        return False
    if said in ("half", "quarter"):
        return said == "quarter" or word == "past"
    return said in listed("minutes_told") and text_at(line, part - 1) in listed("before_clock")


def _may_be_hour(number: str) -> bool:
    known = load("en", "numbers")["cardinals"]["values"].get(number, number)
    return f"{known}".isdigit() and int(known) <= HOURS


def _is_once(doc: Doc, line: Sequence[Lexeme], amount: Amount, core: tuple[int, int]) -> bool:
    """Whether "one day" or "at one point" only says that there was a time: "he may one day return"."""
    if amount.first != amount.core[0] or amount.end != amount.first + 2 or line[amount.first].text != "one":
        return False
    word = text_at(line, amount.first + 1)
    if text_at(line, amount.first - 1) == "at":
        return word in listed("at_one")
    before = doc[core[0] - 1] if core[0] else None
    modal = before is not None and (before.tag_ in ("MD", "TO") or before.lower_ in listed("will_one"))
    return word in listed("one_day") and modal


def _is_lettered(line: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether a number with a letter names a thing: "Unit 4C", "seat 12A"; not a temperature or a current."""
    last = amount.end - 1
    lettered = last > amount.first and len(line[last].text) == 1 and line[last].kind == "word"
    return lettered and glued(line, last) and text_at(line, amount.first - 1) in listed("named")


def _is_one(line: Sequence[Lexeme], amount: Amount) -> bool:
    return amount.core[1] - amount.core[0] == 1 and line[amount.core[0]].text == "one"


def _one_counts(doc: Doc, line: Sequence[Lexeme], amount: Amount, core: tuple[int, int]) -> bool:
    """Whether "one" counts: it stands before its noun, or is one of several."""
    before, behind = text_at(line, amount.first - 1), text_at(line, amount.end)
    if behind == "of":
        return before not in listed("the_one")
    if before in listed("not_one") or behind in listed("after_one"):
        return False
    token = doc[core[0]]
    return token.dep_ == "nummod" and token.i < token.head.i <= token.i + 5 and behind != "-"


def _is_list_number(line: Sequence[Lexeme], amount: Amount) -> bool:
    return amount.first == 0 and text_at(line, amount.end) in (".", ")") and len(line) > amount.end + 1


def _is_marked(doc: Doc, line: Sequence[Lexeme], amount: Amount, core: tuple[int, int]) -> bool:
    """Whether a number alone in brackets marks a point, a paragraph or a player: "(1) to advise", "paragraph (2)".

    Behind a plural that it counts it stays: "the men (35) and women (12)".
    """
    if text_at(line, amount.first - 1) not in ("(", "[") or text_at(line, amount.end) not in (")", "]"):
        return False
    before = doc[core[0] - 2] if core[0] > 1 else None
    counts = before is not None and before.tag_ == "NNS" and before.lower_ not in listed("named")
    return not (counts and text_at(line, amount.end + 1) in listed("after_brackets"))


def _is_designation(doc: Doc, core: tuple[int, int]) -> bool:
    """Whether a number behind a name or a noun in the singular says which one: "the Halden 500", "the Orlu 600 index"."""
    token = doc[core[0]]
    name = doc[core[0] - 1] if core[0] else None
    if (
        name is None
        or not token.text.isdecimal()
        or name.pos_ not in ("NOUN", "PROPN", "ADJ")
        or token.text == "1"
    ):
        return False
    if name.head.i == token.i and name.dep_ == "compound" and name.pos_ != "ADJ":  # "the halden 500 is"
        return any(child.dep_ == "det" for child in token.children)
    head = token.head
    others = [child for child in head.lefts if child.dep_ == "nummod" and child.i < token.i - 1]
    if token.dep_ == "nummod" and others and name.pos_ == "ADJ":
        return True  # "two new 737 jets"
    if name.pos_ != "PROPN" or token.dep_ != "nummod":
        return False
    return head.i == name.i or (name.head.i == head.i > token.i and head.tag_ == "NN")


def _is_named(doc: Doc, line: Sequence[Lexeme], amount: Amount, core: tuple[int, int]) -> bool:
    """Whether the number is a part of a name: "Article 14", "iPhone 11 Pro", "the S&P 500"."""
    token = doc[core[0]]
    behind = doc[core[1]] if core[1] < len(doc) else None
    counts = behind is not None and behind.pos_ in ("NOUN", "ADJ") and behind.text.islower()
    before = text_at(line, amount.first - 1)
    name = doc[core[0] - 1] if core[0] else None
    if name is None:
        return False
    if before == "." and text_at(line, amount.first - 2) in ("no", "nos", "nr", "pp", "vol", "fig", "art"):
        return True
    if before == "(":
        before = text_at(line, amount.first - 2)
    if name.dep_ == "ROOT" and name.lemma_ == before and any(c.dep_ == "nsubj" for c in name.children):
        return False  # "the sailors now number 300"
    if before in listed("named"):
        counts = (
            counts and behind is not None and behind.tag_ not in ("NN", "JJ")
        )  # "a category 4 storm", "type 2 wet rot"
        return not counts or (name.text[:1].isupper() and not name.is_sent_start)
    written = "," in token.text[1:-1]  # no name is written with a thousands comma
    if written and behind is not None and behind.lower_ == "of":
        return False  # "in the camp at Vessany 1,200 of the sailors"
    if token.ent_type_ in NAMES and not written and not (token.ent_iob_ == "B" and token.head.i >= core[1]):
        return True
    if line[amount.core[0]].kind != "number" and not token.text[:1].isupper():
        return False
    capital = any(letter.isupper() for letter in name.text) and name.pos_ in ("PROPN", "NOUN", "ADJ")
    return capital and not counts and (not name.is_sent_start or name.pos_ == "PROPN")


def _is_house(doc: Doc, core: tuple[int, int]) -> bool:
    """Whether the number is that of a house: "14 Ropewalk, Lindhavn", alone on its line."""
    sentence = doc[core[0]].sent
    at = core[1]
    if core[0] != sentence.start or any(token.pos_ in ("VERB", "AUX") for token in sentence):
        return False
    while at < sentence.end and doc[at].tag_ == "NNP" and doc[at].text[:1].isupper():
        at += 1
    behind = doc[at + 1] if at + 1 < sentence.end else None
    return core[1] < at <= core[1] + 4 and doc[at].text == "," and behind is not None and behind.tag_ == "NNP"


def _is_compound(line: Sequence[Lexeme], amount: Amount) -> bool:
    """One-child policy, two-state solution, four-wheel drive; a five-member family is counted."""
    at = amount.end
    if text_at(line, at) != "-" or not glued(line, at) or not glued(line, at + 1):
        return False
    if text_at(line, at + 2) in listed("policy_nouns"):
        return True
    return text_at(line, at + 1) not in listed("compound_nouns")


def _is_score(line: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether two small numbers with a hyphen are the score of a game or a vote: "won 3-1", "a 6-3 ruling", "3-1"."""
    start = amount.core[0]
    if amount.high is None or amount.high > 120 or text_at(line, start + 1) not in ("-", "–"):
        return False
    if not (glued(line, start + 1) and glued(line, start + 2)):
        return False
    first, second = text_at(line, start), text_at(line, start + 2)
    if first.isdecimal() and second.isdecimal() and int(first) >= int(second):
        return True
    near = [text_at(line, amount.first - back) for back in range(1, 6)]
    near += [text_at(line, amount.end + ahead) for ahead in range(2)]
    return amount.high <= 30 and any(word in listed("scoring") for word in near)


def _is_code(line: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether digits, a hyphen and many more digits are the number of a paper: "docketed as 17-3510"."""
    start = amount.core[0]
    if text_at(line, start - 1) in listed("named") | {".", "#", ":"}:
        return True
    first, second = text_at(line, start), text_at(line, start + 2)
    hyphened = text_at(line, start + 1) == "-" and glued(line, start + 1) and glued(line, start + 2)
    return hyphened and first.isdecimal() and second.isdecimal() and int(second) > FAR * max(1, int(first))
