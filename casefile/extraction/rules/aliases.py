"""Which names of one article are one entity."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from casefile.core import folding
from casefile.extraction.rules.gazetteer import Gazetteer

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


class People:
    """The persons of one article, told apart while it is read from start to end.

    A name of several words introduces somebody, or is somebody known: the same words, the
    same without the middle ones, or a part of a longer name. A single word belongs to
    whom it is the family name of; of several, to whom the article has named most often,
    then most recently.
    """

    def __init__(self, full_names: Iterable[str], gazetteer: Gazetteer) -> None:
        self._family_first = {name.casefold() for name in gazetteer.family_first}
        self._named: Counter[str] = Counter()
        self._latest: dict[str, int] = {}
        self._clock = 0
        self._keys: dict[str, str] = {}
        """Folded name of several words to the key of its person."""
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
        return folded

    def _known_as(self, folded: str) -> str | None:
        """Return the longer name already known that this one shortens."""
        words = folded.split()
        if len(words) < 2:
            return None
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
        by_initials: defaultdict[str, set[str]] = defaultdict(set)
        folded = {fold(self._bodies.get(name, name)) for name in names}
        for name in folded:
            if " " in name:
                by_initials[initials(name)].add(name)
        self._by_initials = {
            short: full for short, (full, *more) in by_initials.items() if not more
        }
        tails = _tails(folded)
        self._longer = {short: long for short, long in tails.items() if short in folded}
        self._longer |= {
            short: long
            for long in sorted(folded)
            for short in self._short_forms(long)
            if short in folded
        }

    def define(self, short: str, full: str) -> None:
        """Take down that the article itself writes ``full (short)``."""
        self._defined[fold(short)] = fold(self._bodies.get(full, full))

    def key(self, name: str) -> str:
        """Return the key of the body that a name means in this article."""
        folded = fold(name)
        if folded in self._defined:
            return self._defined[folded]
        folded = fold(self._bodies.get(name, name))
        if " " not in folded and name.replace(".", "").isupper():
            return self._by_initials.get(folded, folded)
        return self._longer.get(folded, folded)

    def _short_forms(self, long: str) -> Iterable[str]:
        """Yield a long name without the country or body that owns it."""
        words = long.split()
        for at in range(1, min(3, len(words) - 1)):
            owner = " ".join(words[:at]).title()
            is_owner = owner in self._gazetteer.demonyms or owner in self._gazetteer.countries
            if is_owner or owner.upper() in self._bodies:
                yield " ".join(words[at:])
