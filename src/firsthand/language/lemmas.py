"""The lemmas of spaCy's lemmatizer, worked out for each word once.

The lemmatizer goes by a word's spelling, part of speech and morphology alone, and remembers what
it found, but not of words that are lemmas already, which are most. Here all are kept, and a
text is gone through as numbers, not word by word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

ASKED: list[int | str] = ["ORTH", "POS", "MORPH", "LEMMA"]

REMEMBERED = 65_536
"""Words whose lemmas are kept; behind that many they are worked out anew."""


class KeptLemmas:
    """Gives every word of a text its lemma, the same one as the lemmatizer itself."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self.lookups = lemmatizer.lookups
        self._overwrites = bool(lemmatizer.overwrite)
        self._strings = lemmatizer.vocab.strings
        self._kept: dict[tuple[int, int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Return the text with its lemmas."""
        import numpy

        kept, add = self._kept, self._strings.add
        lemmas = []
        for place, (orth, pos, morph, lemma) in enumerate(doc.to_array(ASKED).tolist()):
            if lemma and not self._overwrites:
                lemmas.append(lemma)
                continue
            key = (orth, pos, morph)
            word = kept.get(key)
            if word is None:
                word = self._lemmatizer.lemmatize(doc[place])[0]
                if len(kept) < REMEMBERED:
                    kept[key] = word
            lemmas.append(add(word))  # again each time: spaCy forgets a document's words after it
        if lemmas:
            doc.from_array(["LEMMA"], numpy.array(lemmas, dtype="uint64"))  # type: ignore[arg-type]  # one column may be a row
        return doc
