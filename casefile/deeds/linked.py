"""All that one thing is linked to, as lists to follow."""

from collections.abc import Iterable

from casefile.core.edtf import describe
from casefile.errors import UnknownRef
from casefile.model.differences import Clash
from casefile.model.rows import Link, LinkGroup, Note
from casefile.model.words import Kind, Ref
from casefile.store.citations import citations, sources_citing
from casefile.store.conflicts import conflicts_about, get_conflict
from casefile.store.entities import entity_ids, entity_rows
from casefile.store.events import event_ids, event_rows, get_event
from casefile.store.facts import fact_ids, get_fact, get_facts
from casefile.store.notes import get_note, get_notes, note_ids
from casefile.store.passages import passages, passages_count
from casefile.store.searches import get_search
from casefile.store.sources import no_source, source_rows
from casefile.store.store import Store

MOST = 200
"""Links that a group holds at most; its total is told."""


def linked(store: Store, ref: Ref) -> list[LinkGroup]:
    """Return the groups of links of one thing, the most telling first; none is empty."""
    groups = {
        Kind.SOURCE: _of_source,
        Kind.ENTITY: _of_entity,
        Kind.EVENT: _of_event,
        Kind.FACT: _of_fact,
        Kind.NOTE: _of_note,
        Kind.CONFLICT: _of_conflict,
        Kind.SEARCH: _of_search,
    }[ref.kind](store, ref)
    notes = get_notes(store, note_ids(store, ref)) if ref.kind is not Kind.NOTE else []
    if ref.kind is not Kind.CONFLICT:
        groups[:0] = map(_clash_group, _clashes(store, ref))
    if notes:
        groups.append(_group("Notes", (_note_link(note) for note in notes), len(notes)))
    return [group for group in groups if group.links]


def label(store: Store, ref: Ref) -> str:
    """Return what a thing is called.

    Raises:
        UnknownRef: The case holds no such thing.
    """
    if ref.kind is Kind.SOURCE:
        for source in source_rows(store, [ref.id]):
            return source.title
        raise no_source(store, ref.id)
    if ref.kind is Kind.ENTITY:
        for entity in entity_rows(store, [ref.id]):
            return entity.name
    if ref.kind is Kind.EVENT:
        return get_event(store, ref.id).row.title
    if ref.kind is Kind.FACT:
        return get_fact(store, ref.id).statement
    if ref.kind is Kind.CONFLICT:
        if clash := _numbered(store, ref):
            return f"{clash.what}: " + " / ".join(one.text for one in clash.sides)
        conflict = get_conflict(store, ref.id)
        values = " / ".join(value.value for value in conflict.values)
        return f"{conflict.field}: {values or 'no difference any more'}"
    if ref.kind is Kind.NOTE:
        return get_note(store, ref.id).body.partition("\n")[0]
    if ref.kind is Kind.SEARCH:
        return get_search(store, ref.id).name
    raise UnknownRef(f"This case has no {ref.kind.value} {ref.id}.")


def _label_if_there(store: Store, ref: Ref) -> str:
    """Return what a thing is called; its ref where it is gone and a note on it is left."""
    try:
        return label(store, ref)
    except UnknownRef:
        return str(ref)


def _of_search(store: Store, ref: Ref) -> list[LinkGroup]:
    """Return nothing: what a search finds is asked for by its line."""
    return []


def _of_source(store: Store, ref: Ref) -> list[LinkGroup]:
    cites = citations(store, ref.id)
    cited = [
        Link(
            Ref(Kind.SOURCE, one.cited)
            if one.cited
            else Ref(Kind.ENTITY, one.entity)
            if one.entity
            else ref,
            one.name,
            one.kind,
            None if one.cited or one.entity else one.span,
        )
        for one in cites
    ]
    citing = _sources(store, sources_citing(store, ref.id))
    return [
        _entities(store, ref, "Who and what"),
        _events(store, ref),
        _group("Relies on", cited, len(cited)),
        _group("Relied on by", citing, len(citing)),
        _facts(store, ref),
    ]


def _of_entity(store: Store, ref: Ref) -> list[LinkGroup]:
    return [
        _events(store, ref),
        _passages(store, ref),
        _facts(store, ref),
        _entities(store, ref, "With"),
    ]


def _of_event(store: Store, ref: Ref) -> list[LinkGroup]:
    event = get_event(store, ref.id)
    who = [Link(one.ref, one.name, one.role) for one in event.participants]
    where = [] if event.place is None else [Link(event.place, event.row.place or "", "place")]
    differ = conflicts_about(store, ref)
    return [
        _group("Who", who, len(who)),
        _group("Where", where, len(where)),
        *(
            _group(
                f"Sources differ: {conflict.field}",
                [
                    Link(value.source, value.value, value.text, value.span)
                    for value in conflict.values
                ],
                len(conflict.values),
            )
            for conflict in differ
        ),
        _passages(store, ref),
        _facts(store, ref),
    ]


def _of_fact(store: Store, ref: Ref) -> list[LinkGroup]:
    fact = get_fact(store, ref.id)
    said = [
        Link(speaker.ref or fact.source, speaker.name, speaker.verb or "", None)
        for speaker in fact.attribution
    ]
    about = [
        Link(row.ref, row.name, row.kind.value)
        for row in entity_rows(store, [one.id for one in fact.about])
    ]
    events = _event_links(store, [fact.event.id] if fact.event else [])
    return [
        _passages(store, ref),
        _group("Who says so", said, len(said)),
        _group("About", about, len(about)),
        _group("Event", events, len(events)),
    ]


def _of_note(store: Store, ref: Ref) -> list[LinkGroup]:
    note = get_note(store, ref.id)
    on = [Link(note.target, _label_if_there(store, note.target), "note on this", note.span)]
    return [_group("On", on, 1)]


def _of_conflict(store: Store, ref: Ref) -> list[LinkGroup]:
    if clash := _numbered(store, ref):
        return _of_clash(store, clash)
    conflict = get_conflict(store, ref.id)
    values = [Link(value.source, value.value, value.text, value.span) for value in conflict.values]
    about = [Link(conflict.about, _label_if_there(store, conflict.about), conflict.field)]
    return [_group("About", about, 1), _group("Values", values, len(values))]


def _clashes(store: Store, ref: Ref) -> list[Clash]:
    """Return the open clashes about a thing."""
    if store.one("merged_decisions") is None:
        return []
    # Deferred: only a case that was merged has any, and it takes 50 ms.
    from casefile.deeds.clashing import clashes_about

    return clashes_about(store, ref)


def _numbered(store: Store, ref: Ref) -> Clash | None:
    """Return the clash of the decisions that a conflict is; None where sources differ."""
    # Deferred as above.
    from casefile.core.clashes import FIRST

    if ref.id < FIRST:
        return None
    from casefile.deeds.clashing import clash_numbered

    return clash_numbered(store, ref.id)


def _of_clash(store: Store, clash: Clash) -> list[LinkGroup]:
    about = [
        Link(one, _label_if_there(store, one), clash.what)
        for one in (clash.about, clash.other)
        if one is not None
    ]
    return [_group("About", about, len(about)), _clash_group(clash)]


def _clash_group(clash: Clash) -> LinkGroup:
    """Return both texts, each with who wrote it and whether it holds."""
    holds = "holds until somebody chooses" if clash.is_open else "was chosen"
    links = [
        Link(clash.ref, one.text, f"{one.by}, {one.at[:10]}" + (f", {holds}" * (at == clash.shown)))
        for at, one in enumerate(clash.sides)
    ]
    title = "People differ" if clash.is_open else "People differed"
    return _group(f"{title}: {clash.what}", links, len(links))


def _group(title: str, links: Iterable[Link], total: int) -> LinkGroup:
    return LinkGroup(title, tuple(links), total)


def _entities(store: Store, ref: Ref, title: str) -> LinkGroup:
    ids = entity_ids(store, ref)
    rows = entity_rows(store, ids[:MOST])
    return _group(title, (Link(row.ref, row.name, row.kind.value) for row in rows), len(ids))


def _events(store: Store, ref: Ref) -> LinkGroup:
    ids = event_ids(store, ref)
    return _group("Events", _event_links(store, ids[:MOST]), len(ids))


def _event_links(store: Store, ids: Iterable[int]) -> list[Link]:
    return [
        Link(row.ref, row.title, describe(row.date) if row.date else "undated")
        for row in event_rows(store, ids)
    ]


def _facts(store: Store, ref: Ref) -> LinkGroup:
    ids = fact_ids(store, ref)
    facts = get_facts(store, ids[:MOST])
    links = (
        Link(one.ref, one.statement, ", ".join(speaker.name for speaker in one.attribution))
        for one in facts
    )
    return _group("Facts", links, len(ids))


def _passages(store: Store, ref: Ref) -> LinkGroup:
    found = passages(store, ref, limit=MOST)
    links = (
        Link(
            one.source,
            f"{one.before}{one.quote}{one.after}",
            ", ".join(filter(None, (one.source_title, one.published))),
            one.span,
        )
        for one in found
    )
    return _group("Passages", links, passages_count(store, ref))


def _sources(store: Store, ids: Iterable[int]) -> list[Link]:
    return [Link(row.ref, row.title, row.published or "") for row in source_rows(store, ids)]


def _note_link(note: Note) -> Link:
    return Link(note.ref, note.body.partition("\n")[0], note.updated[:10])
