"""Name variants: which mentions of persons, bodies and places are one, within and across texts.

    python -m tests.benchmarks.extraction.variants FOLDER [--errors 20]

FOLDER is ``intra_cross-doc_annotation`` of MEANTIME (Minard and others 2016, Wikinews, CC BY
4.0): 120 English articles on Airbus, Apple, General Motors and stock markets. The spans and
kinds of the named mentions are given; what is measured is the joining alone, as the product
does it: ``gather`` within each article, ``link_entities`` across them. What linking only
proposes stays apart. The set is small and has no test part: rules are written for names in
general and read against it. Mentions are marked with what describes them ("European
airframer Airbus"); they are scored whole but for an
article or a possessive, and by the name that the product finds in them.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from casefile.extraction.rules.entities.gathering import gather
from casefile.extraction.rules.names.candidates import runs
from casefile.extraction.rules.names.classify import clues, judge
from casefile.extraction.rules.names.drafts import Draft, Label
from casefile.extraction.rules.names.peel import Piece, peel
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.words.gazetteer import Gazetteer, load_gazetteer
from casefile.extraction.rules.words.tokens import Line, read_line
from casefile.linking.entities import link_entities
from casefile.model.accounts import EntityAccount
from casefile.model.words import EntityKind, Span, Verdict
from tests.benchmarks.extraction.corpora import Linked, meantime
from tests.benchmarks.extraction.names import bare
from tests.benchmarks.extraction.scores import agreement

_LABELS = {"PER": Label.PERSON, "ORG": Label.ORGANIZATION, "LOC": Label.PLACE}
_ADDS = frozenset({",", "(", "in", "near", "at", "which", "who"})
"""What only adds to a name begins so: "Toulouse, France"."""


def drafts(
    document: Linked, lines: Sequence[Line], gazetteer: Gazetteer, whole: bool
) -> Iterator[Draft]:
    """Yield a draft for each given mention, as the steps before would hand it on."""
    for mention in document.mentions:
        number, line = next(
            (at, one)
            for at, one in enumerate(lines)
            if one.tokens and one.end(-1) >= mention.span.end
        )
        label = _LABELS[mention.label]
        span = bare(document.text, mention.span)
        inside = [
            at
            for at, start in enumerate(line.starts)
            if start < span.end and span.start < line.end(at)
        ]
        first, last = inside[0], inside[-1]
        if not whole:
            first, last = _core(line, first, last, label, gazetteer)
        name = line.name(first, last)
        if label is Label.PLACE and name in gazetteer.demonyms:
            label = Label.PEOPLE
        yield Draft(number, first, last, name, label, 5)


def _core(line: Line, first: int, last: int, label: Label, gazetteer: Gazetteer) -> tuple[int, int]:
    """Return the tokens of the name in a mention: "Airbus" in "European airframer Airbus".

    Mentions are marked with what describes them. The product's own cutting finds the
    names inside; of several that seem to be of the given kind it is the last before what
    only adds to it, else the last.
    """
    part = replace(line, tokens=line.tokens[: last + 1], starts=line.starts[: last + 1])
    pieces = [
        piece
        for start, end in runs(part, gazetteer)
        if end >= first
        for piece in peel(part, max(start, first), end, gazetteer, frozenset())
    ]
    ends = next((at for at in range(first + 1, last) if line.word(at) in _ADDS), last)

    def rank(piece: Piece) -> tuple[bool, bool, int]:
        seen = clues(line, piece.first, piece.last, piece.title < piece.first, gazetteer)
        seems = judge(seen)[0]
        is_head = piece.last <= ends and seems is not Label.PEOPLE
        return is_head, seems is label, piece.last

    best = max(pieces, key=rank, default=None)
    return (best.first, best.last) if best else (first, last)


def read(document: Linked, gazetteer: Gazetteer, *, whole: bool = False) -> Names:
    """Return the entities of one article, with a mention for each of those given.

    What describes a name stays with it where mentions are taken whole.
    """
    lines, at = [], 0
    for sentence in document.text.split("\n"):
        lines.append(read_line(document.text, Sentence(Span(at, at + len(sentence))), gazetteer))
        at += len(sentence) + 1
    return gather(list(drafts(document, lines, gazetteer, whole)), lines, set(), gazetteer)


def linked(read: Sequence[Names], gazetteer: Gazetteer) -> list[int]:
    """Return the cluster of every mention of every article, in order."""
    accounts: list[EntityAccount] = []
    of_mention: list[int] = []
    homes: dict[int, str] = {}
    for source, names in enumerate(read, 1):
        counts = Counter(mention.entity for mention in names.mentions)
        of_mention += [len(accounts) + mention.entity for mention in names.mentions]
        countries: Counter[str] = Counter()
        for at, one in enumerate(names.entities):
            accounts.append(
                EntityAccount(
                    len(accounts), source, one.kind, one.name, one.description, counts[at]
                )
            )
            if one.kind is EntityKind.PLACE and one.name in gazetteer.countries:
                countries[gazetteer.countries[one.name]] += counts[at]
        if countries:
            homes[source] = max(countries, key=lambda name: (countries[name], name))
    cluster = list(range(len(accounts)))
    for judged in link_entities(accounts, homes):
        if judged.verdict is Verdict.SAME:
            old, new = cluster[judged.right], cluster[judged.left]
            cluster = [new if one == old else one for one in cluster]
    return [cluster[account] for account in of_mention]


def show(title: str, gold: Sequence[str], found: Sequence[object]) -> None:
    """Print one line of scores."""
    score = agreement(gold, found)
    b_cubed = " ".join(f"{one:.1f}" for one in score.b_cubed)
    print(
        f"{title:16} MUC {score.muc.f1:.1f}  B-cubed {b_cubed}  "
        f"CEAF-e {score.ceaf_e.f1:.1f}  CoNLL {score.conll:.1f}"
    )


def errors(gold: Sequence[str], found: Sequence[int], words: Sequence[str], most: int) -> None:
    """Print the entities that were cut, then the clusters that hold several."""
    for mark, wholes, parts in (("cut", gold, found), ("mixed", found, gold)):
        several: defaultdict[object, defaultdict[object, Counter[str]]]
        several = defaultdict(lambda: defaultdict(Counter))
        for whole, part, wording in zip(wholes, parts, words, strict=True):
            several[whole][part][wording] += 1
        for one in [one for one in several.values() if len(one) > 1][:most]:
            print(mark, *(dict(part) for part in one.values()))


def main() -> None:
    """Measure the joining of the installed package."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    given = parser.parse_args()
    gazetteer = load_gazetteer()
    documents = list(meantime(given.folder))
    mentions = [(document, mention) for document in documents for mention in document.mentions]
    gold = [mention.entity for _, mention in mentions]
    words = [mention.span.of(document.text) for document, mention in mentions]
    print(f"{len(documents)} texts, {len(gold)} mentions, {len(set(gold))} entities")
    show("the same words", gold, words)
    whole = linked([read(one, gazetteer, whole=True) for one in documents], gazetteer)
    show("mentions whole", gold, whole)
    found = linked([read(one, gazetteer) for one in documents], gazetteer)
    show("names in them", gold, found)
    errors(gold, found, words, given.errors)


if __name__ == "__main__":
    main()
