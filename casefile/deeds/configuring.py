"""What a reader set in the configuration: a TOML file in their configuration folder.

Whatever is wrong in it is said, by line, and the default stands in its place:
a slip of the keyboard never keeps anybody from their case.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

LONGEST = 1 << 20
"""Bytes of a file that is read: more is no configuration."""

THEMES = ("dark", "light", "contrast", "terminal")
"""The looks there are; ``terminal`` has only the colours that the terminal is set to."""

_DEEPEST = 3
"""Tables in tables: no setting has as many."""

KEYS = "keys"
"""The table of the file that holds what ``casefile keys`` lists."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong in the configuration."""

    said: str
    """One sentence: what it is, and what to do."""
    line: int = 0
    """From 1; 0 where it is no line's fault."""

    def in_file(self, name: str) -> str:
        """Return the sentence with where it is wrong before it."""
        return f"{name}, line {self.line}: {self.said}" if self.line else f"{name}: {self.said}"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be set beside the keys."""

    name: str
    """As in the file, with the table before it: ``layout.preview``."""
    default: str | int
    """A truth value, a number or a word; what is set has the same type."""
    meaning: str
    choices: tuple[str, ...] = ()
    """The words there are."""
    least: int = 0
    most: int = 0

    def refuses(self, value: object) -> str:
        """Return what a value would have to be, where it is not that; empty for a good one."""
        if isinstance(self.default, bool):
            return "" if isinstance(value, bool) else "true or false"
        if isinstance(self.default, int):
            fits = isinstance(value, int) and not isinstance(value, bool)
            fits = fits and self.least <= int(str(value)) <= self.most
            return "" if fits else f"a number from {self.least} to {self.most}"
        return "" if value in self.choices else f"one of {', '.join(self.choices)}"


OPTIONS = (
    Option("theme", "dark", "The look: " + ", ".join(THEMES) + ".", THEMES),
    Option("mouse", True, "Whether clicks reach casefile; without, the terminal selects text."),
    Option("plain", False, "For screen readers: one pane, no boxes, no colour, words for signs."),
    Option("layout.preview", True, "Whether the preview is there at the start (p)."),
    Option("layout.text_width", 100, "Columns of a line of an article, at most.", (), 20, 400),
    Option("layout.gutter", True, "Whether letters beside an article say what is on a line (I)."),
    Option("layout.two_panes", 110, "Columns from which two panes are side by side.", (), 40, 999),
    Option("layout.three_panes", 150, "Columns from which there are three.", (), 40, 999),
)
"""All there is to set, apart from the keys."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set, with the defaults for what is not."""

    values: Mapping[str, str | int] = field(
        default_factory=lambda: MappingProxyType({one.name: one.default for one in OPTIONS})
    )
    """By the names of the options."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys as written, by the id of what they do; none takes the binding away."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line in which the keys of an id are set."""
    troubles: tuple[Trouble, ...] = ()
    name: str = "the configuration"
    """The file as a sentence names it."""

    def but(self, **values: str | int) -> "Settings":
        """Return the settings with some values in place of those of the file."""
        return replace(self, values={**self.values, **values})

    def word(self, name: str) -> str:
        """Return an option that is a word."""
        return str(self.values[name])

    def number(self, name: str) -> int:
        """Return an option that is a number, or a truth value."""
        return int(self.values[name])


def config_path() -> Path:
    """Return where the configuration lies, whether it is there or not."""
    from platformdirs import user_config_path

    return user_config_path("casefile", appauthor=False) / "config.toml"


def read_settings(path: Path | None = None) -> Settings:
    """Read the configuration; nothing is set where there is no file."""
    path = path or config_path()
    try:
        with open(path, "rb") as file:
            text = file.read(LONGEST + 1).decode("utf-8-sig").replace("\r\n", "\n")
    except (FileNotFoundError, NotADirectoryError):
        return Settings(name=str(path))
    except UnicodeDecodeError:
        return _spoilt(path, "It is not UTF-8 text; save it as UTF-8.")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return _spoilt(path, f"It cannot be read ({reason}); the defaults hold.")
    if len(text) > LONGEST:
        return _spoilt(path, "It is longer than a configuration can be; the defaults hold.")
    return settings_of(text, str(path))


def _spoilt(path: Path, said: str) -> Settings:
    return Settings(troubles=(Trouble(said),), name=str(path))


def settings_of(text: str, name: str = "the configuration") -> Settings:
    """Return what a text sets, and what is wrong with it; never fails."""
    import tomllib  # 4 ms, and most readers have no such file

    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(troubles=(_unparsed(text, str(error)),), name=name)
    keys, troubles = _keys_of(text, found.pop(KEYS, {}))
    flat = _flat(found)
    values: dict[str, str | int] = {one.name: one.default for one in OPTIONS}
    known = {one.name: one for one in OPTIONS}
    for path, value in flat.items():
        if path not in known:
            troubles.append(Trouble(_no_such(path), line_of(text, path)))
        elif wanted := known[path].refuses(value):
            said = f"{path} must be {wanted}; the default holds."
            troubles.append(Trouble(said, line_of(text, path)))
        else:
            values[path] = value  # type: ignore[assignment]  # refuses() has looked
    lines = {id: line_of(text, id, KEYS) for id in keys}
    return Settings(values, keys, lines, tuple(troubles), name)


def _no_such(path: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(path, [one.name for one in OPTIONS], n=1)
    meant = f" (did you mean {near[0]}?)" if near else ""
    return f"There is no setting {path}{meant}; casefile config --example shows all."


def _flat(table: Mapping[str, object], before: str = "") -> dict[str, object]:
    """Return a tree of tables as one, its names joined by dots; what lies deeper stays."""
    flat: dict[str, object] = {}
    for name, value in table.items():
        if isinstance(value, dict) and before.count(".") < _DEEPEST:
            flat |= _flat(value, f"{before}{name}.")
        else:
            flat[f"{before}{name}"] = value
    return flat


def _keys_of(text: str, table: object) -> tuple[dict[str, tuple[str, ...]], list[Trouble]]:
    if not isinstance(table, dict):
        said = "keys must be a table: write [keys] above lines such as search = '/'."
        return {}, [Trouble(said, line_of(text, KEYS))]
    keys: dict[str, tuple[str, ...]] = {}
    troubles = []
    for id, value in _flat(table).items():
        names = [value] if isinstance(value, str) else value
        if isinstance(names, list) and all(isinstance(one, str) and one for one in names):
            keys[id] = tuple(names)
        else:
            said = f"The keys of {id} must be a text such as 'g', or a list of texts; [] for none."
            troubles.append(Trouble(said, line_of(text, id, KEYS)))
    return keys, troubles


def _unparsed(text: str, said: str) -> Trouble:
    """Return what tomllib says of a text that is no TOML, as a sentence of ours."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", said)
    line = int(found[1]) if found else text.count("\n") + 1
    what = said.partition(" (at ")[0].rstrip(".")
    hint = ""
    if "overwrite" in what.lower() or "mutate" in what.lower():
        hint = " An id with a dot goes in quotes when it is also the beginning of another."
    return Trouble(f"This is not TOML ({what}), so the defaults hold.{hint}", line)


def line_of(text: str, path: str, table: str = "") -> int:
    """Return the line of a TOML text that sets a path below a table, from 1; 0 for none found.

    The parser of the standard library tells no lines, so this looks for the name
    below the heading that it has to stand under.
    """
    heading, last = table, 0
    whole = f"{table}.{path}" if table else path
    for number, line in enumerate(text.split("\n"), 1):
        if found := re.match(r"\s*\[([^\[\]]+)\]", line):
            heading = _bare(found[1])
            last = number if heading == whole else last
        elif found := re.match(r"\s*((?:[\w.\- ]|\"[^\"]*\"|'[^']*')+?)\s*=", line):
            at_top = not table and not heading
            named = _bare(found[1])
            here = named if at_top or not heading else f"{heading}.{named}"
            if whole in (here, named):
                return number
            last = number if whole.startswith(f"{here}.") else last
    return last


def _bare(name: str) -> str:
    return re.sub(r"[\"'\s]", "", name)
