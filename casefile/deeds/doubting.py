"""Which facts were perhaps read wrongly, the most doubtful first, and what judging one would do."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from casefile.core.doubts import DOUBTFUL, Read, Sign, doubt, signs
from casefile.model.rows import Passage
from casefile.model.words import Kind, Polarity, Ref
from casefile.store.facts import get_fact
from casefile.store.sources import get_source
from casefile.store.store import Row, Store

BEFORE, AFTER = 320, 120
"""Code points that are shown around the passage of a fact."""

SLICE = 500
"""Facts that are looked at at a time: about 5 ms of computing."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A fact that was perhaps read wrongly."""

    ref: Ref
    doubt: int
    """The sum of the weights of what speaks against it."""
    reasons: tuple[str, ...]
    """A clause each, the weightiest first."""


def doubted_by_slices(store: Store) -> Iterator[list[Doubted]]:
    """Yield the doubtful facts that nobody has looked at, slice by slice in order of number.

    A slice without any is yielded, too, so that who waits can do something else.
    """
    after = 0
    while rows := store.rows("facts_to_doubt", after=after, limit=SLICE):
        after = rows[-1]["id"]
        yield [one for row in rows if (one := _doubted(row)) is not None]


def doubted(store: Store) -> list[Doubted]:
    """Return the doubtful facts that nobody has looked at, the most doubtful first."""
    found = [one for part in doubted_by_slices(store) for one in part]
    return sorted(found, key=in_order)


def in_order(one: Doubted) -> tuple[int, Ref]:
    """Return by what doubtful facts are ordered."""
    return -one.doubt, one.ref


def in_context(store: Store, ref: Ref) -> Passage:
    """Return where a fact stands, with what was said before: who "she" is stands there.

    Raises:
        UnknownRef: There is no such fact.
    """
    fact = get_fact(store, ref.id)
    source = get_source(store, fact.source.id)
    text, span = source.text, fact.span
    before = text[max(0, span.start - BEFORE) : span.start]
    if span.start > BEFORE:
        before = f"…{before.partition(' ')[2]}"
    after = text[span.end : span.end + AFTER].partition("\n")[0]
    if span.end + len(after) < len(text):
        after = f"{after.rpartition(' ')[0]} …" if len(after) == AFTER else after
    words = (before, span.of(text), after)
    before, quote, after = (" ".join(one.split("\n")) for one in words)
    return Passage(fact.source, span, before, quote, after, source.row.title, source.row.published)


def left_without(store: Store, ref: Ref) -> tuple[Ref, int] | None:
    """Return the event of a fact, and how many facts it keeps if this one was read wrongly.

    None where the fact is about no event.

    Raises:
        UnknownRef: There is no such fact.
    """
    event = get_fact(store, ref.id).event
    if event is None:
        return None
    row = store.one("standing_facts_of_event", id=event.id)
    assert row is not None
    return event, max(0, row["facts"] - 1)


def _doubted(row: Row) -> Doubted | None:
    speakers = [(name, bool(known), verb) for name, known, verb in json.loads(row["speakers"])]
    denied = row["polarity"] == Polarity.DENIED
    found: list[Sign] = signs(Read(row["statement"], speakers, row["hedge"], denied))
    if doubt(found) < DOUBTFUL:
        return None
    return Doubted(Ref(Kind.FACT, row["id"]), doubt(found), tuple(one.words for one in found))
