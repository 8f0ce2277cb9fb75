"""What stands at the ends of the pipes: readers that leave, closed ends, any locale."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from casefile.case import Case
from tests.cli.driving import LONGEST, PROGRAM, STORY, environment, run


def _shell(home: Path, line: str) -> tuple[int, str, str]:
    """Run a line of shell in which ``casefile`` is the program; a pipe fails as its parts do."""
    program = f'casefile() {{ {" ".join(PROGRAM)} "$@"; }}; '
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", program + line],
        capture_output=True,
        env=environment(home),
        cwd=home,
        timeout=LONGEST,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a long text and the case of it, to copy for each test."""
    folder = tmp_path_factory.mktemp("long")
    (folder / "long.txt").write_text(STORY + "x" * 700_000, encoding="utf-8")
    assert run(folder, "add", "a.casefile", "long.txt").status == 0
    return folder


@pytest.fixture
def long_case(made: Path, home: Path) -> Path:
    """A case whose export and text are longer than any pipe holds."""
    for name in ("long.txt", "a.casefile"):
        shutil.copy(made / name, home)
    return home / "a.casefile"


@pytest.mark.parametrize(
    "line",
    [
        "casefile export a.casefile | head -c 10",
        "casefile show a.casefile source:1 | head -n 1",
        "casefile show a.casefile source:1 --json | head -n 1",
        "casefile show a.casefile source:1 | true",
        "casefile show a.casefile source:1 2>&- | head -n 1",
        "casefile --help | true",
        "casefile add b.casefile long.txt | true",
        "casefile add b.casefile long.txt 2>&1 | true",
    ],
)
def test_a_reader_that_leaves_ends_the_command_quietly(
    line: str, home: Path, long_case: Path
) -> None:
    status, _, err = _shell(home, line)
    assert status == 0
    assert "Error" not in err
    assert "Exception" not in err


CLOSED = {
    "casefile show a.casefile source:1 >&-": 0,
    "casefile show a.casefile source:1 --json >&- 2>&-": 0,
    "casefile show a.casefile nonsense 2>&-": 1,
    "casefile show a.casefile nonsense 2>/dev/full": 1,
    "casefile show a.casefile nonsense 2>&1 | true": 1,
    "casefile --help >&-": 0,
    "casefile open a.casefile <&-": 0,
    "casefile add b.casefile - <&-": 1,
    "casefile add b.casefile long.txt 2>&-": 0,
    "casefile add b.casefile long.txt >&- 2>&- <&-": 0,
}


@pytest.mark.parametrize(("line", "status"), CLOSED.items(), ids=CLOSED)
def test_closed_ends_change_neither_status_nor_case(
    line: str, status: int, home: Path, long_case: Path
) -> None:
    found, out, err = _shell(home, line)
    assert found == status, err
    assert "Traceback" not in err
    assert "Exception" not in err
    if "nonsense" in line:
        assert out == ""
    with Case(long_case) as case:
        assert not case.check()


def test_output_that_finds_no_room_is_one_sentence(home: Path, long_case: Path) -> None:
    for line in ("show a.casefile source:1", "log a.casefile", "export a.casefile"):
        status, _, err = _shell(home, f"casefile {line} >/dev/full")
        assert status == 1
        assert err == (
            "casefile: There is no room left to write the output: free some space and try again.\n"
        )


LOCALES: list[dict[str, str]] = [
    {"LANG": "C", "LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1:strict"},
]


def test_a_pipe_is_utf_8_whatever_the_locale(home: Path, case: Path) -> None:
    for command, *rest in (("export",), ("show", "source:1")):
        plain = run(home, command, case, *rest)
        assert plain.status == 0
        assert "“We will not stop,”" in plain.out
        for locale in LOCALES:
            assert run(home, command, case, *rest, env=locale) == plain


def test_the_export_to_a_file_is_that_to_a_pipe(home: Path, case: Path) -> None:
    ran = run(home, "export", case, "-o", "out.json", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert (ran.status, ran.err) == (0, "out.json written.\n")
    assert (home / "out.json").read_bytes().decode() == run(home, "export", case).out
    assert (home / "out.json").stat().st_mode & 0o777 == 0o600


def test_an_export_goes_into_a_device_and_through_a_link_but_not_in_their_place(
    home: Path, case: Path
) -> None:
    (home / "nowhere").symlink_to("/dev/null")
    (home / "real.json").write_text("old")
    (home / "link.json").symlink_to("real.json")
    for name in ("nowhere", "link.json"):
        assert run(home, "export", case, "-o", name).status == 0
        assert (home / name).is_symlink()
    assert (home / "real.json").read_text(encoding="utf-8").startswith("{")
    assert Path(os.devnull).is_char_device()


def test_standard_input_is_one_text(home: Path) -> None:
    ran = run(home, "add", "a.casefile", "-", "--json", stdin=STORY.encode("utf-16"))
    assert ran.status == 0
    source = run(home, "export", "a.casefile").json()["sources"][0]
    assert (source["path"], source["text"]) == ("standard input", STORY)
    empty = run(home, "add", "a.casefile", "-", "--json")
    assert empty.json()["failed"] == [
        {
            "path": "-",
            "reason": "standard input is empty: put the article's text into it, or leave it out.",
        }
    ]
