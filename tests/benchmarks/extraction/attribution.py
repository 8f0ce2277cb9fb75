"""Measure who says what on PolNeAR: sources and contents of the facts of an engine.

    python -m tests.benchmarks.extraction.attribution PART --backend casefile:ENGINE

PART is a folder of the corpus: ``train`` and ``dev`` are for development; ``test`` is held
back and run once for a release.

The measure: an attribution is found where its content and a predicted one overlap by at
least half of the longer; its source is right where the sources overlap too. A prediction
is a saying: facts with the same words for the speaker, at the same place, and the same
cue are one, because the corpus marks a saying once, however many clauses it has. Each
link of a chain is a saying, as in the corpus: the outer one says that the inner one says
it; not so the paper that was told, with the same cue as the next link. Facts without a
speaker are no predictions.
"""

import argparse
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casefile.model.findings import FoundFact
from casefile.model.words import Span
from tests.benchmarks.extraction.backend import article, backend
from tests.benchmarks.extraction.polnear import Attribution, documents

ENOUGH = 0.5
"""Share of the longer content that must overlap."""

_SPEECH = re.compile(
    r"\b(?:said|says|say|saying|told|according|wrote|added|tweeted|reported|announced|stated"
    r"|asked|argued|claimed|called|insisted|warned)\b"
)
"""Cues that are verbs of speech, for the recall on them."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A predicted attribution."""

    content: tuple[Span, ...]
    """In pieces, as in the corpus: words of attribution may stand between them."""
    source: Span | None
    cue: str | None


@dataclass(slots=True)
class Score:
    """Counts over the articles, all in attributions but ``words`` and ``seconds``."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    sourced: int = 0
    """Found, and the corpus names a source."""
    right: int = 0
    """Of these, with the right source."""
    speech: int = 0
    speech_found: int = 0
    direct: int = 0
    """Direct quotations: the content begins with a quotation mark."""
    direct_found: int = 0
    direct_sourced: int = 0
    direct_right: int = 0
    words: int = 0
    seconds: float = 0.0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def sayings(facts: Iterable[FoundFact]) -> list[Saying]:
    """Return what the facts say and who says it, facts of one saying joined, by first place."""
    found: dict[tuple[Span | None, str | None], Saying] = {}
    for fact in facts:
        for at, one in enumerate(fact.attribution):
            content = _said(fact, at)
            if content is None or any(
                later.verb == one.verb for later in fact.attribution[at + 1 : at + 2]
            ):
                continue
            known = found.get((one.span, one.verb))
            pieces = _joined((*known.content, content) if known and one.span else (content,))
            found[one.span, one.verb] = Saying(pieces, one.span, one.verb)
    return list(found.values())


def _said(fact: FoundFact, at: int) -> Span | None:
    """Return what one link of a chain says: the content, with the speakers that it quotes."""
    if fact.content is None:
        return None
    own = fact.attribution[at].span
    quoted = [one.span for one in fact.attribution[at + 1 :] if one.span]
    start = min((span.start for span in (*quoted, fact.content)), default=fact.content.start)
    whole = Span(start, fact.content.end)
    return fact.content if own and overlap([own], [whole]) else whole


def _joined(pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Return the pieces in order, those that overlap as one."""
    found: list[Span] = []
    for piece in sorted(pieces):
        if found and piece.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)


def overlap(some: Sequence[Span], others: Sequence[Span]) -> int:
    """Return how many characters the pieces share."""
    pairs = ((one, other) for one in some for other in others)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in pairs)


def _share(gold: Sequence[Span], found: Sequence[Span]) -> float:
    sizes = (sum(piece.end - piece.start for piece in pieces) for pieces in (gold, found))
    return overlap(gold, found) / max(*sizes, 1)


def add(score: Score, text: str, gold: Sequence[Attribution], found: Sequence[Saying]) -> None:
    """Add one article to the score; each prediction is used for one attribution at most."""
    score.gold += len(gold)
    score.predicted += len(found)
    score.words += len(text.split())
    used: set[int] = set()
    for one in gold:
        free = [at for at in range(len(found)) if at not in used]
        best = max(free, key=lambda at: _share(one.content, found[at].content), default=None)
        hit = best is not None and _share(one.content, found[best].content) >= ENOUGH
        cue = " ".join(piece.of(text).lower() for piece in one.cue)
        says = bool(_SPEECH.search(cue))
        start = one.content[0].start
        quoted = any(mark in '“"' for mark in text[max(0, start - 1) : start + 1])
        score.speech += says
        score.direct += quoted
        if not hit or best is None:
            score.missed.append(_line(text, one.source, cue, one.content))
            continue
        used.add(best)
        source = found[best].source
        right = bool(source and overlap(one.source, [source]))
        score.found += 1
        score.speech_found += says
        score.direct_found += quoted
        if one.source:
            score.sourced += 1
            score.right += right
            score.direct_sourced += quoted
            score.direct_right += quoted and right
            if not right:
                said = source.of(text) if source else "nobody"
                score.wrong.append(f"{said!r} for " + _line(text, one.source, cue, one.content))
    for at, saying in enumerate(found):
        if at not in used:
            sources = (saying.source,) if saying.source else ()
            told = _line(text, sources, saying.cue or "", saying.content)
            score.wrong.append(f"no attribution: {told}")


def _line(text: str, source: Sequence[Span], cue: str, content: Sequence[Span]) -> str:
    def words(spans: Sequence[Span]) -> str:
        return " … ".join(" ".join(span.of(text).split()) for span in spans)

    return f"{words(source)} | {cue} | {words(content)}"


def _f1(hits: int, predicted: int, gold: int) -> str:
    precision, recall = hits / max(1, predicted), hits / max(1, gold)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f}"


def _of(hits: int, all: int) -> str:
    return f"{100 * hits / max(1, all):.1f} % of {all}"


def report(score: Score) -> list[str]:
    """Return the figures, one a line."""
    return [
        f"gold {score.gold}, predicted {score.predicted}, "
        f"{score.words / max(score.seconds, 1e-9):,.0f} words/s",
        f"content          {_f1(score.found, score.predicted, score.gold)}",
        f"source + content {_f1(score.right, score.predicted, score.gold)}",
        f"source right     {_of(score.right, score.sourced)} found",
        f"speech verbs     {_of(score.speech_found, score.speech)} found",
        f"direct           {_of(score.direct_found, score.direct)} found, "
        f"source right {_of(score.direct_right, score.direct_sourced)}",
    ]


def main() -> None:
    """Run the measurement on one part of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a part of the corpus, such as data/dev")
    parser.add_argument("--backend", default="casefile:rules", help="casefile:ENGINE")
    parser.add_argument("--limit", type=int, help="read only so many articles")
    parser.add_argument("--show", type=int, default=0, help="print so many misses and faults")
    chosen = parser.parse_args()
    engine = backend(chosen.backend)
    score = Score()
    for number, document in enumerate(documents(chosen.folder)):
        if number == chosen.limit:
            break
        began = time.perf_counter()
        found = sayings(engine.extract(article(document.text)).facts)
        score.seconds += time.perf_counter() - began
        add(score, document.text, document.attributions, found)
    for line in score.missed[: chosen.show]:
        print("MISSED", line)
    for line in score.wrong[: chosen.show]:
        print("WRONG ", line)
    print("\n".join(report(score)))


if __name__ == "__main__":
    main()
