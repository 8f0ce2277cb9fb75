"""What the keys of a pane do is said the first times one comes to it, and then never again."""

from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.configuring import settings_of
from casefile.deeds.memory import Memory
from casefile.tui.keymap import DEFAULT
from casefile.tui.screens import hinting
from casefile.tui.screens.hinting import HINTS, TIMES
from tests.tui.driving import NARROW, WIDE, reading

WAYS = {
    "article": (("1", "enter"), "n next name · enter follows it · bksp comes back"),
    "card": (("2", "enter"), "enter follows · bksp comes back · n next group"),
    "timeline": (("5",), "+ closer · → later · c by month"),
    "with whom": (("6",), "→ next column · enter what tells of both"),
    "list": (("3",), "enter opens · . only what belongs to it · f narrows"),
}


def test_every_key_of_a_hint_is_one() -> None:
    ids = {key.id for key in DEFAULT.table}
    assert {id for told in HINTS.values() for id, _ in told} <= ids


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
@pytest.mark.parametrize("way", WAYS)
async def test_a_hint_is_given_twice_and_goes_with_the_next_key(
    case: Case, tmp_path: Path, way: str, size: tuple[int, int]
) -> None:
    pressed, hint = WAYS[way]
    for time in range(TIMES + 1):
        async with reading(case, size, memory=Memory(tmp_path / "browser.json")) as reader:
            assert "/ search" in reader.said
            await reader.press(*pressed)
            assert (hint in reader.said) == (time < TIMES)
            await reader.press("j")
            assert hint not in reader.said
            assert "? help" in reader.said


async def test_a_hint_fades_by_itself_and_tells_the_keys_that_were_given(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hinting, "FADE_S", 0.2)
    memory, settings = Memory(tmp_path / "browser.json"), settings_of('keys."article.next" = "X"')
    async with reading(case, settings=settings, memory=memory) as reader:
        assert "X next name" in await reader.press("1", "enter")
        await reader.pilot.pause(0.4)
        assert "? help" in reader.said


async def test_nothing_is_hinted_where_nothing_is_remembered(case: Case, tmp_path: Path) -> None:
    for memory in (Memory(), Memory(None, is_private=True)):
        async with reading(case, memory=memory) as reader:
            await reader.press("2", "enter")
            assert "? help" in reader.said
