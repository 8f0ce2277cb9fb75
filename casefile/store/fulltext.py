"""Texts, statements and notes by their words: SQLite's FTS5, never its syntax.

Indexed is the text with a space round every CJK character (``core.folding.spaced``), so
each is a word of its own and one or two of them find what is there.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from casefile.core.folding import CJK, spaced
from casefile.core.work import Work
from casefile.model.words import Kind
from casefile.store.store import Row as Record
from casefile.store.store import Store

RANKED = 500
"""Rows that bm25 ranks while somebody types; of more that match, the last added are the answer.

bm25 reads all rows that match, 2 us each; the last ones are read alone. Measured with 100,000
articles of 300 words (tests/benchmarks/fulltext.py): 50 ms for a word of every third, 0.4 to 1.5
for the last 500 of any.
"""

_PREFIX_ROWS = {1: 1_000, 2: 20_000}
"""Rows up to which one or two letters are looked for as the beginning of a word.

FTS5 merges the rows of all words that begin so, on each key. In 923 articles of 3,000
characters one letter takes 7 ms; with more it is looked for as a word.
"""

_QUERIES = {
    Kind.SOURCE: ("newest_sources", "sources_matching"),
    Kind.FACT: ("newest_facts", "facts_matching"),
    Kind.NOTE: ("newest_notes", "notes_matching"),
}

_CJK_CHARACTER = re.compile(f"[{CJK}]")


_STEP_US, _STEP_BEGUN_US, _STEP_RANKED_US = 3.0, 30.0, 0.5
"""What a step takes that FTS5 does to find words, beginnings of words, and to rank.

Measured as above: 1 to 5 us, 15 to 48, 0.1 to 0.8. For a beginning it merges the rows of all words
that begin so, and to rank it does so twice again.
"""

_FREE_STEPS = 200
"""Steps in which a word is looked up: they take next to no time."""

_NO_PREFIX = 1 << 30
"""Letters that no word has."""

_LEAST_US = 2_000
"""Work that is done in any case for whole words where beginnings were too many."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words that stand in a row in a text."""

    text: str
    may_go_on: bool = False
    """Whether the last of them is perhaps not finished."""
    at_start: bool = False
    """Whether the text begins with them."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What holds some words."""

    ids: list[int]
    is_ranked: bool = True
    """Whether they are the best, best first; else they are the newest, last added first."""


def matching(
    store: Store,
    kind: Kind,
    wanted: Collection[Row],
    unwanted: Collection[Row] = (),
    *,
    limit: int = RANKED,
    ranked: int | None = RANKED,
    work: Work | None = None,
) -> Matches:
    """Return the sources, facts or notes that hold all of one and none of the other.

    Empty where nothing is wanted.

    Args:
        store: An open case.
        kind: Which of them.
        wanted: What must stand there.
        unwanted: What must not.
        limit: The most ids.
        ranked: Up to how many that match are ranked, by bm25; None for all.
        work: What may be done; where it is not enough, the newest that were found stand for all,
            and beginnings of very many words count as words. None: whatever it takes.
    """
    shortest = _shortest_prefix(store)
    against = shortest if work else 1
    expression = match_expression(wanted, unwanted, shortest_prefix=shortest, against=against)
    if not expression:
        return Matches([])
    if work:
        whole = match_expression(wanted, unwanted, shortest_prefix=_NO_PREFIX, against=_NO_PREFIX)
        return _matching_soon(store, kind, expression, whole, limit, ranked or RANKED, work)
    newest, best = _QUERIES[kind]
    if ranked is not None:
        ids = store.ids(newest, expression=expression, limit=max(ranked + 1, limit))
        if len(ids) > ranked:
            return Matches([*ids[:limit]], is_ranked=False)
    return Matches([*store.ids(best, expression=expression, limit=limit)])


def _matching_soon(
    store: Store, kind: Kind, expression: str, whole: str, limit: int, ranked: int, work: Work
) -> Matches:
    """Return what matches an expression as far as there is work left.

    Where its beginnings of words take too much, it is what matches the words as ``whole`` ones.
    """
    newest, best = _QUERIES[kind]
    most, has_begun = max(ranked + 1, limit), expression != whole
    step_us = _STEP_BEGUN_US if has_begun else _STEP_US
    before, free = work.left, _FREE_STEPS * whole.count('"') // 2
    rows, is_all = store.within(
        work, newest, step_us=step_us, free=free, expression=expression, limit=most
    )
    if before > 0 and has_begun and not is_all:
        little = Work(max(work.left, _LEAST_US))
        rows, _ = store.within(little, newest, step_us=_STEP_US, expression=whole, limit=most)
    ids = [id for (id,) in rows]
    if not is_all or len(ids) > ranked:
        return Matches(ids[:limit], is_ranked=False)
    if has_begun:
        work.spend(2 * (before - work.left))
    rows, is_all = store.within(
        work, best, step_us=_STEP_RANKED_US, expression=expression, limit=limit
    )
    return Matches([id for (id,) in rows]) if is_all else Matches(ids[:limit], is_ranked=False)


def match_expression(
    wanted: Iterable[Row],
    unwanted: Iterable[Row] = (),
    *,
    shortest_prefix: int = 1,
    against: int = 1,
) -> str:
    """Return the FTS5 expression for texts that hold all of one and none of the other.

    Every word is quoted, so none is ever an operator; what FTS5 cannot hold (NUL, lone
    surrogates) is dropped. Empty where nothing wanted is left. A word that may go on is
    looked for as it is where it has fewer letters than ``shortest_prefix``; one that is
    unwanted where it has fewer than ``against``.
    """
    terms = [term for row in wanted if (term := _term(row, shortest_prefix))]
    if not terms:
        return ""
    left_out = [term for row in unwanted if (term := _term(row, against))]
    expression = " AND ".join(terms)
    return f"({expression}) NOT ({' OR '.join(left_out)})" if left_out else expression


def index_facts(store: Store, statements: Mapping[int, str], gone: Iterable[int]) -> None:
    """Let facts be found by the words they have now, inside ``write()``."""
    known = {
        row["id"]: row["words"] for row in store.rows("fact_words", ids=json.dumps([*statements]))
    }
    words = {id: spaced(statement) for id, statement in statements.items()}
    new = {id: text for id, text in words.items() if known.get(id) != text}
    if stale := [*gone, *(id for id in new if id in known)]:
        store.run("drop_fact_words", ids=json.dumps(stale))
    store.run_many("insert_fact_words", ({"id": id, "words": text} for id, text in new.items()))


def all_fact_words(store: Store) -> Iterator[Record]:
    """Yield every fact with what is indexed of it: id, statement, words (None for nothing)."""
    last = 0
    while rows := store.rows("words_of_facts", after=last, limit=_TOGETHER):
        yield from rows
        last = rows[-1]["id"]


def index_anew(store: Store) -> None:
    """Make the full-text indexes anew, inside ``write()``, whatever is in them now."""
    for table in ("source_words", "note_words", "fact_words"):
        made = store.database[table].schema
        store.database[table].drop()
        store.database.execute(made)
    for row in store.rows("sources_in_order"):
        text = store.one("source_text", id=row["id"])
        if text is not None:
            store.run("insert_source_words", id=row["id"], words=spaced(text["text"]))
    for row in store.rows("all_notes"):
        store.run("insert_note_words", id=row["id"], words=spaced(row["body"]))
    store.run_many(
        "insert_fact_words",
        ({"id": row["id"], "words": spaced(row["statement"])} for row in all_fact_words(store)),
    )


_TOGETHER = 5_000
"""Facts that are read together."""


def vocabulary(store: Store, beginning: str) -> list[tuple[str, int]]:
    """Return the words of texts and notes that begin so, with how many hold each.

    They are as the index has them: without case and accents.
    """
    low = _storable(beginning)
    if not low:
        return []
    rows = store.rows("vocabulary", low=low, high=low + "\U0010ffff")
    return [(row["term"], row["documents"]) for row in rows]


def last_source(store: Store) -> int:
    """Return the number of the last source, 0 where there is none: about how many there are."""
    row = store.one("last_source")
    assert row is not None
    return int(row["id"])


def _shortest_prefix(store: Store) -> int:
    """Return how many letters of a word are enough to look for what begins so."""
    return 1 + sum(last_source(store) > rows for rows in _PREFIX_ROWS.values())


def _term(row: Row, shortest_prefix: int) -> str:
    plain = " ".join(spaced(_storable(row.text)).split())
    if not any(sign.isalnum() for sign in plain):
        return ""
    begun = re.split(r"[\W_]+", plain)[-1]
    is_prefix = (
        row.may_go_on and len(begun) >= shortest_prefix and not _CJK_CHARACTER.match(plain[-1])
    )
    quoted = '"' + plain.replace('"', '""') + '"'
    return "^" * row.at_start + quoted + "*" * (is_prefix and plain[-1].isalnum())


def _storable(text: str) -> str:
    """Return the text without what FTS5 cannot hold."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
