"""A document and a passage in it, as others cite them: footnotes, bibliographies, BibTeX and CSL-JSON.

Names of authors stand as the document gives them: which part of a name is the family's is not guessed. What a document
does not say (author, date, title) is left out or said to be missing.
"""

from firsthand.exports.citing.claim import Cited, cite, quoted
from firsthand.exports.citing.styles import STYLES, Run, Style, entry, note, plain_text
from firsthand.exports.citing.works import Work, keys, locator, work

__all__ = [
    "STYLES",
    "Cited",
    "Run",
    "Style",
    "Work",
    "cite",
    "entry",
    "keys",
    "locator",
    "note",
    "plain_text",
    "quoted",
    "work",
]
