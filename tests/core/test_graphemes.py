import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import split_graphemes

from casefile.core.graphemes import signs, whole

PARTS = (
    "a", " ", "é", "e\u0301", "\u0308", "北", "ー", "한", "\u1112\u1161\u11ab", "\u11ab", "क", 
    "\u094d", "ि", "\u0e01", "\u0e33", "👩", "\u200d", "👧", "🏽", "🇯", "🇵", "\ufe0f", "☎", "1",
    "ｶ", "\uff9e",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), max_size=12).map("".join)


@given(TEXTS | st.text(st.characters(codec=None, exclude_categories=()), max_size=30))
@settings(max_examples=300)
def test_signs_are_the_text_and_what_is_whole_stays_whole(text: str) -> None:
    found = signs(text)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(whole(text, *one) == one for one in found)


@given(TEXTS, st.data())
@settings(max_examples=300)
def test_no_range_cuts_what_the_terminal_paints_in_one(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    painted = {start for start, _, _ in split_graphemes(text)[0]} | {len(text)}
    found = whole(text, start, end)
    assert found[0] <= start <= end <= found[1]
    if start < end:
        assert set(found) <= painted


@pytest.mark.parametrize(
    "sign",
    ["👩\u200d👧", "👍🏽", "🇯🇵", "1\ufe0f\u20e3", "\u1112\u1161\u11ab", "क्षि", "ｶ\uff9e", "\r\n"],
)
def test_what_a_reader_takes_for_one_sign_is_one(sign: str) -> None:
    assert signs(f"x{sign}x") == [(0, 1), (1, 1 + len(sign)), (1 + len(sign), 2 + len(sign))]
