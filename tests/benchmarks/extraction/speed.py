"""Articles per second, and memory over many, of one engine in one process.

The articles are cut from the text files of a folder, 600 words each, as many as asked for;
each differs from the last, so that no cache helps. Reading and storing are not measured.
Figures are of CPU time: other work on the machine does not count.

    python -m tests.benchmarks.extraction.speed FOLDER --backend casefile:rules --articles 10000
"""

import argparse
import resource
import time
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.extraction.backend import article, backend

WORDS = 600
"""Words of one article: the median of news (612 over the five articles of the first case)."""


def main() -> None:
    """Print articles per second and resident memory, ten times on the way."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--backend", default="casefile:rules")
    options.add_argument("--articles", type=int, default=1000)
    given = options.parse_args()
    engine = backend(given.backend)
    texts = list(cut(given.folder))
    if not texts:
        raise SystemExit(f"No article of {WORDS} words in {given.folder}.")
    engine.extract(article(texts[0]))
    print(f"{given.backend}, {len(texts)} texts of {WORDS} words, {given.articles} articles")
    step = max(1, given.articles // 10)
    begun = last = time.process_time()
    for number, text in enumerate(islice(cycle(texts), given.articles), 1):
        engine.extract(article(text, date(2020, 1, 1 + number % 28)))
        if number % step == 0:
            now = time.process_time()
            print(f"{number:7} {step / (now - last):7.1f} articles/s {resident_mb():7.1f} MB")
            last = now
    print(f"in all  {given.articles / (time.process_time() - begun):7.1f} articles/s")


def cut(folder: Path) -> Iterator[str]:
    """Yield every stretch of exactly 600 words of the text files, with their lines."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or b"\0" in path.read_bytes():
            continue
        held: list[str] = []
        size = 0
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            words = line.split()
            while size + len(words) >= WORDS:
                held.append(" ".join(words[: WORDS - size]))
                yield "\n".join(held)
                words, held, size = words[WORDS - size :], [], 0
            held.append(" ".join(words))
            size += len(words)


def resident_mb() -> float:
    """Return the resident memory now, in MB; its peak where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
