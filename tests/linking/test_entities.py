from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.linking.entities import blocks, link_entities
from casefile.linking.naming import cluster_kind, cluster_name
from casefile.model.accounts import EntityAccount
from casefile.model.words import EntityKind, Verdict

PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION


def accounts(*names: str, kind: EntityKind = PERSON) -> list[EntityAccount]:
    """Return one account of each name, each of a source of its own."""
    return [EntityAccount(at, at, kind, name, None, 1) for at, name in enumerate(names, 1)]


def clusters(
    told: Sequence[EntityAccount], homes: dict[int, str] | None = None
) -> set[frozenset[str]]:
    """Return the names that are judged to be one."""
    group = {one.id: {one.id} for one in told}
    for judged in link_entities(told, homes or {}):
        if judged.verdict is Verdict.SAME:
            group[judged.left] |= group[judged.right]
            for one in group[judged.left]:
                group[one] = group[judged.left]
    name = {one.id: one.name for one in told}
    return {frozenset(name[id] for id in ids) for ids in group.values()}


def unsure(*names: str) -> set[tuple[str, str]]:
    told = accounts(*names)
    name = {one.id: one.name for one in told}
    return {
        (name[one.left], name[one.right])
        for one in link_entities(told, {})
        if one.verdict is Verdict.UNSURE
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Brandt", "ORLA BRANDT"),
        ("Orla Brandt", "Brandt Orla"),
        ("Zoë Brandt", "Zoe Brandt"),
        ("Orla Brandt", "Orla Brandt’s"),
        ("Pak Sol-mi", "Pak Sol Mi"),
        ("Pak Sol-mi", "Pak Solmi"),
        ("Pak Sol-mi", "Solmi Pak"),
        ("Pak Sol-mi", "Sol-mi Pak"),
        ("Pak Sol Mi", "Sol Mi Pak"),
        ("Tanabe Shōzō", "Shozo Tanabe"),
        ("Orla M. Brandt", "Orla Brandt"),
        ("Orla Maria Brandtsen", "Orla Brandtsen"),
        ("Brandt", "the Brandt"),
    ],
    ids=lambda name: name,
)
def test_spellings_of_one_person_are_one(one: str, other: str) -> None:
    assert clusters(accounts(one, other)) == {frozenset({one, other})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Brandt", "Ivo Brandt"),
        ("Orla Brandt", "Orla Brand"),
        ("Pak Sol-mi", "Pak Sol-ju"),
        ("Pak Sol-mi", "Pak Mi"),
        ("Orla Brandt Jr", "Orla Brandt"),
        ("O. Brandt", "Orla Brandt"),
        ("Pak Yong-su", "Park Young-soo"),
        ("Orla", "Ivo"),
    ],
    ids=lambda name: name,
)
def test_two_persons_stay_two(one: str, other: str) -> None:
    assert clusters(accounts(one, other)) == {frozenset({one}), frozenset({other})}


def test_a_surname_that_only_one_bears_is_that_person() -> None:
    found = clusters(accounts("Brandt", "Orla Brandt", "Ivo Salt"))
    assert frozenset({"Brandt", "Orla Brandt"}) in found


def test_a_surname_in_a_report_of_another_country_is_not_a_strangers() -> None:
    told = accounts("Brandt", "Brandt", "Orla Brandt", "Brandt")
    homes = {1: "Freedonia", 2: "Sylvania", 3: "Sylvania"}
    judged = link_entities(told, homes)
    sure = {(one.left, one.right) for one in judged if one.verdict is Verdict.SAME}
    assert sure == {(2, 3), (3, 4)}
    assert {(1, 3)} == {(one.left, one.right) for one in judged} - sure


def test_a_given_name_alone_is_only_proposed() -> None:
    assert unsure("Orla", "Orla Brandtsen") == {("Orla", "Orla Brandtsen")}
    assert len(clusters(accounts("Pak", "Pak Sol-mi"))) == 1


def test_initials_in_a_report_of_another_country_are_only_proposed() -> None:
    told = accounts("NAB", "National Archive of Boats", kind=ORGANIZATION)
    for home, verdict in (("Freedonia", Verdict.SAME), ("Sylvania", Verdict.UNSURE)):
        [judged] = link_entities(told, {1: "Freedonia", 2: home})
        assert judged.verdict is verdict


def test_a_surname_that_two_bear_is_left_to_the_reader() -> None:
    names = ("Orla Brandt", "Ivo Brandt", "Brandt")
    assert len(clusters(accounts(*names))) == 3
    assert unsure(*names) == {("Orla Brandt", "Brandt"), ("Ivo Brandt", "Brandt")}


def test_a_name_that_two_have_in_full_is_left_to_the_reader() -> None:
    names = ("Orla M. Brandt", "Orla N. Brandt", "Orla Brandt")
    assert len(clusters(accounts(*names))) == 3
    assert unsure(*names) == {
        ("Orla M. Brandt", "Orla Brandt"),
        ("Orla N. Brandt", "Orla Brandt"),
    }


def test_a_surname_of_one_person_in_two_forms_has_one_bearer() -> None:
    assert len(clusters(accounts("Orla M. Brandt", "Orla Brandt", "Brandt"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O. Brandt", "Orla Brandt"),
        ("Pak Yong-su", "Park Young-soo"),
        ("Yi Chae-hyon", "Lee Jae-hyun"),
        ("Ohno Kenta", "Ono Kenta"),
    ],
    ids=lambda name: name,
)
def test_an_initial_and_another_romanisation_are_proposed(one: str, other: str) -> None:
    assert unsure(one, other) == {(one, other)}


def test_a_name_in_any_of_its_spellings_bears_its_surname() -> None:
    for names in (("Pak Solmi", "Pak Sol Mi", "Mi"), ("Pak Sol Mi", "Pak Solmi", "Mi")):
        assert len(clusters(accounts(*names))) == 1


def test_kinds_are_never_mixed() -> None:
    told = [
        EntityAccount(1, 1, PERSON, "Salda", None, 1),
        EntityAccount(2, 2, EntityKind.PLACE, "Salda", None, 1),
    ]
    assert link_entities(told, {}) == []


def test_an_acronym_is_the_only_body_with_these_initials() -> None:
    told = accounts("NAB", "National Archive of Boats", "Harbour Office", kind=ORGANIZATION)
    assert frozenset({"NAB", "National Archive of Boats"}) in clusters(told)


def test_an_acronym_of_two_bodies_is_neither() -> None:
    told = accounts("NAB", "National Archive of Boats", "New Art Bureau", kind=ORGANIZATION)
    assert len(clusters(told)) == 3


def test_a_short_word_is_no_acronym() -> None:
    told = accounts("Nab", "National Archive of Boats", kind=ORGANIZATION)
    assert len(clusters(told)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Harbours", "Harbours Ministry"),
        ("Sylvanian Ministry of Foreign Affairs", "Sylvanian Foreign Ministry"),
        ("Salt and Brandt Co., Ltd.", "Salt & Brandt"),
        ("N.A.B.", "NAB"),
        ("World Boat Organisation", "World Boat Organization"),
    ],
    ids=lambda name: name,
)
def test_spellings_of_one_body_are_one(one: str, other: str) -> None:
    assert len(clusters(accounts(one, other, kind=ORGANIZATION))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of Freedonia", "Freedonia University"),
        ("Ministry of Trade", "Ministry of Trade and Industry"),
        ("Salt Motors", "Salt Records"),
    ],
    ids=lambda name: name,
)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    assert len(clusters(accounts(one, other, kind=ORGANIZATION))) == 2


def test_a_company_is_the_same_without_its_legal_form() -> None:
    told = accounts("Salt & Brandt Ltd", "Salt & Brandt", kind=ORGANIZATION)
    assert len(clusters(told)) == 1


def test_organs_of_two_countries_are_two() -> None:
    told = accounts("Foreign Ministry", "Foreign Ministry", "Foreign Ministry", kind=ORGANIZATION)
    judged = link_entities(told, {1: "Freedonia", 2: "Sylvania", 3: "Freedonia"})
    assert [(one.left, one.right, one.verdict) for one in judged] == [(1, 3, Verdict.SAME)]


def test_a_ministry_that_says_of_what_country_needs_no_home() -> None:
    name = "Sylvanian Foreign Ministry"
    told = accounts(name, name, kind=ORGANIZATION)
    assert len(link_entities(told, {1: "Freedonia", 2: "Sylvania"})) == 1


PARTS = ["Orla", "Brandt", "Ivo", "Salt", "Pak", "Sol", "Mi", "Solmi", "Sol-mi", "NAB", "the", "O.",
         "Park", "Young-soo", "Yong-su", "Jr", "Magdalena"]  # fmt: skip
names = st.lists(st.sampled_from(PARTS), min_size=1, max_size=3).map(" ".join)


@given(st.lists(st.tuples(names, st.sampled_from(EntityKind)), max_size=8))
@settings(max_examples=150)
def test_who_is_one_does_not_depend_on_who_came_first(
    told: list[tuple[str, EntityKind]],
) -> None:
    one = [EntityAccount(at, at, kind, name, None, 1) for at, (name, kind) in enumerate(told, 1)]
    other = [
        EntityAccount(
            len(told) + 1 - account.id, account.source, account.kind, account.name, None, 1
        )
        for account in one
    ]

    def sources(accounts: list[EntityAccount]) -> set[frozenset[int | None]]:
        group = {account.id: frozenset({account.source}) for account in accounts}
        for judged in link_entities(accounts, {}):
            if judged.verdict is Verdict.SAME:
                merged = group[judged.left] | group[judged.right]
                group = {id: merged if ids & merged else ids for id, ids in group.items()}
        return set(group.values())

    assert sources(one) == sources(other)


@given(st.lists(names, min_size=2, max_size=6), st.sampled_from(EntityKind))
@settings(max_examples=150)
def test_whoever_may_be_judged_shares_a_block(told: list[str], kind: EntityKind) -> None:
    """By blocks, or by those of the same full name: see linkable_entities.sql."""
    found = accounts(*told, kind=kind)
    near = {one.id: blocks(kind, one.name) for one in found}
    full = {
        one.id: set().union(
            *(
                near[mate.id]
                for mate in found
                if any(" " in key for key in near[one.id] & near[mate.id])
            )
        )
        | near[one.id]
        for one in found
    }
    for judged in link_entities(found, {}):
        assert full[judged.left] & full[judged.right]
        assert judged.left < judged.right


def test_a_name_of_signs_only_stands_in_a_block_of_its_own() -> None:
    assert blocks(PERSON, "***") == {"person:***"}
    assert link_entities(accounts("***", "###"), {}) == []


# What a cluster is called


def told(*rows: tuple[str, int]) -> list[EntityAccount]:
    return [EntityAccount(at, at, PERSON, name, None, n) for at, (name, n) in enumerate(rows, 1)]


@pytest.mark.parametrize(
    ("accounts", "name"),
    [
        (told(("Brandt", 50), ("Orla Brandt", 1)), "Orla Brandt"),
        (told(("ORLA BRANDT", 9), ("Orla Brandt", 1)), "Orla Brandt"),
        (told(("O. Brandt", 1), ("Orla Brandt", 1), ("O. Brandt", 1)), "O. Brandt"),
        (told(("Orla Brandt", 1), ("Orla M. Brandt", 2)), "Orla M. Brandt"),
        (told(("Orla Brandt", 1), ("Orla Brandd", 1)), "Orla Brandd"),
    ],
    ids=["full before bare", "mixed case", "of most sources", "of most mentions", "by alphabet"],
)
def test_a_cluster_is_called_by_its_best_name(accounts: list[EntityAccount], name: str) -> None:
    assert cluster_name(accounts) == name
    assert cluster_name(accounts[::-1]) == name


def test_a_source_speaks_once_for_a_name_and_only_where_it_still_names_it() -> None:
    twice = [EntityAccount(at, 1, PERSON, "O. Brandt", None, 1) for at in (1, 2)]
    other = EntityAccount(3, 2, PERSON, "Orla Brandt", None, 3)
    assert cluster_name([*twice, other]) == "Orla Brandt"
    gone = [EntityAccount(at, at, PERSON, "O. Brandt", None, 0) for at in (1, 2)]
    assert cluster_name([*gone, other]) == "Orla Brandt"


@given(st.lists(st.tuples(names, st.sampled_from(EntityKind), st.integers(0, 3)), min_size=1))
def test_name_and_kind_do_not_depend_on_order_and_are_some_accounts(
    rows: list[tuple[str, EntityKind, int]],
) -> None:
    accounts = [EntityAccount(i, i, kind, name, None, n) for i, (name, kind, n) in enumerate(rows)]
    assert cluster_name(accounts) == cluster_name(accounts[::-1])
    assert cluster_kind(accounts) is cluster_kind(accounts[::-1])
    assert cluster_name(accounts) in {one.name for one in accounts}


def test_every_pair_is_judged_at_most_once() -> None:
    judged = link_entities(accounts("Brandt", "Orla Brandt", "Brandt Orla", "Brandt"), {})
    seen = [(one.left, one.right) for one in judged]
    assert len(seen) == len(set(seen))
    assert set(seen) <= set(combinations(range(1, 5), 2))
