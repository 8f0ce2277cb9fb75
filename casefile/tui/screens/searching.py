"""The part of the browser that searches: the workers that look for what is typed."""

from contextlib import suppress
from threading import BoundedSemaphore
from time import sleep

from textual import on, work
from textual.worker import Worker, get_current_worker

from casefile.case import Case
from casefile.errors import CasefileError, MadeWay
from casefile.tui.base.view import Found
from casefile.tui.screens.brought import Searched
from casefile.tui.screens.lending import Lent
from casefile.tui.screens.reading import ReadingScreen

HITS = 40
"""Results of a search: what a tall terminal shows; who wants more types on."""

PAUSE_S = 0.3
"""Seconds without a key after which a reader has paused: those who type take 0.1 to 0.2."""

_COMMON = "a"
"""A line that is searched for before any is typed: no matter what it finds."""

PAUSE_STEPS = 10
"""Looks, in a pause, whether a key came."""


class SearchingScreen(ReadingScreen):
    """Owns what the search came to; its child decides when it is asked."""

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._query = ""
        self._search_number = 0
        # Two, so that a slow answer keeps none waiting; more take the time of the painting.
        self._searching = BoundedSemaphore(2)
        self._lent = Lent(case)

    def ask_search(self, query: str, in_sight: int | None = None) -> None:
        """Search for what was typed; an older search is dropped.

        Passages are read of so many results; of the others when the reader pauses.
        """
        self._query = query
        self._search_number += 1
        if query.strip():
            self._search(query, self._search_number, in_sight)
        else:
            self.post_message(Searched(Found(query), self._search_number))

    @work(thread=True, group="ready")
    def get_search_ready(self) -> None:
        """Import and read what the first key needs, before it is typed: most of its time."""
        from casefile.tui.screens.lookup import look_up

        with suppress(CasefileError), self._lent.one() as case:
            look_up(case, _COMMON, 1)

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: str, number: int, in_sight: int | None) -> None:
        """Search at once; where that was not thorough, again when the reader pauses."""
        from casefile.tui.screens.lookup import completed, look_up

        worker = get_current_worker()
        if worker.is_cancelled:
            return
        try:
            with self._searching:
                if worker.is_cancelled:
                    return
                with self._lent.one() as case, case.as_long_as(lambda: not worker.is_cancelled):
                    found = look_up(case, query, HITS, passages=in_sight)
            if worker.is_cancelled:
                return
            self.post_message(Searched(found, number))
            if (found.is_hurried or not found.is_whole) and self._has_paused(worker):
                with self._lent.one() as case, case.as_long_as(lambda: not worker.is_cancelled):
                    if found.is_hurried:
                        found = look_up(case, query, HITS, thorough=True)
                    else:
                        found = completed(case, found)
                self.post_message(Searched(found, number))
        except MadeWay:
            return  # something newer is typed
        except CasefileError as error:
            self.app.call_from_thread(self.tell, str(error))

    @staticmethod
    def _has_paused(worker: Worker[None]) -> bool:
        """Wait for as long as a reader who types on does not; tell whether none did."""
        for _ in range(PAUSE_STEPS):
            sleep(PAUSE_S / PAUSE_STEPS)
            if worker.is_cancelled:
                return False
        return True

    @on(Searched)
    def _take_search(self, message: Searched) -> None:
        if message.number == self._search_number:
            self.found = self.with_recent(message.found)

    def with_recent(self, found: Found) -> Found:
        """Return the results with what a search without words shows."""
        return found

    def on_unmount(self) -> None:
        """Close what searches have kept open."""
        self._lent.close()
