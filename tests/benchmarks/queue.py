"""Measure what an answer in the review queue costs, and rejecting a name told ten thousand times.

    python -m tests.benchmarks.queue CASE [--count 100] [--size 160x45] [--json]
    python -m tests.benchmarks.queue --reject 10000 [--json]

CASE: a copy, for what is decided stays decided. The browser runs in a pseudo-terminal that is
emulated by pyte. Each answer is given when the one before is painted and a reader's pause is
over: 0.1, 0.4, 1 and 2 seconds in turn, so that linking and trials are under way at some. Told
are median, 95th percentile and maximum of the clock milliseconds from the key to the frame that
tells of the decision and of the next question, and of the CPU milliseconds of the thread that
paints; beside them what a key costs an empty Textual application in the same run. On a shared
machine the CPU figures are the ones to go by.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from casefile.case import Case
from tests.benchmarks.key_to_paint import EMPTY_APP, PATIENCE_S, Terminal
from tests.benchmarks.keys import rest
from tests.benchmarks.make_case import make_case

PAUSES_S = (0.1, 0.4, 1.0, 0.1, 2.0)
"""Seconds that a reader looks at a question, in turn."""

ANSWERS = (("s", "the same"), ("d", "different"), ("n", "not sure"), ("d", "different"))
UNDO_EACH = 8
"""Of so many answers one is taken back."""


def spread(found: list[float]) -> list[float]:
    """Return median, 95th percentile and maximum."""
    ranked = sorted(found)
    return [round(ranked[int(part * (len(ranked) - 1) + 0.5)], 1) for part in (0.5, 0.95, 1.0)]


def timed(terminal: Terminal, key: str, pattern: str) -> tuple[float, float]:
    """Press a key; return clock and CPU milliseconds until its frame is painted."""
    before = terminal.painting_cpu_ms
    began = terminal.write(key)
    came = terminal.until(pattern)
    return (came - began) * 1000, terminal.painting_cpu_ms - before


def decisions(terminal: Terminal, count: int) -> Iterator[tuple[float, float]]:
    """Yield what each answer costs."""
    for at in range(count):
        end = time.perf_counter() + PAUSES_S[at % len(PAUSES_S)]
        while (left := end - time.perf_counter()) > 0:
            terminal.read(left)
        if at % UNDO_EACH == UNDO_EACH - 1:
            yield timed(terminal, "u", r"Taken back\.")
        else:
            key, said = ANSWERS[at % len(ANSWERS)]
            yield timed(terminal, key, rf"Judged {said}\.")


def measure(case: Path, count: int, columns: int, rows: int) -> dict[str, object]:
    """Return all figures, in milliseconds."""
    empty = Terminal([sys.executable, "-c", EMPTY_APP], columns, rows)
    empty.read(PATIENCE_S)
    time.sleep(1)
    own = []
    typed = ""
    for letter in "the quick brown fox jumps over it":
        typed += letter
        own.append(timed(empty, letter, rf"typed: {typed}\."))
    empty.close()
    browser = Terminal([sys.executable, "-m", "casefile", str(case), "--private"], columns, rows)
    browser.until("search  enter")
    rest(browser)
    browser.write("R")
    browser.until(r"[\d,]+ of [\d,]+ .*to decide")
    rest(browser)
    found = list(decisions(browser, count))
    browser.close()
    return {
        "answers": len(found),
        "empty app, clock": spread([clock for clock, _ in own]),
        "empty app, cpu": spread([cpu for _, cpu in own]),
        "clock": spread([clock for clock, _ in found]),
        "cpu of the painting thread": spread([cpu for _, cpu in found]),
    }


def reject(mentions: int) -> dict[str, object]:
    """Return what it costs the painting thread to reject a name, and to take that back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.casefile"
        names = ((at, "person", name) for at, name in enumerate(("Orla Brandt", "Ivo Salter"), 1))
        make_case(path, names, sources=mentions // 10, mentions=2 * mentions, rng=random.Random(1))
        with Case(path) as case:
            case.put_off_linking(later=lambda: None, before_writing=lambda: None)
            figures: dict[str, object] = {}
            for name, deed in (
                ("reject", lambda: case.reject("Orla Brandt")),
                ("undo", case.undo),
                ("redo", case.redo),
                ("undo again", case.undo),
            ):
                cpu, clock = time.process_time(), time.perf_counter()
                done = deed()
                spent = (time.perf_counter() - clock, time.process_time() - cpu)
                figures[name] = [round(one * 1000) for one in spent]
                if name == "reject":
                    figures["mentions"] = getattr(done, "mentions", 0)
            cpu = time.process_time()
            case.link()
            figures["read and linked behind, cpu"] = round((time.process_time() - cpu) * 1000)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("case", type=Path, nargs="?")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--reject", type=int, default=0, metavar="MENTIONS")
    parser.add_argument("--size", default="160x45")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if not given.reject and given.case is None:
        parser.error("name a case, or --reject so many mentions")
    columns, rows = map(int, given.size.split("x"))
    found = (
        reject(given.reject) if given.reject else measure(given.case, given.count, columns, rows)
    )
    print(json.dumps(found) if given.json else "\n".join(f"{k:<28} {v}" for k, v in found.items()))


if __name__ == "__main__":
    main()
