"""Where the ``[[names]]`` of notes lead, and which notes lead to a thing.

Nothing of it is stored: a name leads to whatever bears it now, so that an
entity that is renamed, joined or found later is reached all the same.
"""

from casefile.core.folding import fold
from casefile.core.pointers import pointers
from casefile.deeds.linked import label
from casefile.errors import UnknownRef
from casefile.model.rows import Link, LinkGroup
from casefile.model.words import Kind, Ref
from casefile.store.entities import entity_cluster, get_entity
from casefile.store.events import event_cluster
from casefile.store.notes import get_note, get_notes, note_bodies
from casefile.store.portable import REFERENCE
from casefile.store.store import Store

_LOOKED_AT = 8
"""Entities, the best found first, of which one may bear the very name."""


def pointing(store: Store, ref: Ref) -> list[LinkGroup]:
    """Return, as groups of links, what a note points to and which notes point here."""
    groups = _pointed(store, ref) if ref.kind is Kind.NOTE else []
    notes = get_notes(store, _notes_pointing(store, ref))
    links = tuple(Link(note.ref, note.body.partition("\n")[0], note.updated[:10]) for note in notes)
    return [*groups, *([LinkGroup("Notes that point here", links, len(links))] if links else [])]


def destination(store: Store, words: str) -> Ref | None:
    """Return what the words between brackets lead to: a ref, or the name of an entity.

    Of several entities of one name it is the one that a search shows first.
    """
    try:
        ref = leading(store, Ref.parse(words))
        label(store, ref)
    except UnknownRef:
        return _named(store, words)
    return ref


def _named(store: Store, words: str) -> Ref | None:
    # Deferred: every card asks what points to it, and few cases have a note that does.
    from casefile.deeds.searching import search

    for hit in search(store, words, places=("entities",), limit=_LOOKED_AT):
        if hit.ref.kind is Kind.ENTITY and fold(words) in _names(store, hit.ref):
            return hit.ref
    return None


def _names(store: Store, ref: Ref) -> set[str]:
    """Return the names of an entity, folded; none of anything else."""
    if ref.kind is not Kind.ENTITY:
        return set()
    entity = get_entity(store, ref.id)
    return {fold(name) for name in (entity.row.name, *entity.aliases)}


def leading(store: Store, ref: Ref) -> Ref:
    """Return the ref under which a thing is shown.

    Raises:
        UnknownRef: It is an entity or an event that the case does not hold.
    """
    if ref.kind is Kind.ENTITY:
        return Ref(Kind.ENTITY, entity_cluster(store, ref.id))
    if ref.kind is Kind.EVENT:
        return Ref(Kind.EVENT, event_cluster(store, ref.id))
    return ref


def _pointed(store: Store, ref: Ref) -> list[LinkGroup]:
    """Return what a note points to; what leads nowhere apart, with the note as its ref."""
    to, nowhere = [], []
    for words in pointers(get_note(store, ref.id).body):
        target = destination(store, words)
        if target is None:
            is_theirs = "@" in words and REFERENCE.fullmatch(words)
            why = "of another case: it is not here" if is_theirs else "nothing here is called so"
            nowhere.append(Link(ref, f"[[{words}]]", why))
        else:
            to.append(Link(target, label(store, target), target.kind.value))
    groups = (("Points to", to), ("Points to nothing", nowhere))
    return [LinkGroup(title, tuple(links), len(links)) for title, links in groups if links]


def _notes_pointing(store: Store, ref: Ref) -> list[int]:
    """Return the notes that point to a thing, oldest first."""
    bodies = note_bodies(store)
    names = _names(store, ref) if bodies else set()
    return [
        id
        for id, body in bodies
        if any(
            destination(store, words) == ref
            for words in pointers(body)
            if fold(words) in names or _is_of_kind(words, ref.kind)
        )
    ]


def _is_of_kind(words: str, kind: Kind) -> bool:
    return words.startswith(f"{kind.value}:")
