"""The engine that asks a language model: rules first, then what the model adds verbatim."""

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from casefile.extraction.llm.adding import with_names, with_statements
from casefile.extraction.llm.answers import read
from casefile.extraction.llm.asking import INSTRUCTIONS, MOST_PASSAGES, PASSAGE, passages, question
from casefile.extraction.llm.client import Endpoint, NoAnswer, ask, check
from casefile.extraction.llm.placing import Placed, join, place
from casefile.extraction.rules.engine import RulesEngine
from casefile.extraction.rules.entities.foreign import find_foreign_names
from casefile.extraction.rules.entities.names import find_names
from casefile.extraction.rules.names.tongues import tongue_of
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.pipeline import Steps, find
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.speech.statements import statements
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.sentences import readable
from casefile.model.article import Article
from casefile.model.findings import Findings

VERSION = "1"
"""Raised with every change of this folder that may change what is found."""

HERE = "http://127.0.0.1:8080/v1"
"""Where llama.cpp's server answers unless told otherwise."""

Ask = Callable[[Endpoint, list[dict[str, str]]], str]


def endpoint(environment: Mapping[str, str]) -> Endpoint:
    """Return the endpoint that the reader's settings name; ours on this machine without any.

    Raises:
        NoAnswer: A setting cannot be used.
    """
    seconds = environment.get("CASEFILE_LLM_TIMEOUT", "300")
    try:
        timeout = float(seconds)
        is_time = 0 < timeout <= 86_400
    except ValueError:
        is_time = False
    if not is_time:
        raise NoAnswer(f"CASEFILE_LLM_TIMEOUT is {seconds!r}: give seconds, such as 300.")
    chosen = Endpoint(
        environment.get("CASEFILE_LLM_URL") or HERE,
        environment.get("CASEFILE_LLM_MODEL") or "default",
        environment.get("CASEFILE_LLM_KEY") or None,
        timeout,
    )
    check(chosen)
    return chosen


@dataclass(frozen=True, slots=True)
class LlmEngine:
    """Finds what the rules find, and what a language model adds that stands in the text."""

    settings: Mapping[str, str] = field(default_factory=lambda: os.environ)
    ask: Ask = ask

    @property
    def endpoint(self) -> Endpoint:
        """Where the model answers, by the settings.

        Raises:
            NoAnswer: A setting cannot be used.
        """
        return endpoint(self.settings)

    @property
    def name(self) -> str:
        """The word by which the reader chooses it."""
        return "llm"

    @property
    def about(self) -> str:
        """What it is, and where the text goes: off this machine only by the reader's setting."""
        if self.missing():
            return "asks a language model; only what it copies letter for letter is believed"
        asked = self.endpoint
        goes = "on this machine" if asked.is_here else "texts LEAVE this machine"
        return (
            f"asks the language model {asked.model!r} at {asked.url} ({goes}); "
            "only what it copies letter for letter is believed"
        )

    @property
    def is_costly(self) -> bool:
        """A model takes seconds to minutes for an article."""
        return True

    @property
    def fingerprint(self) -> str:
        """A hash over the rules, this code, the questions, the address and the model's name."""
        parts = (VERSION, INSTRUCTIONS, str(PASSAGE), str(MOST_PASSAGES))
        model = self.endpoint
        asked = (*parts, model.url, model.model, RulesEngine().fingerprint)
        return f"llm-{VERSION}-{hashlib.sha256(chr(0).join(asked).encode()).hexdigest()[:16]}"

    @property
    def is_remote(self) -> bool:
        """The text goes to another program, here or wherever the reader's setting says."""
        return True

    def missing(self) -> str | None:
        """Say which setting cannot be used; whether a model answers is seen when it is asked."""
        try:
            check(self.endpoint)
        except NoAnswer as error:
            return str(error)
        return None

    def left_out(self, article: Article) -> str | None:
        """Say what the model is not asked about; the tongue of the text is no hindrance."""
        if len(list(passages(article.text, readable(article)))) > MOST_PASSAGES:
            size = MOST_PASSAGES * PASSAGE
            return f"the model was asked about the first {size:,} characters only."
        if tongue_of(article.language) is not None:
            return f"this is {article.language}: what it says is read by the model alone."
        return RulesEngine().left_out(article)

    def extract(self, article: Article) -> Findings:
        """Find what the article says; equal for equal answers of the model.

        Raises:
            NoAnswer: The model does not answer, or is none.
        """
        placed = self._placed(article)

        tongue = tongue_of(article.language)

        def names(text: str, sentences: Sequence[Sentence], *, gazetteer: Gazetteer) -> Names:
            if tongue is None:
                found = find_names(text, sentences, gazetteer=gazetteer)
            else:
                found = find_foreign_names(text, sentences, tongue)
            return with_names(found, placed.names, sentences)

        def said(text: str, sentences: tuple[Sentence, ...]) -> tuple[Statement, ...]:
            known = statements(text, sentences) if tongue is None else ()
            return with_statements(known, placed.statements, sentences)

        found = find(article, Steps(names=names, statements=said, any_tongue=True))
        return replace(found, remarks=(*found.remarks, *_refused(placed)))

    def _placed(self, article: Article) -> Placed:
        """Ask about every passage; return what of the answers stands in the text."""
        model = self.endpoint
        asked = list(passages(article.text, readable(article)))[:MOST_PASSAGES]
        return join(
            place(article.text, within, read(self.ask(model, question(words))))
            for within, words in asked
        )


def _refused(placed: Placed) -> tuple[str, ...]:
    if not placed.refused:
        return ()
    return (
        f"{placed.refused} of {placed.returned} things that the model returned "
        "do not stand in the text and were refused.",
    )
