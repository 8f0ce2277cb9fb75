"""Bring articles into a case: read, extract, store each by itself, then link."""

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from casefile.core.edtf import is_valid, worded
from casefile.deeds.dating import dates_by_company
from casefile.deeds.relinking import index_source_title, relink
from casefile.errors import CasefileError, Unreadable
from casefile.extraction.engine import Engine
from casefile.extraction.engines import engine as engine_named
from casefile.model.article import Article, Published
from casefile.model.findings import Findings
from casefile.model.words import Basis, Kind, Ref, SourceId
from casefile.reading.folder import walk
from casefile.reading.read import read_bytes, read_file
from casefile.store.findings import replace_findings, run_id
from casefile.store.index import index_source
from casefile.store.sources import add_source, set_published, source_by_hash
from casefile.store.store import Store


@dataclass(frozen=True, slots=True)
class Stated:
    """What the reader knows of the articles; it beats what is guessed."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """EDTF."""
    url: str | None = None
    language: str | None = None

    def fields(self) -> list[str]:
        """Return the names of the fields that are stated."""
        return [name for name in self.__slots__ if getattr(self, name) is not None]


@dataclass(frozen=True, slots=True)
class Failed:
    """A path that could not be added, and why."""

    path: str
    reason: str


@dataclass(slots=True)
class Added:
    """What became of a batch."""

    added: list[Ref] = field(default_factory=list)
    unchanged: list[Ref] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    skipped: int = 0
    """Files in folders that are of no type that casefile reads."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read: a file, or bytes that came on standard input."""

    path: Path | None
    name: str
    data: bytes = b""


STANDARD_INPUT = "standard input"
"""What a text that came on it is called."""

Progress = Callable[[int, int, str], None]
"""Called with the number done, the number in all, and the name of the next."""


def no_progress(done: int, total: int, name: str) -> None:
    """Show nothing."""


class BadDate(CasefileError):
    """A date that the reader stated is not one."""


def add(
    store: Store,
    items: Sequence[Item],
    *,
    stated: Stated,
    engine: str,
    today: date,
    now: str,
    jobs: int = 1,
    progress: Progress = no_progress,
    report: Added,
) -> Added:
    """Add articles to a case; a bad one fails alone, with its reason.

    Each source is one transaction, so what was done when this is interrupted is
    kept; the next call links it.

    Args:
        store: Open for writing.
        items: What to read, in order.
        stated: Holds for every item.
        engine: The name of an engine.
        today: No date of publication lies after it.
        now: UTC, ISO 8601, for the judgements.
        jobs: Processes that read and extract; one writes.
        progress: Told of every item before it is read.
        report: Filled as it goes.

    Raises:
        BadDate: ``stated.published`` is no EDTF date.
    """
    if stated.published is not None and not is_valid(stated.published):
        raise BadDate(f"{stated.published!r} is not a date: write 2016-10-07, 2016-10 or 2016.")
    chosen = engine_named(engine)
    with store.write():
        run = run_id(store, chosen.name, chosen.fingerprint)
    try:
        with closing(_work(items, stated, engine, today, jobs, store)) as done:
            for number, item in enumerate(items):
                progress(number, len(items), item.name)
                _keep(store, item, next(done), stated, run, report)
        progress(len(items), len(items), "")
    finally:
        # What was stored is linked even where the reader has had enough.
        link_all(store, [ref.id for ref in report.added], chosen, run, now=now)
    return report


def link_all(store: Store, sources: Sequence[int], engine: Engine, run: int, *, now: str) -> None:
    """Link some sources, and any that an earlier call left; then date what can be dated."""
    waiting = {*sources, *_unlinked(store)}
    if not waiting:
        return
    relink(store, sorted(waiting), now=now)
    for source, published in dates_by_company(store):
        # One transaction: a source that has its date also says what follows from it.
        with store.write():
            set_published(store, source, published)
            refresh(store, source, engine, run)
    if waiting := _unlinked(store):
        relink(store, sorted(waiting), now=now)


def _unlinked(store: Store) -> set[int]:
    return {row["id"] for row in store.rows("unlinked_sources")}


def refresh(store: Store, source: int, engine: Engine, run: int) -> None:
    """Run an engine again over a source that is in; what a reader wrote stays."""
    from casefile.store.sources import get_article

    findings = engine.extract(get_article(store, source))
    with store.write():
        replace_findings(store, SourceId(source), findings, run=run)


def items_of(paths: Sequence[str], stdin: bytes | None, report: Added) -> list[Item]:
    """Return what the paths name: files, the readable files of folders, ``-`` for stdin.

    What is not there is noted as failed in the report.
    """
    items: list[Item] = []
    for given in paths:
        path = Path(given)
        if given == "-" and stdin is not None:
            items.append(Item(None, STANDARD_INPUT, stdin))
        elif os.path.isdir(path):  # is_dir() raises where the way there is barred
            walked = walk(path)
            items += [Item(found.path, _storable(found.name)) for found in walked]
            report.skipped += walked.skipped
            report.failed += [Failed(path, reason) for path, reason in walked.failed]
        else:
            items.append(Item(path, _storable(path.name)))
    return items


def _storable(name: str) -> str:
    r"""Return the name as text: of bytes that are none, such as ``\xe9``, their escape."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


Outcome = tuple[Article, Findings | None] | CasefileError
"""An article, with findings unless its bytes are in the case already; or why not."""


def _work(
    items: Sequence[Item], stated: Stated, engine: str, today: date, jobs: int, store: Store
) -> Generator[Outcome]:
    """Yield what became of each item, in order; close it to stop what is still at work."""
    if jobs <= 1 or len(items) < 2:
        for item in items:
            yield _read_and_extract(item, stated, engine, today, store)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_keys)
    done = 0
    try:
        with _keys_held_back():
            tasks = [pool.submit(_read_and_extract, item, stated, engine, today) for item in items]
        for task in tasks:
            yield task.result()
            done += 1
    except BrokenProcessPool:
        # A process that takes all memory is ended by the system, and its fellows with it.
        for item in items[done:]:
            yield Unreadable(f"{item.name} was not read, as a process died: try --jobs 1.")
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _keys_held_back() -> Iterator[None]:
    """Hold ctrl+c back for as long as processes are started, which inherit that.

    One that got it before :func:`_ignore_keys` would die with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _ignore_keys() -> None:
    """Leave ctrl+c to the process that writes; it ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_and_extract(
    item: Item, stated: Stated, engine: str, today: date, store: Store | None = None
) -> Outcome:
    try:
        if item.path is None:
            article = read_bytes(item.data, name=item.name, format="text", today=today)
        else:
            article = read_file(item.path, name=item.name, today=today)
    except Unreadable as error:
        return error
    except (MemoryError, RecursionError):
        return _too_much(item)
    if store is not None and source_by_hash(store, article.sha256) is not None:
        return article, None
    article = _as_stated(article, stated)
    chosen = engine_named(engine)
    if unread := chosen.left_out(article):
        article = replace(article, warnings=(*article.warnings, unread))
    try:
        return article, chosen.extract(article)
    except (MemoryError, RecursionError):
        return _too_much(item)


def _too_much(item: Item) -> Unreadable:
    return Unreadable(f"{item.name} is too large or too deeply nested to be read: split it.")


def _as_stated(article: Article, stated: Stated) -> Article:
    known = {name: getattr(stated, name) for name in stated.fields() if name != "published"}
    if stated.published is not None:
        when = worded(stated.published, stated.published)
        known["published"] = Published(when, Basis.GIVEN, "as you stated")
        known["candidates"] = ()
    return replace(article, **known) if known else article


def _keep(
    store: Store, item: Item, outcome: Outcome, stated: Stated, run: int, report: Added
) -> None:
    if isinstance(outcome, CasefileError):
        report.failed.append(Failed(str(item.path or "-"), str(outcome)))
        return
    article, findings = outcome
    with store.write():
        known = source_by_hash(store, article.sha256)
        if known is None:
            assert findings is not None
            id = add_source(store, article, given=stated.fields())
            replace_findings(store, id, findings, run=run)
            index_source(store, id)
            index_source_title(store, id, article.title or article.path)
    if known is not None:
        report.unchanged.append(Ref(Kind.SOURCE, known))
        return
    report.added.append(Ref(Kind.SOURCE, id))
    report.warnings += [f"{article.path}: {warning}" for warning in article.warnings]
