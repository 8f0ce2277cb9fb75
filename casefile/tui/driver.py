"""What the terminal sends, read without a stumble.

Textual 8.2.8 decodes it as strict UTF-8 and ends on the first byte that is none.
A terminal that was rebuilt below a running program (tmux attached anew, a window
reloaded) forgets that it was asked for mouse reports in letters, and sends
three raw bytes for each: beyond column 95 these are no UTF-8 (Textualize/textual#6668).
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable

from textual.driver import Driver

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


def patient(driver: type[Driver]) -> type[Driver]:
    """Return the driver with our decoder, where it is Textual's for Linux and macOS."""
    if driver.__module__ != "textual.drivers.linux_driver":
        return driver
    from textual.drivers import linux_driver

    class PatientDriver(linux_driver.LinuxDriver):
        """Asks for mouse reports anew when the terminal has forgotten how."""

        def run_input_thread(self) -> None:
            # It makes its decoder by this name, and has no other place to take ours.
            make = lambda name: lambda: InputDecoder(self._enable_mouse_support)  # noqa: E731
            vars(linux_driver)["getincrementaldecoder"] = make
            super().run_input_thread()

    return PatientDriver
