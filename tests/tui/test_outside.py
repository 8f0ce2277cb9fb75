"""Other programs take the screen, and the browser takes it back."""

from pathlib import Path

import pytest

from casefile.case import Case
from casefile.model.words import Kind
from tests.tui.driving import reading
from tests.tui.test_endings import RESTORED, terminal


def script(folder: Path, name: str, body: str) -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o700)
    return str(file)


def notes(case: Case) -> list[str]:
    with Case(case.path) as again:
        return [note.body for note in again.note_rows(again.ids(Kind.NOTE))]


@pytest.mark.parametrize(
    ("body", "said", "note"),
    [
        ('echo "from the editor" > "$1"', b"Note saved.", "from the editor"),
        ("exit 3", b"failed, so the note is as it was", "Who else?"),
        ("exit 0", b"The note is as it was", "Who else?"),
    ],
    ids=["saves", "fails", "leaves"],
)
def test_e_edits_the_note_in_the_reader_s_editor(
    case: Case, tmp_path: Path, body: str, said: bytes, note: str
) -> None:
    case.add_note(case.source_rows([1])[0].ref, "Who else?")
    editor = script(tmp_path, "editor", body)
    with terminal(case.path, VISUAL="", EDITOR=editor) as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"e")
        shell.read_until(said)
        shell.press(b"q")
        assert shell.end() == 0
    assert said in shell.output
    assert RESTORED in shell.output.partition(said)[0]
    assert notes(case) == [note]


def test_what_an_editor_wrote_before_it_failed_is_shown_and_not_lost(
    case: Case, tmp_path: Path
) -> None:
    case.add_note(case.source_rows([1])[0].ref, "Who else?")
    editor = script(tmp_path, "editor", 'printf "A long thought" > "$1"; exit 1')
    with terminal(case.path, VISUAL="", EDITOR=editor) as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"e")
        shell.read_until(b"A long thought")
        assert notes(case) == ["Who else?"]
        shell.press(b"\x1b")
        shell.read_until(b"Note saved")
        shell.press(b"q")
        assert shell.end() == 0
    assert b"failed" in shell.output
    assert notes(case) == ["A long thought"]


def test_p_shows_the_whole_text_in_the_pager_and_comes_back(case: Case, tmp_path: Path) -> None:
    pager = script(tmp_path, "pager", f"cat > {tmp_path}/shown")
    with terminal(case.path, PAGER=pager) as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"P")
        shell.read_until(RESTORED)
        before = len(shell.output)
        shell.read_until(b"never comes", 1)
        assert b"TOKYO" in shell.output[before:]
        shell.press(b"q")
        assert shell.end() == 0
    assert (tmp_path / "shown").read_text(encoding="utf-8") == case.source(1).text


def test_a_pager_that_is_not_there_is_told(case: Case) -> None:
    with terminal(case.path, PAGER="no-such-pager") as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"P")
        assert b"no-such-pager cannot be run" in shell.read_until(b"cannot be run")
        shell.press(b"q")
        assert shell.end() == 0


async def test_o_says_where_the_original_is_or_that_it_is_gone(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    async with reading(case, (160, 24)) as reader:
        await reader.press("o")
        assert "is not there any more, and no address is known" in reader.said
        source = case.source(1)
        (tmp_path / source.path).write_text(source.text, encoding="utf-8")
        await reader.press("o")
        assert str(tmp_path / source.path) in reader.said
        (tmp_path / source.path).write_text("other words", encoding="utf-8")
        assert "is not there any more" in await reader.press("o")
        assert "Only a source has an original" in await reader.press("2", "o")


async def test_where_the_screen_cannot_be_left_it_is_told(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", "cat")
    async with reading(case) as reader:
        assert "cannot be left to another program" in await reader.press("P")
