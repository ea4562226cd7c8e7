"""Text -> the language it is written in."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from firsthand.lexicon import words

SAMPLE = 5_000
"""Characters that are looked at: enough to be sure, and a bound on the time."""

ENOUGH_LETTERS = 40
MOST_DIGITS = 0.3
"""Digits for each letter in prose; tables of numbers have more."""

SURE = 0.6
ASSUMED = "en"

WORD = re.compile(r"[^\W\d_]+")
PIECE = 1_000
"""Characters of the pieces that must each be English for a text to be plainly so; the last one may be half as long."""

FEWEST_WORDS = 50
PLAINLY = 0.06
"""Share of telling words; nineteen in twenty news texts have as many in every piece, those of other languages none."""

MISTAKEN = frozenset(
    {"an", "br", "dz", "eo", "fo", "fy", "gd", "jv", "la", "lb", "oc", "qu", "sa", "se", "vo", "wa"}
)
"""Languages in which hardly any document of this kind is written: names and numbers in others are taken for them."""


def language_of(text: str, declared: str | None = None) -> str:
    """Return the ISO 639-1 code of a text's language.

    ``declared`` is what the format says of itself (the lang attribute of a page);
    it decides where the text is too short, too mixed or too full of numbers to
    tell, and without it English is assumed, so that such a text is analysed and not
    put aside.

    >>> language_of("Le ministre a dit que dix personnes avaient perdu la vie dans le port.")
    'fr'
    >>> language_of("Halden 2019", "de-AT"), language_of("Halden 2019")
    ('de', 'en')
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters >= ENOUGH_LETTERS and sum(map(str.isdigit, sample)) <= MOST_DIGITS * letters:
        if _is_plainly_english(sample):
            return "en"
        code, probability = _identifier().classify(sample)
        if probability >= SURE and len(code) == 2:
            return str(code)
    said = re.match(r"[a-z]{2}(?![a-z])", (declared or "").strip().lower())
    return said[0] if said else ASSUMED


def _is_plainly_english(sample: str) -> bool:
    """Whether every piece of a text is full of words that only English has: a quick answer for most texts.

    Piece by piece, so that a text in two languages is left to the classifier.
    """
    telling = words("en", "function_words", "telling")
    for start in range(0, max(1, len(sample) - PIECE // 2), PIECE):
        said = WORD.findall(sample[start : start + PIECE].lower())
        if len(said) < FEWEST_WORDS or sum(word in telling for word in said) < PLAINLY * len(said):
            return False
    return True


@cache
def _identifier() -> LanguageIdentifier:
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages([code for code in found.nb_classes if code not in MISTAKEN])
    return found
