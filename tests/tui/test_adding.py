"""Articles are added from inside the browser, by a process of their own."""

import re
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.model.words import Kind
from casefile.tui.screens import adding
from casefile.tui.screens.beside import Beside
from tests.tui.driving import reading

STORY = "Port Salda ferry sold\n\nOSLO, 3 May 2019 — Orla Brandt met Ivo Salter in Port Salda.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "texts" / "story.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text(STORY, encoding="utf-8")
    return file


async def test_a_folder_is_added_and_what_is_there_is_told(empty_case: Case, story: Path) -> None:
    (story.parent / "bad.txt").write_bytes(b"\x00\x01\x02" * 99)
    async with reading(empty_case) as reader:
        assert ":add FOLDER" in reader.text
        await reader.press(":")
        await reader.type(f"add {story.parent}")
        text = await reader.press("enter")
        assert "1 added, 1 failed. bad.txt is binary" in reader.said
        assert "Port Salda ferry sold" in text
        assert "Sources  1" in text
        await reader.press(":")
        await reader.type(f"add {story}")
        await reader.press("enter")
        assert reader.said == "1 there already."


async def test_what_is_not_there_is_asked_for_again(empty_case: Case, story: Path) -> None:
    async with reading(empty_case) as reader:
        await reader.press(":")
        await reader.type("add")
        await reader.press("enter")
        assert "Add which file or folder:" in reader.said
        await reader.type(str(story.with_suffix(".tx")))
        await reader.press("enter")
        assert "There is no file or folder" in reader.said
        await reader.type("t")
        await reader.press("enter")
        assert reader.said == "1 added."


async def test_an_article_is_pasted(empty_case: Case) -> None:
    async with reading(empty_case) as reader:
        await reader.press(":")
        await reader.type("add.paste")
        text = await reader.press("enter")
        assert "Paste an article" in text
        await reader.type("Ferry sold")
        await reader.press("enter", "enter")
        await reader.type("Orla Brandt met Ivo Salter in Oslo on 3 May 2019.")
        await reader.press("escape")
        assert reader.said == "1 added."
        assert "› no date     Ferry sold" in reader.text
    [source] = empty_case.source_rows(empty_case.ids(Kind.SOURCE))
    assert "Orla Brandt met" in empty_case.source(source.ref.id).text


async def test_adding_is_stopped_by_name_and_one_batch_is_read_at_a_time(
    empty_case: Case, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for at in range(400):
        (folder / f"{at}.txt").write_text(f"Day {at}\n\n{STORY}", encoding="utf-8")
    async with reading(empty_case) as reader:
        screen = reader.screen
        screen.action_stop_adding()
        await reader.pilot.pause()
        assert reader.said == "Nothing is being added."
        screen.action_add(str(folder))
        screen.action_add(str(folder))
        await reader.pilot.pause()
        assert "Articles are being added" in reader.said
        screen.action_stop_adding()
        await reader.settle()
        assert reader.said.startswith("Stopped. What was read is in the case")
        assert len(empty_case.ids(Kind.SOURCE)) < 400


async def test_what_is_running_says_how_far_it_is_and_is_stopped(
    empty_case: Case, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for at in range(400):
        (folder / f"{at}.txt").write_text(f"Day {at}\n\n{STORY}", encoding="utf-8")
    async with reading(empty_case) as reader:
        await reader.press("w")
        assert reader.said == "Nothing is running."
        reader.screen.action_add(str(folder))
        for _ in range(1_000):
            if re.search(r"adding [1-9]\d* of 400", reader.lines[1]):
                break
            await reader.pilot.pause(0.02)
        await reader.pilot.press("w")
        await reader.pilot.pause()
        assert reader.said.startswith("Adding many: ")
        assert " of 400, " in reader.said
        assert "s stop" in reader.said
        await reader.pilot.press("s")
        await reader.settle()
        assert reader.said.startswith("Stopped. What was read is in the case")
        assert "adding" not in reader.lines[1]
        assert 0 < len(empty_case.ids(Kind.SOURCE)) < 400


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"done": 2, "total": 9, "name": "a.txt"}\n', (2, 9, "a.txt")),
        (b"note: the text is short\n", None),
        (b'{"done": "x", "total": 9, "name": ""}', None),
        (b"[1]", None),
        (b"7", None),
        (b"\xff\xfe", None),
    ],
)
def test_only_progress_is_taken_for_progress(
    line: bytes, told: tuple[int, int, str] | None
) -> None:
    found = adding._progress(line)
    assert (found and (found.done, found.total, found.name)) == told


async def test_nothing_is_added_to_a_case_that_is_only_read(
    read_only_case: Case, story: Path
) -> None:
    async with reading(read_only_case) as reader:
        reader.screen.action_add(str(story))
        await reader.settle()
        assert "reading only" in reader.said


def test_no_module_comes_from_the_folder_that_the_reader_is_in(
    empty_case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "strange"
    folder.mkdir()
    for name in ("json", "casefile", "sqlite_utils"):
        (folder / f"{name}.py").write_text("open('owned', 'w')\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert Beside(empty_case.path).link(lambda: False) == []
    assert not (folder / "owned").exists()


@pytest.mark.parametrize(
    ("status", "told", "trouble", "said"),
    [
        (1, b"", "x\ncasefile: The disk is full.\n", "The disk is full."),
        (-15, b"", "", "Stopped. What was read is in the case; to add the same again goes on."),
        (0, b'{"added": [], "versions": [], "unchanged": [], "failed": []}', "",
         "Nothing to add there."),
    ],
)  # fmt: skip
def test_what_came_of_it_is_one_line(status: int, told: bytes, trouble: str, said: str) -> None:
    assert adding._said(status, told, trouble) == said
