"""All tags of the case: how often each is used; rename one everywhere, or take it away."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical

from casefile.case import Case
from casefile.model.words import Kind, Ref
from casefile.tui import keys, messages, text
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.forms import keys_of
from casefile.tui.screens.over import OverCard, OverScreen

_OF_A_TAG = frozenset({"all_tags.go", "all_tags.rename", "all_tags.remove"})
"""Ids of the keys that do nothing where there is no tag."""


class TagsScreen(OverScreen):
    """Lists tags, the most used first."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.ALL_TAGS)
    PLACE = keys.Place.ALL_TAGS
    NAME = "Tags"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._tags: list[tuple[str, int]] = []

    def show_rows(self) -> None:
        """Read the tags again and show them."""
        self._tags = self._case.tags()
        rows = [
            CardRow(Shape.LINK, f"#{name}", text.count_of(count, "thing"), Ref(Kind.SEARCH, at + 1))
            for at, (name, count) in enumerate(self._tags)
        ]
        if not rows:
            rows = [
                CardRow(Shape.TITLE, "There is no tag yet."),
                CardRow(Shape.DIM, "In the browser t tags what the cursor stands on."),
            ]
        self.put(
            text.count_of(len(self._tags), "tag"), rows, frozenset() if self._tags else _OF_A_TAG
        )

    def go_to(self, ref: Ref) -> None:
        """Close, and search for all that has the tag."""
        name = self._tags[ref.id - 1][0]
        self.dismiss(f'tag:"{name}"' if " " in name else f"tag:{name}")

    def _here(self) -> str | None:
        if not 0 <= self.at < len(self._tags):
            self.say("There is no tag here: in the browser t tags what the cursor stands on.")
            return None
        return self._tags[self.at][0]

    def action_rename(self) -> None:
        """Ask for another name of the tag."""
        from casefile.tui.widgets.form_lines import ReasonLine

        name = self._here()
        if name is not None and not self.query(ReasonLine):
            form = ReasonLine(f"Rename {name} to:", name, keys_of(self, keys.Place.REASON))
            self.query_one(Vertical).mount(form, before="#over-keys")

    @on(messages.Written)
    def _take_name(self, message: messages.Written) -> None:
        message.stop()
        name = self._here()
        if message.pane is not None:
            message.pane.remove()
        self.query_one(OverCard).focus()
        if message.text and name and message.text.strip() != name:
            wanted = message.text
            self.decide(
                lambda: self._case.rename_tag(name, wanted),
                f"{name} is called {wanted.strip()} everywhere.  u takes it back",
            )

    def action_remove(self) -> None:
        """Take the tag from all that has it."""
        name = self._here()
        if name is not None:
            self.decide(
                lambda: self._case.drop_tag(name), f"{name} is taken away everywhere.  u: back"
            )
