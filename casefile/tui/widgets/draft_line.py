"""The line that offers a draft: go on with it, or throw it away."""

from typing import ClassVar

from textual.binding import BindingType

from casefile.tui.base.pick_line import PickLine
from casefile.tui.keys import Place, bindings


class DraftLine(PickLine):
    """A draft of a note that was never saved."""

    PLACE: ClassVar[Place] = Place.DRAFT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.DRAFT, priority=True)
