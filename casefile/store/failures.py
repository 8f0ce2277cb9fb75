"""Turn what SQLite says into one sentence for the reader."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casefile.errors import (
    CannotWrite,
    CaseBusy,
    CasefileError,
    DamagedCase,
    NotACase,
    ReadOnlyCase,
)
from casefile.store.engine import sqlite

_SENTENCES: tuple[tuple[str, type[CasefileError], str], ...] = (
    ("locked", CaseBusy, "{path} is in use by another program: close it there, or try again."),
    ("busy", CaseBusy, "{path} is in use by another program: close it there, or try again."),
    ("full", CannotWrite, "There is no room left to write {path}: free some space and try again."),
    ("disk i/o", CannotWrite, "{path} cannot be written: the disk is full or failing."),
    ("readonly", ReadOnlyCase, "{path} cannot be written: it is open for reading only."),
    ("not a database", NotACase, "{path} is not a case file."),
    ("malformed", DamagedCase, "{path} is damaged: run 'casefile check' on it."),
    ("unable to open", CannotWrite, "{path} cannot be opened: look at its folder's permissions."),
)
"""A word of SQLite's message, and what it means to a reader."""


def sentence_for(error: Exception, path: Path) -> CasefileError:
    """Return the error to show for a failure of SQLite on this file."""
    said = str(error).lower()
    for word, kind, sentence in _SENTENCES:
        if word in said:
            return kind(sentence.format(path=path))
    return DamagedCase(f"{path} cannot be read as a case ({error}): run 'casefile check' on it.")


@contextmanager
def plain_failures(path: Path) -> Iterator[None]:
    """Raise a CasefileError for any failure of SQLite inside the block."""
    try:
        yield
    except sqlite.DatabaseError as error:
        raise sentence_for(error, path) from error
    except UnicodeEncodeError as error:
        # A lone surrogate: from a file name or argument that is not UTF-8.
        code = ord(error.object[error.start])
        raise CannotWrite(
            f"{path} cannot hold U+{code:04X}, which is no character: leave it out."
        ) from error
