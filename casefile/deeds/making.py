"""Make an entity, an event or a fact of words that a reader selected in a source.

Each is a row of ``made``, a decision like any other: engines that run again leave it alone,
linking joins it as it joins what was found.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from casefile.core.folding import fold
from casefile.deeds.correcting import LONGEST
from casefile.deeds.following import follow
from casefile.deeds.linked import label
from casefile.deeds.meaning import meant, meant_event, name_of
from casefile.deeds.refreshing import link_all
from casefile.deeds.stating import LONGEST_ROLE, PARTICIPANT, chain, names_in
from casefile.deeds.understanding import understood
from casefile.errors import CasefileError, UnknownRef
from casefile.model.findings import FoundParticipant
from casefile.model.made import (
    FIRST_ORDINAL,
    KINDS,
    Made,
    MadeEntity,
    MadeEvent,
    MadeFact,
    MadeSpeaker,
)
from casefile.model.plain import to_plain
from casefile.model.words import (
    EntityKind,
    EventKind,
    Kind,
    MentionKind,
    Modality,
    Polarity,
    Ref,
    Span,
    Verdict,
)
from casefile.store import log
from casefile.store.entities import entity_cluster, entity_rows
from casefile.store.events import event_cluster
from casefile.store.hand import HandRow, swap
from casefile.store.judgements import human_judgements
from casefile.store.made import entities_made, lay, next_id
from casefile.store.sources import get_source
from casefile.store.store import Store
from casefile.store.versions import version_mark

_LONGEST_TITLE = 90
"""Code points of the title of an event that is made of its passage."""


class BadMaking(CasefileError):
    """What cannot be made of these words."""


@dataclass(frozen=True, slots=True)
class MadeNow:
    """What was made."""

    ref: Ref
    """Under which it is shown."""
    label: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The words that it is made of, and who makes it when."""

    source: Ref
    span: Span
    by: str
    now: str
    """UTC, ISO 8601."""


def make_entity(
    store: Store, place: Place, *, kind: str = "", name: str = "", same_as: Ref | None = None
) -> MadeNow:
    """Say that words name an entity: a new one, or one that is there.

    Args:
        store: Open for writing.
        place: The words.
        kind: Of the new one.
        name: Of the new one; empty is the words themselves.
        same_as: The entity that is named; then it needs no kind and no name.

    Raises:
        UnknownRef: There is no such source or entity.
        BadMaking: There is no such kind or passage, it is named already by hand, or the same
            reader judged what it names there not to be that entity.
    """
    words = _words(store, place)
    with store.write():
        for span, _ in entities_made(store, place.source.id):
            if span.overlaps(place.span):
                raise BadMaking("You said before whom these words name: take that back first.")
        named = _named(store, words, kind, name, same_as)
        row = _row(store, place, named, [])
        swap(store, [], [row])
        account = lay(store, row)
        rows = [row, *_joined(store, place, account, same_as)]
        decided = _decide(store, place, Ref(Kind.ENTITY, account), rows)
    return _told(store, place, decided)


def make_event(
    store: Store,
    place: Place,
    *,
    kind: str,
    title: str = "",
    date: str = "",
    where: str = "",
    participants: str = "",
    modality: str = "happened",
) -> MadeNow:
    """Say that words tell an event.

    Args:
        store: Open for writing.
        place: The words.
        kind: One of :class:`EventKind`.
        title: Empty is what it is and where.
        date: As one speaks, or EDTF; empty is not known.
        where: A place by its name or reference; empty is not known.
        participants: Names with semicolons between, ``=role`` behind those that have one.
        modality: One of :class:`Modality`.

    Raises:
        UnknownRef: There is no such source, place or participant.
        BadStatement: There are too many participants.
        BadDate: The date is none.
        BadMaking: There is no such kind, modality or passage.
    """
    words = _words(store, place)
    of = EventKind(_one_of("kind", kind, tuple(EventKind)))
    mood = Modality(_one_of("modality", modality, tuple(Modality)))
    when = understood(date) if date.strip() else None
    with store.write():
        things: list[int] = []
        roles: list[FoundParticipant] = []
        for one in names_in(participants):
            name, _, role = (part.strip() for part in one.partition("="))
            roles.append(FoundParticipant(len(things), role[:LONGEST_ROLE] or PARTICIPANT))
            things.append(meant(store, name, source=place.source.id))
        names = [name_of(store, id) for id in things]
        scene = " ".join(where.split())
        if scene:
            things.append(meant(store, scene, source=place.source.id))
        there = name_of(store, things[-1]) if scene else ""
        told = MadeEvent(
            of,
            _fitting(title) or _title(of, words, names, there),
            date_text=when.text if when else "",
            edtf=(when.edtf or "") if when else "",
            place=len(things) - 1 if scene else None,
            modality=mood,
            participants=tuple(roles),
        )
        refs = [["entity", id] for id in things]
        row = _row(store, place, told, refs)
        swap(store, [], [row])
        decided = _decide(store, place, Ref(Kind.EVENT, lay(store, row)), [row])
    return _told(store, place, decided)


def make_fact(
    store: Store,
    place: Place,
    *,
    statement: str = "",
    said_by: str = "",
    about: str = "",
    event: str = "",
    hedge: str = "",
    polarity: str = "affirmed",
) -> MadeNow:
    """Say that words state a fact.

    Args:
        store: Open for writing.
        place: The words.
        statement: What they say; empty is the words themselves.
        said_by: Who says so, outermost first, with semicolons between; empty is the source.
        about: Whom it is about: names with semicolons between.
        event: The event that it is about, by its reference.
        hedge: The words that hedge it.
        polarity: One of :class:`Polarity`.

    Raises:
        UnknownRef: There is no such source, entity or event.
        BadStatement: A list has too many names.
        BadMaking: There is no such polarity or passage.
    """
    words = _words(store, place)
    pole = Polarity(_one_of("polarity", polarity, tuple(Polarity)))
    with store.write():
        said, things = chain(store, said_by, source=place.source.id, verbs={})
        first = len(things)
        things += [["entity", meant(store, one, source=place.source.id)] for one in names_in(about)]
        whom = tuple(range(first, len(things)))
        things += [["event", meant_event(store, event)]] if event.strip() else []
        told = MadeFact(
            _fitting(statement) or words,
            event=len(things) - 1 if event.strip() else None,
            about=whom,
            attribution=tuple(MadeSpeaker(name, at, verb) for name, at, verb in said),
            hedge=_fitting(hedge) or None,
            polarity=pole,
            quoted=words[:1] in '“"«„' and words[-1:] in '”"»“',
        )
        row = _row(store, place, told, things)
        swap(store, [], [row])
        decided = _decide(store, place, Ref(Kind.FACT, lay(store, row)), [row])
    return _told(store, place, decided)


def _decide(
    store: Store, place: Place, ref: Ref, rows: Sequence[HandRow]
) -> tuple[Ref, set[int], list[str]]:
    """Write the decision down and let all follow, inside ``write()``."""
    deed = f"{ref.kind.value} made"
    log.record(store, deed, ref, before=[], after=list(rows), by=place.by, now=place.now)
    return ref, *follow(store, rows)


def _told(store: Store, place: Place, decided: tuple[Ref, set[int], list[str]]) -> MadeNow:
    """Link what was made; return as what it is shown.

    At once, also where linking is put off: it has no name before, and what is made next of
    other words may be about it.
    """
    ref, sources, remarks = decided
    if sources:
        remarks += link_all(store, sorted(sources), None, now=place.now)
    if ref.kind is not Kind.FACT:
        of = entity_cluster if ref.kind is Kind.ENTITY else event_cluster
        ref = Ref(ref.kind, of(store, ref.id))
    return MadeNow(ref, label(store, ref), tuple(remarks))


def _named(store: Store, words: str, kind: str, name: str, same_as: Ref | None) -> MadeEntity:
    if same_as is None:
        called = _fitting(name) or words
        if not fold(called):
            raise BadMaking("A name has letters: select words.")
        return MadeEntity(EntityKind(_one_of("kind", kind, tuple(EntityKind))), called)
    if same_as.kind is not Kind.ENTITY:
        raise UnknownRef(f"{same_as} is not an entity.")
    row = entity_rows(store, [entity_cluster(store, same_as.id)])[0]
    is_name = any(part[:1].isupper() for part in words.split()) or not words[:1].isalpha()
    return MadeEntity(row.kind, row.name, MentionKind.NAME if is_name else MentionKind.NOMINAL)


def _joined(store: Store, place: Place, account: int, same_as: Ref | None) -> list[HandRow]:
    """Say that an account is one with what the reader means, where it is not that already."""
    if same_as is None:
        return []
    other = entity_cluster(store, same_as.id)
    if entity_cluster(store, account) == other:
        return []
    left, right = min(account, other), max(account, other)
    said = human_judgements(store, "entity", [left])
    if any((one.right, one.by) == (right, place.by) for one in said):
        raise BadMaking(
            f"You judged entity:{left} and entity:{right} before, and not to be one: judge them"
            " to be the same first ('casefile judge')."
        )
    row = {
        "table": "judgement",
        "kind": "entity",
        "left_id": left,
        "right_id": right,
        "judgement": Verdict.SAME.value,
        "reason": "named so by hand",
        "made_by": place.by,
        "made_at": place.now,
    }
    swap(store, [], [row])
    return [row]


def _words(store: Store, place: Place) -> str:
    if place.source.kind is not Kind.SOURCE:
        raise UnknownRef(f"{place.source} is not a source.")
    text = get_source(store, place.source.id).text
    if not 0 <= place.span.start < place.span.end <= len(text):
        raise BadMaking(f"{place.source} has no such passage.")
    words = " ".join(place.span.of(text).split())
    if not words:
        raise BadMaking("Nothing is made of empty space: select words.")
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _fitting(words: str) -> str:
    said = " ".join(words.split())
    if len(said) > LONGEST:
        raise BadMaking(f"That has at most {LONGEST:,} characters: shorten it.")
    return said


def _one_of(what: str, value: str, choices: Sequence[str]) -> str:
    said = value.strip().casefold()
    if said not in choices:
        raise BadMaking(f"There is no {what} {value!r}: choose {', '.join(choices)}.")
    return said


def _title(kind: EventKind, words: str, names: Sequence[str], where: str) -> str:
    """Return a title such as ``Meeting: Ilse Brant, Ivo Salter in Oslo``, ``Meeting in Oslo``."""
    who = ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")
    there = f" in {where}" if where else ""
    told = f": {who}{there}" if who else there or f": {words}"
    whole = f"{kind.value.capitalize()}{told}"
    return whole if len(whole) <= _LONGEST_TITLE else f"{whole[: _LONGEST_TITLE - 1]}…"


def _row(store: Store, place: Place, made: Made, things: list[list[Any]]) -> HandRow:
    kind = next(kind for kind, of in KINDS.items() if isinstance(made, of))
    told = json.dumps(to_plain(made), ensure_ascii=False)
    thing = next_id(store, Kind(kind))
    # The number, since the same may be made twice in a second: each is one of its own.
    drawn = hashlib.sha256(f"{place.by} {place.now} {thing} {told}".encode()).hexdigest()[:8]
    mark = version_mark(store, place.source.id)
    return {
        "table": "made",
        "source_id": place.source.id,
        "start": place.span.start,
        "stop": place.span.end,
        "kind": kind,
        "ordinal": 0 if kind == "entity" else FIRST_ORDINAL + int(drawn, 16),
        "thing_id": thing,
        "told": told,
        "things": json.dumps(things),
        "made_by": place.by,
        "made_at": place.now,
        **({"version": mark} if mark else {}),
    }
