"""A place the reader was at: enough to come back to it exactly."""

from dataclasses import dataclass
from enum import StrEnum

from casefile.core.trail import Trail
from casefile.model.orders import Order
from casefile.model.words import Ref, Span
from casefile.tui.base.look import Tab
from casefile.tui.base.rowlist import Spot
from casefile.tui.base.view import Sought


class Slot(StrEnum):
    """Where on the screen something is shown."""

    LIST = "list"
    MAIN = "main"
    SIDE = "side"
    FOUND = "found"
    """The preview of the search."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a slot is asked to show."""

    ref: Ref
    span: Span | None = None
    """The passage to open a source at."""
    about: Ref | None = None
    """What the passage is looked at for; with whom an entity is looked at together."""
    card: bool = False
    """A source's own card in place of its text."""
    seen: tuple[Ref, ...] | None = None
    """What is in sight of its text, listed in place of it, or before what else its card says."""
    version: int = 0
    """Of a source a text that it had, by its number; 0 for the one that it has."""


_START = Spot(at=-1)
"""Nowhere in particular: where a thing opens."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a list is narrowed to."""

    matching: str = ""
    within: Ref | None = None
    by: str = "month"
    """The finest unit that events are counted by."""
    order: Order | None = None
    """By what the reader sorted it; None for the list's own order."""
    among: tuple[int, ...] = ()
    """The entities whose matrix it is; empty for no such bound."""
    since: str = ""
    """Since when the news are; empty for what the reader has not seen."""


@dataclass(frozen=True, slots=True)
class Place:
    """A list with its cursor, and what was open beside it."""

    tab: Tab
    question: Question = Question()
    rows: Spot = _START
    slot: Slot = Slot.LIST
    """The pane that had the keys."""
    target: Target | None = None
    """What was open; None at a list."""
    main: Spot = _START
    side: Spot = _START
    name: str = ""
    """What the trail calls it."""
    search: Sought | None = None
    """The search that lay over it, if something was opened from there."""

    @property
    def is_list(self) -> bool:
        """Whether the reader was choosing in a list."""
        return self.slot is Slot.LIST


def crumbs(trail: Trail[Place]) -> tuple[str, ...]:
    """Return the names of the places from the last list to here; equal neighbours once."""
    names: list[str] = []
    for place in reversed(trail.places[: trail.at + 1]):
        name = f"Search “{place.search.query}”" if place.search else place.name
        if not names or names[-1] != name:
            names.append(name)
        if place.is_list and place.search is None:
            break
    return tuple(reversed(names))


def list_of(trail: Trail[Place], tab: Tab, question: Question) -> int | None:
    """Return the step of the trail at which this very list was left, if it led here."""
    for at in range(trail.at, -1, -1):
        place = trail.places[at]
        if place.is_list and place.search is None:
            return at if (place.tab, place.question) == (tab, question) else None
    return None


def recent(trail: Trail[Place], most: int = 12) -> tuple[tuple[Ref, str], ...]:
    """Return the things opened last, latest first, each once."""
    seen: dict[Ref, str] = {}
    for place in reversed(trail.places):
        if place.target is not None and not place.is_list and place.search is None:
            seen.setdefault(place.target.ref, place.name)
    return tuple(seen.items())[:most]
