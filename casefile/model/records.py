"""Dataclasses of which hundreds are made for one article.

A frozen dataclass sets each field through ``object.__setattr__``, which makes it two to three
times as dear to build as one that is not: 7 % of reading an article by rules. A ``record`` is
frozen where code is checked, for there it is ``dataclass`` itself; where code runs nothing
guards its fields. Equality, order and hash are those of the frozen one.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen, **options):
        """Return the decorator ``dataclass`` with the options, but for the guard."""
        return dataclass(unsafe_hash=frozen, **options)
