"""The part of the browser that copies: asks in which form, and sends it to the clipboard."""

from textual import on, work

from casefile.model.rows import Hit
from casefile.tui import messages
from casefile.tui.base.card import CardView
from casefile.tui.base.reader import Reader
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Slot
from casefile.tui.widgets.foot import Foot


class ClippingScreen(DeskScreen):
    """Copies what is open or chosen, and says by which way."""

    def action_copy(self) -> None:
        """Ask what to copy."""
        if self.main is None and not self.chosen():
            self.tell("There is nothing here to copy.")
            return
        from casefile.tui.widgets.choice_line import ChoiceLine

        self._begin_overlay()
        self.set_focus(self.query_one(Foot).line(ChoiceLine))

    @on(messages.Choose)
    def _copy(self, message: messages.Choose) -> None:
        message.stop()
        self._end_overlay()
        if message.choice:
            self._copy_as(message.choice)

    def _copy_as(self, choice: str) -> None:
        from casefile.tui.screens import copying

        if refs := self.chosen():
            none: list[Hit] = []
            rows = self.ask(lambda: self._case.hits(refs), none)
            self.send_to_clipboard(copying.for_clipboard(copying.rows_as(choice, rows)))
            return
        view = self.side if self.slot is Slot.SIDE else self.main
        if view is None:
            return
        pane = self.pane_in(Slot.MAIN if self.slot is Slot.LIST else self.slot)
        row = pane.row if isinstance(pane, CardView) and self.slot is not Slot.LIST else None
        span = pane.passage if isinstance(pane, Reader) and self.slot is not Slot.LIST else None
        mark = pane.mark.ref if isinstance(pane, Reader) and pane.mark and span else None
        words = {
            "text": copying.text_of(view, row, span),
            "ref": copying.ref_of(view, row, mark),
            "quote": copying.quote_of(view, row, span),
            "markdown": copying.markdown_of(view, row, span),
            "json": copying.json_of(view, row, span),
        }[choice]
        self.send_to_clipboard(copying.for_clipboard(words))

    def send_to_clipboard(self, words: str) -> None:
        """Copy harmless words, and say by which way."""
        self._copy_by_worker(words)

    @work(thread=True, exclusive=True, group="copy")
    def _copy_by_worker(self, words: str) -> None:
        """Copy; a program may take a second."""
        way = self._clipboard.copy(words, lambda out: self.app.call_from_thread(self._send, out))
        said = f"Copied {way}: {words}" if way else "There is no clipboard here: P shows it all."
        self.app.call_from_thread(self.tell, said)

    def _send(self, sequence: str) -> None:
        driver = self.app._driver  # Textual's own way sends only what is not wrapped
        if driver is not None:
            driver.write(sequence)
            driver.flush()
