"""What was made in sight of what agrees with walking the whole graph."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from casefile.core.sight import Sight, heads, in_order, key_of

Told = dict[str, Any]


@st.composite
def logs(draw: st.DrawFn) -> dict[str, Told]:
    """Return decisions, each in sight of some of those before it, with clocks that go wrong."""
    made: list[Told] = []
    for seq in range(draw(st.integers(1, 14))):
        keys = [key_of(one) for one in made]
        saw = draw(st.lists(st.sampled_from(keys), max_size=3, unique=True)) if keys else []
        at = draw(st.sampled_from("abc"))
        told = {"seq": seq, "deed": "tagged", "by": "x", "at": at, "saw": sorted(saw)}
        made.append({**told, "gone": [], "put": []})
    return {key_of(one): one for one in made}


def ancestors(decisions: dict[str, Told], key: str) -> set[str]:
    found, todo = {key}, [key]
    while todo:
        new = {one for one in decisions[todo.pop()]["saw"] if one in decisions} - found
        found |= new
        todo += new
    return found


@given(logs())
def test_what_was_seen_is_what_the_graph_says(decisions: dict[str, Told]) -> None:
    sight = Sight(decisions, in_order(decisions))
    for key in decisions:
        seen = ancestors(decisions, key)
        assert {other for other in decisions if sight.saw(key, other)} == seen


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_is_one_and_puts_what_was_seen_first(
    decisions: dict[str, Told], random: Any
) -> None:
    order = in_order(decisions)
    assert sorted(order) == sorted(decisions)
    for at, key in enumerate(order):
        assert ancestors(decisions, key) <= {*order[: at + 1]}
    mixed = [*decisions.items()]
    random.shuffle(mixed)
    assert in_order(dict(mixed)) == order


@given(logs())
def test_from_the_last_decisions_all_others_are_seen(decisions: dict[str, Told]) -> None:
    seen = {one for key in heads(decisions) for one in ancestors(decisions, key)}
    assert seen == {*decisions}


def test_what_was_seen_but_did_not_come_is_passed_over() -> None:
    told: Told = {"seq": 1, "deed": "tagged", "by": "x", "at": "a", "saw": ["0" * 64]}
    key = key_of(told)
    assert in_order({key: told}) == [key]
    assert Sight({key: told}, [key]).saw(key, key)
