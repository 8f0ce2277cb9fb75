"""An article as it was read, before it is stored as a source."""

from dataclasses import dataclass

from casefile.model.words import Basis, FurnitureKind, PartialDate, Span


@dataclass(frozen=True, slots=True)
class Published:
    """When a source was published, on what basis, and why we think so."""

    date: PartialDate
    basis: Basis
    reason: str = ""
    """One clause for the reader, such as ``7 October is a Friday in 2016``."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A marked part of the text; ranges never overlap."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article or report as it was read, before it is stored as a source."""

    path: str
    """Relative to the folder that was added; the name alone for a file; ``-`` for stdin."""
    sha256: str
    """Of the bytes, in hexadecimal."""
    text: str
    """As it came, with line ends as ``\\n``; nothing is cut or mended."""
    format: str
    """``text``, ``markdown`` or ``html``."""
    codec: str
    """The Python codec that decoded the bytes."""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    dateline: str | None = None
    """The place in the dateline, such as ``TOKYO``."""
    published: Published | None = None
    candidates: tuple[PartialDate, ...] = ()
    """Days that the text alone allows for its publication where it does not decide
    between them, such as each year in which 29 September is a Friday."""
    language: str | None = None
    """BCP 47, such as ``en``."""
    url: str | None = None
    furniture: tuple[Furniture, ...] = ()
    """In order of start."""
    warnings: tuple[str, ...] = ()
    """What was odd about the file, a sentence each."""
