"""A planted witness is in no release: every form, every profile, in the bytes and in what they unpack to."""

import re
import sqlite3
import tempfile
import zlib

import pytest
from click.testing import CliRunner
from tests.protection.planted import PUBLIC, SECRETS, history, plant, words_of

from firsthand.cli import firsthand
from firsthand.dossier import Dossier
from firsthand.dossier.releasing import FORMS, ORIGINALS, Order
from firsthand.errors import Refused
from firsthand.protection import PROFILES

OUTWARD = [name for name in PROFILES if name != "internal"]


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        found = plant(tmp_path_factory.mktemp("planted"), patch)
    run("consent", str(found.path), found.testimony, *(f"--audience={name}" for name in OUTWARD))
    return found


def run(*arguments):
    return CliRunner().invoke(firsthand, arguments)


def searched(content: bytes) -> str:
    """Return everything in a file that could be read: its bytes, and every stream in it that can be unpacked."""
    found = [content.decode("utf-8", "ignore"), content.decode("utf-16-le", "ignore")]
    for start in (hit.start() for hit in re.finditer(rb"x[\x01\x5e\x9c\xda]", content)):
        try:
            found.append(zlib.decompressobj().decompress(content[start:]).decode("utf-8", "ignore"))
        except zlib.error:
            continue
    return " ".join(" ".join(found).casefold().split())


@pytest.mark.parametrize("profile", OUTWARD)
@pytest.mark.parametrize("form", [form for form in FORMS if form != ORIGINALS])
def test_the_witness_is_in_no_release(planted, tmp_path, form, profile, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    out = tmp_path / f"out.{form}"
    result = run("export", str(planted.path), "--as", form, "--for", profile, "--out", str(out))
    assert result.exit_code == 0, result.output
    held = searched(out.read_bytes()) + result.output.casefold()
    for word in words_of():
        assert word.casefold() not in held, f"{form} for {profile}"
    assert not list((tmp_path / "tmp").iterdir())
    assert [path.name for path in tmp_path.iterdir()] == ["tmp", out.name] or len(
        list(tmp_path.iterdir())
    ) == 2


def test_public_names_stay(planted, tmp_path):
    out = tmp_path / "out.json"
    assert not run(
        "export", str(planted.path), "--as", "json", "--for", "public", "--out", str(out)
    ).exit_code
    text = out.read_text("utf-8")
    for name in PUBLIC:
        assert name in text
    assert "Witness A" in text


def test_the_released_dossier_verifies_and_its_index_knows_released_words_only(planted, tmp_path):
    out = tmp_path / "out.dossier"
    assert not run(
        "export", str(planted.path), "--as", "dossier", "--for", "court", "--out", str(out)
    ).exit_code
    assert run("verify", str(out)).exit_code == 0
    assert "rooms" in run("search", str(out), "room*").output or run("search", str(out), "room").output
    for word in ("zelmarish", "tolmark", "ansgar"):
        with Dossier.open(out, writable=False) as opened:
            assert not list(opened.search(word))
    assert not (tmp_path / "out.dossier-wal").exists()
    opened = sqlite3.connect(out)
    assert opened.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert opened.execute("SELECT count(*) FROM judgement").fetchone() == (0,)
    assert opened.execute("SELECT count(*) FROM pseudonym").fetchone() == (0,)
    opened.close()


def test_ids_and_pseudonyms_cannot_be_joined_between_two_releases(planted, tmp_path):
    texts = []
    for n in (1, 2):
        out = tmp_path / f"{n}.json"
        run("export", str(planted.path), "--as", "json", "--for", "public", "--out", str(out))
        texts.append(out.read_text("utf-8"))
    ids = [set(re.findall(r'"id": "([0-9a-f]{16})"', text)) for text in texts]
    assert ids[0] and not ids[0] & ids[1]
    with Dossier.open(planted.path, writable=False) as opened:
        real = {document.id for document in opened.documents()}
    assert not real & ids[0]


def test_the_table_behind_the_pseudonyms_is_in_the_dossier_and_goes_when_a_testimony_is_forgotten(
    tmp_path, monkeypatch
):
    found = plant(tmp_path, monkeypatch)
    run("consent", str(found.path), found.testimony, "--audience=public")
    run("export", str(found.path), "--as", "csv", "--for", "public", "--out", str(tmp_path / "out.csv"))
    opened = sqlite3.connect(found.path)
    assert "Ruvena Tolmark" in opened.execute("SELECT names FROM pseudonym").fetchone()[0]
    opened.close()
    with Dossier.open(found.path) as kept:
        kept.forget(found.testimony, "withdrawn")
    opened = sqlite3.connect(found.path)
    assert opened.execute("SELECT count(*) FROM pseudonym").fetchone() == (0,)
    opened.close()
    assert b"Tolmark" not in found.path.read_bytes()


def test_a_release_without_consent_is_refused_and_nothing_is_written(tmp_path, monkeypatch):
    found = plant(tmp_path, monkeypatch)
    out = tmp_path / "out.csv"
    result = run("export", str(found.path), "--as", "csv", "--for", "public", "--out", str(out))
    assert isinstance(result.exception, Refused)
    assert "no consent is recorded" in str(result.exception)
    assert not out.exists()
    assert history(found.path)[-1] == {
        "action": "release refused",
        "profile": "public",
        "form": "csv",
        "why": ["consent"],
    }


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("--audience=partners",), "does not name the audience public"),
        (("--audience=public", "--until=2020-01-31"), "ended on 2020-01-31"),
        (("--audience=public", "--purpose=justice"), "other purposes"),
        (("--withdrawn",), "withdrawn"),
    ],
)
def test_a_release_that_breaks_a_consent_is_refused_with_the_reason(planted_copy, given, why):
    run("consent", str(planted_copy.path), planted_copy.testimony, *given)
    order = Order("public", "csv")
    with Dossier.open(planted_copy.path) as kept, pytest.raises(Refused, match=why):
        kept.export(order)
    with Dossier.open(planted_copy.path) as kept:
        handed = kept.export(Order("public", "csv", leave_out=True))
    assert any(why in line for line in handed.release.withheld)
    assert len(handed.release.documents) == 2


@pytest.fixture
def planted_copy(planted, tmp_path):
    from dataclasses import replace

    path = tmp_path / "copy.dossier"
    path.write_bytes(planted.path.read_bytes())
    return replace(planted, path=path)


def test_a_leak_in_the_finished_file_stops_it(planted, tmp_path, monkeypatch):
    from firsthand.exports import table

    out = tmp_path / "out.csv"
    write = table.write
    monkeypatch.setattr(
        table, "write", lambda release: write(release) + ("Zel­marísh" if release.claims else "").encode()
    )
    result = run("export", str(planted.path), "--as", "csv", "--for", "public", "--out", str(out))
    assert isinstance(result.exception, Refused)
    assert "place in text" in str(result.exception)
    assert not any(word.casefold() in str(result.exception).casefold() for word in words_of())
    assert not out.exists()
    assert history(planted.path)[-1]["why"] == ["place in text"]


def test_the_name_of_the_file_is_searched_too(planted, tmp_path):
    out = tmp_path / "tolmark.csv"
    result = run("export", str(planted.path), "--as", "csv", "--for", "public", "--out", str(out))
    assert isinstance(result.exception, Refused)
    assert not list(tmp_path.iterdir())


def test_every_release_is_in_the_history_with_the_hash_of_its_file(planted, tmp_path):
    import hashlib

    out = tmp_path / "out.json"
    run("export", str(planted.path), "--as", "json", "--for", "partners", "--out", str(out))
    told = history(planted.path)[-1]
    assert told["action"] == "release"
    assert (told["profile"], told["form"]) == ("partners", "json")
    assert told["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert not any(word in str(told) for word in words_of(SECRETS))


@pytest.mark.parametrize("form", ["html", "json", "markdown"])
def test_somebody_may_be_called_like_a_word_of_the_page(planted_copy, form):
    assert not run("protect", str(planted_copy.path), "Withheld", "--mask", "--category", "name").exit_code
    with Dossier.open(planted_copy.path) as kept:
        assert kept.export(Order("public", form)).content


def test_what_a_profile_of_ones_own_says_is_searched_too(planted, tmp_path):
    from importlib.resources import files

    path = tmp_path / "own.toml"
    own = (files("firsthand.protection") / "profiles" / "public.toml").read_text("utf-8")
    own = own.replace('name = "public"', 'name = "ours"', 1)
    path.write_text(own.replace("For publication.", "For the family of Ruvena Tolmark."), "utf-8")
    out = tmp_path / "out.json"
    result = run("export", str(planted.path), "--as", "json", "--for", str(path), "--out", str(out))
    assert isinstance(result.exception, Refused)
    assert not out.exists()
