"""Which source a citation means: the report of that outlet that came before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casefile.core.folding import bare_name, fold


@dataclass(frozen=True, slots=True)
class Publication:
    """Who published a source, and when at the latest."""

    source: int
    publisher: str
    latest: date | None


def meant_source(
    name: str, citing: int, published: date | None, publications: Sequence[Publication]
) -> int | None:
    """Return the latest report of the named outlet that is no later than the citing one.

    None where the case holds none. A source never cites itself.
    """
    wanted = fold(bare_name(name))
    fitting = [
        one
        for one in publications
        if one.source != citing
        and fold(bare_name(one.publisher)) == wanted
        and (published is None or one.latest is None or one.latest <= published)
    ]
    return max(fitting, key=_recency).source if fitting else None


def _recency(one: Publication) -> tuple[date, int]:
    return (one.latest or date.min, -one.source)
