"""What starts must start fast: heavy libraries wait until they are needed."""

import subprocess
import sys

import pytest


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a statement loads in a new process."""
    code = f"{statement}\nimport sys\nprint(' '.join({{m.partition('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


HEAVY = {"textual", "rich", "trafilatura", "lxml", "babel", "sqlite_utils", "rapidfuzz"}


@pytest.mark.parametrize(
    ("statement", "also"),
    [
        ("import casefile", {"click", "casefile.case"}),
        ("import casefile.cli.run", set[str]()),
        ("import casefile.case", {"markdown_it"}),
        ("import casefile.cli.showing, casefile.cli.adding, casefile.cli.files", set[str]()),
    ],
)
def test_a_command_loads_nothing_heavy(statement: str, also: set[str]) -> None:
    assert not loaded_by(statement) & (HEAVY | also)


def test_the_browser_loads_what_its_first_screen_needs() -> None:
    heavy = HEAVY - {"textual", "rich"} | {"anyascii"}
    assert not loaded_by("import casefile.case, casefile.tui.app") & heavy


def test_the_help_loads_no_command() -> None:
    code = "from casefile.cli import main; main(['--help']); import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Read articles into a case." in done.stdout
    modules = set(done.stdout.splitlines()[-1].split())
    assert "casefile.case" not in modules
    assert "textual" not in modules


def test_the_browser_opens_without_what_only_decisions_need() -> None:
    code = "import casefile.case, casefile.tui.app, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    later = {"casefile.store.carrying", "casefile.store.portable", "casefile.store.hand"}
    later |= {"casefile.core.clashes", "casefile.core.histories", "casefile.tui.screens.over"}
    assert not later & set(done.stdout.split())
