"""What was found in a text while its lines were labelled otherwise, found once more."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from casefile.deeds.refreshing import reread
from casefile.model.words import SourceId
from casefile.store.hand import swap
from casefile.store.portable import all_places, hand_rows
from casefile.store.store import Store


def under_each(
    store: Store,
    said: Iterable[Collection[Mapping[str, Any]]],
    notes: Mapping[int, str],
    write: Callable[[], None],
) -> set[int]:
    """Read the text with lines labelled as they once were, and write what is said of it then.

    Args:
        store: Inside ``write()``; what is labelled last stands afterwards.
        said: What lines were said to be, as ``casefile.core.labellings`` has it.
        notes: The keys of what added each note.
        write: Writes what is said of what stands.

    Returns:
        The sources that were read again.
    """
    sources: set[int] = set()
    for told in said:
        places = all_places(store, notes)
        wanted = [row for one in told if (row := places.settled(dict(one)))]
        standing = [row for row in hand_rows(store) if row["table"] == "relabelled"]
        gone = [row for row in standing if row not in wanted]
        put = [row for row in wanted if row not in standing]
        swap(store, gone, put)
        again = {row["source_id"] for row in (*gone, *put)}
        for source in sorted(again):
            reread(store, SourceId(source))
        sources |= again
        write()
    return sources
