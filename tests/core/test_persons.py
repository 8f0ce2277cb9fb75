"""Keys of persons and bodies: what makes no difference to them, and what does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.bodies import body_key
from casefile.core.persons import is_initial_of, is_middled, is_shorter, person_key, sound

parts = st.sampled_from(["Orla", "Brandt", "Pak", "Sol-mi", "Sol Mi", "Żak", "Abe", "Magdalenas"])
names = st.lists(parts, min_size=1, max_size=3).map(" ".join)


@given(st.lists(parts, min_size=2, max_size=3))
def test_a_name_read_from_its_last_word_on_has_the_same_key(words: list[str]) -> None:
    assert person_key(" ".join(words)) == person_key(" ".join([*words[1:], words[0]]))


@given(names)
def test_case_accents_and_hyphens_make_no_difference_to_a_short_name(name: str) -> None:
    assert person_key(name) == person_key(name.upper())
    assert sound(name) == sound(name.upper())
    assert " " in person_key(name) or " " not in name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Sol-mi", "Pak Sol-ju"),
        ("Pak Sol-mi", "Pak Mi-sol-a"),
        ("Orla Brandt", "Orla Brand"),
        ("Orla Brandt", "Orla"),
    ],
    ids=lambda name: name,
)
def test_another_name_has_another_key(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)


@given(names, names)
def test_a_name_is_never_shorter_than_itself_or_than_one_that_it_shortens(
    one: str, other: str
) -> None:
    assert not is_shorter(one, one)
    assert not (is_shorter(one, other) and is_middled(other) and is_shorter(other, one))


def test_an_asian_name_has_no_middle_name() -> None:
    assert not is_middled("Pak Sol Mi")
    assert is_middled("Orla M. Brandt")
    assert not is_middled("Orla Brandt III")


def test_an_initial_stands_for_a_name_that_begins_with_it() -> None:
    assert is_initial_of("O. Brandt", "Orla Brandt")
    assert not is_initial_of("I. Brandt", "Orla Brandt")
    assert not is_initial_of("O. Brandt", "O. Brandt")


@given(
    st.lists(
        st.sampled_from(
            "Salt Trade Ministry Bureau of for and & the Group Ltd. U.N. Défence".split()
        ),
        min_size=1,
        max_size=5,
    ).map(" ".join)
)
def test_case_and_accents_make_no_difference_to_a_body(name: str) -> None:
    assert body_key(name.upper()) == body_key(name)
    assert body_key(name.replace("é", "e")) == body_key(name)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the Ministry of Trade and Industry", "trade industry ministry"),
        ("Ministry for Trade", "trade ministry"),
        ("Ministry of the Sea of Salt", "ministry of the sea of salt"),
        ("Salt Group Holdings PLC", "salt"),
        ("Group", "group"),
        ("Centre for Labour Organisation", "center for labor organization"),
    ],
    ids=lambda text: text,
)
def test_a_body_is_known_by_what_is_its_own(name: str, key: str) -> None:
    assert body_key(name) == key
