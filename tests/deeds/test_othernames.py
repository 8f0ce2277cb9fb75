from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.exporting import contents
from casefile.deeds.searching import search
from casefile.model.rows import Hit
from casefile.store.store import Store
from tests.invented import ORGANIZATION, PERSON, PLACE, Report, ask, case_of

VISIT = Report(
    "Orla Brandt and Pak Seo-jun went to Mumbai for the World Food Programme.",
    {
        "Orla Brandt": PERSON,
        "Pak Seo-jun": PERSON,
        "Mumbai": PLACE,
        "World Food Programme": ORGANIZATION,
    },
)
ABROAD = Report(
    "井川健一 met Ольга Бранд and 최하늘.",
    {"井川健一": PERSON, "Ольга Бранд": PERSON, "최하늘": PERSON},
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return case_of(tmp_path_factory.mktemp("full") / "a.casefile", VISIT, ABROAD)


def first(store: Store, typed: str) -> Hit:
    return search(store, typed, places=["entities"])[0]


@pytest.mark.parametrize(
    ("typed", "name", "why"),
    [
        ("bombay", "Mumbai", "also called Bombay"),
        ("bombya", "Mumbai", "also called Bombay"),
        ("孟买", "Mumbai", "also called 孟买"),
        ("WFP", "World Food Programme", "also called WFP"),
        ("박서준", "Pak Seo-jun", "read as park seo jun"),
        ("ikawa kenichi", "井川健一", "read as Ikawa Kenichi"),
        ("kenichi ikawa", "井川健一", "read as Ikawa Kenichi"),
        ("choi ha-neul", "최하늘", "read as Choi Ha Neul"),
        ("olga brand", "Ольга Бранд", "the name in Latin letters"),
        ("mumbai", "Mumbai", "the name"),
    ],
    ids=lambda text: text,
)
def test_a_thing_is_found_by_what_else_it_is_called_and_says_so(
    full: Store, typed: str, name: str, why: str
) -> None:
    hit = first(full, typed)
    assert (hit.label, hit.why) == (name, why)


def test_what_no_source_says_is_no_alias_of_the_case(full: Store) -> None:
    told = {one["name"]: one["aliases"] for one in contents(full)["entities"]}
    assert told["Mumbai"] == []
    assert told["井川健一"] == []


def test_a_case_indexed_by_other_rules_is_indexed_once_more(path: Path) -> None:
    case_of(path, VISIT).close()
    whole = Store(path)
    before = ask(whole, "SELECT kind, ref_id, text, weight FROM name ORDER BY kind, ref_id, text")
    ask(whole, "DELETE FROM name WHERE weight < 0")
    ask(whole, "DELETE FROM name_feature")
    ask(whole, "UPDATE name_state SET version = version & ~65535")
    whole.close()
    with Case(path) as case:
        assert case.search("bombay", places=["entities"])[0].label == "Mumbai"
    with Case(path) as case:
        version = ask(case._store, "SELECT version FROM name_state")
    with Case(path):
        again = Store(path)
    assert ask(again, "SELECT version FROM name_state") == version
    rows = ask(again, "SELECT kind, ref_id, text, weight FROM name ORDER BY kind, ref_id, text")
    assert rows == before
    again.close()
