"""The screen as a screen reader reads it."""

import re

from casefile.case import Case
from casefile.deeds.configuring import settings_of
from casefile.tui.base.lines import LineView
from tests.tui.driving import WIDE, Reader, reading
from tests.tui.test_endings import terminal

PLAIN = settings_of("plain = true")

DRAWN = re.compile("[\u2500-\u259f\u2800-\u28ff]")
"""Box drawing, blocks and braille."""


def line_read(reader: Reader) -> str:
    """Return the line on which the terminal's cursor stands."""
    return reader.lines[reader.app.cursor_position.y]


async def test_nothing_is_drawn_anywhere(case: Case) -> None:
    async with reading(case, WIDE, settings=PLAIN) as reader:
        assert reader.said.startswith("Plain screen. Question mark lists the keys")
        for keys in ((), ("enter",), ("n",), ("2", "enter"), ("?",), ("/", "d"), (":",), ("a",)):
            await reader.press(*keys)
            assert not DRAWN.search(reader.text), keys
            await reader.press(*(["escape"] if keys and keys[-1] in "d?:a" else []))


async def test_the_cursor_stands_on_what_is_read_and_one_pane_is_shown(case: Case) -> None:
    async with reading(case, WIDE, settings=PLAIN) as reader:
        assert "Envoys met" in line_read(reader)
        assert "TOKYO" not in reader.text
        await reader.press("j")
        assert "秘密会談" in line_read(reader) or "Kishida denies" in line_read(reader)
        await reader.press("2", "enter")
        card = reader.screen.focused
        assert isinstance(card, LineView)
        first = line_read(reader)
        await reader.press("j")
        assert line_read(reader) != first


async def test_what_the_cursor_in_a_text_stands_on_is_told(case: Case) -> None:
    async with reading(case, settings=PLAIN) as reader:
        await reader.press("enter", "n")
        mark = reader.screen.query_one("#main-article").mark  # type: ignore[attr-defined]
        assert reader.said == f"{case.label(mark.ref)}, {mark.ref.kind}"
        assert mark.span.of(case.source(1).text) in line_read(reader)


def test_no_colour_is_sent_and_the_cursor_is_there(case: Case) -> None:
    more = (
        "from casefile.deeds.configuring import Settings\n"
        "import casefile.tui.app as app\n"
        "own = app.CasefileApp\n"
        "app.CasefileApp = lambda case, **more: own(case, settings=Settings().but(plain=True))\n"
    )
    with terminal(case.path, more) as shell:
        shell.read_until(b"Envoys")
        shell.press(b"jjlnn?")
        shell.read_until(b"Everywhere")
        shell.press(b"qq")
        shell.end()
    assert colours(shell.output) == set()
    assert shell.output.rindex(b"\x1b[?25h") > shell.output.index(b"\x1b[?25l")
    assert shell.output.index(b"\x1b[?25h") < shell.output.index(b"Everywhere")


def colours(written: bytes) -> set[int]:
    """Return the SGR numbers written that set a colour."""
    styles = re.findall(rb"\x1b\[([0-9;:]*)m", written)
    numbers = {int(n) for style in styles for n in re.split(b"[;:]", style) if n}
    return numbers & {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}
