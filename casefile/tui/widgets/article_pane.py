"""The pane in which an article is read."""

from textual.reactive import reactive

from casefile.tui.base.selecting import SelectingReader
from casefile.tui.base.view import Article, View


class ArticlePane(SelectingReader):
    """Shows an article; hidden while something else is shown in its place."""

    shown: reactive[View | None] = reactive(None, init=False)
    """What is shown in this place. Bound by the screen."""

    def watch_shown(self, shown: View | None) -> None:
        self.display = isinstance(shown, Article)
        if isinstance(shown, Article):
            self.view = shown
