"""The texts of a source, and where notes, facts and events stood in each of them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from casefile.core.anchoring import Drift
from casefile.model.words import Span
from casefile.store.store import Store
from casefile.store.versions import version_text

Thing = tuple[str, int]
"""Kind and id."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands in a version of its source."""

    place: str
    """JSON: of a fact start, stop, ordinal; of an event kind, anchor, ordinal; of a note its span.
    As SQLite writes it, since it is compared there."""
    spans: tuple[Span, ...]


@dataclass(slots=True)
class Texts:
    """The texts of a source, and how each became the one that is to stand."""

    store: Store
    source: int
    new: str
    _drifts: dict[str, Drift | None] = field(default_factory=dict)
    _same: set[str] = field(default_factory=set)

    def stands(self, sha256: str, span: Span) -> Span | None:
        """Return where the words of a span of some version stand in the new text, or None.

        What is of the new text itself stands as it is, white space at its ends too.
        """
        drift = self._drift(sha256)
        if sha256 in self._same:
            return span
        return drift.stands(span) if drift else None

    def quote(self, sha256: str, span: Span) -> str:
        """Return the words of a span of some version."""
        return span.of(version_text(self.store, self.source, sha256) or "")

    @property
    def first(self) -> str:
        """The SHA-256 of the version with which the source came."""
        row = self.store.one("place_of_source", id=self.source)
        return str(row["sha256"]) if row else ""

    def _drift(self, sha256: str) -> Drift | None:
        if sha256 not in self._drifts:
            old = version_text(self.store, self.source, sha256)
            self._drifts[sha256] = None if old is None else Drift(old, self.new)
            self._same |= {sha256} if old == self.new else set()
        return self._drifts[sha256]


def packed(place: Iterable[Any]) -> str:
    """Return a place as :attr:`Place.place` has it."""
    return json.dumps(list(place), ensure_ascii=False, separators=(",", ":"))


def remember(store: Store, source: int, sha256: str, thing: Thing, place: Place) -> None:
    """Remember where a thing stands in a version of a source, inside ``write()``."""
    store.run(
        "keep_version_place",
        source_id=source,
        sha256=sha256,
        kind=thing[0],
        ref_id=thing[1],
        place=place.place,
        spans=packed([span.start, span.end] for span in place.spans),
    )


def known_places(store: Store, source: int) -> dict[Thing, dict[str, Place]]:
    """Return where everything ever stood, by the SHA-256 of the version, the first known first."""
    found: dict[Thing, dict[str, Place]] = {}
    for row in store.rows("version_places", source_id=source):
        spans = tuple(Span(*pair) for pair in json.loads(row["spans"]))
        places = found.setdefault((row["kind"], row["ref_id"]), {})
        places[row["sha256"]] = Place(row["place"], spans)
    return found
