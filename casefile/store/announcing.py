"""Let the faces say that an older case is being brought up to date, which may take minutes.

Apart from :mod:`casefile.store.updating`, so that who listens need not import SQLite.
"""

from collections.abc import Callable
from pathlib import Path

Tell = Callable[[Path, str], None]
"""Told of the file and of what in it is brought up to date."""

_told: list[Tell] = []


def when_updating(tell: Tell) -> None:
    """Have somebody told from now on, in place of who was told before."""
    _told[:] = [tell]


def say_updating(path: Path, part: str) -> None:
    """Tell whoever listens what begins now."""
    for tell in _told:
        tell(path, part)
