"""Bring articles into a case: read, extract, store each by itself, then link."""

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from casefile.core.edtf import is_valid, worded
from casefile.deeds.jobs import in_processes
from casefile.deeds.refreshing import extracted, keep_if_costly, link_all, put
from casefile.deeds.relinking import index_source_title
from casefile.errors import BadDate, CasefileError, NotExtracted, Unreadable
from casefile.extraction.engine import Engine
from casefile.extraction.engines import engine as engine_named
from casefile.model.article import Article, Published
from casefile.model.findings import Findings
from casefile.model.words import Basis, Kind, Ref
from casefile.reading.folder import walk
from casefile.reading.read import read_bytes, read_file
from casefile.store.index import index_source
from casefile.store.sources import add_source, source_by_hash
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
        NoEngine: There is no such engine, or it cannot run here; nothing is changed.
    """
    if stated.published is not None and not is_valid(stated.published):
        raise BadDate(f"{stated.published!r} is not a date: write 2016-10-07, 2016-10 or 2016.")
    chosen = engine_named(engine)
    try:
        with closing(_work(items, stated, engine, today, jobs, store)) as done:
            for number, item in enumerate(items):
                progress(number, len(items), item.name)
                _keep(store, item, next(done), stated, chosen, report)
        progress(len(items), len(items), "")
    finally:
        # What was stored is linked even where the reader has had enough.
        report.warnings += link_all(store, [ref.id for ref in report.added], chosen, now=now)
    return report


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
            yield _read_and_extract(stated, engine, today, store, item)
        return
    done = 0
    try:
        with closing(
            in_processes(partial(_in_child, stated, engine, today, store.path), items, jobs)
        ) as outcomes:
            for outcome in outcomes:
                yield outcome
                done += 1
    except BrokenProcessPool:
        # A process that takes all memory is ended by the system, and its fellows with it.
        for item in items[done:]:
            yield Unreadable(f"{item.name} was not read, as a process died: try --jobs 1.")


def _in_child(stated: Stated, engine: str, today: date, case: Path, item: Item) -> Outcome:
    # A connection of its own, and only to look whether the bytes are in the case.
    with closing(Store(case, read_only=True)) as store:
        return _read_and_extract(stated, engine, today, store, item)


def _read_and_extract(
    stated: Stated, engine: str, today: date, store: Store, item: Item
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
    if source_by_hash(store, article.sha256) is not None:
        return article, None
    article = _as_stated(article, stated)
    chosen = engine_named(engine)
    try:
        if unread := chosen.left_out(article):
            article = replace(article, warnings=(*article.warnings, unread))
        return article, extracted(chosen, article)
    except NotExtracted as error:
        return error


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
    store: Store, item: Item, outcome: Outcome, stated: Stated, engine: Engine, report: Added
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
            put(store, id, engine, findings)
            keep_if_costly(store, id, article, engine, findings)
            index_source(store, id)
            index_source_title(store, id, article.title or article.path)
    if known is not None:
        report.unchanged.append(Ref(Kind.SOURCE, known))
        return
    assert findings is not None
    report.added.append(Ref(Kind.SOURCE, id))
    told = (*article.warnings, *findings.remarks)
    report.warnings += [f"{article.path}: {warning}" for warning in told]
