"""Tell an escape from the sequence that it begins: what a terminal sends, cut into whole pieces.

A terminal sends one byte for escape, and the same byte first for an arrow, a report of the
mouse or a reply. Only time tells them apart where the rest does not come at once, as over a slow
line. What is begun is therefore kept until its rest comes, or until its patience has run out: an
escape that stands alone soon, a sequence that has gone further later, for nobody types that.
Forms of sequences: ECMA-48, 5.4 and 5.6; three letters of xterm and of the Linux console beside.
"""

import re
from collections.abc import Iterator

ESCAPE_S = 0.02
"""Seconds after an escape in which the rest of a sequence is still waited for."""

BEGUN_S = 0.5
"""Seconds in which the rest of a sequence is waited for that has come further than its escape."""

LATE_S = 0.5
"""Seconds after an escape in which the whole rest of a sequence is known as such."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

_PIECE = re.compile(
    r"\x1b(?:\[\[?[0-?]*[ -/]*[@-~]"  # a control sequence; of the Linux console with [[
    r"|O[ -~]"  # a key of the keypad, or F1 to F4
    r"|[\]PX^_].*?(?:\x07|\x1b\\)"  # a string: a reply that nobody asked for
    r"|[^\x1b])"  # alt and a key
    r"|[^\x1b]+",
    re.DOTALL,
)

_BEGUN = re.compile(r"\x1b(?:\[\[?[0-?]*[ -/]*|O|[\]PX^_][^\x07\x1b]{0,4096}\x1b?)?\Z")
"""The beginning of a piece, at the end of what came."""

_STRING = re.compile(r"\x1b[\]PX^_].*(?:\x07|\x1b\\)\Z", re.DOTALL)

_REST = re.compile(r"\[<?[0-9;]*[A-Za-z~]\Z")
"""What stands behind the escape of a key or of a report of the mouse."""


class Sequences:
    """Cuts what comes into whole pieces: text, one sequence, or one escape alone."""

    def __init__(self, escape_s: float = ESCAPE_S) -> None:
        """Take the seconds after which an escape stands alone."""
        self._escape_s = escape_s
        self._begun = ""
        self._is_pasting = False
        self._alone_at = float("-inf")
        """When an escape was last taken to stand alone, by the clock of who calls."""

    @property
    def patience(self) -> float | None:
        """Seconds that the rest of what is begun is waited for; None where nothing is."""
        if not self._begun:
            return None
        return self._escape_s if self._begun == "\x1b" and not self._is_pasting else BEGUN_S

    def take(self, text: str, at: float) -> Iterator[str]:
        """Yield the pieces that are whole now; strings of a terminal are none.

        Args:
            text: What came.
            at: When, in seconds of any clock.
        """
        if not self._begun and at - self._alone_at < LATE_S and _REST.match(text):
            text = f"\x1b{text}"  # its escape is gone, but these are no letters
        text = self._begun + text
        begun = _BEGUN.search(text)
        self._begun = begun[0] if begun else ""
        yield from self._pieces(text.removesuffix(self._begun) if begun else text)

    def give_up(self, at: float) -> Iterator[str]:
        """Yield what is begun, for its rest does not come: an escape, or alt and a key."""
        begun, self._begun = self._begun, ""
        if begun == "\x1b" and not self._is_pasting:
            self._alone_at = at
        if len(begun) <= 2 or self._is_pasting:  # nobody types more of a sequence than that
            yield from self._pieces(begun)

    def _pieces(self, text: str) -> Iterator[str]:
        at = 0
        while at < len(text):
            found = _PIECE.match(text, at)
            piece = found[0] if found else text[at]
            at += len(piece)
            if piece in (PASTE_BEGINS, PASTE_ENDS):
                self._is_pasting = piece == PASTE_BEGINS
            elif self._is_pasting:
                piece = piece.replace("\x1b", "␛")  # what is pasted presses no key
            elif _STRING.match(piece):
                continue
            yield piece
