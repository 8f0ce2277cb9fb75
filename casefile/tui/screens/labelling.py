"""The part of the browser that puts a label on every link and pane, and goes where one leads."""

from collections.abc import Mapping

from textual import on
from textual.geometry import Size

from casefile.core.labels import labels
from casefile.tui import keys, messages
from casefile.tui.base.lines import LineView
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Slot
from casefile.tui.widgets.foot import Foot

Lead = tuple[Slot, int | None]
"""A pane, and what to follow in it; None for the pane itself."""


class LabellingScreen(DeskScreen):
    """Labels what is in sight: the links of this pane first, then the others and the panes."""

    _leads: dict[str, Lead] | None = None
    """Where each label leads; None while there are none."""

    def _panes_in_sight(self) -> dict[Slot, LineView]:
        """Return the panes that are seen, that with the keys first."""
        found = {}
        for slot in sorted((Slot.LIST, Slot.MAIN, Slot.SIDE), key=lambda one: one is not self.slot):
            is_filled = slot is Slot.LIST or getattr(self, self.SHOWN_IN[slot]) is not None
            pane = self.pane_in(slot) if is_filled else None
            if isinstance(pane, LineView) and pane.is_on_screen and pane.size != Size():
                found[slot] = pane
        return found

    def action_labels(self) -> None:
        """Put a label on every link and pane in sight."""
        panes = self._panes_in_sight()
        leads: list[Lead] = [(slot, at) for slot, pane in panes.items() for at in pane.in_sight()]
        leads += [(slot, None) for slot in panes if slot is not self.slot]
        if not leads:
            self.tell("There is no link and no other pane in sight.")
            return
        from casefile.tui.widgets.label_line import LabelLine

        self._begin_overlay()
        self._leads = dict(zip(labels(len(leads)), leads, strict=True))
        others = {slot: pane for slot, pane in panes.items() if slot is not self.slot}
        self._label({self.slot: panes[self.slot]} if self.slot in panes else {}, self._leads)
        line = self.query_one(Foot).line(LabelLine)
        self.places = (keys.Place.LABEL,)
        line.begin(tuple(self._leads))
        self.set_focus(line)
        # The pane with the keys is the answer; to draw all of them takes three times as long.
        self.call_after_refresh(self._label, others, self._leads)

    def _label(self, panes: Mapping[Slot, LineView], leads: Mapping[str, Lead]) -> None:
        """Draw labels in some panes, unless they were taken away meanwhile."""
        if leads is not self._leads:
            return
        for slot, pane in panes.items():
            own = {lead: label for label, lead in leads.items() if lead[0] is slot}
            of_links = {at: label for (_, at), label in own.items() if at is not None}
            pane.show_labels(of_links, own.get((slot, None), ""))

    @on(messages.Labelled)
    def _go_to_label(self, message: messages.Labelled) -> None:
        message.stop()
        lead = (self._leads or {}).get(message.typed)
        self._end_labels()
        if lead is None:
            if message.typed:
                self.tell(f"Nothing has the label {message.typed}.")
            return
        slot, at = lead
        pane = self.pane_in(slot)
        if at is None:
            self._step_to(slot)
        elif isinstance(pane, LineView):
            pane.follow(at)

    def _end_labels(self) -> None:
        """Take the labels away, and give the keys back."""
        if self._leads is None:
            return
        self._leads = None
        self._end_overlay()
        own = self.pane_in(self.slot)
        if isinstance(own, LineView) and own.labels:
            own.show_labels({})
        self.call_after_refresh(self._take_labels_away)

    def _take_labels_away(self) -> None:
        """Take away the labels of all panes, unless there are new ones meanwhile."""
        if self._leads is not None:
            return
        for pane in self.query(LineView):
            if pane.labels or pane.is_labelled:
                pane.show_labels({})
