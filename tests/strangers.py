"""A stranger's package that brings engines: installed in a folder of the test, by its metadata."""

import sys
from pathlib import Path

import pytest

PACKAGE = "strange-engines"

MODULE = "strange_engines"

CODE = '''
"""Engines of all manners, on top of the rules."""

from dataclasses import replace
from pathlib import Path

from casefile.errors import CasefileError, NotExtracted
from casefile.extraction.rules.engine import RulesEngine
from casefile.model.findings import Findings
from casefile.model.words import Span


class Slow:
    """The rules, counted in a file; what it finds depends on a word in another."""

    name = "slow"
    about = "the rules, counted"
    is_costly = True
    is_remote = False

    @property
    def fingerprint(self):
        return "slow-" + _read("version", "1")

    def missing(self):
        return None

    def left_out(self, article):
        return None

    def extract(self, article):
        with _file("calls").open("a") as file:
            file.write(article.path + "\\n")
        found = RulesEngine().extract(article)
        wanted = _read("only", "")
        if wanted:
            kept = [at for at, one in enumerate(found.entities) if wanted in one.name]
            found = Findings(
                entities=tuple(found.entities[at] for at in kept),
                mentions=tuple(
                    replace(one, entity=kept.index(one.entity))
                    for one in found.mentions
                    if one.entity in kept
                ),
                facts=tuple(
                    replace(one, event=None, about=(), attribution=()) for one in found.facts[1:]
                ),
            )
        return replace(found, remarks=("read slowly.",))


class Remote(Slow):
    name = "remote"
    is_remote = True


class Absent(Slow):
    name = "absent"
    about = "a model that is not there"

    @property
    def fingerprint(self):
        raise AssertionError("asked for where it is missing")

    def missing(self):
        return "The model is not installed: pip install model."


class Crashing(Slow):
    name = "crashing"

    def extract(self, article):
        raise KeyError("a hole in\\nthe code")


class Refusing(Slow):
    name = "refusing"

    def extract(self, article):
        if "courier" in article.path:
            raise NotExtracted(f"{article.path} is beyond me.")
        return RulesEngine().extract(article)


class Down(Slow):
    name = "down"

    def extract(self, article):
        raise CasefileError("The server does not answer: start it.")


class Lying(Slow):
    name = "lying"

    def extract(self, article):
        found = RulesEngine().extract(article)
        beyond = Span(0, len(article.text) + 1)
        return replace(found, mentions=(replace(found.mentions[0], span=beyond),))


class Nothing(Slow):
    name = "nothing"

    def extract(self, article):
        return None


class Old:
    name = "old"
    fingerprint = "1"

    def extract(self, article):
        return None


class Unmade:
    def __init__(self):
        raise OSError("no disk")


def _file(name):
    return Path(__file__).with_name(name)


def _read(name, otherwise):
    return _file(name).read_text() if _file(name).exists() else otherwise
'''

POINTS = (
    "slow:Slow",
    "remote:Remote",
    "absent:Absent",
    "crashing:Crashing",
    "refusing:Refusing",
    "down:Down",
    "lying:Lying",
    "nothing:Nothing",
    "old:Old",
    "unmade:Unmade",
    "gone:NotThere",
    "rules:Crashing",
)
"""``name:class``; the last has the name of one of ours."""


class Strangers:
    """The package, where a test steers it and asks what was called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def calls(self) -> list[str]:
        """Return the paths of the articles that a costly engine was asked to read, and forget."""
        file = self.folder / "calls"
        found = file.read_text().split() if file.exists() else []
        file.unlink(missing_ok=True)
        return found

    def say(self, name: str, word: str) -> None:
        """Set ``version`` (of the fingerprint) or ``only`` (the names that are found)."""
        (self.folder / name).write_text(word)


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Strangers:
    """Put the package where Python finds it, in this process and those it starts."""
    folder.mkdir()
    (folder / f"{MODULE}.py").write_text(CODE, encoding="utf-8")
    info = folder / f"{MODULE}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {PACKAGE}\nVersion: 1.0\n")
    lines = (point.replace(":", f" = {MODULE}:") for point in POINTS)
    (info / "entry_points.txt").write_text("[casefile.engines]\n" + "\n".join(lines) + "\n")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.delitem(sys.modules, MODULE, raising=False)
    return Strangers(folder)
