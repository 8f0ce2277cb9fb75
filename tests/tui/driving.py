"""Press keys and read the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from casefile.case import Case
from casefile.deeds.clipboard import Clipboard
from casefile.deeds.configuring import Settings
from casefile.deeds.memory import Memory
from casefile.model.words import Ref
from casefile.tui.app import CasefileApp
from casefile.tui.screens.browse import BrowseScreen
from casefile.tui.themes import DARK
from tests.tui.idling import idling

NARROW = (80, 24)
WIDE = (160, 45)


class Themed(App[None]):
    """An app of single widgets, in the colours of the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name


class Reader:
    """Somebody at the keys."""

    def __init__(self, app: CasefileApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        await self.pilot.pause()
        while any(not worker.is_finished for worker in self.app.workers):
            with suppress(WorkerCancelled):  # a newer one has taken its place
                await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> str:
        """Press keys one after the other and return the screen."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()
        return self.text

    async def dash(self, words: str) -> str:
        """Type words faster than the screen is painted and return the screen."""
        for character in words:
            self.app.post_message(Key(_character_to_key(character), character))
        await self.settle()
        return self.text

    async def look_again(self) -> str:
        """Let the browser look what other programs wrote, as after a pause; return the screen."""
        self.screen._pressed_at = self.screen._reloaded_at = 0.0
        self.screen._look_for_changes()
        await self.settle()
        return self.text

    async def type(self, words: str) -> str:
        """Type words as fast as one can and return the screen."""
        for character in words:
            await self.pilot.press("space" if character == " " else character)
        await self.settle()
        return self.text

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def said(self) -> str:
        """The last line."""
        return self.lines[-1].strip()

    @property
    def screen(self) -> BrowseScreen:
        """The browser, whatever lies over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, BrowseScreen)
        return screen


@asynccontextmanager
async def reading(
    case: Case,
    size: tuple[int, int] = NARROW,
    *,
    start: Ref | None = None,
    settings: Settings | None = None,
    memory: Memory | None = None,
    clipboard: Clipboard | None = None,
) -> AsyncIterator[Reader]:
    """Open the browser on a case."""
    app = CasefileApp(case, start=start, settings=settings, memory=memory, clipboard=clipboard)
    with idling():
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot)
            first = app.screen_stack[0]
            assert isinstance(first, BrowseScreen)
            while not first.has_begun:
                await pilot.pause(0.01)
            await reader.settle()
            yield reader
