"""Journeys: articles on one story that tell of the same event with less and more."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.deeds.exporting import contents
from casefile.model.words import EventKind
from casefile.store.conflicts import conflicts
from casefile.store.store import Store
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
    link,
    one_by_one,
    picture,
    put,
    replace,
)

TREATY = (
    "Envoys of Norland and Vesmark quarrel about the herring of the Salda bank, and about the "
    "lighthouse that Norland built there. The herring feeds both. In 1987 the Kobbe Treaty gave "
    "each 75 boats; Consul Anders Lyng of Vesmark calls it void since the Bruun Report."
)
NAMES = {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Norland": PLACE, "Vesmark": PLACE}
BOTH = ("Orla Brandt", "Ivo Salt")


def report(
    number: int,
    words: str,
    date: str | None = None,
    *,
    place: str | None = None,
    story: str = TREATY,
    who: tuple[str, ...] = BOTH,
    kind: EventKind = EventKind.MEETING,
) -> Report:
    """Return a report of a story that tells of one event in these words."""
    names = NAMES | ({place: PLACE} if place else {})
    return Report(
        f"Report {number}. {story} {words} {' and '.join(who)} at {place or 'sea'}.",
        names,
        [Told(words, who, date, place, kind=kind, title=f"{words} {place or ''}")],
        title=f"Report {number}",
    )


def clusters(store: Store) -> list[set[int]]:
    """Return the sources of each event of the case."""
    groups: dict[int, set[int]] = {}
    for cluster, source in ask(store, "SELECT cluster_id, source_id FROM event ORDER BY id"):
        groups.setdefault(cluster, set()).add(source)
    return list(groups.values())


SUMMIT = (
    report(1, "The summit between Brandt and Salt was long ago."),
    report(2, "Brandt met Salt for the first summit.", "2002-09", place="Port Salda"),
    report(3, "There was a summit of Salt and Brandt in that year.", "2002"),
)
TWO_SUMMITS = (*SUMMIT[:2], report(3, "Salt met Brandt again at a summit.", "2009-06"))
AMBUSH = (
    report(1, "Brandt was shot in the ambush.", "2011-02-05", kind=EventKind.ATTACK, who=BOTH[:1]),
    report(2, "The ambush in which Brandt was shot.", kind=EventKind.ATTACK, who=BOTH[:1]),
    report(3, "An ambush in the hills.", "2011-02-05", kind=EventKind.ATTACK, who=()),
)

CASES = {"a summit": SUMMIT, "two summits": TWO_SUMMITS, "an ambush": AMBUSH}


@pytest.mark.parametrize("name", CASES)
def test_a_case_does_not_depend_on_which_article_of_a_story_came_first(
    tmp_path: Path, name: str
) -> None:
    reports = CASES[name]
    wanted = picture(case_of(tmp_path / "all.casefile", *reports))
    for number, order in enumerate(permutations(reports)):
        assert picture(case_of(tmp_path / f"{number}a.casefile", *order)) == wanted
        assert picture(one_by_one(tmp_path / f"{number}b.casefile", *order)) == wanted


TELLINGS = st.lists(
    st.builds(
        report,
        st.integers(1, 99),
        st.sampled_from(["Brandt met Salt.", "The summit of both.", "Salt said no to Brandt."]),
        st.sampled_from([None, None, "2002", "2002-09", "2002-09-17", "2009-06"]),
        place=st.sampled_from([None, "Port Salda", "Westrand"]),
        who=st.sampled_from([BOTH, BOTH[:1], (*BOTH, "Norland"), ("Norland", "Vesmark"), ()]),
        kind=st.sampled_from([EventKind.MEETING, EventKind.VISIT, EventKind.ATTACK]),
        story=st.sampled_from([TREATY, TREATY, "Of hens and apples."]),
    ),
    min_size=2,
    max_size=4,
    unique_by=lambda one: one.text,
)


@given(reports=TELLINGS, data=st.data())
@settings(max_examples=20)
def test_any_case_of_stories_is_the_same_one_by_one_and_all_at_once_and_again(
    tmp_path_factory: pytest.TempPathFactory, reports: list[Report], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("stories")
    order = data.draw(st.permutations(reports))
    slowly = one_by_one(folder / "a.casefile", *order)
    at_once = case_of(folder / "b.casefile", *reports)
    assert picture(slowly) == picture(at_once)
    before = dump(slowly.path)
    link(slowly, *range(1, len(reports) + 1), now=LATER)
    link(slowly, data.draw(st.integers(1, len(reports))), now=LATER)
    assert dump(slowly.path) == before
    slowly.close()
    at_once.close()


def test_an_old_summit_is_one_though_one_article_gives_no_day(path: Path) -> None:
    store = one_by_one(path, *SUMMIT)
    assert clusters(store) == [{1, 2, 3}]
    [event] = contents(store)["events"]
    assert event["date"]["edtf"] == "2002-09"
    reasons = ask(store, "SELECT judgement, reason, made_by FROM judgement WHERE kind = 'event'")
    assert ("same", "2 shared participants, articles about one story", "machine:linking") in reasons


def test_the_same_words_in_another_story_prove_nothing(path: Path) -> None:
    hens = (
        "Ilse Korben breeds hens at Aldermoor. Her blue eggs won at Westrand in 1998 and 2004, "
        "before the jury of Rolf Tane, Hedda Quill and Mats Orlik; the Mill Farm has 1,200 hens. "
        "Quill, of the Lindow Poultry Club, came with Tamsin Ferro and Arvid Holm from Kelder, "
        "where 340 breeders from Marn, Ostby and Tille had shown 2,150 birds since 1991."
    )
    store = one_by_one(path, SUMMIT[1], report(1, "They met.", story=hens))
    assert clusters(store) == [{1}, {2}]


def test_a_telling_that_fits_two_summits_is_proposed_for_both_and_makes_no_conflict(
    path: Path,
) -> None:
    store = one_by_one(path, *TWO_SUMMITS)
    assert clusters(store) == [{1}, {2}, {3}]
    found = ask(store, "SELECT left_id, right_id, judgement FROM judgement WHERE kind = 'event'")
    assert sorted(found) == [(1, 2, "unsure"), (1, 3, "unsure")]
    assert conflicts(store) == []


def test_what_was_sure_is_a_proposal_when_a_second_summit_becomes_known(path: Path) -> None:
    store = one_by_one(path, *TWO_SUMMITS[:2])
    assert clusters(store) == [{1, 2}]
    link(store, *put(store, TWO_SUMMITS[2]))
    assert clusters(store) == [{1}, {2}, {3}]
    replace(store, 3, Report(TWO_SUMMITS[2].text).findings())
    link(store)
    assert clusters(store) == [{1, 2}]


def judge(store: Store, left: int, right: int, verdict: str) -> None:
    ask(
        store,
        "INSERT INTO judgement (kind, left_id, right_id, judgement, reason, made_by, made_at) "
        "VALUES ('event', ?, ?, ?, 'I was there', 'Ada', ?)",
        left,
        right,
        verdict,
        NOW,
    )


def test_what_a_person_parted_no_story_joins_again(path: Path) -> None:
    store = one_by_one(path, *SUMMIT[:2])
    judge(store, 1, 2, "different")
    link(store, 1)
    assert clusters(store) == [{1}, {2}]
    link(store, *put(store, SUMMIT[2]))
    assert {1, 2} not in clusters(store)
    assert {1, 2, 3} not in clusters(store)


def test_what_a_person_joined_no_veto_parts(path: Path) -> None:
    store = one_by_one(path, *TWO_SUMMITS[1:])
    assert clusters(store) == [{1}, {2}]
    judge(store, 1, 2, "same")
    link(store, 1)
    link(store, 2)
    assert clusters(store) == [{1, 2}]


def test_two_governments_that_meet_often_are_not_joined_without_a_day(path: Path) -> None:
    lands = ("Norland", "Vesmark")
    store = one_by_one(
        path,
        report(1, "Norland met Vesmark.", who=lands),
        report(2, "Vesmark and Norland met.", "2002-09", who=lands),
    )
    assert clusters(store) == [{1}, {2}]


def test_a_ministry_is_a_body_like_any_other(path: Path) -> None:
    """Only the bodies that act for their country count as the country."""
    names = NAMES | {"Salda Harbour Board": ORGANIZATION}
    reports = [
        Report(f"{TREATY} {words}", names, [Told(words, ("Salda Harbour Board", "Ivo Salt"), date)])
        for words, date in (("Salt met the Salda Harbour Board.", None),
                            ("The Salda Harbour Board met Salt.", "2002-09"))
    ]  # fmt: skip
    assert clusters(one_by_one(path, *reports)) == [{1, 2}]
