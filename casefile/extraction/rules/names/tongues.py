"""What places and bodies are called in other tongues: one table a tongue, made when asked for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import NamedTuple

from casefile.extraction.rules.names.drafts import Label
from casefile.extraction.rules.words.gazetteer import load_gazetteer, read_packed
from casefile.extraction.rules.words.lexicon import forms, rows

WORDS = re.compile(r"[^\W\d_]+")
"""Words of letters alone: "l'Italie" is two, and so is "Guinée-Bissau"."""

UNSPACED = frozenset({"ja", "zh"})
"""Tongues written without blanks, where a name may begin and end anywhere."""

_OTHER_SCRIPTS = UNSPACED | {"ko", "ru", "uk", "ar", "el", "he", "th", "hi"}
"""Tongues whose own letters are not Latin: of Latin names only the largest are looked for."""

_LONGEST_ENDING = 2
_SHORTEST_INFLECTED = 4
"""Letters of the shortest word that gets case endings; short ones are acronyms."""

_SHORTEST_SHOUTED = 4
"""Letters of the shortest form that is also looked for in capitals."""


class Known(NamedTuple):
    """What a form of a tongue names; NOTHING where it only seems to."""

    label: Label
    name: str
    """The name by which we show it."""
    is_large: bool = True
    """Whether it is a country, a body, a capital or a large city: known without more."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The names of one tongue and how they stand in its texts."""

    code: str
    """ISO 639-1."""
    names: Mapping[tuple[str, ...], Known]
    """Words of a form to what it names; in an unspaced tongue the one word is the form."""
    openers: Mapping[str, int]
    """First word of a form to the words of the longest; unspaced, first sign to its signs."""
    suffixes: tuple[str, ...]
    """What a word may have behind a name without a blank, longest first."""
    before: frozenset[str]
    """What must stand before a lesser city; empty where it may stand free."""
    particles: frozenset[str]
    """Small words inside the name of a person."""


def tongue_of(language: str | None) -> str | None:
    """Return the ISO 639-1 code of a language tag; None for English and where it is unknown.

    >>> tongue_of("pt-BR"), tongue_of("en-GB"), tongue_of(None)
    ('pt', None, None)
    """
    code = (language or "").lower().replace("_", "-").split("-")[0]
    return None if code in ("", "en", "und") else code


def evened(word: str) -> str:
    """Return a word as long as it was, without the dots that Russian may leave out."""
    return word.replace("ё", "е").replace("Ё", "Е")


@cache
def load_tongue(code: str) -> Tongue:
    """Read the tables of a tongue; takes some 0.1 s once, later calls nothing.

    A tongue without tables of its own gets the English names and those of large cities.
    """
    is_unspaced = code in UNSPACED
    found: dict[tuple[str, ...], Known] = {}
    openers: defaultdict[str, int] = defaultdict(int)
    for form, known in _names(code):
        words = (form,) if is_unspaced else tuple(WORDS.findall(evened(form)))
        if words:
            found[words] = known
            opener, length = (form[0], len(form)) if is_unspaced else (words[0], len(words))
            openers[opener] = max(length, openers[opener])
    return Tongue(
        code,
        found,
        dict(openers),
        tuple(sorted(_own("suffix", code), key=lambda one: (-len(one), one))),
        frozenset(_own("before", code)),
        frozenset(_own("particle", code)),
    )


def _names(code: str) -> Iterator[tuple[str, Known]]:
    """Yield every form with what it names; of two the later wins."""
    gazetteer = load_gazetteer()
    if code not in _OTHER_SCRIPTS:
        for city in gazetteer.cities:
            if not any(sign.isdigit() for sign in city):
                yield city, Known(Label.PLACE, city, is_large=False)
    for body, full in gazetteer.bodies.items():
        if " " in body or body.lower() not in gazetteer.words:
            yield body, Known(Label.ORGANIZATION, full)
    packed = read_packed(frozenset({"exonym", f"tongue:{code}"}))
    for row in (row for rows_ in packed["exonym"].values() for row in rows_):
        for form in row.split("="):
            yield from _cased(form, Known(Label.PLACE, row.split("=")[0]), code)
    for capital in gazetteer.capitals.values():
        yield capital, Known(Label.PLACE, capital)
    table = packed[f"tongue:{code}"]
    if not table:
        for form, shown in gazetteer.countries.items():
            yield form, Known(Label.PLACE, shown)
    for iso, names in table.items():
        if iso in gazetteer.by_code:
            for form in names:
                yield from _cased(form, Known(Label.PLACE, gazetteer.by_code[iso]), code)
    yield from _own_names(code)


def _own_names(code: str) -> Iterator[tuple[str, Known]]:
    gazetteer = load_gazetteer()
    for what, where, names in _rows():
        if where not in (code, "*"):
            continue
        if what in gazetteer.bodies:
            known = Known(Label.ORGANIZATION, gazetteer.bodies[what])
        elif what in gazetteer.by_code:
            known = Known(Label.PLACE, gazetteer.by_code[what])
        elif what == "trap":
            known = Known(Label.NOTHING, "")
        else:
            continue
        for form in names:
            yield from _cased(form, known, code)


def _cased(form: str, known: Known, code: str) -> Iterator[tuple[str, Known]]:
    """Yield a form, the same in capitals, and those of its grammatical cases."""
    endings = _endings(code)
    yield form, known
    if len(form) >= _SHORTEST_SHOUTED and form[0].isupper():
        yield form.upper(), known
        for cases in product(*(_cases(word, endings) for word in form.split(" "))):
            yield " ".join(cases), known


def _cases(word: str, endings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the other forms of a word by how it ends; itself where it keeps one form."""
    if len(word) >= _SHORTEST_INFLECTED:
        for size in (_LONGEST_ENDING, 1):
            if word[-size:] in endings:
                return tuple(word[:-size] + ending for ending in endings[word[-size:]])
    return (word,)


@cache
def _endings(code: str) -> dict[str, tuple[str, ...]]:
    found = {}
    for what, where, (nominative, *others) in _rows():
        if what == "ending" and where == code:
            found[nominative] = tuple(others)
    return found


def _own(what: str, code: str) -> Iterable[str]:
    return [
        form
        for kind, where, forms_ in _rows()
        if kind == what and where in (code, "*")
        for form in forms_
    ]


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    found = []
    for row in rows("tongues.txt"):
        what, where, field = row.split(";", 2)
        found.append((what.strip(), where.strip(), forms(field)))
    return tuple(found)
