"""Who is meant: every source of a document resolved to the fullest name that the document gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.language import Parse
from firsthand.lexicon import load, words
from firsthand.lexicon.people import affiliation, without_title
from firsthand.marks.reporting.clauses import Draft
from firsthand.marks.sources import bodies, pointing
from firsthand.marks.sources.cast import cast
from firsthand.marks.sources.names import (
    Mention,
    Names,
    clean,
    entity_round,
    owner_of,
    proper_run,
)
from firsthand.marks.sources.own import issues, witness_named
from firsthand.marks.sources.roles import (
    is_definite,
    is_indefinite,
    is_somebody,
    is_state,
    nouns_beside,
    plain,
    role_of_noun,
    role_words,
    stands_for,
    tells_of_self,
    words_of,
)
from firsthand.marks.sources.turns import Turn, label_key
from firsthand.records import Document, Role, Source, Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

HE, SHE, IT, THEY = (
    frozenset({"he", "him", "his"}),
    frozenset({"she", "her", "hers"}),
    frozenset({"it", "its"}),
    frozenset({"they", "them", "their"}),
)
OWN = frozenset({"i", "we", "me", "us", "my", "our"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
NEAR = 1_500
"""Characters back in which a pronoun finds whom it means."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who has spoken before: the name given back, the role, and what the words looked like."""

    place: int
    name: str | None
    role: Role
    noun: str
    kind: str
    words: str = ""


class Sources:
    """Resolves the sources of one document, in order of place; each answer helps the next."""

    def __init__(self, document: Document, parse: Parse, spoken: Sequence[Turn] = ()) -> None:
        self.document = document
        self.names = Names(parse)
        self.spoken: list[Speaker] = []
        self.floor = 0
        self.known: dict[tuple[Span, ...], Source] = {}
        self.roles: dict[str, Role] = {}
        self.reports: dict[str, str] = {}
        self.anonymous: list[Speaker] = []
        self.unmade: set[tuple[Span, ...]] = set()
        self.lead: str | None = None
        self.gender: dict[str, str] = {}
        for mention in self.names.people:
            self._learn_gender(mention)
        self.labels = cast(document, spoken, self.names)

    def resolve(self, draft: Draft, floor: int = 0) -> Source | None:
        """Return the source of an attribution, None when nobody is named; pronouns mean nobody before ``floor``."""
        self.floor = floor
        if draft.source in self.known:  # reporting that is carried on
            return self.known[draft.source]
        if draft.spoken:
            return self._labelled(draft)
        if not draft.source or draft.head is None:
            return None
        text = " ".join(span.of(self.document.text) for span in draft.source)
        speaker = self._speaker(draft.head, text, draft.source[0].start)
        if speaker.kind == "person" and speaker.role == "unnamed" and speaker.name and tells_of_self(draft):
            speaker = replace(speaker, role="witness")
        self._remember(speaker)
        self.known[draft.source] = Source(draft.source, speaker.name, speaker.role)
        works = words("en", "roles", "works of a story")
        if (speaker.kind, speaker.name) == ("report", None) and (speaker.noun in works or speaker.noun in IT):
            self.unmade.add(draft.source)  # whose it is may be told later
        return self.known[draft.source]

    def _labelled(self, draft: Draft) -> Source:
        """The source of a turn: whom its label stands for."""
        label = draft.source[0].of(self.document.text)
        name, role = self.labels[label_key(label)]
        self._remember(Speaker(draft.source[0].start, name, role, label.lower(), "person", label))
        return Source(draft.source, name, role)

    def settled(self, found: Source | None) -> Source | None:
        """Return a source with the role, or a work with the maker, that became known of it later in the document."""
        if found is not None and found.resolved is None and found.spans in self.unmade:
            lead = self._lead()
            return replace(found, resolved=lead, role="organisation") if lead else found
        if found is None or found.role != "unnamed" or not found.resolved:
            return found
        return replace(found, role=self.roles.get(found.resolved, "unnamed"))

    def _remember(self, speaker: Speaker) -> None:
        self.spoken.append(speaker)
        if speaker.name and speaker.role != "unnamed":
            self.roles.setdefault(speaker.name, speaker.role)
        if speaker.kind == "report" and speaker.name:
            self.reports[speaker.noun] = speaker.name
        if speaker.kind == "anonymous":
            self.anonymous = [*self.anonymous[-8:], speaker]

    def _speaker(self, head: Token, text: str, place: int) -> Speaker:
        lower = head.lower_
        if lower in RELATIVE and head.head.dep_ == "relcl":
            return self._speaker(head.head.head, words_of(head.head.head), place)
        if lower in HE | SHE:
            return self._pronoun(lower, place)
        if lower in IT | THEY:
            return self._thing(lower, place)
        if lower in OWN:
            return self._own_voice(lower, place)
        noun = head.lemma_.lower()
        body = bodies.described(self.names, text)
        if body:
            return Speaker(place, body, bodies.role_of(body, text), noun, "body", text)
        if self._is_named_report(head, noun):
            return self._report(head, noun, place, text)
        belongs = affiliation(text)
        person = self._person_in(head)
        if belongs and (person is None or " of " in person):  # taken for one name: "Ines Ward of Hull & Sons"
            person = self.names.person(belongs[0])
        if person:
            self._note(person, text)
            role = self._person_role(person, nouns_beside(head, text))
            speaks_for = belongs is not None and belongs[0].endswith(person.split()[-1])
            if role == "unnamed" and (speaks_for or pointing.is_leader(text)):
                role = "organisation"
            if role == "unnamed" and pointing.is_maker(text):
                role = "author"
            return Speaker(place, person, role, noun, "person", text)
        if head.lower_ in words("en", "roles", "anonymous") or noun in words("en", "roles", "anonymous"):
            return self._anonymous(head, text, place)
        body = bodies.named_in(self.names, head)
        if body:
            role = "official" if is_state(head) else bodies.role_of(body, text)
            return Speaker(place, body, role, noun, "body", text)
        return self._by_role(head, noun, text, place)

    def _own_voice(self, lower: str, place: int) -> Speaker:
        """Who says "we" in a document of this kind: the body whose paper it is, the witness, else the author."""
        document = self.document
        if lower in ("we", "us", "our") and issues(document) and document.publisher:
            return Speaker(place, document.publisher, "organisation", lower, "body")
        if document.kind == "testimony":
            return Speaker(place, witness_named(document), "witness", lower, "person")
        return Speaker(place, next(iter(document.authors), None), "author", lower, "person")

    def _pronoun(self, lower: str, place: int) -> Speaker:
        wanted = "she" if lower in SHE else "he"
        near = self.names.before(self.names.people, place, min(NEAR, place - self.floor))
        mention = pointing.in_focus(m for m in near if self.gender.get(m.name, wanted) == wanted)
        told = mention.place if mention is not None and mention.subject else -1  # who is told of since then
        for speaker in reversed(self.spoken):
            if speaker.place < told or place - speaker.place > NEAR or speaker.place < self.floor:
                break
            if speaker.noun in OWN:  # "whom we call Dora": who writes is not spoken of as "she"
                continue
            if speaker.kind == "person" and speaker.name and self.gender.get(speaker.name, wanted) == wanted:
                self.gender.setdefault(speaker.name, wanted)
                return Speaker(place, speaker.name, speaker.role, lower, "person")
        if mention is not None:
            self.gender.setdefault(mention.name, wanted)
            return Speaker(place, mention.name, self._person_role(mention.name, frozenset()), lower, "person")
        return Speaker(place, None, "unnamed", lower, "person")

    def _thing(self, lower: str, place: int) -> Speaker:
        wanted = ("report", "body") if lower in IT else ("group", "body", "report")
        for speaker in self._near(place):
            if speaker.kind in wanted:
                return Speaker(place, speaker.name, speaker.role, lower, speaker.kind)
        return Speaker(place, None, "unnamed", lower, "body")

    def _near(self, place: int) -> Iterator[Speaker]:
        """Those who have spoken not long before a place, the last one first."""
        for speaker in reversed(self.spoken):
            if place - speaker.place > NEAR or speaker.place < self.floor:
                return
            yield speaker

    def _is_named_report(self, head: Token, noun: str) -> bool:
        listed = noun in words("en", "roles", "report") or noun in words("en", "roles", "data set")
        return listed or head.lower_ in words("en", "roles", "data set")

    def _report(self, head: Token, noun: str, place: int, text: str) -> Speaker:
        role: Role = (
            "data set"
            if noun in words("en", "roles", "data set") or head.lower_ in words("en", "roles", "data set")
            else "report"
        )
        owner = owner_of(head)
        own = proper_run(head)
        if own and len(own.split()) > 1:
            return Speaker(place, self.names.body(own), role, noun, "report", text)
        if owner is None and role == "data set":
            inner = next(
                (
                    t
                    for t in head.subtree
                    if t.lemma_.lower() in words("en", "roles", "report") and t.i != head.i
                ),
                None,
            )
            owner = owner_of(inner) if inner is not None else None
        if owner is not None:
            body = self.names.body(proper_run(owner) or clean(owner.text))
            return Speaker(
                place, f"{body} {head.lower_ if role == 'data set' else noun}", role, noun, "report", text
            )
        of = re.fullmatch(r"(?P<body>[A-Z]\w*(?: (?:of|for|and|the|[A-Z]\w*))*) [a-z]+", text)
        if role == "data set" and of and not is_definite(head):
            return Speaker(place, f"{self.names.body(of['body'])} {head.lower_}", role, noun, "report", text)
        if role == "data set" and not is_definite(head):
            return Speaker(place, plain(text), role, noun, "report", text)
        if is_indefinite(head) and head.dep_ != "ROOT" and not self._soon(place):
            return Speaker(place, plain(text), role, noun, "report", text)
        name = pointing.kept_book(head) or self._last_report(place, noun)
        return Speaker(place, name, role, noun, "report", text)

    def _lead(self) -> str | None:
        """The first body that speaks in a story, where the text tells of no work that has another maker."""
        if self.lead is None:
            other = any(one.kind == "report" and one.name for one in self.spoken)
            first = None if other else next((s for s in self.spoken if s.kind == "body" and s.name), None)
            self.lead = first.name or "" if first is not None and first.role == "organisation" else ""
        return self.lead if self.lead[:1].isupper() else None

    def _soon(self, place: int) -> bool:
        """Whether a report is introduced without its maker first, as headlines do, and named soon."""
        return bool(self.names.reports) and self.names.reports[0].place > place

    def _last_report(self, place: int, noun: str) -> str | None:
        if noun in self.reports:
            return self.reports[noun]
        if issues(self.document) and self.document.publisher:
            return f"{self.document.publisher} {noun}"
        before = next(self.names.before(self.names.reports, place, 100_000), None)
        mention = before or next(iter(self.names.reports), None)
        return f"{mention.name} {noun}" if mention else None

    def _person_in(self, head: Token) -> str | None:
        """The person whom a source phrase names: its head, beside it, or behind "identified as"."""
        doc = head.doc
        for token in sorted(head.subtree, key=lambda t: (t.i != head.i, t.i)):
            stands = token.i == head.i or stands_for(token, head) or pointing.is_called(token, head)
            if token.ent_type_ != "PERSON" or not stands:
                continue
            entity = entity_round(token)
            if entity[-1].lower_ not in words("en", "roles", "organisation"):
                return self._full_person(entity.start, entity.text, head)
        run = (
            pointing.named_beside(head)
            or proper_run(head)
            or (clean(head.text) if head.text[:1].isupper() else None)
        )
        known = run and (self.names.knows_person(run) or pointing.bearer_of(self.spoken, run))
        if run and (
            known or run == pointing.named_beside(head) or (len(run.split()) > 1 and is_somebody(head))
        ):
            return self._full_person(head.i - run.count(" "), run, head)
        if run and head.i and doc[head.i - 1].lower_.rstrip(".") in ("mr", "mrs", "ms", "dr"):
            return self._full_person(head.i, run, head)
        return None

    def _full_person(self, start: int, name: str, head: Token) -> str:
        """The fullest name of a person; a surname alone keeps the title that stands before it."""
        full = self.names.person(clean(name))
        full = full if " " in full else pointing.bearer_of(self.spoken, full) or full
        title = head.doc[start - 1].text if start > 0 else ""
        form = title.rstrip(".").lower()
        if " " in full or form not in ("mr", "mrs", "ms", "miss", "dr"):
            return full
        known = f"{title} {without_title(full)}"
        if form != "dr":
            self.gender.setdefault(known, "he" if form == "mr" else "she")
        return known

    def _note(self, person: str, text: str) -> None:
        beside, gender = set(re.findall(r"\w+", text.lower())), load("en", "roles")["gender"]
        if not beside.isdisjoint(gender["female"]):
            self.gender.setdefault(person, "she")
        elif not beside.isdisjoint(gender["male"]):
            self.gender.setdefault(person, "he")

    def _learn_gender(self, mention: Mention) -> None:
        title = mention.name.split()[0].rstrip(".").lower()
        if title in load("en", "roles")["titles"]["female"]:
            self.gender[mention.name] = "she"
        elif title in load("en", "roles")["titles"]["male"]:
            self.gender[mention.name] = "he"

    def _person_role(self, person: str, nouns: frozenset[str]) -> Role:
        said = self.names.said_of(person) | nouns
        if person in self.roles:
            return self.roles[person]
        if said & role_words("witness"):
            return "witness"
        if said & role_words("author"):
            return "author"
        if said & role_words("official"):
            return "official"
        return "organisation" if said & role_words("speaker") else "unnamed"

    def _anonymous(self, head: Token, text: str, place: int) -> Speaker:
        """A voice without a name: introduced under its words, found again by them."""
        if is_definite(head):
            marks = {c.lower_ for c in head.children if c.dep_ in ("amod", "nummod")}
            for speaker in reversed(self.anonymous):
                if "first" in marks:
                    speaker = self.anonymous[0]
                    marks = set()
                if speaker.noun == "source" and (
                    not marks or marks & set(re.findall(r"\w+", speaker.words.lower()))
                ):
                    return Speaker(place, speaker.name, "unnamed", "source", "anonymous", speaker.words)
        return Speaker(place, plain(text), "unnamed", "source", "anonymous", text)

    def _by_role(self, head: Token, noun: str, text: str, place: int) -> Speaker:
        named = bodies.shortened(self.names, head, noun, place)
        if named is None and issues(self.document):
            named = bodies.own_publisher(self.document.publisher, head, noun)
        if named:
            return Speaker(place, named, bodies.role_of(named, text), noun, "body", text)
        owned = any(child.dep_ == "poss" for child in head.children)
        several = any(child.dep_ == "nummod" and child.lower_ not in ("one", "1") for child in head.children)
        some = head.tag_ == "NNS" and head.is_lower and (several or not (owned or is_definite(head)))
        if noun in role_words("organisation") and not some:  # "rights groups say", "its 317 companies say"
            near = (one.name for one in self._near(place) if one.kind == "body" and one.name)
            spoke = next((name for name in near if bodies.may_be(name, noun)), None)
            body = (
                bodies.pointed_at(self.names, noun, place, spoke if is_definite(head) else None)
                if is_definite(head) or not is_indefinite(head)
                else bodies.introduced(self.names, place)
            )
            if body:
                return Speaker(place, body, "organisation", noun, "body", text)
        plural = head.tag_ in ("NNS", "NNPS")
        if not plural and is_definite(head) and len(list(head.subtree)) == 2:
            office = pointing.office_before(self.names, noun, place)
            outlet = None if office else pointing.outlet_before(self.spoken, noun)
            if office or outlet:
                return Speaker(
                    place, office or outlet, "official" if office else "outlet", noun, "body", text
                )
        if not plural and is_definite(head) and noun in words("en", "roles", "person"):
            person = self._person_for(noun, place)
            if person:
                return Speaker(
                    place, person, self._person_role(person, frozenset({noun})), noun, "person", text
                )
        role = role_of_noun(noun, head.lower_)
        if role == "unnamed" and pointing.is_renamed(text):
            role = "witness"
        if plural and (role == "author" or head.lower_ in role_words("unnamed")):
            role = "unnamed"
        speaks_for_it = role == "official" or (role == "unnamed" and (plural or noun == "staff"))
        body = bodies.behind(self.names, head) if speaks_for_it else None
        if body:
            return Speaker(place, body, bodies.role_of(body, text), noun, "body", text)
        if plural and is_definite(head) and noun in words("en", "roles", "makers of works"):
            work = next(
                (one for one in self._near(place) if one.name and one.kind in ("report", "body")), None
            )
            if work is not None and work.role in ("report", "data set", "organisation"):
                return replace(work, place=place, words=text)
        kind = "group" if plural else "person" if noun in words("en", "roles", "person") else "body"
        return Speaker(place, plain(text), role, noun, kind, text)

    def _person_for(self, noun: str, place: int) -> str | None:
        """The person who is called so in the document; for a survivor also the one named just before."""
        near = next(self.names.before(self.names.people, place, 400), None)
        beside = near.name if near and noun in role_words("witness") else None
        return self.names.called(noun, place) or beside
