"""Which events an article tells of: what happened, when, where, among whom, and how sure."""

from datetime import date

import pytest

from casefile.extraction.rules.engine import RulesEngine
from casefile.model.article import Article, Furniture, Published
from casefile.model.findings import Findings, FoundEvent
from casefile.model.words import Basis, EventKind, FurnitureKind, Modality, PartialDate, Span


def find(text: str, *, title: str = "") -> tuple[Findings, str]:
    """Extract from a story published on 9 March 2018, with its title on the first line."""
    whole = f"{title}\n{text}" if title else text
    day = PartialDate("9 March 2018", "2018-03-09", date(2018, 3, 9), date(2018, 3, 9))
    marks = (Furniture(Span(0, len(title)), FurnitureKind.TITLE),) if title else ()
    one = Article(
        path="a.txt",
        sha256="0" * 64,
        text=whole,
        format="text",
        codec="utf-8",
        published=Published(day, Basis.GIVEN),
        furniture=marks,
    )
    return RulesEngine().extract(one), whole


def events(text: str, kind: str = "meeting", *, title: str = "") -> list[FoundEvent]:
    found, _ = find(text, title=title)
    return [event for event in found.events if event.kind is EventKind(kind)]


def people(text: str, kind: str = "meeting") -> list[str]:
    found, _ = find(text)
    event = next(event for event in found.events if event.kind is EventKind(kind))
    return [found.entities[one.entity].name for one in event.participants]


def place(text: str, kind: str = "meeting") -> str | None:
    found, _ = find(text)
    event = next(event for event in found.events if event.kind is EventKind(kind))
    return found.entities[event.place].name if event.place is not None else None


def edtf(event: FoundEvent) -> str | None:
    return event.date.edtf if event.date else None


MEETINGS = [
    "Peru and Chile held talks in Oslo on 3 March.",
    "Peruvian and Chilean officials met in Oslo last week.",
    "Peru’s foreign minister Jorge Salas met with Chilean officials in Oslo.",
    "A meeting between Peru and Chile took place in Oslo.",
    "Talks between Peru and Chile were held in Oslo.",
    "Peru and Chile were in contact in January.",
    "Peruvian officials reached out to Chile in January.",
    "Oslo was the site of a meeting between Peruvian and Chilean officials.",
    "Peru held a summit with Chile in Oslo.",
    "Jorge Salas sat down with Ana Quispe in Oslo.",
]

NO_MEETINGS = [
    "Peru met the demand of Chile in January.",
    "The new law met with resistance in Peru.",
    "The meeting room in Lima was painted in January.",
    "Peru is willing to meet Chile.",
    "Peru called for talks with Chile.",
    "Jorge Salas was prepared to meet with Ana Quispe.",
    "Peru refuses any talks with Chile.",
    "Negotiations have stalled.",
    "He talks of peace in Peru.",
    "Peru lost contact with the ship.",
    "The contact details of the embassy in Lima changed.",
    "Peru wants dialogue with Chile.",
    "Protected coasts let people in Peru enjoy their contact with nature, he said.",
]


@pytest.mark.parametrize("text", MEETINGS)
def test_a_meeting_is_found_once(text: str) -> None:
    assert len(events(text)) == 1


@pytest.mark.parametrize("text", NO_MEETINGS)
def test_what_is_no_meeting_is_not_found(text: str) -> None:
    assert not events(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru and Chile held talks in Oslo.", ["Peru", "Chile"]),
        ("Peruvian and Chilean officials met in Oslo.", ["Peru", "Chile"]),
        ("A meeting between Jorge Salas and Ana Quispe took place.", ["Jorge Salas", "Ana Quispe"]),
        (
            "Jorge Salas met with Ana Quispe and Luis Rojas in Oslo.",
            ["Jorge Salas", "Ana Quispe", "Luis Rojas"],
        ),
        ("Peru held talks with Chile in Oslo to discuss aid to Bolivia.", ["Peru", "Chile"]),
        (
            "Energy Minister Ana Quispe held talks with Chilean Minister of Mines and Natural"
            " Resources Luis Rojas in Oslo.",
            ["Ana Quispe", "Luis Rojas"],
        ),
        (
            "Head of Peru's Small Business Organization (PSBO) Luis Rojas met with Head of the"
            " Fishing and Parks Organization (FPO) Ana Quispe.",
            ["Luis Rojas", "Ana Quispe"],
        ),
        (
            "President of Peru Ana Quispe met the President of Chile and Foreign Minister Luis"
            " Rojas in Oslo.",
            ["Ana Quispe", "Luis Rojas"],
        ),
    ],
)
def test_who_met(text: str, wanted: list[str]) -> None:
    assert people(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru and Chile met in Oslo.", "Oslo"),
        ("Peru and Chile met in the Norwegian city of Bergen.", "Bergen"),
        ("Peru and Chile held talks near Bergen, Norway.", "Bergen"),
        ("In Oslo, Peru and Chile held talks.", "Oslo"),
        (
            "The port of Bergen was the site of a meeting between Peruvian and Chilean officials.",
            "Bergen",
        ),
        ("Peru and Chile held talks on Bolivia.", None),
    ],
)
def test_where_they_met(text: str, wanted: str | None) -> None:
    assert place(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru and Chile met in Oslo on 3 March.", ["2018-03-03"]),
        ("Peru and Chile met on 3 March, the Daily Herald reported on 7 March.", ["2018-03-03"]),
        ("In January 2017, Peru and Chile held talks in Oslo.", ["2017-01"]),
        ("Peru and Chile met in Oslo in January and February.", ["2018-01", "2018-02"]),
        ("Peru and Chile met on 3 March and 4 March.", ["2018-03-03/2018-03-04"]),
        ("Peru and Chile met in Oslo ahead of the 2 May 2016 nuclear test.", [None]),
    ],
)
def test_when_they_met(text: str, wanted: list[str | None]) -> None:
    assert [edtf(event) for event in events(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru and Chile met in Oslo.", Modality.HAPPENED),
        ("Peru and Chile met in Oslo, the Daily Herald reported.", Modality.REPORTED),
        ("Peru and Chile met in Oslo, two officials said.", Modality.REPORTED),
        ("Peru and Chile may have met in Oslo.", Modality.UNCERTAIN),
        ("It is not clear whether Peru and Chile met in Oslo.", Modality.UNCERTAIN),
        ("Peru and Chile plan to meet in Oslo in June.", Modality.PLANNED),
        ("Peru and Chile will hold talks in Oslo on 3 June.", Modality.PLANNED),
        ("Peru and Chile had planned to meet in Oslo last week.", Modality.PLANNED),
        ("Peru and Chile did not meet in Oslo.", Modality.DENIED),
        ("Peru refused to meet Chile in Oslo.", Modality.DENIED),
        ("The meeting between Peru and Chile in Oslo was cancelled.", Modality.DENIED),
    ],
)
def test_how_sure_a_meeting_is(text: str, wanted: Modality) -> None:
    assert [event.modality for event in events(text)] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru and Chile held secret talks in Oslo.", True),
        ("Peru and Chile met secretly in Oslo.", True),
        ("Peru and Chile met behind closed doors in Oslo.", True),
        ("Peru and Chile held informal talks in Oslo.", False),
        ("Peru’s secret police met with Chilean officials in Oslo.", False),
    ],
)
def test_what_was_secret(text: str, wanted: bool) -> None:
    assert [event.secret for event in events(text)] == [wanted]


def test_a_meeting_without_time_or_place_is_a_plan_while_it_is_planned() -> None:
    assert not events("Peru plans to meet Chile.")
    assert [event.modality for event in events("Peru plans to meet Chile.", "plan")] == [
        Modality.PLANNED
    ]


def test_title_lead_and_details_tell_one_meeting() -> None:
    text = (
        "Peru and Chile held secret talks in Norway, a newspaper reported.\n"
        "Officials of the two countries met in Oslo on 3 March, the Daily Herald said.\n"
        "During the talks, Peru proposed a truce.\n"
    )
    (event,) = events(text, title="Peru, Chile secretly met")
    assert edtf(event) == "2018-03-03"
    assert len(event.evidence) == 4


def test_the_talks_are_those_told_before() -> None:
    text = "Peru and Chile held talks in Oslo. The talks lasted two days. It rained."
    (event,) = events(text)
    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met in Oslo. Peru and Chile met in Rome.",
        "Peru and Chile met on 3 March. Peru and Chile met on 7 March.",
        "Peru and Chile held talks in Oslo. Peru and Kenya held talks in Rome.",
        "Peru and Chile met in Oslo. A similar meeting took place in Rome on 7 March.",
    ],
)
def test_other_days_and_places_are_other_meetings(text: str) -> None:
    assert len(events(text)) == 2


OTHERS = [
    ("visit", "The president of Peru visited Nairobi in January.", "Nairobi"),
    ("visit", "Jorge Salas arrived in Nairobi on Monday.", "Nairobi"),
    ("sanction", "Peru imposed sanctions on Chile on 3 March.", None),
    ("sanction", "Peru lifted its embargo on Chile in January.", None),
    ("agreement", "Peru and Chile signed a treaty in Oslo.", "Oslo"),
    ("abduction", "Rebels kidnapped nine workers in Kenya on Monday.", "Kenya"),
    ("abduction", "Nine workers were abducted in Kenya in January.", "Kenya"),
    ("return", "Four hostages returned to Kenya in January.", "Kenya"),
    ("test", "Chile carried out a missile test on 3 March.", None),
    ("attack", "Gunmen attacked a village in Kenya on Monday.", "Kenya"),
    ("arrest", "Police arrested Jorge Salas in Lima on Monday.", "Lima"),
    ("transfer", "Peru extradited Jorge Salas in January.", None),
    ("appointment", "Peru appointed Jorge Salas ambassador in January.", None),
    ("plan", "Peru is considering sending an envoy to Nairobi this year.", "Nairobi"),
]


@pytest.mark.parametrize(("kind", "text", "where"), OTHERS)
def test_other_kinds_of_events(kind: str, text: str, where: str | None) -> None:
    assert len(events(text, kind)) == 1
    assert place(text, kind) == where


NO_EVENTS = [
    "The abduction issue troubles Peru.",
    "The film was released in Lima on Monday.",
    "Bread prices in Peru rose on Monday.",
    "The heart attack came on Monday.",
    "Peru signed up for the race on Monday.",
    "The minister was shocked.",
    "More than two million tourists arrived in Lima in 2016.",
    "Families of the men visited the prison in Lima last Friday.",
    "Two students were killed after a truck hit a cart in Lima on Thursday.",
    "Prosecutors raided the offices of a bank in Lima on Monday.",
    "The lamp is used in Lima for killing bacteria since 2015.",
    "Ana Quispe agreed with the Chilean call to stop.",
    "Peru and Chile agree on the need for bread.",
    "It is a right under the Lima Declaration of Human Rights, of which Peru is a signatory.",
]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Coast Guard Director Park Min-soo paid an unannounced visit to Lima.", "visit", 1),
        ("Rebels struck Arequipa during Peruvian President Ana Quispe's visit.", "visit", 1),
        ("Peru has signed a pact with Chile to supply boats built in Bolivia.", "agreement", 2),
    ],
)
def test_who_takes_part_in_other_events(text: str, kind: str, wanted: int) -> None:
    found = people(text, kind)
    assert len(found) == wanted
    assert not {"Bolivia", "Lima", "Arequipa"} & set(found)


def test_where_the_thing_agreed_is_made_is_not_where_the_agreement_was() -> None:
    text = "Peru has signed a pact with Chile to supply boats built in Bolivia."
    assert place(text, "agreement") is None


@pytest.mark.parametrize("text", NO_EVENTS)
def test_words_in_another_sense_tell_no_event(text: str) -> None:
    found, _ = find(text)
    assert not found.events


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Jorge Salas pledged on Monday to close the mine.", 1),
        ("On Monday, Jorge Salas said in Lima that the mine was closed.", 1),
        ("Jorge Salas held a press conference on Monday.", 1),
        ("Jorge Salas said the mine was closed.", 0),
        ("The mine was closed, two officials said on Monday.", 0),
    ],
)
def test_only_notable_statements_are_events(text: str, count: int) -> None:
    assert len(events(text, "statement")) == count


def test_a_report_on_a_day_is_an_event_of_its_own() -> None:
    text = "Peru and Chile met on 3 March, the Daily Herald reported on 7 March."
    assert [edtf(event) for event in events(text, "report")] == ["2018-03-07"]


def test_a_fact_points_at_the_event_that_it_tells() -> None:
    found, _ = find("Peru and Chile held talks in Oslo on 3 March, two officials said.")
    (fact,) = found.facts
    assert fact.event is not None
    assert found.events[fact.event].kind is EventKind.MEETING


def test_a_plan_is_called_one_in_its_title() -> None:
    (event,) = events("Peru plans to meet Chile.", "plan")
    assert event.title == "Planned meeting of Peru and Chile"


def test_a_title_says_kind_people_and_place() -> None:
    (event,) = events("Peru and Chile held secret talks in Oslo on 3 March.")
    assert event.title == "Secret meeting of Peru and Chile in Oslo"


def test_evidence_is_quoted_from_the_text() -> None:
    found, text = find("Peru and Chile met in Oslo, two officials said. Kenya stayed away.")
    (event,) = [one for one in found.events if one.kind is EventKind.MEETING]
    assert [span.of(text) for span in event.evidence] == [
        "Peru and Chile met in Oslo, two officials said."
    ]
