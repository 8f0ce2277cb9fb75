"""Which names are one: persons, countries, governments, bodies; and what they are called."""

import pytest

from casefile.core.sentences import sentences
from casefile.extraction.rules.entities.names import find_names
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.words.gazetteer import load_gazetteer
from casefile.model.words import EntityKind, MentionKind


def read(text: str) -> Names:
    return find_names(
        text, [Sentence(span) for span in sentences(text)], gazetteer=load_gazetteer()
    )


def groups(text: str, kind: EntityKind) -> dict[str, list[str]]:
    """Return the entities of a kind, each with the words of its mentions."""
    names = read(text)
    found: dict[str, list[str]] = {}
    for mention in names.mentions:
        entity = names.entities[mention.entity]
        if entity.kind is kind:
            found.setdefault(entity.name, []).append(mention.span.of(text))
    return found


def kinds(text: str) -> dict[str, str]:
    """Return the words of every mention with its kind."""
    return {mention.span.of(text): mention.kind.value for mention in read(text).mentions}


@pytest.mark.parametrize(
    ("text", "country", "mentions"),
    [
        ("The DPRK said so. North Korea and North Koreans agreed.", "North Korea",
         ["DPRK", "North Korea", "North Koreans"]),
        ("U.S. and American officials flew to the United States of America.", "United States",
         ["U.S.", "American", "United States of America"]),
        ("Burma, or Myanmar, and the Burmese.", "Myanmar", ["Burma", "Myanmar", "Burmese"]),
        ("Britain, the UK and a British ship.", "United Kingdom", ["Britain", "UK", "British"]),
        ("Türkiye and Turkish troops in Turkey.", "Turkey", ["Türkiye", "Turkish", "Turkey"]),
        ("S Africa wins as S. African judges leave South Africa.", "South Africa",
         ["S Africa", "S. African", "South Africa"]),
        ("Two Costa Ricans left Costa Rica.", "Costa Rica", ["Costa Ricans", "Costa Rica"]),
    ],
)  # fmt: skip
def test_the_variants_of_a_country_are_one_place(
    text: str, country: str, mentions: list[str]
) -> None:
    assert groups(text, EntityKind.PLACE) == {country: mentions}


def test_an_adjective_of_nationality_is_a_demonym() -> None:
    assert kinds("A South African judge met Fijians.") == {
        "South African": MentionKind.DEMONYM,
        "Fijians": MentionKind.DEMONYM,
    }


def test_a_people_without_a_country_is_no_place() -> None:
    assert [entity.kind for entity in read("Kurdish fighters came.").entities] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "Accra said no.",
        "They hope that Accra won’t reward it.",
        "Accra's refusal was clear.",
        "It came as Accra officially recognised the vote.",
        "The map was drawn by Accra.",
        "They met officials from Accra.",
        "The envoys pressed Accra.",
        "The talks between Accra and Lome failed.",
        "Accra and Lome agreed.",
    ],
)
def test_a_capital_that_acts_is_its_government(text: str) -> None:
    assert kinds(text)["Accra"] == "metonym"
    assert "Ghanaian government" in groups(text, EntityKind.ORGANIZATION)


@pytest.mark.parametrize(
    "text",
    [
        "They met in Accra.",
        "He flew to Accra on Monday.",
        "She walked from Accra.",
        "It lies near Accra.",
        "He knows the city of Accra.",
        "Accra's streets are wide.",
        "The minister visited Accra.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(text: str) -> None:
    assert kinds(text)["Accra"] == "name"
    assert "Accra" in groups(text, EntityKind.PLACE)


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("It lies near Kiev. Kyiv is large.", "Kyiv"),
        ("It lies near Bombay. In Mumbai they left.", "Mumbai"),
    ],
)
def test_a_city_is_one_by_all_its_spellings(text: str, city: str) -> None:
    assert [*groups(text, EntityKind.PLACE)] == [city]


def test_a_city_that_rules_nothing_never_stands_for_a_government() -> None:
    assert kinds("Marseille refused.")["Marseille"] == "name"


def test_a_government_is_one_by_all_its_names() -> None:
    text = "The Ghanaian government paid. The government of Ghana said so. Accra agreed."
    assert groups(text, EntityKind.ORGANIZATION) == {
        "Ghanaian government": ["Ghanaian government", "government of Ghana", "Accra"]
    }


def test_the_north_is_korean_only_in_a_text_about_korea() -> None:
    text = "North Korea spoke. The North’s claim angered the South."
    assert groups(text, EntityKind.PLACE) == {
        "North Korea": ["North Korea", "The North"],
        "South Korea": ["the South"],
    }
    assert groups("Ghana spoke. The North’s claim angered the South.", EntityKind.PLACE) == {
        "Ghana": ["Ghana"]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elvira Quispe left. Quispe said so. Elvira waved.",
         {"Elvira Quispe": ["Elvira Quispe", "Quispe", "Elvira"]}),
        ("Park Ji-hun met us. Park spoke, and PARK JI HUN wrote.",
         {"Park Ji Hun": ["Park Ji-hun", "Park", "PARK JI HUN"]}),
        ("John F. Kerrigan spoke. John Kerrigan left.",
         {"John F. Kerrigan": ["John F. Kerrigan", "John Kerrigan"]}),
        ("Lars Holm-Olsen spoke. Mr Holm-Olsen left.",
         {"Lars Holm-Olsen": ["Lars Holm-Olsen", "Holm-Olsen"]}),
        ("Pak Sol-mi left. Sol-mi Pak waved, and Pak spoke.",
         {"Pak Sol-mi": ["Pak Sol-mi", "Sol-mi Pak", "Pak"]}),
        ("Abe Shigeru left. Shigeru Abe waved.", {"Abe Shigeru": ["Abe Shigeru", "Shigeru Abe"]}),
        ("Ada Weber met Max Weber.", {"Ada Weber": ["Ada Weber"], "Max Weber": ["Max Weber"]}),
        ("Choi Min-ho met Choi Soo Jin. Choi Min-ho spoke. Choi left.",
         {"Choi Min-ho": ["Choi Min-ho", "Choi Min-ho", "Choi"], "Choi Soo Jin": ["Choi Soo Jin"]}),
    ],
)  # fmt: skip
def test_persons_are_told_apart_and_joined(text: str, expected: dict[str, list[str]]) -> None:
    assert groups(text, EntityKind.PERSON) == expected


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("He met Prime Minister Bo Achterberg.", "Prime Minister"),
        ("He met then Foreign Minister Bo Achterberg.", "then Foreign Minister"),
        ("The former Peruvian president Bo Achterberg left.", "former Peruvian president"),
        ("Norway’s chief envoy Bo Achterberg left.", "Norway’s chief envoy"),
        ("Bo Achterberg, deputy director of the Harbour Board, left.",
         "deputy director of the Harbour Board"),
        ("Mr Bo Achterberg left.", None),
        ("Bo Achterberg, who was late, left.", None),
    ],
)  # fmt: skip
def test_a_person_is_described_as_the_article_does(text: str, description: str | None) -> None:
    person = next(entity for entity in read(text).entities if entity.kind == "person")
    assert (person.name, person.description) == ("Bo Achterberg", description)


def test_an_acronym_is_the_body_it_was_defined_for() -> None:
    text = "The Harbour Wildlife Trust of Accra (HWX) met. HWX left."
    assert groups(text, EntityKind.ORGANIZATION) == {
        "Harbour Wildlife Trust of Accra": ["Harbour Wildlife Trust of Accra", "HWX", "HWX"]
    }


@pytest.mark.parametrize("the", ["", "the "])
def test_an_acronym_may_be_spelt_out_behind_it(the: str) -> None:
    text = f"It told HWX ({the}Coastal Wildlife Trust) so. HWX left."
    assert groups(text, EntityKind.ORGANIZATION) == {
        "Coastal Wildlife Trust": ["HWX", "Coastal Wildlife Trust", "HWX"]
    }


def test_initials_of_one_body_are_that_body() -> None:
    text = "The Kivu Wildlife Service met. The KWS agreed."
    assert groups(text, EntityKind.ORGANIZATION) == {
        "Kivu Wildlife Service": ["Kivu Wildlife Service", "KWS"]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The World Health Organization met. WHO said so.",
         {"World Health Organization": ["World Health Organization", "WHO"]}),
        ("The U.N. General Assembly voted.", {"UN General Assembly": ["U.N. General Assembly"]}),
    ],
)  # fmt: skip
def test_a_known_body_is_one_by_all_its_forms_and_shown_by_its_full_name(
    text: str, expected: dict[str, list[str]]
) -> None:
    assert groups(text, EntityKind.ORGANIZATION) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Salvemar Airways paid. Salvemar said so.",
        "The Salvemar Group met Salvemar Ltd there.",
        "The Ministry of Harbours met. The Harbours Ministry agreed.",
        "The Ministry of Foreign Affairs met. The Foreign Ministry agreed.",
    ],
)
def test_the_short_and_the_turned_name_of_a_body_are_that_body(text: str) -> None:
    assert [len(mentions) for mentions in groups(text, EntityKind.ORGANIZATION).values()] == [2]


def test_two_countries_have_two_foreign_ministries() -> None:
    text = "Norway’s foreign ministry spoke to Peru’s Foreign Ministry. The foreign ministry left."
    names = read(text)
    bodies = [entity for entity in names.entities if entity.kind == "organization"]
    assert [entity.description for entity in bodies] == [
        "Norway’s foreign ministry",
        "Peru’s Foreign Ministry",
    ]
    assert [mention.entity for mention in names.mentions][-1] == names.entities.index(bodies[1])


def test_one_foreign_ministry_is_one_however_written() -> None:
    text = "Norway’s Foreign Ministry spoke. The foreign ministry left."
    assert len(groups(text, EntityKind.ORGANIZATION)) == 1


def test_a_region_with_its_kind_is_the_region() -> None:
    text = "They met in the Tibet autonomous region. Tibet is high."
    assert groups(text, EntityKind.PLACE) == {"Tibet": ["Tibet autonomous region", "Tibet"]}
