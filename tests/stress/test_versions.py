"""What is noted on a report stands on its words after every edit of it, and on no lookalike.

A programme of 1,000 generated edits (tests/edited.py) whose outcome is known by construction,
and 100 of them through a case: a note, a rejected name and a fact with a tag on the passage.
The ordinary run does a share of it; ``--share 1`` does all.
"""

from pathlib import Path
from random import Random

import pytest

from casefile.case import Case
from casefile.core.anchoring import Drift
from casefile.deeds.adding import Stated
from casefile.model.words import Kind, Ref
from tests.edited import Edit, edit

EDITS = 1_000
BATCH = 100
CASES = 100
"""Edits that go through a case."""

SOURCE = Ref(Kind.SOURCE, 1)


def skip_beyond(number: int, of: int, request: pytest.FixtureRequest) -> None:
    if number >= of * request.config.getoption("--share"):
        pytest.skip("not in this share of the programme: --share 1 does all")


@pytest.mark.stress
@pytest.mark.parametrize("batch", range(EDITS // BATCH))
def test_a_passage_stands_where_its_words_still_do(
    batch: int, request: pytest.FixtureRequest
) -> None:
    skip_beyond(batch, EDITS // BATCH, request)
    edits = [edit(Random(number)) for number in range(batch * BATCH, (batch + 1) * BATCH)]
    wrong = [one for one in edits if Drift(one.old, one.new).stands(one.span) != one.stands]
    assert wrong == []
    assert {one.stands is None for one in edits} == {True, False}


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_bytes(text.encode())
    return str(path)


@pytest.mark.stress
@pytest.mark.parametrize("number", range(CASES))
def test_an_edit_keeps_the_notes_of_a_case(
    number: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    skip_beyond(number, CASES, request)
    one: Edit = edit(Random(number))
    with Case(tmp_path / "edited.casefile", create=True) as case:
        case.add([written(tmp_path, "first.txt", one.old)], stated=Stated())
        case.add_note(SOURCE, "Is this so?", span=one.span)
        for fact in case.contents()["facts"]:
            case.tag([Ref.parse(fact["ref"])], add=["seen"])
        before = case.contents()
        case.add([written(tmp_path, "second.txt", one.new)], stated=Stated(), version_of=SOURCE)
        after = case.contents()
        assert case.check() == []
        [source], [note] = after["sources"], after["notes"]
        assert source["text"] == one.new.replace("\r\n", "\n")
        if one.stands is None:
            assert (note["orphaned"], note["start"]) == (True, None)
        else:
            words = source["text"][note["start"] : note["end"]]
            assert words.split() == note["quote"].split()
        tagged = {fact["ref"]: fact for fact in after["facts"] if "seen" in fact["tags"]}
        assert tagged.keys() == {fact["ref"] for fact in before["facts"]}
        for fact in before["facts"]:
            now = tagged[fact["ref"]]
            assert now["text"].split() == fact["text"].split()
            assert now["orphaned"] or now["text"] == source["text"][now["start"] : now["end"]]
        case.undo()
        assert unlogged(case.contents()) == unlogged(before)
        case.redo()
        assert unlogged(case.contents()) == unlogged(after)


def unlogged(contents: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in contents.items() if name != "log"}
