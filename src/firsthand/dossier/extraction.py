"""One original through the rooms: reader, language, marks, claims, and what links will look it up by."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from firsthand import __version__, claims, language, lexicon, links, marks, readers
from firsthand.dossier.corrections import corrected
from firsthand.errors import UnreadableOriginal
from firsthand.readers import archives, folders, sniff
from firsthand.records import Arrival, Claim, Document, Extraction, Judgement, Marks, Original, Problem

EXTRACTION = 16
"""Raised whenever the same text may give other marks or claims; ``update`` then reads the originals again."""

COUNTED = lexicon.languages("numbers") - {language.ANALYSED}
"""The other languages in which quantities are marked, and nothing else; documents in any further one are only kept."""

ANALYSED_LANGUAGES = COUNTED | {language.ANALYSED}

LONGEST = 1_000_000
"""Characters of one document that are analysed; a longer one is kept and can be searched."""


def engine() -> str:
    """Return what an extraction is made with: the version of the program and of the language model."""
    return f"firsthand {__version__}/{EXTRACTION}, {language.model_name()}"


def inspect(paths: Iterable[Path]) -> Iterator[Extraction | Problem]:
    """Yield what is found in each file, in the order given; a Problem for one that cannot be read.

    Nothing is kept. One file gives one answer: that it holds other files is a
    problem of its own, since only a dossier takes those in.
    """
    for arrival in folders.arrivals(paths):
        yield arrival if isinstance(arrival, Problem) else _inspected(arrival)


def _inspected(arrival: Arrival) -> Extraction | Problem:
    original = original_of(arrival)
    if original.media_type in archives.ARCHIVES:
        return Problem(arrival.name, "an archive of files; `firsthand read` takes them in")
    done = attempt(original, arrival.content)
    if isinstance(done, Failure):
        return Problem(arrival.name, done.says)
    found, parts = done
    if not parts:
        return found
    says = f"{len(parts)} attached file(s) not looked at here; `firsthand read` takes them in"
    return replace(found, problems=(*found.problems, Problem(found.document.id, says)))


@dataclass(frozen=True, slots=True)
class Failure:
    """Why no document could be made of an original, and whether it is the file's fault or ours."""

    says: str
    ours: bool


def attempt(
    original: Original, content: bytes, corrections: Iterable[Judgement] = ()
) -> tuple[Extraction, tuple[Arrival, ...]] | Failure:
    """Do what ``extract`` does, or return why it could not be done."""
    try:
        return extract(original, content, corrections)
    except UnreadableOriginal as error:
        return Failure(str(error), ours=False)
    except Exception as error:  # noqa: BLE001  # a mistake of ours in one file must not cost a night's run over the others
        return Failure(_our_mistake(error), ours=True)


def extract(
    original: Original, content: bytes, corrections: Iterable[Judgement] = ()
) -> tuple[Extraction, tuple[Arrival, ...]]:
    """Take one original through the rooms; return what was found and the files that were inside.

    ``corrections`` are a person's words about the document and win over what
    the reader took from it. Raises UnreadableOriginal.
    """
    reading = readers.read(original, content)
    document, doubts = corrected(reading.document, corrections)
    problems = [*reading.problems, *doubts]
    silence = why_not_analysed(document)
    found, stated = Marks(), tuple[Claim, ...]()
    if silence:
        problems.append(Problem(document.id, silence))
    else:
        with language.memory_zone(document.language):
            parse = language.parse(document)
            found = marks.find(document, parse)
            stated = claims.make(document, parse, found)
        if document.language in COUNTED:
            problems.append(Problem(document.id, _only_counted(document)))
    extraction = Extraction(
        document=document,
        marks=found,
        claims=stated,
        problems=tuple(replace(problem, where=document.id) for problem in problems),
        engine=engine(),
        keys=tuple(links.keys(claim) for claim in stated),
        prints=links.fingerprints(document),
        voices=links.voices(document),
        outlines=tuple(links.outline(claim) for claim in stated),
        story=links.kept_story(document),
    )
    return extraction, reading.parts


def original_of(arrival: Arrival) -> Original:
    """Return what a file is: its name, SHA-256, media type and size."""
    digest = sha256(arrival.content).hexdigest()
    return Original(
        arrival.name, digest, sniff.media_type(arrival.name, arrival.content), len(arrival.content)
    )


def _our_mistake(error: Exception) -> str:
    """Say where the program failed; never the error's own words, which may hold those of a source."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}, line {frame.lineno}"
    return f"the program failed on it ({type(error).__name__} in {place}); please report that, the other files are not concerned"


def why_not_analysed(document: Document) -> str | None:
    """Return why a document is kept without being analysed, None when it is."""
    if document.language not in ANALYSED_LANGUAGES:
        return f"the document is in another language ({document.language}): kept and searchable, not analysed"
    if len(document.text) > LONGEST:
        return f"the document has {len(document.text):,} characters, more than the {LONGEST:,} that are analysed: kept and searchable"
    return None


def _only_counted(document: Document) -> str:
    return (
        f"the document is in another language ({document.language}): only its quantities are marked; "
        "no speakers, times, places or claims are taken from it"
    )
