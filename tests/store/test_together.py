"""Who is told of with whom: the same numbers by neighbours, by pairs and in the matrix."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.model.words import Kind, Ref
from casefile.store.store import Store
from tests.looks import HARBOUR, make_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(make_case(tmp_path / "a.casefile")) as case:
        yield case


def test_neighbours_pairs_and_matrix_agree(case: Case) -> None:
    ids = case.ids(Kind.ENTITY)
    cells = case.matrix(ids, ids)
    assert not any(one == other for one, other in cells)
    for id in ids:
        one = Ref(Kind.ENTITY, id)
        mates = {mate.ref: mate for mate in case.mates(one)}
        assert one not in mates
        for other in (Ref(Kind.ENTITY, id) for id in ids if id != one.id):
            found = case.shared(one, other)
            assert found == case.shared(other, one)
            assert len(found.passages) == cells.get((one.id, other.id), 0)
            if other in mates:
                mate = mates[other]
                counted = (len(found.events), len(found.facts), len(found.passages))
                assert counted == (mate.events, mate.facts, mate.passages)
            else:
                assert not found.events
                assert not found.facts


def test_who_takes_part_in_an_event_is_told_of_with_the_others_and_its_place(case: Case) -> None:
    names = {row.name: row.ref for row in case.entity_rows(case.ids(Kind.ENTITY))}
    for told in HARBOUR:
        there = [*told.who, *([told.place] if told.place else [])]
        for one in there:
            mates = {mate.name for mate in case.mates(names[one])}
            assert set(there) - {one} <= mates


def test_the_year_is_that_of_the_event_else_of_the_report(case: Case) -> None:
    ilse = next(row for row in case.entity_rows(case.ids(Kind.ENTITY)) if row.name == "Ilse Brandt")
    tomas = next(mate for mate in case.mates(ilse.ref) if mate.name == "Tomas Ruiz")
    assert [(one.year, one.events, one.facts) for one in tomas.years] == [
        (2014, 1, 1),
        (2018, 1, 1),
    ]


def test_an_event_told_twice_counts_in_the_earlier_year_alone(tmp_path: Path) -> None:
    store = Store(make_case(tmp_path / "b.casefile"))
    with store.write() as db:
        for statement in AGAIN:
            db.conn.execute(statement)
    store.close()
    with Case(tmp_path / "b.casefile") as case:
        ilse, tomas = Ref(Kind.ENTITY, 1), Ref(Kind.ENTITY, 3)
        mate = next(mate for mate in case.mates(ilse) if mate.ref == tomas)
        assert [(one.year, one.events, one.passages) for one in mate.years] == [
            (2014, 1, 1), (2016, 1, 1), (2018, 0, 1),
        ]  # fmt: skip
        assert len(case.shared(ilse, tomas).passages) == 3


AGAIN = (
    "INSERT INTO source (id, sha256, path, format, codec, label, published, published_earliest,"
    " published_latest, characters, linked) VALUES (2, printf('%064d', 1), 'b.txt', 'text',"
    " 'utf-8', 'Older news', '2016-05-01', '2016-05-01', '2016-05-01', 60, 1)",
    "INSERT INTO source_text VALUES (2, 'Talks there were, says one who has seen them there.')",
    "INSERT INTO event (id, source_id, kind, anchor, ordinal, title, modality, secret, cluster_id)"
    " VALUES (99, 2, 'meeting', 0, 0, 'Talks', 'reported', 0, 6)",
    "INSERT INTO evidence VALUES (99, 2, 0, 5)",
    "INSERT INTO participant VALUES (99, 1, 'participant'), (99, 3, 'participant')",
)
"""A second account, in an older report, of the talks that nobody dates."""


def test_the_passages_are_no_more_than_asked_for(case: Case) -> None:
    one, other = Ref(Kind.ENTITY, 1), Ref(Kind.ENTITY, 2)
    assert len(case.shared(one, other, most=1).passages) == 1
