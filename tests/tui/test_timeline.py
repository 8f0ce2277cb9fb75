"""The events as bars: zoom, panning, narrowing, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.tui import text
from casefile.tui.widgets.timeline_pane import shares
from tests.looks import make_case
from tests.tui.driving import NARROW, WIDE, Reader, reading


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Case]:
    with Case(make_case(tmp_path / "harbour.casefile")) as case:
        yield case


def row(reader: Reader, words: str) -> str:
    """Return the line of the pane with these words, without what stands beside the pane."""
    return next(line for line in reader.lines[3:] if words in line).partition("▏")[0]


@given(st.integers(4, 300))
def test_date_title_and_bar_fill_the_row_and_do_not_touch(width: int) -> None:
    when, title, bar = shares(width)
    assert min(when, title) >= 0
    assert bar >= 1
    assert when + (1 if when else 0) + title + 1 + bar == width


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_the_timeline_shows_a_bar_for_each_event(
    harbour: Case, size: tuple[int, int]
) -> None:
    async with reading(harbour, size) as reader:
        shown = await reader.press("5")
        assert "[5 Time" in shown
        assert "whole, 2001-12-31 to 2017-01-01" in shown
        assert "|20" in reader.lines[3]
        assert "←" in row(reader, "before 2002")
        assert "~" in row(reader, "~2014")
        assert row(reader, "Strike").rstrip().endswith("→")
        assert "┄" in row(reader, "Planned talks") or "□" in row(reader, "Planned talks")
        assert "undated" in row(reader, "Talks nobody")
        wide = row(reader, "港")
        bars = {text.cells(line[: line.index("■")]) for line in (row(reader, "3-4 Sep"), wide)}
        assert max(bars) <= size[0]
        assert text.cells(row(reader, "before 2002").partition("←")[0]) <= min(bars)


async def test_zoom_and_panning_keep_the_event_under_the_cursor_in_sight(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("5", "j", "j", "j")
        assert "› 3-4 Sep" in reader.text
        for zoom in ("decade", "year", "month", "day"):
            shown = await reader.press("+")
            assert f"by {zoom}, " in shown
            assert "■" in row(reader, "› 3-4") or "━" in row(reader, "› 3-4"), zoom
        assert "|2 Sep" in reader.lines[3]
        before = reader.lines[3]
        await reader.press("right")
        assert reader.lines[3] != before
        await reader.press("left")
        assert reader.lines[3] == before
        await reader.press("j")
        assert "┄" in row(reader, "› Nov 2016")
        await reader.press("-", "-", "-", *["left"] * 9)
        last = reader.lines[2].partition(" to ")[2][:4]
        assert "2001" <= last < "2011"  # no further than where there is an event
        await reader.press("-", "-")
        assert "whole, " in reader.text


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_enter_opens_the_event_and_back_returns_as_it_was(
    harbour: Case, size: tuple[int, int]
) -> None:
    async with reading(harbour, size) as reader:
        await reader.press("5", "j", "j", "j", "+", "+", "right")
        before = reader.lines[2:]
        opened = await reader.press("enter")
        assert "Timeline › Meeting at the pier" in opened
        await reader.press("backspace")
        assert reader.lines[2:] == before


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_a_date_on_a_card_leads_to_the_timeline_and_back(
    harbour: Case, size: tuple[int, int]
) -> None:
    async with reading(harbour, size) as reader:
        await reader.press("2", "f")
        await reader.type("tomas")
        text = await reader.press("enter", "3", "f")
        await reader.type("strike")
        text = await reader.press("enter", "enter")
        assert "when      from 2017" in text
        assert "› when" not in text
        assert "› when      from 2017" in await reader.press("k")
        text = await reader.press("enter")
        assert "[5 Time" in text
        assert "› from 2017" in text
        assert "Timeline  7" in text
        assert "Talks nobody" in text
        text = await reader.press("backspace")
        assert "› when      from 2017" in text
        assert "1 of 7" in text or size == NARROW


async def test_going_back_restores_the_zoom_that_was_left(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("5", "j", "j", "j", "+", "+", "+")
        before = reader.lines[2:]
        await reader.press("enter", "2", "5", "-", "-", "g")
        assert "by month" not in reader.lines[2]
        await reader.press("backspace", "backspace", "backspace")
        assert reader.lines[2:] == before


async def test_narrowing_and_only_this_bound_the_bars_and_the_scale(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("5", "f")
        shown = await reader.type("pier")
        assert "matching “pier”" in shown
        assert "whole, 2016-09-03 to 2016-09-04" in shown
        await reader.press("escape")
        await reader.press("2", "j", ".")
        shown = await reader.press("5")
        assert "only Rosa Okafor" in shown
        assert "Timeline  3 of" in shown or "Timeline  3 " in shown
        assert "Visit to the docks" not in shown
        await reader.press(".")
        assert "Visit to the docks" in reader.text


async def test_what_belongs_to_one_bounds_every_look_at_once(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("2", ".")
        looks = (("5", "Timeline  5"), ("6", "With whom  3"), ("7", "2 places by country"))
        for key, pane in looks:
            shown = await reader.press(key)
            assert pane in shown
            assert "only Ilse Brandt" in shown
        assert "Tokyo" in shown
        assert "Paris" not in shown
        shown = await reader.press("5", "c")
        assert "5 events" in shown
        shown = await reader.press(".", "5")
        assert "only Ilse Brandt" not in shown
        assert "Timeline  7" in shown


@pytest.mark.parametrize(("look", "things"), [
    ("5", "events"), ("6", "entities"), ("7", "places"),
])  # fmt: skip
async def test_a_look_narrowed_to_nothing_says_so(harbour: Case, look: str, things: str) -> None:
    async with reading(harbour) as reader:
        await reader.press(look, "f")
        shown = await reader.type("zzqxzz")
        assert f"No {things} match “zzqxzz”" in shown


async def test_counts_lead_to_the_events_of_a_month(harbour: Case) -> None:
    async with reading(harbour) as reader:
        shown = await reader.press("5", "c")
        assert "Events counted  6" in shown
        assert "7 events" in shown
        assert row(reader, "Sep 2016").split()[2:4] == [
            "1",
            "█" * len(row(reader, "Sep").split()[3]),
        ]
        assert "2010s" in await reader.press("-", "-")
        await reader.press("+", "+", "j", "j")
        assert "› Sep 2016" in reader.text
        shown = await reader.press("enter")
        assert "by month, 2016-09-01 to" in shown
        assert "› 3-4 Sep" in shown
        await reader.press("backspace")
        assert "› Sep 2016" in reader.text
        assert "by month, 2016-09-01 to" in await reader.press("c")


async def test_an_empty_timeline_teaches_the_next_command(empty_case: Case) -> None:
    async with reading(empty_case) as reader:
        shown = await reader.press("5")
        assert "nothing to draw" in shown
        assert ":add FOLDER" in shown
        await reader.press("+", "-", "left", "right", "enter")
        shown = await reader.press("c")
        assert "nothing to count" in shown
        await reader.press("+", "-", "enter")
        assert reader.app.is_running


async def test_help_says_what_the_keys_and_the_bars_mean(harbour: Case) -> None:
    async with reading(harbour, WIDE) as reader:
        shown = await reader.press("5", "?")
        assert "On the timeline" in shown
        assert "fewer days" in shown
        shown = await reader.press("G")
        assert "without a beginning" in shown
