"""The keys as this reader wants them: the table of keys, changed by the configuration."""

import string
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from casefile.tui.keys import KEYS, SHORT_NAMES, UNSET, Key, Place

_ALONE = {
    Place.FINDER: (Place.FINDER,),
    Place.NARROW: (Place.NARROW,),
    Place.CHOICE: (Place.CHOICE,),
    Place.COMMAND: (Place.COMMAND,),
    Place.LABEL: (Place.LABEL,),
    Place.NAME: (Place.NAME,),
    Place.REJECT: (Place.REJECT,),
    Place.TAGS: (Place.TAGS,),
    Place.STATUS: (Place.STATUS,),
    Place.GRADE: (Place.GRADE,),
    Place.TRUTH: (Place.TRUTH,),
    Place.PAIR: (Place.PAIR,),
    Place.SORT: (Place.SORT,),
    Place.REASON: (Place.REASON,),
    Place.QUEUE: (Place.QUEUE, Place.OVER),
    Place.QUEUE_PAIR: (Place.QUEUE_PAIR, Place.QUEUE, Place.OVER),
    Place.QUEUE_FACT: (Place.QUEUE_FACT, Place.QUEUE, Place.OVER),
    Place.QUEUE_DATE: (Place.QUEUE_DATE, Place.QUEUE, Place.OVER),
    Place.LOG: (Place.LOG, Place.OVER),
    Place.SETTLE: (Place.SETTLE, Place.OVER),
    Place.ALL_TAGS: (Place.ALL_TAGS, Place.OVER),
    Place.REMOVE: (Place.REMOVE,),
    Place.JOBS: (Place.JOBS,),
    Place.REMOVED: (Place.REMOVED, Place.OVER),
    Place.EFFECT: (Place.EFFECT, Place.OVER),
    Place.SOURCE: (Place.SOURCE,),
    Place.ENTITY: (Place.ENTITY,),
    Place.EVENT: (Place.EVENT,),
    Place.FACT: (Place.FACT,),
    Place.SELECT: (Place.SELECT,),
    Place.LINES: (Place.LINES,),
    Place.NAMED: (Place.NAMED,),
    Place.NOTE: (Place.NOTE,),
    Place.DRAFT: (Place.DRAFT,),
    Place.DROP: (Place.DROP,),
    Place.OVER: (Place.OVER,),
    Place.HELP: (Place.HELP, Place.MOVE),
}
"""The places that lie over the browser, and what else works in each."""

_TYPING = (
    Place.FINDER,
    Place.NARROW,
    Place.NAME,
    Place.TAGS,
    Place.REASON,
    Place.NOTE,
    Place.COMMAND,
)
"""Where letters are typed."""

_NOT_APART = {f"ctrl+{letter}" for letter in "abhijmqsz"} | {"ctrl+left_square_bracket"}
"""Keys that a terminal, or what lies around it, keeps or sends as others (``contract.md``)."""

_MEANT = {("suspend", "ctrl+z")}
"""What such a key is kept for."""

_MODIFIERS = ("alt", "ctrl", "shift", "super")

_SPELT = {
    "esc": "escape", "return": "enter", "bksp": "backspace", "del": "delete", "ins": "insert",
    "pgdn": "pagedown", "pgup": "pageup", "pagedn": "pagedown", "spacebar": "space",
    "?": "question_mark", "dot": "full_stop", "period": "full_stop",
    **{shown: name for name, shown in SHORT_NAMES.items()},
}  # fmt: skip
"""Names that people give keys, and Textual's."""

_NAMED = {key.value.rpartition("+")[2] for key in Keys} - {"<any>", "<cursor-position-response>"}
"""Names that Textual has for keys, without modifiers."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the keys of an entry."""

    id: str
    said: str
    """One sentence: what it is, and what to do."""
    grave: bool = True
    """Whether the entry keeps its default for it."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """Every key of the browser as it is now."""

    table: tuple[Key, ...] = KEYS
    changed: frozenset[str] = frozenset()
    """Ids of the entries whose keys are the reader's own."""

    def at(self, *places: Place) -> tuple[Key, ...]:
        """Return the entries that work in the places, in the order of the table."""
        return tuple(key for key in self.table if key.place in places)

    def footer(self, places: Iterable[Place], most: int = 8) -> tuple[Key, ...]:
        """Return what the footer shows with these places in reach, most useful first."""
        here = [key for key in self.at(*places) if key.footer and key.keys]
        return tuple(sorted(here, key=lambda key: key.footer)[:most])

    def overrides(self) -> dict[str, str]:
        """Return the changed keys as Textual takes them."""
        # An empty entry would leave Textual's binding as it was.
        return {key.id: key.keys or UNSET for key in self.table if key.id in self.changed}


DEFAULT = Keymap()
"""The keys as casefile ships them."""


def keymap_of(node: DOMNode) -> Keymap:
    """Return the keys in force where a widget is shown."""
    found = getattr(node.app, "keymap", DEFAULT)
    return found if isinstance(found, Keymap) else DEFAULT


def key_name(written: str) -> str | None:
    """Return Textual's name of a key, however people write it; None for no key.

    >>> key_name("/"), key_name("Ctrl+D"), key_name("shift+g"), key_name("pgdn"), key_name("foo")
    ('slash', 'ctrl+d', 'G', 'pagedown', None)
    """
    *modifiers, last = _cut(written)
    held = {one.lower() for one in modifiers}
    if not held <= set(_MODIFIERS) or not last:
        return None
    name = _SPELT.get(last.lower(), _SPELT.get(last, last))
    if len(name) == 1:
        if not name.isprintable() or name.isspace():
            return None
        if held and name.isalpha():
            name = name.upper() if held == {"shift"} else name.lower()
            held -= {"shift"} if held == {"shift"} else set()
        name = name if name.isalnum() else _name_of(name)
    elif not _is_named(name.lower()):
        return None
    else:
        name = name.lower()
    return "+".join([*sorted(held), name])


def _cut(written: str) -> list[str]:
    """Cut ``ctrl+x`` at its plus signs; a plus at the end is the key."""
    written = written.strip()
    if written == "+" or written.endswith("++"):
        return [*written[:-2].split("+"), "+"] if written != "+" else ["+"]
    return written.split("+")


def _name_of(character: str) -> str:
    try:
        name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    except ValueError:
        return character
    return KEY_NAME_REPLACEMENTS.get(name, name)


def _is_named(name: str) -> bool:
    if name in _NAMED or name in KEY_NAME_REPLACEMENTS.values():
        return True
    if name in map(_name_of, string.punctuation):  # "less_than_sign" has a hyphen in Unicode
        return True
    try:
        return bool(unicodedata.lookup(name.replace("_", " ")))
    except KeyError:
        return False


def changed(wanted: Mapping[str, tuple[str, ...]]) -> tuple[Keymap, list[Problem]]:
    """Return the keys with the reader's changes, and what is wrong with these.

    Args:
        wanted: Keys as written, by id. An unknown id or key is left out; what
            cannot be keeps its default.
    """
    if not wanted:
        return DEFAULT, []  # a test sees that nothing is wrong with these; to look takes 6 ms
    problems = []
    ids = [key.id for key in KEYS]
    table = {key.id: key for key in KEYS}
    mine = set()
    for id, written in wanted.items():
        if id not in table:
            said = f"Nothing has the id {id}{_meant(id, ids)}; casefile keys lists all."
            problems.append(Problem(id, said))
            continue
        names = []
        for one in written:
            name = key_name(one)
            if name is None:
                problems.append(Problem(id, _no_key(id, one)))
            elif name not in names:
                names.append(name)
        if names or not written:
            table[id] = replace(table[id], keys=",".join(names))
            mine.add(id)
    while True:
        keymap = Keymap(tuple(table.values()), frozenset(mine))
        found = [problem for problem in faults(keymap) if problem not in problems]
        problems += found
        undone = {problem.id for problem in found if problem.grave} & mine
        if not undone:
            return keymap, problems
        # What is given back may have been taken by another change, so look again.
        table |= {key.id: key for key in KEYS if key.id in undone}
        mine -= undone


def _meant(written: str, names: list[str]) -> str:
    from difflib import get_close_matches  # only for who has misspelt something

    near = get_close_matches(written, names, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _no_key(id: str, written: str) -> str:
    meant = _meant(written.lower(), [*_NAMED, *_SPELT])
    return f"{id}: no key is called {written!r}{meant}; write such as g, G, ctrl+d, f2 or slash."


def faults(keymap: Keymap) -> list[Problem]:
    """Return the clashes, the keys that never arrive, and those that forbid typing."""
    found = [*_clashes(keymap)]
    ways_out = {key.id for key in KEYS if key.place in _ALONE and "escape" in key.keys}
    for key in keymap.table:
        if key.id in ways_out and not key.keys:
            found.append(Problem(key.id, f"{key.id}: without a key nobody gets out; give it one."))
        names = [name for name in key.keys.split(",") if name]
        dead = [name for name in names if is_not_apart(name) and (key.id, name) not in _MEANT]
        if names and dead == names:
            said = f"{key.id}: many terminals cannot send {_list(names)}; give it one more key."
            found.append(Problem(key.id, said, grave=False))
        typed = [name for name in names if len(name) == 1 or name == "space"]
        if key.place in _TYPING and typed:
            said = f"{key.id}: {_list(typed)} could not be typed any more; take a ctrl or f key."
            found.append(Problem(key.id, said))
    return found


def is_not_apart(name: str) -> bool:
    """Tell whether a terminal may keep a key, or send it as another."""
    *modifiers, last = name.split("+")
    if name in _NOT_APART or ("ctrl" in modifiers and last in ("enter", "backspace", "tab")):
        return True
    letter = len(last) == 1
    return bool(modifiers) and letter and ("alt" in modifiers or {"ctrl", "shift"} <= {*modifiers})


def _clashes(keymap: Keymap) -> list[Problem]:
    """Return the pairs of entries that one key would have to do at once."""
    found: dict[tuple[str, str], Problem] = {}
    for place in Place:
        if place in (Place.MOVE, Place.BROWSE):
            continue
        reach = _ALONE.get(place, (place, Place.MOVE, Place.BROWSE))
        for one, other in combinations(keymap.at(*reach), 2):
            both = [name for name in one.keys.split(",") if name and name in other.keys.split(",")]
            if not both or (one.id, other.id) in found:
                continue
            # What the reader changed is at fault, not what stood there before.
            blamed, left = (one, other) if one.id in keymap.changed else (other, one)
            said = (
                f"{blamed.id}: {_list(both)} is also the key of {left.id} ({left.label}); "
                "give one of them another."
            )
            found[one.id, other.id] = Problem(blamed.id, said)
    return list(found.values())


def _list(names: Iterable[str]) -> str:
    return " and ".join(SHORT_NAMES.get(name, name) for name in names)
