"""README is true: its key table, its commands, its picture."""

import re
import runpy
from pathlib import Path

import pytest

from casefile.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_key_table_is_the_one_of_the_browser() -> None:
    made = runpy.run_path(str(ROOT / "tests" / "project" / "make_readme.py"))
    assert made["readme_text"]() == README, "run tests/project/make_readme.py"


def test_every_command_that_readme_names_is_there() -> None:
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
    named = set(re.findall(r"^casefile ([a-z]+) ", blocks, re.MULTILINE))
    assert named
    assert named <= COMMANDS.keys()


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)h][^)]*)\)", README))
def test_every_file_that_readme_links_to_is_there(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_picture_fetches_nothing() -> None:
    picture = (ROOT / ".assets" / "browser.svg").read_text(encoding="utf-8")
    assert "url(" not in re.sub(r"url\(#", "", picture)
    assert "@font-face" not in picture
    assert "casefile" in picture


def test_the_changelog_has_a_place_for_what_is_new() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased" in changelog
