from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.core.folding import fold
from casefile.model.words import Kind
from casefile.search.features import LONGEST, Feature, of_name, of_query
from casefile.search.ranking import (
    BEGINS,
    EXACT,
    LOWEST,
    WORDS,
    Asked,
    may_rise,
    ranked,
    settled,
    standing,
)

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


def shared(wanted: Sequence[Feature], columns: AbstractSet[int]) -> float:
    return sum(columns >= set(feature) for feature in wanted) / max(1, len(wanted))


def points(typed: str, name: str) -> float:
    asked, wanted = Asked(typed), of_query(typed)
    form, columns = of_name(Kind.ENTITY, name, 0)
    share = shared(wanted, columns)
    [fit] = ranked(asked, [form], [share], stand=standing(asked, [form]), most=1)
    return settled(asked, name, fit).points


@pytest.mark.parametrize(
    ("typed", "is_there"),
    [("orla", True), ("bran or", True), ("solmi", True), ("orla brant", False), ("rla", False)],
)
def test_what_stands_in_a_name_begins_its_words(typed: str, is_there: bool) -> None:
    forms = [of_name(Kind.ENTITY, name, 0)[0] for name in ("Orla Brandt", "Sol Mi")]
    assert bool(standing(Asked(typed), forms)) == is_there


def test_exact_comes_before_begun_before_words_before_typo() -> None:
    found = [points("orla brandt", name) for name in (
        "Orla Brandt", "Orla Brandtsen", "Brandt, Orla", "Orla Brant", "Ivo Salt",
    )]  # fmt: skip
    assert found == sorted(found, reverse=True)
    assert found[0] == EXACT
    assert BEGINS - 10 <= found[1] <= BEGINS
    assert found[2] <= WORDS
    assert found[3] >= LOWEST > found[4]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("orla brnadt", "Orla Brandt"),
        ("olra brandt", "Orla Brandt"),
        ("orlabrandt", "Orla Brandt"),
        ("or la brandt", "Orla Brandt"),
        ("pak solm ji", "Pak Sol-mi"),
        ("orla bradn", "Orla Brandt"),
        ("zoe", "Zoë Brandt"),
        ("ZOË", "Zoe Brandt"),
        ("salda pt", "Port Salda"),
        ("moskva", "Москва"),
    ],
    ids=lambda text: text,
)
def test_a_name_is_found_although_it_is_typed_wrongly(typed: str, name: str) -> None:
    assert points(typed, name) >= LOWEST
    assert shared(of_query(typed), of_name(Kind.ENTITY, name, 0)[1]) > 0


@pytest.mark.parametrize(
    ("typed", "name"), [("ma", "Salt"), ("sal", "Mid"), ("orla", "Una Reed"), ("x", "Orla")]
)
def test_what_is_something_else_is_not_found(typed: str, name: str) -> None:
    assert points(typed, name) < LOWEST


@given(st.text("abé 平-", min_size=1, max_size=20).filter(lambda text: fold(text)))
def test_a_name_is_found_by_itself(name: str) -> None:
    assert points(name, name) == EXACT
    assert not of_query(name) or shared(of_query(name), of_name(Kind.ENTITY, name, 0)[1]) > 0


@given(ANY, ANY)
@settings(max_examples=300)
def test_scores_are_sound_for_any_text(typed: str, name: str) -> None:
    assert 0 <= points(fold(typed), name) <= 100


def test_a_long_line_has_a_bounded_number_of_features() -> None:
    assert len(of_query("ab" * 9999)) <= LONGEST * 3


PIECES = ["pak", "sol", "mi", "or", "la", "brandt", "ya", "ma", "shita", "si", "ti", "ko", "ne"]


def some_words(random: Random) -> str:
    words = (random.choices(PIECES, k=random.randint(1, 3)) for _ in range(random.randint(1, 3)))
    return " ".join(map("".join, words))


def mistyped(random: Random, name: str) -> str:
    """Return a name with some letters wrong or too many or too few."""
    for _ in range(random.randint(1, 8)):
        at = random.randint(0, len(name))
        name = name[:at] + random.choice("aeiourkt ") + name[at + random.randint(0, 1) :]
    return name


@pytest.mark.parametrize("signs", ["", "金一"])
def test_names_that_need_not_be_compared_have_not_the_points_wanted(signs: str) -> None:
    random = Random(4)
    for _ in range(500):
        typed, lowest = some_words(random) + signs, random.uniform(25, 90)
        asked, names = Asked(typed), [mistyped(random, typed) for _ in range(12)]
        forms = [of_name(Kind.ENTITY, name, 0)[0] for name in names]
        shares = [random.random() for _ in names]
        every = ranked(asked, forms, shares, stand={}, most=99)
        few = ranked(asked, forms, shares, stand={}, most=99, lowest=lowest)
        assert few == [fit for fit in every if fit.points >= lowest or may_rise(asked, fit, shares)]
