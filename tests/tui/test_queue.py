from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.model.words import Ref
from casefile.tui.screens.foretelling import Foretelling
from casefile.tui.screens.queue import QueueScreen
from casefile.tui.screens.waiting import Ask
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
        text = await reader.press("R", "f", "f")
        assert "1 of 1 to decide  only events" in text
        assert "Is this one event?" in text
        assert "joins 2 facts" in text
        assert "on 3 May 2017" in text
        assert "on 9 May 2017" in text
        await reader.press("r")
        await reader.type("a week apart")
        await reader.press("enter")
        text = await reader.press("d")
        assert "Judged different." in text
        assert "No events wait." in text
        assert "0 wait, 1 decided now" in text
        [said] = [
            one for one in doubtful.contents()["judgements"] if one["reason"] == "a week apart"
        ]
        assert said["judgement"] == "different"
        text = await reader.press("u")
        assert "1 of 1 to decide  only events" in text
        await reader.press("s")
        leading = {doubtful.leading(ref) for ref in (waiting.left, waiting.right)}
        assert len(leading) == 1
        await reader.press("escape")
        assert "1 decided." in reader.said
        await reader.press("u")
    assert doubtful.contents()["events"] == before


SAID = (
    "The harbour master of Toba met the mayor. They said the northern quay will not be closed."
    " Reporters told Ilse Brandt told them that the quay is sound.\n"
)
UNDATED = "Orla Brandt met Ivo Salter in Helsinki on Friday, May 5. On Tuesday she left again.\n"


@pytest.fixture
def unsure(empty_case: Case, tmp_path: Path) -> Case:
    texts = tmp_path / "texts"
    texts.mkdir()
    add(empty_case, texts, "One", "North Post", "2017-05-12", SAID)
    (texts / "two.txt").write_text(UNDATED, encoding="utf-8")
    assert empty_case.add([str(texts / "two.txt")], stated=Stated()).added
    return empty_case


async def test_what_is_asked_stays_asked_when_more_is_found(
    unsure: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Foretelling, "look", lambda teller, take: None)
    async with reading(unsure) as reader:
        await reader.press("R")
        queue = reader.app.screen
        assert isinstance(queue, QueueScreen)
        queue.take_found(Ask.DATES, unsure.undated())
        await reader.settle()
        assert "When was this published?" in reader.text
        queue.take_found(Ask.FACTS, unsure.doubted())
        await reader.settle()
        assert "When was this published?" in reader.text
        assert reader.lines[-1].startswith("1 pick")
        await reader.press("tab")
        assert "Does the source say this?" in reader.text
        assert reader.lines[-1].startswith("s right")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_a_fact_of_low_certainty_is_judged_beside_its_passage(
    unsure: Case, size: tuple[int, int]
) -> None:
    [first, *_] = unsure.doubted()
    before = unsure.contents()["facts"]
    async with reading(unsure, size) as reader:
        text = await reader.press("R", "f", "f", "f")
        assert "Does the source say this?" in text
        assert "They (said)" in text
        assert "it was not found who that is" in text
        assert "is shown as rejected" in text
        assert "The harbour master of Toba met the mayor." in text, "what was said before it"
        assert "s right d wrong n not sure" in text.replace("  ", " ")
        await reader.press("r")
        await reader.type("who")
        await reader.press("enter")
        assert "Read wrongly." in await reader.press("d")
        assert unsure.review(first.ref).status == "rejected"
        assert unsure.review(first.ref).reason == "who"
        assert "Does the source say this?" in await reader.press("u")
        assert unsure.contents()["facts"] == before
        await reader.press("n")
    assert first.ref not in [one.ref for one in unsure.doubted()]
    assert unsure.review(first.ref).status == "unreviewed"


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_a_source_gets_the_day_that_is_picked_or_typed(
    unsure: Case, size: tuple[int, int]
) -> None:
    [waiting] = unsure.undated()
    days = unsure.days_of(waiting.ref)
    before = unsure.contents()
    async with reading(unsure, size) as reader:
        text = await reader.press("R", "F")
        assert "When was this published?" in text
        assert "a Friday, the text says “Friday, May 5”" in text
        assert "dates 1 event" in text
        text = await reader.press("9")
        assert "There is no such day." in text
        text = await reader.press("2")
        assert "Published" in text
        assert "No dates wait." in text
        assert unsure.source(waiting.ref.id).row.published == days[1].edtf
        assert "When was this published?" in await reader.press("u")
        assert unsure.contents() == {**before, "log": unsure.contents()["log"]}
        await reader.press("t")
        await reader.type("mid-Mai 2017")
        text = await reader.press("enter")
        assert "'mid-Mai 2017' is not a date" in text
        assert "as one speaks: mid-Mai 2017" in text
        await reader.press(*["left"] * len(" 2017"), "backspace")
        await reader.type("y")
        assert "Published" in await reader.press("enter")
        assert unsure.source(waiting.ref.id).row.published_basis == "given"
        await reader.press("u", "0")
        assert unsure.source(waiting.ref.id).row.published is None
        await reader.press("u", "n", "escape")
        assert "1 decided." in reader.said
    assert unsure.undated() == []
    assert unsure.source(waiting.ref.id).row.published is None


async def test_what_is_skipped_stays_open(doubtful: Case) -> None:
    async with reading(doubtful) as reader:
        text = await reader.press("R", "tab")
        assert "2 of 2 to decide" in text
        assert "1 of 2 to decide" in await reader.press("tab")
        text = await reader.press("u")
        assert "Nothing was decided here yet." in text
        await reader.press("escape")
    assert len(doubtful.proposals()) == 1


async def test_a_reason_is_of_the_question_it_was_typed_for(doubtful: Case) -> None:
    async with reading(doubtful) as reader:
        await reader.press("R", "r")
        await reader.type("for this one")
        await reader.press("enter", "tab")
        await reader.press("s", "escape")
    assert "for this one" not in str(doubtful.contents())


async def test_an_empty_queue_says_so(case: Case) -> None:
    for one in case.proposals():
        case.judge(one.left, one.right, "unsure")
    case.set_reading([one.ref for one in case.doubted()], "right")
    async with reading(case, start=Ref.parse("source:1")) as reader:
        text = await reader.press("R")
        assert "Nothing waits for a judgement." in text
        assert "facts of low certainty" in text
        assert reader.lines[-1] == "f kind  u undo  esc close  ? help"
        await reader.press("s", "d", "n", "0", "r", "escape")
        await reader.press("q")
        assert "Sources" in reader.text
