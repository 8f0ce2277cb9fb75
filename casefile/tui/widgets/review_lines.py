"""The lines of a review: a status, a grade, what is no name, each by one letter."""

from casefile.tui.base.pick_line import PickLine
from casefile.tui.keys import Place


class StatusLine(PickLine, place=Place.STATUS):
    """The status of an entity, an event or a fact."""


class GradeLine(PickLine, place=Place.GRADE):
    """How far a source can be relied on."""


class TruthLine(PickLine, place=Place.TRUTH):
    """Whether what a fact tells is true."""


class PairLine(PickLine, place=Place.PAIR):
    """Whether two things are one."""


class SortLine(PickLine, place=Place.SORT):
    """By what a list is sorted."""


class RejectLine(PickLine, place=Place.REJECT):
    """Where words are no name."""


class RemoveLine(PickLine, place=Place.REMOVE):
    """What of a source is deleted."""


class SourceLine(PickLine, place=Place.SOURCE):
    """What is corrected of a source."""


class EntityLine(PickLine, place=Place.ENTITY):
    """What is corrected of an entity."""


class EventLine(PickLine, place=Place.EVENT):
    """What is corrected of an event."""


class FactLine(PickLine, place=Place.FACT):
    """What is corrected of a fact."""


class DropLine(PickLine, place=Place.DROP):
    """Whether several notes are deleted."""
