"""The pane that tells what an entity, an event, a fact or a note is."""

from textual.reactive import reactive

from casefile.tui.base.card import CardView
from casefile.tui.base.view import Card, View


class DetailPane(CardView):
    """Shows a card; hidden while something else is shown in its place."""

    shown: reactive[View | None] = reactive(None, init=False)
    """What is shown in this place. Bound by the screen."""

    def watch_shown(self, shown: View | None) -> None:
        self.display = shown is None or isinstance(shown, Card)
        self.view = shown if isinstance(shown, Card) else None
