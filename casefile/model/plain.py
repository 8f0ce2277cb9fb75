"""Nouns as plain values that JSON can hold, and back.

A field that has its default is left out, so a noun may gain fields with defaults and still
read what was written before.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")

Plain = Any
"""What ``json`` reads and writes."""


def to_plain(value: Any) -> Plain:
    """Return a frozen dataclass of this package, or a part of one, as plain values.

    Dates are ISO 8601, spans and all other nouns are objects by the names of their fields.

    Raises:
        ValueError: It holds something of another type.
    """
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return str(value)  # of an enumeration, its value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if is_dataclass(value):
        told = ((field, getattr(value, field.name)) for field in fields(value))
        return {
            field.name: to_plain(held)
            for field, held in told
            if field.default is MISSING or held != field.default
        }
    raise ValueError(f"{type(value).__name__} has no plain form")


def from_plain(kind: type[Noun], plain: Plain) -> Noun:
    """Return the noun of that kind that :func:`to_plain` wrote.

    Raises:
        ValueError: The value is none, or one of another kind, or has a field unknown to us.
    """
    reads: Any = kind
    return cast(Noun, _reader(reads)(plain))


@cache
def _reader(kind: Any) -> Callable[[Plain], Any]:
    """Return what reads a type: optional, a tuple of any length, a noun, or a simple one."""
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (one for one in get_args(kind) if one is not NoneType)
        read = _reader(inner)
        return lambda plain: None if plain is None else read(plain)
    if get_origin(kind) is tuple:
        each = _reader(get_args(kind)[0])
        return lambda plain: tuple(map(each, _checked(list, plain)))
    if is_dataclass(kind):
        return _noun_reader(cast("type[Any]", kind))
    if issubclass(kind, StrEnum):
        return lambda plain: kind(_checked(str, plain))
    if kind is date:
        return lambda plain: date.fromisoformat(_checked(str, plain))
    return lambda plain: _checked(kind, plain)


def _noun_reader(kind: type[Any]) -> Callable[[Plain], Any]:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    needed = {field.name for field in fields(kind) if field.default is MISSING}

    def read(plain: Plain) -> Any:
        told = _checked(dict, plain)
        if not needed <= told.keys() <= readers.keys():
            raise ValueError(f"{kind.__name__} has not the fields {sorted(told)}")
        return kind(**{name: readers[name](value) for name, value in told.items()})

    return read


def _checked(kind: type[Any], plain: Plain) -> Any:
    # type() rather than isinstance(): True is an int, and no number of ours is a truth.
    if type(plain) is not kind:
        raise ValueError(f"{plain!r:.40} is no {kind.__name__}")
    return plain
