"""How much of a large release stands in a report; what is left out is counted in it, and the table form holds all of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of each are shown, the weightiest first.

    ``findings`` with their evidence and ``brief`` in one line each, ``evidence`` of one finding; figures of several claims:
    ``overview`` in its table, ``figures`` in full, ``plotted`` with plots; ``statements`` of a figure with plots and ``few`` of
    one without; ``alone`` claims that are no part of a figure of several.
    """

    findings: int = 150
    brief: int = 1000
    evidence: int = 6
    overview: int = 100
    figures: int = 300
    plotted: int = 24
    statements: int = 40
    few: int = 12
    alone: int = 2000


SCREEN = Limits()

PAPER = Limits(findings=100, brief=200, overview=60, figures=100, statements=24, few=8, alone=400)
"""A typesetter holds all pages at once: with these limits it stays below 1 GB."""
