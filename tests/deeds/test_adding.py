import json
import os
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.adding import Added, Item, Stated, add
from casefile.errors import BadDate
from casefile.model.words import Kind, Ref
from casefile.store.store import Store
from tests.invented import LATER, NOW, ask, dump, picture
from tests.processes import finished, python

TEXTS = {
    "courier.txt": (
        "FREEPORT, Oct. 7, 2016 -- Orla Brandt met Ivo Salt in Dalian on 3 September 2016, "
        "a harbour official said. The Foreign Ministry declined to comment.\n\n"
        "Brandt told reporters in Beijing that she knew of no meeting.\n"
    ),
    "ledger.txt": (
        "Oct. 9, 2016\n\nOrla Brandt and Ivo Salt held talks in China on 3 September 2016, "
        "the Harbour Courier reported. Salt denied it.\n"
    ),
    "observer.txt": (
        "Oct. 11, 2016\n\nIvo Salt met Una Reed in Mongolia in May 2014. Orla Brandt was told.\n"
    ),
}

TODAY = date(2030, 1, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def added(case: Case, *paths: Path, stated: Stated | None = None) -> Added:
    return case.add([str(path) for path in paths], stated=stated or Stated())


def exported(case: Case) -> bytes:
    return json.dumps(case.contents(), ensure_ascii=False).encode()


def test_the_same_folder_twice_changes_nothing(path: Path, folder: Path) -> None:
    with Case(path, create=True) as case:
        first = added(case, folder)
        before, rows = exported(case), dump(path)
        again = added(case, folder)
        assert len(first.added) == 3
        assert (again.added, again.unchanged) == ([], first.added)
        assert exported(case) == before
        assert dump(path) == rows


def test_the_same_bytes_under_another_name_are_one_source(path: Path, folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "courier.txt").read_bytes())
    with Case(path, create=True) as case:
        report = added(case, folder)
        assert len(report.added) == 3
        assert len(report.unchanged) == 1


def test_a_case_does_not_depend_on_the_order_of_the_files(tmp_path: Path, folder: Path) -> None:
    def pictured(name: str, *batches: list[Path]) -> object:
        with Case(tmp_path / name, create=True) as case:
            for batch in batches:
                added(case, *batch)
            assert case.check() == []
            return picture(Store(tmp_path / name, read_only=True))

    files = sorted(folder.iterdir())
    wanted = pictured("all", files)
    for number, order in enumerate(permutations(files)):
        assert pictured(f"{number}", *([one] for one in order)) == wanted


def test_one_more_source_touches_no_note(path: Path, folder: Path) -> None:
    with Case(path, create=True) as case:
        added(case, folder / "courier.txt")
        for row in case.entity_rows(case.ids(Kind.ENTITY)):
            case.add_note(row.ref, f"on {row.name}")
        before = dump(path)
        added(case, folder)
        after = dump(path)
        assert (before["note"], before["decision"]) == (after["note"], after["decision"])
        assert case.summary().sources == 3


def test_a_bad_file_fails_alone_and_says_why(path: Path, folder: Path) -> None:
    (folder / "broken.html").write_bytes(b"")
    with Case(path, create=True) as case:
        report = added(case, folder, folder / "missing.txt")
        assert len(report.added) == 3
        assert any("missing.txt" in one.path for one in report.failed)
        assert all(one.reason for one in report.failed)
        assert case.check() == []


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has file names that are no text")
def test_a_file_whose_name_is_no_text_leaves_the_rest_to_be_added(path: Path, folder: Path) -> None:
    with open(os.path.join(os.fsencode(folder), b"bad\xff.txt"), "wb") as file:
        file.write(b"Una Reed went home on 3 May 2014.\n")
    with Case(path, create=True) as case:
        report = added(case, folder)
        assert len(report.added) + len(report.failed) == 4
        assert len(report.added) >= 3
        assert case.check() == []


def test_what_the_reader_states_beats_what_is_guessed(path: Path, folder: Path) -> None:
    stated = Stated(title="Mine", publisher="The Courier", published="2016-10", language="en")
    with Case(path, create=True) as case:
        [ref] = added(case, folder / "courier.txt", stated=stated).added
        source = case.source(ref.id)
        assert (source.title, source.row.publisher) == ("Mine", "The Courier")
        assert (source.row.published, source.row.published_basis) == ("2016-10", "given")


def test_a_stated_date_that_is_none_is_refused_before_anything_is_read(
    path: Path, folder: Path
) -> None:
    with Case(path, create=True) as case:
        with pytest.raises(BadDate, match="yesterday"):
            added(case, folder, stated=Stated(published="yesterday"))
        assert case.summary().sources == 0


def test_several_processes_give_the_same_case(tmp_path: Path, folder: Path) -> None:
    with Case(tmp_path / "one", create=True) as one, Case(tmp_path / "two", create=True) as two:
        one.add([str(folder)], stated=Stated())
        two.add([str(folder)], stated=Stated(), jobs=2)
        strip = [{**case.contents(), "judgements": None} for case in (one, two)]
        assert strip[0] == strip[1]


class Stop(Exception):
    """The reader has had enough."""


def test_an_add_that_is_stopped_keeps_and_links_what_it_has(path: Path, folder: Path) -> None:
    def stop(done: int, total: int, name: str) -> None:
        if done == 2:
            raise Stop

    with Case(path, create=True) as case:
        with pytest.raises(Stop):
            case.add([str(folder)], stated=Stated(), progress=stop)
        assert case.summary().sources == 2
        assert case.check() == []
        assert len(added(case, folder).added) == 1
        assert case.check() == []


def test_what_a_killed_add_left_is_linked_by_the_next(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "killed.casefile"
    child = python(_DIES, path)
    child.communicate(str(folder) + "\n", timeout=60)
    assert child.returncode == -9
    with Case(path) as case, Case(tmp_path / "whole", create=True) as whole:
        assert case.summary().sources == 2
        assert {one.what for one in case.check()} >= {"source that is not linked"}
        added(case, folder)
        added(whole, folder)
        assert case.check() == []
        assert picture(Store(path)) == picture(Store(tmp_path / "whole"))


_DIES = """
import os, signal
from casefile.case import Case
from casefile.deeds.adding import Stated
folder = input()
def die(done, total, name):
    if done == 2:
        os.kill(os.getpid(), signal.SIGKILL)
Case(path, create=True).add([folder], stated=Stated(), progress=die)
"""


def test_an_extract_that_is_killed_is_finished_by_the_next_add(
    tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "killed.casefile"
    with Case(path, create=True) as case:
        added(case, folder)
    before = dump(path)
    child = python(_DIES.replace("Case(path, create=True).add([folder], stated=Stated(), ",
                                 "Case(path).extract("), path)  # fmt: skip
    child.communicate(str(folder) + "\n", timeout=60)
    assert child.returncode == -9
    with Case(path) as case:
        assert [one.what for one in case.check()] == ["source that is not linked"]
        added(case, folder)
        assert case.check() == []
    assert dump(path) == before


def test_extracting_again_keeps_every_row_and_what_a_reader_wrote(path: Path, folder: Path) -> None:
    with Case(path, create=True) as case:
        added(case, folder)
        note = case.add_note(Ref(Kind.EVENT, 1), "mine")
        before = dump(path)
        assert len(case.extract().done) == 3
        assert dump(path) == before
        assert case.extract([Ref(Kind.SOURCE, 2)]).done == [Ref(Kind.SOURCE, 2)]
        assert dump(path) == before
        assert case.note(note.ref.id) == note


def test_two_programs_may_add_to_one_case_at_once(path: Path, folder: Path) -> None:
    with Case(path, create=True):
        pass
    children = [python(_ADDS.format(str(folder)), path) for _ in range(2)]
    assert sorted(finished(child) for child in children) == ["done", "done"]
    with Case(path) as case:
        assert case.summary().sources == 3
        assert case.check() == []


_ADDS = """
from casefile.case import Case
from casefile.deeds.adding import Stated
with Case(path) as case:
    case.add([{!r}], stated=Stated())
print("done")
"""


def test_what_comes_on_standard_input_is_a_source(path: Path) -> None:
    store = Store(path, create=True)
    report = add(
        store,
        [Item(None, "-", b"Una Reed went home.")],
        stated=Stated(),
        engine="rules",
        today=TODAY,
        now=LATER,
        report=Added(),
    )
    assert report.added == [Ref(Kind.SOURCE, 1)]
    assert ask(store, "SELECT path FROM source") == [("-",)]
    assert NOW < LATER


def test_what_an_engine_does_not_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "fahre.txt").write_text(
        "Die Fähre kam am Montag zu spät, und der Hafen war nicht auf sie vorbereitet, wie es "
        "in einer Mitteilung der Stadt heißt. Die Stadt will das nun ändern.\n",
        encoding="utf-8",
    )
    with Case(tmp_path / "a.casefile", create=True) as case:
        report = case.add([str(tmp_path / "fahre.txt")], stated=Stated())
    [said] = report.warnings
    assert said.startswith("fahre.txt: ")
    assert "this is de" in said
