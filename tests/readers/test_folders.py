"""How files come in from folders and archives."""

import hashlib
import os
import socket
import stat
import struct
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.readers import archives, folders
from firsthand.readers.archives import members
from firsthand.readers.folders import arrivals
from firsthand.records import Arrival, Problem

from .builders import zip_of


def taken(*paths: Path) -> dict[str, bytes]:
    return {found.name: found.content for found in arrivals(paths) if isinstance(found, Arrival)}


def doubts(found: Iterator[Arrival | Problem]) -> dict[str, str]:
    return {doubt.where: doubt.says for doubt in found if isinstance(doubt, Problem)}


def fill(folder: Path, **files: bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_names_are_paths_inside_the_folder_in_a_stable_order(tmp_path: Path) -> None:
    fill(tmp_path, b_txt=b"2", a__z_txt=b"1", a__b__c_txt=b"0", c_txt=b"3")
    assert list(taken(tmp_path)) == ["a/b/c.txt", "a/z.txt", "b.txt", "c.txt"]
    assert taken(tmp_path / "b.txt") == {"b.txt": b"2"}


def test_the_same_bytes_twice_are_two_arrivals(tmp_path: Path) -> None:
    fill(tmp_path, a_txt=b"same", b_txt=b"same")
    assert taken(tmp_path) == {"a.txt": b"same", "b.txt": b"same"}


def test_hidden_files_and_junk_are_left_out_unless_given_themselves(tmp_path: Path) -> None:
    fill(tmp_path, a_txt=b"1")
    for name in (
        ".DS_Store",
        "Thumbs.db",
        "~$a.docx",
        ".git/config",
        "__MACOSX/a.txt",
        "case.dossier",
        "case.dossier-wal",
    ):
        fill(tmp_path, **{name.replace("/", "__"): b"x"})
    (tmp_path / ".hidden.txt").write_bytes(b"h")
    assert taken(tmp_path) == {"a.txt": b"1"}
    assert taken(tmp_path / ".hidden.txt") == {".hidden.txt": b"h"}


def test_an_ignore_file_is_honoured(tmp_path: Path) -> None:
    fill(
        tmp_path,
        a_txt=b"1",
        drafts__a_txt=b"2",
        sub__drafts__b_txt=b"3",
        sub__c_txt=b"4",
        sub__old__d_txt=b"5",
        e_txt=b"6",
    )
    (tmp_path / ".firsthandignore").write_text("# not yet\ndrafts/\nsub/old/*\n/e.txt\n\n")
    assert taken(tmp_path) == {"a.txt": b"1", "sub/c.txt": b"4"}


def test_links(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    fill(tmp_path, in__a_txt=b"1", in__sub__b_txt=b"2", out__secret_txt=b"s")
    (inside / "to_file").symlink_to(inside / "a.txt")
    (inside / "to_secret").symlink_to(outside / "secret.txt")
    (inside / "up").symlink_to(tmp_path)
    (inside / "sub" / "round").symlink_to(inside)
    (inside / "nowhere").symlink_to(inside / "gone")
    (inside / "x").symlink_to(inside / "y")
    (inside / "y").symlink_to(inside / "x")
    assert taken(inside) == {"a.txt": b"1", "sub/b.txt": b"2", "to_file": b"1"}
    says = doubts(arrivals([inside]))
    assert set(says) == {"to_secret", "up", "sub/round", "nowhere", "x", "y"}
    assert "out of the folder" in says["to_secret"]
    assert "circle" in says["x"]
    assert "nothing" in says["nowhere"]
    assert taken(inside / "to_secret") == {"to_secret": b"s"}


def test_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    fill(tmp_path, a_txt=b"1")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket"))
        assert set(doubts(arrivals([tmp_path]))) == {"pipe", "socket"}
    assert taken(tmp_path) == {"a.txt": b"1"}
    assert "no such file" in doubts(arrivals([tmp_path / "gone"]))["gone"]


def test_a_name_that_is_no_text_can_be_stored(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"1")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    (tmp_path / "a\x1b[2J.txt").write_bytes(b"2")
    assert taken(tmp_path) == {"a\\x1b[2J.txt": b"2", "caf\\xe9.txt": b"1"}


def test_folders_deeper_than_python_recurses(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1100):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    fill(tmp_path, z_txt=b"1")
    try:
        assert taken(tmp_path) == {"z.txt": b"1"}
    finally:
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # pytest's own tidying recurses


# ---------------------------------------------------------------- archives


def test_members_have_the_name_of_the_archive_before_theirs() -> None:
    content = zip_of([("notes/a.txt", b"1"), ("b.txt", b"2"), (".DS_Store", b"x"), ("__MACOSX/b.txt", b"x")])
    found = list(members(Arrival("in.zip", content)))
    digest = hashlib.sha256(content).hexdigest()
    assert found == [Arrival("in.zip/notes/a.txt", b"1", digest), Arrival("in.zip/b.txt", b"2", digest)]


@pytest.mark.parametrize(
    ("raw", "harmless"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\mara\\note.txt", "Users/mara/note.txt"),
        ("a/../../b.txt", "a/b.txt"),
        ("..\\..\\C:b.txt", "b.txt"),
        ("a\x1b[2J.txt", "a\\x1b[2J.txt"),
    ],
)
def test_names_stay_inside(raw: str, harmless: str) -> None:
    assert [
        found.name for found in members(Arrival("z", zip_of([(raw, b"1")]))) if isinstance(found, Arrival)
    ] == [f"z/{harmless}"]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_no_name_leads_out(raw: str) -> None:
    parts = archives.inner_name(raw).split("/")
    assert ".." not in parts
    assert not archives.inner_name(raw).startswith("/")
    assert "\\" not in archives.inner_name(raw).replace("\\x", "")


def test_a_name_given_twice_is_two_files() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        content = zip_of([("a.txt", b"1"), ("a.txt", b"2")])
    found = [
        (member.name, member.content)
        for member in members(Arrival("z", content))
        if isinstance(member, Arrival)
    ]
    assert found == [("z/a.txt", b"1"), ("z/a.txt (2)", b"2")]


def test_archives_in_archives_are_opened_once() -> None:
    inner = zip_of([("c.txt", b"3"), ("third.zip", zip_of([("d.txt", b"4")]))])
    found = list(members(Arrival("z", zip_of([("inner.zip", inner)]))))
    assert [member.name for member in found if isinstance(member, Arrival)] == ["z/inner.zip/c.txt"]
    assert list(doubts(iter(found))) == ["z/inner.zip/third.zip"]


def test_encrypted_members_links_and_odd_packings_are_problems() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("bomb.txt", b"0" * 10**6, zipfile.ZIP_BZIP2)
        made.writestr("locked.txt", b"secret")
        made.writestr("empty.txt", b"")
    content = bytearray(held.getvalue())
    for header, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = content.rfind(
            header, 0, content.rfind(b"locked.txt") if header == b"PK\1\2" else content.find(b"locked.txt")
        )
        content[at + offset] |= 1
    says = doubts(members(Arrival("z", bytes(content))))
    assert set(says) == {"z/link", "z/bomb.txt", "z/locked.txt", "z/empty.txt"}
    assert "encrypted" in says["z/locked.txt"]
    assert says["z/empty.txt"] == "the file has no bytes"


def test_an_archive_that_was_cut_off_gives_what_it_holds() -> None:
    whole = zip_of([(f"{number}.txt", f"{number} ".encode() * 400) for number in range(9)])
    found = list(members(Arrival("z", whole[: len(whole) // 2])))
    names = [member.name for member in found if isinstance(member, Arrival)]
    assert names[:3] == ["z/0.txt", "z/1.txt", "z/2.txt"]
    assert "cut off" in doubts(iter(found))["z"]


def test_bombs_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zip_of([("zeros.txt", bytes(20 * 2**20)), ("a.txt", b"1")])
    assert "times its size" in doubts(members(Arrival("z", bomb)))["z/zeros.txt"]
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    many = zip_of([(f"{number}.txt", b"1") for number in range(5)])
    found = list(members(Arrival("z", many)))
    assert sum(isinstance(member, Arrival) for member in found) == 3
    assert "3 members" in doubts(iter(found))["z"]
    monkeypatch.setattr(archives, "LARGEST", 1000)
    assert "most that is read" in doubts(members(Arrival("z", zip_of([("a", os.urandom(2000))]))))["z/a"]


def test_sizes_that_an_archive_declares_are_not_believed() -> None:
    content = bytearray(zip_of([("zeros.txt", bytes(30 * 2**20))]))
    at = content.find(b"PK\1\2")
    struct.pack_into("<I", content, at + 24, 10)
    found = list(members(Arrival("z", bytes(content))))
    assert not any(isinstance(member, Arrival) and len(member.content) > folders.LARGEST for member in found)
    assert found


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_damaged_archives_never_raise(noise: bytes, at: int) -> None:
    content = zip_of([("a.txt", b"The port is closed. " * 9), ("b/c.txt", b"2")])
    damaged = content[: at % len(content)] + noise + content[at % len(content) + len(noise) // 2 :]
    once, again = list(members(Arrival("z", damaged))), list(members(Arrival("z", damaged)))
    assert once == again
