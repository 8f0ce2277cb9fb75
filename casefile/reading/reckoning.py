"""Reckon when an undated story was published: the day that contradicts none of its clues.

The clues alone repeat each year, so nothing is reckoned where no year is told: by a numbered
session, or by a year that is past beside one that is to come.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casefile.core import edtf
from casefile.model.article import Published
from casefile.model.words import Basis, PartialDate
from casefile.reading.clues import NEWS_LASTS, Clue, Window, clues, windows
from casefile.reading.days import MONTH_NAMES
from casefile.reading.furniture import Marks
from casefile.reading.lines import Line
from casefile.reading.told import Told

LONGEST_WINDOW = 500
"""Days among which one is looked for: more than that, and the same clues fit twice."""

_FEWEST_CLUES = 3
_MOST_WORDINGS = 5
"""Clues that the reason names."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A day, and what it costs to take it for that of publication; 0 contradicts nothing."""

    on: date
    cost: int
    against: tuple[str, ...]
    """The wordings that speak against it."""
    age: int
    """Days since the last thing told that is past; of two days that fit, news is nearer."""


def reckoned(
    text: str,
    lines: Sequence[Line],
    found: Marks,
    facts: Told,
    *,
    today: date,
    saved: date | None = None,
) -> tuple[Published | None, tuple[PartialDate, ...]]:
    """Return the day that alone fits all clues, marked uncertain, or else those that fit.

    A wrong date is worse than none, so a day is only an answer where clues of each kind
    agree on it: a weekday, something past, something to come, and "this" week, month or
    year. Of wire articles a weekday named first is that of publication, or of the day
    before, in 19 of 20; a past day lies back more than a week in 4 of 5.

    Args:
        text: The text of the source.
        lines: Its lines.
        found: What of them is furniture.
        facts: What the story tells of in the past.
        today: No story is published later.
        saved: The day on which the page was saved, at most a year after publication.
    """
    told = list(clues(text, lines, found))
    spans = list(windows(text, lines, found))
    if saved is not None:
        spans.append(Window(saved - timedelta(days=366), saved, f"saved on {saved}"))
    window = _window(facts, spans, today)
    weekday = next((clue.wording for clue in told if clue.is_weekday), None)
    if window is None or weekday is None or len(told) < _FEWEST_CLUES:
        return None, ()
    ranking = rank(told, *window)
    fitting = [one.on for one in ranking if one.cost == 0]
    if len(fitting) == 1 and _is_enough(told, fitting[0]):
        [on] = fitting
        when = edtf.worded(weekday, f"{on}?")
        return Published(when, Basis.INFERRED, _reason(ranking, told, spans)), ()
    return None, tuple(edtf.partial(weekday, on, on) for on in fitting)


def _is_enough(told: Sequence[Clue], on: date) -> bool:
    """Tell whether there are clues of each kind, and something of the month before the day."""
    dated = [clue for clue in told if clue.is_day]
    ages = [clue.age(on) for clue in dated if clue.age]
    points = any(not clue.is_day and not clue.is_weekday for clue in told)
    return points and 0 < len(ages) < len(dated) and min(ages) <= NEWS_LASTS


def rank(told: Sequence[Clue], first: date, last: date) -> list[Ranked]:
    """Return the days between, both included, the likeliest first."""
    count = (last - first).days + 1
    ranking = [_ranked(told, first + timedelta(days=by)) for by in range(count)]
    return sorted(ranking, key=lambda one: (one.cost, one.age, one.on))


def _ranked(told: Sequence[Clue], on: date) -> Ranked:
    costs = [(clue.cost(on), clue.wording) for clue in told]
    against = [wording for cost, wording in costs if cost]
    total = sum(cost for cost, _ in costs)
    age = min((clue.age(on) for clue in told if clue.age), default=0)
    return Ranked(on, total, tuple(dict.fromkeys(against)), age)


def _window(facts: Told, spans: Sequence[Window], today: date) -> tuple[date, date] | None:
    """Return the days between which the years that are told put the story."""
    firsts = [span.first for span in spans]
    lasts = [span.last for span in spans]
    if facts.latest_named is not None:
        firsts.append(facts.latest_named)
    if facts.first_ahead is not None:
        lasts.append(facts.first_ahead)
    if not firsts or not lasts:
        return None
    first, last = max(firsts), min(*lasts, today)
    return (first, last) if 0 <= (last - first).days <= LONGEST_WINDOW else None


def _reason(ranking: Sequence[Ranked], told: Sequence[Clue], spans: Sequence[Window]) -> str:
    """Name the clues, those of the year first, and what rules out the next best such weekday."""
    wordings = dict.fromkeys([*(one.wording for one in spans), *(clue.wording for clue in told)])
    quoted = ", ".join(f"“{wording}”" for wording in list(wordings)[:_MOST_WORDINGS])
    weekdays = {clue.wording for clue in told if clue.is_weekday}
    others = (one for one in ranking if one.cost and not weekdays.intersection(one.against))
    second = min(others, key=lambda one: abs(one.on - ranking[0].on), default=None)
    if second is None or not second.against:
        return f"the only day that fits {quoted}"
    day = f"{second.on.day} {MONTH_NAMES[second.on.month - 1]}"
    return f"the only day that fits {quoted}; against {day} speaks “{second.against[0]}”"
