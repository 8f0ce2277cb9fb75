"""The foot of the screen: the status bar, or in its place a line that takes the keys."""

from typing import TypeVar

from textual.containers import Container
from textual.widget import AwaitMount, Widget

W = TypeVar("W", bound=Widget)


class Foot(Container):
    """Holds lines of one row, of which one is seen: what is above never moves for them.

    The last of them is the status bar, which is seen where no other is wanted.

    A line that is put on the screen itself has all of it arranged and painted anew.
    """

    DEFAULT_CSS = """
    Foot { height: auto; width: 1fr; }
    """

    def show(self, line: Widget) -> AwaitMount:
        """Put a line in place of the status bar; one that is not here yet comes first."""
        new = [] if line.parent is self else [line]
        coming = self.mount(*new, before=0)
        for each in self.children:
            each.display = each is line
        return coming

    def line(self, kind: type[W]) -> W:
        """Show the line of a kind that is drawn as one; there is one of each kind."""
        line = self._one(kind)
        self.show(line)
        return line

    async def typed_line(self, kind: type[W]) -> W:
        """Show the line of a kind that one types into, once that can be done."""
        line = self._one(kind)
        await self.show(line)
        return line

    def _one(self, kind: type[W]) -> W:
        return next(iter(self.query_children(kind)), None) or kind()

    def clear(self) -> None:
        """Take the lines away: the status bar is seen again."""
        for each in self.children:
            each.display = each is self.children[-1]
