import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.search.features import of_query, spelling
from casefile.search.scripts import MOST, is_han, readings, readings_asked, romanised
from casefile.search.sounds import sounds

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
SCRIPTS = st.text(
    st.sampled_from(
        "김이박최정서준은田中山川一郎金正李王ァトランプーッチょがαυνοπτςμβمحعدالنויהשרжйщ -"
    ),
    max_size=12,
)


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("Μπάμπης Ρούσσος", "bampis roussos"),
        ("Ευγενία Νταλάρα", "evgenia dalara"),
        ("سليم القاسم", "salim al qasim"),
        ("دلشاد", "dalashad"),
        ("שולמית", "shulamit"),
        ("きょうこ", "kyoko"),
        ("ジェイソン", "jeison"),
    ],
    ids=lambda text: text,
)
def test_a_script_is_read_at_first_sight(native: str, latin: str) -> None:
    assert spelling(latin).sound == spelling(romanised(native).lower()).sound


@pytest.mark.parametrize(
    ("native", "reading"),
    [
        ("박서준", "park seo jun"),
        ("이하늘", "lee ha neul"),
        ("クリストファー", "kristfa"),
        ("스미트", "smit"),
        ("山田花子", "yamada hanako"),
        ("井川健一", "ikawa kenichi"),
        ("李東民", "lee dong min"),
        ("جلال", "galal"),
    ],
    ids=lambda text: text,
)
def test_a_name_is_also_read_as_its_bearers_write_it(native: str, reading: str) -> None:
    assert "".join(sounds(reading.split())) in [
        "".join(sounds(one.split())) for one in readings(native)
    ]


def test_what_is_not_read_in_japan_has_no_japanese_reading() -> None:
    assert readings("陈伟") == ()
    assert is_han("陈伟")
    assert not is_han("Chen")


@given(ANY | SCRIPTS)
def test_readings_are_few_different_and_in_ascii(text: str) -> None:
    found = readings(text)
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    assert all(one.isascii() and one == one.lower() for one in found)
    assert romanised(text).isascii()


@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_latin_letters_have_no_other_reading(text: str) -> None:
    assert readings(text) == ()
    assert readings_asked(text) == ()
    assert romanised(text) == text


@given(SCRIPTS)
def test_every_reading_can_be_looked_up(text: str) -> None:
    for one in readings_asked(text):
        assert of_query(one) or not re.search("[a-z]", one)
