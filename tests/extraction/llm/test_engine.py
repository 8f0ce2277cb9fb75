"""The engine that asks a model: rules stay, the model adds, and what it makes up is refused."""

import hashlib
import json
from dataclasses import replace

import pytest

from casefile.errors import CasefileError
from casefile.extraction.llm.asking import MOST_PASSAGES, PASSAGE, passages
from casefile.extraction.llm.client import Endpoint
from casefile.extraction.llm.engine import LlmEngine
from casefile.extraction.rules.engine import RulesEngine
from casefile.extraction.rules.words.sentences import readable
from casefile.model.article import Article, Furniture
from casefile.model.findings import Findings
from casefile.model.words import EntityKind, FurnitureKind, Span
from tests.extraction.llm.serving import says, server

STORY = (
    "Envoys of Togo and Benin met in Lomé on Monday.\n"
    "the harbour watch of tokpota warned that grain would run out, and envoys listened.\n"
    "The rest of the harvest is lost, to hear kossi tell it.\n"
)


def article(text: str = STORY, furniture: tuple[Furniture, ...] = ()) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article("a.txt", sha256, text, "text", "utf-8", language="en", furniture=furniture)


def answering(**answer: object) -> LlmEngine:
    """Return an engine whose model gives this answer to every question."""
    return LlmEngine({}, lambda endpoint, messages: json.dumps(answer))


def names(found: Findings) -> list[tuple[str, EntityKind]]:
    return [(one.name, one.kind) for one in found.entities]


def test_what_the_rules_find_stays_as_it_is_where_the_model_says_nothing() -> None:
    rules = RulesEngine().extract(article())
    assert answering(names=[], statements=[]).extract(article()) == rules


def test_a_name_that_only_the_model_sees_is_added_at_each_place() -> None:
    found = answering(names=[{"text": "kossi", "kind": "person"}]).extract(article())
    rules = RulesEngine().extract(article())
    assert names(found)[: len(rules.entities)] == names(rules)
    assert names(found)[-1] == ("kossi", EntityKind.PERSON)
    assert [one.span.of(STORY) for one in found.mentions if one not in rules.mentions] == ["kossi"]


def test_the_model_moves_no_name_of_the_rules() -> None:
    said = [{"text": "Lomé", "kind": "person"}, {"text": "Togo and Benin", "kind": "organization"}]
    assert answering(names=said).extract(article()) == RulesEngine().extract(article())


def test_a_statement_that_only_the_model_sees_is_a_fact_with_its_speaker() -> None:
    said = {"speaker": "kossi", "cue": "tell", "content": "The rest of the harvest is lost"}
    by_rules = RulesEngine().extract(article())
    assert not any(one.attribution for one in by_rules.facts if "rest" in one.statement)
    found = answering(statements=[said]).extract(article())
    fact = next(one for one in found.facts if "rest" in one.statement)
    assert [(one.name, one.verb) for one in fact.attribution] == [("kossi", "tell")]
    assert all(0 <= one.start < one.end <= len(STORY) for one in found.spans())


def test_what_stands_nowhere_is_refused_and_told() -> None:
    said = [{"text": "Kofi Nobody", "kind": "person"}, {"text": "kossi", "kind": "person"}]
    found = answering(names=said, statements=["x"]).extract(article())
    assert found.remarks == (
        "2 of 3 things that the model returned do not stand in the text and were refused.",
    )
    assert "Kofi Nobody" not in dict(names(found))


def test_nothing_rests_on_furniture_even_where_the_model_says_so() -> None:
    text = "Read more: kossi and others.\n\nThe port of Lomé was shut.\n\nBuy kossi!\n"
    furniture = (
        Furniture(Span(0, 28), FurnitureKind.BOILERPLATE),
        Furniture(Span(text.index("Buy"), len(text)), FurnitureKind.BOILERPLATE),
    )
    asked: list[str] = []

    def model(endpoint: Endpoint, messages: list[dict[str, str]]) -> str:
        asked.append(messages[-1]["content"])
        return json.dumps({"names": [{"text": "kossi", "kind": "person"}]})

    found = LlmEngine({}, model).extract(article(text, furniture))
    assert "kossi" not in "".join(asked)
    assert "kossi" not in dict(names(found))


def test_passages_hold_the_whole_story_in_order() -> None:
    text = "".join(f"Envoy {n} spoke of the harvest in the north.\n" for n in range(400))
    sentences = readable(article(text))
    made = list(passages(text, sentences))
    assert "\n".join(words for _, words in made) == "\n".join(
        one.span.of(text) for one in sentences
    )
    assert all(len(words) <= PASSAGE * 1.1 for _, words in made)
    assert len(made) > 1


def test_a_book_is_not_sent_whole_and_this_is_told() -> None:
    text = "The envoy spoke of the harvest in the north.\n" * (PASSAGE * MOST_PASSAGES // 40)
    asked: list[str] = []

    def model(endpoint: Endpoint, messages: list[dict[str, str]]) -> str:
        asked.append(messages[-1]["content"])
        return "{}"

    engine = LlmEngine({}, model)
    engine.extract(article(text))
    assert len(asked) == MOST_PASSAGES
    assert "first 120,000 characters" in str(engine.left_out(article(text)))


def test_against_a_real_server() -> None:
    said = json.dumps({"names": [{"text": "kossi", "kind": "person"}], "statements": []})
    with server(says(f"```json\n{said}\n```")) as served:
        found = LlmEngine({"CASEFILE_LLM_URL": served.url}).extract(article())
    assert ("kossi", EntityKind.PERSON) in names(found)
    assert "PASSAGE" in served.asked[0]["messages"][-1]["content"]


def test_a_bad_setting_is_one_sentence_and_listing_survives_it() -> None:
    for settings in ({"CASEFILE_LLM_URL": "here"}, {"CASEFILE_LLM_TIMEOUT": "soon"}):
        engine = LlmEngine(settings)
        assert "CASEFILE_LLM_" in str(engine.missing())
        assert "language model" in engine.about
        with pytest.raises(CasefileError, match="CASEFILE_LLM_"):
            engine.extract(article())


def test_it_is_told_where_the_text_goes() -> None:
    assert "on this machine" in LlmEngine({}).about
    away = LlmEngine({"CASEFILE_LLM_URL": "https://models.example/v1"})
    assert "LEAVE" in away.about
    assert away.is_remote


def test_the_fingerprint_knows_the_model_and_not_the_key() -> None:
    one = LlmEngine({"CASEFILE_LLM_MODEL": "small", "CASEFILE_LLM_KEY": "a"})
    other = LlmEngine({"CASEFILE_LLM_MODEL": "large", "CASEFILE_LLM_KEY": "a"})
    again = LlmEngine({"CASEFILE_LLM_MODEL": "small", "CASEFILE_LLM_KEY": "b"})
    assert one.fingerprint != other.fingerprint
    assert one.fingerprint == again.fingerprint


def test_another_tongue_is_read_by_the_model_over_the_known_names() -> None:
    text = "Le ministre Koffi Agbé a dit à Pékin que le port de Lomé restera fermé.\n"
    said = {
        "speaker": "Koffi Agbé",
        "cue": "a dit",
        "content": "le port de Lomé restera fermé",
    }
    engine = answering(names=[{"text": "Koffi Agbé", "kind": "person"}], statements=[said])
    foreign = replace(article(text), language="fr")
    found = engine.extract(foreign)
    assert ("Beijing", EntityKind.PLACE) in names(found)
    assert ("Koffi Agbé", EntityKind.PERSON) in names(found)
    (fact,) = found.facts
    assert [one.verb for one in fact.attribution] == ["a dit"]
    assert "the model alone" in str(engine.left_out(foreign))
