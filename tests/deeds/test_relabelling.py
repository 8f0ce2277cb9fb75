"""What a line is, as a reader says: what was found there follows. Reports are invented."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.core.labelling import LABELS
from casefile.deeds.adding import Stated
from casefile.deeds.relabelling import BadLabel
from casefile.deeds.replaying import BadLog
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Span
from tests.deeds.texts import case_of_texts, exported
from tests.stress.hands import backup

MET = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said."
LEFT = "Kofi Mensah was arrested in Lagos on 4 May 2017, police said."
AD = "Share this article"
TEXT = f"{MET}\n\n{LEFT}\n\n{AD}\n"
A = Ref(Kind.SOURCE, 1)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"a.txt": TEXT, "b.txt": f"{MET}\n"}
    return case_of_texts(tmp_path_factory.mktemp("relabelling"), texts, published="2017-05-10")


@pytest.fixture
def case(file: Path, tmp_path: Path) -> Iterator[Case]:
    shutil.copy(file, tmp_path / "a.casefile")
    with Case(tmp_path / "a.casefile") as case:
        yield case


def at(case: Case, words: str) -> Span:
    start = case.source(1).text.index(words)
    return Span(start, start + len(words))


def furniture(case: Case) -> list[tuple[str, str]]:
    source = case.source(1)
    return [(one.kind.value, one.span.of(source.text)) for one in source.furniture]


def named(case: Case) -> set[str]:
    return {
        one["text"]
        for entity in case.contents()["entities"]
        for one in entity["mentions"]
        if one["source"] == "source:1"
    }


def test_what_was_found_on_a_line_goes_and_comes_back(case: Case) -> None:
    before, log = exported(case), case.contents()["log"]
    told = case.relabelling(A, at(case, LEFT), "boilerplate")
    assert told.effect == "takes 2 mentions, 1 fact and 1 event out"
    assert (exported(case), case.contents()["log"]) == (before, log)
    done = case.relabel(A, at(case, "arrested"), "boilerplate")
    assert (done.effect, done.lines) == (told.effect, (at(case, LEFT),))
    assert ("boilerplate", LEFT) in furniture(case)
    assert not {"Kofi Mensah", "Lagos"} & named(case)
    assert "Orla Brandt" in named(case)
    relabelled = exported(case)
    case.extract()
    assert exported(case) == relabelled
    assert not case.check()
    case.undo()
    assert exported(case) == before
    case.redo()
    assert exported(case) == relabelled
    assert case.relabel(A, at(case, LEFT), "story").effect == "reads 1 line anew"
    assert json.loads(exported(case)) == json.loads(before)
    assert not case.check()


@pytest.mark.parametrize("label", LABELS[1:])
def test_every_label_is_undone_and_made_again(case: Case, label: str) -> None:
    before = exported(case)
    case.relabel(A, at(case, f"{MET}\n\n{LEFT}"), label)
    assert [one for one in furniture(case) if one[1] != AD] == [(label, MET), (label, LEFT)]
    relabelled = exported(case)
    case.undo()
    assert exported(case) == before
    case.redo()
    assert exported(case) == relabelled
    assert len(case.log()) == 1


def test_what_becomes_story_is_read(case: Case) -> None:
    case.relabel(A, at(case, TEXT), "boilerplate")
    assert not named(case)
    assert case.relabel(A, at(case, LEFT), "story").effect == "reads 1 line anew"
    assert named(case) == {"Kofi Mensah", "Lagos"}


def test_what_a_reader_wrote_on_is_kept_as_lost(case: Case) -> None:
    [ref] = [hit.ref for hit in case.search("mensah kind:person")]
    case.tag([ref], add=["to check"])
    case.relabel(A, at(case, LEFT), "boilerplate")
    row = case.entity(ref.id).row
    assert (row.lost, row.mentions) == (True, 0)
    assert not [one for one in case.search("lagos kind:place") if one.kind == "entity"]
    case.undo()
    assert not case.entity(ref.id).row.lost


def test_what_a_reader_made_there_stays(case: Case) -> None:
    made = case.make_entity(A, at(case, "police"), kind="organization").ref
    assert case.relabelling(A, at(case, LEFT), "boilerplate").mentions == 2
    case.relabel(A, at(case, LEFT), "boilerplate")
    assert case.entity(made.id).row.mentions == 1


def test_what_is_no_line_or_no_label_is_refused(case: Case) -> None:
    before = exported(case)
    for span, label, said in (
        (at(case, MET), "advert", "A line is no 'advert': it is story, "),
        (at(case, MET), "story", "That is story already"),
        (Span(len(MET) + 1, len(MET) + 2), "title", "There are no words on that line of source:1"),
        (Span(0, 10_000), "title", "source:1 has no 0-10000"),
    ):
        with pytest.raises(BadLabel, match=said):
            case.relabel(A, span, label)
    with pytest.raises(UnknownRef):
        case.relabel(Ref(Kind.SOURCE, 9), Span(0, 1), "title")
    with pytest.raises(UnknownRef, match="is not a source"):
        case.relabel(Ref(Kind.ENTITY, 1), Span(0, 1), "title")
    assert (exported(case), case.log()) == (before, [])


def test_a_source_without_a_title_is_listed_by_the_line_that_is_its_title(case: Case) -> None:
    row = case.source(1).row
    assert row.title == MET
    case.relabel(A, at(case, MET), "boilerplate")
    assert case.source(1).row.title == LEFT
    case.relabel(A, at(case, AD), "title")
    assert (case.source(1).row.title, case.source(1).title) == (AD, None)
    case.undo()
    case.undo()
    assert case.source(1).row.title == MET


def test_a_removed_source_comes_back_with_its_labels(case: Case) -> None:
    case.relabel(A, at(case, LEFT), "boilerplate")
    relabelled = exported(case)
    case.remove(A)
    with pytest.raises(UnknownRef, match="was removed"):
        case.relabel(A, Span(0, 1), "title")
    case.restore(A)
    assert exported(case) == relabelled
    assert not case.check()
    for _ in range(3):
        case.undo()
    assert "Kofi Mensah" in named(case)


def turn(case: Case, text: str) -> None:
    path = case.path.parent / "next.txt"
    path.write_text(text, encoding="utf-8")
    case.add([str(path)], stated=Stated(), version_of=A)


def test_labels_follow_their_words_to_another_version(case: Case) -> None:
    case.relabel(A, at(case, LEFT), "boilerplate")
    case.relabel(A, at(case, AD), "story")
    before = exported(case)
    turn(case, f"Rain fell on the pier all day.\n\n{MET}\n\n{LEFT}\n")
    assert furniture(case) == [("boilerplate", LEFT)]
    assert "Kofi Mensah" not in named(case)
    assert [(one.quote, one.label) for one in case.orphans(1)] == [(AD, "said to be story")]
    case.relabel(A, at(case, LEFT), "story")
    assert furniture(case) == []
    case.undo()
    case.undo()
    assert exported(case) == before
    turn(case, f"{MET}\n\n{LEFT[:-1]} on Monday.\n")
    assert furniture(case) == []
    assert {one.label for one in case.orphans(1)} == {"said to be story", "said to be boilerplate"}
    case.undo()
    case.undo()
    case.undo()
    assert "Kofi Mensah" in named(case)
    assert not case.check()


def unlogged(case: Case) -> dict[str, Any]:
    told = {**case.contents(), "log": None}
    for one in told["judgements"]:
        one["at"] = None
    return json.loads(json.dumps(told))  # type: ignore[no-any-return]


def test_the_log_rebuilds_it_on_a_fresh_case(case: Case, file: Path, tmp_path: Path) -> None:
    case.relabel(A, at(case, LEFT), "boilerplate")
    case.relabel(A, at(case, MET), "caption")
    shutil.copy(file, tmp_path / "fresh.casefile")
    with Case(tmp_path / "fresh.casefile") as fresh:
        fresh.replay(json.loads(json.dumps(case.export_log())))
        assert unlogged(fresh) == unlogged(case)
        assert not fresh.check()
        fresh.undo()
        assert "Kofi Mensah" in named(fresh)


def test_what_was_said_of_something_found_meanwhile_is_told_to_others(
    case: Case, tmp_path: Path
) -> None:
    case.relabel(A, at(case, LEFT), "boilerplate")
    backup(case.path, tmp_path / "ben.casefile")
    case.relabel(A, at(case, LEFT), "story")
    [ref] = [hit.ref for hit in case.search("mensah kind:person")]
    case.tag([ref], add=["to check"])
    case.add_note(ref, "Who is he?")
    case.relabel(A, at(case, LEFT), "boilerplate")
    assert case.entity(ref.id).row.lost
    log = json.loads(json.dumps(case.export_log()))
    with Case(tmp_path / "ben.casefile") as ben:
        before = exported(ben)
        ben.replay(log)
        assert unlogged(ben) == unlogged(case)
        assert not ben.check()
        ben.undo()
        assert exported(ben) == before


def test_two_who_differ_on_a_line_get_a_card(case: Case, tmp_path: Path) -> None:
    shutil.copy(case.path, tmp_path / "ben.casefile")
    case.relabel(A, at(case, LEFT), "boilerplate")
    with Case(tmp_path / "ben.casefile") as ben:
        ben.relabel(A, at(case, f"{MET}\n\n{LEFT}"), "caption")
        logs = [json.loads(json.dumps(one.export_log())) for one in (case, ben)]
        case.replay(logs[1])
        ben.replay(logs[0])
        assert unlogged(case) == unlogged(ben)
        [card] = case.clashes()
        assert (card.about, card.what) == (A, "line")
        assert sorted(one.text for one in card.sides) == [
            f"“{LEFT}” is boilerplate",
            f"“{LEFT}” is caption",
        ]
        first = next(at for at, one in enumerate(card.sides) if "boilerplate" in one.text)
        case.settle(card.ref, first)
        assert ("boilerplate", LEFT) in furniture(case)
        assert ("caption", MET) in furniture(case)
        assert not [one for one in case.clashes() if one.is_open]
        case.undo()
        assert [one for one in case.clashes() if one.is_open]


def test_what_is_read_later_comes_out_as_what_is_read_at_once(case: Case, tmp_path: Path) -> None:
    backup(case.path, tmp_path / "behind.casefile")
    with Case(tmp_path / "behind.casefile") as waiting:
        waiting.put_off_linking(later=lambda: None, before_writing=lambda: None)
        for one in (case, waiting):
            one.relabel(A, at(one, LEFT), "boilerplate")
        assert furniture(waiting) == furniture(case)
        assert "Kofi Mensah" in named(waiting)
        waiting.remove(A)
        waiting.restore(A)
        waiting.link()
        assert named(waiting) == named(case)
        waiting.undo()
        waiting.undo()
        waiting.undo()
        waiting.link()
        case.undo()
        assert unlogged(waiting) == unlogged(case)
        assert not waiting.check()


def test_the_log_says_it_in_words(case: Case) -> None:
    case.relabel(A, at(case, LEFT), "boilerplate")
    case.undo()
    [entry] = case.log_entries()
    assert (entry.words, entry.label) == ("said that lines are boilerplate", MET)


@pytest.mark.parametrize(
    "wrong", [{"kind": "advert"}, {"stop": 9_999}, {"quote": ""}, {"version": ""}, {"start": -1}]
)
def test_a_log_with_a_label_that_is_none_is_refused(case: Case, wrong: dict[str, object]) -> None:
    case.relabel(A, at(case, LEFT), "boilerplate")
    log = json.loads(json.dumps(case.export_log()))
    log["decisions"][-1]["put"][0] |= wrong
    before = exported(case)
    with pytest.raises(BadLog, match="damaged"):
        case.replay(log)
    assert exported(case) == before


def test_a_label_from_elsewhere_says_nothing_of_other_words(case: Case) -> None:
    before = furniture(case)
    case.relabel(A, at(case, LEFT), "boilerplate")
    log = json.loads(json.dumps(case.export_log()))
    case.undo()
    row = log["decisions"][-1]["put"][0]
    for start in (1, 9_000):
        log["decisions"][-1]["put"][0] = {**row, "start": start, "stop": start + len(LEFT)}
        case.replay(log)
        assert furniture(case) == before
        assert [one.label for one in case.orphans(1)] == ["said to be boilerplate"]
        assert not case.check()
        case.undo()


def test_what_was_said_on_a_former_text_is_told_to_others_too(
    case: Case, file: Path, tmp_path: Path
) -> None:
    case.relabel(A, at(case, f"{MET}\n\n{LEFT}"), "boilerplate")
    case.relabel(A, at(case, LEFT), "story")
    [ref] = [hit.ref for hit in case.search("mensah kind:person")]
    case.tag([ref], add=["to check"])
    turn(case, f"Rain fell on the pier all day.\n\n{MET}\n\n{LEFT}\n")
    case.relabel(A, at(case, LEFT), "byline")
    assert case.entity(ref.id).row.lost
    shutil.copy(file, tmp_path / "ben.casefile")
    log = json.loads(json.dumps(case.export_log()))
    with Case(tmp_path / "ben.casefile") as ben:
        before = exported(ben)
        ben.replay(log)
        assert unlogged(ben) == unlogged(case)
        ben.replay(log)
        assert unlogged(ben) == unlogged(case)
        assert not ben.check()
        ben.undo()
        assert exported(ben) == before
