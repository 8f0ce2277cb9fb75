import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from casefile.tui.base.wrap import PLAIN, wrap

ALPHABET = st.sampled_from([*list("ab  \n.é東京한글"), "é", "́"])
TEXTS = st.lists(ALPHABET, max_size=120).map("".join)


@given(TEXTS, st.integers(1, 20))
def test_every_character_that_is_not_blank_is_on_one_line_in_order(text: str, width: int) -> None:
    starts, ends = wrap(text, width)
    drawn = "".join(text[a:b] for a, b in zip(starts, ends, strict=True))
    assert drawn.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(a <= b for a, b in zip(starts, ends, strict=True))
    assert all(b <= a for b, a in zip(ends, starts[1:], strict=False))


@given(TEXTS, st.integers(2, 20))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    for start, end in zip(*wrap(text, width), strict=True):
        assert "\n" not in text[start:end]
        assert sum(cell_len(character) for character in text[start:end]) <= width


def test_what_is_taken_for_plain_takes_one_column() -> None:
    plain = [chr(code) for code in range(0x3000) if PLAIN.fullmatch(chr(code))]
    assert len(plain) > 1000
    assert {cell_len(character) for character in plain} == {1}


def test_lines_break_at_blanks() -> None:
    text = "the committee heard on Tuesday"
    assert [text[a:b] for a, b in zip(*wrap(text, 14), strict=True)] == [
        "the committee",
        "heard on",
        "Tuesday",
    ]


def test_an_empty_text_is_one_empty_line() -> None:
    assert [list(part) for part in wrap("", 10)] == [[0], [0]]


@pytest.mark.parametrize("unit", ["x", "word ", "東京", "é ", "“quoted” words "])
def test_the_cost_of_one_long_line_grows_with_its_length(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        began = time.process_time()
        wrap(text, 80)
        return time.process_time() - began

    # Ten times the length, and room for a busy machine; quadratic would be a hundred times.
    assert cost(1_000_000) < 40 * min(cost(100_000) for _ in range(3)) + 0.02
