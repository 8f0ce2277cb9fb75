"""Rows of a list taken out of the case, into a file of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casefile.deeds.searchrows import rows_of
from casefile.errors import CasefileError
from casefile.exchange.rows import FILES
from casefile.model.words import Ref
from casefile.store.store import Store


class NotTaken(CasefileError):
    """A file that cannot be written so."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Where the rows went."""

    path: Path
    rows: int


def take_out(store: Store, refs: Sequence[Ref], file: str) -> Taken:
    """Write rows into a new file, in the format that its ending says.

    Args:
        store: The case.
        refs: The things, in the order of the rows.
        file: Where to; ``~`` is the reader's own folder.

    Raises:
        NotTaken: There is such a file already, the ending is none of those known, or the
            file cannot be written.
    """
    path = Path(file.strip()).expanduser()
    write = FILES.get(path.suffix.lower())
    if write is None:
        raise NotTaken(f"{path.name!r} does not say what it is to be: end it in {_endings()}.")
    rows = rows_of(store, refs)
    try:
        with path.open("x", encoding="utf-8", newline="") as out:
            out.write(write(rows))
    except FileExistsError:
        raise NotTaken(f"There is a file already, choose another name: {path}") from None
    except OSError as error:
        raise NotTaken(f"{error.strerror}, so nothing was written: {path}") from None
    return Taken(path, len(rows))


def _endings() -> str:
    *most, last = FILES
    return f"{', '.join(most)} or {last}"
