"""Take along: choose, see what is withheld, make, take; and cite a claim."""

import re

import pytest

from firsthand.web import parcels


def key_of(page: str) -> str:
    return re.search(r'name="form_key" value="([^"]+)"', page)[1]


def ordered(client, **wish):
    """The page to which an order leads."""
    data = {"form_key": key_of(client.get("/take-along").text), "form": "report", "profile": "public", **wish}
    answer = client.post("/take-along", data=data)
    assert answer.status_code == 303
    return answer.headers["location"]


def done(client, place, **wish) -> str:
    """The page of a file when the work on it is over."""
    if wish:
        client.post(place, data=wish)
    client.app.app.state.desk.parcels.one(place.rpartition("/")[2]).job.ended.wait(60)
    return client.get(place).text


def test_the_page_offers_every_form_and_audience(client):
    page = client.get("/take-along").text
    for value in ("internal", "public", "report", "pdf", "csv", "bibtex", "csl-json", "dossier"):
        assert f'value="{value}"' in page


def test_a_file_is_looked_at_then_made_then_taken(own):
    place = ordered(own, leave_out="true")
    page = done(own, place)
    assert "1 document left out" in page
    assert own.get(f"{place}/file").status_code == 404
    assert "release" not in own.get("/history").text or "public" not in own.get("/history").text
    assert "Download report-public.html" in done(own, place, form_key=key_of(page))
    taken = own.get(f"{place}/file")
    assert taken.headers["Content-Disposition"] == 'attachment; filename="report-public.html"'
    assert taken.content.startswith(b"<!doctype html>")


def test_a_consent_that_would_be_broken_is_told_with_the_way_out(own):
    page = done(own, ordered(own))
    assert "no consent is recorded" in page
    assert "Leave these documents out" in page


def test_a_style_reaches_the_report(own):
    place = ordered(own, profile="internal", form="report-markdown", style="apa")
    done(own, place, form_key=key_of(done(own, place)))
    assert "(2024, March 11)" in own.get(f"{place}/file").text


@pytest.mark.parametrize(
    "wish", [{"form": "docx"}, {"profile": "friends"}, {"profile": "/etc/passwd.toml"}, {"style": "harvard"}]
)
def test_what_there_is_not_cannot_be_ordered(own, wish):
    data = {"form_key": key_of(own.get("/take-along").text), "form": "report", "profile": "public", **wish}
    assert own.post("/take-along", data=data).status_code in (400, 404)


def test_old_files_are_not_kept():
    kept = parcels.Parcels()
    first = kept.begin(None)
    for _ in range(parcels.KEPT):
        kept.begin(None)
    with pytest.raises(Exception, match="not kept any more"):
        kept.one(first.id)


def claim_of(client) -> str:
    figure = re.search(r'href="/figures/([0-9a-f]{16})"', client.get("/figures").text)[1]
    return re.search(r'href="/claims/([0-9a-f]{16})/citation"', client.get(f"/figures/{figure}").text)[1]


def test_a_claim_is_cited_in_every_style(client):
    claim = claim_of(client)
    page = client.get(f"/claims/{claim}/citation").text
    assert page.count("<textarea") == 3
    for style in ("chicago", "apa", "plain"):
        found = client.get(f"/api/claims/{claim}/citation", params={"style": style}).json()
        assert found["text"].startswith("“")
        assert "\n\n[1] " in found["text"]
    assert client.get(f"/api/claims/{claim}/citation", params={"style": "harvard"}).status_code == 400
    assert client.get("/api/claims/0123456789abcdef/citation").status_code == 404
