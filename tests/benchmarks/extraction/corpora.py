"""Readers of corpora of names: English Worldwide Newswire, CoNLL-2003, MEANTIME.

No corpus is kept here: give its folder or file. Every reader yields texts with marked
spans whose labels are ours: PER, ORG, LOC, NORP (nationalities, peoples and creeds), or
OTHER for what is not scored.
"""

import xml.etree.ElementTree as ET
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casefile.model.words import Span

PER, ORG, LOC, NORP, OTHER = "PER", "ORG", "LOC", "NORP", "OTHER"

_LABELS = {
    "PER": PER,
    "Person": PER,
    "ORG": ORG,
    "Organization": ORG,
    "LOC": LOC,
    "Location": LOC,
    "Facility": LOC,
    "NORP": NORP,
}

_NO_BLANK_BEFORE = set(", . ; : ! ? ) ] } ' '' 's 'S 'm 're 've 'll 'd n't % ... ’ ’s ”".split())
_NO_BLANK_AFTER = set("( [ { $ # `` “ ‘".split())

_FARTHEST = 80
"""Characters ahead in which a token is looked for in the raw text."""

_MOST_UNFOUND = 0.01
"""Share of tokens that may be missing from the raw text before it is not used."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the spans that its annotators marked."""

    name: str
    text: str
    spans: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class NamedMention:
    """One named mention of MEANTIME."""

    span: Span
    label: str
    """PER, ORG or LOC."""
    entity: str
    """Whom it names, the same in every document."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A text of MEANTIME, one sentence a line, with its named mentions in order."""

    name: str
    text: str
    mentions: tuple[NamedMention, ...]


Tagged = list[tuple[str, str]]
"""The tokens of a sentence, each with its tag."""


def worldwide(folder: Path, part: str) -> Iterator[Marked]:
    """Yield the articles of a part: ``test`` (30 % by a hash of the name), ``train`` or ``all``.

    The raw article is read where the tokens can be found in it; else they are joined.
    """
    for path in sorted((folder / "processed_annotated").glob("*.tsv")):
        is_test = zlib.crc32(path.name.encode()) % 10 < 3
        if part != "all" and is_test != (part == "test"):
            continue
        sentences = list(_columns(path, tag=1))
        raw = folder / "original_articles" / path.name.removesuffix(".tsv")
        text = raw.read_text(encoding="utf-8", errors="replace") if raw.exists() else ""
        places, unfound = _aligned(text, sentences)
        if unfound > _MOST_UNFOUND * sum(map(len, sentences)):
            text, places = _joined(sentences)
        if sentences:
            yield Marked(path.name, text, _marked(sentences, places))


def conll(path: Path) -> Iterator[Marked]:
    """Yield the documents of a file of CoNLL-2003, one sentence a line, tokens joined plausibly."""
    document: list[Tagged] = []
    number = 0
    for sentence in [*_columns(path, tag=-1), [("-DOCSTART-", "O")]]:
        if sentence[0][0] != "-DOCSTART-":
            document.append(sentence)
            continue
        if document:
            text, places = _joined(document)
            yield Marked(f"{path.name}:{number}", text, _marked(document, places))
            number += 1
        document = []


def meantime(folder: Path) -> Iterator[Linked]:
    """Yield the articles of MEANTIME with the named mentions of persons, bodies and places."""
    for path in sorted(folder.glob("*/*.xml")):
        root = ET.parse(path).getroot()
        sentences: defaultdict[int, Tagged] = defaultdict(list)
        at: dict[str, tuple[int, int]] = {}
        for token in root.iter("token"):
            sentence = int(token.get("sentence", "0"))
            at[token.get("t_id", "")] = sentence, len(sentences[sentence])
            sentences[sentence].append((token.text or "", "O"))
        text, places = _joined([sentences[number] for number in sorted(sentences)])
        row = {number: index for index, number in enumerate(sorted(sentences))}
        where = {token: places[row[sentence]][index] for token, (sentence, index) in at.items()}
        yield Linked(path.name, text, tuple(_mentions(root, where, path.parent.name)))


def _mentions(
    root: ET.Element, where: dict[str, Span | None], topic: str
) -> Iterator[NamedMention]:
    named: dict[str, Span] = {}
    entities: dict[str, tuple[str, str]] = {}
    for mark in root.find("Markables") or ():
        id = mark.get("m_id", "")
        if mark.tag == "ENTITY_MENTION" and mark.get("syntactic_type") == "NAM":
            anchors = [where[one.get("t_id", "")] for one in mark.findall("token_anchor")]
            spans = [one for one in anchors if one is not None]
            named[id] = Span(min(one.start for one in spans), max(one.end for one in spans))
        elif mark.tag == "ENTITY":
            own = mark.get("instance_id") or mark.get("external_ref") or mark.get("TAG_DESCRIPTOR")
            entities[id] = (own or "", mark.get("ent_type", ""))
    found = []
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        if relation.tag != "REFERS_TO" or target is None:
            continue
        own, label = entities.get(target.get("m_id", ""), ("", ""))
        if not own or label not in (PER, ORG, LOC):
            continue
        entity = own if own.startswith((PER, ORG, LOC, "http")) else f"{topic} {own}"
        for source in relation.findall("source"):
            span = named.get(source.get("m_id", ""))
            if span is not None:
                found.append(NamedMention(span, label, entity))
    return iter(sorted(found, key=lambda one: one.span))


def _columns(path: Path, *, tag: int) -> Iterator[Tagged]:
    """Yield the sentences of a column file: a token a line, a blank line behind a sentence."""
    sentence: Tagged = []
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        fields = line.split("\t") if "\t" in line else line.split()
        if not line.strip():
            if sentence:
                yield sentence
            sentence = []
        else:
            label = fields[tag].strip() if len(fields) > 1 else ""
            sentence.append((fields[0].strip(), label or "O"))
    if sentence:
        yield sentence


Places = list[list[Span | None]]
"""Where each token of each sentence stands; None where it was not found."""


def _joined(sentences: Sequence[Tagged]) -> tuple[str, Places]:
    """Return a plausible text of the tokens, one sentence a line, with their places."""
    text, places = "", Places()
    for sentence in sentences:
        row: list[Span | None] = []
        before = ""
        for number, (token, _) in enumerate(sentence):
            if number and token not in _NO_BLANK_BEFORE and before not in _NO_BLANK_AFTER:
                text += " "
            row.append(Span(len(text), len(text) + len(token)))
            text += token
            before = token
        places.append(row)
        text += "\n"
    return text, places


def _aligned(text: str, sentences: Sequence[Tagged]) -> tuple[Places, int]:
    """Return the places of the tokens in a raw text, and how many were not found."""
    at = unfound = 0
    places = Places()
    for sentence in sentences:
        row: list[Span | None] = []
        for token, _ in sentence:
            start = text.find(token, at, at + _FARTHEST + len(token))
            row.append(None if start < 0 else Span(start, start + len(token)))
            unfound += start < 0
            at = at if start < 0 else start + len(token)
        places.append(row)
    return places, unfound


def _marked(sentences: Sequence[Tagged], places: Places) -> tuple[tuple[Span, str], ...]:
    found = []
    for sentence, row in zip(sentences, places, strict=True):
        for first, last, label in chunks(tag for _, tag in sentence):
            start, end = row[first], row[last]
            if start is not None and end is not None:
                found.append((Span(start.start, end.end), _LABELS.get(label, OTHER)))
    return tuple(found)


def chunks(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first and last token and label of every chunk of BIO, IOB1 or BIOES tags."""
    start, label, last = -1, "", -1
    for last, tag in enumerate([*tags, "O"]):
        prefix, _, here = tag.partition("-")
        if start >= 0 and (prefix in ("O", "B", "S") or here != label):
            yield start, last - 1, label
            start = -1
        if prefix != "O" and start < 0:
            start, label = last, here
