"""The engine of rules: no model, no download."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casefile.extraction.rules.pipeline import LONGEST_STORY, Steps, find
from casefile.model.article import Article
from casefile.model.findings import Findings

VERSION = "7"
"""Raised with every change of the code that may change what is found."""


@dataclass(frozen=True, slots=True)
class RulesEngine:
    """Finds names, dates, events and facts by rules and word lists alone."""

    @property
    def name(self) -> str:
        """The word by which the reader chooses it."""
        return "rules"

    @property
    def fingerprint(self) -> str:
        """A hash over the version of the rules and every word list they read."""
        return _fingerprint()

    @property
    def about(self) -> str:
        """What it is, in a line."""
        return f"rules and word lists, no model and no download; version {VERSION}"

    @property
    def is_costly(self) -> bool:
        """Reading an article takes 10 ms: what was found is not kept."""
        return False

    @property
    def is_remote(self) -> bool:
        """The text stays in this process."""
        return False

    def missing(self) -> str | None:
        """Nothing: it needs casefile alone."""
        return None

    def left_out(self, article: Article) -> str | None:
        """Say so where a text is too long, or in a tongue that the rules do not know."""
        if len(article.text) > LONGEST_STORY:
            return f"only the first {LONGEST_STORY:,} characters were read for events and facts."
        if article.language and not article.language.lower().startswith("en"):
            return (
                f"the rules are made for English, and this is {article.language}: "
                "only the names that the lists hold were read, no dates, events or facts."
            )
        return None

    def extract(self, article: Article) -> Findings:
        """Find what the article says; the same article gives equal findings."""
        return find(article, Steps())


@cache
def _fingerprint() -> str:
    digest = hashlib.sha256(VERSION.encode())
    folder = files("casefile.extraction") / "data"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"rules-{VERSION}-{digest.hexdigest()[:16]}"
