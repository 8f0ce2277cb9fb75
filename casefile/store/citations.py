"""Who relies on whom: the citations of sources."""

from dataclasses import dataclass
from datetime import date

from casefile.model.words import Span
from casefile.store.store import Store


@dataclass(frozen=True, slots=True)
class CitationRow:
    """On whose word a source relies, and where it says so."""

    name: str
    kind: str
    """``outlet``, ``anonymous`` or ``official``."""
    entity: int | None
    cited: int | None
    """The source that is meant, where it is in the case."""
    span: Span


def citations(store: Store, source: int) -> list[CitationRow]:
    """Return the citations of a source in order of its text."""
    return [
        CitationRow(
            row["name"],
            row["kind"],
            row["entity_id"],
            row["cited_id"],
            Span(row["start"], row["stop"]),
        )
        for row in store.rows("citations", id=source)
    ]


def outlets_cited(store: Store) -> list[tuple[int, CitationRow, date | None]]:
    """Return every citation of an outlet: the citing source, the citation, its date."""
    return [
        (
            row["source_id"],
            CitationRow(
                row["name"], "outlet", None, row["cited_id"], Span(row["start"], row["stop"])
            ),
            _day(row["published_latest"]),
        )
        for row in store.rows("citations_to_link")
    ]


def publications(store: Store) -> list[tuple[int, str, date | None]]:
    """Return every source that has a publisher: id, publisher, last day it may be of."""
    rows = store.rows("published_sources")
    return [(row["id"], row["publisher"], _day(row["latest"])) for row in rows]


def set_cited(store: Store, source: int, span: Span, cited: int | None) -> None:
    """Say which source a citation means, inside ``write()``."""
    store.run("set_cited", source_id=source, start=span.start, stop=span.end, cited_id=cited)


def sources_citing(store: Store, source: int) -> list[int]:
    """Return the sources that rely on one."""
    return [row["id"] for row in store.rows("sources_citing", id=source)]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
