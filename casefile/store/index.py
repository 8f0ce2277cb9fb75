"""What can be searched: names by their features, texts and notes by their words."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casefile.core.folding import CJK, spaced
from casefile.model.words import Kind, Ref
from casefile.store.sources import text_of
from casefile.store.store import Store

_CJK_CHARACTER = re.compile(f"[{CJK}]")


@dataclass(frozen=True, slots=True)
class IndexedName:
    """A name by which something is found."""

    text: str
    folded: str
    weight: int
    """How prominent: occurrences of the form."""
    grams: frozenset[str]
    """Features; see ``casefile.search.features``."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name that shares features with what was typed."""

    ref: Ref
    text: str
    folded: str
    weight: int
    shared: int
    """How many features it shares."""


def replace_names(store: Store, ref: Ref, names: Iterable[IndexedName]) -> None:
    """Make these the names by which a thing is found, inside ``write()``.

    What stays as it was is not written again.
    """
    wanted = {name.text: name for name in names}
    known = {}
    for row in store.rows("names_of", kind=ref.kind.value, ref_id=ref.id):
        known[row["text"]] = row
        if row["text"] not in wanted:
            store.run("delete_name", id=row["id"])
        elif row["weight"] != wanted[row["text"]].weight:
            store.run("set_weight", id=row["id"], weight=wanted[row["text"]].weight)
    _insert_names(store, ref, [name for text, name in wanted.items() if text not in known])


def _insert_names(store: Store, ref: Ref, names: Iterable[IndexedName]) -> None:
    for name in names:
        row = store.one(
            "insert_name",
            kind=ref.kind.value,
            ref_id=ref.id,
            text=name.text,
            folded=name.folded,
            weight=name.weight,
        )
        assert row is not None
        id = row["id"]
        store.run_many("insert_gram", ({"gram": g, "name_id": id} for g in sorted(name.grams)))


def drop_stale_names(store: Store) -> None:
    """Forget the names of what is gone or merged, inside ``write()``."""
    store.run("drop_stale_names")


def forms_of_entity(store: Store, id: int) -> list[tuple[str, int]]:
    """Return the forms of an entity to be found by, with how often each is used."""
    return [(row["form"], row["uses"]) for row in store.rows("names_to_index", id=id)]


def names_like(store: Store, grams: Iterable[str], *, limit: int) -> list[NameRow]:
    """Return the names that share most of the features, most shared first."""
    rows = store.rows("names_like", grams=json.dumps(sorted(grams)), limit=limit)
    return [
        NameRow(
            Ref(Kind(row["kind"]), row["ref_id"]),
            row["text"],
            row["folded"],
            row["weight"],
            row["shared"],
        )
        for row in rows
    ]


def index_source(store: Store, id: int) -> None:
    """Put a source's text into the full-text index, inside ``write()``."""
    store.run("drop_source_words", id=id)
    store.run("insert_source_words", id=id, words=spaced(text_of(store, id)))


def sources_matching(store: Store, words: Sequence[str], *, limit: int) -> list[int]:
    """Return the sources whose texts hold all the words, best first."""
    return _matching(store, "sources_matching", words, limit)


def notes_matching(store: Store, words: Sequence[str], *, limit: int) -> list[int]:
    """Return the notes that hold all the words, best first."""
    return _matching(store, "notes_matching", words, limit)


def _matching(store: Store, name: str, words: Sequence[str], limit: int) -> list[int]:
    expression = match_expression(words)
    if not expression:
        return []
    return [row["id"] for row in store.rows(name, expression=expression, limit=limit)]


def match_expression(words: Sequence[str]) -> str:
    """Return the FTS5 expression for all the words, the last one perhaps unfinished.

    Every word is quoted, so none is ever an operator; what FTS5 cannot hold (NUL,
    lone surrogates) is dropped. Empty where nothing is left.
    """
    terms = [_term(word) for word in words]
    kept = [term for term in terms if term]
    if not kept:
        return ""
    last = kept[-1] + ("*" if _may_go_on(kept[-1]) else "")
    return " AND ".join([*kept[:-1], last])


def _term(word: str) -> str:
    plain = spaced(word.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8"))
    if not any(sign.isalnum() for sign in plain):
        return ""
    return '"' + " ".join(plain.split()).replace('"', '""') + '"'


def _may_go_on(term: str) -> bool:
    """Tell whether the term ends in a letter to which more may be typed."""
    last = term[-2]
    return last.isalnum() and not _CJK_CHARACTER.match(last)
