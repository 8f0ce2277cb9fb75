"""Passages that were noted down, and where their words stand in the text of a source now."""

import json
from dataclasses import dataclass

from casefile.core.anchoring import found_by, says
from casefile.model.kept import Orphan
from casefile.model.words import Kind, Ref, Span
from casefile.store.store import Store
from casefile.store.versionplaces import Place, Texts, packed, remember
from casefile.store.versions import version_mark, version_text


@dataclass(frozen=True, slots=True)
class Selectors:
    """By what a passage is known that was noted down: its words, and those beside it."""

    span: Span
    """In the version in which it was noted down."""
    quote: str
    prefix: str
    suffix: str

    def fit(self, text: str) -> bool:
        """Tell whether they say of a text what stands there."""
        before, after = text[: self.span.start], text[self.span.end :]
        is_between = before.endswith(self.prefix) and after.startswith(self.suffix)
        return is_between and says(text, self.span, self.quote)


def place_of(store: Store, source: int, noted: Selectors) -> Span | None:
    """Return where a passage noted down in some version stands in the text now, or None."""
    mark = version_mark(store, source)
    texts = Texts(store, source, version_text(store, source, mark) or "")
    if noted.fit(texts.new):
        return noted.span
    for sha256 in _noted_in(store, source, noted):
        if (span := texts.stands(sha256, noted.span)) is not None:
            return span
    return found_by(texts.new, noted.quote, noted.prefix, noted.suffix)


def _noted_in(store: Store, source: int, noted: Selectors) -> list[str]:
    """Return the versions in which a passage may have been noted down, the last first.

    Those that do not stand, too: their texts are kept.
    """
    hashes = [row["sha256"] for row in store.rows("all_versions", id=source)]
    found = [sha256 for sha256 in hashes if noted.fit(version_text(store, source, sha256) or "")]
    return found[::-1]


def settle_note(store: Store, id: int) -> None:
    """Put a note that was written on some version where its words stand now, inside ``write()``."""
    row = store.one("notes", ids=json.dumps([id]))
    if row is None or row["start"] is None:
        return
    source, span = int(row["target_id"]), Span(row["start"], row["stop"])
    noted = Selectors(span, row["quote"], row["prefix"], row["suffix"])
    stands = place_of(store, source, noted)
    store.run("drop_orphan", kind="note", ref_id=id)
    if stands is None:
        orphan = {"kind": "note", "ref_id": id, "position": 0, "source_id": source}
        store.run("put_orphan", **orphan, quote=row["quote"])
        # It may be of a version that is yet to come, or to come back.
        for sha256 in _noted_in(store, source, noted):
            place = Place(packed([span.start, span.end]), (span,))
            remember(store, source, sha256, ("note", id), place)
    elif stands != span:
        store.run("move_note", id=id, start=stands.start, stop=stands.end)


def orphans(store: Store, source: int) -> list[Orphan]:
    """Return what stood on words that are gone from the text of a source; its notes first."""
    return [
        Orphan(Ref(Kind(row["kind"]), row["ref_id"]), row["quote"])
        for row in store.rows("orphans_of_source", id=source)
    ]
