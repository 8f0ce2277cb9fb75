"""What two people say apart: both texts in a card, settled by one choice. Reports are invented."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.settling import NotToSettle
from casefile.door import asking, deciding, reviewing, searching
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref, Span
from tests.invented import unnumbered

TEXTS = (
    "Finland’s Orla Brandt met Sweden’s Ivo Salter in Helsinki on 3 May 2017, Una Reedman said.\n",
    "Sweden’s Ivo Salter met Finland’s Orla Brandt in Helsinki on 9 May 2017. He left for Oslo.\n",
)
SOURCE, FACT, NOTE = Ref(Kind.SOURCE, 1), Ref(Kind.FACT, 1), Ref(Kind.NOTE, 1)

Do = Callable[[Case], object]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with one note and one tag that both people know."""
    folder = tmp_path_factory.mktemp("clashing")
    for at, text in enumerate(TEXTS):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    with Case(folder / "a.casefile", create=True) as case:
        paths = [str(folder / f"{at}.txt") for at in range(len(TEXTS))]
        assert not case.add(paths, stated=Stated(published="2017-05-15")).failed
        case.add_note(FACT, "Who was there?")
        case.tag([SOURCE], add=["shared"])
    return folder / "a.casefile"


class Pair:
    """Two people with a copy each."""

    def __init__(self, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._seconds = 0
        self.by = ""
        for room in (asking, deciding, reviewing, searching):
            monkeypatch.setattr(room, "signed", self._signed)
        paths = [folder / f"{name}.casefile" for name in ("ann", "ben")]
        for path in paths:
            shutil.copy(file, path)
        self.ann, self.ben = map(Case, paths)

    def _signed(self) -> dict[str, str]:
        self._seconds += 1
        return {"by": self.by, "now": f"2031-01-01T00:00:{self._seconds:02}Z"}

    def apart(self, ann: Do, ben: Do) -> None:
        """Let Ann decide, later Ben; then merge both ways."""
        self.by = "Ann"
        ann(self.ann)
        self.by = "Ben"
        ben(self.ben)
        logs = [json.loads(json.dumps(case.export_log())) for case in (self.ann, self.ben)]
        self.ann.replay(logs[1])
        self.ben.replay(logs[0])
        assert not [*self.ann.check(), *self.ben.check()]


@pytest.fixture
def pair(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    pair = Pair(file, tmp_path, monkeypatch)
    yield pair
    pair.ann.close()
    pair.ben.close()


def events(case: Case) -> tuple[Ref, Ref]:
    one, other = (one["ref"] for one in case.contents()["events"] if one["kind"] == "meeting")
    return Ref.parse(one), Ref.parse(other)


def helsinki(case: Case) -> Ref:
    return next(hit.ref for hit in case.search("helsinki kind:place"))


def exported(case: Case) -> dict[str, Any]:
    document = json.loads(json.dumps(case.contents()))
    return {name: document[name] for name in document if name not in ("log", "judgements")}


OFFICIAL = Span(80, 89)
"""Words of the first report that no engine makes a name of."""


def _ask(case: Case, answer: str) -> None:
    case.question(FACT, "Was she there?", of="her")
    case.answer_question(FACT, answer)


CLASHES: dict[str, tuple[Do, Do, str, list[str], int]] = {
    "texts of a note": (
        lambda case: case.edit_note(NOTE, "Nobody."),
        lambda case: case.edit_note(NOTE, "Salter."),
        "note", ["Nobody.", "Salter."], 1,
    ),
    "deleted and edited": (
        lambda case: case.edit_note(NOTE, "Nobody."),
        lambda case: case.delete_note(NOTE),
        "note", ["Nobody.", "note removed"], 0,
    ),
    "deleted and tagged": (
        lambda case: case.tag([NOTE], add=["open"]),
        lambda case: case.delete_note(NOTE),
        "note", ["note removed", "tagged open"], 1,
    ),
    "a title": (
        lambda case: case.correct(SOURCE, {"title": "One"}),
        lambda case: case.correct(SOURCE, {"title": "Two", "publisher": "North Post"}),
        "title", ["One", "Two"], 1,
    ),
    "a date of publication": (
        lambda case: case.correct(SOURCE, {"published": "2018-06-01"}),
        lambda case: case.correct(SOURCE, {"published": "May 2017"}),
        "published", ["2018-06-01", "2017-05"], 1,
    ),
    "a name": (
        lambda case: case.correct(helsinki(case), {"name": "Helsingfors"}),
        lambda case: case.correct(helsinki(case), {"name": "Helsinki city"}),
        "name", ["Helsingfors", "Helsinki city"], 1,
    ),
    "the date of an event": (
        lambda case: case.correct(events(case)[0], {"date": "4 May 2017"}),
        lambda case: case.correct(events(case)[0], {"date": ""}),
        "date", ["2017-05-04", "not known"], 1,
    ),
    "a status": (
        lambda case: case.set_status([FACT], "disputed", reason="denied"),
        lambda case: case.set_status([FACT], "confirmed", reason="she saw it"),
        "status", ["disputed: denied", "confirmed: she saw it"], 1,
    ),
    "a grade": (
        lambda case: case.set_grade([SOURCE], "A"),
        lambda case: case.set_grade([SOURCE], "F"),
        "grade", ["A", "F"], 1,
    ),
    "opposite judgements": (
        lambda case: case.judge(*events(case), "same"),
        lambda case: case.judge(*events(case), "different", reason="a week apart"),
        "same or not", ["same", "different: a week apart"], 1,
    ),
    "a tag": (
        lambda case: (case.tag([SOURCE], remove=["shared"]), case.tag([SOURCE], add=["shared"])),
        lambda case: case.tag([SOURCE], remove=["shared"]),
        "tag shared", ["tagged shared", "tag shared removed"], 0,
    ),
    "a saved search": (
        lambda case: case.save_search("talks", "Brandt"),
        lambda case: case.save_search("talks", "Salter"),
        "saved search", ["Brandt", "Salter"], 1,
    ),
    "rejected and confirmed": (
        lambda case: case.set_status([helsinki(case)], "confirmed"),
        lambda case: case.reject("Helsinki"),
        "name", ["“Helsinki” is no name", "status confirmed"], 0,
    ),
    "what words name": (
        lambda case: case.make_entity(SOURCE, OFFICIAL, kind="person", name="Reedman"),
        lambda case: case.make_entity(SOURCE, OFFICIAL, kind="other", name="Saying so"),
        "what the words name", ["Reedman, person", "Saying so, other"], 1,
    ),
    "a role": (
        lambda case: case.correct(events(case)[0], {"participant": "Ivo Salter=host"}),
        lambda case: case.correct(events(case)[0], {"no-participant": "Ivo Salter"}),
        "role", ["Ivo Salter: host", "Ivo Salter: did not take part"], 1,
    ),
    "who says so": (
        lambda case: case.correct(FACT, {"said-by": "a paper; Una Reedman"}),
        lambda case: case.correct(FACT, {"said-by": ""}),
        "said by", ["a paper; Una Reedman", "the source itself"], 1,
    ),
    "whom a fact is about": (
        lambda case: case.correct(FACT, {"about": "Ivo Salter; Helsinki"}),
        lambda case: case.correct(FACT, {"about": ""}),
        "about", ["Ivo Salter; Helsinki", "nobody"], 1,
    ),
    "the event of a fact": (
        lambda case: case.correct(FACT, {"event": ""}),
        lambda case: case.correct(FACT, {"event": str(events(case)[1])}),
        "event", ["no event", "Meeting of Ivo Salter and Orla Brandt in Helsinki"], 1,
    ),
    "a statement": (
        lambda case: case.correct(FACT, {"statement": "They met."}),
        lambda case: case.correct(FACT, {"statement": "Two met."}),
        "statement", ["They met.", "Two met."], 1,
    ),
    "answers": (
        lambda case: _ask(case, "yes"),
        lambda case: _ask(case, "no"),
        "question", ["Was she there? (yes, asked of her)", "Was she there? (no, asked of her)"], 1,
    ),
    "rejected and named in a fact": (
        lambda case: case.make_fact(SOURCE, OFFICIAL, statement="So it was", about="Helsinki"),
        lambda case: case.reject("Helsinki"),
        "name", ["“Helsinki” is no name", "So it was"], 0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("name", CLASHES)
def test_what_clashes_is_a_card_with_both_texts_and_is_settled_by_a_choice(
    pair: Pair, name: str, side: int
) -> None:
    ann, ben, what, texts, shown = CLASHES[name]
    pair.apart(ann, ben)
    [clash] = pair.ann.clashes()
    assert (clash.what, clash.is_open, clash.shown) == (what, True, shown)
    assert [one.text for one in clash.sides] == texts
    assert {one.by for one in clash.sides} == {"Ann", "Ben"}
    [told] = [one for one in pair.ben.contents()["conflicts"] if one["ref"] == str(clash.ref)]
    assert [one["text"] for one in told["values"]] == texts
    assert told["status"] == "open"
    before = exported(pair.ann)
    pair.by = "Cy"
    pair.ann.settle(clash.ref, side)
    [settled] = pair.ann.clashes()
    assert (settled.ref, settled.shown, settled.is_open) == (clash.ref, side, False)
    assert not pair.ann.check()
    pair.ben.replay(json.loads(json.dumps(pair.ann.export_log())))
    bens, anns = (unnumbered(case.contents()) for case in (pair.ben, pair.ann))
    assert {**bens, "log": 0, "judgements": 0} == {**anns, "log": 0, "judgements": 0}
    with pytest.raises(NotToSettle, match="is settled"):
        pair.ann.settle(clash.ref, 1 - side)
    chosen = exported(pair.ann)
    pair.ann.undo()
    assert exported(pair.ann) == before
    pair.ann.redo()
    assert exported(pair.ann) == chosen


@pytest.mark.parametrize("side", [0, 1])
def test_what_was_made_and_taken_back_while_another_tagged_it_stays_until_a_choice(
    pair: Pair, side: int
) -> None:
    pair.by = "Ann"
    pair.ann.make_event(SOURCE, OFFICIAL, kind="visit", participants="Helsinki")
    pair.ben.replay(json.loads(json.dumps(pair.ann.export_log())))

    def visits(case: Case) -> list[Any]:
        told = case.contents()["events"]
        return [(one["tags"], one["lost"]) for one in told if one["made_by"] == "human"]

    def tag(case: Case) -> None:
        [made] = [one["ref"] for one in case.contents()["events"] if one["made_by"] == "human"]
        case.tag([Ref.parse(made)], add=["hers"])

    pair.apart(lambda case: case.undo(), tag)
    assert visits(pair.ann) == visits(pair.ben) == [(["hers"], False)]
    [clash] = pair.ann.clashes()
    told = (clash.what, [one.text for one in clash.sides], clash.shown)
    assert told == ("event", ["event removed", "tagged hers"], 1)
    assert clash.about.kind is Kind.EVENT
    pair.by = "Cy"
    pair.ann.settle(clash.ref, side)
    assert not [one for one in pair.ann.clashes() if one.is_open]
    assert visits(pair.ann) == [(["hers"], side == 0)]
    pair.ben.replay(json.loads(json.dumps(pair.ann.export_log())))
    assert visits(pair.ben) == visits(pair.ann)
    pair.ann.undo()
    assert visits(pair.ann) == [(["hers"], False)]


def test_the_side_that_was_chosen_stands(pair: Pair) -> None:
    pair.apart(*CLASHES["texts of a note"][:2])
    [clash] = pair.ann.clashes()
    assert pair.ann.note(1).body == "Salter."
    pair.ann.settle(clash.ref, 0)
    assert pair.ann.note(1).body == "Nobody."
    pair.ann.undo()
    assert pair.ann.note(1).body == "Salter."


@pytest.mark.parametrize(
    ("ann", "ben"),
    [
        (lambda case: case.set_status([FACT], "disputed"),) * 2,
        (lambda case: case.tag([SOURCE], add=["a"]), lambda case: case.tag([SOURCE], add=["b"])),
        (
            lambda case: case.correct(SOURCE, {"title": "One"}),
            lambda case: case.correct(SOURCE, {"publisher": "North Post"}),
        ),
        (lambda case: case.add_note(FACT, "one"), lambda case: case.add_note(FACT, "two")),
        (lambda case: _ask(case, "yes"), lambda case: case.question(FACT, "Was she there?")),
        (lambda case: case.make_entity(SOURCE, OFFICIAL, kind="person"),) * 2,
    ],
    ids=["the same", "two tags", "two fields", "two notes", "asked again", "made twice"],
)
def test_what_can_stand_side_by_side_does_not_clash(pair: Pair, ann: Do, ben: Do) -> None:
    pair.apart(ann, ben)
    assert not pair.ann.clashes()
    assert not pair.ben.clashes()


def test_who_has_seen_what_the_other_said_does_not_clash_with_it(pair: Pair) -> None:
    pair.by = "Ann"
    pair.ann.set_status([FACT], "disputed")
    pair.ben.replay(json.loads(json.dumps(pair.ann.export_log())))
    pair.apart(lambda case: None, lambda case: case.set_status([FACT], "confirmed", reason="seen"))
    assert not pair.ann.clashes()
    assert pair.ann.review(FACT).status == pair.ben.review(FACT).status == "confirmed"


def test_a_clash_is_shown_on_its_thing_and_takes_a_note(pair: Pair) -> None:
    pair.apart(*CLASHES["a status"][:2])
    [clash] = pair.ann.clashes()
    [group] = [one for one in pair.ann.linked(FACT) if one.title == "People differ: status"]
    assert [link.label for link in group.links] == ["disputed: denied", "confirmed: she saw it"]
    assert pair.ann.label(clash.ref) == "status: disputed: denied / confirmed: she saw it"
    note = pair.ann.add_note(clash.ref, "ask both")
    pair.ben.replay(json.loads(json.dumps(pair.ann.export_log())))
    [there] = pair.ben.notes_on(clash.ref)
    assert there.body == note.body
    pair.ann.settle(clash.ref, 0)
    assert [one.body for one in pair.ann.notes_on(clash.ref)] == ["ask both"]


def test_there_is_no_third_side_and_no_such_conflict(pair: Pair) -> None:
    pair.apart(*CLASHES["a status"][:2])
    [clash] = pair.ann.clashes()
    with pytest.raises(NotToSettle, match="has 2 sides"):
        pair.ann.settle(clash.ref, 2)
    with pytest.raises(UnknownRef, match="no conflict 5"):
        pair.ann.settle(Ref(Kind.CONFLICT, 5), 0)


def test_decisions_of_an_older_casefile_are_told_when_it_is_opened(pair: Pair) -> None:
    pair.apart(lambda case: None, lambda case: case.tag([FACT], add=["late"]))
    told = pair.ann.export_log()
    with pair.ann._store.write():
        pair.ann._store.database.execute("UPDATE decision SET told = NULL")
    pair.ann.close()
    pair.ann = Case(pair.ann.path)
    assert pair.ann.export_log() == told
