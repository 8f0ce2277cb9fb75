from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefile.core.apart import APART
from casefile.core.bits import vector
from casefile.errors import DamagedCase
from casefile.model.words import Kind, Ref
from casefile.search.features import LENGTHS, SIGN_LENGTHS, of_name
from casefile.search.vectors import numbers
from casefile.store import namewriting
from casefile.store.index import index_names, replace_names
from casefile.store.names import name_index
from casefile.store.postings import BLOCK, pack, unpack
from casefile.store.store import Store

NUMBERS = st.one_of(
    st.sets(st.integers(0, BLOCK - 1), min_size=1, max_size=300),
    st.builds(range, st.integers(0, 99), st.integers(100, BLOCK), st.integers(1, 60)),
).map(sorted)


@given(NUMBERS)
def test_a_block_gives_its_numbers_back(numbers: list[int]) -> None:
    assert int.from_bytes(unpack(pack(vector(numbers))), "little") == vector(numbers)


@pytest.mark.parametrize(
    "names", [b"Zrubbish", b"B" + bytes(BLOCK), b"Q", b""], ids=lambda x: x[:8]
)
def test_a_damaged_block_is_said_to_be_damaged(names: bytes) -> None:
    with pytest.raises(DamagedCase):
        unpack(names)


# The index after any history is the index made anew

WORDS = ["orla", "Zoë", "Brandt", "김정", "大連", "Ольга", "al", "x", "Port-Salda", "\x00", "O'Hea"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
Steps = list[tuple[Kind, int, Mapping[str, int]]]
STEPS: st.SearchStrategy[Steps] = st.lists(
    st.tuples(
        st.sampled_from([Kind.ENTITY, Kind.EVENT, Kind.SOURCE]),
        st.integers(1, 4),
        st.dictionaries(TEXTS, st.integers(0, 9), max_size=3),
    ),
    max_size=8,
)


COLUMNS = [*range(10 << 8), *range(APART, APART + (3 << 8))]


def contents(store: Store) -> tuple[dict[int, list[int]], list[list[int]], list[str]]:
    """Return the names of every column and of every length or more, and all forms."""
    index = name_index(store)
    vectors = index.vectors(store, COLUMNS)
    apart = index.apart(store)

    def told(column: int, names: int) -> list[int]:
        return sorted(apart[at] for at in numbers(names)) if column >= APART else numbers(names)

    return (
        {column: told(column, names) for column, (names, _) in vectors.items() if names},
        [
            told(lengths[0], names)
            for lengths in (LENGTHS, SIGN_LENGTHS)
            for names in index.longer(store, lengths)
        ],
        index.forms(store, range(index.size + 300)),
    )


def plainly(store: Store) -> dict[int, list[int]]:
    """Return the names of every column, asked one by one what they hold."""
    rows = store.database.conn.execute("SELECT id, kind, text, weight FROM name ORDER BY id")
    held: dict[int, list[int]] = {}
    for id, kind, text, weight in rows.fetchall():
        for column in of_name(Kind(kind), text, weight)[1]:
            held.setdefault(column, []).append(id)
    return held


@pytest.mark.parametrize("most", [0, 3, 2048])
@given(steps=STEPS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_after_any_history_is_the_index_made_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch, most: int, steps: Steps
) -> None:
    monkeypatch.setattr(namewriting, "_MOST_FRESH", most)
    for kind, id, names in steps:
        with store.write():
            replace_names(store, {Ref(kind, id): names}, of_name)
        name_index(store).vectors(store, COLUMNS[::2])  # which are mended by the next
    after = contents(store)
    assert after[0] == plainly(store)
    with store.write():
        index_names(store, of_name)
    assert contents(store) == after


def test_names_that_are_gone_leave_no_trace(store: Store) -> None:
    ref = Ref(Kind.ENTITY, 1)
    with store.write():
        replace_names(store, {ref: {"Orla Brandt": 1, "大連": 2}}, of_name)
    with store.write():
        replace_names(store, {ref: {}}, of_name)
    run = store.database.conn.execute
    for table in ("name", "name_feature", "name_form"):
        assert run(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    assert run("SELECT max(length(columns)) FROM name_fresh").fetchone()[0] == 0


def test_what_is_taken_back_is_not_remembered(store: Store) -> None:
    ref = Ref(Kind.ENTITY, 1)
    with suppress(ZeroDivisionError), store.write():
        replace_names(store, {ref: {"Orla Brandt": 1}}, of_name)
        assert any(name_index(store).forms(store, [1]))
        raise ZeroDivisionError
    assert name_index(store).forms(store, [1]) == [""]


def test_another_connection_sees_a_change_at_once(store: Store) -> None:
    other = Store(store.path, read_only=True)
    assert name_index(other).forms(other, [1]) == [""]
    with store.write():
        replace_names(store, {Ref(Kind.ENTITY, 1): {"Orla Brandt": 1}}, of_name)
    assert name_index(other).forms(other, [1])[0].startswith("orla brandt\t")
    other.close()
