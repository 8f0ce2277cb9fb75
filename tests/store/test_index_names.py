from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefile.errors import DamagedCase
from casefile.model.words import Kind, Ref
from casefile.search.features import of_name
from casefile.store.index import index_names, replace_names
from casefile.store.names import name_index
from casefile.store.postings import BLOCK, changed, pack, unpack
from casefile.store.store import Store

NUMBERS = st.sets(st.integers(0, BLOCK - 1), max_size=300).map(sorted)


def members(names: bytes) -> list[int]:
    whole = int.from_bytes(unpack(names), "little")
    return [at for at in range(whole.bit_length()) if whole >> at & 1]


@given(NUMBERS)
def test_a_block_gives_its_numbers_back(numbers: list[int]) -> None:
    assert members(pack(numbers)) == numbers


@given(NUMBERS, NUMBERS, NUMBERS, st.booleans())
def test_a_changed_block_holds_what_was_added_and_not_what_was_removed(
    before: list[int], added: list[int], removed: list[int], is_new: bool
) -> None:
    names = changed(None if is_new else pack(before), added, removed)
    known = set[int]() if is_new else set(before)
    assert (members(names) if names else []) == sorted((known - set(removed)) | set(added))


def test_a_full_block_stays_a_block() -> None:
    names = changed(pack(range(0, BLOCK, 3)), [1], [3])
    assert members(names) == sorted({*range(0, BLOCK, 3), 1} - {3})


@pytest.mark.parametrize("names", [b"Zrubbish", b"Bshort", b""], ids=repr)
def test_a_damaged_block_is_said_to_be_damaged(names: bytes) -> None:
    with pytest.raises(DamagedCase):
        unpack(names)


# The index after any history is the index made anew

WORDS = ["orla", "Zoë", "Brandt", "김정", "大連", "Ольга", "al", "x", "Port-Salda", "\x00", "O'Hea"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
STEPS = st.lists(
    st.tuples(
        st.sampled_from([Kind.ENTITY, Kind.EVENT, Kind.SOURCE]),
        st.integers(1, 4),
        st.dictionaries(TEXTS, st.integers(0, 9), max_size=3),
    ),
    max_size=8,
)


def contents(store: Store) -> tuple[dict[int, list[int]], dict[int, str]]:
    """Return the names of every row of features, and the form of every number."""
    rows = store.database.conn.execute("SELECT id, names FROM name_feature ORDER BY id").fetchall()
    row = store.one("name_size")
    assert row is not None
    forms = name_index(store).forms(store, range(row["size"] + 300))
    return {id: members(names) for id, names in rows}, dict(enumerate(forms))


@given(STEPS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_after_any_history_is_the_index_made_anew(
    store: Store, steps: list[tuple[Kind, int, Mapping[str, int]]]
) -> None:
    for kind, id, names in steps:
        with store.write():
            replace_names(store, {Ref(kind, id): names}, of_name)
    after = contents(store)
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
