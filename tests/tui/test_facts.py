import pytest

from casefile.case import Case
from casefile.model.words import Kind, Polarity, Ref
from casefile.tui.base.manner import turned
from tests.tui.driving import NARROW, WIDE, reading


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_facts_are_listed_with_how_and_by_whom_they_are_said(
    case: Case, size: tuple[int, int]
) -> None:
    facts = case.facts(case.ids(Kind.FACT))
    denied = next(fact for fact in facts if fact.polarity is Polarity.DENIED)
    async with reading(case, size) as reader:
        text = await reader.press("8")
        assert f"Facts  {len(facts)}" in text
        lines = [line for line in reader.lines if line[2:].startswith(f"{turned(denied)} ")]
        assert any(denied.statement[:20] in line for line in lines)
        assert denied.attribution[-1].name[:10] in "".join(lines)
        assert "On whose word" in text


async def test_the_list_and_the_card_put_a_fact_in_the_same_word(case: Case) -> None:
    facts = case.facts(case.ids(Kind.FACT))
    words = {turned(fact) for fact in facts} - {""}
    assert words
    async with reading(case, WIDE) as reader:
        await reader.press("8")
        for at, fact in enumerate(facts):
            if word := turned(fact):
                reader.screen.list_pane.cursor = at
                await reader.settle()
                row = next(line for line in reader.lines if line.startswith("›"))
                assert row[2:].startswith(f"{word} ")
                assert f"one source states it · {word}" in reader.text


async def test_a_fact_is_narrowed_to_reviewed_and_bounded_like_any_row(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("8", "f")
        await reader.type("envoy")
        await reader.press("enter")
        found = list(reader.screen.facts.ids)
        assert found
        assert all("envoy" in fact.statement for fact in case.facts(found))
        await reader.press("r", "d")
        await reader.type("who?")
        await reader.press("enter")
        assert case.review(Ref(Kind.FACT, found[0])).status == "disputed"
        await reader.press("escape", "1", "full_stop", "8")
        source = reader.screen.sources.ids[0]
        shown = case.facts(reader.screen.facts.ids)
        assert shown
        assert {fact.source.id for fact in shown} == {source}
        assert "only" in reader.lines[2]
