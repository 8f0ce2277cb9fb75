"""Which engines there are, and what becomes of one that is broken or not there."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from casefile.errors import CasefileError, NoEngine, NotExtracted
from casefile.extraction.engines import BUILT_IN, DEFAULT, OWN, engine, listed
from casefile.extraction.plugins import GROUP
from casefile.extraction.rules.engine import RulesEngine
from tests.extraction.test_engine import article
from tests.strangers import PACKAGE, Strangers, install

ROOT = Path(__file__).parents[2]


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Strangers:
    return install(tmp_path / "site", monkeypatch)


def test_the_rules_are_what_extracts_where_none_is_named() -> None:
    assert engine() == engine("rules") == RulesEngine()


def test_the_entry_points_are_the_table_of_our_own() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"][GROUP] == dict(BUILT_IN)
    assert project["name"] == OWN


def test_each_of_our_own_bears_its_name_and_says_what_it_is() -> None:
    found = {one.name: one for one in listed() if one.package == OWN}
    assert list(found) == list(BUILT_IN)
    for one in found.values():
        assert one.about
        assert (one.missing is None) == (one.fingerprint is not None)
    assert found[DEFAULT].fingerprint == RulesEngine().fingerprint


def test_an_unknown_engine_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(NoEngine, match=r"no engine 'magic': choose .*rules"):
        engine("magic")


def test_to_choose_one_of_ours_looks_through_no_metadata() -> None:
    code = (
        "import sys\nfrom casefile.extraction.engines import engine\nengine('rules')\n"
        "assert 'importlib.metadata' not in sys.modules, 'looked'\n"
        "from casefile.extraction.engines import listed\nlist(listed())\n"
        "heavy = {'spacy', 'thinc', 'numpy', 'torch'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_engine_of_another_package_is_chosen_by_its_name(strangers: Strangers) -> None:
    one = engine("slow")
    assert (one.name, one.fingerprint, one.is_costly, one.is_remote) == (
        "slow",
        "slow-1",
        True,
        False,
    )
    assert one.left_out(article()) is None
    assert one.extract(article()).mentions == RulesEngine().extract(article()).mentions


def test_nobody_takes_the_name_of_one_of_ours(strangers: Strangers) -> None:
    assert engine("rules") == RulesEngine()
    assert [one.package for one in listed() if one.name == "rules"] == [OWN]


def test_what_is_to_be_installed_is_said(strangers: Strangers) -> None:
    with pytest.raises(NoEngine, match=r"^The model is not installed: pip install model\.$"):
        engine("absent")


def test_all_are_listed_and_none_brings_the_list_down(strangers: Strangers) -> None:
    found = {one.name: one for one in listed()}
    assert list(found)[len(BUILT_IN) :] == sorted(set(found) - set(BUILT_IN))
    assert found["slow"].package == PACKAGE
    assert (found["slow"].missing, found["slow"].fingerprint) == (None, "slow-1")
    assert found["absent"].about == "a model that is not there"
    assert found["absent"].missing == "The model is not installed: pip install model."
    for name in ("old", "unmade", "gone"):
        assert found[name].fingerprint is None
        assert found[name].missing


BROKEN = {
    "unmade": r"'unmade' of the package strange-engines cannot be loaded \(OSError: no disk\)",
    "gone": r"'gone' of the package strange-engines cannot be loaded \(AttributeError: ",
    "old": r"'old' of the package strange-engines does not fit this casefile, as it has no 'about'",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_engine_is_one_sentence(name: str, strangers: Strangers) -> None:
    with pytest.raises(NoEngine, match=BROKEN[name]) as raised:
        engine(name)
    assert "\n" not in str(raised.value)


FAILING = {
    "crashing": r"failed on a\.txt \(KeyError: 'a hole in\\nthe code'\): ask its makers\.",
    "lying": r"does not fit a\.txt: a span from 0 to \d+ in a text of \d+ characters\.",
    "nothing": r"does not fit a\.txt: not Findings at all\.",
}


@pytest.mark.parametrize("name", FAILING)
def test_an_engine_that_fails_on_an_article_is_one_sentence(
    name: str, strangers: Strangers
) -> None:
    with pytest.raises(NotExtracted, match=FAILING[name]) as raised:
        engine(name).extract(article())
    assert "\n" not in str(raised.value)


def test_what_an_engine_says_itself_is_passed_on(strangers: Strangers) -> None:
    with pytest.raises(CasefileError, match=r"^The server does not answer: start it\.$"):
        engine("down").extract(article())
