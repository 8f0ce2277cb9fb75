"""Partial dates in and out of columns."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from casefile.model.words import PartialDate


def date_columns(when: PartialDate | None) -> dict[str, str | None]:
    """Return the columns date_text, edtf, earliest, latest."""
    if when is None:
        return {"date_text": None, "edtf": None, "earliest": None, "latest": None}
    return {
        "date_text": when.text,
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
    }


def partial_date(row: Mapping[str, Any], prefix: str = "") -> PartialDate | None:
    """Return the date in the columns, or None where nothing was told.

    With the prefix ``published`` the columns are published_text, published,
    published_earliest and published_latest.
    """
    names = ("date_text", "edtf", "earliest", "latest")
    if prefix:
        names = (f"{prefix}_text", prefix, f"{prefix}_earliest", f"{prefix}_latest")
    text, edtf, earliest, latest = (row[name] for name in names)
    if text is None and edtf is None:
        return None
    return PartialDate(text or "", edtf, _day(earliest), _day(latest))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
