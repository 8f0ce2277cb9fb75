"""What decisions amount to is a function of the set of them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from casefile.core.histories import fold
from casefile.core.sight import Sight, in_order, key_of, undone

Told = dict[str, Any]

rows = st.builds(
    lambda place, value: {"table": "assessment", "target": ["fact", place], "field": "status",
                          "value": value},
    st.integers(0, 2), st.sampled_from(["confirmed", "disputed"]),
)  # fmt: skip
decisions = st.builds(
    lambda seq, at, by, gone, put: {
        "seq": seq, "at": at, "by": by, "saw": [], "deed": "status set", "gone": gone, "put": put,
    },
    st.integers(1, 4), st.sampled_from("abc"), st.sampled_from(["Ann", "Ben"]),
    st.lists(rows, max_size=1), st.lists(rows, max_size=1),
)  # fmt: skip


def turned(told: Told, deed: str, seq: int, *saw: Told) -> Told:
    seen = [key_of(one) for one in saw]
    return {"seq": seq, "at": "d", "by": "Ann", "saw": seen, "deed": deed, "of": key_of(told)}


@given(st.lists(decisions, max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_decisions_come_does_not_matter(made: list[Told], random: Any) -> None:
    for at, one in enumerate(made):
        one["saw"] = [key_of(before) for before in made[:at] if random.random() < 0.4]
    once = fold({key_of(one): one for one in made})
    random.shuffle(made)
    again = fold({key_of(one): one for one in [*made, *made]})
    assert again == once


@given(st.lists(decisions, min_size=1, max_size=5), st.data())
def test_what_is_taken_back_is_as_if_it_had_never_been(
    made: list[Told], data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(made))
    known = {key_of(told): told for told in made}
    undo = turned(one, "undo", 7)
    with_undo = known | {key_of(undo): undo}
    order = in_order(with_undo)
    assert undone(with_undo, order, Sight(with_undo, order)) == {key_of(one): key_of(undo)}
    without = {key: told for key, told in known.items() if key != key_of(one)}
    assert fold(known | {key_of(undo): undo}) == fold(without)
    redo = turned(one, "redo", 8, undo)
    assert fold(known | {key_of(undo): undo, key_of(redo): redo}) == fold(known)
    unseen = turned(one, "redo", 8)
    assert fold(known | {key_of(undo): undo, key_of(unseen): unseen}) == fold(without)


def test_of_two_that_clash_the_later_holds() -> None:
    row = {"table": "assessment", "target": ["fact", 1], "field": "status"}
    made: list[Told] = [
        {
            "seq": 1,
            "at": at,
            "by": by,
            "saw": [],
            "deed": "set",
            "gone": [],
            "put": [{**row, "value": by}],
        }
        for at, by in (("2", "Ann"), ("1", "Ben"))
    ]
    [held] = fold({key_of(one): one for one in made}).rows.values()
    assert held["value"] == "Ann"
