"""Is a case whole: what its file says, and whether what follows from its rows does follow."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from casefile.deeds.geography import Geography
from casefile.deeds.telling import entities_told, events_told, names_of_entities
from casefile.errors import DamagedCase
from casefile.model.kept import Damage
from casefile.model.words import Kind, Ref
from casefile.search.features import of_name
from casefile.store.checking import damages
from casefile.store.clusters import event_accounts
from casefile.store.index import all_names, is_unfit
from casefile.store.judgements import moves
from casefile.store.store import Store

CLUSTERED = "{} in another cluster than the judgements say"
SHOWN = "{} shown otherwise than its sources and your corrections say"
NAMED = "{} found by other names than its own"
INDEXED = "index of names that does not hold them"


def check(store: Store) -> list[Damage]:
    """Return each kind of damage with a count and an example; empty for a whole case.

    Ten thousand entities with fifty thousand accounts take about four seconds.
    """
    found = {damage.what: damage for damage in damages(store)}
    try:
        for damage in _derived(store):
            found.setdefault(damage.what, damage)
    except (DamagedCase, ValueError, KeyError) as error:
        found.setdefault("file", Damage("file", 1, str(error.__cause__ or error)))
    return [found[what] for what in sorted(found)]


def _derived(store: Store) -> Iterator[Damage]:
    """Yield what does not follow from the rows that it is made of."""
    accounts = store.rows("all_accounts")
    for kind in (Kind.ENTITY, Kind.EVENT):
        ids = [row["id"] for row in accounts if row["kind"] == kind]
        if ids and moves(store, kind.value, ids):
            yield Damage(CLUSTERED.format(kind.value), 1, f"one of {len(ids)}")
    shown = {row["id"]: dict(row) for row in store.rows("told_entity_clusters")}
    yield from _differing("entity", shown, entities_told(store, shown))
    events = {row["id"]: dict(row) for row in store.rows("told_event_clusters")}
    told = events_told(store, event_accounts(store, events), Geography(store, ()))
    yield from _differing("event", events, told)
    names, wanted = all_names(store), names_wanted(store, shown)
    wrong = sorted(ref for ref in {**names, **wanted} if names.get(ref) != wanted.get(ref))
    for kind in dict.fromkeys(ref.kind for ref in wrong):
        some = [ref for ref in wrong if ref.kind is kind]
        yield Damage(NAMED.format(kind.value), len(some), str(some[0]))
    if is_unfit(store, of_name):
        yield Damage(INDEXED, 1, "a word that is not found")


def _differing(
    what: str, shown: Mapping[int, Mapping[str, Any]], told: Iterable[Mapping[str, Any]]
) -> Iterator[Damage]:
    wrong = [row["id"] for row in told if shown.get(row["id"]) != dict(row)]
    if wrong:
        yield Damage(SHOWN.format(what), len(wrong), f"{what}:{wrong[0]}")


def names_wanted(store: Store, entities: Iterable[int]) -> dict[Ref, dict[str, int]]:
    """Return by what names all things should be found, each with its weight."""
    found = {ref: names for ref, names in names_of_entities(store, {*entities}).items() if names}
    for row in store.rows("told_event_clusters"):
        found[Ref(Kind.EVENT, row["id"])] = {row["title"]: 0}
    for row in store.rows("source_names"):
        found[Ref(Kind.SOURCE, row["id"])] = {row["name"]: 0}
    return found
