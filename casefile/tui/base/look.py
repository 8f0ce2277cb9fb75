"""Ways to look at a case as a whole, beside the lists of what it holds."""

from enum import StrEnum

from casefile.model.words import Kind


class Look(StrEnum):
    """A way to look; each takes the place of a list, with a question and a cursor of its own."""

    TIMELINE = "timeline"
    """Events as bars."""
    COUNTS = "counts"
    """Events counted by a unit of the calendar."""
    TOGETHER = "together"
    """Who is told of with whom, as a matrix."""
    PLACES = "places"
    """Places by country."""
    NEWS = "new"
    """What is new to the reader."""
    QUESTIONS = "questions"
    """What was asked, and what is open."""


SINCE = ("", "yesterday", "1w")
"""Since when news are shown, one after the other; first what the reader has not seen."""

UNITS = ("decade", "year", "month", "day")
"""What events are counted by, the coarsest first."""

Tab = Kind | Look
"""What can stand where the lists stand."""


def tab_of(name: str) -> Tab:
    """Return the list or the look of a name, such as ``event`` or ``timeline``."""
    return Look(name) if name in Look.__members__.values() else Kind(name)
