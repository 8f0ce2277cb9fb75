from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.recent import Recent


@given(asked=st.lists(st.integers(0, 6), max_size=40), most=st.integers(1, 5))
def test_what_was_asked_of_late_is_not_found_again(asked: list[int], most: int) -> None:
    recent, found = Recent(most), list[int]()

    def find(question: int) -> int:
        found.append(question)
        return -question

    for at, question in enumerate(asked):
        others = list(dict.fromkeys(reversed(asked[:at])))
        found.clear()
        assert recent.answer(question, partial(find, question)) == -question
        assert found == ([] if question in others[:most] else [question])


def test_what_could_not_be_found_is_sought_again() -> None:
    recent = Recent(3)
    with pytest.raises(ZeroDivisionError):
        recent.answer("a", lambda: 1 // 0)
    assert recent.answer("a", lambda: 7) == 7
