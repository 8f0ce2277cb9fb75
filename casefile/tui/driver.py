"""What the terminal sends, read without a stumble.

Textual 8.2.8 decodes it as strict UTF-8 and ends on the first byte that is none.
A terminal that was rebuilt below a running program (tmux attached anew, a window
reloaded) forgets that it was asked for mouse reports in letters, and sends
three raw bytes for each: beyond column 95 these are no UTF-8 (Textualize/textual#6668).
"""

import os
import re
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from time import monotonic

from textual import constants
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

from casefile.tui.sequences import ESCAPE_S, Sequences

LOOK_S = 0.1
"""Seconds between looks whether the application has enough of the input."""

_RAW_REPORT = re.compile(rb"\x1b\[M...", re.DOTALL)
"""A mouse report of X10: button, column and row, each a byte that is 32 more."""

_PART_OF_ONE = re.compile(rb"\x1b\[M.{0,2}\Z", re.DOTALL)


class InputDecoder:
    """Turns bytes of a terminal into text; never fails."""

    def __init__(self, on_raw_report: Callable[[], None]) -> None:
        """Take what to do when the terminal sends raw reports of the mouse."""
        self._on_raw_report = on_raw_report
        self._rest = b""
        self._utf8 = getincrementaldecoder("utf-8")(errors="replace")

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text so far, without raw mouse reports; a part of one is kept for later."""
        data, found = _RAW_REPORT.subn(b"", self._rest + data)
        if found:
            self._on_raw_report()
        part = None if final else _PART_OF_ONE.search(data)
        self._rest = data[part.start() :] if part else b""
        return self._utf8.decode(data[: part.start()] if part else data, final)


class InputParser(XTermParser):
    """Textual's parser, fed with whole pieces: it never waits for more of one."""

    def read(self, piece: str) -> Iterator[Message]:
        """Yield what a piece means."""
        yield from self.feed(piece)
        if self._timeout_time is not None:
            self._timeout_time = 0.0  # long past: nothing of it is to come
            yield from self.tick()


def patient(driver: type[Driver]) -> type[Driver]:
    """Return the driver with our reading of the input, where it is Textual's for Linux and macOS.

    Textual looks every tenth of a second whether an escape stands alone, and so answers it
    after 105 ms; ``ESCDELAY`` in the environment, in milliseconds, is heard here, too.
    """
    if driver.__module__ != "textual.drivers.linux_driver":
        return driver
    from textual.drivers.linux_driver import LinuxDriver

    class PatientDriver(LinuxDriver):
        """Asks for mouse reports anew when the terminal has forgotten how."""

        def run_input_thread(self) -> None:
            """Read the terminal until the application has enough of it."""
            decoder = InputDecoder(self._enable_mouse_support)
            delay = constants.ESCAPE_DELAY if "ESCDELAY" in os.environ else ESCAPE_S
            sequences, parser = Sequences(delay), InputParser(self._debug)
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    patience = sequences.patience
                    # What came while we had no turn counts, however late it is.
                    if selector.select(patience or LOOK_S) or (patience and selector.select(0)):
                        data = os.read(self.fileno, 4096)
                        if not data:  # a pipe that has ended
                            self.exit_event.wait(LOOK_S)
                        pieces = sequences.take(decoder.decode(data), monotonic())
                    else:
                        pieces = sequences.give_up(monotonic())
                    for piece in pieces:
                        for message in parser.read(piece):
                            self.process_message(message)

    return PatientDriver
