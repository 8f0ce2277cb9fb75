import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.folding import latin
from casefile.search.linesounds import is_heard, may_be_heard, sounds_alike
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


SYLLABLES = ["al", "abd", "ra", "hman", "sol", "mi", "orla", "brant", "si", "tu", "ko", "an"]
SOME = st.lists(
    st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=2).map("".join),
    min_size=1,
    max_size=4,
)


@given(SOME, st.data())
def test_where_no_run_may_be_heard_none_is(name: list[str], data: st.DataObject) -> None:
    pieces = [name[at:end] for at in range(len(name)) for end in range(at + 1, len(name) + 1)]
    runs = [sounds(piece) for piece in pieces]
    space = data.draw(st.sampled_from(["", " "]))
    typed = space.join(data.draw(st.permutations(data.draw(st.sampled_from(pieces)))))
    at = data.draw(st.integers(0, len(typed)))
    typed = typed[:at] + data.draw(st.sampled_from(["", "", "k", "o"])) + typed[at:]
    assert may_be_heard(typed, runs) or not any(is_heard(typed, run) for run in runs)


def test_what_is_nothing_like_it_may_not_be_heard() -> None:
    assert not may_be_heard("orla brant", [sounds(["kosi"]), sounds(["kosi", "an"])])
