"""Measure the search for names beside other engines, on the same list in one run.

    python -m tests.benchmarks.rivals --names FILE --queries FILE [--case CASE] [--count N] [--json]

The files are those of ``make_case`` and ``search``. The case is made of the list where none is
given. Rivals are what is there: SQLite's FTS5 trigram (its words or'ed, the best 200 of bm25 in
the order of rapidfuzz' WRatio), rapidfuzz (ratio and WRatio over all names), tantivy (fuzzy words
at distance 1, where the package is installed) and fzf (``--filter``, where it is on the path: it
reads the list at each query). Times are CPU milliseconds of whole queries, with those of child
processes; a hit is any name of the expected entity among the first ten.
"""

import argparse
import json
import random
import resource
import shutil
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz import fuzz, process

from casefile.case import Case
from casefile.core.folding import fold
from casefile.model.words import Kind
from casefile.store.engine import sqlite
from tests.benchmarks.make_case import Named, listed, make_case
from tests.benchmarks.search import PLACES, expected, percentiles, queries

Find = Callable[[str], list[int]]
"""Returns the places in the list of the first names that fit, best first."""

SLOW = 8
"""Queries of a class that are asked of an engine that reads the whole list."""

_POOL = 200


def fts5(names: Sequence[str]) -> Find:
    """Return a search by SQLite's trigrams, ordered by rapidfuzz."""
    db = sqlite.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE name USING fts5 (text, tokenize = 'trigram')")
    db.executemany("INSERT INTO name (rowid, text) VALUES (?, ?)", enumerate(names))

    def find(query: str) -> list[int]:
        grams = {query[at : at + 3] for at in range(len(query) - 2)}
        if not grams:
            return []
        match = " OR ".join('"' + gram.replace('"', '""') + '"' for gram in sorted(grams))
        rows = db.execute(
            "SELECT rowid, text FROM name WHERE name MATCH ? ORDER BY rank LIMIT ?", (match, _POOL)
        ).fetchall()
        best = process.extract(
            query, {row[0]: row[1] for row in rows}, scorer=fuzz.WRatio, limit=10
        )
        return [place for _, _, place in best]

    return find


def whole_list(names: Sequence[str], scorer: Callable[..., float]) -> Find:
    """Return a search that compares every name by rapidfuzz."""

    def find(query: str) -> list[int]:
        return [place for _, _, place in process.extract(query, names, scorer=scorer, limit=10)]

    return find


def tantivy(names: Sequence[str]) -> Find:
    """Return a search for words at distance 1."""
    import tantivy as library  # type: ignore[import-not-found, unused-ignore]

    schema = library.SchemaBuilder()
    schema.add_text_field("text", stored=False)
    schema.add_integer_field("place", stored=True)
    built = schema.build()
    index = library.Index(built)
    writer = index.writer()
    for place, name in enumerate(names):
        writer.add_document(library.Document(text=name, place=place))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(query: str) -> list[int]:
        words = [
            (library.Occur.Must, library.Query.fuzzy_term_query(built, "text", word, distance=1))
            for word in query.split()
        ]
        if not words:
            return []
        hits = searcher.search(library.Query.boolean_query(words), 10).hits
        return [searcher.doc(address)["place"][0] for _, address in hits]

    return find


def fzf(names: Sequence[str], folder: Path) -> Find:
    """Return a search by fzf's filter over a file of the list."""
    path = folder / "names.txt"
    path.write_text("".join(f"{at}\t{name}\n" for at, name in enumerate(names)), encoding="utf-8")

    def find(query: str) -> list[int]:
        command = ["fzf", "--filter", query, "--delimiter", "\t", "--nth", "2"]
        with path.open("rb") as stdin:
            done = subprocess.run(command, stdin=stdin, capture_output=True, check=False)
        return [int(line.partition(b"\t")[0]) for line in done.stdout.split(b"\n")[:10] if line]

    return find


def engines(names: Sequence[str], folder: Path) -> Iterator[tuple[str, Find, bool]]:
    """Yield the rivals that are there, and whether each reads the whole list at a query."""
    yield "FTS5 trigram + WRatio", fts5(names), False
    yield "rapidfuzz ratio", whole_list(names, fuzz.ratio), True
    yield "rapidfuzz WRatio", whole_list(names, fuzz.WRatio), True
    if find_spec("tantivy"):
        yield "tantivy, distance 1", tantivy(names), False
    if shutil.which("fzf"):
        yield "fzf --filter", fzf(names, folder), True


def cpu() -> float:
    """Return CPU seconds of this process and of children that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


Figures = dict[str, object]


def figures(asked: Sequence[tuple[str, str, set[int]]], find: Find) -> Figures:
    """Return recall of each class, and the percentiles of all."""
    spent, hits = [], defaultdict(list)
    for kind, query, right in asked:
        began = cpu()
        found = find(query)
        spent.append((cpu() - began) * 1000)
        hits[kind].append(bool(right & set(found)))
    recall = {kind: round(sum(row) / len(row), 2) for kind, row in hits.items()}
    return {**percentiles(spent), "n": len(spent), "recall@10": recall}


def measure(
    rows: Sequence[Named],
    asked: Sequence[tuple[str, str, str]],
    case: Path,
    folder: Path,
    count: int,
) -> dict[str, Figures]:
    """Return the figures of each engine."""
    entity = [id for id, _, _ in rows]
    names = [fold(name) for _, _, name in rows]
    of_name = defaultdict(set)
    for id, _, name in rows:
        of_name[name].add(id)
    rng = random.Random(1)
    classes = defaultdict(list)
    for one in asked:
        classes[one[0]].append(one)
    some = [one for each in classes.values() for one in rng.sample(each, min(count, len(each)))]
    found = {"casefile": _ours(case, some)}
    for name, find, is_slow in engines(names, folder):
        taken: dict[str, int] = defaultdict(int)
        few = []
        for kind, query, wanted in some:
            taken[kind] += 1
            if not is_slow or taken[kind] <= SLOW:
                few.append((kind, fold(query), of_name[wanted]))

        def entities(query: str, find: Find = find) -> list[int]:
            return [entity[at] for at in find(query)]

        found[name] = figures(few, entities)
    return found


def _ours(path: Path, asked: Sequence[tuple[str, str, str]]) -> Figures:
    wanted = expected(path, (name for _, _, name in asked))
    with Case(path, read_only=True) as case:

        def find(query: str) -> list[int]:
            hits = case.search(query, places=PLACES, limit=10)
            return [hit.ref.id for hit in hits if hit.ref.kind is Kind.ENTITY]

        find("warm")
        rows = [(kind, query, wanted.get(name, set())) for kind, query, name in asked]
        return figures(rows, find)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--case", type=Path, help="Made of the same list; otherwise it is made.")
    parser.add_argument("--count", type=int, default=30, help="Queries of a class.")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    rows = list(listed(given.names))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case = given.case or folder / "names.casefile"
        if given.case is None:
            make_case(case, rows, sources=0, mentions=0, rng=random.Random(1))
        found = measure(rows, queries(given.queries), case, folder, given.count)
    if given.json:
        print(json.dumps(found))
        return
    for engine, row in found.items():
        print(f"{engine:<24}", *(f"{what} {value}" for what, value in row.items()))


if __name__ == "__main__":
    main()
