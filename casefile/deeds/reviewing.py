"""Say of things what a review says: tags, status, grade, sensitivity. Each deed one decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from casefile.deeds.linked import label
from casefile.deeds.questioning import check_asked
from casefile.errors import CasefileError, UnknownRef
from casefile.model.review import GRADES, Reading, Status
from casefile.model.words import Kind, Ref
from casefile.store import log
from casefile.store.entities import entity_cluster
from casefile.store.events import event_cluster
from casefile.store.hand import swap
from casefile.store.reviews import rows_said, tags
from casefile.store.store import Store

LONGEST_TAG = 60
"""Code points of a tag: more would not be read in a list."""

LONGEST_REASON = 1_000
"""Code points of a reason; what needs more is a note."""

UNSURE = Reading.UNSURE

REVIEWED = (Kind.ENTITY, Kind.EVENT, Kind.FACT)
"""What has a status."""

HandRow = dict[str, Any]


class BadReview(CasefileError):
    """A tag, status or grade that there is not, or not of such a thing."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a deed changed."""

    refs: tuple[Ref, ...]
    """What says something else now; empty where all of it was so already."""


def tag(
    store: Store,
    refs: Sequence[Ref],
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    by: str,
    now: str,
) -> Reviewed:
    """Give some things tags and take some from them.

    A tag that the case knows in other letters, large or small, is that tag.

    Raises:
        UnknownRef: One of the things is not there; nothing is changed.
        BadReview: A tag is no word, or has a comma; nothing is changed.
    """
    with store.write():
        known = {name.casefold(): name for name, _ in tags(store)}
        wanted = [known.setdefault(name.casefold(), name) for name in map(_tag, add)]
        unwanted = {name.casefold() for name in map(_tag, remove)}
        gone: list[HandRow] = []
        put: list[HandRow] = []
        changed = []
        for ref in _leading(store, refs):
            said = [row for row in rows_said(store, ref.kind, [ref.id]) if row["field"] == "tag"]
            dropped = [row for row in said if row["value"].casefold() in unwanted]
            has = {row["value"] for row in said}
            added = [name for name in dict.fromkeys(wanted) if name not in has]
            gone += [_tag_row(Ref(ref.kind, row["target_id"]), row["value"]) for row in dropped]
            put += [_tag_row(ref, name) for name in added]
            changed += [ref] if dropped or added else []
        deed = "tagged" if put else "tags removed"
        return _done(store, deed, changed, gone, put, by=by, now=now)


def rename_tag(store: Store, old: str, new: str, *, by: str, now: str) -> Reviewed:
    """Call a tag otherwise wherever it stands; one that is there already takes it in.

    In whatever letters that one is written, large or small.

    Raises:
        BadReview: There is no such tag, or the new one is none.
    """
    with store.write():
        wanted = _tag(new)
        rows = _rows_of_tag(store, old)
        if wanted.casefold() != rows[0]["name"].casefold():
            known = {name.casefold(): name for name, _ in tags(store)}
            wanted = known.get(wanted.casefold(), wanted)
        gone = [{**row, "table": "tag"} for row in rows if row["name"] != wanted]
        on = {Ref(Kind(row["target_kind"]), row["target_id"]): row for row in gone}
        there = {
            Ref(Kind(row["target_kind"]), row["target_id"])
            for row in store.rows("rows_tagged", name=wanted)
        }
        put = [{**row, "name": wanted} for ref, row in on.items() if ref not in there]
        return _done(store, "tag renamed", list(on), gone, put, by=by, now=now)


def drop_tag(store: Store, name: str, *, by: str, now: str) -> Reviewed:
    """Take a tag from everything that has it.

    Raises:
        BadReview: There is no such tag.
    """
    with store.write():
        gone = [{**row, "table": "tag"} for row in _rows_of_tag(store, name)]
        refs = dict.fromkeys(Ref(Kind(row["target_kind"]), row["target_id"]) for row in gone)
        return _done(store, "tags removed", list(refs), gone, [], by=by, now=now)


def set_status(
    store: Store, refs: Sequence[Ref], status: str, *, reason: str = "", by: str, now: str
) -> Reviewed:
    """Say how a review left entities, events or facts; ``unreviewed`` takes it back.

    Raises:
        UnknownRef: One of the things is not there; nothing is changed.
        BadReview: There is no such status, or one of the things has none.
        UnaskedDenial: A fact is to be confirmed that something in the case denies, nobody was
            asked about that, and no reason is given.
    """
    if status not in Status.__members__.values():
        raise BadReview(f"There is no status {status!r}: choose {', '.join(Status)}.")
    for ref in refs:
        if ref.kind not in REVIEWED:
            raise BadReview(f"{ref} has no status: entities, events and facts have one.")
    if status == Status.CONFIRMED and not reason.strip():
        for ref in refs:
            check_asked(store, ref)
    value = None if status == Status.UNREVIEWED else status
    return _assess(store, "status set", refs, "status", value, reason, by=by, now=now)


def set_grade(
    store: Store, refs: Sequence[Ref], grade: str | None, *, reason: str = "", by: str, now: str
) -> Reviewed:
    """Grade sources by A to F, or facts by 1 to 6; None takes it back.

    Raises:
        UnknownRef: One of the things is not there; nothing is changed.
        BadReview: There is no such grade, or it is not one of such a thing.
    """
    wanted = grade.strip().upper() if grade else None
    if wanted is not None and wanted not in GRADES:
        raise BadReview(f"There is no grade {grade!r}: A to F for a source, 1 to 6 for a fact.")
    for ref in refs:
        if ref.kind not in (Kind.SOURCE, Kind.FACT):
            raise BadReview(f"{ref} has no grade: sources have one, A to F, and facts, 1 to 6.")
        if wanted and wanted.isdigit() != (ref.kind is Kind.FACT):
            right = "1 to 6" if ref.kind is Kind.FACT else "A to F"
            raise BadReview(f"{wanted} is no grade of a {ref.kind.value}: that is {right}.")
    return _assess(store, "graded", refs, "grade", wanted, reason, by=by, now=now)


def set_sensitive(
    store: Store, refs: Sequence[Ref], is_sensitive: bool, *, by: str, now: str
) -> Reviewed:
    """Mark things as sensitive, or take the mark away.

    Raises:
        UnknownRef: One of the things is not there; nothing is changed.
    """
    value = "yes" if is_sensitive else None
    return _assess(store, "sensitivity set", refs, "sensitive", value, "", by=by, now=now)


def set_reading(
    store: Store, refs: Sequence[Ref], how: str | None, *, reason: str = "", by: str, now: str
) -> Reviewed:
    """Say that facts were read rightly or wrongly, or that one cannot be sure; None takes it back.

    Of a source it can be said that its date of publication is not sure. A fact that was read
    wrongly is rejected, unless a status says otherwise.

    Raises:
        UnknownRef: One of the things is not there; nothing is changed.
        BadReview: There is no such finding, or not of such a thing.
    """
    if how is not None and how not in Reading.__members__.values():
        raise BadReview(f"There is no reading {how!r}: right, wrong or unsure.")
    for ref in refs:
        if ref.kind is not Kind.FACT and (ref.kind is not Kind.SOURCE or how not in (None, UNSURE)):
            raise BadReview(f"{ref} is not {how or 'open'}: facts are right, wrong or unsure,"
                            " the date of a source unsure.")  # fmt: skip
    return _assess(store, "reading set", refs, "reading", how, reason, by=by, now=now)


def _assess(
    store: Store,
    deed: str,
    refs: Sequence[Ref],
    field: str,
    value: str | None,
    reason: str,
    *,
    by: str,
    now: str,
) -> Reviewed:
    why = " ".join(reason.split())
    if len(why) > LONGEST_REASON:
        raise BadReview(f"A reason has at most {LONGEST_REASON:,} characters: write a note.")
    with store.write():
        gone: list[HandRow] = []
        put: list[HandRow] = []
        changed = []
        for ref in _leading(store, refs):
            said_of = rows_said(store, ref.kind, [ref.id])
            rows = [row for row in said_of if row["field"] == field]
            if field == "status" and value is None:
                # What was read wrongly is rejected for that alone.
                rows += [row for row in said_of if row["value"] == Reading.WRONG]
            if [(row["value"], row["reason"]) for row in rows[:1]] == [(value, why)]:
                continue
            if not rows and value is None:
                continue
            # Of accounts that were joined each may say something: now all say this one thing.
            gone += [_assessment_row(ref.kind, dict(row)) for row in rows]
            signed = {"made_by": by, "made_at": now}
            said: HandRow = {
                "target_id": ref.id,
                "field": field,
                "value": value,
                "reason": why,
                **signed,
            }
            put += [_assessment_row(ref.kind, said)] if value is not None else []
            changed.append(ref)
        return _done(store, deed, changed, gone, put, by=by, now=now)


def _done(
    store: Store,
    deed: str,
    refs: Sequence[Ref],
    gone: list[HandRow],
    put: list[HandRow],
    *,
    by: str,
    now: str,
) -> Reviewed:
    if refs:
        swap(store, gone, put)
        log.record(store, deed, refs[0], before=gone, after=put, by=by, now=now)
    return Reviewed(tuple(refs))


def _leading(store: Store, refs: Iterable[Ref]) -> list[Ref]:
    """Return the refs under which things are shown, each once; all of them are there."""
    found = []
    for ref in refs:
        if ref.kind is Kind.ENTITY:
            found.append(Ref(ref.kind, entity_cluster(store, ref.id)))
        elif ref.kind is Kind.EVENT:
            found.append(Ref(ref.kind, event_cluster(store, ref.id)))
        elif ref.kind in (Kind.CONFLICT, Kind.SEARCH):
            raise UnknownRef(f"{ref} takes no tags, status or grade.")
        else:
            label(store, ref)
            found.append(ref)
    return list(dict.fromkeys(found))


def _tag(words: str) -> str:
    name = " ".join(words.split())
    if not name or "," in name or len(name) > LONGEST_TAG:
        raise BadReview(
            f"A tag is at most {LONGEST_TAG} characters without a comma: {words!r} is no tag."
        )
    return name


def _rows_of_tag(store: Store, name: str) -> list[HandRow]:
    wanted = " ".join(name.split()).casefold()
    names = [known for known, _ in tags(store) if known.casefold() == wanted]
    if not names:
        raise BadReview(f"No thing has the tag {name!r}: 'casefile tags' lists those there are.")
    return [dict(row) for known in names for row in store.rows("rows_tagged", name=known)]


def _tag_row(ref: Ref, name: str) -> HandRow:
    return {
        "table": "tag",
        "target_kind": ref.kind.value,
        "target_id": ref.id,
        "name": name,
    }


def _assessment_row(kind: Kind, row: HandRow) -> HandRow:
    columns = ("target_id", "field", "value", "reason", "made_by", "made_at")
    return {
        "table": "assessment",
        "target_kind": kind.value,
        **{name: row[name] for name in columns},
    }
