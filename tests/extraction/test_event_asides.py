"""What stands beside the main clause: asides, stand-ins, officers, denials and corrections."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.rules import pipeline
from casefile.extraction.rules.events.asides import asides
from casefile.model.words import Span
from tests.extraction.test_events import edtf, events, find, people, place


def told(text: str) -> list[str]:
    return [one.of(text) for one in asides(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Quispe, who runs the port, met him.", [", who runs the port,"]),
        ("Ana Quispe, the head of the port, met him.", [", the head of the port,"]),
        ("Ana Quispe (left) met him.", ["(left)"]),
        ("Peru, the United States, and Chile met.", []),
        ("He met Ana Quispe, who runs the port.", []),
        ("Ana Quispe, he said, met him.", []),
    ],
)
def test_an_aside_is_what_can_be_left_out(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


@given(st.lists(st.sampled_from([", who ", ", the head of ", "(", ")", "“", "Ana", " met", ", "])))
def test_asides_come_in_order_and_never_meet(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(asides(text, Span(0, len(text))))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


WHO_MET = [
    (
        "Ana Quispe, who chairs the Lima Port Board, and Luis Rojas, the head of Andes Lines,"
        " met in Oslo on 3 March.",
        ["Ana Quispe", "Luis Rojas"],
    ),
    (
        "Ana Quispe met Luis Rojas in Oslo. The two met again on 3 March.",
        ["Ana Quispe", "Luis Rojas"],
    ),
    ("Peru quarrels with Chile. The officials met in Oslo on 3 March.", ["Peru", "Chile"]),
    (
        "Although Peru refuses every concession, its envoys met Chilean ones in Oslo.",
        ["Peru", "Chile"],
    ),
    (
        "Peru’s president Jorge Salas met Chile’s president Ana Quispe.",
        ["Jorge Salas", "Ana Quispe"],
    ),
    ("A meeting between Peru and Chile was praised by Kenya in Oslo.", ["Peru", "Chile"]),
    ("Kenya praised the talks of Peru and Chile in Oslo.", ["Peru", "Chile"]),
    ("Jorge Salas, who met Ana Quispe in Oslo, is ill.", ["Jorge Salas", "Ana Quispe"]),
    ("Jorge Salas flew to Oslo and met Ana Quispe.", ["Jorge Salas", "Ana Quispe"]),
    ("Jorge Salas thanked Luis Rojas and met Ana Quispe.", ["Jorge Salas", "Ana Quispe"]),
    ("Jorge Salas met people close to Luis Rojas in Oslo.", ["Jorge Salas"]),
]


@pytest.mark.parametrize(("text", "wanted"), WHO_MET)
def test_who_is_meant(text: str, wanted: list[str]) -> None:
    assert people(text) == wanted


def test_the_head_of_an_apposition_speaks() -> None:
    text = "Ana Quispe, the sister of Peru’s president Jorge Salas, issued a statement on Monday."
    assert people(text, "statement") == ["Ana Quispe"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru and Chile met at the Riverside hotel on 3 March.", "Riverside"),
        ("Peru and Chile met in the old Granite House on 3 March.", "Granite House"),
        ("Peru and Chile met in Norway. The venue was near Bergen.", "Bergen"),
    ],
)
def test_houses_and_nearer_places(text: str, wanted: str) -> None:
    text = f"{text} Bergen, Norway, is wet."
    assert place(text) == wanted


def test_a_denial_is_an_event_that_is_denied() -> None:
    text = (
        "Peru denied on Monday a report that its envoy met Ana Quispe. “There was no meeting on"
        " 3 March,” Luis Rojas, a spokesman, said. The Daily Herald reported that Jorge Salas and"
        " Ana Quispe had met on 3 March."
    )
    (event,) = events(text)
    assert event.modality.value == "denied"
    assert edtf(event) == "2018-03-03"


def test_a_corrected_day_wins() -> None:
    text = (
        "We reported that Jorge Salas and Ana Quispe met in Oslo on 3 March. The day was wrong."
        " The meeting took place on 5 March."
    )
    (event,) = events(text)
    assert edtf(event) == "2018-03-05"


NO_EVENTS = [
    "Peru held a meeting.",
    "The report praised dialogue between Peru and Chile.",
    "It will not be easy for Jorge Salas to meet Ana Quispe in Oslo.",
    "The leaders of Peru and Chile had never held a summit before.",
    "Jorge Salas visited.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_says_too_little_is_no_event(text: str) -> None:
    found, _ = find(text)
    assert not found.events


def test_a_definite_meeting_is_not_denied_by_another_verb() -> None:
    text = "Her task does not include the meeting of Jorge Salas with Ana Quispe in Oslo."
    (event,) = events(text)
    assert event.modality.value == "happened"


def test_names_are_read_behind_the_longest_story_and_events_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pipeline, "LONGEST_STORY", 60)
    found, _ = find("Peru and Chile met in Oslo on 3 March. " * 2 + "Kenya met Peru in Rome.")
    assert len(found.events) == 1
    assert len(found.events[0].evidence) == 1
    assert "Kenya" in [one.name for one in found.entities]


def test_more_than_three_are_and_others() -> None:
    text = "Ana Quispe, Jorge Salas, Luis Rojas and Rosa Flores met in Oslo."
    (event,) = events(text)
    assert event.title == "Meeting of Ana Quispe, Jorge Salas, Luis Rojas and others in Oslo"
