from array import array
from collections.abc import Sequence

import pytest
from textual.app import ComposeResult

from casefile.model.rows import EntityRow
from casefile.model.words import EntityKind, Kind, Ref
from casefile.tui.base.rowlist import PAGE, Listing, Spot
from casefile.tui.widgets.entities_pane import EntitiesPane
from tests.tui.driving import Themed

MILLION = 1_000_000


pytestmark = pytest.mark.usefixtures("every_frame")


class Many(Themed):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def fetch(self, ids: Sequence[int]) -> list[EntityRow]:
        self.asked.append(len(ids))
        return [
            EntityRow(Ref(Kind.ENTITY, id), EntityKind.PERSON, f"Person {id}", 1, 1, None, None, 0)
            for id in ids
            if id != 13
        ]

    def compose(self) -> ComposeResult:
        yield EntitiesPane(self.fetch, id="entities")

    @property
    def pane(self) -> EntitiesPane:
        return self.query_one(EntitiesPane)

    @property
    def text(self) -> str:
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())


def listing(count: int, first: int = 1, **more: object) -> Listing:
    return Listing(array("q", range(first, first + count)), **more)  # type: ignore[arg-type]


async def test_a_million_rows_are_read_a_page_at_a_time() -> None:
    app = Many()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.listing = listing(MILLION)
        await pilot.pause()
        assert "› Person 1 " in app.text
        await pilot.press("G")
        await pilot.pause()
        assert f"› Person {MILLION}" in app.text
        assert sum(app.asked) <= 4 * PAGE
        await pilot.press("k", "g")
        assert "› Person 1 " in app.text


async def test_the_cursor_stays_on_its_thing_when_rows_come_in_before_it() -> None:
    app = Many()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.listing = listing(100, 50)
        await pilot.press("j", "j")
        assert app.pane.here == Ref(Kind.ENTITY, 52)
        app.pane.listing = listing(200, 1)
        await pilot.pause()
        assert app.pane.here == Ref(Kind.ENTITY, 52)
        assert "› Person 52" in app.text


async def test_a_spot_is_found_once_its_row_is_read() -> None:
    app = Many()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.listing = listing(20, ready=False)
        app.pane.go(Spot(Ref(Kind.ENTITY, 500), 499, 490))
        await pilot.pause()
        app.pane.listing = listing(1000)
        await pilot.pause()
        assert app.pane.here == Ref(Kind.ENTITY, 500)
        assert app.pane.top == 490


async def test_a_row_that_is_gone_is_said_to_be() -> None:
    app = Many()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.listing = listing(20)
        await pilot.pause()
        assert "no longer in the case" in app.text


async def test_a_cursor_key_repaints_two_lines_and_not_the_pane() -> None:
    app = Many()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.listing = listing(20)
        await pilot.pause()
        drawn: list[int] = []
        draw = app.pane.render_line
        app.pane.render_line = lambda y: (drawn.append(y), draw(y))[1]  # type: ignore[method-assign,func-returns-value]
        await pilot.press("j")
        await pilot.pause()
        assert sorted(set(drawn)) == [0, 1]


async def test_a_list_that_goes_on_as_it_began_is_not_read_again() -> None:
    app = Many()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.listing = listing(2 * PAGE, ready=False)
        await pilot.pause()
        asked = len(app.asked)
        app.pane.listing = listing(1000)
        await pilot.pause()
        assert len(app.asked) == asked
        await pilot.press("G")
        assert "› Person 1000" in app.text
        app.pane.listing = listing(1000, 500)
        await pilot.pause()
        assert "› Person 1000" in app.text
        assert app.pane.cursor == 500
