"""Measure the search for names of a case: what is found, and how soon.

    python -m tests.benchmarks.search CASE --queries FILE [--json] [--typed N] [--misses FILE]

FILE is tab-separated: class, query, expected name. A hit is any name of the expected
entity among the first ten. Times are CPU milliseconds of ``Case.search`` over names, in
one process; ``keystroke`` is every beginning of a sample of the queries, in the order
in which they are typed. ``open_ms`` is opening the file and answering a first letter,
with the imports that this takes; ``rss_mb`` what all of it adds to the process. A query
whose name the case does not hold is a miss and is counted in ``absent``.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from casefile.case import Case
from casefile.model.words import Kind
from casefile.store.store import Store

PLACES = ("entities", "events", "sources")

Asked = tuple[str, str, str]
"""Class, query, expected name."""


def queries(path: Path) -> list[Asked]:
    """Return the rows of a file of queries."""
    with path.open(encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip()]
    return [(row[0], row[1], row[2]) for row in rows]


def expected(case: Path, names: Iterable[str]) -> dict[str, set[int]]:
    """Return the entities that have a name, for each name that the case holds."""
    wanted = set(names)
    found: dict[str, set[int]] = defaultdict(set)
    store = Store(case, read_only=True)
    for id, text in store.database.conn.execute("SELECT ref_id, text FROM name"):
        if text in wanted:
            found[text].add(id)
    store.close()
    return dict(found)


def timed(case: Case, query: str) -> tuple[float, list[int]]:
    """Return CPU milliseconds and the entities found."""
    began = time.process_time()
    hits = case.search(query, places=PLACES, limit=10)
    spent = (time.process_time() - began) * 1000
    return spent, [hit.ref.id for hit in hits if hit.ref.kind is Kind.ENTITY]


def percentiles(spent: Sequence[float]) -> dict[str, float]:
    """Return the median and the slow ends, in milliseconds."""
    row = sorted(spent)
    return {
        f"p{part}_ms": round(row[min(len(row) - 1, len(row) * part // 100)], 2) if row else 0.0
        for part in (50, 95, 99)
    }


def resident_mb() -> float:
    """Return the memory of this process, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = status.partition("VmRSS:")[2].split()[0]
    return int(kilobytes) / 1024


def measure(
    path: Path, asked: Sequence[Asked], *, typed: int, misses: Path | None
) -> dict[str, Any]:
    """Return all figures."""
    before = resident_mb()
    began = time.process_time()
    case = Case(path, read_only=True)
    case.search(asked[0][1][:1], places=PLACES, limit=10)
    open_ms = (time.process_time() - began) * 1000
    wanted = expected(path, (name for _, _, name in asked))
    settled = resident_mb()
    rows: dict[str, list[tuple[float, bool, bool, bool]]] = defaultdict(list)
    missed = []
    for kind, query, name in asked:
        spent, found = timed(case, query)
        right = wanted.get(name, set())
        rows[kind].append(
            (spent, bool(right & set(found[:1])), bool(right & set(found)), not right)
        )
        if not right & set(found):
            missed.append(f"{kind}\t{query}\t{name}\n")
    keys = [
        timed(case, query[:end])[0]
        for _, query, _ in random.Random(1).sample(list(asked), min(typed, len(asked)))
        for end in range(1, len(query) + 1)
    ]
    added = resident_mb() - settled + min(settled - before, _LEAST_MB)
    case.close()
    if misses:
        misses.write_text("".join(missed), encoding="utf-8")
    return {
        "classes": {kind: _class(some) for kind, some in rows.items()},
        "all": percentiles([one[0] for some in rows.values() for one in some]),
        "keystroke": percentiles(keys),
        "open_ms": round(open_ms, 1),
        "rss_mb": round(added, 1),
    }


_LEAST_MB = 5.0
"""What opening adds at most: the list of expected names is the measurement's own."""


def _class(rows: Sequence[tuple[float, bool, bool, bool]]) -> dict[str, Any]:
    count = len(rows)
    return {
        "n": count,
        "recall@1": round(sum(row[1] for row in rows) / count, 3),
        "recall@10": round(sum(row[2] for row in rows) / count, 3),
        **percentiles([row[0] for row in rows]),
        "absent": sum(row[3] for row in rows),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("case", type=Path)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--typed", type=int, default=60, help="Queries typed letter by letter.")
    parser.add_argument("--misses", type=Path, help="Write the queries that failed to this file.")
    given = parser.parse_args()
    found = measure(given.case, queries(given.queries), typed=given.typed, misses=given.misses)
    if given.json:
        print(json.dumps(found))
        return
    for kind, row in found.pop("classes").items():
        print(f"{kind:<16}", *(f"{what} {value:<6}" for what, value in row.items()))
    for what, value in found.items():
        print(what, value)


if __name__ == "__main__":
    main()
