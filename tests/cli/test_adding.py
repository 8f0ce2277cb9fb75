"""What the reader says of an article beats what is guessed; the rest of ``add`` and ``extract``."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from casefile.cli import main
from casefile.deeds import adding
from casefile.extraction.rules.engine import RulesEngine
from tests.cli.driving import STORY, run

STATED = {
    "title": "Stated title",
    "publisher": "Stated publisher",
    "author": "Stated author",
    "published": "2015-02",
    "url": "https://example.org/a",
    "language": "fr",
}

PAGE = """Title: A guessed title
Publisher: A guessed paper
Author: A Guess
Published: 1 March 2016

"""


def _sources(capsys: pytest.CaptureFixture[str], case: str = "a.casefile") -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["export", case]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["sources"]
    return found


@pytest.mark.parametrize("name", STATED)
def test_what_is_stated_beats_what_is_guessed(
    name: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(PAGE + STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", f"--{name}", STATED[name]]) == 0
    assert main(["extract", "a.casefile"]) == 0
    (source,) = _sources(capsys)
    assert source[name] == STATED[name]
    others = {"title": "A guessed title", "published": "2016-03-01", "language": "en"}
    assert all(source[other] == value for other, value in others.items() if other != name)


def test_a_stated_date_says_that_it_was_given(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    for number, day in enumerate(("2016-10-07", "2016-10", "2016", "2016-10~", "197X")):
        assert main(["add", f"{number}.casefile", "a.txt", "--published", day]) == 0
        (source,) = _sources(capsys, f"{number}.casefile")
        assert (source["published"], source["published_basis"]) == (day, "given")


def test_all_that_is_stated_holds_for_the_whole_batch(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        Path(f"{number}.txt").write_text(STORY + str(number), encoding="utf-8")
    options = [word for name, value in STATED.items() for word in (f"--{name}", value)]
    assert main(["add", "a.casefile", "0.txt", "1.txt", "2.txt", "--jobs", "2", *options]) == 0
    sources = _sources(capsys)
    assert len(sources) == 3
    for source in sources:
        assert {name: source[name] for name in STATED} == STATED


def test_the_same_bytes_twice_change_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    Path("b.txt").write_text(STORY, encoding="utf-8")
    main(["add", "a.casefile", "a.txt"])
    before = _sources(capsys)
    assert main(["add", "a.casefile", "a.txt", "b.txt", "--title", "Another"]) == 0
    assert capsys.readouterr().err == "0 added, 2 unchanged.\n"
    assert _sources(capsys) == before


def test_two_processes_find_what_one_finds(home: Path) -> None:
    folder = home / "in"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(STORY + f"Report {number}.", encoding="utf-8")
    exports = []
    for jobs in ("1", "2"):
        assert run(home, "add", f"{jobs}.casefile", "in", "--jobs", jobs).status == 0
        exports.append(run(home, "export", f"{jobs}.casefile").json())
    for document in exports:
        document.pop("judgements")  # they say at which second they were made
    assert exports[0] == exports[1]


def test_extract_tells_how_many(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(case)]) == 0
    assert main(["extract", str(case), "source:1"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "1 source extracted again.\n" * 2)


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_a_text_that_is_too_much_fails_alone(
    error: type[Exception],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    extract = RulesEngine.extract

    def limited(engine: RulesEngine, article: Any) -> Any:
        if article.path == "1.txt":
            raise error
        return extract(engine, article)

    monkeypatch.setattr(RulesEngine, "extract", limited)
    for number in range(3):
        Path(f"{number}.txt").write_text(STORY + str(number), encoding="utf-8")
    assert main(["add", "a.casefile", "0.txt", "1.txt", "2.txt"]) == 1
    said = capsys.readouterr()
    assert said.out.count("source:") == 2
    assert said.err == (
        "2 added, 1 failed.\n"
        "casefile: 1.txt is too large or too deeply nested to be read: split it.\n"
    )


def _die(*_: object) -> None:
    os._exit(9)


def test_a_process_that_dies_is_one_sentence_for_each_file(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(adding, "_in_child", _die)
    for number in range(3):
        Path(f"{number}.txt").write_text(STORY + str(number), encoding="utf-8")
    assert main(["add", "a.casefile", "0.txt", "1.txt", "2.txt", "--jobs", "2"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "0 added, 3 failed.",
        *(f"casefile: {n}.txt was not read, as a process died: try --jobs 1." for n in range(3)),
    ]


def test_another_program_is_told_how_far_it_is(home: Path) -> None:
    folder = home / "many"
    folder.mkdir()
    for at in range(3):
        (folder / f"{at}.txt").write_text(f"Day {at}\n\n{STORY}", encoding="utf-8")
    ran = run(home, "add", "a.casefile", folder, "--json", "--progress")
    assert len(ran.json()["added"]) == 3
    told = [json.loads(one) for one in ran.err.splitlines() if one.startswith('{"done"')]
    assert told[0] == {"done": 0, "total": 3, "name": "0.txt"}
    assert told[-1] == {"done": 3, "total": 3, "name": ""}
    assert "done" not in run(home, "add", "b.casefile", folder, "--json").err
