"""What starts must start fast: heavy libraries wait until they are needed."""

import subprocess
import sys
from pathlib import Path

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


def test_a_card_opens_without_what_links_extracts_and_searches(tmp_path: Path) -> None:
    article, path = tmp_path / "talks.txt", tmp_path / "talks.casefile"
    article.write_text("Rosa Okafor met Karl Lund in Geneva on 3 May 2024, she said.\n")
    subprocess.run([sys.executable, "-m", "casefile", "add", path, article], check=True)
    code = """
import sys
from pathlib import Path
from casefile.case import Case
from casefile.model.words import Kind, Ref
from casefile.tui.screens.loading import load
from casefile.tui.screens.place import Target
case = Case(Path(sys.argv[1]))
for kind in (Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT):
    for id in case.ids(kind, limit=1):
        load(case, Target(Ref(kind, id), card=True))
print(kind, *sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "casefile.deeds.linked" in loaded
    assert not {one.partition(".")[0] for one in loaded} & (HEAVY - {"textual", "rich"})
    rooms = {".".join(one.split(".")[:2]) for one in loaded}
    assert not rooms & {"casefile.linking", "casefile.extraction", "casefile.search"}
