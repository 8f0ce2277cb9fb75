"""The cases that this reader opened last, in the user's state folder."""

import json
import os
from contextlib import suppress
from pathlib import Path

MOST = 9
"""Cases remembered."""


def recent_cases() -> list[Path]:
    """Return the cases opened last that are still there, newest first."""
    # Path.is_file() raises where the way there is barred.
    return [path for path in _read() if os.path.isfile(path)]


def remember(path: Path) -> None:
    """Note that a case was opened; where that cannot be written nothing happens."""
    with suppress(OSError):
        whole = path.absolute()
        paths = [whole, *(one for one in _read() if one != whole)][:MOST]
        file = _file()
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump([str(one) for one in paths], out)


def _read() -> list[Path]:
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [Path(str(one)) for one in found] if isinstance(found, list) else []


def _file() -> Path:
    from platformdirs import user_state_path

    folder = user_state_path("casefile", appauthor=False)
    if not folder.is_absolute():
        # Without a home, "~" stays in the path: no folder of that name is made here.
        raise FileNotFoundError(f"{folder} is in no home")
    return folder / "recent.json"
