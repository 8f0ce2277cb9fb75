"""Read a pile of reports as one case.

``casefile.Case`` opens a case file; it is imported when first asked for, so
that ``import casefile`` costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casefile.case import Case

__version__ = "0.1.0"
__all__ = ["Case", "__version__"]


def __getattr__(name: str) -> Any:
    if name == "Case":
        from casefile.case import Case

        return Case
    raise AttributeError(f"module 'casefile' has no attribute {name!r}")
