"""The one door to a case file: every face, the terminal's and the shell's, comes through here.

Opening and listing import little; what reads, extracts, links or writes is
imported by the method that needs it, so that the first screen does not wait.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from casefile.door.asking import Asking
from casefile.door.deciding import Deciding
from casefile.door.looking import Looking
from casefile.door.queueing import Queueing
from casefile.door.reviewing import Reviewing
from casefile.door.searching import Searching
from casefile.door.seeing import Seeing
from casefile.door.signing import now, signed
from casefile.door.tracing import Tracing
from casefile.model.words import Ref, Span

if TYPE_CHECKING:
    from casefile.deeds.adding import Added, Progress, Stated
    from casefile.deeds.extracting import Extracted, Rehearsed
    from casefile.deeds.repairing import Repaired
    from casefile.model.kept import Damage, Orphan, Version


class Case(Looking, Tracing, Searching, Seeing, Asking, Reviewing, Queueing, Deciding):
    """An open case file. It belongs to the thread that opened it; see :meth:`reopen`."""

    def reopen(self, *, in_turn: bool = False) -> "Case":
        """Open the same file again for reading, for use on another thread, or several in turn."""
        return Case(self.path, read_only=True, in_turn=in_turn)

    def add(
        self,
        paths: Sequence[str],
        *,
        stated: "Stated",
        stdin: bytes | None = None,
        engine: str = "rules",
        version_of: Ref | None = None,
        separate: bool = False,
        jobs: int = 1,
        progress: "Progress | None" = None,
    ) -> "Added":
        """Add the articles that the paths name; a bad one fails alone.

        A text from the address of a source that reads much like it is that source's new
        version. ``version_of`` says that it is one, ``separate`` that none is.
        """
        from casefile.deeds.adding import Added, add, items_of, no_progress

        report = Added()
        items = items_of(paths, stdin, report)
        with self._between_milestones():
            return add(
                self._store,
                items,
                stated=stated,
                engine=engine,
                today=datetime.now(UTC).date(),
                **signed(),
                version_of=version_of,
                separate=separate,
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

        with self._between_milestones():
            return extract(
                self._store, refs, engine=engine, now=now(), progress=progress or no_progress
            )

    @contextmanager
    def _between_milestones(self) -> Iterator[None]:
        """Keep how far the case had come before, and comes to, so that what is new has a time."""
        self.note_milestone()
        yield
        self.note_milestone()

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

    def versions(self, source: int) -> "list[Version]":
        """Return the texts of a source, as it came and as it was written anew since."""
        from casefile.store.versions import versions

        return versions(self._store, source)

    def former_text(self, ref: Ref, number: int) -> "tuple[Version, str]":
        """Return one version of a source with its text, or raise BadVersion."""
        from casefile.deeds.versions import former_text

        return former_text(self._store, ref, number)

    def orphans(self, source: int) -> "list[Orphan]":
        """Return what stood on words that are gone from the text of a source."""
        from casefile.deeds.versions import orphans_of

        return orphans_of(self._store, source)

    def place_of(self, source: int, span: Span, quote: str, beside: tuple[str, str]) -> Span | None:
        """Return where words noted down in some version of a source stand now, or None.

        ``beside`` are some characters before and after them.
        """
        from casefile.store.noted import Selectors, place_of

        return place_of(self._store, source, Selectors(span, quote, *beside))

    def contents(self) -> dict[str, Any]:
        """Return everything the case holds, as ``export --format json`` writes it."""
        from casefile.deeds.exporting import contents

        return contents(self._store)

    def check(self) -> "list[Damage]":
        """Return each kind of damage that the file has; empty for a whole one."""
        from casefile.deeds.checking import check

        return check(self._store)

    def repair(self) -> "Repaired":
        """Make anew what follows from the rows that are kept; a copy is made before."""
        from casefile.deeds.repairing import repair

        return repair(self._store, now=now())
