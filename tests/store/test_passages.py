from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.deeds.annotating import add_note
from casefile.model.words import Kind, Ref, Span
from casefile.store.conflicts import conflicts
from casefile.store.passages import REACH, around, marks, passages
from casefile.store.store import Store
from tests.invented import NOW, PERSON, PLACE, Report, Told, case_of, put

TEXT = "A first line.\n\nOrla Brandt met Ivo Salt in Port Salda. Brandt left.\nIvo Salt stayed.\n"


def report(number: int, published: str | None, date: str) -> Report:
    return Report(
        f"Number {number}.\n{TEXT}",
        {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE},
        [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], date, "Port Salda")],
        [("Brandt left", "Ivo Salt")],
        published=published,
    )


@pytest.fixture
def three(path: Path) -> Store:
    return case_of(
        path,
        report(1, None, "2014-05-03"),
        report(2, "2014-06-01", "2014-05-04"),
        report(3, "2014-05-10", "2014-05-03"),
    )


REFS = [Ref(Kind.ENTITY, 1), Ref(Kind.EVENT, 1), Ref(Kind.FACT, 1), Ref(Kind.CONFLICT, 1)]


@pytest.mark.parametrize("ref", REFS, ids=str)
def test_a_passage_quotes_what_stands_at_its_span(three: Store, ref: Ref) -> None:
    found = passages(three, ref)
    assert found
    for one in found:
        text = f"Number {one.source.id}.\n{TEXT}"
        assert one.quote == one.span.of(text)
        assert f"{one.before}{one.quote}{one.after}" in text


def test_passages_come_oldest_publication_first_then_in_order_of_the_text(three: Store) -> None:
    found = passages(three, Ref(Kind.ENTITY, 2))
    assert [one.source.id for one in found] == [3, 3, 2, 2, 1, 1]
    assert all(a.span < b.span for a, b in pairwise(found) if a.source == b.source)
    assert passages(three, Ref(Kind.ENTITY, 2), limit=2) == found[:2]


def test_a_passage_of_a_note_is_what_the_note_stands_on(three: Store) -> None:
    on = add_note(three, Ref(Kind.SOURCE, 2), "x", span=Span(0, 6), by="Ada", now=NOW)
    about = add_note(three, Ref(Kind.SOURCE, 2), "y", span=None, by="Ada", now=NOW)
    assert [one.quote for one in passages(three, on.ref)] == ["Number"]
    assert passages(three, about.ref) == []
    assert passages(three, Ref(Kind.SOURCE, 1)) == []


def test_values_of_a_conflict_quote_the_passages_that_give_them(three: Store) -> None:
    [conflict] = conflicts(three)
    assert conflict.field == "date"
    assert {(one.source.id, one.value) for one in conflict.values} == {
        (1, "3 May 2014"),
        (2, "4 May 2014"),
        (3, "3 May 2014"),
    }
    assert {one.text for one in conflict.values} == {"Orla Brandt met Ivo Salt"}


def test_marks_come_by_start_then_the_longer_first(three: Store) -> None:
    add_note(three, Ref(Kind.SOURCE, 1), "x", span=Span(0, 6), by="Ada", now=NOW)
    found = marks(three, 1)
    assert [(one.span.start, -one.span.end) for one in found] == sorted(
        (one.span.start, -one.span.end) for one in found
    )
    assert {one.ref.kind for one in found} == {Kind.ENTITY, Kind.EVENT, Kind.FACT, Kind.NOTE}
    text = f"Number 1.\n{TEXT}"
    named = {one.span.of(text) for one in found if one.ref == Ref(Kind.ENTITY, 2)}
    assert named == {"Ivo Salt"}


@st.composite
def texts_with_a_span(draw: st.DrawFn) -> tuple[str, Span]:
    sentence = st.text("abc 平。.é", max_size=300)
    text = "".join(draw(st.lists(st.sampled_from(["\n", ". ", " Ab."]) | sentence, min_size=1)))
    text += "x"
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(texts_with_a_span())
@settings(max_examples=150)
def test_what_is_shown_around_a_span_stands_there_and_never_cuts_into_it(
    drawn: tuple[str, Span],
) -> None:
    text, span = drawn
    before, after = around(text, span)
    assert text[: span.start].endswith(before.removeprefix("…"))
    assert text[span.end :].startswith(after.removesuffix("…"))
    assert max(len(before), len(after)) <= REACH + 1
    assert "\n" not in before + after


def test_a_long_sentence_without_spaces_is_cut_and_not_left_out() -> None:
    text = "関係者" * 200
    before, after = around(text, Span(300, 303))
    assert before == "…" + text[300 - REACH : 300]
    assert after == text[303 : 303 + REACH] + "…"


def test_a_text_is_what_came_in(store: Store) -> None:
    odd = "a\r b\x00 c\u202e\x1b[2J 平\n\n\ufeff"
    [source] = put(store, Report(odd))
    assert passages(store, Ref(Kind.FACT, 1)) == []
    [row] = store.rows("source_text", id=source)
    assert row["text"] == odd
