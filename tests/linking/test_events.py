from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations
from types import MappingProxyType

import pytest

from casefile.core.edtf import worded
from casefile.linking.conflicts import Disagreement, Known, disputes
from casefile.linking.events import link_events
from casefile.linking.telling import tell
from casefile.linking.weighing import Knowledge
from casefile.linking.wordings import Told, read, told
from casefile.model.accounts import EventAccount
from casefile.model.words import EntityKind, EventKind, Modality, PartialDate, Span, Verdict

BRANDT, SALT, PAK, GOVERNMENT, COUNTRY, REED = 1, 2, 3, 4, 5, 6
TOWN, LAND, ELSEWHERE = 10, 11, 12

INSIDE = {(TOWN, LAND)}


def within(inner: int, outer: int) -> bool:
    return inner == outer or (inner, outer) in INSIDE


def fits(one: int, other: int) -> bool:
    return within(one, other) or within(other, one)


def account(
    id: int,
    date: str | None = "2014-05-03",
    *,
    who: tuple[int, ...] = (BRANDT, SALT),
    place: int | None = None,
    source: int | None = None,
    wording: str | None = None,
    kind: EventKind = EventKind.MEETING,
    modality: Modality = Modality.HAPPENED,
    title: str = "A meeting",
) -> EventAccount:
    when = worded(date, date) if date else None
    return EventAccount(
        id=id,
        source=source or id,
        kind=kind,
        title=title,
        date=PartialDate(wording) if wording else when,
        place=place,
        modality=modality,
        secret=False,
        participants=tuple((one, "participant") for one in who),
        evidence=((source or id, Span(0, 4)),),
    )


STORY = "The harbour of Salda Reach lay quiet. Keeper Olaf Tane of Westrand had been away."
"""What every article of one story tells beside its event."""

Texts = Mapping[int, str]
"""The passage of an account, by its id; without one its article is about nothing."""


def knowledge(texts: Texts) -> Knowledge:
    def told_in(account: EventAccount) -> Told:
        text = f"{texts[account.id]} {STORY}" if account.id in texts else ""
        return told(read(text), [Span(0, len(texts.get(account.id, "")))], account.kind)

    kinds = {COUNTRY: EntityKind.PLACE, GOVERNMENT: EntityKind.ORGANIZATION}
    return Knowledge(
        actor={GOVERNMENT: COUNTRY},
        fits=fits,
        told=told_in,
        kind=lambda entity: kinds.get(entity, EntityKind.PERSON),
    )


def same(
    *accounts: EventAccount,
    apart: frozenset[tuple[int, int]] = frozenset(),
    texts: Texts = MappingProxyType({}),
) -> set[frozenset[int]]:
    group = {one.id: frozenset({one.id}) for one in accounts}
    for judged in link_events(accounts, knowledge(texts), apart=apart):
        if judged.verdict is Verdict.SAME:
            merged = group[judged.left] | group[judged.right]
            group |= dict.fromkeys(merged, merged)
    return {ids for ids in group.values() if len(ids) > 1}


def unsure(*accounts: EventAccount, texts: Texts = MappingProxyType({})) -> list[tuple[int, int]]:
    found = link_events(accounts, knowledge(texts))
    return [(one.left, one.right) for one in found if one.verdict is Verdict.UNSURE]


ONE = {frozenset({1, 2})}


@pytest.mark.parametrize(
    "other",
    [
        account(2),
        account(2, "2014-05"),
        account(2, place=TOWN),
        account(2, kind=EventKind.VISIT),
        account(2, who=(BRANDT, SALT, PAK)),
    ],
    ids=["the same day", "the month", "with a place", "a kindred kind", "with one more"],
)
def test_two_tellings_that_fit_are_one(other: EventAccount) -> None:
    assert same(account(1), other) == ONE


@pytest.mark.parametrize(
    "other",
    [
        account(2, "2014-06-30"),
        account(2, "2015-05-03"),
        account(2, who=(PAK,)),
        account(2, source=1),
        account(2, kind=EventKind.SANCTION),
        account(2, date=None),
    ],
    ids=["other days", "another year", "others", "the same source", "another kind", "undated"],
)
def test_two_tellings_that_exclude_each_other_are_two(other: EventAccount) -> None:
    assert same(account(1), other) == set()


def test_a_town_and_its_land_may_be_one_place() -> None:
    assert same(account(1, place=TOWN), account(2, place=LAND)) == ONE
    assert same(account(1, place=TOWN), account(2, place=ELSEWHERE)) == set()


def test_a_government_acts_for_its_country() -> None:
    one = account(1, who=(GOVERNMENT, SALT))
    assert same(one, account(2, who=(COUNTRY, SALT))) == ONE


def test_a_telling_that_fits_two_of_one_source_joins_only_one() -> None:
    mine, next_day = account(1, source=7), account(2, source=7)
    assert all(len(ids) == 2 for ids in same(mine, next_day, account(3)))
    assert len(same(mine, next_day, account(3))) == 1


def test_a_vague_telling_never_brings_two_together_that_exclude_each_other() -> None:
    found = same(account(1, "2014-05-03"), account(2, "2014-05-20"), account(3, "2014-05"))
    assert len(found) == 1
    assert {1, 2} not in [set(ids) for ids in found]


def test_what_a_person_parted_stays_apart() -> None:
    assert same(account(1), account(2), apart=frozenset({(1, 2)})) == set()
    three = same(account(1), account(2), account(3), apart=frozenset({(1, 2)}))
    assert not any({1, 2} <= ids for ids in three)


def test_near_days_are_left_to_the_reader() -> None:
    assert unsure(account(1, "2014-05-03"), account(2, "2014-05-04")) == [(1, 2)]
    assert unsure(account(1, "2014-05-03"), account(2, "2014-07-04")) == []


def test_a_month_without_a_year_is_never_one_with_another_month() -> None:
    march = account(1, wording="in March", who=(BRANDT, SALT, PAK))
    may = account(2, wording="last May", who=(BRANDT, SALT, PAK))
    assert same(march, may) == set()
    assert unsure(march, may) == []
    assert same(may, replace(march, date=PartialDate("in early May"))) == ONE


def test_what_is_one_does_not_depend_on_the_order_of_the_accounts() -> None:
    told = [
        account(1, "2014-05-03", place=TOWN),
        account(2, "2014-05"),
        account(3, "2014-05-03", place=LAND, who=(BRANDT, SALT, PAK)),
        account(4, "2014-05-20"),
    ]
    wanted = same(*told)
    assert wanted
    assert all(same(*order) == wanted for order in permutations(told))


# Articles about one story

MET = {1: "Brandt met Salt at the old pier.", 2: "Salt was met by Brandt on the old pier."}
SHOT = {1: "Brandt was shot dead by a guard.", 2: "A guard shot Brandt at the gate."}
BACK = {1: "Five sailors came home in 2009.", 2: "The return of the five sailors in 2009."}
VOW = {
    1: "Brandt vowed to rebuild the northern lighthouse with stone.",
    2: "Rebuild the northern lighthouse with stone, Brandt vowed.",
}
ATTACK, RETURN, STATEMENT = EventKind.ATTACK, EventKind.RETURN, EventKind.STATEMENT


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (account(1, None), account(2, "2004-03", place=TOWN), MET),
        (account(1, None), account(2, None), MET),
        (account(1, None, who=(BRANDT, SALT, PAK)), account(2, "2004"), MET),
        (
            account(1, None, who=(BRANDT,), kind=ATTACK),
            account(2, who=(BRANDT,), kind=ATTACK),
            SHOT,
        ),
        (account(1, who=(), kind=ATTACK), account(2, who=(PAK,), kind=ATTACK), SHOT),
        (account(1, "2009", who=(), kind=RETURN), account(2, "2009", who=(), kind=RETURN), BACK),
        (
            account(1, "2009", who=(), kind=RETURN, place=TOWN),
            account(2, "2009-10", who=(), kind=RETURN, place=LAND),
            BACK,
        ),
        (
            account(1, "2014-05", who=(BRANDT,), kind=STATEMENT),
            account(2, who=(BRANDT,), kind=STATEMENT),
            VOW,
        ),
        (account(1, "2014-05", who=(BRANDT, PAK)), account(2, who=(BRANDT, SALT)), MET),
    ],
    ids=[
        "undated, and the two who met",
        "both undated",
        "undated, with one more",
        "undated, one person and the same word",
        "the same day, nobody named by one",
        "the same year, nobody named",
        "a month of the year, nobody named, the same place",
        "the day and the month of a statement in the same words",
        "the day and the month, and some of who",
    ],
)
def test_one_story_joins_what_days_and_places_leave_open(
    one: EventAccount, other: EventAccount, texts: Texts
) -> None:
    assert same(one, other, texts=texts) == ONE
    assert same(one, other) == set()


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (account(1, None, place=TOWN), account(2, "2004-03", place=ELSEWHERE), MET),
        (account(1, None, who=(BRANDT, PAK)), account(2, "2004-03"), MET),
        (
            account(1, None, who=(COUNTRY, BRANDT)),
            account(2, "2004", who=(GOVERNMENT, BRANDT)),
            MET,
        ),
        (
            account(1, None, who=(GOVERNMENT, BRANDT)),
            account(2, "2004", who=(GOVERNMENT, BRANDT)),
            MET,
        ),
        (
            account(1, None, who=(BRANDT, SALT, PAK)),
            account(2, "2004", who=(BRANDT, SALT, REED)),
            MET,
        ),
        (
            account(1, None, kind=ATTACK),
            account(2, "2004", kind=ATTACK),
            {1: "Brandt and Salt were bombed.", 2: "Brandt and Salt were stabbed."},
        ),
        (account(1, wording="in May"), account(2, "2004-03"), MET),
        (account(1, None, source=2), account(2, "2004-03"), MET),
        (account(1, None, modality=Modality.PLANNED), account(2, "2004-03"), MET),
        (account(1, None, kind=EventKind.VISIT), account(2, None), MET),
        (account(1, None, kind=STATEMENT), account(2, "2004-03", kind=STATEMENT), VOW),
        (
            account(1, who=(), kind=ATTACK),
            account(2, who=(PAK,), kind=ATTACK),
            SHOT | {1: "A bomb went off below the gate."},
        ),
        (
            account(1, "2014-05", who=(BRANDT,), kind=STATEMENT),
            account(2, who=(BRANDT,), kind=STATEMENT),
            VOW | {1: "Brandt wished her mother a happy birthday."},
        ),
    ],
    ids=[
        "other places",
        "others who took part",
        "only a country and one person",
        "only a government and one person",
        "each with somebody else",
        "another word for what befell them",
        "another month",
        "the same source",
        "one a plan",
        "both undated and another kind",
        "statements, undated",
        "another word for it",
        "another statement of the month",
    ],
)
def test_one_story_does_not_join_what_contradicts_or_says_too_little(
    one: EventAccount, other: EventAccount, texts: Texts
) -> None:
    assert same(one, other, texts=texts) == set()
    assert unsure(one, other, texts=texts) == []


def test_an_undated_telling_that_fits_two_events_is_left_to_the_reader() -> None:
    texts = {1: MET[1], 2: MET[2], 3: MET[2]}
    told = [account(1, None), account(2, "2004-03"), account(3, "2009-06")]
    for order in permutations(told):
        assert same(*order, texts=texts) == set()
        assert unsure(*order, texts=texts) == [(1, 2), (1, 3)]


def test_other_numbers_of_the_same_are_left_to_the_reader() -> None:
    texts = BACK | {2: "The return of the eight sailors in 2009."}
    told = [account(id, "2009", who=(), kind=RETURN) for id in (1, 2)]
    assert same(*told, texts=texts) == set()
    assert unsure(*told, texts=texts) == [(1, 2)]


def test_a_statement_in_rather_other_words_is_left_to_the_reader() -> None:
    texts = VOW | {
        1: "Brandt promised sailors a new kind of northern lighthouse, taller, brighter."
    }
    told = [
        account(id, date, who=(BRANDT,), kind=STATEMENT)
        for id, date in ((1, "2014-05"), (2, "2014-05-03"))
    ]
    assert same(*told, texts=texts) == set()
    assert unsure(*told, texts=texts) == [(1, 2)]


def test_an_undated_denial_is_left_to_the_reader() -> None:
    denial = account(1, None, modality=Modality.DENIED)
    assert same(denial, account(2, "2004-03"), texts=MET) == set()
    assert unsure(denial, account(2, "2004-03"), texts=MET) == [(1, 2)]


def test_what_a_person_parted_stays_apart_in_one_story() -> None:
    told = [account(1, None), account(2, "2004-03")]
    assert same(*told, apart=frozenset({(1, 2)}), texts=MET) == set()


def test_each_judgement_says_what_it_rests_on() -> None:
    told = [account(1, None, place=TOWN), account(2, "2004-03", place=TOWN), account(3, "2004-03")]
    texts = MET | {3: MET[1]}
    reasons = {(one.left, one.right): one.reason for one in link_events(told, knowledge(texts))}
    assert reasons[1, 2] == "same place, 2 shared participants, articles about one story"
    assert reasons[2, 3] == "same days, 2 shared participants"


def test_one_story_gives_one_answer_in_any_order() -> None:
    told = [
        account(1, None, place=TOWN),
        account(2, "2004-03"),
        account(3, None, who=(BRANDT, SALT, PAK)),
        account(4, "2004-03-09", place=LAND),
    ]
    texts = {1: MET[1], 2: MET[2], 3: MET[1], 4: MET[2]}
    wanted = same(*told, texts=texts)
    assert wanted == {frozenset({1, 2, 3, 4})}
    assert all(same(*order, texts=texts) == wanted for order in permutations(told))


# What a list shows


def test_the_date_shown_is_the_one_that_says_most_and_the_place_the_innermost() -> None:
    one = account(1, "2014-05", place=LAND)
    other = account(2, "2014-05-03", place=TOWN, title="A meeting in town")
    for accounts in ([one, other], [other, one]):
        shown = tell(accounts, within)
        assert shown.date is not None
        assert shown.date.edtf == "2014-05-03"
        assert shown.place == TOWN
        assert shown.title == "A meeting in town"
        assert shown.sources == 2


def test_what_one_source_tells_as_happened_is_shown_so() -> None:
    denied, planned = (
        account(id, modality=m) for id, m in ((1, Modality.DENIED), (2, Modality.PLANNED))
    )
    assert tell([denied, planned], within).modality is Modality.PLANNED
    assert tell([denied, planned, account(3)], within).modality is Modality.HAPPENED


def test_equal_tellings_give_one_title_in_any_order() -> None:
    one, other = account(1, title="B met A"), account(2, title="A met B")
    assert tell([one, other], within).title == tell([other, one], within).title


# Where they disagree


def disagreements_of(accounts: Sequence[EventAccount], known: Known) -> list[Disagreement]:
    return [one for _, one in disputes({1: accounts}, (), known)]


def differing(*accounts: EventAccount) -> dict[str, list[str]]:
    known = Known(within, lambda place: f"place {place}", lambda source, span: "")
    found = disagreements_of(accounts, known)
    return {one.field: [value.value for value in one.values] for one in found}


def test_two_days_are_a_conflict_with_both_values() -> None:
    assert differing(account(1, "2014-05-03"), account(2, "2014-05-04")) == {
        "date": ["3 May 2014", "4 May 2014"]
    }


def test_a_date_that_only_says_less_is_no_conflict() -> None:
    assert differing(account(1, "2014-05-03"), account(2, "2014-05")) == {}
    assert differing(account(1), account(2, wording="in spring")) == {}


def test_two_places_are_a_conflict_and_one_inside_the_other_is_none() -> None:
    assert differing(account(1, place=TOWN), account(2, place=LAND)) == {}
    assert differing(account(1, place=TOWN), account(2, place=ELSEWHERE)) == {
        "place": ["place 10", "place 12"]
    }


def test_happened_and_denied_are_a_conflict_and_planned_is_none() -> None:
    assert differing(account(1), account(2, modality=Modality.PLANNED)) == {}
    assert differing(account(1), account(2, modality=Modality.DENIED)) == {
        "happened": ["happened", "denied"]
    }


def test_a_source_that_contradicts_itself_over_days_is_no_conflict_of_sources() -> None:
    assert differing(account(1, "2014-05-03"), account(2, "2014-05-09", source=1)) == {}


def numbers(*passages: str) -> list[str]:
    accounts = [
        replace(account(id), evidence=((id, Span(0, len(words))),))
        for id, words in enumerate(passages, 1)
    ]
    known = Known(within, str, lambda source, span: span.of(passages[source - 1]))
    return [value.value for one in disagreements_of(accounts, known) for value in one.values]


def test_two_numbers_of_the_same_are_a_conflict() -> None:
    assert numbers("The blast killed 12 people.", "Some 30 people died in the blast.") == [
        "12 people killed",
        "Some 30 people killed",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blast killed 12 people.", "More than ten people died in the blast."),
        ("The blast killed 12 people.", "The blast injured 30 people."),
        ("The blast killed 12 people.", "The blast sank three boats."),
        ("The blast killed 12 people.", "The blast killed 12 people, among 30 people aboard."),
        ("It took 3 of the boats and 5 other boats.", "It took eight boats."),
    ],
)
def test_numbers_that_can_both_be_right_are_none(one: str, other: str) -> None:
    assert numbers(one, other) == []


def test_each_value_comes_with_its_passage() -> None:
    [found] = disagreements_of(
        [account(1, "2014-05-03"), account(2, "2014-05-04")], Known(within, str, lambda *_: "")
    )
    assert [(one.source, one.span) for one in found.values] == [(1, Span(0, 4)), (2, Span(0, 4))]
