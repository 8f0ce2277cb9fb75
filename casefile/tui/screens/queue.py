"""The review queue: one decision at a time, all it needs in view, its effect told before."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from casefile.case import Case
from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref
from casefile.tui import keys, messages, text
from casefile.tui.base.keys_line import KeysLine
from casefile.tui.base.view import Card, CardRow
from casefile.tui.screens import queue_cards
from casefile.tui.screens.brought import Linked
from casefile.tui.screens.foretelling import Foretelling, Told
from casefile.tui.screens.forms import keys_of
from casefile.tui.screens.over import OverCard
from casefile.tui.screens.waiting import Ask, Waiting

if TYPE_CHECKING:
    from casefile.deeds.doubting import Doubted
    from casefile.deeds.judging import Proposal
    from casefile.deeds.publishing import Undated

PASSAGES = 3
"""Passages of each side; one where the terminal is low, so that both sides are in view."""

LOW = 36
"""Lines below which a terminal is low."""

_DONE = {"same": "the same", "different": "different", "unsure": "not sure"}

_ACTIONS = {
    "judge": (Ask.ALIASES, Ask.EVENTS),
    "read": (Ask.FACTS,),
    "date": (Ask.DATES,),
    "type_date": (Ask.DATES,),
    "leave_date": (Ask.DATES,),
}
"""The actions that answer one kind of question alone."""

_PLACES = {
    Ask.ALIASES: keys.Place.QUEUE_PAIR,
    Ask.EVENTS: keys.Place.QUEUE_PAIR,
    Ask.FACTS: keys.Place.QUEUE_FACT,
    Ask.DATES: keys.Place.QUEUE_DATE,
}

_ALWAYS = (keys.Place.QUEUE, keys.Place.OVER)
"""Whose keys work whatever is asked."""

_OF_A_QUESTION = frozenset({"queue.skip", "queue.return", "queue.reason"})
"""Ids of the keys that do nothing where nothing is asked."""


class QueueScreen(ModalScreen[int]):
    """Asks one question after the other; returns how many were decided."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for place in (*dict.fromkeys(_PLACES.values()), keys.Place.QUEUE)
        for binding in keys.bindings(place)
    ]

    DEFAULT_CSS = """
    QueueScreen { align: center middle; }
    QueueScreen > Vertical { width: 100%; height: 100%; background: $surface; }
    QueueScreen OverCard, QueueScreen OverCard:focus { height: 1fr; background: $surface; }
    QueueScreen #queue-said { height: 1; padding: 0 1; color: $text-warning; text-style: bold; }
    QueueScreen #queue-keys { height: 1; background: $panel; }
    """

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self._waiting = Waiting()
        self._reason = ""
        self._then: Callable[[str], None] | None = None
        """What takes the line that is being typed."""
        self._told = Told()
        self._teller = Foretelling(self, case)
        self._asked: Ask | None = None
        self._turns = 0
        """Answers given and taken back."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield OverCard()
            yield Static(id="queue-said")
            yield KeysLine(*_ALWAYS, id="queue-keys")

    def on_mount(self) -> None:
        self._waiting.put_pairs(self._case.proposals())
        self._show()
        card = self.query_one(OverCard)
        card.name_of_place = "Review"
        card.focus()
        self._teller.look(self.take_found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key answers the question that is asked."""
        return action not in _ACTIONS or self._asked in _ACTIONS[action]

    def take_found(self, ask: Ask, found: "Sequence[Doubted] | Sequence[Undated]") -> None:
        """Take in questions that were looked for behind the screen; what is asked stays asked."""
        if not self.is_attached:
            return
        here = self._waiting.here
        self._waiting.lists[ask] = list(found)
        self._ask_on(here)

    def _show(self) -> None:
        """Show what is asked, or that nothing is, and tell what would follow."""
        here = self._waiting.here
        asked = here[0] if here else None
        self._asked = asked
        line = self.query_one(KeysLine)
        line.places = (*((_PLACES[asked],) if asked else ()), *_ALWAYS)
        line.without = frozenset() if asked else _OF_A_QUESTION
        self._told = self._teller.begin(here[1] if here else None, self._take_told)
        self._draw()

    def _draw(self) -> None:
        waiting, here = self._waiting, self._waiting.here
        card = self.query_one(OverCard)
        if here is None:
            rows = queue_cards.closing(waiting)
            card.view = Card(Ref(Kind.ENTITY, 0), "0 to decide", tuple(rows))
            return
        try:
            ref, rows = self._rows(*here)
        except CasefileError as error:
            self._say(str(error))
            return
        counts = f"only {waiting.only.value}" if waiting.only else queue_cards.counts(waiting)
        title = f"{waiting.at + 1:,} of {waiting.total:,} to decide  {counts}"
        card.view = Card(ref, title, tuple(rows))

    def _rows(self, ask: Ask, one: "Proposal | Doubted | Undated") -> tuple[Ref, list[CardRow]]:
        if ask is Ask.FACTS:
            doubted = cast("Doubted", one)
            return doubted.ref, queue_cards.fact(self._case, doubted)
        if ask is Ask.DATES:
            source = cast("Undated", one)
            told = self._told
            return source.ref, queue_cards.date(self._case, source, told.days, told.effects)
        pair = cast("Proposal", one)
        most = PASSAGES if self.app.size.height >= LOW else 1
        return pair.left, queue_cards.pair(self._case, pair, self._told.effect, most)

    def _take_told(self, told: Told) -> None:
        """Show what would follow, where that is still asked."""
        if self.is_attached and self._told.of == told.of:
            self._told = told
            self._draw()

    @on(Linked)
    def _take_linked(self) -> None:
        """Ask on about the same, where linking has not answered it."""
        turns = self._turns

        def take(pairs: "Sequence[Proposal]") -> None:
            if not self.is_attached:
                return
            if turns != self._turns:
                self._take_linked()  # Read before the last answer: it would be asked again.
            else:
                here = self._waiting.here
                self._waiting.put_pairs(pairs)
                self._ask_on(here)

        self._teller.pair(take)

    def _ask_on(self, here: "tuple[Ask, Proposal | Doubted | Undated] | None") -> None:
        """Ask about the same where it still waits, wherever in the queue it is now."""
        if here is None or not self._waiting.find(here[1]):
            self._show()
        else:
            self._draw()

    def _say(self, words: str) -> None:
        self.query_one("#queue-said", Static).update(text.content(words), layout=False)

    @on(messages.Point)
    @on(messages.Open)
    def _stay(self, message: messages.Point | messages.Open) -> None:
        message.stop()

    # Actions

    def action_judge(self, verdict: str) -> None:
        """Judge the pair and go on to the next."""
        if self._waiting.here is not None:
            one = cast("Proposal", self._waiting.here[1])
            self._decide(
                lambda why: self._case.judge(one.left, one.right, verdict, reason=why),
                f"Judged {_DONE[verdict]}.  u takes it back",
            )

    def action_read(self, how: str) -> None:
        """Say whether the fact was read rightly and go on to the next."""
        if self._waiting.here is not None:
            one = cast("Doubted", self._waiting.here[1])
            said = {"right": "Read rightly", "wrong": "Read wrongly", "unsure": "Not sure"}[how]
            self._decide(
                lambda why: self._case.set_reading([one.ref], how, reason=why),
                f"{said}.  u takes it back",
            )

    def action_date(self, number: int) -> None:
        """Let the source be published on the day of that number, 0 on none of them."""
        if self._waiting.here is None:
            return
        days, ref = self._told.days, cast("Undated", self._waiting.here[1]).ref
        if days is None or number > len(days):
            self._say("Still looking for the days." if days is None else "There is no such day.")
            return
        day = days[number - 1].edtf if number else ""
        self._date(ref, day)

    def _date(self, ref: Ref, words: str) -> bool:
        when = f"Published {self._understood(words)}" if words else "It is not known when"
        return self._decide(
            lambda why: self._case.date_source(ref, words, reason=why),
            f"{when}.  u takes it back",
        )

    def _understood(self, words: str) -> str:
        try:
            return self._case.understood(words)
        except CasefileError:
            return words

    def action_type_date(self) -> None:
        """Type the date as one speaks."""
        if self._waiting.here is not None:
            ref = cast("Undated", self._waiting.here[1]).ref
            self._ask_date(ref, "")

    def _ask_date(self, ref: Ref, words: str) -> None:
        self._type("Published, as one speaks:", words, lambda typed: self._date_by(ref, typed))

    def _date_by(self, ref: Ref, words: str) -> None:
        if words.strip() and not self._date(ref, words):
            self._ask_date(ref, words)

    def action_leave_date(self) -> None:
        """Say that the date is not sure and go on to the next."""
        if self._waiting.here is not None:
            ref = cast("Undated", self._waiting.here[1]).ref
            self._decide(
                lambda why: self._case.set_reading([ref], "unsure", reason=why),
                "Not sure.  u takes it back",
            )

    def action_undo(self) -> None:
        """Take the last decision back; what was asked is asked again."""
        if not self._waiting.taken:
            self._say("Nothing was decided here yet.")
            return
        self._teller.make_way()
        try:
            self._case.undo()
        except CasefileError as error:
            self._say(str(error))
            return
        self._turns += 1
        self._waiting.put_back()
        self._say("Taken back.")
        self._show()

    def _decide(self, deed: Callable[[str], object], said: str) -> bool:
        self._teller.make_way()
        try:
            deed(self._reason)
        except CasefileError as error:
            self._say(str(error))
            return False
        self._turns += 1
        self._reason = ""
        self._waiting.take()
        self._say(said)
        self._show()
        return True

    def action_skip(self, way: int) -> None:
        """Go to another question; this one stays open."""
        self._waiting.at += way
        self._reason = ""
        self._say("")
        self._show()

    def action_kinds(self, way: int) -> None:
        """Ask only about the next kind; after the last about all."""
        self._waiting.turn(way)
        self._reason = ""
        only = self._waiting.only
        self._say(f"Only {only.value}." if only else "All kinds.")
        self._show()

    def action_reason(self) -> None:
        """Type why, then decide."""
        if self._waiting.here is not None:
            self._type("Why:", self._reason, self._take_reason)

    def _take_reason(self, words: str) -> None:
        self._reason = words
        self._say(f"Why: {words}" if words.strip() else "")

    def _type(self, label: str, value: str, then: Callable[[str], None]) -> None:
        from casefile.tui.widgets.form_lines import ReasonLine

        self._then = then
        form = ReasonLine(label, value, keys_of(self, keys.Place.REASON))
        self.query_one(Vertical).mount(form, before="#queue-keys")

    @on(messages.Written)
    def _take_written(self, message: messages.Written) -> None:
        message.stop()
        then, self._then = self._then, None
        if message.pane is not None:
            message.pane.remove()
        self.query_one(OverCard).focus()
        if message.text is not None and then is not None:
            then(message.text)

    def action_close(self) -> None:
        """Close the queue."""
        self.dismiss(len(self._waiting.taken))
