"""A planted word is found in whatever a file is made of; a file without it is clean."""

import base64
import gzip
import io
import json
import sqlite3
import struct
import zipfile
import zlib
from urllib.parse import quote

import pikepdf
import pytest
from fpdf import FPDF

from firsthand.dossier import attacking
from firsthand.protection.leaks import Piece, leaks
from firsthand.protection.masking import Mask
from firsthand.protection.terms import Terms, term

NAME = "Tolmark"


def mask(*names):
    return Mask(Terms([term(name, "name", "direct", "Witness A") for name in names]), {}, {})


def found(content, *names, name=""):
    return leaks(mask(*(names or (NAME,))), attacking.pieces(content, name))


def zipped(word, where):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(f"{word if where == 'name' else 'a'}.xml", (2024, 1, 1, 0, 0, 0))
        info.comment = (word if where == "comment" else "b").encode()
        archive.writestr(info, f"<a>{word if where == 'text' else 'c'}</a>" * 9, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf(word, where):
    made = FPDF()
    made.set_compression(True)
    made.add_page()
    made.set_font("Helvetica", size=12)
    made.cell(text=word if where == "page" else "nothing")
    if where == "title":
        made.set_title(word)
    if where == "hidden":
        made.set_text_color(255, 255, 255)
        made.cell(text=word)
    opened = pikepdf.open(io.BytesIO(bytes(made.output())))
    if where == "attachment":
        opened.attachments["note.txt"] = f"it was {word}".encode()
    if where == "xmp":
        with opened.open_metadata() as metadata:
            metadata["dc:description"] = word
    if where == "annotation":
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=word
        )
        opened.pages[0].Annots = pikepdf.Array([opened.make_indirect(note)])
    out = io.BytesIO()
    opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def database(word, where, tmp_path):
    path = tmp_path / "a.db"
    opened = sqlite3.connect(path)
    opened.execute("PRAGMA secure_delete = OFF")
    opened.execute("CREATE TABLE held (words TEXT, more BLOB)")
    opened.execute("CREATE VIRTUAL TABLE seek USING fts5 (words, content = '')")
    if where == "text":
        opened.execute("INSERT INTO held (words) VALUES (?)", (word,))
    if where == "blob":
        opened.execute(
            "INSERT INTO held (more) VALUES (?)", (zlib.compress(f"it was {word} again".encode()),)
        )
    if where == "index":
        opened.execute("INSERT INTO seek (rowid, words) VALUES (1, ?)", (word,))
    if where == "free page":
        opened.executemany("INSERT INTO held (words) VALUES (?)", [(f"{word} " * 90,)] * 40)
        opened.commit()
        opened.execute("DELETE FROM held")
    opened.commit()
    opened.close()
    return path.read_bytes()


def png(word):
    text = b"Comment\0\0" + zlib.compress(f"by {word}".encode())
    chunk = struct.pack(">I", len(text)) + b"zTXt" + text + struct.pack(">I", zlib.crc32(b"zTXt" + text))
    return b"\x89PNG\r\n\x1a\n" + chunk


PLAIN = {
    "plain": lambda word: f"It was {word}.".encode(),
    "capitals": lambda word: f"It was {word.upper()}.".encode(),
    "utf-16": lambda word: f"It was {word}.".encode("utf-16"),
    "entities": lambda word: ("<p>" + "".join(f"&#{ord(letter)};" for letter in word) + "</p>").encode(),
    "twice escaped": lambda word: (
        "<p>" + "".join(f"&amp;#x{ord(letter):x};" for letter in word) + "</p>"
    ).encode(),
    "attribute": lambda word: f'<img alt="a picture of {word}">'.encode(),
    "html comment": lambda word: f"<p>a</p><!-- {word} -->".encode(),
    "split by markup": lambda word: f"<b>{word[:3]}</b><i>{word[3:]}</i>".encode(),
    "hidden characters": lambda word: "\u200b".join(word).encode(),
    "hyphenated": lambda word: f"{word[:3]}-\n{word[3:]}".encode(),
    "percent": lambda word: (
        f"https://example.invalid/?q={''.join(f'%{ord(each):02x}' for each in word)}".encode()
    ),
    "query": lambda word: f"https://example.invalid/{quote(word)}".encode(),
    "base64": lambda word: b"data:text/plain;base64," + base64.b64encode(f"it was {word} again".encode()),
    "base64 of gzip": lambda word: b"x=" + base64.b64encode(gzip.compress(f"it was {word} again".encode())),
    "quoted-printable": lambda word: f"{word[:4]}=\n{word[4:]}".replace("o", "=6F").encode(),
    "json escapes": lambda word: (
        json.dumps({"a": "".join(f"\\u{ord(letter):04x}" for letter in word)}).replace("\\\\", "\\").encode()
    ),
    "json key": lambda word: json.dumps({word: 1}).encode(),
    "hex": lambda word: f"<{word.encode().hex()}>".encode(),
    "gzip": lambda word: gzip.compress(f"it was {word}".encode()),
    "zlib": lambda word: zlib.compress(f"it was {word} again and again".encode()),
    "zip text": lambda word: zipped(word, "text"),
    "zip name": lambda word: zipped(word, "name"),
    "zip comment": lambda word: zipped(word, "comment"),
    "zip in zip": lambda word: zipped_in_zip(word),
    "png": png,
    **{
        f"pdf {where}": (lambda word, where=where: pdf(word, where))
        for where in ("page", "title", "hidden", "attachment", "xmp", "annotation")
    },
}


def zipped_in_zip(word):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.docx", zipped(word, "text"))
    return out.getvalue()


@pytest.mark.parametrize("way", PLAIN)
def test_a_planted_name_is_found(way):
    assert {leak.category for leak in found(PLAIN[way](NAME))} == {"name"}
    assert not found(PLAIN[way]("Nobody1"))


@pytest.mark.parametrize("where", ["text", "blob", "index", "free page"])
def test_a_planted_name_is_found_in_a_database(where, tmp_path):
    assert found(database(NAME, where, tmp_path))
    (tmp_path / "a.db").unlink()
    assert not found(database("Nobody1", where, tmp_path))


def test_the_name_of_the_file_counts():
    assert found(b"clean", name="notes-on-tolmark.csv")


def test_a_tag_is_no_name():
    assert not found(b"<ol><li>one</li></ol>", "Li")
    assert found(b"<ol><li>said Li</li></ol>", "Li")


def test_what_a_leak_says_holds_no_words():
    (leak,) = leaks(mask(NAME), [Piece("metadata", f"by {NAME}")])
    assert NAME not in str(leak)
    assert (leak.category, leak.place) == ("name", "metadata")
