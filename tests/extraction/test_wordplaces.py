"""Searches that begin only where a listed word stands find what slow ones do."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casefile.extraction.rules.dates import tokens as datetokens
from casefile.extraction.rules.facts import facts
from casefile.extraction.rules.speech import polarity
from casefile.extraction.rules.words import tokens
from casefile.extraction.rules.words.places import WordList, plain, words_in
from casefile.model.words import Span

_FORMS = ("met", "test-fire", "press briefing", "said", "tête-à-tête")
_PATTERN = re.compile(
    rf"\b(?<!['’])(?:{'|'.join(sorted(_FORMS, key=len, reverse=True))})(?![\w’'])", re.IGNORECASE
)
_IN_WORD = re.compile(r"[\w'’-](?=[\w'’-])")
_PIECES = st.sampled_from(
    [*_FORMS, *(" ", "\t", ", ", ". ", "-", "’", "'s", "“", "é", "_", "ß", "İ", "7", "Met", "SAID")]
)
_TEXTS = st.one_of(st.lists(_PIECES, max_size=20).map("".join), st.text(max_size=40))


@given(text=_TEXTS, start=st.integers(0, 60), length=st.integers(0, 60))
@example(text="They met, he said.", start=0, length=18)
@example(text="metmetmettest-firetête-à-tête, metmet", start=0, length=34)
def test_a_search_by_listed_words_finds_what_the_whole_search_finds(
    text: str, start: int, length: int
) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    while 0 < end < len(text) and _IN_WORD.match(text, end - 1):
        end += 1  # no clause ends within a word
    words = WordList(_FORMS)
    slow = [match.span() for match in _PATTERN.finditer(text, start, end)]
    assert [match.span() for match in words.matches(_PATTERN, text, start, end)] == slow
    assert words.is_in(text, start, end) or not slow


@given(text=_TEXTS)
def test_a_text_made_plain_keeps_its_places(text: str) -> None:
    assert len(plain(text)) == len(text)


_WRITTEN = st.lists(
    st.sampled_from(
        (
            "left Ana Mr. Mr J. U.S. St. Sat. sat. Jan. may May, May. Jong-un AT&T Ruiz's James'"
            " “No, 10 p.m. p.m., 10:30 2019-05-01 2019, 3rd 5/6/2019 1990s don’t (he) what? so:"
            " then; — and/or https://a.b/c, Société 東京 x_y oh! a A B."
        ).split()
    ),
    max_size=12,
)


@given(words=_WRITTEN, glue=st.sampled_from([" ", "  ", " \t", "\u00a0", ""]))
def test_words_that_need_no_pattern_are_cut_as_the_pattern_cuts_them(
    words: list[str], glue: str
) -> None:
    text = glue.join(words)
    slow = [(one.group(), one.start()) for one in tokens._TOKEN.finditer(text)]
    assert list(zip(*tokens._tokens(text, 0, len(text)), strict=True)) == slow
    places = [one.span() for one in datetokens._TOKEN.finditer(text)]
    found = datetokens.tokens(text, Span(0, len(text)))
    assert [(one.start, one.end) for one in found] == places


_HINTS = [
    pytest.param(polarity._TURNING, polarity.TURNING_WORDS, (), id="turning"),
    pytest.param(polarity._SUBORDINATE, polarity.SUBORDINATING_WORDS, (), id="subordinating"),
    pytest.param(polarity._HEDGE, polarity.HEDGING_WORDS, polarity.HEDGING_STEMS, id="hedging"),
    pytest.param(facts._PEOPLE, facts._PEOPLE_WORDS, (), id="people"),
]


@pytest.mark.parametrize(("pattern", "known", "stems"), _HINTS)
@given(data=st.data())
def test_what_a_slow_pattern_matches_holds_a_word_by_which_it_is_looked_for(
    pattern: re.Pattern[str], known: frozenset[str], stems: tuple[str, ...], data: st.DataObject
) -> None:
    # Drawn from the letters of the pattern itself and the endings that it allows.
    parts = sorted({*re.findall(r"[a-z]+(?:[’'-][a-z]+)?", pattern.pattern), "7", "it", "the"})
    word = st.builds(
        str.__add__, st.sampled_from(parts), st.sampled_from(["", "", "s", "ed", "d", "es", "ing"])
    )
    sentence = " ".join(data.draw(st.lists(word, min_size=1, max_size=6)))
    found = pattern.search(f"so {sentence} a")
    if found:
        is_hinted = words_in(found.group()) & known or any(s in found.group() for s in stems)
        assert is_hinted, found.group()
