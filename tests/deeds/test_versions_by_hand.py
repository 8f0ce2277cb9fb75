"""What a reader made of words, or asked about them, follows them to another version."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds import refreshing
from casefile.deeds.adding import Stated
from casefile.model.words import Kind, Ref, Span

FIRST = """Council confirms a secret paper

PORT SUNDER, 3 May 2019 (Harbour Gazette) — Orla Brandt met Ivo Salter in Helsinki on Monday.

Nobody of the kestrel circle had come to dinner.

The envoys of the heron circle ate at the pier.
"""
STAYS = "Nobody of the kestrel circle had come to dinner."
GOES = "The envoys of the heron circle ate at the pier."
NEW = "Kofi Mensah was arrested in Lagos, police said."
SECOND = FIRST.replace("Nobody", f"{NEW}\n\nNobody").replace(GOES, "Rain fell.")
SOURCE = Ref(Kind.SOURCE, 1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with started(tmp_path / "a.casefile") as case:
        yield case


def started(path: Path) -> Case:
    case = Case(path, create=True)
    first = path.parent / "first.txt"
    first.write_text(FIRST, encoding="utf-8")
    case.add([str(first)], stated=Stated())
    return case


def turn(case: Case, text: str = SECOND) -> None:
    path = case.path.parent / "next.txt"
    path.write_text(text, encoding="utf-8")
    case.add([str(path)], stated=Stated(), version_of=SOURCE)


def at(case: Case, words: str) -> Span:
    start = case.source(1).text.index(words)
    return Span(start, start + len(words))


def make(case: Case, name: str, words: str) -> list[Ref]:
    who = case.make_entity(SOURCE, at(case, name), kind="organization").ref
    event = case.make_event(SOURCE, at(case, words), kind="meeting", participants=str(who)).ref
    fact = case.make_fact(SOURCE, at(case, words), about=str(who), event=str(event)).ref
    case.question(SOURCE, f"Who says: {name}?", span=at(case, words))
    return [who, event, fact]


def unlogged(case: Case) -> dict[str, Any]:
    told = {name: value for name, value in case.contents().items() if name != "log"}
    return json.loads(json.dumps(told))  # type: ignore[no-any-return]


def refs(case: Case) -> set[str]:
    contents = case.contents()
    return {one["ref"] for kind in ("entities", "events", "facts") for one in contents[kind]}


def test_what_was_made_stands_where_its_words_stand_or_is_listed(case: Case) -> None:
    stays = make(case, "kestrel circle", STAYS)
    goes = make(case, "heron circle", GOES)
    before = unlogged(case)
    turn(case)
    text = case.source(1).text
    assert {str(ref) for ref in stays} <= refs(case)
    assert str(goes[2]) not in refs(case)
    assert case.event(goes[1].id).row.lost  # what was made of it elsewhere refers to it
    fact = case.fact(stays[2].id)
    assert (fact.span.of(text), [one.id for one in fact.about]) == (STAYS, [stays[0].id])
    assert fact.event == stays[1]
    assert at(case, "kestrel circle") in {mark.span for mark in case.marks(1)}
    gone, asked = sorted(case.questions_on(SOURCE), key=lambda one: one.words)
    assert (gone.span, gone.quote) == (None, GOES)
    assert asked.span == at(case, STAYS)
    orphans = {(one.quote, one.label) for one in case.orphans(1)}
    assert goes[1] in {one.ref for one in case.orphans(1)}
    assert ("heron circle", "entity “heron circle”, made by hand") in orphans
    assert (GOES, f"fact “{GOES}”, made by hand") in orphans
    assert (GOES, "asked: Who says: heron circle?") in orphans
    assert case.check() == []
    after = unlogged(case)
    case.undo()
    assert unlogged(case) == before
    case.redo()
    assert unlogged(case) == after


def test_what_is_written_on_keeps_what_was_made_of_words_now_gone(case: Case) -> None:
    _, event, fact = make(case, "heron circle", GOES)
    case.tag([event, fact], add=["mine"])
    before = unlogged(case)
    turn(case)
    found = {one["ref"]: one for one in case.contents()["facts"]}
    assert found[str(fact)]["orphaned"]
    assert {one.ref for one in case.orphans(1)} >= {event, fact}
    assert case.check() == []
    case.undo()
    assert unlogged(case) == before


def test_what_is_made_of_a_later_text_is_undone_there(case: Case) -> None:
    turn(case)
    before = unlogged(case)
    made = make(case, "kestrel circle", STAYS)
    after = unlogged(case)
    turn(case, f"Put right today.\n\n{SECOND}")
    assert {str(ref) for ref in made} <= refs(case)
    case.undo()
    assert unlogged(case) == after
    for _ in range(4):
        case.undo()
    assert unlogged(case) == before
    assert case.check() == []


@pytest.mark.parametrize("has_turned", [False, True])
def test_a_log_makes_the_same_of_either_text(
    case: Case, tmp_path: Path, *, has_turned: bool
) -> None:
    make(case, "kestrel circle", STAYS)
    make(case, "heron circle", GOES)
    turn(case)
    late = make(case, "Kofi Mensah was", "Kofi Mensah was arrested in Lagos")
    case.tag(late, add=["late"])
    log = json.loads(json.dumps(case.export_log()))
    with started(tmp_path / "b.casefile") as other:
        if has_turned:
            turn(other)
        before = unlogged(other)
        # Also of words that were gone before the log came.
        assert other.replay(log).waiting == 0
        mine, theirs = unlogged(case), unlogged(other)
        for kind in ("entities", "events", "facts", "questions"):
            assert shown(theirs[kind]) == shown(mine[kind])
        assert other.check() == []
        other.undo()
        assert unlogged(other) == before


def shown(rows: list[dict[str, Any]]) -> list[str]:
    """Return rows without their numbers, which tell in what order a case came to them."""
    names = ("name", "title", "text", "statement", "words", "start", "end", "tags", "orphaned")
    return sorted(json.dumps([row.get(name) for name in names]) for row in rows)


def test_names_stand_on_their_words_where_the_new_text_is_not_read(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(case, "kestrel circle", STAYS)
    monkeypatch.setattr(refreshing, "reread", lambda store, source: "not read")
    turn(case, f"Put right today.\n\n{SECOND}".replace("Helsinki", "Turku"))
    text = case.source(1).text
    named = {mark.span.of(text) for mark in case.marks(1) if mark.ref.kind is Kind.ENTITY}
    assert {"Orla Brandt", "Ivo Salter", "kestrel circle"} <= named
    assert case.check() == []
