from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from casefile.core.folding import fold
from casefile.core.graphemes import whole
from casefile.search.marking import matched
from casefile.tui import text
from casefile.tui.base.card import lay_out
from casefile.tui.base.view import CardRow, Shape


@given(st.text(), st.integers(0, 40))
def test_fitted_text_takes_exactly_its_columns(words: str, width: int) -> None:
    shown = text.line(words)
    assert text.cells(text.fit(shown, width)) == width
    assert text.cells(text.fit(shown, width, right=True)) == width


@given(st.text(), st.integers(0, 40))
def test_cut_text_is_a_beginning_or_all(words: str, width: int) -> None:
    shown = text.line(words)
    cut = text.cut(shown, width)
    assert cut == shown or shown.startswith(cut.removesuffix(text.ELLIPSIS))
    assert text.cells(cut) <= max(width, 0)


@given(st.text())
def test_making_a_text_safe_keeps_its_offsets(words: str) -> None:
    assert len(text.block(words)) == len(text.line(words)) == len(words)
    assert "\t" not in text.block(words)
    assert "\n" not in text.line(words)


SCRIPTS = st.lists(
    st.sampled_from([*"ab cdé東京한 ", "e\u0301", "👩\u200d👧", "क्षि", "\u1112\u1161\u11ab"]),
    max_size=40,
).map("".join)


@given(SCRIPTS, st.integers(3, 30), st.data())
def test_what_matched_is_in_sight_whole_and_at_its_place(
    words: str, width: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    start, end = whole(words, start, end)
    shown, at = text.window(words, width, start, end)
    assert shown[start - at : end - at] == words[start:end]
    if start < end and text.cells(words[start:end]) <= width - 2:
        seen = text.fit(shown, width)
        assert seen[start - at : end - at] == words[start:end]
        assert text.cells(seen) == width


@given(SCRIPTS, SCRIPTS, st.integers(4, 60))
def test_a_result_takes_its_columns_and_its_parts_cut_no_sign(
    label: str, query: str, width: int
) -> None:
    ranges = matched(fold(query), label)
    [parts] = lay_out(CardRow(Shape.LINK, label, "person", matched=ranges), width)
    line = "".join(piece for piece, _ in parts)
    assert text.cells(line) == sum(text.cells(piece) for piece, _ in parts) <= width
    signs = {start for start, _, _ in split_graphemes(line)[0]} | {len(line)}
    ends = list(accumulate(len(piece) for piece, _ in parts))
    assert set(ends) <= signs | {0}


@pytest.mark.parametrize(
    ("matched", "marked"), [((0, 24), False), ((1, 23), False), ((1, 4), True), ((0, 15), True)]
)
def test_a_passage_is_highlighted_only_where_that_tells_a_part_from_the_rest(
    matched: tuple[int, int], marked: bool
) -> None:
    row = CardRow(Shape.PASSAGE, "“She met him in Toba.”  ", "One", matched=(matched,))
    styles = {style for line in lay_out(row, 60) for _, style in line}
    assert ("match" in styles) is marked
