"""The findings of a dossier in the order in which they are read: packed while they are gathered, unpacked one by one."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby
from zlib import compress, decompress

import msgspec

from firsthand.links.gathering import QUICKLY
from firsthand.links.shelf import ENCODER
from firsthand.records import Finding

DECODER = msgspec.msgpack.Decoder(Finding)


def ranked(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, the heaviest first; of equal ones kind and place of the evidence decide."""
    packed: list[bytes] = []
    weights, kinds, known = array("d"), array("H"), dict[str, int]()
    for finding in findings:
        packed.append(compress(ENCODER.encode(finding), QUICKLY))
        weights.append(-finding.weight)
        kinds.append(known.setdefault(finding.kind, len(known)))
    names = list(known)

    def rank(place: int) -> tuple[float, str]:
        return weights[place], names[kinds[place]]

    for _, equal in groupby(sorted(range(len(packed)), key=rank), key=rank):
        yield from sorted((DECODER.decode(decompress(packed[place])) for place in equal), key=_places)


def _places(finding: Finding) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (piece.passage.document, piece.passage.span.start, piece.passage.span.end)
        for piece in finding.evidence
    )
