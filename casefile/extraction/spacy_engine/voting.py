"""Names on which rules and model vote: where the rules are unsure, the model decides.

The rules know more names than a small model does; what they are sure of stays. The model
is asked where they run two names into one ("Port Council Chairman Ana Ruiz") or cut one in
two, and where they guess whether a name is a place. What they give up, it may not bring in:
on world newswire that costs more wrong names than it gains right ones.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from casefile.extraction.rules.names.drafts import Draft, Label
from casefile.extraction.rules.words.tokens import Line

GUESS = 1.0
"""Weight of a guess of the rules, and of what the model decides."""


class Seen(NamedTuple):
    """A name that the model sees, by the tokens of a line."""

    line: int
    first: int
    last: int
    label: Label


Tallies = Mapping[str, Counter[Label]]


def vote(drafts: Sequence[Draft], seen: Sequence[Seen], lines: Sequence[Line]) -> list[Draft]:
    """Return the drafts after the vote, in order of the text, none over another.

    Without a name that the model sees, they are the drafts as they came.
    """
    tallies = _tallies(seen, lines)
    by_line: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_line[draft.line].append(draft)
    for one in seen:
        here = by_line[one.line]
        touched = [draft for draft in here if draft.first <= one.last and one.first <= draft.last]
        if not touched:
            continue
        settled = _settle(touched, one, lines[one.line], tallies)
        by_line[one.line] = [draft for draft in here if draft not in touched] + settled
    return sorted(
        (draft for here in by_line.values() for draft in here),
        key=lambda draft: (draft.line, draft.first),
    )


def _tallies(seen: Sequence[Seen], lines: Sequence[Line]) -> Tallies:
    found: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for one in seen:
        found[lines[one.line].name(one.first, one.last)][one.label] += 1
    return found


def _settle(touched: list[Draft], one: Seen, line: Line, tallies: Tallies) -> list[Draft]:
    """Return what stands for the drafts that a name of the model touches."""
    if len(touched) > 1:
        return [_whole(one, line)] if _is_cut_in_two(touched, one, line) else touched
    draft = touched[0]
    if (draft.first, draft.last) == (one.first, one.last):
        label = _label(draft, one.label, tallies[line.name(one.first, one.last)])
        return [draft if label is None else replace(draft, label=label, weight=GUESS)]
    return [_whole(one, line)] if _ends_in_person(draft, one) else touched


def _whole(one: Seen, line: Line) -> Draft:
    name = line.name(one.first, one.last)
    return Draft(one.line, one.first, one.last, name, one.label, GUESS)


def _is_cut_in_two(touched: Sequence[Draft], one: Seen, line: Line) -> bool:
    """Tell whether a body's name was cut where one part alone means nothing."""
    labels = {draft.label for draft in touched}
    is_around = one.first <= touched[0].first and touched[-1].last <= one.last
    if one.label is not Label.ORGANIZATION or not is_around or len(labels) < 2:
        return False
    words = line.words(one.first, one.last)
    return Label.NOTHING in labels and Label.PERSON not in labels and "(" not in words


def _ends_in_person(draft: Draft, one: Seen) -> bool:
    """Tell whether a full name ends what the rules hold for a body or for nothing."""
    return (
        one.label is Label.PERSON
        and one.first < one.last == draft.last
        and draft.first < one.first
        and draft.label in (Label.NOTHING, Label.ORGANIZATION)
    )


def _label(draft: Draft, label: Label, tally: Counter[Label]) -> Label | None:
    """Return the label that a name of the same words gets; None where the rules' stays."""
    if label is not Label.PLACE or draft.weight > GUESS:
        return None
    if draft.label is Label.ORGANIZATION:
        return label
    # Below this weight stand lone surnames, which a small model often takes for places.
    is_agreed = draft.weight == GUESS and len(tally) == 1
    return label if draft.label is Label.PERSON and is_agreed else None
