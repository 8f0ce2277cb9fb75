"""Is the file whole: what SQLite says, and what our own promises say."""

from collections import defaultdict

from casefile.core.edtf import is_valid
from casefile.model.rows import Damage
from casefile.store.sources import source_ids, text_of
from casefile.store.store import Store


def damages(store: Store) -> list[Damage]:
    """Return each kind of damage with a count and an example; empty for a whole file."""
    found: dict[str, list[str]] = defaultdict(list)
    for said in store.integrity():
        found["file"].append(said)
    for row in store.rows("spans_past_the_end"):
        where = f"source:{row['source_id']} at {row['start']}"
        found[f"{row['what']} outside its text"].append(where)
    for row in store.rows("loose_rows"):
        found[row["what"]].append(str(row["id"]))
    for source in source_ids(store):
        text = text_of(store, source)
        for row in store.rows("all_mentions_of_source", id=source):
            if text[row["start"] : row["stop"]] != row["form"]:
                found["mention that no longer fits"].append(f"source:{source} at {row['start']}")
    for row in store.rows("stored_dates"):
        if not is_valid(row["edtf"]):
            found["date that is no EDTF"].append(f"{row['what']}:{row['id']} {row['edtf']}")
    return [Damage(what, len(where), where[0]) for what, where in sorted(found.items())]
