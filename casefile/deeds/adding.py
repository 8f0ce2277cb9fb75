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
from casefile.deeds.versions import (
    BadVersion,
    Former,
    Versioned,
    add_version,
    former_of,
    known_text,
)
from casefile.errors import BadDate, CasefileError, NotExtracted, Unreadable
from casefile.extraction.engine import Engine
from casefile.extraction.engines import engine as engine_named
from casefile.model.article import Article, Published
from casefile.model.findings import Findings
from casefile.model.kept import Removal
from casefile.model.words import Basis, Kind, Ref, SourceId
from casefile.reading.folder import walk
from casefile.reading.read import read_bytes, read_file
from casefile.store.index import index_source
from casefile.store.removals import removed_with_text
from casefile.store.sources import add_source, no_source, source_rows
from casefile.store.store import Store
from casefile.store.versions import text_hash


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
    versions: list[Versioned] = field(default_factory=list)
    """What was the new text of a source that the case has."""
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
    by: str = "reader",
    version_of: Ref | None = None,
    separate: bool = False,
    jobs: int = 1,
    progress: Progress = no_progress,
    report: Added,
) -> Added:
    """Add articles to a case; a bad one fails alone, with its reason.

    Each source is one transaction, so what was done when this is interrupted is
    kept; the next call links it.

    An article from the address of a source, which says much the same in other words, is that
    source's new text, and no source of its own. One that comes from a file of the same name
    may be another's report: it is not added before the reader says what it is.

    Args:
        store: Open for writing.
        items: What to read, in order.
        stated: Holds for every item.
        engine: The name of an engine.
        today: No date of publication lies after it.
        now: UTC, ISO 8601, for the judgements.
        by: Who adds; they decide what is a version.
        version_of: The source of which the item, the only one, is a new version.
        separate: Whether each is a source of its own, whatever it is like.
        jobs: Processes that read and extract; one writes.
        progress: Told of every item before it is read.
        report: Filled as it goes.

    Raises:
        BadDate: ``stated.published`` is no EDTF date.
        BadVersion: Several items cannot be one version.
        UnknownRef: There is no such source.
        NoEngine: There is no such engine, or it cannot run here; nothing is changed.
    """
    if stated.published is not None and not is_valid(stated.published):
        raise BadDate(f"{stated.published!r} is not a date: write 2016-10-07, 2016-10 or 2016.")
    if version_of is not None:
        _check_version(store, version_of, items)
    chosen = engine_named(engine)
    # An address stated for several texts is no sign that they are one report.
    shared = stated.url if len(items) > 1 else None
    deciding = _Deciding(by, now, version_of, separate, shared)
    try:
        with closing(_work(items, stated, engine, today, jobs, store, deciding)) as done:
            for number, item in enumerate(items):
                progress(number, len(items), item.name)
                _keep(store, item, next(done), stated, chosen, report, deciding)
        progress(len(items), len(items), "")
    finally:
        # What was stored is linked even where the reader has had enough.
        new = [*report.added, *(one.ref for one in report.versions)]
        report.warnings += link_all(store, [ref.id for ref in new], chosen, now=now)
    return report


@dataclass(frozen=True, slots=True)
class _Deciding:
    """Who decides what is a version of which source, and what was said of that."""

    by: str
    now: str
    version_of: Ref | None
    separate: bool
    shared_url: str | None

    def former(self, store: Store, article: Article) -> Former | None:
        """Return the source of which an article is, or may be, another version."""
        if self.version_of is not None:
            return Former(self.version_of, is_certain=True)
        if self.separate:
            return None
        is_shared = self.shared_url is not None and article.url == self.shared_url
        return former_of(store, replace(article, url=None) if is_shared else article)


def _check_version(store: Store, ref: Ref, items: Sequence[Item]) -> None:
    if len(items) != 1:
        raise BadVersion(f"A new version of {ref} is one file: name it alone.")
    if ref.kind is not Kind.SOURCE or not source_rows(store, [ref.id]):
        id = ref.id if ref.kind is Kind.SOURCE else 0
        raise no_source(store, id, f"This case has no {ref}: name a source, such as source:3.")


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
    items: Sequence[Item],
    stated: Stated,
    engine: str,
    today: date,
    jobs: int,
    store: Store,
    deciding: _Deciding,
) -> Generator[Outcome]:
    """Yield what became of each item, in order; close it to stop what is still at work."""
    if jobs <= 1 or len(items) < 2:
        for item in items:
            yield _read_and_extract(stated, engine, today, deciding, store, item)
        return
    done = 0
    try:
        with closing(
            in_processes(
                partial(_in_child, stated, engine, today, deciding, store.path), items, jobs
            )
        ) as outcomes:
            for outcome in outcomes:
                yield outcome
                done += 1
    except BrokenProcessPool:
        # A process that takes all memory is ended by the system, and its fellows with it.
        for item in items[done:]:
            yield Unreadable(f"{item.name} was not read, as a process died: try --jobs 1.")


def _in_child(
    stated: Stated, engine: str, today: date, deciding: _Deciding, case: Path, item: Item
) -> Outcome:
    # A connection of its own, and only to look whether the bytes are in the case.
    with closing(Store(case, read_only=True)) as store:
        return _read_and_extract(stated, engine, today, deciding, store, item)


def _read_and_extract(
    stated: Stated, engine: str, today: date, deciding: _Deciding, store: Store, item: Item
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
    if known_text(store, article.sha256) or removed_with_text(store, article.sha256):
        return article, None
    article = _as_stated(article, stated)
    if deciding.former(store, article) is not None:
        return article, None
    return _extracted(article, engine)


def _extracted(article: Article, engine: str) -> Outcome:
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
    store: Store,
    item: Item,
    outcome: Outcome,
    stated: Stated,
    engine: Engine,
    report: Added,
    deciding: _Deciding,
) -> None:
    if isinstance(outcome, CasefileError):
        report.failed.append(Failed(str(item.path or "-"), str(outcome)))
        return
    article, findings = outcome
    with store.write():
        if removal := removed_with_text(store, article.sha256):
            _leave_removed(article, removal, report)
            return
        known = known_text(store, article.sha256)
        if known is not None and _is_kept(store, known, article, report, deciding):
            return
        # Also what came in while this was read, as with several processes.
        if former := deciding.former(store, article):
            _keep_version(store, item, former, _as_stated(article, stated), report, deciding)
            return
        if findings is None:
            outcome = _extracted(article, engine.name)
            if isinstance(outcome, CasefileError):
                report.failed.append(Failed(str(item.path or "-"), str(outcome)))
                return
            article, findings = outcome
        assert findings is not None
        id = add_source(store, article, given=stated.fields())
        put(store, id, engine, findings)
        keep_if_costly(store, id, article, engine, findings)
        index_source(store, id)
        index_source_title(store, id, article.title or article.path)
    report.added.append(Ref(Kind.SOURCE, id))
    told = (*article.warnings, *findings.remarks)
    report.warnings += [f"{article.path}: {warning}" for warning in told]


def _leave_removed(article: Article, removal: Removal, report: Added) -> None:
    """Report what a reader removed as unchanged, and how it comes back: no machine undoes that."""
    report.unchanged.append(removal.ref)
    report.warnings.append(
        f"{article.path}: this is {removal.ref}, which {removal.made_by} removed on"
        f" {removal.made_at[:10]}: 'casefile restore' with {removal.ref} brings it back."
    )


def _keep_version(
    store: Store, item: Item, former: Former, article: Article, report: Added, deciding: _Deciding
) -> None:
    """Make an article the text of a source, or say why it is not added, inside ``write()``."""
    if not former.is_certain:
        reason = (
            f"{item.name} was not added: {former.ref} came from a file of that name and says much"
            f" the same. If it is that report's new text, say --version-of {former.ref};"
            " if it is another report, say --separate."
        )
        report.failed.append(Failed(str(item.path or "-"), reason))
        return
    done = add_version(store, former.ref, article, by=deciding.by, now=deciding.now)
    report.versions.append(done)
    told = (*article.warnings, *done.remarks)
    report.warnings += [f"{article.path}: {warning}" for warning in told]


def _is_kept(
    store: Store, known: SourceId, article: Article, report: Added, deciding: _Deciding
) -> bool:
    """Report bytes that the case has as unchanged; else they come as the version asked for."""
    ref = deciding.version_of or Ref(Kind.SOURCE, known)
    stands = text_hash(store, ref.id) == article.sha256
    if deciding.version_of is not None and not stands:
        if known != ref.id:
            report.warnings.append(f"{article.path}: the case has the same text as source:{known}.")
        return False
    report.unchanged.append(ref)
    if not stands:
        report.warnings.append(f"{article.path}: this is a former text of {ref}.")
    return True
