from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.deeds.memory import MOST_CASES, MOST_COMMANDS, Memory


def test_what_was_used_last_comes_first_and_once(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "a" / "b.json")
    for command in ("undo", "zoom", "undo", *map(str, range(MOST_COMMANDS - 1))):
        memory.used(command)
    again = Memory(tmp_path / "a" / "b.json")
    assert again.commands == memory.commands
    assert len(again.commands) == MOST_COMMANDS
    assert again.commands[-1] == "undo"


def test_marks_are_kept_by_case_and_the_oldest_case_goes(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "b.json")
    for at in range(MOST_CASES + 1):
        memory.mark(tmp_path / str(at), "x", {"ref": f"entity:{at}", "name": "somebody"})
    again = Memory(tmp_path / "b.json")
    assert again.marks(tmp_path / "0") == {}
    assert again.marks(tmp_path / "1") == {"x": {"ref": "entity:1", "name": "somebody"}}


@given(st.text() | st.recursive(
    st.none() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["commands", "marks", "habits", "a", "ref"]), inner, max_size=3
    ),
).map(repr).map(lambda shown: shown.replace("'", '"').replace("None", "null")))  # fmt: skip
def test_a_spoilt_file_is_forgotten(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "b.json"
        file.write_text(text, encoding="utf-8", errors="replace")
        memory = Memory(file)
        assert all(isinstance(one, str) for one in memory.commands)
        memory.mark(file, "a", {"ref": "entity:1"})
        assert Memory(file).marks(file)["a"] == {"ref": "entity:1"}


@pytest.mark.parametrize("there", ["a file", "nothing"])
def test_where_nothing_can_be_written_it_is_remembered_for_this_run(
    tmp_path: Path, there: str
) -> None:
    (tmp_path / "folder").write_text("") if there == "a file" else None
    memory = Memory(tmp_path / "folder" / "b.json" if there == "a file" else None)
    memory.used("undo")
    assert memory.commands == ("undo",)


def test_habits_come_from_the_file_they_had_before_until_one_is_kept(tmp_path: Path) -> None:
    (tmp_path / "habits.json").write_text('{"grouped": "yes", "other": "no", "spoilt": 1}')
    memory = Memory(tmp_path / "b.json")
    assert [memory.habit(name) for name in ("grouped", "spoilt", "new")] == ["yes", "", ""]
    memory.keep_habit("grouped", "no")
    (tmp_path / "habits.json").unlink()
    again = Memory(tmp_path / "b.json")
    assert [again.habit(name) for name in ("grouped", "other")] == ["no", "no"]


def test_two_browsers_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    one, other = Memory(tmp_path / "b.json"), Memory(tmp_path / "b.json")
    one.mark(tmp_path, "x", {"ref": "entity:1"})
    one.keep_habit("grouped", "yes")
    other.used("undo")
    one.used("zoom")
    again = Memory(tmp_path / "b.json")
    assert again.commands == ("zoom", "undo")
    assert set(again.marks(tmp_path)) == {"x"}
    assert again.habit("grouped") == "yes"
