"""What a review says: kept, undone, found again, never touched by a machine."""

import json
from pathlib import Path

import pytest

from casefile.deeds.exporting import contents
from casefile.deeds.reviewing import (
    LONGEST_REASON,
    LONGEST_TAG,
    BadReview,
    drop_tag,
    rename_tag,
    set_grade,
    set_sensitive,
    set_status,
    tag,
)
from casefile.deeds.saving import save_search
from casefile.deeds.searching import answer, search
from casefile.deeds.undoing import redo, undo
from casefile.errors import UnknownRef
from casefile.model.review import Review, Status
from casefile.model.words import Kind, Ref
from casefile.store.entities import get_entity
from casefile.store.events import get_event
from casefile.store.facts import get_fact
from casefile.store.hand import swap
from casefile.store.reviews import reviews, tags
from casefile.store.store import Store
from tests.invented import NOW, PERSON, PLACE, Report, Told, case_of, link, replace

MEETING = Report(
    "Orla Brandt met Ivo Salt in Bergen. Nobody else did. Una Reedman denied it.",
    {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Bergen": PLACE, "Una Reedman": PERSON},
    [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], "2014-05-03", "Bergen")],
    [("Nobody else did", None), ("Una Reedman denied it", "Una Reedman")],
    title="Two met",
)
OTHER = Report(
    "Ivo Salt spoke in Oslo. It was late.",
    {"Ivo Salt": PERSON, "Oslo": PLACE},
    facts=[("It was late", None)],
    title="One spoke",
)
SOURCE, ENTITY, EVENT, FACT = (
    Ref(kind, 1) for kind in (Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT)
)
ADA = {"by": "Ada", "now": NOW}


@pytest.fixture
def held(path: Path) -> Store:
    return case_of(path, MEETING, OTHER)


def exported(store: Store) -> str:
    return json.dumps({**contents(store), "log": None}, ensure_ascii=False)


def said_of(store: Store, ref: Ref) -> Review:
    return reviews(store, ref.kind, [ref.id]).get(ref.id, Review())


def found(store: Store, line: str) -> list[str]:
    return sorted(str(hit.ref) for hit in search(store, line))


def extracted_again(store: Store, *reports: Report) -> None:
    for source, report in enumerate(reports, 1):
        replace(store, source, report.findings())
    link(store, *range(1, len(reports) + 1))


def ref_of(store: Store, name: str) -> Ref:
    [row] = store.database.query("SELECT id FROM entity_cluster WHERE name = ?", [name])
    return Ref(Kind.ENTITY, row["id"])


def test_several_tags_on_several_things_are_one_decision(held: Store) -> None:
    before = exported(held)
    done = tag(held, [SOURCE, ENTITY, EVENT, FACT], add=["to check", "Harbour"], **ADA)
    assert done.refs == (SOURCE, ENTITY, EVENT, FACT)
    after = exported(held)
    for part in ("sources", "entities", "events", "facts"):
        assert json.loads(after)[part][0]["tags"] == ["Harbour", "to check"]
    assert tags(held) == [("Harbour", 4), ("to check", 4)]
    assert undo(held, **ADA).what == "tagged"
    assert exported(held) == before
    redo(held, **ADA)
    assert exported(held) == after


def test_a_tag_in_other_letters_is_the_one_there_is(held: Store) -> None:
    tag(held, [SOURCE], add=["Harbour"], **ADA)
    tag(held, [FACT], add=["harbour", "HARBOUR"], **ADA)
    assert tags(held) == [("Harbour", 2)]
    assert tag(held, [FACT], add=["harbour"], **ADA).refs == ()
    assert tag(held, [FACT], remove=["HARBOUR"], **ADA).refs == (FACT,)
    assert tags(held) == [("Harbour", 1)]


def test_a_tag_is_one_in_whatever_letters(held: Store) -> None:
    tag(held, [FACT, SOURCE], add=["Harbour", "harbour"], **ADA)
    assert tags(held) == [("Harbour", 2)]
    tag(held, [FACT], add=["quay"], **ADA)
    assert rename_tag(held, "quay", "HARBOUR", **ADA).refs == (FACT,)
    assert tags(held) == [("Harbour", 2)]
    assert rename_tag(held, "harbour", "HARBOUR", **ADA).refs == (FACT, SOURCE)
    assert tags(held) == [("HARBOUR", 2)]


def test_a_tag_that_two_logs_wrote_in_other_letters_is_renamed_once(held: Store) -> None:
    rows = [{"table": "tag", "target_kind": "fact", "target_id": FACT.id, "name": name}
            for name in ("Quay", "quay")]  # fmt: skip
    with held.write():
        swap(held, [], rows)
    assert rename_tag(held, "quay", "harbour", **ADA).refs == (FACT,)
    assert tags(held) == [("harbour", 1)]


def test_a_tag_is_renamed_into_one_that_is_there(held: Store) -> None:
    tag(held, [SOURCE, FACT], add=["harbor"], **ADA)
    tag(held, [SOURCE], add=["harbour"], **ADA)
    before = exported(held)
    assert rename_tag(held, "harbor", "harbour", **ADA).refs == (FACT, SOURCE)
    assert tags(held) == [("harbour", 2)]
    undo(held, **ADA)
    assert exported(held) == before
    assert drop_tag(held, "harbor", **ADA).refs == (FACT, SOURCE)
    assert tags(held) == [("harbour", 1)]
    undo(held, **ADA)
    assert exported(held) == before


@pytest.mark.parametrize("word", ["", "  ", "a,b", "x" * (LONGEST_TAG + 1)])
def test_what_is_no_tag_changes_nothing(held: Store, word: str) -> None:
    with pytest.raises(BadReview, match="is no tag"):
        tag(held, [SOURCE], add=["good", word], **ADA)
    assert tags(held) == []


def test_a_status_has_its_reason_and_is_taken_back(held: Store) -> None:
    before = exported(held)
    set_status(held, [ENTITY, EVENT, FACT], "disputed", reason=" no such \n envoy ", **ADA)
    assert said_of(held, FACT) == Review(status=Status.DISPUTED, reason="no such envoy")
    set_status(held, [FACT], "confirmed", **ADA)
    assert said_of(held, FACT) == Review(status=Status.CONFIRMED)
    undo(held, **ADA)
    assert said_of(held, FACT).reason == "no such envoy"
    set_status(held, [ENTITY, EVENT, FACT], "unreviewed", **ADA)
    assert exported(held) == before


def test_grades_are_of_two_kinds_and_never_mixed(held: Store) -> None:
    set_grade(held, [SOURCE], "b", reason="often right", **ADA)
    set_grade(held, [FACT], "2", **ADA)
    assert (said_of(held, SOURCE).grade, said_of(held, FACT).grade) == ("B", "2")
    document = contents(held)
    assert (document["sources"][0]["grade"], document["facts"][0]["grade"]) == ("B", "2")
    assert document["facts"][1]["grade"] is None
    for ref, grade in ((SOURCE, "2"), (FACT, "B"), (ENTITY, "A"), (SOURCE, "G"), (FACT, "0")):
        with pytest.raises(BadReview, match="grade"):
            set_grade(held, [ref], grade, **ADA)
    set_grade(held, [SOURCE], None, **ADA)
    assert said_of(held, SOURCE).grade is None


def test_what_cannot_be_said_is_refused_in_a_sentence(held: Store) -> None:
    with pytest.raises(BadReview, match="has no status"):
        set_status(held, [SOURCE], "confirmed", **ADA)
    with pytest.raises(BadReview, match="no status 'maybe'"):
        set_status(held, [FACT], "maybe", **ADA)
    with pytest.raises(BadReview, match="at most 1,000"):
        set_status(held, [FACT], "confirmed", reason="x" * (LONGEST_REASON + 1), **ADA)
    with pytest.raises(UnknownRef):
        tag(held, [SOURCE, Ref(Kind.FACT, 99)], add=["a"], **ADA)
    with pytest.raises(UnknownRef):
        set_sensitive(held, [Ref(Kind.CONFLICT, 1)], True, **ADA)
    assert tags(held) == []


def test_what_is_said_of_accounts_that_are_one_is_said_of_all(held: Store) -> None:
    salt = ref_of(held, "Ivo Salt")
    accounts = [row["id"] for row in held.rows("entity_accounts", id=salt.id)]
    assert len(accounts) == 2
    set_status(held, [Ref(Kind.ENTITY, accounts[1])], "disputed", **ADA)
    tag(held, [Ref(Kind.ENTITY, accounts[1])], add=["who"], **ADA)
    review = get_entity(held, accounts[0]).row.review
    assert (review.status, review.tags) == ("disputed", ("who",))
    set_status(held, [salt], "confirmed", **ADA)
    assert get_entity(held, accounts[1]).row.review.status == "confirmed"


def test_each_filter_finds_what_it_is_said_of(held: Store) -> None:
    tag(held, [SOURCE, ENTITY, FACT], add=["to check"], **ADA)
    set_status(held, [ENTITY, FACT], "disputed", **ADA)
    set_grade(held, [SOURCE], "B", **ADA)
    set_grade(held, [FACT], "2", **ADA)
    set_sensitive(held, [ENTITY], True, **ADA)
    assert found(held, 'tag:"to ch"') == ["entity:1", "fact:1", "source:1"]
    assert found(held, "tag:to kind:entity,person") == ["entity:1"]
    assert found(held, "!tag:to kind:source") == ["source:2"]
    assert found(held, "status:disp") == ["entity:1", "fact:1"]
    assert found(held, "status:unreviewed kind:fact") == ["fact:2", "fact:3"]
    assert found(held, "grade:b") == ["source:1"]
    assert found(held, "grade:1,2") == ["fact:1"]
    assert found(held, "sensitive:yes") == ["entity:1"]
    assert "entity:1" not in found(held, "sensitive:no kind:person")
    assert found(held, "brandt status:disputed") == ["entity:1"]
    assert found(held, "brandt status:confirmed") == []
    for line, said in (
        ("tag:none", "No tag of this case begins with 'none'"),
        ("status:maybe", "status: takes unreviewed, confirmed, disputed, rejected"),
        ("grade:Z", "grade: takes A to F"),
    ):
        assert any(said in one for one in answer(held, line).remarks), line


def test_a_machine_that_reads_again_changes_nothing_that_a_reader_said(held: Store) -> None:
    set_status(held, [ENTITY, EVENT, FACT], "confirmed", reason="seen", **ADA)
    tag(held, [FACT], add=["kept"], **ADA)
    before = exported(held)
    extracted_again(held, MEETING, OTHER)
    assert exported(held) == before


def test_what_is_no_longer_found_stays_and_is_shown_as_lost(held: Store) -> None:
    set_status(held, [ENTITY, EVENT, FACT], "confirmed", **ADA)
    nothing = Report(MEETING.text, title="Two met")
    extracted_again(held, nothing, OTHER)
    entity, event, fact = get_entity(held, 1).row, get_event(held, 1).row, get_fact(held, 1)
    for one in (entity, event, fact):
        assert one.lost
        assert one.review.status == "confirmed"
    assert [one["lost"] for one in contents(held)["facts"]] == [True, False]
    extracted_again(held, MEETING, OTHER)
    assert not get_entity(held, 1).row.lost
    assert not get_event(held, 1).row.lost
    assert not get_fact(held, 1).lost


def test_a_saved_search_takes_no_tags_and_says_so(held: Store) -> None:
    saved = save_search(held, "ours", "Brandt", **ADA)
    with pytest.raises(UnknownRef, match="search:1 takes no tags"):
        tag(held, [SOURCE, saved.ref], add=["x"], **ADA)
    assert not tags(held)
