"""Saved web pages: zones, facts, dates, what is not visible, and hostile input."""

import hashlib
import time

import pytest

from firsthand.errors import UnreadableOriginal
from firsthand.readers.html import read
from firsthand.records import Original

STORY = [
    "The port of Vessany was closed on Monday after the river Orlu had risen by two metres, the harbour office said.",
    "At least 1,200 households lost their homes in the three districts along the river, according to a count by Open Harbour Watch.",
    "“We left with what we could carry,” said a fisherman who asked not to be named, because his brother works for the port.",
    "The ministry of transport in Karvelia said that it would not comment on the figures before its own survey had ended.",
]
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)

NEWS = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Port of Vessany closed after flood - The Halden Courier</title>
<meta property="og:site_name" content="The Halden Courier"><meta property="og:title" content="Port of Vessany closed after flood">
<meta name="description" content="Flood closes the port.">
<link rel="canonical" href="https://courier.example/2019/05/20/port-closed">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Port of Vessany closed after flood",
"datePublished": "2019-05-20T22:10:00Z", "dateModified": "2019-06-01T08:00:00Z", "author": [{{"@type": "Person", "name": "Mara Lind"}}, {{"name": "Tomas Orre"}}],
"publisher": {{"@type": "Organization", "name": "The Halden Courier"}}}}</script>
<style>p {{ color: red }}</style></head>
<body><!-- the desk has not checked the figure --><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Port of Vessany closed after flood</h1><div class="byline">By Mara Lind and Tomas Orre <time datetime="2019-05-20">20 May 2019</time></div>
<div class="share-buttons"><a href="#">Share on WhatsApp</a></div>
<figure><img src="x.jpg" alt="A crane in brown water"><figcaption>The port on Monday (Lena Korda/MPA)</figcaption></figure>
{PARAGRAPHS}<p><a href="/x">Read more: Harbour workers on strike</a></p>
<div style="display:none">A line that nobody sees</div></article>
<aside><h3>You may also like</h3><ul><li><a href="/1">Sundmark sends ships to the border</a></li><li><a href="/2">Bread prices rise again in Halden</a></li></ul></aside>
<section id="comments"><h3>Comments</h3><p>Anna: I do not believe a word of it, and 90,000 people were there.</p></section>
<footer>All rights reserved</footer><script>var hidden = "script text";</script><template>template text</template></body></html>"""

ENCYCLOPEDIA = f"""<html lang="en"><head><title>Flood of Vessany - Openpedia</title><meta name="generator" content="MediaWiki 1.39"></head>
<body class="mediawiki"><div id="content" class="mw-body"><h1 id="firstHeading">Flood of Vessany</h1><div id="bodyContent"><div class="mw-parser-output">
{PARAGRAPHS.replace("Watch.", "Watch.<sup class='reference'>[4]</sup>")}
<h2>References</h2><ol class="references"><li>Open Harbour Watch, The count at the river, 2019, p. 4.</li><li>Meridian Press Agency, 21 May 2019.</li></ol>
</div></div></div></body></html>"""

GALLERY = f"""<html><head><title>Flood at the Orlu</title></head><body><div id="menu"><a href="a">News</a> <a href="b">Sport</a></div>
<div class="post"><h1>Flood at the Orlu</h1><p class="date">May 21, 2019</p><div class="entry">{PARAGRAPHS}</div></div>
<div class="gallery"><p class="wp-caption-text">A boat in the market</p><p class="wp-caption-text">The quay from above</p></div>
<h3>You might also like</h3><ul><li><a href="1">Ten storms of the century</a></li><li><a href="2">How to cook eel</a></li></ul>
<div id="respond"><h3>Leave a reply</h3><form><label>Name</label><textarea>Type here</textarea></form></div>
<div class="comment-list"><p>I saw 5,000 boats there with my own eyes, believe me.</p></div></body></html>"""


def page(markup, name="page.html"):
    content = markup.encode() if isinstance(markup, str) else markup
    return read(Original(name, hashlib.sha256(content).hexdigest(), "text/html", len(content)), content)


def zone_of(document, words):
    return document.zone_at(document.text.index(words))


def test_a_news_page_is_zoned():
    document = page(NEWS).document
    assert all(zone_of(document, paragraph) == "main" for paragraph in STORY)
    expected = {
        "Home": "boilerplate",
        "Port of Vessany closed after flood": "title",
        "By Mara Lind": "byline",
        "Share on WhatsApp": "boilerplate",
        "The port on Monday": "caption",
        "Read more: Harbour": "related",
        "You may also like": "related",
        "Bread prices": "related",
        "Anna: I do not": "comments",
        "All rights reserved": "boilerplate",
        "A crane in brown water": "metadata",
        "A line that nobody sees": "metadata",
        "the desk has not checked": "metadata",
        "Flood closes the port.": "metadata",
    }
    assert {words: zone_of(document, words) for words in expected} == expected


def test_scripts_styles_and_templates_are_no_text():
    text = page(NEWS).document.text
    assert not any(words in text for words in ("script text", "template text", "color: red"))


def test_the_facts_of_a_news_page():
    document = page(NEWS).document
    assert document.title == "Port of Vessany closed after flood"
    assert document.publisher == "The Halden Courier"
    assert document.authors == ("Mara Lind", "Tomas Orre")
    assert (document.language, document.kind) == ("en", "press article")


def test_every_date_of_a_page_is_kept_with_its_place():
    reading = page(NEWS)
    document = reading.document
    assert document.published == "2019-05-20"
    assert not reading.problems
    assert {(found.date, found.origin, found.event) for found in document.dates} == {
        ("2019-05-20", "text", "published"),
        ("2019-05-20", "metadata", "published"),
        ("2019-05-20", "url", "published"),
        ("2019-06-01", "metadata", "updated"),
    }
    for found in document.dates:
        assert found.span and found.span.of(document.text).strip()


def test_dates_that_disagree_are_a_problem():
    reading = page(NEWS.replace("2019-05-20T22:10:00Z", "2018-04-28T22:10:00Z"))
    assert any("gives two dates for itself" in problem.says for problem in reading.problems)


def test_the_shown_day_goes_before_that_of_a_machine_clock():
    document = page(
        NEWS.replace("2019-05-20T22:10:00Z", "2019-05-21T01:10:00Z").replace("/2019/05/20/", "/a/")
    ).document
    assert document.published == "2019-05-20"


def test_an_encyclopedia_page_keeps_its_markers_and_its_references():
    document = page(ENCYCLOPEDIA).document
    assert document.kind == "encyclopedia article"
    assert zone_of(document, "[4]") == "main"
    assert zone_of(document, "The count at the river") == "references"
    assert zone_of(document, "Meridian Press Agency, 21 May") == "references"
    assert document.published is None or document.published == "2019-05-21"


def test_the_box_of_facts_in_an_article_belongs_to_it():
    box = '<table class="infobox"><tr><th>Deaths</th> <td>66</td></tr><tr><th>Missing</th> <td>9</td></tr></table>'
    document = page(ENCYCLOPEDIA.replace("<p>", f"{box}<p>", 1)).document
    assert zone_of(document, "Deaths\t66") == "main"


def test_a_blog_page_with_gallery_related_and_comments():
    document = page(GALLERY).document
    expected = {
        "Flood at the Orlu": "title",
        "May 21, 2019": "byline",
        STORY[1]: "main",
        "The quay from above": "caption",
        "How to cook eel": "related",
        "Leave a reply": "comments",
        "5,000 boats": "comments",
    }
    assert {words: zone_of(document, words) for words in expected} == expected
    assert document.published == "2019-05-21"


def test_zones_are_in_order_and_within_the_text():
    for markup in (NEWS, ENCYCLOPEDIA, GALLERY):
        document = page(markup).document
        ends = [0]
        for zone in document.zones:
            assert ends[-1] <= zone.span.start < zone.span.end <= len(document.text)
            ends.append(zone.span.end)


def test_the_same_bytes_give_the_same_reading():
    assert page(NEWS) == page(NEWS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_encodings_with_a_mark_or_in_utf_8(encoding):
    document = page(GALLERY.encode(encoding)).document
    assert "“We left with what we could carry,”" in document.text


def test_a_declared_encoding_and_lost_characters():
    declared = b"<html><head><meta charset=iso-8859-1></head><body><p>The caf\xe9 by the quay of Vessany was open.</p>"
    assert "café" in page(declared).document.text
    broken = (
        b"<html><head><meta charset=utf-8></head><body><p>The caf\xe9 by the quay of Vessany was open.</p>"
    )
    assert any("could not be decoded" in problem.says for problem in page(broken).problems)


def test_a_file_without_bytes_is_an_error():
    with pytest.raises(UnreadableOriginal):
        page(b"")


HOSTILE = {
    "100,000 nested tags": "<body><p>before</p>"
    + "<div>" * 100_000
    + "deep"
    + "</div>" * 100_000
    + PARAGRAPHS,
    "unclosed bold": "<body>" + "<b>" * 100_000 + PARAGRAPHS,
    "unclosed comments": "<!--" * 200_000 + PARAGRAPHS,
    "unclosed scripts": PARAGRAPHS + "<script>" * 50_000,
    "only brackets": "<" * 100_000,
    "open tags": "<a " * 100_000,
    "null bytes": "\x00".join(["<p>The port", "closed</p>"]) * 50,
    "broken JSON-LD": '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + PARAGRAPHS,
    "entities": "&lt;" * 50_000 + "&#99999999999;&bogus;",
    "an address": "http://127.0.0.1:9/page.html",
    "external entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><p>&a; The port closed.</p>',
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_are_read_in_bounded_time(name):
    start = time.monotonic()
    reading = page(HOSTILE[name])
    assert time.monotonic() - start < 20
    assert "\x00" not in reading.document.text


def test_a_page_that_is_nested_too_deeply_loses_nothing_and_says_so():
    reading = page(HOSTILE["100,000 nested tags"])
    assert all(words in reading.document.text for words in ("before", "deep", *STORY))
    assert any("nested too deeply" in problem.says for problem in reading.problems)
