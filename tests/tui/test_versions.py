"""The texts that a source had, by keys and on screen."""

from pathlib import Path

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.memory import Memory
from casefile.model.words import Kind, Ref, Span
from tests.tui.driving import WIDE, reading

SOURCE = Ref(Kind.SOURCE, 1)


def changed(case: Case, folder: Path) -> Span:
    """Give the first source another text; return the passage of a note that is gone."""
    text = case.source(1).text
    lines = text.rstrip("\n").split("\n")
    start = text.index(lines[-1])
    span = Span(start, start + len(lines[-1]))
    case.add_note(SOURCE, "Who told you?", span=span)
    path = folder / "changed.txt"
    told = [*lines[:-1], "Nothing more became known of it.", "", "A later paragraph."]
    path.write_text("\n".join(told), encoding="utf-8")
    case.add([str(path)], stated=Stated(), version_of=SOURCE)
    return span


async def test_a_former_text_is_shown_and_left_again(case: Case, tmp_path: Path) -> None:
    span = changed(case, tmp_path)
    gone = span.of(case.former_text(SOURCE, 1)[1])
    async with reading(case, size=WIDE, start=SOURCE) as reader:
        text = await reader.press("g")
        assert "This is version 2 of 2, added" in text
        assert "A later paragraph." in text
        assert "On words that are gone" in text
        assert "Who told you?" in text
        await reader.press("colon")
        await reader.type("version")
        text = await reader.press("enter")
        assert "Version 1, as it came; the text now is version 2." in text
        assert gone.split(".")[0][:40] in text
        assert "This is version 2" in await reader.press("backspace")
        await reader.press("colon")
        await reader.type("version 7")
        await reader.press("enter")
        assert "has 2 versions" in reader.said


async def test_a_source_with_one_text_says_so(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("colon")
        await reader.type("version 1")
        await reader.press("enter")
        assert "and no other" in reader.said


async def test_a_mark_goes_where_its_words_stand_now(case: Case, tmp_path: Path) -> None:
    async with reading(case, size=WIDE, start=SOURCE) as reader:
        await reader.press("g", "n", "n", "m", "x")
        before = reader.screen.query_one("#main-article").passage  # type: ignore[attr-defined]
    words = before.of(case.source(1).text)
    mark = {"ref": "source:1", "name": "x", "start": before.start, "end": before.end}
    text = case.source(1).text
    beside = {"prefix": text[max(0, before.start - 32) : before.start]}
    beside["suffix"] = text[before.end : before.end + 32]
    memory = Memory()
    memory.mark(case.path, "x", {**mark, **beside, "quote": words})
    path = tmp_path / "longer.txt"
    path.write_text(f"A paragraph nobody had read before.\n\n{text}", encoding="utf-8")
    case.add([str(path)], stated=Stated(), version_of=SOURCE)
    async with reading(case, size=WIDE, memory=memory) as reader:
        await reader.press("apostrophe", "x")
        after = reader.screen.query_one("#main-article").passage  # type: ignore[attr-defined]
        assert after.of(case.source(1).text) == words
        assert after.start > before.start
