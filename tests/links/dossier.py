"""A dossier in memory: what ``settle`` sees of a list of sheets."""

from dataclasses import replace
from itertools import combinations

from firsthand.links import between, outline, passages, settle, within
from firsthand.records import Marks


class Sheets:
    """Some sheets as a view, every pair of documents linked."""

    def __init__(self, sheets, marks=None):
        self.sheets = {sheet.document.id: sheet for sheet in sheets}
        self.found = [link for sheet in sheets for link in within(sheet)]
        self.shared = []
        for one, other in combinations(sheets, 2):
            self.found += between(one, other)
            self.shared += passages(one.document, other.document)
        self.marked = marks or {}
        self.judged = []

    def documents(self):
        return (replace(sheet.document, text="") for sheet in self.sheets.values())

    def document(self, document):
        return self.sheets[document].document

    def sheet(self, document):
        return self.sheets[document]

    def part(self, document):
        found = self.sheets[document]
        return replace(found, document=replace(found.document, text="", zones=()), attributions=())

    def claims(self, document=None):
        return (
            claim for name, sheet in self.sheets.items() if document in (None, name) for claim in sheet.claims
        )

    def claim(self, claim):
        return next(each for each in self.claims() if each.id == claim)

    def outlined(self, document):
        return ((claim.id, outline(claim)) for claim in self.sheets[document].claims)

    def marks(self, document, *fields):
        return self.marked.get(document, Marks(attributions=self.sheets[document].attributions))

    def links(self):
        return iter(self.found)

    def reuses(self):
        return iter(self.shared)

    def judgements(self):
        return iter(self.judged)

    def now(self, claim):
        return claim

    def problems(self):
        return iter(())

    def name_of(self, document):
        return self.sheets[document].document.original.name


def settled(sheets, marks=None):
    """Return figures and findings of some sheets as lists."""
    figures, findings = settle(Sheets(sheets, marks))
    return list(figures), list(findings)
