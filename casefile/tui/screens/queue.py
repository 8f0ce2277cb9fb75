"""The review queue: one decision at a time, both sides in view, its effect told before."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from casefile.case import Case
from casefile.errors import CasefileError, MadeWay
from casefile.model.words import Kind, Ref
from casefile.tui import keys, messages, text
from casefile.tui.base.card import CardView
from casefile.tui.base.view import Card, CardRow, Shape
from casefile.tui.keymap import hint
from casefile.tui.screens.behind import behind_of
from casefile.tui.screens.brought import Linked
from casefile.tui.screens.forms import keys_of
from casefile.tui.screens.links import told, told_rows

if TYPE_CHECKING:
    from casefile.deeds.judging import Effect, Proposal

PASSAGES = 3
"""Passages of each side; one where the terminal is low, so that both sides are in view."""

LOW = 36
"""Lines below which a terminal is low."""

LONGEST_S = 1.0
"""Seconds that an effect is tried out: meanwhile no other program can write into the case."""

_ASKED = {Kind.ENTITY: "Are these one and the same?", Kind.EVENT: "Is this one event?"}

_DONE = {"same": "the same", "different": "different", "unsure": "not sure"}


class QueueCard(CardView):
    """What is to be judged."""

    def _retitle(self) -> None:
        if self.view is not None:
            self.title_line("Review", self.view.title)


class QueueScreen(ModalScreen[int]):
    """Asks about one pair after the other; returns how many were decided."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.QUEUE)

    DEFAULT_CSS = """
    QueueScreen { align: center middle; }
    QueueScreen > Vertical { width: 100%; height: 100%; background: $surface; }
    QueueScreen QueueCard, QueueScreen QueueCard:focus { height: 1fr; background: $surface; }
    QueueScreen #queue-said { height: 1; padding: 0 1; color: $text-warning; text-style: bold; }
    QueueScreen #queue-keys { height: 1; background: $panel; }
    """

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self._waiting: list[Proposal] = []
        self._at = 0
        self._decided = 0
        self._reason = ""
        self._effect = ""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield QueueCard()
            yield Static(id="queue-said")
            yield Static(hint(self, keys.Place.QUEUE), id="queue-keys")

    def on_mount(self) -> None:
        self._waiting = self._case.proposals()
        self._show()
        self.query_one(QueueCard).focus()

    def _show(self) -> None:
        """Show the pair that is asked about, or that there is none."""
        card = self.query_one(QueueCard)
        if not self._waiting:
            row = CardRow(Shape.TITLE, "Nothing waits for a judgement.")
            card.view = Card(Ref(Kind.ENTITY, 0), "0 to decide", (row,))
            return
        self._at %= len(self._waiting)
        one = self._waiting[self._at]
        self._effect = "…"
        self._draw(one, self._effect)
        self._foretell(one)

    def _draw(self, one: "Proposal", effect: str) -> None:
        rows = [
            CardRow(Shape.TITLE, _ASKED[one.left.kind]),
            CardRow(Shape.FIELD, one.reason, "because"),
            CardRow(Shape.FIELD, effect, "if same"),
        ]
        for ref in one.leading:
            rows += self._side(ref)
        title = f"{self._at + 1:,} of {len(self._waiting):,} to decide"
        self.query_one(QueueCard).view = Card(one.left, title, tuple(rows))

    @work(thread=True, exclusive=True, group="effect")
    def _foretell(self, one: "Proposal") -> None:
        """Tell what the same would do: it is done and taken back, on a connection of its own."""
        worker = get_current_worker()

        def job(case: Case, makes_way: Callable[[], bool]) -> None:
            joined = f"joins {text.count_of(case.joined(one.left, one.right), 'fact')}"
            self.app.call_from_thread(self._take_effect, one, f"{joined} …")
            end = monotonic() + LONGEST_S

            def is_over() -> bool:
                return makes_way() or worker.is_cancelled or monotonic() > end

            try:
                told = _worded(case.effect(one.left, one.right, is_over))
            except MadeWay:
                told = f"{joined}; what else follows is seen when it is linked"
            self.app.call_from_thread(self._take_effect, one, told)

        try:
            behind_of(self).do(job)
        except CasefileError as error:
            self.app.call_from_thread(self._take_effect, one, str(error))

    def _take_effect(self, one: "Proposal", effect: str) -> None:
        if self.is_attached and self._waiting and self._waiting[self._at] == one:
            self._effect = effect
            self._draw(one, effect)

    @on(Linked)
    def _take_linked(self) -> None:
        """Ask on about the same pair, where linking has not answered it."""
        here = self._waiting[self._at] if self._waiting else None
        self._waiting = self._case.proposals()
        pairs = [(one.left, one.right) for one in self._waiting]
        if here is not None and (here.left, here.right) in pairs:
            self._at = pairs.index((here.left, here.right))
            if self._waiting[self._at] == here:
                self._draw(here, self._effect)
                return
        self._show()

    def _side(self, ref: Ref) -> list[CardRow]:
        if ref.kind is Kind.EVENT:
            [event] = self._case.event_rows([ref.id])
            head = CardRow(Shape.LINK, event.title, told(event), ref)
        else:
            [entity] = self._case.entity_rows([ref.id])
            head = CardRow(Shape.LINK, entity.name, f"{entity.kind.value} · {ref}", ref)
        most = PASSAGES if self.app.size.height >= LOW else 1
        passages = told_rows(self._case.passages(ref, most), ref)
        return [CardRow(Shape.BLANK), head, *passages]

    def _say(self, words: str) -> None:
        self.query_one("#queue-said", Static).update(text.content(words))

    @on(messages.Point)
    @on(messages.Open)
    def _stay(self, message: messages.Point | messages.Open) -> None:
        message.stop()

    # Actions

    def action_judge(self, verdict: str) -> None:
        """Judge the pair and go on to the next."""
        if not self._waiting:
            return
        one, reason = self._waiting[self._at], self._reason

        def deed() -> None:
            self._case.judge(one.left, one.right, verdict, reason=reason)
            self._decided += 1
            self._reason = ""

        self._decide(deed, f"Judged {_DONE[verdict]}.  u takes it back")

    def action_undo(self) -> None:
        """Take the last decision back; what was asked is asked again."""
        if not self._decided:
            self._say("Nothing was decided here yet.")
            return

        def deed() -> None:
            self._case.undo()
            self._decided -= 1

        self._decide(deed, "Taken back.")

    def _decide(self, deed: Callable[[], None], said: str) -> None:
        try:
            deed()
        except CasefileError as error:
            self._say(str(error))
            return
        self._waiting = self._case.proposals()
        self._say(said)
        self._show()

    def action_skip(self, way: int) -> None:
        """Go to another pair; this one stays open."""
        self._at += way
        self._say("")
        self._show()

    def action_reason(self) -> None:
        """Type why, then decide."""
        from casefile.tui.widgets.form_lines import ReasonLine

        form = ReasonLine("Why:", self._reason, keys_of(self, keys.Place.REASON))
        self.query_one(Vertical).mount(form, before="#queue-keys")

    @on(messages.Written)
    def _take_reason(self, message: messages.Written) -> None:
        message.stop()
        if message.text is not None:
            self._reason = message.text
            self._say(f"Why: {message.text}" if message.text.strip() else "")
        if message.pane is not None:
            message.pane.remove()
        self.query_one(QueueCard).focus()

    def action_close(self) -> None:
        """Close the queue."""
        self.dismiss(self._decided)


def _worded(effect: "Effect") -> str:
    """Say what would follow from the same.

    >>> from casefile.deeds.judging import Effect
    >>> _worded(Effect(joined=7, conflicts=1, others=0))
    'joins 7 facts, makes 1 conflict'
    """
    parts = [f"joins {text.count_of(effect.joined, 'fact')}"]
    if effect.conflicts > 0:
        parts.append(f"makes {text.count_of(effect.conflicts, 'conflict')}")
    if effect.conflicts < 0:
        parts.append(f"ends {text.count_of(-effect.conflicts, 'conflict')}")
    if effect.others:
        parts.append(f"joins {text.count_of(effect.others, 'other pair')} with it")
    return ", ".join(parts)
