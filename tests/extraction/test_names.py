"""What is a name, of which kind, and where it begins and ends: examples of our own."""

import pytest

from casefile.core.sentences import sentences
from casefile.extraction.rules.entities.names import find_names
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.words.gazetteer import load_gazetteer
from casefile.model.words import FurnitureKind


def read(text: str, furniture: FurnitureKind | None = None) -> Names:
    whole = [Sentence(span, furniture) for span in sentences(text)]
    return find_names(text, whole, gazetteer=load_gazetteer())


def told(text: str, furniture: FurnitureKind | None = None) -> list[str]:
    """Return each mention as ``words=mention kind:entity kind:entity name``."""
    names = read(text, furniture)
    return [
        f"{mention.span.of(text)}={mention.kind}:{entity.kind}:{entity.name}"
        for mention in names.mentions
        for entity in [names.entities[mention.entity]]
    ]


def words(text: str, furniture: FurnitureKind | None = None) -> list[str]:
    return [mention.span.of(text) for mention in read(text, furniture).mentions]


def people(text: str) -> list[str]:
    return [entity.name for entity in read(text).entities if entity.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He told Peruvian President Elvira Quispe so.", ["Peruvian", "Elvira Quispe"]),
        ("It was Kenya’s claim, not Uganda's.", ["Kenya", "Uganda"]),
        ("The Marta Lindqvist case is open.", ["Marta Lindqvist"]),
        ("His Majesty King Osvald spoke.", ["Osvald"]),
        ("It cost NT$50 and HK$3 there.", []),
        ("He met Harbour Authority Director Park Min-soo.", ["Harbour Authority", "Park Min-soo"]),
        ("Then-Prime Minister Bo Achterberg spoke.", ["Bo Achterberg"]),
        ("He met\u00a0Anna\u00a0Weber in\u00a0Bern.", ["Anna\u00a0Weber", "Bern"]),
        ("“Anna Weber lied,” he said.", ["Anna Weber"]),
        ("He wrote about Chad-Sudan affairs.", ["Chad", "Sudan"]),
        ("He wrote about Fiji-New Zealand trade.", ["Fiji", "New Zealand"]),
        ("The Nairobi-based firm is anti-Kenyan.", ["Nairobi", "Kenyan"]),
        ("He flew to Guinea-Bissau.", ["Guinea-Bissau"]),
        ("The late Park Ji-hun was here.", ["Park Ji-hun"]),
        ("They spoke to John F. Kerrigan.", ["John F. Kerrigan"]),
        ("Yesterday Maria de la Cruz left.", ["Maria de la Cruz"]),
        ("Visiting Chadian officials came.", ["Chadian"]),
        ("The Oslo Deputy Mayor Vivi Aasen spoke.", ["Oslo", "Vivi Aasen"]),
        ("He met European Union Commissioner Jutta Varga.", ["European Union", "Jutta Varga"]),
        ("He met Harbour Council Member Wang Mei-yu.", ["Harbour Council", "Wang Mei-yu"]),
        ("The head of the Food Safety Committee Abdul Rahman left.",
         ["Food Safety Committee", "Abdul Rahman"]),
        ("He is Executive Director African Boat Building Foundation.",
         ["African Boat Building Foundation"]),
        ("NEW YORK 17 12 5", ["NEW YORK"]),
        ("However, However it may be, Officials left on Monday in June.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_span_holds_the_name_and_nothing_else(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister of Transport David Cole resigned.", ["David Cole"]),
        ("He met Secretary of State Martin Kolber there.", ["Martin Kolber"]),
        ("Minister for Trade and Industry Ada Obi left.", ["Ada Obi"]),
        ("The Secretary of State for Health Martin Kolber left.", ["Martin Kolber"]),
        ("President of Peru Martin Kolber left.", ["Peru", "Martin Kolber"]),
        ("The Mayor of Oslo Vivi Aasen spoke.", ["Oslo", "Vivi Aasen"]),
        ("Minister of Transport Jordan Cole resigned.", ["Jordan Cole"]),
        ("Prime Minister of India left.", ["India"]),
        ("The President of the Republic of Peru left.", ["Republic of Peru"]),
        ("The Governor of the Bank of England Ruth Selwyn spoke.",
         ["Bank of England", "Ruth Selwyn"]),
        ("Bank of England Governor Ruth Selwyn spoke.", ["Bank of England", "Ruth Selwyn"]),
        ("The President of the Oslo Institute of Certified Bakers left.",
         ["Oslo Institute of Certified Bakers"]),
        ("The Ministry of Defence Procurement Board met.",
         ["Ministry of Defence Procurement Board"]),
        ("The Minister of Public Service Ada Obi left.", ["Ada Obi"]),
        ("The Minister of Justice Reform Plan was dropped.", []),
        ("The Minister of Culture Ojatu Award was given.", []),
        ("He met Minister of Health Dr. Ada Obi there.", ["Ada Obi"]),
        ("He met Minister of Transport Bo Park there.", ["Bo Park"]),
        ("They saw the King of Norway Harald there.", ["Norway", "Harald"]),
        ("The Minister of Foreign Affairs resigned.", []),
        ("They wrote to the Mayor of Oslo, Ada Obi and Bo Rocha.", ["Oslo", "Ada Obi", "Bo Rocha"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_holder_of_an_office_is_told_from_its_field(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_an_abbreviation_behind_an_office_is_no_person() -> None:
    assert people("The Chairman of the Camel Club Eng. Ojatu spoke.") == []


@pytest.mark.parametrize("word", ["I’m", "We've", "They’re", "He’d", "She'll", "Don’t", "WE’VE"])
def test_a_contraction_is_no_name(word: str) -> None:
    assert words(f"{word} said so, and Ada Obi left.") == ["Ada Obi"]
    assert words(f"“{word} Ada Obi,” he told Mr O’Neill.") == ["Ada Obi", "O’Neill"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Governor General Anna May Selwyn there.", ["Anna May Selwyn"]),
        ("In May Selwyn was silent.", []),
        ("Zheng Jun, a farmer, met Jan Novak.", ["Zheng Jun", "Jan Novak"]),
        ("He said that in Jan Ojatu rose, and on 5 Jun Ojatu fell.", []),
        ("It was 5 Jun 2019 or Jun 4 and in Jan Kenya won.", ["Kenya"]),
    ],
)
def test_a_month_is_a_name_only_inside_one(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("title", ["Prince ", ""])
def test_particles_do_not_make_a_name_too_long(title: str) -> None:
    name = "Faris bin Sultan bin Harik"
    assert told(f"He met {title}{name} there.") == [f"{name}=name:person:{name}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministry of State Security", 1),
        ("Ministry of Foreign Affairs and Trade", 1),
        ("Ministry of Health, Labour and Welfare", 1),
        ("Food and Drug Administration", 1),
        ("Harbour Workers’ Union", 1),
        ("Bank of Thailand", 1),
        ("Committee to Protect Journalists", 1),
        ("Asian and Oceanian Affairs Bureau", 1),
        ("Finance Ministry and the Harbour Authority", 2),
        ("Trade Ministry’s West African Affairs Bureau", 2),
        ("Harbour Division of the Transport Ministry", 2),
    ],
    ids=str,
)
def test_an_organization_ends_where_its_name_does(text: str, expected: int) -> None:
    found = told(f"He wrote to the {text} about it.")
    assert len(found) == expected
    assert all("=name:organization:" in mention for mention in found)
    if expected == 1:
        assert found == [f"{text}=name:organization:{text.replace('’', chr(39))}"]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministry denied it.",
        "Norway’s foreign ministry denied it.",
        "The Chilean foreign ministry denied it.",
    ],
)
def test_a_definite_ministry_in_small_letters_is_named(text: str) -> None:
    assert "foreign ministry=name:organization:foreign ministry" in told(text)


def test_a_bureau_of_regions_in_small_letters_is_one_name() -> None:
    found = words("It was the trade ministry’s Asian and African affairs bureau.")
    assert found == ["trade ministry", "Asian and African affairs bureau"]


def test_an_office_of_a_head_of_government_is_named() -> None:
    assert words("The prime minister’s office and the president's office were silent.") == [
        "prime minister’s office",
        "president's office",
    ]


def test_any_ministry_is_no_name() -> None:
    assert words("A ministry is an agency, a foreign ministry too.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the Asahi Shimbun", "organization"),
        ("KUALA LUMPUR", "place"),
        ("The Guardian", "organization"),
        ("Interfax", "organization"),
        ("the Kremlin", "organization"),
        ("UNESCO", "organization"),
        ("South China Sea", "place"),
        ("Lake Tana", "place"),
        ("Gobi Desert", "place"),
    ],
    ids=str,
)
def test_well_known_names_have_their_kind(text: str, kind: str) -> None:
    assert [entity.kind for entity in read(f"It was told of {text} there.").entities] == [kind]


@pytest.mark.parametrize(
    ("text", "furniture", "expected"),
    [
        ("Efforts to Mend Old Fences", FurnitureKind.HEADING, []),
        ("A Long Road to Peace With Kenya", FurnitureKind.TITLE, ["Kenya"]),
        ("KENYA AND SOUTH SUDAN TALK IN NAIROBI", FurnitureKind.TITLE,
         ["KENYA", "SOUTH SUDAN", "NAIROBI"]),
        ("Kenya, Uganda trade envoys in Kampala", FurnitureKind.TITLE,
         ["Kenya", "Uganda", "Kampala"]),
    ],
)  # fmt: skip
def test_capitals_prove_nothing_in_a_heading(
    text: str, furniture: FurnitureKind, expected: list[str]
) -> None:
    assert words(text, furniture) == expected


def test_a_heading_learns_names_from_the_story() -> None:
    text = "Quispe Denies Claims\n\nThe judge Elvira Quispe denied them."
    title, story = sentences(text)
    names = find_names(
        text, [Sentence(title, FurnitureKind.TITLE), Sentence(story)], gazetteer=load_gazetteer()
    )
    assert [mention.span.of(text) for mention in names.mentions] == ["Quispe", "Elvira Quispe"]
    assert len(names.entities) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Miners at work in Bern. File Photo by Ann Brook/UPI", ["Bern"]),
        ("Anna Weber in Bern. (AP Photo/Jon Low)", ["Anna Weber", "Bern"]),
        ("Anna Weber in Bern. Photo: Jon Low", ["Anna Weber", "Bern"]),
        ("Anna Weber in Bern. Jon Low/AFP", ["Anna Weber", "Bern"]),
    ],
)
def test_who_took_the_picture_is_not_in_the_case(text: str, expected: list[str]) -> None:
    assert words(text, FurnitureKind.CAPTION) == expected


def test_nothing_is_found_outside_the_sentences_given() -> None:
    text = "By Anna Weber\nElvira Quispe flew to Bern. Anna Weber did not."
    _, story, _ = sentences(text)
    names = find_names(text, [Sentence(story)], gazetteer=load_gazetteer())
    assert [mention.span.of(text) for mention in names.mentions] == ["Elvira Quispe", "Bern"]


def test_a_surname_takes_the_label_of_the_full_name() -> None:
    text = "Elvira Paris was named. In Paris they waited. Paris left, and nobody followed Quito."
    assert "Elvira Paris=name:person:Elvira Paris" in told(text)
    assert people("The singer Bo Rocha left. Rocha sang. They like Rocha.") == ["Bo Rocha"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They know Peru, Ojatu and Kenya.", "place"),
        ("They know Bo Rocha and Ojatu.", "person"),
        ("They know Peru, Ojatu.", None),
        ("They know Peru, Ojatu and Bo Rocha.", None),
        ("They know Ojatu.", None),
    ],
)
def test_an_unknown_name_in_a_row_is_what_its_neighbours_are(
    text: str, expected: str | None
) -> None:
    kinds = {entity.name: entity.kind.value for entity in read(text).entities}
    assert kinds.get("Ojatu") == expected


def test_a_repeat_at_the_end_of_a_line_stays_inside_it() -> None:
    text = "Ada Young left. Young said no. The Young Harbour Trust paid.\n\nVOTERS MEET YOUNG"
    assert words(text) == ["Ada Young", "Young", "Young Harbour Trust"]


def test_a_repeat_that_no_capital_rule_finds_is_added() -> None:
    text = "The lawyer Ada Young rose. Young said no. Young people left."
    assert [word for word in words(text) if "Young" in word] == ["Ada Young", "Young"]


def test_countries_are_read_in_scripts_without_capitals() -> None:
    assert told("日本とフランスは会談した。") == [
        "日本=name:place:Japan",
        "フランス=name:place:France",
    ]
