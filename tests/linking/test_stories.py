import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.linking.counting import contradict, counts
from casefile.linking.eventwords import event_word, event_words, families_of
from casefile.linking.joining import joined
from casefile.linking.stories import (
    STORY,
    Wording,
    alike,
    content,
    most_alike,
    names_in,
    one_story,
    profile,
    told_alike,
    told_as_one,
)
from casefile.model.words import EventKind

FIRE = (
    "A fire destroyed the mill of Aldermoor on Tuesday night. The mill, built in 1874, belonged "
    "to Ilse Korben, who said that nobody had been inside. Aldermoor has no fire engine."
)
FIRE_AGAIN = (
    "Nobody was inside when the old mill burned down, its owner Ilse Korben told this paper. "
    "The engine that was called from Westrand came too late for the building of 1874."
)
ANOTHER_FIRE = (
    "A fire destroyed a warehouse in Port Salda on Friday night. The warehouse, built in 1950, "
    "belonged to a shipping line, whose director said that nobody had been inside."
)


def wording(text: str, *passages: str) -> Wording:
    names = names_in(text)
    return Wording(profile(text, names), tuple(profile(one, names) for one in passages or (text,)))


def test_articles_on_one_fire_are_one_story_and_those_on_two_fires_are_two() -> None:
    assert one_story(wording(FIRE), wording(FIRE_AGAIN))
    assert not one_story(wording(FIRE), wording(ANOTHER_FIRE))


def test_names_and_numbers_tell_stories_apart_that_use_the_same_words() -> None:
    one, other = "Brandt opened the new bridge.", "Korben opened the new bridge."
    assert alike(wording(one).article, wording(other).article) < STORY


def test_a_word_that_is_written_small_somewhere_is_no_name() -> None:
    names = names_in("Bridges fell. The bridges of Orla fell.")
    assert "orla" in names
    assert "bridges" not in names


def test_words_that_stand_in_any_article_make_no_story() -> None:
    common = "He also said on Monday that it was not the first time in the last two years."
    assert profile(common, names_in(common)) == {}
    assert alike(wording(common).article, wording(common).article) == 0


TEXTS = st.text(alphabet="abcXY 19.", max_size=60)


@given(TEXTS, TEXTS)
def test_likeness_is_a_measure(one: str, other: str) -> None:
    first, second = wording(one), wording(other)
    assert alike(first.article, second.article) == alike(second.article, first.article)
    assert -1e-9 <= alike(first.article, second.article) <= 1 + 1e-9
    assert not first.article or alike(first.article, first.article) == pytest.approx(1)
    assert told_alike(first, second) == told_alike(second, first)


@given(st.lists(TEXTS, min_size=3, max_size=5))
def test_likeness_of_two_does_not_depend_on_what_else_there_is(texts: list[str]) -> None:
    alone = alike(wording(texts[0]).article, wording(texts[1]).article)
    everything = [wording(text) for text in texts]
    assert alike(everything[0].article, everything[1].article) == alone


def test_the_most_alike_passages_count() -> None:
    passage = "Aldermoor has no fire engine."
    one = wording(FIRE, passage, "A fire destroyed the mill of Aldermoor.")
    other = wording(f"{FIRE_AGAIN} {passage}", "The old mill burned down.", passage)
    assert most_alike(one.passages, other.passages) == pytest.approx(1)


def test_what_is_said_is_told_apart_from_who_says_it() -> None:
    names = names_in(FIRE)
    said = [content(f"Korben said that {what}.", names) for what in ("it burned", "it rained")]
    assert alike(*said) == 0
    assert alike(said[0], content("It burned, said Tane.", names | {"tane"})) == pytest.approx(1)


def test_statements_must_be_told_more_alike_than_what_happened() -> None:
    one = wording(FIRE, "who said that nobody had been inside")
    other = wording(FIRE_AGAIN, "its owner Ilse Korben told this paper")
    assert told_as_one(one, other, word=event_word("burned down"))
    assert not told_as_one(one, other, word=event_word("said"))


def test_nothing_is_told_as_one_across_two_stories() -> None:
    one, other = (wording(text, "Nobody had been inside.") for text in (FIRE, ANOTHER_FIRE))
    assert most_alike(one.passages, other.passages) > 0.9
    assert told_as_one(one, other, word="fire") == 0


# Words that tell of an event


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attacked", "the attack"),
        ("assault", "attacks"),
        ("was slain", "the murder"),
        ("arrested", "detention"),
        ("taken into custody", "arrests"),
        ("died", "death"),
        ("opened fire", "shooting"),
        ("acquisitions", "bought"),
        ("controversies", "controversy"),
        ("running", "ran"),
        ("Stepped down", "resignation"),
    ],
)
def test_verbs_and_nouns_of_one_happening_are_one_word(one: str, other: str) -> None:
    assert event_word(one) == event_word(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("attack", "arrest"), ("fired", "fire"), ("fell", "fallacy"), ("took", "took over")],
)
def test_words_for_different_things_stay_apart(one: str, other: str) -> None:
    assert event_word(one) != event_word(other)


def test_a_word_of_no_family_stands_for_itself_in_all_its_forms() -> None:
    assert event_word("yodels") == event_word("yodeled") == event_word("yodeling")


@given(st.text(alphabet="aeilnst gd-'", max_size=30))
def test_the_event_word_of_anything_does_not_care_for_case(told: str) -> None:
    assert event_word(told.upper()) == event_word(told)


def test_only_the_words_for_that_kind_of_event_are_found_in_a_passage() -> None:
    passage = "Police arrested two men after the bombing of the pier."
    assert event_words(passage, EventKind.ATTACK) == {"bomb"}
    assert event_words(passage, EventKind.ARREST) == {"arrest"}
    assert event_words(passage, EventKind.VISIT) == frozenset()


def test_no_family_tells_of_two_kinds() -> None:
    every = [family for kind in EventKind for family in families_of(kind)]
    assert len(every) == len(set(every))


# Numbers


def test_a_passage_is_asked_how_many_of_what() -> None:
    passage = "Eight of the young sailors and 1,200 people came home on 3 May 2014."
    assert counts(passage) == {"sailor": frozenset({8}), "person": frozenset({1200})}


def test_only_numbers_of_the_same_thing_contradict() -> None:
    five = counts("five Norwegian sailors returned")
    assert contradict(five, counts("eight sailors returned"))
    assert not contradict(five, counts("5 of the sailors returned"))
    assert not contradict(five, counts("eight officers returned"))
    assert not contradict(five, counts("eight of the 12 officers, five sailors and three cooks"))


# Joining


def test_the_best_match_wins_where_two_exclude_each_other() -> None:
    pairs = [(1, 2), (3, 4), (2, 3)]
    apart = {1, 4}
    found = list(joined(pairs, vetoed=lambda one, other: apart <= {*one, *other}))
    assert found == [(1, 2), (3, 4)]
    assert list(joined(pairs)) == pairs


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6))))
def test_joining_yields_a_tree_of_each_group(pairs: list[tuple[int, int]]) -> None:
    group = {number: {number} for number in range(7)}
    for one, other in joined(pairs):
        assert group[one] is not group[other]
        group[one] |= group[other]
        group |= dict.fromkeys(group[other], group[one])
    assert all(group[one] is group[other] for one, other in pairs)
