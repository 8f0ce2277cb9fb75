"""``search`` and ``show`` read well in 80 columns, and whole in a pipe."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.cli import main
from casefile.cli.layout import cells, fitted, padded, wrapped
from casefile.model.words import Kind, Ref
from tests.cli.driving import STORY, make_case, on_terminal, plain, run

LONG = "Kishida’s talks in Dalian " * 8 + "end"


def test_no_line_is_wider_than_the_terminal(home: Path) -> None:
    path = make_case(home, {"a.txt": STORY + LONG + "\n" + "大連で会談した" * 20 + "\n"})
    refs = ("source:1", "entity:1", "event:1", "fact:1")
    with Case(path) as case:
        for ref in refs:
            case.add_note(Ref.parse(ref), LONG)
    for arguments in (
        *(("show", path, ref) for ref in (*refs, "note:1")),
        ("search", path, "talks"),
    ):
        shown = on_terminal(home, *arguments)
        assert shown.status == 0
        assert all(cells(line) <= 80 for line in plain(shown.out).splitlines()), shown.out


def test_what_is_wrapped_stands_under_itself(home: Path, case: Path) -> None:
    shown = plain(on_terminal(home, "show", case, "event:1").out).splitlines()
    at = next(n for n, line in enumerate(shown) if line.startswith("  source:1 "))
    column = len(shown[at]) - len(shown[at].split(maxsplit=2)[2])
    assert shown[at + 1][:column].isspace()
    assert not shown[at + 1][column].isspace()


def test_a_note_and_what_it_points_to_show_each_other(home: Path, case: Path) -> None:
    run(home, "note", case, "source:1", "See [[event:1]] and [[event:999]].")
    shown = plain(run(home, "show", case, "note:1").out)
    assert "Points to (1)" in shown
    assert "event:1 " in shown
    assert "Points to nothing (1)" in shown
    assert "[[event:999]]" in shown
    shown = plain(run(home, "show", case, "event:1").out)
    assert "Notes that point here (1)" in shown
    assert "note:1" in shown


def test_a_source_is_shown_whole(home: Path, case: Path) -> None:
    piped = run(home, "show", case, "source:1")
    assert f"\n\n{STORY}\n" in piped.out
    shown = plain(on_terminal(home, "show", case, "source:1").out)
    assert " ".join(STORY.split()) in " ".join(shown.split())


def test_a_hit_is_one_line_in_a_pipe(home: Path, case: Path) -> None:
    hits = run(home, "search", case, "Kishida", "--json").json()
    lines = run(home, "search", case, "Kishida").out.splitlines()
    assert [line.split()[0] for line in lines] == [hit["ref"] for hit in hits]


def test_the_json_of_a_thing_holds_what_is_shown(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(case), "source:1", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["ref"], shown["text"], shown["file"]) == ("source:1", STORY, "story.txt")
    assert {link["ref"] for group in shown["linked"] for link in group["links"]} >= {"event:1"}


def test_notes_are_written_logged_taken_back_and_made_again(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(case)
    assert main(["note", path, "event:1", "Ask", "the", "ministry"]) == 0
    assert capsys.readouterr().out == "note:1 on event:1\n"
    assert main(["show", path, "event:1"]) == 0
    assert "note:1  Ask the ministry" in capsys.readouterr().out
    assert main(["undo", path]) == 0
    assert "Taken back: " in capsys.readouterr().err
    assert main(["show", path, "note:1"]) == 1
    capsys.readouterr()
    assert main(["log", path]) == 0
    told = capsys.readouterr().out
    assert "wrote a note  note:1  (taken back)" in told
    assert main(["redo", path]) == 0
    assert main(["show", path, "note:1"]) == 0
    assert "Ask the ministry" in capsys.readouterr().out


def test_notes_stand_on_words_are_changed_and_deleted_together(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(case)

    def said(*words: str, status: int = 0) -> str:
        capsys.readouterr()
        assert main(list(words)) == status, words
        return capsys.readouterr().out

    with Case(case) as open_case:
        ref = Ref(Kind.SOURCE, open_case.ids(Kind.SOURCE)[0])
        quote = open_case.source(ref.id).text.split(".")[0]
    assert said("note", path, str(ref), "who?", "--quote", quote) == f"note:1 on {ref}\n"
    with Case(case) as open_case:
        assert open_case.note(1).quote == quote
    said("note", path, str(ref), "when?")
    assert said("note", path, "note:2", "and", "when?") == f"note:2 on {ref}\n"
    assert "and when?" in said("show", path, "note:2")
    assert "changed a note: and when?" in said("log", path)
    assert said("note", path, "note:1", "note:2", "--delete") == "2 notes deleted\n"
    said("show", path, "note:1", status=1)
    said("undo", path)
    assert "who?" in said("show", path, "note:1")
    said("note", path, "note:1", status=2)
    said("note", path, "note:9", "x", status=1)
    said("note", path, "event:1", "x", "--quote", "y", status=1)


WORDS = st.text(st.sampled_from("ab 大e\u0301— "), max_size=60)


@given(WORDS, st.integers(2, 12))
def test_wrapping_loses_only_blanks_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


@given(WORDS, st.integers(2, 12))
def test_what_is_fitted_is_a_beginning_and_the_longest(text: str, width: int) -> None:
    found = fitted(text, width)
    assert text.startswith(found)
    assert cells(found) <= width
    assert len(found) == len(text) or cells(text[: len(found) + 1]) > width
    assert cells(padded(found, width)) == width
