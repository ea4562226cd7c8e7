"""How the program works and what it does not do, for the readers of a report."""

from firsthand.exports.citing import Style

STYLES: dict[Style, str] = {
    "chicago": "Chicago (notes and bibliography)",
    "apa": "APA",
    "plain": "in plain words",
}


def paragraphs(style: Style) -> list[str]:
    """Return the method in paragraphs; ``style`` is that of the citations."""
    return [
        "A program, firsthand, read the documents on one computer without a network. In each it marked what is said to be "
        "counted or measured, who says so and on whose authority, and made claims of it. No language model wrote any of this, "
        "and no number was guessed.",
        "A number is taken as the interval that its words allow: “up to 500” has no floor, “at least 70” no ceiling. A range is "
        "not averaged, a share stays a share of its whole, and what a document does not say (of whom, where, when) stays empty.",
        "Claims of several documents are put together as one figure only with reasons that a person can check, and a wrong "
        "link is held worse than a missing one. So some statements of one figure may stand apart here. They agree when one number would "
        "make both true, conflict when no number would, and drift when value, hedge, group, period or another part changes on the way.",
        "The origin of a figure is where its documents say that it was produced: a survey, a count, a witness. It is found from "
        "attributions, citations, shared words and the order of publication. A figure whose origin no document names has none here; "
        "that two documents share no origin does not prove that they are independent.",
        "The program gives no verdict on truth, does not sum or average figures of different origins, and looks nobody up outside of "
        "these documents. It can misread a sentence: before you use a figure, read its words in the document.",
        f"Citations are written {'' if style == 'plain' else 'after '}{STYLES[style]}. Names of authors stand as the documents give them, because "
        "which part is the family name would be a guess. Characters are counted from the beginning of a document's text, from 0.",
    ]
