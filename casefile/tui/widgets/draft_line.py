"""The line that offers a draft: go on with it, or throw it away."""

from casefile.tui.base.pick_line import PickLine
from casefile.tui.keys import Place


class DraftLine(PickLine, place=Place.DRAFT):
    """A draft of a note that was never saved."""
