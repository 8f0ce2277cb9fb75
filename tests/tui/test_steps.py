"""What is large is shown in steps: what is in sight first, and then all of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.model.words import Kind, Ref, Span
from casefile.tui.base.reader import Reader
from casefile.tui.base.view import Article, Card, View
from casefile.tui.screens import steps as stepping
from casefile.tui.screens.place import Target
from casefile.tui.screens.steps import AHEAD, LONG, steps
from tests.tui.conftest import add
from tests.tui.driving import reading

SENTENCE = "Nadia Petrov met Samir Haddad in Geneva on 4 May 2014. "
SOURCE = Ref(Kind.SOURCE, 1)


@pytest.fixture
def long_case(tmp_path: Path) -> Iterator[Case]:
    texts = tmp_path / "texts"
    texts.mkdir()
    words = "\n\n".join([SENTENCE * 4] * (LONG // (len(SENTENCE) * 4) + 40))
    with Case(tmp_path / "long.casefile", create=True) as case:
        add(case, texts, "A long one", "Paper", "2016-10-07", words)
        yield case


def whole(views: list[View | None]) -> list[Article]:
    return [view for view in views if isinstance(view, Article)]


def test_a_long_text_comes_with_the_marks_near_its_place_and_then_with_all(
    long_case: Case,
) -> None:
    place = Span(LONG // 2, LONG // 2 + 10)
    found = list(steps(long_case, Target(SOURCE, place), is_known=False))
    near, full = whole(found)
    assert found[-1] is full
    assert full.marks == tuple(long_case.marks(1))
    inside = {mark for mark in full.marks if abs(mark.span.start - place.start) < AHEAD}
    assert inside <= set(near.marks) < set(full.marks)
    assert len(whole(list(steps(long_case, Target(SOURCE), is_known=True)))) == 1


def test_a_short_text_comes_at_once(case: Case) -> None:
    [view] = steps(case, Target(SOURCE), is_known=False)
    assert isinstance(view, Article)
    assert view.marks == tuple(case.marks(1))


async def test_the_cursor_stays_on_its_mark_when_all_marks_have_come(long_case: Case) -> None:
    places = [mark.span for mark in long_case.marks(1) if mark.span.start > LONG // 2]
    near, full = whole(list(steps(long_case, Target(SOURCE, places[0]), is_known=False)))
    async with reading(long_case, (100, 30)) as reader:
        await reader.press("enter")
        pane = reader.app.screen.query_one("#main-article", Reader)
        pane.view = near
        await reader.press("n")
        here, top = pane.mark, pane.top
        assert here is not None
        assert here.span > places[0]
        pane.view = full
        await reader.settle()
        assert (pane.mark, pane.top) == (here, top)


def test_the_card_of_who_is_mentioned_most_begins_with_the_name(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = Ref(Kind.ENTITY, case.ids(Kind.ENTITY)[0])
    [card] = steps(case, Target(ref), is_known=False)
    assert isinstance(card, Card)
    monkeypatch.setattr(stepping, "MANY", 2)
    first, whole_card = steps(case, Target(ref), is_known=False)
    assert isinstance(first, Card)
    assert first.rows[:2] == card.rows[:2]
    assert first.rows[-1].text == "Reading …"
    assert isinstance(whole_card, Card)
    assert whole_card.rows == card.rows
    assert len(list(steps(case, Target(ref), is_known=True))) == 1


async def test_a_card_that_comes_in_steps_is_opened_once(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stepping, "MANY", 2)
    async with reading(case, (100, 30)) as reader:
        shown = await reader.press("2", "enter")
        assert "Reading …" not in shown
        assert "back 2" in shown
        before = await reader.press("j", "j", "enter", "backspace")
        assert "back 2" in before
