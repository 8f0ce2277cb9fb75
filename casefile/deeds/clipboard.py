"""Ways to a clipboard: a program of the system, the terminal, or a file."""

import base64
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SECONDS = 1.0
"""For a program to take the words: wl-copy and xsel may hang where there is no display."""

LONGEST_OSC = 74_994
"""Characters of base64 in one OSC 52: of the terminals that name a limit, hterm's is the least,
100,000 bytes for the whole sequence; this is what 56,245 bytes of text come to."""

SCREEN_PIECE = 76
"""Characters in one DCS through GNU screen, which drops longer strings than 256 in old versions."""

_PROGRAMS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("WSL_DISTRO_NAME", ("clip.exe",)),
    ("TERMUX_VERSION", ("termux-clipboard-set",)),
)
"""Programs that take the clipboard, and what has to be set for each to find one."""

_DUMB = ("", "dumb", "linux", "vt100", "vt220", "cons25")
"""Terminals without a clipboard."""


@dataclass(frozen=True, slots=True)
class Clipboard:
    """How words leave the browser; what it finds of the system is given to it."""

    environment: Mapping[str, str] = field(default_factory=lambda: {"TERM": "xterm"})
    find: Callable[[str], str | None] = shutil.which
    file: Path | None = None
    """Where words lie that no clipboard takes; None for nowhere."""

    def program(self) -> tuple[str, ...] | None:
        """Return the program to hand the words to, if there is one that reaches this reader."""
        has = self.environment.get
        if has("TMUX") and self.find("tmux"):
            return ("tmux", "load-buffer", "-w", "-")
        if has("SSH_CONNECTION") or has("SSH_TTY"):
            return None  # its clipboard would be that of the other machine
        for variable, command in _PROGRAMS:
            if (not variable or has(variable)) and self.find(command[0]):
                return command
        return None

    def copy(self, words: str, send: Callable[[str], None]) -> str:
        """Copy the words by the best way there is, and say which; empty where there is none.

        Args:
            words: Harmless already; control characters could drive where they are pasted.
            send: Writes to the terminal.
        """
        command = self.program()
        if command and _handed(command, words):
            return "to tmux" if command[0] == "tmux" else f"by {command[0]}"
        sequence = self.sequence(words)
        if sequence:
            send(sequence)
            return "by the terminal (OSC 52), if it takes that"
        return self._into_file(words)

    def sequence(self, words: str) -> str:
        """Return what makes the terminal copy; empty where it has no clipboard, or too small."""
        packed = base64.b64encode(words.encode("utf-8", "replace")).decode("ascii")
        if self.environment.get("TERM", "") in _DUMB or len(packed) > LONGEST_OSC:
            return ""
        sequence = f"\x1b]52;c;{packed}\x07"
        if self.environment.get("TMUX"):
            return f"\x1bPtmux;{sequence.replace(chr(27), chr(27) * 2)}\x1b\\"
        if self.environment.get("STY"):
            pieces = [
                sequence[at : at + SCREEN_PIECE] for at in range(0, len(sequence), SCREEN_PIECE)
            ]
            return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
        return sequence

    def _into_file(self, words: str) -> str:
        if self.file is None:
            return ""
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.file.unlink(missing_ok=True)
            self.file.touch(mode=0o600)
            self.file.write_text(words, encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return f"into {self.file}"


def _handed(command: tuple[str, ...], words: str) -> bool:
    """Hand the words to a program; tell whether it took them."""
    try:
        done = subprocess.run(
            command, input=words.encode("utf-8", "replace"), timeout=SECONDS,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
