"""The line that says what is running, and stops it."""

from casefile.tui.base.pick_line import PickLine
from casefile.tui.keys import Place


class JobsLine(PickLine, place=Place.JOBS):
    """How far the adding of articles is."""
