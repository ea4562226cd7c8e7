"""What was not checked, said honestly: what was left aside and why, and what nobody answers for."""

from collections import Counter
from typing import Any

from firsthand.exports import citing
from firsthand.exports.charts.statements import called
from firsthand.exports.report.index import Index
from firsthand.exports.report.notes import Notes
from firsthand.records import Evidence, Passage, Unchecked

SENTENCES = 100
PROBLEMS = 200


def content(found: Index, notes: Notes) -> dict[str, Any]:
    """Return what was compared with nothing, what was doubtful, and how much has no source, origin or date."""
    release = found.release
    sentences = [each for each in release.unchecked if each.span is not None]
    whole = [each for each in release.unchecked if each.span is None]
    shown = [each for each in sentences if each.text][:SENTENCES]
    told = {(each.document, each.says) for each in whole}
    problems = [each for each in release.problems if (each.where, each.says) not in told]
    return {
        "reasons": [{"count": count, "says": says} for says, count in _reasons(sentences)],
        "whole": [{"document": _called(each.document, found), "says": each.says} for each in whole],
        "sentences": [
            {
                "words": citing.quoted(" ".join(each.text.split())),
                "note": notes.of(Evidence(Passage(each.document, each.span), each.text)),
            }
            for each in shown
            if each.span is not None and each.document in found.documents
        ],
        "more": len(sentences) - len(shown),
        "problems": [
            {"document": _called(each.where, found), "says": each.says} for each in problems[:PROBLEMS]
        ],
        "more_problems": max(0, len(problems) - PROBLEMS),
        "unnamed": sum(claim.basis == "not named" for claim in release.claims),
        "untraceable": sum(not figure.origins for figure in release.figures),
        "undated": [_called(document.id, found) for document in found.order if not document.published],
        "no_figure": sum(claim.id not in found.figure_of for claim in release.claims),
        "compared": sum(len(figure.claims) > 1 for figure in release.figures),
    }


def _reasons(sentences: list[Unchecked]) -> list[tuple[str, int]]:
    return sorted(Counter(each.says for each in sentences).items(), key=lambda item: (-item[1], item[0]))


def _called(document_id: str, found: Index) -> str:
    if document_id in found.documents:
        return f"{called(found.documents[document_id])} [{found.number[document_id]}]"
    return f"a file that is not among the documents ({document_id})"
