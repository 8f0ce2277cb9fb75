"""Say what lines of a source are: its story, or which part of its furniture."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from casefile.core.labelling import LABELS, UNREAD, label_of, lines_of
from casefile.core.nouns import count_of
from casefile.deeds.following import follow
from casefile.deeds.refreshing import settle
from casefile.errors import CasefileError, UnknownRef
from casefile.model.rows import Source
from casefile.model.words import Kind, Ref, Span
from casefile.store import log
from casefile.store.hand import HandRow, hand_row, swap
from casefile.store.labels import labels
from casefile.store.made import entities_made
from casefile.store.sources import get_source
from casefile.store.store import Store
from casefile.store.versions import version_mark

RELABELLED = "lines relabelled"


class BadLabel(CasefileError):
    """What no line can be, a place without words, or lines that are that already."""


@dataclass(frozen=True, slots=True)
class Relabelled:
    """What became of lines, or would."""

    ref: Ref
    label: str
    """One of :data:`casefile.core.labelling.LABELS`."""
    lines: tuple[Span, ...]
    """Those that were something else."""
    mentions: int = 0
    facts: int = 0
    events: int = 0
    """What was found there and goes, since nothing is found in such lines."""
    remarks: tuple[str, ...] = ()

    @property
    def effect(self) -> str:
        """What follows, such as ``takes 3 mentions and 1 fact out``."""
        if self.label not in UNREAD:
            return f"reads {count_of(len(self.lines), 'line')} anew"
        named = {"mention": self.mentions, "fact": self.facts, "event": self.events}
        told = [count_of(many, one) for one, many in named.items() if many]
        if not told:
            return "nothing was found there"
        return f"takes {' and '.join(filter(None, (', '.join(told[:-1]), told[-1])))} out"


def foretell(store: Store, ref: Ref, span: Span, label: str) -> Relabelled:
    """Return what :func:`relabel` would do, and change nothing; it raises the same."""
    return _foretold(store, _source(store, ref), span, label)


def relabel(store: Store, ref: Ref, span: Span, label: str, *, by: str, now: str) -> Relabelled:
    """Say what the lines of a span are; what was found in them follows.

    Args:
        store: Open for writing.
        ref: The source.
        span: Its lines are meant as a whole, also those that it only touches.
        label: One of :data:`casefile.core.labelling.LABELS`.
        by: Who says so.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: There is no such source.
        BadLabel: No line is that, there are no words, or the lines are that already.
    """
    with store.write():
        source = _source(store, ref)
        done = _foretold(store, source, span, label)
        mark = version_mark(store, ref.id)
        before = [
            hand_row("relabelled", dict(row))
            for (place, _), row in labels(store, ref.id)
            if any(line.start <= place.start and place.end <= line.end for line in done.lines)
        ]
        signed = {"made_by": by, "made_at": now}
        after: list[HandRow] = []
        for line in done.lines:
            place = {"source_id": ref.id, "start": line.start, "stop": line.end, "version": mark}
            said = {"kind": label, "quote": line.of(source.text), **signed}
            after.append(hand_row("relabelled", {**place, **said}))
        swap(store, before, after)
        log.record(store, RELABELLED, ref, before=before, after=after, by=by, now=now)
        sources, remarks = follow(store, [*before, *after])
    remarks += settle(store, sources, now=now)
    return Relabelled(
        ref, label, done.lines, done.mentions, done.facts, done.events, tuple(remarks)
    )


def changed_lines(store: Store, ref: Ref, span: Span, label: str) -> tuple[Span, ...]:
    """Return the lines that :func:`relabel` would say to be something else; it raises the same."""
    return _changed(_source(store, ref), span, label)


def _source(store: Store, ref: Ref) -> Source:
    if ref.kind is not Kind.SOURCE:
        raise UnknownRef(f"{ref} is not a source: only its lines can be said to be something.")
    return get_source(store, ref.id)


def _foretold(store: Store, source: Source, span: Span, label: str) -> Relabelled:
    ref, lines = source.row.ref, _changed(source, span, label)
    if label not in UNREAD:
        return Relabelled(ref, label, lines)
    return Relabelled(ref, label, lines, *_found_in(store, ref.id, lines))


def _changed(source: Source, span: Span, label: str) -> tuple[Span, ...]:
    ref = source.row.ref
    if label not in LABELS:
        raise BadLabel(f"A line is no {label!r}: it is {', '.join(LABELS[:-1])} or {LABELS[-1]}.")
    if not 0 <= span.start < span.end <= len(source.text):
        raise BadLabel(
            f"{ref} has no {span.start}-{span.end}: its text goes from 0 to {len(source.text)}."
        )
    there = lines_of(source.text, span)
    if not there:
        raise BadLabel(f"There are no words on that line of {ref}.")
    lines = tuple(one for one in there if label_of(source.furniture, one) != label)
    if not lines:
        raise BadLabel(f"That is {label} already: nothing is changed.")
    return lines


def _found_in(store: Store, source: int, lines: tuple[Span, ...]) -> tuple[int, int, int]:
    """Return how many mentions, facts and events a machine found on some lines."""
    made = [span for span, _ in entities_made(store, source)]
    row = store.one("found_on_lines", id=source, lines=_packed(lines), made=_packed(made))
    assert row is not None
    return row["mentions"], row["facts"], row["events"]


def _packed(spans: Iterable[Span]) -> str:
    return json.dumps([[span.start, span.end] for span in spans])
