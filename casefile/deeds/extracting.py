"""Run an engine again over sources that are in the case."""

from collections.abc import Sequence

from casefile.deeds.adding import Progress, link_all, no_progress, refresh
from casefile.errors import UnknownRef
from casefile.extraction.engines import engine as engine_named
from casefile.model.words import Kind, Ref
from casefile.store.findings import run_id
from casefile.store.sources import source_ids, source_rows
from casefile.store.store import Store


def extract(
    store: Store,
    refs: Sequence[Ref],
    *,
    engine: str,
    now: str,
    progress: Progress | None = None,
) -> int:
    """Run an engine over some sources, or all; return how many.

    Raises:
        UnknownRef: One of the refs is no source of the case.
    """
    for ref in refs:
        if ref.kind is not Kind.SOURCE or not source_rows(store, [ref.id]):
            raise UnknownRef(f"This case has no {ref}: name a source, such as source:3.")
    ids = [ref.id for ref in refs] or sorted(source_ids(store))
    tell = progress or no_progress
    chosen = engine_named(engine)
    with store.write():
        run = run_id(store, chosen.name, chosen.fingerprint)
    try:
        for number, id in enumerate(ids):
            tell(number, len(ids), f"source:{id}")
            refresh(store, id, chosen, run)
        tell(len(ids), len(ids), "")
    finally:
        # What was found anew is linked even where the reader has had enough.
        link_all(store, [], chosen, run, now=now)
    return len(ids)
