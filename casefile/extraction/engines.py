"""Which engines there are: the word by which the reader chooses one, and what makes it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from casefile.errors import CasefileError
from casefile.extraction.engine import Engine
from casefile.extraction.rules.engine import RulesEngine

DEFAULT = "rules"
"""The engine that needs nothing but casefile itself."""

ENGINES: Mapping[str, Callable[[], Engine]] = MappingProxyType({DEFAULT: RulesEngine})


def engine(name: str = DEFAULT) -> Engine:
    """Return the engine of that name, ready to extract.

    Raises:
        CasefileError: There is no engine of that name.
    """
    if name not in ENGINES:
        known = ", ".join(sorted(ENGINES))
        raise CasefileError(f"There is no engine {name!r}: choose one of {known}.")
    return ENGINES[name]()
