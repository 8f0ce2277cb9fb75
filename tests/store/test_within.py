"""A query that may do so much work: the first rows, and no more than that."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.work import Work
from casefile.errors import CasefileError
from casefile.model.words import Kind
from casefile.store import fulltext
from casefile.store.fulltext import Row, matching
from casefile.store.store import Store
from tests.invented import Report, case_of

SHORELINES = 400


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = case_of(
        tmp_path_factory.mktemp("within") / "a.casefile", Report("Salt is dear.", {}, title="Salt")
    )
    with store.write() as db:
        for id in range(2, 2 + SHORELINES):
            words = f"shore shores{id % 90} salt{id} "
            db.conn.execute(
                "INSERT INTO source_words (rowid, words) VALUES (?, ?)", (id, words * 50)
            )
    yield store
    store.close()


ASKED: dict[str, Any] = {"expression": '"shores" *', "limit": 1_000}


def all_ids(store: Store) -> list[int]:
    return [*store.ids("newest_sources", **ASKED)]


def test_without_a_bound_and_with_a_wide_one_all_rows_come(store: Store) -> None:
    assert len(all_ids(store)) == SHORELINES
    for work in (None, Work(1e9)):
        rows, is_all = store.within(work, "newest_sources", step_us=1, **ASKED)
        assert is_all
        assert [id for (id,) in rows] == all_ids(store)


@given(left=st.floats(-5, 5_000))
def test_what_comes_are_the_first_rows_and_what_was_done_is_taken_off(
    store: Store, left: float
) -> None:
    work = Work(left)
    rows, is_all = store.within(work, "newest_sources", step_us=20, **ASKED)
    ids = [id for (id,) in rows]
    assert ids == all_ids(store)[: len(ids)]
    assert is_all == (len(ids) == SHORELINES and not work.is_cut)
    assert work.left <= left
    assert left > 0 or (not ids and work.is_cut)


def test_a_little_work_is_not_enough_and_leaves_the_connection_as_it_was(store: Store) -> None:
    rows, is_all = store.within(Work(1_000), "newest_sources", step_us=1_000, **ASKED)
    assert not is_all
    assert len(rows) < SHORELINES
    assert len(all_ids(store)) == SHORELINES


def test_beginnings_of_too_many_words_count_as_words(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, word = Row("shores", may_go_on=True), Row("shores7", may_go_on=True)
    assert len(matching(store, Kind.SOURCE, [begun], limit=1_000).ids) == SHORELINES
    work = Work(1e9)
    assert len(matching(store, Kind.SOURCE, [begun], limit=1_000, work=work).ids) == SHORELINES
    monkeypatch.setattr(fulltext, "_STEP_BEGUN_US", 1e6)
    monkeypatch.setattr(fulltext, "_FREE_STEPS", 0)
    work = Work(1_000)
    found = matching(store, Kind.SOURCE, [word], limit=1_000, work=work)
    assert work.is_cut
    assert not found.is_ranked
    whole = matching(store, Kind.SOURCE, [Row("shores7")], limit=1_000)
    assert sorted(found.ids) == sorted(whole.ids)
    assert matching(store, Kind.SOURCE, [word], limit=1_000, work=work).ids == []


def test_an_error_that_is_none_of_too_much_work_is_told(store: Store) -> None:
    with pytest.raises(CasefileError):
        store.within(Work(1e9), "newest_sources", step_us=1, expression='"', limit=1)
