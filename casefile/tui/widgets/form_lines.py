"""The forms of one line: tags, and why."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.suggester import Suggester

from casefile.tui.base.form_line import FormLine
from casefile.tui.base.line_input import LineInput
from casefile.tui.keys import Place, bindings


def completed(value: str, known: Sequence[str]) -> str | None:
    """Return the line with its last tag completed by the first known one that begins so.

    >>> completed("checked, ha", ["Harbour", "hall"])
    'checked, harbour'
    """
    before, comma, last = value.rpartition(",")
    begun = last.lstrip()
    has = {one.strip().casefold() for one in before.split(",")}
    for name in known if begun else ():
        if name.casefold().startswith(begun.casefold()) and name.casefold() not in has:
            # What was typed stays as it was: the rest is shown behind it.
            return before + comma + last[: len(last) - len(begun)] + begun + name[len(begun) :]
    return None


class Known(Suggester):
    """Offers the rest of a tag while it is typed."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return the completed line, or None."""
        return completed(value, self._known)


class TagsLine(FormLine):
    """Tags, apart by commas; tab completes the last."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.TAGS, priority=True)

    def __init__(self, what: str, value: str, keys: str, known: Sequence[str]) -> None:
        super().__init__(what, value, keys)
        self._known = known

    def on_mount(self) -> None:
        """Offer what is known while typing."""
        self.query_one(LineInput).suggester = Known(self._known)

    def action_complete(self) -> None:
        """Complete the last tag."""
        line = self.query_one(LineInput)
        whole = completed(line.value, self._known)
        if whole is not None:
            line.value = whole
        line.cursor_position = len(line.value)


class ReasonLine(FormLine):
    """Why, in one line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.REASON, priority=True)
