import base64
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.deeds.clipboard import LONGEST_OSC, Clipboard

EVERY = {"tmux", "wl-copy", "xclip", "xsel"}


def there(*names: str) -> Callable[[str], str | None]:
    return lambda name: name if name in names else None


@pytest.mark.parametrize(
    ("environment", "names", "program"),
    [
        ({"TMUX": "x", "DISPLAY": ":0"}, EVERY, "tmux"),
        ({"TMUX": "x", "SSH_TTY": "x"}, EVERY, "tmux"),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, EVERY, "wl-copy"),
        ({"DISPLAY": ":0"}, EVERY, "xclip"),
        ({"DISPLAY": ":0"}, {"xsel"}, "xsel"),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "x"}, EVERY, None),
        ({}, EVERY, None),
        ({}, {"pbcopy"}, "pbcopy"),
    ],
)
def test_a_program_is_one_that_reaches_this_reader(
    environment: dict[str, str], names: set[str], program: str | None
) -> None:
    found = Clipboard(environment, there(*names)).program()
    assert (found[0] if found else None) == program


@given(st.text())
def test_the_terminal_gets_the_words_whole(words: str) -> None:
    packed = base64.b64encode(words.encode("utf-8", "replace")).decode()
    plain = Clipboard({"TERM": "xterm"}).sequence(words)
    assert plain == f"\x1b]52;c;{packed}\x07"
    in_tmux = Clipboard({"TERM": "tmux", "TMUX": "x"}).sequence(words)
    assert in_tmux.startswith("\x1bPtmux;")
    assert in_tmux.removeprefix("\x1bPtmux;")[:-2].replace("\x1b\x1b", "\x1b") == plain
    in_screen = Clipboard({"TERM": "screen", "STY": "x"}).sequence(words)
    assert in_screen.replace("\x1b\\\x1bP", "").removeprefix("\x1bP")[:-2] == plain


@pytest.mark.parametrize("term", ["linux", "dumb", ""])
def test_a_terminal_without_a_clipboard_gets_a_file(term: str, tmp_path: Path) -> None:
    file = tmp_path / "state" / "copied.txt"
    sent: list[str] = []
    for words in ("first", "東京"):
        assert Clipboard({"TERM": term}, there(), file).copy(words, sent.append) == f"into {file}"
        assert file.read_text(encoding="utf-8") == words
    assert file.stat().st_mode & 0o777 == 0o600
    assert sent == []
    assert Clipboard({"TERM": term}, there()).copy("x", sent.append) == ""


def test_what_is_too_long_for_the_terminal_goes_into_the_file(tmp_path: Path) -> None:
    words = "x" * LONGEST_OSC
    file = tmp_path / "copied.txt"
    assert "into" in Clipboard({"TERM": "xterm"}, there(), file).copy(words, print)
    assert file.read_text() == words


def program(folder: Path, body: str) -> None:
    script = folder / "wl-copy"
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o700)


def test_a_program_that_takes_the_words_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    clipboard = Clipboard({"TERM": "xterm", "WAYLAND_DISPLAY": "w"})
    sent: list[str] = []
    program(tmp_path, f"cat > {tmp_path}/taken")
    assert clipboard.copy("Ünter", sent.append) == "by wl-copy"
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "Ünter"
    assert sent == []
    for failing in ("exit 1", "sleep 5"):
        program(tmp_path, failing)
        assert "OSC 52" in clipboard.copy("x", sent.append)
    assert len(sent) == 2
