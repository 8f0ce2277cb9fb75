"""The half of the browser that reads the case: state, and the workers that fill it.

The first rows are read at once, so that the first frame shows them; all else
is read by workers with connections of their own. What a worker brings is
dropped if something newer was asked for meanwhile.
"""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import monotonic, sleep
from typing import ClassVar, TypeVar

from textual import on, work
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import get_current_worker

from casefile.case import Case
from casefile.core.trail import Trail
from casefile.errors import CasefileError
from casefile.model.rows import Summary
from casefile.model.words import Kind
from casefile.tui.base.composing import SparingCompositor
from casefile.tui.base.look import Look, Tab
from casefile.tui.base.rowlist import Listing
from casefile.tui.base.view import Found, View
from casefile.tui.screens.brought import Counted, Landed, Listed
from casefile.tui.screens.place import Place, Question, Slot, Target

FIRST = 256
"""Ids read before the rest: more than any terminal shows."""

STAY_S = 0.15
"""Seconds after which the preview follows the chosen result: more than from key to key."""

R = TypeVar("R")

Fetch = Callable[[Sequence[int]], Sequence[R]]
"""Reads the rows of some ids."""

LISTS: dict[Tab, str] = {
    Kind.SOURCE: "sources",
    Kind.ENTITY: "entities",
    Kind.EVENT: "events",
    Kind.NOTE: "notes",
    Kind.FACT: "facts",
    Look.TIMELINE: "timeline",
    Look.COUNTS: "counts",
    Look.TOGETHER: "together",
    Look.PLACES: "places_by_country",
    Look.NEWS: "news",
    Look.QUESTIONS: "asked",
}
"""The lists there are, and the state that holds each."""


class ReadingScreen(Screen[None]):
    """Owns what is shown; its child decides when."""

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """Textual's own, but without painting the whole screen anew at each change of the pane."""
    summary: reactive[Summary | None] = reactive(None, repaint=False)
    """How much the case holds."""
    sources: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    entities: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    events: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    notes: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    facts: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    timeline: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    counts: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    places_by_country: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    together: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    news: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    asked: reactive[Listing] = reactive(Listing(ready=False), repaint=False)
    tab: reactive[Tab] = reactive(Kind.SOURCE, repaint=False)
    """Which list is open."""
    main: reactive[View | None] = reactive(None, repaint=False)
    """What is read."""
    side: reactive[View | None] = reactive(None, repaint=False)
    """What the cursor in it stands on."""
    found: reactive[Found] = reactive(Found(), repaint=False)
    """What the search came to."""
    preview: reactive[View | None] = reactive(None, repaint=False)
    """What the chosen result is."""
    trail: reactive[Trail[Place]] = reactive(Trail(), repaint=False)
    """Where the reader has been."""
    message: reactive[str] = reactive("", repaint=False)
    """What just happened, in one sentence."""

    SHOWN_IN: ClassVar[dict[Slot, str]] = {
        Slot.MAIN: "main", Slot.SIDE: "side", Slot.FOUND: "preview",
    }  # fmt: skip

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._compositor = SparingCompositor()
        self._case = case
        self._questions: dict[Tab, Question] = dict.fromkeys(LISTS, Question())
        self._wanted: dict[Slot, Target | None] = {}
        self._landed: dict[Slot, Target] = {}
        """What was asked for last of what is on the screen."""
        self._chosen_at = 0.0
        """When, by the monotonic clock, another result was chosen."""
        self._is_staying = False
        """Whether a worker waits for the reader to stay with a result."""
        self._data_version = case.data_version()
        self._reloaded_at, self._reread_s = monotonic(), 0.0
        """When, by the monotonic clock, all was read anew, and how long the list took then."""
        self._is_rereading = False

    def tell(self, message: str) -> None:
        """Say something in the last line until the next key."""
        self.message = message

    def ask(self, what: Callable[[], R], otherwise: R) -> R:
        """Read from the case; where that fails say why and go on."""
        try:
            return what()
        except CasefileError as error:
            self.tell(str(error))
            return otherwise

    # Lists

    def listing(self, kind: Tab) -> Listing:
        """Return what a list holds now."""
        found: Listing = getattr(self, LISTS[kind])
        return found

    def fetcher(self, rows: "Fetch[R]") -> "Fetch[R]":
        """Return how a list reads its rows: none, and a message, where the case cannot be read."""
        return lambda ids: self.ask(lambda: rows(ids), ())

    def ask_list(self, kind: Tab) -> None:
        """Read a list anew by its question; what it shows meanwhile is marked as old."""
        setattr(self, LISTS[kind], replace(self.listing(kind), stale=True, ready=False))
        self._list(kind, self._questions[kind])

    def list_at_once(self, kind: Tab) -> None:
        """Read the first rows of a list for the next frame, unless that takes longer than one."""
        question = self._questions[kind]
        if isinstance(kind, Kind) and question == Question():
            first = self.ask(lambda: self._read_list(self._case, kind, question, FIRST), Listing())
            setattr(self, LISTS[kind], first)

    @staticmethod
    def _ids(case: Case, kind: Kind, question: Question, limit: int | None) -> "array[int]":
        within, matching = question.within, question.matching
        order = question.order
        ids = case.ids(kind, within=within, matching=matching, limit=limit, order=order)
        if within is not None and within.kind is kind and not matching.strip():
            ids.insert(0, within.id)  # what belongs to it are others: it comes first
        return ids

    @work(thread=True, exclusive=True, group="list")
    def _list(self, kind: Tab, question: Question, begun: Listing = Listing()) -> None:  # noqa: B008
        """Read the ids of a list: a screenful first, unless that is there, then all."""
        worker = get_current_worker()
        listing = begun
        # To sort takes as long for a screenful as for all.
        for limit in (None,) if question.order or begun.ids else (FIRST, None):
            if worker.is_cancelled:
                return
            try:
                with self._case.reopen() as case:
                    listing = self._read_list(case, kind, question, limit, listing)
            except CasefileError as error:
                self.post_message(Listed(kind, question, Listing(), str(error)))
                return
            self.post_message(Listed(kind, question, listing))
            if listing.ready:
                return

    def _read_list(
        self,
        case: Case,
        kind: Tab,
        question: Question,
        limit: int | None,
        begun: Listing = Listing(),  # noqa: B008  # frozen, and never given out
    ) -> Listing:
        within = case.label(question.within) if question.within else ""
        if question.among:
            within = " and ".join(filter(None, (f"the {len(question.among)} chosen", within)))
        if isinstance(kind, Look):
            from casefile.tui.screens.looks import look_at

            listing = look_at(case, kind, question, limit, begun)
            return replace(listing, matching=question.matching, within=within)
        ids = self._ids(case, kind, question, limit)
        ready = limit is None or len(ids) < limit
        return Listing(ids, question.matching, within, None, ready, order=question.order)

    @on(Listed)
    def _take_list(self, message: Listed) -> None:
        if message.question != self._questions[message.kind]:
            return
        if message.trouble:
            self.tell(message.trouble)
        if self._is_rereading and message.listing.ready:
            self._is_rereading, self._reread_s = False, monotonic() - self._reloaded_at
        total = getattr(self.summary, LISTS[message.kind], None)
        setattr(self, LISTS[message.kind], replace(message.listing, total=total))

    @work(thread=True, exclusive=True, group="count")
    def count(self) -> None:
        """Count what the case holds."""
        try:
            with self._case.reopen() as case:
                told, new = case.summary(), case.count_news()
                self.post_message(Counted(replace(told, new=new, questions=case.count_questions())))
        except CasefileError as error:
            self.app.call_from_thread(self.tell, str(error))

    @on(Counted)
    def _take_count(self, message: Counted) -> None:
        self.summary = message.summary
        for kind, name in LISTS.items():
            listing = self.listing(kind)
            if listing.ids or listing.ready:
                total = getattr(message.summary, name, None)
                setattr(self, name, replace(listing, total=total))

    # What is shown of one thing

    def ask_view(self, slot: Slot, target: Target | None) -> None:
        """Show something in a slot once it is read; nothing for None."""
        if self._wanted.get(slot) == target and target is not None:
            return
        self._wanted[slot] = target
        if slot is Slot.FOUND:
            self._chosen_at = monotonic()
            if not self._is_staying:
                self._is_staying = True
                self._load_found()
        elif target is None:
            setattr(self, self.SHOWN_IN[slot], None)
        elif slot is Slot.MAIN:
            self._load_main(target)
        else:
            self._load_side(target)

    def show_at_once(self, slot: Slot, target: Target) -> None:
        """Show something in the next frame, not once a worker has read it: for the first one."""
        from casefile.tui.screens.loading import load

        view = self.ask(lambda: load(self._case, target), None)
        if view is not None:
            self._wanted[slot] = target
            self._take_view(Landed(slot, target, view))

    @work(thread=True, exclusive=True, group="main")
    def _load_main(self, target: Target) -> None:
        self._load(Slot.MAIN, target)

    @work(thread=True, exclusive=True, group="side")
    def _load_side(self, target: Target) -> None:
        self._load(Slot.SIDE, target)

    @work(thread=True, group="found")
    def _load_found(self) -> None:
        """Show the chosen result once the reader stays with it: at each key it is another.

        To show it, or none, arranges the screen anew, for which there is no time between keys.
        """
        while (rest := self._chosen_at + STAY_S - monotonic()) > 0:
            sleep(rest)
        self._is_staying = False
        target = self._wanted[Slot.FOUND]
        if target is None:
            self.post_message(Landed(Slot.FOUND, None, None))
        else:
            self._load(Slot.FOUND, target)

    def _load(self, slot: Slot, target: Target) -> None:
        from casefile.tui.screens.steps import steps

        worker = get_current_worker()
        if worker.is_cancelled:
            return
        try:
            with self._case.reopen() as case:
                for view in steps(case, target, is_known=self.is_known(slot, target)):
                    if worker.is_cancelled:
                        return
                    if view is not None:
                        self.post_message(Landed(slot, target, view))
        except CasefileError as error:
            self.post_message(Landed(slot, target, None, str(error)))

    @on(Landed)
    def _take_view(self, message: Landed) -> None:
        if self._wanted.get(message.slot) != message.target:
            return
        if message.target is None:
            setattr(self, self.SHOWN_IN[message.slot], None)
            return
        if message.view is None:
            self._wanted[message.slot] = None
            if not self.message:
                self.tell(message.trouble)
            self.has_failed(message.slot, message.target)
            return
        setattr(self, self.SHOWN_IN[message.slot], message.view)
        self._landed[message.slot] = message.target
        self.has_landed(message.slot, message.target)

    def is_known(self, slot: Slot, target: Target) -> bool:
        """Tell whether a thing is to be shown as a whole only: it is on the screen already."""
        shown: View | None = getattr(self, self.SHOWN_IN[slot])
        return shown is not None and shown.ref == target.ref

    def is_shown(self, slot: Slot, target: Target) -> bool:
        """Tell whether something is on the screen, and not only on its way there."""
        is_wanted = self._wanted.get(slot) == self._landed.get(slot) == target
        return is_wanted and getattr(self, self.SHOWN_IN[slot]) is not None

    def has_landed(self, slot: Slot, target: Target) -> None:
        """React to what was asked for being on the screen."""

    def has_failed(self, slot: Slot, target: Target) -> None:
        """React to what was asked for not being there."""

    # Changes from elsewhere

    def has_changed(self) -> bool:
        """Tell whether another program has written since last asked."""
        version = self.ask(self._case.data_version, self._data_version)
        changed = version != self._data_version
        self._data_version = version
        return changed

    def reload(self) -> None:
        """Read again all that is shown; what is on the screen stays until the new is there."""
        self._reloaded_at, self._is_rereading = monotonic(), True
        self.count()
        for kind in LISTS:
            listing = self.listing(kind)
            if kind is not self.tab:
                setattr(self, LISTS[kind], Listing(ready=False))
            elif listing.ids and not listing.stale:
                self._list(kind, self._questions[kind], replace(listing, extent=None))
            else:
                self.ask_list(kind)
        for slot in (Slot.MAIN, Slot.SIDE):
            target = self._wanted.get(slot)
            self._wanted[slot] = None
            if target is not None:
                self.ask_view(slot, target)
