"""The list of what the reader wrote."""

from typing import ClassVar

from casefile.model.rows import Note
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.lines import Part


class NotesPane(ChoosingList[Note]):
    """Notes: day, what it is on, its first words."""

    KIND: ClassVar[Kind] = Kind.NOTE
    NAME: ClassVar[str] = "Notes"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "You have not written a note yet.",
        "a  writes one on whatever the cursor stands on:",
        "a source, a passage, a person, an event.",
    )

    def draw(self, row: Note, width: int) -> list[Part]:
        """Return the day, the body and what it is a note on."""
        named = text.line(row.target_label or str(row.target))
        target = text.fit(named, min(40, width // 3)) if width >= 50 else ""
        room = width - 12 - (len(target) + 2 if target else 0) - 2
        parts: list[Part] = [(text.fit(row.updated[:10], 10), "dim"), ("  ", "")]
        parts += self.tagged(text.line(row.body.strip()), row.review, room)
        if target:
            parts += [("  ", ""), (target, "dim")]
        is_lost = row.orphaned or not row.target_label
        return [*parts, (" !" if is_lost else "  ", "warn")]
