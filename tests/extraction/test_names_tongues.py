"""Articles in other tongues, our own: known names are found in them, and nothing is faked."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.sentences import sentences
from casefile.extraction.rules.engine import RulesEngine
from casefile.extraction.rules.entities.foreign import find_foreign_names
from casefile.extraction.rules.names.tongues import tongue_of
from casefile.extraction.rules.parts import Names, Sentence
from casefile.linking.entities import link_entities
from casefile.model.accounts import EntityAccount
from casefile.model.article import Article
from casefile.model.words import Verdict

FRENCH = (
    "Le ministre norvégien est arrivé lundi à Pékin. Selon l’ONU, Camille Durand a rencontré "
    "Pak Sol-mi en Corée du Nord, puis en Côte d’Ivoire. « Les tours sont hautes », a dit "
    "Mme Durand à l'Agence Reuters, près de Tours. Pak se tait. Les ÉTATS-UNIS n’ont pas répondu."
)
GERMAN = (
    "Petra Vogelsang reiste am Montag von Wien nach Peking. Deutschlands Botschafterin sagte, "
    "die Lage in Nordkorea sei ernst. Vogelsangs Gespräche mit den Vereinten Nationen und den "
    "Vereinigten Staaten dauern an. Das Essen war kalt, und die Post kam aus Chemnitz."
)
RUSSIAN = (
    "Посол России посетил Северную Корею и вернулся из Пекина в Москву. Переговоры с Японией "
    "прошли в Токио. В ООН и США не ответили. По данным Reuters, Орёл летел над "
    "Объединёнными Арабскими Эмиратами."
)
JAPANESE = (
    "日本と北朝鮮の代表は平壌で会談した。国連安保理と米国は反対した。"
    "フランス・パリから来た記者によると、マリアンヌは来なかった。中国電力は関係がない。"
)


def read(text: str, tongue: str) -> Names:
    return find_foreign_names(text, [Sentence(span) for span in sentences(text)], tongue)


def told(text: str, tongue: str) -> list[str]:
    """Return each mention as ``words=kind:entity name``."""
    names = read(text, tongue)
    return [
        f"{mention.span.of(text)}={entity.kind.value[:3]}:{entity.name}"
        for mention in names.mentions
        for entity in [names.entities[mention.entity]]
    ]


@pytest.mark.parametrize(
    ("text", "tongue", "expected"),
    [
        (FRENCH, "fr",
         ["Pékin=pla:Beijing", "ONU=org:United Nations", "Camille Durand=per:Camille Durand",
          "Pak Sol-mi=per:Pak Sol-mi", "Corée du Nord=pla:North Korea",
          "Côte d’Ivoire=pla:Ivory Coast", "Durand=per:Camille Durand", "Reuters=org:Reuters",
          "Pak=per:Pak Sol-mi",
          "ÉTATS-UNIS=pla:United States"]),
        (GERMAN, "de",
         ["Petra Vogelsang=per:Petra Vogelsang", "Wien=pla:Vienna", "Peking=pla:Beijing",
          "Deutschland=pla:Germany", "Nordkorea=pla:North Korea",
          "Vogelsang=per:Petra Vogelsang", "Vereinten Nationen=org:United Nations",
          "Vereinigten Staaten=pla:United States", "Chemnitz=pla:Chemnitz"]),
        (RUSSIAN, "ru",
         ["России=pla:Russia", "Северную Корею=pla:North Korea", "Пекина=pla:Beijing",
          "Москву=pla:Moscow", "Японией=pla:Japan", "Токио=pla:Tokyo",
          "ООН=org:United Nations", "США=pla:United States", "Reuters=org:Reuters",
          "Объединёнными Арабскими Эмиратами=pla:United Arab Emirates"]),
        (JAPANESE, "ja",
         ["日本=pla:Japan", "北朝鮮=pla:North Korea", "平壌=pla:Pyongyang",
          "国連安保理=org:UN Security Council", "米国=pla:United States", "フランス=pla:France",
          "パリ=pla:Paris"]),
        ("北한이 아니라 북한은 평양에서 일본과 회담했다. 수단을 가리지 않는다.", "ko",
         ["북한=pla:North Korea", "평양=pla:Pyongyang", "일본=pla:Japan"]),
        ("发展中国家欢迎中国和朝鲜在北京会谈。", "zh",
         ["中国=pla:China", "朝鲜=pla:North Korea", "北京=pla:Beijing"]),
        ("La paz llegó a La Paz y a EE.UU. con Lucía Herrera.", "es",
         ["La Paz=pla:La Paz", "EE.UU=pla:United States", "Lucía Herrera=per:Lucía Herrera"]),
        ("Norges statsminister besøkte Japan og Berlin.", "no",
         ["Japan=pla:Japan", "Berlin=pla:Berlin"]),
    ],
    ids=["fr", "de", "ru", "ja", "ko", "zh", "es", "no"],
)  # fmt: skip
def test_known_names_are_found_in_other_tongues(
    text: str, tongue: str, expected: list[str]
) -> None:
    assert told(text, tongue) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [(FRENCH, "fr"), (GERMAN, "de-AT"), (RUSSIAN, "ru"), (JAPANESE, "ja")],
    ids=["fr", "de", "ru", "ja"],
)
def test_no_english_rule_reads_another_tongue_and_this_is_said(text: str, language: str) -> None:
    article = Article("-", "0" * 64, text, "text", "utf-8", language=language)
    found = RulesEngine().extract(article)
    assert found.entities
    assert found.mentions
    assert not [*found.events, *found.facts, *found.citations]
    assert "only the names" in (RulesEngine().left_out(article) or "")


def test_articles_in_two_tongues_meet_in_their_entities() -> None:
    english = "Minister Camille Durand met Sol-mi Pak of North Korea in Beijing. Durand left."
    accounts: list[EntityAccount] = []
    for source, (text, language) in enumerate(((FRENCH, "fr"), (english, "en")), 1):
        article = Article("-", "0" * 64, text, "text", "utf-8", language=language)
        for one in RulesEngine().extract(article).entities:
            id = len(accounts) + 1
            accounts.append(EntityAccount(id, source, one.kind, one.name, one.description, 1))
    name = {one.id: one.name for one in accounts}
    same = {
        (name[one.left], name[one.right])
        for one in link_entities(accounts, {})
        if one.verdict is Verdict.SAME
    }
    assert same == {
        ("Camille Durand", "Camille Durand"),
        ("Pak Sol-mi", "Sol-mi Pak"),
        ("North Korea", "North Korea"),
        ("Beijing", "Beijing"),
    }


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "und", "", None])
def test_english_and_the_unknown_are_read_as_english(language: str | None) -> None:
    assert tongue_of(language) is None


SCRAPS = [
    "Petra", "Pak", "Sol-mi", "Vogelsangs", "de", "la", "Peking", "Corée", "du", "Nord", "Nord-",
    "l’", "Северной", "Кореей", "平壌", "日本", "ー", "アメリカ", "북한은", "EE.UU.", ".", ",",
    "\n", "\u00a0", "2024", "発展",
]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(SCRAPS), max_size=20).map(" ".join),
    st.lists(st.sampled_from(SCRAPS), max_size=20).map("".join),
    st.text(max_size=40),
)


@given(texts, st.sampled_from(["fr", "de", "ru", "ja", "ko", "sv"]))
def test_foreign_mentions_are_in_order_inside_a_sentence_and_all_entities_are_named(
    text: str, tongue: str
) -> None:
    names = read(text, tongue)
    at = 0
    for mention in names.mentions:
        assert at <= mention.span.start < mention.span.end
        assert any(span.holds(mention.span) for span in sentences(text))
        at = mention.span.end
    assert {mention.entity for mention in names.mentions} == set(range(len(names.entities)))
    assert all(entity.name.strip() for entity in names.entities)


@pytest.mark.parametrize(
    "text",
    ["Petra " * 20_000, "Corée du " * 20_000, "日本" * 20_000, "la " * 30_000, "-" * 50_000],
    ids=lambda text: text[:8],
)
def test_the_cost_of_another_tongue_grows_with_the_length_alone(text: str) -> None:
    start = time.process_time()
    for tongue in ("fr", "ja"):
        read(text, tongue)
    assert time.process_time() - start < 8
