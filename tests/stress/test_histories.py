"""Whatever a reader does in whatever order: undo is the way back, and no machine interferes.

A programme of 2,000 random histories of decisions on a small case of real extractions, with
runs of the engine in between. The ordinary run does a share of it; ``--share 1`` does all.
"""

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.errors import CasefileError, NothingToUndo
from casefile.model.review import Reading, Status
from casefile.model.words import Kind, Ref, Span, Verdict
from tests.invented import dump

HISTORIES = 2_000
STEPS = 12
"""Decisions in one history, about; undo, redo and runs of the engine come on top."""

TEXTS = (
    "Finland’s Orla Brandt met Sweden’s Ivo Salter in Helsinki on 3 May 2017, Una Reedman said."
    " Brandt left Helsinki the next day. Nobody else was there.\n",
    "Sweden’s Ivo Salter met Finland’s Orla Brandt secretly in Helsinki on 9 May 2017. He left for"
    " Oslo, officials said.\n",
    "Orla Brant spoke to reporters in Oslo on 12 May 2017. Reedman denied the report.\n",
)

TAGGED = (Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT)

PARTS = 4
"""Tests that share the programme, so that several workers do."""

HUMAN = (
    "note", "tag", "assessment", "correction", "rejected_mention", "saved_search", "decision",
    "made", "stated_participant", "stated_fact", "question",
    "removed_source", "put_away",
)  # fmt: skip
"""Tables that only a reader's decisions change; and their rows in ``judgement``."""


def make_case(folder: Path) -> Path:
    """Return a case of a few reports, read by the rules."""
    for at, text in enumerate(TEXTS):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    with Case(folder / "a.casefile", create=True) as case:
        paths = [str(folder / f"{at}.txt") for at in range(len(TEXTS))]
        assert not case.add(paths, stated=Stated(published="2017-05-15")).failed
    return folder / "a.casefile"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("histories"))


def exported(case: Case) -> str:
    return json.dumps({**case.contents(), "log": None}, ensure_ascii=False)


def human(path: Path) -> dict[str, Any]:
    """Return every row that a reader made."""
    rows = dump(path)
    judged = [row for row in rows["judgement"] if not str(row[6]).startswith("machine:")]
    return {**{name: rows[name] for name in HUMAN}, "judgement": judged}


class Hand:
    """A reader who does something at random."""

    def __init__(self, case: Case, random: Random) -> None:
        self.case, self.random = case, random

    def any(self, *kinds: Kind) -> Ref:
        kind = self.random.choice(kinds)
        ids = self.case.ids(kind)
        return Ref(kind, self.random.choice(ids) if len(ids) else 1)

    def note(self) -> None:
        ref = self.any(Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT)
        span = Span(3, 9) if ref.kind is Kind.SOURCE and self.random.random() < 0.5 else None
        self.case.add_note(ref, self.random.choice(["why?", self.pointing()]), span=span)

    def pointing(self) -> str:
        return f"ask her of [[{self.any(*TAGGED)}]] and [[{self.any(*TAGGED)}]]"

    def edit(self) -> None:
        note = self.any(Kind.NOTE)
        if self.random.random() < 0.5:
            self.case.edit_note(note, self.random.choice(["changed", self.pointing()]))
        else:
            self.case.delete_notes([note, self.any(Kind.NOTE)])

    def tag(self) -> None:
        refs = [self.any(*TAGGED) for _ in range(2)]
        names = self.random.sample(["a", "B", "to check"], 2)
        self.case.tag(refs, add=names[:1], remove=names[1:])

    def retag(self) -> None:
        if self.random.random() < 0.5:
            self.case.rename_tag("a", self.random.choice(["c", "B"]))
        else:
            self.case.drop_tag("B")

    def status(self) -> None:
        refs = [self.any(Kind.ENTITY, Kind.EVENT, Kind.FACT) for _ in range(2)]
        self.case.set_status(refs, self.random.choice(list(Status)), reason="so")

    def read(self) -> None:
        refs = [self.any(Kind.FACT) for _ in range(2)]
        self.case.set_reading(refs, self.random.choice([*Reading, None]), reason="seen")

    def grade(self) -> None:
        if self.random.random() < 0.5:
            self.case.set_grade([self.any(Kind.SOURCE)], self.random.choice(["A", "F", None]))
        else:
            self.case.set_grade([self.any(Kind.FACT)], self.random.choice(["1", "6", None]))

    def mark(self) -> None:
        self.case.set_sensitive([self.any(Kind.SOURCE, Kind.EVENT)], self.random.random() < 0.5)

    def reject(self) -> None:
        form = self.random.choice(["Helsinki", "Orla Brandt", "Oslo", "Salter", "Reedman"])
        source = self.any(Kind.SOURCE) if self.random.random() < 0.5 else None
        self.case.reject(form, source=source)

    def correct_source(self) -> None:
        stated = self.random.choice(
            [{"published": "2018-06-01"}, {"title": "Another"}, {"publisher": "", "author": "I"}]
        )
        self.case.correct(self.any(Kind.SOURCE), stated)

    def correct(self) -> None:
        ref = self.any(Kind.ENTITY, Kind.EVENT)
        entity = [{"name": "Zed Ypsilon"}, {"alias": "Zed"}, {"kind": "other"}, {"name": ""}]
        event = [{"date": "before 2002", "place": "Oslo"}, {"title": "Talks"}, {"place": ""}]
        event += [{"participant": "Oslo=host"}, {"participants": "Una Reedman"}]
        event += [{"no-participant": "Orla Brandt"}]
        self.case.correct(ref, self.random.choice(entity if ref.kind is Kind.ENTITY else event))

    def correct_fact(self) -> None:
        fact = [{"said-by": "a paper; Una Reedman"}, {"said-by": ""}, {"about": "Oslo"}]
        fact += [{"event": "event:1"}, {"polarity": "denied", "hedge": "may"}, {"statement": "So"}]
        self.case.correct(self.any(Kind.FACT), self.random.choice(fact))

    def make_entity(self) -> None:
        source, span = self.words()
        if self.random.random() < 0.5:
            self.case.make_entity(source, span, kind=self.random.choice(["person", "place"]))
        else:
            self.case.make_entity(source, span, same_as=self.any(Kind.ENTITY))

    def make_event(self) -> None:
        source, span = self.words()
        kind = self.random.choice(["meeting", "visit"])
        who = self.random.choice(["Orla Brandt; Ivo Salter=host", "Una Reedman", "Oslo"])
        when = self.random.choice(["3 May 2017", "before 2002", ""])
        self.case.make_event(source, span, kind=kind, participants=who, date=when)

    def make_fact(self) -> None:
        said = self.random.choice(["", "a paper; Una Reedman"])
        event = self.random.choice(["", str(self.any(Kind.EVENT))])
        self.case.make_fact(*self.words(), said_by=said, about="Oslo", event=event)

    def words(self) -> tuple[Ref, Span]:
        start = self.random.randint(0, 60)
        return self.any(Kind.SOURCE), Span(start, start + self.random.randint(1, 20))

    def judge(self) -> None:
        kind = self.random.choice([Kind.ENTITY, Kind.EVENT])
        one, other = Ref(kind, self.random.randint(1, 9)), self.any(kind)
        self.case.judge(one, other, self.random.choice(list(Verdict)), reason="seen")

    def search(self) -> None:
        name = self.random.choice(["one", "two"])
        if self.random.random() < 0.7:
            self.case.save_search(name, self.random.choice(["Brandt", "tag:a", "oslo | helsinki"]))
        else:
            self.case.forget_search(name)

    def ask(self) -> None:
        words = self.random.choice(["who?", "when?"])
        self.case.question(self.any(*TAGGED), words, of=self.random.choice(["", "her"]))

    def answer(self) -> None:
        asked = self.case.questions()
        if asked and self.random.random() < 0.7:
            self.case.answer_question(asked[0].target, "so it is", words=asked[0].words)
        elif asked:
            self.case.withdraw_question(asked[0].target, words=asked[0].words)

    def remove(self) -> None:
        gone = self.case.removed()
        if gone and self.random.random() < 0.6:
            self.case.restore(self.random.choice(gone).ref)
        else:
            self.case.remove(self.any(Kind.SOURCE), reason=self.random.choice(["", "twice"]))

    def deeds(self) -> list[Callable[[], None]]:
        return [
            self.note, self.edit, self.tag, self.retag, self.status, self.read, self.grade,
            self.mark,
            self.reject, self.correct_source, self.correct, self.judge, self.search,
            self.correct_fact,
            self.ask, self.answer, self.remove,
        ]  # fmt: skip

    def makings(self) -> list[Callable[[], None]]:
        """Return what makes things: their numbers are as they came, as those of notes."""
        return [self.make_entity, self.make_event, self.make_fact]


def attempt(deed: Callable[[], object]) -> bool:
    """Do something; tell whether it could be done."""
    try:
        deed()
    except CasefileError:
        return False
    return True


def live(case: Case, path: Path, random: Random) -> None:
    """Live through one history, looking at every step."""
    hand = Hand(case, random)
    behind = [exported(case)]
    ahead: list[str] = []
    decided = len(case.log())
    own: list[Callable[[], object]] = [case.undo, case.undo, case.redo, case.extract]
    for _ in range(STEPS):
        deed = random.choice([*hand.deeds(), *hand.makings(), *own])
        if deed == case.extract:
            rows = human(path)
            case.extract()
            assert human(path) == rows
            continue
        attempt(deed)
        if deed == case.undo and len(behind) > 1:
            ahead.append(behind.pop())
        elif deed == case.redo and ahead:
            behind.append(ahead.pop())
        elif len(case.log()) > decided:
            decided = len(case.log())
            ahead.clear()
            behind.append(exported(case))
        assert exported(case) == behind[-1], deed
    there = exported(case)
    while len(behind) > 1:
        case.undo()
        ahead.append(behind.pop())
        assert exported(case) == behind[-1]
    with pytest.raises(NothingToUndo):
        case.undo()
    while ahead:
        case.redo()
        behind.append(ahead.pop())
    assert exported(case) == behind[-1]
    assert there in behind
    assert not case.check()


@pytest.mark.parametrize("part", range(PARTS))
def test_undo_is_the_way_back_and_no_machine_changes_what_a_reader_made(
    made: Path, part: int, request: pytest.FixtureRequest
) -> None:
    share = float(request.config.getoption("--share"))
    # A history takes half a second: of a small share a smaller one.
    for seed in range(part, max(PARTS, round(HISTORIES * share**2)), PARTS):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.casefile"
            shutil.copy(made, path)
            with Case(path) as case:
                live(case, path, Random(seed))
