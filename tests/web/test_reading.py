"""The pages for reading, asked as a browser asks them: documents, side by side, sources, timeline, map."""

import re
from decimal import Decimal
from html import unescape

import pytest
from tests.web.visiting import page_of, visitor

from firsthand import ledger
from firsthand.dossier import Dossier
from firsthand.records import (
    Arrival,
    Claim,
    Document,
    DocumentFilter,
    Extraction,
    Marks,
    Quantity,
    Span,
    Zone,
    identity,
)

LARGEST = 500_000


@pytest.fixture(scope="module")
def documents(demo_path):
    """The ids of the demo's documents by file."""
    with Dossier.open(demo_path, writable=False) as dossier:
        return {row.name: row.document.id for row in dossier.browse.documents(DocumentFilter()).rows}


@pytest.fixture(scope="module")
def claims(demo_path):
    with Dossier.open(demo_path, writable=False) as dossier:
        return list(dossier.claims())


def claim_of(document, number, quantity):
    words = quantity.span.of(document.text)
    normal = (words, quantity, words, "count", None, None, None, None, (), False, "not named", "")
    return Claim(identity("claim", str(number)), document.id, quantity.span, *normal)


def body(answer):
    assert answer.status_code == 200
    assert len(answer.content) < LARGEST
    return answer.text


def words(page):
    """The words of a page as they are read."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_the_list_of_documents_has_all_of_them(client, documents):
    page = body(client.get("/documents"))
    assert len(documents) == 14
    assert all(f'href="/documents/{id_}"' in page for id_ in documents.values())


@pytest.mark.parametrize(
    "order", ["title", "publisher", "published", "kind", "language", "claims", "problems", "origins"]
)
def test_documents_can_be_sorted_both_ways(client, order):
    down = re.findall(r'href="/documents/(\w+)"', body(client.get(f"/documents?order={order}")))
    up = re.findall(r'href="/documents/(\w+)"', body(client.get(f"/documents?order={order}&up=true")))
    assert sorted(down) == sorted(up)
    assert down != up


def test_documents_can_be_filtered(client, documents):
    page = body(client.get("/documents?q=HALLS+courier&kind=press+article&language=en"))
    assert re.findall(r'href="/documents/(\w+)"', page) == [documents["torvane-courier.html"]]
    assert "No document is like that" in body(client.get("/documents?q=nothing+of+the+kind"))


def test_a_document_is_shown_as_it_is(client, documents):
    with_signs = body(client.get(f"/documents/{documents['quay-gazette.txt']}"))
    assert "It is 64% of the women" not in with_signs
    read = words(with_signs)
    for part in ("Leave a comment", "Two researchers spoke to", "The 7 warmest gloves under 20 €"):
        assert part in read


def test_every_claim_has_a_mark_that_opens_it_and_opens_its_place(client, claims):
    for claim in claims[::9]:
        page = body(client.get(f"/documents/{claim.document}?claim={claim.id}"))
        assert 'aria-current="true"' in page
        assert f"at={claim.span.start}-{claim.span.end}#at" in page
        assert page.count('id="at"') <= 1


def test_a_place_in_a_document_is_marked(client, claims):
    claim = claims[0]
    page = body(client.get(f"/documents/{claim.document}?at={claim.span.start}-{claim.span.end}"))
    assert page.count('id="at"') == 1
    assert f'id="o{claim.span.start}-{claim.span.end}"' in page
    marked = re.findall(r'<span class="[^"]*\bhere\b[^"]*"[^>]*>([^<]*)', page)
    assert "".join(unescape("".join(marked)).split()) == "".join(claim.text.split())


def test_a_claim_is_shown_in_normal_form(client, claims):
    claim = next(claim for claim in claims if claim.quantity_text == "An estimated 64%")
    read = words(body(client.get(f"/documents/{claim.document}?claim={claim.id}")))
    for part in ("Measure", "about 64%", "By whose word", "Open Harbour Watch", "Origin"):
        assert part in read


def test_what_others_have_copied_is_told_with_the_way_there(client, documents):
    here = documents["quay-gazette.txt"]
    page = body(client.get(f"/documents/{here}"))
    (first, *_) = re.findall(r'class="copies" href="([^"#]*)', page)
    told = body(client.get(unescape(first)))
    assert f"/compare?one={here}&amp;other={documents['mpa-wire.html']}" in told


@pytest.mark.parametrize(
    "address", ["/documents/0000", "/compare?one=0000&other=1111", "/sources/voice?key=nobody"]
)
def test_what_is_not_there_is_said(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "query", ["at=1", "at=x-y", "at=1-99999999999999", "claim=../../x", "page=0", "page=x", "copies=5"]
)
def test_an_address_that_makes_no_sense_is_refused_calmly(client, documents, query):
    answer = client.get(f"/documents/{documents['quay-gazette.txt']}?{query}")
    assert answer.status_code in (400, 404)
    assert "<h1>" in answer.text


def test_a_place_beyond_the_text_opens_the_end(client, documents):
    body(client.get(f"/documents/{documents['quay-gazette.txt']}?at=900000-900010"))
    body(client.get(f"/documents/{documents['quay-gazette.txt']}?page=99"))


def test_two_documents_stand_side_by_side(client, documents):
    one, other = documents["quay-gazette.txt"], documents["mpa-wire.html"]
    page = body(client.get(f"/compare?one={one}&other={other}"))
    assert page.count("An estimated 64% of migrant women") == 2
    assert 'class="alone"' in page


def test_side_by_side_opens_at_a_passage(client, documents):
    one, other = documents["quay-gazette.txt"], documents["mpa-wire.html"]
    place = re.search(r"copies=(\d+)-", body(client.get(f"/documents/{one}")))[1]
    answer = client.get(f"/compare?one={one}&other={other}&at={place}")
    assert answer.status_code == 303
    address, _, row = answer.headers["location"].partition("#")
    assert f'<tr class="shared" id="{row}">' in body(client.get(address))


def test_one_testimony_under_two_names_is_told(client, documents):
    one, other = documents["interview-47.docx"], documents["cold-hands-ohw-report.pdf"]
    read = words(body(client.get(f"/compare?one={one}&other={other}")))
    assert "two speakers" in read
    assert "Nessa:" in read
    assert "Ilena Dorsath:" in read


def test_sources_are_listed_with_how_they_know(client):
    page = body(client.get("/sources"))
    (row,) = re.findall(
        r"<tr>\s*<th scope=\"row\"><a href=\"/sources/voice\?key=nessa\".*?</tr>", page, re.DOTALL
    )
    assert "witness" in row
    assert "reference" not in words(page)


def test_sources_can_be_sorted_and_filtered(client):
    assert "Nessa" in body(client.get("/sources?role=witness&order=name&up=true"))
    assert "Nessa" not in body(client.get("/sources?role=official"))
    assert "nurses" in body(client.get("/sources?whom=not+named"))
    assert "nurses" not in body(client.get("/sources"))


def test_a_voice_has_its_words_under_all_its_names(client):
    read = words(body(client.get("/sources/voice?key=open+harbour+watch")))
    assert "OHW" in read
    assert "up to 9,000 migrants work in the halls" in read
    assert "claims first-hand" in read


def test_the_timeline_keeps_a_year_a_year(client):
    page = body(client.get("/timeline?from=2019&to=2019"))
    read = words(page)
    assert "2019 to 2023" in read
    assert "2010" not in re.findall(r'class="when">([^<]*)', page)
    assert "1 Jan" not in read


def test_claims_without_a_period_can_stand_at_their_publication(client):
    assert "published" not in re.findall(
        r'<span class="quiet">(\w+)</span></th>', body(client.get("/timeline"))
    )
    page = body(client.get("/timeline?by=publication"))
    assert "published" in re.findall(r'<span class="quiet">(\w+)</span></th>', page)


def test_places_lead_to_their_claims(client):
    page = body(client.get("/map"))
    assert "/map?place=Vessany" in page
    read = words(body(client.get("/map?place=Vessany&view=world")))
    assert "Claims about Vessany" in read
    assert "at the port of Vessany" in read


def test_a_table_of_numbers_stays_small(tmp_path):
    text = "Register\n\n" + "12 " * 2000
    quantities = tuple(
        Quantity(Span(place, place + 2), "count", Decimal(12), Decimal(12), "exact")
        for place in range(10, 6_010, 3)
    )
    with ledger.create(tmp_path / "register.dossier") as store:
        original = store.receive(Arrival("register.txt", text.encode()), "text/plain")
        document = Document("d" * 16, original, text, (Zone(Span(0, len(text)), "main"),))
        claims = tuple(claim_of(document, n, quantity) for n, quantity in enumerate(quantities))
        store.keep(Extraction(document, Marks(quantities=quantities), claims, (), "1"))
        store.settle((), ())
    client = visitor(page_of(tmp_path / "register.dossier"))
    pages = [body(client.get(f"/documents/{document.id}?page={n}")) for n in (1, 2)]
    assert sum(page.count('class="opens"') for page in pages) >= 2000


@pytest.mark.parametrize("what", ["documents", "sources", "timeline", "places"])
def test_the_lists_are_there_as_json_by_the_stretch(client, what):
    whole = client.get(f"/api/{what}?most=200").json()
    (name,) = [key for key in whole if key not in ("first", "total")]
    assert 0 < len(whole[name]) == min(200, whole["total"])
    some = client.get(f"/api/{what}?first=1&most=2").json()
    assert some[name] == whole[name][1:3]


def test_every_moment_of_the_timeline_is_a_claim(client, claims):
    told = client.get("/api/timeline?most=200").json()["claims"]
    known = {claim.id: claim for claim in claims}
    assert all(line["time"] == known[line["id"]].period for line in told if line["stated"])
    assert sorted(line["time"] for line in told) == [line["time"] for line in told]
