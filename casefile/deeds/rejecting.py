"""Say that words are no name: one mention, all in a source, all in the case."""

from dataclasses import dataclass
from typing import Any

from casefile.deeds.following import follow
from casefile.deeds.refreshing import settle
from casefile.errors import CasefileError, UnknownRef
from casefile.model.words import Kind, Ref, Span
from casefile.store import log
from casefile.store.hand import HandRow, hand_row, swap
from casefile.store.made import entities_made
from casefile.store.rejections import ANYWHERE, mentions_like, stands
from casefile.store.sources import get_source
from casefile.store.store import Row, Store
from casefile.store.versions import FIRST, version_mark


class NoMention(CasefileError):
    """Nothing is named by these words there."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """What a rejection takes away, or would."""

    form: str
    mentions: int
    sources: int
    remarks: tuple[str, ...] = ()


def count(
    store: Store, form: str, *, source: Ref | None = None, span: Span | None = None
) -> Rejected:
    """Return how much :func:`reject` would take away."""
    return _counted(store, _row(store, form, source, span))


def reject(
    store: Store,
    form: str,
    *,
    source: Ref | None = None,
    span: Span | None = None,
    by: str,
    now: str,
) -> Rejected:
    """Say that words, letter for letter, are no name; no machine makes them one again.

    Args:
        store: Open for writing.
        form: The words.
        source: Where; None is in every source, also in those that come.
        span: One mention of that source; None is all in it.
        by: Who says so.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: There is no such source.
        NoMention: Nothing is named so there; nothing is changed.
    """
    row = _row(store, form, source, span)
    with store.write():
        found = _counted(store, row)
        if not found.mentions or stands(store, row):
            where = f"in {source}" if source else "in this case"
            raise NoMention(f"Nothing {where} is named by the words {form!r}.")
        target, made = _target(store, row), made_of(store, mentions_like(store, row))
        swap(store, made, [row])
        log.record(store, "mention rejected", target, before=made, after=[row], by=by, now=now)
        sources, remarks = follow(store, [*made, row])
    remarks += settle(store, sources, now=now)
    return Rejected(form, found.mentions, found.sources, tuple(remarks))


def _row(store: Store, form: str, source: Ref | None, span: Span | None) -> dict[str, Any]:
    if source is not None:
        if source.kind is not Kind.SOURCE:
            raise UnknownRef(f"{source} is not a source.")
        text = get_source(store, source.id).text
        if span is not None and span.of(text) != form:
            raise NoMention(f"{source} does not say {form!r} at {span.start}.")
    return {
        "table": "rejected_mention",
        "source_id": source.id if source else ANYWHERE,
        "start": span.start if span else 0,
        "stop": span.end if span else ANYWHERE,
        "form": form,
        **_version(store, source, span),
    }


def _version(store: Store, source: Ref | None, span: Span | None) -> dict[str, str]:
    """Return of which version of the source the place is; nothing where it is the first."""
    mark = version_mark(store, source.id) if source and span else FIRST
    return {"version": mark} if mark else {}


def _counted(store: Store, row: dict[str, Any]) -> Rejected:
    rows = mentions_like(store, row)
    return Rejected(row["form"], len(rows), len({one["source_id"] for one in rows}))


def made_of(store: Store, mentions: list[Row]) -> list[HandRow]:
    """Return by what a reader made mentions, where one did: that goes with them."""
    places = {(one["source_id"], one["start"], one["stop"]) for one in mentions}
    sources = sorted({one["source_id"] for one in mentions})
    rows = (one for source in sources for one in entities_made(store, source))
    return [
        hand_row("made", dict(row))
        for span, row in rows
        if (row["source_id"], span.start, span.end) in places
    ]


def _target(store: Store, row: dict[str, Any]) -> Ref:
    """Return the source of the first mention, for the log."""
    return Ref(Kind.SOURCE, mentions_like(store, row)[0]["source_id"])
