"""E-mail: headers, text, replies, signatures, files; broken MIME never raises."""

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnreadableOriginal
from firsthand.readers import mail
from firsthand.readers.sniff import media_type
from firsthand.records import Original, Reading

from .builders import OTHER, STORY, check, message, pdf_of, read, zone_texts


def read_mail(content: bytes) -> Reading:
    reading = mail.read(Original("m.eml", "0" * 64, "message/rfc822", len(content)), content)
    check(reading.document)
    return reading


def test_headers_become_title_author_and_date() -> None:
    document = read("m.eml", bytes(message())).document
    assert document.title == "Port of Vessany closed"
    assert document.authors == ("Mara Lind",)
    assert document.published == "2019-05-20"
    [date] = document.dates
    assert (date.origin, date.span and document.words(date.span)) == (
        "header",
        "Mon, 20 May 2019 07:12:00 +0100",
    )
    assert zone_texts(document, "main") == [STORY]
    assert "Message-ID: <1@ohw.example>" in zone_texts(document, "metadata")[-1]


def test_an_office_is_a_publisher_and_no_author() -> None:
    made = message()
    made.replace_header("From", '"Karvelia News Service" <news@a.example>')
    document = read_mail(bytes(made)).document
    assert (document.authors, document.publisher) == ((), "Karvelia News Service")


def test_a_comma_in_the_name_of_an_office_does_not_end_it() -> None:
    made = message("The port is closed.")
    made.replace_header("From", "x")
    raw = bytes(made).replace(
        b"From: x", b"From: Ministry of Ports of Karvelia, Press Service <press@mop.example>"
    )
    assert read_mail(raw).document.publisher == "Ministry of Ports of Karvelia"


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Until the Harbour Opens <press@until-the-harbour-opens.example>", "Until the Harbour Opens"),
        ("Mara Lind <mara@a.example>", None),
    ],
)
def test_who_sends_from_a_domain_of_the_same_name_is_a_body(sender: str, publisher: str | None) -> None:
    made = message()
    made.replace_header("From", sender)
    assert read_mail(bytes(made)).document.publisher == publisher


def test_replies_and_signature_are_told_apart() -> None:
    text = f"{STORY}\n\n-- \nMara Lind\nOpen Harbour Watch\n\nOn Sun, 19 May 2019 at 10:00, Tomas Brenn <t@a.example> wrote:\n> {OTHER}\n>> Who counts?\n"
    document = read_mail(bytes(message(text))).document
    assert zone_texts(document, "main") == [STORY]
    assert zone_texts(document, "boilerplate") == ["-- \nMara Lind\nOpen Harbour Watch".replace("-- ", "--")]
    assert "Who counts?" in zone_texts(document, "related")[0]
    assert OTHER in zone_texts(document, "related")[0]


def test_the_line_before_a_reply_may_be_broken() -> None:
    text = f"{STORY}\n\nOn Sunday, 19 May 2019 at 10:00, Tomas Brenn of the Halden Courier\n<t@a.example> wrote:\n\n> {OTHER}\n"
    document = read_mail(bytes(message(text))).document
    assert zone_texts(document, "main") == [STORY]


def test_an_original_message_below_is_related_and_a_forwarded_one_is_read() -> None:
    below = f"From: Tomas Brenn\nSent: Sunday\nTo: Mara Lind\nSubject: The border\n\n{OTHER}"
    replied = read_mail(bytes(message(f"{STORY}\n\n-----Original Message-----\n{below}"))).document
    assert zone_texts(replied, "main") == [STORY]
    forwarded = read_mail(bytes(message(f"---------- Forwarded message ----------\n{below}"))).document
    assert zone_texts(forwarded, "main") == [OTHER]


def test_a_message_that_is_all_quoted_is_still_read() -> None:
    document = read_mail(bytes(message(f"> {STORY}\n", "Fwd: Vessany"))).document
    assert STORY in zone_texts(document, "main")[0]


def test_attachments_are_parts() -> None:
    made = message()
    sheet = pdf_of(OTHER)
    made.add_attachment(sheet, maintype="application", subtype="pdf", filename="../sheds.pdf")
    made.add_attachment(sheet, maintype="application", subtype="pdf", filename="../sheds.pdf")
    made.add_attachment(b"", maintype="application", subtype="pdf", filename="empty.pdf")
    made.add_attachment(message(OTHER, "The border"))
    made.add_attachment(
        b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png", disposition="inline"
    )
    reading = read("m.eml", bytes(made))
    assert [part.name for part in reading.parts] == [
        "m.eml/.._sheds.pdf",
        "m.eml/.._sheds.pdf (2)",
        "m.eml/part 4.eml",
    ]
    assert reading.parts[0].content == sheet
    assert {part.inside for part in reading.parts} == {reading.document.original.sha256}
    assert media_type(reading.parts[2].name, reading.parts[2].content) == "message/rfc822"
    says = " ".join(problem.says for problem in reading.problems)
    assert "1 attached file(s) have no bytes" in says
    assert "1 picture(s)" in says


def test_of_alternatives_the_plain_one_is_read() -> None:
    made = message()
    made.add_alternative(f"<html><body><p>{OTHER}</p></body></html>", subtype="html")
    document = read_mail(bytes(made)).document
    assert STORY in document.text
    assert OTHER not in document.text


def test_an_html_message_is_read_as_a_page_and_the_answered_one_below_is_related() -> None:
    made = message()
    quote = f'<div class="gmail_quote">On Sunday Tomas wrote:<blockquote><p>{OTHER}</p></blockquote></div>'
    made.set_content(f"<html><body><p>{STORY}</p>{quote}</body></html>", subtype="html")
    document = read_mail(bytes(made)).document
    assert STORY in zone_texts(document, "main")[0]
    assert OTHER not in zone_texts(document, "main")[0]
    assert OTHER in zone_texts(document, "related")[0]


def test_a_page_that_a_browser_saved_as_mhtml_is_that_page() -> None:
    made = EmailMessage()
    made["From"] = "<Saved by Blink>"
    made["Snapshot-Content-Location"] = "https://halden-courier.example/port"
    made["Subject"] = "Port closed"
    made["Date"] = "Tue, 4 Jun 2019 10:00:00 -0000"
    page = f"<html><head><title>Port of Vessany closed</title></head><body><article><h1>Port of Vessany closed</h1><p>{STORY}</p><p>{OTHER}</p></article></body></html>"
    made.set_content(page, subtype="html")
    made.add_related(b"body {}", maintype="text", subtype="css")
    reading = read("m.mhtml", bytes(made))
    assert reading.document.title == "Port of Vessany closed"
    assert reading.document.original.media_type == "message/rfc822"
    assert STORY in zone_texts(reading.document, "main")[0]
    assert "2019-06-04" not in {date.date for date in reading.document.dates}
    assert not reading.parts


def test_encodings() -> None:
    made = EmailMessage()
    made["From"] = "Zoë Ågren <z@a.example>"
    made["Subject"] = "Überschwemmung in Vessany"
    made.set_content("Die Überschwemmung – 4.200 Menschen", charset="utf-8", cte="base64")
    document = read_mail(bytes(made)).document
    assert document.title == "Überschwemmung in Vessany"
    assert document.authors == ("Zoë Ågren",)
    assert "Überschwemmung – 4.200" in document.text
    odd = b"From: a@b.example\r\nSubject: =?no-such?q?caf=e9?=\r\nContent-Type: text/plain; charset=no-such\r\n\r\ncaf\xe9 in the port"
    assert "in the port" in read_mail(odd).document.text


def test_a_mailbox_file_has_its_other_messages_as_parts() -> None:
    sep = b"From mara@ohw.example Mon May 20 07:12:00 2019\n"
    content = sep + bytes(message()) + b"\n\n" + sep + bytes(message(OTHER, "The border")) + b"\n"
    reading = read("m.mbox", content)
    assert reading.document.title == "Port of Vessany closed"
    assert [part.name for part in reading.parts] == ["m.mbox/message 2.eml"]
    assert OTHER in read(reading.parts[0].name, reading.parts[0].content).document.text.replace("\n", " ")


def test_an_encrypted_message_says_so() -> None:
    made = message("-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n")
    with pytest.raises(UnreadableOriginal, match="encrypted"):
        read_mail(bytes(made))


def test_parts_nested_too_deep_are_an_error_and_no_crash() -> None:
    nested = b"From: a@b.example\n" + b"Content-Type: message/rfc822\n\n" * 3000 + b"x"
    try:
        read_mail(nested)
    except UnreadableOriginal as error:
        assert "nested too deep" in str(error)


headers = st.sampled_from(
    [b"From: ", b"Subject: ", b"Date: ", b"Content-Type: multipart/mixed; boundary=x", b"Content-Type: text/html; charset=",
     b"Content-Transfer-Encoding: base64", b"Content-Disposition: attachment; filename*=utf-8''%ff", b"\n--x\n", b"\n--x--\n", b"\n\n",
     b"=?utf-8?q?=ff?=", b"> quoted\n", b"-- \n", b"On x wrote:\n", b"Content-Type: message/rfc822\n\n"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.one_of(headers, st.binary(max_size=12)), max_size=20))
def test_broken_mime_never_raises(pieces: list[bytes]) -> None:
    content = b"\n".join(pieces)
    with suppress(UnreadableOriginal):
        assert read_mail(content) == read_mail(content)


RELEASES = [
    (
        "New study: A passport costs 4,000 euros in the street",
        "FOR IMMEDIATE RELEASE\n26 April 2018\n\nA passport costs 4,000 euros in the street\n\n{story}\n\n{story}\n\n{story}\n\nENDS\n\n"
        "The study may be downloaded from today.\n\nPress office, Centre for Border Research\n2 Canal Street, Lindhavn\npress@cbr.example",
    ),
    (
        "Ferry Orra: the union asks for an inquiry",
        "PRESS RELEASE\n9 November 2021\n\nFerry Orra: the union asks for an inquiry\n\n{story}\n\n{story}\n\n{story}\n\n###\n\n"
        "Contact: Nils Orre, +47 000 00 00\nYou receive this message because you are on our list.",
    ),
    (
        "Salt mine: what the owner does not say",
        "EMBARGOED UNTIL 3 May 2020\n\nSalt mine: what the owner does not say\n\n{story}\n\n{story}\n\n{story}\n\n- ENDS -\n\n"
        "Media desk, Halden Mining Watch\nTel: 00 47 000 000\nmedia@hmw.example",
    ),
]


@pytest.mark.parametrize(("subject", "text"), RELEASES, ids=["study", "inquiry", "mine"])
def test_a_release_is_its_headline_and_what_stands_before_its_end(subject, text):
    made = message(text.format(story=STORY), subject)
    made.replace_header("From", "Halden Mining Watch Press Office <press@hmw.example>")
    document = read_mail(bytes(made)).document
    assert document.title in subject
    assert zone_texts(document, "main") == ["\n\n".join([STORY] * 3)]
    assert (document.authors, document.publisher, document.kind) == (
        (),
        "Halden Mining Watch",
        "press release",
    )


def test_notes_to_editors_behind_the_end_stay_told():
    text = f"Nobody rang the bell\n\n{STORY}\n\n{STORY}\n\n{STORY}\n\nENDS\n\nNotes to editors\n\n{OTHER}\n"
    assert OTHER in zone_texts(read_mail(bytes(message(text))).document, "main")[-1]


def test_a_headline_that_the_subject_does_not_repeat_is_told_and_the_subject_is_the_title():
    document = read_mail(bytes(message(f"What we know today\n\n{STORY}"))).document
    assert document.title == "Port of Vessany closed"
    assert zone_texts(document, "main") == [f"What we know today\n\n{STORY}"]
