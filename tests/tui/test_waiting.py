"""What the review queue asks next, and after an answer is taken back."""

from hypothesis import given
from hypothesis import strategies as st

from casefile.deeds.doubting import Doubted
from casefile.deeds.publishing import Undated
from casefile.model.words import Kind, Ref
from casefile.tui.screens.waiting import Ask, Waiting

STEPS = st.lists(st.sampled_from(["take", "skip", "back", "turn"]), max_size=30)


def waiting(facts: int, dates: int) -> Waiting:
    found = Waiting()
    found.put_pairs([])
    found.lists[Ask.FACTS] = [Doubted(Ref(Kind.FACT, at), 3, ("so",)) for at in range(facts)]
    found.lists[Ask.DATES] = [Undated(Ref(Kind.SOURCE, at), 0) for at in range(dates)]
    return found


def step(queue: Waiting, how: str) -> None:
    if how == "take":
        queue.take()
    elif how == "back" and queue.taken:
        queue.put_back()
    elif how == "turn":
        queue.turn(1)
    else:
        queue.at += 1


@given(st.integers(0, 5), st.integers(0, 5), STEPS)
def test_an_answer_that_is_taken_back_is_asked_again_and_nothing_is_lost(
    facts: int, dates: int, steps: list[str]
) -> None:
    queue, fresh = waiting(facts, dates), waiting(facts, dates)
    for how in steps:
        step(queue, how)
    here = queue.here
    if here is not None:
        queue.take()
        assert queue.here is None or queue.here[1] != here[1]
        queue.put_back()
        assert queue.here == here
    while queue.taken:
        queue.put_back()
    assert queue.lists == fresh.lists


@given(st.integers(0, 5), st.integers(0, 5), STEPS)
def test_all_that_is_asked_is_counted(facts: int, dates: int, steps: list[str]) -> None:
    queue = waiting(facts, dates)
    for how in steps:
        step(queue, how)
    left = sum(queue.count(ask) or 0 for ask in Ask)
    assert left + len(queue.taken) == facts + dates
    assert (queue.here is None) == (queue.total == 0)
    if queue.only is not None and queue.here is not None:
        assert queue.here[0] is queue.only
