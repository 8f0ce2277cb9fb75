"""What is on the screen can be read, in every look."""

import pytest
from rich.style import Style
from textual.screen import ModalScreen
from textual.strip import Strip

from casefile.case import Case
from casefile.deeds.configuring import THEMES as NAMES
from casefile.deeds.configuring import settings_of
from casefile.tui.base.lines import STYLES, LineView
from casefile.tui.themes import THEMES
from tests.tui.driving import WIDE, Reader, reading

LEAST = 4.5
"""To 1, for text (WCAG 2.2, 1.4.3)."""

RULES, LEAST_OF_RULES = " ┌┐└┘│▏─━▔▁▂▃▄▅▆▇█┃╭╮╰╯", 3
"""Lines, frames and scrollbars, and the contrast they need (WCAG 2.2, 1.4.11)."""

COLOURED = [name for name in NAMES if name != "terminal"]

SCREENS = ((), ("2",), ("3", "enter"), ("1", "enter", "n"), ("?",), ("/", "d"), ("a",), ("y",))


def contrast(style: Style) -> float:
    """Return the contrast of a style's text (WCAG 2.2, relative luminance)."""
    assert style.color is not None
    assert style.bgcolor is not None
    lights = []
    for colour in (style.color, style.bgcolor):
        parts = [part / 255 for part in colour.get_truecolor()]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        lights.append(0.2126 * r + 0.7152 * g + 0.0722 * b)
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def in_front(reader: Reader) -> list[Strip]:
    """Return the lines of the screen; of a window over it, only its own."""
    screen = reader.app.screen
    strips = screen._compositor.render_strips()
    if not isinstance(screen, ModalScreen):
        return strips
    x, y, width, height = screen.children[0].region
    return [strip.crop(x, x + width) for strip in strips[y : y + height]]


def test_every_theme_that_can_be_set_is_one() -> None:
    assert tuple(THEMES) == NAMES


@pytest.mark.parametrize("theme", COLOURED)
async def test_every_style_of_a_line_can_be_read_on_every_ground(case: Case, theme: str) -> None:
    async with reading(case, WIDE, settings=settings_of(f'theme = "{theme}"')) as reader:
        await reader.press("enter")
        views = list(reader.screen.query(LineView))
        assert any(view.has_focus for view in views)
        for view in views:
            for name in STYLES:
                for over in ("", "target", "cursor", "target cursor"):
                    style = view.style_of(f"{name} {over}")
                    assert contrast(style) >= LEAST, (view.id, name, over, style)


@pytest.mark.parametrize("theme", COLOURED)
async def test_all_that_stands_on_the_screen_can_be_read(case: Case, theme: str) -> None:
    async with reading(case, WIDE, settings=settings_of(f'theme = "{theme}"')) as reader:
        case.add_note(case.source_rows([1])[0].ref, "Who else was there?")
        for keys in SCREENS:
            await reader.press(*keys)
            for strip in in_front(reader):
                for words, style, _ in strip:
                    if words.strip() and style and style.color:
                        least = LEAST if words.strip(RULES) else LEAST_OF_RULES
                        assert contrast(style) >= least, (keys, words, style)
            await reader.press("escape")


@pytest.mark.parametrize("theme", NAMES)
async def test_mentions_facts_notes_and_hits_are_told_apart_without_colour(
    case: Case, theme: str
) -> None:
    async with reading(case, settings=settings_of(f'theme = "{theme}"')) as reader:
        pane = reader.screen.list_pane

        def shape(names: str) -> tuple[bool | None, ...]:
            style = pane.style_of(names)
            return (style.bold, style.underline, style.italic, style.reverse, style.underline2)

        shapes = [shape(name) for name in ("", "person", "note", "match")]
        assert len(set(shapes)) == len(shapes)
