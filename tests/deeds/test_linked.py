from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.annotating import add_note, delete_note
from casefile.deeds.linked import label, linked
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Span
from casefile.store.log import undo
from casefile.store.store import Store
from tests.invented import (
    NOW,
    ORGANIZATION,
    PERSON,
    PLACE,
    Report,
    Told,
    ask,
    case_of,
    link,
    replace,
)


def report(number: int, day: str) -> Report:
    return Report(
        f"Number {number}. Orla Brandt met Ivo Salt in Port Salda. Brandt told the Courier so.\n",
        {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE, "Courier": ORGANIZATION},
        [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], day, "Port Salda")],
        [("Brandt told the Courier so", "Orla Brandt")],
        ["Courier"],
        publisher="Courier",
        published=f"2014-06-0{number}",
        title=f"Report {number}",
    )


@pytest.fixture
def full(path: Path) -> Store:
    store = case_of(path, report(1, "2014-05-03"), report(2, "2014-05-04"))
    for kind in ("source", "entity", "event", "fact", "conflict"):
        add_note(store, Ref.parse(f"{kind}:1"), f"on {kind}", span=None, by="Ada", now=NOW)
    return store


@pytest.mark.parametrize(
    ("ref", "titles"),
    [
        ("source:1", ["Who and what", "Events", "Relies on", "Relied on by", "Facts", "Notes"]),
        ("source:2", ["Who and what", "Events", "Relies on", "Facts"]),
        ("entity:1", ["Events", "Passages", "Facts", "With", "Notes"]),
        ("event:1", ["Who", "Where", "Sources differ: date", "Passages", "Facts", "Notes"]),
        ("fact:1", ["Passages", "Who says so", "About", "Event", "Notes"]),
        ("note:1", ["On"]),
        ("conflict:1", ["About", "Values", "Notes"]),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_everything_links_to_what_it_has_to_do_with(
    full: Store, ref: str, titles: list[str]
) -> None:
    groups = linked(full, Ref.parse(ref))
    assert [group.title for group in groups] == titles
    assert all(group.links and group.total >= len(group.links) for group in groups)


def test_every_link_leads_to_something_that_has_a_name(full: Store) -> None:
    refs = [Ref(kind, 1) for kind in Kind]
    for ref in refs:
        for group in linked(full, ref):
            for link_ in group.links:
                assert label(full, link_.ref)
                if link_.span:
                    assert link_.ref.kind is Kind.SOURCE


@pytest.mark.parametrize("kind", list(Kind), ids=str)
def test_what_is_not_there_has_no_name(full: Store, kind: Kind) -> None:
    with pytest.raises(UnknownRef, match="99"):
        label(full, Ref(kind, 99))
    with Case(full.path) as case, pytest.raises(UnknownRef):
        case.label(Ref(kind, 99))


@pytest.mark.parametrize("kind", [Kind.ENTITY, Kind.EVENT, Kind.FACT, Kind.CONFLICT], ids=str)
def test_a_note_on_something_that_is_gone_can_still_be_read(full: Store, kind: Kind) -> None:
    [note] = [
        Ref(Kind.NOTE, id)
        for (id,) in ask(full, "SELECT id FROM note WHERE target_kind = ?", kind.value)
    ]
    delete_note(full, note, by="Ada", now=NOW)
    replace(full, 1, Report("").findings())
    link(full)
    undo(full, by="Ada", now=NOW)
    [group] = linked(full, note)
    assert group.links[0].label
    assert label(full, note) == f"on {kind.value}"


def test_a_note_on_a_passage_opens_the_passage(full: Store) -> None:
    note = add_note(full, Ref(Kind.SOURCE, 2), "x", span=Span(0, 6), by="Ada", now=NOW)
    [group] = linked(full, note.ref)
    assert group.links[0].span == Span(0, 6)
    assert group.links[0].label == "Report 2"


def test_a_thing_is_led_to_by_any_of_its_ids(full: Store) -> None:
    with Case(full.path) as case:
        other = Ref(Kind.ENTITY, 5)
        assert case.leading(other) == Ref(Kind.ENTITY, 1)
        assert case.linked(other) == case.linked(Ref(Kind.ENTITY, 1))
        assert [note.body for note in case.notes_on(other)] == ["on entity"]
