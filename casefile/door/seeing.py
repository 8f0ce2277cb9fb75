"""What is new to a reader, and what counts as seen; no decision, and in no log."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from casefile.door.opened import Opened
from casefile.door.signing import now, signed
from casefile.model.words import Kind, Ref

if TYPE_CHECKING:
    from casefile.deeds.seeing import Before, News


class Seeing(Opened):
    """Knows what the reader has seen."""

    def news(self, since: str = "") -> "News":
        """Return what is new since some words such as ``yesterday``, else to this reader."""
        from casefile.deeds.seeing import news

        return news(self._store, signed()["by"], since, now=datetime.now().astimezone())

    def count_news(self) -> int:
        """Return how much is new to this reader."""
        from casefile.deeds.seeing import count

        return count(self._store, signed()["by"])

    def unread(self, kind: Kind, ids: Iterable[int]) -> set[int]:
        """Return which of some things are new to this reader."""
        from casefile.store.seen import unread

        return unread(self._store, signed()["by"], kind, ids)

    def begin_seeing(self) -> None:
        """Let all count as seen by one who never looked; nothing where that cannot be written."""
        from casefile.deeds.seeing import begin

        begin(self._store, **self._now())

    def look(self, ref: Ref) -> bool:
        """Let a thing count as seen; tell whether it was new."""
        from casefile.deeds.seeing import look

        return look(self._store, signed()["by"], ref)

    def see_all(self) -> "Before | None":
        """Let all count as seen; return what :meth:`see_again` takes."""
        from casefile.deeds.seeing import see_all

        return see_all(self._store, **self._now())

    def see_again(self, before: "Before") -> bool:
        """Let that count as seen which had been so before; tell whether it was written."""
        from casefile.deeds.seeing import see_again

        return see_again(self._store, signed()["by"], before)

    def note_milestone(self) -> None:
        """Write down how far the case has come by now."""
        from casefile.store.seen import note_milestone

        note_milestone(self._store, now=now())

    @staticmethod
    def _now() -> dict[str, str]:
        return {"reader": signed()["by"], "now": now()}
