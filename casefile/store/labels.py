"""What lines of a source are, as readers said; it lies over what was read of them."""

from casefile.core.anchoring import says
from casefile.core.labelling import Label
from casefile.model.words import Span
from casefile.store.sources import text_of
from casefile.store.store import Row, Store
from casefile.store.versions import place_now


def labels(store: Store, source: int) -> list[tuple[Label, Row]]:
    """Return where the lines stand now of which readers said what they are, and the rows.

    In the order in which it was said; lines whose words are gone are left out.
    """
    return [
        ((span, str(row["kind"])), row) for span, row in _placed(store, source) if span is not None
    ]


def lost_labels(store: Store, source: int) -> list[tuple[str, str]]:
    """Return the lines that are gone from the text, each with what a reader said that it is."""
    return [(row["quote"], row["kind"]) for span, row in _placed(store, source) if span is None]


def _placed(store: Store, source: int) -> list[tuple[Span | None, Row]]:
    """Return the rows of a source, and where the words of each stand now."""
    text, found = text_of(store, source), []
    for row in store.rows("relabelled", id=source):
        was = Span(row["start"], row["stop"])
        span = place_now(store, source, was, row["version"])
        # A log from elsewhere may tell a place where other words stand.
        found.append((span if span and says(text, span, row["quote"]) else None, row))
    return found
