import pytest

from casefile.case import Case
from casefile.search.line import Key
from casefile.tui import keymap, keys
from casefile.tui.base.card import lay_out
from casefile.tui.screens.help import help_card
from tests.tui.driving import reading


async def test_help_shows_the_keys_of_this_place_and_escape_closes_it(case: Case) -> None:
    async with reading(case) as reader:
        text = await reader.press("?")
        assert "open the row" in text
        assert "follow the marked words" not in text
        text = await reader.press("G")
        assert "quit" in text
        text = await reader.press("escape")
        assert "Envoys met" in text
        await reader.press("l")
        assert "follow the marked words" in await reader.press("f1")


@pytest.mark.parametrize(
    ("way", "hidden"),
    [
        (("R",), "the kind before"),
        ((":", *"log", "enter"), "take it back, and all after it"),
        (("T",), "make it again"),
        (("C",), "the one before"),
        ((":", *"removed", "enter"), "make it again"),
    ],
)
async def test_what_lies_over_the_browser_tells_its_own_keys(
    case: Case, way: tuple[str, ...], hidden: str
) -> None:
    async with reading(case) as reader:
        before = await reader.press(*way)
        assert "? help" in before
        text = await reader.press("?")
        assert hidden in text
        assert "search everything" not in text
        assert await reader.press("q") == before


def test_what_a_key_does_goes_on_below_itself_where_it_is_long() -> None:
    rows = help_card((keys.Place.BROWSE,), keymap.DEFAULT).rows
    lines = [
        "".join(part for part, _ in line) for row in rows for line in lay_out(row, 44)
    ]  # fmt: skip
    (at,) = [at for at, line in enumerate(lines) if "take this source out" in line]
    start = lines[at].index("take")
    assert lines[at + 1][:start].isspace()
    assert not lines[at + 1][start].isspace()


def test_help_tells_every_word_that_narrows() -> None:
    rows = help_card((keys.Place.BROWSE,), keymap.DEFAULT).rows
    told = "\n".join(f"{row.text} {row.detail}" for row in rows)
    assert [key for key in Key if f"{key}:" not in told] == []


def test_every_action_has_one_id_and_every_key_of_a_place_one_action() -> None:
    ids = [key.id for key in keys.KEYS]
    assert len(ids) == len(set(ids))
    for place in keys.Place:
        names = [name for key in keys.at(place) for name in key.keys.split(",") if name]
        assert len(names) == len(set(names)), place


def test_no_key_that_a_terminal_cannot_send_apart_is_the_only_one() -> None:
    bad = {f"ctrl+{letter}" for letter in "abhijmqsz"} | {"ctrl+enter", "ctrl+left_square_bracket"}
    for key in keys.KEYS:
        if key.id == "suspend":  # which ctrl+z is kept for
            continue
        sure = [
            name for name in key.keys.split(",")
            if name not in bad and not name.startswith("alt+")
        ]  # fmt: skip
        assert sure, key.id


def test_the_footer_has_eight_keys_at_most() -> None:
    for place in (keys.Place.LIST, keys.Place.CARD, keys.Place.ARTICLE):
        assert 5 <= len(keymap.DEFAULT.footer((place, keys.Place.BROWSE))) <= 8


def test_the_key_table_is_a_markdown_table_of_every_key() -> None:
    lines = keys.key_table().splitlines()
    assert len(lines) == len(keys.KEYS) + 2
    assert all(line.count("|") == 4 for line in lines)
