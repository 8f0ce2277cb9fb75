"""Engines that other packages bring, by an entry point: one that is broken is one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from casefile.core.flaws import flaw
from casefile.errors import CasefileError, NoEngine, NotExtracted
from casefile.extraction.engine import Engine
from casefile.model.article import Article
from casefile.model.findings import Findings

GROUP = "casefile.engines"
"""The group of entry points; each names a class that is an :class:`Engine`."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """An entry point, before anything of it is loaded."""

    point: EntryPoint

    @property
    def name(self) -> str:
        """The word by which the reader chooses the engine."""
        return self.point.name

    @property
    def package(self) -> str:
        """The distribution that brings it."""
        return self.point.dist.name if self.point.dist else "an unknown package"

    def __str__(self) -> str:
        return f"The engine {self.name!r} of the package {self.package}"


def plugins() -> list[Plugin]:
    """Return the engines that packages bring, in order of name; loads none of them."""
    found = {point.name: point for point in entry_points(group=GROUP)}
    return [Plugin(found[name]) for name in sorted(found)]


def plugin_named(name: str) -> Plugin | None:
    """Return the engine that a package brings under this name, or None."""
    return next((plugin for plugin in plugins() if plugin.name == name), None)


def guarded(plugin: Plugin) -> Engine:
    """Return the engine, held to its promises.

    Raises:
        NoEngine: It cannot be loaded, or lacks a part of what an engine is.
    """
    with _its_fault(plugin, NoEngine, "cannot be loaded"):
        made = plugin.point.load()()
    parts = {part for part in vars(Engine) if not part.startswith("_")}
    if lacking := sorted(parts.difference(dir(made))):
        raise NoEngine(
            f"{plugin} does not fit this casefile, as it has no {lacking[0]!r}: update it."
        )
    return _Guarded(plugin, made)


@dataclass(frozen=True, slots=True)
class _Guarded:
    """Somebody else's engine: whatever it raises is one sentence, and what it finds fits."""

    plugin: Plugin
    made: Engine

    @property
    def name(self) -> str:
        return self.plugin.name

    @property
    def about(self) -> str:
        with _its_fault(self.plugin, NoEngine, "does not work"):
            return str(self.made.about)

    @property
    def fingerprint(self) -> str:
        with _its_fault(self.plugin, NoEngine, "does not work"):
            return str(self.made.fingerprint)

    @property
    def is_costly(self) -> bool:
        with _its_fault(self.plugin, NoEngine, "does not work"):
            return bool(self.made.is_costly)

    @property
    def is_remote(self) -> bool:
        with _its_fault(self.plugin, NoEngine, "does not work"):
            return bool(self.made.is_remote)

    def missing(self) -> str | None:
        with _its_fault(self.plugin, NoEngine, "does not work"):
            missing = self.made.missing()
            return None if missing is None else str(missing)

    def extract(self, article: Article) -> Findings:
        with _its_fault(self.plugin, NotExtracted, f"failed on {article.path}"):
            found = self.made.extract(article)
        wrong = (
            flaw(found, len(article.text)) if isinstance(found, Findings) else "not Findings at all"
        )
        if wrong:
            raise NotExtracted(f"{self.plugin} gave what does not fit {article.path}: {wrong}.")
        return found

    def left_out(self, article: Article) -> str | None:
        with _its_fault(self.plugin, NotExtracted, f"failed on {article.path}"):
            return self.made.left_out(article)


@contextmanager
def _its_fault(plugin: Plugin, kind: type[CasefileError], what: str) -> Iterator[None]:
    """Raise for anything that goes wrong in somebody else's code one sentence that names it."""
    try:
        yield
    except (CasefileError, MemoryError, RecursionError):
        raise
    # A stranger's code may raise anything; here alone, and nothing is swallowed.
    except Exception as error:
        said = " ".join(str(error).split()).rstrip(".")
        why = f"{type(error).__name__}: {said}" if said else type(error).__name__
        raise kind(f"{plugin} {what} ({why}): ask its makers.") from error
