"""Cases that searches use in turn: kept from one to the next, and closed when the search is."""

from threading import Thread

import pytest

from casefile.case import Case
from casefile.errors import MadeWay, UnknownRef
from casefile.tui.screens.lending import Lent
from tests.tui.driving import reading


def used(lent: Lent) -> list[Case]:
    """Return the case that another thread is lent, after it has read it."""
    found: list[Case] = []

    def use() -> None:
        with lent.one() as one:
            one.search("a")
            found.append(one)

    thread = Thread(target=use)
    thread.start()
    thread.join()
    return found


def test_one_thread_after_the_other_reads_the_same_open_case(case: Case) -> None:
    lent = Lent(case)
    [first] = used(lent)
    assert used(lent) == [first]
    with lent.one() as one:
        assert one is first
        [other] = used(lent)
        assert other is not first
    lent.close()


def test_what_another_writes_meanwhile_is_seen(case: Case) -> None:
    lent = Lent(case)
    with lent.one() as one:
        assert not one.search("zebra crossing")
    case.add_note(case.source_rows([1])[0].ref, "Mind the zebra crossing.")
    with lent.one() as one:
        assert [hit.kind for hit in one.search("zebra crossing")] == ["note"]
    lent.close()


def test_what_failed_is_not_kept_and_what_made_way_is(case: Case) -> None:
    lent = Lent(case)
    [first] = used(lent)
    with pytest.raises(MadeWay), lent.one():
        raise MadeWay("Something newer is typed.")
    assert used(lent) == [first]
    with pytest.raises(UnknownRef), lent.one():
        raise UnknownRef("There is no such thing.")
    assert used(lent) != [first]
    lent.close()


async def test_a_closed_search_leaves_no_file_open(case: Case) -> None:
    async with reading(case) as reader:
        lent = reader.screen._lent
        await reader.press("/")
        await reader.type("kishida")
        assert lent._idle
        await reader.press("escape")
        assert not lent._idle
        await reader.press("/")
        await reader.type("dalian")
        assert lent._idle
    assert not lent._idle
