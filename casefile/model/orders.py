"""By what the lists of a case can be sorted."""

from dataclasses import dataclass

from casefile.model.words import Kind


@dataclass(frozen=True, slots=True)
class Order:
    """By what a list is sorted."""

    by: str
    """One of :data:`ORDERS` of its kind."""
    down: bool = False
    """The largest, latest or last in the alphabet first."""

    def turned(self) -> "Order":
        """Return the same order from the other end."""
        return Order(self.by, not self.down)


ORDERS: dict[Kind, dict[str, bool]] = {
    Kind.SOURCE: {"date": False, "name": False, "publisher": False, "added": True},
    Kind.ENTITY: {
        "mentions": True, "sources": True, "name": False, "kind": False, "date": False,
    },
    Kind.EVENT: {"date": False, "sources": True, "name": False, "kind": False},
    Kind.FACT: {"date": False, "name": False, "added": True},
    Kind.NOTE: {"date": True, "name": False, "kind": False},
}  # fmt: skip
"""What the lists can be sorted by, and whether the largest comes first then."""


def order_of(kind: Kind, by: str) -> Order | None:
    """Return an order with its usual end first; None where a list of the kind has no such."""
    down = ORDERS.get(kind, {}).get(by)
    return None if down is None else Order(by, down)
