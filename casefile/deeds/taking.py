"""Rows of a list taken out of the case, into a file of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casefile.deeds.searchrows import rows_of
from casefile.errors import CasefileError
from casefile.exchange.rows import FILES
from casefile.model.words import Kind, Ref
from casefile.store.store import Store

NOTEBOOK = ".md"
"""How the name of a file of notes ends."""


class NotTaken(CasefileError):
    """A file that cannot be written so."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Where the rows went."""

    path: Path
    rows: int


def take_out(store: Store, refs: Sequence[Ref], file: str) -> Taken:
    """Write rows into a new file, in the format that its ending says.

    Notes alone are in Markdown one document, with what they cite in footnotes.

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
    if path.suffix.lower() == NOTEBOOK and {ref.kind for ref in refs} == {Kind.NOTE}:
        return take_notes(store, refs, file)
    rows = rows_of(store, refs)
    _write_new(path, write(rows))
    return Taken(path, len(rows))


def take_notes(store: Store, refs: Sequence[Ref], file: str) -> Taken:
    """Write the notes on some things, or all, into a new file, as a Markdown document.

    Raises:
        NotTaken: There is such a file already, it does not end in ``.md``, there is no note, or
            the file cannot be written.
        UnknownRef: There is no such thing.
    """
    from casefile.deeds.notebook import notebook

    path = Path(file.strip()).expanduser()
    if path.suffix.lower() != NOTEBOOK:
        raise NotTaken(f"{path.name!r} does not end in {NOTEBOOK}: notes are written as Markdown.")
    document = notebook(store, refs)
    if not document.notes:
        raise NotTaken("There is no note to write: a writes one.")
    _write_new(path, document.text)
    return Taken(path, document.notes)


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="") as out:
            out.write(text)
    except FileExistsError:
        raise NotTaken(f"There is a file already, choose another name: {path}") from None
    except OSError as error:
        raise NotTaken(f"{error.strerror}, so nothing was written: {path}") from None


def _endings() -> str:
    *most, last = FILES
    return f"{', '.join(most)} or {last}"
