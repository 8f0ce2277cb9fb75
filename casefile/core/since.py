"""Read since when: ``yesterday``, ``2d``, ``2026-11-21``."""

import re
from datetime import datetime, time, timedelta

_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}

_AGO = re.compile(r"(\d{1,4})\s*([hdw])[a-z]*")


def since(words: str, now: datetime) -> datetime | None:
    """Return the time that some words mean; None where they mean none.

    Args:
        words: ``today`` and ``yesterday`` (from its midnight), a number of hours, days or weeks
            (``36h``, ``2d``, ``1w``) back from now, or a date or time in ISO 8601.
        now: With its zone, which days are those of.

    >>> from datetime import UTC
    >>> noon = datetime(2030, 5, 4, 12, tzinfo=UTC)
    >>> since("yesterday", noon).isoformat(), since("2d", noon).isoformat()
    ('2030-05-03T00:00:00+00:00', '2030-05-02T12:00:00+00:00')
    >>> since("2030-04-30", noon).isoformat(), since("soon", noon)
    ('2030-04-30T00:00:00+00:00', None)
    """
    typed = words.strip().lower()
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    if typed in ("today", "yesterday"):
        return midnight - timedelta(days=typed == "yesterday")
    if ago := _AGO.fullmatch(typed):
        try:
            return now - int(ago[1]) * _UNITS[ago[2]]
        except OverflowError:
            return None
    try:
        told = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=now.tzinfo)
