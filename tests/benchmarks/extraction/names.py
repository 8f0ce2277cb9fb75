"""Names: precision, recall and F1 of persons, bodies, places and peoples, and the speed.

    python -m tests.benchmarks.extraction.names --kind worldwide --path FOLDER \
        --part train --backend casefile:rules [--types PER,ORG,LOC] [--errors 40]

Data: English Worldwide Newswire (Shan and others 2023, no licence stated) and CoNLL-2003
(Reuters, for research); measure only, ship nothing made of them. Held back: the ``test`` part
of the first (30 % of the articles) and ``eng.testb`` of the second.

A name is right by *strict* measure where type and both ends agree after a leading "the" and a
trailing possessive are taken off on both sides; by *overlap* where the type agrees and any
letter is shared. Words are parted by blanks. The speed is that of the whole engine.
"""

import argparse
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from casefile.extraction.engine import Engine
from casefile.model.findings import Findings
from casefile.model.words import EntityKind, MentionKind, Span
from tests.benchmarks.extraction.backend import article, backend
from tests.benchmarks.extraction.corpora import LOC, NORP, ORG, PER, Marked, conll, worldwide
from tests.benchmarks.extraction.scores import PRF, counted, prf

Names = set[tuple[int, int, str]]
"""Start, end and label."""

_LABELS = {
    EntityKind.PERSON: PER,
    EntityKind.ORGANIZATION: ORG,
    EntityKind.PLACE: LOC,
    EntityKind.OTHER: NORP,
}
_LEAD = re.compile(r"(?:[\s\"'“”‘’(\[•]+|(?:the|The|THE)\s+)+")
_TRAIL = re.compile(r"(?:[\s\"“”,;:)\]]+|['’]s?|(?<=[a-z]{2})\.)+$")


def labelled(found: Findings) -> Iterator[tuple[Span, str]]:
    """Yield the names found with their labels: a nationality is NORP, a capital a place."""
    for mention in found.mentions:
        if mention.kind is MentionKind.DEMONYM:
            yield mention.span, NORP
        elif mention.kind is MentionKind.METONYM:
            yield mention.span, LOC
        elif mention.kind is MentionKind.NAME:
            yield mention.span, _LABELS[found.entities[mention.entity].kind]


def bare(text: str, span: Span) -> Span:
    """Return the span without a leading article or quote and a trailing possessive or comma."""
    start, end = span.start, span.end
    lead = _LEAD.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    trail = _TRAIL.search(text[start:end])
    return Span(start, start + trail.start() if trail and trail.start() else end)


def names(text: str, marked: Iterable[tuple[Span, str]], types: Sequence[str]) -> Names:
    """Return the names of the types asked for, each once, their ends made alike."""
    kept = ((bare(text, span), label) for span, label in marked if label in types)
    return {(span.start, span.end, label) for span, label in kept}


class Tally:
    """Counts of right, wrong and missed names by type, strict and by overlap."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.touching: Counter[str] = Counter()
        self.reached: Counter[str] = Counter()
        self.errors: Counter[tuple[str, str, str]] = Counter()

    def add(self, text: str, gold: Names, found: Names) -> None:
        """Count one text."""
        self.right.update(label for *_, label in gold & found)
        self.wrong.update(label for *_, label in found - gold)
        self.missed.update(label for *_, label in gold - found)
        self.touching.update(label for *_, label in _touching(found, gold))
        self.reached.update(label for *_, label in _touching(gold, found))
        for mark, lost in (("missed", gold - found), ("wrong", found - gold)):
            self.errors.update((mark, label, text[start:end]) for start, end, label in lost)

    def scores(self, types: Sequence[str]) -> tuple[int, PRF, PRF]:
        """Return the number of gold names of some types, and both scores."""
        right, wrong, missed, touching, reached = (
            sum(count[label] for label in types)
            for count in (self.right, self.wrong, self.missed, self.touching, self.reached)
        )
        strict = counted(right, wrong, missed)
        return (
            right + missed,
            strict,
            prf(_share(touching, right + wrong), _share(reached, right + missed)),
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _touching(some: Names, others: Names) -> Names:
    """Return those of the first that share a letter with one of the second of their label."""
    return {
        (start, end, label)
        for start, end, label in some
        if any(a < end and start < b and label == other for a, b, other in others)
    }


def measure(engine: Engine, documents: Sequence[Marked], types: Sequence[str]) -> Tally:
    """Read every document, print the speed, and return the counts."""
    engine.extract(article("Warm up in Paris."))
    tally, words, seconds = Tally(), 0, 0.0
    for one in documents:
        start = time.perf_counter()
        found = engine.extract(article(one.text))
        seconds += time.perf_counter() - start
        words += len(one.text.split())
        tally.add(
            one.text, names(one.text, one.spans, types), names(one.text, labelled(found), types)
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(documents)} documents, {words:,} words, {words / seconds:,.0f} words/s, "
        f"peak {peak:.0f} MB"
    )
    return tally


def main() -> None:
    """Measure one engine on one corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kind", required=True, choices=("worldwide", "conll"))
    parser.add_argument("--path", required=True, type=Path)
    parser.add_argument("--part", default="train", choices=("train", "test", "all"))
    parser.add_argument("--types", default="PER,ORG,LOC,NORP")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--backend", default="casefile:rules")
    given = parser.parse_args()
    read = worldwide(given.path, given.part) if given.kind == "worldwide" else conll(given.path)
    types = given.types.split(",")
    tally = measure(backend(given.backend), list(read), types)
    print("type    gold | strict P     R    F1 | overlap P     R    F1")
    for row in ([label] for label in types), [types]:
        for some in row:
            gold, strict, overlap = tally.scores(some)
            cells = " | ".join(
                " ".join(f"{one:6.1f}" for one in score) for score in (strict, overlap)
            )
            print(f"{some[0] if len(some) == 1 else 'all':5} {gold:6} | {cells}")
    for (mark, label, words), count in tally.errors.most_common(given.errors):
        print(count, mark, label, words, file=sys.stderr)


if __name__ == "__main__":
    main()
