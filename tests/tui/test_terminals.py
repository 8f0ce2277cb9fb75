"""On the terminals there are: what they send, what they forget, and how they are left."""

import os
import re
import signal
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.geometry import Offset
from textual.widgets import Static

from casefile.case import Case
from casefile.tui.driver import InputDecoder
from tests.tui.driving import reading
from tests.tui.test_endings import RESTORED, Terminal, terminal

MODES = {b"1000", b"1003", b"1015", b"1006", b"1004", b"2004", b"1049", b"25"}


def left_set(written: bytes) -> set[bytes]:
    """Return the private modes that were set and not reset, or reset and not set again (25)."""
    state: dict[bytes, bytes] = {}
    for mode, how in re.findall(rb"\x1b\[\?(\d+)([hl])", written):
        state[mode] = how
    return {m for m, how in state.items() if m in MODES and how == (b"l" if m == b"25" else b"h")}


def is_stopped(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def wait_until_stopped(shell: Terminal, wanted: bool) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and is_stopped(shell.process.pid) is not wanted:
        shell.read_until(b"never comes", 0.05)
    assert is_stopped(shell.process.pid) is wanted


@pytest.mark.parametrize("term", ["linux", "screen", "xterm", "xterm-256color", "vt100", "unheard"])
def test_every_terminal_is_drawn_on_and_left_as_it_was(case: Case, term: str) -> None:
    with terminal(case.path, TERM=term, COLORTERM="") as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"2")
        assert b"organization" in shell.read_until(b"organization")
        shell.press(b"q")
        assert shell.end() == 0
    assert RESTORED in shell.output
    assert left_set(shell.output) == set()


def test_suspended_and_resumed_it_is_drawn_again(case: Case) -> None:
    with terminal(case.path) as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"\x1a")
        wait_until_stopped(shell, True)
        assert left_set(shell.output) == set()
        before = len(shell.output)
        shell.process.send_signal(signal.SIGCONT)
        wait_until_stopped(shell, False)
        shell.read_until(b"never comes", 1)
        assert b"TOKYO" in shell.output[before:]
        shell.press(b"q")
        assert shell.end() == 0
    assert left_set(shell.output) == set()


def test_raw_reports_of_a_mouse_past_column_95_do_no_harm(case: Case) -> None:
    asked = b"\x1b[?1006h"
    with terminal(case.path) as shell:
        shell.read_until(b"TOKYO")
        before = shell.output.count(asked)
        shell.press(b"\x1b[M#\xc3\xa9" + b"\x1b[MC\xff\x80" + b"\xff\xfe")
        shell.press(b"2")
        assert b"organization" in shell.read_until(b"organization")
        assert shell.output.count(asked) > before
        shell.press(b"q")
        assert shell.end() == 0


def test_without_the_mouse_no_report_of_it_is_asked_for(case: Case) -> None:
    more = (
        "from casefile.deeds.configuring import Settings\n"
        "from casefile.tui.app import CasefileApp as App\n"
        "init, run = App.__init__, App.run\n"
        "def begin(self, case, start=None):\n"
        "    init(self, case, settings=Settings().but(mouse=False))\n"
        "App.__init__ = begin\n"
        "App.run = lambda self: run(self, mouse=False)\n"
    )
    with terminal(case.path, more) as shell:
        shell.read_until(b"TOKYO")
        shell.press(b":mouse\r")
        shell.read_until(b"\x1b[?1006h")
        shell.press(b":mouse\r")
        shell.read_until(b"\x1b[?1006l")
        shell.press(b"q")
        assert shell.end() == 0
    asked = [shell.output.find(b"\x1b[?%dh" % mode) for mode in (1000, 1003, 1006)]
    assert min(asked) > shell.output.index(b"TOKYO")
    assert left_set(shell.output) == set()


@given(st.lists(st.binary(max_size=12) | st.just(b"\x1b[M#\xc3\xa9") | st.just("東é".encode())))
def test_whatever_a_terminal_sends_is_read(pieces: list[bytes]) -> None:
    decoder = InputDecoder(lambda: None)
    for piece in pieces:
        decoder.decode(piece)
    decoder.decode(b"", final=True)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(1, 5))
def test_text_is_read_whole_however_it_is_cut(words: str, size: int) -> None:
    reports: list[bool] = []
    decoder = InputDecoder(lambda: reports.append(True))
    sent = words.encode()
    read = [decoder.decode(sent[at : at + size]) for at in range(0, len(sent), size)]
    assert "".join(read) + decoder.decode(b"", final=True) == words
    assert reports == []


def test_a_raw_report_is_taken_out_however_it_is_cut() -> None:
    for cut in range(3, 6):
        reports: list[bool] = []
        decoder = InputDecoder(lambda found=reports: found.append(True))  # type: ignore[misc]
        sent = b"\x1b[M#\xc3\xa9"
        assert decoder.decode(b"a" + sent[:cut]) + decoder.decode(sent[cut:] + b"b") == "ab"
        assert reports == [True]


async def test_a_press_on_what_was_just_taken_away_does_no_harm(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(case) as reader:
        gone = Static("gone")  # as the compositor still knows it, without a parent
        monkeypatch.setattr(
            type(reader.screen), "get_widget_and_offset_at", lambda *_: (gone, Offset(1, 1))
        )
        for kind in (events.MouseDown, events.MouseMove, events.MouseUp):
            reader.screen._forward_event(kind(None, 5, 5, 0, 0, 1, False, False, False, 5, 5))
        await reader.settle()
        assert "Envoys met" in await reader.press("j")


def test_a_terminal_that_cannot_move_its_cursor_gets_the_summary(case: Case) -> None:
    more = "from casefile.cli import main\nraise SystemExit(main(['open', sys.argv[1]]))\n"
    with terminal(case.path, more, TERM="dumb", XDG_STATE_HOME=os.devnull) as shell:
        assert shell.end() == 0
    assert b"Latest events" in shell.output
    assert b"\x1b[?" not in shell.output
