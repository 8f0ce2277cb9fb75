import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import split_graphemes

from casefile.core.folding import fold, latin
from casefile.core.graphemes import signs, whole
from casefile.search.marking import joined, matched

ANY = st.text(st.characters(codec=None, exclude_categories=("Cc", "Cs")), max_size=30)
LETTERS = "abkmorstéñøäłßжмоскюαβσ北京大連金かなガ김정은ابن"
WORDS = st.lists(
    st.tuples(st.sampled_from(LETTERS), st.sampled_from(["", "", "", "\u0301", "\u0308\u0323"])),
    min_size=1,
    max_size=6,
).map(lambda row: "".join(letter + mark for letter, mark in row))


def parts(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in matched(fold(query), text)]


@given(ANY, ANY)
@settings(max_examples=300)
def test_ranges_lie_in_the_text_in_order_and_cut_no_sign(query: str, text: str) -> None:
    at = 0
    for start, end in matched(fold(query), text):
        assert at <= start < end <= len(text)
        assert whole(text, start, end) == (start, end)
        at = end


@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
@settings(max_examples=300)
def test_what_was_typed_of_a_word_is_covered_and_no_painted_sign_is_cut(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    ends = [end for _, end in signs(words[at])]
    length = data.draw(st.sampled_from(ends))
    begun = words[at][:length]
    is_read = all(latin(begun[a:b]) for a, b in signs(begun))
    typed = data.draw(st.sampled_from([fold, latin] if is_read else [fold]))(begun)
    ranges = matched(typed, text)
    start = len(" ".join(words[:at])) + (at > 0)
    assert any(a <= start and start + length <= b for a, b in ranges)
    painted = {begin for begin, _, _ in split_graphemes(text)[0]} | {len(text)}
    assert all({a, b} <= painted for a, b in ranges)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), max_size=8))
def test_joined_ranges_cover_the_same_and_nothing_twice(drawn: list[tuple[int, int]]) -> None:
    ranges = [(start, start + length) for start, length in drawn]
    found = joined(ranges)
    covered = [at for start, end in found for at in range(start, end)]
    assert covered == sorted({at for start, end in ranges for at in range(start, end)})


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("bra orla", "Orla Brandt met O. Brandt", ["Orla", "Bra", "Bra"]),
        ("zoe", "Zoë’s house", ["Zoë"]),
        ("brnadt", "Orla Brandt", ["Brandt"]),
        ("rand", "Orla Brandt", ["rand"]),
        ("solmi", "Pak Sol-mi", ["Sol-mi"]),
        ("or la", "Orla Brandt", ["Orla"]),
        ("junichi", "Ida Jun'ichi", ["Jun'ichi"]),
        ("beij", "北京日报", ["北京"]),
        ("京", "在北京举行", ["京"]),
        ("mos", "Москва", ["Мос"]),
        ("москва", "Moskva river", ["Moskva"]),
        ("pak sol mi", "박솔미", ["박솔미"]),
        ("kim", "金 Kim", ["Kim"]),
        ("a", "Salt", []),
        ("", "Salt", []),
    ],
)
def test_the_letters_that_were_typed_are_marked(query: str, text: str, marked: list[str]) -> None:
    assert parts(query, text) == marked
