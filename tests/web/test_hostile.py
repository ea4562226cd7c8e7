"""Whatever a document holds is shown as text, on every page: nothing of it runs, loads or leads out."""

import re
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web import hostile
from tests.web.visiting import page_of, visitor

MOST = 300
"""Pages that are looked at."""

ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "body",
        "a",
        "header",
        "nav",
        "ul",
        "ol",
        "li",
        "form",
        "label",
        "input",
        "main",
        "footer",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "div",
        "span",
        "section",
        "article",
        "aside",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "select",
        "option",
        "optgroup",
        "button",
        "textarea",
        "progress",
        "svg",
        "path",
        "circle",
        "line",
        "rect",
        "g",
        "text",
        "tspan",
        "polyline",
        "polygon",
        "use",
        "defs",
        "symbol",
        "marker",
        "ellipse",
        "desc",
        "strong",
        "em",
        "b",
        "i",
        "mark",
        "small",
        "sup",
        "sub",
        "time",
        "abbr",
        "blockquote",
        "q",
        "cite",
        "pre",
        "code",
        "hr",
        "br",
        "figure",
        "figcaption",
        "fieldset",
        "legend",
        "output",
        "dialog",
        "template",
        "meter",
        "kbd",
        "del",
        "ins",
        "bdi",
        "wbr",
        "datalist",
    ]
)
LEADING = (
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "background",
    "srcset",
    "cite",
    "manifest",
    "ping",
)


@pytest.fixture(scope="session")
def hostile_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("hostile") / "hostile.dossier"
    hostile.make(place)
    return place


@pytest.fixture(scope="session")
def pages(hostile_path: Path) -> dict[str, str]:
    """Every page that links lead to, from the start on."""
    client = visitor(page_of(hostile_path))
    waiting, found = ["/", "/search?q=script", "/search?q=deckhands", "/figures?page=2"], dict[str, str]()
    while waiting and len(found) < MOST:
        address = waiting.pop(0)
        answer = client.get(address)
        assert answer.status_code < 500, address
        found[address] = answer.text
        links = dict.fromkeys(re.findall(r'href="(/[^"#]*)', answer.text.replace("&amp;", "&")))
        known = {_path(each) for each in (*found, *waiting)}
        waiting += [link for link in links if not link.startswith("/static/") and _path(link) not in known]
    return found


def _path(address: str) -> str:
    """One place of a document is enough; of a list, each order and page is looked at."""
    return address.partition("?")[0] if address.startswith("/documents/") else address


def test_there_are_sixty_payloads_and_more():
    assert len(set(hostile.PAYLOADS)) >= 60


def test_nothing_of_a_document_becomes_markup(pages):
    for address, page in pages.items():
        tree = html.document_fromstring(page)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                raise AssertionError(f"{address}: a comment or an instruction")
            assert element.tag in ELEMENTS, f"{address}: <{element.tag}>"
            for name, value in element.attrib.items():
                assert not name.startswith("on"), f"{address}: {name}"
                assert name not in ("style", "srcdoc", "http-equiv"), f"{address}: {name}"
                if name.rpartition(":")[2].rpartition("}")[2] in LEADING:
                    assert re.match(r"(/(?!/)|#|$)", value), f"{address}: {name}={value}"
            if element.tag == "script":
                assert element.get("src", "").startswith("/static/")
                assert not (element.text or "").strip()


def test_the_words_are_there_as_text(pages):
    shown = "\n".join(html.document_fromstring(page).text_content() for page in pages.values())
    for payload in ("<script>alert(1)</script>", "{{ 7 * 7 }}", "<img src=x onerror=window.pwned=1>"):
        assert payload in shown
    assert "{{ 49 }}" not in shown


def test_no_secret_of_the_run_is_reached_from_a_template(hostile_path):
    guard = page_of(hostile_path)
    client: TestClient = visitor(guard)
    for address in ("/", "/figures", '/search?q="7 * 7"'):
        assert guard.keys.token not in client.get(address).text


@pytest.mark.parametrize("field", ["q", "kind", "badge", "page", "order", "at", "address"])
def test_what_is_written_into_an_address_is_text_too(client, field):
    for n, payload in enumerate(hostile.PAYLOADS):
        path = ("/search", "/figures", "/", "/documents")[n % 4]
        answer = (
            client.get(f"/figures/{payload}")
            if field == "address"
            else client.get(path, params={field: payload})
        )
        assert answer.status_code in (200, 400, 404)
        tree = html.document_fromstring(answer.text)
        assert {element.tag for element in tree.iter()} <= ELEMENTS
        assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
        assert all((script.get("src") or "").startswith("/static/") for script in tree.iter("script"))
