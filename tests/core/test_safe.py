import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.safe import safe, safe_line

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_offsets_stay_valid(text: str) -> None:
    assert len(safe(text)) == len(text)


@given(ANY_TEXT)
def test_it_is_idempotent(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(ANY_TEXT)
def test_nothing_that_drives_a_terminal_is_left(text: str) -> None:
    for character in safe(text):
        if character not in "\n\t\u200c\u200d":
            assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
            assert unicodedata.bidirectional(character) not in (
                "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
            )  # fmt: skip


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_text_is_left_alone(text: str) -> None:
    assert safe(text) is text


@pytest.mark.parametrize(
    "text",
    ["👩‍👩‍👧", "क्‍ष", "می‌خواهم", "金正恩", "[/] [red]x[/red] [citation needed]", "naïve\u00a0café"],
)
def test_honest_text_is_shown_as_written(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
def test_a_joiner_between_latin_letters_is_shown(joiner: str) -> None:
    assert safe(f"pay{joiner}pal") == "pay·pal"


def test_a_line_is_one_line() -> None:
    assert safe_line("a\nb\tc\x1b") == "a b c␛"
