"""Which entity, or event, a reader means by what they type."""

from casefile.core.folding import fold
from casefile.errors import CasefileError, UnknownRef
from casefile.model.rows import Link
from casefile.model.words import Kind, Ref, Span
from casefile.store.entities import entity_cluster, entity_rows
from casefile.store.events import event_cluster
from casefile.store.store import Row, Store

LONGEST_LIST = 100
"""Names in one list; what is longer was typed by no hand."""


class Ambiguous(CasefileError):
    """A name that several entities have."""


def listed(words: str) -> list[str]:
    """Return the names of a list as it is typed, with semicolons between.

    >>> listed("Ilse Brant; the envoy ;")
    ['Ilse Brant', 'the envoy']
    """
    return [name for one in words.split(";") if (name := " ".join(one.split()))]


def named_in(store: Store, source: int, span: Span) -> list[Row]:
    """Return the entities that a passage names: id (an account), cluster_id, form, kind, name."""
    rows = store.rows("entities_named_in", source_id=source, start=span.start, stop=span.end)
    return list({row["cluster_id"]: row for row in reversed(rows)}.values())[::-1]


def meant(store: Store, words: str, *, source: int) -> int:
    """Return the account of the entity that a name, or a reference, means in a source.

    What the source itself names so comes before all others of that name.

    Raises:
        UnknownRef: Nothing is called so.
        Ambiguous: Several are.
    """
    if words.startswith("entity:"):
        return _account(store, source, entity_cluster(store, Ref.parse(words).id))
    whole = Span(0, 1 << 40)
    folded = fold(words)
    here = {
        row["cluster_id"]: row["id"]
        for row in named_in_all(store, source, whole)
        if folded in (fold(row["form"]), fold(row["name"]))
    }
    if len(here) == 1:
        return int(next(iter(here.values())))
    found = [row["id"] for row in store.rows("entities_called", folded=folded)]
    found = list(here) or found
    if not found:
        raise UnknownRef(
            f"No entity of this case is called {words!r}: make one of its name, or give entity:N."
        )
    if len(found) > 1:
        refs = ", ".join(f"entity:{id}" for id in found[:5])
        raise Ambiguous(f"Several are called {words!r}: say which, {refs}.")
    return _account(store, source, found[0])


def named_in_all(store: Store, source: int, span: Span) -> list[Row]:
    """Return :func:`named_in` with each way in which an entity is named."""
    return store.rows("entities_named_in", source_id=source, start=span.start, stop=span.end)


def links_in(store: Store, source: int, span: Span) -> list[Link]:
    """Return the entities that a passage names, in order: each by its name, with its kind."""
    return [
        Link(Ref(Kind.ENTITY, row["cluster_id"]), row["name"], row["kind"])
        for row in named_in(store, source, span)
    ]


def meant_event(store: Store, words: str) -> int:
    """Return the event (a cluster) that a reference means.

    Raises:
        UnknownRef: It is no reference, or there is no such event.
    """
    ref = Ref.parse(words)
    if ref.kind is not Kind.EVENT:
        raise UnknownRef(f"{ref} is not an event: write event:number.")
    return event_cluster(store, ref.id)


def name_of(store: Store, entity: int) -> str:
    """Return the name under which an account of an entity is shown."""
    return entity_rows(store, [entity_cluster(store, entity)])[0].name


def _account(store: Store, source: int, cluster: int) -> int:
    """Return the account of a cluster in a source; where it has none there, the leading one."""
    row = store.one("account_in_source", source_id=source, id=cluster)
    return int(row["id"]) if row else cluster
