"""What an engine is, and which there are."""

from typing import Protocol

from casefile.model.article import Article
from casefile.model.findings import Findings


class Engine(Protocol):
    """Finds names, events and facts in one article.

    A pure function of the article: the same text, furniture and date of
    publication give equal findings, on any machine and day.
    """

    @property
    def name(self) -> str:
        """The word by which the reader chooses it: ``rules``."""
        ...

    @property
    def fingerprint(self) -> str:
        """Changes whenever its findings may: code version, options, data."""
        ...

    def extract(self, article: Article) -> Findings:
        """Find what the article says; nothing rests on boilerplate."""
        ...

    def left_out(self, article: Article) -> str | None:
        """Say in one sentence what of the article it does not read, or None."""
        ...
