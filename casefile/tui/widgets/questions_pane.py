"""The list of what was asked."""

from typing import ClassVar

from casefile.tui.base.mixed import MixedList


class QuestionsPane(MixedList):
    """Questions, open ones first: the words, of whom, and what they are about."""

    NAME: ClassVar[str] = "Questions"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "Nothing has been asked yet.",
        "Q  asks something about whatever the cursor stands on,",
        "and of whom;  A  writes down what was answered.",
    )

    @property
    def question(self) -> str:
        """The words of the question that the cursor stands on; empty on a heading."""
        row = self.row_at(self.cursor) if self.listing.ids else None
        return row.question if row else ""
