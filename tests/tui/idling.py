"""Wait until an app has nothing left to do, not until the machine looks idle.

Textual's own pilot sleeps 20 ms at a time, at least three times a key, until the process
burns little: slow, and on a busy machine it returns early or late.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import textual.app
import textual.pilot
from textual._compositor import Compositor
from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from casefile.tui.screens import behind, foretelling, reading, searching, sighting

MOST_TURNS = 100_000
"""Of the event loop: an app that is at it for longer never comes to rest."""

SHORT_S = 0.005
"""Seconds of a pause here: a worker still begins it, and goes on after it."""

paint = Compositor.render_update
"""Textual's own: it composes the lines that changed."""


def without_pauses(patch: pytest.MonkeyPatch) -> None:
    """Do at once what follows a rest: nobody acts in a row here, every key is waited for."""
    patch.setattr(behind, "PAUSE_S", 0.0)
    for room, name in (
        (searching, "PAUSE_S"), (reading, "STAY_S"), (sighting, "REST_S"), (foretelling, "LOOK_S"),
    ):  # fmt: skip
        patch.setattr(room, name, SHORT_S)


async def idle(min_sleep: float = 0.0, max_sleep: float = 0.0) -> None:
    """Return when no message, callback or repaint of the app of this test is under way.

    It stands for ``textual._wait.wait_for_idle`` and takes the same arguments, which it has
    no use for. Threads and timers are not waited for: see ``Reader.settle`` for the first.
    """
    loop = asyncio.get_running_loop()
    app = active_app.get()
    behind: set[Screen[object]] = set()
    for _ in range(MOST_TURNS):
        await asyncio.sleep(0)
        # What runs next, in every loop of CPython: with nothing in it, all others wait.
        if loop._ready:  # type: ignore[attr-defined]
            continue
        if app._exit or not app.is_running:
            return
        if app._resize_event is not None:  # which waits for a timer, for more of them
            app._check_resize()
            continue
        # A screen behind another asks to be drawn again whenever it is: once is enough.
        screens = [screen for screen in app.screen_stack if screen not in behind]
        waiting = [screen for screen in screens if is_to_be_drawn(screen)]
        for screen in waiting:
            screen._on_timer_update()
        behind.update(screen for screen in waiting if screen is not app.screen)
        if not waiting and not paint_what_waits(app):
            return
    raise AssertionError("the app never comes to rest")


def is_to_be_drawn(screen: Screen[object]) -> bool:
    """Return whether a screen in sight would do something at the next tick of its timer."""
    if not screen.is_current or screen.app._batch_count:
        return False
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def paint_later(
    compositor: Compositor,
    full: bool = False,
    screen_stack: list[Screen[object]] | None = None,
    simplify: bool = False,
) -> None:
    """Stand for ``Compositor.render_update``, as if the terminal took a frame only at rest.

    What is to be painted stays with the compositor; ``idle`` then paints it at once.
    """


def paint_what_waits(app: App[object]) -> bool:
    """Paint what ``paint_later`` left; return whether there was anything."""
    compositor = app.screen._compositor
    if app._batch_count or not compositor._dirty_regions:
        return False
    paint(compositor, screen_stack=app._background_screens)
    return True


@contextmanager
def idling() -> Iterator[None]:
    """Let every pilot wait as ``idle`` does."""

    async def wait(pilot: Pilot[object], timeout: float = 0.0) -> bool:
        await idle()
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textual.app, "wait_for_idle", idle)
        patch.setattr(textual.pilot, "wait_for_idle", idle)
        patch.setattr(Pilot, "_wait_for_screen", wait)
        yield
