import itertools
import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult

from casefile.model.rows import Mark, Source, SourceRow
from casefile.model.words import Kind, Ref, Span
from casefile.tui.base.front import front_matter
from casefile.tui.base.reader import Reader
from casefile.tui.base.stretches import Stretches, runs, stops
from casefile.tui.base.view import Article
from tests.tui.driving import Themed

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30)
)
LAYERS = st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50), st.sampled_from("abc")))


def source(text: str, title: str = "A title") -> Source:
    ref = Ref(Kind.SOURCE, 1)
    row = SourceRow(ref, title, "Paper", "2016-10-07", "given", "en", len(text), 0)
    return Source(row, title, "a.txt", None, None, None, "", "", text, ())


def article(text: str, marks: tuple[Mark, ...] = (), target: Span | None = None) -> Article:
    return Article(Ref(Kind.SOURCE, 1), source(text), marks, {}, target)


@given(st.integers(0, 20), st.integers(1, 30), LAYERS)
def test_runs_join_to_the_line(start: int, length: int, layers: list[tuple[int, int, str]]) -> None:
    found = runs(start, start + length, layers)
    assert found[0][0] == start
    assert found[-1][1] == start + length
    assert all(one[1] == next_one[0] for one, next_one in itertools.pairwise(found))
    for a, b, names in found:
        assert names.split() == [name for x, y, name in layers if x <= a and b <= y]


@given(st.lists(SPANS), SPANS)
def test_stretches_find_every_span_that_overlaps(spans: list[Span], asked: Span) -> None:
    spans.sort()
    found = Stretches(spans).touching(asked.start, asked.end)
    overlapping = {at for at, span in enumerate(spans) if span.overlaps(asked)}
    assert overlapping <= set(found)


@given(st.lists(st.builds(Mark, SPANS, st.sampled_from([
    Ref(Kind.ENTITY, 1), Ref(Kind.EVENT, 1), Ref(Kind.FACT, 1), Ref(Kind.NOTE, 1)]))))  # fmt: skip
def test_stops_are_in_order_and_one_to_a_span(marks: list[Mark]) -> None:
    found = [mark.span for mark in stops(marks)]
    assert found == sorted(set(found))
    assert {m.span for m in marks if m.ref.kind is not Kind.FACT} <= set(found)


def test_the_title_is_not_said_twice() -> None:
    assert front_matter(source("A title\n\nText."))[0][0].startswith("Paper")
    assert front_matter(source("Text."))[0] == ("A title", "strong")


def test_a_day_that_was_worked_out_says_why() -> None:
    stated = source("A title\n\nText.")
    worked = replace(
        stated, row=replace(stated.row, published_basis="inferred"), published_reason="it fits"
    )
    assert all("because" not in line for line, _ in front_matter(stated))
    assert ("Dated so because: it fits.", "dim") in front_matter(worked)
    undated = replace(stated, row=replace(stated.row, published=None))
    assert any("No day of publication is known" in line for line, _ in front_matter(undated))


class Reading(Themed):
    def compose(self) -> ComposeResult:
        yield Reader()


async def test_a_passage_is_opened_in_the_upper_third() -> None:
    text = "\n".join(f"Line {at}." for at in range(500))
    at = text.index("Line 300.")
    app = Reading()
    async with app.run_test(size=(80, 24)) as pilot:
        reader = app.query_one(Reader)
        reader.view = article(text, target=Span(at, at + 9))
        await pilot.pause()
        lines = [strip.text for strip in app.screen._compositor.render_strips()]
    (row,) = [y for y, line in enumerate(lines) if "Line 300." in line]
    assert 1 <= row <= 8


async def test_ten_megabytes_in_one_line_open_and_scroll_like_a_short_text() -> None:
    text = "word " * 2_000_000
    marks = tuple(
        Mark(Span(at * 500, at * 500 + 4), Ref(Kind.ENTITY, at % 50)) for at in range(20_000)
    )
    app = Reading()
    async with app.run_test(size=(80, 24)) as pilot:
        reader = app.query_one(Reader)
        began = time.perf_counter()
        reader.view = article(text, marks)
        await pilot.pause()
        opened = time.perf_counter() - began
        began = time.perf_counter()
        for _ in range(5):
            await pilot.press("pagedown")
        paged = (time.perf_counter() - began) / 5
        await pilot.press("G")
        await pilot.pause()
        assert reader.top > 100_000
    assert opened < 4.0
    assert paged < 0.5
