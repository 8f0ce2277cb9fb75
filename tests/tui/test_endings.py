"""How the browser ends on a real terminal: restored, a true status, no word of the case."""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.tui.app import unexpected

fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

OPEN = """
import sys
from pathlib import Path
from casefile.case import Case
from casefile.tui.app import browse
{more}
with Case(Path(sys.argv[1])) as case:
    status = browse(case)
raise SystemExit(status)
"""

FAIL_IN_A_HANDLER = """
from casefile.tui.screens.browse import BrowseScreen
def action_undo(self):
    planted = "SECRET of the case"
    raise ValueError(planted)
BrowseScreen.action_undo = action_undo
"""

FAIL_IN_A_WORKER = """
import casefile.tui.screens.loading as loading
def load(case, target):
    planted = "SECRET of the case"
    raise KeyError(planted)
loading.load = load
"""

FAIL_IN_DRAWING = """
from casefile.tui.widgets.sources_pane import SourcesPane
def draw(self, row, width):
    planted = "SECRET of the case"
    raise ZeroDivisionError(planted)
SourcesPane.draw = draw
"""


TEXTUALS_OWN = re.compile(
    r"\x1b(?:\[[0-9;:<=>?]*[ -/$]*[@-~]|[()][A-Z0-9]|[=>78])"
    r"|\x1b\][0-9]+;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\"
)
"""CSI, charset, OSC and DCS sequences as Textual writes them."""


class Terminal:
    """A program in a pty, and all that it wrote."""

    def __init__(self, process: "subprocess.Popen[bytes]", master: int) -> None:
        self.process = process
        self.master = master
        self.output = b""

    def read_until(self, words: bytes, seconds: float = 20) -> bytes:
        """Read until the words were written, or the program ended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and words not in self.output:
            if not self._read(0.1) and self.process.poll() is not None:
                break
        return self.output

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            found = os.read(self.master, 65536)
        except OSError:
            return False
        self.output += found
        return bool(found)

    def read_for(self, seconds: float) -> None:
        """Read what is written in some seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._read(left):
            pass

    def press(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def end(self, seconds: float = 20) -> int:
        """Read to the end and return the exit status."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit and self.process.poll() is None:
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.process.wait(timeout=1)


@contextmanager
def on_a_terminal(command: list[str], **environment: str) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
    )  # fmt: skip
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(master)


@contextmanager
def terminal(case: Path, more: str = "", **environment: str) -> Iterator[Terminal]:
    command = [sys.executable, "-c", OPEN.format(more=more), str(case)]
    with on_a_terminal(command, **environment) as shell:
        yield shell


RESTORED = b"\x1b[?1049l"
"""The way back from the alternate screen."""


@pytest.mark.parametrize(
    ("more", "keys"),
    [(FAIL_IN_A_HANDLER, b"u"), (FAIL_IN_A_WORKER, b""), (FAIL_IN_DRAWING, b"")],
    ids=["handler", "worker", "drawing"],
)
def test_an_error_of_ours_tells_where_and_nothing_of_the_case(
    case: Case, more: str, keys: bytes
) -> None:
    with terminal(case.path, more) as shell:
        if keys:
            shell.read_until(b"TOKYO")
            shell.press(keys)
        assert shell.end() == 1
        said = shell.output.rpartition(RESTORED)[2].decode()
        assert RESTORED in shell.output
        assert "casefile stopped because of an error of its own" in said
        assert "SECRET" not in shell.output.decode()
        assert "Traceback" not in said
        assert said.count("casefile stopped") == 1


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_restores_the_terminal_and_gives_its_status(
    case: Case, name: str, status: int
) -> None:
    with terminal(case.path) as shell:
        shell.read_until(b"TOKYO")
        shell.process.send_signal(getattr(signal, name))
        assert shell.end() == status
        assert RESTORED in shell.output


def test_quitting_is_no_error(case: Case) -> None:
    with terminal(case.path) as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"q")
        assert shell.end() == 0


def test_no_color_writes_no_color(case: Case) -> None:
    with terminal(case.path, NO_COLOR="1") as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"jjlnn")
        shell.read_until(b"Paragraph")
        shell.press(b"q")
        shell.end()
    styles = re.findall(rb"\x1b\[([0-9;]*)m", shell.output)
    numbers = {int(n) for style in styles for n in style.split(b";") if n}
    assert not numbers & {*range(30, 38), *range(40, 48), 38, 48, *range(90, 98), *range(100, 108)}
    assert 7 in numbers


def test_no_byte_of_a_hostile_case_drives_the_terminal(hostile_case: Case) -> None:
    with terminal(hostile_case.path) as shell:
        shell.read_until(b"Text with")
        shell.press(b"jjjjjjjjjjl")
        shell.read_until(b"gnp.exe")
        shell.press(b"\x1b2jl")
        time.sleep(0.5)
        shell.press(b"q")
        shell.end()
    written = shell.output.decode()
    assert "]52;" not in written.replace("␛]52;", "")
    assert not re.search("[\x80-\x9f\u200b\u202a-\u202e]", written)
    assert "\x1b" not in TEXTUALS_OWN.sub("", written)


def test_the_message_names_the_innermost_error_and_our_file() -> None:
    try:
        try:
            raise KeyError("SECRET")
        except KeyError as error:
            raise RuntimeError("SECRET") from error
    except RuntimeError as error:
        said = unexpected(error)
    assert "KeyError" in said
    assert "SECRET" not in said
