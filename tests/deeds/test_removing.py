"""A source removed and restored with all that hung on it. The reports are invented."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.correcting import TooLong
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Span
from casefile.store.sqlfiles import query
from casefile.store.store import Store
from tests.deeds.texts import case_of_texts, exported
from tests.invented import dump, unnumbered

TEXTS = {
    "a.txt": (
        "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said. Brandt left"
        " Helsinki the next day. Ivo Salter denied it.\n"
    ),
    "b.txt": "Ivo Salter spoke to reporters in Oslo on 9 May 2017. Salter said that it was late.\n",
    "c.txt": "Helsinki was calm on 4 May 2017, officials said. Ivo Salter had left Helsinki.\n",
}
A, B, C = (Ref(Kind.SOURCE, id) for id in (1, 2, 3))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of_texts(tmp_path_factory.mktemp("removing"), TEXTS, published="2017-05-10")


def named(case: Case, name: str) -> Ref:
    return next(Ref.parse(one["ref"]) for one in case.contents()["entities"] if one["name"] == name)


def written_on(case: Case) -> None:
    """Let a reader write on all kinds of things of the first source."""
    fact = next(Ref.parse(one["ref"]) for one in case.contents()["facts"] if "met" in one["text"])
    case.add_note(A, "who says?", span=Span(5, 11))
    case.add_note(fact, "ask her")
    case.tag([A, fact, Ref(Kind.NOTE, 1)], add=["harbour"])
    case.set_status([fact, named(case, "Una Reedman")], "confirmed", reason="seen")
    case.set_grade([A], "B")
    case.question(fact, "when?")
    case.make_entity(A, Span(72, 78), kind="person")
    case.judge(named(case, "Una Reedman"), named(case, "Ivo Salter"), "different")
    case.correct(fact, {"said-by": "a paper; Ivo Salter"})


def without_log(case: Case) -> str:
    return json.dumps({**json.loads(exported(case)), "log": None})


def test_what_hangs_on_a_source_goes_and_comes_back(case: Case) -> None:
    before = without_log(case)
    counted = case.removal(A)
    facts = sum(one["source"] == "source:1" for one in case.contents()["facts"])
    assert (counted.counts["facts"], counted.counts["notes"]) == (facts, 0)
    done = case.remove(A, reason="told twice")
    assert done.counts == counted.counts
    told = case.contents()
    assert [one["ref"] for one in told["sources"]] == ["source:2", "source:3"]
    assert "source:1" not in json.dumps({**told, "log": None})
    assert "Una Reedman" not in {one["name"] for one in told["entities"]}
    assert "Ivo Salter" in {one["name"] for one in told["entities"]}
    assert not case.search("Reedman")
    assert not case.search("next day")
    assert case.summary().sources == 2
    assert [(one.ref, one.reason) for one in case.removed()] == [(A, "told twice")]
    assert not case.check()
    removed = without_log(case)
    case.undo()
    assert without_log(case) == before
    assert case.search("Reedman")
    case.redo()
    assert without_log(case) == removed
    case.restore(A)
    assert without_log(case) == before
    assert not case.removed()
    assert not case.check()


def test_what_a_reader_wrote_goes_with_it_and_comes_back(case: Case, path: Path) -> None:
    written_on(case)
    before, rows = without_log(case), dump(path)
    assert case.removal(A).counts["notes"] == 2
    case.remove(A)
    told = case.contents()
    assert not told["notes"]
    assert not told["questions"]
    assert case.tags() == []
    assert not case.check()
    case.extract()
    case.restore(A)
    assert without_log(case) == before
    again = dump(path)
    for table in ("note", "tag", "assessment", "question", "made", "stated_fact", "correction"):
        assert again[table] == rows[table], table


def test_the_case_is_as_if_it_had_never_come_in(case: Case, tmp_path: Path) -> None:
    case.tag([B], add=["late"])
    case.set_status([named(case, "Ivo Salter")], "confirmed")
    case.remove(A)
    rest = {name: text for name, text in TEXTS.items() if name != "a.txt"}
    with Case(case_of_texts(tmp_path, rest, published="2017-05-10")) as other:
        other.replay(json.loads(json.dumps(case.export_log())))
        assert nameless(other) == nameless(case)


def nameless(case: Case) -> Any:
    """Return who and what a case tells of, without numbers."""
    told = case.contents()
    return [
        sorted(one[name] for one in told[kind])
        for kind, name in (
            ("sources", "text"), ("entities", "name"), ("events", "title"), ("facts", "text"),
        )
    ] + [sorted((one["name"], one["status"]) for one in told["entities"])]  # fmt: skip


def test_several_come_back_in_any_order(case: Case) -> None:
    written_on(case)
    case.judge(named(case, "Helsinki"), named(case, "Oslo"), "different")
    before = without_log(case)
    for refs in ((A, B, C), (B, C, A), (C, A, B)):
        for ref in (A, B, C):
            case.remove(ref)
        assert case.contents()["entities"] == []
        assert not case.check()
        for ref in refs:
            case.restore(ref)
            assert not case.check()
        assert without_log(case) == before


def test_several_go_and_come_back_as_one_decision(case: Case, tmp_path: Path) -> None:
    written_on(case)
    case.tag([B], add=["late"])
    before = without_log(case)
    facts = [one["source"] for one in case.contents()["facts"]]
    counted = case.removal(A, C)
    assert counted.counts["facts"] == facts.count("source:1") + facts.count("source:3")
    assert counted.counts["entities"] > sum(case.removal(one).counts["entities"] for one in (A, C))
    done = case.remove(C, A, C, reason="told twice")
    assert done == replace(counted, refs=(C, A), remarks=done.remarks)
    assert (done.label, done.counts) == ("2 sources", counted.counts)
    assert [one.ref for one in case.removed()] == [A, C]
    assert {one.reason for one in case.removed()} == {"told twice"}
    removed = without_log(case)
    assert [one["ref"] for one in json.loads(removed)["sources"]] == ["source:2"]
    [entry] = [one for one in case.log_entries() if one.words.startswith("removed")]
    assert entry.label.endswith(" and 1 more")
    assert not case.check()
    with Case(case_of_texts(tmp_path, TEXTS, published="2017-05-10")) as fresh:
        fresh.replay(json.loads(json.dumps(case.export_log())))
        assert told(fresh) == told(case)
    case.undo()
    assert without_log(case) == before
    case.redo()
    assert without_log(case) == removed
    assert case.restore(A, C).counts["notes"] == 2
    assert without_log(case) == before
    case.undo()
    assert without_log(case) == removed
    assert [one.ref for one in case.removed()] == [A, C]


def test_of_several_all_go_or_none(case: Case) -> None:
    before = without_log(case)
    with pytest.raises(UnknownRef, match="has no source 9"):
        case.remove(A, Ref(Kind.SOURCE, 9))
    assert without_log(case) == before
    case.remove(A)
    with pytest.raises(UnknownRef, match="source:2 is not removed"):
        case.restore(A, B)
    assert [one.ref for one in case.removed()] == [A]


def test_what_a_reader_wrote_that_goes_is_told_by_name(case: Case) -> None:
    written_on(case)
    case.set_status([named(case, "Ivo Salter")], "confirmed")
    case.correct(named(case, "Una Reedman"), {"alias": "the envoy"})
    case.reject("Helsinki", source=A)
    yours = case.removal(A).yours
    title = case.label(A)
    fact = next(one["statement"] for one in case.contents()["facts"] if "met" in one["text"])
    assert [one.words for one in yours if one.is_elsewhere] == ["status confirmed on Ivo Salter"]
    assert {one.words for one in yours} == {
        f"note “who says?” on {title}",
        f"note “ask her” on {fact}",
        f"tag harbour on {title}",
        f"tag harbour on {fact}",
        "tag harbour on who says?",
        "status confirmed on Ivo Salter",
        "status confirmed on Una Reedman",
        f"status confirmed on {fact}",
        f"grade B on {title}",
        f"question “when?” on {fact}",
        "other name “the envoy” of Una Reedman",
        "“Helsinki” is no name in " + title,
        "Ivo Salter and Una Reedman: judged different",
        f"entity “Brandt” made of words of {title}",
        f"who says so of {fact}",
    }
    assert case.remove(A).yours == yours
    assert case.restore(A).yours == ()


def test_what_is_no_name_meanwhile_is_none_when_it_comes_back(case: Case) -> None:
    case.remove(A)
    case.reject("Helsinki")
    case.restore(A)
    assert "Helsinki" not in {one["name"] for one in case.contents()["entities"]}
    case.undo()
    case.undo()
    case.undo()
    assert "Helsinki" in {one["name"] for one in case.contents()["entities"]}


def test_what_was_joined_by_hand_is_joined_again(case: Case) -> None:
    case.judge(named(case, "Una Reedman"), named(case, "Oslo"), "same")
    before = without_log(case)
    for ref in (A, B):
        case.remove(ref)
        assert not [one for one in case.contents()["judgements"] if "machine" not in one["by"]]
        case.restore(ref)
        assert without_log(case) == before


def test_its_bytes_do_not_bring_it_back(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS["a.txt"], encoding="utf-8")
    case.remove(A)
    removed = without_log(case)
    report = case.add([str(path)], stated=Stated())
    assert (report.added, report.unchanged) == ([], [A])
    assert "'casefile restore' with source:1 brings it back" in report.warnings[0]
    assert without_log(case) == removed


def test_versions_go_and_come_back_with_it(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "later.txt"
    path.write_text(TEXTS["a.txt"] + "Nothing more was known.\n", encoding="utf-8")
    case.add_note(A, "who says?", span=Span(5, 11))
    case.add([str(path)], stated=Stated(), version_of=A)
    before = without_log(case)
    case.remove(A)
    assert case.add([str(path)], stated=Stated()).unchanged == [A]
    case.restore(A)
    assert without_log(case) == before
    assert len(case.versions(1)) == 2


def test_what_cannot_be_is_said(case: Case) -> None:
    with pytest.raises(UnknownRef, match="is not removed: there is nothing to restore"):
        case.restore(A)
    with pytest.raises(UnknownRef, match="entity:1 is not a source"):
        case.remove(Ref(Kind.ENTITY, 1))
    with pytest.raises(UnknownRef, match="has no source 9"):
        case.remove(Ref(Kind.SOURCE, 9))
    case.remove(A, reason="told twice")
    for deed in (case.remove, case.label, lambda ref: case.tag([ref], add=["x"])):
        with pytest.raises(UnknownRef, match=r"was removed by .* \(told twice\): 'casefile res"):
            deed(A)
    with pytest.raises(UnknownRef, match="has no removed source:2"):
        case.restore(Ref(Kind.SOURCE, 2_000))


def test_the_log_tells_it_in_words_and_by_name(case: Case) -> None:
    case.remove(A, reason="told twice")
    entry = case.log_entries()[0]
    assert (entry.words, entry.label) == ("removed told twice", case.removed()[0].label)


def test_a_replay_on_the_same_sources_gives_the_same_case(case: Case, tmp_path: Path) -> None:
    written_on(case)
    case.remove(A)
    case.tag([B], add=["late"])
    with Case(case_of_texts(tmp_path, TEXTS, published="2017-05-10")) as fresh:
        fresh.replay(json.loads(json.dumps(case.export_log())))
        assert [one.ref for one in fresh.removed()] == [A]
        fresh.restore(A)
        case.restore(A)
        assert told(fresh) == told(case)


def told(case: Case) -> Any:
    """Return what a case says, without when its machine judged and what was decided."""
    judged = [{**one, "at": None} for one in case.contents()["judgements"]]
    return unnumbered({**case.contents(), "judgements": judged, "log": None})


def test_who_wrote_on_it_apart_is_asked(case: Case, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.casefile"
    other.write_bytes(file.read_bytes())
    with Case(other) as theirs:
        theirs.add_note(A, "I need this one")
        log = json.loads(json.dumps(theirs.export_log()))
    case.remove(A, reason="told twice")
    case.replay(log)
    assert [one.ref for one in case.removed()] == [A]
    (clash,) = [one for one in case.clashes() if one.is_open]
    assert [side.text for side in clash.sides] == ["removed: told twice", "I need this one"]
    assert clash.about == A
    case.settle(clash.ref, 1)
    assert not case.removed()
    assert [one["body"] for one in case.contents()["notes"]] == ["I need this one"]
    case.undo()
    assert [one.ref for one in case.removed()] == [A]
    case.settle(clash.ref, 0)
    assert [one.ref for one in case.removed()] == [A]
    assert not [one for one in case.clashes() if one.is_open]


def test_every_table_that_hangs_on_a_source_is_put_apart(path: Path) -> None:
    """What goes with ``DELETE FROM source`` is put apart, or comes of linking and reading."""
    Case(path, create=True).close()
    derived = {"conflict_value", "entity_cluster", "event_cluster", "source_to_read"}
    store = Store(path)
    try:
        parents = {
            (key.table, key.other_table)
            for table in store.database.tables
            for key in table.foreign_keys
        }
        sql = re.sub(r"'hex', hex\(\w+\)", "", query("rows_of_source"))
        told = dict(
            re.findall(r"'(\w+)'(?: AS name)?,\s+json_object\((.*?)\n(?=FROM|JOIN)", sql, re.S)
        )
        columns = {table: re.findall(r"'(\w+)'", pairs) for table, pairs in told.items()}
        for table, named in columns.items():
            assert named == [one.name for one in store.database.table(table).columns], table
    finally:
        store.close()
    found, new = {"source"}, {"source"}
    while new:
        new = {child for child, parent in parents if parent in new} - found
        found |= new
    assert found - derived <= columns.keys()


def test_a_reason_beyond_all_measure_is_refused(case: Case) -> None:
    with pytest.raises(TooLong, match="at most 1,000 characters"):
        case.remove(A, reason="a" * 1_001)
    assert case.removed() == []
    assert case.log() == []


def test_what_goes_is_told_also_of_a_note_of_an_older_log_without_words(
    case: Case, path: Path
) -> None:
    case.add_note(A, "why?")
    store = Store(path)
    try:
        with store.write():
            store.run("update_note", id=1, body=" ", updated="2031-01-01T00:00:00Z")
    finally:
        store.close()
    [told] = [one for one in case.removal(A).yours if one.ref.kind is Kind.NOTE]
    assert told.words.startswith("note “”")
