"""The cases that this reader opened last, in the user's state folder."""

import os
from contextlib import suppress
from pathlib import Path

from casefile.deeds.state import read_state, state_file, write_state

MOST = 9
"""Cases remembered."""

_FILE = "recent.json"


def recent_cases() -> list[Path]:
    """Return the cases opened last that are still there, newest first."""
    # Path.is_file() raises where the way there is barred.
    return [path for path in _read() if os.path.isfile(path)]


def remember(path: Path) -> None:
    """Note that a case was opened; where that cannot be written nothing happens."""
    with suppress(OSError):
        whole = path.absolute()
        paths = [whole, *(one for one in _read() if one != whole)][:MOST]
        write_state(state_file(_FILE), [str(one) for one in paths])


def _read() -> list[Path]:
    found = read_state(state_file(_FILE))
    return [Path(str(one)) for one in found] if isinstance(found, list) else []
