"""Reports as newspapers edit them, with a passage whose place after the edit is known.

The passage is kept between two marks while the text is edited, so that where it stands then
is known by construction, and not found by what is tested.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from casefile.model.words import Span

OPEN, CLOSE = "\ue000", "\ue001"

_OLD = {
    "who": "Orla Brandt|the harbour council|Ines Salt|the ministry of ports|Tomas Reed|a clerk"
    "|Iva Moroz|the pilots’ guild|envoys of Varn|the crew of the Heron|two divers|Judge Amsel",
    "did": "met the delegation of Ostmark|signed a paper on {figure} berths|denied any talks"
    "|spoke of {figure} missing crates|left for Port Sunder|promised an answer by noon"
    "|asked for {figure} more guards|would not name the buyer|had seen the ledger twice"
    "|counted {figure} lamps on the quay|burned the charts|sold the tug for a song",
    "when": "on {figure} May|late on Monday|in March|after {figure} days|last autumn"
    "|before the vote|in the night of {figure} June|at the old customs house|behind locked doors"
    "|near the lighthouse|while it snowed|against all advice",
    "tail": ".|, a spokesman said.|, according to the harbour gazette.|, and nobody objected."
    "|, which the council later called a mistake.|; the guild was not told.|, for {figure} crowns."
    "|, as her sister recalls.|: so runs the report.| (the log has a gap there).",
}
"""The words of the report as it was."""

_NEW = {
    "who": "Our correspondent|This paper|A reader|Shore radio|Some lawyers",
    "did": "added {figure} remarks|could not reach them|found no such letter|heard otherwise",
    "when": "this week|at press time|by telephone|since then",
    "tail": ".|, it turned out.|, we regret.|; more follows.",
}
"""The words of what is written anew: what is said with these was not said before."""

_SENTENCE = "{who} {did} {when}{tail}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A text, a passage of it, the text after an edit, and where the passage stands there."""

    kind: str
    old: str
    span: Span
    new: str
    stands: Span | None
    """None where its words are gone."""


def _one_of(random: Random, table: str) -> str:
    return random.choice(table.split("|")).format(figure=random.randint(2, 97))


def sentence(random: Random, words: Mapping[str, str] = _NEW) -> str:
    """Return one generated sentence."""
    made = _SENTENCE.format(**{name: _one_of(random, table) for name, table in words.items()})
    return made[0].upper() + made[1:]


def paragraph(random: Random, words: Mapping[str, str] = _NEW) -> str:
    """Return one generated paragraph, of one to five sentences."""
    return " ".join(sentence(random, words) for _ in range(random.randint(1, 5)))


def edit(random: Random) -> Edit:
    """Return one generated edit."""
    while True:
        paragraphs = [paragraph(random, _OLD) for _ in range(random.randint(3, 12))]
        at = random.randrange(len(paragraphs))
        if paragraphs.count(paragraphs[at]) == 1:
            break
        # The same paragraph twice: which of the two is meant, nobody could say after the edit.
    paragraphs[at] = _quoted(random, paragraphs[at])
    kind = random.choice(sorted(EDITS))
    old, span = _unmarked("\n\n".join(paragraphs))
    assert span is not None
    new, stands = _unmarked(EDITS[kind](random, paragraphs, at))
    return Edit(kind, old, span, new, stands)


def _quoted(random: Random, words: str) -> str:
    """Return a paragraph with marks round some words of it, a sentence, or all of it."""
    way = random.random()
    if way < 0.15:
        return OPEN + words + CLOSE
    ends = [match.end() for match in re.finditer(r"\S+", words)]
    starts = [match.start() for match in re.finditer(r"\S+", words)]
    first = random.randrange(len(starts))
    last = min(len(ends) - 1, first + random.choice((0, 1, 2, 4, 8, 15)))
    return (
        words[: starts[first]]
        + OPEN
        + words[starts[first] : ends[last]]
        + CLOSE
        + words[ends[last] :]
    )


def _unmarked(text: str) -> tuple[str, Span | None]:
    start, stop = text.find(OPEN), text.find(CLOSE) - 1
    plain = text.replace(OPEN, "").replace(CLOSE, "")
    return plain, Span(start, stop) if start >= 0 else None


def bare(words: str) -> str:
    """Return words without the marks."""
    return words.replace(OPEN, "").replace(CLOSE, "")


def _joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)


def _insert_before(random: Random, paragraphs: list[str], at: int) -> str:
    place = random.randint(0, at)
    return _joined([*paragraphs[:place], paragraph(random), *paragraphs[place:]])


def _insert_after(random: Random, paragraphs: list[str], at: int) -> str:
    place = random.randint(at + 1, len(paragraphs))
    return _joined([*paragraphs[:place], paragraph(random), *paragraphs[place:]])


def _insert_beside(random: Random, paragraphs: list[str], at: int) -> str:
    """Put a sentence into the paragraph, right before the passage or right after it."""
    mark, words = random.choice(((OPEN, "{new} " + OPEN), (CLOSE, CLOSE + " {new}")))
    new = words.format(new=sentence(random))
    return _joined([one.replace(mark, new) for one in paragraphs])


def _insert_inside(random: Random, paragraphs: list[str], at: int) -> str:
    """Put a sentence into the midst of the passage; of one word nothing is left."""
    head, quote, tail = re.split(f"[{OPEN}{CLOSE}]", paragraphs[at])
    words = quote.split(" ")
    cut = random.randint(1, max(1, len(words) - 1))
    new = " ".join([*words[:cut], sentence(random), *words[cut:]])
    if len(words) == 1:
        new = quote[:1] + "x" + quote[1:]
    return _joined([*paragraphs[:at], head + new + tail, *paragraphs[at + 1 :]])


def _delete(random: Random, paragraphs: list[str], at: int) -> str:
    return _joined([*paragraphs[:at], *paragraphs[at + 1 :]])


def _delete_another(random: Random, paragraphs: list[str], at: int) -> str:
    gone = random.choice([other for other in range(len(paragraphs)) if other != at])
    return _joined([one for number, one in enumerate(paragraphs) if number != gone])


def _replace(random: Random, paragraphs: list[str], at: int) -> str:
    """Write another paragraph in place of the one with the passage."""
    return _joined([*paragraphs[:at], paragraph(random), *paragraphs[at + 1 :]])


def _move(random: Random, paragraphs: list[str], at: int) -> str:
    rest = [*paragraphs[:at], *paragraphs[at + 1 :]]
    place = random.choice([place for place in range(len(rest) + 1) if place != at])
    return _joined([*rest[:place], paragraphs[at], *rest[place:]])


def _decoy(random: Random, paragraphs: list[str], at: int) -> str:
    """Say the paragraph a second time, not beside the first."""
    return _with(random, paragraphs, at, bare(paragraphs[at]))


def _changed_decoy(random: Random, paragraphs: list[str], at: int) -> str:
    """Say the paragraph a second time, one word another; the first has a figure changed."""
    copy = bare(paragraphs[at])
    changed = _change_passage(random, paragraphs, at).split("\n\n")
    return _with(random, changed, at, copy)


def _words_decoy(random: Random, paragraphs: list[str], at: int) -> str:
    """Say the words of the passage in another sentence; the paragraph goes."""
    quote = re.split(f"[{OPEN}{CLOSE}]", paragraphs[at])[1]
    new = f"{sentence(random)} In other news {quote} was heard again. {sentence(random)}"
    rest = [*paragraphs[:at], *paragraphs[at + 1 :]]
    place = random.randint(0, len(rest))
    return _joined([*rest[:place], new, *rest[place:]])


def _kept_and_words(random: Random, paragraphs: list[str], at: int) -> str:
    """Say the words of the passage in another sentence, too."""
    quote = re.split(f"[{OPEN}{CLOSE}]", paragraphs[at])[1]
    new = f"{sentence(random)} In other news {quote} was heard again. {sentence(random)}"
    return _with(random, paragraphs, at, new)


def _with(random: Random, paragraphs: list[str], at: int, new: str) -> str:
    """Put a paragraph somewhere, but not beside another."""
    places = [place for place in range(len(paragraphs) + 1) if place not in (at, at + 1)]
    place = random.choice(places)
    return _joined([*paragraphs[:place], new, *paragraphs[place:]])


def _change_passage(random: Random, paragraphs: list[str], at: int) -> str:
    """Change a figure of the passage, or else one word of it."""
    head, quote, tail = re.split(f"[{OPEN}{CLOSE}]", paragraphs[at])
    figures = list(re.finditer(r"\d+", quote))
    found = random.choice(figures or list(re.finditer(r"\w+", quote)))
    new = str(int(found[0]) + 1) if figures else found[0][::-1].lower() + "o"
    changed = quote[: found.start()] + new + quote[found.end() :]
    return _joined([*paragraphs[:at], head + changed + tail, *paragraphs[at + 1 :]])


def _change_beside(random: Random, paragraphs: list[str], at: int) -> str:
    """Change one word of the paragraph outside the passage; of another where there is none."""
    head, quote, tail = re.split(f"[{OPEN}{CLOSE}]", paragraphs[at])
    if not re.search(r"\w", head + tail):
        return _insert_before(random, paragraphs, at)
    side = random.choice([side for side in (head, tail) if re.search(r"\w", side)])
    found = random.choice(list(re.finditer(r"\w+", side)))
    new = side[: found.start()] + "another" + side[found.end() :]
    if side == head:
        head = new
    else:
        tail = new
    changed = head + OPEN + quote + CLOSE + tail
    return _joined([*paragraphs[:at], changed, *paragraphs[at + 1 :]])


def _white_space(random: Random, paragraphs: list[str], at: int) -> str:
    """Set the text another way: other line breaks, more spaces."""
    text = random.choice(("\n", "\n\n\n", "\n\n  ", "\r\n")).join(paragraphs)
    width = random.randint(20, 60)
    if random.random() < 0.5:
        text = re.sub(rf"(.{{{width}}}\S*) ", r"\1\n", text)
    return re.sub(" ", lambda _: random.choice((" ", " ", "  ", "\xa0")), text)


EDITS: dict[str, Callable[[Random, list[str], int], str]] = {
    "a paragraph inserted before": _insert_before,
    "a paragraph inserted after": _insert_after,
    "a sentence inserted beside": _insert_beside,
    "a sentence inserted inside": _insert_inside,
    "the paragraph deleted": _delete,
    "another paragraph deleted": _delete_another,
    "the paragraph replaced": _replace,
    "the paragraph moved": _move,
    "the paragraph said twice": _decoy,
    "the passage changed, the paragraph said again": _changed_decoy,
    "the paragraph deleted, its words said elsewhere": _words_decoy,
    "its words said elsewhere, too": _kept_and_words,
    "a word or figure of the passage changed": _change_passage,
    "a word beside the passage changed": _change_beside,
    "white space changed": _white_space,
}
