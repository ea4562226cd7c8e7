"""What a page says of itself outside of its visible text: meta tags, JSON-LD, addresses, hidden words."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from firsthand.lexicon import words

LONGEST_VALUE = 2_000
LONGEST_JSON = 1_000_000
MOST_COMMENTS = 100
MOST_NODES = 20_000
"""Bounds on what is kept of a page that nobody sees, and on the work that it makes."""

COMMENT = re.compile(r"<!--((?:(?!-->|<!--).){1,400}?)-->", re.DOTALL)
MACHINE = re.compile(
    r"[<>{}=;]|\[if |\[endif|^\W*$|https?://|^\s*/?[\w:.#-]+\s*$|^\s*(?:end|start|begin|/)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a page's metadata: the group it belongs to, its name there, the value."""

    group: str
    name: str
    value: str


@dataclass(slots=True)
class Meta:
    """All metadata of a page in the order of the page; ``types`` are the schema.org types of its story, in lower case."""

    said: list[Said] = field(default_factory=list)
    types: set[str] = field(default_factory=set)

    def values(self, group: str) -> list[str]:
        """Return the values of a group, those of meta tags before those of JSON-LD."""
        return [said.value for said in self.said if said.group == group]


GROUPS = ("meta_published", "meta_updated", "meta_author", "meta_publisher", "meta_title", "meta_description")


def meta_of(root: HtmlElement) -> Meta:
    """Return what a page says of itself in its head and in its JSON-LD; broken JSON-LD is passed over."""
    found = Meta()
    title = root.find(".//head/title")
    if title is not None:
        found.said.append(Said("page_title", "title", _clean(title.text_content())))
    for element in root.iter("meta"):
        found.said.extend(_tag(element))
    for element in root.iter("link"):
        if element.get("rel", "").lower() == "canonical" and element.get("href"):
            found.said.append(Said("address", "canonical", _clean(element.get("href", ""))))
    for element in root.iter("script"):
        if element.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
            _read_json(element.text or "", found)
    found.said = [said for said in dict.fromkeys(found.said) if said.value]
    return found


def alt_texts(root: HtmlElement) -> Iterator[str]:
    """Yield the descriptions of pictures, each once, in order."""
    seen: set[str] = set()
    for element in root.iter("img", "area"):
        text = _clean(element.get("alt", ""))
        if len(text) > 3 and text not in seen:
            seen.add(text)
            yield text


def comments(markup: str) -> Iterator[str]:
    """Yield the short comments of a page's source that a person could have written, at most ``MOST_COMMENTS``."""
    kept = 0
    for match in COMMENT.finditer(markup):
        text = _clean(match[1])
        if len(text.split()) > 2 and not MACHINE.search(text):
            yield text
            kept += 1
            if kept == MOST_COMMENTS:
                return


def _tag(element: HtmlElement) -> Iterator[Said]:
    value = _clean(element.get("content", ""))
    for attribute in ("property", "name", "itemprop"):
        name = element.get(attribute, "").strip().lower()
        for group in GROUPS:
            if name in words("en", "markup", group):
                yield Said(group, name, value)
        if name == "og:url":
            yield Said("address", name, value)
        if name in ("generator", "og:type"):
            yield Said("kind", name, value)


def _read_json(text: str, found: Meta) -> None:
    if len(text) > LONGEST_JSON:
        return
    try:
        data = json.loads(re.sub(r"^\s*(?:<!--|<!\[CDATA\[|//.*)+|(?:-->|\]\]>)\s*$", "", text), strict=False)
    except (ValueError, RecursionError):
        return
    for node in _nodes(data):
        _read_node(node, found)


def _nodes(data: object) -> Iterator[dict[str, object]]:
    """Yield the page's own objects: the top ones and those of a graph, not what these speak of."""
    waiting: list[object] = [data]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _read_node(node: dict[str, object], found: Meta) -> None:
    types = {str(name).lower().rsplit("/", 1)[-1] for name in _listed(node.get("@type"))}
    if not types & words("en", "markup", "articles"):
        return
    found.types |= types
    for key, value in node.items():
        name = key.lower()
        for group in ("meta_published", "meta_updated", "meta_author", "meta_publisher", "meta_title"):
            if name in words("en", "markup", group):
                found.said.extend(Said(group, f"json-ld {key}", text) for text in _names(value))


def _names(value: object) -> Iterator[str]:
    for each in _listed(value):
        name = each.get("name") if isinstance(each, dict) else each
        for text in _listed(name):
            if isinstance(text, str):
                yield _clean(text)


def _listed(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else () if value is None else (value,)


def _clean(text: str) -> str:
    return " ".join(re.sub(r"<[^>]{0,200}>", " ", text[: 2 * LONGEST_VALUE]).split())[:LONGEST_VALUE]
