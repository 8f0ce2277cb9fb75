"""An escape is one soon, and a sequence one however slowly it comes."""

import time
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.tui.driver import InputParser
from casefile.tui.sequences import (
    BEGUN_S,
    ESCAPE_S,
    LATE_S,
    PASTE_BEGINS,
    PASTE_ENDS,
    Sequences,
)
from tests.tui.test_endings import terminal

WHOLE = (
    "\x1b[A", "\x1b[1;5C", "\x1b[5~", "\x1b[27u", "\x1bOP", "\x1b[[A", "\x1b[<35;101;7M",
    "\x1b[<0;3;4m", "\x1b[I", "\x1b[?2026;2$y", "\x1b[48;24;80;480;800t", "\x1bx", "\x1b[12;40R",
)  # fmt: skip

PIECES = st.sampled_from((*WHOLE, "j", "é", "日本", "\r", "\t", " "))


def cut(text: str, places: list[int]) -> Iterator[str]:
    """Yield the text in parts."""
    ends = sorted({at % (len(text) + 1) for at in places} | {len(text)})
    for start, end in zip([0, *ends], ends, strict=False):
        if text[start:end]:
            yield text[start:end]


def joined(pieces: list[str]) -> list[str]:
    """Return the pieces with text that follows text in one."""
    found: list[str] = []
    for piece in pieces:
        if found and not piece.startswith("\x1b") and not found[-1].startswith("\x1b"):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def keys_of(*parts: str) -> list[str]:
    """Return the keys that these parts press, each long after the one before."""
    sequences, parser = Sequences(), InputParser()
    pieces = [piece for at, part in enumerate(parts) for piece in sequences.take(part, at * 9.0)]
    pieces += sequences.give_up(9.0 * len(parts))
    messages = [one for piece in pieces for one in parser.read(piece)]
    return [getattr(one, "key", type(one).__name__) for one in messages]


@given(st.lists(PIECES), st.lists(st.integers(0, 400), max_size=20))
def test_a_sequence_is_whole_however_it_is_cut(pieces: list[str], places: list[int]) -> None:
    sequences = Sequences()
    found = [one for part in cut("".join(pieces), places) for one in sequences.take(part, 0.0)]
    assert sequences.patience is None
    assert joined(found) == joined(pieces)


@given(st.text("\x1b[O]P\\\x07~;1A<mM?$ jé"), st.lists(st.integers(0, 99), max_size=9))
def test_whatever_comes_is_cut_alike_and_read(text: str, places: list[int]) -> None:
    at_once, in_parts = Sequences(), Sequences()
    whole = [*at_once.take(text, 0.0), *at_once.give_up(0.0)]
    parts = [one for part in cut(text, places) for one in in_parts.take(part, 0.0)]
    assert joined([*parts, *in_parts.give_up(0.0)]) == joined(whole)
    for piece in whole:
        for _ in InputParser().read(piece):
            pass


def test_an_escape_alone_is_waited_for_shortly_and_a_sequence_longer() -> None:
    sequences = Sequences()
    assert list(sequences.take("j", 0.0)) == ["j"]
    assert sequences.patience is None
    assert list(sequences.take("\x1b", 0.0)) == []
    assert sequences.patience == ESCAPE_S <= 0.025
    assert list(sequences.take("[", 0.0)) == []
    assert sequences.patience == BEGUN_S
    assert list(sequences.take("A", 0.0)) == ["\x1b[A"]


def test_what_comes_too_late_for_its_escape_types_no_letters() -> None:
    sequences = Sequences()
    assert list(sequences.take("\x1b", 0.0)) == []
    assert list(sequences.give_up(0.02)) == ["\x1b"]
    assert list(sequences.take("[A", 0.1)) == ["\x1b[A"]
    assert list(sequences.take("[", 0.2)) == ["["]  # typed: no sequence ends so
    assert list(sequences.take("[A", 0.1 + LATE_S)) == ["[A"]


def test_keys_with_alt_and_two_escapes_are_told_apart() -> None:
    assert keys_of("\x1bx") == ["alt+x"]
    assert keys_of("\x1bxj") == ["alt+x", "j"]
    assert keys_of("\x1b\x1b") == ["escape", "escape"]
    assert keys_of("\x1b[") == ["left_square_bracket"]
    assert keys_of("\x1b[1;", "") == []


def test_replies_that_nobody_asked_for_press_no_key() -> None:
    assert keys_of("\x1b]11;rgb:00/00/00\x1b\\j") == ["j"]
    assert keys_of("\x1b]11;rgb:", "00/00/00\x07j") == ["j"]
    assert keys_of("\x1bP>|term 1\x1b\\", "j") == ["j"]


def test_what_is_pasted_presses_no_key() -> None:
    sequences, parser = Sequences(), InputParser()
    pasted = f"{PASTE_BEGINS}one\x1b[Atwo \x1bq three\x1b{PASTE_ENDS}j"
    for size in (1, 2, 7, 99):
        parts = [pasted[at : at + size] for at in range(0, len(pasted), size)]
        pieces = [piece for part in parts for piece in sequences.take(part, 0.0)]
        said, key = (one for piece in pieces for one in parser.read(piece))
        assert getattr(said, "text", None) == "one␛[Atwo ␛q three␛"
        assert getattr(key, "key", None) == "j"


def test_over_a_slow_line_an_arrow_is_one_and_escape_is_answered(case: Case) -> None:
    escaped = b"Nothing to step out of"
    with terminal(case.path) as shell:
        shell.read_until(b"TOKYO")
        shell.press(b"\x1b[")
        time.sleep(0.05)
        shell.press(b"B")
        shell.read_for(0.3)
        assert escaped not in shell.output
        assert b"[2 Entities" not in shell.output
        shell.press(b"\x1b")
        assert escaped in shell.read_until(escaped)
        shell.press(b"q")
        assert shell.end() == 0
