"""What is kept of an engine's work is true of the source and the engine, or passed over."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from casefile.model.article import Article, Furniture, Published
from casefile.model.findings import Findings
from casefile.model.words import Basis, FurnitureKind, PartialDate, SourceId, Span
from casefile.store.checking import damages
from casefile.store.kept import keep, kept, key_of
from casefile.store.sources import get_article
from casefile.store.store import Store
from tests.invented import PERSON, PLACE, Report, Told, ask, case_of

REPORT = Report(
    "Orla Brandt met Ivo Salt in Port Salda. The Courier said so.",
    {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Port Salda": PLACE},
    [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], "2014-05-03", "Port Salda")],
    [("Orla Brandt met Ivo Salt", None)],
    ["Courier"],
    published="2014-06-01",
)

ONE = SourceId(1)


@pytest.fixture
def store(path: Path) -> Store:
    return case_of(path, REPORT)


def put_by(store: Store, findings: Findings, *, fingerprint: str = "1", engine: str = "x") -> None:
    with store.write():
        keep(
            store,
            ONE,
            get_article(store, ONE),
            engine=engine,
            fingerprint=fingerprint,
            findings=findings,
        )


def asked(store: Store, *, fingerprint: str = "1", engine: str = "x") -> Findings | None:
    return kept(store, ONE, get_article(store, ONE), engine=engine, fingerprint=fingerprint)


def test_what_is_kept_comes_back(store: Store) -> None:
    put_by(store, REPORT.findings())
    assert asked(store) == REPORT.findings()


def test_another_engine_or_fingerprint_has_nothing_kept(store: Store) -> None:
    put_by(store, REPORT.findings())
    assert asked(store, fingerprint="2") is None
    assert asked(store, engine="y") is None


def test_an_engine_has_one_row_for_a_source(store: Store) -> None:
    put_by(store, REPORT.findings())
    put_by(store, Findings(), fingerprint="2")
    put_by(store, Findings(), engine="y")
    assert asked(store) is None
    assert asked(store, fingerprint="2") == Findings()
    assert ask(store, "SELECT engine FROM kept_findings ORDER BY 1") == [("x",), ("y",)]


def test_what_is_kept_goes_with_its_source(store: Store) -> None:
    put_by(store, REPORT.findings())
    with store.write() as database:
        database.execute("DELETE FROM source WHERE id = 1")
    assert ask(store, "SELECT count(*) FROM kept_findings") == [(0,)]


DAY = PartialDate("9 March", "2018-03-09")
HEEDED: dict[str, Callable[[Article], Article]] = {
    "text": lambda one: replace(one, text=one.text + " "),
    "title": lambda one: replace(one, title="Another"),
    "publisher": lambda one: replace(one, publisher="Another"),
    "author": lambda one: replace(one, author="Another"),
    "dateline": lambda one: replace(one, dateline="OSLO"),
    "language": lambda one: replace(one, language="fr"),
    "published": lambda one: replace(one, published=Published(DAY, Basis.GIVEN)),
    "undated": lambda one: replace(one, published=None),
    "candidates": lambda one: replace(one, candidates=(DAY,)),
    "furniture": lambda one: replace(
        one, furniture=(Furniture(Span(0, 4), FurnitureKind.BOILERPLATE),)
    ),
}


@pytest.mark.parametrize("what", HEEDED)
def test_the_key_changes_with_all_that_an_engine_may_heed(what: str) -> None:
    article = REPORT.article()
    assert key_of(HEEDED[what](article), "1") != key_of(article, "1")


def test_the_key_stays_where_only_the_file_is_another() -> None:
    article = REPORT.article()
    moved = replace(article, path="b/c.html", format="html", codec="cp1252", warnings=("odd",))
    assert key_of(moved, "1") == key_of(article, "1")


def compressed(text: str) -> bytes:
    return zlib.compress(text.encode())


CITATION = '{"citations":[{"name":"x","kind":"outlet","span":{%s}}]}'

UNREADABLE = {
    "no zlib": b"rubbish",
    "cut": compressed('{"entities":[]}')[:-8],
    "no text": zlib.compress(b"\xff\xfe"),
    "no JSON": compressed("{"),
    "deep": compressed("[" * 100_000),
    "a list": compressed("[]"),
    "a field of tomorrow": compressed('{"dreams":[]}'),
    "beyond the text": compressed(CITATION % '"start":0,"end":999'),
    "backwards": compressed(CITATION % '"start":9,"end":3'),
}


@pytest.mark.parametrize("how", UNREADABLE)
def test_a_row_that_cannot_be_read_is_passed_over_and_named_by_a_check(
    store: Store, how: str
) -> None:
    put_by(store, REPORT.findings())
    assert damages(store) == []
    with store.write() as database:
        database.execute("UPDATE kept_findings SET findings = ?", [UNREADABLE[how]])
    assert asked(store) is None
    [damage] = damages(store)
    assert (damage.what, damage.count) == ("kept findings that cannot be read", 1)
    assert damage.example == "source:1 by x"
    put_by(store, REPORT.findings())
    assert damages(store) == []
