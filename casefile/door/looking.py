"""What is in a case: the rows of its lists, and one thing whole."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from casefile.door.opened import Opened
from casefile.model.rows import (
    Entity,
    EntityRow,
    Event,
    EventRow,
    Fact,
    Hit,
    Mark,
    Note,
    Source,
    SourceRow,
    Summary,
)
from casefile.model.words import EntityKind, Ref, Span
from casefile.store.entities import entity_kinds, entity_rows, get_entity
from casefile.store.events import event_rows, get_event
from casefile.store.facts import get_fact, get_facts
from casefile.store.notes import get_note, get_notes
from casefile.store.passages import marks
from casefile.store.sources import get_source, source_rows

if TYPE_CHECKING:
    from casefile.deeds.notebook import Notebook
    from casefile.deeds.taking import Taken
    from casefile.model.differences import Conflict
    from casefile.model.kept import NoteText
    from casefile.model.looks import EventCount


class Looking(Opened):
    """Shows what a case holds."""

    def summary(self) -> Summary:
        """Return how much the case holds."""
        row = self._store.one("summary")
        assert row is not None
        return Summary(**dict(row))

    def source_rows(self, ids: Iterable[int]) -> list[SourceRow]:
        """Return sources as a list shows them, in the order of the ids."""
        return source_rows(self._store, ids)

    def entity_rows(self, ids: Iterable[int]) -> list[EntityRow]:
        """Return entities as a list shows them, in the order of the ids."""
        return entity_rows(self._store, ids)

    def entity_kinds(self, ids: Iterable[int]) -> dict[int, EntityKind]:
        """Return of what kind entities are; those that are not there are left out."""
        return entity_kinds(self._store, ids)

    def event_rows(self, ids: Iterable[int]) -> list[EventRow]:
        """Return events as a list shows them, in the order of the ids."""
        return event_rows(self._store, ids)

    def note_rows(self, ids: Iterable[int]) -> list[Note]:
        """Return notes in the order of the ids."""
        return get_notes(self._store, ids)

    def facts(self, ids: Iterable[int]) -> list[Fact]:
        """Return facts in the order of the ids."""
        return get_facts(self._store, ids)

    def source(self, id: int) -> Source:
        """Return one source with its text, or raise UnknownRef."""
        return get_source(self._store, id)

    def entity(self, id: int) -> Entity:
        """Return one entity by any of its ids, or raise UnknownRef."""
        return get_entity(self._store, id)

    def event(self, id: int) -> Event:
        """Return one event by any of its ids, or raise UnknownRef."""
        return get_event(self._store, id)

    def fact(self, id: int) -> Fact:
        """Return one fact, or raise UnknownRef."""
        return get_fact(self._store, id)

    def note(self, id: int) -> Note:
        """Return one note, or raise UnknownRef."""
        return get_note(self._store, id)

    def earlier_texts(self, ref: Ref) -> "list[NoteText]":
        """Return what a note said before, oldest first, by whom and when."""
        from casefile.deeds.notehistory import earlier_texts

        return earlier_texts(self._store, ref)

    def marks(self, source: int, part: Span | None = None) -> list[Mark]:
        """Return all that stands in a source's text, or begins in a part of it, in order."""
        if part is None:
            return marks(self._store, source)
        return marks(self._store, source, part.start, part.end)

    def hits(self, refs: Sequence[Ref]) -> list[Hit]:
        """Return things of any kind as one line each, in the order of the refs."""
        from casefile.deeds.searchrows import rows_of

        return rows_of(self._store, refs)

    def take_out(self, refs: Sequence[Ref], file: str) -> "Taken":
        """Write things as lines of a new file; its ending says how."""
        from casefile.deeds.taking import take_out

        return take_out(self._store, refs, file)

    def take_notes(self, refs: Sequence[Ref], file: str) -> "Taken":
        """Write the notes on some things, or all, into a new file, as a Markdown document."""
        from casefile.deeds.taking import take_notes

        return take_notes(self._store, refs, file)

    def notebook(self, refs: Sequence[Ref] = ()) -> "Notebook":
        """Return the notes on some things, or all, as a Markdown document with footnotes."""
        from casefile.deeds.notebook import notebook

        return notebook(self._store, refs)

    def conflicts(self) -> "list[Conflict]":
        """Return where sources disagree."""
        from casefile.store.conflicts import conflicts

        return conflicts(self._store)

    def event_extent(self, ids: Iterable[int] | None = None) -> tuple[date, date] | None:
        """Return the first and the last day of all events, or of some; None if none has a day."""
        from casefile.store.timeline import event_extent

        return event_extent(self._store, ids)

    def event_counts(self, unit: str, ids: Iterable[int] | None = None) -> "list[EventCount]":
        """Return how many events there are by decade, year, month or day, earliest first."""
        from casefile.store.timeline import event_counts

        return event_counts(self._store, unit, ids)
