"""A search at a key does so much and no more, and says where it left out anything."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.core.work import Work
from casefile.deeds import searchpace
from casefile.deeds.searching import PLACES, answer
from casefile.deeds.searchrows import every, in_order
from casefile.model.words import Kind
from casefile.store.store import Store
from tests.invented import PERSON, PLACE, Report, Told, case_of

DAYS = ("2014-05", "2013", "", "2014-05-03", "../2012", "2016-02", "", "2014-05")
REPORTS = [
    Report(
        f"Orla Brandt{at} met Ivo Salt in Port Salda. The {at} boats were late.",
        {f"Orla Brandt{at}": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE},
        [Told("Ivo Salt in Port Salda", ["Ivo Salt"], day or None, "Port Salda")],
        title=f"Boats of day {at}",
        publisher="Northern Wire" if at % 2 else "Harbour Post",
        published=None if at == 3 else f"20{10 + at}-06-02",
    )
    for at, day in enumerate(DAYS)
]

LINES = (
    "orla brandt3 | ivo salt | boats | brandt4", "source:north", "source:harbour ivo",
    "before:2014", "after:2014-05", "!after:2015", "!source:north in:entities", "late$", "'boa",
    "place:salda boats", "^orla", "kind:person after:2012", "orla !^ivo",
    '"were late" | "met ivo"',
)  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = case_of(tmp_path_factory.mktemp("pace") / "a.casefile", *REPORTS)
    yield store
    store.close()


@pytest.mark.parametrize("line", LINES)
def test_where_there_is_work_enough_a_key_finds_what_a_pause_finds(full: Store, line: str) -> None:
    at_a_key = answer(full, line, places=PLACES)
    assert not at_a_key.is_hurried
    assert at_a_key == answer(full, line, places=PLACES, thorough=True)


@given(line=st.sampled_from(LINES), work=st.integers(1, 20_000))
@settings(max_examples=80)
def test_with_little_work_nothing_else_is_found_and_what_is_left_out_is_told_of(
    full: Store, line: str, work: int
) -> None:
    whole = answer(full, line, places=PLACES, thorough=True, limit=500)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searchpace, "WORK_AT_A_KEY", work)
        soon = answer(full, line, places=PLACES, limit=500)
    if "!source" not in line:
        assert {(hit.ref, hit.kind) for hit in soon.hits} <= {
            (hit.ref, hit.kind) for hit in whole.hits
        }
    if not soon.is_hurried:
        assert soon == whole


def test_the_first_way_to_read_a_line_is_looked_up_before_others(full: Store) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searchpace, "WORK_AT_A_KEY", 1)
        soon = answer(full, "brandt3 | brandt5", places=["entities"])
    assert [hit.label for hit in soon.hits][:1] == ["Orla Brandt3"]
    assert "Orla Brandt5" not in [hit.label for hit in soon.hits][:1]
    assert soon.is_hurried


@given(st.data())
def test_some_rows_of_a_kind_come_in_the_order_of_their_list(
    full: Store, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from([Kind.SOURCE, Kind.EVENT, Kind.ENTITY, Kind.FACT]))
    listed = [*every(full, kind)]
    some = data.draw(st.sets(st.sampled_from([*listed, 10_000])))
    assert [*in_order(full, kind, some)] == [id for id in listed if id in some]


@given(st.lists(st.floats(0, 100)), st.floats(-10, 300))
def test_work_is_spent_when_as_much_was_done(done: list[float], left: float) -> None:
    work = Work(left)
    for much in done:
        work.spend(much)
    assert not work.is_cut
    assert work.is_spent() == (work.left <= 0) == work.is_cut
