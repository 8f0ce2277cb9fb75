from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casefile.deeds.configuring import OPTIONS, Settings, read_settings, settings_of

DEFAULTS = dict(Settings().values)


def test_what_is_set_is_set_and_the_rest_is_as_shipped() -> None:
    settings = settings_of('theme = "light"\n[layout]\ntext_width = 72\n[keys]\n"undo" = ["Z"]\n')
    assert dict(settings.values) == {**DEFAULTS, "theme": "light", "layout.text_width": 72}
    assert settings.keys == {"undo": ("Z",)}
    assert settings.troubles == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\n\na =", 3, "not TOML"),
        ('[keys]\nnarrow = "f"\nnarrow.keep = "x"\n', 3, "in quotes"),
        ('mouse = true\ntheme = "gloomy"\n', 2, "dark, light, contrast, terminal"),
        ("[layout]\n\npreview = 1\n", 3, "true or false"),
        ("layout.text_width = 7\n", 1, "a number from 20 to 400"),
        ("layout = { text_width = true }\n", 1, "a number from 20 to 400"),
        ("them = 'dark'\n", 1, "did you mean theme?"),
        ("[keys]\n\nundo = 3\n", 3, "The keys of undo"),
        ("[keys]\nundo = ['']\n", 2, "The keys of undo"),
        ("keys = 'g'\n", 1, "[keys]"),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_default_holds(
    text: str, line: int, words: str
) -> None:
    settings = settings_of(text)
    [trouble] = settings.troubles
    assert trouble.line == line
    assert words in trouble.said
    assert trouble.in_file("config.toml").startswith(f"config.toml, line {line}: ")
    assert {name: settings.values[name] for name in DEFAULTS} == DEFAULTS


@given(st.text())
@example("[keys]\nundo = 'x'\n[[keys.redo]]\na = 1\n")
@example("a" + ".a" * 3000 + " = 1")
def test_no_text_keeps_anybody_from_their_case(text: str) -> None:
    settings = settings_of(text)
    assert all(not one.refuses(settings.values[one.name]) for one in OPTIONS)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml").troubles == ()
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9\n")
    assert "UTF-8" in read_settings(tmp_path / "latin.toml").troubles[0].said
    (tmp_path / "folder.toml").mkdir()
    assert "cannot be read" in read_settings(tmp_path / "folder.toml").troubles[0].said


def test_a_file_of_windows_is_read_by_its_lines(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xef\xbb\xbfmouse = false\r\ntheme = 'x'\r\n")
    settings = read_settings(file)
    assert settings.number("mouse") == 0
    assert settings.troubles[0].line == 2
