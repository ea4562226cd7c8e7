"""The object of ``check --json``: a draft and what the dossier says of it."""

from firsthand.interface.listed import unchecked_line
from firsthand.interface.parts import Json, at, problem_parts
from firsthand.records import Check, Checked, Footnote


def check_line(check: Check) -> Json:
    """Return the object of ``check --json``: the figures and quotations of a draft, each with its verdict.

    ``verdict`` is supported, repeated only, drifted, conflicting or without a source. Places count characters of the
    draft's text, those in a footnote of the named document's.
    """
    text = check.draft.text
    return {
        "draft": check.draft.original.name,
        "figures": [_checked(each, text) for each in check.figures],
        "quotations": [_checked(each, text) for each in check.quotations],
        "unchecked": [unchecked_line(each) for each in check.unchecked],
        "problems": [problem_parts(each) for each in check.problems],
    }


def _checked(checked: Checked, text: str) -> Json:
    return {
        **at(checked.span, text),
        "sentence": at(checked.sentence, text),
        "verdict": checked.verdict,
        "differs": [
            {"aspect": each.aspect, "draft": each.draft, "dossier": each.dossier} for each in checked.differs
        ],
        "footnote": _footnote(checked.footnote) if checked.footnote else None,
        "notes": list(checked.notes),
    }


def _footnote(footnote: Footnote) -> Json:
    span = footnote.passage.span
    return {
        "claim": footnote.claim,
        "document": footnote.passage.document,
        "start": span.start,
        "end": span.end,
        "text": footnote.text,
        "quantity": {"text": footnote.quantity_text} if footnote.quantity_text else None,
        "origin": footnote.origin,
        "name": footnote.file,
        "title": footnote.title,
        "publisher": footnote.publisher,
        "published": footnote.published,
        "page": footnote.page,
    }
