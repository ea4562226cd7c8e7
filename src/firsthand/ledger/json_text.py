"""Records as JSON text and back: how a part of a record that needs no column of its own is stored."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


def to_json(value: Any) -> str:
    """Return a record, or a list of them, as JSON text; decimals are strings."""
    return msgspec.json.encode(value).decode()


def from_json(kind: type[T], text: str) -> T:
    """Return the record of a type that its JSON text stands for."""
    decoded: T = _decoder(cast(Hashable, kind)).decode(text)
    return decoded


def canonical(value: Any) -> str:
    """Return JSON text that is the same for equal values: sorted keys, no spaces."""
    return msgspec.json.encode(value, order="sorted").decode()


@cache
def _decoder(kind: Hashable) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(cast(Any, kind))
