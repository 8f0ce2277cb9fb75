"""The versions of a source: its text as it came, and as it was written anew since.

The first version is kept when there is a second. A version that was taken back does not
stand, but its text is kept: it may come back, and others may have written on it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from casefile.core.anchoring import Drift
from casefile.model.article import Article
from casefile.model.kept import Version
from casefile.model.plain import from_plain, to_plain
from casefile.model.words import Span
from casefile.store.sources import (
    article_as_read,
    article_columns,
    candidates,
    label_source,
    no_source,
    put_details,
    text_of,
)
from casefile.store.store import Store

FIRST = ""
"""Stands for the first version where one is named by the SHA-256 of its bytes."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A source that may be an earlier version of what is added."""

    id: int
    is_address: bool
    """Whether both are from one address; else from files of one name."""


def versions(store: Store, source: int) -> list[Version]:
    """Return the versions of a source that stand, the first first; one where there is but one.

    Raises:
        UnknownRef: The case holds no such source.
    """
    current = text_hash(store, source)
    rows = store.rows("versions", id=source)
    if len(rows) < 2:
        return [Version(1, current, None, None, len(text_of(store, source)), is_current=True)]
    last = max(number for number, row in enumerate(rows) if row["sha256"] == current)
    return [
        Version(
            number + 1,
            row["sha256"],
            row["added"],
            row["made_by"],
            row["characters"],
            is_current=number == last,
        )
        for number, row in enumerate(rows)
    ]


def text_hash(store: Store, source: int) -> str:
    """Return the SHA-256 of the bytes that the text of a source is from.

    Raises:
        UnknownRef: The case holds no such source.
    """
    row = store.one("text_hash", id=source)
    if row is None:
        raise no_source(store, source)
    return str(row["sha256"])


def version_mark(store: Store, source: int) -> str:
    """Return the SHA-256 of the version that the text of a source is; empty for the first."""
    row = store.one("text_hash", id=source)
    return FIRST if row is None or row["is_first"] else str(row["sha256"])


def version_text(store: Store, source: int, sha256: str) -> str | None:
    """Return the text of a version, also of one that does not stand; None where there is none."""
    sha256 = sha256 or _first_hash(store, source)
    row = store.one("version", id=source, sha256=sha256)
    if row is not None:
        return str(row["text"])
    return text_of(store, source) if sha256 == text_hash(store, source) else None


def place_now(store: Store, source: int, span: Span, mark: str) -> Span | None:
    """Return where the words of a span of some version stand in the text now; None if nowhere.

    For rows that tell a place as it was when they were written, and are never changed.

    Args:
        store: An open case.
        source: The source.
        span: In the version in which it was noted down.
        mark: What :func:`version_mark` said then.
    """
    now = version_mark(store, source)
    if mark == now:
        return span
    old, new = version_text(store, source, mark), version_text(store, source, now)
    return None if old is None or new is None else _drift(old, new).stands(span)


@lru_cache(maxsize=4)
def _drift(old: str, new: str) -> Drift:
    """Return how one text became another; rows of one source ask for the same one in turn."""
    return Drift(old, new)


def _first_hash(store: Store, source: int) -> str:
    row = store.one("place_of_source", id=source)
    return str(row["sha256"]) if row else ""


def version_article(store: Store, source: int, sha256: str) -> Article:
    """Return a version as the article that an engine reads, with what the file said of itself."""
    row = store.one("version", id=source, sha256=sha256)
    assert row is not None
    return from_plain(Article, {**json.loads(row["article"]), "text": row["text"]})


def version_row(article: Article) -> dict[str, Any]:
    """Return the columns of ``source_version`` that hold an article."""
    plain = to_plain(article)
    text = plain.pop("text")
    packed = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    return {"sha256": article.sha256, "text": text, "article": packed}


def keep_first(store: Store, source: int) -> None:
    """Keep the text that a source came with, inside ``write()``, where it is not kept yet."""
    if version_mark(store, source) == FIRST:
        article = replace(article_as_read(store, source), candidates=candidates(store, source))
        row = version_row(article)
        store.run("keep_first_version", source_id=source, text=row["text"], article=row["article"])


def write_version(store: Store, source: int, article: Article) -> None:
    """Make an article the text of a source, inside ``write()``; what a reader stated stays."""
    kept, _ = _told_anew(store, source, article)
    store.database.table("source").update(source, {**kept, "linked": 0})
    store.run("replace_source_text", id=source, text=article.text)
    for name in ("drop_furniture", "drop_source_warning", "drop_published_candidate"):
        store.run(name, id=source)
    put_details(store, source, article)
    store.run("set_text_hash", id=source, sha256=article.sha256)
    label_source(store, source)


def says_as(store: Store, source: int, article: Article) -> bool:
    """Tell whether a source says of itself what an article does, but for what a reader stated.

    The same text may come twice, from one place and another.
    """
    kept, row = _told_anew(store, source, article)
    return all(row[name] == value for name, value in kept.items())


def _told_anew(
    store: Store, source: int, article: Article
) -> tuple[dict[str, Any], Mapping[str, Any]]:
    """Return the columns that an article gives a source, and those that it has."""
    row = store.database.table("source").get(source)
    given, columns = {*str(row["given"]).split()}, article_columns(article)
    if "published" in given:
        given |= {name for name in columns if name.startswith("published")}
    return {name: value for name, value in columns.items() if name not in given}, row


def told_by_version(store: Store, source: int) -> Mapping[str, Any]:
    """Return the columns of a source as its version tells them; none where it has but one."""
    mark = version_mark(store, source)
    return article_columns(version_article(store, source, mark)) if mark else {}


def alike(store: Store, article: Article, *, limit: int = 20) -> list[Alike]:
    """Return the sources from the same address, or else from a file of the same name."""
    rows = store.rows("sources_alike", url=article.url, path=article.path, limit=limit)
    return [Alike(row["id"], bool(row["is_address"])) for row in rows]


def sources_with_version(store: Store, sha256: str) -> list[int]:
    """Return the sources of which some bytes are a version, the last or a former one."""
    return [row["id"] for row in store.rows("source_of_version", sha256=sha256)]
