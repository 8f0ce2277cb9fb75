"""Run the real program: in a pipe, in a terminal, without the rights of root, with little room."""

import ctypes
import fcntl
import json
import os
import pty
import re
import resource
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "casefile"]
LONGEST = 50
"""Seconds after which a run counts as hung."""

STORY = (
    "TOKYO, 7 October 2016 — Japanese Foreign Minister Fumio Kishida met Ri Yong-ho in Dalian"
    " on 3 September, a source said on Friday.\n\n"
    "“We will not stop,” Kishida told reporters in Tokyo on Thursday. The talks were secret.\n"
)

_BY_FILE_RIGHTS = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (linux/capability.h), by which root may read all."""

_PR_CAPBSET_DROP = 24

_COLOUR = re.compile(r"\x1b\[(?:0|1|2)m")
"""Bold, dim and off: the only sequences that casefile prints itself."""

_DRIVES = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""What may not reach a terminal; CR and LF come from the terminal's own line discipline."""


@dataclass(frozen=True)
class Ran:
    """How a run ended, and what it printed."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which nothing of this machine's user is seen or touched."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "STATE", "CONFIG")}
    plain = {"PYTHONPATH": str(CHECKOUT), "HOME": str(home), "LANG": "C.UTF-8"}
    return {**kept, **folders, **plain, "PYTHONWARNINGS": "error", **(more or {})}


def run(
    home: Path,
    *arguments: str | bytes | os.PathLike[str],
    stdin: bytes = b"",
    limit: Callable[[], None] | None = None,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run casefile in pipes; ``limit`` is called in the child before it starts."""
    done = subprocess.run(
        [*PROGRAM, *arguments],
        input=stdin,
        capture_output=True,
        env=environment(home, env),
        cwd=home,
        timeout=LONGEST,
        preexec_fn=limit,
    )
    ran = Ran(_status(done.returncode), done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.err + ran.out, ran.err
    return ran


def on_terminal(
    home: Path,
    *arguments: str | bytes | os.PathLike[str],
    limit: Callable[[], None] | None = None,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run casefile with stdout and stderr on a terminal of 80 columns; both come as ``out``.

    Asserts that nothing but our own bold and dim would drive that terminal.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    whole = environment(home, {"TERM": "xterm-256color", **(env or {})})
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=whole,
        cwd=home,
        preexec_fn=limit,
    ) as child:
        os.close(theirs)
        shown = _read_all(ours)
        status = child.wait(LONGEST)
    os.close(ours)
    text = shown.decode()
    assert "Traceback" not in text, text
    assert_drives_nothing(text)
    return Ran(_status(status), text.replace("\r\n", "\n"), "")


def assert_drives_nothing(text: str) -> None:
    """Assert that a terminal would act on nothing in the text but our own bold and dim."""
    found = _DRIVES.search(_COLOUR.sub("", text))
    assert found is None, (hex(ord(found[0])), text[max(0, found.start() - 40) : found.end() + 40])


def plain(text: str) -> str:
    """Return the text without bold and dim."""
    return _COLOUR.sub("", text)


def _read_all(terminal: int) -> bytes:
    shown = b""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # EIO: the last one on the other side has closed it
            break
        if not piece:
            break
        shown += piece
    return shown


def _status(code: int) -> int:
    """Return the status as a shell sees it."""
    return 128 - code if code < 0 else code


def without_rights() -> None:
    """Take from a child the right of root to pass by the permissions of files."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for right in _BY_FILE_RIGHTS:
            if libc.prctl(_PR_CAPBSET_DROP, right, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def needs_no_rights() -> None:
    """Skip where permissions cannot be tested: root that may not give up its rights."""
    try:
        subprocess.run([sys.executable, "-c", ""], preexec_fn=without_rights, check=True)
    except subprocess.SubprocessError:
        pytest.skip("permissions are not checked here: root, and prctl may not drop its rights")


def little_room(size: int) -> Callable[[], None]:
    """Return what lets a child write no file beyond ``size`` bytes: a full disk."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def make_case(home: Path, texts: Mapping[str, str] | None = None) -> Path:
    """Make a case of some texts, or of one story, in this process."""
    from casefile.case import Case
    from casefile.deeds.adding import Stated

    folder = home / "texts"
    folder.mkdir(parents=True)
    for name, text in (texts or {"story.txt": STORY}).items():
        (folder / name).write_text(text, encoding="utf-8")
    path = home / "a.casefile"
    with Case(path, create=True, read_only=False) as case:
        report = case.add([str(folder)], stated=Stated())
    assert not report.failed
    return path
