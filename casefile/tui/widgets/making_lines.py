"""The lines by which something is made of selected words."""

from textual.content import Content
from textual.reactive import reactive

from casefile.tui.base.pick_line import PickLine
from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Key, Place, shown
from casefile.tui.messages import Step


class SelectLine(PickLine, place=Place.SELECT):
    """Selects words, then says what is made of them."""

    def action_step(self, way: str) -> None:
        """Select more words, or less."""
        self.post_message(Step(way).by(self))


class EntityKindLine(PickLine, place=Place.NAMED):
    """Whom or what words name: one that is there, or a new one of a kind."""


class LinesLine(PickLine, place=Place.LINES):
    """Selects lines, tells what follows, and says what they are: three lines high."""

    DEFAULT_CSS = """
    LinesLine { height: 3; }
    """

    effects: reactive[tuple[tuple[tuple[str, ...], str], ...]] = reactive(())
    """What follows from some of the choices, by these."""

    def render(self) -> Content:
        table = keymap_of(self).footer((self.PLACE,), most=100)
        kinds = {key.action: key for key in table if key.action.startswith("pick('")}
        ways = [key for key in table if key.action not in kinds or key.action == "pick('')"]
        first = Content.assemble((f" {self.asked} ", "bold reverse"), *map(_offered, ways))
        told: list[Content | str] = []
        for choices, effect in self.effects:
            of = (kinds[action] for one in choices if (action := f"pick('{one}')") in kinds)
            letters = " ".join(shown(key)[0] for key in of)
            told += [" ", Content.styled(letters, "bold $text-accent"), f" {effect}  "]
        last = [_offered(key) for key in kinds.values() if key.action != "pick('')"]
        return Content("\n").join([first, Content.assemble(*told), Content.assemble(*last)])

    def action_step(self, way: str) -> None:
        """Select more lines, or less."""
        self.post_message(Step(way).by(self))


def _offered(key: Key) -> Content:
    return Content.assemble(
        "  ", (shown(key)[0], "bold $text-accent"), f" {key.brief or key.label}"
    )
