"""The one door to a case file: every face, the terminal's and the shell's, comes through here.

Opening and listing import little; what reads, extracts, links or writes is
imported by the method that needs it, so that the first screen does not wait.
"""

import getpass
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from casefile.model.review import UNREVIEWED, Review
from casefile.model.rows import (
    Conflict,
    Damage,
    Decision,
    Entity,
    EntityRow,
    Event,
    EventCount,
    EventRow,
    Fact,
    Hit,
    LinkGroup,
    Mark,
    Mate,
    Note,
    Passage,
    PlaceRow,
    SavedSearch,
    Shared,
    Source,
    SourceRow,
    Summary,
)
from casefile.model.words import Kind, Ref, Span
from casefile.store.connection import may_write
from casefile.store.entities import entity_cluster, entity_ids, entity_rows, get_entity
from casefile.store.events import event_cluster, event_ids, event_rows, get_event
from casefile.store.facts import fact_ids, get_fact, get_facts
from casefile.store.names import is_indexed
from casefile.store.notes import get_note, get_notes, note_ids
from casefile.store.passages import marks, passages
from casefile.store.sources import get_source, source_ids, source_rows
from casefile.store.store import Store

if TYPE_CHECKING:
    from casefile.deeds.adding import Added, Progress, Stated
    from casefile.deeds.correcting import Corrected
    from casefile.deeds.extracting import Extracted, Rehearsed
    from casefile.deeds.judging import Effect, JudgedNow, Proposal
    from casefile.deeds.rejecting import Rejected
    from casefile.deeds.replaying import Replayed
    from casefile.deeds.reviewing import Reviewed
    from casefile.deeds.searching import Answer

_IDS = {
    Kind.SOURCE: source_ids,
    Kind.ENTITY: entity_ids,
    Kind.EVENT: event_ids,
    Kind.FACT: fact_ids,
    Kind.NOTE: note_ids,
}


class Case:
    """An open case file. It belongs to the thread that opened it; see :meth:`reopen`."""

    def __init__(self, path: Path, *, create: bool = False, read_only: bool | None = None) -> None:
        """Open the file.

        Args:
            path: The case file.
            create: Make it if it is not there.
            read_only: By itself where the file or its folder cannot be written.

        Raises:
            CasefileError: It cannot be opened; see ``casefile.store.connection.connect``.
        """
        if read_only is None:
            read_only = path.is_file() and not may_write(path)
        self._store = Store(path, create=create, read_only=read_only)
        if not read_only and not is_indexed(self._store):
            from casefile.deeds.indexing import index_if_needed

            index_if_needed(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def name(self) -> str:
        """What the case is called: the file's name without its ending."""
        return self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._store.read_only

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._store.close()

    def reopen(self) -> "Case":
        """Open the same file again for reading, for use on another thread."""
        return Case(self.path, read_only=True)

    # What is in it

    def summary(self) -> Summary:
        """Return how much the case holds."""
        row = self._store.one("summary")
        assert row is not None
        return Summary(**dict(row))

    def data_version(self) -> int:
        """Return a number that changes when another program has written."""
        return self._store.data_version()

    def ids(
        self,
        kind: Kind,
        *,
        within: Ref | None = None,
        matching: str = "",
        limit: int | None = None,
        ranked: bool = True,
    ) -> "array[int]":
        """Return the ids of one kind in the order in which a list shows them.

        Args:
            kind: Anything but a conflict.
            within: Only what belongs to this thing.
            matching: Only what fits these words, best first.
            limit: The most ids to return.
            ranked: With words the best comes first; otherwise in the order without words.
        """
        most = -1 if limit is None else limit
        found = _IDS[kind](self._store, within, limit=-1 if matching else most)
        if not matching.strip():
            return found
        inside = set(found)
        hits = self.search(matching, places=(_PLACES[kind],), limit=1_000)
        kept = dict.fromkeys(h.ref.id for h in hits if h.ref.kind is kind and h.ref.id in inside)
        order = kept if ranked else (id for id in found if id in kept)
        return array("q", islice(order, limit))

    def source_rows(self, ids: Iterable[int]) -> list[SourceRow]:
        """Return sources as a list shows them, in the order of the ids."""
        return source_rows(self._store, ids)

    def entity_rows(self, ids: Iterable[int]) -> list[EntityRow]:
        """Return entities as a list shows them, in the order of the ids."""
        return entity_rows(self._store, ids)

    def event_rows(self, ids: Iterable[int]) -> list[EventRow]:
        """Return events as a list shows them, in the order of the ids."""
        return event_rows(self._store, ids)

    def event_extent(self, ids: Iterable[int] | None = None) -> tuple[date, date] | None:
        """Return the first and the last day of all events, or of some; None if none has a day."""
        from casefile.store.timeline import event_extent

        return event_extent(self._store, ids)

    def event_counts(self, unit: str, ids: Iterable[int] | None = None) -> list[EventCount]:
        """Return how many events there are by decade, year, month or day, earliest first."""
        from casefile.store.timeline import event_counts

        return event_counts(self._store, unit, ids)

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

    def conflicts(self) -> list[Conflict]:
        """Return where sources disagree."""
        from casefile.store.conflicts import conflicts

        return conflicts(self._store)

    def marks(self, source: int) -> list[Mark]:
        """Return all that stands in a source's text, in order."""
        return marks(self._store, source)

    # How things hang together

    def leading(self, ref: Ref) -> Ref:
        """Return the ref under which a thing is shown: a merged one has its lowest.

        Raises:
            UnknownRef: The case holds no such entity or event.
        """
        if ref.kind is Kind.ENTITY:
            return Ref(Kind.ENTITY, entity_cluster(self._store, ref.id))
        if ref.kind is Kind.EVENT:
            return Ref(Kind.EVENT, event_cluster(self._store, ref.id))
        return ref

    def mates(self, ref: Ref) -> list[Mate]:
        """Return with whom an entity is told of, oftenest first."""
        from casefile.store.together import mates

        return mates(self._store, self.leading(ref).id)

    def shared(self, one: Ref, other: Ref, *, most: int = -1) -> Shared:
        """Return what two entities are both told of in, with at most so many passages."""
        from casefile.store.together import shared

        return shared(self._store, self.leading(one).id, self.leading(other).id, most=most)

    def matrix(self, ids: Iterable[int], others: Iterable[int]) -> dict[tuple[int, int], int]:
        """Return on how many stretches of text some entities are told of with others."""
        from casefile.store.together import matrix

        return matrix(self._store, ids, others)

    def places(self, ids: Iterable[int] | None = None) -> list[PlaceRow]:
        """Return places below their countries; all, or those among some entities."""
        from casefile.deeds.places import places

        return places(self._store, ids)

    def passages(self, ref: Ref, limit: int = 200) -> list[Passage]:
        """Return where a thing stands, oldest publication first."""
        return passages(self._store, self.leading(ref), limit=limit)

    def linked(self, ref: Ref) -> list[LinkGroup]:
        """Return all that a thing is linked to, in groups; none is empty."""
        from casefile.deeds.linked import linked

        return linked(self._store, self.leading(ref))

    def label(self, ref: Ref) -> str:
        """Return what a thing is called, or raise UnknownRef."""
        from casefile.deeds.linked import label

        return label(self._store, self.leading(ref))

    def search(self, query: str, *, places: Collection[str] = (), limit: int = 50) -> list[Hit]:
        """Return what fits a query line, best first; any text is a query.

        ``places`` are some of sources, entities, events, facts, notes, text.
        """
        from casefile.deeds.searching import search

        return search(self._store, query, places=places, limit=limit)

    def answer(
        self,
        query: str,
        *,
        places: Collection[str] = (),
        limit: int = 50,
        thorough: bool = False,
    ) -> "Answer":
        """Return what :meth:`search` does, lines to try where no text has the words, remarks.

        See ``casefile.deeds.searching.answer`` for what is thorough.
        """
        from casefile.deeds.searching import answer

        return answer(self._store, query, places=places, limit=limit, thorough=thorough)

    # What the reader does

    def notes_on(self, ref: Ref) -> list[Note]:
        """Return the notes on a thing, oldest first."""
        return get_notes(self._store, note_ids(self._store, self.leading(ref)))

    def add_note(self, target: Ref, body: str, *, span: Span | None = None) -> Note:
        """Write a note on a thing, or on a passage of a source; it is on disk on return."""
        from casefile.deeds.annotating import add_note

        return add_note(self._store, target, body, span=span, **_signed())

    def edit_note(self, ref: Ref, body: str) -> Note:
        """Change the words of a note."""
        from casefile.deeds.annotating import edit_note

        return edit_note(self._store, ref, body, **_signed())

    def delete_note(self, ref: Ref) -> None:
        """Remove a note; undo brings it back."""
        from casefile.deeds.annotating import delete_note

        delete_note(self._store, ref, **_signed())

    def correct(self, ref: Ref, stated: Mapping[str, str]) -> "Corrected":
        """State fields of a source, an entity or an event, by name; what hangs on them follows.

        See ``correct`` and ``restate`` in ``casefile.deeds``.
        """
        if ref.kind is not Kind.SOURCE:
            from casefile.deeds.restating import restate

            return restate(self._store, ref, stated, **_signed())
        from casefile.deeds.correcting import correct

        return correct(self._store, ref, stated, **_signed())

    def saved_searches(self) -> list[SavedSearch]:
        """Return the searches that were saved, by name."""
        from casefile.store.searches import saved_searches

        return saved_searches(self._store)

    def saved_search(self, which: Ref | str) -> SavedSearch:
        """Return a saved search by its ref or its name; raise UnknownRef or UnknownSearch."""
        from casefile.deeds.saving import search_named
        from casefile.store.searches import get_search

        if isinstance(which, Ref):
            return get_search(self._store, which.id)
        return search_named(self._store, which)

    def save_search(self, name: str, line: str) -> SavedSearch:
        """Keep a line of the search under a name, in place of what had the name."""
        from casefile.deeds.saving import save_search

        return save_search(self._store, name, line, **_signed())

    def forget_search(self, name: str) -> SavedSearch:
        """Remove a saved search; undo brings it back."""
        from casefile.deeds.saving import forget_search

        return forget_search(self._store, name, **_signed())

    def tag(
        self, refs: Sequence[Ref], *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> "Reviewed":
        """Give things tags and take some from them, as one decision."""
        from casefile.deeds.reviewing import tag

        return tag(self._store, refs, add=add, remove=remove, **_signed())

    def tags(self) -> list[tuple[str, int]]:
        """Return every tag and how many things have it, most used first."""
        from casefile.store.reviews import tags

        return tags(self._store)

    def rename_tag(self, old: str, new: str) -> "Reviewed":
        """Call a tag otherwise wherever it stands."""
        from casefile.deeds.reviewing import rename_tag

        return rename_tag(self._store, old, new, **_signed())

    def drop_tag(self, name: str) -> "Reviewed":
        """Take a tag from everything that has it."""
        from casefile.deeds.reviewing import drop_tag

        return drop_tag(self._store, name, **_signed())

    def set_status(self, refs: Sequence[Ref], status: str, *, reason: str = "") -> "Reviewed":
        """Say how a review left entities, events or facts; ``unreviewed`` takes it back."""
        from casefile.deeds.reviewing import set_status

        return set_status(self._store, refs, status, reason=reason, **_signed())

    def set_grade(self, refs: Sequence[Ref], grade: str | None, *, reason: str = "") -> "Reviewed":
        """Grade sources by A to F, or facts by 1 to 6; None takes it back."""
        from casefile.deeds.reviewing import set_grade

        return set_grade(self._store, refs, grade, reason=reason, **_signed())

    def set_sensitive(self, refs: Sequence[Ref], is_sensitive: bool) -> "Reviewed":
        """Mark things as sensitive, or take the mark away."""
        from casefile.deeds.reviewing import set_sensitive

        return set_sensitive(self._store, refs, is_sensitive, **_signed())

    def judge(self, one: Ref, other: Ref, verdict: str, *, reason: str = "") -> "JudgedNow":
        """Say that two entities or events are the same, different, or that one is unsure."""
        from casefile.deeds.judging import judge

        return judge(self._store, one, other, verdict, reason=reason, **_signed())

    def proposals(self) -> "list[Proposal]":
        """Return what may be one and was not judged by a person."""
        from casefile.deeds.judging import proposals

        return proposals(self._store)

    def effect(self, one: Ref, other: Ref) -> "Effect":
        """Return what judging two things the same would do; change nothing."""
        from casefile.deeds.judging import effect

        return effect(self._store, one, other, now=_now())

    def mentions_of(
        self, form: str, *, source: Ref | None = None, span: Span | None = None
    ) -> "Rejected":
        """Count what :meth:`reject` would take away, and change nothing."""
        from casefile.deeds.rejecting import count

        return count(self._store, form, source=source, span=span)

    def reject(
        self, form: str, *, source: Ref | None = None, span: Span | None = None
    ) -> "Rejected":
        """Say that words are no name: one mention, all in a source, or all in the case."""
        from casefile.deeds.rejecting import reject

        return reject(self._store, form, source=source, span=span, **_signed())

    def review(self, ref: Ref) -> Review:
        """Return what the reader says of a thing."""
        from casefile.store.reviews import reviews

        thing = self.leading(ref)
        return reviews(self._store, thing.kind, [thing.id]).get(thing.id, UNREVIEWED)

    def undo(self) -> Decision:
        """Take back the last decision, or raise NothingToUndo."""
        from casefile.deeds.undoing import undo

        return undo(self._store, **_signed())

    def redo(self) -> Decision:
        """Make again what was last taken back, or raise NothingToUndo."""
        from casefile.deeds.undoing import redo

        return redo(self._store, **_signed())

    def log(self) -> list[Decision]:
        """Return what people decided, oldest first."""
        from casefile.store.log import decisions

        return decisions(self._store)

    def export_log(self) -> dict[str, Any]:
        """Return the log as another case takes it."""
        from casefile.deeds.replaying import export_log

        return export_log(self._store)

    def replay(self, document: object) -> "Replayed":
        """Add the decisions of another log to those of this case, as one decision."""
        from casefile.deeds.replaying import replay

        return replay(self._store, document, **_signed())

    # What comes in and goes out

    def add(
        self,
        paths: Sequence[str],
        *,
        stated: "Stated",
        stdin: bytes | None = None,
        engine: str = "rules",
        jobs: int = 1,
        progress: "Progress | None" = None,
    ) -> "Added":
        """Add the articles that the paths name; a bad one fails alone."""
        from casefile.deeds.adding import Added, add, items_of, no_progress

        report = Added()
        items = items_of(paths, stdin, report)
        return add(
            self._store,
            items,
            stated=stated,
            engine=engine,
            today=datetime.now(UTC).date(),
            now=_now(),
            jobs=jobs,
            progress=progress or no_progress,
            report=report,
        )

    def extract(
        self,
        refs: Sequence[Ref] = (),
        *,
        engine: str | None = None,
        progress: "Progress | None" = None,
    ) -> "Extracted":
        """Run an engine again over some sources, or all; by itself the one that read each.

        What a reader wrote stays, and so do the ids of what is found again.
        """
        from casefile.deeds.adding import no_progress
        from casefile.deeds.extracting import extract

        return extract(
            self._store, refs, engine=engine, now=_now(), progress=progress or no_progress
        )

    def rehearse(
        self,
        refs: Sequence[Ref] = (),
        *,
        engine: str | None = None,
        progress: "Progress | None" = None,
    ) -> Iterator["Rehearsed"]:
        """Yield for each source what :meth:`extract` would change in it, and change nothing."""
        from casefile.deeds.adding import no_progress
        from casefile.deeds.extracting import rehearse

        return rehearse(self._store, refs, engine=engine, progress=progress or no_progress)

    def read_by(self, source: int) -> str | None:
        """Return the name of the engine whose findings stand for a source, or None."""
        from casefile.store.findings import engine_of

        return engine_of(self._store, source)

    def contents(self) -> dict[str, Any]:
        """Return everything the case holds, as ``export --format json`` writes it."""
        from casefile.deeds.exporting import contents

        return contents(self._store)

    def check(self) -> list[Damage]:
        """Return each kind of damage that the file has; empty for a whole one."""
        from casefile.store.checking import damages

        return damages(self._store)


_PLACES = {
    Kind.SOURCE: "sources",
    Kind.ENTITY: "entities",
    Kind.EVENT: "events",
    Kind.FACT: "facts",
    Kind.NOTE: "notes",
}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _signed() -> dict[str, str]:
    """Return who decides and when, for a decision."""
    try:
        by = getpass.getuser()
    except (OSError, KeyError):
        by = "reader"
    return {"by": by, "now": _now()}
