"""What is kept of this reader in their state folder: small files, for their eyes alone."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


def state_file(name: str) -> Path | None:
    """Return the path of a file of the folder; None where the reader has no home."""
    from platformdirs import user_state_path

    folder = user_state_path("casefile", appauthor=False)
    # Without a home, "~" stays in the path: no folder of that name is made here.
    return folder / name if folder.is_absolute() else None


def read_state(file: Path | None) -> Any:
    """Return what a file holds; None where there is none, or it cannot be read."""
    if file is None:
        return None
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def write_state(file: Path | None, value: object) -> bool:
    """Put a file in place whole, and say whether that could be; nothing is raised."""
    if file is None:
        return False
    part = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(value, out)
        os.replace(part, file)
        return True
    return False


def remove_state(file: Path | None) -> None:
    """Remove a file, and what a writing of it that was broken off has left."""
    if file is not None:
        with suppress(OSError):
            for one in (file, *file.parent.glob(f"{file.name}.*")):
                one.unlink(missing_ok=True)


def state_files(pattern: str) -> list[Path]:
    """Return the files of the folder whose names match, such as ``draft-*.json``."""
    folder = state_file("")
    if folder is None:
        return []
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []
