"""Which files of a folder are read, and in which order."""

from pathlib import Path

import pytest

from casefile.errors import Unreadable
from casefile.reading.folder import walk


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def names(path: Path) -> list[str]:
    return [found.name for found in walk(path)]


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.HTML", "c/z.md", "c/a/k.txt", "b/q.txt")
    assert names(tmp_path) == ["a.HTML", "b.txt", "b/q.txt", "c/z.md", "c/a/k.txt"]


def test_what_is_hidden_is_passed_over_and_the_unknown_counted(tmp_path: Path) -> None:
    fill(tmp_path, ".h.txt", ".git/a.txt", "a.doc", "d/b.png", "a.txt", ".hidden.doc")
    found = walk(tmp_path)
    assert [one.name for one in found] == ["a.txt"]
    assert found.skipped == 2


def test_a_loop_of_folders_ends(tmp_path: Path) -> None:
    fill(tmp_path, "d/a.txt")
    (tmp_path / "d" / "loop").symlink_to(tmp_path)
    (tmp_path / "l.txt").symlink_to(tmp_path / "d" / "a.txt")
    assert names(tmp_path) == ["l.txt", "d/a.txt"]


def test_folders_nest_deeper_than_the_stack(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 900)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    assert len(names(tmp_path)) == 1


def test_a_file_is_its_own_folder(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    assert names(tmp_path / "a.txt") == ["a.txt"]


def test_a_missing_path_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="does not exist"):
        names(tmp_path / "gone")
