"""How much of a page's story is kept, and how much of the rest is marked as no story.

Data: article-extraction-benchmark of Scrapinghub, 181 pages of news with the body of
each article typed off by hand (https://github.com/scrapinghub/article-extraction-benchmark).
The pages are their owners' and stay outside the repository.

Measure: that benchmark's, with four words a sequence: precision and recall of the
sequences of each page, averaged over the pages, and F1 of the two averages. Two readings
of an article count as found:

- ``story``: what is marked neither as boilerplate nor as title, byline or caption, for
  the body typed off holds none of these;
- ``not boilerplate``: the same with title, byline and captions, which the gold does
  not hold; they cost precision here even where each is marked rightly.

The page goes to the product as bytes of HTML (``html``), and as the text that a reader
would paste, all that is visible, one block a line (``pasted``).

Held back: the half of the pages whose id hashes to 1; rules are made on half 0.

    python -m tests.benchmarks.extraction.furniture FOLDER --kind pasted --half 0 --show 5
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casefile.errors import Unreadable
from casefile.model.article import Article
from casefile.model.words import FurnitureKind
from casefile.reading.read import read_bytes
from tests.benchmarks.extraction.backend import backend

SEQUENCE = 4
"""Words."""

TODAY = date(2026, 11, 21)

_WORD = re.compile(r"\w+")
_NO_BODY = frozenset(
    (
        FurnitureKind.BOILERPLATE,
        FurnitureKind.TITLE,
        FurnitureKind.BYLINE,
        FurnitureKind.CAPTION,
    )
)
_READINGS: Mapping[str, frozenset[FurnitureKind]] = {
    "story": _NO_BODY,
    "not boilerplate": frozenset((FurnitureKind.BOILERPLATE,)),
}
_UNSEEN = "//script|//style|//noscript|//comment()|//head|//svg|//template"
_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 td tr table section article header footer nav aside br"
    " blockquote figure figcaption form option button main dd dt dl pre hr label".split()
)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of sequences of words, 0 to 1, of one page or averaged over pages."""

    precision: float | None
    """None where nothing is found: such a page does not count in the average."""
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean, 0 where nothing is right."""
        precision = self.precision or 0.0
        total = precision + self.recall
        return 2 * precision * self.recall / total if total else 0.0


def sequences(text: str) -> Counter[tuple[str, ...]]:
    """Return the sequences of words; a text shorter than one counts as one."""
    words = _WORD.findall(text)
    if len(words) < SEQUENCE:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[at : at + SEQUENCE]) for at in range(len(words) - SEQUENCE + 1))


def compared(gold: str, found: str) -> Score:
    """Return precision and recall of one page, whose gold is not empty."""
    right, said = sequences(gold), sequences(found)
    both = sum((right & said).values())
    return Score(both / sum(said.values()) if said else None, both / sum(right.values()))


def averaged(scores: Sequence[Score]) -> Score:
    """Return the averages over pages, of which there is one at least."""
    precisions = [one.precision for one in scores if one.precision is not None]
    return Score(
        sum(precisions) / len(precisions) if precisions else None,
        sum(one.recall for one in scores) / len(scores),
    )


def half(page: str) -> int:
    """Return to which half a page belongs: 0 to develop on, 1 held back."""
    return hashlib.sha256(page.encode()).digest()[-1] % 2


def visible_lines(html: str) -> str:
    """Return what a reader sees of the page, one block a line, as pasted."""
    from lxml import html as parser

    tree = parser.fromstring(html)
    for unseen in tree.xpath(_UNSEEN):
        if unseen.getparent() is not None:
            unseen.drop_tree()
    return "\n".join(line.strip() for line in "".join(_shown(tree)).split("\n") if line.strip())


def _shown(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    edge = "\n" if element.tag in _BLOCKS else ""
    yield edge
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _shown(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    yield edge


def kept(article: Article, without: frozenset[FurnitureKind]) -> str:
    """Return the article's text without the marks of these kinds."""
    parts, at = [], 0
    for piece in article.furniture:
        if piece.kind in without:
            parts.append(article.text[at : piece.span.start])
            at = piece.span.end
    parts.append(article.text[at:])
    return "\n".join(part for part in parts if part.strip())


def read(html: bytes, kind: str) -> Article | None:
    """Return the page as the product reads it, None if it says that it cannot."""
    data = html if kind == "html" else visible_lines(html.decode("utf-8", "replace")).encode()
    format = "html" if kind == "html" else "text"
    try:
        return read_bytes(data, name="page", format=format, today=TODAY)
    except Unreadable:
        return None


def measure(pages: Mapping[str, bytes], gold: Mapping[str, str], kind: str, show: int) -> None:
    """Print the figures of one kind of input, and the worst pages line by line."""
    started = time.perf_counter()
    read_pages = {page: read(html, kind) for page, html in pages.items()}
    took = (time.perf_counter() - started) / len(pages)
    scores: dict[str, Score] = {}
    for name, without in _READINGS.items():
        found = {page: kept(one, without) if one else "" for page, one in read_pages.items()}
        by_page = {page: compared(gold[page], found[page]) for page in pages}
        scores = scores or by_page
        mean = averaged(list(by_page.values()))
        print(
            f"{kind:7} {name:16} P {_percent(mean.precision)}  R {_percent(mean.recall)}"
            f"  F1 {_percent(mean.f1)}"
        )
    print(f"{kind:7} {len(pages)} pages, {1000 * took:.1f} ms a page")
    for page in sorted(scores, key=lambda page: (scores[page].f1, page))[:show]:
        _print_lines(page, scores[page], read_pages[page], gold[page])


def _percent(share: float | None) -> str:
    return "    -" if share is None else f"{100 * share:5.1f}"


def _print_lines(page: str, score: Score, article: Article | None, gold: str) -> None:
    """Print what is wrong with a page: ``+`` wrongly kept, ``-`` wrongly marked or not read."""
    print(f"== {page[:8]}  P {_percent(score.precision)}  R {_percent(score.recall)}")
    right = sequences(gold)
    wrong = article.furniture if article else ()
    for line in kept(article, _NO_BODY).split("\n") if article else ():
        if line.strip() and not any(one in right for one in sequences(line)):
            print("  +", line[:150])
    for piece in wrong:
        words = piece.span.of(article.text) if article else ""
        if piece.kind in _NO_BODY and all(one in right for one in sequences(words)):
            print(f"  - {piece.kind.value}:", words[:150])
    seen = sequences(article.text) if article else Counter()
    for line in gold.split("\n"):
        if line.strip() and not any(one in seen for one in sequences(line)):
            print("  - not read:", line[:150])


def _pages(folder: Path, chosen: Callable[[str], bool]) -> tuple[dict[str, bytes], dict[str, str]]:
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    gold = {page: said["articleBody"] for page, said in truth.items() if chosen(page)}
    pages = {}
    for page in gold:
        with gzip.open(folder / "html" / f"{page}.html.gz") as file:
            pages[page] = file.read()
    return pages, gold


def main(arguments: Sequence[str]) -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of ground-truth.json and html")
    parser.add_argument("--kind", choices=("html", "pasted", "both"), default="both")
    parser.add_argument("--half", choices=("0", "1", "both"), default="both")
    parser.add_argument("--show", type=int, default=0, help="how many of the worst pages to print")
    parser.add_argument("--backend", default="casefile:rules")
    asked = parser.parse_args(arguments)
    backend(asked.backend)  # Reading is the same for every engine; a wrong name is still told.
    pages, gold = _pages(asked.folder, lambda page: asked.half in ("both", str(half(page))))
    for kind in ("html", "pasted") if asked.kind == "both" else (asked.kind,):
        measure(pages, gold, kind, asked.show)


if __name__ == "__main__":
    main(sys.argv[1:])
