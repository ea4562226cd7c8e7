"""spaCy's types under one roof, for annotations only: importing this module loads spaCy.

Other rooms write ``if TYPE_CHECKING: from firsthand.language.tokens import Token``
so that nothing heavy is imported before a text must be parsed.
"""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

__all__ = ["Doc", "Token", "TokenSpan"]
