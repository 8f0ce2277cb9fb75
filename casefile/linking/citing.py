"""Which source a citation means: the report of that outlet that came before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casefile.core.folding import bare_name, fold


@dataclass(frozen=True, slots=True)
class Publication:
    """Who published a source, and when at the latest."""

    source: int
    publisher: str
    latest: date | None


ByOutlet = Mapping[str, Sequence[Publication]]
"""Publications by the key of their outlet, so that many citations are looked up fast."""


def by_outlet(publications: Iterable[Publication]) -> ByOutlet:
    """Group publications for :func:`meant_source`."""
    found: dict[str, list[Publication]] = defaultdict(list)
    for one in publications:
        found[_key(one.publisher)].append(one)
    return found


def meant_source(
    name: str, citing: int, published: date | None, publications: ByOutlet
) -> int | None:
    """Return the latest report of the named outlet that is no later than the citing one.

    None where the case holds none. A source never cites itself.
    """
    fitting = [
        one
        for one in publications.get(_key(name), ())
        if one.source != citing
        and (published is None or one.latest is None or one.latest <= published)
    ]
    return max(fitting, key=_recency).source if fitting else None


def _key(outlet: str) -> str:
    return fold(bare_name(outlet))


def _recency(one: Publication) -> tuple[date, int]:
    return (one.latest or date.min, -one.source)
