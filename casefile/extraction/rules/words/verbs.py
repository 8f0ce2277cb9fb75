"""Word lists of what is said and done: verbs with their forms, words and phrases.

Each list lies in ``casefile/extraction/data``, in sections under a name in brackets.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LISTS = ("grammar.txt", "speech.txt", "events.txt", "moods.txt")
"""The lists that this file reads."""

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str

    def forms(self) -> frozenset[str]:
        """Return every form."""
        return frozenset((self.base, self.third, self.past, self.participle, self.ing))

    def finite(self) -> frozenset[str]:
        """Return the forms that can carry a clause: base, third person, past."""
        return frozenset((self.base, self.third, self.past))


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of each section of a list, without notes and blank lines."""
    text = (files("casefile.extraction") / "data" / name).read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    here: list[str] = []
    for line in text.splitlines():
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if bare.startswith("[") and bare.endswith("]"):
            here = found.setdefault(bare[1:-1], [])
        else:
            here.append(bare)
    return MappingProxyType({title: tuple(rows) for title, rows in found.items()})


@cache
def words(name: str, section: str) -> frozenset[str]:
    """Return the words of a section whose lines are words parted by blanks."""
    return frozenset(word for line in sections(name)[section] for word in line.split())


@cache
def phrases(name: str, section: str) -> tuple[str, ...]:
    """Return the phrases of a section, parted by ``|`` or line ends, longest first."""
    found = {part.strip() for line in sections(name)[section] for part in line.split("|")}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def verbs(name: str, section: str) -> tuple[Verb, ...]:
    """Return the verbs of a section, in the order of the list."""
    return tuple(inflect(line) for line in sections(name)[section])


def inflect(line: str) -> Verb:
    """Return a verb from its five forms, or from a base form that bends regularly.

    >>> inflect("deny").past, inflect("urge").ing, inflect("reach").third
    ('denied', 'urging', 'reaches')
    """
    forms = line.split()
    if len(forms) == 5:
        return Verb(*forms)
    (base,) = forms
    if base.endswith("y") and base[-2] not in _VOWELS:
        return Verb(base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing")
    third = f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh")) else f"{base}s"
    past = f"{base}d" if base.endswith("e") else f"{base}ed"
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    return Verb(base, third, past, past, f"{stem}ing")


def alternatives(choices: Iterable[str]) -> str:
    """Return the choices as the inside of a regular expression group, longest first.

    Shared beginnings are written once, which makes long lists ten times as fast.

    >>> alternatives(["met", "meets", "meet"])
    'me(?:et(?:s)?|t)'
    """
    tree: _Tree = {}
    for choice in choices:
        node = tree
        for letter in choice:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(tree)


_Tree = dict[str, "_Tree"]


def _pattern(node: _Tree) -> str:
    options = [re.escape(letter) + _pattern(node[letter]) for letter in sorted(node) if letter]
    if not options:
        return ""
    if "" in node:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
