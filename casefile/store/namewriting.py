"""Keep the index of names in step: what changes stands apart until it is worth filing."""

import json
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from casefile.core.apart import APART
from casefile.core.bits import vector
from casefile.errors import DamagedCase
from casefile.store.apart import packed_rows, unpacked_rows
from casefile.store.postings import BLOCK, little, pack, unpack
from casefile.store.store import Store

PAGE = 256
"""Names whose forms stand together: with two forms of 120 letters, 64 KiB at most."""

HEAD = 2 * (PAGE + 1)
"""Bytes of a page before its forms."""

RULES = 5
"""By which rules the index is made, 0 to 65535: the last bits of its version.

Raise it where columns, forms or the other names of entities change: a case that was
indexed by others is indexed once more when it is opened for writing.
"""

_MOST_FRESH = 2_048
"""Names that stand apart at most: reading them takes 10 ms, filing them 30 ms and more."""

_SET, _UNSET = ord("1"), b"0"


@dataclass(slots=True)
class Changes:
    """What a deed changes of the index, gathered so that each page is written once."""

    columns: dict[int, Collection[int]] = field(default_factory=dict)
    """For each name the columns that hold it now; none for one that is gone."""
    forms: dict[int, str] = field(default_factory=dict)
    """For each name its form; empty for one that is gone."""

    def put(self, number: int, form: str, columns: Collection[int]) -> None:
        """Note a name that is new, or stands in other columns now."""
        self.forms[number], self.columns[number] = form, columns

    def remove(self, number: int) -> None:
        """Note a name that is gone; its number may be given out again."""
        self.put(number, "", ())


def write_changes(store: Store, changes: Changes) -> None:
    """Bring the index up to date, inside ``write()``."""
    if not changes.columns:
        return
    fresh = {row["number"]: row["columns"] for row in store.rows("name_fresh")}
    packed = {number: packed_columns(some) for number, some in changes.columns.items()}
    fresh |= packed
    if len(fresh) <= _MOST_FRESH:
        rows = ({"number": number, "columns": some} for number, some in packed.items())
        store.run_many("put_name_fresh", rows)
    else:
        _file(store, fresh)
    _write_forms(store, changes.forms)
    store.run("set_name_state", rules=RULES)


def packed_columns(columns: Collection[int]) -> bytes:
    """Return the columns of a name, in order, as two bytes each."""
    return little(array("H", sorted(columns))).tobytes()


def held_by_column(fresh: Mapping[int, bytes], *, first: int = 0) -> dict[int, list[int]]:
    """Return for each column the numbers of the names that it holds, less the first."""
    held: dict[int, list[int]] = defaultdict(list)
    for number, columns in fresh.items():
        for column in little(array("H", columns)):
            held[column].append(number - first)
    return held


def row(block: int, column: int) -> int:
    """Return the id of a row: the columns of one block stand together, and are written so."""
    return block << 16 | column


def _file(store: Store, fresh: Mapping[int, bytes]) -> None:
    """Write what stood apart into the rows of columns."""
    numbers = sorted(fresh)
    for block, some in groupby(numbers, key=lambda number: number // BLOCK):
        changed = {number: fresh[number] for number in some}
        held = held_by_column(changed, first=block * BLOCK)
        touched = vector([number % BLOCK for number in changed])
        known = _rows_of(store, block)
        before = _held_in(known)
        after = {
            column: before.get(column, 0) & ~touched | vector(held.get(column, ()))
            for column in {*before, *held}
        }
        moved = {one for one, names in after.items() if names != before.get(one, 0)}
        put = {one: pack(after[one]) for one in moved if one < APART and after[one]}
        gone = {one for one in moved if one < APART and not after[one]}
        if any(one >= APART for one in moved):
            apart = packed_rows(after)
            put |= apart
            gone |= {one for one in known if one >= APART}.difference(apart)
        _put(store, block, put)
        store.run_many("drop_name_feature", ({"id": row(block, one)} for one in sorted(gone)))
    store.run("drop_name_fresh")
    store.run("set_name_base")


def _rows_of(store: Store, block: int) -> dict[int, bytes]:
    """Return the rows of the columns of a block."""
    rows = store.rows("name_block", first=row(block, 0), end=row(block + 1, 0))
    return {one["id"] & 0xFFFF: one["names"] for one in rows}


def _held_in(rows: Mapping[int, bytes]) -> dict[int, int]:
    """Return the vector of each column of a block, given its rows."""
    plain = {
        column: int.from_bytes(unpack(names), "little")
        for column, names in rows.items()
        if column < APART
    }
    return plain | unpacked_rows(rows)


def _put(store: Store, block: int, rows: Mapping[int, bytes]) -> None:
    store.run_many(
        "put_name_feature",
        ({"id": row(block, one), "names": rows[one]} for one in sorted(rows)),
    )


def _write_forms(store: Store, forms: Mapping[int, str]) -> None:
    pages: dict[int, dict[int, str]] = defaultdict(dict)
    for number, form in forms.items():
        pages[number // PAGE][number % PAGE] = form
    rows = store.rows("name_forms", pages=json.dumps(list(pages)))
    before = {row["page"]: Page(row["forms"]) for row in rows}
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
    """Return a page: where each form begins and the last ends, then all forms in ASCII.

    Two bytes for each place, counted from the start of the page.
    """
    places = array("H", accumulate(map(len, forms), initial=HEAD))
    return little(places).tobytes() + "".join(forms).encode("ascii")


class Page:
    """The forms of one page: no more in memory than on disk, for all pages may be in it."""

    __slots__ = ("places", "text")

    def __init__(self, page: bytes) -> None:
        self.text = page[HEAD:].decode("ascii")
        self.places = little(array("H", page[:HEAD]))

    def __getitem__(self, at: int) -> str:
        return self.text[self.places[at] - HEAD : self.places[at + 1] - HEAD]


NO_FORMS = Page(_paged([""] * PAGE))
"""The page of numbers that are not in use."""


def write_index(store: Store, names: Iterable[tuple[int, str, Iterable[int]]]) -> None:
    """Make the whole index anew, inside ``write()``.

    Args:
        store: An open case.
        names: Every name's number, form and columns, by number.
    """
    for table in ("drop_name_features", "drop_name_forms", "drop_name_fresh"):
        store.run(table)
    for block, held, forms in _blocks(names):
        plain = {one: pack(names) for one, names in held.items() if one < APART}
        _put(store, block, plain | packed_rows(held))
        _write_forms(store, forms)
    store.run("set_name_base")
    store.run("set_name_state", rules=RULES)


def unfit(store: Store, names: Iterable[tuple[int, str, Iterable[int]]]) -> list[int]:
    """Return the blocks of the index that do not hold the names that they should.

    Args:
        store: An open case.
        names: As :func:`write_index` takes them.
    """
    fresh = {one["number"]: one["columns"] for one in store.rows("name_fresh")}
    found = []
    for block, wanted, forms in _blocks(names):
        apart = {n % BLOCK: some for n, some in fresh.items() if n // BLOCK == block}
        touched, held = vector(apart), held_by_column(apart)
        try:
            filed = _held_in(_rows_of(store, block))
            there = {one: names & ~touched for one, names in filed.items()}
            for column, numbers in held.items():
                there[column] = there.get(column, 0) | vector(numbers)
            is_whole = {one: names for one, names in there.items() if names} == wanted
            pages = store.rows("name_forms", pages=json.dumps(sorted({n // PAGE for n in forms})))
            shown = {one["page"]: Page(one["forms"]) for one in pages}
            is_whole &= all(
                n // PAGE in shown and shown[n // PAGE][n % PAGE] == form
                for n, form in forms.items()
            )
        except (DamagedCase, IndexError, ValueError):
            is_whole = False
        if not is_whole:
            found.append(block)
    return found


def _blocks(
    names: Iterable[tuple[int, str, Iterable[int]]],
) -> Iterator[tuple[int, dict[int, int], dict[int, str]]]:
    """Yield each block of names: its number, the vector of each column, the forms by number."""
    for block, rows in groupby(names, key=lambda name: name[0] // BLOCK):
        signs: dict[int, bytearray] = defaultdict(lambda: bytearray(_UNSET * BLOCK))
        forms: dict[int, str] = {}
        # The digits of a number stand from the highest to the lowest.
        last = (block + 1) * BLOCK - 1
        for number, form, columns in rows:
            forms[number] = form
            at = last - number
            for column in columns:
                signs[column][at] = _SET
        yield block, {one: int(some, 2) for one, some in signs.items()}, forms
