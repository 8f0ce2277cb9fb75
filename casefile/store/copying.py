"""A safe copy of a case while it is in use."""

import os
from contextlib import closing, suppress
from pathlib import Path

from casefile.errors import CannotWrite
from casefile.store.engine import sqlite
from casefile.store.failures import plain_failures
from casefile.store.store import Store


def copy_beside(store: Store, ending: str) -> Path:
    """Copy a case page by page into a new file beside it, private to its user.

    Damaged pages are copied as they are. The file is named as the case is, with the ending
    behind it, and a number where there is such a file already.

    Raises:
        CannotWrite: It cannot be written there.
    """
    path = unused(store.path, ending)
    try:
        with plain_failures(path), closing(sqlite.connect(path, isolation_level=None)) as copy:
            store.copy_into(copy)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    return path


def unused(path: Path, ending: str) -> Path:
    """Make an empty file beside another, private to its user; a number tells it from others.

    Raises:
        CannotWrite: It cannot be made there.
    """
    at = 0
    while True:
        name = f"{path.name}.{ending}" + (f"-{at}" if at else "")
        try:
            os.close(os.open(path.with_name(name), os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            at += 1
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise CannotWrite(f"{path.with_name(name)} cannot be made: {why}.") from error
        else:
            return path.with_name(name)
