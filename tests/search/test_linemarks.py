"""Where words stand in a text: as the index reads words, whatever the accents."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.search.linemarks import Words, first_place, marked, tokens

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
WORDS = st.builds(Words, ANY, st.booleans())


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Orla Brandt met Salt", ["brandt", "met"], "Brandt met"),
        ("Orla\n Brandt left", ["orla", "brandt"], "Orla\n Brandt"),
        ("Salt met Orla Brandt", ["salt", "brandt"], "Brandt"),
        ("Others met her", ["her"], "her"),
        ("He saw Zoë.", ["zoe"], "Zoë"),
        ("He saw Zoe.", ["zoë"], "Zoe"),
        ("He saw Zoe\u0308 there.", ["zoë"], "Zoe\u0308"),
        ("A co operation of two", ["co-operation"], "co operation"),
        ("大連で九月に", ["九月"], "九月"),
        ("第大 連", ["大連"], "大 連"),
        ("Ελλάδα ωραία", ["ελλαδα"], "Ελλάδα"),
        ("A résumé came", ["resume"], "résumé"),
        ("Nothing of it", ["absent"], None),
        ("Nothing of it", ["noth"], None),
        ("", ["absent"], None),
        ("a [b] c", ["[/]", "("], None),
    ],
    ids=lambda one: repr(one)[:20],
)
def test_the_words_are_found_in_the_text(text: str, wanted: list[str], found: str | None) -> None:
    span = first_place(text, [Words(word) for word in wanted])
    assert (span.of(text) if span else None) == found


def test_an_unfinished_word_finds_what_begins_so() -> None:
    assert marked("Ports, port and sports", [Words("port", may_go_on=True)]) == ((0, 4), (7, 11))
    assert marked("Ports, port and sports", [Words("port")]) == ((7, 11),)


@given(ANY, st.lists(WORDS, max_size=3))
@settings(max_examples=500)
def test_what_is_marked_lies_in_the_text_in_order_and_is_not_empty(
    text: str, wanted: list[Words]
) -> None:
    at = 0
    for start, end in marked(text, wanted):
        assert at <= start < end <= len(text)
        at = end
    span = first_place(text, wanted)
    assert span is None or 0 <= span.start < span.end <= len(text)


@given(st.lists(st.from_regex(r"\A[a-zäéß大連ひ]{1,5}\Z"), min_size=1, max_size=6), st.data())
def test_each_word_of_a_text_is_found_and_marked_wherever_it_stands(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    word = data.draw(st.sampled_from(tokens(text)))
    ranges = marked(text, [Words(word)])
    plain = [text[start:end] for start, end in ranges]
    assert word in plain
    assert len(ranges) >= sum(one == word for one in tokens(text)) or re.search(word * 2, text)
