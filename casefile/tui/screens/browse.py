"""The browser: lists, what is open, and what the cursor in it stands on.

Three slots from left to right: a list, the thing opened from it, and a preview
of what the cursor in that stands on. Going in opens the next slot, going out
returns to the one before; the trail remembers every place exactly.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from casefile.case import Case
from casefile.errors import CasefileError
from casefile.model.rows import Decision, Hit, Note
from casefile.model.words import Kind, Ref, Span
from casefile.tui import keys, messages
from casefile.tui.base.card import CardView
from casefile.tui.base.reader import Reader
from casefile.tui.base.rowlist import RowList
from casefile.tui.base.view import Article
from casefile.tui.screens import copying
from casefile.tui.screens.place import Slot, Target, recent
from casefile.tui.screens.reading import LISTS
from casefile.tui.screens.walking import WalkingScreen
from casefile.tui.widgets.article_pane import ArticlePane
from casefile.tui.widgets.choice_line import ChoiceLine
from casefile.tui.widgets.detail_pane import DetailPane
from casefile.tui.widgets.entities_pane import EntitiesPane
from casefile.tui.widgets.events_pane import EventsPane
from casefile.tui.widgets.finder import Finder, Found
from casefile.tui.widgets.narrow_line import NarrowLine
from casefile.tui.widgets.notes_pane import NotesPane
from casefile.tui.widgets.sources_pane import SourcesPane
from casefile.tui.widgets.status_bar import StatusBar
from casefile.tui.widgets.tab_bar import TabBar
from casefile.tui.widgets.trail_bar import TrailBar

SMALLEST = (40, 10)
"""Columns and rows below which nothing useful fits."""

LOOK_EVERY = 2.0
"""Seconds between looks whether another program has written to the case."""


class BrowseScreen(WalkingScreen):
    """One case on one screen."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.BROWSE)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual's type
        (0, "-narrow"), (110, "-middle"), (150, "-wide"),
    ]  # fmt: skip

    def __init__(self, case: Case, start: Ref | None = None) -> None:
        super().__init__(case)
        self._start = start
        self._before_overlay: Widget | None = None

    # Building

    def compose(self) -> ComposeResult:
        bar = TabBar(self._case.name, read_only=self._case.read_only)
        yield bar.data_bind(BrowseScreen.summary, BrowseScreen.tab, BrowseScreen.aside)
        yield TrailBar().data_bind(BrowseScreen.crumbs, BrowseScreen.steps)
        with Container(id="body"):
            with Container(id="list"):
                yield self.make_list(self.tab)
            for slot, bound in (("main", BrowseScreen.main), ("side", BrowseScreen.side)):
                with Container(id=slot):
                    yield ArticlePane(id=f"{slot}-article").data_bind(shown=bound)
                    yield DetailPane(id=f"{slot}-detail").data_bind(shown=bound)
        yield StatusBar().data_bind(BrowseScreen.places, BrowseScreen.message)
        yield Static(Content("too small"), id="too-small")

    def make_list(self, kind: Kind) -> Widget:
        """Return a new pane for a list."""
        case, name = self._case, LISTS[kind]
        if kind is Kind.SOURCE:
            sources = SourcesPane(self.fetcher(case.source_rows), id=name)
            return sources.data_bind(listing=BrowseScreen.sources)
        if kind is Kind.ENTITY:
            entities = EntitiesPane(self.fetcher(case.entity_rows), id=name)
            return entities.data_bind(listing=BrowseScreen.entities)
        if kind is Kind.EVENT:
            events = EventsPane(self.fetcher(case.event_rows), id=name)
            return events.data_bind(listing=BrowseScreen.events)
        notes = NotesPane(self.fetcher(case.note_rows), id=name)
        return notes.data_bind(listing=BrowseScreen.notes)

    def on_mount(self) -> None:
        self.query_one("#main-article").display = False
        self.query_one("#side-article").display = False
        self.ask_list(self.tab, at_once=True)
        self.trail = self.trail.visit(self._place())
        self.add_class("-at-list")
        self.list_pane.focus()
        self.count()
        self.set_interval(LOOK_EVERY, self._look_for_changes)
        if self._start is not None:
            self.open(Target(self._start))

    def on_resize(self, event: events.Resize) -> None:
        """Say so where nothing useful fits."""
        tiny = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(tiny, "-tiny")

    # Wishes of the panes

    @on(messages.Point)
    def _look(self, message: messages.Point) -> None:
        message.stop()
        slot = self.slot_of(message.pane)
        target = Target(message.ref, message.span, message.about) if message.ref else None
        on_its_way = self._opening or self._restoring
        if slot is Slot.LIST and self.slot is Slot.LIST and message.pane is self.list_pane:
            if not on_its_way:
                self.ask_view(Slot.MAIN, target)
        elif slot is Slot.MAIN:
            self._look_beside(target)
        elif slot is Slot.FOUND:
            self.ask_view(Slot.FOUND, target)

    def _look_beside(self, target: Target | None) -> None:
        if target is None and isinstance(self.main, Article):
            target = Target(self.main.ref, card=True)
        self._beside = target
        if self.side_in_sight:
            self.ask_view(Slot.SIDE, target)

    @on(messages.Open)
    def _open(self, message: messages.Open) -> None:
        message.stop()
        if self.slot_of(message.pane) is Slot.FOUND:
            self._close_finder()
        self.open(Target(message.ref, message.span, message.about))

    @on(messages.Search)
    def _look_for(self, message: messages.Search) -> None:
        message.stop()
        self.ask_search(message.query)

    @on(messages.Narrow)
    def _narrow(self, message: messages.Narrow) -> None:
        message.stop()
        pane = self._before_overlay
        if isinstance(pane, Reader | CardView):
            pane.needle = message.text
        else:
            self._narrow_list(message.text)

    def _narrow_list(self, matching: str) -> None:
        question = replace(self._questions[self.tab], matching=matching)
        if question != self._questions[self.tab]:
            self._questions[self.tab] = question
            self.ask_list(self.tab)

    @on(messages.Done)
    def _leave_line(self, message: messages.Done) -> None:
        message.stop()
        if isinstance(message.pane, Finder):
            self._close_finder()
            return
        if not message.keep:
            self._narrow(messages.Narrow(""))
        self._end_overlay()
        if self.slot is Slot.LIST:
            self.trail = self.trail.amend(self._place())

    def _begin_overlay(self) -> None:
        if self.focused is not None and self.slot_of(self.focused) not in (None, Slot.FOUND):
            self._before_overlay = self.focused

    def _end_overlay(self) -> None:
        pane = self._before_overlay or self.list_pane
        pane.focus()
        self._set_places(pane)

    def on_key(self) -> None:
        """Any key takes the last message away."""
        self.message = ""

    def _look_for_changes(self) -> None:
        if self.has_changed():
            self.reload()

    # Actions: the search and the lines at the bottom

    def action_search(self) -> None:
        """Search everything."""
        self._begin_overlay()
        if not self.query(Finder):
            with self._context():
                finder = Finder().data_bind(BrowseScreen.found, BrowseScreen.preview)
            self.mount(finder, before=self.query_one(StatusBar))
            self.found = self.with_recent(Found())
        else:
            finder = self.query_one(Finder)
        self.add_class("-finding")
        self.places = (keys.Place.FINDER,)
        self.call_after_refresh(finder.begin)

    def with_recent(self, found: Found) -> Found:
        """Return the results with the places visited last, for a search without words."""
        return replace(found, recent=recent(self.trail.amend(self._place())))

    def _close_finder(self) -> None:
        self.remove_class("-finding")
        self._end_overlay()

    def action_narrow(self) -> None:
        """Narrow the list, or find in the text."""
        self._begin_overlay()
        pane = self._before_overlay
        if not self.query(NarrowLine):
            self.mount(NarrowLine(), before=self.query_one(StatusBar))
        is_list = isinstance(pane, RowList)
        what = f"{pane.NAME} matching" if isinstance(pane, RowList) else self._needle_label(pane)
        value = self._questions[self.tab].matching if is_list else getattr(pane, "needle", "")
        self.places = (keys.Place.NARROW,)
        self.call_after_refresh(self.query_one(NarrowLine).begin, what, value)

    @staticmethod
    def _needle_label(pane: Widget | None) -> str:
        return "Find in this text" if isinstance(pane, Reader) else "Links with"

    def action_copy(self) -> None:
        """Ask what to copy."""
        if self.slot is not Slot.LIST and self.main is None:
            return
        self._begin_overlay()
        if not self.query(ChoiceLine):
            self.mount(ChoiceLine(), before=self.query_one(StatusBar))
        line = self.query_one(ChoiceLine)
        line.display = True
        self.query_one(StatusBar).display = False
        self.call_after_refresh(line.focus)

    @on(messages.Choose)
    def _copy(self, message: messages.Choose) -> None:
        message.stop()
        self.query_one(ChoiceLine).display = False
        self.query_one(StatusBar).display = True
        self._end_overlay()
        if message.choice:
            self._copy_as(message.choice)

    def _copy_as(self, choice: str) -> None:
        view = self.side if self.slot is Slot.SIDE else self.main
        if view is None:
            return
        pane = self.pane_in(Slot.MAIN if self.slot is Slot.LIST else self.slot)
        row = pane.row if isinstance(pane, CardView) and self.slot is not Slot.LIST else None
        span = pane.passage if isinstance(pane, Reader) and self.slot is not Slot.LIST else None
        mark = pane.mark.ref if isinstance(pane, Reader) and pane.mark and span else None
        words = {
            "text": copying.text_of(view, row, span),
            "ref": copying.ref_of(view, row, mark),
            "quote": copying.quote_of(view, row, span),
        }[choice]
        self.app.copy_to_clipboard(copying.for_clipboard(words))
        self.tell(f"Copied: {words}")

    # Actions: moving about

    def action_back(self) -> None:
        """Go back to where the reader was."""
        if not self.trail.behind:
            self.tell("This is where you began.")
            return
        self.trail = self.trail.amend(self._place()).back()
        self._return()

    def action_forward(self) -> None:
        """Go forward again."""
        if not self.trail.ahead:
            self.tell("There is nothing further on: L goes forward after going back.")
            return
        self.trail = self.trail.amend(self._place()).forward()
        self._return()

    def _return(self) -> None:
        if self.trail.here is not None:
            self._return_to(self.trail.here)

    def action_pane(self, way: int) -> None:
        """Give the keys to the next or previous pane in sight."""
        slots = [s for s in (Slot.LIST, Slot.MAIN, Slot.SIDE) if self._has_pane(s)]
        at = slots.index(self.slot) if self.slot in slots else 0
        to = slots[(at + way) % len(slots)]
        if to is not self.slot:
            self._step_to(to)

    def _has_pane(self, slot: Slot) -> bool:
        if slot is Slot.SIDE:
            return self.side_in_sight and self.side is not None
        return slot is Slot.LIST or self.main is not None

    def action_into(self) -> None:
        """Go in: open the row, go to the preview, or follow the link."""
        if self.slot is Slot.MAIN and self._has_pane(Slot.SIDE):
            self._step_to(Slot.SIDE)
        elif isinstance(pane := self.pane_in(self.slot), RowList | Reader | CardView):
            pane.action_follow()

    def action_out(self) -> None:
        """Go out: from the preview to what is open, from there to the list."""
        if self.slot is Slot.SIDE:
            self._step_to(Slot.MAIN)
        elif self.slot is Slot.MAIN:
            self._step_to(Slot.LIST)

    def action_step_out(self) -> None:
        """Take one step out, whatever that is here."""
        pane = self.pane_in(self.slot)
        question = self._questions[self.tab]
        if self.has_class("-zoom"):
            self.action_zoom()
        elif isinstance(pane, Reader | CardView) and pane.needle:
            pane.needle = ""
        elif self.slot is not Slot.LIST:
            self.action_out()
        elif question.matching:
            self._narrow_list("")
        elif question.within:
            self.action_only()
        else:
            self.tell("Nothing to step out of here: q quits.")

    def action_tab(self, kind: str) -> None:
        """Open a list."""
        tab = Kind(kind)
        if tab is self.tab and self.slot is Slot.LIST:
            return
        left = self._place()
        self._opening = self._restoring = None
        self._set_tab(tab, self._questions[tab])
        self._enter(Slot.LIST)
        self.trail = self.trail.amend(left).visit(self._place())

    def action_only(self) -> None:
        """Bound the other lists to what the cursor stands on, or release them."""
        bound = next((q.within for q in self._questions.values() if q.within), None)
        here = None if bound else self._thing_here()
        if not bound and (here is None or here.kind is Kind.NOTE):
            self.tell("There is nothing here to bound the lists to.")
            return
        for kind in LISTS:
            within = None if here is None or kind is here.kind else here
            if self._questions[kind].within != within:
                self._questions[kind] = replace(self._questions[kind], within=within)
                setattr(self, LISTS[kind], replace(self.listing(kind), ready=False, stale=True))
        if not self.listing(self.tab).ready:
            self.ask_list(self.tab)
        self.aside = self.ask(lambda: self._case.label(here), "") if here else ""
        self.tell(
            f"The other lists show only what belongs to {self.aside}." if here else "All is shown."
        )

    def _thing_here(self) -> Ref | None:
        """Return what the cursor stands on, else what is open."""
        pane = self.pane_in(self.slot)
        if isinstance(pane, RowList):
            return pane.here
        if isinstance(pane, Reader) and pane.mark:
            return pane.mark.ref
        view = self.side if self.slot is Slot.SIDE else self.main
        return view.ref if view else None

    def action_preview(self) -> None:
        """Show or hide the preview."""
        side_by_default = self.has_class("-wide")
        if side_by_default or (self.has_class("-narrow") and self.slot is Slot.LIST):
            self.toggle_class("-alone")
        else:
            self.remove_class("-alone")
            self.toggle_class("-beside")
        self.call_after_refresh(self._fill_beside)

    def _fill_beside(self) -> None:
        if self.side_in_sight:
            self.ask_view(Slot.SIDE, self._beside)
        elif self.slot is Slot.SIDE:
            self._step_to(Slot.MAIN)

    def action_zoom(self) -> None:
        """Show this pane alone, or all again."""
        self.toggle_class("-zoom")
        self.call_after_refresh(self._fill_beside)

    # Actions: notes

    def _can_write(self) -> bool:
        if self._case.read_only:
            self.tell("This case is open for reading only, so nothing can be written into it.")
        return not self._case.read_only

    def action_add_note(self) -> None:
        """Write a note on what the cursor stands on."""
        here = self._note_place()
        if here is None or not self._can_write():
            return
        ref, span = here
        if ref.kind is Kind.NOTE:
            self.tell("This is a note: e edits it.")
            return
        quote = ""
        if span and isinstance(self.main, Article) and self.main.ref == ref:
            quote = span.of(self.main.source.text)
        label = self.ask(lambda: self._case.label(ref), str(ref))
        self._write(f"Note on {label}", quote, "", lambda body: self._save_new(ref, span, body))

    def _note_place(self) -> tuple[Ref, Span | None] | None:
        """Return the thing, and the passage, that a note is written on here."""
        pane = self.pane_in(self.slot)
        if isinstance(pane, RowList):
            return (pane.here, None) if pane.here else None
        view = self.side if self.slot is Slot.SIDE else self.main
        if view is None:
            return None
        return view.ref, pane.passage if isinstance(pane, Reader) else None

    def _save_new(self, ref: Ref, span: Span | None, body: str) -> str:
        self._case.add_note(ref, body, span=span)
        return "Note saved.  u takes it back"

    def _write(self, title: str, quote: str, body: str, save: Callable[[str], str]) -> None:
        """Open the editor; what cannot be saved is put back into it, with the reason."""
        from casefile.tui.screens.note_editor import NoteEditor

        def done(written: str | None) -> None:
            if written is None or not written.strip() or written == body:
                return
            try:
                self.tell(save(written))
            except CasefileError as error:
                editor = NoteEditor(title, quote, written, trouble=str(error))
                self.app.push_screen(editor, done)
                return
            self.reload()

        self.app.push_screen(NoteEditor(title, quote, body), done)

    def _note_here(self) -> Ref | None:
        """Return the note that the cursor stands on, is open, or is the only one here."""
        here = self._thing_here()
        pane = self.pane_in(self.slot)
        if isinstance(pane, CardView) and pane.row and pane.row.ref:
            here = pane.row.ref if pane.row.ref.kind is Kind.NOTE else here
        if here and here.kind is Kind.NOTE:
            return here
        notes: list[Note] = self.ask(lambda: self._case.notes_on(here), []) if here else []
        if len(notes) == 1:
            return notes[0].ref
        self.tell(
            "Put the cursor on a note first." if notes else "There is no note here: a writes one."
        )
        return None

    def action_edit_note(self) -> None:
        """Edit the note here."""
        if not self._can_write() or (ref := self._note_here()) is None:
            return
        note = self.ask(lambda: self._case.note(ref.id), None)
        if note is not None:
            self._write("Edit the note", note.quote or "", note.body, lambda b: self._save(ref, b))

    def _save(self, ref: Ref, body: str) -> str:
        self._case.edit_note(ref, body)
        return "Note saved.  u takes the change back"

    def action_delete_note(self) -> None:
        """Delete the note here."""
        if not self._can_write() or (ref := self._note_here()) is None:
            return
        self._decide(lambda: self._case.delete_note(ref), "Note deleted.  u brings it back")

    def action_undo(self) -> None:
        """Take the last decision back."""
        if self._can_write():
            self._decide(self._case.undo, "Taken back: {}.  U makes it again")

    def action_redo(self) -> None:
        """Make the decision again that was taken back last."""
        if self._can_write():
            self._decide(self._case.redo, "Made again: {}.  u takes it back")

    def _decide(self, deed: Callable[[], Decision | None], said: str) -> None:
        try:
            decision = deed()
        except CasefileError as error:
            self.tell(str(error))
            return
        self.tell(said.format(decision.what if decision else ""))
        self.reload()

    # Actions: help and leaving

    def action_help(self) -> None:
        """Show the keys of this place."""
        from casefile.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen((keys.Place.MOVE, *self.places)))

    def action_palette(self) -> None:
        """Offer every command by name."""
        self.app.action_command_palette()

    def action_leave(self) -> None:
        """Quit; what was decided is already on disk."""
        self.app.exit()

    # For the palette

    def search_now(self, query: str, limit: int) -> list[Hit]:
        """Search with a connection of its own, from any thread."""
        with self._case.reopen() as case:
            return list(case.search(query, limit=limit))

    def go_to(self, ref: Ref) -> None:
        """Open a place."""
        self.open(Target(ref))
