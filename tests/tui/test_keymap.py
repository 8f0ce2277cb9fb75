"""Keys as a reader changes them: what is pressed, what is shown, what is refused."""

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.keys import Keys

from casefile.case import Case
from casefile.deeds.configuring import settings_of
from casefile.tui.keymap import DEFAULT, changed, faults, is_not_apart, key_name
from casefile.tui.keys import KEYS, Place, shown
from tests.tui.driving import WIDE, reading


def test_the_keys_as_shipped_have_no_fault() -> None:
    assert faults(DEFAULT) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("/", "slash"), (".", "full_stop"), ("?", "question_mark"), ("G", "G"),
        ("ctrl+D", "ctrl+d"),
        ("shift+g", "G"), ("Esc", "escape"), ("PgDn", "pagedown"), ("↓", "down"), ("F2", "f2"),
        ("shift+ctrl+left", "ctrl+shift+left"), ("ctrl++", "ctrl+plus"), (",", "comma"),
        ("full_stop", "full_stop"), ("space", "space"), ("é", "é"),
        ("", None), ("ctrl+", None), ("hyper+x", None), ("foo", None), ("f99", None),
        ("\x1b", None),
        (" ", None),
    ],
)  # fmt: skip
def test_a_key_is_known_however_it_is_written(written: str, name: str | None) -> None:
    assert key_name(written) == name


@given(st.text(st.characters(max_codepoint=0x7F), max_size=12))
@example("<")
def test_no_writing_of_a_key_fails_and_a_name_is_its_own(written: str) -> None:
    name = key_name(written)
    assert name is None or key_name(name) == name


def test_every_key_of_textual_and_of_the_table_is_known() -> None:
    for key in Keys:
        assert key.value.startswith("<") or key_name(key.value), key
    for entry in KEYS:
        names = [name for name in entry.keys.split(",") if name]
        assert [key_name(name) for name in names] == names
        assert not names or [key_name(label) for label in shown(entry)] == names


@pytest.mark.parametrize(
    "name",
    ["ctrl+a", "ctrl+b", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+q", "ctrl+s",
     "ctrl+left_square_bracket", "ctrl+enter", "alt+x", "ctrl+shift+x"],
)  # fmt: skip
def test_a_key_that_a_terminal_cannot_send_apart_is_told(name: str) -> None:
    assert is_not_apart(name)
    keymap, problems = changed({"undo": (name,)})
    assert "many terminals cannot send" in problems[0].said
    assert changed({"undo": (name, "u")})[1] == []
    assert "undo" in keymap.changed


def keys_of(wanted: Mapping[str, tuple[str, ...]], id: str) -> str:
    return next(key.keys for key in changed(wanted)[0].table if key.id == id)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"undo": ("j",)}, "j is also the key of move.down"),
        ({"article.next": ("p",)}, "p is also the key of preview"),
        ({"undo": ("ü", "u"), "redo": ("ü",)}, "ü is also the key of"),
        ({"finder.close": ("x",)}, "could not be typed"),
        ({"help.close": ()}, "nobody gets out"),
        ({"undone": ("x",)}, "did you mean undo?"),
        ({"undo": ("contrl+x",)}, "no key is called 'contrl+x'"),
    ],
)
def test_what_cannot_be_is_told_and_the_default_holds(
    wanted: Mapping[str, tuple[str, ...]], words: str
) -> None:
    keymap, problems = changed(wanted)
    assert words in problems[0].said
    assert all(problem.grave is False or problem.id in wanted for problem in problems)
    assert faults(keymap) == []


def test_two_entries_may_change_places() -> None:
    wanted = {"undo": ("y",), "copy": ("u",)}
    assert changed(wanted)[1] == []
    assert (keys_of(wanted, "undo"), keys_of(wanted, "copy")) == ("y", "u")


@given(st.dictionaries(
    st.sampled_from([key.id for key in KEYS]),
    st.lists(st.sampled_from("jkyuhlq/?") | st.sampled_from(["escape", "f2", "ctrl+d"]), max_size=3)
    .map(tuple), max_size=6,
))  # fmt: skip
def test_whatever_is_changed_no_key_does_two_things(wanted: Mapping[str, tuple[str, ...]]) -> None:
    keymap, _ = changed(wanted)
    assert [problem for problem in faults(keymap) if problem.grave] == []
    for place in Place:
        names = [name for key in keymap.at(place) for name in key.keys.split(",") if name]
        assert len(names) == len(set(names))


async def test_a_changed_key_does_it_and_is_shown_in_footer_and_help(case: Case) -> None:
    settings = settings_of('[keys]\n"tab.entities" = "F"\nsearch = ["f4", "Y"]\nundo = []\n')
    async with reading(case, WIDE, settings=settings) as reader:
        assert "f4 search" in reader.lines[-1]
        assert "[1 Sources" in await reader.press("2")
        assert "[2 Entities" in await reader.press("F")
        pages = [await reader.press(key) for key in ("?", "pagedown", "pagedown")]
        text = "\n".join(pages)
        assert "list of entities  (yours)" in text
        assert ":undo               undo what was decided last  (yours)" in text
        assert "Search everything" in await reader.press("escape", "Y")
        await reader.press("escape", "slash")
        assert "Search everything" not in reader.lines[2]


async def test_two_keys_that_changed_places_do_so_in_the_browser(case: Case) -> None:
    settings = settings_of('[keys]\n"tab.sources" = "2"\n"tab.entities" = "1"\n')
    async with reading(case, settings=settings) as reader:
        assert "[2 Entities" in await reader.press("1")
        assert "[1 Sources" in await reader.press("2")


async def test_a_fault_in_the_configuration_is_told_at_the_start(case: Case) -> None:
    settings = settings_of('\n[keys]\nundoo = "x"\n', "/home/me/config.toml")
    async with reading(case, settings=settings) as reader:
        assert reader.said.startswith("config.toml, line 3: Nothing has the id undoo")
        assert "Envoys met" in await reader.press("j")


async def test_the_layout_is_as_it_was_set(case: Case) -> None:
    async with reading(case, settings=settings_of("layout.preview = false")) as reader:
        assert "TOKYO" not in reader.text
        assert "TOKYO" in await reader.press("p")
    text = "[layout]\ntext_width = 40\ntwo_panes = 60\n"
    async with reading(case, settings=settings_of(text)) as reader:
        assert "Sources  23" in await reader.press("enter")
        lines = [line.partition("▏")[2] for line in reader.lines[3:20]]
        assert 30 < max(map(len, lines)) < 46
