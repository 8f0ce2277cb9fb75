"""How a thing is put narrows a search and every list: denied, hedged, planned, secret."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds import searchmanner
from casefile.deeds.searching import PLACES
from casefile.model.words import Kind, Modality, Ref
from tests.invented import ORGANIZATION, PERSON, Report, Told, case_of

STORY = Report(
    "Orla Brandt met Ivo Salt. The quay stays open. The toll may rise. Nobody paid. All is well.",
    {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "The quay": ORGANIZATION},
    [
        Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], "2014-05"),
        Told("Nobody paid", ["Ivo Salt"], "2015", modality=Modality.PLANNED),
    ],
    [
        ("The quay stays open", "Ivo Salt"),
        ("The toll may rise", None),
        ("Nobody paid", None),
        ("All is well", "Orla Brandt"),
    ],
)
QUAY, TOLL, NOBODY, WELL = "The quay stays open", "The toll may rise", "Nobody paid", "All is well"
MET = "Orla Brandt met Ivo Salt"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    path: Path = tmp_path_factory.mktemp("manner") / "a.casefile"
    case_of(path, STORY).close()
    with Case(path) as case:
        told = {row.statement: row.ref for row in case.facts(case.ids(Kind.FACT))}
        case.correct(told[QUAY], {"polarity": "denied"})
        case.correct(told[NOBODY], {"polarity": "denied", "hedge": "perhaps"})
        case.correct(told[TOLL], {"hedge": "may"})
        case.add_note(told[TOLL], "Which toll?")
        case.add_note(Ref.parse("entity:1"), "Who is this?")
        yield case


@pytest.fixture(params=[2_000, -1], ids=["few", "many"])
def store(case: Case, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Case:
    monkeypatch.setattr(searchmanner, "FEW", request.param)
    return case


@pytest.mark.parametrize(
    ("line", "kind", "names"),
    [
        ("is:denied", "fact", {QUAY, NOBODY}),
        ("is:negative", "fact", {QUAY, NOBODY}),
        ("is:hedged", "fact", {TOLL, NOBODY}),
        ("is:den is:hedg", "fact", {NOBODY}),
        ("is:hedged,denied", "fact", {QUAY, TOLL, NOBODY}),
        ("!is:denied in:facts", "fact", {TOLL, WELL}),
        ("is:affirmed !is:hedged", "fact", {WELL}),
        ("is:quoted", "fact", set()),
        ("is:denied quay", "fact", {QUAY}),
        ("is:planned", "event", {NOBODY}),
        ("is:happened", "event", {MET}),
        ("is:happened,planned", "event", {MET, NOBODY}),
        ("is:secret", "event", set()),
        ("!is:planned in:events", "event", {MET}),
        ("is:planned", "fact", set()),
        ("is:denied", "source", set()),
        ("is:denied", "entity", set()),
        ("is:hedged", "note", {"Which toll?"}),
        ("is:denied", "note", set()),
        ("!is:hedged", "note", {"Who is this?"}),
        ("is:zz in:facts,events,notes", "fact", set()),
    ],
)
def test_a_thing_is_found_by_how_it_is_put(
    store: Case, line: str, kind: str, names: set[str]
) -> None:
    assert {hit.label for hit in store.search(line) if hit.kind in (kind, *KINDS[kind])} == names


KINDS = {"event": ("meeting",), "fact": (), "note": (), "source": ("text",), "entity": ("person",)}


def test_lists_are_narrowed_by_it(store: Case) -> None:
    for line, names in (("is:denied", {QUAY, NOBODY}), ("is:affirmed is:hedged", {TOLL})):
        rows = store.facts(store.ids(Kind.FACT, matching=line))
        assert {row.statement for row in rows} == names
    [event] = store.event_rows(store.ids(Kind.EVENT, matching="is:planned"))
    assert event.title == NOBODY


def test_a_word_that_it_does_not_take_is_said_with_those_it_takes(store: Case) -> None:
    [said] = store.answer("is:zz", places=PLACES).remarks
    assert "denied" in said
    assert "secret" in said
    assert "'zz'" in said
    assert not store.answer("is:den", places=PLACES).remarks
