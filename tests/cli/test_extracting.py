"""``engines``; ``extract`` and what it would change; engines that cannot run."""

import json
from pathlib import Path

import pytest

from casefile.cli import main
from tests.cli.driving import CHECKOUT, Ran, assert_drives_nothing, on_terminal, plain, run
from tests.invented import dump
from tests.strangers import Strangers, install


@pytest.fixture
def strangers(home: Path, monkeypatch: pytest.MonkeyPatch) -> Strangers:
    return install(home / "site", monkeypatch)


def seeing(strangers: Strangers) -> dict[str, str]:
    """Return what lets a child process find the package, too."""
    return {"PYTHONPATH": f"{CHECKOUT}:{strangers.folder}"}


def test_engines_lists_what_is_ready_and_what_to_install(home: Path, strangers: Strangers) -> None:
    ran = run(home, "engines", env=seeing(strangers))
    assert (ran.status, ran.err) == (0, "")
    lines = {line.split()[0]: line for line in ran.out.splitlines()}
    assert "ready" in lines["rules"].split()
    assert "[rules-" in lines["rules"]
    assert "where none is named" in lines["rules"]
    assert "not here" in lines["absent"]
    assert "[The model is not installed: pip install model.]" in lines["absent"]
    assert "cannot be loaded (OSError: no disk)" in lines["unmade"]


def test_engines_as_json(home: Path, strangers: Strangers) -> None:
    found = {
        one["name"]: one for one in run(home, "engines", "--json", env=seeing(strangers)).json()
    }
    assert found["rules"]["ready"] is True
    assert found["rules"]["fingerprint"].startswith("rules-")
    assert found["absent"] == {
        "name": "absent",
        "ready": False,
        "missing": "The model is not installed: pip install model.",
        "about": "a model that is not there",
        "fingerprint": None,
        "package": "strange-engines",
    }


def test_engines_on_a_terminal(home: Path) -> None:
    ran = on_terminal(home, "engines")
    assert ran.status == 0
    assert "rules" in plain(ran.out)
    assert_drives_nothing(ran.out)


WRONG = {
    "nosuch": "There is no engine 'nosuch': choose absent, ",
    "absent": "The model is not installed: pip install model",
    "unmade": "The engine 'unmade' of the package strange-engines cannot be loaded",
    "old": "The engine 'old' of the package strange-engines does not fit this casefile",
}


@pytest.mark.parametrize("command", ["add", "extract", "rehearse"])
@pytest.mark.parametrize("engine", WRONG)
def test_an_engine_that_cannot_run_is_wrong_usage_and_changes_nothing(
    engine: str, command: str, case: Path, strangers: Strangers, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dump(case)
    arguments = {
        "add": ["add", "new.casefile", str(case.parent / "texts"), "--engine", engine],
        "extract": ["extract", str(case), "--engine", engine],
        "rehearse": ["extract", str(case), "--dry-run", "--engine", engine],
    }[command]
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert WRONG[engine] in said.err
    assert len(said.err.splitlines()) == 1
    assert not Path("new.casefile").exists()
    assert dump(case) == before


def test_an_engine_that_must_be_named_says_how(
    case: Path, strangers: Strangers, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(case), "--engine", "remote"]) == 0
    capsys.readouterr()
    for more in ([], ["--dry-run"], ["--dry-run", "--json"]):
        assert main(["extract", str(case), *more]) == 1
        said = capsys.readouterr()
        assert (said.out, len(said.err.splitlines())) == ("", 1)
        assert "say --engine remote" in said.err


def test_show_tells_what_read_a_source(
    case: Path, strangers: Strangers, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["extract", str(case), "--engine", "slow"])
    main(["show", str(case), "source:1"])
    assert "read by        slow" in capsys.readouterr().out


def test_a_dry_run_of_the_same_says_so(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = dump(case)
    assert main(["extract", str(case), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "1 source read, 0 would change; nothing was changed.\n"
    assert main(["extract", str(case), "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"sources": 1, "changes": [], "failed": []}
    assert dump(case) == before


@pytest.fixture
def poorer(case: Path, strangers: Strangers) -> Path:
    """A case of which another engine would find but one name."""
    strangers.say("only", "Kishida")
    return case


def test_a_dry_run_tells_what_would_come_go_and_change(
    poorer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(poorer), "source:1", "--dry-run", "--engine", "slow"]) == 0
    said = capsys.readouterr()
    head, *rows = said.out.splitlines()
    assert head.startswith("source:1")
    assert head.endswith("[slow]")
    assert any(row.startswith("  entities: ") and row.endswith(" gone") for row in rows)
    assert "   - Dalian  [place]" in rows
    assert any(row.startswith("   ~ ") and "about: " in row for row in rows)
    assert "1 source read, 1 would change; nothing was changed." in said.err
    main(["extract", str(poorer), "--engine", "slow"])
    capsys.readouterr()
    assert main(["extract", str(poorer), "--dry-run", "--engine", "rules"]) == 0
    assert "   + Dalian  [place]" in capsys.readouterr().out.splitlines()


def test_a_dry_run_shows_a_few_rows_and_json_all(
    home: Path, strangers: Strangers, capsys: pytest.CaptureFixture[str]
) -> None:
    people = "Ana Silva, Bo Lund, Carla Rossi, Dirk Maas, Elsa Berg, Finn Moe, Greta Holm"
    more = "Hugo Lang, Ines Costa, Jan Novak, Karin Vik and Lars Dahl"
    Path("a.txt").write_text(f"OSLO, 3 May 2016 -- {people}, {more} met in Oslo.\n")
    main(["add", "a.casefile", "a.txt"])
    strangers.say("only", "Ana Silva")
    capsys.readouterr()
    main(["extract", "a.casefile", "--dry-run", "--engine", "slow"])
    out = capsys.readouterr().out
    assert out.count("   - ") <= 3 * 8
    assert "    … and " in out
    main(["extract", "a.casefile", "--dry-run", "--engine", "slow", "--json"])
    [one] = json.loads(capsys.readouterr().out)["changes"]
    names = {row["name"] for row in one["entities"]["gone"]}
    assert {"Bo Lund", "Lars Dahl"} <= names
    assert all(row["ref"].startswith("entity:") for row in one["entities"]["gone"])


def test_extract_as_json(
    home: Path, strangers: Strangers, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("courier.txt").write_text("OSLO, 3 May 2016 -- Ana Silva met Bo Lund in Oslo.\n")
    Path("ledger.txt").write_text("OSLO, 4 May 2016 -- Ana Silva met Bo Lund in Bergen.\n")
    main(["add", "a.casefile", "courier.txt", "ledger.txt"])
    capsys.readouterr()
    assert main(["extract", "a.casefile", "--engine", "refusing", "--json"]) == 1
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert document.pop("seconds") >= 0
    reason = "courier.txt is beyond me."
    assert document == {
        "extracted": ["source:2"],
        "failed": [{"ref": "source:1", "reason": reason}],
    }
    assert said.err == f"casefile: {reason}\n"
    for more in ([], ["--json"]):
        assert main(["extract", "a.casefile", "--engine", "refusing", "--dry-run", *more]) == 1
    assert "1 failed" in capsys.readouterr().err


def test_a_dry_run_drives_no_terminal(home: Path, strangers: Strangers) -> None:
    hostile = "OSLO, 3 May 2016 -- Ana \x1b[31mSilva met Bo\u202e Lund in Oslo, Ana Silva said.\n"
    Path("a\x1b[2J.txt").write_text(hostile, encoding="utf-8")
    assert main(["add", "a.casefile", "a\x1b[2J.txt"]) == 0
    strangers.say("only", "nobody")
    arguments = ("extract", "a.casefile", "--dry-run", "--engine", "slow")
    shown: Ran = on_terminal(home, *arguments, env=seeing(strangers))
    assert "Oslo" in plain(shown.out)
