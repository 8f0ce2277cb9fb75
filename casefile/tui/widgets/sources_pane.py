"""The list of sources."""

from typing import ClassVar

from casefile.model.rows import SourceRow
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import signs

_DATE = 10
"""Columns of an ISO day."""


class SourcesPane(ChoosingList[SourceRow]):
    """Sources by day of publication: day, title, publisher."""

    KIND: ClassVar[Kind] = Kind.SOURCE
    NAME: ClassVar[str] = "Sources"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "This case has no sources yet.",
        "  :add FOLDER     adds a file or a whole folder",
        "  :add.paste      adds an article that you paste",
        "or in the shell:  casefile add CASE FOLDER",
    )

    def draw(self, row: SourceRow, width: int) -> list[Part]:
        """Return the day, the title and, where there is room, the publisher."""
        when = text.fit(_day(row.published), _DATE)
        who = min(24, max(0, width // 3)) if width >= 56 else 0
        room = width - _DATE - 2 - (who + 2 if who else 0) - 3
        parts: list[Part] = [(when, "dim"), ("  ", "")]
        parts += self.tagged(text.line(row.title), row.review, room)
        if who:
            parts += [("  ", ""), (text.fit(text.line(row.publisher or ""), who), "dim")]
        return [*parts, *signs(row.review, row.notes, is_new=row.is_new)]


def _day(edtf: str | None) -> str:
    """Return a date that fits the column: the month it begins in, where it is a range.

    >>> _day("2024-05-20~/2024-06-20~"), _day("2016-10-07")
    ('~2024-05', '2016-10-07')
    """
    shown = text.line(edtf or "no date")
    return shown if len(shown) <= _DATE else f"~{shown[:7]}"
