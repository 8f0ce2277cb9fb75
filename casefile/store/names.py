"""The index of names as it is read: columns by block, forms by page, kept for the process.

A name is known by its number, ``name.id``. What was read is kept by file and version
of the index, so that a reader on another connection (the browser opens one for each
search) finds it warm. A new version takes over what the one before knew, and mends
what has changed since.
"""

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from casefile.core.apart import APART
from casefile.core.bits import vector
from casefile.core.recent import Recent
from casefile.store.apart import ALL, Places
from casefile.store.namewriting import (
    HEAD,
    NO_FORMS,
    PAGE,
    RULES,
    Page,
    held_by_column,
    row,
)
from casefile.store.postings import BLOCK, BLOCK_BYTES, Bitmap, unpack
from casefile.store.store import Store

_KEPT_BYTES, _KEPT_FOR_EACH, _KEPT_LESS = 76_000_000, 67, 500_000
"""Bytes of vectors kept in memory, at most; for each name; and less than that.

All columns take 70 bytes a name. With these all that the search keeps comes to 20 MB for
100,000 names and 120 MB for a million (tests/benchmarks/search.py).
"""

_KEPT_OF_FEW = 2_000_000
"""Bytes kept of the vectors of few names: all columns of 25,000."""

_LARGEST_FREED = 8 << 20
"""Bytes, half of what may stay unused: 50 vectors of a million names."""

_RECENT = 32
"""Answers of a search kept for the next: those to all parts of a line of three words or four."""

_NO_BLOCK = bytes(BLOCK_BYTES)

_SAMPLE = 1 << 17
"""Names by which it is judged how many hold a column."""


def is_indexed(store: Store) -> bool:
    """Tell whether the index is made, and by the rules of today."""
    state = store.one("name_state")
    return state is not None and bool(state["indexed"]) and state["version"] & 0xFFFF == RULES


class _Mending:
    """What to change of vectors that were read when some names stood in other columns."""

    def __init__(self, fresh: Mapping[int, bytes]) -> None:
        self._first = min(fresh, default=0) // 8 * 8
        self._held = held_by_column(fresh, first=self._first)
        self._touched = vector(fresh)

    def mended(self, names: int, columns: Iterable[int]) -> int:
        """Return the vector of the names of some columns as it is now."""
        found = names ^ names & self._touched
        for column in columns:
            if held := self._held.get(column):
                found |= vector(held) << self._first
        return found


@dataclass(slots=True)
class _Kept:
    """A vector in memory."""

    names: int
    about: int
    """How many names it holds, about."""
    version: int
    """How many changes of the index it has seen."""


class NameIndex:
    """The index of one case in one version, as far as it was read."""

    def __init__(self, store: Store, *, base: int, before: "NameIndex | None" = None) -> None:
        size = store.one("name_size")
        self.size = size["size"] if size else 1
        """All numbers are below it."""
        self.recent = Recent(_RECENT)
        """What was worked out by this version alone: another keystroke asks much the same."""
        self.read = 0
        """Bytes that were read from the file: it takes longer than to work with them."""
        self._base = base
        self._fresh = {one["number"]: one["columns"] for one in store.rows("name_fresh")}
        self._vectors: OrderedDict[int, _Kept] = OrderedDict()
        self._pages: dict[int, Page] = {}
        self._places: Places | None = None
        self._longer: dict[int, tuple[list[int], int]] = {}
        self._changes: list[set[int]] = [set(self._fresh)]
        """The numbers that each change concerned; the first of them the rows on disk."""
        self._mendings: dict[tuple[int, bool], _Mending] = {}
        self._kept = 0
        wanted = max(_KEPT_OF_FEW, _KEPT_FOR_EACH * self.size - _KEPT_LESS)
        self._most = min(_KEPT_BYTES, wanted)
        self._lock = Lock()
        _spare_page_faults()
        # Only what is still told apart can be mended: not what was taken back.
        if before and before._base == base and before._fresh.keys() <= self._fresh.keys():
            self._take_over(before)

    def _take_over(self, before: "NameIndex") -> None:
        """Take what another version knows; that one, if still in use, reads anew."""
        changed = {one for one, some in self._fresh.items() if before._fresh.get(one) != some}
        stale = {number // PAGE for number in self._fresh}
        with before._lock:
            self._vectors, before._vectors = before._vectors, OrderedDict()
            self._kept, before._kept = before._kept, 0
            self._changes = [*before._changes, changed]
            self._longer = before._longer.copy()
            if before._places:
                self._places = before._places.with_more(self._fresh)
            pages = before._pages.copy()
        self._pages = {page: forms for page, forms in pages.items() if page not in stale}

    def vectors(self, store: Store, columns: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return for each column the vector of its names and about how many they are."""
        wanted = list(columns)
        found = {}
        with self._lock:
            for one in wanted:
                if kept := self._vectors.get(one):
                    if kept.version < len(self._changes):
                        self._mend(store, one, kept)
                    self._vectors.move_to_end(one)
                    found[one] = kept.names, kept.about
        if missing := [one for one in wanted if one not in found]:
            read = self._read(store, missing)
            with self._lock:
                self._keep(read)
            found |= read
        return found

    def apart(self, store: Store) -> Sequence[int]:
        """Return the numbers of the names that columns apart hold, by their places there."""
        return self._apart(store).numbers

    def _apart(self, store: Store) -> Places:
        if self._places is None:
            blocks = range((self.size - 1) // BLOCK + 1)
            ids = json.dumps([row(block, ALL) for block in blocks])
            rows = store.rows("name_features", ids=ids)
            filed = Places({one["id"] >> 16: one["names"] for one in rows})
            self._places = filed.with_more(self._fresh)
        return self._places

    def _mend(self, store: Store, column: int, kept: _Kept) -> None:
        self._kept -= _room(kept.names)
        mending = self._mending(store, kept.version, is_apart=column >= APART)
        kept.names = mending.mended(kept.names, [column])
        kept.about = self._about(kept.names)
        kept.version = len(self._changes)
        self._kept += _room(kept.names)

    def _mending(self, store: Store, version: int, *, is_apart: bool) -> _Mending:
        """Return what to change of a vector that has seen so many changes."""
        key = version, is_apart
        if key not in self._mendings:
            numbers = set[int]().union(*self._changes[version:])
            fresh = {one: self._fresh[one] for one in numbers}
            self._mendings[key] = _Mending(
                self._apart(store).by_place(fresh) if is_apart else fresh
            )
        return self._mendings[key]

    def _read(self, store: Store, columns: Sequence[int]) -> dict[int, tuple[int, int]]:
        ids = [row(block, one) for one in columns for block in range((self.size - 1) // BLOCK + 1)]
        parts: dict[int, list[tuple[int, Bitmap]]] = {one: [] for one in columns}
        rows = store.rows("name_features", ids=json.dumps(ids))
        self.read += sum(len(stored["names"]) for stored in rows)
        for stored in rows:
            parts[stored["id"] & 0xFFFF].append((stored["id"] >> 16, unpack(stored["names"])))
        found = {}
        for one, column in parts.items():
            is_apart = one >= APART
            names = self._apart(store).joined(column) if is_apart else _joined(column)
            names = self._mending(store, 0, is_apart=is_apart).mended(names, [one])
            found[one] = names, self._about(names)
        return found

    def _about(self, names: int) -> int:
        """Return how many names there are, judged by the first of many."""
        if self.size <= _SAMPLE:
            return names.bit_count()
        return (names & (1 << _SAMPLE) - 1).bit_count() * self.size // _SAMPLE

    def _keep(self, read: Mapping[int, tuple[int, int]]) -> None:
        for one, (names, about) in read.items():
            if one not in self._vectors:
                self._vectors[one] = _Kept(names, about, len(self._changes))
                self._kept += _room(names)
        while self._kept > self._most:
            _, kept = self._vectors.popitem(last=False)
            self._kept -= _room(kept.names)

    def longer(self, store: Store, lengths: Sequence[int]) -> Sequence[int]:
        """Return for each of these columns, by length, the names that it or a later one holds.

        After them as many that hold none.
        """
        longer, version = self._longer.get(lengths[0], ([], 0))
        if not longer:
            read = self._read(store, lengths)
            names = 0
            for one in reversed(lengths):
                names |= read[one][0]
                longer.append(names)
            longer = [*reversed(longer), *[0] * len(lengths)]
        elif version < len(self._changes):
            mending = self._mending(store, version, is_apart=lengths[0] >= APART)
            longer = [mending.mended(one, lengths[at:]) for at, one in enumerate(longer)]
        self._longer[lengths[0]] = longer, len(self._changes)
        return longer

    def forms(self, store: Store, numbers: Sequence[int]) -> list[str]:
        """Return the forms of some names; empty for a number that is not in use."""
        pages = self._pages
        found = []
        for number in numbers:
            page = pages.get(number // PAGE) or self._page(store, number // PAGE, numbers)
            places, at = page.places, number % PAGE
            found.append(page.text[places[at] - HEAD : places[at + 1] - HEAD])
        return found

    def _page(self, store: Store, page: int, numbers: Sequence[int]) -> Page:
        """Return a page of forms, after reading all that these names stand in."""
        missing = {number // PAGE for number in numbers}.difference(self._pages)
        for one in store.rows("name_forms", pages=json.dumps(sorted(missing))):
            self._pages[one["page"]] = Page(one["forms"])
            self.read += len(one["forms"])
        return self._pages.setdefault(page, NO_FORMS)


def _joined(parts: Iterable[tuple[int, Bitmap]]) -> int:
    """Return a column, given its bitmap in each block, in order."""
    column: list[Bitmap] = []
    for block, bitmap in parts:
        # Blocks that hold nothing are not there, nor is the end of one.
        column += [_NO_BLOCK, b""] * (block - len(column) // 2)
        column += [bitmap, _NO_BLOCK[len(bitmap) :]]
    return int.from_bytes(b"".join(column), "little")


def _spare_page_faults() -> None:
    """Make the memory of vectors that are let go stay with the process for the next ones.

    The GNU C library gives memory back at once beyond twice the largest block that was ever
    let go (mallopt(3), M_MMAP_THRESHOLD), and one of a million names then costs 40 page
    faults, a third of the time of a search. Untouched, this block takes no memory itself.
    """
    bytes(_LARGEST_FREED)


def _room(names: int) -> int:
    """Return the bytes that an integer takes: four for each thirty bits."""
    return names.bit_length() * 2 // 15 + 36


_known: dict[Path, tuple[int, NameIndex]] = {}
"""Of each file the version that was read last; a version is never used twice."""

_MOST_CASES = 2
"""Cases whose indexes are kept."""


def name_index(store: Store) -> NameIndex:
    """Return what is known of the index as it stands on disk now."""
    state = store.one("name_state")
    version, base = (state["version"], state["base"]) if state else (0, 0)
    known = _known.get(store.path)
    if known is None or known[0] != version:
        known = version, NameIndex(store, base=base, before=known[1] if known else None)
        _known.pop(store.path, None)
        _known[store.path] = known
        while len(_known) > _MOST_CASES:
            del _known[next(iter(_known))]
    return known[1]
