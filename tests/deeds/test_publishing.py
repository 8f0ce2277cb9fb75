"""When a source was published: the days that may be it, and what each would move."""

from pathlib import Path

import pytest

from casefile.case import Case
from casefile.core.edtf import bounds
from casefile.deeds.adding import Stated
from casefile.deeds.publishing import Moved, NoSuchDay
from casefile.model.words import PartialDate, Ref

TOLD = "Orla Brandt met Ivo Salter in Helsinki on Tuesday. Una Reedman said so on Friday, May 5.\n"
NEAR = "Una Reedman saw Orla Brandt and Ivo Salter in Oslo on 2 May 2017. They left at once.\n"
SOURCE = Ref.parse("source:1")


def day(edtf: str) -> PartialDate:
    return PartialDate("", edtf, *bounds(edtf))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    with Case(tmp_path / "a.casefile", create=True) as made:
        (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
        assert made.add([str(tmp_path / "a.txt")], stated=Stated()).added
        return Case(tmp_path / "a.casefile")


def test_every_day_fits_its_weekday_and_stands_in_the_text(case: Case) -> None:
    days = case.days_of(SOURCE)
    assert len(days) > 1
    for one in days:
        assert one.date.earliest is not None
        assert f"{one.date.earliest:%A}" == "Friday"
        assert "a Friday, the text says “Friday, May 5”" in one.basis
        assert one.passage is not None
        assert one.passage.span.of(TOLD) == "Friday, May 5"


def test_a_day_near_which_others_report_of_the_same_people_comes_first(
    case: Case, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text(NEAR, encoding="utf-8")
    assert case.add([str(tmp_path / "b.txt")], stated=Stated(published="2006-05-10")).added
    first = case.days_of(SOURCE)[0]
    assert first.edtf == "2006-05-05"
    assert "a report of the same people within a year" in first.basis


def test_the_effect_of_a_day_is_told_before_and_is_what_comes(case: Case) -> None:
    before = case.contents()
    told = case.mover(SOURCE)
    assert told is not None
    dated = told(day("2017-05-05"))
    assert dated.dated > 0
    assert case.contents() == before, "nothing is written"
    undated = [one for one in before["events"] if one["date"]["edtf"] is None]
    case.choose_day(SOURCE, [one.edtf for one in case.days_of(SOURCE)].index("2017-05-05") + 1)
    left = [one for one in case.contents()["events"] if one["date"]["edtf"] is None]
    assert len(undated) - len(left) == dated.dated
    again = case.mover(SOURCE)
    assert again is not None
    assert again(day("2017-05-05")) == Moved(0, 0, 0, 0)
    moved = again(day("2016-05-06"))
    assert moved.moved > 0
    assert -380 < moved.days < -350


def test_a_number_beyond_the_days_changes_nothing(case: Case) -> None:
    before = case.contents()
    with pytest.raises(NoSuchDay, match="no day 99: choose 1 to"):
        case.choose_day(SOURCE, 99)
    assert case.contents() == before
    case.choose_day(SOURCE, 0, reason="the page is older")
    assert case.undated() == []
    assert "not known: the page is older" in case.source(1).published_reason
