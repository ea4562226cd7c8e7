"""Many documents out of the few of two invented dossiers: dossier after dossier, each about another story.

Within one copy the documents stay related as they are. From copy to copy names, numbers and the rarer
words change places with others of the same part of speech out of both dossiers, so that the sentences
still parse and tell something else; a round number stays round.
"""

import calendar
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from firsthand import dossier
from firsthand.language.model import load_model
from firsthand.links.rarity import rarity
from firsthand.records import Extraction

HERE = Path(__file__).parent.parent
DOSSIERS = (HERE / "demo" / "docs", HERE / "tests" / "second_dossier" / "docs")
SYLLABLES = (
    "ba",
    "do",
    "fe",
    "gu",
    "ha",
    "ji",
    "ko",
    "lu",
    "mi",
    "na",
    "po",
    "ra",
    "se",
    "ti",
    "vu",
    "wo",
    "xa",
    "ye",
    "zu",
)

COMMON = 8
"""A word that stands in so many of the documents is left as it is, if it is common English too: "said", "people"."""

RARE = 3.6
"""Rarity above which a word tells what a story is about: "halls" and "debt" are common in one of them, not in English."""

SWAPPED = frozenset(
    {"NN", "NNS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "RB", "IN", "DT", "PRP", "PRP$", "MD"}
)

FIXED = frozenset({"of", "to", "than", "by", "per", "that", "not", "about", "said", "an", "no", "at"})
"""Small words on which quantities and attributions hang; the other small words change places too, so that two copies do not
share the frames of their sentences, which no two real stories do."""

YEARS = 60
"""Copies play in so many different years."""

SMALL = frozenset({"IN", "DT", "PRP", "PRP$", "MD"})
"""Tags of the small words."""

Token = tuple[str, str, str]
"""Its words, its part of speech (a Penn tag, "NAME" or "DIGITS") and the white space behind it."""


def write(folder: Path, count: int) -> list[Path]:
    """Write ``count`` varied text files into a folder, in sub-folders of 100, and return their paths."""
    paths = []
    for number, text in enumerate(texts(count)):
        path = folder / f"{number // 100:03}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def texts(count: int) -> Iterator[str]:
    """Yield ``count`` varied stories; the same every time."""
    found = [each for each in dossier.inspect(DOSSIERS) if isinstance(each, Extraction) and each.claims]
    plain = [_story(each) for each in found]
    stories = [_tokens(text, _names(plain)) for text in plain]
    seen = Counter(word for story in stories for word in {words.lower() for words, _, _ in story})
    common = FIXED | {
        word for word, documents in seen.items() if documents >= COMMON and rarity(word) <= RARE
    }
    common -= {word for story in stories for word, tag, _ in story if tag in SMALL} - FIXED
    words = defaultdict(list)
    for tag, word in sorted(
        {(tag, word) for story in stories for word, tag, _ in story if word not in common}
    ):
        words[tag].append(word)
    for copy in range(-(-count // len(stories))):
        swaps = _swaps(words, copy)
        for story in stories[: count - copy * len(stories)]:
            yield "".join(_other(token, swaps, copy) + token[2] for token in story)


def _story(found: Extraction) -> str:
    document = found.document
    return "\n\n".join(document.words(zone.span) for zone in document.zones if zone.kind in ("title", "main"))


def _tokens(text: str, names: set[str]) -> list[Token]:
    tokens = []
    for token in load_model()(text):
        if re.fullmatch(r"[\d,.]*\d[\d,.]*", token.text):
            tag = "DIGITS"
        elif token.text in names:
            tag = "NAME"
        else:
            tag = token.tag_ if token.is_alpha and token.text.islower() else ""
        tokens.append((token.text, tag, token.whitespace_))
    return tokens


def _names(texts: list[str]) -> set[str]:
    """Return the words that are written with a capital inside of a sentence; they name someone or something."""
    inside = {word for text in texts for word in re.findall(r"(?<=[a-z,;’] )[A-Z][a-z]{2,}", text)}
    return inside - set(calendar.month_name) - set(calendar.day_name)


def _swaps(words: dict[str, list[str]], copy: int) -> dict[tuple[str, str], str]:
    swaps = {}
    for tag in SWAPPED & words.keys() if copy else ():
        others = words[tag].copy()
        random.Random(f"{tag} {copy}").shuffle(others)
        swaps.update({(tag, word): other for word, other in zip(words[tag], others, strict=True)})
    return swaps


def _other(token: Token, swaps: dict[tuple[str, str], str], copy: int) -> str:
    word, tag, _ = token
    if not copy:
        return word
    chance = random.Random(f"{word} {copy}")
    if tag == "NAME":
        return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
    if tag == "DIGITS" and re.fullmatch(r"(19|20)\d\d", word):
        return str(int(word) - copy % YEARS)
    if tag == "DIGITS":
        return re.sub(r"[1-9]", lambda _: str(chance.randint(1, 9)), word)
    return swaps.get((tag, word), word)
