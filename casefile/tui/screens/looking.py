"""The part of the browser that shows the case as a whole: bars, counts, who with whom, where."""

from dataclasses import replace

from textual import on, work
from textual.widget import Widget

from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref
from casefile.tui import messages
from casefile.tui.base.card import CardView
from casefile.tui.base.look import SINCE, UNITS, Look
from casefile.tui.base.rowlist import Spot
from casefile.tui.screens.brought import Paired
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Question, Slot, Target
from casefile.tui.screens.reading import LISTS


class LookingScreen(DeskScreen):
    """Makes the panes of the looks, and turns from one to the other."""

    def make_look(self, look: Look) -> Widget:
        """Return a new pane for a look."""
        case, name = self._case, LISTS[look]
        if look is Look.COUNTS:
            from casefile.tui.widgets.counts_pane import CountsPane

            return CountsPane(lambda ids: (), id=name).data_bind(listing=LookingScreen.counts)
        if look is Look.TOGETHER:
            from casefile.tui.widgets.matrix_pane import MatrixPane

            matrix = MatrixPane(self.fetcher(case.entity_rows), id=name)
            return matrix.data_bind(listing=LookingScreen.together)
        if look is Look.PLACES:
            from casefile.tui.widgets.places_pane import PlacesPane

            places = PlacesPane(lambda ids: (), id=name)
            return places.data_bind(listing=LookingScreen.places_by_country)
        if look is Look.NEWS:
            from casefile.tui.widgets.news_pane import NewsPane

            return NewsPane(lambda ids: (), id=name).data_bind(listing=LookingScreen.news)
        if look is Look.QUESTIONS:
            from casefile.tui.widgets.questions_pane import QuestionsPane

            asked = QuestionsPane(lambda ids: (), id=name)
            return asked.data_bind(listing=LookingScreen.asked)
        from casefile.tui.widgets.timeline_pane import TimelinePane

        pane = TimelinePane(self.fetcher(case.event_rows), id=name)
        return pane.data_bind(listing=LookingScreen.timeline)

    @on(messages.Count)
    def _ask_to_count(self, message: messages.Count) -> None:
        message.stop()
        self._count_pairs(message.ids, message.others)

    @work(thread=True, group="pairs")
    def _count_pairs(self, ids: tuple[int, ...], others: tuple[int, ...]) -> None:
        try:
            with self._case.reopen() as case:
                self.post_message(Paired(ids, others, case.matrix(ids, others)))
        except CasefileError as error:
            self.app.call_from_thread(self.tell, str(error))

    @on(Paired)
    def _take_pairs(self, message: Paired) -> None:
        from casefile.tui.widgets.matrix_pane import MatrixPane

        for pane in self.query(MatrixPane):
            pane.take(message.ids, message.others, message.found)

    def action_whom(self) -> None:
        """Show with whom the entity here is told of; of several chosen ones, who with whom."""
        among = self.chosen()
        if len(among) > 1 and among[0].kind is Kind.ENTITY:
            self._turn_to(Look.TOGETHER, Question(among=tuple(ref.id for ref in among)), None)
            self.tell("How often each is told of with each other.  esc shows all again")
            return
        here = self._entity_here()
        if here is None:
            self.tell("Press W on a person, an organization or a place: it shows who is with it.")
            return
        self.open(Target(here, about=here))

    def _entity_here(self) -> Ref | None:
        """Return the entity that the cursor stands on, else the one that is open."""
        pane = self.pane_in(self.slot)
        row = pane.row if isinstance(pane, CardView) else None
        for ref in (row.ref if row else None, self._thing_here()):
            if ref is not None and ref.kind is Kind.ENTITY:
                return ref
        return None

    @on(messages.Turn)
    def _turn(self, message: messages.Turn) -> None:
        message.stop()
        look, question = Look(message.look), self._questions[self.tab]
        if self.slot_of(message.pane) is not Slot.LIST:  # a date on a card leads to the whole look
            question = Question()
        if look is Look.NEWS:
            at = (SINCE.index(question.since) + message.step) % len(SINCE)
            self._turn_to(look, replace(question, since=SINCE[at]), None)
        elif message.step:
            at = UNITS.index(question.by) + message.step
            by = UNITS[max(0, min(at, len(UNITS) - 1))]
            self._turn_to(look, replace(question, by=by), None)
        else:
            spot = Spot(message.ref, more=message.days) if message.ref else None
            self._turn_to(look, question, spot)

    def _turn_to(self, look: Look, question: Question, spot: Spot | None) -> None:
        """Show a look with a question; coming back leads to what is left."""
        left = self._place()
        self._opening = self._restoring = None
        self._set_tab(look, question, spot)
        self._enter(Slot.LIST)
        self.trail = self.trail.amend(left).visit(self._place())
