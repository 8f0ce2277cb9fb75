"""The list of facts: what is said, and on whose word."""

from typing import ClassVar

from casefile.model.rows import Fact
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.lines import Part
from casefile.tui.base.manner import turned
from casefile.tui.base.rowlist import signs

_ROOMY = 60
"""Columns of a row from which it says on whose word."""

_MANNER = 9
"""Columns for how it is said: the longest word and a blank."""

_SPEAKER = 30
"""Columns for whoever says so, at most."""


class FactsPane(ChoosingList[Fact]):
    """Facts by source: whether it is denied, negative or hedged, the statement, who says so."""

    KIND: ClassVar[Kind] = Kind.FACT
    NAME: ClassVar[str] = "Facts"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "No fact yet.",
        "Statements, with whoever they are put down to, are found in the",
        "sources as these are added:  :add FOLDER",
    )

    def draw(self, row: Fact, width: int) -> list[Part]:
        """Return how it is said, the statement and, where there is room, who says so."""
        speaker = row.attribution[-1].name if row.attribution else "the source itself"
        told = min(_SPEAKER, width // 4) if width >= _ROOMY else 0
        room = width - _MANNER - (told + 2 if told else 0) - 3
        how = turned(row) or ("hedged" if row.hedge else "quoted" if row.quoted else "")
        parts: list[Part] = [(text.fit(how, _MANNER), "warn")]
        parts += self.tagged(text.line(row.statement), row.review, room)
        if told:
            parts += [("  ", ""), (text.fit(text.line(speaker), told), "dim")]
        return [*parts, *signs(row.review, 0, lost=row.lost, is_new=row.is_new)]
