"""The engine of rules and a small neural model, which vote on names and read statements."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from casefile.errors import NoEngine
from casefile.extraction.rules.engine import RulesEngine
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.pipeline import LONGEST_STORY, Steps, find
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.spacy_engine import models
from casefile.extraction.spacy_engine.names import voted_names
from casefile.extraction.spacy_engine.reading import Reading, read
from casefile.extraction.spacy_engine.statements import parsed_statements
from casefile.model.article import Article
from casefile.model.findings import Findings

VERSION = "1"
"""Raised with every change of the code here that may change what is found."""


@dataclass(frozen=True, slots=True)
class SpacyEngine:
    """Finds names, dates, events and facts by the rules and a model of spaCy together."""

    @property
    def name(self) -> str:
        """The word by which the reader chooses it."""
        return "spacy"

    @property
    def about(self) -> str:
        """Name and version of the model, and whether its weights are known."""
        model = models.installed()
        if model is None:
            return "the rules, voting with a model of spaCy"
        return f"the rules, voting with a model of spaCy {models.library()}: {models.about(model)}"

    @property
    def fingerprint(self) -> str:
        """A hash over this engine, the rules, spaCy and the model's weights."""
        model = _model()
        parts = (VERSION, self._rules.fingerprint, models.library(), model.package, model.version)
        digest = hashlib.sha256("\n".join((*parts, models.short_hash(model))).encode())
        return f"spacy-{VERSION}-{digest.hexdigest()[:16]}"

    @property
    def is_costly(self) -> bool:
        """Reading an article takes a tenth of a second: what was found is worth keeping."""
        return True

    @property
    def is_remote(self) -> bool:
        """The text stays in this process."""
        return False

    @property
    def _rules(self) -> RulesEngine:
        return RulesEngine()

    def missing(self) -> str | None:
        """Say what to install, where spaCy or the model is missing."""
        return models.missing()

    def left_out(self, article: Article) -> str | None:
        """Say so where a text is too long, or in a tongue that neither rules nor model know."""
        if _is_foreign(article):
            return self._rules.left_out(article)
        if len(article.text) > LONGEST_STORY:
            return (
                f"only the first {LONGEST_STORY:,} characters were read for events and facts, "
                "and by the model; behind them the rules alone looked for names."
            )
        return None

    def extract(self, article: Article) -> Findings:
        """Find what the article says; what is not in English, the rules read alone.

        Raises:
            NoEngine: No model is installed, or its weights are not those we know.
        """
        if _is_foreign(article):
            return self._rules.extract(article)
        reader = _Reader()
        return find(article, Steps(names=reader.names, statements=reader.statements))


@dataclass(slots=True)
class _Reader:
    """The steps for one article: the model reads it once, when names are asked for."""

    seen: Reading = field(default_factory=lambda: Reading((), {}))

    def names(self, text: str, sentences: Sequence[Sentence], *, gazetteer: Gazetteer) -> Names:
        self.seen = read(models.load(_model()), text, sentences)
        return voted_names(text, sentences, self.seen.names, gazetteer=gazetteer)

    def statements(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[Statement, ...]:
        return parsed_statements(text, sentences, self.seen.trees)


def _model() -> models.Model:
    model = models.installed()
    if model is None:
        raise NoEngine(models.missing() or f"No model of spaCy is installed: {models.INSTALL}.")
    return model


def _is_foreign(article: Article) -> bool:
    return article.language is not None and not article.language.lower().startswith("en")
