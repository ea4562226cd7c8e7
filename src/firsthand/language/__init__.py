"""text -> parse: the one linguistic analysis that all rooms share.

The only importer of spaCy. The corridor makes one ``Parse`` per document and
hands it to marks and claims; it is never stored.
"""

from firsthand.language.model import (
    ANALYSED,
    CHOICE,
    MODELS,
    best_model,
    installed_models,
    memory_zone,
    model_name,
)
from firsthand.language.parse import Paragraph, Parse, parse, warm_up
from firsthand.language.stretches import stretches
from firsthand.language.vocabulary import is_english

__all__ = [
    "ANALYSED", "CHOICE", "MODELS", "Paragraph", "Parse", "best_model", "installed_models", "is_english", "memory_zone", "model_name", "parse", "stretches", "warm_up",
]  # fmt: skip
