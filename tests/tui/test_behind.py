"""What links behind the browser: a process of its own in a large case, ended for a decision."""

from collections.abc import Callable
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.errors import MadeWay
from casefile.model.words import Ref
from casefile.tui.screens import behind
from casefile.tui.screens.behind import Behind
from casefile.tui.screens.beside import Beside
from tests.tui.conftest import add

ONE = "Finland’s Orla Brandt met Sweden’s Ivo Salter in Helsinki on 3 May 2017, she said.\n"
TWO = "Sweden’s Ivo Salter met Finland’s Orla Brandt in Helsinki on 9 May 2017. He left.\n"


@pytest.fixture
def waiting(empty_case: Case, tmp_path: Path) -> Case:
    """A case in which linking has yet to see that two events are one."""
    texts = tmp_path / "texts"
    texts.mkdir()
    add(empty_case, texts, "One", "North Post", "2017-05-12", ONE)
    add(empty_case, texts, "Two", "South Post", "2017-05-13", TWO)
    [one] = empty_case.proposals()
    empty_case.put_off_linking(later=lambda: None, before_writing=lambda: None)
    empty_case.judge(one.left, one.right, "same")
    assert empty_case.summary().events == 2
    return empty_case


def test_a_process_links_what_waits(waiting: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(behind, "LARGE", 0)
    began: list[int] = []
    link = Beside.link

    def counted(self: Beside, is_over: Callable[[], bool]) -> list[str] | None:
        began.append(1)
        return link(self, is_over)

    monkeypatch.setattr(Beside, "link", counted)
    assert Behind(waiting.path).link(lambda: False) == []
    assert began, "a process did it"
    assert waiting.summary().events == 1


def test_a_process_that_is_ended_leaves_what_waits(waiting: Case) -> None:
    beside = Beside(waiting.path)
    with pytest.raises(MadeWay):
        beside.link(lambda: True)
    waiting.set_status([Ref.parse("event:1")], "confirmed")
    assert waiting.summary().events == 2
    waiting.link()
    assert waiting.summary().events == 1


def test_what_a_rejection_took_comes_back_when_it_is_read_behind(waiting: Case) -> None:
    waiting.link()
    before = waiting.contents()
    waiting.reject("Helsinki")
    assert "Helsinki" not in [one["name"] for one in waiting.contents()["entities"]]
    waiting.undo()
    assert "Helsinki" not in [one["name"] for one in waiting.contents()["entities"]]
    waiting.link()
    after = waiting.contents()
    assert {**after, "log": None} == {**before, "log": None}
    assert waiting.check() == []
