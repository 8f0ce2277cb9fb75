"""Measure the search for words in texts: CPU milliseconds on a case of articles of real length.

    python -m tests.benchmarks.fulltext [--case FILE] [--articles N] [--words N] [--in-sight N]
        [--json]

Makes the case where it is not there: articles whose words are drawn from an invented vocabulary
by Zipf's law (exponent 1.07, 200,000 words, as in collections of news), one of ten in Chinese
characters. Then it asks for words that few, some and very many of the articles hold, two words,
a phrase and beginnings of words, as the browser does at each key ("first screen": in the texts
alone, and everywhere: passages are read of the results in sight) and when the reader pauses
("ranked": passages of all).
"""

import argparse
import json
import random
import tempfile
import time
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from casefile.case import Case
from casefile.core.folding import spaced
from casefile.store.store import Store
from casefile.tui.screens.searching import HITS

VOCABULARY = 200_000
EXPONENT = 1.07
HAN = [chr(at) for at in range(0x4E00, 0x4E00 + 3_000)]
ONSETS = "b br ch d dr f g gr h j k kr l m n p pr r s sh st t tr v w y z".split()
RHYMES = "a an ar e el en er i in is o on or u ul un ai ou".split()


class Zipf:
    """Draws places of a ranking: the first far more often than the last."""

    def __init__(self, size: int, rng: random.Random) -> None:
        self._sums = list(accumulate(1 / rank**EXPONENT for rank in range(1, size + 1)))
        self._rng = rng

    def draw(self, count: int) -> list[int]:
        """Return so many places."""
        top, rng = self._sums[-1], self._rng
        return [bisect(self._sums, rng.random() * top) for _ in range(count)]


def vocabulary(rng: random.Random) -> list[str]:
    """Return invented words, all different, the shorter ones mostly first."""
    words: dict[str, None] = {}
    for at in range(VOCABULARY):
        size = 1 + (at > 200) + (at > 8_000) + (at > 90_000)
        word = "".join(rng.choice(ONSETS) + rng.choice(RHYMES) for _ in range(size))
        while word in words:
            word += rng.choice(ONSETS) + rng.choice(RHYMES)
        words[word] = None
    return list(words)


def make(path: Path, *, articles: int, words: int, seed: int) -> None:
    """Make the case."""
    rng = random.Random(seed)
    known = vocabulary(rng)
    latin, han = Zipf(len(known), rng), Zipf(len(HAN), rng)
    store = Store(path, create=True)
    with store.write() as db:
        for id in range(1, articles + 1):
            length = max(40, round(rng.lognormvariate(0, 0.5) * words))
            if id % 10:
                text = told([known[at] for at in latin.draw(length)], rng)
            else:
                text = "".join(HAN[at] for at in han.draw(length))
            rows = [(id, text), (id, spaced(text))]
            db.conn.execute(
                "INSERT INTO source (id, sha256, path, format, codec, label, characters, linked)"
                " VALUES (?, ?, ?, 'text', 'utf-8', ?, ?, 1)",
                (id, f"{id:064x}", f"{id}.txt", text[:50], len(text)),
            )
            db.conn.execute("INSERT INTO source_text (source_id, text) VALUES (?, ?)", rows[0])
            db.conn.execute("INSERT INTO source_words (rowid, words) VALUES (?, ?)", rows[1])
    store.close()


def told(words: Sequence[str], rng: random.Random) -> str:
    """Return words as sentences of about 20, five to a paragraph."""
    parts, at = [], 0
    while at < len(words):
        size = rng.randint(8, 32)
        parts.append(" ".join(words[at : at + size]).capitalize())
        at += size
    return "".join(one + (".\n" if number % 5 == 4 else ". ") for number, one in enumerate(parts))


def counted(path: Path) -> list[tuple[str, int]]:
    """Return each word of the texts with how many articles hold it, commonest first."""
    store = Store(path, read_only=True)
    rows = store.database.conn.execute(
        "SELECT term, doc FROM source_vocabulary WHERE doc > 1 ORDER BY doc DESC, term"
    ).fetchall()
    store.close()
    return [(str(row[0]), int(row[1])) for row in rows]


def classes(
    known: Sequence[tuple[str, int]], articles: int, count: int, rng: random.Random
) -> Iterator[tuple[str, list[str]]]:
    """Yield for each class of queries some lines of it."""
    plain = [(word, docs) for word, docs in known if word.isascii()]
    han = [(word, docs) for word, docs in known if not word.isascii()]

    def some(rows: Sequence[tuple[str, int]], least: float, most: float) -> list[str]:
        fit = [word for word, docs in rows if least <= docs <= most]
        return [rng.choice(fit) for _ in range(count)] if fit else []

    rare, middling = some(plain, 2, 20), some(plain, 500, 1_500)
    yield "rare word", [f'"{word}"' for word in rare]
    yield "middling word", [f'"{word}"' for word in middling]
    common = some(plain, articles * 0.1, articles * 0.4)
    yield "common word", [f'"{word}"' for word in common]
    very = some(plain, articles * 0.4, articles)
    yield "very common word", [f'"{word}"' for word in very]
    yield "two words", [f'"{a}" "{b}"' for a, b in zip(middling, common, strict=False)]
    yield "two very common", [f'"{a}" "{b}"' for a, b in zip(very, reversed(very), strict=False)]
    yield "phrase", [f'"{a} {b}"' for a, b in zip(very, common, strict=False)]
    yield "middling as typed", [word[:end] for word in middling for end in range(1, len(word) + 1)]
    yield "one Han character", some(han, 2, articles)
    firsts, seconds = some(han, 2, articles), some(han, 2, articles)
    yield "two Han characters", [a + b for a, b in zip(firsts, seconds, strict=False)]


def measure(path: Path, *, count: int, in_sight: int, seed: int) -> dict[str, dict[str, float]]:
    """Return p50 and p95 of each class, in CPU milliseconds."""
    known = counted(path)
    found: dict[str, dict[str, float]] = {}
    with Case(path, read_only=True) as case:
        articles = case.summary().sources
        case.answer("warm")
        for name, lines in classes(known, articles, count, random.Random(seed)):
            row: dict[str, float] = {"n": len(lines)}
            for what, options in (
                ("texts", {"places": ("text",), "passages": in_sight}),
                ("everywhere", {"passages": in_sight}),
                ("ranked", {"thorough": True}),
            ):
                spent = sorted(_timed(case, line, **options) for line in lines)
                if spent:
                    row[f"{what}_p50_ms"] = round(spent[len(spent) // 2], 2)
                    row[f"{what}_p95_ms"] = round(spent[len(spent) * 95 // 100], 2)
            found[name] = row
    return found


def _timed(case: Case, line: str, **options: object) -> float:
    began = time.process_time()
    case.answer(line, limit=HITS, **options)  # type: ignore[arg-type]  # of three kinds
    return (time.process_time() - began) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--case", type=Path, help="Kept, and used again; otherwise thrown away.")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=300, help="Words of an article: the median.")
    parser.add_argument("--count", type=int, default=60, help="Queries of a class.")
    parser.add_argument("--in-sight", type=int, default=20, help="Results that are seen at once.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.case or Path(folder) / "texts.casefile"
        if not path.exists():
            make(path, articles=given.articles, words=given.words, seed=given.seed)
        found = measure(path, count=given.count, in_sight=given.in_sight, seed=given.seed)
    if given.json:
        print(json.dumps(found))
        return
    for name, row in found.items():
        print(f"{name:<20}", *(f"{what} {value:<8g}" for what, value in row.items()))


if __name__ == "__main__":
    main()
