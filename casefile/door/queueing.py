"""What waits for a reader's judgement beside pairs: facts perhaps read wrongly, and dates."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from casefile.door.opened import Opened
from casefile.door.signing import signed
from casefile.model.rows import Passage
from casefile.model.words import PartialDate, Ref

if TYPE_CHECKING:
    from casefile.deeds.correcting import Corrected
    from casefile.deeds.doubting import Doubted
    from casefile.deeds.publishing import Day, Moved, Undated
    from casefile.deeds.reviewing import Reviewed


class Queueing(Opened):
    """Asks about facts of low certainty and about dates of publication."""

    def doubted(self) -> "list[Doubted]":
        """Return the facts perhaps read wrongly that nobody has looked at, the worst first."""
        from casefile.deeds.doubting import doubted

        return doubted(self._store)

    def doubted_by_slices(self) -> "Iterator[list[Doubted]]":
        """Yield the same by number, slice by slice."""
        from casefile.deeds.doubting import doubted_by_slices

        return doubted_by_slices(self._store)

    def in_context(self, fact: Ref) -> Passage:
        """Return where a fact stands, with what was said before."""
        from casefile.deeds.doubting import in_context

        return in_context(self._store, fact)

    def left_without(self, fact: Ref) -> tuple[Ref, int] | None:
        """Return the event of a fact, and how many facts it keeps without it."""
        from casefile.deeds.doubting import left_without

        return left_without(self._store, fact)

    def set_reading(self, refs: Sequence[Ref], how: str | None, *, reason: str = "") -> "Reviewed":
        """Say whether facts were read rightly, or that a date is not sure; None takes it back."""
        from casefile.deeds.reviewing import set_reading

        return set_reading(self._store, refs, how, reason=reason, **signed())

    def undated(self) -> "list[Undated]":
        """Return the sources whose date of publication is not sure, those that matter first."""
        from casefile.deeds.publishing import undated

        return undated(self._store)

    def days_of(self, source: Ref) -> "list[Day]":
        """Return the dates that a source may have, likeliest first, each with its basis."""
        from casefile.deeds.publishing import days_of

        return days_of(self._store, source)

    def choose_day(self, source: Ref, number: int, *, reason: str = "") -> "Corrected":
        """Let a source be published on one of its days, from 1; 0 for none of them."""
        from casefile.deeds.publishing import choose_day

        return choose_day(self._store, source, number, reason=reason, **signed())

    def date_source(self, source: Ref, words: str, *, reason: str = "") -> "Corrected":
        """State when a source was published, as one speaks."""
        from casefile.deeds.correcting import correct

        return correct(self._store, source, {"published": words}, reason=reason, **signed())

    def mover(self, source: Ref) -> "Callable[[PartialDate | None], Moved] | None":
        """Return what tells what a date would do to the events of a source, or None."""
        from casefile.deeds.publishing import mover

        return mover(self._store, source)
