"""The part of the browser that offers drafts: what was typed or pasted when it was cut off."""

from functools import partial

from casefile.deeds.drafts import ARTICLE, Draft, drafts_left
from casefile.errors import CasefileError
from casefile.model.words import Kind
from casefile.tui import keys, text
from casefile.tui.screens.noting import NotingScreen, Writing

_KEYS = 38
"""Columns that the keys of the offer take."""


class DraftingScreen(NotingScreen):
    """Offers at the start, and when asked, what was typed and never saved."""

    _left: tuple[Draft, ...] = ()
    """Drafts that were found and not decided on, the newest first."""

    def offer_drafts(self) -> None:
        """Offer the newest draft that nobody has open; where there is none nothing happens."""
        if self._case.read_only or self.memory.is_private:
            return
        self._left += tuple(drafts_left(self._case.path))
        if not self._left:
            return
        from casefile.tui.widgets.draft_line import DraftLine

        line = DraftLine()
        line.asked = text.cut(self._offer(), max(24, self.size.width - _KEYS))
        self.open_form(line, keys.Place.DRAFT, self._take_offer)

    def _offer(self) -> str:
        draft, *others = self._left
        more = f" (and {len(others)} more)" if others else ""
        what = "article" if draft.target == ARTICLE else "note"
        return f"Unsaved {what}{more}, {draft.kept[:10]}: {text.line(draft.body)}"

    def _take_offer(self, choice: str) -> None:
        draft = self._left[0]
        if choice == "later":
            self.tell("The draft is kept: it is offered at the next start, and by :drafts.")
            return
        self._left = self._left[1:]
        if choice == "go on":
            self._go_on(draft)
            return
        draft.drop()
        self.tell("The draft is thrown away.")
        self.offer_drafts()

    def _go_on(self, draft: Draft) -> None:
        """Open the editor with a draft, whatever has become of what it is on."""
        ref, quote, saved = draft.target, "", ""
        title, save = f"Note on {ref}", partial(self._save_new, draft)
        try:
            if ref.kind is Kind.NOTE:
                title, save = "Edit the note", partial(self._save, draft)
                note = self._case.note(ref.id)
                quote, saved = note.quote or "", note.body
            else:
                title = f"Note on {self._case.label(ref)}"
                if draft.words:
                    quote = draft.words[0]
                elif draft.span and ref.kind is Kind.SOURCE:
                    quote = draft.span.of(self._case.source(ref.id).text)
        except CasefileError as error:
            self._write(Writing(title, quote, saved, save, draft), draft.body, str(error))
            return
        self._write(Writing(title, quote, saved, save, draft), draft.body)

    def action_drafts(self) -> None:
        """Offer the drafts that are left."""
        if self._can_write():
            self.offer_drafts()
            if not self._left:
                self.tell("There is no draft of a note or an article.")
