"""Files that are broken, hostile or in motion: a clear word, in bounded time and memory, and the others are read."""

import io
import os
import struct
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.errors import UnreadableOriginal
from firsthand.readers import READERS, reader_for
from firsthand.readers.folders import arrivals
from firsthand.records import Arrival, Original, Problem

from .builders import STORY, check, docx, docx_bytes, docx_with, message, pdf_of, read, zip_of

ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = ENTITIES.partition(b"[")[0] + (
    b'[<!ENTITY j SYSTEM "file:///etc/hostname">]' + ENTITIES.partition(b"]")[2]
)


def peak(work: Callable[[], Any]) -> tuple[float, float]:
    """Seconds and MiB that some work takes."""
    tracemalloc.start()
    start = time.perf_counter()
    try:
        work()
    finally:
        seconds, memory = time.perf_counter() - start, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return seconds, memory / 2**20


def written_docx() -> bytes:
    made = docx()
    made.add_paragraph(STORY)
    return docx_bytes(made)


# ---------------------------------------------------------------- from the disk


def test_a_file_of_200_megabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    (tmp_path / "small.txt").write_bytes(b"1")
    found: list[Arrival | Problem] = []
    seconds, memory = peak(lambda: found.extend(arrivals([tmp_path])))
    assert found == [
        Problem("big.txt", "the file has 200 MiB, and at most 64 are read; cut it into smaller files"),
        Arrival("small.txt", b"1"),
    ]
    assert seconds < 1
    assert memory < 5


def test_a_file_with_no_bytes(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert list(arrivals([tmp_path])) == [Problem("empty.txt", "the file has no bytes")]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"1")
    (tmp_path / "locked.txt").write_bytes(b"2")
    opened = os.open

    def refuse(path: Any, *rest: Any, **options: Any) -> int:
        if str(path).endswith("locked.txt"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *rest, **options)

    monkeypatch.setattr(os, "open", refuse)
    first, second = arrivals([tmp_path])
    assert first == Arrival("a.txt", b"1")
    assert isinstance(second, Problem)
    assert "no permission" in second.says
    assert "locked" not in second.says


class Restless(io.FileIO):
    """A file to which somebody writes while it is read, ``left`` times."""

    left = 0

    def read(self, size: int | None = -1) -> bytes:
        content = super().read(-1 if size is None else size)
        if type(self).left > 0:
            type(self).left -= 1
            with Path(f"/proc/self/fd/{self.fileno()}").open("ab") as other:
                other.write(b"more ")
        return content


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="reopens the file through /proc")
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"words ")
    monkeypatch.setattr(os, "fdopen", lambda handle, *_, **__: Restless(handle, "rb"))
    monkeypatch.setattr(Restless, "left", 2)
    assert list(arrivals([tmp_path])) == [Arrival("a.txt", b"words more more ")]
    monkeypatch.setattr(Restless, "left", 99)
    [found] = arrivals([tmp_path])
    assert isinstance(found, Problem)
    assert "changed" in found.says


# ---------------------------------------------------------------- hostile files


def test_a_docx_that_is_a_bomb() -> None:
    bomb = zip_of([("[Content_Types].xml", b"<x/>"), ("word/document.xml", bytes(60 * 2**20))])

    def refused() -> None:
        with pytest.raises(UnreadableOriginal, match="unpacks to more than"):
            read("a.docx", bomb)

    seconds, memory = peak(refused)
    assert seconds < 2
    assert memory < 20


def test_a_docx_that_lies_about_its_size() -> None:
    bomb = bytearray(zip_of([("[Content_Types].xml", b"<x/>"), ("word/document.xml", bytes(60 * 2**20))]))
    at = bomb.rfind(b"PK\1\2")
    struct.pack_into("<I", bomb, at + 24, 100)

    def refused() -> None:
        with pytest.raises(UnreadableOriginal):
            read("a.docx", bytes(bomb))

    assert peak(refused)[1] < 20


@pytest.mark.parametrize("xml", [ENTITIES, OUTSIDE, ENTITIES.decode().encode("utf-16")])
def test_entities_are_never_expanded(xml: bytes) -> None:
    content = docx_with(written_docx(), {"word/document.xml": xml})

    def refused() -> None:
        with pytest.raises(UnreadableOriginal, match=r"entities|damaged"):
            read("a.docx", content)

    seconds, memory = peak(refused)
    assert seconds < 2
    assert memory < 20


def test_a_docx_nested_too_deep() -> None:
    deep = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + b"<w:sdt><w:sdtContent>" * 50_000
    )
    with pytest.raises(UnreadableOriginal):
        read("a.docx", docx_with(written_docx(), {"word/document.xml": deep}))


def test_html_with_100_000_nested_tags() -> None:
    page = b"<!doctype html><html><body>" + b"<div>" * 100_000 + STORY.encode() + b"</div>" * 100_000
    start = time.perf_counter()
    try:
        reading = read("a.html", page)
    except UnreadableOriginal:
        pass
    else:
        assert "Vessany" in reading.document.text
    assert time.perf_counter() - start < 20


def test_a_broken_encoding_is_read_with_a_doubt() -> None:
    reading = read("a.txt", STORY.encode() + b"\xff\xfe\xfa The caf\xe9 in H\xc3lden " * 3)
    assert "Vessany" in reading.document.text
    assert reading.problems


@pytest.mark.parametrize("name", ["a.xlsx", "a.doc", "a.jpg", "a.bin"])
def test_a_file_for_which_there_is_no_reader(name: str) -> None:
    content = {
        "a.xlsx": zip_of([("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")]),
        "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "a.jpg": b"\xff\xd8\xff\xe0" + bytes(100),
        "a.bin": bytes(range(256)),
    }[name]
    with pytest.raises(UnreadableOriginal, match=r"no reader for .*; what can be read is plain text"):
        read(name, content)


# ---------------------------------------------------------------- any bytes at all

SAMPLES = {
    "text/plain": STORY.encode(),
    "text/markdown": f"# Vessany\n\n{STORY}".encode(),
    "text/html": f"<html><head><title>Vessany</title></head><body><h1>Vessany</h1><p>{STORY}</p></body></html>".encode(),
    "application/pdf": pdf_of(STORY, STORY),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": written_docx(),
    "message/rfc822": bytes(message()),
}


@pytest.mark.parametrize("media_type", sorted(READERS))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_bytes_are_read_or_refused_and_always_alike(media_type: str, data: st.DataObject) -> None:
    """A reader gives valid zones or UnreadableOriginal, never another error, and the same text each time."""
    content = data.draw(st.one_of(st.binary(max_size=200), damaged(SAMPLES[media_type])))
    original = Original("a", "0" * 64, media_type, len(content))
    reader = reader_for(media_type)
    assert reader is not None
    try:
        reading = reader(original, content)
    except UnreadableOriginal as error:
        assert not str(error).endswith(".")
        assert "Vessany" not in str(error)
        return
    check(reading.document)
    assert reader(original, content) == reading
    assert all("Vessany" not in problem.says for problem in reading.problems)


def damaged(content: bytes) -> st.SearchStrategy[bytes]:
    """A file with a stretch of it lost or overwritten."""
    place = st.integers(0, len(content))
    return st.builds(
        lambda at, lost, noise: content[:at] + noise + content[at + lost :],
        place,
        place,
        st.binary(max_size=40),
    )
