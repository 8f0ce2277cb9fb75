"""Saved searches: human work that is logged, undone, and kept through every run."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.case import Case
from casefile.deeds.saving import (
    NotASearch,
    UnknownSearch,
    forget_search,
    save_search,
    search_named,
)
from casefile.deeds.undoing import redo, undo
from casefile.store.searches import saved_searches
from casefile.store.store import Store
from tests.invented import NOW, PERSON, Report, case_of, dump

SALT = Report("Ivo Salt went to sea.", {"Ivo Salt": PERSON}, title="Salt")
NAMES = st.sampled_from(["people", "talks by the sea", "大連"])
LINES = st.sampled_from(["kind:person", "'wild !bay", "salt | reed", "大連"])


def kept(store: Store) -> dict[str, str]:
    return {search.name: search.line for search in saved_searches(store)}


@given(st.lists(st.tuples(NAMES, LINES | st.none()), max_size=8))
@settings(max_examples=25)
def test_each_deed_is_undone_and_made_again(deeds: list[tuple[str, str | None]]) -> None:
    store = _empty()
    states = [kept(store)]
    for name, line in deeds:
        if line is None and name not in states[-1]:
            with pytest.raises(UnknownSearch):
                forget_search(store, name, by="Ada", now=NOW)
            continue
        if line is None:
            forget_search(store, name, by="Ada", now=NOW)
        elif states[-1].get(name) != line:
            save_search(store, name, line, by="Ada", now=NOW)
        else:
            continue
        states.append({**states[-1], name: line} if line else _without(states[-1], name))
        assert kept(store) == states[-1]
    for state in reversed(states[:-1]):
        undo(store, by="Ada", now=NOW)
        assert kept(store) == state
    for state in states[1:]:
        redo(store, by="Ada", now=NOW)
        assert kept(store) == state
    store.close()


def _empty() -> Store:
    return Store(Path(tempfile.mkdtemp()) / "a.casefile", create=True)


def _without(state: dict[str, str], name: str) -> dict[str, str]:
    return {one: line for one, line in state.items() if one != name}


def test_the_same_search_twice_is_no_decision(store: Store) -> None:
    save_search(store, "a", "kind:person", by="Ada", now=NOW)
    before = dump(store.path)
    assert save_search(store, " a ", " kind:person ", by="Ada", now=NOW).line == "kind:person"
    assert dump(store.path) == before


def test_without_a_name_the_line_is_the_name(store: Store) -> None:
    save_search(store, " ", "orla  brandt", by="Ada", now=NOW)
    assert search_named(store, "orla brandt").line == "orla brandt"


@pytest.mark.parametrize("line", ["", "  ", "!!", "kind:", "after:20"])
def test_what_looks_for_nothing_is_not_saved(store: Store, line: str) -> None:
    with pytest.raises(NotASearch, match="nothing to look for"):
        save_search(store, "a", line, by="Ada", now=NOW)
    assert kept(store) == {}


def test_a_name_fits_a_row(store: Store) -> None:
    save_search(store, "a" * 80, "salt", by="Ada", now=NOW)
    with pytest.raises(NotASearch, match="80 characters"):
        save_search(store, "a" * 81, "salt", by="Ada", now=NOW)


def test_a_saved_search_outlives_another_extraction_and_is_exported(path: Path) -> None:
    case_of(path, SALT).close()
    with Case(path) as case:
        ref = case.save_search("salt", "kind:person salt").ref
        case.extract()
        assert [str(ref), "salt", "kind:person salt"] == [
            case.contents()["searches"][0][field] for field in ("ref", "name", "line")
        ]
        assert case.label(ref) == "salt"
        assert case.linked(ref) == []
        assert case.log()[0].what == "search saved"
