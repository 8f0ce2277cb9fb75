"""The reader corrects a source: what hangs on it follows; undo is the identity."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.annotating import add_note
from casefile.deeds.correcting import FIELDS, LONGEST, Corrected, TooLong, correct
from casefile.deeds.exporting import contents
from casefile.deeds.refreshing import link_all
from casefile.deeds.undoing import redo, undo
from casefile.errors import BadDate, NothingToUndo, UnknownRef
from casefile.model.words import Kind, Ref
from casefile.store.store import Store
from tests.invented import ask, dump
from tests.strangers import Strangers, install

PEOPLE = "Finland’s Orla Brandt, Sweden’s Ivo Salter and Norway’s Una Reedman"

TEXTS = {
    "dated.txt": (
        "OSLO, 12 October 2017 — Orla Brandt, Ivo Salter and Una Reedman did not speak to reporters"
        " in Oslo, an official said on Thursday. Brandt met Salter in Helsinki last month. She met"
        " him there in September. They will meet in Bergen next week.\n"
    ),
    "other.txt": (
        "Oct. 20, 2017\n\nOrla Brandt met Ivo Salter in Helsinki in September 2017, the Fjord Post"
        " reported. Salter denied that he met her in Bergen last week.\n"
    ),
    "undated.txt": (
        f"{PEOPLE} spoke to reporters in Oslo on Friday, September 29th.\n\n"
        "Orla Brandt met Ivo Salter in Helsinki last month, Una Reedman said. She will meet him in"
        " Stockholm next week.\n"
    ),
}

DATED, OTHER, UNDATED = (Ref(Kind.SOURCE, id) for id in (1, 2, 3))

DERIVED = ("former", "former_judgement", "decision", "sqlite_sequence")
"""Tables that remember what was; all others say what is."""


class Clock:
    """A time that goes on with each look."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> dict[str, str]:
        self.seconds += 1
        return {"by": "Ada", "now": f"2031-01-01T00:00:00.{self.seconds:06}Z"}


signed = Clock()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three reports, the third dated by its company."""
    folder = tmp_path_factory.mktemp("correcting")
    texts = folder / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    with Case(folder / "a.casefile", create=True) as case:
        assert not case.add([str(texts)], stated=Stated()).failed
        case.add_note(DATED, "who else?")
    return folder / "a.casefile"


@pytest.fixture
def held(file: Path, path: Path) -> Iterator[Store]:
    path.write_bytes(file.read_bytes())
    store = Store(path)
    yield store
    store.close()


def exported(store: Store) -> str:
    return json.dumps({**contents(store), "log": None}, ensure_ascii=False, indent=1)


def state(store: Store) -> dict[str, Any]:
    """Return every row of what the case says now, but for row ids that no export shows."""
    kept = {name: rows for name, rows in dump(store.path).items() if name not in DERIVED}
    for name in ("name", "name_feature", "name_form", "name_fresh", "name_state", "judgement"):
        kept.pop(name, None)
    # What was a conflict once is remembered in its row, without values.
    kept["conflict"] = ask(
        store, "SELECT * FROM conflict WHERE id IN (SELECT conflict_id FROM conflict_value)"
    )
    return kept


def say(store: Store, ref: Ref = DATED, **stated: str) -> Corrected:
    return correct(store, ref, stated, **signed())


def days(store: Store, source: Ref = DATED) -> dict[str, str | None]:
    sql = "SELECT date_text, edtf FROM event WHERE source_id = ? AND kind = 'meeting'"
    return dict(ask(store, sql, source.id))


def known(store: Store, ref: Ref) -> dict[str, Any]:
    [source] = [one for one in contents(store)["sources"] if one["ref"] == str(ref)]
    return {name: source[name] for name in (*FIELDS, "published_basis")}


def test_what_counts_from_publication_moves_with_it(held: Store) -> None:
    assert days(held)["next week"] == "2017-10-16/2017-10-22"
    done = say(held, published="4 March 2019")
    assert done.changed == {"published": ("2017-10-12", "2019-03-04")}
    assert days(held)["next week"] == "2019-03-11/2019-03-17"
    assert days(held)["last month"] == "2019-02"
    assert known(held, DATED)["published_basis"] == "given"


def test_a_report_dated_by_its_company_moves_with_it_and_back(held: Store) -> None:
    before = exported(held)
    assert known(held, UNDATED)["published"] == "2017-09-29"
    for ref in (DATED, OTHER):
        say(held, ref, published="2023-10-02")
    assert known(held, UNDATED)["published"] == "2023-09-29"
    assert days(held, UNDATED)["last month"] == "2023-08"
    for _ in range(2):
        undo(held, **signed())
    assert exported(held) == before


def test_a_date_that_is_not_known_leaves_what_counts_from_it_open(held: Store) -> None:
    say(held, published="")
    assert days(held)["next week"] is None
    assert known(held, DATED)["published"] is None
    say(held, published="before 2002")
    assert days(held)["next week"] is None


def test_ids_and_notes_stay(held: Store) -> None:
    add_note(held, Ref(Kind.EVENT, 1), "when?", span=None, **signed())
    notes = ask(held, "SELECT * FROM note")
    keys = "SELECT id, kind, anchor, ordinal FROM event ORDER BY id"
    before = {row[0]: row[1:] for row in ask(held, keys)}
    say(held, published="2019-03-04")
    after = {row[0]: row[1:] for row in ask(held, keys)}
    assert ask(held, "SELECT * FROM note") == notes
    assert {after[id] == before[id] for id in before.keys() & after.keys()} == {True}
    assert set(before.values()) & set(after.values()) == {
        before[id] for id in before.keys() & after.keys()
    }


def test_an_event_that_comes_back_has_the_ref_that_it_had(held: Store) -> None:
    """Tellings are one event by their dates; where these part there is one more."""
    before = ask(held, "SELECT id FROM event ORDER BY id")
    moved = []
    for day in ("2019-03-04", "", "2017-11-02"):
        say(held, published=day)
        moved.append(ask(held, "SELECT id FROM event ORDER BY id"))
    assert any(ids != before for ids in moved), "no event of the text depends on its date"
    for _ in moved:
        undo(held, **signed())
    assert ask(held, "SELECT id FROM event ORDER BY id") == before


Words = st.text("ab 平\0'\"[é", max_size=5)
Dates = st.sampled_from(
    ("", "2016", "2019-03-04", "2017-10-12", "mid-May 2024", "before 2002", "2024-05-11?/..")
)
Statements = st.fixed_dictionaries(
    {},
    optional={
        "published": Dates,
        "language": st.sampled_from(("", "en", "de", "[")),
        **{name: Words for name in FIELDS if name not in ("published", "language")},
    },
).filter(bool)


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.tuples(st.sampled_from((DATED, OTHER, UNDATED)), Statements), max_size=4))
@example([(DATED, {"published": "mid-May 2024"}), (OTHER, {"published": "mid-May 2024"})])
@example([(UNDATED, {"language": "de"}), (OTHER, {"published": "before 2002"})])
def test_to_take_all_back_is_the_identity_and_so_is_to_make_it_again(
    file: Path, path: Path, deeds: list[tuple[Ref, dict[str, str]]]
) -> None:
    path.write_bytes(file.read_bytes())
    with closing(Store(path)) as store:
        stands = [(exported(store), state(store))]
        for ref, stated in deeds:
            if correct(store, ref, stated, **signed()).changed:
                stands.append((exported(store), state(store)))
        for stand in reversed(stands[:-1]):
            undo(store, **signed())
            assert (exported(store), state(store)) == stand
        for stand in stands[1:]:
            redo(store, **signed())
            assert (exported(store), state(store)) == stand
        with pytest.raises(NothingToUndo):
            redo(store, **signed())
        assert not store.rows("loose_rows")
        assert not store.rows("unlinked_sources")


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(Statements, st.sampled_from((DATED, UNDATED)))
def test_no_machine_changes_what_is_given(
    file: Path, path: Path, stated: dict[str, str], ref: Ref
) -> None:
    path.write_bytes(file.read_bytes())
    with Case(path) as case, closing(Store(path)) as store:
        case.correct(ref, stated)
        before, rows = known(store, ref), state(store)
        case.extract()
        assert state(store) == rows
        link_all(store, [DATED.id, OTHER.id, UNDATED.id], None, now=signed()["now"])
        assert known(store, ref) == before


def test_company_does_not_date_what_the_reader_calls_undated(held: Store) -> None:
    say(held, UNDATED, published="")
    link_all(held, [DATED.id, UNDATED.id], None, now=signed()["now"])
    assert known(held, UNDATED)["published"] is None
    undo(held, **signed())
    assert known(held, UNDATED)["published"] == "2017-09-29"


def test_to_confirm_what_was_found_makes_it_the_readers(held: Store) -> None:
    done = say(held, published="12 October 2017")
    assert done.changed == {"published": ("2017-10-12", "2017-10-12")}
    assert known(held, DATED)["published_basis"] == "given"
    assert say(held, published="Oct. 12, 2017").changed == {}
    assert len(ask(held, "SELECT * FROM decision WHERE deed = 'source corrected'")) == 1


def test_a_source_is_found_by_its_title_as_it_is_now(held: Store) -> None:
    def titles() -> list[str]:
        sql = "SELECT text FROM name WHERE kind = 'source' AND ref_id = 1"
        return [text for (text,) in ask(held, sql)]

    assert titles() == ["dated.txt"]
    say(held, title="  Quiet words\nin Oslo ")
    assert titles() == ["Quiet words in Oslo"]
    assert ask(held, "SELECT title, label FROM source WHERE id = 1") == [
        ("Quiet words in Oslo", "Quiet words in Oslo")
    ]
    undo(held, **signed())
    assert titles() == ["dated.txt"]


@pytest.mark.parametrize(
    ("ref", "stated", "failure"),
    [
        (DATED, {"title": "New", "published": "yesterday"}, BadDate),
        (DATED, {"author": "x" * (LONGEST + 1)}, TooLong),
        (Ref(Kind.SOURCE, 9), {"title": "x"}, UnknownRef),
        (Ref(Kind.EVENT, 1), {"title": "x"}, UnknownRef),
    ],
    ids=["bad date", "too long", "no such source", "no source"],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    held: Store, ref: Ref, stated: dict[str, str], failure: type[Exception]
) -> None:
    before = dump(held.path)
    with pytest.raises(failure):
        correct(held, ref, stated, **signed())
    assert dump(held.path) == before


# The engine that reads it again


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Strangers:
    return install(tmp_path / "site", monkeypatch)


@pytest.fixture
def read_by(tmp_path: Path, path: Path, strangers: Strangers) -> Any:
    def read(engine: str) -> Store:
        (tmp_path / "dated.txt").write_text(TEXTS["dated.txt"], encoding="utf-8")
        with Case(path, create=True) as case:
            case.add([str(tmp_path / "dated.txt")], stated=Stated(), engine=engine)
        strangers.calls()
        return Store(path)

    return read


def test_the_engine_that_read_it_reads_it_again(read_by: Any, strangers: Strangers) -> None:
    store = read_by("slow")
    say(store, published="2019-03-04")
    assert strangers.calls() == ["dated.txt"]
    assert days(store)["next week"] == "2019-03-11/2019-03-17"
    store.close()


def test_an_engine_that_must_be_named_is_offered_not_run(
    read_by: Any, strangers: Strangers
) -> None:
    store = read_by("remote")
    before = exported(store)
    done = say(store, published="2019-03-04")
    assert strangers.calls() == []
    assert done.remarks == (
        "source:1 was read by remote, which runs only where you name it:"
        " run 'casefile extract' on source:1 with --engine remote.",
    )
    assert days(store)["next week"] == "2017-10-16/2017-10-22"
    assert known(store, DATED)["published"] == "2019-03-04"
    # What it found for the day that stands again is kept: it need not be run.
    assert undo(store, **signed()).remarks == ()
    assert strangers.calls() == []
    assert exported(store) == before
    store.close()
