"""Other programs that a reader uses: an editor, a pager, whatever opens an original."""

import hashlib
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from casefile.errors import CannotWrite


def editor(environment: Mapping[str, str]) -> list[str]:
    """Return the command of the reader's editor; empty where they named none."""
    return _command(environment.get("VISUAL") or environment.get("EDITOR") or "")


def pager(environment: Mapping[str, str]) -> list[str]:
    """Return the command of the reader's pager, else one that is there; empty for none."""
    named = _command(environment.get("PAGER", ""))
    return named or next(([one] for one in ("less", "more") if shutil.which(one)), [])


def _command(words: str) -> list[str]:
    try:
        return shlex.split(words)
    except ValueError:  # a quotation mark without its other half
        return words.split()


def opener(environment: Mapping[str, str]) -> list[str]:
    """Return the command that opens a file or an address in a window; empty where there is none."""
    if shutil.which("open") and not environment.get("DISPLAY"):
        return ["open"]  # macOS
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return ["xdg-open"] if shutil.which("xdg-open") else []
    return []


def original(path: str, sha256: str, folders: Iterable[Path]) -> Path | None:
    """Return the file that a source was read from, if it is still there and the same.

    Args:
        path: As the source has it, relative to the folder that was added.
        sha256: Of the bytes that were read.
        folders: Where to look.
    """
    for folder in folders:
        file = folder / path
        try:
            if not file.is_file():  # a pipe of that name would keep us waiting
                continue
            with open(file, "rb") as found:
                if hashlib.file_digest(found, "sha256").hexdigest() == sha256:
                    return file
        except (OSError, ValueError):
            continue
    return None


def edited(command: list[str], words: str) -> tuple[str, str]:
    """Return the words as they are after the editor, in which nobody else can read them.

    The second tells of an editor that failed; what it wrote before is not lost.

    Raises:
        CannotWrite: The editor cannot be run.
    """
    name = Path(command[0]).name
    with tempfile.TemporaryDirectory(prefix="casefile-") as folder:  # mode 0700
        file = Path(folder) / "note.md"
        file.write_text(words, encoding="utf-8", errors="replace")
        try:
            status = subprocess.run([*command, str(file)], check=False).returncode
            text = file.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise CannotWrite(
                f"The editor {Path(command[0]).name} cannot be run: {reason}."
            ) from error
    trouble = f"The editor {name} failed, so the note is as it was." if status != 0 else ""
    return text.rstrip("\n"), trouble


def paged(command: list[str], words: str) -> None:
    """Show the words in a pager until the reader leaves it.

    Raises:
        CannotWrite: The pager cannot be run.
    """
    try:
        subprocess.run(command, input=words.encode("utf-8", "replace"), check=False)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotWrite(f"The pager {Path(command[0]).name} cannot be run: {reason}.") from error


def opened(command: list[str], what: str) -> bool:
    """Hand a file or an address to a program with a window; tell whether it began."""
    try:
        subprocess.Popen(
            [*command, what], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    except OSError:
        return False
    return True
