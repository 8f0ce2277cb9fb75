from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.annotating import add_note
from casefile.model.words import Kind, Ref, Span
from casefile.store.checking import damages
from casefile.store.store import Store
from tests.invented import NOW, PERSON, PLACE, Report, Told, ask, case_of


def report(number: int, date: str) -> Report:
    return Report(
        f"Number {number}. Orla Brandt met Ivo Salt in Port Salda. The Courier said so.",
        {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE},
        [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], date, "Port Salda")],
        [("Orla Brandt met Ivo Salt", None)],
        ["Courier"],
        published="2014-06-01",
    )


@pytest.fixture
def whole(path: Path) -> Store:
    store = case_of(path, report(1, "2014-05-03"), report(2, "2014-05-04"))
    add_note(store, Ref(Kind.SOURCE, 1), "x", span=Span(0, 6), by="Ada", now=NOW)
    return store


def test_a_whole_file_has_no_damage(whole: Store) -> None:
    assert damages(whole) == []


def test_an_empty_case_has_no_damage(store: Store) -> None:
    assert damages(store) == []


OFF = "PRAGMA foreign_keys=OFF"

PLANTED = {
    "mention outside its text": "UPDATE mention SET stop = 999 WHERE source_id = 2 AND start = 10",
    "evidence outside its text": "UPDATE evidence SET stop = 999 WHERE source_id = 2",
    "fact outside its text": "UPDATE fact SET stop = 999 WHERE id = 2",
    "citation outside its text": "UPDATE citation SET stop = 999 WHERE source_id = 2",
    "value of a conflict outside its text": (
        "UPDATE conflict_value SET stop = 999 WHERE position = 1"
    ),
    "furniture outside its text": "INSERT INTO furniture VALUES (2, 9, 999, 'heading')",
    "mention that no longer fits": (
        "UPDATE mention SET form = 'x' WHERE source_id = 2 AND start = 10"
    ),
    "text of another length than noted": "UPDATE source SET characters = 1000 WHERE id = 2",
    "date that is no EDTF": "UPDATE event SET edtf = 'yesterday' WHERE id = 2",
    "date with other bounds than noted": "UPDATE event SET latest = '2020-01-01' WHERE id = 2",
    "entity without a cluster": "UPDATE entity SET cluster_id = 77 WHERE id = 5",
    "event without a cluster": "UPDATE event SET cluster_id = 77 WHERE id = 2",
    "cluster of entities without an account": (
        "INSERT INTO entity_cluster VALUES (5, 'person', 'x', 1, 1, NULL, NULL)"
    ),
    "entity that cannot be found by a name": (
        "DELETE FROM name WHERE kind = 'entity' AND ref_id = 1"
    ),
    "source that is not linked": "UPDATE source SET linked = 0 WHERE id = 2",
    "source missing in the full-text index": "DELETE FROM source_words WHERE rowid = 2",
    "full-text index of a source that is gone": (
        "INSERT INTO source_words (rowid, words) VALUES (9, 'x')"
    ),
    "source without a text": "DELETE FROM source_text WHERE source_id = 2",
    "event without a passage": "DELETE FROM evidence WHERE event_id = 2",
    "conflict about an event that is gone": "UPDATE conflict SET about_id = 77",
    "judgement on an account that is gone": "UPDATE judgement SET right_id = 77 WHERE id = 1",
    "note on something that is gone": "UPDATE note SET target_kind = 'fact', target_id = 77",
    "note missing in the full-text index": "DELETE FROM note_words",
    "full-text index of a note that is gone": (
        "INSERT INTO note_words (rowid, words) VALUES (9, 'x')"
    ),
    "note on a passage that says something else now": "UPDATE note SET quote = 'other'",
    "file": "DELETE FROM source WHERE id = 2",
}


@pytest.mark.parametrize("what", PLANTED)
def test_each_kind_of_damage_is_found_counted_and_named(whole: Store, what: str) -> None:
    ask(whole, PLANTED[what])
    found = {one.what: one for one in damages(whole)}
    assert found[what].count >= 1
    assert found[what].example
    if what not in ("file", "source without a text"):
        assert found[what].count == 1
        assert len(found) <= 2, found


def test_damage_is_counted(whole: Store) -> None:
    ask(whole, "UPDATE mention SET form = 'x' WHERE source_id = 1")
    [damage] = damages(whole)
    assert (damage.what, damage.count) == ("mention that no longer fits", 3)
    assert damage.example == "source:1 at 10"


def test_a_page_of_rubbish_is_found(whole: Store, path: Path) -> None:
    [(page,)] = ask(whole, "SELECT rootpage FROM sqlite_schema WHERE name = 'mention'")
    whole.close()
    held = bytearray(path.read_bytes())
    held[4096 * (page - 1) : 4096 * page] = b"\xff" * 4096
    path.write_bytes(held)
    with Case(path) as case:
        assert "file" in {one.what for one in case.check()}
