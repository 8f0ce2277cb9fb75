"""The lines by which something is made of selected words."""

from casefile.tui.base.pick_line import PickLine
from casefile.tui.keys import Place
from casefile.tui.messages import Step


class SelectLine(PickLine, place=Place.SELECT):
    """Selects words, then says what is made of them."""

    def action_step(self, way: str) -> None:
        """Select more words, or less."""
        self.post_message(Step(way).by(self))


class EntityKindLine(PickLine, place=Place.NAMED):
    """Whom or what words name: one that is there, or a new one of a kind."""
