"""The words that a decision is about, kept so that they are found again when a text is read anew.

As the W3C Web Annotation Data Model does it (selectors of a position and of a quotation with
what stands before and behind it): https://www.w3.org/TR/annotation-model/
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from firsthand.records.documents import Span

CONTEXT = 32
"""Characters before and behind the words that are kept with them."""

LONGEST = 400
"""Characters of the words that are kept; of longer ones the beginning and the end."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of a text, where they stood and what stood before and behind them.

    ``exact`` is the beginning of the words where they are longer than ``LONGEST``, ``end`` then their end, else "".
    """

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""
    end: str = ""

    def place_in(self, text: str) -> Span | None:
        """Return where the words stand in a text, None where they do not, or in several places that are alike.

        They are in the place with most of the same words before and behind; of places that are alike in that at their
        old position. Any space between words is as good as any other.
        """
        found = {span: self._agreement(text, span) for span in self._places(text)}
        best = max(found.values(), default=0)
        places = [span for span, score in found.items() if score == best]
        return self.span if self.span in places else places[0] if len(places) == 1 else None

    def _places(self, text: str) -> Iterable[Span]:
        there = self.span.of(text)
        if there.startswith(self.exact) and there.endswith(self.end) and (self.end or there == self.exact):
            yield self.span
        for match in re.finditer(_loose(self.exact), text) if self.exact.strip() else ():
            if not self.end:
                yield Span(match.start(), match.end())
                continue
            length = self.span.end - self.span.start
            if text.endswith(self.end, match.start(), match.start() + length):
                yield Span(match.start(), match.start() + length)
                continue
            tail = re.compile(_loose(self.end)).search(text, match.end(), match.start() + 2 * length)
            if tail:
                yield Span(match.start(), tail.end())

    def _agreement(self, text: str, span: Span) -> int:
        """How many characters next to a place are those that stood next to the words."""
        before = _bare(text[max(0, span.start - 2 * CONTEXT) : span.start])[::-1]
        behind = _bare(text[span.end : span.end + 2 * CONTEXT])
        return _shared(before, _bare(self.prefix)[::-1]) + _shared(behind, _bare(self.suffix))


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision is about: a thing with an id, and its words in a document.

    ``part`` narrows the words down: of a claim ``words`` are the clause and ``part`` its number.
    """

    id: str
    document: str
    words: Quote
    part: Quote | None = None


def quote(text: str, span: Span) -> Quote:
    """Return the words of a span of a text as they are kept."""
    words = span.of(text)
    long = len(words) > LONGEST
    return Quote(
        span,
        words[: LONGEST // 2] if long else words,
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
        words[-LONGEST // 2 :] if long else "",
    )


def anchors_text(anchors: Iterable[Anchor]) -> str | None:
    """Return anchors as the JSON text that a judgement keeps: a list of W3C targets; None when there is none."""
    targets = [
        {"id": each.id, "source": each.document, "selector": selector(each.words, each.part)}
        for each in anchors
    ]
    return json.dumps(targets, ensure_ascii=False) if targets else None


def anchors_of(text: str | None) -> tuple[Anchor, ...]:
    """Return the anchors that a judgement keeps, none where it keeps none or only plain words.

    >>> anchors_of("by somebody")
    ()
    """
    if not text or not text.startswith("["):
        return ()
    return tuple(
        Anchor(target["id"], target["source"], *_quotes(target["selector"])) for target in json.loads(text)
    )


def selector(words: Quote, part: Quote | None = None) -> dict[str, Any]:
    """Return words as a W3C selector: their position, refined by the quotation."""
    position: dict[str, Any] = {
        "type": "TextPositionSelector",
        "start": words.span.start,
        "end": words.span.end,
    }
    said: dict[str, Any] = {
        "type": "TextQuoteSelector", "exact": words.exact, "prefix": words.prefix, "suffix": words.suffix,
    }  # fmt: skip
    if words.end:
        said["end"] = words.end
    position["refinedBy"] = said
    if part is not None:
        said["refinedBy"] = selector(part)
    return position


def quote_in(selector: dict[str, Any]) -> Quote:
    """Return the words of a W3C selector as ``selector`` makes it."""
    return _quotes(selector)[0]


def _quotes(selector: dict[str, Any]) -> tuple[Quote, Quote | None]:
    said = selector["refinedBy"]
    words = Quote(
        Span(selector["start"], selector["end"]),
        said["exact"],
        said["prefix"],
        said["suffix"],
        said.get("end", ""),
    )
    return words, _quotes(said["refinedBy"])[0] if "refinedBy" in said else None


def _loose(words: str) -> str:
    """A pattern for words with any space between them."""
    return r"\s+".join(re.escape(word) for word in words.split())


def _bare(words: str) -> str:
    return "".join(words.split())


def _shared(one: str, other: str) -> int:
    """How many characters two strings share from the beginning."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
