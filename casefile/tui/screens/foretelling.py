"""What would follow from an answer, found behind the review queue and never in its way.

What can be read in a moment is told at once. The rest begins when the reader has looked at a
question for a while: who answers in a row does not pay for what is not looked at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import monotonic, sleep
from typing import TYPE_CHECKING, cast

from textual.dom import DOMNode
from textual.worker import Worker, get_current_worker

from casefile.case import Case
from casefile.errors import CasefileError, MadeWay
from casefile.tui import text
from casefile.tui.screens.behind import behind_of
from casefile.tui.screens.queue_cards import joins, moves
from casefile.tui.screens.waiting import Ask

if TYPE_CHECKING:
    from casefile.deeds.doubting import Doubted
    from casefile.deeds.judging import Proposal
    from casefile.deeds.publishing import Day, Undated

LOOK_S = 0.3
"""Seconds for which a question is looked at before more than a count is told of it."""

STEP_S = 0.02
"""Seconds between looks whether that is over."""

LONGEST_S = 1.0
"""Seconds that an effect is tried out: meanwhile no other program can write into the case."""

BREATH_S = 0.005
"""Seconds that the search for doubtful facts leaves to the screen after each slice."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a question so far."""

    of: object = None
    effect: str = "…"
    days: "Sequence[Day] | None" = None
    """Of a date: the days that it may be; None while they are looked for."""
    effects: tuple[str, ...] = ()
    """Of each day, as far as it is known."""


class Foretelling:
    """Finds, for one review queue, what to ask and what would follow."""

    def __init__(self, node: DOMNode, case: Case) -> None:
        self._node = node
        self._case = case

    def look(self, take: "Callable[[Ask, Sequence[Doubted] | Sequence[Undated]], None]") -> None:
        """Look for dates and for doubtful facts; hand over each kind when it is found."""

        def job() -> None:
            worker = get_current_worker()
            # What the first answer needs: imported while the first question is read.
            from casefile.deeds import following, judging, reviewing  # noqa: F401

            try:
                with self._case.reopen() as case:
                    self._hand(worker, take, Ask.DATES, case.undated())
                    self._hand(worker, take, Ask.FACTS, self._doubted(worker, case))
            except CasefileError:
                # What goes on behind must not end the queue: what is known is asked.
                self._hand(worker, take, Ask.FACTS, [])

        self._node.run_worker(job, thread=True, group="looking")

    def pair(self, take: "Callable[[Sequence[Proposal]], None]") -> None:
        """Look for what may be one, and hand it over; of several looks the last counts."""

        def job() -> None:
            worker = get_current_worker()
            try:
                with self._case.reopen() as case:
                    pairs = case.proposals()
            except CasefileError:
                return  # What is known is asked on.
            self._hand(worker, take, pairs)

        self._node.run_worker(job, thread=True, exclusive=True, group="pairs")

    def begin(
        self, one: "Proposal | Doubted | Undated | None", take: Callable[[Told], None]
    ) -> Told:
        """Return what is told of a question at once; ``take`` gets what is found later."""
        self._node.workers.cancel_group(self._node, "effect")
        told = Told(one)
        if hasattr(one, "left"):
            pair = cast("Proposal", one)
            count = text.count_of(self._case.joined(pair.left, pair.right), "fact")
            told = replace(told, effect=f"joins {count} …")
            self._start(lambda worker: self._try(worker, pair, told, count, take))
        elif hasattr(one, "days"):
            source = cast("Undated", one)
            self._start(lambda worker: self._days(worker, source, told, take))
        return told

    def make_way(self) -> None:
        """Stop what runs: the reader has answered."""
        self._node.workers.cancel_group(self._node, "effect")
        behind_of(self._node).make_way()

    def _start(self, job: "Callable[[Worker[None]], None]") -> None:
        self._node.run_worker(
            lambda: job(get_current_worker()), thread=True, exclusive=True, group="effect"
        )

    def _doubted(self, worker: "Worker[None]", case: Case) -> "list[Doubted]":
        from casefile.deeds.doubting import in_order

        found: list[Doubted] = []
        for part in case.doubted_by_slices():
            if worker.is_cancelled:
                break
            found += part
            sleep(BREATH_S)
        return sorted(found, key=in_order)

    def _try(
        self,
        worker: "Worker[None]",
        one: "Proposal",
        told: Told,
        count: str,
        take: Callable[[Told], None],
    ) -> None:
        """Tell what the same would do: it is done and taken back, on a connection of its own."""
        if not is_still_looked_at(worker):
            return
        effect = f"joins {count}; what else follows is seen when it is linked"
        end = monotonic() + LONGEST_S

        def is_over(makes_way: Callable[[], bool]) -> bool:
            return makes_way() or worker.is_cancelled or monotonic() > end

        def job(case: Case, makes_way: Callable[[], bool]) -> None:
            nonlocal effect
            if not behind_of(self._node).is_large(case):
                effect = joins(case.effect(one.left, one.right, lambda: is_over(makes_way)))

        try:
            if not behind_of(self._node).is_known_large:
                behind_of(self._node).do(job)
        except MadeWay:
            pass
        except CasefileError as error:
            effect = str(error)
        self._hand(worker, take, replace(told, effect=effect))

    def _days(
        self,
        worker: "Worker[None]",
        one: "Undated",
        told: Told,
        take: Callable[[Told], None],
    ) -> None:
        """Tell the days that a source may be of, then what each would do to its events."""
        try:
            with self._case.reopen() as case:
                told = replace(told, days=case.days_of(one.ref))
                self._hand(worker, take, told)
                mover = case.mover(one.ref) if is_still_looked_at(worker) else None
        except CasefileError as error:
            self._hand(worker, take, replace(told, days=[], effect=str(error)))
            return
        for day in told.days or ():
            if worker.is_cancelled:
                return
            effect = moves(mover(day.date)) if mover else "what it moves is seen when it is read"
            told = replace(told, effects=(*told.effects, effect))
        self._hand(worker, take, told)

    def _hand(self, worker: "Worker[None]", take: Callable[..., None], *found: object) -> None:
        if not worker.is_cancelled:
            self._node.app.call_from_thread(take, *found)


def is_still_looked_at(worker: "Worker[None]") -> bool:
    """Wait a moment; tell whether the question is still there."""
    end = monotonic() + LOOK_S
    while monotonic() < end and not worker.is_cancelled:
        sleep(STEP_S)
    return not worker.is_cancelled
