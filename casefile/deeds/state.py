"""What is kept of this reader in their state folder: small files, for their eyes alone."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


def read_state(name: str) -> Any:
    """Return what a file of the folder holds; None where it cannot be read."""
    try:
        return json.loads(_file(name).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def write_state(name: str, value: object) -> None:
    """Write a file of the folder; where that cannot be written nothing happens."""
    with suppress(OSError):
        file = _file(name)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(value, out)


def _file(name: str) -> Path:
    from platformdirs import user_state_path

    folder = user_state_path("casefile", appauthor=False)
    if not folder.is_absolute():
        # Without a home, "~" stays in the path: no folder of that name is made here.
        raise FileNotFoundError(f"{folder} is in no home")
    return folder / name
