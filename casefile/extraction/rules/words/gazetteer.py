"""Known names: countries with their adjectives and capitals, regions, cities, bodies, people.

What lies where and under which licence is told in ``casefile/extraction/data/gazetteer.md``.
"""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from casefile.extraction.rules.words.lexicon import forms, rows, section

_DATA = files("casefile.extraction") / "data"

_SORT_OF_REGION = re.compile(r" (?:autonomous region|province|prefecture|state)$", re.IGNORECASE)
_NO_PLURAL = ("ese", "sh", "ch", "s", "x", "men", "man", "z")
"""Ends of adjectives that take no -s as a noun: Japanese, British, French, Swiss."""


class Opener(NamedTuple):
    """What is known of the names of several words that begin with a word."""

    longest: int
    """The words in the longest of them."""
    letters: frozenset[str]
    """The characters that their second words begin with."""


_NO_OPENER = Opener(0, frozenset())


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names that need no context; build it once with ``load_gazetteer``.

    A *shown* name is the one form by which we call a place or body.
    """

    countries: Mapping[str, str]
    """Every name of a country, in any script, to the shown one."""
    regions: Mapping[str, str]
    """Every name of a part of a country or of the world to the shown one."""
    cities: Mapping[str, str]
    """City to the shown name of its country; of two namesakes the larger."""
    spellings: Mapping[str, str]
    """Other spelling of a large city to the one we show: Rangoon, Yangon."""
    by_code: Mapping[str, str]
    """ISO 3166-1 code of a country to its shown name."""
    containers: Mapping[str, str]
    """Shown region to the shown name of its country."""
    capitals: Mapping[str, str]
    """Shown country to its capital."""
    demonyms: Mapping[str, str]
    """Adjective or noun of nationality to the shown name of the place."""
    governments: Mapping[str, str]
    """Shown country to what we call its government, such as ``Japanese government``."""
    states: Mapping[str, str]
    """What we call a government, to its shown country."""
    seats: Mapping[str, str]
    """City that may stand for a government, to the shown name of the country."""
    bodies: Mapping[str, str]
    """Every form of a widely known organization to its full name."""
    peoples: frozenset[str]
    """Adjectives and nouns of peoples and creeds that have no country."""
    given: frozenset[str]
    family: frozenset[str]
    family_first: frozenset[str]
    """Family names of Korea, China and Vietnam, where they stand first."""
    words: frozenset[str]
    """Common English words in small letters."""
    openers: Mapping[str, Opener]
    """First word of a known name of several words to what may follow it."""

    def country_of(self, place: str) -> str | None:
        """Return the country that a city or region lies in; None where none is known."""
        return self.cities.get(place) or self.containers.get(self.regions.get(place, place))

    def place(self, name: str) -> str | None:
        """Return the shown name of a known place; None where it is not known."""
        bare = _SORT_OF_REGION.sub("", name) if " " in name else name
        if shown := self.countries.get(name) or self.regions.get(bare):
            return shown
        return self.spellings.get(name, name) if name in self.cities else None

    def knows(self, name: str) -> bool:
        """Tell whether the name is a place, an adjective of one, or a body."""
        return (
            name in self.countries
            or name in self.regions
            or name in self.demonyms
            or name in self.bodies
            or name in self.cities
        )


@cache
def load_gazetteer() -> Gazetteer:
    """Read the shipped lists; takes some 50 ms once, later calls nothing."""
    packed = read_packed(_KINDS)
    country = _Countries(packed)
    regions, containers = _regions(country)
    states = {name: name for name in packed["state"]["US"] if name not in country.names}
    regions = states | regions
    containers = dict.fromkeys(states, country.shown["US"]) | containers
    cities = {
        name: country.shown[code]
        for code, names in packed["city"].items()
        if code in country.shown
        for name in names
        if name not in country.names
    }
    bodies = {form: forms(row)[0] for row in rows("bodies.txt") for form in forms(row)}
    known = (country.names, regions, country.demonyms, cities, bodies)
    people = section("given or family name")
    return Gazetteer(
        countries=country.names,
        regions=regions,
        cities=cities | {seat: country.shown[code] for seat, code in country.seats.items()},
        spellings=dict(_spellings(packed["exonym"], cities)) | country.spellings,
        by_code=country.shown,
        containers=containers,
        capitals=country.capitals,
        demonyms=country.demonyms,
        governments=country.governments,
        states={government: name for name, government in country.governments.items()},
        seats={
            seat: country.shown[code]
            for seat, code in country.ruling.items()
            if country.shown[code] in country.governments
        },
        bodies=bodies,
        peoples=section("people"),
        given=frozenset(packed["given"][""]) | people,
        family=frozenset(packed["family"][""]) | people | section("family name first"),
        family_first=section("family name first"),
        words=frozenset(packed["word"][""]),
        openers=_openers(known),
    )


def _spellings(
    exonyms: Mapping[str, Sequence[str]], cities: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for rows_ in exonyms.values():
        for row in rows_:
            shown, *others = row.split("=")
            yield from ((form, shown) for form in others if form in cities)


_KINDS = frozenset("country native capital city state given family word exonym".split())


def read_packed(kinds: frozenset[str]) -> dict[str, dict[str, list[str]]]:
    """Read the packed names of some kinds: kind to country code to names.

    It takes some 30 ms; the caller keeps what it needs.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    text = gzip.decompress((_DATA / "gazetteer.txt.gz").read_bytes()).decode()
    for line in text.splitlines():
        kind, code, names = line.split("\t")
        if kind in kinds:
            found[kind][code] = names.split("|")
    return found


class _Countries:
    """The tables of countries, made of the packed names and our own list."""

    def __init__(self, packed: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.shown: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.demonyms: dict[str, str] = {}
        self.governments: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        self.seats: dict[str, str] = {}
        self.ruling: dict[str, str] = {}
        self.spellings: dict[str, str] = {}
        own = {
            row[:2]: [forms(field) for field in row[3:].split(";")] for row in rows("countries.txt")
        }
        for code, names in packed["country"].items():
            demonyms, variants, seats = own.get(code, [(), (), ()])
            self._add_names(code, [*names, *packed["native"].get(code, ())], variants)
            self._add_demonyms(code, demonyms)
            self._add_seats(code, packed["capital"].get(code, []), seats)

    def _add_names(self, code: str, names: list[str], variants: tuple[str, ...]) -> None:
        shown = next((form[1:] for form in variants if form.startswith("=")), names[0])
        self.shown[code] = shown
        for form in _with_short((shown, *names, *variants)):
            bare = form.removeprefix("=").removeprefix("the ")
            self.names[bare] = self.names[bare.replace("’", "'")] = shown

    def _add_demonyms(self, code: str, demonyms: tuple[str, ...]) -> None:
        shown = self.shown[code]
        for form in _with_short(demonyms):
            if form not in self.names:
                self.demonyms[form] = shown
                if not form.endswith(_NO_PLURAL):
                    self.demonyms.setdefault(form + "s", shown)
        if demonyms:
            self.governments[shown] = f"{demonyms[0]} government"

    def _add_seats(self, code: str, capital: list[str], seats: tuple[str, ...]) -> None:
        is_namesake = seats[:1] == ("-",)
        spelled = [] if is_namesake else [tuple(seat.split("=")) for seat in seats]
        self.spellings |= {other: shown for shown, *others in spelled for other in others}
        if capital:
            self.capitals[self.shown[code]] = spelled[0][0] if spelled else capital[0]
        for seat in dict.fromkeys([*chain.from_iterable(spelled), *capital]):
            self.seats[seat] = code
            if not is_namesake:
                self.ruling[seat] = code


def _with_short(names: Iterable[str]) -> Iterator[str]:
    """Yield names, and those of a north or south as headlines shorten them: ``S African``."""
    for name in names:
        yield name
        side, _, rest = name.partition(" ")
        if side in ("North", "South") and rest:
            yield f"{side[0]} {rest}"
            yield f"{side[0]}. {rest}"


def _regions(country: _Countries) -> tuple[dict[str, str], dict[str, str]]:
    regions: dict[str, str] = {}
    containers: dict[str, str] = {}
    for row in rows("regions.txt"):
        names, adjectives, code = (forms(field) for field in row.split(";"))
        for name in names:
            regions.setdefault(name.removeprefix("the "), names[0])
        for adjective in adjectives:
            country.demonyms.setdefault(adjective, names[0])
            if not adjective.endswith(_NO_PLURAL):
                country.demonyms.setdefault(adjective + "s", names[0])
        if code and code[0] in country.shown:
            containers[names[0]] = country.shown[code[0]]
    return regions, containers


def _openers(tables: tuple[Mapping[str, str], ...]) -> dict[str, Opener]:
    """Map the first word of every name of several words to what may follow it."""
    found: dict[str, Opener] = {}
    for table in tables:
        for name in table:
            if " " in name:
                words = name.split()
                opener = words[0].rstrip("'’")
                known = found.get(opener, _NO_OPENER)
                letters = known.letters | {words[1][0]}
                found[opener] = Opener(max(known.longest, len(words)), letters)
    return found
