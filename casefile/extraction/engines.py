"""Which engines there are: the word by which the reader chooses one, and what makes it.

What looks through other packages is imported where it is needed: the metadata of all that
is installed costs up to 60 ms, and our own engines need none of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from casefile.errors import CasefileError, NoEngine
from casefile.extraction.engine import Engine

DEFAULT = "rules"
"""The engine that needs nothing but casefile itself."""

BUILT_IN: Mapping[str, str] = MappingProxyType(
    {
        "rules": "casefile.extraction.rules.engine:RulesEngine",
        "spacy": "casefile.extraction.spacy_engine.engine:SpacyEngine",
        "llm": "casefile.extraction.llm.engine:LlmEngine",
    }
)
"""Where the class of each of our own engines lies.

The same lines stand in pyproject.toml, as for any package that brings an engine.
"""

OWN = "casefile-tui"
"""The distribution that brings these."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What there is to say of an engine before it is chosen."""

    name: str
    about: str
    package: str
    """The distribution that brings it."""
    missing: str | None = None
    """Why it cannot run here and what to do, a sentence; None where it is ready."""
    fingerprint: str | None = None
    """None where it cannot run here."""


def engine(name: str = DEFAULT) -> Engine:
    """Return the engine of that name, ready to extract.

    Raises:
        NoEngine: There is none of that name, or it cannot run here; the sentence says
            which there are, or what to install.
    """
    chosen = _made(name)
    if missing := chosen.missing():
        raise NoEngine(missing)
    return chosen


def listed() -> Iterator[Listed]:
    """Yield every engine that is installed, our own first, each group by name.

    One that cannot be loaded is listed with the reason.
    """
    from casefile.extraction.plugins import plugins

    for name in BUILT_IN:
        yield _listed(name, OWN)
    for plugin in plugins():
        if plugin.name not in BUILT_IN:
            yield _listed(plugin.name, plugin.package)


def _listed(name: str, package: str) -> Listed:
    about = ""
    try:
        one = _made(name)
        about = one.about
        if missing := one.missing():
            return Listed(name, about, package, missing=missing)
        return Listed(name, about, package, fingerprint=one.fingerprint)
    except CasefileError as error:
        return Listed(name, about, package, missing=str(error))


def _made(name: str) -> Engine:
    """Return the engine of that name, whether or not it can run here."""
    if name in BUILT_IN:
        module, _, made = BUILT_IN[name].partition(":")
        found: Engine = getattr(import_module(module), made)()
        return found
    from casefile.extraction.plugins import guarded, plugin_named, plugins

    plugin = plugin_named(name)
    if plugin is None:
        known = sorted({*BUILT_IN, *(one.name for one in plugins())})
        raise NoEngine(f"There is no engine {name!r}: choose {_either(known)}.")
    return guarded(plugin)


def _either(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
