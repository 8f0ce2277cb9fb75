import base64
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from casefile.case import Case
from casefile.deeds.clipboard import Clipboard
from casefile.model.words import Kind, Ref
from casefile.tui.base.view import Article, Card, CardRow, Shape
from casefile.tui.screens.copying import for_clipboard, markdown_of
from tests.tui.driving import Reader, reading
from tests.tui.test_endings import terminal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "copied.txt"


@pytest.fixture
def clipboard(file: Path) -> Clipboard:
    """A reader whose terminal has no clipboard: what is copied lies in a file."""
    return Clipboard({"TERM": "dumb"}, lambda name: None, file)


async def copied(reader: Reader, choice: str, file: Path) -> str:
    text = await reader.press("y")
    assert "Copy" in text.splitlines()[-1]
    await reader.press(choice)
    assert reader.said.startswith(f"Copied into {file}"[:60])
    return file.read_text(encoding="utf-8")


async def test_y_copies_the_text_the_reference_or_the_quote(
    case: Case, file: Path, clipboard: Clipboard
) -> None:
    async with reading(case, clipboard=clipboard) as reader:
        assert await copied(reader, "r", file) == "source:1"
        assert (await copied(reader, "t", file)).startswith("TOKYO, Oct. 7")
        assert "Asahi Shimbun" in await copied(reader, "q", file)
        await reader.press("l", "n")
        mark = reader.screen.query_one("#main-article").mark  # type: ignore[attr-defined]
        words = mark.span.of(case.source(1).text)
        assert await copied(reader, "t", file) == words
        assert await copied(reader, "r", file) == str(mark.ref)
        quote = await copied(reader, "q", file)
        assert quote.startswith(f"“{words}”")
        assert f"source:1 {mark.span.start}:{mark.span.end}" in quote
        assert (await copied(reader, "m", file)).startswith(f"> {words}\n>\n> — Asahi Shimbun")
        found = json.loads(await copied(reader, "j", file))
        assert (found["ref"], found["text"]) == ("source:1", words)
        assert (found["start"], found["end"]) == (mark.span.start, mark.span.end)


async def test_a_card_is_copied_whole_from_the_list_and_by_row_from_within(
    case: Case, file: Path, clipboard: Clipboard
) -> None:
    async with reading(case, clipboard=clipboard) as reader:
        await reader.press("2")
        card = reader.screen.main
        assert isinstance(card, Card)
        whole = await copied(reader, "m", file)
        assert whole.startswith(f"## {card.title} (`{card.ref}`)")
        assert all(f"(`{row.ref}`)" in whole for row in card.rows if row.ref)
        links = json.loads(await copied(reader, "j", file))["links"]
        assert [link["ref"] for link in links] == [str(row.ref) for row in card.rows if row.ref]
        await reader.press("l")
        assert len((await copied(reader, "m", file)).splitlines()) == 1


async def test_escape_copies_nothing_and_gives_the_keys_back(
    case: Case, file: Path, clipboard: Clipboard
) -> None:
    async with reading(case, clipboard=clipboard) as reader:
        await reader.press("y", "escape")
        assert not file.exists()
        await reader.press("j")
        assert reader.screen.list_pane.has_focus


@pytest.mark.parametrize("words", ["\x1b]52;c;x\x07", "a\u202eb", "\x9b2J"])
def test_what_is_copied_cannot_drive_a_terminal_it_is_pasted_into(words: str) -> None:
    assert not set(for_clipboard(words)) & set("\x1b\x07\x9b\u202e")


def test_markdown_shows_what_a_source_says_and_no_markup_of_its_own() -> None:
    words = "a *b* [c](javascript:x) <script> `d` # e | f_g_"
    card = Card(Ref(Kind.ENTITY, 1), words, (CardRow(Shape.LINK, words, "", Ref(Kind.EVENT, 2)),))
    html = MarkdownIt("commonmark").render(markdown_of(card, None, None))
    assert "<em>" not in html
    assert "<a " not in html
    assert "<script>" not in html
    assert not isinstance(card, Article)


def test_the_terminal_is_sent_the_words_and_the_way_is_told(case: Case) -> None:
    with terminal(case.path, TMUX="", STY="") as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"yr")
        shell.read_until(b"OSC 52")
        shell.press(b"q")
        assert shell.end() == 0
    packed = base64.b64encode(b"source:1")
    assert b"\x1b]52;c;" + packed + b"\x07" in shell.output
    assert b"by the terminal (OSC 52)" in shell.output
