"""The versions of a source: the text of a report was changed, and what stands on it follows.

A version is a decision like any other: its row is put or taken away, and the text, what is
found in it and what a reader wrote follow from the rows that stand.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from casefile.errors import CasefileError, UnknownRef
from casefile.model.article import Article
from casefile.model.kept import Orphan, Version
from casefile.model.words import Kind, Ref, SourceId
from casefile.store.hand import HandRow, swap
from casefile.store.labels import lost_labels
from casefile.store.made import lost_made
from casefile.store.noted import orphans
from casefile.store.questions import lost_questions
from casefile.store.reanchoring import Carrying, carry, carry_found
from casefile.store.rejections import lost_rejections
from casefile.store.sources import get_source, source_by_hash, source_rows, text_of
from casefile.store.store import Store
from casefile.store.versionplaces import Texts
from casefile.store.versions import (
    alike,
    keep_first,
    says_as,
    sources_with_version,
    text_hash,
    version_article,
    version_row,
    version_text,
    versions,
    write_version,
)

ADDED = "version added"
"""The deed that gives a source another text."""

ENOUGH = 0.5
"""Share of the words of the shorter text that stand in the other in order, from which two texts
from one address, or from files of one name, are taken for versions of one report. Two reports
on different matters share about 0.2, mostly articles and prepositions."""


class BadVersion(CasefileError):
    """What cannot be another version of a source, or a version that is not there."""


@dataclass(frozen=True, slots=True)
class Versioned:
    """What another version of a source did."""

    ref: Ref
    number: int
    moved: int
    """Notes, and facts and events that the reader wrote on, that stand in the new text."""
    orphaned: int
    """Those whose words are gone."""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """The source of which an article may be another version."""

    ref: Ref
    is_certain: bool
    """Whether both are from one address, or the reader says so; else from files of one name."""


def former_of(store: Store, article: Article) -> Former | None:
    """Return the source of which an article is another version, as far as can be told.

    It comes from the same address, or else from a file of the same name, and says much the same.
    """
    from casefile.core.likeness import likeness

    for one in alike(store, article):
        is_named = one.is_address or article.path != "-"
        if is_named and likeness(text_of(store, one.id), article.text) >= ENOUGH:
            return Former(Ref(Kind.SOURCE, one.id), one.is_address)
    return None


def known_text(store: Store, sha256: str) -> SourceId | None:
    """Return the source that some bytes are, or of which they are a version; or None."""
    found = source_by_hash(store, sha256)
    others = sources_with_version(store, sha256) if found is None else []
    return SourceId(others[0]) if others else found


def add_version(store: Store, ref: Ref, article: Article, *, by: str, now: str) -> Versioned:
    """Make an article the text of a source, inside ``write()``; linking has to see it.

    Raises:
        UnknownRef: There is no such source.
        BadVersion: That is its text already.
    """
    if ref.kind is not Kind.SOURCE:
        raise UnknownRef(f"{ref} is not a source.")
    if text_hash(store, ref.id) == article.sha256:
        raise BadVersion(f"{ref} has that text already.")
    keep_first(store, ref.id)
    key: HandRow = {"table": "source_version", "source_id": ref.id, "sha256": article.sha256}
    row = {**key, "made_by": by}
    gone = [
        {**key, "added": one.added, "made_by": one.by}
        for one in versions(store, ref.id)
        if one.sha256 == article.sha256 and one.added is not None
    ]
    row["added"] = _after([one.added for one in versions(store, ref.id)], now)
    swap(store, gone, [{**row, **version_row(article)}])
    from casefile.store import log

    log.record(store, ADDED, ref, before=gone, after=[row], by=by, now=now)
    carried, remarks = stand(store, ref.id)
    told = versions(store, ref.id)
    return Versioned(ref, len(told), carried.moved, carried.orphaned, tuple(remarks))


def _after(times: Iterable[str | None], now: str) -> str:
    """Return when a version is said to be added: later than those before it, by a second."""
    latest = max(filter(None, times), default="")
    if now > latest:
        return now
    later = datetime.fromisoformat(latest) + timedelta(seconds=1)
    return later.isoformat().replace("+00:00", "Z")


def stand(
    store: Store, source: int, meanwhile: Callable[[], None] | None = None
) -> tuple[Carrying, list[str]]:
    """Make the last version that stands the text of a source, inside ``write()``.

    What was written or found on versions between is met on the way. Linking has to see it.

    Args:
        store: Open for writing.
        source: The source.
        meanwhile: Called before each version gives way to the next, to write on it what is
            said of what stands in it.

    Returns:
        What became of what a reader wrote, and what could not follow, a sentence each.
    """
    carried = Carrying()
    remarks: list[str] = []
    current = text_hash(store, source)
    order = [row["sha256"] for row in store.rows("versions", id=source)] or [current]
    later = len(order) - order[::-1].index(current) if current in order else len(order) - 1
    way = order[later:]
    for sha256 in way:
        if meanwhile is not None:
            meanwhile()
        carried, told = _turn(store, source, current, sha256)
        remarks, current = remarks + told, sha256
    if order and not way:
        article = version_article(store, source, current)
        if not says_as(store, source, article):
            _put_text(store, source, article)
    return carried, remarks


def _turn(store: Store, source: int, leaving: str, coming: str) -> tuple[Carrying, list[str]]:
    # Deferred: every card asks for orphans, which needs nothing of what extracts and links.
    from casefile.deeds.refreshing import reread

    article = version_article(store, source, coming)
    texts = Texts(store, source, article.text)
    carried = carry(store, source, texts, leaving=leaving, coming=coming)
    _put_text(store, source, article)
    remark = reread(store, SourceId(source))
    if remark:
        carry_found(store, source, texts, leaving)
    return carried, [remark] if remark else []


def _put_text(store: Store, source: int, article: Article) -> None:
    # Deferred, as above.
    from casefile.deeds.relinking import index_source_title
    from casefile.store.index import index_source

    write_version(store, source, article)
    index_source(store, source)
    shown = get_source(store, source)
    index_source_title(store, source, shown.title or shown.path)


def former_text(store: Store, ref: Ref, number: int) -> tuple[Version, str]:
    """Return a version of a source with its text.

    Raises:
        UnknownRef: There is no such source.
        BadVersion: It has no version of that number.
    """
    if ref.kind is not Kind.SOURCE:
        raise UnknownRef(f"{ref} is not a source.")
    found = versions(store, ref.id)
    if not 1 <= number <= len(found):
        has = f"{len(found)} versions" if len(found) > 1 else "one version"
        raise BadVersion(f"{ref} has no version {number}: it has {has}.")
    one = found[number - 1]
    return one, version_text(store, ref.id, one.sha256) or ""


def orphans_of(store: Store, source: int) -> list[Orphan]:
    """Return what stood on words that are gone from the text of a source, with what it is called.

    Notes first, then facts and events that the reader wrote on, then words that the reader
    said to be no name, or lines that are something, then what was made of words, and what was
    asked about them.
    """
    from casefile.deeds.linked import label

    found = [replace(one, label=label(store, one.ref)) for one in orphans(store, source)]
    return (
        found
        + [
            Orphan(Ref(Kind.SOURCE, source), words, "said to be no name")
            for words in lost_rejections(store, source)
        ]
        + [
            Orphan(Ref(Kind.SOURCE, source), words, told)
            for words, told in (
                *((words, f"said to be {kind}") for words, kind in lost_labels(store, source)),
                *((words, f"{made}, made by hand") for words, made in lost_made(store, source)),
                *((words, f"asked: {asked}") for words, asked in lost_questions(store, source)),
            )
        ]
    )


def stand_all(
    store: Store, sources: Iterable[int], meanwhile: Callable[[], None] | None = None
) -> tuple[set[int], list[str]]:
    """Let several sources have the text that stands, inside ``write()``; see :func:`stand`.

    Returns:
        The sources whose text is another now, and what could not follow.
    """
    changed: set[int] = set()
    remarks: list[str] = []
    for source in sorted({*sources}):
        if source_rows(store, [source]):
            before = text_hash(store, source)
            remarks += stand(store, source, meanwhile)[1]
            changed |= {source} if text_hash(store, source) != before else set()
    return changed, remarks
