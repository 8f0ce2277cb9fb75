"""The first line names every list there is room for, whatever is new or asked."""

import pytest
from textual.app import App, ComposeResult

from casefile.model.rows import Summary
from casefile.model.words import Kind
from casefile.tui.base.look import Look, Tab
from casefile.tui.widgets.tab_bar import TabBar

NAMES = ("Sources", "Entities", "Events", "Notes", "Time", "With", "Where", "Facts", "New", "Ask")
TABS: tuple[Tab, ...] = (
    Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.NOTE, Kind.FACT, Look.TIMELINE, Look.COUNTS,
    Look.TOGETHER, Look.PLACES, Look.NEWS, Look.QUESTIONS,
)  # fmt: skip


class Barred(App[None]):
    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._read_only = read_only

    def compose(self) -> ComposeResult:
        yield TabBar("a case", read_only=self._read_only)


@pytest.mark.parametrize("read_only", [False, True])
async def test_eighty_columns_name_every_tab_though_much_is_new_and_asked(
    *, read_only: bool
) -> None:
    app = Barred(read_only=read_only)
    async with app.run_test(size=(80, 3)) as pilot:
        bar = app.query_one(TabBar)
        counts = dict.fromkeys(("sources", "entities", "events", "facts", "notes"), 100_000)
        new, asked = (0, 9) if read_only else (999, 99)
        bar.summary = Summary(**counts, conflicts=0, new=new, questions=asked)
        for tab in TABS if new else TABS[:-2]:
            bar.tab = tab
            await pilot.pause()
            told = bar.render().plain
            wanted = [name for name in NAMES if new or name != "New"]
            assert [name for name in wanted if name not in told] == [], told
            assert len(told) <= 80
            assert ("read only" in told) == read_only
