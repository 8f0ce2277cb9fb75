"""Whatever a reader does in whatever order: undo is the way back, and no machine interferes.

A machine that does what a reader can do to a small case of real extractions, with runs of the
engine and the logs of a second reader in between: 2,000 random histories. The ordinary run does
a share of it, the same each time; ``--share 1`` does all, and others each time.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

import hypothesis
import pytest
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, integers

from casefile.case import Case
from casefile.errors import NothingToUndo
from casefile.store.engine import sqlite
from tests.stress.hands import (
    DEEDS,
    Clock,
    Deed,
    Given,
    backup,
    by_the,
    chosen,
    do,
    found_once,
    histories,
    make_case,
)

HISTORIES = 2_000
RECEIVED = 3
"""Decisions of a second reader that come at once, at most."""

PARTS = 2
"""Tests that share the programme, so that several workers do."""

HUMAN = (
    "note", "tag", "assessment", "correction", "rejected_mention", "saved_search", "decision",
    "made", "stated_participant", "stated_fact", "question", "source_version", "merged_decision",
    "removed_source", "put_away", "relabelled",
    "judgement WHERE made_by NOT LIKE 'machine:%'",
)  # fmt: skip
"""Rows that only a reader's decisions change."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("histories"))


def human(path: Path) -> dict[str, Any]:
    """Return every row that a reader made."""
    connection = sqlite.connect(path)
    try:
        return {
            rows: sorted(connection.execute(f"SELECT * FROM {rows}"), key=repr) for rows in HUMAN
        }
    finally:
        connection.close()


def exported(case: Case) -> dict[str, str]:
    """Return what a case says, but for how it came to that: its parts as they are written."""
    document = {**case.contents(), "log": None}
    return {name: json.dumps(part, ensure_ascii=False) for name, part in document.items()}


class Histories(RuleBasedStateMachine):
    """A reader and a case; every step is looked at, and in the end all goes back and forth."""

    made: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "a.casefile"
        shutil.copy(self.made, self.path)
        self.case = Case(self.path)
        self.clock = Clock("Ann", 0)
        self.behind = [exported(self.case)]
        self.ahead: list[dict[str, str]] = []
        self.is_whole = True

    def step(self, act: Callable[[], object], *, is_decision: bool = False) -> None:
        """Do something, and hold the case to what it has to say then."""
        self.is_whole = False
        known = len(self.case.log())
        with by_the(self.clock):
            act()
        now = exported(self.case)
        if is_decision and len(self.case.log()) > known:
            self.ahead.clear()
            self.behind.append(now)
        elif wrong := [name for name, part in now.items() if part != self.behind[-1][name]]:
            told = [f"{self.behind[-1][name]}\n{now[name]}" for name in wrong]
            raise AssertionError("\n".join(told))  # quicker than what pytest says of an assert
        self.is_whole = True

    @rule(deeds=histories(RECEIVED, "undo"), is_from_now=booleans())
    def receive(self, deeds: Sequence[Deed], is_from_now: bool) -> None:
        """Merge what a second reader did, in sight of this case or of the reports alone."""
        path = self.folder / "other.casefile"
        if is_from_now:
            backup(self.path, path)
        else:
            shutil.copy(self.made, path)

        def replay() -> None:
            self.clock.by = "Ben"
            with Case(path) as other:
                for one in deeds:
                    do(other, one)
                document = other.export_log()
            path.unlink()
            self.clock.by = "Ann"
            self.case.replay(json.loads(json.dumps(document)))

        self.step(replay, is_decision=True)

    @rule()
    def undo(self) -> None:
        """Go back."""
        self.step(self._back)

    @rule()
    def redo(self) -> None:
        """Go forth."""
        self.step(self._forth)

    @rule(number=integers(0, 4))
    def undo_to(self, number: int) -> None:
        """Go back several decisions at once."""

        def back() -> None:
            standing = [one.id for one in self.case.log() if not one.undone]
            for _ in self.case.undo_to(standing[-1 - number]):
                self.ahead.append(self.behind.pop())

        if number < len(self.behind) - 1:
            self.step(back)

    @rule()
    def extract(self) -> None:
        """Read all again: no row of a reader changes."""

        def again() -> None:
            rows = human(self.path)
            self.case.extract()
            assert human(self.path) == rows

        self.step(again)

    @rule()
    def see(self) -> None:
        """Look at all; nobody decides anything by that."""
        self.step(self.case.see_all)

    def _back(self) -> None:
        if len(self.behind) > 1:
            self.case.undo()
            self.ahead.append(self.behind.pop())
        else:
            with pytest.raises(NothingToUndo):
                self.case.undo()

    def _forth(self) -> None:
        if self.ahead:
            self.case.redo()
            self.behind.append(self.ahead.pop())
        else:
            with pytest.raises(NothingToUndo):
                self.case.redo()

    def teardown(self) -> None:
        """Go all the way back and all the way forth."""
        try:
            if self.is_whole:
                for way, turn in ((self.behind, self._back), (self.ahead, self._forth)):
                    for _ in range(len(way)):
                        self.step(turn)
                assert not self.case.check()
        finally:
            self.case.close()
            shutil.rmtree(self.folder)


def rule_of(name: str, given: Given) -> Any:
    """Return the rule by which the machine does one kind of deed."""

    def step(self: Histories, **told: Any) -> None:
        self.step(lambda: do(self.case, (name, told)), is_decision=True)

    step.__name__ = name
    make: Any = rule
    return make(**given)(step)


for _name, (_, _given) in DEEDS.items():
    setattr(Histories, _name, rule_of(_name, _given))


@pytest.mark.stress
@pytest.mark.parametrize("part", range(PARTS))
def test_undo_is_the_way_back_and_no_machine_changes_what_a_reader_made(
    made: Path, part: int, request: pytest.FixtureRequest
) -> None:
    share = float(request.config.getoption("--share"))

    class Here(Histories):
        pass

    Here.made = made
    if share < 1:
        hypothesis.seed(part)(Here)
    with found_once():
        run_state_machine_as_test(Here, settings=chosen(HISTORIES / PARTS, share))
