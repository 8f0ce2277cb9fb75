from dataclasses import replace
from itertools import permutations
from pathlib import Path

from casefile.core.edtf import worded
from casefile.deeds.refreshing import link_all
from casefile.extraction.engines import engine
from casefile.model.article import Article
from casefile.model.words import PartialDate
from casefile.store.findings import replace_findings, run_id
from casefile.store.index import index_source
from casefile.store.sources import add_source
from casefile.store.store import Store
from tests.invented import NOW, PERSON, Report, ask, picture

PEOPLE = dict.fromkeys(("Orla Brandt", "Ivo Salt", "Una Reed"), PERSON)
NAMES = "Orla Brandt met Ivo Salt and Una Reed. "

UNDATED = Report(f"{NAMES}It was on Friday, September 29th.", PEOPLE)
IN_2017 = Report(f"{NAMES}First.", PEOPLE, published="2017-10-05")
IN_2023 = Report(f"{NAMES}Later.", PEOPLE, published="2023-10-05")
SECOND = Report(f"{NAMES}On a Friday, too.", PEOPLE)

FRIDAYS = (worded("Sept. 29", "2017-09-29"), worded("Sept. 29", "2023-09-29"))


def keep(store: Store, report: Report, candidates: tuple[PartialDate, ...] = ()) -> None:
    """Add a report as the deed does, and link it."""
    article: Article = replace(report.article(), candidates=candidates)
    rules = engine()
    with store.write():
        run = run_id(store, rules.name, rules.fingerprint)
        id = add_source(store, article)
        replace_findings(store, id, report.findings(), run=run)
        index_source(store, id)
    link_all(store, [id], rules, now=NOW)


def published(store: Store) -> tuple[str | None, str | None]:
    """Return the date of the undated report, and on what basis."""
    sql = "SELECT published, published_basis FROM source WHERE sha256 = ?"
    [(day, basis)] = ask(store, sql, UNDATED.article().sha256)
    return day, basis


def test_an_undated_report_gets_the_day_that_its_company_speaks_for(store: Store) -> None:
    keep(store, UNDATED, FRIDAYS)
    assert published(store) == (None, None)
    keep(store, IN_2023)
    assert published(store) == ("2023-09-29", "inferred")
    assert not store.rows("unlinked_sources")


def test_a_day_that_a_later_report_puts_in_doubt_is_taken_back(store: Store) -> None:
    keep(store, UNDATED, FRIDAYS)
    keep(store, IN_2023)
    keep(store, IN_2017)
    assert published(store) == (None, None)


def test_what_company_dated_is_no_company(store: Store) -> None:
    """Else the dates would depend on what came first."""
    others = dict.fromkeys(("Jon Marsh", "Ada Fenn", "Lew Pike"), PERSON)
    both = Report(f"{NAMES}{', '.join(others)} came on a Friday.", {**PEOPLE, **others})
    far = Report(f"{', '.join(others)} stayed at home on a Friday.", others)
    keep(store, IN_2023)
    keep(store, both, FRIDAYS)
    keep(store, far, FRIDAYS)
    keep(store, SECOND)
    days = [day for (day,) in ask(store, "SELECT published FROM source ORDER BY id")]
    assert days == ["2023-10-05", "2023-09-29", None, None]


def test_the_dates_do_not_depend_on_what_came_first(tmp_path: Path) -> None:
    told = [(UNDATED, FRIDAYS), (IN_2023, ()), (IN_2017, ())]
    found = []
    for number, order in enumerate(permutations(told)):
        store = Store(tmp_path / f"{number}.casefile", create=True)
        for report, candidates in order:
            keep(store, report, candidates)
        found.append(picture(store)["sources"])
        store.close()
    assert all(one == found[0] for one in found)
