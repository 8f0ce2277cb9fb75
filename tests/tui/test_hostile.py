"""Foreign text is shown as it is written, and drives nothing."""

import re
from array import array
from collections.abc import Iterator

import pytest
from textual.app import ComposeResult
from textual.events import Paste
from textual.widgets import Input, TextArea

from casefile.case import Case
from casefile.core.safe import safe_line
from casefile.model.rows import EntityRow
from casefile.model.words import EntityKind, Kind, Ref
from casefile.tui import text
from casefile.tui.base.card import CardView
from casefile.tui.base.rowlist import Listing
from casefile.tui.base.view import Card, CardRow, Shape
from casefile.tui.widgets.entities_pane import EntitiesPane
from casefile.tui.widgets.status_bar import StatusBar
from casefile.tui.widgets.tab_bar import TabBar
from casefile.tui.widgets.trail_bar import TrailBar
from tests.tui.conftest import HOSTILE
from tests.tui.driving import WIDE, Reader, Themed, reading

DANGEROUS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
"""What may not reach the terminal from data; the screen's own line ends aside."""


def check(reader: Reader) -> str:
    assert not DANGEROUS.search(reader.text)
    for strip in reader.app.screen._compositor.render_strips():
        for _, style, _ in strip:
            assert style is None or not (style.meta or {}).get("@click")
            assert style is None or style.link is None
    return reader.text


async def test_titles_texts_and_notes_are_shown_as_they_are_written(hostile_case: Case) -> None:
    async with reading(hostile_case, WIDE) as reader:
        assert "[red]case" in check(reader)
        for words in HOSTILE:
            shown = check(reader)
            assert f"Title {safe_line(words)}" in shown, words
            assert f"Text with {safe_line(words)} in it." in shown, words
            await reader.press("j")
        await reader.press("4")
        for words in HOSTILE:
            assert f"Note Title {safe_line(words)}" in check(reader), words
            await reader.press("j")


async def test_walking_through_a_hostile_case_is_harmless(hostile_case: Case) -> None:
    async with reading(hostile_case, WIDE) as reader:
        for keys in ("l n n l", "h h 2 j l n", "3 l n n l", "4 l", "1 a escape", "? escape", ". ."):
            for key in keys.split():
                await reader.press(key)
                check(reader)


@pytest.mark.parametrize(("opener", "closer"), [("/", "escape"), ("f", "escape"), ("a", "ctrl+g")])
async def test_what_is_typed_or_pasted_is_shown_as_it_is(
    hostile_case: Case, opener: str, closer: str
) -> None:
    async with reading(hostile_case, WIDE) as reader:
        await reader.press(opener)
        field = reader.app.focused
        assert isinstance(field, Input | TextArea)
        for words in HOSTILE:
            field.clear()
            field.post_message(Paste(words))
            await reader.settle()
            assert text.line(words) in check(reader), words
        await reader.press(closer)
        check(reader)


class Parts(Themed):
    """Every widget that shows foreign text, with the same words in each slot."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        ref = Ref(Kind.ENTITY, 1)
        row = EntityRow(ref, EntityKind.PERSON, self.words, 3, 2, 2016, 2017, 1)
        yield TabBar(self.words, read_only=False)
        trail = TrailBar()
        trail.crumbs = (self.words, self.words)
        yield trail
        pane = EntitiesPane(lambda ids: [row for _ in ids], id="entities")
        pane.listing = Listing(array("q", [1]), self.words, self.words)
        yield pane
        card = CardView()
        card.view = Card(ref, self.words, tuple(self.rows(ref)))
        yield card
        status = StatusBar()
        status.message = self.words
        yield status

    def rows(self, ref: Ref) -> Iterator[CardRow]:
        for shape in Shape:
            yield CardRow(shape, self.words, self.words, ref, None, None, ((0, 2), (2, 4)))

    def on_mount(self) -> None:
        self.query_one(TabBar).aside = self.words
        self.query_one(EntitiesPane).watch_listing(Listing(), self.query_one(EntitiesPane).listing)
        self.query_one(CardView).watch_view(None, self.query_one(CardView).view)


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
async def test_every_widget_shows_foreign_text_as_it_is(words: str) -> None:
    app = Parts(words)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        lines = [strip.text for strip in app.screen._compositor.render_strips()]
    shown = "\n".join(lines)
    assert not DANGEROUS.search(shown)
    assert shown.count(safe_line(words)) >= 8


def test_content_is_never_markup() -> None:
    for words in HOSTILE:
        assert text.content(words).plain == safe_line(words)
        assert not text.content(words).spans
