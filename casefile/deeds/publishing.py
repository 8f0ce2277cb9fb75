"""When a source was published, for a reader to decide: the days it may be, and on what basis."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from casefile.deeds.correcting import Corrected, correct
from casefile.deeds.refreshing import extracted
from casefile.errors import CasefileError, NoEngine
from casefile.extraction.engines import DEFAULT
from casefile.extraction.engines import engine as engine_named
from casefile.linking.publication import FEWEST_PERSONS, NEAR_DAYS
from casefile.model.article import Published
from casefile.model.findings import Findings
from casefile.model.rows import Passage
from casefile.model.words import Basis, Kind, PartialDate, Ref, Span
from casefile.store.findings import engine_of
from casefile.store.passages import around
from casefile.store.sources import get_article, get_source
from casefile.store.store import Store

_Events = Mapping[tuple[str, int, int], PartialDate | None]
"""The dates of events by kind, where the first passage begins, and number there."""


class NoSuchDay(CasefileError):
    """A number under which no day is offered."""


@dataclass(frozen=True, slots=True)
class Undated:
    """A source whose date of publication is not sure."""

    ref: Ref
    days: int
    """Days that the text allows and that are kept; none where only its bounds are known."""


@dataclass(frozen=True, slots=True)
class Day:
    """One date that a source may have been published on."""

    edtf: str
    date: PartialDate
    basis: str
    """Clauses for the reader: the weekday, what the text says, which reports are near."""
    passage: Passage | None
    """Where the words stand that it follows from; None where they stand nowhere."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What a date of publication would do to the events that the source tells."""

    dated: int
    """Events that had no date."""
    moved: int
    days: int
    """By how many days those that had one move, at the median; negative for earlier."""
    undated: int


def undated(store: Store) -> list[Undated]:
    """Return the sources to ask about, those that most events wait for first."""
    return [
        Undated(Ref(Kind.SOURCE, row["id"]), row["days"]) for row in store.rows("sources_to_date")
    ]


def days_of(store: Store, ref: Ref) -> list[Day]:
    """Return the dates that a source may have, likeliest first.

    Days that reports of the same people stand near come first, then as the reading ranked
    them; what was reckoned, where no day is kept, is the only one.

    Raises:
        UnknownRef: There is no such source.
    """
    article = get_article(store, ref.id)
    kept = article.candidates
    near = _company(store, ref) if kept else []
    counted = [(day, sum(_is_near(day, one) for one in near)) for day in kept]
    ranked = sorted(counted, key=lambda one: -one[1])
    found = [_day(store, ref, day, _basis(day, count)) for day, count in ranked]
    reckoned = article.published
    if reckoned and reckoned.date.edtf not in [day.edtf for day in found]:
        why = reckoned.reason or reckoned.basis.value
        found.insert(0, _day(store, ref, reckoned.date, why))
    return found


def choose_day(
    store: Store, ref: Ref, number: int, *, reason: str = "", by: str, now: str
) -> Corrected:
    """Let a source be published on one of its days, counted from 1; 0 says that none is right.

    Raises:
        UnknownRef: There is no such source.
        NoSuchDay: There is no day of that number.
    """
    days = days_of(store, ref)
    if not 0 <= number <= len(days):
        many = f"1 to {len(days)}, or 0 for none of them" if days else "only 0, for not known"
        raise NoSuchDay(f"{ref} has no day {number}: choose {many}.")
    stated = days[number - 1].edtf if number else ""
    return correct(store, ref, {"published": stated}, reason=reason, by=by, now=now)


def mover(store: Store, ref: Ref) -> Callable[[PartialDate | None], Moved] | None:
    """Return what tells the effect of a date on the events of a source; it writes nothing.

    None where only a costly engine could tell: it is not run for a look.

    Raises:
        UnknownRef: There is no such source.
    """
    try:
        engine = engine_named(engine_of(store, ref.id) or DEFAULT)
    except NoEngine:
        return None
    if engine.is_costly:
        return None
    article = get_article(store, ref.id)
    before = _events(extracted(engine, article))

    def effect(when: PartialDate | None) -> Moved:
        published = None if when is None else Published(when, Basis.GIVEN)
        return _moved(before, _events(extracted(engine, replace(article, published=published))))

    return effect


def _moved(before: _Events, after: _Events) -> Moved:
    pairs = [(before[key], after[key]) for key in before.keys() & after.keys()]
    shifts = [
        (is_now.earliest - was.earliest).days
        for was, is_now in pairs
        if was and is_now and was.earliest and is_now.earliest and was.edtf != is_now.edtf
    ]
    return Moved(
        dated=sum(_is_dated(is_now) and not _is_dated(was) for was, is_now in pairs),
        moved=len(shifts),
        days=round(median(shifts)) if shifts else 0,
        undated=sum(_is_dated(was) and not _is_dated(is_now) for was, is_now in pairs),
    )


def _is_dated(when: PartialDate | None) -> bool:
    return when is not None and when.edtf is not None


def _events(found: Findings) -> _Events:
    told: Counter[tuple[str, int]] = Counter()
    events = {}
    for event in found.events:
        place = (event.kind.value, event.evidence[0].start)
        events[(*place, told[place])] = event.date
        told[place] += 1
    return events


def _company(store: Store, ref: Ref) -> list[date]:
    """Return the days of dated reports of the same people."""
    rows = store.rows("company_of_source", id=ref.id, fewest=FEWEST_PERSONS)
    return [date.fromisoformat(row["earliest"]) for row in rows]


def _is_near(day: PartialDate, other: date) -> bool:
    return day.earliest is not None and abs((day.earliest - other).days) <= NEAR_DAYS


def _day(store: Store, ref: Ref, when: PartialDate, basis: str) -> Day:
    return Day(str(when.edtf), when, basis, _passage(store, ref, when.text))


def _basis(day: PartialDate, reports: int) -> str:
    """Return why a day may be the one: its weekday, and who else reports of the same people."""
    said = []
    if day.earliest is not None and day.earliest == day.latest:
        said.append(f"a {day.earliest:%A}")
    if day.text:
        said.append(f"the text says “{day.text}”")
    if reports:
        near = "a report" if reports == 1 else f"{reports} reports"
        said.append(f"{near} of the same people within a year")
    return ", ".join(said) or "the text allows it"


def _passage(store: Store, ref: Ref, wording: str) -> Passage | None:
    """Return the first place where the words of a date stand, with what stands around them."""
    source = get_source(store, ref.id)
    start = source.text.find(wording) if wording else -1
    if start < 0:
        return None
    span = Span(start, start + len(wording))
    before, after = around(source.text, span)
    return Passage(ref, span, before, wording, after, source.row.title, source.row.published)
