from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.deeds.annotating import add_note
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Verdict
from casefile.store.entities import entity_cluster, entity_ids, get_entity
from casefile.store.events import event_cluster
from casefile.store.judgements import human_judgements, judgements, recluster
from casefile.store.judgements import replace_machine_judgements as replace_judgements
from casefile.store.notes import note_ids
from casefile.store.store import Store
from tests.invented import (
    LATER,
    NOW,
    PERSON,
    PLACE,
    Report,
    Told,
    ask,
    case_of,
    dump,
    entity,
    link,
    put,
    replace,
)

ACCOUNTS = 8
NAMES = [f"Person {letter}" for letter in "ABCDEFGH"]

Said = tuple[int, int, str, str]
"""Left, right, verdict, who."""


def judge(store: Store, *said: Said) -> None:
    ask(store, "DELETE FROM judgement")
    for left, right, verdict, by in said:
        ask(
            store,
            "INSERT OR REPLACE INTO judgement "
            "(kind, left_id, right_id, judgement, reason, made_by, made_at) "
            "VALUES ('entity', ?, ?, ?, '', ?, 'now')",
            left,
            right,
            verdict,
            by,
        )


def clusters(store: Store) -> set[frozenset[int]]:
    found = defaultdict(set)
    for id, cluster in ask(store, "SELECT id, cluster_id FROM entity"):
        found[cluster].add(id)
    assert all(min(ids) == lead for lead, ids in found.items())
    return {frozenset(ids) for ids in found.values()}


def grow(seeds: set[int], pairs: list[tuple[int, int]]) -> frozenset[int]:
    """Return the slow and simple way all that is connected with the seeds."""
    while True:
        more = seeds | {b for a, b in pairs if a in seeds} | {a for a, b in pairs if b in seeds}
        if more == seeds:
            return frozenset(seeds)
        seeds = more


def pairs(by: str, verdicts: tuple[str, ...]) -> st.SearchStrategy[list[Said]]:
    two = st.tuples(st.integers(1, ACCOUNTS), st.integers(1, ACCOUNTS))
    some = two.filter(lambda pair: pair[0] < pair[1])
    said = st.tuples(some, st.sampled_from(verdicts))
    return st.lists(
        said.map(lambda one: (*one[0], one[1], by)), max_size=12, unique_by=lambda one: one[:2]
    )


@pytest.fixture
def eight(store: Store) -> Store:
    put(store, Report(", ".join(NAMES), dict.fromkeys(NAMES, PERSON)))
    return store


def reclustered(store: Store, ids: list[int]) -> set[int]:
    with store.write():
        return recluster(store, "entity", ids)


@given(said=pairs("machine:linking", ("same", "different", "unsure")))
@settings(max_examples=60)
def test_clusters_are_what_is_connected(eight: Store, said: list[Said]) -> None:
    judge(eight, *said)
    leads = reclustered(eight, list(range(1, ACCOUNTS + 1)))
    same = [(left, right) for left, right, verdict, _ in said if verdict == "same"]
    assert clusters(eight) == {grow({id}, same) for id in range(1, ACCOUNTS + 1)}
    assert leads == {min(ids) for ids in clusters(eight)}


@given(
    machine=pairs("machine:linking", ("same", "different")),
    human=pairs("reader", ("same", "different", "unsure")),
)
@settings(max_examples=60)
def test_a_persons_judgement_outranks_the_machines(
    eight: Store, machine: list[Said], human: list[Said]
) -> None:
    judge(eight, *machine, *human)
    reclustered(eight, list(range(1, ACCOUNTS + 1)))
    together = {one: ids for ids in clusters(eight) for one in ids}
    said = [(left, right) for left, right, verdict, _ in human if verdict == "same"]
    for left, right, verdict, _ in human:
        if verdict == "same":
            assert together[left] is together[right]
        elif verdict == "different" and right not in grow({left}, said):
            # No chain of the machine's judgements brings them together either.
            assert together[left] is not together[right]


def test_what_a_person_parts_the_machine_does_not_join_by_way_of_a_third(eight: Store) -> None:
    machine = "machine:linking"
    judge(eight, (1, 2, "same", machine), (1, 3, "same", machine), (2, 3, "different", "reader"))
    reclustered(eight, [1, 2, 3])
    assert frozenset({1, 2}) in clusters(eight)
    assert frozenset({3}) in clusters(eight)


def test_a_persons_judgement_stands_though_the_machine_spoke_later(eight: Store) -> None:
    judge(eight, (1, 2, "different", "reader"), (1, 2, "same", "machine:linking"))
    reclustered(eight, [1, 2])
    assert frozenset({1}) in clusters(eight)


def test_the_last_of_two_persons_has_the_say(eight: Store) -> None:
    judge(eight, (1, 2, "same", "Ada"), (1, 2, "different", "Ben"))
    reclustered(eight, [1, 2])
    assert frozenset({1}) in clusters(eight)


def test_a_judgement_taken_back_parts_them_again(eight: Store) -> None:
    judge(eight, (1, 2, "same", "machine:linking"), (2, 3, "same", "machine:linking"))
    reclustered(eight, [1, 2, 3])
    judge(eight, (2, 3, "same", "machine:linking"))
    reclustered(eight, [1])
    assert {frozenset({1}), frozenset({2, 3})} <= clusters(eight)


def test_mates_that_are_not_asked_for_are_looked_at_too(eight: Store) -> None:
    judge(eight, (1, 2, "same", "machine:linking"), (2, 3, "same", "machine:linking"))
    reclustered(eight, [1, 2, 3])
    judge(eight, (2, 3, "same", "machine:linking"))
    assert reclustered(eight, [3]) == {1, 2}


def test_judgements_that_stay_keep_their_date(eight: Store) -> None:
    ids = [1, 2, 3]

    def say(*wanted: tuple[int, int, Verdict, str], now: str) -> None:
        with eight.write():
            replace_judgements(eight, "entity", ids, wanted, renewed=set(), now=now)

    say((1, 2, Verdict.SAME, "name"), now=NOW)
    say((1, 2, Verdict.SAME, "name"), (1, 3, Verdict.UNSURE, "surname"), now=LATER)
    assert [(one.left, one.right, one.at) for _, one in judgements(eight)] == [
        (1, 2, NOW),
        (1, 3, LATER),
    ]
    say(now=LATER)
    assert judgements(eight) == []


def test_the_machine_leaves_what_people_judged(eight: Store) -> None:
    judge(eight, (1, 2, "different", "reader"))
    with eight.write():
        replace_judgements(eight, "entity", [1, 2, 3], [], renewed={1}, now=NOW)
    [only] = human_judgements(eight, "entity", [1])
    assert only.verdict is Verdict.DIFFERENT


# What it comes to in a case


def told(number: int, *names: str) -> Report:
    who = [name for name in names if name != "Port Salda"]
    return Report(
        f"Report {number}. {' met '.join(names)} there.",
        {name: PLACE if name == "Port Salda" else PERSON for name in names},
        [Told(f"{' met '.join(names)} there", who, "2014-05-03")],
    )


def test_a_cluster_is_shown_under_its_lowest_id(path: Path) -> None:
    store = case_of(path, told(1, "Orla Brandt"), told(2, "Orla Brandt"), told(3, "Brandt"))
    assert list(entity_ids(store)) == [1]
    assert {entity_cluster(store, id) for id in (1, 2, 3)} == {1}
    assert get_entity(store, 3).row.ref == Ref(Kind.ENTITY, 1)
    with pytest.raises(UnknownRef):
        entity_cluster(store, 4)
    with pytest.raises(UnknownRef):
        event_cluster(store, 99)
    store.close()


def test_linking_again_changes_nothing(path: Path) -> None:
    store = case_of(path, told(1, "Orla Brandt", "Ivo Salt"), told(2, "Ivo Salt", "Orla Brandt"))
    before = dump(path)
    link(store, 1, 2, now=LATER)
    link(store, 2, now=LATER)
    assert dump(path) == before
    store.close()


@pytest.mark.parametrize("again", [(1,), ()], ids=["that source", "what is left"])
def test_when_the_leading_account_goes_its_mates_stay_together(
    path: Path, again: tuple[int, ...]
) -> None:
    store = case_of(
        path,
        told(1, "Orla Brandt", "Ivo Salt"),
        told(2, "Orla Brandt", "Ivo Salt"),
        told(3, "Brandt", "Ivo Salt"),
    )
    replace(store, 1, Report("").findings())
    link(store, *again)
    link(store)
    assert len(entity_ids(store)) == 2
    assert entity(store, "Brandt") == entity(store, "Orla Brandt", source=2)
    assert len(ask(store, "SELECT id FROM event_cluster")) == 1
    assert not store.rows("loose_rows")
    store.close()


def test_a_note_on_an_account_is_shown_on_its_cluster_wherever_that_is_led_from(
    path: Path,
) -> None:
    store = case_of(path, told(1, "Orla Brandt"), told(2, "Orla Brandt"))
    note = add_note(store, Ref(Kind.ENTITY, 2), "mine", span=None, by="reader", now=NOW)
    assert list(note_ids(store, Ref(Kind.ENTITY, 1))) == [note.ref.id]
    replace(store, 1, Report("").findings())
    link(store)
    assert list(note_ids(store, Ref(Kind.ENTITY, 2))) == [note.ref.id]
    store.close()


def test_deleting_a_source_takes_what_it_said_and_strands_nobody(path: Path) -> None:
    store = case_of(
        path,
        told(1, "Orla Brandt", "Port Salda"),
        told(2, "Orla Brandt", "Port Salda"),
        told(3, "Brandt", "Port Salda"),
    )
    with store.write() as database:
        database.execute("DELETE FROM source WHERE id = 1")
        store.run("drop_source_words", id=1)
    link(store)
    assert len(entity_ids(store)) == 2
    assert not store.rows("loose_rows")
    assert store.integrity() == []
    store.close()
