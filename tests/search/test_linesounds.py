import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.folding import latin
from casefile.search.linesounds import sounds_alike
from casefile.search.sounds import sounds

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
NAMES = st.text("abdegiklmnorstuvz ", min_size=3, max_size=24).filter(
    lambda name: any(sounds(latin(name).split()))
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("oorla brant", "Orla Brandt"),
        ("brant oorla", "Orla Brandt"),
        ("prant", "Orla Brandt"),
        ("kadafi", "Qadhafi"),
        ("iwan", "Ivan Reed"),
        ("solmi", "Pak Sol-mi"),
        ("tosi", "Toshi"),
        ("sal", "Salvador"),
        ("москва", "Moskva"),
    ],
)
def test_what_is_read_aloud_so_is_heard(typed: str, name: str) -> None:
    assert sounds_alike(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("slat", "Salt"),
        ("kim", "Jim"),
        ("brandt works", "Orla Brandt"),
        ("orla orla", "Orla Brandt"),
        ("", "Orla"),
        ("!!", "Orla"),
    ],
)
def test_what_is_only_spelt_alike_is_not_heard(typed: str, name: str) -> None:
    assert not sounds_alike(typed, name)


@given(NAMES)
def test_a_name_sounds_like_itself(name: str) -> None:
    assert sounds_alike(name, name)


@given(ANY, ANY)
def test_any_text_can_be_held_against_any(typed: str, name: str) -> None:
    assert sounds_alike(typed, name) in (True, False)
    assert not sounds_alike("", name)
