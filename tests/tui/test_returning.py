"""A case opens where it was left."""

import json
import signal
import sys
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.memory import Memory
from casefile.model.words import Kind, Ref
from casefile.tui.screens.place import Slot
from casefile.tui.screens.returning import ReturningScreen
from tests.tui.driving import NARROW, WIDE, reading
from tests.tui.test_endings import on_a_terminal

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])

WAYS = {
    "a row further down": ("2", "j", "j"),
    "an article, scrolled": ("j", "j", "enter", "n", "n", "pagedown"),
    "a card and a link in it": ("2", "enter", "j", "j"),
    "the pane beside": ("j", "enter", "n", "tab"),
    "an event of the timeline": ("5", "j", "plus"),
    "only what belongs to one": ("2", "j", ".", "1"),
    "sorted": ("2", "o", "n", "j"),
    "counted by year": ("5", "c", "minus"),
    "one pane": ("2", "enter", "z"),
    "no preview": ("p", "j"),
    "what is new": ("9",),
}
"""Keys that lead somewhere; each run ends there."""


def seen(lines: list[str]) -> list[str]:
    """Return the screen but for the last line, which tells what was just done."""
    return lines[:-1]


@SIZES
@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
async def test_the_screen_of_the_next_run_is_that_of_the_last(
    case: Case, tmp_path: Path, size: tuple[int, int], way: tuple[str, ...]
) -> None:
    file = tmp_path / "browser.json"
    async with reading(case, size, memory=Memory(file)) as reader:
        await reader.press(*way)
        left, slot, behind = seen(reader.lines), reader.screen.slot, reader.screen.trail.behind
        await reader.pilot.press("q")
    async with reading(case, size, memory=Memory(file)) as reader:
        assert seen(reader.lines) == left
        assert reader.screen.slot is slot
        assert reader.screen.trail.behind == behind


@SIZES
async def test_a_narrowed_list_opens_narrowed_and_escape_shows_all(
    case: Case, tmp_path: Path, size: tuple[int, int]
) -> None:
    memory = Memory(tmp_path / "browser.json")
    async with reading(case, size, memory=memory) as reader:
        whole = await reader.press("2")
        await reader.press("f")
        await reader.type("dal")
        left = seen((await reader.press("enter")).split("\n"))
        await reader.pilot.press("q")
    async with reading(case, size, memory=memory) as reader:
        assert seen(reader.lines) == left
        assert "matching “dal”" in reader.text
        assert "matching" not in await reader.press("escape")
        assert whole.split("\n")[2].split("·")[0] in reader.text


@SIZES
async def test_back_leads_through_what_the_last_run_read(
    case: Case, tmp_path: Path, size: tuple[int, int]
) -> None:
    memory = Memory(tmp_path / "browser.json")
    async with reading(case, size, memory=memory) as reader:
        screens = [reader.lines]
        for keys in (("j", "enter"), ("n", "enter"), ("j", "enter")):
            await reader.press(*keys)
            screens.append(reader.lines)
        places = [(one.tab, one.slot, one.target) for one in reader.screen.trail.places]
        await reader.pilot.press("q")
    async with reading(case, size, memory=memory) as reader:
        trail = reader.screen.trail
        assert [(one.tab, one.slot, one.target) for one in trail.places] == places
        for _ in range(trail.behind):
            await reader.press("backspace")
        assert reader.screen.slot is Slot.LIST
        assert reader.screen.tab is Kind.SOURCE
        await reader.press("L")
        assert reader.screen.main is not None


@SIZES
async def test_what_is_gone_is_left_out_without_a_word(
    case: Case, tmp_path: Path, size: tuple[int, int]
) -> None:
    memory = Memory(tmp_path / "browser.json")
    async with reading(case, size, memory=memory) as reader:
        await reader.press("j", "enter")
        assert reader.screen.main is not None
        gone = reader.screen.main.ref
        await reader.pilot.press("q")
    case.remove(gone)
    async with reading(case, size, memory=memory) as reader:
        assert reader.screen.slot is Slot.LIST
        assert reader.screen.main is None or reader.screen.main.ref != gone
        assert "/ search" in reader.said


async def test_who_names_a_thing_goes_there(case: Case, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "browser.json")
    async with reading(case, memory=memory) as reader:
        await reader.press("2", "j")
        await reader.pilot.press("q")
    async with reading(case, memory=memory, start=Ref(Kind.SOURCE, 2)) as reader:
        assert reader.screen.tab is Kind.SOURCE
        assert reader.screen.main is not None
        assert reader.screen.main.ref == Ref(Kind.SOURCE, 2)


async def test_a_private_run_and_one_for_reading_only_keep_nothing(
    case: Case, read_only_case: Case, tmp_path: Path
) -> None:
    private = Memory(None, is_private=True)
    for one, memory in ((case, private), (read_only_case, Memory(tmp_path / "browser.json"))):
        async with reading(one, memory=memory) as reader:
            await reader.press("2", "j")
            await reader.pilot.press("q")
    assert not list(tmp_path.glob("left-*"))


async def test_a_key_before_it_is_all_there_leads_elsewhere(case: Case, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "browser.json")
    async with reading(case, memory=memory) as reader:
        await reader.press("2", "enter", "j")
        await reader.pilot.press("q")
    async with reading(case, memory=memory) as reader:
        assert reader.screen.slot is Slot.MAIN
        await reader.pilot.press("q")
    come_back = ReturningScreen.come_back

    def pressed_before(self: ReturningScreen) -> None:
        self.action_tab("event")  # type: ignore[attr-defined]
        come_back(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReturningScreen, "come_back", pressed_before)
        async with reading(case, memory=memory) as reader:
            assert reader.screen.tab is Kind.EVENT
            assert reader.screen.slot is Slot.LIST
            assert reader.screen.main is not None
            assert reader.screen.main.ref.kind is Kind.EVENT


def test_a_terminal_that_is_closed_leaves_the_case_as_quitting_does(
    case: Case, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "casefile", str(case.path)]
    with on_a_terminal(command, XDG_STATE_HOME=str(tmp_path / "state")) as shell:
        shell.read_until(b"1 Sources")
        shell.press(b"2")
        shell.read_until(b"[2 Entities")
        shell.process.send_signal(signal.SIGHUP)
        shell.process.wait(20)
    [file] = (tmp_path / "state").rglob("left-*.json")
    left = json.loads(file.read_text())["left"]
    assert left["places"][left["at"]]["tab"] == "entity"
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"at": 3}', "null"])
async def test_a_file_that_makes_no_sense_is_passed_over(
    case: Case, tmp_path: Path, kept: str
) -> None:
    memory = Memory(tmp_path / "browser.json")
    async with reading(case, memory=memory) as reader:
        await reader.press("2")
        await reader.pilot.press("q")
    [file] = tmp_path.glob("left-*.json")
    name = json.loads(file.read_text())["case"]
    file.write_text(json.dumps({"case": name, "left": json.loads(kept)}) if kept else "")
    async with reading(case, memory=memory) as reader:
        assert reader.screen.tab is Kind.SOURCE
        assert reader.screen.list_pane.here is not None
