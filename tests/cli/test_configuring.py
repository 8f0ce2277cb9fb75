"""The reader looks at, and checks, what they set."""

import json
import tomllib
from pathlib import Path

import pytest

from casefile.cli import main
from casefile.cli.configuring import example_text
from casefile.deeds.configuring import OPTIONS, config_path, settings_of
from casefile.tui.keymap import changed
from casefile.tui.keys import KEYS


def configure(text: str) -> None:
    config_path().parent.mkdir(parents=True, exist_ok=True)
    config_path().write_text(text, encoding="utf-8")


def test_every_binding_is_listed_by_place(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in listed] == [key.id for key in KEYS]
    assert set(listed[0]) == {"id", "place", "keys", "does", "changed"}
    assert main(["keys"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(KEYS)


def test_a_check_names_file_line_and_what_to_do(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["keys", "--check"]) == 0
    assert capsys.readouterr().out == "The keys are in order.\n"
    configure('[keys]\nundo = "j"\n"redo" = ["ctrl+s"]\nsearchh = "x"\n')
    assert main(["keys", "--check"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line.partition("config.toml, ")[2].partition(":")[0] for line in said] == [
        "line 4", "line 2", "line 3",
    ]  # fmt: skip
    assert main(["keys", "--check", "--json"]) == 1
    assert [one["line"] for one in json.loads(capsys.readouterr().out)] == [4, 2, 3]


def test_the_changed_keys_are_listed_as_such(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure('[keys]\nundo = ["Z", "f5"]\ncopy = []\n')
    assert main(["keys", "--json"]) == 0
    listed = {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert listed["undo"]["keys"] == ["Z", "f5"]
    assert listed["copy"]["keys"] == []
    assert {id for id, entry in listed.items() if entry["changed"]} == {"copy", "undo"}


def test_the_path_is_told_and_its_folder_is_there(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "--path"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path == config_path()
    assert path.parent.is_dir()


def test_what_is_set_is_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure('theme = "contrast"\n[keys]\nundo = "Z"\n')
    assert main(["config", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["theme"] == "contrast"
    assert shown["keys"] == {"undo": ["Z"]}
    configure('theme = "gloomy"\n')
    assert main(["config"]) == 1
    out, err = capsys.readouterr()
    assert '"dark"' in out
    assert "line 1" in err


def test_the_example_changes_nothing_and_every_line_of_it_is_right() -> None:
    example = example_text()
    assert settings_of(example).keys == {}
    loud = "\n".join(
        line.removeprefix("# ") if " = " in line else line for line in example.splitlines()
    )
    settings = settings_of(loud)
    assert settings.troubles == ()
    assert dict(settings.values) == {one.name: one.default for one in OPTIONS}
    keymap, problems = changed(settings.keys)
    assert problems == []
    assert keymap.table == KEYS
    assert tomllib.loads(loud)
