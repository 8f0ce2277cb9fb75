from hypothesis import given
from hypothesis import strategies as st

from casefile.tui import text


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
