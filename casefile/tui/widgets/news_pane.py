"""The list of what is new."""

from typing import ClassVar

from textual.binding import BindingType

from casefile.tui.base.mixed import MixedList
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Turn


class NewsPane(MixedList):
    """What came in, grouped by what it does to the case."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.NEWS)

    NAME: ClassVar[str] = "New"
    THINGS: ClassVar[str] = "news"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "Nothing is new to you.",
        "c  shows what came in since yesterday, then in the last week.",
        "What comes in is marked + in the lists until you open it;",
        "M  lets all of it count as seen.",
    )
    PLACE: ClassVar[Place] = Place.NEWS

    def action_turn(self) -> None:
        """Show what is new since another time."""
        self.post_message(Turn("new", step=1).by(self))
