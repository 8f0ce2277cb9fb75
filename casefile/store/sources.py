"""Sources in and out of the case."""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from casefile.core.edtf import bounds
from casefile.core.sentences import lines
from casefile.errors import UnknownRef
from casefile.model.article import Article, Furniture, Published
from casefile.model.review import UNREVIEWED, Review
from casefile.model.rows import Source, SourceRow
from casefile.model.words import (
    Basis,
    FurnitureKind,
    Kind,
    PartialDate,
    Ref,
    SourceId,
    Span,
)
from casefile.store.dates import date_columns, partial_date
from casefile.store.reviews import reviews
from casefile.store.store import Row, Store

CORRECTED = (
    "title",
    "publisher",
    "author",
    "language",
    "url",
    "published",
    "published_text",
    "published_earliest",
    "published_latest",
    "published_basis",
    "published_reason",
    "given",
)
"""The columns of a source that a correction may change."""

LABEL_LENGTH = 90
"""Characters of the first line that stand for a missing title."""


def source_by_hash(store: Store, sha256: str) -> SourceId | None:
    """Return the source made of the bytes with this hash, or None."""
    row = store.one("source_by_hash", sha256=sha256)
    return SourceId(row["id"]) if row else None


def add_source(store: Store, article: Article, *, given: Iterable[str] = ()) -> SourceId:
    """Store an article as a source, inside ``write()``.

    Args:
        store: Open for writing.
        article: Its bytes must not be in the case yet.
        given: The fields that the reader stated; nothing guessed replaces them.
    """
    database = store.database
    source = database.table("source").insert(_columns(article, given)).last_pk
    id = SourceId(int(str(source)))
    database.table("source_text").insert({"source_id": id, "text": article.text})
    put_details(store, id, article)
    return id


def put_details(store: Store, id: int, article: Article) -> None:
    """Store what is kept of an article beside its text, inside ``write()``."""
    database = store.database
    database.table("furniture").insert_all(
        {"source_id": id, "start": one.span.start, "stop": one.span.end, "kind": one.kind.value}
        for one in article.furniture
    )
    database.table("source_warning").insert_all(
        {"source_id": id, "position": position, "text": text}
        for position, text in enumerate(article.warnings)
    )
    database.table("published_candidate").insert_all(
        {"source_id": id, "position": position, "text": day.text, "edtf": day.edtf}
        for position, day in enumerate(article.candidates)
    )


def set_published(store: Store, id: SourceId, published: Published | None) -> None:
    """Give a source its date of publication, or take it away, inside ``write()``."""
    columns = date_columns(published.date if published else None)
    columns["text"] = columns.pop("date_text")
    basis = published.basis.value if published else None
    reason = published.reason if published else ""
    store.run("set_published", id=id, **columns, basis=basis, reason=reason)


def known_of(store: Store, id: int) -> dict[str, str | None]:
    """Return the columns of a source that a reader may correct, and ``given``.

    Raises:
        UnknownRef: The case holds no such source.
    """
    row = _row(store, id)
    return {name: row[name] for name in CORRECTED}


def change_source(store: Store, id: int, columns: Mapping[str, str | None]) -> None:
    """Give a source other values in columns of :data:`CORRECTED`, inside ``write()``.

    Its label follows; linking has to see it again.
    """
    changed = {name: value for name, value in columns.items() if name in CORRECTED}
    store.database.table("source").update(id, {**changed, "linked": 0})
    label_source(store, id)


def label_source(store: Store, id: int) -> None:
    """Give a source the label that fits what is known of it and its text, inside ``write()``."""
    store.database.table("source").update(id, {"label": _label(get_article(store, id))})


def source_ids(store: Store, within: Ref | None = None, *, limit: int = -1) -> "array[int]":
    """Return sources, oldest publication first; those of one entity or event, or all."""
    if within is None:
        rows = store.rows("source_ids", limit=limit)
    elif within.kind in (Kind.ENTITY, Kind.EVENT):
        rows = store.rows(f"source_ids_of_{within.kind.value}", id=within.id, limit=limit)
    else:
        return array("q", [within.id] if within.kind is Kind.SOURCE else [])
    return array("q", (row["id"] for row in rows))


def source_rows(store: Store, ids: Iterable[int]) -> list[SourceRow]:
    """Return sources as a list shows them, in the order of the ids."""
    wanted = list(ids)
    found = {row["id"]: row for row in store.rows("source_rows", ids=json.dumps(wanted))}
    said = reviews(store, Kind.SOURCE, wanted)
    return [_source_row(found[id], said.get(id, UNREVIEWED)) for id in wanted if id in found]


def source_lines(
    store: Store, ids: Iterable[int]
) -> Iterator[tuple[int, str, str | None, str | None]]:
    """Yield of sources id, title, publisher, and when they were published, in EDTF."""
    for row in store.rows("source_lines", ids=json.dumps(list(ids))):
        yield row["id"], row["title"], row["publisher"], row["published"]


def get_source(store: Store, id: int) -> Source:
    """Return one source with its text.

    Raises:
        UnknownRef: The case holds no such source.
    """
    row = _row(store, id)
    return Source(
        row=source_rows(store, [id])[0],
        title=row["title"],
        path=row["path"],
        author=row["author"],
        dateline=row["dateline"],
        url=row["url"],
        published_reason=row["published_reason"],
        sha256=row["sha256"],
        text=row["text"],
        furniture=_furniture(store, id, row["text"]),
    )


def get_article(store: Store, id: int) -> Article:
    """Return a source as the article that an engine reads.

    Raises:
        UnknownRef: The case holds no such source.
    """
    article = article_as_read(store, id)
    return replace(article, furniture=_over(store, id, article.text, article.furniture))


def article_as_read(store: Store, id: int) -> Article:
    """Return a source as the article that it is, but for what readers said of its lines.

    Raises:
        UnknownRef: The case holds no such source.
    """
    row = _row(store, id)
    fields = {name: row[name] for name in ("path", "sha256", "text", "format", "codec", "title")}
    fields |= {name: row[name] for name in ("publisher", "author", "dateline", "language", "url")}
    warnings = tuple(one["text"] for one in store.rows("source_warnings", id=id))
    return Article(
        **fields,
        published=_published(row),
        candidates=() if "published" in row["given"].split() else candidates(store, id),
        furniture=_furniture_read(store, id),
        warnings=warnings,
    )


def candidates(store: Store, id: int) -> tuple[PartialDate, ...]:
    """Return the days on which a source may have been published, likeliest first."""
    from casefile.core.edtf import bounds

    rows = store.rows("candidates", id=id)
    return tuple(PartialDate(row["text"], row["edtf"], *bounds(row["edtf"])) for row in rows)


def text_of(store: Store, id: int) -> str:
    """Return the text of one source; empty where there is no such source."""
    row = store.one("source_text", id=id)
    return str(row["text"]) if row else ""


def texts_of(store: Store, ids: Iterable[int]) -> dict[int, str]:
    """Return the texts of some sources; of those that there are not, none."""
    return {row["id"]: row["text"] for row in store.rows("source_texts", ids=json.dumps([*ids]))}


def _row(store: Store, id: int) -> Row:
    row = store.one("source", id=id)
    if row is None:
        raise no_source(store, id)
    return row


def no_source(store: Store, id: int, unknown: str = "") -> UnknownRef:
    """Return why there is no such source: a reader removed it; or else ``unknown``."""
    away = next((row for row in store.rows("sources_away") if row["id"] == id), None)
    if away is None:
        return UnknownRef(unknown or f"This case has no source {id}.")
    reason = f" ({away['reason']})" if away["reason"] else ""
    return UnknownRef(
        f"source:{id} “{away['label']}” was removed by {away['made_by']} on"
        f" {away['made_at'][:10]}{reason}: 'casefile restore' with source:{id} brings it back."
    )


def dated_columns(edtf: str | None) -> dict[str, str | None]:
    """Return the columns that hold the bounds of a date of publication."""
    ends = bounds(edtf) if edtf else (None, None)
    earliest, latest = (day.isoformat() if day else None for day in ends)
    return {"published_earliest": earliest, "published_latest": latest}


def published_columns(when: Published | None) -> dict[str, str | None]:
    """Return the columns that hold a date of publication."""
    dates = date_columns(when.date if when else None)
    return {
        "published": dates["edtf"],
        "published_text": dates["date_text"],
        "published_earliest": dates["earliest"],
        "published_latest": dates["latest"],
        "published_basis": when.basis.value if when else None,
        "published_reason": when.reason if when else "",
    }


def _columns(article: Article, given: Iterable[str]) -> dict[str, Any]:
    return {
        "sha256": article.sha256,
        **article_columns(article),
        "given": " ".join(sorted(given)),
    }


def article_columns(article: Article) -> dict[str, Any]:
    """Return the columns of a source that an article tells, but for who stated what."""
    return {
        "path": article.path,
        "format": article.format,
        "codec": article.codec,
        "label": _label(article),
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "dateline": article.dateline,
        "language": article.language,
        "url": article.url,
        **published_columns(article.published),
        "characters": len(article.text),
    }


def _label(article: Article) -> str:
    """Return what a list shows: the title, else how the story begins, else the file.

    The title is what is known as such, else the first line that is marked as one.
    """
    if article.title and article.title.strip():
        return article.title
    titles = [one.span for one in article.furniture if one.kind is FurnitureKind.TITLE]
    for line in (*titles, *lines(article.text)):
        if line in titles or not any(one.span.overlaps(line) for one in article.furniture):
            words = " ".join(line.of(article.text).split())
            short = words[:LABEL_LENGTH].rsplit(" ", 1)[0] if len(words) > LABEL_LENGTH else words
            return short if short == words else f"{short}…"
    return article.path


def _source_row(row: Row, review: Review) -> SourceRow:
    columns: dict[str, Any] = dict(row)
    return SourceRow(ref=Ref(Kind.SOURCE, columns.pop("id")), **columns, review=review)


def _furniture(store: Store, id: int, text: str) -> tuple[Furniture, ...]:
    return _over(store, id, text, _furniture_read(store, id))


def _over(store: Store, id: int, text: str, read: tuple[Furniture, ...]) -> tuple[Furniture, ...]:
    """Return the furniture of a source with what readers said of its lines over what was read."""
    if store.one("relabelled", id=id) is None:
        return read
    # Here: to know where lines stand needs the versions of a source, which need this room.
    from casefile.core.labelling import relabelled
    from casefile.store.labels import labels

    return tuple(relabelled(text, read, (one for one, _ in labels(store, id))))


def _furniture_read(store: Store, id: int) -> tuple[Furniture, ...]:
    rows = store.rows("furniture", id=id)
    return tuple(
        Furniture(Span(row["start"], row["stop"]), FurnitureKind(row["kind"])) for row in rows
    )


def _published(row: Mapping[str, Any]) -> Published | None:
    when = partial_date(row, "published")
    if when is None:
        return None
    return Published(when, Basis(row["published_basis"]), row["published_reason"])
