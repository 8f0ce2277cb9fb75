"""Measure what a key costs in every place of the browser, in a real terminal.

    python -m tests.benchmarks.keys CASE [--size 160x45] [--place NAME ...] [--decide N] [--json]

The browser runs in a pseudo-terminal that is emulated by pyte. Each key is pressed when the
program rests. Told for each place, as median, 95th percentile and maximum: the CPU milliseconds
of the program until the first bytes of the answer came (a frame: what a reader waits for on an
idle machine), those until it rests again (with previews, and what is read behind the frame),
the clock milliseconds until the first bytes, and the bytes written for a key. In the same run an
empty Textual application shows what is typed into its one line: what a key costs without a case.
On a shared machine the CPU figures are the ones to go by. With --decide only that many decisions
in a row in the review queue are measured, a quarter of them taken back: give it a copy of a case.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.key_to_paint import EMPTY_APP, PATIENCE_S, Terminal

REST_S = 0.08
"""Seconds without a byte and without work after which a program rests."""

IDLE_MS = 2.0
"""CPU milliseconds in that time that a clock or a blink may take."""

ESC, ENTER, TAB, BACK = "\x1b", "\r", "\t", "\x7f"
PAGE_DOWN, PAGE_UP = "\x1b[6~", "\x1b[5~"


@dataclass
class Costs:
    """What the keys of one place cost, key by key."""

    first_ms: list[float] = field(default_factory=list)
    """CPU until the first bytes came."""
    all_ms: list[float] = field(default_factory=list)
    """CPU until the program rests."""
    clock_ms: list[float] = field(default_factory=list)
    """Clock until the first bytes came."""
    written: list[int] = field(default_factory=list)
    """Bytes."""
    unanswered: int = 0
    """Keys after which nothing was painted."""

    def told(self) -> dict[str, object]:
        """Return median, 95th percentile and maximum of each."""
        figures = {"first": self.first_ms, "all": self.all_ms, "clock": self.clock_ms}
        spread = {name: _spread(found) for name, found in figures.items()}
        return {"keys": len(self.all_ms), **spread, "bytes": _spread(self.written)}


def _spread(found: Sequence[float]) -> list[float]:
    if not found:
        return []
    ranked = sorted(found)
    at = [ranked[int(part * (len(ranked) - 1) + 0.5)] for part in (0.5, 0.95, 1.0)]
    return [round(one, 1) for one in at]


def rest(terminal: Terminal) -> None:
    """Wait until the program paints nothing and computes nothing."""
    end = time.perf_counter() + PATIENCE_S
    spent = terminal.cpu_ms
    while time.perf_counter() < end:
        came = terminal.read(REST_S)
        now = terminal.cpu_ms
        if came is None and now - spent < IDLE_MS:
            return
        spent = now


def press(
    terminal: Terminal, keys: str, costs: Costs | None = None, pause: float | None = None
) -> None:
    """Press one key and wait for the program to rest, or for so many seconds."""
    before, written = terminal.cpu_ms, terminal.received
    began = terminal.write(keys)
    came = terminal.read(1.0)
    first = terminal.cpu_ms - before
    end = began + (pause or 0)
    while pause and (left := end - time.perf_counter()) > 0:
        terminal.read(left)
    if pause is None:
        rest(terminal)
    if costs is None:
        return
    if came is None:
        costs.unanswered += 1
    else:
        costs.first_ms.append(first)
        costs.clock_ms.append((came - began) * 1000)
    costs.all_ms.append(terminal.cpu_ms - before)
    costs.written.append(terminal.received - written)


@dataclass(frozen=True)
class Place:
    """Keys that lead somewhere from the list of sources, and those measured there."""

    name: str
    way: Sequence[str]
    keys: Sequence[str]
    pause: float | None = None
    """Seconds from key to key; None waits until the program rests."""


def places() -> Iterator[Place]:
    """Yield what is measured."""
    for name, way in (
        ("sources", ["1"]), ("entities", ["2"]), ("events", ["3"]), ("timeline", ["5"]),
        ("with whom", ["6"]), ("where", ["7"]),
    ):  # fmt: skip
        yield Place(f"{name}: j k", way, ["j"] * 30 + ["k"] * 10)
        yield Place(f"{name}: page", way, [PAGE_DOWN] * 20 + [PAGE_UP] * 5)
        yield Place(f"{name}: ends", way, ["G", "g"] * 4)
    yield Place("tabs 1 to 7, first", [], list("1234567"))
    yield Place("tabs 1 to 7, again", list("1234567"), list("1234567") * 3)
    yield Place("panes by tab, card", ["2", ENTER], [TAB] * 20)
    yield Place("panes by tab, article", ["1", ENTER], [TAB] * 20)
    yield Place("article: j", ["1", ENTER], ["j"] * 30)
    yield Place("article: n", ["1", ENTER], ["n"] * 20)
    yield Place("the largest article: open", ["G"], [ENTER, BACK] * 6)
    yield Place("the largest article: page", ["G", ENTER], [PAGE_DOWN] * 30)
    yield Place("the largest article: n", ["G", ENTER], ["n"] * 20)
    yield Place("an article of 1 kB: open", ["G", "k"], [ENTER, BACK] * 6)
    yield Place("most mentioned: open", ["2"], [ENTER, BACK] * 5)
    yield Place("most mentioned: j", ["2", ENTER], ["j"] * 30)
    yield Place("most mentioned: page", ["2", ENTER], [PAGE_DOWN] * 20)
    yield Place("most mentioned: with whom", ["2"], ["W", BACK] * 3)
    yield Place("an event: open, j", ["3"], [ENTER, "j", "j", BACK] * 4)
    yield Place("only the most mentioned", ["2"], [".", "1", "3", "5", "6", "7", "2", "."] * 2)
    yield Place("narrow the entities", ["2", "f"], [*list("toba"), ESC])
    yield Place("narrow the events", ["3", "f"], [*list("meet"), ESC])
    yield Place("narrow the sources", ["1", "f"], [*list("talk"), ESC])
    yield Place("command line", [":"], [*list("time"), ESC])
    yield Place("labels", ["1"], [";", ESC] * 6)
    yield Place("labels of an article", ["1", ENTER], [";", ESC] * 6)
    yield Place("narrow and leave", ["2"], ["f", ESC] * 6)
    yield Place("a note", ["1"], ["a", ESC] * 6)
    yield Place("mark, go to it", ["1"], ["m", "x", "'", "x"] * 4)
    yield Place("copy", ["1", ENTER], ["y", ESC] * 6)
    yield Place("escape in a list", ["1"], [ESC] * 8)
    yield Place("help", ["1"], ["?", ESC] * 3)
    yield Place("tags, status", ["2"], ["t", ESC, "r", ESC] * 3)


def decisions(count: int) -> Place:
    """Return so many decisions in a row."""
    keys = [key for _ in range(count // 4 + 1) for key in ("s", "d", "n", "u")]
    return Place("the review queue", ["R"], keys[:count], pause=0.4)


def measure(
    case: Path, columns: int, rows: int, wanted: Iterable[Place]
) -> Iterator[tuple[str, Costs]]:
    """Yield what each place costs."""
    empty = Terminal([sys.executable, "-c", EMPTY_APP], columns, rows)
    rest(empty)
    costs = Costs()
    for letter in "the quick brown fox jumps over it":
        press(empty, letter, costs)
    empty.close()
    yield "an empty application", costs
    for place in wanted:
        command = [sys.executable, "-m", "casefile", str(case), "--private"]
        browser = Terminal(command, columns, rows)
        browser.until("search  enter")
        rest(browser)
        for keys in place.way:
            press(browser, keys)
        costs = Costs()
        for keys in place.keys:
            press(browser, keys, costs, place.pause)
        yield place.name, costs
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("case", type=Path)
    parser.add_argument("--size", default="160x45")
    parser.add_argument("--place", nargs="*", default=[], help="Only those that begin so.")
    parser.add_argument("--decide", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    columns, rows = map(int, given.size.split("x"))
    found = {}
    named = tuple(given.place) or ("",)
    wanted = [place for place in places() if place.name.startswith(named)]
    if given.decide:
        wanted = [decisions(given.decide)]
    for name, costs in measure(given.case, columns, rows, wanted):
        found[name] = costs.told()
        if not given.json:
            print(
                f"{name:<28}", *(f"{what} {told}" for what, told in found[name].items()), flush=True
            )
    if given.json:
        print(json.dumps(found))


if __name__ == "__main__":
    main()
