"""Where a reader left a case, as it is kept between runs: plain values, and back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from casefile.core.timescale import Zoom
from casefile.core.trail import Trail
from casefile.errors import CasefileError
from casefile.model.orders import Order, order_of
from casefile.model.words import Kind, Ref, Span
from casefile.tui.base.look import SINCE, UNITS, Look, Tab, tab_of
from casefile.tui.base.rowlist import Spot
from casefile.tui.base.view import Choice, Sought
from casefile.tui.screens.place import Place, Question, Slot, Target

MOST = 50
"""Places of the trail that are kept: what was read before them is found by other ways."""

LAYOUT = ("zoom", "beside", "alone")
"""What a reader turns on and off of the arrangement; the last as against the configuration."""

_MORE: Mapping[Tab, Collection[str]] = {
    Look.TIMELINE: [zoom.value for zoom in Zoom], Look.TOGETHER: ("column",),
}  # fmt: skip
"""Of which lists more than the row is kept, and by what words: see :class:`Spot`."""

Plain = dict[str, Any]
"""What JSON can hold."""


@dataclass(frozen=True, slots=True)
class Left:
    """The trail with the place it was left at, what the lists show, and the arrangement."""

    trail: Trail[Place]
    questions: Mapping[Tab, Question] = field(default_factory=dict)
    layout: frozenset[str] = frozenset()


def plain(left: Left) -> Plain:
    """Return what is kept: the last places to here, and what can be gone forward to."""
    trail = left.trail
    first = max(0, min(trail.at, len(trail.places) - MOST))
    return {
        "places": [_plain_place(one) for one in trail.places[first : first + MOST]],
        "at": trail.at - first,
        "lists": {
            str(tab): _plain_question(question)
            for tab, question in left.questions.items()
            if question != Question()
        },
        "layout": sorted(left.layout),
    }


def read(kept: Plain) -> Left | None:
    """Return what was kept; None where it is not to be made out, whatever the file holds."""
    try:
        at, places = _number(kept["at"]), [_place(one) for one in kept["places"]]
        lists = {tab_of(tab): _question(tab_of(tab), of) for tab, of in kept["lists"].items()}
        layout = frozenset(kept["layout"]).intersection(LAYOUT)
    except (CasefileError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None
    return Left(Trail(tuple(places), at), lists, layout) if at < len(places) else None


def _plain_place(place: Place) -> Plain:
    search = place.search
    return {
        "tab": str(place.tab),
        "question": _plain_question(place.question),
        "rows": _plain_spot(place.rows),
        "slot": str(place.slot),
        "target": _plain_target(place.target) if place.target else None,
        "main": _plain_spot(place.main),
        "side": _plain_spot(place.side),
        "name": place.name,
        "search": [search.query, _of(search.choice.ref), search.choice.in_text, search.choice.top]
        if search
        else None,
    }


def _place(kept: Plain) -> Place:
    tab = tab_of(kept["tab"])
    return Place(
        tab,
        _question(tab, kept["question"]),
        _spot(kept["rows"], tab),
        Slot(kept["slot"]),
        _target(kept["target"]) if kept["target"] else None,
        _spot(kept["main"]),
        _spot(kept["side"]),
        str(kept["name"]),
        _search(*kept["search"]) if kept["search"] else None,
    )


def _search(query: str, ref: str | None, in_text: bool, top: int) -> Sought:
    return Sought(str(query), Choice(_ref(ref), in_text is True, _number(top)))


def _plain_question(question: Question) -> Plain:
    order = question.order
    return {
        "matching": question.matching,
        "within": _of(question.within),
        "by": question.by,
        "order": [order.by, order.down] if order else None,
        "among": list(question.among),
        "since": question.since,
    }


def _question(tab: Tab, kept: Plain) -> Question:
    order = None
    if kept["order"] and isinstance(tab, Kind):
        by, down = kept["order"]
        order = Order(by, down is True) if order_of(tab, by) else None
    among = tuple(_number(one) for one in kept["among"])
    return Question(
        str(kept["matching"]),
        _ref(kept["within"]),
        _one_of(UNITS, kept["by"]),
        order,
        among,
        _one_of(SINCE, kept["since"]),
    )


def _plain_target(target: Target) -> Plain:
    span = target.span
    return {
        "ref": str(target.ref),
        "span": [span.start, span.end] if span else None,
        "about": _of(target.about),
        "card": target.card,
        "seen": [str(one) for one in target.seen] if target.seen is not None else None,
        "version": target.version,
    }


def _target(kept: Plain) -> Target:
    return Target(
        Ref.parse(kept["ref"]),
        _span(kept["span"]) if kept["span"] else None,
        _ref(kept["about"]),
        kept["card"] is True,
        None if kept["seen"] is None else tuple(map(Ref.parse, kept["seen"])),
        _number(kept["version"]),
    )


def _plain_spot(spot: Spot) -> list[Any]:
    return [_of(spot.ref), spot.at, spot.top, list(spot.more) if spot.more else None]


def _spot(kept: list[Any], tab: Tab | None = None) -> Spot:
    ref, at, top, more = kept
    seen = None
    if more is not None and tab is not None and tab in _MORE:
        name, begin = more
        seen = (_one_of(_MORE[tab], name), min(_number(begin), date.max.toordinal()))
    return Spot(_ref(ref), -1 if at == -1 else _number(at), _number(top), seen)


def _span(kept: list[Any]) -> Span:
    start, end = map(_number, kept)
    if start >= end:
        raise ValueError(kept)
    return Span(start, end)


def _one_of(words: Collection[str], kept: object) -> str:
    if kept not in words:
        raise ValueError(kept)
    return str(kept)


def _of(ref: Ref | None) -> str | None:
    return None if ref is None else str(ref)


def _ref(kept: str | None) -> Ref | None:
    return None if kept is None else Ref.parse(kept)


def _number(kept: object) -> int:
    """Return a count or an id, as SQLite can hold it."""
    if not isinstance(kept, int) or not 0 <= kept < 1 << 63:
        raise ValueError(kept)
    return kept
