"""The lines by which something is made of selected words."""

from textual.content import Content
from textual.reactive import reactive

from casefile.tui import text
from casefile.tui.base.keys_line import offered
from casefile.tui.base.pick_line import PickLine, packed
from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Place, shown
from casefile.tui.messages import Step


class SelectLine(PickLine, place=Place.SELECT):
    """Selects words, then says what is made of them."""

    def action_step(self, way: str) -> None:
        """Select more words, or less."""
        self.post_message(Step(way).by(self))


class EntityKindLine(PickLine, place=Place.NAMED):
    """Whom or what words name: one that is there, or a new one of a kind."""


class LinesLine(PickLine, place=Place.LINES):
    """Selects lines, tells what follows, and says what they are: each begins a line."""

    effects: reactive[tuple[tuple[tuple[str, ...], str], ...]] = reactive((), layout=True)
    """What follows from some of the choices, by these."""

    def _rows(self, width: int) -> list[Content]:
        table = keymap_of(self).footer((self.PLACE,), most=100)
        kinds = {key.action: key for key in table if key.action.startswith("pick('")}
        leave = kinds.pop("pick('')", None)
        asked = Content.styled(f" {self.asked} ", "bold reverse")
        ways = [offered(key) for key in table if key.action not in kinds and key is not leave]
        offers = [offered(key) for key in kinds.values()]
        told: list[Content] = []
        for choices, effect in self.effects:
            of = (kinds[action] for one in choices if (action := f"pick('{one}')") in kinds)
            letters = " ".join(shown(key)[0] for key in of)
            words = text.cut(effect, max(8, width - len(letters) - 3))
            told.append(
                Content.assemble(" " * (not told), (letters, "bold $text-accent"), f" {words}")
            )
        lines = (
            [asked, *ways, *([offered(leave)] if leave else [])],
            told,
            [Content(" ") + offers[0], *offers[1:]] if offers else [],
        )
        return [row for parts in lines if parts for row in packed(parts, width)]

    def action_step(self, way: str) -> None:
        """Select more lines, or less."""
        self.post_message(Step(way).by(self))
