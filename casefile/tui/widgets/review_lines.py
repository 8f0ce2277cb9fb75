"""The lines of a review: a status, a grade, what is no name, each by one letter."""

from typing import ClassVar

from textual.binding import BindingType

from casefile.tui.base.pick_line import PickLine
from casefile.tui.keys import Place, bindings


class StatusLine(PickLine):
    """The status of an entity, an event or a fact."""

    PLACE: ClassVar[Place] = Place.STATUS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.STATUS, priority=True)


class GradeLine(PickLine):
    """How far a source can be relied on."""

    PLACE: ClassVar[Place] = Place.GRADE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.GRADE, priority=True)


class TruthLine(PickLine):
    """Whether what a fact tells is true."""

    PLACE: ClassVar[Place] = Place.TRUTH
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.TRUTH, priority=True)


class RejectLine(PickLine):
    """Where words are no name."""

    PLACE: ClassVar[Place] = Place.REJECT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.REJECT, priority=True)


class SourceLine(PickLine):
    """What is corrected of a source."""

    PLACE: ClassVar[Place] = Place.SOURCE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.SOURCE, priority=True)


class EntityLine(PickLine):
    """What is corrected of an entity."""

    PLACE: ClassVar[Place] = Place.ENTITY
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.ENTITY, priority=True)


class EventLine(PickLine):
    """What is corrected of an event."""

    PLACE: ClassVar[Place] = Place.EVENT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.EVENT, priority=True)
