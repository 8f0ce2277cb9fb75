"""Every script sits right: whole screens that a person has looked at, and laws about lines."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from casefile.case import Case
from casefile.core.graphemes import signs
from casefile.deeds.adding import Stated
from casefile.tui import text
from casefile.tui.base.mooring import is_sure, moored
from casefile.tui.base.wrap import offset_at, wrap
from tests.tui.driving import NARROW, reading
from tests.tui.scripts import ARTICLES, CASES
from tests.tui.test_goldens import compare

WORDS = st.lists(
    st.sampled_from([*(words for case in CASES.values() for words in case.split()), " ", "\n"]),
    max_size=12,
).map("".join)


def read(case: Case, folder: Path, words: str) -> None:
    file = folder / "a.txt"
    file.write_bytes(words.encode())
    case.add([str(file)], stated=Stated(published="2019-05-03"))


@pytest.mark.parametrize("script", ARTICLES)
async def test_an_article_in_another_script(empty_case: Case, tmp_path: Path, script: str) -> None:
    read(empty_case, tmp_path, ARTICLES[script])
    async with reading(empty_case, NARROW) as reader:
        compare(f"script_{script}_80x24", await reader.press("enter"))


async def test_the_widths_that_are_hard(empty_case: Case, tmp_path: Path) -> None:
    read(empty_case, tmp_path, "Widths\n\n" + "\n".join(f"{at}: {CASES[at]}|" for at in CASES))
    async with reading(empty_case, (80, 45)) as reader:
        compare("script_widths_80x45", await reader.press("enter"))


@given(WORDS, st.integers(8, 40))
def test_no_line_is_too_wide_and_no_sign_is_cut(words: str, width: int) -> None:
    shown = text.block(words)
    begins = {start for start, _ in signs(shown)} | {len(shown)}
    for start, end in zip(*wrap(shown, width), strict=True):
        assert cell_len(shown[start:end]) <= width
        assert sum(map(cell_len, shown[start:end])) <= width
        hostile = end - start > width  # a pile of marks that is cut, or the line would be endless
        assert {start, end} <= begins or hostile


@pytest.mark.parametrize("width", range(10, 60, 7))
@pytest.mark.parametrize("script", ["Chinese", "Japanese"])
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(script: str, width: int) -> None:
    words = CASES[script] * 3
    for start, end in zip(*wrap(words, width), strict=True):
        assert words[start] not in "、。」』，"
        assert words[end - 1] not in "「『（"
        assert cell_len(words[start:end]) >= width - 5 or end == len(words)


@given(WORDS)
def test_a_column_is_that_of_the_sign_drawn_there(words: str) -> None:
    line = text.line(words)
    used = 0
    for start, _, cells in split_graphemes(line)[0]:
        for column in range(used, used + cells):
            assert offset_at(line, 0, len(line), column) == start
        used += cells
    assert offset_at(line, 0, len(line), used) == len(line)


def test_terminals_agree_only_on_signs_that_stand_alone() -> None:
    sure = [sign for sign in map(chr, range(0x80, 0x10000)) if is_sure(sign)]
    assert len(sure) > 30_000
    assert not {unicodedata.category(sign) for sign in sure} & {"Mn", "Mc", "Me", "Cf", "Cc"}
    assert {cell_len(sign) for sign in sure} == {1, 2}
    assert not any(is_sure(CASES[case]) for case in ("Devanagari", "Thai", "VS16", "flags"))


def test_what_terminals_may_count_otherwise_is_erased_before_and_left_at_its_end() -> None:
    strip = moored(Strip([Segment("क्षि", Style())]), 7, 20, Style(bgcolor="#000080"))
    assert strip.cell_length == 20
    drawn = strip.render(Console())
    assert drawn.startswith("\x1b[48;")
    assert "\x1b[20X" in drawn.split("क्षि")[0]
    assert drawn.endswith("\x1b[28G")
