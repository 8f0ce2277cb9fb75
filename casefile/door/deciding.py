"""What the reader decides: corrections, what is the same, what is no name; and undoing it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from casefile.door.opened import Opened
from casefile.door.signing import now, signed
from casefile.model.rows import Link
from casefile.model.words import Kind, Ref, Span

if TYPE_CHECKING:
    from casefile.deeds.correcting import Corrected
    from casefile.deeds.going import Gone
    from casefile.deeds.judging import Effect, JudgedNow, Proposal
    from casefile.deeds.logwords import LogEntry
    from casefile.deeds.making import MadeNow
    from casefile.deeds.rejecting import Rejected
    from casefile.deeds.relabelling import Relabelled
    from casefile.deeds.removing import Removed
    from casefile.deeds.replaying import Replayed
    from casefile.deeds.rereading import Otherwise
    from casefile.deeds.settling import Settled
    from casefile.model.differences import Clash
    from casefile.model.kept import Decision, Removal


class Deciding(Opened):
    """Makes decisions, takes them back, and hands them on."""

    def correct(self, ref: Ref, stated: Mapping[str, str]) -> "Corrected":
        """State fields of a source, an entity or an event, by name; what hangs on them follows.

        See ``correct`` and ``restate`` in ``casefile.deeds``.
        """
        if ref.kind is not Kind.SOURCE:
            from casefile.deeds.restating import restate

            return restate(self._store, ref, stated, **signed())
        from casefile.deeds.correcting import correct

        return correct(self._store, ref, stated, **signed())

    def said(self, ref: Ref, field: str) -> str | None:
        """Return what a field of an entity, event or fact says now, as it would be typed."""
        from casefile.deeds.restating import shown

        return shown(self._store, ref, field)

    def meant(self, words: str, source: Ref) -> Ref:
        """Return the entity that a name means in a source, or raise UnknownRef or Ambiguous."""
        from casefile.deeds.meaning import meant

        return Ref(Kind.ENTITY, meant(self._store, words, source=source.id))

    def understood(self, words: str) -> str:
        """Return a date as it is understood, in plain words, or raise BadDate."""
        from casefile.core.edtf import describe
        from casefile.deeds.understanding import understood

        return describe(understood(words))

    def make_entity(self, source: Ref, span: Span, **told: Any) -> "MadeNow":
        """Say that words name an entity; see ``make_entity`` in ``casefile.deeds.making``."""
        from casefile.deeds.making import Place, make_entity

        return make_entity(self._store, Place(source, span, **signed()), **told)

    def make_event(self, source: Ref, span: Span, **told: str) -> "MadeNow":
        """Say that words tell an event; see ``make_event`` in ``casefile.deeds.making``."""
        from casefile.deeds.making import Place, make_event

        return make_event(self._store, Place(source, span, **signed()), **told)

    def make_fact(self, source: Ref, span: Span, **told: str) -> "MadeNow":
        """Say that words state a fact; see ``make_fact`` in ``casefile.deeds.making``."""
        from casefile.deeds.making import Place, make_fact

        return make_fact(self._store, Place(source, span, **signed()), **told)

    def named_in(self, source: Ref, span: Span) -> "list[Link]":
        """Return the entities that a passage names, in order, with their kinds."""
        from casefile.deeds.meaning import links_in

        return links_in(self._store, source.id, span)

    def judge(self, one: Ref, other: Ref, verdict: str, *, reason: str = "") -> "JudgedNow":
        """Say that two entities or events are the same, different, or that one is unsure."""
        from casefile.deeds.judging import judge

        return judge(self._store, one, other, verdict, reason=reason, **signed())

    def proposals(self) -> "list[Proposal]":
        """Return what may be one and was not judged by a person."""
        from casefile.deeds.judging import proposals

        return proposals(self._store)

    def joined(self, one: Ref, other: Ref) -> int:
        """Return how many facts would be about the one thing, were two judged the same."""
        from casefile.deeds.judging import joined

        return joined(self._store, one, other)

    def effect(self, one: Ref, other: Ref, makes_way: Callable[[], bool] | None = None) -> "Effect":
        """Return what judging two things the same would do; change nothing.

        Args:
            one: A thing.
            other: Another of its kind.
            makes_way: Asked often whether to stop for another write.

        Raises:
            MadeWay: It stopped so.
        """
        from casefile.deeds.judging import effect

        with self._store.making_way(makes_way):
            return effect(self._store, one, other, now=now())

    def removal(self, *refs: Ref) -> "Removed":
        """Count what :meth:`remove` would take out of view, and change nothing."""
        from casefile.deeds.removing import effect

        return effect(self._store, refs)

    def going(self, *refs: Ref) -> "Gone":
        """Return what :meth:`remove` would take out of view, by name."""
        from casefile.deeds.going import going

        return going(self._store, [ref.id for ref in refs])

    def remove(self, *refs: Ref, reason: str = "") -> "Removed":
        """Take sources out of the case with all that hangs on them; nothing of it is lost."""
        from casefile.deeds.removing import remove

        return remove(self._store, refs, reason=reason, **signed())

    def restore(self, *refs: Ref) -> "Removed":
        """Bring removed sources back with all that hung on them."""
        from casefile.deeds.removing import restore

        return restore(self._store, refs, **signed())

    def removed(self) -> "list[Removal]":
        """Return the sources that are removed, those removed last at the end."""
        from casefile.store.removals import removals

        return removals(self._store)

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

        return reject(self._store, form, source=source, span=span, **signed())

    def relabelling(self, ref: Ref, span: Span, label: str) -> "Relabelled":
        """Return what :meth:`relabel` would do, and change nothing."""
        from casefile.deeds.relabelling import foretell

        return foretell(self._store, ref, span, label)

    def rereader(self, ref: Ref) -> "Callable[[Span, str], Otherwise] | None":
        """Return what tells by name what a label on lines takes out and brings in, if any can."""
        from casefile.deeds.rereading import rereader

        return rereader(self._store, ref)

    def relabel(self, ref: Ref, span: Span, label: str) -> "Relabelled":
        """Say what lines of a source are: story, boilerplate, title, byline, and so on."""
        from casefile.deeds.relabelling import relabel

        return relabel(self._store, ref, span, label, **signed())

    def clashes(self) -> "list[Clash]":
        """Return what people said of one thing apart from each other, open or settled."""
        from casefile.deeds.clashing import clashes

        return clashes(self._store)

    def settle(self, ref: Ref, side: int) -> "Settled":
        """Let one side of a clash hold, counted from 0."""
        from casefile.deeds.settling import choose

        return choose(self._store, ref, side, **signed())

    def undo(self) -> "Decision":
        """Take back the last decision, or raise NothingToUndo."""
        from casefile.deeds.undoing import undo

        return undo(self._store, **signed())

    def undo_to(self, id: int) -> "list[Decision]":
        """Take back a decision of the log and all after it, or raise NothingToUndo."""
        from casefile.deeds.undoing import undo_to

        return undo_to(self._store, id, **signed())

    def redo(self) -> "Decision":
        """Make again what was last taken back, or raise NothingToUndo."""
        from casefile.deeds.undoing import redo

        return redo(self._store, **signed())

    def put_off_linking(
        self, *, later: Callable[[], None], before_writing: Callable[[], None]
    ) -> None:
        """From now on do not link what decisions touch: it waits for :meth:`link`.

        Args:
            later: Called when something waits.
            before_writing: Called before each write here.
        """
        self._store.put_off, self._store.before_writing = later, before_writing

    def link(self, makes_way: Callable[[], bool] | None = None) -> list[str]:
        """Link what waits for it; return what could not follow, a sentence each.

        Args:
            makes_way: Asked often whether to stop for another write.

        Raises:
            MadeWay: It stopped so; what waits goes on waiting.
        """
        from casefile.deeds.refreshing import link_all

        with self._store.making_way(makes_way):
            return link_all(self._store, [], None, now=now())

    def log(self) -> "list[Decision]":
        """Return what people decided, oldest first."""
        from casefile.store.log import decisions

        return decisions(self._store)

    def log_entries(self, *, limit: int = -1) -> "list[LogEntry]":
        """Return what people decided here and in merged logs, in plain words, latest first."""
        from casefile.deeds.logwords import entries

        return entries(self._store, limit=limit)

    def export_log(self) -> dict[str, Any]:
        """Return the log as another case takes it."""
        from casefile.deeds.replaying import export_log

        return export_log(self._store)

    def replay(self, document: object) -> "Replayed":
        """Add the decisions of another log to those of this case, as one decision."""
        from casefile.deeds.replaying import replay

        return replay(self._store, document, **signed())
