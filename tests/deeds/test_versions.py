"""A source has versions: what was written on its text follows it, and comes back with it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Added, Stated
from casefile.deeds.versions import BadVersion
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Span

FIRST = """Council confirms a secret paper

PORT SUNDER, 3 May 2019 (Harbour Gazette) — Orla Brandt met Ivo Salter in Helsinki on Monday.

Una Reed said that Ivo Salter had signed an agreement with Finland in March 2019.

Ivo Salter visited Oslo on 4 April 2019, officials said.
"""
NEW = "Kofi Mensah was arrested in Lagos on 2 May 2019, police said."
SECOND = FIRST.replace("Una Reed", f"{NEW}\n\nUna Reed").replace("4 April", "5 April")
THIRD = SECOND.replace("5 April", "4 April")
SOURCE = Ref(Kind.SOURCE, 1)
URL = "https://gazette.example/2019/paper"


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "a.casefile", create=True) as case:
        case.add([write(tmp_path, "first.txt", FIRST)], stated=Stated())
        yield case


def turn(case: Case, text: str, name: str = "next.txt") -> Added:
    path = write(case.path.parent, name, text)
    return case.add([path], stated=Stated(), version_of=SOURCE)


def at(case: Case, words: str) -> Span:
    start = case.source(1).text.index(words)
    return Span(start, start + len(words))


def unlogged(case: Case) -> dict[str, Any]:
    return {name: value for name, value in case.contents().items() if name != "log"}


def write_on_all(case: Case) -> None:
    """Write on the passages that stay, and on those that will be gone."""
    case.add_note(SOURCE, "Which paper?", span=at(case, "signed an agreement"))
    case.add_note(SOURCE, "Not the 5th?", span=at(case, "4 April 2019"))
    for fact in case.contents()["facts"]:
        case.tag([Ref.parse(fact["ref"])], add=["seen"])
    for event in case.contents()["events"]:
        case.set_status([Ref.parse(event["ref"])], "disputed")
    case.reject("Helsinki", source=SOURCE, span=at(case, "Helsinki"))


def test_what_stands_moves_and_what_is_gone_is_told(case: Case) -> None:
    write_on_all(case)
    before = case.contents()
    [done] = turn(case, SECOND).versions
    assert (done.ref, done.number) == (SOURCE, 2)
    after, text = case.contents(), case.source(1).text
    stays, goes = after["notes"]
    assert text[stays["start"] : stays["end"]] == "signed an agreement"
    assert (goes["start"], goes["quote"], goes["orphaned"]) == (None, "4 April 2019", True)
    facts = {fact["ref"]: fact for fact in after["facts"]}
    for fact in before["facts"]:
        now = facts[fact["ref"]]
        assert (now["text"], now["tags"]) == (fact["text"], ["seen"])
        assert now["orphaned"] == ("4 April" in fact["text"])
    assert any(NEW in fact["text"] and not fact["tags"] for fact in after["facts"])
    assert {event["ref"] for event in before["events"]} <= {
        event["ref"] for event in after["events"]
    }
    assert not any(entity["name"] == "Helsinki" for entity in after["entities"])
    assert {one.quote for one in case.orphans(1)} >= {"4 April 2019"}
    assert case.check() == []


def test_it_is_undone_and_made_again_as_a_whole(case: Case) -> None:
    write_on_all(case)
    stages = [unlogged(case)]
    for name, text in (("b.txt", SECOND), ("c.txt", THIRD)):
        turn(case, text, name)
        case.add_note(SOURCE, "Read again.", span=at(case, "Kofi Mensah"))
        stages.append(unlogged(case))
    third = case.contents()
    assert [note["orphaned"] for note in third["notes"]][:2] == [False, False]
    for wanted in stages[1::-1]:
        case.undo()
        case.undo()
        assert unlogged(case) == wanted
        assert case.check() == []
    for wanted in stages[1:]:
        case.redo()
        case.redo()
        assert unlogged(case) == wanted


def test_the_log_makes_the_same_case_of_the_first_text(case: Case, tmp_path: Path) -> None:
    write_on_all(case)
    turn(case, SECOND)
    new = next(fact for fact in case.contents()["facts"] if NEW in fact["text"])
    case.set_status([Ref.parse(new["ref"])], "confirmed")
    case.add_note(SOURCE, "Who?", span=at(case, "Kofi Mensah"))
    case.reject("Lagos", source=SOURCE, span=at(case, "Lagos"))
    turn(case, THIRD, "third.txt")
    log = json.loads(json.dumps(case.export_log()))
    with Case(tmp_path / "b.casefile", create=True) as other:
        other.add([str(tmp_path / "first.txt")], stated=Stated())
        assert other.replay(log).waiting == 0
        assert unlogged(other) == unlogged(case)
        assert other.replay(log).decisions == 0
        assert other.check() == []
        other.undo()
        assert other.source(1).text == FIRST


def test_a_correction_stands_over_every_text(case: Case) -> None:
    case.correct(SOURCE, {"title": "The paper"})
    turn(case, SECOND.replace("Council confirms", "Council denies"))
    assert case.source(1).row.title == "The paper"
    case.undo()
    case.undo()
    assert case.source(1).row.title == "Council confirms a secret paper"


def test_a_changed_text_from_one_address_is_a_version(tmp_path: Path) -> None:
    with Case(tmp_path / "a.casefile", create=True) as case:
        first, second = write(tmp_path, "a.txt", FIRST), write(tmp_path, "b.txt", SECOND)
        other = write(tmp_path, "c.txt", "Lambs were born in Varn, the shepherds said on Friday.")
        stated = Stated(url=URL)
        assert [len(case.add([path], stated=stated).versions) for path in (first, second)] == [0, 1]
        assert case.source(1).text == SECOND
        again = case.add([first, second], stated=stated)
        assert (again.unchanged, again.versions) == ([SOURCE, SOURCE], [])
        assert any("former text of source:1" in warning for warning in again.warnings)
        assert case.add([other], stated=stated).added == [Ref(Kind.SOURCE, 2)]
        [decision] = case.log()
        assert (decision.what, decision.target) == ("version added", SOURCE)


def test_a_file_of_the_same_name_waits_for_the_reader(case: Case) -> None:
    folder = case.path.parent
    report = case.add([write(folder, "first.txt", SECOND)], stated=Stated())
    [failed] = report.failed
    assert "--version-of source:1" in failed.reason
    assert "--separate" in failed.reason
    assert case.source(1).text == FIRST
    apart = case.add([str(folder / "first.txt")], stated=Stated(), separate=True)
    assert apart.added == [Ref(Kind.SOURCE, 2)]


def test_the_former_texts_can_be_read(case: Case) -> None:
    assert [one.number for one in case.versions(1)] == [1]
    turn(case, SECOND)
    one, two = case.versions(1)
    assert (one.added, one.is_current, two.is_current) == (None, False, True)
    assert case.former_text(SOURCE, 1)[1] == FIRST
    assert case.former_text(SOURCE, 2)[1] == SECOND
    with pytest.raises(BadVersion, match="no version 3"):
        case.former_text(SOURCE, 3)
    with pytest.raises(UnknownRef, match="entity:1 is not a source"):
        case.former_text(Ref(Kind.ENTITY, 1), 1)


def test_what_came_before_may_come_back(case: Case) -> None:
    turn(case, SECOND)
    turn(case, FIRST, "again.txt")
    assert (len(case.versions(1)), case.source(1).text) == (3, FIRST)
    assert [one.is_current for one in case.versions(1)] == [False, False, True]
    assert turn(case, FIRST, "again.txt").unchanged == [SOURCE]


def test_a_version_is_of_one_source_that_is_there(case: Case) -> None:
    path = str(case.path.parent / "first.txt")
    with pytest.raises(UnknownRef, match="no source:9"):
        case.add([path], stated=Stated(), version_of=Ref(Kind.SOURCE, 9))
    with pytest.raises(BadVersion, match="one file"):
        case.add([path, path], stated=Stated(), version_of=SOURCE)


def test_no_log_brings_a_text_that_is_none(case: Case, tmp_path: Path) -> None:
    turn(case, SECOND)
    log = case.export_log()
    [row] = log["decisions"][0]["put"]
    row["article"] = row["article"].replace("furniture", "fittings")
    with Case(tmp_path / "b.casefile", create=True) as other:
        other.add([str(tmp_path / "first.txt")], stated=Stated())
        with pytest.raises(Exception, match="damaged"):
            other.replay(log)
