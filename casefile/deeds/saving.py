"""Keep a line of the search under a name, and forget it: each deed with its decision."""

from casefile.errors import CasefileError
from casefile.model.kept import SavedSearch
from casefile.model.words import Kind, Ref
from casefile.search.line import parse
from casefile.store.log import record
from casefile.store.searches import (
    put_search,
    remove_search,
    saved_searches,
    search_columns,
)
from casefile.store.store import Store

LONGEST_NAME = 80
"""Characters of a name: what fits a row of the browser."""


class NotASearch(CasefileError):
    """There is nothing to look for in a line, or its name cannot be kept."""


class UnknownSearch(CasefileError):
    """No search was saved under a name."""


def save_search(store: Store, name: str, line: str, *, by: str, now: str) -> SavedSearch:
    """Keep a line under a name, in place of the line that had the name.

    Args:
        store: Open for writing.
        name: Blanks at its ends are dropped; without one the line is the name.
        line: See ``casefile.search.line``.
        by: Who decides.
        now: UTC, ISO 8601.

    Raises:
        NotASearch: There is nothing to look for, or the name is longer than LONGEST_NAME.
    """
    line = " ".join(line.split())
    name = " ".join(name.split()) or line[:LONGEST_NAME]
    if not parse(line):
        raise NotASearch("There is nothing to look for in that line: type some words first.")
    if len(name) > LONGEST_NAME:
        raise NotASearch(f"The name of a search may have {LONGEST_NAME} characters.")
    with store.write():
        known = next((one for one in saved_searches(store) if one.name == name), None)
        before = search_columns(known) if known else None
        after = {"id": known.ref.id if known else None, "name": name, "line": line, "created": now}
        if before is None or before["line"] != line:
            after["id"] = put_search(store, after)
            ref = Ref(Kind.SEARCH, int(after["id"] or 0))
            record(store, "search saved", ref, before=before, after=after, by=by, now=now)
    return search_named(store, name)


def forget_search(store: Store, name: str, *, by: str, now: str) -> SavedSearch:
    """Remove a saved search and return it; undo brings it back.

    Raises:
        UnknownSearch: None has that name.
    """
    with store.write():
        search = search_named(store, name)
        before = search_columns(search)
        remove_search(store, search.name)
        record(store, "search removed", search.ref, before=before, by=by, now=now)
    return search


def search_named(store: Store, name: str) -> SavedSearch:
    """Return the saved search of a name.

    Raises:
        UnknownSearch: None has that name.
    """
    wanted = " ".join(name.split())
    for search in saved_searches(store):
        if search.name == wanted:
            return search
    raise UnknownSearch(
        f"This case has no saved search {name!r}: 'casefile search CASE --saved' lists them."
    )
