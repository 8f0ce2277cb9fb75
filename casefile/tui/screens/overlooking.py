"""The part of the browser that lists decisions, tags and differences over itself."""

from typing import TYPE_CHECKING

from casefile.model.words import Kind, Ref
from casefile.tui.screens.place import Target
from casefile.tui.screens.relabelling import RelabellingScreen

if TYPE_CHECKING:
    from casefile.tui.screens.over import OverScreen


class OverlookingScreen(RelabellingScreen):
    """Opens the log, the tags and what people differ in; goes where the reader wants from there."""

    def action_log(self) -> None:
        """Show what people decided."""
        from casefile.tui.screens.logging import LogScreen

        self._show_over(LogScreen(self._case))

    def action_settle(self) -> None:
        """Show where people differ, one after the other."""
        from casefile.tui.screens.settling import SettleScreen

        self._show_over(SettleScreen(self._case))

    def action_all_tags(self) -> None:
        """Show all tags."""
        from casefile.tui.screens.tagging import TagsScreen

        self._show_over(TagsScreen(self._case))

    def action_removed(self) -> None:
        """Show the sources that were taken out."""
        from casefile.tui.screens.removed import RemovedScreen

        self._show_over(RemovedScreen(self._case))

    def _show_over(self, screen: "OverScreen") -> None:
        async def done(wanted: Ref | str | None) -> None:
            if screen.has_decided:
                self.reload()
            if isinstance(wanted, str):
                await self.action_search(wanted)
            elif wanted is not None and wanted.kind is Kind.SEARCH:
                await self.action_search(self._case.saved_search(wanted).line)
            elif wanted is not None:
                self.open(Target(wanted))

        self.app.push_screen(screen, done)
