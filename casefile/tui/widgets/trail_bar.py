"""The second line: how the reader came here, and the ways back and forward."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from casefile.tui import text

_BETWEEN = " › "


class TrailBar(Widget):
    """The places from the list to here; the middle is left out where room is short."""

    DEFAULT_CSS = """
    TrailBar { height: 1; width: 1fr; color: $text-muted; }
    """

    crumbs: reactive[tuple[str, ...]] = reactive(())
    """Names of the places from the list to here. Bound by the screen."""
    steps: reactive[tuple[int, int]] = reactive((0, 0))
    """How many places lie behind and ahead. Bound by the screen."""
    running: reactive[str] = reactive("")
    """What goes on behind the screen, in a few words. Bound by the screen."""

    def render(self) -> Content:
        behind, ahead = self.steps
        counts = f"back {behind}" + (f"  forward {ahead}" if ahead else "")
        counts = f"{counts} " if behind or ahead else ""
        counts = f"{self.running}  {counts}" if self.running else counts
        room = self.size.width - len(counts) - 2
        crumbs = elide([text.line(crumb) for crumb in self.crumbs], room)
        path = _BETWEEN.join(crumbs[:-1]) + _BETWEEN if len(crumbs) > 1 else ""
        here = text.cut(crumbs[-1] if crumbs else "", max(0, room - text.cells(path)))
        filled = max(0, room + 1 - text.cells(path) - text.cells(here)) * " "
        return Content.assemble(f" {path}", (here, "bold $text"), filled, counts)


def elide(crumbs: list[str], room: int) -> list[str]:
    """Return the crumbs that fit, whole from the end; the first stays, then ``…``.

    >>> elide(["Entities", "Rosa Okafor", "Payment", "Le Courrier"], 36)
    ['Entities', '…', 'Payment', 'Le Courrier']
    """
    crumbs = [text.cut(crumb, 40) for crumb in crumbs]
    kept = list(crumbs)
    at = 1
    while text.cells(_BETWEEN.join(kept)) > room and at < len(crumbs) - 1:
        at += 1
        kept = [crumbs[0], "…", *crumbs[at:]]
    return kept
