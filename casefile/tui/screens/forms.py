"""The part of the browser that opens a form one line high, and closes it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.dom import DOMNode
from textual.widget import Widget

from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref
from casefile.tui import keys, messages, text
from casefile.tui.base.form_line import FormLine
from casefile.tui.base.pick_line import PickLine
from casefile.tui.keymap import keymap_of
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Target
from casefile.tui.widgets.foot import Foot
from casefile.tui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from casefile.tui.screens.effects import Groups

R = TypeVar("R")


_NOUNS = {
    Kind.SOURCE: ("source", "sources"),
    Kind.ENTITY: ("entity", "entities"),
    Kind.EVENT: ("event", "events"),
    Kind.FACT: ("fact", "facts"),
    Kind.NOTE: ("note", "notes"),
}


class FormScreen(DeskScreen):
    """Opens one form at a time; escape leaves all as it was."""

    _then: Callable[[str], None] | None = None
    """What to do with the answer."""

    listing_effect: "Callable[[], Groups] | None" = None
    """What lists by name what would follow from the answer that is waited for."""

    def carry_out(self, deed: Callable[[], R], said: str | Callable[[R], str | None]) -> bool:
        """Decide something, say so, and show what follows; or say why not.

        Args:
            deed: What is decided.
            said: What to say of it; None where nothing had to be changed.

        Returns:
            Whether it was done.
        """
        try:
            done = deed()
        except CasefileError as error:
            self.tell(str(error))
            return False
        told = said if isinstance(said, str) else said(done)
        if told is None:
            self.tell("It says so already.")
            return True
        back = "  u takes it back"
        self.tell(text.cut(text.line(told), self.app.size.width - len(back) - 2) + back)
        self.reload()
        return True

    def say_below(self) -> None:
        """Let what was said last be seen below the form that takes its place."""
        self.query_one(StatusBar).display = True

    def reviewed(self) -> Ref | None:
        """Return what the cursor stands on, where something can be said of it."""
        ref = self._thing_here()
        if ref is None or ref.kind is Kind.CONFLICT:
            self.tell("There is nothing here to review.")
            return None
        return ref if self._can_write() else None

    def all_reviewed(self) -> tuple[Ref, ...]:
        """Return what is chosen, all of one kind, else what the cursor stands on."""
        if refs := self.chosen():
            return refs if self._can_write() else ()
        ref = self.reviewed()
        return (ref,) if ref else ()

    def named(self, *refs: Ref) -> str:
        """Return what a thing is called, or how many of which kind they are."""
        if len(refs) > 1:
            return text.count_of(len(refs), *_NOUNS[refs[0].kind])
        return self.ask(lambda: self._case.label(refs[0]), str(refs[0]))

    def open_form(
        self, form: FormLine | PickLine, place: keys.Place, then: Callable[[str], None]
    ) -> None:
        """Put a form in place of the last line; its answer goes to ``then``."""
        self._begin_overlay()
        self._then = then
        self.query_one(Foot).show(form)
        self.places = (place,)
        if isinstance(form, PickLine):
            self.set_focus(form)

    @on(messages.ListEffect)
    def _list_effect(self, message: messages.ListEffect) -> None:
        message.stop()
        form, listing = message.pane, self.listing_effect
        groups = self.ask(listing, None) if listing is not None else None
        if groups is None or not isinstance(form, PickLine):
            return
        from casefile.tui.screens.effects import EffectScreen

        def done(wanted: Ref | str | None) -> None:
            if isinstance(wanted, Ref):
                self._close_form(form, None)
                self.open(Target(wanted))

        self.app.push_screen(EffectScreen(self._case, form.asked, groups), done)

    @on(messages.Pick)
    def _take_pick(self, message: messages.Pick) -> None:
        message.stop()
        self._close_form(message.pane, message.choice or None)

    @on(messages.Written)
    def _take_written(self, message: messages.Written) -> None:
        message.stop()
        self._close_form(message.pane, message.text)

    def _close_form(self, form: Widget | None, answer: str | None) -> None:
        if form is None or not form.is_attached:
            return
        then, self._then = self._then, None
        self._end_overlay()
        form.remove()
        if answer is not None and then is not None:
            then(answer)


def keys_of(node: DOMNode, place: keys.Place) -> str:
    """Return what the keys of a form do, as it stands behind what is typed."""
    return "  ".join(
        f"{keys.shown(key)[0]} {key.brief}" for key in keymap_of(node).footer((place,))
    )
