"""What one format reads out of a file, before name and hash are put to it."""

from dataclasses import dataclass

from casefile.model.article import Furniture, Published
from casefile.model.words import PartialDate


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one file, its furniture, and what it says of itself.

    The fields mean what they mean in an ``Article``.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    dateline: str | None = None
    published: Published | None = None
    candidates: tuple[PartialDate, ...] = ()
    language: str | None = None
    url: str | None = None
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[str, ...] = ()
