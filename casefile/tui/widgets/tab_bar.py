"""The first line: which case, which lists there are, what bounds them."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from casefile.model.rows import Summary
from casefile.model.words import Kind
from casefile.tui import text

_TABS = (
    (Kind.SOURCE, "Sources", "sources"),
    (Kind.ENTITY, "Entities", "entities"),
    (Kind.EVENT, "Events", "events"),
    (Kind.NOTE, "Notes", "notes"),
)


class TabBar(Widget):
    """The name of the case and the lists, numbered as their keys are."""

    DEFAULT_CSS = """
    TabBar { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    summary: reactive[Summary | None] = reactive(None)
    """How much there is. Bound by the screen."""
    tab: reactive[Kind] = reactive(Kind.SOURCE)
    """Which list is open. Bound by the screen."""
    aside: reactive[str] = reactive("")
    """What bounds the lists. Bound by the screen."""

    def __init__(self, name: str, *, read_only: bool) -> None:
        super().__init__()
        self._case_name = text.line(name)
        self._read_only = read_only

    def render(self) -> Content:
        width = self.size.width
        tabs = self._tabs(width)
        right = "read only " if self._read_only else ""
        if self.aside:
            right = f"only {text.cut(text.line(self.aside), 24)}   . all {right}"
        room = width - len(tabs.plain) - 2
        name = Content.assemble((" casefile ", "bold"), text.cut(self._case_name, room - 12), "  ")
        if room - 12 < 4 or (self.aside and width < 110):
            name = Content(" ")
        left = name + tabs
        space = width - left.cell_length
        right = text.cut(right, space)
        return left + Content.styled(text.fit(right, max(0, space), right=True), "$text-warning")

    def _tabs(self, width: int) -> Content:
        parts: list[str | Content | tuple[str, str]] = []
        for at, (kind, title, count) in enumerate(_TABS, 1):
            number = text.number(getattr(self.summary, count)) if self.summary else ""
            words = f"{at} {title}" if width >= 40 else str(at)
            words += f" {number}" if number and width >= 60 else ""
            if kind is self.tab:
                parts.append((f"[{words}]", "bold reverse"))
            else:
                parts.append((f" {words} ", "$text-muted"))
        return Content.assemble(*parts)
