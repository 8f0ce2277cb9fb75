"""Lines that we draw ourselves: what the list, the card and the reader share.

Textual's own widgets hold a renderable for every row and take seconds over a
long list or text (``research/tui.md`` 3b, 3c). A line view holds what it shows
as values and draws only the lines in sight.
"""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from casefile.tui import text
from casefile.tui.base.mooring import is_sure, moored
from casefile.tui.keys import Place, bindings

Part = tuple[str, str]
"""Safe text and the names of the styles it has, apart by blanks; "" is plain."""

STYLES = ("dim", "strong", "accent", "match", "warn", "person", "organization", "place",
          "other", "evidence", "note", "target", "cursor", "cursor-away", "link", "heading",
          "label", "emphasis")  # fmt: skip
"""Names a part may use; each is a class ``line--NAME`` in the CSS below."""


_PLAIN = str.maketrans({"›": " ", "▎": " ", "•": " ", text.ELLIPSIS: "."})
"""Signs that a screen reader would read by name on each line; of one column, as they are."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Scrolled lines with a cursor; what a line is, the children of this class know."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.MOVE)

    DEFAULT_CSS = """
    LineView {
        width: 1fr; height: 1fr;
        background: $background;
        color: $foreground;
        overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-color: $line-rule;
        scrollbar-background: $background;
        scrollbar-gutter: stable;
        border-top: solid $line-rule;
        border-title-color: $text-muted;
        border-subtitle-color: $text-muted;
        &:focus { border-top: heavy $primary; border-title-color: $text; border-title-style: bold; }
        & > .line--dim { color: $text-muted; }
        & > .line--strong { text-style: bold; }
        & > .line--heading { color: $text-accent; text-style: bold; }
        & > .line--accent { color: $text-accent; }
        & > .line--warn { color: $text-warning; }
        & > .line--match { text-style: bold underline; color: $text-warning; }
        & > .line--person { color: $text-primary; text-style: bold; }
        & > .line--organization { color: $text-success; text-style: bold; }
        & > .line--place { color: $text-secondary; text-style: bold; }
        & > .line--other { text-style: bold; }
        & > .line--evidence { color: $text-accent; }
        & > .line--note { color: $text-warning; text-style: underline; }
        & > .line--emphasis { text-style: italic; }
        & > .line--link { text-style: underline; }
        & > .line--label { background: $warning-muted; color: $text; text-style: bold; }
        & > .line--target { background: $line-target; }
        & > .line--cursor { background: $line-cursor; color: $foreground; }
        & > .line--cursor-away { background: $line-cursor-away; }
    }
    LineView:nocolor {
        & > .line--label { text-style: bold reverse; }
        & > .line--dim { text-style: dim; }
        & > .line--target { text-style: underline; }
        & > .line--cursor { text-style: reverse; }
        & > .line--cursor-away { text-style: bold; }
    }
    LineView:ansi {
        & > .line--label { text-style: bold reverse; }
        & > .line--dim { text-style: dim; }
        & > .line--cursor { text-style: reverse; }
        & > .line--cursor-away { text-style: bold; }
    }
    """

    virtual_size: reactive[Size] = reactive(Size(0, 0), repaint=False)
    """Textual's own, but the screen is arranged anew only where the scrollbar comes or goes."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._styles_known: dict[str, Style] = {}
        self._shades: dict[str, Style] = {}
        self._held: int | None = None
        self._sizes_told: tuple[Size, ...] = ()
        self._titled = ("", "")
        self.labels: Mapping[int, str] = {}
        """What is to be typed for what is in sight, by its number in this pane."""
        self._own_label = ""
        self._changes_hands = False
        """Whether the keys come or go this moment."""

    @abstractmethod
    def lines_of_cursor(self) -> range:
        """Return which lines the cursor lies on, counted from the top of the pane."""

    @abstractmethod
    def in_sight(self) -> Sequence[int]:
        """Return the numbers of what can be followed on the lines in sight, from the top."""

    @abstractmethod
    def follow(self, at: int) -> None:
        """Put the cursor on one of what is in sight, and follow it."""

    def show_labels(self, labels: Mapping[int, str], own: str = "") -> None:
        """Draw labels before what is in sight, and one on the pane; none takes them away."""
        self.labels, self._own_label = labels, own
        self.title_line(*self._titled)
        self.refresh()

    @property
    def is_labelled(self) -> bool:
        """Whether the pane has a label of its own."""
        return bool(self._own_label)

    @property
    def indent(self) -> int:
        """Columns left of every row, for the cursor or a label; read out, a blank behind a label.

        Seen, a label has a ground of its own, and nothing moves for it.
        """
        return 3 if self.labels and getattr(self.app, "plain", False) else 2

    def sign(self, at: int, *, is_here: bool) -> list[Part]:
        """Return what stands before a row, as wide as the indent: its label, else the cursor."""
        if label := self.labels.get(at):
            return [(text.fit(label, 2), "label"), (" " * (self.indent - 2), "")]
        return [(text.fit("›" if is_here else "", self.indent), "strong")]

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme, or of the old focus."""
        super().notify_style_update()
        self._styles_known.clear()
        if not self._changes_hands:  # no shade depends on who has the keys
            self._shades.clear()

    def _on_focus(self, event: events.Focus) -> None:
        event.prevent_default()
        self._changes_hands = True
        super()._on_focus(event)
        self._changes_hands = False

    def _on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self._changes_hands = True
        super()._on_blur(event)
        self._changes_hands = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew; where the keys come or go, only the pane's own line and the cursor.

        Textual draws the whole pane then, which takes 20 ms and writes 10 kB.
        """
        if self._changes_hands and not regions and not layout and not self.styles.border_bottom[0]:
            width, lines = self.outer_size.width, self.lines_of_cursor()
            regions = (
                Region(0, -1, width, 1),
                *(Region(0, line, width, 1) for line in lines if 0 <= line < self.size.height),
            )
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    @property
    def top(self) -> int:
        """The first line in sight."""
        return self.scroll_offset.y

    @property
    def lines_in_sight(self) -> int:
        """Lines that fit, at least one."""
        return max(1, self.size.height)

    def measure(self, lines: int) -> None:
        """Take the number of lines there are."""
        self.virtual_size = Size(self.size.width, lines)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # Textual takes the room of the border for a change, and draws the scrollbar anew at each
        # arrangement of the screen.
        told = (size, virtual_size, container_size, self.virtual_size)
        if told == self._sizes_told:
            return False
        self._sizes_told = told
        return super()._size_updated(size, virtual_size, container_size, layout)

    def watch_virtual_size(self, size: Size) -> None:
        has_bar = self.styles.overflow_y == "scroll" or size.height > self.size.height
        if not self.size:
            return  # not arranged yet, and then the scrollbar comes by itself
        if has_bar is not self.show_vertical_scrollbar:
            # Which arranges the screen anew; left to Textual it is found out by doing that.
            self.show_vertical_scrollbar = has_bar
        elif has_bar and self.styles.scrollbar_size_vertical:
            self.vertical_scrollbar.window_virtual_size = size.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def read_aloud(self, line: int) -> None:
        """Put the terminal's own cursor on a line, where a screen reader reads it."""
        if getattr(self.app, "plain", False) and self.has_focus:
            x, y = self.content_region.offset
            self.app.cursor_position = Offset(x, y + max(0, line - self.top))

    def look_at(self, top: int) -> None:
        """Scroll so that this line is the first in sight."""
        # Without force nothing scrolls until the scrollbar of new content is shown.
        self.scroll_to(y=max(0, top), animate=False, immediate=True, force=True)

    def hold(self, top: int) -> None:
        """Scroll to a line, and there again once the pane has its size."""
        self._held = top
        self.look_at(top)

    def held_again(self) -> bool:
        """After a new size, scroll to the line that is held, if nothing was moved since."""
        if self._held is None:
            return False
        self.look_at(self._held)
        return True

    def bring_into_sight(self, first: int, last: int) -> None:
        """Scroll as little as possible so that these lines are in sight, the first above all."""
        height = self.lines_in_sight
        if first < self.top:
            self.look_at(first)
        elif last >= self.top + height:
            self.look_at(min(first, last - height + 1))

    def title_line(self, title: str, aside: str = "") -> None:
        """Write the pane's own line: what it shows, and an aside at the right."""
        self._titled = (title, aside)
        if self._own_label:
            title = f"[{self._own_label}] {title}"
        self.border_title = text.content(title)
        self.border_subtitle = None
        room = self.size.width - text.cells(title) - 6
        if aside and room > 8:
            shown = f"{title}  ·  {text.cut(aside, room)}"
            self.border_title = text.content(shown)

    def style_of(self, names: str) -> Style:
        """Return the style of a part: its names one over the other, over the pane's own."""
        known = self._styles_known.get(names)
        if known is None:
            known = self.rich_style
            for name in names.split():
                if name == "cursor" and not self.has_focus:
                    name = "cursor-away"
                known += self._shade(name)
            self._styles_known[names] = known
        return known

    def _shade(self, name: str) -> Style:
        """Return what a style of ours adds to the pane's own.

        Looked up when it is first drawn: Textual's component classes are all matched when a
        pane is made, hidden or not, which takes 3 ms for twenty of them.
        """
        known = self._shades.get(name)
        if known is None:
            node = DOMNode(classes=f"line--{name}")
            node._attach(self)
            self.app.stylesheet.apply(node, animate=False)
            rules, whole = node.styles, node.rich_style
            known = rules.text_style + Style(
                color=whole.color if rules.has_rule("color") else None,
                bgcolor=whole.bgcolor if rules.has_rule("background") else None,
            )
            self._shades[name] = known
        return known

    def paint(self, parts: Iterable[Part], over: str = "") -> Strip:
        """Draw one line of the pane's width.

        Args:
            parts: Safe text with its styles, from the left.
            over: Styles that lie over the whole line, such as ``cursor``.
        """
        width = self.size.width
        if getattr(self.app, "plain", False):
            parts = [(piece.translate(_PLAIN), names) for piece, names in parts]
        segments = [
            Segment(piece, self.style_of(f"{names} {over}" if over else names))
            for piece, names in parts
            if piece
        ]
        strip = Strip(segments).adjust_cell_length(width, self.style_of(over))
        if self.app.is_headless or is_sure(strip.text):
            return strip
        words = Strip(segments).crop(0, width)
        return moored(words, self.content_region.x, width, self.style_of(over))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._held = None
        self.step(by)

    def action_leap(self, pages: float) -> None:
        """Move by pages or halves of one."""
        self._held = None
        whole = max(1, self.lines_in_sight - 1)
        self.step(round(whole * pages) or (1 if pages > 0 else -1))

    def action_edge(self, side: int) -> None:
        """Move to the top or to the end."""
        self._held = None
        self.step(side * (1 << 40))

    @abstractmethod
    def step(self, by: int) -> None:
        """Move by so many lines or rows, and stop at the ends."""
