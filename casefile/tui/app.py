"""The application: one case, one screen, and an end that tells the truth."""

import asyncio
import contextlib
import signal
import traceback
from pathlib import Path
from typing import Any, ClassVar, cast
from weakref import WeakKeyDictionary

from rich.console import RenderableType
from rich.text import Text
from textual import events, work
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from casefile.case import Case
from casefile.deeds.clipboard import Clipboard
from casefile.deeds.configuring import Settings, Trouble
from casefile.deeds.memory import Memory
from casefile.errors import CasefileError
from casefile.model.words import Ref
from casefile.tui import keymap, text
from casefile.tui.base.painting import Difference, Painted
from casefile.tui.driver import patient
from casefile.tui.screens.behind import Behind
from casefile.tui.screens.brought import Linked
from casefile.tui.screens.browse import BrowseScreen
from casefile.tui.themes import (
    CONTRAST,
    DARK,
    LIGHT,
    LINES,
    THEMES,
    is_without_colour,
    told_of_colour,
)

ENDING_SIGNALS = ("SIGTERM", "SIGHUP")
"""Signals on which the terminal is restored before the end; Windows has only the first."""


MOST_TURNS = 1000
"""Of the event loop, that a key waits for those typed before it."""

PLAINLY = "Plain screen. Question mark lists the keys, slash searches, q quits."
"""What a screen reader reads first."""


class CasefileApp(App[None]):
    """Browse one case."""

    TITLE = "casefile"
    # Textual 8.2.8 does not load the CSS of a default screen, only of a pushed one.
    CSS_PATH = "screens/browse.tcss"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    ESCAPE_TO_MINIMIZE: ClassVar[bool] = False
    # A press of the mouse on what was just taken away ends Textual 8.2.8 where text can be
    # selected (Textualize/textual#6643); what we draw ourselves cannot be selected so anyway.
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(
        self,
        case: Case,
        *,
        start: Ref | None = None,
        settings: Settings | None = None,
        memory: Memory | None = None,
        clipboard: Clipboard | None = None,
    ) -> None:
        self.settings = settings or Settings()
        """What the reader configured."""
        self.plain = bool(self.settings.number("plain"))
        """Whether a screen reader reads the screen."""
        no_color = is_without_colour() or self.plain
        with told_of_colour(wanted=not no_color):
            super().__init__(ansi_color=True if no_color else None)
        # We say nothing in either; they are two widgets and one more arrangement of each screen.
        self._disable_tooltips = self._disable_notifications = True
        for theme in (DARK, LIGHT, CONTRAST):
            self.register_theme(theme)
        self.set_class(self.plain, "-plain")
        self.theme = THEMES["terminal" if no_color else self.settings.word("theme")]
        self.animation_level = "none"
        self.title = f"casefile {text.line(case.name)}"
        self._case = case
        self.behind = Behind(case.path)
        """What links after decisions."""
        if not case.read_only:
            case.put_off_linking(later=self._link_later, before_writing=self.behind.make_way)
        self._key_sent_to: WeakKeyDictionary[events.Key, DOMNode] = WeakKeyDictionary()
        """What had the focus when a key arrived that is still on its way."""
        self._painted = Painted()
        self._start = start
        self._memory = memory or Memory()
        self._clipboard_ways = clipboard or Clipboard()
        self.text_width = self.settings.number("layout.text_width")
        """Columns of a line of an article, at most."""
        self.keymap, problems = keymap.changed(self.settings.keys)
        """The keys in force."""
        self.troubles = (*self.settings.troubles, *located(self.settings, problems))
        """What is wrong in the configuration."""
        self.set_keymap(self.keymap.overrides())

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for this system, made to bear what terminals send."""
        return patient(super().get_driver_class())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of ours that a theme of Textual's own does not have."""
        return LINES

    def refresh_css(self, animate: bool = True) -> None:
        """Take the colours of a theme; before there is a screen nothing is to be matched anew.

        Textual asks for it once more at the start, which parses all CSS twice.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """Return the browser."""
        name = Path(self.settings.name).name
        remark = PLAINLY if self.plain else ""
        remark = self.troubles[0].in_file(name) if self.troubles else remark
        ways = self._clipboard_ways
        return BrowseScreen(self._case, self._start, self.settings, self._memory, ways, remark)

    def on_mount(self) -> None:
        if self.plain and self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h")  # DECTCEM: Textual hides the cursor that is read
        self.app_resume_signal.subscribe(self, self._draw_again)
        loop = asyncio.get_running_loop()
        for name in ENDING_SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                # Where a loop takes no signals (Windows, another thread) they end it as ever.
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._end_by, int(number))

    async def on_event(self, event: events.Event) -> None:
        """Send a key on to where an earlier one has moved the focus meanwhile.

        Textual sends each key to what has the focus when it arrives, which may be
        before the key typed before it has opened a line: ``/quake`` would search
        for nothing, and then quit.
        """
        if isinstance(event, events.Resize):
            self._painted.forget()  # a terminal may have broken the lines anew
        if isinstance(event, events.Key) and self.screen_stack:
            focused = self.focused or self.screen
            if not event.is_forwarded:
                await self._let_arrive(focused, event)
                self._key_sent_to[event] = focused
            elif self._key_sent_to.pop(event, focused) is not focused:
                event = events.Key(event.key, event.character)
                await self._let_arrive(focused, event)
                self._key_sent_to[event] = focused
        await super().on_event(event)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Write only what is not on the screen already."""
        if isinstance(renderable, ChopsUpdate | LayoutUpdate):
            # Textual takes its updates for what Rich can render, which only these are.
            renderable = cast("RenderableType", Difference(renderable, self._painted))
        super()._display(screen, renderable)

    def _draw_again(self, app: App[object]) -> None:
        """Draw the whole screen: after another program had it, nothing of ours is there."""
        self._painted.forget()
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.query("*"):
                widget.refresh()

    @staticmethod
    async def _let_arrive(focused: DOMNode, key: events.Key) -> None:
        """Wait until a line of typing holds what was typed before: enter is done at once."""
        if isinstance(focused, Input) and not key.is_printable:
            for _ in range(MOST_TURNS):
                if not focused.message_queue_size:
                    return
                await asyncio.sleep(0)

    def _link_later(self) -> None:
        self.behind.is_waiting = True
        self._link()

    @work(thread=True, exclusive=True, group="linking")
    def _link(self) -> None:
        """Link what decisions touched, and let every screen show what came of it."""
        worker = get_current_worker()
        try:
            remarks = self.behind.link(lambda: worker.is_cancelled)
        except CasefileError as error:
            remarks = [str(error)]
        if remarks is not None and not worker.is_cancelled:
            self.call_from_thread(self._tell_linked, Linked(tuple(remarks)))

    def _tell_linked(self, linked: Linked) -> None:
        for screen in self.screen_stack:
            screen.post_message(Linked(linked.remarks))

    def exit(self, *arguments: Any, **named: Any) -> None:
        """End; where the case is left is kept first."""
        browser = self.screen_stack[0] if self.screen_stack else None
        if isinstance(browser, BrowseScreen) and browser.has_begun and not self._exit:
            browser.keep_place()
        super().exit(*arguments, **named)

    def _end_by(self, number: int) -> None:
        """End as after a quit, with the status that a shell gives for the signal."""
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        """End after an error of ours, without showing what we were working on.

        Textual prints the local variables of every frame, and those are the
        texts of the case.
        """
        if not self._exit_renderables:
            self._exit_renderables.append(Text(unexpected(self._exception)))
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """End without showing what Textual would say: its errors quote what they choked on."""
        self._fatal_error()


def unexpected(error: BaseException | None) -> str:
    """Say that we failed, and where in our code, without a word of the case."""
    inner = error
    while inner is not None and inner.__cause__ is not None:
        inner = inner.__cause__
    inner = getattr(inner, "error", inner)
    frames = traceback.extract_tb(inner.__traceback__) if inner else []
    own = [frame for frame in frames if "casefile" in Path(frame.filename).parts] or frames
    where = f" in {Path(own[-1].filename).name}, line {own[-1].lineno}" if own else ""
    return (
        f"casefile stopped because of an error of its own ({type(inner).__name__}{where}). "
        "Everything that was saved is on disk; please report this line."
    )


def located(settings: Settings, problems: list[keymap.Problem]) -> list[Trouble]:
    """Return what is wrong with the keys, with the line of each."""
    return [Trouble(one.said, settings.lines.get(one.id, 0)) for one in problems]


def browse(case: Case, *, start: Ref | None = None) -> int:
    """Run the browser and return the exit status: 0, 1 after an error, 128 + n after a signal."""
    app = CasefileApp(case, start=start)
    app.run()
    return app.return_code or 0
