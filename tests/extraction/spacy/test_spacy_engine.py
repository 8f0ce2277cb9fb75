"""The engine with the model: skipped where spaCy or the model is not installed."""

from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.core.sentences import sentences
from casefile.extraction.rules.engine import RulesEngine
from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.pipeline import LONGEST_STORY
from casefile.extraction.spacy_engine import models, reading
from casefile.extraction.spacy_engine.engine import SpacyEngine
from casefile.model.article import Article
from casefile.model.findings import FoundFact
from casefile.model.words import Polarity

pytestmark = pytest.mark.skipif(
    find_spec("spacy") is None or models.installed() is None,
    reason="spaCy and its model are not installed: pip install 'casefile-tui[spacy]'",
)

STORY = (
    "Mayor Ilse Brandvold of Skarnes opposes the new tunnel under the fjord.\n"
    "The plan was criticized by the Port Council, which hopes to keep the ferries. "
    "Brandvold, who had met the minister in Oslo on 4 March 2019, told reporters that the "
    "council did not sign the contract.\n"
    "“We were never asked,” she said. “Nobody called us.”\n"
)


def article(text: str, language: str | None = "en") -> Article:
    return Article("-", "0" * 64, text, "text", "utf-8", language=language)


def facts(text: str) -> list[FoundFact]:
    return list(SpacyEngine().extract(article(text)).facts)


def test_the_same_article_gives_equal_findings() -> None:
    assert SpacyEngine().extract(article(STORY)) == SpacyEngine().extract(article(STORY))


SAID = {
    "stance": ("The mayor of Skarnes opposes the new tunnel.", "mayor of Skarnes", "opposes"),
    "passive": (
        "The new tunnel was criticized by Ilse Brandvold.",
        "Ilse Brandvold",
        "criticized",
    ),
    "set off": (
        "Brandvold, the mayor since 2011, argued the ferries pay for themselves.",
        "Brandvold",
        "argued",
    ),
    "noun": (
        "Brandvold voiced opposition to the tunnel under the fjord.",
        "Brandvold",
        "opposition",
    ),
    "intent": ("The harbour master plans to close the quay.", "harbour master", "plans"),
}


@pytest.mark.parametrize("name", SAID)
def test_a_parse_tells_who_says_it(name: str) -> None:
    text, speaker, cue = SAID[name]
    told = [(one.name, one.verb) for fact in facts(text) for one in fact.attribution]
    assert (speaker, cue) in told


def test_a_denial_stays_one() -> None:
    text = "Brandvold told reporters the council did not sign the contract."
    (fact,) = [one for one in facts(text) if one.attribution]
    assert fact.polarity is Polarity.DENIED
    assert "did not sign" in fact.statement


def test_every_span_of_a_story_fits_it() -> None:
    found = SpacyEngine().extract(article(STORY))
    assert all(0 <= one.start < one.end <= len(STORY) for one in found.spans())
    assert [one for one in found.facts if one.attribution]


words = st.sampled_from(
    "Brandvold said “ ” \" ' , . : ; that the mayor opposes plans to Oslo Board’s claim 東京 \n "
    "according - ( ) \u00a0 \u200b 12 who was criticized by".split(" ")
)


@settings(deadline=None)
@given(st.lists(words, max_size=40).map(" ".join))
def test_every_span_fits_whatever_the_text(text: str) -> None:
    found = SpacyEngine().extract(article(text))
    for one in found.spans():
        assert 0 <= one.start < one.end <= len(text)
    for fact in found.facts:
        assert fact.content is None or 0 <= fact.content.start < fact.content.end <= len(text)


def test_what_is_not_english_is_left_to_the_rules() -> None:
    # English words, so that the model would find something, said to be Norwegian.
    norwegian = article("The new tunnel was criticized by Ilse Brandvold.", "nb")
    assert SpacyEngine().extract(norwegian) == RulesEngine().extract(norwegian)
    assert SpacyEngine().extract(norwegian) != SpacyEngine().extract(article(norwegian.text))
    assert SpacyEngine().left_out(norwegian) == RulesEngine().left_out(norwegian)


def test_behind_the_limit_the_model_does_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = tuple(Sentence(line) for line in sentences(STORY))
    model = models.installed()
    assert model is not None
    whole = reading.read(models.load(model), STORY, lines)
    limit = lines[0].span.end
    monkeypatch.setattr(reading, "LONGEST_STORY", limit)
    short = reading.read(models.load(model), STORY, lines)
    assert list(short.trees) == [0]
    assert short.names == tuple(one for one in whole.names if one.span.end <= limit)
    assert len(short.names) < len(whole.names)


def test_of_a_text_behind_the_limit_it_is_said_what_was_not_read() -> None:
    told = SpacyEngine().left_out(article("x" * (LONGEST_STORY + 1)))
    assert told is not None
    assert f"{LONGEST_STORY:,} characters" in told
    assert SpacyEngine().left_out(article(STORY)) is None
