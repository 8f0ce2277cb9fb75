import pytest

from casefile.case import Case
from casefile.tui.screens.copying import for_clipboard
from tests.tui.driving import Reader, reading


async def copied(reader: Reader, choice: str) -> str:
    text = await reader.press("y")
    assert "Copy" in text.splitlines()[-1]
    await reader.press(choice)
    return reader.app.clipboard


async def test_y_copies_the_text_the_reference_or_the_quote(case: Case) -> None:
    async with reading(case) as reader:
        assert await copied(reader, "r") == "source:1"
        assert (await copied(reader, "t")).startswith("TOKYO, Oct. 7")
        assert "Asahi Shimbun" in await copied(reader, "q")
        await reader.press("l", "n")
        mark = reader.screen.query_one("#main-article").mark  # type: ignore[attr-defined]
        words = mark.span.of(case.source(1).text)
        assert await copied(reader, "t") == words
        assert await copied(reader, "r") == str(mark.ref)
        quote = await copied(reader, "q")
        assert quote.startswith(f"“{words}”")
        assert f"source:1 {mark.span.start}:{mark.span.end}" in quote


async def test_escape_copies_nothing_and_gives_the_keys_back(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("y", "escape")
        assert reader.app.clipboard == ""
        assert "秘密会談" in (await reader.press("j")).splitlines()[10] or reader.screen.main
        assert reader.screen.list_pane.has_focus


@pytest.mark.parametrize("words", ["\x1b]52;c;x\x07", "a\u202eb", "\x9b2J"])
def test_what_is_copied_cannot_drive_a_terminal_it_is_pasted_into(words: str) -> None:
    assert not set(for_clipboard(words)) & set("\x1b\x07\x9b\u202e")
