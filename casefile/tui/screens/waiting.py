"""What the review queue asks about, kind by kind, and where in it the reader is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from casefile.model.words import Kind

if TYPE_CHECKING:
    from casefile.deeds.doubting import Doubted
    from casefile.deeds.judging import Proposal
    from casefile.deeds.publishing import Undated


class Ask(StrEnum):
    """What is asked about, in the order it is asked."""

    ALIASES = "aliases"
    EVENTS = "events"
    FACTS = "facts"
    DATES = "dates"


_OF_KIND = {Kind.ENTITY: Ask.ALIASES, Kind.EVENT: Ask.EVENTS}


@dataclass(slots=True)
class Waiting:
    """The questions that wait; those of a kind that is still being looked for are not here."""

    lists: "dict[Ask, list[Proposal | Doubted | Undated]]" = field(default_factory=dict)
    only: Ask | None = None
    """The kind that is asked about; None for all."""
    at: int = 0
    taken: "list[tuple[Ask, int, Proposal | Doubted | Undated]]" = field(default_factory=list)
    """What was decided here, the last last, with its place among its kind."""

    def put_pairs(self, pairs: "Sequence[Proposal]") -> None:
        """Take in what may be one, in place of what was known of it."""
        self.lists |= {Ask.ALIASES: [], Ask.EVENTS: []}
        for one in pairs:
            self.lists[_OF_KIND[one.left.kind]].append(one)

    def count(self, ask: Ask) -> int | None:
        """Return how many of a kind wait; None while they are looked for."""
        return len(self.lists[ask]) if ask in self.lists else None

    def done(self, ask: Ask) -> int:
        """Return how many of a kind were decided here."""
        return sum(kind is ask for kind, _, _ in self.taken)

    @property
    def kinds(self) -> tuple[Ask, ...]:
        """The kinds that are asked about."""
        return tuple(Ask) if self.only is None else (self.only,)

    @property
    def total(self) -> int:
        """How many questions there are, of the kinds that are asked about."""
        return sum(self.count(ask) or 0 for ask in self.kinds)

    @property
    def here(self) -> "tuple[Ask, Proposal | Doubted | Undated] | None":
        """The question that is asked, with its kind; None where none waits."""
        if not self.total:
            return None
        self.at %= self.total
        left = self.at
        for ask in self.kinds:
            if left < (self.count(ask) or 0):
                return ask, self.lists[ask][left]
            left -= self.count(ask) or 0
        return None

    def take(self) -> None:
        """Take out what is asked: it is decided."""
        if self.here is not None:
            ask, one = self.here
            place = self.lists[ask].index(one)
            del self.lists[ask][place]
            self.taken.append((ask, place, one))

    def put_back(self) -> None:
        """Ask again what was decided last."""
        ask, place, one = self.taken.pop()
        if one not in self.lists[ask]:
            self.lists[ask].insert(place, one)
        if self.only not in (None, ask):
            self.only = ask
        before = (self.count(kind) or 0 for kind in self.kinds[: self.kinds.index(ask)])
        self.at = sum(before) + self.lists[ask].index(one)

    def find(self, one: "Proposal | Doubted | Undated") -> bool:
        """Ask about one question; return False where it waits no more."""
        before = 0
        for ask in self.kinds:
            if one in self.lists.get(ask, ()):
                self.at = before + self.lists[ask].index(one)
                return True
            before += self.count(ask) or 0
        return False

    def turn(self, way: int) -> None:
        """Ask only about the next kind, all after the last."""
        ways = (None, *Ask)
        self.only = ways[(ways.index(self.only) + way) % len(ways)]
        self.at = 0
