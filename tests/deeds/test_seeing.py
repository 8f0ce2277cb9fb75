"""What is new to a reader: told by what it does to the case, and gone once it was looked at."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.seeing import BadSince
from casefile.model.findings import Findings
from casefile.model.words import Kind, Polarity, Ref
from casefile.store.store import Store
from tests.invented import PERSON, PLACE, Report, Told, case_of, link, put
from tests.invented import replace as find_again

NAMES = {"Orla Brandt": PERSON, "Ivo Salter": PERSON, "Helsinki": PLACE}
MEETING = Told("met", ("Orla Brandt", "Ivo Salter"), date="2017-05-03", place="Helsinki")
FIRST = Report(
    "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017.",
    NAMES, [MEETING], [("Orla Brandt met Ivo Salter", None)], title="Two met",
)  # fmt: skip
AGAIN = replace(
    FIRST,
    text="Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Brandt-Lind is her name now.",
    title="They did meet",
)
DENIAL = replace(
    FIRST,
    text="Nobody met there. That Orla Brandt and Ivo Salter met in Helsinki on 3 May 2017, he says",
    facts=[("Nobody met there", "he")], title="Not so",
)  # fmt: skip
RENAMED = Report(
    "Orla Brandt-Lind was seen in Oslo.", {"Orla Brandt-Lind": PERSON, "Oslo": PLACE}, title="Seen"
)


class Denies(Report):
    """A report whose statements are denials."""

    def findings(self) -> Findings:
        found = super().findings()
        denied = (replace(one, polarity=Polarity.DENIED) for one in found.facts)
        return replace(found, facts=tuple(denied))


def reader(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("LOGNAME", name)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    reader(monkeypatch, "ann")
    path = tmp_path / "a.casefile"
    case_of(path, FIRST).close()
    return path


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with Case(path) as case:
        yield case


def come_in(path: Path, *reports: Report) -> None:
    """Let reports come in, as another program does."""
    store = Store(path)
    link(store, *put(store, *reports))
    store.close()


def told(case: Case, since: str = "") -> dict[str, set[Ref]]:
    return {group.title: {one.ref for one in group.links} for group in case.news(since).groups}


def test_to_one_who_never_looked_nothing_is_marked_and_what_comes_after_is_new(
    case: Case, path: Path
) -> None:
    assert (told(case), case.news().since, case.count_news()) == ({}, "", 0)
    assert case.unread(Kind.SOURCE, [1]) == set()
    case.begin_seeing()
    case.begin_seeing()
    assert told(case) == {}
    come_in(path, DENIAL)
    assert told(case) == {"New sources": {Ref(Kind.SOURCE, 2)}, "Told again": {Ref(Kind.EVENT, 1)}}
    assert case.count_news() == 2


def test_a_denial_evidence_beside_a_confirmed_fact_and_another_account_are_told_apart(
    case: Case, path: Path
) -> None:
    case.set_status([Ref(Kind.FACT, 1)], "confirmed")
    case.begin_seeing()
    fields = {name: getattr(DENIAL, name) for name in DENIAL.__dataclass_fields__}
    come_in(path, AGAIN, Denies(**fields))
    assert told(case) == {
        "New sources": {Ref(Kind.SOURCE, 2), Ref(Kind.SOURCE, 3)},
        "Denied": {Ref(Kind.FACT, 3)},
        "Told beside what you confirmed": {Ref(Kind.FACT, 2)},
        "Told again": {Ref(Kind.EVENT, 1)},
    }
    evidence = next(one for one in case.news().groups if "beside" in one.title)
    assert evidence.links[0].detail == "beside fact:1"


def test_of_facts_those_are_marked_that_bear_on_known_things(case: Case, path: Path) -> None:
    case.set_status([Ref(Kind.FACT, 1)], "confirmed")
    case.begin_seeing()
    fields = {name: getattr(DENIAL, name) for name in DENIAL.__dataclass_fields__}
    loose = replace(RENAMED, facts=[("Orla Brandt-Lind was seen", None)])
    come_in(path, AGAIN, Denies(**fields), loose)
    told_of = {ref for refs in told(case).values() for ref in refs if ref.kind is Kind.FACT}
    assert told_of == {Ref(Kind.FACT, 2), Ref(Kind.FACT, 3)}
    assert case.unread(Kind.FACT, range(1, 9)) == {ref.id for ref in told_of}


def test_another_name_of_a_known_entity_is_new_and_the_same_name_again_is_not(
    case: Case, path: Path
) -> None:
    case.begin_seeing()
    come_in(path, RENAMED, AGAIN)
    brandt, lind = (
        next(hit.ref for hit in case.search(f'"{name}" kind:person') if hit.label == name)
        for name in ("Orla Brandt", "Orla Brandt-Lind")
    )
    if case.leading(lind) != brandt:
        case.judge(brandt, lind, "same")
    assert told(case)["Another name"] == {brandt}
    assert case.unread(Kind.ENTITY, range(1, 9)) == {brandt.id}
    assert case.look(brandt)
    assert "Another name" not in told(case)


def test_a_fact_that_loses_its_support_is_new_and_new_again_when_it_does_so_again(
    case: Case, path: Path
) -> None:
    fact = Ref(Kind.FACT, 1)
    case.set_status([fact], "confirmed")
    case.begin_seeing()
    store = Store(path)
    found = FIRST.findings()
    for _ in range(2):
        find_again(store, 1, replace(found, facts=()))
        assert told(case) == {"Lost its support": {fact}}
        assert case.look(fact)
        assert told(case) == {}
        find_again(store, 1, found)
        assert told(case) == {}
    store.close()


def test_a_conflict_that_arises_is_new(case: Case, path: Path) -> None:
    case.begin_seeing()
    other = replace(MEETING, date="2017-05-04")
    text = AGAIN.text.replace("3 May", "4 May")
    come_in(path, replace(AGAIN, text=text, events=[other]))
    if not case.conflicts():
        case.judge(Ref(Kind.EVENT, 1), Ref(Kind.EVENT, 2), "same")
    [conflict] = case.conflicts()
    assert told(case)["Sources now differ"] == {conflict.ref}
    assert case.look(conflict.ref)
    assert "Sources now differ" not in told(case)


def test_what_is_marked_in_the_lists_is_what_is_told_and_ends_when_it_is_looked_at(
    case: Case, path: Path
) -> None:
    case.begin_seeing()
    come_in(path, AGAIN, RENAMED)
    while news := [one.ref for group in case.news().groups for one in group.links]:
        for kind in (Kind.SOURCE, Kind.EVENT, Kind.ENTITY):
            ids = case.ids(kind)
            assert case.unread(kind, ids) == {ref.id for ref in news if ref.kind is kind}
        assert case.look(news[0])
        assert not case.look(news[0])
        assert len([one for group in case.news().groups for one in group.links]) == len(news) - 1


def test_what_comes_to_a_thing_after_it_was_looked_at_is_new_again(case: Case, path: Path) -> None:
    case.begin_seeing()
    come_in(path, AGAIN)
    event = Ref(Kind.EVENT, 1)
    assert case.look(event)
    assert "Told again" not in told(case)
    come_in(path, DENIAL)
    assert told(case)["Told again"] == {event}


def test_all_counts_as_seen_and_back_again(case: Case, path: Path) -> None:
    case.begin_seeing()
    come_in(path, AGAIN)
    case.look(Ref(Kind.EVENT, 1))
    before = told(case)
    assert before
    kept = case.see_all()
    assert kept is not None
    assert told(case) == {}
    assert case.see_again(kept)
    assert told(case) == before


def test_each_reader_has_their_own(case: Case, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case.begin_seeing()
    reader(monkeypatch, "ben")
    case.begin_seeing()
    come_in(path, AGAIN)
    case.see_all()
    assert told(case) == {}
    reader(monkeypatch, "ann")
    assert told(case)


def test_to_look_is_no_decision_and_to_look_at_what_is_known_writes_nothing(
    case: Case, path: Path
) -> None:
    before = (case.contents(), case.log(), case.export_log())
    case.begin_seeing()
    with case.reopen() as other:
        version = other.data_version()
        for ref in (Ref(Kind.SOURCE, 1), Ref(Kind.EVENT, 1), Ref(Kind.FACT, 1), Ref(Kind.NOTE, 1)):
            assert not case.look(ref)
        case.begin_seeing()
        assert other.data_version() == version
    come_in(path, AGAIN)
    seen = (case.contents(), case.log(), case.export_log())
    case.look(Ref(Kind.SOURCE, 2))
    case.see_all()
    assert (case.contents(), case.log(), case.export_log()) == seen
    assert before[1:] == seen[1:]


def test_a_case_that_cannot_be_written_tells_what_is_new_and_keeps_it_so(
    case: Case, path: Path
) -> None:
    case.begin_seeing()
    come_in(path, AGAIN)
    with Case(path, read_only=True) as other:
        other.begin_seeing()
        news = told(other)
        assert news
        assert not other.look(Ref(Kind.SOURCE, 2))
        assert other.see_all() is None
        assert told(other) == news


def test_where_another_program_writes_nothing_waits_and_the_mark_stays(
    case: Case, path: Path
) -> None:
    case.begin_seeing()
    come_in(path, AGAIN)
    writer = Store(path)
    with writer.write():
        assert not case.look(Ref(Kind.SOURCE, 2))
        assert case.see_all() is None
    writer.close()
    assert case.look(Ref(Kind.SOURCE, 2))


def test_what_came_in_since_a_day_is_told_whether_it_was_looked_at_or_not(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, report in (("01-01", AGAIN), ("01-03", RENAMED), ("01-05", None)):
        monkeypatch.setattr("casefile.door.seeing.now", lambda day=day: f"2030-{day}T10:00:00Z")
        case.note_milestone()
        if report:
            come_in(path, report)
    case.begin_seeing()
    assert told(case) == {}
    every, second, third = ({Ref(Kind.SOURCE, id) for id in ids} for ids in ([1, 2, 3], [2], [3]))
    assert told(case, "2029-12-31")["New sources"] == every
    assert told(case, "2030-01-02")["New sources"] == second | third
    assert told(case, "2030-01-04")["New sources"] == third
    assert told(case, "2030-01-06") == {}


def test_words_that_are_no_time_are_refused(case: Case) -> None:
    with pytest.raises(BadSince, match="'soon' is no time: write yesterday"):
        case.news("soon")


def test_an_add_keeps_how_far_the_case_had_come(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Una Reedman spoke in Oslo.\n", encoding="utf-8")
    with Case(tmp_path / "b.casefile", create=True) as case:
        case.add([str(tmp_path / "b.txt")], stated=Stated())
        assert told(case, "yesterday")["New sources"] == {Ref(Kind.SOURCE, 1)}
        kept = case.news("yesterday")
        case.add([str(tmp_path / "b.txt")], stated=Stated())
        assert case.news("yesterday") == kept
