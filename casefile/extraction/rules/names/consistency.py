"""One document, one meaning: every mention of a name gets the label that its document gives it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from casefile.extraction.rules.names.aliases import brand_of
from casefile.extraction.rules.names.candidates import NEVER, POSSESSIVES, TITLES
from casefile.extraction.rules.names.classify import SPEAKING
from casefile.extraction.rules.names.drafts import Draft, Label
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.lexicon import section
from casefile.extraction.rules.words.tokens import Case, Line

_VERBS = SPEAKING | section("deed of a government")

_SHARE_OF_SURNAME = 0.9
_SHARE_OF_FIRST_NAME = 0.4
"""What a full name's vote is worth for its last and for its first word alone."""

_ROW = frozenset({",", "and", "or", "&"})
_AND = _ROW - {","}
_JOINABLE = frozenset({Label.PERSON, Label.PLACE})
_OPEN = 0.5
"""Weight of NOTHING up to which a name is only unknown, not known to be none."""
_SHARE_OF_NEIGHBOUR = 0.6

_SHARE_OF_BRAND = 0.9
"""The same for a company without its line of business."""

_SHORTEST = 3
"""Letters of the shortest name that is looked for again; shorter ones are too often words."""


def agree(drafts: Sequence[Draft], lines: Sequence[Line], gazetteer: Gazetteer) -> list[Draft]:
    """Return the drafts with the document's labels, with missed repeats, in order of the text.

    Every name of a kind votes; a full name of a person votes for its parts as well, a
    company for its brand. What
    the document holds for nothing stays in the list as NOTHING.
    """
    labels = _elected([*drafts, *_by_neighbours(drafts, lines, gazetteer)], gazetteer)
    settled = [
        draft if labels[draft.name] is draft.label else replace(draft, label=labels[draft.name])
        for draft in drafts
    ]
    settled += _repeats(settled, lines, labels, gazetteer)
    return sorted(settled, key=lambda draft: (draft.line, draft.first))


def _elected(drafts: Sequence[Draft], gazetteer: Gazetteer) -> dict[str, Label]:
    # A name that many places leave open is not thereby nothing: NOTHING votes once.
    votes: defaultdict[str, defaultdict[Label, float]] = defaultdict(lambda: defaultdict(float))
    for draft in drafts:
        count = votes[draft.name]
        if draft.label is Label.NOTHING:
            count[Label.NOTHING] = max(count[Label.NOTHING], draft.weight)
        else:
            count[draft.label] += draft.weight
        words = draft.name.split()
        if draft.label is Label.PERSON and len(words) > 1:
            votes[words[-1]][Label.PERSON] += draft.weight * _SHARE_OF_SURNAME
            is_family = words[0] in gazetteer.family_first
            share = _SHARE_OF_SURNAME if is_family else _SHARE_OF_FIRST_NAME
            votes[words[0]][Label.PERSON] += draft.weight * share
        elif draft.label is Label.ORGANIZATION and (brand := brand_of(draft.name, gazetteer)):
            votes[brand][Label.ORGANIZATION] += draft.weight * _SHARE_OF_BRAND
    return {name: max(count, key=count.__getitem__) for name, count in votes.items()}


def _by_neighbours(
    drafts: Sequence[Draft], lines: Sequence[Line], gazetteer: Gazetteer
) -> Iterator[Draft]:
    """Yield votes for what nothing else tells: of names in a row, one is what the others are.

    ``Ikorodu, Ojota and Lagos`` are three places, ``Ada Ek and Bo`` two persons. A comma
    joins only between two others of one label, for it may also set off.
    """
    labels = [draft.label for draft in drafts]
    joins = [
        lines[left.line].word(left.last + 1)
        if left.line == right.line and right.first == left.last + 2
        else ""
        for left, right in pairwise(drafts)
    ]
    for step in (1, -1):
        for at in range(len(drafts))[::step]:
            draft = drafts[at]
            if (
                labels[at] is not Label.NOTHING
                or draft.weight > _OPEN
                or draft.name.lower() in gazetteer.words
            ):
                continue
            before = joins[at - 1] if at else ""
            after = joins[at] if at < len(joins) else ""
            sides = [labels[at - 1]] if before in _ROW else []
            sides += [labels[at + 1]] if after in _ROW else []
            is_row = len(sides) == 2 or before in _AND or after in _AND
            if is_row and len({*sides}) == 1 and sides[0] in _JOINABLE:
                labels[at] = sides[0]
                yield replace(draft, label=sides[0], weight=_SHARE_OF_NEIGHBOUR)


def _repeats(
    drafts: Sequence[Draft],
    lines: Sequence[Line],
    labels: Mapping[str, Label],
    gazetteer: Gazetteer,
) -> Iterator[Draft]:
    """Yield mentions of the document's own names that no run has found."""
    known: dict[tuple[str, ...], str] = {}
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name, label in labels.items():
        if label is Label.NOTHING or len(name) < _SHORTEST or name in NEVER or name in TITLES:
            continue
        for words in (tuple(name.split()), tuple(name.upper().split())):
            known.setdefault(words, name)
            lengths[words[0]].add(len(words))
    longest_first = {word: sorted(found, reverse=True) for word, found in lengths.items()}
    taken: defaultdict[int, set[int]] = defaultdict(set)
    for draft in drafts:
        taken[draft.line].update(range(draft.first, draft.last + 1))
    for number, line in enumerate(lines):
        for first, last in _unread(line, longest_first, known, taken[number]):
            if not _may_be_a_word(line, first, last, gazetteer):
                name = known[tuple(line.words(first, last))]
                yield Draft(number, first, last, name, labels[name], 0.5)


def _unread(
    line: Line,
    lengths: Mapping[str, Sequence[int]],
    known: Mapping[tuple[str, ...], str],
    taken: set[int],
) -> Iterator[tuple[int, int]]:
    """Yield first and last token of known names in a line where nothing was read yet."""
    free = 0
    for index in [at for at, token in enumerate(line.tokens) if token in lengths]:
        if index < free:
            continue
        for length in lengths[line.tokens[index]]:
            last = index + length - 1
            if last >= len(line.tokens):
                continue
            is_free = taken.isdisjoint(range(index, last + 1))
            if is_free and tuple(line.words(index, last)) in known:
                yield index, last
                free = last + 1
                break


def _may_be_a_word(line: Line, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a single word may be an ordinary one that only opens its sentence."""
    if first < last or line.word(first).lower() not in gazetteer.words:
        return False
    if line.case is not Case.PLAIN:
        return True
    after = line.word(last + 1)
    return first <= line.opens and after not in POSSESSIVES and after not in _VERBS
