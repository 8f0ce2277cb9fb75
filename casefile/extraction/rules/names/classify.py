"""What a name is, judged by its words and by those beside it.

The rules are asked in order and the first that has an answer wins. A weight says how
sure it is; the document decides afterwards (``consistency``).
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from casefile.extraction.rules.names.candidates import ORGANIZATION_HEADS, PLACE_HEADS, THING_HEADS
from casefile.extraction.rules.names.drafts import Label
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.lexicon import section
from casefile.extraction.rules.words.tokens import Case, Line

ROLES = section("role")
SPEAKING = section("speaking")
_WEAK_HEADS = section("head of an organization after a modifier")
_PARTICLES = section("particle of a name")
_BEFORE_PLACES = section("place before a name")
_PLACE_PREPOSITIONS = section("place preposition")
_NO_BODY = section("acronym that is no organization")
_KINDS_OF_PLACE = frozenset(
    "city town village province region district county state island capital port municipality"
    " prefecture township suburb neighbourhood neighborhood territory resort".split()
)
_CHAMBERS = frozenset({"Parliament", "Congress", "Senate", "Cabinet"})
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}$|(?:[A-Z]\.){2,}$")
_BUILDINGS = section("building")
_SITES = section("kind of building")
_HOUSES = _BUILDINGS | _SITES
_CALLED = frozenset("hotel inn guesthouse resort motel restaurant villa palace castle".split())
"""What a name is said to be right behind it: "the Riverside hotel"."""

_INSIDE = re.compile(
    r"\b(?:in|at|inside|outside|near|opposite|behind|from|to)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_MOST_WORDS = 4
"""A person has seldom more names than this."""

_LONGEST_CURRENCY = 3
"""Letters before the sign of dollars: NT$, HK$."""

Verdict = tuple[Label, float]


class Clues(NamedTuple):
    """All that a rule may look at."""

    name: str
    words: tuple[str, ...]
    before: str
    before2: str
    after: str
    after2: str
    is_titled: bool
    is_prose: bool
    """Whether the line is an ordinary sentence, where capitals mean something."""
    gazetteer: Gazetteer
    is_inside: bool = False
    """Of a house, whether the words before it say that something is there."""


def clues(line: Line, first: int, last: int, is_titled: bool, gazetteer: Gazetteer) -> Clues:
    """Gather what the rules look at for one name of a line."""
    name = line.name(first, last)
    if name.isupper() and not gazetteer.knows(name) and _was_shouted(name, line, gazetteer):
        name = name.title()
    words = tuple(name.split())
    return Clues(
        name,
        words,
        line.word(first - 1),
        line.word(first - 2),
        line.word(last + 1),
        line.word(last + 2),
        is_titled,
        line.case is Case.PLAIN,
        gazetteer,
        words[-1] in _HOUSES and _is_inside(line, first),
    )


def _is_inside(line: Line, first: int) -> bool:
    start = line.starts[first]
    return _INSIDE.search(line.text[max(line.starts[0], start - 40) : start]) is not None


def _was_shouted(name: str, line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a name stands in capitals only for show, as in ``CAIRO: …``."""
    if line.case is Case.CAPS:
        return True
    spoken = name.title()
    if len(name) > 3 and gazetteer.place(spoken) is not None:
        return True
    known = (word in gazetteer.family or word in gazetteer.given for word in spoken.split())
    return " " in name and any(known)


def judge(seen: Clues) -> Verdict:
    """Return the label of a name and how sure it is."""
    for rule in _RULES:
        verdict = rule(seen)
        if verdict is not None:
            return verdict
    return Label.NOTHING, 0.3


def _known(seen: Clues) -> Verdict | None:
    name, known = seen.name, seen.gazetteer
    if seen.after == "$" and len(name) <= _LONGEST_CURRENCY:
        return Label.NOTHING, 5
    if seen.is_titled and len(seen.words) == 1 and name in known.family:
        return None
    if name in known.countries:
        return Label.PLACE, 5
    if name in known.bodies:
        return Label.ORGANIZATION, 5
    if name in known.demonyms or name in known.peoples:
        return Label.PEOPLE, 4
    if name not in known.cities and known.place(name) is not None:
        return Label.PLACE, 4
    return None


def _thing(seen: Clues) -> Verdict | None:
    last = seen.words[-1]
    if last in THING_HEADS and not seen.is_titled:
        return Label.NOTHING, 3
    return None


def _building(seen: Clues) -> Verdict | None:
    """Tell the house where something takes place from the body that bears its name."""
    if len(seen.words) < 2 or seen.words[-1] not in _HOUSES:
        is_called_so = seen.after.lower() in _CALLED and not seen.is_titled
        return (Label.PLACE, 4) if is_called_so and len(seen.words) <= _MOST_WORDS else None
    if seen.is_inside or seen.after.lower() in _CALLED or seen.words[-1] in _SITES:
        return Label.PLACE, 4
    return None


def _organization(seen: Clues) -> Verdict | None:
    words = seen.words
    if len(words) == 1:
        if words[0] in _CHAMBERS:
            return Label.ORGANIZATION, 2
        is_word = words[0] in ORGANIZATION_HEADS or words[0] in PLACE_HEADS
        return (Label.NOTHING, 0.5) if is_word and not seen.is_titled else None
    if seen.is_titled and len(words) < 3:
        return None
    if words[-1] in ORGANIZATION_HEADS or (seen.after == "(" and _ACRONYM.match(seen.after2)):
        return Label.ORGANIZATION, 4
    if "of" in words and words[0] in PLACE_HEADS:
        return None
    if any(word in ORGANIZATION_HEADS for word in words):
        return Label.ORGANIZATION, 3
    if words[-1] in _WEAK_HEADS:
        return Label.ORGANIZATION, 3
    is_branch = words[-1] in seen.gazetteer.countries and words[0] not in seen.gazetteer.given
    return (Label.ORGANIZATION, 1) if is_branch and words[0] not in _BEFORE_PLACES else None


def _titled(seen: Clues) -> Verdict | None:
    return (Label.PERSON, 4) if seen.is_titled and not _is_too_long(seen.words) else None


def _is_too_long(words: tuple[str, ...]) -> bool:
    """Tell whether these are more words than a person has; ``bin`` and ``de`` are not counted."""
    most = _MOST_WORDS
    return len(words) > most and sum(word not in _PARTICLES for word in words) > most


def _place_head(seen: Clues) -> Verdict | None:
    words = seen.words
    if len(words) > 1 and (words[-1] in PLACE_HEADS or words[0] in _BEFORE_PLACES):
        return Label.PLACE, 3
    if "of" in words and words[0] in PLACE_HEADS:
        return Label.PLACE, 3
    return None


def _full_name(seen: Clues) -> Verdict | None:
    words, known = seen.words, seen.gazetteer
    if len(words) < 2 or _is_too_long(words) or seen.name in known.cities:
        return None
    if words[0] in known.given or (words[0] in known.family_first and _is_eastern(words)):
        return Label.PERSON, 3
    is_initial = len(words[0]) == 2 and words[0][1] == "."
    return (
        (Label.PERSON, 3)
        if is_initial or (words[-1] in known.family and not _is_common(seen))
        else None
    )


def _is_eastern(words: tuple[str, ...]) -> bool:
    return all(len(word.replace("-", "")) <= 9 for word in words) and len(words) < 4


def _role(seen: Clues) -> Verdict | None:
    is_free = len(seen.words) <= _MOST_WORDS and seen.name not in seen.gazetteer.cities
    return (Label.PERSON, 3) if seen.before in ROLES and is_free else None


def _place(seen: Clues) -> Verdict | None:
    if seen.before in _KINDS_OF_PLACE or (seen.before == "of" and seen.before2 in _KINDS_OF_PLACE):
        return Label.PLACE, 3
    if seen.after == "," and seen.after2 in seen.gazetteer.countries and len(seen.words) < 3:
        return Label.PLACE, 2
    if seen.name in seen.gazetteer.cities:
        if seen.name in seen.gazetteer.seats or seen.before in _PLACE_PREPOSITIONS:
            return Label.PLACE, 3
        is_name = seen.name in seen.gazetteer.family or seen.name in seen.gazetteer.given
        return (Label.PERSON, 0.5) if is_name else (Label.PLACE, 3)
    return None


def _speaker(seen: Clues) -> Verdict | None:
    if len(seen.words) in (2, 3) and (seen.after in SPEAKING or seen.before in SPEAKING):
        is_body = any(word.lower() in seen.gazetteer.words for word in seen.words)
        return (Label.ORGANIZATION, 1) if is_body else (Label.PERSON, 2)
    return None


def _somewhere(seen: Clues) -> Verdict | None:
    if seen.before in _PLACE_PREPOSITIONS and len(seen.words) <= 2 and seen.is_prose:
        is_family = len(seen.words) == 2 and seen.words[-1] in seen.gazetteer.family
        return None if is_family or _is_common(seen) else (Label.PLACE, 1.2)
    return None


def _acronym(seen: Clues) -> Verdict | None:
    if len(seen.words) != 1 or not _ACRONYM.match(seen.name):
        return None
    if seen.name in _NO_BODY or not seen.is_prose:
        return Label.NOTHING, 1
    return Label.ORGANIZATION, 1


def _several(seen: Clues) -> Verdict | None:
    if len(seen.words) == 1:
        return None
    if any(word.lower() in seen.gazetteer.words for word in seen.words):
        return Label.NOTHING, 0.5
    is_person = len(seen.words) <= 3 and all(word[0].isupper() for word in seen.words)
    return (Label.PERSON, 1) if is_person else (Label.NOTHING, 0.5)


def _single(seen: Clues) -> Verdict | None:
    if not seen.is_prose or _is_common(seen):
        return Label.NOTHING, 0.3
    if seen.after in SPEAKING:
        return Label.PERSON, 1
    is_name = seen.name in seen.gazetteer.family or seen.name in seen.gazetteer.given
    return (Label.PERSON, 0.5) if is_name else (Label.NOTHING, 0.3)


def _is_common(seen: Clues) -> bool:
    """Tell whether every word could be an ordinary one."""
    return all(word.lower() in seen.gazetteer.words for word in seen.words)


_RULES: tuple[Callable[[Clues], Verdict | None], ...] = (
    _known,
    _thing,
    _building,
    _organization,
    _titled,
    _place_head,
    _full_name,
    _role,
    _place,
    _speaker,
    _somewhere,
    _acronym,
    _several,
    _single,
)
