"""How far a fact may have been read wrongly. The sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.doubts import DOUBTFUL, Read, doubt, signs

words = st.text("abcde they not never might that ,.", min_size=1, max_size=60)
speakers = st.lists(st.tuples(words, st.booleans(), st.none() | st.just("said")), max_size=3)
reads = st.builds(Read, words, speakers.map(tuple), st.none() | st.just("might"), st.booleans())


def read(statement: str, *said: tuple[str, bool, str | None], denied: bool = False) -> Read:
    return Read(statement, said, None, denied)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (read("the northern quay will close", ("They", False, "said")), "“They”"),
        (read("the quay is to close soon", ("has already", False, "stated")), "hardly the name"),
        (
            read("the quay is sound", ("a harbour full of slow grey ferries", False, "offers")),
            "more words than a name",
        ),
        (
            read("the quay is sound", ("Post", True, "told"), ("Ilse Brandt", True, "told")),
            "has two speakers",
        ),
        (read("the quay is sound and open", ("Brandt", True, "said"), denied=True), "no word"),
    ],
)
def test_what_is_known_to_go_wrong_is_doubtful(one: Read, words: str) -> None:
    found = signs(one)
    assert words in found[0].words
    assert doubt(found) >= DOUBTFUL


@pytest.mark.parametrize(
    "one",
    [
        read("the northern quay will close"),
        read("the quay will not close", ("Ilse Brandt", True, "said"), denied=True),
        read("the quay will not close", ("Ilse Brandt", True, "said")),
        read("the quay was closed", ("he", True, "said")),
        read("the quay was closed", ("two officials of the port ministry", False, "said")),
        read("the quay was closed", ("Northern Harbour Workers of Toba Bay", False, "said")),
        read("the mayor rejected the plan of the port", denied=True),
    ],
)
def test_a_plain_fact_is_not_asked_about(one: Read) -> None:
    assert doubt(signs(one)) < DOUBTFUL


@given(reads)
def test_the_weightiest_sign_is_told_first(one: Read) -> None:
    weights = [sign.weight for sign in signs(one)]
    assert weights == sorted(weights, reverse=True)
    assert all(weight > 0 for weight in weights)


@given(reads)
def test_to_know_a_speaker_leaves_less_doubt(one: Read) -> None:
    known = Read(
        one.statement, [(name, True, verb) for name, _, verb in one.speakers], one.hedge,
        one.is_denied,
    )  # fmt: skip
    assert doubt(signs(known)) <= doubt(signs(one))
