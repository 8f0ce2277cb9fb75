"""Write a file of the reader's: whole or not at all, and never over a case."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from casefile.errors import CannotWrite

Write = Callable[[IO[str]], object]
"""Writes a document into an open file."""

_DATABASE = b"SQLite format 3\0"
"""How every case begins."""


def write_whole(output: Path, write: Write, *, case: Path) -> None:
    """Write a file so that it is the old or the new one at every moment.

    A device or a pipe is written into: to put a file in the place of ``/dev/null``
    would break the machine. A symbolic link stays, and what it points at is written.

    Raises:
        CannotWrite: The file is a case, ``case`` itself or another, or cannot be written.
    """
    if output.exists() and output.samefile(case):
        raise CannotWrite(f"{output} is the case itself: name another file.")
    target = Path(os.path.realpath(output))
    if target.exists() and not target.is_file() and not target.is_dir():
        with open(target, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            write(file)
        return
    try:
        if target.is_file() and _begins(target) == _DATABASE:
            raise CannotWrite(f"{output} is a case: name another file.")
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise CannotWrite(f"{output} cannot be written: {_why(error)}.") from error
    try:
        with open(handle, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except OSError as error:
        with suppress(OSError):
            os.unlink(name)
        raise CannotWrite(f"{output} cannot be written: {_why(error)}.") from error


def _begins(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(len(_DATABASE))


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
