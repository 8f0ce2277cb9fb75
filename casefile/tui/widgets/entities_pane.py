"""The list of people, organizations, places and other things."""

from typing import ClassVar

from casefile.model.rows import EntityRow
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import signs


class EntitiesPane(ChoosingList[EntityRow]):
    """Entities: name, kind, how often and where they are mentioned."""

    KIND: ClassVar[Kind] = Kind.ENTITY
    NAME: ClassVar[str] = "Entities"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "No person, organization or place yet.",
        "They are found in the sources as these are added:",
        "  :add FOLDER",
    )

    def draw(self, row: EntityRow, width: int) -> list[Part]:
        """Return the name, the kind and the counts; fewer of them where it is narrow."""
        kind = text.fit(row.kind.value, 12)
        ends = signs(row.review, row.notes, lost=row.lost, is_new=row.is_new)
        mentions = text.fit(text.number(row.mentions), 7, right=True)
        if width < 60:
            room = width - 12 - 7 - 2 - 3
            parts = [*self.tagged(text.line(row.name), row.review, room), ("  ", ""), (kind, "dim")]
            return [*parts, (mentions, "dim"), *ends]
        sources = text.fit(text.count_of(row.sources, "source"), 13, right=True)
        years = text.fit(_years(row), 11, right=True)
        room = width - 12 - 7 - 13 - 11 - 2 - 3
        parts = [*self.tagged(text.line(row.name), row.review, room), ("  ", ""), (kind, "dim")]
        parts += [(mentions, ""), (sources, "dim"), (years, "dim")]
        return [*parts, *ends]


def _years(row: EntityRow) -> str:
    if row.first_year is None or row.last_year is None:
        return ""
    if row.first_year == row.last_year:
        return str(row.first_year)
    return f"{row.first_year}–{row.last_year}"
