"""Whose body it is: two countries of one article may each have a Foreign Ministry."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from casefile.extraction.rules.names.candidates import POSSESSIVES
from casefile.extraction.rules.names.drafts import Draft
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.tokens import Line


class Owner(NamedTuple):
    """The country that a body is said to belong to, and the token its wording begins at."""

    country: str
    first: int


def owner_of(draft: Draft, line: Line, gazetteer: Gazetteer) -> Owner | None:
    """Read ``Norway's Foreign Ministry`` and ``the Chilean foreign ministry``; None if unsaid."""
    last = draft.first - 1
    table = gazetteer.demonyms
    if line.word(last) in POSSESSIVES:
        table = gazetteer.countries
        last -= 1
    for first in (last - 1, last):
        if line.is_capitalised(first):
            country = table.get(line.name(first, last))
            if country is not None:
                return Owner(country, first)
    return None


class Owners:
    """Tells bodies of one name apart where the article gives them to several countries."""

    def __init__(self, told: Iterable[tuple[str, Owner | None]]) -> None:
        self._countries: defaultdict[str, set[str]] = defaultdict(set)
        for body, owner in told:
            if owner is not None:
                self._countries[body].add(owner.country)
        self._latest: dict[str, str] = {}

    def key(self, body: str, owner: Owner | None) -> str:
        """Return the key of a body here: of its owner, else of whose it last was said to be."""
        if len(self._countries.get(body, ())) < 2:
            return body
        if owner is not None:
            self._latest[body] = owner.country
        country = self._latest.get(body) or min(self._countries[body])
        return f"{body} of {country}"
