"""Event chains: which mentions of events are one, across articles, with our own stories.

    python -m tests.benchmarks.extraction.chains FOLDER --topics 1-35 --backend casefile:rules

FOLDER is that of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) with ``ECB+/TOPIC/*.xml`` and
``ECBplus_coreference_sentences.csv``. The mentions of events in the selected sentences are
given, negated ones among them; nothing else is: not the topic, nor the participants, times
and places. Which articles are about one story and which mentions are one is decided by
``casefile.linking``, the same for every engine: ``--backend`` is there to be called like the
others. A chain is gold within all topics read; mentions in no chain stand alone.

What it measures is how tellings are compared, not what a case makes of them: a case joins
accounts by day, place and participants first, and the likeness of two tellings, here decisive
by ``told_as_one``, there only weighs between partners that fit equally well.

Topics 1 to 35 are for development, 36 to 45 are the test part, run once for a release.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from casefile.linking.eventwords import event_word
from casefile.linking.joining import joined
from casefile.linking.stories import Wording, names_in, profile, told_as_one
from tests.benchmarks.extraction.backend import backend
from tests.benchmarks.extraction.scores import agreement


class Mention(NamedTuple):
    """One mention of an event, as the corpus gives it."""

    topic: str
    """With ``plus`` for the second happening of the topic."""
    article: str
    text: str
    """The article, its tokens parted by blanks, without addresses of pages."""
    sentence: str
    """The words around the mention in its sentence."""
    words: str
    chain: str


Selected = dict[tuple[str, str], set[str]]
"""The numbers of the sentences that are annotated throughout, by topic and file."""


def selected(folder: Path) -> Selected:
    """Return which sentences count."""
    found: Selected = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found[row["Topic"], row["File"]].add(row["Sentence Number"])
    return found


def mentions(folder: Path, topics: Sequence[int]) -> Iterator[Mention]:
    """Yield the mentions of the topics in order of their files."""
    counting = selected(folder)
    for topic in topics:
        for path in sorted((folder / "ECB+" / str(topic)).glob("*.xml")):
            file = path.stem.partition("_")[2]
            if (str(topic), file) in counting:
                name = f"{topic}{'plus' if file.endswith('plus') else ''}"
                yield from _mentions(path, name, counting[str(topic), file])


def _mentions(path: Path, topic: str, counting: set[str]) -> Iterator[Mention]:
    root = ElementTree.parse(path).getroot()
    tokens = {one.get("t_id"): one for one in root.iter("token")}
    texts = [one.text or "" for one in tokens.values()]
    text = " ".join(word for word in texts if not word.startswith("http"))
    chains = _chains(root, path.stem)
    for mark in root.iterfind("Markables/*"):
        anchors = [one.get("t_id") for one in mark.iterfind("token_anchor")]
        if not anchors or not mark.tag.startswith(("ACTION", "NEG_ACTION")):
            continue
        number = tokens[anchors[0]].get("sentence")
        if number not in counting:
            continue
        around = " ".join(
            token.text or ""
            for id, token in tokens.items()
            if token.get("sentence") == number and id not in anchors
        )
        words = " ".join(tokens[id].text or "" for id in anchors)
        id = mark.get("m_id") or ""
        yield Mention(topic, path.stem, text, around, words, chains.get(id, f"{path.stem}:{id}"))


def _chains(root: ElementTree.Element, file: str) -> dict[str, str]:
    """Return the chain of each mention that is in one; those within an article bear its name."""
    instance = {one.get("m_id"): one.get("instance_id") for one in root.iterfind("Markables/*")}
    found: dict[str, str] = {}
    for relation in root.iterfind("Relations/*"):
        target = relation.find("target")
        across = relation.get("note") or instance.get(
            None if target is None else target.get("m_id")
        )
        within = f"{file}:{relation.get('r_id')}"
        chain = across if relation.tag.startswith("CROSS") and across else within
        found |= {one.get("m_id") or "": chain for one in relation.iterfind("source")}
    return found


def linked(told: Sequence[Mention]) -> list[int]:
    """Return for each mention the number of the first that is one with it."""
    names = {one.article: names_in(one.text) for one in told}
    articles = {one.article: profile(one.text, names[one.article]) for one in told}
    wordings = [
        Wording(articles[one.article], (profile(one.sentence, names[one.article]),)) for one in told
    ]
    of_word: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        of_word[event_word(one.words)].append(at)
    lead = list(range(len(told)))
    for word, group in of_word.items():
        likeness = {
            pair: told_as_one(wordings[pair[0]], wordings[pair[1]], word=word)
            for pair in combinations(group, 2)
        }
        fitting = [pair for pair in likeness if likeness[pair]]
        for first, second in joined(sorted(fitting, key=lambda pair: -likeness[pair])):
            new, old = sorted((lead[first], lead[second]))
            for at in group:
                lead[at] = new if lead[at] == old else lead[at]
    return lead


def main() -> None:
    """Read the command line and print MUC, B-cubed, CEAF-e and their mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topics", default="1-35", help="first and last, as in 1-35")
    parser.add_argument("--backend", default="casefile:rules", help="casefile:ENGINE")
    wanted = parser.parse_args()
    backend(wanted.backend)
    first, last = map(int, wanted.topics.split("-"))
    told = list(mentions(wanted.folder, range(first, last + 1)))
    gold, found = [one.chain for one in told], linked(told)
    articles = len({one.article for one in told})
    print(f"{len(told)} mentions in {articles} articles, {len(set(gold))} chains")
    print(f"{len(set(found))} chains found")
    scores = agreement(gold, found)
    for name, one in (("MUC", scores.muc), ("B3", scores.b_cubed), ("CEAFe", scores.ceaf_e)):
        print(f"{name:6} P {one.precision:5.1f}  R {one.recall:5.1f}  F1 {one.f1:5.1f}")
    print(f"{'CoNLL':6} {scores.conll:.1f}")


if __name__ == "__main__":
    main()
