"""What is written of a difference shows the same as all that is drawn."""

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from casefile.tui.base.mooring import moored
from casefile.tui.base.painting import Painted

COLUMNS, ROWS = 16, 2

STYLES = tuple(
    Style.parse(said)
    for said in (
        "white on black", "bold red", "underline on blue", "bold dim #123456", "dim",
        "reverse bold", "underline2", "italic bright_red on bright_blue", "color(200) on color(17)",
        "#fefefe on #010203", "none",
    )
)  # fmt: skip

PAIRS = st.sampled_from(("ab", "xy", "  ", "東", "é "))
"""Two columns each, so that no wide sign is cut in halves."""

SEGMENTS = st.builds(
    lambda words, style: Segment("".join(words), style),
    st.lists(PAIRS, min_size=1, max_size=3),
    st.sampled_from(STYLES),
)

DRAWN = st.tuples(
    st.integers(0, ROWS - 1),
    st.integers(0, COLUMNS // 2 - 1).map(lambda pair: pair * 2),
    st.lists(SEGMENTS, min_size=1, max_size=4),
    st.booleans(),
)


def console() -> Console:
    found = Console(force_terminal=True, color_system="truecolor")
    assert found._color_system is ColorSystem.TRUECOLOR
    return found


def strip_of(segments: list[Segment], x: int) -> Strip:
    """Return a strip that ends on the screen."""
    return Strip(segments).crop(0, COLUMNS - x)


def shown(written: str) -> list[list[pyte.screens.Char]]:
    """Return the cells of a terminal to which this was written."""
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.Stream(screen).feed(written)
    return [[screen.buffer[row][column] for column in range(COLUMNS)] for row in range(ROWS)]


@given(st.lists(DRAWN, max_size=12))
def test_a_difference_shows_what_was_drawn(
    drawn: list[tuple[int, int, list[Segment], bool]],
) -> None:
    painted, parts, whole = Painted(), "", ""
    for y, x, segments, is_forgotten in drawn:
        strip = strip_of(segments, x)
        if is_forgotten:
            painted.forget()
        parts += painted.write(y, [(x, strip)], console())
        whole += Painted().write(y, [(x, strip)], console())
    assert shown(parts) == shown(whole)


@given(st.lists(SEGMENTS, max_size=8))
def test_each_style_is_that_of_rich_whatever_stood_before_it(segments: list[Segment]) -> None:
    strip = strip_of(segments, 0)
    written = Painted().write(0, [(0, strip)], console())
    assert shown(written) == shown(strip.render(console()))


@given(st.lists(SEGMENTS, min_size=1, max_size=4))
def test_what_stands_there_is_not_written_again(segments: list[Segment]) -> None:
    painted, strip = Painted(), strip_of(segments, 0)
    assert painted.write(0, [(0, strip)], console())
    assert painted.write(0, [(0, strip)], console()) == ""
    assert painted.write(0, [(2, strip.crop(2))], console()) == ""
    painted.forget()
    assert painted.write(0, [(0, strip)], console())


def test_only_what_differs_is_written() -> None:
    painted, plain, bold = Painted(), STYLES[0], STYLES[1]
    ends = Segment("left ", plain), Segment(" right", plain)
    painted.write(0, [(0, Strip([ends[0], Segment("one", plain), ends[1]]))], console())
    written = painted.write(0, [(0, Strip([ends[0], Segment("two", bold), ends[1]]))], console())
    assert "two" in written
    assert "left" not in written
    assert "right" not in written
    assert written.startswith("\x1b[1;6H")


def test_where_a_terminal_may_count_otherwise_the_rest_of_the_line_is_written() -> None:
    painted, rest = Painted(), (8, Strip([Segment("the rest")]))
    for words in ("क्षि", "ab"):
        unsure = moored(Strip([Segment(words)]), 0, 8, STYLES[0])
        assert "the rest" in painted.write(0, [(0, unsure), rest], console())
    assert painted.write(0, [(0, unsure), rest], console()) == ""
