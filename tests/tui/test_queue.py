from pathlib import Path

import pytest

from casefile.case import Case
from casefile.model.words import Ref
from tests.tui.conftest import add
from tests.tui.driving import NARROW, WIDE, reading

ONE = "Finland’s Orla Brandt met Sweden’s Ivo Salter in Helsinki on 3 May 2017, she said.\n"
TWO = "Sweden’s Ivo Salter met Finland’s Orla Brandt in Helsinki on 9 May 2017. He left.\n"


@pytest.fixture
def doubtful(empty_case: Case, tmp_path: Path) -> Case:
    texts = tmp_path / "texts"
    texts.mkdir()
    add(empty_case, texts, "One", "North Post", "2017-05-12", ONE)
    add(empty_case, texts, "Two", "South Post", "2017-05-13", TWO)
    return empty_case


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_a_pair_is_judged_with_both_passages_in_view_and_taken_back(
    doubtful: Case, size: tuple[int, int]
) -> None:
    before = doubtful.contents()["events"]
    [waiting] = doubtful.proposals()
    async with reading(doubtful, size) as reader:
        text = await reader.press("R")
        assert "1 of 1 to decide" in text
        assert "Is this one event?" in text
        assert "joins 2 facts" in text
        assert "on 3 May 2017" in text
        assert "on 9 May 2017" in text
        await reader.press("r")
        await reader.type("a week apart")
        await reader.press("enter")
        text = await reader.press("d")
        assert "Judged different." in text
        assert "Nothing waits" in text
        [said] = [
            one for one in doubtful.contents()["judgements"] if one["reason"] == "a week apart"
        ]
        assert said["judgement"] == "different"
        text = await reader.press("u")
        assert "1 of 1 to decide" in text
        await reader.press("s")
        leading = {doubtful.leading(ref) for ref in (waiting.left, waiting.right)}
        assert len(leading) == 1
        await reader.press("escape")
        assert "1 decided." in reader.said
        await reader.press("u")
    assert doubtful.contents()["events"] == before


async def test_what_is_skipped_stays_open(doubtful: Case) -> None:
    async with reading(doubtful) as reader:
        text = await reader.press("R", "tab")
        assert "1 of 1 to decide" in text
        text = await reader.press("u")
        assert "Nothing was decided here yet." in text
        await reader.press("escape")
    assert len(doubtful.proposals()) == 1


async def test_an_empty_queue_says_so(case: Case) -> None:
    for one in case.proposals():
        case.judge(one.left, one.right, "unsure")
    async with reading(case, start=Ref.parse("source:1")) as reader:
        assert "Nothing waits for a judgement." in await reader.press("R")
        await reader.press("s")
        await reader.press("q")
        assert "Sources" in reader.text
