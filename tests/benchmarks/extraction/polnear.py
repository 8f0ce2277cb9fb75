"""Read PolNeAR, the Political News Attribution Relations corpus (Newell et al., LREC 2018).

A part of it is a folder with ``text/NAME.txt`` and ``attributions/NAME_HASH.ann``, brat
files in which an event joins the spans of a source, a cue and a content. Offsets are
code points of the text. The corpus is not kept here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casefile.model.words import Span

_ANNOTATOR = re.compile(r"_[0-9a-f]{4}\.ann$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as people marked it; each part may be in pieces."""

    source: tuple[Span, ...]
    """Empty where the text names nobody."""
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One article with its attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def documents(folder: Path) -> Iterator[Document]:
    """Yield the articles of a part, by file name; attributions without content are left out."""
    for file in sorted((folder / "attributions").glob("*.ann")):
        name = _ANNOTATOR.sub("", file.name)
        text = folder / "text" / f"{name}.txt"
        if text.exists():
            read = tuple(_attributions(file.read_text(encoding="utf-8")))
            # Offsets count a line end as it stands: no newline may be translated.
            with text.open(encoding="utf-8", newline="") as opened:
                yield Document(name, opened.read(), tuple(one for one in read if one.content))


def _attributions(lines: str) -> Iterator[Attribution]:
    spans: dict[str, tuple[Span, ...]] = {}
    for line in lines.split("\n"):  # other line ends stand inside the words of a span
        columns = line.split("\t")
        if len(columns) < 2:  # the rest of a span whose words hold a line end
            continue
        if columns[0].startswith("T"):
            _, _, offsets = columns[1].partition(" ")
            spans[columns[0]] = tuple(_span(piece) for piece in offsets.split(";"))
        elif columns[0].startswith("E"):
            yield _attribution(columns[1], spans)


def _span(piece: str) -> Span:
    start, end = piece.split()
    return Span(int(start), int(end))


def _attribution(roles: str, spans: dict[str, tuple[Span, ...]]) -> Attribution:
    found: dict[str, tuple[Span, ...]] = {"Source": (), "Cue": (), "Content": ()}
    for piece in roles.split():
        role, _, ref = piece.partition(":")
        role = role.rstrip("0123456789")
        if role in found and ref in spans:
            found[role] += spans[ref]
    return Attribution(found["Source"], found["Cue"], found["Content"])
