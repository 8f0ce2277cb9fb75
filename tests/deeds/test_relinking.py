from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.core.edtf import worded
from casefile.deeds.annotating import add_note
from casefile.deeds.exporting import contents
from casefile.deeds.relinking import relink
from casefile.model.words import EntityKind, Kind, Ref
from casefile.store.conflicts import conflicts
from casefile.store.notes import note_ids
from tests.invented import (
    LATER,
    NOW,
    ORGANIZATION,
    PERSON,
    PLACE,
    Report,
    Told,
    ask,
    case_of,
    dump,
    entity,
    link,
    one_by_one,
    picture,
    put,
    replace,
)


def report(
    number: int,
    *who: str,
    date: str | None = "2014-05-03",
    place: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    cites: Sequence[str] = (),
    also: dict[str, EntityKind] | None = None,
) -> Report:
    """Return a report that tells of one meeting."""
    names = dict.fromkeys(who, PERSON) | ({place: PLACE} if place else {}) | (also or {})
    words = f"{' met '.join(who)} {place or ''}"
    rest = "".join(f" {name}." for name in [*(also or {}), *cites])
    return Report(
        f"Number {number}. {words}.{rest}",
        names,
        [Told(words, who, date, place)] if who else [],
        publisher=publisher,
        published=published,
        cites=cites,
        title=f"Report {number}",
    )


TELLINGS = {
    "one meeting told three times": (
        report(1, "Orla Brandt", "Ivo Salt"),
        report(2, "Ivo Salt", "Brandt", date="2014-05"),
        report(3, "ORLA BRANDT", "Ivo Salt", place="Port Salda"),
    ),
    "a surname of two": (
        report(1, "Brandt", "Ivo Salt"),
        report(2, "Orla Brandt", "Ivo Salt"),
        report(3, "Jon Brandt", "Ivo Salt"),
    ),
    "a month that fits two days": (
        report(1, "Orla Brandt", "Ivo Salt", date="2014-05-03"),
        report(2, "Orla Brandt", "Ivo Salt", date="2014-05-20"),
        report(3, "Orla Brandt", "Ivo Salt", date="2014-05"),
    ),
    "days that differ": (
        report(1, "Orla Brandt", "Ivo Salt", date="2014-05-03"),
        report(2, "Orla Brandt", "Ivo Salt", date="2014-05-04"),
        report(3, "Orla Brandt", "Ivo Salt", date=None),
    ),
    "a year and a day that lies outside the next": (
        report(1, "Orla Brandt", "Ivo Salt", "Una Reed", date="2014", place="Port Salda"),
        report(2, "Orla Brandt", "Ivo Salt", date="2014-05-03", place="Port Salda"),
        report(3, "Orla Brandt", "Ivo Salt", date="2014-11-20", place="Port Salda"),
    ),
    "ministries of two countries": (
        report(1, also={"Foreign Ministry": ORGANIZATION, "Japan": PLACE}),
        report(2, also={"Foreign Ministry": ORGANIZATION, "Mongolia": PLACE}),
        report(3, also={"Foreign Ministry": ORGANIZATION, "Japan": PLACE, "China": PLACE}),
    ),
    "spellings of an Asian name": (
        report(1, "Pak Sol Mi", "Ivo Salt"),
        report(2, "Pak Solmi", "Ivo Salt"),
        report(3, "Mi", "Ivo Salt"),
    ),
    "a second bearer in an undated report": (
        report(1, "Brandt"),
        report(2, "Brandt", "Jon Brandt"),
        report(3, "Orla Brandt", date=None),
    ),
    "citations": (
        report(1, "Orla Brandt", publisher="Courier", published="2014-05-05"),
        report(2, "Orla Brandt", publisher="Courier", published="2014-05-08"),
        report(3, "Orla Brandt", published="2014-05-09", cites=["Courier"]),
    ),
}


@pytest.mark.parametrize("name", TELLINGS)
def test_a_case_does_not_depend_on_what_came_first(tmp_path: Path, name: str) -> None:
    reports = TELLINGS[name]
    wanted = picture(case_of(tmp_path / "all.casefile", *reports))
    for number, order in enumerate(permutations(reports)):
        assert picture(case_of(tmp_path / f"{number}a.casefile", *order)) == wanted
        assert picture(one_by_one(tmp_path / f"{number}b.casefile", *order)) == wanted


WHO = st.lists(
    st.sampled_from(["Orla Brandt", "Brandt", "Ivo Salt", "Una Reed", "Pak Sol-mi", "Jon Brandt"]),
    min_size=1,
    max_size=3,
    unique=True,
)
DATES = st.sampled_from([None, "2014-05-03", "2014-05-04", "2014-05", "2014", "2016-09-01"])
PLACES = st.sampled_from([None, "Port Salda", "Japan"])
MEETINGS = st.lists(st.tuples(WHO, DATES, PLACES), min_size=2, max_size=4)


@given(told=MEETINGS, data=st.data())
@settings(max_examples=20)
def test_any_case_is_whole_and_linking_it_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    told: list[tuple[list[str], str | None, str | None]],
    data: st.DataObject,
) -> None:
    folder = tmp_path_factory.mktemp("any")
    reports = [
        report(number, *who, date=date, place=place)
        for number, (who, date, place) in enumerate(told)
    ]
    store = one_by_one(folder / "a.casefile", *reports)
    assert not store.rows("loose_rows")
    before = dump(store.path)
    link(store, *range(1, len(reports) + 1), now=LATER)
    link(store, data.draw(st.integers(1, len(reports))), now=LATER)
    after = dump(store.path)
    assert {name for name in before if before[name] != after[name]} <= set()
    store.close()


def test_a_ministry_is_not_moved_to_another_country_by_a_report_that_names_one(
    path: Path,
) -> None:
    at_home = Report(
        "Japan and Japan and China. Foreign Ministry.",
        {"Japan": PLACE, "China": PLACE, "Foreign Ministry": ORGANIZATION},
    )
    abroad = Report(
        "In China the Foreign Ministry said no.", {"China": PLACE, "Foreign Ministry": ORGANIZATION}
    )
    store = one_by_one(path, at_home, abroad)
    of = [entity(store, "Foreign Ministry", source=source) for source in (1, 2)]
    assert of[0] != of[1]


def test_a_name_that_a_second_one_comes_to_bear_is_left_to_the_reader(path: Path) -> None:
    """Though one spelling of the first bearer shares no word with the second."""
    store = one_by_one(path, *(report(n, who) for n, who in enumerate(
        ("Pak Solmi", "Pak Sol Mi", "Mi"), 1)))  # fmt: skip
    assert entity(store, "Mi") == entity(store, "Pak Solmi")
    link(store, *put(store, report(4, "Una Mi")))
    assert entity(store, "Mi") != entity(store, "Pak Solmi")
    assert entity(store, "Pak Sol Mi") == entity(store, "Pak Solmi")


def test_a_merged_event_leaves_no_conflict_behind(path: Path) -> None:
    """What was two near events with a conflict becomes one when a source corrects itself."""
    store = one_by_one(
        path,
        report(1, "Una Reed"),
        report(2, "Orla Brandt", "Ivo Salt", date="2014-05-04"),
        report(3, "Orla Brandt", "Ivo Salt", date="2014-05-03"),
    )
    [conflict] = conflicts(store)
    assert conflict.about == Ref(Kind.EVENT, 2)
    replace(store, 3, report(3, "Orla Brandt", "Ivo Salt", date="2014-05-04").findings())
    link(store)
    assert conflicts(store) == []
    assert not store.rows("loose_rows")


def test_a_conflict_about_an_event_that_is_gone_goes_too(path: Path) -> None:
    store = one_by_one(
        path,
        report(1, "Orla Brandt", "Ivo Salt", date="2014-05-03"),
        report(2, "Orla Brandt", "Ivo Salt", date="2014-05-04"),
    )
    replace(store, 1, Report("").findings())
    link(store)
    assert conflicts(store) == []
    assert contents(store)["conflicts"] == []


def test_a_conflict_that_a_reader_wrote_on_stays(path: Path) -> None:
    store = one_by_one(
        path,
        report(1, "Orla Brandt", "Ivo Salt", date="2014-05-03"),
        report(2, "Orla Brandt", "Ivo Salt", date="2014-05-04"),
    )
    add_note(store, Ref(Kind.CONFLICT, 1), "who is right?", span=None, by="Ada", now=NOW)
    replace(store, 2, report(2, "Orla Brandt", "Ivo Salt", date="2014-05-03").findings())
    link(store)
    assert [one.ref for one in conflicts(store)] == [Ref(Kind.CONFLICT, 1)]


def test_a_conflict_keeps_its_id_while_it_lasts(path: Path) -> None:
    store = one_by_one(
        path,
        report(1, "Orla Brandt", "Ivo Salt", date="2014-05-03"),
        report(2, "Orla Brandt", "Ivo Salt", date="2014-05-04"),
    )
    link(store, *put(store, report(3, "Una Reed", "Orla Brandt", date="2014-05-05")))
    assert [one.ref.id for one in conflicts(store)] == [1]


def test_what_a_person_parted_stays_apart_though_the_names_are_one(path: Path) -> None:
    store = case_of(path, report(1, "Orla Brandt"), report(2, "Orla Brandt"))
    assert entity(store, "Orla Brandt", source=2) == 1
    ask(
        store,
        "INSERT INTO judgement (kind, left_id, right_id, judgement, reason, made_by, made_at) "
        "VALUES ('entity', 1, 2, 'different', 'her aunt', 'Ada', ?)",
        NOW,
    )
    link(store, 2)
    assert entity(store, "Orla Brandt", source=2) == 2
    link(store, *put(store, report(3, "Orla Brandt")))
    assert entity(store, "Orla Brandt", source=2) != entity(store, "Orla Brandt", source=1)


def test_the_place_of_an_event_is_always_an_entity_that_is_shown(path: Path) -> None:
    store = case_of(
        path,
        report(1, "Una Reed", place="Port Salda", date="2010-01-01"),
        report(2, "Orla Brandt", "Ivo Salt", place="Port Salda"),
    )
    replace(store, 1, report(1, "Una Reed", date="2010-01-01").findings())
    relink(store, [1], now=NOW)
    link(store)
    document = contents(store)
    shown = {one["ref"] for one in document["entities"]}
    assert {one["place"] for one in document["events"]} - {None} <= shown


def test_an_account_with_a_new_name_is_linked_by_it(path: Path) -> None:
    store = case_of(path, report(1, "Pak Sol Mi"), report(2, "Pak Solmi-longname"))
    assert entity(store, "Pak Sol Mi") == 1
    again = report(1, "Pak Sol-Mi")
    replace(store, 1, again.findings())
    assert ask(store, "SELECT count(*) FROM entity_block WHERE entity_id = 1") == [(0,)]
    link(store)
    assert not store.rows("loose_rows")


def test_adding_one_more_touches_no_note(path: Path) -> None:
    store = one_by_one(path, report(1, "Orla Brandt", "Ivo Salt"))
    for target in ("source:1", "entity:1", "event:1"):
        add_note(store, Ref.parse(target), "mine", span=None, by="Ada", now=NOW)
    before = dump(path)
    link(store, *put(store, report(2, "Brandt", "Ivo Salt")))
    after = dump(path)
    assert before["note"] == after["note"]
    assert before["decision"] == after["decision"]
    assert list(note_ids(store, Ref(Kind.ENTITY, 1))) == [2]


def test_years_and_counts_of_an_entity_are_those_of_its_sources(path: Path) -> None:
    store = one_by_one(
        path,
        report(1, "Orla Brandt", published="2014-06-01"),
        report(2, "Orla Brandt", published="2016-06-01"),
        report(3, "Orla Brandt"),
    )
    [row] = ask(store, "SELECT mentions, sources, first_year, last_year FROM entity_cluster")
    assert row == (3, 3, 2014, 2016)


def test_a_date_without_a_day_is_kept_with_its_bounds(path: Path) -> None:
    store = case_of(path, report(1, "Orla Brandt", "Ivo Salt", date="2014-05~"))
    [event] = contents(store)["events"]
    when = worded("", "2014-05~")
    assert event["date"]["edtf"] == when.edtf
    assert (event["date"]["earliest"], event["date"]["latest"]) == ("2014-05-01", "2014-05-31")


@given(told=MEETINGS, data=st.data())
@settings(max_examples=15)
def test_any_case_is_the_same_one_by_one_and_all_at_once(
    tmp_path_factory: pytest.TempPathFactory,
    told: list[tuple[list[str], str | None, str | None]],
    data: st.DataObject,
) -> None:
    folder = tmp_path_factory.mktemp("same")
    reports = [
        report(number, *who, date=date, place=place)
        for number, (who, date, place) in enumerate(told)
    ]
    order = data.draw(st.permutations(reports))
    slowly = one_by_one(folder / "a.casefile", *order)
    at_once = case_of(folder / "b.casefile", *reports)
    assert picture(slowly) == picture(at_once)
    slowly.close()
    at_once.close()
