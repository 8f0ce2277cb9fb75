import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.deeds.drafts import Draft, drafts_left
from casefile.model.words import Kind, Ref, Span
from tests.processes import started

ENTITY = Ref(Kind.ENTITY, 7)

TYPE = """
from casefile.deeds.drafts import Draft
from casefile.model.words import Kind, Ref
draft = Draft(path, Ref(Kind.ENTITY, 7))
draft.keep("half a though")
print("ready", flush=True)
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "casefile"


def left_by_a_crash(path: Path, body: str, span: Span | None = None) -> None:
    """Keep a draft and give its lock up, as the end of a program does."""
    draft = Draft(path, ENTITY, span)
    draft.keep(body)
    assert draft._lock is not None
    os.close(draft._lock)


@given(
    body=st.text(min_size=1).filter(str.strip),
    span=st.none() | st.builds(Span, st.integers(0, 9), st.integers(10, 99)),
)
def test_what_was_kept_comes_back_whole(
    tmp_path_factory: pytest.TempPathFactory, body: str, span: Span | None
) -> None:
    path = tmp_path_factory.mktemp("one") / "a.casefile"
    left_by_a_crash(path, body, span)
    (draft,) = drafts_left(path)
    assert (draft.body, draft.span, draft.target) == (body, span, ENTITY)
    draft.drop()
    assert drafts_left(path) == []


def test_only_its_reader_can_read_it_and_nothing_is_left_of_it(path: Path, state: Path) -> None:
    draft = Draft(path, ENTITY)
    draft.keep("secret")
    files = list(state.iterdir())
    assert files
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    draft.drop()
    assert list(state.iterdir()) == []


def test_what_a_broken_off_writing_left_goes_with_it(path: Path, state: Path) -> None:
    left_by_a_crash(path, "first")
    (kept,) = state.glob("*.json")
    kept.with_name(f"{kept.name}.4711").write_text('{"body": "sec')
    (draft,) = drafts_left(path)
    assert draft.body == "first"
    draft.drop()
    assert list(state.iterdir()) == []


def test_what_another_program_has_open_is_not_offered_until_that_ends(path: Path) -> None:
    with started(TYPE, path):
        assert drafts_left(path) == []
    (draft,) = drafts_left(path)
    assert draft.body == "half a though"
    assert drafts_left(path) == []  # it is taken


def test_the_newest_comes_first_and_only_those_of_the_case(path: Path, state: Path) -> None:
    for body, day in (("older", "2024-01-01"), ("newest", "2024-03-01"), ("oldest", "2023-01-01")):
        left_by_a_crash(path, body)
        for file in state.glob("*.json"):
            told = json.loads(file.read_text())
            if told["body"] == body:
                file.write_text(json.dumps({**told, "kept": f"{day}T10:00:00+00:00"}))
    left_by_a_crash(path.with_name("other.casefile"), "elsewhere")
    assert [draft.body for draft in drafts_left(path)] == ["newest", "older", "oldest"]


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"body": 1}', '{"case": "%s", "body": "x", "kept": "", "span": 3}']
)
def test_a_file_that_is_no_draft_is_passed_over(path: Path, state: Path, content: str) -> None:
    left_by_a_crash(path, "first")
    (kept,) = state.glob("*.json")
    kept.write_text(content.replace("%s", str(path)))
    assert drafts_left(path) == []


def test_where_nothing_can_be_written_typing_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/no")
    draft = Draft(path, ENTITY)
    draft.keep("words")
    assert drafts_left(path) == []
    draft.drop()
