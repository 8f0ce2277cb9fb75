import itertools

from hypothesis import given
from hypothesis import strategies as st

from casefile.core.trail import Trail
from casefile.model.words import Kind, Ref
from casefile.tui.screens.place import Place, Question, Slot, Target, crumbs, list_of, recent

PLACES = st.builds(
    lambda tab, slot, at: Place(
        tab, slot=slot, target=Target(Ref(Kind.ENTITY, at)), name=f"{slot}{at}"
    ),
    st.sampled_from([Kind.SOURCE, Kind.ENTITY]),
    st.sampled_from([Slot.LIST, Slot.MAIN]),
    st.integers(1, 3),
)


def walked(places: list[Place]) -> Trail[Place]:
    trail: Trail[Place] = Trail()
    for place in places:
        trail = trail.visit(place)
    return trail


@given(st.lists(PLACES))
def test_crumbs_lead_from_the_last_list_to_here(places: list[Place]) -> None:
    trail = walked(places)
    names = crumbs(trail)
    if trail.here is None:
        assert names == ()
        return
    assert names[-1] == trail.here.name
    assert all(one != other for one, other in itertools.pairwise(names))
    assert sum(name.startswith("list") for name in names) <= 1


@given(st.lists(PLACES))
def test_the_list_that_led_here_is_found_or_none(places: list[Place]) -> None:
    trail = walked(places)
    at = list_of(trail, Kind.SOURCE, Question())
    if at is not None:
        assert trail.places[at].is_list
        assert trail.places[at].tab is Kind.SOURCE
        assert not any(place.is_list for place in trail.places[at + 1 : trail.at + 1])


@given(st.lists(PLACES))
def test_what_was_visited_lately_is_named_once_and_latest_first(places: list[Place]) -> None:
    refs = [ref for ref, _ in recent(walked(places))]
    assert len(refs) == len(set(refs))
    opened = [place.target.ref for place in places if place.target and not place.is_list]
    if opened:
        assert refs[0] == opened[-1]
