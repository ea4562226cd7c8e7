"""The findings of a dossier in the order in which they are read: packed while they are gathered, unpacked one by one."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from zlib import compress, decompress

import msgspec

from firsthand.links.gathering import QUICKLY
from firsthand.links.shelf import ENCODER
from firsthand.records import Finding

Packed = tuple[float, str, bytes]
"""A finding in few bytes, behind its weight and its kind."""

DECODER = msgspec.msgpack.Decoder(Finding)


def packed(findings: Iterable[Finding]) -> list[Packed]:
    """Return findings in few bytes."""
    return [
        (finding.weight, finding.kind, compress(ENCODER.encode(finding), QUICKLY)) for finding in findings
    ]


def ranked(findings: Iterable[Iterable[Packed]]) -> Iterator[Finding]:
    """Yield findings, the heaviest first; of equal ones kind and place of the evidence decide."""
    held: list[bytes] = []
    weights, kinds, known = array("d"), array("H"), dict[str, int]()
    for weight, kind, pack in chain.from_iterable(findings):
        held.append(pack)
        weights.append(-weight)
        kinds.append(known.setdefault(kind, len(known)))
    names = list(known)

    def rank(place: int) -> tuple[float, str]:
        """Return the order of a finding: its weight, then its kind."""
        return weights[place], names[kinds[place]]

    for _, equal in groupby(sorted(range(len(held)), key=rank), key=rank):
        yield from sorted((DECODER.decode(decompress(held[place])) for place in equal), key=_places)


def _places(finding: Finding) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (piece.passage.document, piece.passage.span.start, piece.passage.span.end)
        for piece in finding.evidence
    )
