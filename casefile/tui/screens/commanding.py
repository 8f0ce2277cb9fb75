"""The part of the browser that takes orders: the command line and what only it can do."""

from typing import TYPE_CHECKING

from textual.app import App

from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref
from casefile.tui import keys
from casefile.tui.commands import Order
from casefile.tui.keymap import keymap_of
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Slot, Target
from casefile.tui.themes import THEMES

if TYPE_CHECKING:
    from casefile.model.kept import Version


def use_mouse(app: App[None], *, on: bool) -> None:
    """Ask the terminal for reports of the mouse, or for none."""
    driver = app._driver  # Textual 8 has no public way
    ask = getattr(driver, "_enable_mouse_support" if on else "_disable_mouse_support", None)
    if driver is None or ask is None:
        return
    driver._mouse = True  # without it both do nothing
    ask()
    driver._mouse = on


class CommandingScreen(DeskScreen):
    """Runs actions by name, with what was typed behind the name."""

    async def action_palette(self) -> None:
        """Offer every command of this place by name."""
        from casefile.tui.screens.command_line import CommandLine

        keymap = keymap_of(self)
        table = [key for place in (*self.places, keys.Place.MOVE) for key in keymap.at(place)]
        await self.app.push_screen(CommandLine(table, self.memory.commands), self._obey)

    def _obey(self, order: Order | str | None) -> None:
        if isinstance(order, str):
            self.tell(order)
        elif order is not None:
            self.memory.used(order.key.id)
            target = self if order.key.place is keys.Place.BROWSE else self.pane_in(self.slot)
            name = order.key.action.partition("(")[0]
            action = ("", name, (order.argument,)) if order.key.takes else order.key.action
            self.app.call_later(self.app.run_action, action, target)

    def action_theme(self, name: str = "") -> None:
        """Take a look by name, or the next one."""
        names = list(THEMES)
        if self.app.no_color:
            self.tell("NO_COLOR is set, so there is one look: without colour.")
            return
        if name and name not in names:
            self.tell(f"There is no theme {name}: {', '.join(names)}.")
            return
        now = next((at for at, one in enumerate(names) if THEMES[one] == self.app.theme), -1)
        name = name or names[(now + 1) % len(names)]
        self.app.theme = THEMES[name]
        self.tell(f"Theme {name} until you quit; to keep it: casefile config --path")

    def action_open_ref(self, reference: str = "") -> None:
        """Open a thing by its reference."""
        try:
            ref = Ref.parse(reference)
            self._case.label(ref)
        except CasefileError as error:
            self.tell(str(error) if reference else "Write what to open behind it: open entity:12")
            return
        self.open(Target(ref))

    def action_version(self, number: str = "") -> None:
        """Show a text that the source had; without a number the one before, or again the last."""
        ref = self._source_in_view()
        if ref is None:
            self.tell("Open a source, or stand on one, to see the texts that it had.")
            return
        none: list[Version] = []
        found = self.ask(lambda: self._case.versions(ref.id), none)
        if len(found) < 2:
            self.tell("This source has the text that it came with, and no other.")
            return
        now = next(one.number for one in found if one.is_current)
        wanted = int(number) if number.isdecimal() else 0 if number else max(1, now - 1)
        if not 1 <= wanted <= len(found):
            self.tell(
                f"This source has {len(found)} versions: write version and a number of these."
            )
            return
        self.open(Target(ref) if wanted == now else Target(ref, version=wanted))

    def _source_in_view(self) -> Ref | None:
        if self.slot is Slot.LIST:
            here = self.list_pane.here
        else:
            here = self.main.ref if self.main else None
        return here if here and here.kind is Kind.SOURCE else None

    def action_mouse(self, wanted: str = "") -> None:
        """Give the mouse to casefile, or to the terminal, which then selects text."""
        if wanted not in ("", "on", "off"):
            self.tell("Write mouse on or mouse off.")
            return
        self._mouse = wanted == "on" if wanted else not self._mouse
        use_mouse(self.app, on=self._mouse)
        self.tell("Clicks reach casefile." if self._mouse else "The terminal has the mouse.")
