"""The day of publication that a web address tells: ``/2019/05/03/``, ``/2019-05-03-title``."""

import re
from calendar import monthrange
from datetime import date, timedelta
from urllib.parse import urlsplit

from casefile.core import edtf
from casefile.model.article import Published
from casefile.model.words import Basis

_FIRST_YEAR = 1990
"""There is no web page from before."""

_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<part>[/-]?)(?P<month>0?[1-9]|1[0-2])(?P=part)"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?=[/_-]|\.\w+$|$)"
)
_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0[1-9]|1[0-2])(?=/)")
_PACKED = re.compile(r"/(?:19|20)\d{6}(?!\d)")


def published(url: str | None, *, today: date) -> Published | None:
    """Return the day, or else the month, in the path of an address; None where none is told.

    Newspapers put the day of first publication there (the practice of WordPress and most
    news systems); a longer number is the number of an article, not a day.
    """
    path = _path(url)
    for pattern in (_DAY, _MONTH):
        for match in pattern.finditer(path):
            first, last = _bounds(match)
            if first is None or last is None or not date(_FIRST_YEAR, 1, 1) <= first <= today:
                continue
            wording = match.group().strip("/")
            reason = f"its address holds {wording}"
            return Published(edtf.partial(wording, first, last), Basis.INFERRED, reason)
    return None


def settled(told: Published | None, address: Published | None) -> Published | None:
    """Return the date of a page that tells one itself and one in its address.

    What the page states with its year stands. A year that was only reckoned, from a
    weekday in the text, gives way to that of the address; the day stays where the two
    lie close, since an address may be a day off.
    """
    if told is None or address is None:
        return told or address
    is_stated = told.basis not in (Basis.DATELINE, Basis.INFERRED) or _YEAR.search(told.date.text)
    on, first, last = told.date.earliest, address.date.earliest, address.date.latest
    if is_stated or on is None or first is None or last is None or first <= on <= last:
        return told
    moved = _in_year(on, first.year)
    if told.basis is Basis.DATELINE and moved and first - _OFF <= moved <= last + _OFF:
        when = edtf.partial(told.date.text, moved, moved)
        return Published(when, Basis.DATELINE, f"the dateline, and {address.reason}")
    return address


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OFF = timedelta(days=3)
"""By which the day in an address and that of a dateline may differ: zones, and late editions."""


def _in_year(on: date, year: int) -> date | None:
    try:
        return on.replace(year=year)
    except ValueError:
        return None


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def _bounds(match: re.Match[str]) -> tuple[date | None, date | None]:
    year, month = int(match["year"]), int(match["month"])
    parts = match.groupdict()
    if "day" not in parts:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    is_packed = not parts["part"]
    if is_packed and not _PACKED.match(match.group()):
        return None, None
    try:
        on = date(year, month, int(parts["day"]))
    except ValueError:
        return None, None
    return on, on
