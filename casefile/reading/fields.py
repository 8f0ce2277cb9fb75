"""What a saved article says of itself in fields: ``publisher: The Harbour Courier``.

Markdown has them in its front matter, plain text in a block of labelled lines at the top.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from casefile.core import edtf
from casefile.model.article import Published
from casefile.model.words import Basis, PartialDate, Span
from casefile.reading.days import days
from casefile.reading.page import Page

FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(?P<value>[^\n]*)$", re.M)
"""A labelled line; linear, since it is anchored at line starts and its parts exclude line ends."""

_KEYS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "publication", "source", "sitename", "site", "outlet", "newspaper"),
    "date": ("date", "published", "publishdate", "pubdate", "created", "published_on"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "lang": ("lang", "language"),
}
"""The keys that mean one thing, the commonest first."""

_EDTF_START = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T\s])")

_FEWEST = 2
"""Known labels that make a block of lines at the top of a plain text a header."""


def labelled_block(text: str) -> Span | None:
    """Return the labelled lines at the very top of a plain text, or None.

    The block ends at the first blank line. A line of a story may have a colon, so
    every line must be labelled, and two labels at least must be known ones.
    """
    end = re.compile(r"\n[ \t]*(?:\n|$)").search(text)
    block = Span(0, end.start() if end else len(text))
    if block.end > 4_000:
        return None
    rows = block.of(text).split("\n")
    if not all(FIELD.fullmatch(row.rstrip()) for row in rows):
        return None
    return block if len(fields(text, block)) >= _FEWEST else None


def title_span(text: str, block: Span) -> Span | None:
    """Return where the block states the title, without its label."""
    for match in FIELD.finditer(text, block.start, block.end):
        if match["key"].lower() in _KEYS["title"] and match["value"].strip():
            return Span(match.start("value"), match.start("value") + len(match["value"].rstrip()))
    return None


def fields(text: str, block: Span) -> dict[str, str]:
    """Return what the labelled lines of a block say, by the name of the field."""
    given: dict[str, str] = {}
    for match in FIELD.finditer(text, block.start, block.end):
        value = match["value"].strip().strip("[]").strip().strip("\"'").strip()
        if value and value not in ("|", ">", "null", "~"):
            given.setdefault(match["key"].lower(), value)
    return {
        name: next(given[key] for key in keys if key in given)
        for name, keys in _KEYS.items()
        if any(key in given for key in keys)
    }


def with_fields(page: Page, stated: Mapping[str, str], today: date, where: str) -> Page:
    """Return the page with what its fields state in place of what its lines seem to say."""
    when = stated_date(stated.get("date", ""), today, where)
    url = stated.get("url")
    publisher = stated.get("publisher")
    if publisher and publisher.startswith(("http://", "https://")):
        url, publisher = url or publisher, None
    return replace(
        page,
        title=stated.get("title") or page.title,
        author=stated.get("author") or page.author,
        publisher=publisher or page.publisher,
        published=when or page.published,
        candidates=() if when else page.candidates,
        language=_language_tag(stated.get("lang")) or page.language,
        url=url or page.url,
    )


def stated_date(value: str, today: date, where: str) -> Published | None:
    """Return the date that a field states, None if it is none, unclear or yet to come."""
    match = _EDTF_START.match(value)
    if match and edtf.is_valid(match.group()):
        when = edtf.worded(value, match.group())
    else:
        found = [day for day in days(value) if day.date is not None]
        if len(found) != 1 or found[0].date is None:
            return None
        when = edtf.partial(value, found[0].date, found[0].date)
    if _is_to_come(when, today):
        return None
    return Published(when, Basis.METADATA, f"stated in {where}")


def _is_to_come(when: PartialDate, today: date) -> bool:
    # One day ahead of us it may be tomorrow already.
    return when.earliest is None or when.earliest > today + timedelta(days=1)


def _language_tag(value: str | None) -> str | None:
    """Return the value if it has the form of a BCP 47 tag."""
    tag = (value or "").replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", tag) else None
