"""The looks of the browser: what the words of the configuration name."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from textual.theme import Theme

LINES = {
    "line-cursor": "ansi_default",
    "line-cursor-away": "ansi_default",
    "line-target": "ansi_default",
    "line-rule": "ansi_default",
}
"""Backgrounds of lines: the cursor with and without the keys, and the passage that was opened.
Every text on them has a contrast of 4.5 to 1 or more (WCAG 2.2, 1.4.3);
rules and scrollbars one of 3 to 1 (1.4.11)."""

DARK = Theme(
    name="casefile-dark",
    primary="#0178d4",
    secondary="#2a9fb0",
    accent="#ffa62b",
    warning="#ffa62b",
    error="#ff8fa6",
    success="#4ebf71",
    foreground="#e0e0e0",
    variables={
        "line-cursor": "#004a86",
        "line-cursor-away": "#2d3136",
        "line-target": "#12324d",
        "line-rule": "#6f7a86",
    },
)

LIGHT = Theme(
    name="casefile-light",
    primary="#004578",
    secondary="#00586b",
    accent="#8a4b00",
    warning="#8a3b00",
    error="#9b1c3c",
    success="#1c6b38",
    foreground="#1a1a1a",
    surface="#eeeeee",
    panel="#e2e2e2",
    background="#f7f7f7",
    dark=False,
    variables={
        "line-cursor": "#b9d8f2",
        "line-cursor-away": "#dedede",
        "line-target": "#dcebf7",
        "line-rule": "#767676",
        "text-muted": "#4d4d4d",
    },
)

CONTRAST = Theme(
    name="casefile-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffd700",
    error="#ff9999",
    success="#66ff66",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text_alpha=1.0,
    variables={
        "text-muted": "#e6e6e6",
        "text-disabled": "#d0d0d0",
        "line-cursor": "#00308f",
        "line-cursor-away": "#303030",
        "line-target": "#202050",
        "line-rule": "#c0c0c0",
    },
)
"""White and pure colours on black; nothing is told by a shade of grey."""

THEMES = {
    "dark": DARK.name,
    "light": LIGHT.name,
    "contrast": CONTRAST.name,
    "terminal": "ansi-dark",
}
"""Textual's name of each theme of the configuration."""


def is_without_colour() -> bool:
    """Tell whether colour is unwanted: set and not empty, https://no-color.org."""
    return bool(os.environ.get("NO_COLOR"))


@contextmanager
def told_of_colour(*, wanted: bool) -> Iterator[None]:
    """Let Textual find NO_COLOR as it is meant: it takes an empty one for a wish, too."""
    before = os.environ.pop("NO_COLOR", None)
    if not wanted:
        os.environ["NO_COLOR"] = "1"
    try:
        yield
    finally:
        os.environ.pop("NO_COLOR", None)
        if before is not None:
            os.environ["NO_COLOR"] = before
