"""The JSON interface: what it gives, that it is described, and that it is as locked as the pages."""

import pytest
from starlette.testclient import TestClient
from tests.web.visiting import ADDRESS

from firsthand.dossier import Dossier


@pytest.fixture(scope="module")
def figure(client) -> dict:
    return client.get("/api/figures", params={"badge": "conflicts"}).json()["rows"][0]


def test_findings_come_by_the_stretch_with_their_words(client):
    all_of_it = client.get("/api/findings", params={"most": 200}).json()
    some = client.get("/api/findings", params={"first": 3, "most": 2}).json()
    assert some["total"] == all_of_it["total"] == len(all_of_it["findings"])
    assert some["findings"] == all_of_it["findings"][3:5]
    assert all(finding["evidence"] for finding in some["findings"])


def test_a_figure_its_claims_and_its_plots(client, figure):
    found = client.get(f"/api/figures/{figure['id']}").json()
    assert len(found["claims"]) == figure["claims"]
    claim = client.get(f"/api/claims/{found['claims'][0]['claim']}").json()
    assert claim["text"] == found["claims"][0]["text"]
    assert claim["links"]
    for chart in ("drift", "lineage"):
        drawn = client.get(f"/api/figures/{figure['id']}/charts/{chart}").json()
        assert drawn["spec"]["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
        assert drawn["says"]
        assert all(len(row) == len(drawn["head"]) for row in drawn["rows"])


def test_search_and_what_was_not_checked(client):
    hits = client.get("/api/search", params={"q": "harbour", "most": 3}).json()
    assert len(hits) == 3
    assert all("harbour" in hit["text"].lower() for hit in hits)
    assert set(client.get("/api/unchecked").json()) == {"first", "total", "unchecked"}


def test_what_is_not_there_is_said_as_json(client):
    for address in ("/api/figures/0123456789abcdef", "/api/claims/0123456789abcdef", "/api/nowhere"):
        answer = client.get(address)
        assert (answer.status_code, list(answer.json())) == (404, ["detail"])
    assert client.get("/api/findings", params={"most": "many"}).status_code == 400


def test_everything_that_answers_with_json_is_described_and_locked(client, guard):
    described = client.get("/api/openapi.json").json()
    stranger = TestClient(guard, base_url=ADDRESS)
    assert len(described["paths"]) >= 10
    for path, methods in described["paths"].items():
        for method, what in methods.items():
            assert what["description"], f"{method} {path} is not described"
            address = path.replace("{", "").replace("}", "")
            assert stranger.request(method, address).status_code == 403
            if method != "get":
                assert client.request(method, address).status_code == 403, (
                    "without the key of forms nothing is changed"
                )


@pytest.mark.parametrize("order", ["documents", "claims", "origins", "label", "value"])
def test_the_list_of_figures_is_sorted_filtered_and_paged(client, order):
    up = client.get("/api/figures", params={"order": order, "up": "true", "least": 2}).json()
    assert up["total"] > 3
    if order in ("documents", "claims"):
        assert [row[order] for row in up["rows"]] == sorted(row[order] for row in up["rows"])
    assert all(row["documents"] >= 2 for row in up["rows"])


def test_a_figure_is_found_by_its_words_and_its_origin(client):
    by_words = client.get("/api/figures", params={"q": "foreign died"}).json()["rows"]
    assert by_words
    assert all("foreign" in row["label"].lower() for row in by_words)
    assert client.get("/api/figures", params={"q": "Ministry Ports"}).json()["total"] > 0
    assert client.get("/api/figures", params={"q": "100%_"}).json()["total"] == 0


def test_badges_say_what_the_links_say(client):
    for badge, kind in (("conflicts", "conflict"), ("drifts", "drift"), ("updated", "update")):
        for row in client.get("/api/figures", params={"badge": badge}).json()["rows"]:
            claims = client.get(f"/api/figures/{row['id']}").json()["claims"]
            kinds = {
                link["kind"]
                for each in claims
                for link in client.get(f"/api/claims/{each['claim']}").json()["links"]
            }
            assert kind in kinds
    for row in client.get("/api/figures", params={"badge": "untraceable"}).json()["rows"]:
        assert row["origins"] == []


def test_empty_places_say_what_would_fill_them(client):
    assert "No passage holds all of these words" in client.get("/search?q=zymurgist").text
    assert "No figure is like that" in client.get("/figures?q=zymurgist").text
    assert "no findings of this kind" in client.get("/?kind=poem").text


def test_sought_words_are_marked(client):
    page = client.get("/search", params={"q": "harbour watch*"}).text
    assert "<mark>Harbour</mark>" in page


def test_a_value_that_was_set_right_is_listed_with_its_open_end(own):
    with Dossier.open(own.app.app.state.desk.path) as dossier:
        claim = next(each for each in dossier.claims() if each.quantity_text == "as young as 11")
        dossier.correct(claim.id, low="14")
        figure = dossier.figure_of(claim.id)
    assert own.get(f"/figures/{figure.id}").status_code == 200
    assert own.get("/figures?least=2").status_code == 200
