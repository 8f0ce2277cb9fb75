"""Is the file whole: what SQLite says, and what our own promises say."""

import json
from collections import defaultdict

from casefile.core.edtf import bounds, is_valid
from casefile.core.folding import spaced
from casefile.errors import DamagedCase
from casefile.model.kept import Damage
from casefile.store.fulltext import all_fact_words
from casefile.store.kept import unreadable_engines
from casefile.store.notes import get_notes, note_ids
from casefile.store.sources import source_ids, source_rows, text_of
from casefile.store.store import Row, Store

Found = dict[str, list[str]]
"""For each kind of damage, where it is."""


def damages(store: Store) -> list[Damage]:
    """Return each kind of damage with a count and an example; empty for a whole file."""
    found: Found = defaultdict(list)
    found["file"] += store.integrity()
    for look in (_spans, _links, _texts, _words, _dates, _notes):
        try:
            look(store, found)
        except DamagedCase as error:
            # Where SQLite cannot go on, the rest of the file is looked at all the same.
            found["file"].append(str(error.__cause__ or error))
    return [Damage(what, len(where), where[0]) for what, where in sorted(found.items()) if where]


def _spans(store: Store, found: Found) -> None:
    for row in store.rows("spans_past_the_end"):
        found[f"{row['what']} outside its text"].append(
            f"source:{row['source_id']} at {row['start']}"
        )


def _links(store: Store, found: Found) -> None:
    for row in store.rows("loose_rows"):
        found[row["what"]].append(str(row["id"]))


def _texts(store: Store, found: Found) -> None:
    for source in source_rows(store, source_ids(store)):
        text = text_of(store, source.ref.id)
        if len(text) != source.characters:
            found["text of another length than noted"].append(str(source.ref))
        for row in store.rows("all_mentions_of_source", id=source.ref.id):
            if text[row["start"] : row["stop"]] != row["form"]:
                found["mention that no longer fits"].append(f"{source.ref} at {row['start']}")
        for engine in unreadable_engines(store, source.ref.id):
            found["kept findings that cannot be read"].append(f"{source.ref} by {engine}")


def _words(store: Store, found: Found) -> None:
    what = "full-text index with other words than the {}"
    for id in source_ids(store):
        row = store.one("words_of_source", id=id)
        if row is not None and row["words"] != spaced(text_of(store, id)):
            found[what.format("text")].append(f"source:{id}")
    for row in store.rows("words_of_notes"):
        if row["words"] != spaced(row["body"]):
            found[what.format("note")].append(f"note:{row['id']}")
    for row in all_fact_words(store):
        if row["words"] is not None and row["words"] != spaced(row["statement"]):
            found[what.format("fact")].append(f"fact:{row['id']}")


def _dates(store: Store, found: Found) -> None:
    for row in store.rows("stored_dates"):
        where = f"{row['what']}:{row['id']} {row['edtf']}"
        if not is_valid(row["edtf"]):
            found["date that is no EDTF"].append(where)
        elif _days(row) != [row["earliest"], row["latest"]]:
            found["date with other bounds than noted"].append(where)


def _days(row: Row) -> list[str | None]:
    return [day.isoformat() if day else None for day in bounds(row["edtf"])]


def _notes(store: Store, found: Found) -> None:
    ids = sorted(note_ids(store))
    # Where the words went with a version of their source that is as it should be.
    gone = {row["id"] for row in store.rows("orphaned", kind="note", ids=json.dumps(ids))}
    for note in get_notes(store, ids):
        if note.orphaned and note.ref.id not in gone:
            found["note on a passage that says something else now"].append(str(note.ref))
