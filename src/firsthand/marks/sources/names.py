"""The names that a document gives: people, bodies and reports, each under its fullest form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from firsthand.language import Paragraph, Parse
from firsthand.lexicon import words
from firsthand.lexicon.people import without_title
from firsthand.marks.sources import misread
from firsthand.marks.sources.datelines import is_in_dateline

if TYPE_CHECKING:
    from firsthand.language.tokens import Token, TokenSpan

NameKind = Literal["person", "body", "report"]
LINKS = frozenset({"of", "for", "the", "and", "on", "in", "&", "-", "to", "’s", "'s", "–"})
OWNERS = frozenset({"by", "from", "of"})
CUT_NAME = re.compile(r"([A-Z]\w+) (?:at|on|in|to|without|against|under|behind|beyond|across) ")
EXPLAINED = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z]\w+ (?:at|on|in|to|without|against|under|behind|beyond|across) (?:the |an? )?"
    r"[A-Z]\w+(?: (?:of |and |the )?[A-Z]\w+)*), (?:an?|the) (?P<what>(?:[\w-]+ ){0,3}[\w-]+)"
)
NAMED_AS = frozenset({"as", "named", "called"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands; ``said_of`` are the nouns that describe it there."""

    place: int
    name: str
    kind: NameKind
    said_of: frozenset[str] = frozenset()
    subject: bool = False


class Names:
    """Every name of a document in order of place, and the fullest form of each."""

    def __init__(self, parse: Parse) -> None:
        raw = sorted((m for p in parse.paragraphs for m in _mentions(p)), key=lambda m: m.place)
        self._full_people = _fullest([m.name for m in raw if m.kind == "person"])
        self._full_bodies = _fullest_bodies([m.name for m in raw if m.kind == "body"], _short_forms(parse))
        self.people = [_renamed(m, self.person(m.name)) for m in raw if m.kind == "person"]
        self.bodies = [_renamed(m, self.body(m.name)) for m in raw if m.kind == "body"]
        self.reports = [_renamed(m, self.body(m.name)) for m in raw if m.kind == "report"]
        self._said: dict[str, frozenset[str]] = {}
        self._called: dict[str, list[Mention]] = {}
        for mention in (*self.people, *self.bodies):
            self._said[mention.name] = self._said.get(mention.name, frozenset()) | mention.said_of
        for mention in self.people:
            for noun in mention.said_of:
                self._called.setdefault(noun, []).append(mention)
        self._places = {
            id(each): [m.place for m in each] for each in (self.people, self.bodies, self.reports)
        }

    def person(self, name: str) -> str:
        """Return the fullest name of a person that the document gives."""
        bare = without_title(name)
        return self._full_people.get(bare.lower(), name)

    def body(self, name: str) -> str:
        """Return the fullest name of a body that the document gives."""
        bare = re.sub(r"^(the|The) ", "", name)
        return self._full_bodies.get(bare.lower(), bare)

    def knows_person(self, name: str) -> bool:
        """Whether the document names such a person, under this or a fuller name."""
        return without_title(name).lower() in self._full_people

    def before(self, mentions: list[Mention], place: int, within: int = 10_000) -> Iterator[Mention]:
        """Yield the mentions before a place, nearest first, up to a distance in characters."""
        for index in range(bisect_left(self._places[id(mentions)], place) - 1, -1, -1):
            if place - mentions[index].place > within:
                return
            yield mentions[index]

    def behind(self, mentions: list[Mention], place: int, within: int) -> Iterator[Mention]:
        """Yield the mentions behind a place, nearest first, up to a distance in characters."""
        for index in range(bisect_left(self._places[id(mentions)], place), len(mentions)):
            if mentions[index].place - place > within:
                return
            yield mentions[index]

    def said_of(self, name: str) -> frozenset[str]:
        """Return the nouns by which a named person or body is described anywhere in the document."""
        return self._said.get(name, frozenset())

    def called(self, noun: str, place: int) -> str | None:
        """Return the person whom the document calls by a noun: the last one before a place, else the first."""
        mentions = self._called.get(noun, [])
        index = bisect_left(mentions, place, key=lambda mention: mention.place)
        return mentions[max(0, index - 1)].name if mentions else None


def clean(text: str) -> str:
    """Return a name as it is written once: without a possessive, quotation marks and line breaks."""
    text = " ".join(text.split())
    text = re.sub(r"[’']s?$", "", text).strip(" ,.;:“”\"‘’'–—-")
    return re.sub(r"^(the|The|A|a|an|An) ", "", text)


def proper_run(head: Token) -> str | None:
    """Return the run of capitalised words round a proper noun, None when it is none."""
    if head.pos_ != "PROPN":
        return None
    doc, first, last = head.doc, head.i, head.i
    while first > 0 and (
        (doc[first - 1].pos_ == "PROPN" and not (doc[first - 1].ent_type_ == "DATE" != doc[first].ent_type_))
        or (
            doc[first - 1].is_title
            and doc[first - 1].pos_ in ("ADJ", "NOUN")
            and not doc[first - 1].is_sent_start
        )
        or _hyphen(doc[first - 1], doc[first])
        or _of_many(doc[first - 1])
    ):
        first -= 1
    first = _whole_name(doc[first], head)
    while last + 1 < len(doc) and (
        doc[last + 1].pos_ == "PROPN"
        or _links(doc[last + 1])
        or _hyphen(doc[last + 1], doc[last])
        or _of_many(doc[last + 1])
    ):
        last += 1
    return clean(doc[first : last + 1].text)


def _of_many(mark: Token) -> bool:
    """Whether an apostrophe stands within a name, behind those whose body it is: "the Sailors’ Night Network"."""
    doc, at = mark.doc, mark.i
    if mark.text not in ("’", "'") or not 0 < at < len(doc) - 1 or doc[at - 1].whitespace_:
        return False
    return doc[at - 1].is_title and doc[at - 1].text.endswith("s") and doc[at + 1].is_title


def _whole_name(first: Token, head: Token) -> int:
    """Where a name begins whose first words are joined: "the Trade and Harbour Coalition"; of one that is not, its first word."""
    doc, at = first.doc, first.i
    if at < 3 or doc[at - 1].lower_ not in ("and", "&") or doc[at - 3].lower_ != "the":
        return at
    other = doc[at - 2]
    joined = other.pos_ == "PROPN" and other.dep_ in ("nmod", "compound") and other.head.i == head.i
    return at - 2 if joined else at


def entity_round(token: Token) -> TokenSpan:
    """Return the name round a word, as the model saw it."""
    doc, first, last = token.doc, token.i, token.i + 1
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return doc[first:last]


def owner_of(head: Token) -> Token | None:
    """Return whose report it is: behind "by", before "'s", or joined to it."""
    for child in head.children:
        if child.dep_ == "poss" and child.pos_ == "PROPN":
            return child
    stack = list(head.children)
    while stack:
        child = stack.pop(0)
        if child.lower_ in OWNERS and child.dep_ in ("prep", "agent"):
            owner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if owner is not None:
                return _named(owner)
        elif child.dep_ in ("acl", "relcl", "xcomp", "prep") and child.lower_ not in OWNERS:
            stack += list(child.children)
    return next(
        (c for c in head.children if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"), None
    ) or _releaser(head)


def _releaser(paper: Token) -> Token | None:
    """Who released a paper, by the clause behind it: "a survey that the institute released on Tuesday"."""
    for verb in paper.children:
        if verb.dep_ == "relcl" and verb.lemma_ in words("en", "roles", "publishing"):
            subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            if subject is not None and subject.tag_ not in ("WDT", "WP"):
                return _named(subject)
    return None


def _publisher(paper: Token) -> Token | None:
    """Who published a paper: "the group published a report" tells whose report it is."""
    if paper.dep_ != "dobj" or paper.head.lemma_ not in words("en", "roles", "publishing"):
        return None
    subject = next((child for child in paper.head.children if child.dep_ == "nsubj"), None)
    return _named(subject) if subject is not None else None


def _named(token: Token) -> Token | None:
    """The proper noun of a phrase: its head, or the name that stands beside the head."""
    if token.pos_ == "PROPN":
        return token
    return next(
        (c for c in token.children if c.pos_ == "PROPN" and c.dep_ in ("appos", "compound", "nmod", "dep")),
        None,
    )


def _links(token: Token) -> bool:
    return (
        token.lower_ in LINKS
        and token.i + 1 < len(token.doc)
        and token.doc[token.i + 1].pos_ == "PROPN"
        and token.lower_ in ("of", "for", "&", "on", "and")
    )


def _hyphen(token: Token, beside: Token) -> bool:
    return token.text in ("-", "–") and not token.whitespace_ and abs(token.i - beside.i) == 1


def _mentions(paragraph: Paragraph) -> Iterator[Mention]:
    explained = [*_explained(paragraph)]
    yield from explained
    for entity in paragraph.doc.ents:
        if is_in_dateline(entity) or (
            explained and _is_within(paragraph.start + entity.start_char, explained)
        ):
            continue
        place = paragraph.start + entity.start_char
        subject = entity.root.dep_ in ("nsubj", "nsubjpass")
        is_person = entity.label_ == "PERSON" or (entity.label_ == "ORG" and misread.is_person(entity))
        if is_person and entity.text[0].isupper() and not _is_body(entity):
            name = clean(_with_title(entity))
            if name and not any(ch.isdigit() for ch in name):
                yield Mention(place, name, "person", frozenset(_described(entity.root)), subject)
        elif entity.label_ == "ORG" or _is_body(entity):
            name = clean(entity.text)
            if len(name) > 1 and name.lower() not in words("en", "roles", "report"):
                yield Mention(place, name, "body", frozenset(_described(entity.root)), subject)
    for token in paragraph.doc:
        part = token.pos_
        if part == "PROPN":
            yield from _unlisted(token, paragraph)
        if part in ("NOUN", "PROPN") and token.lemma_.lower() in _report_words():
            owner = owner_of(token) or _publisher(token)
            maker = (
                proper_run(owner)
                if owner is not None and owner.ent_type_ not in ("DATE", "CARDINAL")
                else None
            )
            if maker:
                yield Mention(paragraph.place(token).start, maker, "report")


def _unlisted(token: Token, paragraph: Paragraph) -> Iterator[Mention]:
    """A body that the model did not see, because its words beside it say what it is: "X, a nonprofit"."""
    if token.ent_type_ in ("PERSON", "ORG") or token.dep_ == "compound":
        return
    said = frozenset(_described(token))
    name = proper_run(token)
    if name and " " in name and said & words("en", "roles", "organisation"):
        yield Mention(paragraph.place(token).start, name, "body", said, token.dep_ == "nsubj")


def _explained(paragraph: Paragraph) -> Iterator[Mention]:
    """The names with small words in them of which the text says what they are: "Dead on the Pier, a project of ..."."""
    if "," not in paragraph.text:
        return
    for found in EXPLAINED.finditer(paragraph.text):
        noun = next(
            (word for word in found["what"].split() if word in words("en", "roles", "organisation")), None
        )
        if noun is not None:
            yield Mention(paragraph.start + found.start(), found["name"], "body", frozenset({noun}))


def _is_within(place: int, names: list[Mention]) -> bool:
    return any(name.place <= place < name.place + len(name.name) for name in names)


def _with_title(entity: TokenSpan) -> str:
    before = entity.doc[entity.start - 1] if entity.start else None
    if before is not None and before.text.rstrip(".").lower() in ("mr", "mrs", "ms", "miss", "dr"):
        return f"{before.text} {entity.text}"
    return entity.text


def _is_body(entity: TokenSpan) -> bool:
    last = entity[-1].lower_
    return (
        entity.label_ in ("PERSON", "GPE", "FAC", "WORK_OF_ART", "PRODUCT", "EVENT", "NORP")
        and last in _body_words()
        and len(entity) > 1
    )


def _described(root: Token) -> Iterator[str]:
    """The nouns beside a name: "X, the report's author", "the author X", "X is a lawyer"."""
    beside = [c for c in root.children if c.dep_ in ("appos", "compound", "nmod", "amod")]
    if root.dep_ in ("appos", "compound", "nmod"):
        beside.append(root.head)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        beside += [c for c in root.head.children if c.dep_ == "attr"]
    if root.dep_ == "pobj" and root.head.lower_ in NAMED_AS:
        beside.append(root.head.head.head if root.head.head.dep_ in ("acl", "relcl") else root.head.head)
    for token in beside:
        if token.pos_ in ("NOUN", "PROPN"):
            yield token.lemma_.lower()
            yield token.lower_
            yield from (c.lower_ for c in token.children if c.dep_ == "conj" and c.pos_ == "NOUN")


def _short_forms(parse: Parse) -> dict[str, str]:
    """Short forms that the text itself explains: "Open Harbour Watch (OHW)"."""
    found: dict[str, str] = {}
    for paragraph in parse.paragraphs:
        text = paragraph.text
        for match in re.finditer(r"\(([A-Z][A-Za-z]{1,9})\)", text):
            before = text[: match.start()].split()[-10:]
            letters = match[1].lower()
            for start in range(len(before)):
                initials = "".join(w[0] for w in before[start:] if w[0].isupper()).lower()
                if (
                    initials
                    and before[start][0].isupper()
                    and (initials == letters or initials == letters.replace("i", "").replace("n", "n"))
                ):
                    found[letters] = clean(" ".join(before[start:]))
                    break
    return found


def _fullest(names: list[str]) -> dict[str, str]:
    """Every part of a person's name to the longest name that holds it; the first one where several do."""
    full: dict[str, str] = {}
    bare = [(without_title(name), name) for name in names]
    for plain, name in sorted(bare, key=lambda pair: -len(pair[0].split())):
        parts = plain.split()
        best = full.get(plain.lower(), name if len(parts) == 1 else plain)
        full.setdefault(plain.lower(), best)
        if len(parts) > 1:
            for part in (parts[0], parts[-1], " ".join(parts[-2:])):
                full.setdefault(part.lower(), best)
    return full


def _fullest_bodies(names: list[str], short: dict[str, str]) -> dict[str, str]:
    full = dict(short)
    for name in sorted(set(names), key=lambda name: (-len(name.split()), name)):
        key = name.lower()
        if key in full:
            continue
        longer = next(
            (
                value
                for value in full.values()
                if len(value) > len(name) and value.lower().startswith(key + " ")
            ),
            None,
        )
        full[key] = longer or name
        cut = CUT_NAME.match(name)
        if cut:  # a parser sees only "Dead" of "Dead on the Pier"
            full.setdefault(cut[1].lower(), full[key])
    return full


def _renamed(mention: Mention, name: str) -> Mention:
    return Mention(mention.place, name, mention.kind, mention.said_of, mention.subject)


@cache
def _report_words() -> frozenset[str]:
    return words("en", "roles", "report") | words("en", "roles", "data set")


@cache
def _body_words() -> frozenset[str]:
    return (
        words("en", "roles", "organisation")
        | words("en", "roles", "outlet")
        | frozenset({"ministry", "department", "service", "office", "court"})
    )
