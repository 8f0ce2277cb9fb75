"""The query line: what was typed, taken apart. Unfinished or hostile input is never an error.

Terms side by side must all hold; ``a | b`` (spaces round the bar) binds tighter: either holds.
What each means over a row that is found by its name (source, entity, event) and over words
that are found by reading (text of a source, fact, note):

==================  ==================================  ======================================
typed               a name holds it if                  words hold it if
==================  ==================================  ======================================
``kim jong``        it is alike: typos, sounds, order   all stand there; the last may go on
``"exact words"``   the words stand in it as a row      the words stand there as a row
``'wild``           it contains the letters             a word begins so
``'wild'``          as ``"wild"``                       as ``"wild"``
``^begins``         it begins so                        the text, statement or note begins so
``ends$``           it ends so                          it ends with these whole words
``^all$``           it is just this                     it begins and ends so
``~sounds``         it, or words of it, sounds so       never: sounds are looked for in names
``!not``            it has no ``'not``; so ``!"a b"``   no word begins so; so ``!"a b"``
==================  ==================================  ======================================

A name is any by which the row is found, an entity's aliases, too; ``!`` looks at that one and
at the one that is shown. Case, accents and punctuation never matter. The other terms narrow,
and ``!`` in front of one keeps the rest:

=====================  ===================  ==============  ============  =========  ===========
typed                  source               entity          event         fact       note
=====================  ===================  ==============  ============  =========  ===========
``kind:person``        ``source``, ``text`` its kind        its kind      ``fact``   ``note``
``type:meeting``       the same as ``kind:``
``source:kyodo``       publisher, title,    named there     told there    stated     on such
                       path, number                                       there      a thing
``place:salda``        tells of an event    is it, or was   its place     of such    on such
                       there                there                         an event   a thing
``after:2014-06``      published then       in an event or  its date      its event  written
``before:2015``        or later; earlier    a source then                 or source  then
``tag:checked``        has a tag that begins so: one of its own
``status:disputed``    never                its own         its own       its own    on such
``grade:B``            its own              never           never         its own    on such
``is:denied``          never                never           its modality  denied,    on such
                                                            or secret     hedged     a thing
``sensitive:yes``      is marked so, or, with ``no``, is not
``in:notes``           where to look: names, sources, entities, events, facts, notes, text
=====================  ===================  ==============  ============  =========  ===========

``after:`` includes the first day of what is named, ``before:`` does not; a date that is only
roughly known holds where it may. Commas mean "or": ``kind:person,place``. A lone sign, an
empty filter and a date that is not one yet are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from itertools import islice, product
from math import prod

from casefile.core.folding import fold


class Shape(Enum):
    """How closely a term must be met."""

    FUZZY = "however it is spelt"
    PART = "these letters"
    WHOLE = "these whole words"
    SOUND = "what sounds so"


class Key(StrEnum):
    """By what a filter narrows."""

    KIND = "kind"
    SOURCE = "source"
    PLACE = "place"
    AFTER = "after"
    BEFORE = "before"
    TAG = "tag"
    STATUS = "status"
    GRADE = "grade"
    SENSITIVE = "sensitive"
    IS = "is"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are looked for, or are not to be there."""

    text: str
    """As typed, without the signs; never blank when folded."""
    shape: Shape = Shape.FUZZY
    begins: bool = False
    ends: bool = False
    negated: bool = False
    is_open: bool = False
    """Whether the quotation was not closed: its last word may go on."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What narrows the rows."""

    key: Key
    value: str
    """As typed; of a date what can be read of it: ``2014``, ``2014-06``, ``2014-06-03``."""
    negated: bool = False


Atom = Term | Filter

Reading = tuple[Atom, ...]
"""Atoms that must all hold."""

MOST_READINGS = 8
"""Ways to choose among alternatives that are looked up: three bars of two. Each costs a key."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader looks for: of each clause one atom must hold. False where nothing is."""

    clauses: tuple[Reading, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def has_more(self) -> bool:
        """Whether there are more ways to choose than MOST_READINGS."""
        return prod(map(len, self.clauses)) > MOST_READINGS

    def readings(self) -> list[Reading]:
        """Return the ways to choose one atom of each clause, the first MOST_READINGS of them."""
        return list(islice(product(*self.clauses), MOST_READINGS)) if self.clauses else []


_TOKEN = re.compile(
    r"\s*(?P<no>!*)"
    r"(?:(?P<key>(?ai:kind|type|source|place|after|before|tag|status|grade|sensitive|is|in)):)?"
    r"(?P<signs>[~'^]*)"
    r'(?:"(?P<quoted>[^"]*)(?P<closing>"?)(?P<end>\$*)|(?P<bare>\S*))'
)
_TWO = "(?:[-/.]([0-9]{2})(?![0-9])"
_DATE = re.compile(rf"([0-9]{{4}})(?![0-9]){_TWO}{_TWO})?)?")


def parse(line: str) -> Query:
    """Take a query line apart. Any text is a query; the cost is linear."""
    clauses: list[list[Atom]] = []
    is_or = False
    for match in _TOKEN.finditer(line):
        if match.group().strip() == "|":
            is_or = bool(clauses)
            continue
        atom = _filter(match) if match["key"] else _term(match)
        if atom and is_or:
            clauses[-1].append(atom)
        elif atom:
            clauses.append([atom])
        is_or = False
    return Query(tuple(map(tuple, clauses)))


def render(query: Query) -> str:
    """Return a line that reads as the query: ``parse(render(query)) == query``."""
    return " ".join(" | ".join(map(_rendered, clause)) for clause in query.clauses)


def narrowing(reading: Reading) -> Iterator[Filter]:
    """Yield the filters of a reading."""
    return (atom for atom in reading if isinstance(atom, Filter))


def sought(reading: Reading) -> list[Term]:
    """Return the terms of a reading that are to be there, in order."""
    return [atom for atom in reading if isinstance(atom, Term) and not atom.negated]


def shunned(reading: Reading) -> list[Term]:
    """Return the terms of a reading that are not to be there, in order."""
    return [atom for atom in reading if isinstance(atom, Term) and atom.negated]


def first_day(value: str) -> str:
    """Return the first day of a filter's date, in ISO 8601."""
    return value + "-01-01"[3 * value.count("-") :]


def _term(match: re.Match[str]) -> Term | None:
    signs, negated = match["signs"], bool(match["no"])
    begins = "^" in signs
    if match["quoted"] is not None:
        text, shape, ends = _plain(match["quoted"]), Shape.WHOLE, bool(match["end"])
    else:
        bare: str = match["bare"]
        text = bare.rstrip("'$")
        tail = bare[len(text) :]
        ends = "$" in tail
        if "'" in signs and "'" in tail:
            text, shape = _plain(text), Shape.WHOLE
        elif negated or ends or begins or "'" in signs:
            shape = Shape.PART
        else:
            text, shape = bare, Shape.FUZZY
    if not fold(text):
        return None
    if "~" in signs:
        sound = Shape.WHOLE if negated else Shape.SOUND
        return Term(_plain(text), sound, negated=negated)
    is_open = match["quoted"] is not None and not match["closing"]
    return Term(text, shape, begins, ends, negated, is_open)


def _filter(match: re.Match[str]) -> Filter | None:
    key = match["key"].lower()
    value = _plain(match["bare"] if match["quoted"] is None else match["quoted"])
    if key in (Key.AFTER, Key.BEFORE):
        value = _readable_date(value)
    if not fold(value):
        return None
    return Filter(Key.KIND if key == "type" else Key(key), value, bool(match["no"]))


def _readable_date(value: str) -> str:
    """Return the year, month or day that a value begins with; empty where it is none yet."""
    match = _DATE.match(value)
    parts = [part for part in match.groups() if part] if match else []
    while parts and not _is_date(parts):
        parts.pop()
    return "-".join(parts)


def _is_date(parts: list[str]) -> bool:
    try:
        date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError:
        return False
    return True


def _plain(text: str) -> str:
    """Return the text without quotation marks, its blanks single."""
    return " ".join(text.replace('"', " ").split())


def _rendered(atom: Atom) -> str:
    no = "!" if atom.negated else ""
    if isinstance(atom, Filter):
        is_bare = not re.search(r"^[~'^]|\s", atom.value)
        return f"{no}{atom.key}:{atom.value}" if is_bare else f'{no}{atom.key}:"{atom.value}"'
    head, end = no + "^" * atom.begins, "$" * atom.ends
    if atom.shape is Shape.FUZZY:
        return atom.text
    if atom.shape is Shape.SOUND:
        return f'~"{atom.text}"'
    if atom.shape is Shape.PART:
        return f"{head}'{atom.text}{end}"
    return f'{head}"{atom.text}' + ("" if atom.is_open else f'"{end}')
