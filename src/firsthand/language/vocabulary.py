"""Which words English has, as the lemmatizer's own tables know them: the words of WordNet and their irregular forms."""

from __future__ import annotations

from functools import cache

from firsthand.language.model import load_model

TABLES = ("lemma_index", "lemma_exc", "lemma_rules")


def is_english(word: str) -> bool:
    """Return whether a word in small letters is one of the lemmatizer's, as it stands or by its ending; True where it has no list.

    >>> is_english("kilns"), is_english("polling"), is_english("sorels")
    (True, True, False)
    """
    listed, endings = _listed()
    if not listed or word in listed:
        return True
    return any(word.endswith(old) and word[: -len(old)] + new in listed for old, new in endings if old)


@cache
def _listed() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """All words of the tables, and the endings with what stands for them in a lemma."""
    lookups = getattr(dict(load_model().pipeline).get("lemmatizer"), "lookups", None)
    if lookups is None or not all(map(lookups.has_table, TABLES)):
        return frozenset(), ()
    index, irregular, rules = ([*lookups.get_table(name).values()] for name in TABLES)
    listed = {word for group in index for word in group} | {form for group in irregular for form in group}
    return frozenset(listed), tuple(sorted({(old, new) for group in rules for old, new in group}))
