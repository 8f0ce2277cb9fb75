"""``;`` puts a label on every link and pane in sight, and typing one goes there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.deeds.configuring import Settings
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.labelled import LABEL, folded, let_in
from casefile.tui.base.lines import LineView
from casefile.tui.base.reader import Reader as ReaderPane
from tests.looks import make_case
from tests.tui.driving import NARROW, WIDE, Reader, reading

WORDS = st.text(alphabet="ab é漢字.\u0301", min_size=1, max_size=60)
SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Case]:
    with Case(make_case(tmp_path / "harbour.casefile")) as case:
        yield case


@given(WORDS, st.data(), st.integers(8, 40))
def test_labels_are_let_in_and_nothing_is_lost_or_too_wide(
    words: str, data: st.DataObject, width: int
) -> None:
    cut = data.draw(st.integers(0, len(words)))
    offsets = data.draw(st.lists(st.integers(0, len(words) - 1), unique=True, max_size=6))
    runs = [(0, cut, ""), (cut, len(words), "place")]
    parts = let_in(runs, words, dict.fromkeys(offsets, "as"))
    assert "".join(piece for piece, style in parts if style != LABEL) == words
    before = 0
    for piece, style in parts:
        if style == LABEL:
            assert before in offsets
        else:
            before += len(piece)
    lines = folded(parts, width)
    drawn = [part for line in lines for part in line]
    assert "".join(piece for piece, _ in drawn) == "".join(piece for piece, _ in parts)
    for line in lines:
        assert text.cells("".join(piece for piece, _ in line).rstrip()) <= width


def labels_of(reader: Reader) -> dict[str, tuple[str, int]]:
    """Return what each label in sight is for: the id of a pane, and a number in it."""
    return {
        label: (pane.id or "", at)
        for pane in reader.screen.query(LineView)
        for at, label in pane.labels.items()
    }


@SIZES
@pytest.mark.parametrize("way", ["1", "2", "3", "5", "6", "7", "1 l", "2 l", "1 l n enter"])
async def test_a_label_stands_before_every_link_in_sight_and_covers_none(
    case: Case, way: str, size: tuple[int, int]
) -> None:
    async with reading(case, size) as reader:
        await reader.press(*way.split())
        before = reader.lines
        words = [
            word
            for pane in reader.screen.query(LineView)
            if pane.is_on_screen and pane.size.height and not isinstance(pane, ReaderPane)
            for at in pane.in_sight()
            for word in pane_words(pane, at)
        ]
        shown = await reader.press("semicolon")
        assert "type the letters" in reader.said
        labels = labels_of(reader)
        assert labels
        assert not any(a != b and b.startswith(a) for a in labels for b in labels)
        for word in words:
            assert word in shown
        seen = {
            label: bool(re.search(rf"(^|[ \[▏])({label:<2}|{label}\])", shown, re.MULTILINE))
            for label in labels
        }
        assert all(seen[label] for label, (pane, _) in labels.items() if "article" not in pane)
        # The lines of a text are broken anew: its last may be out of sight now, and no other.
        in_text = [seen[label] for label, (pane, _) in labels.items() if "article" in pane]
        assert in_text == sorted(in_text, reverse=True)
        assert not in_text or in_text[0]
        await reader.press("escape")
        assert reader.lines == before


def pane_words(pane: LineView, at: int) -> list[str]:
    """Return the first word of what a label is for, as much of it as any list has room for."""
    row = pane.row_at(at) if hasattr(pane, "row_at") else pane._rows[at]  # type: ignore[attr-defined]
    name = getattr(row, "name", "") or getattr(row, "title", "") or getattr(row, "text", "")
    return [text.line(str(name)).split()[0][:8]] if str(name).strip() else []


async def test_typing_a_label_follows_it_and_back_returns(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("1", "l")
        before = reader.lines
        await reader.press("semicolon")
        pane = reader.screen.query_one("#main-article", LineView)
        at, label = list(pane.labels.items())[2]
        ref = pane._stops[at].ref  # type: ignore[attr-defined]
        await reader.press(*label)
        assert reader.screen.main is not None
        assert reader.screen.main.ref == ref
        await reader.press("backspace")
        assert reader.lines[3:-1] != before[3:-1] or pane.stop == at  # type: ignore[attr-defined]
        assert reader.screen.main.ref.kind is Kind.SOURCE


async def test_a_label_of_a_pane_gives_it_the_keys(case: Case) -> None:
    async with reading(case, WIDE) as reader:
        shown = await reader.press("l", "semicolon")
        found = re.search(r"\[(\w+)\] Sources", shown)
        assert found
        await reader.press(*found[1])
        assert reader.screen.slot == "list"
        assert "[" not in reader.lines[2]


async def test_what_is_no_label_is_said_and_takes_the_labels_away(case: Case) -> None:
    async with reading(case) as reader:
        before = reader.lines
        await reader.press("semicolon", "1")
        assert reader.said == "Nothing has the label 1."
        await reader.press("escape")
        assert rows_of(reader.lines) == rows_of(before)
        await reader.press("semicolon", "semicolon")
        assert rows_of(reader.lines) == rows_of(before)
        await reader.press("semicolon")
        await reader.pilot.resize_terminal(*WIDE)
        await reader.settle()
        assert not labels_of(reader)
        assert "/ search" in reader.said


def rows_of(lines: list[str]) -> list[str]:
    """Return the lines of a screen without titles and the last, which tells what happened."""
    return [line for line in lines[:-1] if "──" not in line]


async def test_a_label_of_two_letters_waits_for_the_second(case: Case) -> None:
    async with reading(case, WIDE) as reader:
        await reader.press("2", "l", "semicolon")
        label = next(label for label in labels_of(reader) if len(label) == 2)
        await reader.press(label[0])
        assert labels_of(reader)
        assert f"Go to   {label[0]}" in reader.said
        await reader.press("backspace")
        assert "Go to   …" in reader.said
        await reader.press(*label)
        assert not labels_of(reader)
        assert reader.screen.slot == "main"


@pytest.mark.parametrize("plain", [False, True], ids=["seen", "read out"])
async def test_no_row_moves_for_its_label_unless_it_is_read_out(case: Case, plain: bool) -> None:
    settings = Settings().but(plain=plain)
    async with reading(case, WIDE, settings=settings) as reader:
        await reader.press("2")
        [name] = pane_words(reader.screen.list_pane, 0)
        column = reader.lines[3].index(name)
        await reader.press("semicolon")
        assert reader.lines[3].index(name) == column + plain


async def test_an_empty_case_has_nothing_to_label(empty_case: Case) -> None:
    async with reading(empty_case) as reader:
        await reader.press("semicolon")
        assert reader.said == "There is no link and no other pane in sight."


async def test_the_bars_keep_their_scale_below_the_labels(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("5", "semicolon")
        assert re.search(r"^a before 2002", reader.lines[4])
        column = text.cells(reader.lines[3].partition("|")[0])
        assert text.cells(reader.lines[4].partition("←")[0]) == column
