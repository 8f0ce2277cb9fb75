"""Whether what somebody sends as a log is one: every value of the kind that a decision has.

What is let in stays in the case for ever, also where it waits for its source; so nothing
is let in that could not be carried out then.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from casefile.core.edtf import is_valid
from casefile.core.labelling import LABELS
from casefile.deeds.correcting import FIELDS, LONGEST
from casefile.deeds.questioning import LONGEST_ANSWER, LONGEST_QUESTION
from casefile.deeds.reviewing import LONGEST_TAG, REVIEWED
from casefile.deeds.saving import LONGEST_NAME
from casefile.deeds.stating import LONGEST_ROLE
from casefile.deeds.toldmaking import is_list_of, is_made, is_stated_fact
from casefile.model.article import Article
from casefile.model.plain import from_plain
from casefile.model.review import GRADES, Reading, Status
from casefile.model.words import Basis, EntityKind, EventKind, Kind, Modality, Verdict
from casefile.store import notes
from casefile.store.carrying import MERGED, SOURCE_DEEDS
from casefile.store.portable import REFERENCE
from casefile.store.sources import CORRECTED

LARGEST = 1 << 40
"""Numbers of notes and places beyond this are no case's; a column ends at 1 << 63."""

Fits = Callable[[Any], bool]


def is_decision(one: object) -> bool:
    """Tell whether something is a told decision, as ``casefile.core.sight`` has them."""
    if not isinstance(one, dict) or not (_number(one.get("seq")) and _stamp(one.get("at"))):
        return False
    deed = one.get("deed")
    if not (_words(deed) and _words(one.get("by"))):
        return False
    if not _keys(one.get("saw")):
        return False
    rest = {name: one[name] for name in one.keys() - {"seq", "at", "deed", "by", "saw"}}
    if deed in ("undo", "redo"):
        return _has(rest, {"of": _words})
    if deed in SOURCE_DEEDS:
        shape: dict[str, Fits] = {"target": _place_or_none, "source": _words, "columns": _source}
        return _has(rest, shape)
    if deed in ("note added", "note edited", "note deleted", "note settled"):
        shape = {"target": _place_or_none, "note": _text_or_none, "columns": _note_or_none}
        if deed == "note added":
            shape |= {"id": lambda one: _number(one) and one > 0, "columns": _note}
        return _has(rest, shape)
    if deed == "notes deleted":
        return _has(rest, {"target": _place_or_none, "notes": _keys}) and bool(rest["notes"])
    shape = {"target": _place_or_none, "gone": _rows, "put": _rows}
    return deed not in ("base", MERGED) and _has(rest, shape)


def _has(told: Mapping[str, Any], shape: Mapping[str, Fits]) -> bool:
    return told.keys() == shape.keys() and all(fits(told[name]) for name, fits in shape.items())


def _number(value: object) -> bool:
    return type(value) is int and 0 <= value < LARGEST


def _keys(value: object) -> bool:
    return isinstance(value, list) and all(map(_words, value))


def _text(value: object) -> bool:
    """Tell whether it is text that can be stored: halves of a pair of surrogates cannot."""
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _words(value: object) -> bool:
    return _text(value) and value != ""


def _text_or_none(value: object) -> bool:
    return value is None or _text(value)


def _field(value: object) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= LONGEST and _text(value))


def _stamp(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _day_or_none(value: object) -> bool:
    try:
        return value is None or (isinstance(value, str) and bool(date.fromisoformat(value)))
    except ValueError:
        return False


def _edtf(value: object) -> bool:
    return isinstance(value, str) and _text(value) and is_valid(value)


def _place(value: object) -> bool:
    return (
        isinstance(value, list)
        and 2 <= len(value) < 20
        and value[0] in tuple(Kind)
        and all(part is None or _text(part) or _number(part) for part in value)
    )


def _place_or_none(value: object) -> bool:
    return value is None or _place(value)


def _of(place: Any) -> str:
    return str(place[0]) if place else ""


def _note_or_none(columns: object) -> bool:
    return columns is None or _note(columns)


def _note(columns: Any) -> bool:
    shape: dict[str, Fits] = {
        "target": _place_or_none,
        "body": lambda body: _words(body) and bool(body.strip()) and len(body) <= notes.LONGEST,
        **dict.fromkeys(("start", "stop"), lambda at: at is None or _number(at)),
        **dict.fromkeys(("quote", "prefix", "suffix"), _text_or_none),
        **dict.fromkeys(("created", "updated"), _stamp),
    }
    if isinstance(columns, dict) and "links" in columns:
        shape["links"] = _links
    if not isinstance(columns, dict) or not _has(columns, shape):
        return False
    start, stop, quote = (columns[name] for name in ("start", "stop", "quote"))
    if _of(columns["target"]) in ("note", "search"):
        return False
    if start is None or stop is None or quote is None:
        return (start, stop, quote) == (None, None, None)
    return bool(start < stop) and _of(columns["target"]) == "source"


def _links(value: object) -> bool:
    """Tell whether a value says where pointers lead, each of them one by a number."""
    return (
        isinstance(value, dict)
        and bool(value)
        and all(REFERENCE.fullmatch(words) and _place_or_none(to) for words, to in value.items())
        and all(to is None or _of(to) == words.partition(":")[0] for words, to in value.items())
    )


def _source(columns: Any) -> bool:
    shape: dict[str, Fits] = {
        **dict.fromkeys(CORRECTED, _field),
        "published": lambda one: one is None or _edtf(one),
        "published_earliest": _day_or_none,
        "published_latest": _day_or_none,
        "published_basis": lambda one: one is None or one in tuple(Basis),
        "published_reason": _text,
        "given": lambda one: _text(one) and {*one.split()} <= {*FIELDS},
    }
    return isinstance(columns, dict) and all(
        name in shape and shape[name](value) for name, value in columns.items()
    )


def _rows(value: object) -> bool:
    return isinstance(value, list) and all(map(_row, value))


def _row(row: object) -> bool:
    if not isinstance(row, dict) or row.get("table") not in tuple(_ROWS):
        return False
    shape, fits = _ROWS[row["table"]]
    if row["table"] in ("rejected_mention", "made", "question", "relabelled") and "version" in row:
        shape = {**shape, "version": _words}
    return _has(row, {"table": _words, **shape}) and fits(row)


def _is_tag(row: Mapping[str, Any]) -> bool:
    return "," not in row["name"] and len(row["name"]) <= LONGEST_TAG


def _is_assessment(row: Mapping[str, Any]) -> bool:
    kind, value = _of(row["target"]), str(row["value"])
    if row["field"] == "status":
        return (not kind or kind in REVIEWED) and value in {*Status} - {Status.UNREVIEWED}
    if row["field"] == "grade":
        right = Kind.FACT if value.isdigit() else Kind.SOURCE
        return value in GRADES and kind in ("", right)
    if row["field"] == "reading":
        wanted = {"fact": {*Reading}, "source": {Reading.UNSURE}, "": {*Reading}}
        return value in wanted.get(kind, set())
    return (row["field"], value) == ("sensitive", "yes")


def _is_question(row: Mapping[str, Any]) -> bool:
    start, stop, quote = (row[name] for name in ("start", "stop", "quote"))
    answered = {row[name] is None for name in ("answer", "answered_by", "answered_at")}
    if len(row["words"]) > LONGEST_QUESTION or len(answered) > 1:
        return False
    if (row["asked_of"] == "") != (row["asked_at"] is None):
        return False
    if start is None or stop is None or quote is None:
        return (start, stop, quote) == (None, None, None)
    return bool(start < stop) and _of(row["target"]) in ("", "source")


def _is_correction(row: Mapping[str, Any]) -> bool:
    kind, field, value = _of(row["target"]), row["field"], row["value"]
    if len(value) > LONGEST or (row["entity"] and (field, _of(row["entity"])) != PLACED):
        return False
    if field in ("name", "alias"):
        return kind in ("", "entity") and value != ""
    if field == "kind":
        return value in tuple(EventKind if kind == "event" else EntityKind)
    values: dict[str, Fits] = {
        "title": _words,
        "date": lambda one: one == "" or _edtf(one),
        "place": _text,
        "modality": lambda one: one in tuple(Modality),
    }
    return bool(kind in ("", "event") and field in values and values[field](value))


PLACED = ("place", "entity")
"""The one field that names an entity."""


def _is_rejection(row: Mapping[str, Any]) -> bool:
    if row["is_everywhere"] and row["source"]:
        return False
    is_one = row["start"] < row["stop"] and not row["is_everywhere"]
    return bool(row["stop"] == 0 or is_one)


def _is_version(row: Mapping[str, Any]) -> bool:
    """Tell whether a row holds an article whose furniture lies in its text, and its hash."""
    try:
        article = from_plain(Article, {**json.loads(row["article"]), "text": row["text"]})
    except (TypeError, ValueError, RecursionError):
        return False
    ends = [0, *(end for one in article.furniture for end in (one.span.start, one.span.end))]
    are_inside = ends == sorted(ends) and ends[-1] <= len(article.text)
    return bool(article.text) and article.sha256 == row["sha256"] and are_inside


def _is_label(row: Mapping[str, Any]) -> bool:
    return row["kind"] in LABELS and row["stop"] - row["start"] == len(row["quote"])


def _is_judgement(row: Mapping[str, Any]) -> bool:
    is_human = not row["made_by"].startswith("machine:")
    sides = {_of(row["left"]), _of(row["right"])} - {""}
    known = row["kind"] in ("entity", "event") and row["judgement"] in tuple(Verdict)
    return is_human and known and sides <= {row["kind"]}


def _on(*kinds: str) -> Fits:
    return lambda place: place is None or (_place(place) and _of(place) in kinds)


_THINGS = _on("source", "entity", "event", "fact", "note")

_ROWS: Mapping[str, tuple[Mapping[str, Fits], Callable[[Mapping[str, Any]], bool]]] = {
    "tag": ({"target": _THINGS, "name": _words}, _is_tag),
    "assessment": (
        {
            "target": _THINGS,
            **dict.fromkeys(("field", "value", "made_by"), _words),
            "reason": _text,
            "made_at": _stamp,
        },
        _is_assessment,
    ),
    "question": (
        {
            "target": _on("source", "entity", "event", "fact", "conflict"),
            **dict.fromkeys(("words", "made_by"), _words),
            **dict.fromkeys(("start", "stop"), lambda at: at is None or _number(at)),
            **dict.fromkeys(("quote", "answered_by"), _text_or_none),
            "asked_of": _text,
            "answer": lambda one: one is None or (_words(one) and len(one) <= LONGEST_ANSWER),
            **dict.fromkeys(("asked_at", "answered_at"), lambda one: one is None or _stamp(one)),
            "made_at": _stamp,
        },
        _is_question,
    ),
    "correction": (
        {
            "target": _on("entity", "event"),
            **dict.fromkeys(("field", "value"), _text),
            "wording": _text_or_none,
            "entity": _place_or_none,
            "made_at": _stamp,
        },
        _is_correction,
    ),
    "made": (
        {
            "source": _on("source"),
            **dict.fromkeys(("start", "stop", "ordinal", "thing_id"), _number),
            **dict.fromkeys(("kind", "told", "made_by"), _words),
            "things": is_list_of(_place_or_none),
            "made_at": _stamp,
        },
        is_made,
    ),
    "stated_participant": (
        {"event": _on("event"), "entity": _on("entity"), "role": _text, "made_at": _stamp},
        lambda row: len(row["role"]) <= LONGEST_ROLE,
    ),
    "stated_fact": (
        {
            "fact": _on("fact"),
            **dict.fromkeys(("field", "value"), _words),
            "things": is_list_of(_place_or_none),
            "made_at": _stamp,
        },
        is_stated_fact,
    ),
    "rejected_mention": (
        {
            "source": _on("source"),
            "is_everywhere": lambda one: isinstance(one, bool),
            **dict.fromkeys(("start", "stop"), _number),
            "form": _words,
        },
        _is_rejection,
    ),
    "judgement": (
        {
            **dict.fromkeys(("left", "right"), _place_or_none),
            **dict.fromkeys(("kind", "judgement", "made_by"), _words),
            "reason": _text,
            "made_at": _stamp,
        },
        _is_judgement,
    ),
    "source_version": (
        {
            "source": _on("source"),
            "sha256": lambda one: _text(one) and len(one) == 64,
            "added": _stamp,
            "made_by": _words,
            **dict.fromkeys(("text", "article"), _text),
        },
        _is_version,
    ),
    "removed_source": (
        {"source": _on("source"), "reason": _text, "made_by": _words, "made_at": _stamp},
        lambda row: True,
    ),
    "relabelled": (
        {
            "source": _on("source"),
            **dict.fromkeys(("start", "stop"), _number),
            **dict.fromkeys(("kind", "quote", "made_by"), _words),
            "made_at": _stamp,
        },
        _is_label,
    ),
    "saved_search": (
        {**dict.fromkeys(("name", "line"), _words), "created": _stamp, "id": _number},
        lambda row: len(row["name"]) <= LONGEST_NAME and row["id"] > 0,
    ),
}
"""By table what each column must be, and what its row must be as a whole."""
