"""Whether every exported span equals the text at its offsets, over the texts of any corpora.

    python -m tests.benchmarks.extraction.spans FOLDER... [--jobs N]

Adds the readable files below the folders to a new case, exports it, compares, and prints how
many spans there are and how many are wrong; exit status 1 where one is.
"""

import argparse
import tempfile
from pathlib import Path

from casefile.case import Case
from casefile.deeds.adding import Stated
from tests.stress.test_spans import spans


def main() -> None:
    """Print the figures for all the folders together."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--backend", default="casefile:rules")
    options.add_argument("--jobs", type=int, default=1)
    given = options.parse_args()
    engine = given.backend.partition(":")[2]
    with (
        tempfile.TemporaryDirectory() as folder,
        Case(Path(folder) / "corpora.casefile", create=True) as case,
    ):
        paths = [str(one) for one in given.folders]
        case.add(paths, stated=Stated(), engine=engine, jobs=given.jobs)
        exported = case.contents()
    texts = {one["ref"]: one["text"] for one in exported["sources"]}
    found = list(spans(exported))
    wrong = [one for one in found if texts[one[0]][one[1] : one[2]] != one[3]]
    print(f"{len(texts)} sources, {len(found)} spans, {len(wrong)} wrong")
    for one in wrong[:10]:
        print("  ", one)
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
