"""Read sources of the case again: by an engine, or from what is kept of its work."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from casefile.deeds.dating import dates_by_company
from casefile.deeds.relinking import relink
from casefile.errors import NoEngine, NotExtracted
from casefile.extraction.engine import Engine
from casefile.extraction.engines import DEFAULT
from casefile.extraction.engines import engine as engine_named
from casefile.model.article import Article, Published
from casefile.model.findings import Findings
from casefile.model.words import Kind, Ref, SourceId
from casefile.store.findings import engine_of, replace_findings, run_id
from casefile.store.kept import keep, kept
from casefile.store.sources import get_article, set_published
from casefile.store.store import Store


def extracted(engine: Engine, article: Article) -> Findings:
    """Return what an engine finds in an article.

    Raises:
        NotExtracted: The article is too much for it, or for this machine.
    """
    try:
        return engine.extract(article)
    except (MemoryError, RecursionError):
        raise NotExtracted(
            f"{article.path} is too large or too deeply nested to be read: split it."
        ) from None


def find(store: Store, source: SourceId, article: Article, engine: Engine) -> Findings:
    """Return what an engine finds in a source, from what is kept where that is still true.

    What a costly engine finds is kept, where the case may be written.

    Raises:
        NotExtracted: This source cannot be read; others may be.
    """
    if not engine.is_costly:
        return extracted(engine, article)
    fingerprint = engine.fingerprint
    findings = kept(store, source, article, engine=engine.name, fingerprint=fingerprint)
    if findings is None:
        findings = extracted(engine, article)
        if not store.read_only:
            with store.write():
                keep_if_costly(store, source, article, engine, findings)
    return findings


def keep_if_costly(
    store: Store, source: SourceId, article: Article, engine: Engine, findings: Findings
) -> None:
    """Keep what an engine found where finding it again takes long, inside ``write()``."""
    if engine.is_costly:
        mark = {"engine": engine.name, "fingerprint": engine.fingerprint}
        keep(store, source, article, **mark, findings=findings)


def put(store: Store, source: SourceId, engine: Engine, findings: Findings) -> None:
    """Make the findings those of the source, inside ``write()``; what a reader wrote stays."""
    run = run_id(store, engine.name, engine.fingerprint)
    replace_findings(store, source, findings, run=run)


def link_all(store: Store, sources: Sequence[int], engine: Engine | None, *, now: str) -> list[str]:
    """Link some sources, and any that an earlier call left; then date what can be dated.

    A source that gets its date is read again, by the engine that read it before.

    Args:
        store: Open for writing.
        sources: What is new, or was read again.
        engine: The one that the reader named, if any; a remote one runs only so.
        now: UTC, ISO 8601, for the judgements.

    Returns:
        What could not be dated, a sentence each.
    """
    remarks = _read_waiting(store)
    waiting = {*sources, *_unlinked(store)}
    if not waiting:
        return remarks
    relink(store, sorted(waiting), now=now)
    put_off: dict[str, list[Ref]] = {}
    for source, published in dates_by_company(store):
        name = engine_of(store, source) or DEFAULT
        own = engine if engine is not None and name == engine.name else _at_hand(name)
        if own is None:
            put_off.setdefault(name, []).append(Ref(Kind.SOURCE, source))
            continue
        try:
            _date(store, source, published, own)
        except NotExtracted as error:
            remarks.append(str(error))
    if waiting := _unlinked(store):
        relink(store, sorted(waiting), now=now)
    return remarks + [_put_off(name, refs) for name, refs in put_off.items()]


def settle(store: Store, sources: Iterable[int], *, now: str) -> list[str]:
    """Link what followed; return what could not follow, a sentence each.

    Where linking is put off the sources wait for it, marked since the decision was written.
    """
    waiting = sorted(sources)
    if waiting and store.put_off is not None:
        store.put_off()
        return []
    return link_all(store, waiting, None, now=now) if waiting else []


def _date(store: Store, source: SourceId, published: Published | None, engine: Engine) -> None:
    article = replace(get_article(store, source), published=published)
    findings = find(store, source, article, engine)
    # One transaction: a source that has its date also says what follows from it.
    with store.write():
        set_published(store, source, published)
        put(store, source, engine, findings)


def reread(store: Store, source: SourceId) -> str | None:
    """Read a source again as it is known now, inside ``write()``; by what read it before.

    Linking has to see it after that.

    Returns:
        Why it was not read, a sentence; what was found in it before stands.
    """
    name = engine_of(store, source) or DEFAULT
    ref = Ref(Kind.SOURCE, source)
    article = get_article(store, source)
    try:
        engine = engine_named(name)
    except NoEngine as error:
        return f"what was found in {ref} stands as it was: {error}"
    mark = {"engine": engine.name, "fingerprint": engine.fingerprint}
    findings = kept(store, source, article, **mark) if engine.is_remote else None
    try:
        if findings is None and engine.is_remote:
            return (
                f"{ref} was read by {name}, which runs only where you name it:"
                f" run 'casefile extract' on {ref} with --engine {name}."
            )
        if findings is None:
            findings = find(store, source, article, engine)
    except NotExtracted as error:
        return str(error)
    put(store, source, engine, findings)
    return None


def read_again(store: Store, sources: Iterable[int]) -> list[str]:
    """Read sources again as they are known now, inside ``write()``; linking comes after.

    Where linking is put off they wait for it, marked, and are read when it comes: a word may
    stand in ten thousand of them.

    Returns:
        What was not read, a sentence each.
    """
    waiting = sorted(sources)
    if store.put_off is not None:
        store.run_many("put_source_to_read", ({"id": id} for id in waiting))
        return []
    return [remark for id in waiting if (remark := reread(store, SourceId(id)))]


def _read_waiting(store: Store) -> list[str]:
    """Read what waits for it, each source in a transaction of its own."""
    remarks = []
    while (row := store.one("source_to_read")) is not None:
        with store.write():
            store.run("drop_source_to_read", id=row["id"])
            remark = reread(store, SourceId(row["id"]))
            store.run("unlink_sources", ids=json.dumps([row["id"]]))
        remarks += [remark] if remark else []
        store.breathe()
    return remarks


def _at_hand(name: str) -> Engine | None:
    """Return an engine that may run without having been named, or None."""
    try:
        found = engine_named(name)
    except NoEngine:
        return None
    return None if found.is_remote else found


def _put_off(name: str, refs: Sequence[Ref]) -> str:
    told = ", ".join(map(str, refs[:3])) + (f" and {len(refs) - 3} more" if len(refs) > 3 else "")
    return (
        f"other reports now tell the date of {told}, read by {name}: "
        f"run 'casefile extract' on that with --engine {name}."
    )


def _unlinked(store: Store) -> set[int]:
    return {row["id"] for row in store.rows("unlinked_sources")}
