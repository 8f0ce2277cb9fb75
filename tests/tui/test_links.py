"""What stands beside the links of a card: who says so, how, and whether it is so at all."""

from contextlib import closing
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.clipboard import Clipboard
from casefile.model.rows import EventRow, Fact, Speaker
from casefile.model.words import EventKind, Kind, Modality, PartialDate, Polarity, Ref, Span
from casefile.store.engine import sqlite
from casefile.tui.base.manner import manner
from casefile.tui.base.view import Card
from casefile.tui.screens.links import linked, told
from tests.tui.conftest import opened
from tests.tui.driving import reading


def fact(hedge: str | None, polarity: Polarity, *verbs: str) -> Fact:
    said = tuple(Speaker("Somebody", None, verb) for verb in verbs)
    ref = Ref(Kind.FACT, 1)
    return Fact(ref, ref, Span(0, 1), "It is so.", None, (), said, hedge, polarity, False, "human")


@pytest.mark.parametrize(("stated", "shown"), [
    (fact(None, Polarity.AFFIRMED), []),
    (fact("may", Polarity.AFFIRMED, "said"), ["“may”"]),
    (fact(None, Polarity.DENIED, "denied"), ["denied"]),
    (fact(None, Polarity.DENIED, "reported", "rejected"), ["denied"]),
    (fact(None, Polarity.DENIED), ["negative"]),
    (fact("apparently", Polarity.DENIED, "said"), ["negative", "“apparently”"]),
])  # fmt: skip
def test_a_fact_is_denied_only_where_somebody_denies_it(stated: Fact, shown: list[str]) -> None:
    assert manner(stated) == shown


@pytest.mark.parametrize(("modality", "shown"), [
    (Modality.HAPPENED, "March"), (Modality.DENIED, "denied · March"),
])  # fmt: skip
def test_an_event_shows_whether_it_happened(modality: Modality, shown: str) -> None:
    ref = Ref(Kind.EVENT, 1)
    date = PartialDate("March")
    row = EventRow(ref, EventKind.MEETING, "Meeting", date, None, modality, False, 1, 0)
    assert told(row) == shown


def test_a_fact_without_a_speaker_is_the_word_of_its_source(case: Case) -> None:
    plain = [one for one in case.facts(case.ids(Kind.FACT)) if not one.attribution and one.about]
    assert plain
    publisher = case.source_rows([plain[0].source.id])[0].publisher or ""
    details = {row.ref: row.detail for row in linked(case, plain[0].about[0])}
    assert details[plain[0].ref].endswith(publisher)


@pytest.fixture
def torn(made: Path, tmp_path: Path) -> Path:
    """Make a case in which sources differ on an event, and a note is on a thing that is gone."""
    with opened(made, tmp_path) as case:
        path = case.path
    with closing(sqlite.connect(path)) as db, db:
        event, source, start, stop = db.execute(
            "SELECT cluster_id, evidence.source_id, start, stop FROM evidence"
            " JOIN event ON event.id = event_id ORDER BY 1 LIMIT 1"
        ).fetchone()
        db.execute("INSERT INTO conflict VALUES (1, 'event', ?, 'date')", [event])
        for at, value in enumerate(("3 March", "5 March")):
            db.execute(
                "INSERT INTO conflict_value VALUES (1, ?, ?, ?, ?, ?)",
                [at, value, source, start, stop],
            )
        db.execute(
            "INSERT INTO note (target_kind, target_id, body, created, updated)"
            " VALUES ('event', 9999, 'Ask again.', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')"
        )
    return path


async def test_a_card_says_at_its_head_that_sources_differ(torn: Path) -> None:
    with Case(torn) as case:
        event = case.conflicts()[0].about
        async with reading(case, start=event) as reader:
            assert "Its sources differ: date." in reader.text
            assert "5 March" in reader.text


async def test_a_note_on_a_thing_that_is_gone_can_be_read_and_copied(
    torn: Path, tmp_path: Path
) -> None:
    clipboard = Clipboard({"TERM": "dumb"}, lambda name: None, tmp_path / "copied.txt")
    with Case(torn) as case:
        async with reading(case, clipboard=clipboard) as reader:
            text = await reader.press("4")
            assert "!" in text.splitlines()[3]
            assert "It is no longer in the case; the note stays." in text
            await reader.press("y", "t")
            assert (tmp_path / "copied.txt").read_text() == "Ask again."


async def test_what_is_opened_before_its_preview_is_read_is_called_by_its_name(
    case: Case,
) -> None:
    async with reading(case) as reader:
        await reader.press("enter", "escape", "2")
        reader.app.simulate_key("j")
        reader.app.simulate_key("enter")
        await reader.settle()
        opened_card = reader.screen.main
        assert isinstance(opened_card, Card)
        assert f"Entities › {opened_card.title}" in reader.lines[1]
