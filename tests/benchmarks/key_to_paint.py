"""Measure the time from a key to the painted results of the search, in a real terminal.

    python -m tests.benchmarks.key_to_paint CASE --queries FILE [--count N] [--size 160x45] [--json]

FILE: tab-separated class, query, expected name, as for ``tests.benchmarks.search``. The browser
runs in a pseudo-terminal that is emulated by pyte. Each query is typed letter by letter, first
each key when the results of the one before are painted, then ten keys a second, whatever is
painted. In the same run an empty Textual application shows what is typed into its one line: that
is what a key costs without a search. Clock milliseconds from writing the key to the arrival of
the bytes that finish its picture; a picture of a later line counts for a key that it came after.
Beside them the CPU milliseconds of the program for a key, on the average.
"""

import argparse
import codecs
import fcntl
import json
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pyte

from tests.benchmarks.search import percentiles, queries

EMPTY_APP = """
from textual.app import App
from textual.widgets import Input, Static

class Empty(App):
    def compose(self):
        yield Input(compact=True)
        yield Static("")

    def on_mount(self):
        self.query_one(Input).cursor_blink = False

    def on_input_changed(self, event):
        self.query_one(Static).update(f"typed: {event.value}.")

Empty().run()
"""

HEAD = 7
"""Rows from the top that are looked at, besides the last two."""

PATIENCE_S = 20.0
"""Seconds after which a picture that does not come ends the measurement."""


class Terminal:
    """A program in an emulated terminal."""

    def __init__(self, command: Sequence[str], columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.received = 0
        """Bytes that the program has written."""
        self._pid, self._master = pty.fork()
        if not self._pid:
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], list(command))
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def write(self, keys: str) -> float:
        """Press keys; return when."""
        at = time.perf_counter()
        os.write(self._master, keys.encode())
        return at

    def read(self, patience: float) -> float | None:
        """Take in what is painted; return when it came, None where nothing did."""
        if not select.select([self._master], [], [], patience)[0]:
            return None
        data = b""
        while select.select([self._master], [], [], 0)[0]:
            data += os.read(self._master, 1 << 16)
            at = time.perf_counter()
        self.received += len(data)
        # pyte 0.8 paints the private CSI > u and CSI ? $ p; no picture depends on them.
        shown = re.sub(r"\x1b\[[<>=?][\d;]*(?:u|\$p|[a-z]$)", "", self._decoder.decode(data))
        self._stream.feed(shown)
        return at

    def until(self, pattern: str) -> float:
        """Wait for a picture; return when it came."""
        end = time.perf_counter() + PATIENCE_S
        while time.perf_counter() < end:
            at = self.read(0.5)
            if at is not None and re.search(pattern, self.text):
                return at
        raise TimeoutError(f"{pattern!r} is not painted:\n{self.text}")

    @property
    def text(self) -> str:
        """The rows that say what is typed and what the results answer, and which keys work."""
        rows = (
            self._screen.buffer[row]
            for row in (*range(HEAD), self._screen.lines - 2, self._screen.lines - 1)
        )
        columns = range(self._screen.columns)
        return "\n".join("".join(row[column].data for column in columns) for row in rows)

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds of the threads that the program has now."""
        spent = 0
        for told in Path(f"/proc/{self._pid}/task").glob("*/schedstat"):
            with suppress(OSError):  # a thread that has just ended
                spent += int(told.read_text().split()[0])
        return spent / 1e6

    @property
    def painting_cpu_ms(self) -> float:
        """CPU milliseconds of the thread that takes keys and paints."""
        told = Path(f"/proc/{self._pid}/task/{self._pid}/schedstat").read_text()
        return int(told.split()[0]) / 1e6

    @property
    def memory_mb(self) -> float:
        """Resident megabytes (of 10^6 bytes), as the system counts them."""
        told = Path(f"/proc/{self._pid}/status").read_text()
        [kilobytes] = re.findall(r"VmRSS:\s*(\d+) kB", told)
        return int(kilobytes) * 1024 / 1e6

    def close(self) -> None:
        """End the program."""
        os.kill(self._pid, signal.SIGTERM)
        os.waitpid(self._pid, 0)
        os.close(self._master)


def painted(query: str) -> str:
    """Return what the screen shows when the results of a line are painted."""
    title = rf"[\d,]+ results? for “{re.escape(query)}”" if query else "Search"
    return rf"Search everything  {re.escape(query)} *\n[^\n]*\n─{title}"


def one_by_one(terminal: Terminal, lines: Sequence[str], shown: str = "") -> list[float]:
    """Type lines, each key when the one before is painted; return the milliseconds of each."""
    spent = []
    for line in lines:
        for end in range(1, len(line) + 1):
            wanted = shown.format(re.escape(line[:end])) if shown else painted(line[:end])
            began = terminal.write(line[end - 1])
            spent.append((terminal.until(wanted) - began) * 1000)
        terminal.write("\x15")  # ctrl+u: to the start of the line
        terminal.until(shown.format("") if shown else painted(""))
    return spent


def at_ten_a_second(terminal: Terminal, lines: Sequence[str]) -> list[float]:
    """Type lines with 100 ms from key to key; return the milliseconds of each key."""
    spent = []
    for line in lines:
        waiting: dict[int, float] = {}
        due, end = time.perf_counter(), 0
        while end < len(line) or waiting:
            if end < len(line) and time.perf_counter() >= due:
                end += 1
                waiting[end] = terminal.write(line[end - 1])
                due += 0.1
            pause = max(0.0, due - time.perf_counter()) if end < len(line) else PATIENCE_S
            at = terminal.read(pause)
            if at is None:
                if end == len(line):
                    raise TimeoutError(f"{line!r} is not painted:\n{terminal.text}")
                continue
            done = [one for one in waiting if re.search(painted(line[:one]), terminal.text)]
            for one in [each for each in waiting if done and each <= max(done)]:
                spent.append((at - waiting.pop(one)) * 1000)
        terminal.write("\x15")
        terminal.until(painted(""))
    return spent


def phase(terminal: Terminal, keys: int, times: Callable[[], list[float]]) -> dict[str, float]:
    """Return the clock times of the keys of a phase, and what the program computed for each."""
    before = terminal.cpu_ms
    found = percentiles(times())
    return {**found, "cpu_ms": round((terminal.cpu_ms - before) / keys, 1)}


def measure(case: Path, lines: Sequence[str], columns: int, rows: int) -> dict[str, object]:
    """Return all figures, in milliseconds."""
    empty = Terminal([sys.executable, "-c", EMPTY_APP], columns, rows)
    empty.read(PATIENCE_S)
    time.sleep(1)
    keys = sum(map(len, lines))
    own = phase(empty, keys, lambda: one_by_one(empty, lines, r"typed: {}\."))
    empty.close()
    browser = Terminal([sys.executable, "-m", "casefile", str(case), "--private"], columns, rows)
    browser.until("search  enter")
    browser.write("/")
    browser.until(painted(""))
    one_by_one(browser, lines[:1])
    found = {
        "keys": keys,
        "empty app": own,
        "one by one": phase(browser, keys, lambda: one_by_one(browser, lines)),
        "ten a second": phase(browser, keys, lambda: at_ten_a_second(browser, lines)),
    }
    browser.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("case", type=Path)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--count", type=int, default=20, help="Queries that are typed.")
    parser.add_argument("--size", default="160x45")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    columns, rows = map(int, given.size.split("x"))
    typed = [query for _, query, _ in queries(given.queries) if query.isascii()]
    lines = random.Random(1).sample(typed, min(given.count, len(typed)))
    found = measure(given.case, lines, columns, rows)
    print(json.dumps(found) if given.json else "\n".join(f"{k:<14} {v}" for k, v in found.items()))


if __name__ == "__main__":
    main()
