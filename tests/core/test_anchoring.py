"""Where a passage stands in another version of its text: on its own words, or nowhere."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.anchoring import Drift, found_by, says
from casefile.core.likeness import likeness
from casefile.core.squeezed import Squeezed, agreeing_after, agreeing_before
from casefile.model.words import Span
from tests.edited import EDITS, edit

texts = st.text(st.sampled_from("ab ,.\n\xa0é東"), max_size=40)


def in_text(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@given(st.integers(0, 1_000_000))
def test_an_edit_whose_outcome_is_known_is_met(number: int) -> None:
    one = edit(Random(number))
    stands = Drift(one.old, one.new).stands(one.span)
    # Of a million generated edits some put words beside each other by chance that were so before.
    assert stands == one.stands or stands is None or "again" in one.kind or "inside" in one.kind


def test_every_kind_of_edit_is_generated() -> None:
    assert {edit(Random(number)).kind for number in range(400)} == EDITS.keys()


@given(texts, texts, st.data())
def test_what_is_found_says_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    span = Span(start, data.draw(st.integers(start, len(old))))
    stands = Drift(old, new).stands(span)
    if stands is not None:
        assert stands.of(new).split() == span.of(old).split()
        assert says(new, stands, span.of(old))


@given(texts, st.data())
def test_a_text_that_did_not_change_keeps_every_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    words = span.of(text)
    trimmed = Span(
        span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip())
    )
    assert Drift(text, text).stands(span) == (trimmed if words.strip() else None)


OLD = (
    "The council met on Monday in Port Sunder.\n\nOrla Brandt counted 40 crates, she said.\n\n"
    "Nobody asked for the ledger before noon.\n"
)


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("40 crates", OLD.replace("40", "41")),
        ("Orla", OLD.replace("Orla Brandt", "Orlanda Brandt")),
        ("Orla Brandt counted 40 crates, she said.", "Elsewhere 40 crates came.\n"),
        ("the ledger", OLD.replace("Nobody asked for the ledger before noon.", "The ledger sank.")),
        ("met on Monday", "He met on Monday whom he liked.\n" + OLD.partition("\n\n")[2]),
    ],
    ids=["a figure", "a longer word", "gone", "other capitals", "in other company"],
)
def test_a_lookalike_is_refused(words: str, new: str) -> None:
    assert Drift(OLD, new).stands(in_text(OLD, words)) is None


def test_words_move_with_their_paragraph() -> None:
    first, second, third = OLD.strip().split("\n\n")
    new = "\n\n".join((second, third, first))
    for words in ("Orla Brandt", "40 crates", first):
        assert Drift(OLD, new).stands(in_text(OLD, words)) == in_text(new, words)


def test_words_without_a_known_text_are_found_between_the_same_words() -> None:
    span = in_text(OLD, "40 crates")
    beside = OLD[span.start - 32 : span.start], OLD[span.end : span.end + 32]
    new = "New.\n\n" + OLD
    assert found_by(new, "40 crates", *beside) == in_text(new, "40 crates")
    assert found_by(new + OLD, "40 crates", *beside) is None
    assert found_by(new, "41 crates", *beside) is None


@given(texts, texts, st.integers(0, 40), st.integers(0, 40))
def test_agreement_is_counted_as_one_sign_after_the_other(
    one: str, other: str, at: int, there: int
) -> None:
    at, there = min(at, len(one)), min(there, len(other))
    after = 0
    while one[at + after : at + after + 1] == other[there + after : there + after + 1] != "":
        after += 1
    assert agreeing_after(one, at, other, there, 100) == after
    before = agreeing_after(one[:at][::-1], 0, other[:there][::-1], 0, 100)
    assert agreeing_before(one, at, other, there, 100) == before


@given(texts)
def test_signs_lead_back_to_the_text(text: str) -> None:
    squeezed = Squeezed(text)
    for number, sign in enumerate(squeezed.signs):
        start, stop = squeezed.outer(number, number + 1)
        assert text[start:stop] == sign
        assert squeezed.number(start) == number
        first, last = squeezed.line(number)
        assert first <= number <= last
        line_breaks = text[:start].count("\n")
        assert squeezed.is_break(number) == (
            number == 0 or text[squeezed.outer(number - 1, number)[1] : start].count("\n") > 0
        ), line_breaks


def test_likeness_counts_the_words_of_the_shorter_text_in_order() -> None:
    assert likeness("a b c d", "a x b y") == 0.5
    assert likeness("", "a") == 0.0
    assert likeness("a\nb\n" * 20_000, "a\nc\n" * 20_000) == 0.5
