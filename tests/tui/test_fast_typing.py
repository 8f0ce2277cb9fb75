"""Whoever types faster than the screen is drawn is understood all the same."""

import pytest

from casefile.case import Case
from casefile.deeds.memory import Memory
from tests.tui.driving import reading
from tests.tui.test_endings import terminal


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        (b"/quad", b"quad"),
        (b"fquad", b"quad"),
        (b":quad", b"quad"),
        (b"aquad", b"quad"),
        (b"yq", b"Copied"),
        (b"mq", b"Marked with q"),
    ],
    ids=["search", "narrow", "command", "note", "copy", "mark"],
)
def test_what_is_typed_after_a_key_goes_where_the_key_leads(
    case: Case, typed: bytes, seen: bytes
) -> None:
    with terminal(case.path) as shell:
        shell.read_until(b"TOKYO")
        shell.press(typed)
        shell.read_until(seen, 5)
        shell.press(b"\x1b")
        shell.read_until(b"never comes", 0.3)
        assert shell.process.poll() is None
        shell.press(b"q")
        assert shell.end() == 0
    assert seen in shell.output


async def test_what_is_typed_after_a_letter_is_no_second_letter(case: Case) -> None:
    memory = Memory()
    async with reading(case, memory=memory) as reader:
        for key in ("m", "x", "j", "j"):
            reader.app.simulate_key(key)
        await reader.settle()
        assert list(memory.marks(case.path)) == ["x"]
        assert reader.screen.list_pane.cursor == 2
