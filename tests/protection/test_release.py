"""No string of a release holds what is withheld, whatever the records say and however it is written there."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.protection import Making, profile, release
from firsthand.protection.folding import letters
from firsthand.records import (
    Claim,
    Document,
    Evidence,
    Figure,
    Finding,
    Identifier,
    Link,
    Marks,
    Origin,
    Original,
    Passage,
    Problem,
    Quantity,
    Release,
    Reuse,
    Reviewed,
    Span,
    Step,
    Unchecked,
    Zone,
    identity,
)

WAYS = {
    "plain": lambda name: name,
    "capitals": str.upper,
    "possessive": lambda name: f"{name}'s",
    "hidden": "\u200b".join,
    "hyphen": lambda name: f"{name[:3]}-\n{name[3:]}",
    "accents": lambda name: name.replace("e", "é").replace("a", "á"),
    "turned": lambda name: ", ".join(reversed(name.split())),
    "surname": lambda name: name.split()[-1],
    "first name": lambda name: name.split()[0],
}


class View:
    """A dossier of two documents: a testimony, and an article that prints the name in some way in every field."""

    def __init__(self, name: str, written: str) -> None:
        self.text = {
            "1" * 16: f"I am {name}. There were 40 boats.",
            "2" * 16: f"{written} saw 40 boats, it says.",
        }
        self.name, self.written = name, written

    def documents(self) -> Iterator[Document]:
        for n, (id_, text) in enumerate(self.text.items()):
            original = Original(f"{self.written}.txt", str(n) * 64, "text/plain", 9)
            kind = ("testimony", "press article")[n]
            yield Document(
                id_,
                original,
                "",
                (Zone(Span(0, len(text)), "main"),),
                self.written,
                self.written,
                (self.written,),
                kind=kind,
                published="2024-03-02",
            )

    def document(self, id_: str) -> Document:
        return next(dataclasses.replace(d, text=self.text[id_]) for d in self.documents() if d.id == id_)

    def name_of(self, _: str) -> str:
        return f"{self.written}.txt"

    def marks(self, id_: str) -> Marks:
        span = Span(5, 5 + len(self.name))
        return Marks(identifiers=(Identifier(span, "direct", self.name, "name"),) if id_ == "1" * 16 else ())

    def claims(self, document: str | None = None) -> Iterator[Claim]:
        w = self.written
        for id_, text in self.text.items():
            if document in (None, id_):
                at = text.index("40")
                quantity = Quantity(Span(at, at + 2), "count", Decimal(40), Decimal(40), "exact")
                yield Claim(
                    identity(id_),
                    id_,
                    Span(0, len(text)),
                    text,
                    quantity,
                    "40",
                    w,
                    w,
                    w,
                    w,
                    w,
                    (Step(w, "witness"),),
                    True,
                    "made",
                    w,
                    (w,),
                    (w,),
                )

    def figures(self) -> Iterator[Figure]:
        claims = tuple(claim.id for claim in self.claims())
        yield Figure(
            identity("f"),
            self.written,
            self.written,
            self.written,
            claims,
            (Origin(self.written, claims, (self.written,)),),
        )

    def links(self) -> Iterator[Link]:
        yield Link(*(claim.id for claim in self.claims()), "drift", 0.5, ("value",), (self.written,))

    def reuses(self) -> Iterator[Reuse]:
        yield Reuse(Passage("1" * 16, Span(0, 4)), Passage("2" * 16, Span(0, 4)), 9)

    def findings(self) -> Iterator[Finding]:
        pieces = tuple(Evidence(Passage(id_, Span(0, len(text))), text) for id_, text in self.text.items())
        yield Finding("drift", self.written, 0.5, pieces)

    def problems(self) -> Iterator[Problem]:
        yield Problem(self.written, self.written)

    def judgements(self) -> Iterator:
        yield from ()


def strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from strings(getattr(value, each.name))
    elif isinstance(value, dict):
        yield from strings(tuple(value.items()))
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)


def made(view: View, audience: str, *, leave_out: bool = False) -> Release:
    rules = dataclasses.replace(profile(audience), consent=None)
    unchecked = (Unchecked("2" * 16, Span(0, 4), view.written, view.written),)
    return release(
        view, rules, Making(b"secret", date(2024, 3, 3), leave_out=leave_out, unchecked=unchecked)
    ).release


NAMES = st.tuples(*[st.text("abdefghijklmnopqrstuvwz", min_size=4, max_size=8).map(str.title)] * 2).map(
    " ".join
)


@pytest.mark.parametrize("audience", ["partners", "court", "public"])
@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES)
def test_no_string_of_a_release_holds_a_protected_name(name, way, audience):
    from firsthand.protection.people import is_ordinary

    if any(is_ordinary(piece) for piece in name.split()):
        return
    written = WAYS[way](name)
    for said in strings(made(View(name, written), audience)):
        for piece in name.split():
            assert letters(piece) not in letters(said).replace("witness", "").replace(
                "person", ""
            ) or letters(piece) in letters("".join(WORDS))


WORDS = [
    *strings(made(View("Ruvena Tolmark", "somebody"), "public")),
    *strings(made(View("Ruvena Tolmark", "somebody"), "court")),
]
"""Everything that a release of these records says by itself: a name that stands in one of these words is not told by it."""


def test_every_id_is_keyed_and_refers_to_what_is_there():
    found = made(View("Ruvena Tolmark", "Tolmark"), "public")
    real = {*View("a", "b").text, *(claim.id for claim in View("a", "b").claims()), identity("f")}
    assert not real & set(strings(found))
    documents, claims = {d.id for d in found.documents}, {c.id for c in found.claims}
    assert {c.document for c in found.claims} == documents == set(found.names)
    assert set(found.figures[0].claims) == claims == {found.links[0].earlier, found.links[0].later}
    assert {found.reuses[0].a.document, found.reuses[0].b.document} == documents


def test_words_of_a_claim_stand_in_the_released_text():
    found = made(View("Ruvena Tolmark", "Tolmark"), "court")
    texts = {document.id: document.text for document in found.documents}
    for claim in found.claims:
        assert claim.span.of(texts[claim.document]) == claim.text
        assert claim.quantity.span.of(texts[claim.document]) == claim.quantity_text == "40"
    for piece in found.findings[0].evidence:
        assert piece.passage.span.of(texts[piece.passage.document]) == piece.text


def test_an_internal_release_is_what_the_records_are():
    view = View("Ruvena Tolmark", "Tolmark")
    found = made(view, "internal")
    assert found.claims == tuple(view.claims())
    assert found.findings == tuple(view.findings())


def test_a_testimony_tells_nothing_of_itself():
    found = made(View("Ruvena Tolmark", "nobody"), "public")
    told = next(document for document in found.documents if document.kind == "testimony")
    assert (told.title, told.publisher, told.authors, told.published, told.original.sha256) == (
        None,
        None,
        (),
        "2024",
        "",
    )
    assert found.names[told.id] == "testimony 1"


def test_a_profile_of_ones_own_that_keeps_ids_masks_every_string():
    rules = dataclasses.replace(profile("partners"), consent=None, ids="kept")
    view = View("Ruvena Tolmark", "Tolmark")
    found = release(view, rules, Making(b"secret", date(2024, 3, 3))).release
    assert not any("tolmark" in letters(said) for said in strings(found))
    assert {claim.id for claim in found.claims} == {claim.id for claim in view.claims()}


def test_what_a_reviewer_rejected_stays_inside():
    class Rejected(View):
        def claims(self, document=None):
            for claim in super().claims(document):
                rejected = Reviewed("rejected") if claim.document == "2" * 16 else None
                yield dataclasses.replace(claim, reviewed=rejected)

    view = Rejected("Ruvena Tolmark", "somebody")
    assert len(made(view, "public").claims) == 1
    assert len(made(view, "internal").claims) == 2
