"""Correct what is known of a source: a decision, and all that hangs on it follows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from casefile.deeds.refreshing import read_again, settle
from casefile.deeds.relinking import index_source_title
from casefile.deeds.understanding import understood
from casefile.errors import CasefileError, UnknownRef
from casefile.model.article import Published
from casefile.model.words import Basis, Kind, Ref
from casefile.store import log
from casefile.store.sources import change_source, get_source, known_of, published_columns
from casefile.store.store import Store

FIELDS = ("published", "title", "publisher", "author", "language", "url")
"""What can be corrected."""

LONGEST = 1_000
"""Code points of a field; headlines of news have at most about 300."""

Columns = dict[str, str | None]


class TooLong(CasefileError):
    """A field that no source can have."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction changed."""

    ref: Ref
    changed: Mapping[str, tuple[str | None, str | None]]
    """By field, what stood and what stands; empty where all of it was so already."""
    remarks: tuple[str, ...] = ()
    """What could not follow from it, a sentence each."""


def correct(
    store: Store, ref: Ref, stated: Mapping[str, str], *, reason: str = "", by: str, now: str
) -> Corrected:
    """State fields of a source; what counts from its date of publication is found anew.

    Args:
        store: Open for writing.
        ref: The source.
        stated: By field of :data:`FIELDS` its value; an empty one says that it is not known.
            A date as EDTF or in plain words.
        reason: Why the source is dated so; kept beside the date.
        by: Who says so.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: There is no such source.
        BadDate: The date is none; nothing is changed.
        TooLong: A value is beyond all measure; nothing is changed.
    """
    if ref.kind is not Kind.SOURCE:
        raise UnknownRef(f"{ref} is not a source.")
    if unknown := stated.keys() - set(FIELDS):
        raise UnknownRef(f"{ref} has no field {min(unknown)!r}: it has {', '.join(FIELDS)}.")
    wanted = _columns(stated, reason)
    with store.write():
        known = known_of(store, ref.id)
        wanted["given"] = " ".join(sorted({*str(known["given"]).split(), *stated}))
        fresh = {name for name, value in wanted.items() if value != known[name]}
        dated = {name for name in wanted if name.startswith("published")}
        # The wording of a date is not its value: to say it in other words changes nothing. Else a
        # date is told whole, so that two of them are never mixed where logs are merged.
        fresh = fresh | dated if fresh & dated - {"published_text"} else fresh - dated
        if not fresh:
            return Corrected(ref, {})
        after = {name: value for name, value in wanted.items() if name in fresh}
        before = {name: known[name] for name in after}
        change_source(store, ref.id, after)
        log.record(store, log.CORRECTED, ref, before=before, after=after, by=by, now=now)
        remarks = follow(store, ref)
    remarks += settle(store, [ref.id], now=now)
    changed = {name: (known[name], wanted[name]) for name in FIELDS if name in stated}
    return Corrected(ref, changed, tuple(remarks))


def follow(store: Store, ref: Ref) -> list[str]:
    """Find anew what hangs on a source as it is known now, inside ``write()``; linking comes after.

    Returns:
        What could not follow, a sentence each.
    """
    source = get_source(store, ref.id)
    index_source_title(store, ref.id, source.title or source.path)
    remarks = read_again(store, [ref.id])
    store.run("unlink_sources", ids=json.dumps([ref.id]))
    return remarks


def _columns(stated: Mapping[str, str], reason: str) -> Columns:
    columns: Columns = {}
    for name, words in stated.items():
        value = " ".join(words.split()) or None
        if name == "published":
            columns |= _published(value, reason)
            continue
        if value is not None and len(value) > LONGEST:
            raise TooLong(f"A {name} has at most {LONGEST:,} characters: shorten it.")
        columns[name] = value
    return columns


def _published(words: str | None, reason: str) -> Columns:
    said = "you said that it is not known" if words is None else "as you stated"
    why = " ".join(reason.split())
    if len(why) > LONGEST:
        raise TooLong(f"A reason has at most {LONGEST:,} characters: write a note.")
    said = f"{said}: {why}" if why else said
    if words is None:
        return published_columns(None) | {"published_reason": said}
    return published_columns(Published(understood(words), Basis.GIVEN, said))
