"""What lines of a source are, as readers said; it lies over what was read of them."""

from casefile.core.labelling import Label
from casefile.model.words import Span
from casefile.store.store import Row, Store
from casefile.store.versions import place_now


def labels(store: Store, source: int) -> list[tuple[Label, Row]]:
    """Return where the lines stand now of which readers said what they are, and the rows.

    In the order in which it was said; lines whose words are gone are left out.
    """
    rows = store.rows("relabelled", id=source)
    found = [(place(store, row), row) for row in rows]
    return [((span, str(row["kind"])), row) for span, row in found if span is not None]


def place(store: Store, row: Row) -> Span | None:
    """Return where a line stands in the text as it is now; None where its words are gone."""
    return place_now(store, row["source_id"], Span(row["start"], row["stop"]), row["version"])


def lost_labels(store: Store, source: int) -> list[tuple[str, str]]:
    """Return the lines that are gone from the text, each with what a reader said that it is."""
    rows = store.rows("relabelled", id=source)
    return [(row["quote"], row["kind"]) for row in rows if place(store, row) is None]
