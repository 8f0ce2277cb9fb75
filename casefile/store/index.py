"""What can be searched: names by their features, texts and notes by their words."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from casefile.core.folding import spaced
from casefile.model.words import Kind, Ref
from casefile.store.namewriting import Changes, unfit, write_changes, write_index
from casefile.store.postings import BLOCK
from casefile.store.sources import text_of
from casefile.store.store import Row, Store

Described = Callable[[Kind, str, int], tuple[str, frozenset[int]]]
"""What the index holds of a name (kind of thing, text, weight): its form and its columns."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name by which a thing is found."""

    ref: Ref
    text: str
    weight: int
    """How prominent: occurrences of the form."""


def replace_names(
    store: Store, names: Mapping[Ref, Mapping[str, int]], described: Described
) -> None:
    """Make these the names by which things are found, inside ``write()``.

    What stays as it was is not written again. Many at once cost less than one by one.

    Args:
        store: An open case.
        names: For each thing its names, each with its weight.
        described: What the index holds of a name.
    """
    changes = Changes()
    known: dict[Ref, set[str]] = {ref: set() for ref in names}
    refs = json.dumps([[ref.kind.value, ref.id] for ref in names])
    for row in store.rows("names_of", refs=refs):
        ref = Ref(Kind(row["kind"]), row["ref_id"])
        weight = names[ref].get(row["text"])
        if weight is None:
            _forget(store, row, changes)
            continue
        known[ref].add(row["text"])
        if weight != row["weight"]:
            _weigh(store, row, weight, changes, described)
    for ref, wanted in names.items():
        for text, weight in wanted.items():
            if text not in known[ref]:
                _insert(store, ref, text, weight, changes, described)
    write_changes(store, changes)


def _forget(store: Store, row: Row, changes: Changes) -> None:
    store.run("delete_name", id=row["id"])
    changes.remove(row["id"])


def _weigh(store: Store, row: Row, weight: int, changes: Changes, described: Described) -> None:
    store.run("set_weight", id=row["id"], weight=weight)
    kind = Kind(row["kind"])
    form, columns = described(kind, row["text"], weight)
    if columns != described(kind, row["text"], row["weight"])[1]:
        changes.put(row["id"], form, columns)


def _insert(
    store: Store, ref: Ref, text: str, weight: int, changes: Changes, described: Described
) -> None:
    row = store.one("insert_name", kind=ref.kind.value, ref_id=ref.id, text=text, weight=weight)
    assert row is not None
    changes.put(row["id"], *described(ref.kind, text, weight))


def index_names(store: Store, described: Described) -> None:
    """Make the whole index of names anew, inside ``write()``."""
    write_index(store, _described(store, described))


def is_unfit(store: Store, described: Described) -> bool:
    """Tell whether the index holds anything else of the names than it should."""
    return bool(unfit(store, _described(store, described)))


def name_all_anew(
    store: Store, names: Mapping[Ref, Mapping[str, int]], described: Described
) -> None:
    """Make these all the names there are, and their index, inside ``write()``."""
    store.run("drop_names")
    store.run_many(
        "put_name",
        (
            {"kind": ref.kind.value, "ref_id": ref.id, "text": text, "weight": weight}
            for ref, some in sorted(names.items())
            for text, weight in some.items()
        ),
    )
    index_names(store, described)


def all_names(store: Store) -> dict[Ref, dict[str, int]]:
    """Return the names by which things are found, each with its weight."""
    found: dict[Ref, dict[str, int]] = {}
    for row in _rows(store):
        found.setdefault(Ref(Kind(row["kind"]), row["ref_id"]), {})[row["text"]] = row["weight"]
    return found


def _described(store: Store, described: Described) -> Iterator[tuple[int, str, frozenset[int]]]:
    for row in _rows(store):
        yield row["id"], *described(Kind(row["kind"]), row["text"], row["weight"])


def _rows(store: Store) -> Iterator[Row]:
    """Yield the rows of all names, by number."""
    size = store.one("name_size")
    for first in range(0, size["size"] if size else 1, BLOCK):
        yield from store.rows("names_from", first=first, end=first + BLOCK)


def forms_of_entity(store: Store, id: int) -> list[tuple[str, int]]:
    """Return the forms of an entity to be found by, with how often each is used."""
    return [(row["form"], row["uses"]) for row in store.rows("names_to_index", id=id)]


def names_numbered(store: Store, numbers: Iterable[int]) -> dict[int, NameRow]:
    """Return some names by their numbers."""
    rows = store.rows("names_numbered", ids=json.dumps(list(numbers)))
    return {
        row["id"]: NameRow(Ref(_KINDS[row["kind"]], row["ref_id"]), row["text"], row["weight"])
        for row in rows
    }


_KINDS = {kind.value: kind for kind in Kind}
"""To look a kind up takes a fifth of the time of asking the enumeration for it."""


def index_source(store: Store, id: int) -> None:
    """Put a source's text into the full-text index, inside ``write()``."""
    store.run("drop_source_words", id=id)
    store.run("insert_source_words", id=id, words=spaced(text_of(store, id)))
