"""What a reader makes of selected words: among what was found, kept, undone, carried to others."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.correcting import Corrected
from casefile.deeds.making import BadMaking
from casefile.deeds.meaning import Ambiguous
from casefile.deeds.replaying import BadLog
from casefile.deeds.stating import BadStatement
from casefile.door import deciding
from casefile.errors import BadDate, CasefileError, UnknownRef
from casefile.model.words import Kind, Ref, Span
from tests.deeds.texts import case_of_texts, exported

TEXTS = {
    "a.txt": (
        "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said. Brandt left"
        " Helsinki the next day. The envoy saw the kestrel circle at dusk.\n"
    ),
    "b.txt": "Ivo Salter had met Orla Brandt in Helsinki on 3 May 2017. He left for Oslo.\n",
    "c.txt": "The talks were long. Nobody in Helsinki knew of them.\n",
}
SOURCE, EVENT, FACT = Ref(Kind.SOURCE, 1), Ref(Kind.EVENT, 1), Ref(Kind.FACT, 1)
DUSK = "The envoy saw the kestrel circle at dusk"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of_texts(tmp_path_factory.mktemp("making"), TEXTS, published="2017-05-10")


def span(words: str, *, text: str = TEXTS["a.txt"]) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def ref_of(case: Case, name: str) -> Ref:
    return next(hit.ref for hit in case.search(name, places=["entities"]))


def of(case: Case, ref: Ref) -> dict[str, Any]:
    kinds = {Kind.ENTITY: "entities", Kind.EVENT: "events", Kind.FACT: "facts"}
    found: dict[str, Any] = next(
        one for one in case.contents()[kinds[ref.kind]] if one["ref"] == str(ref)
    )
    return found


def make_all(case: Case) -> list[Ref]:
    circle = case.make_entity(SOURCE, span("kestrel circle"), kind="organization")
    case.make_entity(SOURCE, span("The envoy"), same_as=ref_of(case, "Orla Brandt"))
    event = case.make_event(
        SOURCE,
        span(DUSK),
        kind="meeting",
        date="mid-May 2017",
        where="Helsinki",
        participants="The envoy; kestrel circle=host",
    )
    fact = case.make_fact(
        SOURCE,
        span(DUSK),
        said_by="a friend; Una Reedman",
        about="kestrel circle",
        event=str(event.ref),
    )
    return [circle.ref, event.ref, fact.ref]


def test_an_entity_an_event_and_a_fact_stand_among_what_was_found(case: Case) -> None:
    circle, event, fact = make_all(case)
    entity = of(case, circle)
    assert (entity["name"], entity["kind"], entity["made_by"]) == (
        "kestrel circle", "organization", "human",
    )  # fmt: skip
    assert [one["text"] for one in entity["mentions"]] == ["kestrel circle"]
    assert ref_of(case, "kestrel") == circle
    told = of(case, event)
    assert told["date"]["edtf"] == "2017-05-11~/2017-05-20~"
    assert told["place"] == str(ref_of(case, "Helsinki"))
    assert {one["entity"]: one["role"] for one in told["participants"]} == {
        str(ref_of(case, "Orla Brandt")): "participant", str(circle): "host",
    }  # fmt: skip
    assert (told["made_by"], told["evidence"][0]["text"]) == ("human", DUSK)
    assert event.id in case.ids(Kind.EVENT, within=circle)
    stated = of(case, fact)
    assert [one["speaker"] for one in stated["attribution"]] == ["a friend", "Una Reedman"]
    assert stated["attribution"][1]["entity"] == str(ref_of(case, "Una Reedman"))
    assert (stated["made_by"], stated["about"], stated["event"]) == (
        "human", [str(circle)], str(event),
    )  # fmt: skip
    assert [hit.ref for hit in case.search("dusk", places=["facts"])] == [fact]
    envoy = of(case, ref_of(case, "Orla Brandt"))["mentions"]
    assert ("The envoy", "source:1") in {(one["text"], one["source"]) for one in envoy}
    assert not case.check()


def test_engines_that_run_again_change_nothing_and_undo_is_the_way_back(case: Case) -> None:
    behind = [exported(case)]
    steps = len(case.log())
    make_all(case)
    right = exported(case)
    case.extract()
    assert exported(case) == right
    assert not any(bool(one.changes) for one in case.rehearse())
    while len(case.log()) - sum(one.undone for one in case.log()) > steps:
        case.undo()
    assert exported(case) == behind[0]
    with Case(case.path) as again:
        for _ in range(4):
            again.redo()
        assert exported(again) == right
        assert not again.check()


def test_words_that_name_somebody_already_go_to_the_reader_and_come_back(case: Case) -> None:
    before = exported(case)
    brandt = of(case, ref_of(case, "Orla Brandt"))
    whole = span("Orla Brandt met")
    done = case.make_entity(SOURCE, whole, kind="other", name="the meeting")
    mine = {(one["source"], one["start"]) for one in of(case, done.ref)["mentions"]}
    assert mine == {("source:1", 0)}
    left = of(case, ref_of(case, "Orla Brandt"))["mentions"]
    assert len(left) == len(brandt["mentions"]) - 1
    right = exported(case)
    case.extract()
    assert exported(case) == right
    with pytest.raises(BadMaking, match="before"):
        case.make_entity(SOURCE, Span(2, 8), kind="other")
    case.undo()
    assert exported(case) == before


def test_what_is_written_on_a_made_thing_outlives_it(case: Case) -> None:
    _, _, fact = make_all(case)
    case.add_note(fact, "who is the friend?")
    while not case.log()[-2].undone:
        case.undo()
    case.redo()
    assert of(case, fact)["lost"] is False
    assert not case.check()


def test_a_made_name_that_is_rejected_goes_with_what_made_it(case: Case) -> None:
    make_all(case)
    before = exported(case)
    case.reject("kestrel circle")
    case.extract()
    assert "kestrel circle" not in {
        one["text"] for entity in case.contents()["entities"] for one in entity["mentions"]
    }
    assert not case.check()
    case.undo()
    assert exported(case) == before


def test_linking_joins_a_made_event_to_the_same_one_elsewhere(case: Case) -> None:
    done = case.make_event(
        Ref(Kind.SOURCE, 3),
        span("The talks were long", text=TEXTS["c.txt"]),
        kind="meeting",
        date="3 May 2017",
        where="Helsinki",
        participants="Orla Brandt; Ivo Salter",
    )
    assert done.ref == EVENT
    assert "The talks were long" in [one["text"] for one in of(case, EVENT)["evidence"]]
    assert of(case, EVENT)["made_by"] == "machine"


def who(case: Case) -> dict[str, str]:
    return {one.name: one.role for one in case.event(EVENT.id).participants}


def stated(case: Case, ref: Ref, **fields: str) -> Corrected:
    return case.correct(ref, {name.replace("_", "-"): value for name, value in fields.items()})


def test_who_took_part_is_put_right_and_the_reading_is_kept_below(case: Case) -> None:
    before = exported(case)
    read = who(case)
    stated(case, EVENT, participant="Una Reedman=witness; Ivo Salter=host", no_participant="Brandt")
    assert who(case) == {"Una Reedman": "witness", "Ivo Salter": "host"}
    assert EVENT.id in case.ids(Kind.EVENT, within=ref_of(case, "Una Reedman"))
    assert EVENT.id not in case.ids(Kind.EVENT, within=ref_of(case, "Orla Brandt"))
    right = exported(case)
    case.extract()
    assert exported(case) == right
    stated(case, EVENT, participants="Orla Brandt; Ivo Salter=guest")
    assert who(case) == {"Orla Brandt": "participant", "Ivo Salter": "guest"}
    case.undo()
    assert exported(case) == right
    case.undo()
    assert (exported(case), who(case)) == (before, read)


def test_who_did_not_take_part_did_not_by_any_account_that_is_joined_later(case: Case) -> None:
    talks = span("The talks were long", text=TEXTS["c.txt"])
    told = {"kind": "visit", "date": "2003", "participants": "Ivo Salter; Una Reedman"}
    visit = case.make_event(Ref(Kind.SOURCE, 3), talks, **told).ref
    stated(case, EVENT, no_participant="Ivo Salter")
    before = exported(case)
    case.judge(EVENT, visit, "same")
    assert who(case).keys() == {"Orla Brandt", "Una Reedman"}
    case.undo()
    assert exported(case) == before
    assert "Ivo Salter" in {one.name for one in case.event(visit.id).participants}


def test_a_fact_is_put_right_field_by_field(case: Case) -> None:
    before = exported(case)
    fields = {
        "said-by": "a paper; Una Reedman", "about": "Oslo", "event": "", "polarity": "denied",
        "hedge": "may", "statement": "They met",
    }  # fmt: skip
    case.correct(FACT, fields)
    now = of(case, FACT)
    assert [(one["speaker"], one["verb"]) for one in now["attribution"]] == [
        ("a paper", None), ("Una Reedman", "said"),
    ]  # fmt: skip
    assert (now["about"], now["event"]) == ([str(ref_of(case, "Oslo"))], None)
    assert (now["polarity"], now["hedge"], now["statement"]) == ("denied", "may", "They met")
    assert now["made_by"] == "machine:rules"
    right = exported(case)
    case.extract()
    assert exported(case) == right
    assert not case.correct(FACT, {"said-by": "a paper; Una Reedman"}).changed
    case.correct(FACT, {"said-by": "", "polarity": ""})
    assert (of(case, FACT)["attribution"], of(case, FACT)["polarity"]) == ([], "affirmed")
    case.undo()
    case.undo()
    assert exported(case) == before


@pytest.mark.parametrize(
    ("what", "told", "error", "words"),
    [
        ("entity", {"kind": "ship"}, BadMaking, "choose person"),
        ("entity", {"same_as": Ref(Kind.ENTITY, 99)}, UnknownRef, "no entity 99"),
        ("event", {"kind": "party"}, BadMaking, "choose meeting"),
        ("event", {"kind": "visit", "date": "soon"}, BadDate, "soon"),
        ("event", {"kind": "visit", "where": "Atlantis"}, UnknownRef, "Atlantis"),
        ("fact", {"about": "Nobody"}, UnknownRef, "Nobody"),
        ("fact", {"event": "entity:1"}, UnknownRef, "not an event"),
        ("fact", {"polarity": "maybe"}, BadMaking, "affirmed"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_changed(
    case: Case, what: str, told: dict[str, Any], error: type[CasefileError], words: str
) -> None:
    before = exported(case)
    with pytest.raises(error, match=words):
        getattr(case, f"make_{what}")(SOURCE, span("The envoy"), **told)
    with pytest.raises(BadMaking, match="no such passage"):
        case.make_fact(SOURCE, Span(5, 5_000))
    assert (exported(case), case.log()) == (before, [])


def test_a_name_of_two_is_asked_for_by_its_reference(case: Case) -> None:
    case.make_entity(SOURCE, span("dusk"), kind="organization", name="Oslo")
    third = span("The talks", text=TEXTS["c.txt"])
    with pytest.raises(Ambiguous, match="say which"):
        case.make_fact(Ref(Kind.SOURCE, 3), third, about="Oslo")
    at_home = span("left for Oslo", text=TEXTS["b.txt"])
    done = case.make_fact(Ref(Kind.SOURCE, 2), at_home, about="oslo")
    [meant] = of(case, done.ref)["about"]
    assert of(case, Ref.parse(meant))["kind"] == "place"


def told(case: Case) -> dict[str, Any]:
    return json.loads(json.dumps(case.export_log()))  # type: ignore[no-any-return]


def test_a_log_makes_the_same_things_of_a_fresh_import(file: Path, tmp_path: Path) -> None:
    cases = [Case(copy_of(file, tmp_path / f"{at}.casefile")) for at in range(2)]
    one, fresh = cases
    one.make_fact(SOURCE, span("The envoy"))
    one.undo()
    _, event, fact = make_all(one)
    one.tag([event, fact], add=["mine"])
    stated(one, event, participant="Ivo Salter=guest")
    stated(one, fact, said_by="")
    assert fresh.replay(told(one)).waiting == 0
    assert exported(fresh) == exported(one)
    assert not fresh.check()
    fresh.undo()
    assert not any(one["made_by"] == "human" for one in fresh.contents()["facts"])
    for case in cases:
        case.close()


def test_what_two_make_apart_comes_together_in_any_order(file: Path, tmp_path: Path) -> None:
    cases = [Case(copy_of(file, tmp_path / f"{at}.casefile")) for at in range(4)]
    ann, ben, one, other = cases
    make_all(ann)
    ben.make_event(SOURCE, span(DUSK), kind="meeting", title="At dusk", participants="Ivo Salter")
    ben.make_fact(SOURCE, span(DUSK), statement="They were seen")
    logs = [told(ann), told(ben)]
    for log in logs:
        one.replay(log)
    for log in logs[::-1]:
        other.replay(log)
    assert nameless(one) == nameless(other)
    assert {"They were seen", DUSK} <= {fact["statement"] for fact in one.contents()["facts"]}
    assert not one.check() + other.check()
    for case in cases:
        case.close()


def nameless(case: Case) -> list[str]:
    """Return what was made without numbers: those are as they came."""
    document = case.contents()
    found = [{"name": one["name"], "m": one["mentions"]} for one in document["entities"]]
    found += [{"title": one["title"], "e": one["evidence"]} for one in document["events"]]
    found += [{"statement": one["statement"], "s": one["start"]} for one in document["facts"]]
    return sorted(json.dumps(one) for one in found)


@pytest.mark.parametrize(
    "harm",
    [
        {"told": '{"statement": "x", "about": [7]}'},
        {"told": '{"statement": "\\ud800"}'},
        {"told": "[]"},
        {"ordinal": 3},
        {"kind": "entity"},
        {"start": 90, "stop": 90},
        {"things": ["entity:1"]},
    ],
)
def test_a_log_that_makes_what_cannot_be_is_refused(case: Case, harm: dict[str, Any]) -> None:
    case.make_fact(SOURCE, span("The envoy"))
    log = told(case)
    before = exported(case)
    log["decisions"][-1]["put"][0] |= harm
    with pytest.raises(BadLog):
        case.replay(log)
    assert exported(case) == before


def copy_of(file: Path, to: Path) -> Path:
    to.write_bytes(file.read_bytes())
    return to


@pytest.mark.parametrize(
    "said",
    [
        {"statement": r"Kept in C:\udo and in \uD800"},
        {"hedge": r"\uDC00"},
        {"said_by": "; ".join(f"{at:02}" + "\x01" * 998 for at in range(100))},
        {
            "said_by": ";".join(["Orla Brandt"] * 100),
            "about": ";".join(["Oslo"] * 100),
            "event": "event:1",
        },
    ],
    ids=["a path", "a half pair", "many names", "all lists"],
)
def test_whatever_can_be_made_another_case_takes(
    file: Path, tmp_path: Path, said: dict[str, str]
) -> None:
    shutil.copy(file, tmp_path / "one.casefile")
    with Case(tmp_path / "one.casefile") as case:
        case.make_fact(SOURCE, span(DUSK), **said)
        document = json.loads(json.dumps(case.export_log()))
        facts = case.contents()["facts"]
    shutil.copy(file, tmp_path / "other.casefile")
    with Case(tmp_path / "other.casefile") as other:
        assert other.replay(document).decisions == 1
        assert other.contents()["facts"] == facts


def test_no_list_is_longer_than_another_case_takes(file: Path, tmp_path: Path) -> None:
    many, long = ";".join(["Orla Brandt"] * 101), "a" * 1_001
    shutil.copy(file, tmp_path / "one.casefile")
    with Case(tmp_path / "one.casefile") as case:
        for said in ({"said_by": many}, {"about": many}, {"said_by": long}):
            with pytest.raises(BadStatement):
                case.make_fact(SOURCE, span(DUSK), **said)
        with pytest.raises(BadStatement):
            case.make_event(SOURCE, span(DUSK), kind="meeting", participants=many)
        assert case.log() == []


def test_the_same_made_twice_within_a_second_is_two_and_each_is_undone(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "signed", lambda: {"by": "Ann", "now": "2031-01-01T00:00:00Z"})
    makes: tuple[Callable[[], object], ...] = (
        lambda: case.make_fact(SOURCE, span(DUSK)),
        lambda: case.make_event(SOURCE, span(DUSK), kind="meeting"),
    )
    for make in makes:
        states = [exported(case)]
        for _ in range(2):
            make()
            states.append(exported(case))
        assert len(set(states)) == 3
        for state in states[-2::-1]:
            case.undo()
            assert exported(case) == state


def test_words_are_not_named_against_what_their_reader_judged(case: Case) -> None:
    other, words = Ref(Kind.SOURCE, 2), span("He", text=TEXTS["b.txt"])
    judged = [one for one in case.contents()["judgements"] if one["judgement"] == "same"]
    pairs = [(Ref.parse(one["left"]), Ref.parse(one["right"])) for one in judged]
    for left, right in pairs:
        case.judge(left, right, "different")
    salter = ref_of(case, "Ivo Salter")
    before = exported(case)
    with pytest.raises(BadMaking, match="judge them to be the same first"):
        case.make_entity(other, words, same_as=salter)
    assert exported(case) == before
    for left, right in pairs:
        case.judge(left, right, "same")
    assert case.make_entity(other, words, same_as=salter).label == "Ivo Salter"
