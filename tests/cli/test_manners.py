"""The manners of the command line: statuses, help, versions, and wrong usage in one sentence."""

import re
from pathlib import Path

import platformdirs
import pytest

from casefile.cli import main
from casefile.cli.commands import COMMANDS, SHORT
from tests.cli.driving import STORY, make_case, on_terminal, plain, run


def test_the_version_names_casefile_python_and_sqlite(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    said = capsys.readouterr().out
    assert re.fullmatch(r"casefile [\d.]+, Python 3[\d.]+, SQLite 3[\d.]+ \(\w+\)\n", said)


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_explains_itself(
    command: str, flag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, flag] if command else [flag]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"Usage: casefile {command}".rstrip())
    assert said.err == ""
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_help_lists_every_command_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert COMMANDS.keys() == SHORT.keys()
    main(["--help"])
    said = capsys.readouterr().out
    for name, words in SHORT.items():
        assert re.search(rf"^  {name} +{re.escape(words)}$", said, re.MULTILINE)


def test_casefile_alone_says_how_to_begin(
    home: Path, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert "Recent" not in (first := capsys.readouterr().out)
    assert "casefile add NAME.casefile FOLDER" in first
    assert main([str(case)]) == 0
    capsys.readouterr()
    assert main([]) == 0
    assert f"Recent cases:\n  casefile {case}\n" in capsys.readouterr().out


WRONG_USAGE: dict[str, tuple[list[str], str]] = {
    "unknown option": (["--nope"], "No such option '--nope'"),
    "unknown option of a command": (["add", "--nope", "a", "b"], "No such option '--nope'"),
    "unknown command": (["serch", "CASE", "x"], "'serch'; the nearest command is search"),
    "no such thing": (["nothing"], "There is no command and no case file 'nothing'"),
    "no case": (["show"], "Missing argument 'CASE'"),
    "no ref": (["show", "CASE"], "Missing argument 'REF'"),
    "no path": (["add", "CASE"], "Missing argument 'PATH...'"),
    "no words": (["search", "CASE"], "Missing argument 'WORDS...'"),
    "nothing to make": (["make"], "Say what to make: entity, event or fact"),
    "no text": (["note", "CASE", "source:1"], "Missing argument 'TEXT...'"),
    "too much": (["show", "CASE", "source:1", "source:2"], "unexpected extra argument"),
    "place": (["search", "CASE", "x", "--in", "nonsense"], "'nonsense' is none of sources,"),
    "limit": (["search", "CASE", "x", "--limit", "0"], "0 is not in the range"),
    "limit no number": (["search", "CASE", "x", "--limit", "x"], "'x' is not a valid integer"),
    "date": (["add", "NEW", "t", "--published", "May said no"], "'May said no' is not a date:"),
    "engine": (["add", "NEW", "t", "--engine", "magic"], "There is no engine 'magic': choose"),
    "engine again": (["extract", "CASE", "--engine", "magic"], "There is no engine 'magic'"),
    "jobs": (["add", "NEW", "t", "--jobs", "0"], "0 is not in the range"),
    "format": (["export", "CASE", "--format", "xml"], "'xml' is not one of 'json', 'markdown'"),
    "option without value": (["add", "NEW", "t", "--title"], "requires an argument"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG_USAGE.values(), ids=WRONG_USAGE)
def test_wrong_usage_is_one_sentence_and_status_two(
    arguments: list[str], words: str, home: Path, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = {"CASE": str(case), "NEW": "new.casefile"}
    assert main([here.get(word, word) for word in arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert re.fullmatch(r"casefile: [^\n]+ \(see 'casefile[^\n]* --help'\)\.\n", said.err)
    assert not Path("new.casefile").exists()


FAILS: dict[str, tuple[list[str], str]] = {
    "no such case": (["gone.casefile"], "There is no case file at gone.casefile: check the path"),
    "no such case, opened": (["open", "gone"], "There is no case file at gone: check the path"),
    "a ref that is none": (["show", "CASE", "nonsense"], "'nonsense' is not a reference: write"),
    "a ref without number": (["show", "CASE", "source:x"], "'source:x' is not a reference: write"),
    "a ref of no kind": (["show", "CASE", "thing:1"], "'thing:1' is not a reference: write"),
    "a ref far off": (["show", "CASE", "event:" + "9" * 30], "is not a reference: write"),
    **{
        f"no {kind} there": (["show", "CASE", f"{kind}:999"], f"This case has no {kind} 999")
        for kind in ("source", "entity", "event", "fact", "note", "conflict")
    },
    "a note on nothing": (["note", "CASE", "fact:999", "x"], "This case has no fact 999"),
    "a note of nothing": (["note", "CASE", "source:1", " "], "A note needs some words"),
    "extract nothing": (["extract", "CASE", "source:999"], "This case has no source:999"),
    "extract an entity": (["extract", "CASE", "entity:1"], "name a source, such as source:3"),
    "nothing to undo": (["undo", "CASE"], "nothing to undo"),
    "nothing to redo": (["redo", "CASE"], "nothing to redo"),
    "out of no folder": (["export", "CASE", "-o", "no/x.json"], "no/x.json cannot be written: no"),
    "out on a folder": (["export", "CASE", "-o", "texts"], "texts cannot be written: is a"),
    "out on the case": (["export", "CASE", "-o", "CASE"], "is the case itself: name another file"),
    "out on another case": (["export", "CASE", "-o", "other"], "other is a case: name another"),
    "log on the case": (["log", "CASE", "--export", "CASE"], "is the case itself: name another"),
    "log on another case": (["log", "CASE", "--export", "other"], "other is a case: name another"),
    "log out of no folder": (["log", "CASE", "--export", "no/x"], "no/x cannot be written: no"),
}


@pytest.mark.parametrize(("arguments", "words"), FAILS.values(), ids=FAILS)
def test_what_cannot_be_done_is_one_sentence_and_status_one(
    arguments: list[str], words: str, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = case.read_bytes()
    Path("other").write_bytes(before)
    assert main([str(case) if word == "CASE" else word for word in arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert words.lower() in said.err.lower()
    assert re.fullmatch(r"casefile: [^\n]+\.\n", said.err)
    assert case.read_bytes() == Path("other").read_bytes() == before


def test_a_case_may_be_called_like_a_command(home: Path) -> None:
    make_case(home).rename(home / "show")
    assert "1 sources" in run(home, "./show").out
    assert "1 sources" in run(home, "open", "show").out
    assert run(home, "search", "show", "Kishida").status == 0


def test_words_may_begin_with_a_dash_after_two(home: Path, case: Path) -> None:
    assert run(home, "note", case, "source:1", "--", "--json is a word").status == 0
    assert "--json is a word" in run(home, "show", case, "note:1").out


JSON = [
    ["search", "CASE", "Kishida", "--json"],
    ["search", "CASE", "nothing-like-it", "--json"],
    ["show", "CASE", "source:1", "--json"],
    ["show", "CASE", "entity:1", "--json"],
    ["show", "CASE", "event:1", "--json"],
    ["show", "CASE", "fact:1", "--json"],
    ["log", "CASE", "--json"],
    ["check", "CASE", "--json"],
    ["export", "CASE"],
    ["export", "CASE", "--format", "json", "-o", "-"],
]


@pytest.mark.parametrize("arguments", JSON, ids=" ".join)
def test_json_is_one_document_and_nothing_else(
    arguments: list[str], home: Path, case: Path
) -> None:
    ran = run(home, *(case if word == "CASE" else word for word in arguments))
    assert (ran.status, ran.err) == (0, "")
    assert isinstance(ran.json(), list | dict)


def test_a_search_without_hits_is_no_failure(home: Path, case: Path) -> None:
    assert run(home, "search", case, "xyzzyq", "--json").json() == []
    told = run(home, "search", case, "xyzzyq")
    assert (told.status, told.out) == (0, "Nothing fits: try fewer letters, or fewer words.\n")


def test_progress_is_shown_on_a_terminal_only(home: Path) -> None:
    (home / "story.txt").write_text(STORY, encoding="utf-8")
    assert "0 of 1" not in run(home, "add", "a.casefile", "story.txt").err
    shown = on_terminal(home, "add", "b.casefile", "story.txt", "--json").out
    assert "0 of 1 story.txt" in shown


@pytest.mark.parametrize(
    ("more", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
    ],
    ids=str,
)
def test_bold_and_dim_are_for_terminals_that_may_have_them(
    more: dict[str, str], coloured: bool, home: Path, case: Path
) -> None:
    shown = on_terminal(home, "show", case, "source:1", env=more).out
    assert (shown != plain(shown)) is coloured
    assert "\x1b" not in run(home, "show", case, "source:1", env=more).out


def test_the_recent_list_never_matters(home: Path, case: Path) -> None:
    (home / "state").write_text("a file where the folder should be")
    assert run(home, case).status == 0
    assert run(home).status == 0
    (home / "state").unlink()
    for damage in ("", "nonsense", "{}", "[1, null]", "[" * 5_000):
        (home / "state" / "casefile").mkdir(parents=True, exist_ok=True)
        (home / "state" / "casefile" / "recent.json").write_text(damage)
        assert run(home).status == 0
        assert run(home, case).status == 0


def test_the_recent_list_is_for_its_owner_alone(home: Path, case: Path) -> None:
    run(home, case)
    kept = home / "state" / "casefile" / "recent.json"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


def test_without_a_home_no_folder_called_tilde_is_made(
    home: Path, case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # what platformdirs says to a user whom the system does not know
    for name in ("user_state_path", "user_data_path"):
        monkeypatch.setattr(platformdirs, name, lambda *_, **__: Path("~/.local/casefile"))
    assert main([str(case)]) == 0
    assert main([]) == 0
    capsys.readouterr()
    assert main(["demo"]) == 1
    assert "set HOME or XDG_DATA_HOME" in capsys.readouterr().err
    assert not (home / "~").exists()


def test_the_demo_is_built_once_and_opened(home: Path) -> None:
    first = run(home, "demo")
    assert first.status == 0
    assert "10 sources" in first.out
    assert "Building the demo case" in first.err
    again = run(home, "demo")
    assert (again.out, again.err) == (first.out, "")
    assert [path.name for path in (home / "data" / "casefile").iterdir()] == ["demo.casefile"]
