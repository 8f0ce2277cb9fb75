"""The backend that every measurement takes: ``casefile:ENGINE``, the installed package."""

import hashlib
from datetime import date

from casefile.errors import CasefileError
from casefile.extraction.engine import Engine
from casefile.extraction.engines import engine
from casefile.model.article import Article, Published
from casefile.model.words import Basis, PartialDate


def backend(spec: str) -> Engine:
    """Return the engine that ``casefile:ENGINE`` names.

    Raises:
        SystemExit: The words name no engine, or it cannot be loaded here.
    """
    package, _, name = spec.partition(":")
    if package != "casefile" or not name:
        raise SystemExit(f"Not a backend: {spec!r}; write casefile:ENGINE, as in casefile:rules.")
    try:
        return engine(name)
    except CasefileError as error:
        raise SystemExit(str(error)) from None


def article(text: str, published: date | None = None) -> Article:
    """Return a text as an article without furniture, dated where the corpus dates it."""
    day = published.isoformat() if published else ""
    said = Published(PartialDate(day, day, published, published), Basis.GIVEN) if day else None
    return Article(
        path="-",
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        text=text,
        format="text",
        codec="utf-8",
        published=said,
        language="en",
    )
