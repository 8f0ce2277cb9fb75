from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from casefile.core.trail import LONGEST, Trail


class Browsing(RuleBasedStateMachine):
    """However one wanders, the open place is on the trail."""

    def __init__(self) -> None:
        super().__init__()
        self.trail: Trail[int] = Trail()

    @rule(place=st.integers(1, 5))
    def visit(self, place: int) -> None:
        before = self.trail
        self.trail = before.visit(place)
        assert self.trail.here == place
        assert self.trail.ahead == 0 or self.trail == before

    @rule()
    def back_and_forward(self) -> None:
        if self.trail.behind:
            assert self.trail.back().forward() == self.trail

    @rule()
    def back(self) -> None:
        self.trail = self.trail.back()

    @rule()
    def forward(self) -> None:
        self.trail = self.trail.forward()

    @rule(place=st.integers(6, 9))
    def amend(self, place: int) -> None:
        before = self.trail
        self.trail = before.amend(place)
        assert (self.trail.behind, self.trail.ahead) == (before.behind, before.ahead)

    @invariant()
    def at_is_on_the_trail(self) -> None:
        if self.trail.places:
            assert 0 <= self.trail.at < len(self.trail.places)
            assert self.trail.behind + self.trail.ahead + 1 == len(self.trail.places)
        else:
            assert self.trail.at == -1


TestBrowsing = Browsing.TestCase
TestBrowsing.settings = settings(max_examples=50)


def test_the_oldest_places_are_forgotten() -> None:
    trail: Trail[int] = Trail()
    for place in range(LONGEST + 10):
        trail = trail.visit(place)
    assert len(trail.places) == LONGEST
    assert trail.here == LONGEST + 9
