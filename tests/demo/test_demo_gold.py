"""The demo's gold is what its script makes of the annotation, and fits the documents."""

import json
from itertools import combinations

import pytest

import write_gold

GOLD = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in write_gold.GOLD.glob("*.json")}
TEXTS = {document["id"]: document["main_text"] for document in GOLD["documents"]["documents"]}
CLAIMS = {claim["id"]: claim for claim in GOLD["claims"]["claims"]}


def test_what_is_committed_is_what_the_script_makes():
    committed = {path.stem: path.read_text(encoding="utf-8") for path in write_gold.GOLD.glob("*.json")}
    assert committed == write_gold.finished()


def test_the_answer_key_is_that_of_the_annotation():
    readme = write_gold.README.read_text(encoding="utf-8")
    assert readme == write_gold.with_key(readme)
    assert readme.count("\n| ") > len(GOLD["findings"]["findings"])


def test_every_place_has_its_words():
    rows = [
        (claim["doc"], piece) for claim in CLAIMS.values() for piece in (claim["span"], claim["sentence"])
    ]
    for quote in GOLD["quotes"]["quotes"]:
        rows += [(quote["doc"], piece) for part in ("source", "cue", "content") for piece in quote[part]]
    rows += [(row["doc"], row["span"]) for row in GOLD["protection"]["spans"] if row["region"] == "main"]
    assert len(rows) > 400
    for doc, piece in rows:
        assert TEXTS[doc][piece["start"] : piece["end"]] == piece["text"]


def test_every_file_is_there():
    for document in GOLD["documents"]["documents"]:
        assert (write_gold.HERE / document["file"]).is_file()


def test_a_same_or_drifted_claim_is_of_the_same_figure():
    for link in GOLD["links"]["links"]:
        if link["relation"] in {"same", "drift", "update", "conflict"}:
            assert len({CLAIMS[name]["figure"] for name in link["members"]}) == 1, link


def test_what_must_not_be_linked_is_not():
    apart = {frozenset(link["members"]) for link in links("must-not-link")}
    assert len(apart) >= 8
    joined = [
        pair
        for kind in ("same", "drift", "update", "conflict")
        for link in links(kind)
        for pair in pairs(link)
    ]
    assert not apart & set(joined)


def test_a_pair_is_not_both_open_and_judged():
    judged = {
        pair
        for kind in ("same", "drift", "update", "conflict", "impossible")
        for link in links(kind)
        for pair in pairs(link)
    }
    assert not judged & {pair for link in links("open") for pair in pairs(link)}


@pytest.mark.parametrize(
    "kind",
    ["one origin", "copied text", "drift", "update", "conflict", "impossible", "not comparable", "two speakers",
     "same witness", "untraceable", "missing primary source", "citation not origin", "dates disagree", "furniture",
     "independent account", "rejected word", "arithmetic agrees", "old as new", "no method", "at risk"],
)  # fmt: skip
def test_every_kind_of_trap_is_planted(kind):
    assert any(finding["kind"] == kind for finding in GOLD["findings"]["findings"])


def test_a_phrase_that_is_not_there_once_is_refused():
    text = "At least 73 died. Of these, 19 are suspected; 19 is not many."
    for phrase in ("at least 73", "{19} are many", "19"):
        with pytest.raises(write_gold.Mistake):
            write_gold._phrase(phrase, text)
    assert write_gold._phrase("{19} are", text) == {"start": 28, "end": 30, "text": "19"}


@pytest.mark.shared
def test_a_perfect_answer_is_perfect(shared, tmp_path, monkeypatch, capsys):
    monkeypatch.syspath_prepend(str(shared / "bench" / "scorers"))
    import score_findings

    saved = tmp_path / "perfect.json"
    saved.write_text(json.dumps(perfect(score_findings.DRIFT)), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["score", "--data", str(write_gold.HERE), "--predictions", str(saved)])
    score_findings.main()
    numbers = dict(pair.split("=") for pair in capsys.readouterr().out.splitlines()[-1].split()[1:])
    assert {name: value for name, value in numbers.items() if value != "1.000"} == {
        "ORIGINS_ERROR": "0.000",
        "MUST_NOT": "0.000",
    }


def links(kind):
    return [link for link in GOLD["links"]["links"] if link["relation"] == kind]


def pairs(link):
    return [frozenset(pair) for pair in combinations(link["members"], 2)]


def perfect(names_of_drift):
    """What a program would print that found all of the gold and nothing else."""
    return {
        "documents": [{"id": row["id"], "name": row["file"].removeprefix("docs/")} for row in GOLD["documents"]["documents"]],
        "claims": [stated(name) for name in CLAIMS],
        "figures": [
            {"claims": [stated(name) for name in figure["claims"]], "origins": [{}] * figure["n_independent_origins"]}
            for figure in GOLD["figures"]["figures"]
        ],
        "links": [
            {
                "earlier": link["members"][0],
                "later": link["members"][-1],
                "kind": link["relation"],
                "drift": " ".join(names_of_drift[name] for name in link["drift_types"]).split(),
            }
            for kind in ("same", "drift", "update", "conflict", "impossible")
            for link in links(kind)
        ],
        "findings": [
            {"weight": 1, "evidence": [piece for name in finding["evidence"] for piece in evidence(name)]}
            for finding in GOLD["findings"]["findings"]
        ],
    }  # fmt: skip


def stated(name):
    return {"claim": name, "document": CLAIMS[name]["doc"], **CLAIMS[name]["span"]}


def evidence(name):
    if name in CLAIMS:
        return [{"document": CLAIMS[name]["doc"], **CLAIMS[name]["sentence"]}]
    for quote in GOLD["quotes"]["quotes"]:
        if quote["id"] == name:
            return [{"document": quote["doc"], **piece} for piece in quote["content"]]
    for row in GOLD["protection"]["spans"]:
        if row["id"] == name:
            return [{"document": row["doc"], "start": 0, "end": 0, **row["span"]}]
    return [{"document": name, "start": 0, "end": 9, "text": TEXTS[name][:9]}]
