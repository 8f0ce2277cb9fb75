"""What the reader writes on the things of a case: notes, tags, status, grades, marks."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from casefile.door.opened import Opened
from casefile.door.signing import signed
from casefile.model.review import UNREVIEWED, Review
from casefile.model.rows import Note
from casefile.model.words import Ref, Span
from casefile.store.notes import get_notes, note_ids
from casefile.store.reviews import reviews

if TYPE_CHECKING:
    from casefile.deeds.reviewing import Reviewed


class Reviewing(Opened):
    """Writes what the reader says of things."""

    def notes_on(self, ref: Ref) -> list[Note]:
        """Return the notes on a thing, oldest first."""
        return get_notes(self._store, note_ids(self._store, self.leading(ref)))

    def add_note(self, target: Ref, body: str, *, span: Span | None = None) -> Note:
        """Write a note on a thing, or on a passage of a source; it is on disk on return."""
        from casefile.deeds.annotating import add_note

        return add_note(self._store, target, body, span=span, **signed())

    def edit_note(self, ref: Ref, body: str, *, was: str | None = None) -> Note:
        """Change the words of a note; NoteChanged where it no longer says what it ``was``."""
        from casefile.deeds.annotating import edit_note

        return edit_note(self._store, ref, body, was=was, **signed())

    def delete_note(self, ref: Ref) -> None:
        """Remove a note; undo brings it back."""
        from casefile.deeds.annotating import delete_note

        delete_note(self._store, ref, **signed())

    def delete_notes(self, refs: Sequence[Ref]) -> int:
        """Remove several notes as one decision; return how many."""
        from casefile.deeds.annotating import delete_notes

        return delete_notes(self._store, refs, **signed())

    def tag(
        self, refs: Sequence[Ref], *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> "Reviewed":
        """Give things tags and take some from them, as one decision."""
        from casefile.deeds.reviewing import tag

        return tag(self._store, refs, add=add, remove=remove, **signed())

    def tags(self) -> list[tuple[str, int]]:
        """Return every tag and how many things have it, most used first."""
        from casefile.store.reviews import tags

        return tags(self._store)

    def common_tags(self, refs: Sequence[Ref]) -> tuple[str, ...]:
        """Return the tags that all of some things of one kind have, in their order."""
        things = [self.leading(ref) for ref in refs]
        said = reviews(self._store, things[0].kind, [thing.id for thing in things])
        each = [said.get(thing.id, UNREVIEWED).tags for thing in things]
        return tuple(name for name in each[0] if all(name in tags for tags in each))

    def rename_tag(self, old: str, new: str) -> "Reviewed":
        """Call a tag otherwise wherever it stands."""
        from casefile.deeds.reviewing import rename_tag

        return rename_tag(self._store, old, new, **signed())

    def drop_tag(self, name: str) -> "Reviewed":
        """Take a tag from everything that has it."""
        from casefile.deeds.reviewing import drop_tag

        return drop_tag(self._store, name, **signed())

    def set_status(self, refs: Sequence[Ref], status: str, *, reason: str = "") -> "Reviewed":
        """Say how a review left entities, events or facts; ``unreviewed`` takes it back."""
        from casefile.deeds.reviewing import set_status

        return set_status(self._store, refs, status, reason=reason, **signed())

    def set_grade(self, refs: Sequence[Ref], grade: str | None, *, reason: str = "") -> "Reviewed":
        """Grade sources by A to F, or facts by 1 to 6; None takes it back."""
        from casefile.deeds.reviewing import set_grade

        return set_grade(self._store, refs, grade, reason=reason, **signed())

    def set_sensitive(self, refs: Sequence[Ref], is_sensitive: bool) -> "Reviewed":
        """Mark things as sensitive, or take the mark away."""
        from casefile.deeds.reviewing import set_sensitive

        return set_sensitive(self._store, refs, is_sensitive, **signed())

    def review(self, ref: Ref) -> Review:
        """Return what the reader says of a thing."""
        thing = self.leading(ref)
        return reviews(self._store, thing.kind, [thing.id]).get(thing.id, UNREVIEWED)
