"""The command palette: every action by name, and the way to anything the case holds."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from casefile.model import rows
from casefile.model.words import Ref
from casefile.tui import keys, text

PLACES = (
    keys.Place.BROWSE, keys.Place.ARTICLE, keys.Place.CARD, keys.Place.LIST,
    keys.Place.TIMELINE, keys.Place.COUNTS, keys.Place.MATRIX,
)  # fmt: skip


@runtime_checkable
class Findable(Protocol):
    """A screen that can be searched and sent somewhere."""

    def search_now(self, query: str, limit: int) -> list[rows.Hit]:
        """Search, from any thread."""

    def go_to(self, ref: Ref) -> None:
        """Open a place."""


class ActionProvider(Provider):
    """Every action that works here, with its key."""

    def _commands(self) -> list[tuple[keys.Key, Callable[[], None]]]:
        return [(key, partial(self._run, key)) for key in keys.at(*PLACES)]

    def _run(self, key: keys.Key) -> None:
        is_own = key.place in (keys.Place.BROWSE,)
        target = self.screen if is_own else self.focused
        if target is not None:
            self.app.call_later(target.run_action, key.action)

    def _offered(self) -> list[tuple[keys.Key, Callable[[], None]]]:
        focused = self.focused
        return [
            (key, run)
            for key, run in self._commands()
            if key.place is keys.Place.BROWSE
            or (focused is not None and key.id in _ids_of(focused))
        ]

    async def discover(self) -> Hits:
        """Offer all actions."""
        for key, run in self._offered():
            yield DiscoveryHit(key.label, run, text=key.label, help=" ".join(keys.shown(key)))

    async def search(self, query: str) -> Hits:
        """Offer the actions whose name matches."""
        matcher = self.matcher(query)
        for key, run in self._offered():
            score = matcher.match(key.label)
            if score > 0:
                yield Hit(
                    score, matcher.highlight(key.label), run, key.label, " ".join(keys.shown(key))
                )


def _ids_of(widget: object) -> set[str | None]:
    bound = getattr(widget, "_bindings", None)
    return {binding.id for _, binding in bound} if bound is not None else set()


class GoToProvider(Provider):
    """Everything the case holds, by name."""

    async def search(self, query: str) -> Hits:
        """Offer what the search finds."""
        screen = self.screen
        if not isinstance(screen, Findable) or len(query.strip()) < 2:
            return
        for hit in await asyncio.to_thread(screen.search_now, query, 20):
            yield Hit(
                min(1.0, hit.score / 100) * 0.5,
                Content(text.line(f"go to {hit.label}")),
                partial(screen.go_to, hit.ref),
                text.line(hit.label),
                text.line(f"{hit.kind}  {hit.detail}"),
            )
