import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.folding import fold
from casefile.search.line import Term, parse
from casefile.search.linefit import ends_so, meets
from casefile.search.lineoffers import near, reworded


def term(line: str) -> Term:
    [[atom]] = parse(line).clauses
    assert isinstance(atom, Term)
    return atom


@pytest.mark.parametrize(
    ("line", "met", "not_met"),
    [
        ("'ild", "Oscar Wilde", "Oscar Willd"),
        ("'wild'", "Wild Bay", "Oscar Wilde"),
        ('"wild bay"', "The Wild-Bay", "Wild and bay"),
        ('"wild ba', "The Wild Bay", "Wild bbay"),
        ("^wil", "Wilde, Oscar", "Oscar Wilde"),
        ('^"wil"', "Wil Reed", "Wilde Reed"),
        ("lde$", "Oscar Wilde", "Wilde, Oscar"),
        ('"lde"$', "Oscar Lde", "Oscar Wilde"),
        ("^wilde$", "Wílde", "Wilde Bay"),
        ('^"wild bay"$', "Wild-Bay!", "Wild Bay Port"),
        ("'moskv", "Москва", "Orla"),
    ],
    ids=lambda text: text,
)
def test_a_sign_asks_for_what_is_there(line: str, met: str, not_met: str) -> None:
    assert meets(term(line), [met])
    assert meets(term(line), [not_met, met])
    assert not meets(term(line), [not_met])


NAME = st.lists(st.text("abcé大", min_size=1, max_size=4), min_size=1, max_size=4).map(" ".join)


@given(NAME, st.data())
def test_every_piece_of_a_name_is_in_it(name: str, data: st.DataObject) -> None:
    folded = fold(name)
    start = data.draw(st.integers(0, len(folded) - 1))
    piece = folded[start : data.draw(st.integers(start + 1, len(folded)))].strip()
    if piece and " " not in piece:
        assert meets(term(f"'{piece}"), [name])
    assert meets(term(f'^"{name}"$'), [name])
    assert ends_so(term(f"{name.split()[-1]}$"), f"Before it {name}.")


@pytest.mark.parametrize(
    ("word", "first"), [("delegaton", "delegation"), ("speach", "speech"), ("tlak", "talk")]
)
def test_the_nearest_known_word_comes_first(word: str, first: str) -> None:
    known = [("delegates", 9), ("delegation", 3), ("speech", 1), ("speck", 8), ("talk", 2)]
    assert near(word, known)[0] == first


def test_of_equally_near_words_the_commoner_comes_first_and_far_ones_never() -> None:
    assert near("salk", [("talk", 2), ("walk", 5), ("milk", 99)]) == ["walk", "talk"]
    assert near("salk", [("salk", 7)]) == []


def test_a_line_is_told_again_with_other_words() -> None:
    line = 'delegaton | x !delegaton "delegaton now" kind:note'
    assert reworded(parse(line), {"delegaton": "delegation"}) == (
        'delegation | x !\'delegaton "delegaton now" kind:note'
    )
