"""The first line: which case, which lists there are, what bounds them."""

from collections.abc import Collection

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from casefile.model.rows import Summary
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.look import Look, Tab

_TABS: tuple[tuple[Tab, str, str], ...] = (
    (Kind.SOURCE, "Sources", "Sources"),
    (Kind.ENTITY, "Entities", "Entities"),
    (Kind.EVENT, "Events", "Events"),
    (Kind.NOTE, "Notes", "Notes"),
    (Look.TIMELINE, "Timeline", "Time"),
    (Look.TOGETHER, "With whom", "With"),
    (Look.PLACES, "Where", "Where"),
    (Kind.FACT, "Facts", "Facts"),
    (Look.NEWS, "New", "New"),
    (Look.QUESTIONS, "Questions", "Ask"),
)
"""What each number opens, its name, and a shorter one for where room is short."""

_AT_TIMES = (Look.NEWS, Look.QUESTIONS)
"""What stands there only where it is open or there is some of it: it is always counted."""

_PROGRAM = " casefile "
"""What is left of the tabs where there is room for it."""

_READABLE = 16
"""Columns below which it is not said what bounds the lists: each list says so, too."""


class TabBar(Widget):
    """The name of the case and the lists, numbered as their keys are."""

    DEFAULT_CSS = """
    TabBar { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    summary: reactive[Summary | None] = reactive(None)
    """How much there is. Bound by the screen."""
    tab: reactive[Tab] = reactive(Kind.SOURCE)
    """Which list is open. Bound by the screen."""
    aside: reactive[str] = reactive("")
    """What bounds the lists. Bound by the screen."""

    def __init__(self, name: str, *, read_only: bool) -> None:
        super().__init__()
        self._case_name = text.line(name)
        self._read_only = read_only

    def render(self) -> Content:
        width = self.size.width
        right = "read only " if self._read_only else ""
        is_crowded = any(getattr(self.summary, name, 0) for name in ("new", "questions"))
        is_crowded = is_crowded or self.tab in _AT_TIMES
        is_bare = width < 90 or (bool(self.aside or right or is_crowded) and width < 110)
        if self.aside:
            right = f"only {text.cut(text.line(self.aside), 24)}   . all {right}"
        taken = 1 if self.aside else 1 + len(right) if is_bare else len(_PROGRAM)
        tabs = self._fitting(width - taken)
        room = width - tabs.cell_length
        name = Content(" ")
        if not is_bare and room >= len(_PROGRAM):
            case = text.cut(self._case_name, room - len(_PROGRAM) - 3)
            name = Content.assemble((_PROGRAM, "bold"), f"{case}  " if text.cells(case) > 3 else "")
        left = name + tabs
        space = width - left.cell_length
        is_readable = len(right) <= space or (self.aside and space >= _READABLE)
        right = text.cut(right, space) if is_readable else ""
        return left + Content.styled(text.fit(right, max(0, space), right=True), "$text-warning")

    def _fitting(self, width: int) -> Content:
        """Return the tabs in as many words as there is room for."""
        everything, some = (*Kind, *Look), (self.tab, Kind.NOTE)
        for named, counted, blanks in (
            (3, everything, 2), (2, everything, 2), (2, some, 2), (2, some, 1), (2, (), 1),
            (2, some, 0), (2, (), 0), (1, some, 1), (1, (Kind.NOTE,), 1), (1, (), 1), (1, (), 0),
            (0, (self.tab,), 1),
        ):  # fmt: skip
            tabs = self._tabs(named, counted, blanks)
            if tabs.cell_length <= width:
                return tabs
        return self._tabs(0, (), 2)

    def _tabs(self, named: int, counted: Collection[Tab], blanks: int) -> Content:
        """Return the tabs by number, and by name: 3 the whole, 2 a short one, 1 only the lists.

        With 0 the open one alone has a name, and what stands there at times: to be noticed.
        ``counted`` are the tabs that say how much there is; between two stand 2 blanks, or 1, and
        with 0 none parts the number from the name.
        """
        parts: list[str | Content | tuple[str, str]] = []
        is_tight, joint = blanks < 2, " " if blanks else ""
        for at, (tab, title, brief) in enumerate(_TABS, 1):
            is_open = tab is self.tab or (tab, self.tab) == (Look.TIMELINE, Look.COUNTS)
            is_told = tab in counted or tab in _AT_TIMES
            count = getattr(self.summary, title.lower(), None) if is_told else None
            if tab in _AT_TIMES and not (is_open or count):
                continue
            is_named = named > 1 or (named and isinstance(tab, Kind))
            number = at % 10  # the tenth is opened by 0
            words = str(number)
            if is_named or is_open or tab in _AT_TIMES:
                words = f"{number}{joint}{title if named == 3 else brief}"
            words += "" if count is None else f" {text.number(count)}"
            shown = (f" {words}" if is_tight else f" {words} ", "$text-muted")
            if is_open:
                parts.append(" " if is_tight else "")
                shown = (f"[{words}]", "bold reverse")
            parts.append(shown)
        return Content.assemble(*parts)
