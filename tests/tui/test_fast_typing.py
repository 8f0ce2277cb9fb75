"""Whoever types faster than the screen is drawn is understood all the same."""

import re
import time

import pyte
import pytest

from casefile.case import Case
from casefile.deeds.memory import Memory
from tests.tui.driving import reading
from tests.tui.test_endings import Terminal, terminal


def shown(shell: Terminal) -> str:
    """Return the screen as a terminal would show it."""
    screen = pyte.Screen(80, 24)
    pyte.ByteStream(screen).feed(UNKNOWN.sub(b"", shell.output))
    return "\n".join(screen.display)


UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-z]")
"""Sequences of newer terminals that pyte would draw."""


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        (b"/quad", "quad"),
        (b"fquad", "quad"),
        (b":quad", "quad"),
        (b":open entity:1\r", "Entity"),
        (b"/tokyo\r", "› Tokyo"),
        (b"aquad", "quad"),
        (b"yq", "Copied"),
        (b"mq", "Marked with q"),
    ],
    ids=["search", "narrow", "command", "order", "result", "note", "copy", "mark"],
)
def test_what_is_typed_after_a_key_goes_where_the_key_leads(
    case: Case, typed: bytes, seen: str
) -> None:
    with terminal(case.path) as shell:
        shell.read_until(b"TOKYO")
        shell.press(typed)
        end = time.monotonic() + 20
        while seen not in shown(shell) and time.monotonic() < end:
            shell.read_until(b"never comes", 0.1)
        assert seen in shown(shell)
        shell.press(b"\x1b")
        shell.read_until(b"never comes", 0.3)
        assert shell.process.poll() is None
        shell.press(b"q")
        assert shell.end() == 0


async def test_what_is_typed_after_a_letter_is_no_second_letter(case: Case) -> None:
    memory = Memory()
    async with reading(case, memory=memory) as reader:
        for key in ("m", "x", "j", "j"):
            reader.app.simulate_key(key)
        await reader.settle()
        assert list(memory.marks(case.path)) == ["x"]
        assert reader.screen.list_pane.cursor == 2
