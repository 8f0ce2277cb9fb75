"""The index of names on disk and in memory: features by block, forms by page.

A name is known by its number, ``name.id``. What was read is kept for the process,
by file and version of the index, so that a reader on another connection (the
browser opens one for each search) finds it warm; every change makes a new version.
"""

import json
from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from threading import Lock

from casefile.store.postings import BLOCK, BLOCK_BYTES, changed, count, pack, unpack
from casefile.store.store import Store

PAGE = 256
"""Names whose forms stand together: with two forms of 120 letters, 64 KiB at most."""

_KEPT_BYTES, _KEPT_FOR_EACH = 56_000_000, 90
"""Bytes of vectors kept in memory, at most, and for each name: 600 features of 100,000."""

_RARE = 256
"""One name in so many, or fewer, has a rare feature."""

RULES = 2
"""By which rules the index is made, 0 to 65535: the last bits of its version.

Raise it where features, forms or the other names of entities change: a case that was
indexed by others is indexed once more when it is opened for writing.
"""

_MANY_CHANGES = 4096
"""Names changed at once from which on blocks are packed tight."""


@dataclass(slots=True)
class Changes:
    """What a deed changes of the index, gathered so that each block is written once."""

    added: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """For each feature the names that have it now."""
    removed: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    forms: dict[int, str] = field(default_factory=dict)
    """For each name its form; empty for one that is gone."""

    def add(self, number: int, form: str, features: Iterable[int]) -> None:
        """Note a new name."""
        self.forms[number] = form
        for feature in features:
            self.added[feature].add(number)

    def remove(self, number: int, features: Iterable[int]) -> None:
        """Note a name that is gone; its number may be given out again."""
        self.forms[number] = ""
        for feature in features:
            self.removed[feature].add(number)


def write_changes(store: Store, changes: Changes) -> None:
    """Bring the index up to date, inside ``write()``."""
    if not (changes.forms or changes.added):
        return
    blocks: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, which in enumerate((changes.added, changes.removed)):
        for feature, numbers in which.items():
            for number in numbers:
                blocks[_row(number // BLOCK, feature)][side].append(number % BLOCK)
    is_tight = len(changes.forms) >= _MANY_CHANGES
    rows = store.rows("name_features", ids=json.dumps(list(blocks)))
    before = {row["id"]: row["names"] for row in rows}
    put: list[dict[str, object]] = []
    gone: list[dict[str, object]] = []
    for id, (added, removed) in blocks.items():
        names = changed(before.get(id), added, removed)
        if names and is_tight and names[:1] == b"B":
            names = pack(_numbers_of(names))
        (put if names else gone).append({"id": id, "names": names})
    store.run_many("put_name_feature", put)
    store.run_many("drop_name_feature", ({"id": row["id"]} for row in gone))
    _write_forms(store, changes.forms)
    store.run("set_name_state", rules=RULES)


def _numbers_of(names: bytes) -> list[int]:
    bitmap = unpack(names)
    return [
        at << 3 | bit
        for at, byte in enumerate(bitmap)
        if byte
        for bit in range(8)
        if byte >> bit & 1
    ]


def _row(block: int, feature: int) -> int:
    """Return the id of a row: the features of one block stand together, and are written so."""
    return block << 32 | feature


def _write_forms(store: Store, forms: Mapping[int, str]) -> None:
    pages: dict[int, dict[int, str]] = defaultdict(dict)
    for number, form in forms.items():
        pages[number // PAGE][number % PAGE] = form
    rows = store.rows("name_forms", pages=json.dumps(list(pages)))
    before = {row["page"]: _Forms(row["forms"]) for row in rows}
    for page, some in pages.items():
        known = before.get(page)
        whole = [known[at] if known else "" for at in range(PAGE)]
        for at, form in some.items():
            whole[at] = form
        if any(whole):
            store.run("put_name_forms", page=page, forms=_paged(whole))
        else:
            store.run("drop_name_form", page=page)


def _paged(forms: Sequence[str]) -> bytes:
    """Return a page: where each form ends (two bytes each), then all forms in ASCII."""
    ends, at = [], 0
    for form in forms:
        at += len(form)
        ends.append(at)
    return b"".join(end.to_bytes(2, "little") for end in ends) + "".join(forms).encode("ascii")


class _Forms:
    """The forms of one page."""

    __slots__ = ("_ends", "_text")

    def __init__(self, page: bytes) -> None:
        self._ends = memoryview(page)[: PAGE * 2].cast("H")
        self._text = page[PAGE * 2 :].decode("ascii")

    def __getitem__(self, at: int) -> str:
        return self._text[self._ends[at - 1] if at else 0 : self._ends[at]]


def write_index(store: Store, names: Iterable[tuple[int, str, Iterable[int]]]) -> None:
    """Make the whole index anew, inside ``write()``.

    Args:
        store: An open case.
        names: Every name's number, form and features, by number.
    """
    store.run("drop_name_features")
    store.run("drop_name_forms")
    for block, rows in groupby(names, key=lambda name: name[0] // BLOCK):
        postings: dict[int, array[int]] = {}
        forms: dict[int, str] = {}
        for number, form, features in rows:
            forms[number] = form
            for feature in features:
                if feature not in postings:
                    postings[feature] = array("H")
                postings[feature].append(number % BLOCK)
        store.run_many(
            "put_name_feature",
            ({"id": _row(block, one), "names": pack(postings[one])} for one in sorted(postings)),
        )
        _write_forms(store, forms)
    store.run("set_name_state", rules=RULES)


def is_indexed(store: Store) -> bool:
    """Tell whether the index is made, and by the rules of today."""
    row = store.one("name_state")
    return row is not None and bool(row["indexed"]) and row["version"] & 0xFFFF == RULES


class NameIndex:
    """The index of one case in one version, as far as it was read."""

    def __init__(self, size: int) -> None:
        self.size = size
        """All numbers are below it."""
        self._blocks = (size - 1) // BLOCK + 1
        self._vectors: OrderedDict[int, tuple[int, int]] = OrderedDict()
        self._pages: dict[int, _Forms] = {}
        self._kept = 0
        self._most = min(_KEPT_BYTES, _KEPT_FOR_EACH * size + 1_000_000)
        self._lock = Lock()

    def vectors(self, store: Store, features: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return for each feature the vector of its names and about how many they are."""
        wanted = list(features)
        with self._lock:
            found = {one: self._vectors[one] for one in wanted if one in self._vectors}
            for one in found:
                self._vectors.move_to_end(one)
        missing = [one for one in wanted if one not in found]
        if missing:
            read = dict(self._read(store, missing))
            with self._lock:
                self._keep(read)
            found |= read
        return found

    def _read(self, store: Store, features: Sequence[int]) -> Iterator[tuple[int, tuple[int, int]]]:
        ids = [_row(block, one) for one in features for block in range(self._blocks)]
        blocks: dict[int, list[tuple[int, bytes]]] = {one: [] for one in features}
        for row in store.rows("name_features", ids=json.dumps(ids)):
            blocks[row["id"] & (1 << 32) - 1].append((row["id"] >> 32, row["names"]))
        empty = bytes(BLOCK_BYTES)
        for one, rows in blocks.items():
            if not rows:
                yield one, (0, 0)
                continue
            parts = [empty] * (max(block for block, _ in rows) + 1)
            for block, names in rows:
                parts[block] = unpack(names)
            yield one, (int.from_bytes(b"".join(parts), "little"), _about(rows))

    def _keep(self, read: Mapping[int, tuple[int, int]]) -> None:
        for one, (vector, about) in read.items():
            # The rare are quick to read, and each takes as much room as the common.
            if one not in self._vectors and (about * _RARE >= self.size or not vector):
                self._vectors[one] = vector, about
                self._kept += _room(vector)
        while self._kept > self._most:
            _, (vector, _) = self._vectors.popitem(last=False)
            self._kept -= _room(vector)

    def forms(self, store: Store, numbers: Sequence[int]) -> list[str]:
        """Return the forms of some names; empty for a number that is not in use."""
        pages = self._pages
        missing = {number // PAGE for number in numbers}.difference(pages)
        if missing:
            for row in store.rows("name_forms", pages=json.dumps(sorted(missing))):
                pages[row["page"]] = _Forms(row["forms"])
        none = _Forms(bytes(PAGE * 2))
        return [pages.get(number // PAGE, none)[number % PAGE] for number in numbers]


def _about(rows: Sequence[tuple[int, bytes]]) -> int:
    """Return how many names the blocks of a feature hold, judged by the first and its like."""
    listed = sum(count(names) for _, names in rows if names[:1] == b"L")
    others = [names for _, names in rows if names[:1] != b"L"]
    return listed + (count(others[0]) * len(others) if others else 0)


def _room(vector: int) -> int:
    return vector.bit_length() // 7 + 100


_known: dict[Path, tuple[int, NameIndex]] = {}
"""Of each file the version that was read last; a version is never used twice."""

_MOST_CASES = 2
"""Cases whose indexes are kept."""


def name_index(store: Store) -> NameIndex:
    """Return what is known of the index as it stands on disk now."""
    state = store.one("name_state")
    version = state["version"] if state else 0
    known = _known.get(store.path)
    if known is None or known[0] != version:
        row = store.one("name_size")
        known = version, NameIndex(row["size"] if row else 1)
        _known.pop(store.path, None)
        _known[store.path] = known
        while len(_known) > _MOST_CASES:
            del _known[next(iter(_known))]
    return known[1]
