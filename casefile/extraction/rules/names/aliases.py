"""Which names of one article are one entity."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from casefile.core import folding
from casefile.core.bodies import body_key
from casefile.core.persons import person_key
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.lexicon import section

_DROPPED = section("dropped from the name of a company")
"""What the short name of a company leaves out beside its legal form: Airlines, Motor."""

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

_MOST_BEARERS = 100
"""Persons of one name in one text among whom the right one is looked for."""


def fold(name: str) -> str:
    """Return the comparison key of a name; the letters of "U.N." are one word."""
    return folding.fold(name.replace(".", ""))


def initials(folded: str) -> str:
    """Return the first letters of the words of a folded name, small words left out."""
    return "".join(word[0] for word in folded.split() if word not in _SMALL)


def brand_of(name: str, gazetteer: Gazetteer) -> str | None:
    """Return a company's name without its line of business; None where it has none.

    What is left of it must not be a known name itself: Kenya is not Kenya Airways.
    """
    words = name.split()
    at = len(words)
    while at > 1 and words[at - 1] in _DROPPED:
        at -= 1
    brand = " ".join(words[:at])
    return brand if at < len(words) and not gazetteer.knows(brand) else None


@lru_cache(maxsize=1)
def _folded(names: frozenset[str]) -> frozenset[str]:
    """Return the names without case; kept, since every article asks for the same."""
    return frozenset(name.casefold() for name in names)


class People:
    """The persons of one article, told apart while it is read from start to end.

    A name of several words introduces somebody, or is somebody known: the same words, the
    same without the middle ones, the same in another order, or a part of a longer name. A
    single word belongs to whom it is the family name of; of several, to whom the article
    has named most often, then most recently.
    """

    def __init__(self, full_names: Iterable[str], gazetteer: Gazetteer) -> None:
        self._family_first = _folded(gazetteer.family_first)
        self._named: Counter[str] = Counter()
        self._latest: dict[str, int] = {}
        self._clock = 0
        self._keys: dict[str, str] = {}
        """Folded name of several words to the key of its person."""
        self._orders: dict[str, str] = {}
        """What a name is in any order to the key of its person."""
        self._with_word: defaultdict[str, list[str]] = defaultdict(list)
        """Word of a name to the keys of those who bear it, in order of the text."""
        given = dict.fromkeys(fold(name) for name in full_names)
        for folded in sorted(given, key=lambda name: -len(name.split())):
            self._keys[folded] = self._known_as(folded) or self._introduce(folded)
        order = {folded: number for number, folded in enumerate(given)}
        for keys in self._with_word.values():
            keys.sort(key=lambda key: order[key])

    def key(self, name: str) -> str:
        """Return the key of the person that a name means here; call it in order of the text."""
        folded = fold(name)
        found = self._keys.get(folded) or self._known_as(folded) or self._bearer(folded) or folded
        self._clock += 1
        self._named[found] += 1
        self._latest[found] = self._clock
        return found

    def _introduce(self, folded: str) -> str:
        for word in dict.fromkeys(folded.split()):
            self._with_word[word].append(folded)
        self._orders.setdefault(person_key(folded), folded)
        return folded

    def _known_as(self, folded: str) -> str | None:
        """Return the longer name already known that this one shortens."""
        words = folded.split()
        if len(words) < 2:
            return None
        if turned := self._orders.get(person_key(folded)):
            return turned
        rarest = min((self._with_word.get(word, []) for word in words), key=len)
        for key in rarest[:_MOST_BEARERS]:
            longer = key.split()
            if len(words) == 2 and _ends(longer) == (words[0], words[1]):
                return key
            starts = range(len(longer) - len(words) + 1)
            if any(longer[at : at + len(words)] == words for at in starts):
                return key
        return None

    def _bearer(self, word: str) -> str | None:
        """Return whom a single word means: by family name first, then by any other."""
        with_word = self._with_word.get(word, [])[:_MOST_BEARERS]
        bearers = [key for key in with_word if word == self._family(key)] or with_word
        named = [key for key in bearers if self._named[key]]
        if named:
            return max(named, key=lambda key: (self._named[key], self._latest[key]))
        return bearers[0] if bearers else None

    def _family(self, key: str) -> str:
        """Return the family name in a name: the last word, in the East the first."""
        first, last = _ends(key.split())
        return first if first in self._family_first else last


def _ends(words: list[str]) -> tuple[str, str]:
    """Return the first and the last word of a name, past Jr and III."""
    kept = [word for word in words if word not in _SUFFIXES] or words
    return kept[0], kept[-1]


def _tails(folded: Iterable[str]) -> dict[str, str]:
    """Return what of a long name is left without its first word, where one name has it.

    "Harbour Board" is the "Sallowmouth Harbour Board" of the same text; what is left has
    two words at least, for a bare "Board" may be any.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for long in folded:
        _, _, rest = long.partition(" ")
        if " " in rest and rest.split()[0] not in _SMALL:
            found[rest].add(long)
    return {rest: long for rest, (long, *more) in found.items() if not more}


class Bodies:
    """The organizations of one article: full names, short forms and defined acronyms."""

    def __init__(self, names: Iterable[str], gazetteer: Gazetteer) -> None:
        self._bodies = gazetteer.bodies
        self._gazetteer = gazetteer
        self._defined: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        by_initials: defaultdict[str, set[str]] = defaultdict(set)
        keys = set()
        for full in sorted({self._full(name) for name in names}):
            key = body_key(full)
            keys.add(key)
            if full in self._bodies:
                self._shown[key] = full
            for folded in {fold(full), key}:
                if " " in folded:
                    by_initials[initials(folded)].add(key)
        self._by_initials = {
            short: full for short, (full, *more) in by_initials.items() if not more
        }
        self._longer = {short: long for short, long in _tails(keys).items() if short in keys}
        self._longer |= {
            short: long
            for long in sorted(keys)
            for short in self._short_forms(long)
            if short in keys
        }

    def define(self, short: str, full: str) -> None:
        """Take down that the article itself writes ``full (short)``."""
        self._defined[body_key(short)] = body_key(self._full(full))

    def key(self, name: str) -> str:
        """Return the key of the body that a name means in this article."""
        key = body_key(name)
        if key in self._defined:
            return self._defined[key]
        key = body_key(self._full(name))
        if " " not in key and name.replace(".", "").isupper():
            return self._by_initials.get(key, key)
        return self._longer.get(key, key)

    def shown(self, key: str) -> str | None:
        """Return the full name of a widely known body; None of any other."""
        return self._shown.get(key)

    def _full(self, name: str) -> str:
        return self._bodies.get(name, name)

    def _is_owner(self, words: str) -> bool:
        return words in self._gazetteer.demonyms or words in self._gazetteer.countries

    def _short_forms(self, long: str) -> Iterator[str]:
        """Yield a long name without the country or body that owns it, or its line of business."""
        words = long.split()
        for at in range(1, min(3, len(words) - 1)):
            owner = " ".join(words[:at])
            if self._is_owner(owner.title()) or owner.upper() in self._bodies:
                yield " ".join(words[at:])
        brand = brand_of(long.title(), self._gazetteer)
        if brand is not None:
            yield brand.lower()
