"""The part of the browser that makes a pane wider or narrower, and remembers it by layout."""

from textual import events
from textual.widget import Widget

from casefile.tui.base.look import Look
from casefile.tui.screens.place import Slot
from casefile.tui.screens.sighting import SightingScreen

STEP = 4
"""Percent of the screen that a key gives or takes."""

_LEAST = 16
"""Percent of the screen that a pane keeps."""

_FIRST = {"-wide": (32, 32), "-middle": (40, 40), "-narrow": (50, 50)}
"""What the panes on the left and on the right have by layout, in percent; in the narrow one it is
the height of the upper pane, in a list and in what is open."""


class ResizingScreen(SightingScreen):
    """Shares the room among the panes as the reader wants it."""

    def action_resize(self, way: int) -> None:
        """Give the pane with the keys more room, or less."""
        layout, held = self._layout(), self._held()
        if not held:
            self.tell("There is no other pane to share the room with.")
            return
        pane, at = held[0] if self.slot is not Slot.SIDE else held[-1]
        # What lies between or below has what the others leave.
        is_rest = (self.slot is Slot.SIDE) if layout == "-narrow" else self.slot is Slot.MAIN
        shares = list(self._shares(layout))
        for _, each in held if is_rest and layout == "-wide" else [(pane, at)]:
            shares[each] += -way * STEP if is_rest else way * STEP
        taken = sum(shares[each] for _, each in held)
        if min(shares) < _LEAST or taken > 100 - _LEAST:
            self.tell("The other panes keep what they have." if way > 0 else "It keeps this room.")
            return
        self.memory.keep_habit(f"layout{layout}", " ".join(map(str, shares)))
        self._share()

    def on_resize(self, event: events.Resize) -> None:
        """Share the room of the layout that fits now."""
        self.call_next(self._share)

    def rearrange(self, *widgets: Widget) -> None:
        """Give widgets the styles of their new classes, and the panes their room."""
        super().rearrange(*widgets)
        self._share()

    def _fill_beside(self) -> None:
        # What was said last may be taken away, and painted, before the panes have new styles.
        self.rearrange(*(self.query_one(f"#{name}") for name in ("list", "main", "side")))
        self.call_after_refresh(super()._fill_beside)

    def _layout(self) -> str:
        return next(name for name in _FIRST if self.has_class(name))

    def _shares(self, layout: str) -> tuple[int, ...]:
        """Return what the panes have; what was kept and is no such thing counts for nothing."""
        words = self.memory.habit(f"layout{layout}").split()
        shares = tuple(int(word) for word in words if word.isascii() and word.isdecimal())
        is_sound = len(shares) == 2 and all(_LEAST <= one <= 100 - _LEAST for one in shares)
        return shares if is_sound else _FIRST[layout]

    def _held(self) -> list[tuple[str, int]]:
        """Return the panes in sight whose room is set, and which of the two shares is theirs."""
        if self.has_class("-zoom"):
            return []
        at_list, alone = self.slot is Slot.LIST, self.has_class("-alone")
        beside = self.has_class("-beside") and not alone
        layout = self._layout()
        if layout == "-narrow":
            if at_list:
                return [] if alone else [("list", 0)]
            return [("main", 1)] if beside else []
        if at_list and isinstance(self.tab, Look):
            return []
        if layout == "-middle":
            return [("side", 1)] if beside and not at_list else [("list", 0)]
        return [("list", 0)] if alone else [("list", 0), ("side", 1)]

    def _share(self) -> None:
        """Give each pane its room, where the reader ever changed it."""
        layout = self._layout()
        is_own = self._shares(layout) != _FIRST[layout]
        wanted = {name: self._shares(layout)[at] for name, at in self._held()} if is_own else {}
        for name in ("list", "main", "side"):
            styles = self.query_one(f"#{name}").styles
            share = f"{wanted[name]}%" if name in wanted else None
            is_high = layout == "-narrow"
            for rule, value in (
                ("height", share if is_high else None),
                ("width", None if is_high else share),
                ("max_width", "100%" if share and not is_high else None),
            ):
                if value is not None or styles.inline.has_rule(rule):
                    setattr(styles, rule, value)
